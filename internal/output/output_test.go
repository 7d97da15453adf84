package output

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// look returns what lies in dir: for each path its kind, rights, size, time,
// and its bytes as a hash or the target of a link; of folders only the first
// two. The lock says nothing and is left out.
func look(tb testing.TB, dir string) map[string]string {
	tb.Helper()
	found := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == lockName {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		what := info.Mode().String()
		switch info.Mode().Type() {
		case 0:
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			what += fmt.Sprintf(" %d %v %x", info.Size(), info.ModTime().UnixNano(), sha256.Sum256(b))
		case fs.ModeSymlink:
			target, err := os.Readlink(path)
			if err != nil {
				return err
			}
			what += fmt.Sprintf(" %v -> %s", info.ModTime().UnixNano(), target)
		}
		rel, err := filepath.Rel(dir, path)
		found[filepath.ToSlash(rel)] = what
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		tb.Fatal(err)
	}
	return found
}

// texts returns the bytes of all files below dir.
func texts(tb testing.TB, dir string) map[string]string {
	tb.Helper()
	found := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		found[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		tb.Fatal(err)
	}
	return found
}

func sameTexts(tb testing.TB, dir string, want map[string]string) {
	tb.Helper()
	if got := texts(tb, dir); !maps.Equal(got, want) {
		tb.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

// settled checks that a build has left nothing but its record and
// empty folders beside the output.
func settled(tb testing.TB, dir string) {
	tb.Helper()
	state := filepath.Join(filepath.Dir(dir), stateName(filepath.Base(dir)))
	for path, what := range look(tb, state) {
		switch path {
		case ".", ".gitignore", manifestName, spareName:
			continue
		}
		if !strings.HasPrefix(path, spareName+"/") || what[0] != 'd' {
			tb.Errorf("left beside the output: %s (%s)", path, what)
		}
	}
}

func mustWrite(tb testing.TB, dir string, t *Tree) Report {
	tb.Helper()
	r, err := Write(tb.Context(), dir, t)
	if err != nil {
		tb.Fatal(err)
	}
	if r.Leftover != nil {
		tb.Fatal(r.Leftover)
	}
	return r
}

// edition returns a small site that differs from one edition to the next in
// every way: pages that stay, change, come and go, and their folders.
func edition(tb testing.TB, n int) *Tree {
	tb.Helper()
	return site(tb, editionTexts(n))
}

func editionTexts(n int) map[string]string {
	files := map[string]string{
		"index.html":          fmt.Sprint("home ", n),
		"people/a/index.html": "A",
		"people/b/index.html": fmt.Sprint("B ", n),
		"assets/style.css":    "body {}",
	}
	if n%2 == 0 {
		files["people/gone/index.html"] = "here at times"
	} else {
		files["teams/new/index.html"] = "here at other times"
	}
	return files
}

func check(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// put writes a file as somebody else would, an hour ago.
func put(tb testing.TB, path, s string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
		tb.Fatal(err)
	}
	age(tb, path)
}

// age sets a file's time to a past that no build of the test can hit.
func age(tb testing.TB, path string) {
	tb.Helper()
	past := time.Unix(1_600_000_000, 123)
	if err := os.Chtimes(path, past, past); err != nil {
		tb.Fatal(err)
	}
}

func TestWriteReportsWhatChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := map[string]string{"index.html": "home", "people/a/index.html": "A", "people/b/index.html": "B", "c.html": "C"}
	got := mustWrite(t, dir, site(t, first))
	want := Report{Added: []string{"c.html", "index.html", "people/a/index.html", "people/b/index.html"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("first build: got %+v, want %+v", got, want)
	}
	sameTexts(t, dir, first)
	settled(t, dir)

	// b goes, c is moved into a folder of its old name, a changes at equal size.
	second := map[string]string{"index.html": "home", "people/a/index.html": "X", "c.html/index.html": "C", "d/e/f.html": "F"}
	got = mustWrite(t, dir, site(t, second))
	want = Report{
		Added:     []string{"c.html/index.html", "d/e/f.html"},
		Changed:   []string{"people/a/index.html"},
		Removed:   []string{"c.html", "people/b/index.html"},
		Unchanged: []string{"index.html"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("second build: got %+v, want %+v", got, want)
	}
	sameTexts(t, dir, second)
	settled(t, dir)
	if _, err := os.Lstat(filepath.Join(dir, "people/b")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder of a removed page is still there: %v", err)
	}

	got = mustWrite(t, dir, site(t, first))
	want = Report{
		Added:     []string{"c.html", "people/b/index.html"},
		Changed:   []string{"people/a/index.html"},
		Removed:   []string{"c.html/index.html", "d/e/f.html"},
		Unchanged: []string{"index.html"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("third build: got %+v, want %+v", got, want)
	}
	sameTexts(t, dir, first)
	settled(t, dir)
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site(t, map[string]string{"same.html": "same", "p/q/same.html": "same", "other.html": "1"}))
	before := look(t, dir)
	mustWrite(t, dir, site(t, map[string]string{"same.html": "same", "p/q/same.html": "same", "other.html": "2"}))
	after := look(t, dir)
	for _, path := range []string{"same.html", "p/q/same.html"} {
		if before[path] != after[path] {
			t.Errorf("%s was %s and is %s", path, before[path], after[path])
		}
	}
	if before["other.html"] == after["other.html"] {
		t.Error("other.html has not changed")
	}
}

func TestNothingIsTouchedWhenNothingHasChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"index.html": "home", "people/a/index.html": "A"}
	mustWrite(t, dir, site(t, files))
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := mustWrite(t, dir, site(t, files))
	if want := (Report{Unchanged: []string{"index.html", "people/a/index.html"}}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	again, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(info, again) || !info.ModTime().Equal(again.ModTime()) {
		t.Error("the folder is another one")
	}
	settled(t, dir)
}

// After a copy or a checkout all files have new times. That must neither
// rewrite the site nor make its pages foreign, or stale ones would stay.
func TestPagesAreKnownByTheirBytesAfterACopy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site(t, map[string]string{"same.html": "same", "gone.html": "gone", "other.html": "1"}))
	for _, name := range []string{"same.html", "gone.html", "other.html"} {
		age(t, filepath.Join(dir, name))
	}
	before := look(t, dir)["same.html"]
	for range 2 {
		got := mustWrite(t, dir, site(t, map[string]string{"same.html": "same", "gone.html": "gone", "other.html": "1"}))
		if len(got.Unchanged) != 3 {
			t.Errorf("got %+v, want all unchanged", got)
		}
	}
	for _, name := range []string{"gone.html", "other.html"} {
		put(t, filepath.Join(dir, name), texts(t, dir)[name]) // another inode's worth of the same bytes
	}
	got := mustWrite(t, dir, site(t, map[string]string{"same.html": "same", "other.html": "2"}))
	want := Report{Changed: []string{"other.html"}, Removed: []string{"gone.html"}, Unchanged: []string{"same.html"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if after := look(t, dir)["same.html"]; after != before {
		t.Errorf("same.html was %s and is %s", before, after)
	}
	settled(t, dir)
}

func TestPagesEditedByHand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := map[string]string{"stays.html": "stays", "longer.html": "longer", "goes.html": "goes", "p/goes.html": "goes"}
	mustWrite(t, dir, site(t, first))
	put(t, filepath.Join(dir, "stays.html"), "STAYS")
	put(t, filepath.Join(dir, "longer.html"), "much longer")
	put(t, filepath.Join(dir, "goes.html"), "GOES")
	put(t, filepath.Join(dir, "p/goes.html"), "GOES")
	before := look(t, dir)

	tree := site(t, map[string]string{"stays.html": "stays", "longer.html": "longer"})
	got := mustWrite(t, dir, tree)
	want := Report{
		Changed: []string{"longer.html", "stays.html"},
		Edited:  []string{"longer.html", "stays.html"},
		Kept:    []string{"goes.html", "p/goes.html"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	sameTexts(t, dir, map[string]string{"stays.html": "stays", "longer.html": "longer", "goes.html": "GOES", "p/goes.html": "GOES"})
	for _, path := range want.Kept {
		if after := look(t, dir)[path]; after != before[path] {
			t.Errorf("%s was %s and is %s", path, before[path], after)
		}
	}

	// From now on the kept file is its editor's.
	_, err := Write(t.Context(), dir, site(t, first))
	refused(t, err, filepath.Join(dir, "goes.html"), Occupied)
	if got := mustWrite(t, dir, tree); len(got.Kept) > 0 || len(got.Unchanged) != 2 {
		t.Errorf("the build after: %+v", got)
	}
}

// Short writes beyond what a sheet holds, in pieces of all sizes.
func TestLargeFiles(t *testing.T) {
	large := strings.Repeat("0123456789abcdef", sheetSize/8) + "end"
	inPieces := func(size int) func(io.Writer) error {
		return func(w io.Writer) error {
			for rest := large; rest != ""; {
				n := min(size, len(rest))
				if _, err := io.WriteString(w, rest[:n]); err != nil {
					return err
				}
				rest = rest[n:]
			}
			return nil
		}
	}
	dir := filepath.Join(t.TempDir(), "public")
	for i, size := range []int{len(large), sheetSize, sheetSize + 1, 1000, 65536} {
		tree := NewTree()
		add(t, tree, "files/large.bin", inPieces(size))
		add(t, tree, "n.html", text(fmt.Sprint(i)))
		got := mustWrite(t, dir, tree)
		if i > 0 && (len(got.Unchanged) != 1 || len(got.Changed) != 1) {
			t.Errorf("pieces of %d: %+v", size, got)
		}
		sameTexts(t, dir, map[string]string{"files/large.bin": large, "n.html": fmt.Sprint(i)})
		settled(t, dir)
	}
	large = "X" + large[1:]
	tree := NewTree()
	add(t, tree, "files/large.bin", inPieces(4096))
	mustWrite(t, dir, tree)
	sameTexts(t, dir, map[string]string{"files/large.bin": large})
}

func TestAFailingPageLeavesTheOldSite(t *testing.T) {
	cause := errors.New("no such chart")
	for name, fail := range map[string]func(io.Writer) error{
		"error": func(io.Writer) error { return cause },
		"after some bytes": func(w io.Writer) error {
			io.WriteString(w, strings.Repeat("x", 3*sheetSize))
			return cause
		},
		"panic": func(io.Writer) error { panic(cause) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			build := func(edition string, last func(io.Writer) error) error {
				tree := NewTree()
				for i := range 50 {
					add(t, tree, fmt.Sprintf("p/%02d/index.html", i), text(edition))
				}
				add(t, tree, "p/49/page.html", last)
				_, err := Write(t.Context(), dir, tree)
				return err
			}
			if err := build("1", fail); err == nil || !strings.Contains(err.Error(), "p/49/page.html") {
				t.Errorf("first build: %v", err)
			}
			if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("a first build that fails leaves a folder: %v", err)
			}
			settled(t, dir)
			if err := build("1", text("1")); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(dir, "CNAME"), "example.com")
			before := look(t, dir)
			if err := build("2", fail); err == nil || !strings.Contains(err.Error(), "p/49/page.html") {
				t.Errorf("second build: %v", err)
			}
			if after := look(t, dir); !maps.Equal(before, after) {
				t.Errorf("was %v and is %v", before, after)
			}
			settled(t, dir)
		})
	}
}

