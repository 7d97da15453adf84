package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// inside is set in a process that a test has started to run itself again.
const inside = "OUTPUT_TEST_INSIDE"

// noRest lets a process that looks for races end at once, and not sleep for a
// second before it.
const noRest = "GORACE=atexit_sleep_ms=0"

// again runs the test once more in a process of its own, which has the ids in
// user and group spaces of its own. The test is skipped where that is not
// permitted.
func again(t *testing.T, uid, gid int, flags uintptr) {
	t.Helper()
	exe, err := os.Executable()
	check(t, err)
	cmd := exec.Command(exe, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), inside+"=1", noRest)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | flags,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: uid, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: gid, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	if e, ok := errors.AsType[*os.PathError](err); ok && errors.Is(e, fs.ErrPermission) {
		t.Skipf("user namespaces are not permitted here: %v", err)
	}
	if err != nil || strings.Contains(string(out), "SKIP") {
		t.Errorf("inside: %v\n%s", err, out)
	}
}

// asNobody runs the test as a user without the rights of root.
func asNobody(t *testing.T) { again(t, 1000, 1000, 0) }

// TestDiskFull takes a disk that is full after the n-th block, and one that is
// full after the n-th file, for every n until the site fits.
func TestDiskFull(t *testing.T) {
	if os.Getenv(inside) == "" {
		again(t, 0, 0, syscall.CLONE_NEWNS)
		return
	}
	for _, limit := range []string{"size", "nr_inodes"} {
		t.Run(limit, func(t *testing.T) {
			disk := t.TempDir()
			check(t, unix.Mount("tmpfs", disk, "tmpfs", 0, ""))
			defer unix.Unmount(disk, unix.MNT_DETACH)
			fillUp(t, disk, limit)
		})
	}
}

func fillUp(t *testing.T, disk, limit string) {
	dir := disk + "/public"
	mustWrite(t, dir, edition(t, 0))
	puts("CNAME", "keep/payroll.txt")(t, dir)
	before := look(t, dir)
	var stat unix.Statfs_t
	check(t, unix.Statfs(disk, &stat))
	used, unit := int(stat.Blocks-stat.Bfree), int(stat.Bsize)
	if limit == "nr_inodes" {
		used, unit = int(stat.Files-stat.Ffree), 1
	}
	for n := range 100 {
		check(t, unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, fmt.Sprintf("%s=%d", limit, (used+n)*unit)))
		_, err := Write(t.Context(), dir, edition(t, 1))
		if err == nil {
			if n < 5 {
				t.Errorf("the disk was full %d times only", n)
			}
			want := editionTexts(1)
			want["CNAME"], want["keep/payroll.txt"] = "mine: CNAME", "mine: keep/payroll.txt"
			sameTexts(t, dir, want)
			settled(t, dir)
			return
		}
		if !errors.Is(err, unix.ENOSPC) {
			t.Errorf("room for %d: %v", n, err)
		}
		if after := look(t, dir); !maps.Equal(before, after) {
			t.Errorf("room for %d: was %v and is %v", n, before, after)
		}
		settled(t, dir)
	}
	t.Error("the disk never sufficed")
}
