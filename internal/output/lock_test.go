package output

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// One of eight holds the lock, and is made to hold it until all others have
// been turned away.
func TestOfBuildsAtOnceOneWrites(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for round := range 50 {
		var (
			group    sync.WaitGroup
			refusals atomic.Int64
			turned   = make(chan struct{})
			won      atomic.Int64
		)
		for range 8 {
			group.Go(func() {
				tree := edition(t, round)
				add(t, tree, "zz.html", func(io.Writer) error {
					<-turned
					return nil
				})
				_, err := Write(t.Context(), dir, tree)
				if err == nil {
					won.Add(1)
					return
				}
				locked, ok := errors.AsType[*LockedError](err)
				if !ok || locked.Dir != dir || locked.PID != os.Getpid() && locked.PID != 0 {
					t.Errorf("got error %v", err)
				}
				if refusals.Add(1) == 7 {
					close(turned)
				}
			})
		}
		group.Wait()
		if won.Load() != 1 {
			t.Errorf("%d builds at once wrote", won.Load())
		}
		want := editionTexts(round)
		want["zz.html"] = ""
		sameTexts(t, dir, want)
		settled(t, dir)
	}
}

// The test runs itself in another process, which takes the lock, says so, and
// holds it until it is killed.
func TestTheLockNamesItsProcessAndDiesWithIt(t *testing.T) {
	if dir := os.Getenv("OUTPUT_TEST_LOCK"); dir != "" {
		tree := edition(t, 1)
		add(t, tree, "zz.html", func(io.Writer) error {
			os.Stdout.WriteString("locked\n")
			select {}
		})
		Write(t.Context(), dir, tree)
		return
	}
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, edition(t, 0))
	exe, err := os.Executable()
	check(t, err)
	cmd := exec.Command(exe, "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), "OUTPUT_TEST_LOCK="+dir)
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	if line != "locked\n" {
		t.Errorf("the other process says %q, %v", line, err)
	}
	_, err = Write(t.Context(), dir, edition(t, 2))
	if locked, ok := errors.AsType[*LockedError](err); !ok || locked.PID != cmd.Process.Pid {
		t.Errorf("got error %v, want that of process %d", err, cmd.Process.Pid)
	}
	check(t, cmd.Process.Kill())
	cmd.Wait()
	sameTexts(t, dir, editionTexts(0))
	mustWrite(t, dir, edition(t, 2))
	sameTexts(t, dir, editionTexts(2))
	settled(t, dir)
}
