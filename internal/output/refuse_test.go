package output

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// refused checks that err refuses path for the reason.
func refused(tb testing.TB, err error, path string, reason Reason) {
	tb.Helper()
	e, ok := errors.AsType[*RefusedError](err)
	if !ok || e.Path != path || e.Reason != reason {
		tb.Errorf("got error %v, want %v", err, &RefusedError{path, reason})
	}
}

// In each case above holds a portfolio with content, a home beside it, and a
// site that was built.
func TestFoldersThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		name    string
		dir     string
		reason  Reason
		blocker string // what the error names; dir if empty
		make    func(tb testing.TB, above string)
	}{
		{name: "somebody else's folder", dir: "theirs", reason: NotOurs,
			make: func(tb testing.TB, above string) { put(tb, filepath.Join(above, "theirs/a.txt"), "a") }},
		{name: "somebody else's folder with a hidden file only", dir: "theirs", reason: NotOurs,
			make: func(tb testing.TB, above string) { put(tb, filepath.Join(above, "theirs/.git/HEAD"), "a") }},
		{name: "somebody else's folder with a folder only", dir: "theirs", reason: NotOurs,
			make: func(tb testing.TB, above string) { mkdir(tb, filepath.Join(above, "theirs/a")) }},
		{name: "a site whose record is gone", dir: "public", reason: NotOurs,
			make: func(tb testing.TB, above string) { remove(tb, filepath.Join(above, ".public.reviewfolio")) }},
		{name: "a folder of the old name with other things in it", dir: "public", reason: NotOurs,
			make: func(tb testing.TB, above string) {
				remove(tb, filepath.Join(above, "public"))
				put(tb, filepath.Join(above, "public/a.txt"), "a")
			}},
		{name: "a record that is cut short", dir: "public", reason: Damaged, blocker: ".public.reviewfolio/manifest",
			make: func(tb testing.TB, above string) {
				if err := os.Truncate(filepath.Join(above, ".public.reviewfolio/manifest"), 100); err != nil {
					tb.Fatal(err)
				}
			}},
		{name: "an empty record", dir: "public", reason: Damaged, blocker: ".public.reviewfolio/manifest",
			make: func(tb testing.TB, above string) { put(tb, filepath.Join(above, ".public.reviewfolio/manifest"), "") }},
		{name: "a file", dir: "file", reason: NotFolder,
			make: func(tb testing.TB, above string) { put(tb, filepath.Join(above, "file"), "a") }},
		{name: "a link to a folder", dir: "link", reason: NotFolder,
			make: func(tb testing.TB, above string) {
				mkdir(tb, filepath.Join(above, "empty"))
				link(tb, "empty", filepath.Join(above, "link"))
			}},
		{name: "a link to the site", dir: "link", reason: NotFolder,
			make: func(tb testing.TB, above string) { link(tb, "public", filepath.Join(above, "link")) }},
		{name: "a link to nowhere", dir: "link", reason: NotFolder,
			make: func(tb testing.TB, above string) { link(tb, "nowhere", filepath.Join(above, "link")) }},
		{name: "a file for the state folder", dir: "new", reason: NotFolder, blocker: ".new.reviewfolio",
			make: func(tb testing.TB, above string) { put(tb, filepath.Join(above, ".new.reviewfolio"), "a") }},
		{name: "a link for the state folder", dir: "new", reason: NotFolder, blocker: ".new.reviewfolio",
			make: func(tb testing.TB, above string) { link(tb, "home", filepath.Join(above, ".new.reviewfolio")) }},
		{name: "the content", dir: "root/content", reason: Protected},
		{name: "the folder that holds the content", dir: "root", reason: Protected},
		{name: "the home", dir: "home", reason: Protected},
		{name: "the folder above everything", dir: ".", reason: Protected},
		{name: "inside a site", dir: "public/en", reason: Nested},
		{name: "deep inside a site", dir: "public/people/x/y", reason: Nested},
		{name: "inside a site, over a link", dir: "alias/en", reason: Nested,
			make: func(tb testing.TB, above string) { link(tb, "public/people", filepath.Join(above, "alias")) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			above := t.TempDir()
			protect := []string{filepath.Join(above, "root/content"), filepath.Join(above, "home"), filepath.Join(above, "nowhere/content")}
			put(t, filepath.Join(above, "root/content/site.yaml"), "title: 述职")
			put(t, filepath.Join(above, "home/letter"), "dear")
			mustWrite(t, filepath.Join(above, "public"), site(t, map[string]string{"index.html": "home", "people/a": "a"}))
			if c.make != nil {
				c.make(t, above)
			}
			before := look(t, above)
			dir := filepath.Join(above, c.dir)
			_, err := Write(t.Context(), dir, site(t, map[string]string{"index.html": "new"}), protect...)
			blocker := dir
			if c.blocker != "" {
				blocker = filepath.Join(above, c.blocker)
			}
			refused(t, err, blocker, c.reason)
			if after := look(t, above); !maps.Equal(before, after) {
				t.Errorf("was %v and is %v", before, after)
			}
		})
	}
}

