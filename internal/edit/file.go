package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// ErrIrregular says that a path leads to, or through, something that is no
// plain file or folder: a symbolic link, a device.
var ErrIrregular = errors.New("symbolic links and special files are not written to")

// Replace gives an existing file new bytes in one step: who reads it meanwhile
// sees the old or the new text, and after an error it is what it was. The file
// keeps its mode. The name has slashes and lies in root.
func Replace(root *os.Root, name string, text []byte) error {
	if err := plain(root, name); err != nil {
		return err
	}
	info, err := root.Stat(name)
	if err != nil {
		return err
	}
	// Hidden, so that nobody reads it as content; what a killed run left is
	// taken over.
	temp := path.Join(path.Dir(name), "."+path.Base(name)+".new")
	if err := root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := write(root, temp, info.Mode().Perm(), text); err != nil {
		return err
	}
	if err := root.Rename(temp, name); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return nil
}

// Create writes a new file, and the folders above it where they are missing.
// The error is fs.ErrExist where something has the name already.
func Create(root *os.Root, name string, text []byte) error {
	if err := plain(root, path.Dir(name)); err != nil {
		return err
	}
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	return write(root, name, 0o666, text)
}

// write makes a file that is not there yet; after an error it is not there
// either.
func write(root *os.Root, name string, mode fs.FileMode, text []byte) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if mode != 0o666 { // a mode to keep is not subject to the umask
		err = errors.Join(err, f.Chmod(mode))
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

// plain refuses a name that leads through a link. What is not there is fine.
func plain(root *os.Root, name string) error {
	parts := strings.Split(name, "/")
	for i := range parts {
		at := strings.Join(parts[:i+1], "/")
		info, err := root.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if !info.IsDir() && !info.Mode().IsRegular() {
			return fmt.Errorf("%s: %w", at, ErrIrregular)
		}
	}
	return nil
}
