package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders in dir change places in one step. The error is
// errors.ErrUnsupported where the kernel or the file system cannot.
func exchange(dir *os.File, a, b string) error {
	fd := int(dir.Fd())
	err := unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported
	}
	return err
}