func TestTheFirstOfSeveralErrorsIsTold(t *testing.T) {
	tree := NewTree()
	for i := range 100 {
		add(t, tree, fmt.Sprintf("%02d.html", i), func(io.Writer) error {
			if i%10 == 7 {
				return errors.New("bad")
			}
			return nil
		})
	}
	for range 20 {
		_, err := Write(t.Context(), filepath.Join(t.TempDir(), "public"), tree)
		if err == nil || !strings.Contains(err.Error(), "render 07.html: bad") {
			t.Fatalf("got %v", err)
		}
	}
}

func TestACancelledBuildLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site(t, map[string]string{"a.html": "1", "b.html": "1", "c.html": "1"}))
	before := look(t, dir)
	for _, at := range []string{"a.html", "b.html", "c.html"} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		tree := NewTree()
		for _, path := range []string{"a.html", "b.html", "c.html"} {
			add(t, tree, path, func(w io.Writer) error {
				if path == at {
					cancel()
				}
				return text("2")(w)
			})
		}
		if _, err := Write(ctx, dir, tree); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled in %s: %v", at, err)
		}
		if after := look(t, dir); !maps.Equal(before, after) {
			t.Errorf("cancelled in %s: was %v and is %v", at, before, after)
		}
		settled(t, dir)
	}
}

