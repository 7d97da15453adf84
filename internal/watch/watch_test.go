package watch

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Changes that nobody receives are added up.
func TestChangesGrowUntilReceived(t *testing.T) {
	w := &watcher{changes: make(chan Change, 1)}
	w.tell(Change{Paths: []string{"b", "a"}})
	w.notify(Overflow)
	w.tell(Change{})
	w.tell(Change{Paths: []string{"c", "a"}})
	if diff := cmp.Diff(Change{[]string{"a", "b", "c"}, Overflow}, <-w.changes); diff != "" {
		t.Error(diff)
	}
	w.notify(Overflow)
	w.notify(Limit)
	if got := <-w.changes; got.Notice != Limit {
		t.Errorf("got notice %d, want how it is now", got.Notice)
	}
	if len(w.changes) != 0 {
		t.Error("nothing is told twice")
	}
}

// While nobody receives, the watching goes on.
func TestASlowReceiverHoldsUpNothing(t *testing.T) {
	root := reports(t, 50)
	f := follow(t, root, 0, time.Hour)
	for i := range 50 {
		put(t, filepath.Join(root, reportDir(i), "report.md"), "new")
		if i%10 == 0 {
			<-time.After(2 * quiet) // another batch
		}
	}
	f.settle()
}

func TestARootMustBeThere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "")
	for _, root := range []string{file, file + "/below", file + "x"} {
		if _, err := Start(t.Context(), root, 0); err == nil {
			t.Errorf("%s was watched", root)
		}
	}
}

// A root given as people give it: relative, with a slash, empty of content.
func TestAnEmptyRootGivenRelative(t *testing.T) {
	dir := t.TempDir()
	mkdir(t, dir+"/root")
	t.Chdir(dir)
	ctx, cancel := context.WithCancel(t.Context())
	changes, err := Start(ctx, "./root/", 0)
	check(t, err)
	write(t, "root", "content/people/ada.md", "text")
	select {
	case c := <-changes:
		if diff := cmp.Diff(Change{Paths: []string{"content/people/ada.md"}}, c); diff != "" {
			t.Error(diff)
		}
	case <-time.After(patient):
		t.Error("nothing is told")
	}
	cancel()
	for range changes {
	}
}

func TestNothingIsLeftRunning(t *testing.T) {
	root := reports(t, 10)
	for _, poll := range []time.Duration{0, time.Millisecond} {
		ctx, cancel := context.WithCancel(t.Context())
		changes, err := Start(ctx, root, poll)
		check(t, err)
		for i := range 10 { // events are under way, and a doubt
			put(t, filepath.Join(root, reportDir(i), "report.md"), "")
		}
		cancel()
		for range changes {
		}
		deadline := time.Now().Add(patient)
		for running(t) && time.Now().Before(deadline) {
			runtime.Gosched() // the last one has closed the channel and is about to return
		}
		if running(t) {
			t.Errorf("with poll %v something is left running", poll)
		}
	}
}

func running(t *testing.T) bool {
	var all strings.Builder
	check(t, pprof.Lookup("goroutine").WriteTo(&all, 1))
	return strings.Contains(all.String(), "watch.(*watcher)") || strings.Contains(all.String(), "fsnotify")
}

// What is no content is not told, whether it is there at first or comes later.
func TestNoiseIsNotTold(t *testing.T) {
	waysOfWatching(t, func(t *testing.T, poll time.Duration) {
		root := t.TempDir()
		noise := func(text string) {
			for _, path := range []string{
				"README.md", "public/index.html", ".git/HEAD", "notes/content/people/ada.md",
				"content/.git/HEAD", "content/people/.ada.md.swp", "content/people/ada.md~",
				"content/people/4913", "content/people/#ada.md#", "layouts/base.html___jb_tmp___",
			} {
				write(t, root, path, text)
			}
		}
		noise("one")
		f := follow(t, root, poll, time.Hour)
		noise("two")
		removeAll(t, root+"/public")
		mkdir(t, root+"/content/pages/empty")
		write(t, root, "content/people/eve.md", "text")
		for !f.told["content/people/eve.md"] {
			f.receive()
		}
		if len(f.told) != 1 {
			t.Errorf("told of %v", f.told)
		}
	})
}

// Who may read a file matters. When it was touched does only if its time says
// so, and then the reader compares.
func TestAttributes(t *testing.T) {
	root := t.TempDir()
	write(t, root, report, "text")
	write(t, root, "content/site.yaml", "a: b")
	f := follow(t, root, 0, time.Hour)
	check(t, os.Chmod(filepath.Join(root, "content/site.yaml"), 0o644)) // as it was
	check(t, os.Chmod(filepath.Join(root, report), 0o600))
	if c := f.receive(); !slices.Equal(c.Paths, []string{report}) {
		t.Errorf("told of %v", c.Paths)
	}
}

func TestPollingIsSaidIfForced(t *testing.T) {
	f := follow(t, t.TempDir(), time.Hour, time.Hour)
	if c := f.receive(); c.Notice != Forced {
		t.Errorf("told %v", c)
	}
}
