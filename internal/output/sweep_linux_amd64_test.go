package output

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// The tests of this file run a build in a process of its own and stop it at
// each system call that has to do with files, one after the other: they kill it
// there, or let the call fail.

var everyCall = flag.Bool("everycall", false, "stop builds at each call, not at some")

// stride returns the distance between the calls to stop at: n, unless each is
// asked for. The first is another one for each start.
func stride(n int) int {
	if *everyCall {
		return 1
	}
	return n
}

// A fault is what happens to the n-th of the calls it is about, counted from 1.
type fault struct {
	n     int
	errno syscall.Errno // the call fails with this; 0 kills the process before it
	on    bool          // all later ones fail as well
}

// about reports whether a call counts: for an error those that can fail so, for
// a kill those that change something, since between them all is the same.
func (f fault) about(regs unix.PtraceRegs) bool {
	if f.errno != 0 {
		return slices.Contains(fileCalls[regs.Orig_rax], f.errno)
	}
	switch regs.Orig_rax {
	case unix.SYS_OPENAT:
		return regs.Rdx&(unix.O_CREAT|unix.O_TRUNC) != 0
	case unix.SYS_READ, unix.SYS_CLOSE, unix.SYS_NEWFSTATAT, unix.SYS_FSTAT, unix.SYS_GETDENTS64:
		return false
	}
	_, ok := fileCalls[regs.Orig_rax]
	return ok
}

// fileCalls are the calls that have to do with files, and the errors that each
// of them has in the tests.
var fileCalls = map[uint64][]syscall.Errno{
	unix.SYS_OPENAT:     {unix.EMFILE, unix.EACCES, unix.ENOSPC},
	unix.SYS_WRITE:      {unix.ENOSPC, unix.EIO},
	unix.SYS_PWRITE64:   {unix.ENOSPC, unix.EIO},
	unix.SYS_READ:       {unix.EIO},
	unix.SYS_CLOSE:      {unix.EIO},
	unix.SYS_MKDIRAT:    {unix.ENOSPC, unix.EACCES},
	unix.SYS_LINKAT:     {unix.ENOSPC, unix.EACCES, unix.EMLINK},
	unix.SYS_RENAMEAT:   {unix.ENOSPC, unix.EACCES, unix.EIO},
	unix.SYS_RENAMEAT2:  {unix.ENOSPC, unix.EACCES, unix.EBUSY, unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP},
	unix.SYS_UNLINKAT:   {unix.EACCES, unix.EIO},
	unix.SYS_NEWFSTATAT: {unix.EACCES, unix.EIO},
	unix.SYS_FSTAT:      {unix.EIO},
	unix.SYS_GETDENTS64: {unix.EIO},
	unix.SYS_FCHMODAT:   {unix.EPERM},
	unix.SYS_FCHOWNAT:   {unix.EIO},
	unix.SYS_UTIMENSAT:  {unix.EPERM},
	unix.SYS_FTRUNCATE:  {unix.EIO},
	unix.SYS_FLOCK:      {unix.EIO},
}

// marker is a call that nothing else makes: a build starts after the first
// and ends before the second.
const marker = unix.SYS_GETPGID

// buildTraced is the process that is stopped.
func buildTraced() {
	dir := os.Getenv("OUTPUT_TEST_BUILD")
	n, _ := strconv.Atoi(os.Getenv("OUTPUT_TEST_EDITION"))
	tree := NewTree()
	for path, s := range editionTexts(n) {
		tree.Add(path, text(s))
	}
	unix.Getpgid(0)
	report, err := Write(context.Background(), dir, tree)
	unix.Getpgid(0)
	if err == nil {
		err = report.Leftover
		fmt.Println("built", err)
		return
	}
	fmt.Println("error", err)
}

// trace runs a build of the edition at dir, lets the fault happen, and returns
// what the build said and how many calls it made. A build that was killed says
// nothing.
func trace(t *testing.T, dir string, n int, f fault) (said string, calls int) {
	t.Helper()
	runtime.LockOSThread() // only the thread that traces a process may go on with it
	defer runtime.UnlockOSThread()
	exe, err := os.Executable()
	check(t, err)
	out, err := os.CreateTemp(t.TempDir(), "")
	check(t, err)
	defer out.Close()
	cmd := exec.Command(exe, "-test.run=^"+strings.Split(t.Name(), "/")[0]+"$")
	cmd.Env = append(os.Environ(), "OUTPUT_TEST_BUILD="+dir, fmt.Sprint("OUTPUT_TEST_EDITION=", n), "GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1", noRest)
	cmd.Stdout = out
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		t.Skipf("processes may not be traced here: %v", err)
	}
	calls = follow(t, cmd.Process.Pid, f)
	b, err := os.ReadFile(out.Name())
	check(t, err)
	said, _, _ = strings.Cut(string(b), "\nPASS")
	return strings.TrimSpace(said), calls
}

