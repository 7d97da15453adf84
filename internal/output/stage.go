package output

import (
	"context"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"sync"
	"sync/atomic"
)

// A change is what a build does to one page.
type change uint8

const (
	unchanged change = iota // the old file stays, with its time
	added
	changed
	edited // changed, and the old file was not as a build had left it
)

// A result is what became of one page.
type result struct {
	change change
	entry  entry
}

// A stage renders the tree and writes to next what is not in the old site as
// it is. It is read by all workers.
type stage struct {
	place *place
	tree  *Tree
	old   manifest
	out   *os.Root // the output folder; nil when there is none
	next  *os.Root
}

// run renders the pages on all cores. It returns what became of each, in the
// order of paths. Of several errors it returns that of the first path, whatever
// the cores do: paths are handed out in order, and what was begun is finished.
func (s *stage) run(ctx context.Context, paths []string) ([]result, error) {
	results := make([]result, len(paths))
	var (
		group sync.WaitGroup
		taken atomic.Int64
		mu    sync.Mutex
		first = len(paths) // the least index that failed
		fault error
	)
	failed := func() bool {
		mu.Lock()
		defer mu.Unlock()
		return fault != nil
	}
	for range min(runtime.GOMAXPROCS(0), len(paths)) {
		group.Go(func() {
			w := &sheet{stage: s, hash: sha256.New()}
			defer w.folder.close()
			for !failed() {
				i := int(taken.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				err := ctx.Err()
				if err == nil {
					results[i], err = w.page(paths[i])
				}
				if err != nil {
					mu.Lock()
					if i < first {
						first, fault = i, err
					}
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	return results, fault
}

// sheetSize is how much of a page stays in memory. Pages are smaller; a large
// attachment goes to next in pieces.
const sheetSize = 1 << 20

// A sheet takes what pages write, one after the other. Most pages of most
// builds are unchanged, so nothing is written to disk before it is known to
// differ, or has grown beyond the sheet.
type sheet struct {
	stage *stage
	path  string
	buf   []byte
	hash  hash.Hash
	size  int64    // bytes written so far, in buf or not
	file  *os.File // in next; nil while buf holds it all

	folder folder // that of the last file that was made
}

// page renders one page, compares it with the old file, and stages it unless
// the two are the same.
func (w *sheet) page(path string) (result, error) {
	w.path, w.buf, w.size, w.file = path, w.buf[:0], 0, nil
	w.hash.Reset()
	info, err := w.stage.lookup(path)
	if err != nil {
		return result{}, err
	}
	err = w.stage.tree.Render(path, w)
	if w.file != nil {
		defer w.file.Close()
	}
	if err != nil {
		return result{}, err
	}
	w.hash.Write(w.buf)
	r := result{entry: entry{stamp: stamp{size: w.size}}}
	w.hash.Sum(r.entry.sum[:0])
	if r.change, err = w.stage.compare(path, info, r.entry); err != nil {
		return result{}, at(path, err)
	}
	if r.change == unchanged {
		r.entry.stamp = stampOf(info)
		return r, w.discard()
	}
	r.entry.stamp, err = w.keep()
	return r, err
}

// Write takes a part of the page. Its errors name no path: Render does.
func (w *sheet) Write(b []byte) (int, error) {
	size := len(b)
	for len(w.buf)+len(b) > sheetSize {
		n := sheetSize - len(w.buf)
		w.buf = append(w.buf, b[:n]...)
		b = b[n:]
		w.hash.Write(w.buf)
		if err := w.flush(); err != nil {
			return 0, cause(err)
		}
	}
	w.buf = append(w.buf, b...)
	w.size += int64(size)
	return size, nil
}

// flush moves the buffer to the page's file in next, which it makes first.
func (w *sheet) flush() error {
	if w.file == nil {
		f, err := w.folder.create(w.stage.next, w.path)
		if err != nil {
			return err
		}
		w.file = f
	}
	_, err := w.file.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

// keep finishes the page's file in next.
func (w *sheet) keep() (stamp, error) {
	if err := w.flush(); err != nil {
		return stamp{}, at(w.path, err)
	}
	info, err := w.file.Stat()
	if err == nil {
		err = w.file.Close()
	}
	if err != nil {
		return stamp{}, at(w.path, err)
	}
	return stampOf(info), nil
}

// discard takes a large page that has not changed out of next again.
func (w *sheet) discard() error {
	if w.file == nil {
		return nil
	}
	w.file.Close()
	return at(w.path, w.stage.next.Remove(w.path))
}

// A folder is where the pages of one kind lie, each in a folder of its own:
// reviews/2026-Q3. It stays open from one page to the next, because finding it
// anew for ten thousand pages costs more than writing them.
type folder struct {
	name string
	root *os.Root // nil before the first page
}

// create makes a file in next, and the folders it lies in.
func (f *folder) create(next *os.Root, name string) (*os.File, error) {
	dir, file := path.Split(name)
	parent, leaf := path.Split(path.Clean(dir))
	if err := f.enter(next, path.Clean("./"+parent)); err != nil {
		return nil, err
	}
	const flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	name = path.Join(leaf, file)
	made, err := f.root.OpenFile(name, flags, 0o666)
	if errors.Is(err, fs.ErrNotExist) {
		if err := f.root.Mkdir(leaf, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		return f.root.OpenFile(name, flags, 0o666)
	}
	return made, err
}

// enter makes the folder the open one.
func (f *folder) enter(next *os.Root, name string) error {
	if f.root != nil && f.name == name {
		return nil
	}
	f.close()
	if err := next.MkdirAll(name, 0o777); err != nil {
		return err
	}
	root, err := next.OpenRoot(name)
	if err != nil {
		return err
	}
	f.name, f.root = name, root
	return nil
}

func (f *folder) close() {
	if f.root != nil {
		f.root.Close()
		f.root = nil
	}
}

// lookup finds the old file at path; nil when there is none. What is there and
// was not built here stops the build before it costs time. What lies where the
// page's folders go is left for carry, which sees the whole of the old site.
func (s *stage) lookup(path string) (fs.FileInfo, error) {
	if s.out == nil {
		return nil, nil
	}
	info, err := s.out.Lstat(path)
	switch {
	case err == nil && info.IsDir(), isMissing(err):
		return nil, nil
	case err != nil:
		if link := firstLink(s.out, path); link != "" {
			return nil, &RefusedError{s.place.path(s.place.out + "/" + link), Occupied}
		}
		return nil, at(path, err)
	case !info.Mode().IsRegular(), len(s.old.pages[path]) == 0:
		return nil, &RefusedError{s.place.path(s.place.out + "/" + path), Occupied}
	}
	return info, nil
}

// firstLink returns the outermost folder of path that is a symbolic link.
func firstLink(root *os.Root, path string) string {
	for _, folder := range parents(path) {
		if info, err := root.Lstat(folder); err == nil && info.Mode().Type() == fs.ModeSymlink {
			return folder
		}
	}
	return ""
}

// compare tells how the new version of a page differs from the file at path,
// which is nil when there is none. It reads the file only when its stamp is
// not one that a build left: after a copy, a checkout or an edit.
func (s *stage) compare(path string, info fs.FileInfo, e entry) (change, error) {
	if info == nil {
		return added, nil
	}
	was, ok := s.old.match(path, stampOf(info))
	if !ok {
		var err error
		if was.sum, err = sumFile(s.out, path); err != nil {
			return 0, err
		}
	}
	switch {
	case was.sum == e.sum:
		return unchanged, nil
	case !ok && !s.old.wrote(path, was.sum):
		return edited, nil
	}
	return changed, nil
}

// sumFile hashes the file name in root.
func sumFile(root *os.Root, name string) (s sum, err error) {
	f, err := root.Open(name)
	if err != nil {
		return s, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return s, err
	}
	h.Sum(s[:0])
	return s, nil
}
