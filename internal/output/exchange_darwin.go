package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders in dir change places in one step. The error is
// errors.ErrUnsupported where the file system cannot.
func exchange(dir *os.File, a, b string) error {
	fd := int(dir.Fd())
	return unix.RenameatxNp(fd, a, fd, b, unix.RENAME_SWAP)
}