// follow lets the process run from call to call until it ends.
func follow(t *testing.T, pid int, f fault) (calls int) {
	t.Helper()
	var status unix.WaitStatus
	_, err := unix.Wait4(pid, &status, 0, nil)
	check(t, err)
	check(t, unix.PtraceSetOptions(pid, unix.PTRACE_O_TRACESYSGOOD|unix.PTRACE_O_TRACECLONE|unix.PTRACE_O_EXITKILL))
	check(t, unix.PtraceSyscall(pid, 0))
	var (
		building bool
		leaving  = make(map[int]bool) // threads in a call
		failing  = make(map[int]bool) // threads in a call that is to fail
	)
	for {
		tid, err := unix.Wait4(-1, &status, unix.WALL, nil)
		check(t, err)
		if status.Exited() || status.Signaled() {
			if tid == pid {
				return calls
			}
			continue
		}
		signal := 0
		switch stop := status.StopSignal(); {
		case stop == unix.SIGTRAP|0x80:
			leaving[tid] = !leaving[tid]
			var regs unix.PtraceRegs
			if unix.PtraceGetRegs(tid, &regs) != nil {
				break // the process has ended meanwhile
			}
			if !leaving[tid] {
				if failing[tid] {
					failing[tid] = false
					regs.Rax = -uint64(f.errno)
					unix.PtraceSetRegs(tid, &regs)
				}
				break
			}
			if regs.Orig_rax == marker {
				building = !building
			}
			if !building || !f.about(regs) {
				break
			}
			calls++
			if calls < f.n || calls > f.n && !f.on {
				break
			}
			if f.errno == 0 {
				check(t, unix.Kill(pid, unix.SIGKILL))
				continue
			}
			regs.Orig_rax = ^uint64(0) // no call at all
			unix.PtraceSetRegs(tid, &regs)
			failing[tid] = true
		case stop == unix.SIGTRAP, stop == unix.SIGSTOP: // a thread begins
		default:
			signal = int(stop)
		}
		if err := unix.PtraceSyscall(tid, signal); err != nil && !errors.Is(err, unix.ESRCH) {
			t.Fatal(err)
		}
	}
}

// A start is what lies at dir before the build that is stopped, which is that
// of edition 1.
var starts = []struct {
	name string
	make func(t *testing.T, dir string) (mine map[string]string)
}{
	{"first build", func(t *testing.T, dir string) map[string]string { return nil }},
	{"second build", func(t *testing.T, dir string) map[string]string {
		mustWrite(t, dir, edition(t, 0))
		return nil
	}},
	{"later build, with files of others", func(t *testing.T, dir string) map[string]string {
		mustWrite(t, dir, edition(t, 2))
		mustWrite(t, dir, edition(t, 1))
		mustWrite(t, dir, edition(t, 0))
		put(t, filepath.Join(dir, "keep/payroll.txt"), "mine")
		put(t, filepath.Join(dir, "people/gone/photo.jpg"), "mine")
		put(t, filepath.Join(dir, "people/b/index.html"), "edited by hand")
		check(t, os.Symlink("../..", filepath.Join(dir, "keep/link")))
		return map[string]string{"keep/payroll.txt": "mine", "people/gone/photo.jpg": "mine"}
	}},
	{"nothing to do", func(t *testing.T, dir string) map[string]string {
		mustWrite(t, dir, edition(t, 1))
		return nil
	}},
}

// isEdition reports whether dir holds an edition, beside somebody's files.
func isEdition(t *testing.T, dir string, n int, mine map[string]string) bool {
	t.Helper()
	want := editionTexts(n)
	maps.Copy(want, mine)
	got := make(map[string]string)
	for path, what := range look(t, dir) {
		if what[0] == '-' {
			b, err := os.ReadFile(filepath.Join(dir, path))
			check(t, err)
			got[path] = string(b)
		}
	}
	return maps.Equal(got, want)
}

// buildsAgain checks that the next build clears up and works, whatever was
// left.
func buildsAgain(t *testing.T, dir string, mine map[string]string) {
	t.Helper()
	for _, n := range []int{1, 2} {
		mustWrite(t, dir, edition(t, n))
		if !isEdition(t, dir, n, mine) {
			t.Errorf("the next build left %v", look(t, dir))
		}
		settled(t, dir)
	}
}

func TestKilledAtEachCall(t *testing.T) {
	if os.Getenv("OUTPUT_TEST_BUILD") != "" {
		buildTraced()
		return
	}
	for i, start := range starts {
		t.Run(start.name, func(t *testing.T) {
			points, swapped := 0, 0
			for n := 1 + i%stride(7); ; n += stride(7) {
				dir := filepath.Join(t.TempDir(), "public")
				mine := start.make(t, dir)
				before := look(t, dir)
				said, _ := trace(t, dir, 1, fault{n: n})
				if said != "" {
					break // it made fewer calls
				}
				points++
				if !maps.Equal(before, look(t, dir)) {
					swapped++
					if !isEdition(t, dir, 1, mine) {
						t.Errorf("killed at call %d: %v", n, look(t, dir))
					}
				}
				buildsAgain(t, dir, mine)
			}
			t.Logf("killed at %d calls, %d of them with the new site in place", points, swapped)
			if points == 0 {
				t.Error("killed at no call")
			}
		})
	}
}

