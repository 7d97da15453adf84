package watch

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// patient is how long a test waits for what must happen.
const patient = 20 * time.Second

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// A follower knows a portfolio's files by what it is told only.
type follower struct {
	t       *testing.T
	root    string
	changes <-chan Change
	files   map[string]string
	states  map[string][]string // each state that a reader has met, by path
	told    map[string]bool     // all paths
	notices []Notice
}

// follow starts to watch. With the beat of an hour only events tell.
func follow(t *testing.T, root string, poll, beat time.Duration) *follower {
	t.Helper()
	f := &follower{t: t, root: root, files: maps.Collect(eachFile(root)), states: map[string][]string{}, told: map[string]bool{}}
	ctx, cancel := context.WithCancel(t.Context())
	f.changes = start(ctx, root, poll, beat)
	t.Cleanup(func() {
		cancel()
		for range f.changes {
		}
	})
	return f
}

// receive takes the next change, and reads what it names.
func (f *follower) receive() Change {
	f.t.Helper()
	select {
	case c, open := <-f.changes:
		if !open {
			f.t.Fatal("the channel is closed")
		}
		f.take(c)
		return c
	case <-time.After(patient):
		f.t.Fatalf("nothing is told; that differs (-known +real):\n%s", cmp.Diff(f.files, maps.Collect(eachFile(f.root))))
	}
	return Change{}
}

func (f *follower) take(c Change) {
	if c.Notice != 0 {
		f.notices = append(f.notices, c.Notice)
	}
	for _, path := range c.Paths {
		f.told[path] = true
		text, ok := read(f.root, path)
		f.states[path] = append(f.states[path], text)
		if ok {
			f.files[path] = text
		} else {
			delete(f.files, path)
		}
	}
}

// settle takes changes until everything is known as it is.
func (f *follower) settle() {
	f.t.Helper()
	for !f.knowsAll() {
		f.receive()
	}
}

// knowsAll ends at the first file that differs, since it is asked often.
func (f *follower) knowsAll() bool {
	same := 0
	for path, text := range eachFile(f.root) {
		if known, ok := f.files[path]; !ok || known != text {
			return false
		}
		same++
	}
	return same == len(f.files)
}

const absent = "(absent)"

// read returns what a reader of portfolios can tell of a file.
func read(root, path string) (text string, ok bool) {
	file := filepath.Join(root, path)
	info, err := os.Lstat(file)
	switch {
	case err != nil || info.IsDir():
		return absent, false
	case info.Mode()&fs.ModeSymlink != 0:
		return "(link)", true
	case !info.Mode().IsRegular():
		return "(irregular)", true
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return absent, false
	}
	return string(data), true
}

var contentName = regexp.MustCompile(`^[A-Za-z0-9-]+(\.(md|yaml|css|html))?$`)

// eachFile goes through the files of a portfolio, those of the editors aside.
func eachFile(root string) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for _, top := range []string{"content", "layouts", "assets"} {
			err := fs.WalkDir(os.DirFS(filepath.Join(root, top)), ".", func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || !contentName.MatchString(d.Name()) {
					return nil
				}
				path := top + "/" + name
				if text, ok := read(root, path); ok && !yield(path, text) {
					return errStop
				}
				return nil
			})
			if err == errStop {
				return
			}
		}
	}
}

var errStop = errors.New("stop")

// write writes a file below the root, with the folders it needs.
func write(tb testing.TB, root, path, text string) {
	tb.Helper()
	file := filepath.Join(root, path)
	check(tb, os.MkdirAll(filepath.Dir(file), 0o755))
	check(tb, os.WriteFile(file, []byte(text), 0o644))
}

// waysOfWatching runs a test with events only and with polling only.
func waysOfWatching(t *testing.T, test func(t *testing.T, poll time.Duration)) {
	t.Run("events", func(t *testing.T) { test(t, 0) })
	t.Run("poll", func(t *testing.T) { test(t, 10*time.Millisecond) })
}
