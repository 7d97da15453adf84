package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
)

// A Reason is why Write will not touch a folder.
type Reason uint8

// The reasons, with the Path that a RefusedError of it names.
const (
	NotOurs   Reason = iota + 1 // a folder with files in it, and no record of a build that wrote them
	Damaged                     // the record of what was written: cut short, or of another version
	NotFolder                   // a file or a symbolic link where a folder has to be
	Protected                   // a folder that is, or holds, one the caller wants kept
	Nested                      // a folder inside the output of another build
	Occupied                    // a file or link of somebody else where a page, or a page's folder, has to go
	Stranded                    // a file that somebody else wrote to the old site in the moment of a swap
)

// what says it in words, with what to do.
func (r Reason) what() string {
	switch r {
	case NotOurs:
		return "holds files, and no record says that they were built here; empty the folder or choose another"
	case Damaged:
		return "is not a record this version can read; remove it and the folder it speaks of, then build again"
	case NotFolder:
		return "is not a folder (symbolic links are not followed); name the folder itself"
	case Protected:
		return "is a folder that must not be built over, or holds one; choose another"
	case Nested:
		return "lies inside the output of another build; choose a folder outside it"
	case Occupied:
		return "was not built here, and the new site needs its place; move it away"
	case Stranded:
		return "was written by somebody else while the site was swapped; move it to where it belongs"
	}
	panic("output: unknown reason")
}

// A RefusedError is Write's answer to a folder that it may not touch.
type RefusedError struct {
	Path   string // what is in the way
	Reason Reason
}

func (e *RefusedError) Error() string { return e.Path + " " + e.Reason.what() }

// A LockedError says that another build is writing to the same folder.
type LockedError struct {
	Dir string
	PID int // the process that does; 0 when it had no time yet to say
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return e.Dir + " is being written by another build"
	}
	return fmt.Sprintf("%s is being written by another build, process %d", e.Dir, e.PID)
}

// at puts path before an error of the machine. An error that names its path
// stays as it is, and none stays none.
func at(path string, err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*RefusedError](err); ok {
		return err
	}
	return fmt.Errorf("%s: %w", path, cause(err))
}

// cause drops the path that os put into an error: it may lie in the staging
// folder, of which nobody else knows.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

// guard refuses dir, an absolute path, when it is or holds one of the
// protected folders, or when it lies inside the output of another build.
func guard(dir string, protect []string) error {
	if filepath.Dir(dir) == dir {
		return &RefusedError{dir, Protected}
	}
	if here, err := os.Stat(dir); err == nil {
		for _, p := range protect {
			if within(p, here) {
				return &RefusedError{dir, Protected}
			}
		}
	}
	for a := range ancestors(filepath.Dir(dir)) {
		if _, err := os.Lstat(filepath.Join(filepath.Dir(a), stateName(filepath.Base(a)), manifestName)); err == nil {
			return &RefusedError{dir, Nested}
		}
	}
	return nil
}

// within reports whether path is the folder, or lies in it. It compares the
// folders themselves: names may differ in case, or lead over links.
func within(path string, folder fs.FileInfo) bool {
	for a := range ancestors(path) {
		if info, err := os.Stat(a); err == nil && os.SameFile(info, folder) {
			return true
		}
	}
	return false
}

// ancestors yields path and the folders above it, links resolved as far as
// the path exists.
func ancestors(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
		for yield(path) && filepath.Dir(path) != path {
			path = filepath.Dir(path)
		}
	}
}

// isEmpty reports whether the folder name has nothing in it.
func isEmpty(root *os.Root, name string) (bool, error) {
	f, err := root.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	if errors.Is(err, io.EOF) {
		return true, nil
	}
	return false, err
}