func TestEachCallFails(t *testing.T) {
	if os.Getenv("OUTPUT_TEST_BUILD") != "" {
		buildTraced()
		return
	}
	for i, start := range starts {
		for _, on := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, for good=%v", start.name, on), func(t *testing.T) {
				for _, errno := range []syscall.Errno{unix.ENOSPC, unix.EACCES, unix.EIO, unix.EMFILE} {
					failEach(t, start.make, 1+i%stride(127), errno, on)
				}
			})
		}
	}
}

// failEach lets one call after the other fail, beginning with the first-th.
func failEach(t *testing.T, start func(*testing.T, string) map[string]string, first int, errno syscall.Errno, on bool) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	start(t, dir)
	_, calls := trace(t, dir, 1, fault{1 << 30, errno, on})
	failed, leftover := 0, 0
	for n := first; n <= calls; n += stride(127) {
		dir := filepath.Join(t.TempDir(), "public")
		mine := start(t, dir)
		before := look(t, dir)
		said, _ := trace(t, dir, 1, fault{n, errno, on})
		state, err, _ := strings.Cut(said, " ")
		switch {
		case state == "built" && !isEdition(t, dir, 1, mine):
			t.Errorf("%v at call %d: %s, but it left %v", errno, n, said, look(t, dir))
		case state == "built" && err != "<nil>":
			leftover++
		case state == "error" && !maps.Equal(before, look(t, dir)):
			t.Errorf("%v at call %d: %s, but was %v and is %v", errno, n, said, before, look(t, dir))
		case state == "error" && !strings.Contains(err, filepath.Dir(dir)) && !strings.Contains(err, ".html") && !strings.Contains(err, ".css"):
			t.Errorf("%v at call %d names no path: %s", errno, n, said)
		case state == "error":
			failed++
		case state != "built":
			t.Errorf("%v at call %d: the build says %q", errno, n, said)
		}
		buildsAgain(t, dir, mine)
	}
	t.Logf("%v at one of %d calls: %d builds failed, %d could not clear the old site away", errno, calls, failed, leftover)
}

// Where there are no hard links, pages are copied with their times; the files
// of others are not, and the build says so.
func TestWithoutHardLinks(t *testing.T) {
	if os.Getenv("OUTPUT_TEST_BUILD") != "" {
		buildTraced()
		return
	}
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, edition(t, 0))
	check(t, os.Symlink("index.html", filepath.Join(dir, "start.html")))
	before := look(t, dir)
	said, calls := trace(t, dir, 1, fault{1, unix.EMLINK, true})
	if said != "built <nil>" || calls == 0 {
		t.Errorf("after %d calls: %s", calls, said)
	}
	sameTexts(t, dir, withLink(editionTexts(1)))
	after := look(t, dir)
	for _, path := range []string{"people/a/index.html", "assets/style.css"} {
		if before[path] != after[path] {
			t.Errorf("%s was %s and is %s", path, before[path], after[path])
		}
	}
	puts("CNAME")(t, dir)
	before = look(t, dir)
	said, _ = trace(t, dir, 2, fault{1, unix.EMLINK, true})
	if want := "error " + filepath.Join(dir, "CNAME") + ": cannot be carried over to the new site: too many links"; said != want {
		t.Errorf("got %q, want %q", said, want)
	}
	if after := look(t, dir); !maps.Equal(before, after) {
		t.Errorf("was %v and is %v", before, after)
	}
	settled(t, dir)
}

// withLink adds what is read at start.html, a link to the home page.
func withLink(files map[string]string) map[string]string {
	files["start.html"] = files["index.html"]
	return files
}

// Where folders cannot change places in one step, two renames do it.
func TestWithoutExchange(t *testing.T) {
	if os.Getenv("OUTPUT_TEST_BUILD") != "" {
		buildTraced()
		return
	}
	for _, errno := range []syscall.Errno{unix.EINVAL, unix.ENOSYS, unix.EOPNOTSUPP} {
		dir := filepath.Join(t.TempDir(), "public")
		mustWrite(t, dir, edition(t, 0))
		puts("CNAME")(t, dir)
		said, calls := trace(t, dir, 1, fault{1, errno, true})
		if said != "built <nil>" || calls != 1 {
			t.Errorf("%v at %d calls: %s", errno, calls, said)
		}
		want := editionTexts(1)
		want["CNAME"] = "mine: CNAME"
		sameTexts(t, dir, want)
		settled(t, dir)
	}
}
