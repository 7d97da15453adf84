package posting

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"reviewfolio/internal/edit"
)

// A ChangedError says that a file is no longer what it was when the plan was
// made: somebody else wrote it meanwhile.
type ChangedError struct{ Path string }

// Error names the file.
func (e *ChangedError) Error() string { return e.Path + " was changed meanwhile" }

// Write carries the plan out: all its files are written, or none. Where one
// cannot be written, or is a *ChangedError, those before it are put back; the
// error says so too where even that fails. A plan with errors among its faults
// is not to be written.
func (p *Plan) Write(root *os.Root) error {
	for _, f := range p.Files {
		if err := f.unchanged(root); err != nil {
			return err
		}
	}
	for i, f := range p.Files {
		err := f.unchanged(root)
		if err == nil {
			err = f.write(root)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w", f.Path, err), putBack(root, p.Files[:i]))
		}
	}
	return nil
}

// unchanged returns an error unless the file is what it was.
func (f *File) unchanged(root *os.Root) error {
	text, err := root.ReadFile(f.Path)
	switch {
	case f.Old == nil && errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, fs.ErrNotExist), err == nil && (f.Old == nil || !bytes.Equal(text, f.Old)):
		return &ChangedError{f.Path}
	}
	return err
}

func (f *File) write(root *os.Root) error {
	if f.Old == nil {
		return edit.Create(root, f.Path, f.New)
	}
	return edit.Replace(root, f.Path, f.New)
}

// putBack makes files what they were, the last first. Folders that were made
// for them go where nothing else lies in them.
func putBack(root *os.Root, files []File) (err error) {
	for i := len(files) - 1; i >= 0; i-- {
		f := files[i]
		if f.Old != nil {
			err = errors.Join(err, edit.Replace(root, f.Path, f.Old))
			continue
		}
		err = errors.Join(err, root.Remove(f.Path))
		for dir := path.Dir(f.Path); dir != "." && root.Remove(dir) == nil; {
			dir = path.Dir(dir)
		}
	}
	return err
}
