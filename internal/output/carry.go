package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
)

// A carry brings into next what stays of the old site: pages that have not
// changed and all that was not built here. Files are hard links, so that they
// keep their time and everything else, and are never written through. The old
// site is complete all the while.
type carry struct {
	place   *place
	tree    *Tree
	old     manifest
	folders map[string]bool // folders of old
	paths   []string        // of the tree, sorted
	results []result        // of the paths

	mu      sync.Mutex       // for what the walk finds, below
	seen    map[string]stamp // files of the old site that are not as a build left them
	removed []string
	kept    []string
	linked  int // pages carried
}

// run carries the whole old site, if there is one.
func (c *carry) run() error {
	out, err := c.place.above.OpenRoot(c.place.out)
	if isMissing(err) {
		return nil
	}
	if err != nil {
		return at(c.full(""), err)
	}
	defer out.Close()
	w := walk{file: c.file, enter: c.enter, leave: c.leave}
	if err := w.run(out); err != nil {
		return at(c.full(w.where), err)
	}
	for _, r := range c.results {
		if r.change == unchanged {
			c.linked--
		}
	}
	if c.linked < 0 {
		return at(c.full(""), errDisturbed)
	}
	slices.Sort(c.removed)
	slices.Sort(c.kept)
	return nil
}

// errDisturbed says that somebody was at work between the look that found
// pages unchanged and the end of the build.
var errDisturbed = errors.New("changed while the site was built; build again")

// foreign reports whether a folder is of neither site.
func (c *carry) foreign(p string) bool { return !c.tree.folders[p] && !c.folders[p] }

// enter makes a folder of somebody else again. Folders of the site are made
// for the first file in them: those of the old site only go with their pages.
func (c *carry) enter(_ *os.Root, p string, _ fs.FileInfo) error {
	if !c.foreign(p) {
		return nil
	}
	if c.tree.clashes(p, true) {
		return &RefusedError{c.full(p), Occupied}
	}
	return c.place.above.MkdirAll(c.place.next()+"/"+p, 0o777)
}

// leave gives a folder of somebody else its rights and its time.
func (c *carry) leave(_ *os.Root, p string, info fs.FileInfo) error {
	if !c.foreign(p) {
		return nil
	}
	return likeFolder(c.place.above, c.place.next()+"/"+p, info)
}

// file carries one file of the old site, or leaves it behind.
func (c *carry) file(dir *os.Root, p string, info fs.FileInfo) error {
	now := stampOf(info)
	_, ours := c.old.match(p, now)
	if !ours {
		c.note(func() { c.seen[p] = now })
	}
	if i, ok := slices.BinarySearch(c.paths, p); ok {
		return c.page(dir, p, info, c.results[i])
	}
	if _, listed := c.old.pages[p]; listed && info.Mode().IsRegular() {
		if !ours {
			sum, err := sumFile(dir, path.Base(p))
			if err != nil {
				return err
			}
			ours = c.old.wrote(p, sum)
		}
		if ours {
			c.note(func() { c.removed = append(c.removed, p) })
			return nil
		}
		c.note(func() { c.kept = append(c.kept, p) })
	}
	if c.tree.clashes(p, false) {
		return &RefusedError{c.full(p), Occupied}
	}
	return c.link(dir, p, info)
}

// page carries a file at the path of a page, if that is the page.
func (c *carry) page(dir *os.Root, p string, info fs.FileInfo, r result) error {
	switch {
	case r.change == added, !info.Mode().IsRegular(): // it came while the pages were rendered
		return &RefusedError{c.full(p), Occupied}
	case r.change == unchanged:
		if stampOf(info) != r.entry.stamp {
			return errDisturbed
		}
		c.note(func() { c.linked++ })
		return c.link(dir, p, info)
	}
	return nil
}

func (c *carry) note(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f()
}

// link gives the file at p a second name in next. Where the file system knows
// no hard links a page is copied, and a symbolic link made again; a file of
// somebody else is not, for a copy is another file.
func (c *carry) link(dir *os.Root, p string, info fs.FileInfo) error {
	above, from, to := c.place.above, c.place.out+"/"+p, c.place.next()+"/"+p
	err := above.Link(from, to)
	if isMissing(err) {
		if err := above.MkdirAll(path.Dir(to), 0o777); err != nil {
			return err
		}
		err = above.Link(from, to)
	}
	if err == nil {
		return c.checkLink(to, info)
	}
	if _, page := c.tree.files[p]; page {
		return copyFile(dir, path.Base(p), above, to, info)
	}
	if info.Mode().Type() == fs.ModeSymlink {
		return copyLink(dir, path.Base(p), above, to)
	}
	return fmt.Errorf("cannot be carried over to the new site: %w", cause(err))
}

// checkLink makes sure that the file in next is the one that the walk has
// seen. A folder on the way to it may have become a link to one elsewhere,
// with files that are not to be published.
func (c *carry) checkLink(to string, info fs.FileInfo) error {
	linked, err := c.place.above.Lstat(to)
	if err != nil {
		return err
	}
	if !os.SameFile(linked, info) {
		return errDisturbed
	}
	return nil
}

// full returns the full path of a path in the site.
func (c *carry) full(p string) string { return c.place.path(path.Join(c.place.out, p)) }

// likeFolder gives the folder name the rights and the time of another.
func likeFolder(root *os.Root, name string, of fs.FileInfo) error {
	const rights = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	if err := keepGroup(root, name, of); err != nil {
		return err
	}
	if err := root.Chmod(name, of.Mode()&rights); err != nil {
		return err
	}
	return root.Chtimes(name, of.ModTime(), of.ModTime())
}

// copyFile makes the file to in another folder, with the bytes and the time of
// the file name in dir.
func copyFile(dir *os.Root, name string, above *os.Root, to string, info fs.FileInfo) error {
	in, err := dir.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	var f folder
	defer f.close()
	out, err := f.create(above, to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return above.Chtimes(to, info.ModTime(), info.ModTime())
}

// copyLink makes the link to in another folder, with the target of the link
// name in dir.
func copyLink(dir *os.Root, name string, above *os.Root, to string) error {
	target, err := dir.Readlink(name)
	if err != nil {
		return err
	}
	return above.Symlink(target, to)
}