func TestTheWholeFileSystemIsRefused(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	_, err := Write(t.Context(), root, NewTree())
	refused(t, err, root, Protected)
}

// The content is often reached over another name than the output.
func TestProtectedFoldersAreKnownOverLinks(t *testing.T) {
	above := t.TempDir()
	put(t, filepath.Join(above, "data/root/content/site.yaml"), "")
	link(t, "data/root", filepath.Join(above, "root"))
	dir := filepath.Join(above, "data")
	_, err := Write(t.Context(), dir, NewTree(), filepath.Join(above, "root/content"))
	refused(t, err, dir, Protected)
}

func TestFoldersThatAreTaken(t *testing.T) {
	for _, c := range []struct {
		name, dir string
		make      func(tb testing.TB, above string)
	}{
		{"a new one", "new", nil},
		{"an empty one", "empty", func(tb testing.TB, above string) { mkdir(tb, filepath.Join(above, "empty")) }},
		{"one beside the content", "root/public", nil},
		{"one in a folder behind a link", "alias/public", func(tb testing.TB, above string) { link(tb, "root", filepath.Join(above, "alias")) }},
		{"one whose state folder stayed", "public", func(tb testing.TB, above string) { remove(tb, filepath.Join(above, "public")) }},
		{"one that was removed with its record", "public", func(tb testing.TB, above string) {
			for _, n := range []string{"1", "2", "3"} { // leaves folders for the next site
				mustWrite(tb, filepath.Join(above, "public"), site(tb, map[string]string{"index.html": n, "b/c/d": ""}))
			}
			remove(tb, filepath.Join(above, "public"))
			remove(tb, filepath.Join(above, ".public.reviewfolio/manifest"))
		}},
		{"one that was emptied", "public", func(tb testing.TB, above string) {
			remove(tb, filepath.Join(above, "public"))
			mkdir(tb, filepath.Join(above, "public"))
		}},
		{"one whose folders stayed", "public", func(tb testing.TB, above string) {
			remove(tb, filepath.Join(above, "public/index.html"))
		}},
		{"a site that was moved", "moved", func(tb testing.TB, above string) {
			rename(tb, filepath.Join(above, "public"), filepath.Join(above, "moved"))
			rename(tb, filepath.Join(above, ".public.reviewfolio"), filepath.Join(above, ".moved.reviewfolio"))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			above := t.TempDir()
			put(t, filepath.Join(above, "root/content/site.yaml"), "")
			mustWrite(t, filepath.Join(above, "public"), site(t, map[string]string{"index.html": "home", "people/a": "a"}))
			if c.make != nil {
				c.make(t, above)
			}
			dir := filepath.Join(above, c.dir)
			want := map[string]string{"index.html": "new", "b": "b"}
			_, err := Write(t.Context(), dir, site(t, want), filepath.Join(above, "root/content"))
			if err != nil {
				t.Fatal(err)
			}
			sameTexts(t, dir, want)
			settled(t, dir)
		})
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for reason := NotOurs; reason <= Stranded; reason++ {
		if got := (&RefusedError{"/srv/public", reason}).Error(); len(got) < 40 {
			t.Errorf("reason %d: %q", reason, got)
		}
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{&LockedError{"/srv/public", 42}, "/srv/public is being written by another build, process 42"},
		{&LockedError{"/srv/public", 0}, "/srv/public is being written by another build"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func mkdir(tb testing.TB, path string) {
	tb.Helper()
	check(tb, os.MkdirAll(path, 0o777))
}

func remove(tb testing.TB, path string) {
	tb.Helper()
	check(tb, os.RemoveAll(path))
}

func rename(tb testing.TB, from, to string) {
	tb.Helper()
	check(tb, os.Rename(from, to))
}

func link(tb testing.TB, target, path string) {
	tb.Helper()
	if err := os.Symlink(target, path); err != nil {
		if runtime.GOOS == "windows" {
			tb.Skipf("links are not permitted here: %v", err)
		}
		tb.Fatal(err)
	}
}
