package output

import (
	"io/fs"
	"os"
	"path"
	"runtime"
	"sync"
)

// A walk goes over a folder and all below it, on all cores, and follows no
// link: each folder is entered by its name in the one above, which is held
// open. Its functions get the folder that something lies in, its path, and
// what it is.
type walk struct {
	file  func(dir *os.Root, p string, info fs.FileInfo) error
	enter func(dir *os.Root, p string, info fs.FileInfo) error // before what lies in a folder
	leave func(dir *os.Root, p string, info fs.FileInfo) error // after it, unless something in it failed

	slots chan struct{} // one for each goroutine beside the first

	mu    sync.Mutex
	where string // the least path that failed
	err   error
}

// run walks over what lies in dir, whose path is empty. It goes on after an
// error, and returns that of the least path, whatever the cores do.
func (w *walk) run(dir *os.Root) error {
	w.slots = make(chan struct{}, runtime.GOMAXPROCS(0)-1)
	w.folder(dir, "")
	return w.err
}

// folder walks over what lies in dir, whose path is rel, and reports whether
// all went well.
func (w *walk) folder(dir *os.Root, rel string) bool {
	list, err := readDir(dir)
	if err != nil {
		return w.ok(rel, cause(err))
	}
	var group sync.WaitGroup
	oks := make([]bool, len(list))
	for i, d := range list {
		p := path.Join(rel, d.Name())
		info, err := dir.Lstat(d.Name())
		switch {
		case err != nil:
			oks[i] = w.ok(p, cause(err))
		case !info.IsDir():
			oks[i] = w.ok(p, w.file(dir, p, info))
		default:
			select {
			case w.slots <- struct{}{}:
				group.Go(func() {
					oks[i] = w.subfolder(dir, p, info)
					<-w.slots
				})
			default:
				oks[i] = w.subfolder(dir, p, info)
			}
		}
	}
	group.Wait()
	for _, ok := range oks {
		if !ok {
			return false
		}
	}
	return true
}

func (w *walk) subfolder(dir *os.Root, p string, info fs.FileInfo) bool {
	if !w.ok(p, w.enter(dir, p, info)) {
		return false
	}
	sub, err := dir.OpenRoot(path.Base(p))
	if err != nil {
		return w.ok(p, cause(err))
	}
	ok := w.folder(sub, p)
	sub.Close()
	return ok && w.ok(p, w.leave(dir, p, info))
}

// ok notes an error.
func (w *walk) ok(p string, err error) bool {
	if err == nil {
		return true
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil || p < w.where {
		w.where, w.err = p, err
	}
	return false
}

// readDir lists a folder, in no order.
func readDir(dir *os.Root) ([]fs.DirEntry, error) {
	f, err := dir.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}
