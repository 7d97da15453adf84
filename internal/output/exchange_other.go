//go:build !linux && !darwin

package output

import (
	"errors"
	"os"
)

// exchange is errors.ErrUnsupported: the system knows no such step.
func exchange(*os.File, string, string) error { return errors.ErrUnsupported }