func TestTheFolderAboveIsMade(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "build", "site", "public")
	mustWrite(t, dir, site(t, map[string]string{"a.html": "a"}))
	sameTexts(t, dir, map[string]string{"a.html": "a"})
}

func TestARelativeFolderIsTakenFromTheWorkingFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	mustWrite(t, "public", site(t, map[string]string{"a.html": "a"}))
	sameTexts(t, "public", map[string]string{"a.html": "a"})
}

// What a build finds depends on the site before, but not what it leaves.
func TestASiteDoesNotDependOnTheOneBefore(t *testing.T) {
	editions := []map[string]string{
		{},
		{"a": "1"},
		{"a": "1", "b/c": "1", "b/d": "1"},
		{"a": "2", "b": "1", "x/y/z/index.html": "1"},
		{"a/b/c": "1", "b/c/d": "2", "x/y": "1"},
		{"b/c": "2", "x/y/z/index.html": "2", "x/y/w": "1"},
	}
	for i, from := range editions {
		for j, to := range editions {
			dir := filepath.Join(t.TempDir(), "public")
			more := maps.Clone(from) // makes the folders of from the spare
			more["more/more"] = "1"
			for _, files := range []map[string]string{to, from, to, from, more, from, to} {
				mustWrite(t, dir, site(t, files))
			}
			sameTexts(t, dir, to)
			folders := 0
			for _, what := range look(t, dir) {
				if what[0] == 'd' {
					folders++
				}
			}
			if want := len(site(t, to).folders) + 1; folders != want {
				t.Errorf("edition %d after %d: %d folders, want %d: %v", j, i, folders, want, look(t, dir))
			}
			settled(t, dir)
		}
	}
}
