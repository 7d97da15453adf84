// Package output brings a finished site onto disk.
//
// In goes a [Tree]: for each path of the site, how to write the file. Out comes
// a folder that holds exactly these files, and a [Report] of what has changed.
// The package knows nothing of what the files say.
//
// # What Write promises
//
// The folder holds the old site or the new one, at every moment and for every
// reader, also when the process is killed or the disk is full: the new site is
// made whole beside the folder, then the two change places in one step. After
// an error the old site is byte for byte what it was.
//
// Files that have not changed keep their time and are not written. Files that
// the site no longer has are removed. When nothing has changed, nothing is
// touched.
//
// Files of others are never changed, moved or removed: a .git, a CNAME, a
// folder of notes, links and empty folders live on in the new site with their
// bytes, times and, as far as the system lets, everything else. A folder with
// files in it that no build wrote is refused, and so is a page that would take
// the place of somebody else's file. A page that was edited by hand is replaced
// when the site still has it ([Report.Edited]), and kept, as its editor's file
// from then on, when the site no longer has it ([Report.Kept]).
//
// # What lies beside the folder
//
// Beside public lies .public.reviewfolio, which is closed to others: the lock,
// the new site while it is made, empty folders to make the next one in, and the
// manifest, which lists the files that were written with size, time and hash.
// The manifest is the proof that a folder is ours. It is not in the folder, for
// the folder is copied to a web server, and hashes of pages that a reader may
// not see would tell too much.
//
// The manifest also says what of an old site may be removed after the swap. A
// file that somebody wrote there in that very moment stays, and the next build
// is refused until it has been moved.
//
// # What it does not do
//
// Nothing is forced to the disk. After a power cut pages may be short; the next
// build sees it by their size and writes them again. A file whose size and time
// are what the build left is taken to be unchanged.
//
// The one step exists on Linux and macOS. Elsewhere, and on file systems
// without it, two renames stand in for it: for the moment between them there is
// no folder, and a build that died there is mended by the next.
//
// The folder is another folder after each change: a shell that stands in it has
// to enter it again, and a container must mount the folder above it. It cannot
// be a mount point itself.
package output

import (
	"context"
	"errors"
)

// A Report says what Write did: the paths of the site that were concerned,
// sorted.
type Report struct {
	Added     []string
	Changed   []string
	Removed   []string
	Unchanged []string

	Edited []string // those of Changed that had been edited by hand
	Kept   []string // no longer in the site, but edited by hand: not removed, and not ours from now on

	// Leftover is why the old site could not be cleared away after the new one
	// was in place, if so. The next build tries again.
	Leftover error
}

// Write renders every file of t on all cores and makes dir hold exactly them,
// beside the files of others; see the package comment. The folder above dir is
// made if need be. Memory does not grow with the site.
//
// Write refuses a dir that is or holds one of the protected folders: the
// content, the user's home.
//
// The error is a *RefusedError, a *LockedError when another build is at it,
// that of the first page that cannot be rendered, or one of the machine; it
// names the path. With an error dir holds the old site, without it the new one.
func Write(ctx context.Context, dir string, t *Tree, protect ...string) (Report, error) {
	p, err := open(dir, protect)
	if err != nil {
		return Report{}, err
	}
	defer p.close()
	old, recorded, err := p.loadManifest()
	if err != nil {
		return Report{}, err
	}
	if err := p.recover(old, recorded); err != nil {
		return Report{}, err
	}
	if err := p.checkOurs(old, recorded); err != nil {
		return Report{}, err
	}
	report, err := p.write(ctx, t, old)
	if err != nil {
		return Report{}, errors.Join(err, p.dropAll(p.next()))
	}
	return report, nil
}

// write makes the new site in next and installs it, if it is another one.
func (p *place) write(ctx context.Context, t *Tree, old manifest) (Report, error) {
	paths := t.Paths()
	results, err := p.stage(ctx, t, old, paths)
	if err != nil {
		return Report{}, err
	}
	next := newManifest()
	for i, path := range paths {
		next.pages[path] = []entry{results[i].entry}
	}
	report := tell(paths, results)
	differs := len(report.Added)+len(report.Changed) > 0
	if !differs {
		if differs, err = p.outdated(old, t); err != nil {
			return Report{}, err
		}
	}
	if !differs {
		if err := p.keepSpare(p.next()); err != nil || next.equal(old) {
			return report, err
		}
		return report, p.saveManifest(next)
	}
	c := &carry{
		place: p, tree: t, old: old, folders: old.folders(),
		paths: paths, results: results,
		seen: make(map[string]stamp),
	}
	if err := c.run(); err != nil {
		return Report{}, err
	}
	report.Removed, report.Kept = c.removed, c.kept
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	both := journal(old, next, c.seen)
	if err := p.saveManifest(both); err != nil {
		return Report{}, err
	}
	if err := p.install(); err != nil {
		return Report{}, err
	}
	report.Leftover = p.settle(both, next, t.folders)
	return report, nil
}

// stage makes next and renders the pages of the new site into it.
func (p *place) stage(ctx context.Context, t *Tree, old manifest, paths []string) ([]result, error) {
	next, err := p.makeNext(t, old)
	if err != nil {
		return nil, err
	}
	defer next.Close()
	out, err := p.above.OpenRoot(p.out)
	if err != nil && !isMissing(err) {
		return nil, at(p.path(p.out), err)
	}
	if out != nil {
		defer out.Close()
	}
	s := &stage{place: p, tree: t, old: old, out: out, next: next}
	return s.run(ctx, paths)
}

// outdated reports whether the output folder is missing, or holds a page that
// the new site does not have.
func (p *place) outdated(old manifest, t *Tree) (bool, error) {
	_, err := p.above.Lstat(p.out)
	if isMissing(err) {
		return true, nil
	}
	if err != nil {
		return false, at(p.path(p.out), err)
	}
	for path := range old.pages {
		if _, ok := t.files[path]; ok {
			continue
		}
		_, err := p.above.Lstat(p.out + "/" + path)
		if !isMissing(err) {
			return err == nil, at(p.path(p.out+"/"+path), err)
		}
	}
	return false, nil
}

// tell sorts the pages by what became of them.
func tell(paths []string, results []result) Report {
	var r Report
	for i, path := range paths {
		switch results[i].change {
		case unchanged:
			r.Unchanged = append(r.Unchanged, path)
		case added:
			r.Added = append(r.Added, path)
		case edited:
			r.Edited = append(r.Edited, path)
			r.Changed = append(r.Changed, path)
		case changed:
			r.Changed = append(r.Changed, path)
		}
	}
	return r
}
