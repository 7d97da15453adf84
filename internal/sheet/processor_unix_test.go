//go:build unix

package sheet

import (
	"syscall"
	"testing"
	"time"
)

// processorTime is measured and not that of the clock, as other tests may run
// at the same time.
func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
