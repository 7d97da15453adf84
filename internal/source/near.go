package source

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

const reviewsFolder = "content/reviews"

// A near is a file system whose folders of reviews are kept open. Nearly all
// files of a portfolio lie in a few of them, and an os.Root opens every folder
// on the way to a file again for each: that was most of what reading one cost.
type near struct {
	fs.FS
	periods map[string]*os.Root // by name
}

// maxNear is how many folders are kept open.
const maxNear = 64

// nearer opens the folders of reviews. What cannot be opened is left to fsys,
// which tells why.
func nearer(fsys fs.FS) *near {
	n := &near{FS: fsys, periods: map[string]*os.Root{}}
	reviews := rootAt(fsys, reviewsFolder)
	if reviews == nil {
		return n
	}
	defer reviews.Close()
	entries, _ := fs.ReadDir(fsys, reviewsFolder)
	for _, d := range entries {
		if !d.IsDir() || len(n.periods) == maxNear {
			continue
		}
		if root, err := reviews.OpenRoot(d.Name()); err == nil {
			n.periods[d.Name()] = root
		}
	}
	return n
}

// rootAt returns the folder that fsys opens under this name, nil where fsys is
// not a folder of the disk. It is opened by its path and compared with what
// fsys opened, so that nothing fsys keeps out gets in.
func rootAt(fsys fs.FS, name string) *os.Root {
	f, err := fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	file, ok := f.(*os.File)
	if !ok {
		return nil
	}
	root, err := os.OpenRoot(file.Name())
	if err != nil {
		return nil
	}
	want, err := file.Stat()
	got, errGot := root.Stat(".")
	if err != nil || errGot != nil || !os.SameFile(want, got) {
		root.Close()
		return nil
	}
	return root
}

func (n *near) close() {
	for _, root := range n.periods {
		root.Close()
	}
}

// find returns the open folder that a file or folder lies in, and its name
// from there; nil where there is none.
func (n *near) find(name string) (root *os.Root, inside string) {
	rest, ok := strings.CutPrefix(name, reviewsFolder+"/")
	if !ok {
		return nil, ""
	}
	period, inside, _ := strings.Cut(rest, "/")
	if inside == "" {
		inside = "."
	}
	return n.periods[period], inside
}

func (n *near) Open(name string) (fs.File, error) {
	root, inside := n.find(name)
	if root == nil {
		return n.FS.Open(name)
	}
	f, err := root.Open(inside)
	if err != nil {
		return nil, named(err, name)
	}
	return f, nil
}

func (n *near) ReadDir(name string) ([]fs.DirEntry, error) {
	root, inside := n.find(name)
	if root == nil {
		return fs.ReadDir(n.FS, name)
	}
	entries, err := fs.ReadDir(root.FS(), inside)
	return entries, named(err, name)
}

// named gives an error the whole name of its file.
func named(err error, name string) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		e.Path = name
	}
	return err
}
