package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"syscall"
)

// makeNext makes the folder for the new site, with the rights of the old one.
// The spare saves making a folder for each page, which costs more than the
// page on some file systems; folders it has from the old site only go.
func (p *place) makeNext(t *Tree, old manifest) (*os.Root, error) {
	err := p.above.Rename(p.spare(), p.next())
	if isMissing(err) {
		err = p.above.Mkdir(p.next(), 0o777)
	}
	if err != nil {
		return nil, at(p.path(p.next()), err)
	}
	folders := slices.Sorted(maps.Keys(old.folders()))
	for _, folder := range slices.Backward(folders) { // inner ones first
		if t.folders[folder] {
			continue
		}
		if err := p.above.Remove(p.next() + "/" + folder); err != nil && !isMissing(err) {
			return nil, at(p.path(p.next()+"/"+folder), err)
		}
	}
	info, err := p.above.Lstat(p.out)
	if err == nil {
		err = likeFolder(p.above, p.next(), info)
	}
	if err != nil && !isMissing(err) {
		return nil, at(p.path(p.next()), err)
	}
	next, err := p.above.OpenRoot(p.next())
	return next, at(p.path(p.next()), err)
}

// install puts next in the place of the output folder. After an error the
// folder holds the old site; else the new one, and the old one is in swap.
func (p *place) install() error {
	_, err := p.above.Lstat(p.out)
	if isMissing(err) {
		err = p.above.Rename(p.next(), p.out)
	} else if err == nil {
		err = p.exchange()
	}
	return at(p.path(p.out), err)
}

// exchange lets next and the output folder change places, by way of the name
// swap: unlike next, what lies there is never taken for a heap of parts.
func (p *place) exchange() error {
	above, err := p.above.Open(".")
	if err != nil {
		return err
	}
	defer above.Close()
	if err := p.above.Rename(p.next(), p.swap()); err != nil {
		return err
	}
	err = exchange(above, p.swap(), p.out)
	if errors.Is(err, errors.ErrUnsupported) {
		err = p.exchangeByRenames()
	}
	if err != nil {
		p.above.Rename(p.swap(), p.next()) // where this fails too, recover does it
	}
	return err
}

// exchangeByRenames is the exchange where the system has none. Between the two
// renames there is no output folder; recover mends it if the process dies
// there.
func (p *place) exchangeByRenames() error {
	if err := p.above.Rename(p.out, p.away()); err != nil {
		return err
	}
	if err := p.above.Rename(p.swap(), p.out); err != nil {
		return errors.Join(err, p.above.Rename(p.away(), p.out))
	}
	p.above.Rename(p.away(), p.swap()) // the new site is in place; where this fails, recover does it
	return nil
}

// recover clears away what a build that died has left. m is its journal, or
// the manifest if it did not come that far. Without either nothing can be said
// of the spare, and it goes too.
func (p *place) recover(m manifest, recorded bool) error {
	if err := p.above.Remove(p.state + "/" + draftName); err != nil && !isMissing(err) {
		return at(p.path(p.state+"/"+draftName), err)
	}
	if err := p.recoverAway(); err != nil {
		return at(p.path(p.out), err)
	}
	if err := p.dropAll(p.next()); err != nil {
		return err
	}
	if !recorded {
		if err := p.dropAll(p.spare()); err != nil {
			return err
		}
	}
	return p.dropSwap(m, nil)
}

// recoverAway ends an exchange by renames that was begun.
func (p *place) recoverAway() error {
	_, err := p.above.Lstat(p.away())
	if isMissing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = p.above.Lstat(p.out)
	if isMissing(err) {
		return p.above.Rename(p.away(), p.out)
	}
	if err != nil {
		return err
	}
	return p.above.Rename(p.away(), p.swap())
}

// settle clears away the old site after the swap, keeping its folders for the
// next build, and ends the journal.
func (p *place) settle(both, next manifest, folders map[string]bool) error {
	if err := p.dropSwap(both, folders); err != nil {
		return err
	}
	if err := p.keepSpare(p.swap()); err != nil {
		return err
	}
	return p.saveManifest(next)
}

// keepSpare puts folder, which holds no files any more, by for the next build.
func (p *place) keepSpare(folder string) error {
	err := p.above.Rename(folder, p.spare())
	if isMissing(err) {
		return nil
	}
	return at(p.path(folder), err)
}

// dropAll removes next or the spare. Nothing in them is anybody else's: what
// was carried has its other name in the output folder.
func (p *place) dropAll(folder string) error {
	return p.sweep(folder, nil, func(string, fs.FileInfo) error { return nil })
}

// dropSwap removes a site that is no longer, or not yet, the output, but for
// the folders to keep.
func (p *place) dropSwap(m manifest, keep map[string]bool) error {
	return p.sweep(p.swap(), keep, func(rel string, info fs.FileInfo) error {
		return p.checkDrop(m, rel, info)
	})
}

// checkDrop refuses to remove the file rel in swap unless it is accounted for:
// a page as a build has left it, a file that is in the output under the same
// name, or one that was carried or replaced as it is. What somebody else has
// put there in the moment of the swap is for them to move.
func (p *place) checkDrop(m manifest, rel string, info fs.FileInfo) error {
	if _, ok := m.match(rel, stampOf(info)); ok {
		return nil
	}
	if was, ok := m.seen[rel]; ok && was == stampOf(info) {
		return nil
	}
	now, err := p.above.Lstat(p.out + "/" + rel)
	if err == nil && os.SameFile(now, info) {
		return nil
	}
	return &RefusedError{p.path(p.swap() + "/" + rel), Stranded}
}

// sweep removes a folder with all that is in it, but no file that check has
// something against. If there are folders to keep, those and the whole stay,
// without files.
func (p *place) sweep(name string, keep map[string]bool, check func(rel string, info fs.FileInfo) error) error {
	info, err := p.above.Lstat(name)
	switch {
	case isMissing(err):
		return nil
	case err != nil:
		return at(p.path(name), err)
	case !info.IsDir():
		return &RefusedError{p.path(name), NotFolder}
	}
	if err := openUp(p.above, name, info); err != nil {
		return at(p.path(name), err)
	}
	dir, err := p.above.OpenRoot(name)
	if err != nil {
		return at(p.path(name), err)
	}
	w := walk{
		file: func(dir *os.Root, rel string, info fs.FileInfo) error {
			if err := check(rel, info); err != nil {
				return err
			}
			return dir.Remove(path.Base(rel))
		},
		enter: func(dir *os.Root, rel string, info fs.FileInfo) error {
			return openUp(dir, path.Base(rel), info)
		},
		leave: func(dir *os.Root, rel string, _ fs.FileInfo) error {
			if keep[rel] {
				return nil
			}
			return dir.Remove(path.Base(rel))
		},
	}
	err = w.run(dir)
	dir.Close()
	if err != nil {
		return at(p.path(path.Join(name, w.where)), err)
	}
	if keep != nil {
		return nil
	}
	return at(p.path(name), p.above.Remove(name))
}

// openUp lets a folder be emptied. Folders of others are made again with their
// rights, which may be not to write.
func openUp(dir *os.Root, name string, info fs.FileInfo) error {
	if info.Mode()&0o700 == 0o700 {
		return nil
	}
	return dir.Chmod(name, 0o700)
}

// isMissing reports whether an error says that nothing is at a path: it is not
// there, or one of its folders is a file.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
