package watch

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// inside is set in a process that a test has started to run itself again.
const inside = "WATCH_TEST_INSIDE"

// againAs runs the test once more in a process of its own, as a user of its
// own. The test is skipped where that is not permitted.
func againAs(t *testing.T, user int) {
	t.Helper()
	cmd := again(t)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	if e, ok := errors.AsType[*os.PathError](err); ok && errors.Is(e, fs.ErrPermission) {
		t.Skipf("user namespaces are not permitted here: %v", err)
	}
	if err != nil || strings.Contains(string(out), "SKIP") {
		t.Errorf("inside: %v\n%s", err, out)
	}
}

func again(t *testing.T) *exec.Cmd {
	exe, err := os.Executable()
	check(t, err)
	cmd := exec.Command(exe, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), inside+"=1")
	return cmd
}

func limit(t *testing.T, name, value string) {
	t.Helper()
	check(t, os.WriteFile("/proc/sys/user/"+name, []byte(value), 0))
}

// Where the system lets us watch eight folders only, it is said, and nothing
// is missed.
func TestWatchLimit(t *testing.T) {
	if os.Getenv(inside) == "" {
		againAs(t, 0)
		return
	}
	polled := func(t *testing.T, f *follower) {
		for !slices.Contains(f.notices, Limit) {
			f.receive()
		}
		f.editAll()
		write(t, f.root, "content/pages/more/page.md", "text")
		f.settle()
		if !slices.Equal(f.notices, []Notice{Limit}) {
			t.Errorf("told %v, want the limit once", f.notices)
		}
	}
	t.Run("from the beginning", func(t *testing.T) {
		root := reports(t, 20)
		limit(t, "max_inotify_watches", "8")
		f := follow(t, root, 0, time.Hour)
		polled(t, f)
	})
	t.Run("later on", func(t *testing.T) {
		root := reports(t, 1)
		limit(t, "max_inotify_watches", "8")
		f := follow(t, root, 0, time.Hour)
		f.editAll()
		if f.notices != nil {
			t.Errorf("told %v before the limit was reached", f.notices)
		}
		for i := range 20 {
			write(t, root, fmt.Sprintf("content/pages/%d/page.md", i), "text")
		}
		polled(t, f)
	})
	t.Run("no watcher at all", func(t *testing.T) {
		root := reports(t, 1)
		limit(t, "max_inotify_instances", "0")
		polled(t, follow(t, root, 0, time.Hour))
	})
}

// A folder that is not ours to read is empty, and is full again when it is
// ours. Polling would not help, so it is not resorted to.
func TestUnreadableFolder(t *testing.T) {
	if os.Getenv(inside) == "" {
		againAs(t, 1000)
		return
	}
	waysOfWatching(t, func(t *testing.T, poll time.Duration) {
		root := reports(t, 3)
		dir := filepath.Join(root, reportDir(1))
		f := follow(t, root, poll, time.Hour)
		modes := []fs.FileMode{0, 0o755, 0o400, 0o755}
		if poll > 0 {
			modes = modes[:2] // the rest may be over between two looks
		}
		for _, mode := range modes {
			check(t, os.Chmod(dir, mode))
			f.settle()
		}
		f.editAll()
		if poll == 0 && f.notices != nil {
			t.Errorf("told %v", f.notices)
		}
	})
}

// A process that is stopped for a while cannot read its events, of which the
// system keeps 16,384. When it goes on everything is looked at again, and
// watched.
func TestOverflow(t *testing.T) {
	if root := os.Getenv(inside); root != "" {
		f := follow(t, root, 0, time.Hour)
		fmt.Println("ready")
		for !slices.Contains(f.notices, Overflow) {
			f.receive()
		}
		f.settle()
		f.editAll()
		return
	}
	root := reports(t, 20)
	cmd := again(t)
	cmd.Env = append(os.Environ(), inside+"="+root)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	lines := bufio.NewScanner(out)
	for lines.Scan() && lines.Text() != "ready" {
	}
	check(t, cmd.Process.Signal(syscall.SIGSTOP))
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(cmd.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil || !status.Stopped() {
		t.Fatalf("it has not stopped: %v", err)
	}
	overflow(t, root)
	check(t, cmd.Process.Signal(syscall.SIGCONT))
	said := ""
	for lines.Scan() {
		said += lines.Text() + "\n"
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("inside: %v\n%s", err, said)
	}
}

// overflow makes too many events, and changes what no event can tell of then.
func overflow(t *testing.T, root string) {
	var files [2]*os.File
	for i := range files {
		files[i] = open(t, filepath.Join(root, reportDir(i), "report.md"))
		defer files[i].Close()
	}
	for i := range 20000 { // the same file twice would make one event
		_, err := files[i%2].WriteAt(fmt.Append(nil, "text ", i), 0)
		check(t, err)
	}
	removeAll(t, filepath.Join(root, reportDir(2)))
	rename(t, filepath.Join(root, reportDir(3)), filepath.Join(root, reportDir(2)))
	rename(t, root+"/content/reviews/2026-06", root+"/content/moved")
	write(t, root, "content/pages/new/page.md", "text")
}

func TestNetworkFileSystems(t *testing.T) {
	for kind, want := range map[uint32]bool{
		unix.NFS_SUPER_MAGIC:       true,
		unix.CIFS_SUPER_MAGIC:      true, // its sign is extended on some systems
		unix.FUSE_SUPER_MAGIC:      true,
		unix.V9FS_MAGIC:            true,
		unix.EXT4_SUPER_MAGIC:      false,
		unix.TMPFS_MAGIC:           false,
		unix.OVERLAYFS_SUPER_MAGIC: false,
		unix.BTRFS_SUPER_MAGIC:     false,
	} {
		if got := networked(kind); got != want {
			t.Errorf("%#x: got %v", kind, got)
		}
	}
	if onNetwork("/proc") || onNetwork("/no such folder") {
		t.Error("what the kernel makes up, or is not there, is no network")
	}
}

// A write through memory makes no event. The round over all folders finds it.
func TestTheRoundFindsWhatNoEventTells(t *testing.T) {
	root := reports(t, 5)
	path := reportDir(4) + "/report.md"
	f := follow(t, root, 0, 10*time.Millisecond)
	file, err := os.OpenFile(filepath.Join(root, path), os.O_RDWR, 0)
	check(t, err)
	defer file.Close()
	memory, err := unix.Mmap(int(file.Fd()), 0, 4, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	check(t, err)
	copy(memory, "TEXT")
	check(t, unix.Msync(memory, unix.MS_SYNC))
	check(t, unix.Munmap(memory))
	f.settle()
}
