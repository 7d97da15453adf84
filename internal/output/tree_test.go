package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// text returns a page that consists of s.
func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func add(tb testing.TB, t *Tree, path string, render func(io.Writer) error) {
	tb.Helper()
	if err := t.Add(path, render); err != nil {
		tb.Fatal(err)
	}
}

// site returns a tree of files with these texts.
func site(tb testing.TB, files map[string]string) *Tree {
	tb.Helper()
	t := NewTree()
	for path, s := range files {
		add(tb, t, path, text(s))
	}
	return t
}

func TestAddRefusesPathsThatAreNotSafeEverywhere(t *testing.T) {
	for _, path := range []string{
		"", ".", "..", "/etc/passwd", "/", "a/", "a//b", "./a", "a/./b", "../a", "a/../b", "a/..",
		`a\b`, `..\a`, "C:/a", "c:a", "a:b", "a\x00b", "a\nb", "a\x7fb", "\u0085", "a\xffb",
		"a*", "a?", `"a"`, "<a>", "a|b",
		"a.", "a /b", "a./b", "...",
		strings.Repeat("a", 256),
	} {
		if err := NewTree().Add(path, text("")); err == nil {
			t.Errorf("Add(%q) accepted it", path)
		}
	}
}

func TestAddTakesPathsOfSites(t *testing.T) {
	for _, path := range []string{
		"index.html", "people/zhang-wei/index.html", ".nojekyll", ".well-known/security.txt", "..a", "a..b",
		"附件/三季度 述职.pptx", "console.html", "con/index.html", "people/aux/index.html", "com.html", "com10", "auxiliary", "a+b=c,d;e@f!.txt",
		strings.Repeat("a", 255),
	} {
		if err := NewTree().Add(path, text("")); err != nil {
			t.Errorf("Add(%q): %v", path, err)
		}
	}
}

func TestAddRefusesPathsThatCollide(t *testing.T) {
	for _, c := range []struct{ first, second string }{
		{"a.html", "a.html"},
		{"a.html", "A.html"},
		{"people/a.html", "People/b.html"},
		{"straße", "STRAßE"},
		{"\u212a.html", "k.html"}, // Kelvin sign
		{"Jos\u00e9.html", "Jose\u0301.html"},
		{"\u00c9/a", "e\u0301/b"},
		{"ς", "Σ"},
		{"a", "a/b"},
		{"a/b", "a"},
		{"a/b/c", "a/b"},
		{"a/b", "A"},
		{"a", "A/b"},
	} {
		tree := NewTree()
		add(t, tree, c.first, text("first"))
		err := tree.Add(c.second, text("second"))
		if err == nil {
			t.Errorf("%q accepted beside %q", c.second, c.first)
			continue
		}
		if got := tree.Paths(); !slices.Equal(got, []string{c.first}) {
			t.Errorf("%q beside %q: the refused path left %q", c.second, c.first, got)
		}
		var b bytes.Buffer
		if err := tree.Render(c.first, &b); err != nil || b.String() != "first" {
			t.Errorf("%q beside %q: the first page is now %q, %v", c.second, c.first, &b, err)
		}
	}
}

func TestPathsAreSorted(t *testing.T) {
	tree := site(t, map[string]string{"b": "", "a/z": "", "a.html": "", "c/d/e": ""})
	if got, want := tree.Paths(), []string{"a.html", "a/z", "b", "c/d/e"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRenderErrorsNameThePage(t *testing.T) {
	cause := errors.New("no such chart")
	tree := NewTree()
	add(t, tree, "bad.html", func(io.Writer) error { return cause })
	add(t, tree, "worse.html", func(io.Writer) error { panic("no such row") })

	if err := tree.Render("bad.html", io.Discard); !errors.Is(err, cause) || !strings.Contains(err.Error(), "bad.html") {
		t.Errorf("failing page: %v", err)
	}
	err := tree.Render("worse.html", io.Discard)
	if err == nil || !strings.Contains(err.Error(), "render worse.html: panic: no such row") {
		t.Errorf("panicking page: %v", err)
	}
	if err := tree.Render("none.html", io.Discard); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unknown page: %v", err)
	}
}

// Whatever Add takes can be written below a folder and is found there and
// nowhere else, and no two paths it takes are one to a file system that does
// not tell case.
func FuzzAdd(f *testing.F) {
	for _, path := range []string{"index.html", "a/b/c", "../a", `a\..\b`, "A/b", "é/e\u0301", "con/a", "a/\x00", "k/\u212a"} {
		f.Add(path, "a/B")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		tree := NewTree()
		for _, path := range []string{first, second} {
			if tree.Add(path, text("x")) != nil {
				continue
			}
			if len(path) > 1000 {
				t.Skip("longer than the system's paths")
			}
			if !filepath.IsLocal(path) || strings.ContainsAny(path, "\\\x00:") {
				t.Errorf("%q accepted", path)
			}
		}
		paths := tree.Paths()
		if len(paths) == 2 && strings.EqualFold(paths[0], paths[1]) {
			t.Errorf("%q accepted", paths)
		}
		dir := t.TempDir()
		if _, err := Write(t.Context(), filepath.Join(dir, "public"), tree); err != nil {
			t.Fatal(err)
		}
		var found []string
		err := filepath.WalkDir(filepath.Join(dir, "public"), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				rel, _ := filepath.Rel(filepath.Join(dir, "public"), path)
				found = append(found, filepath.ToSlash(rel))
			}
			return err
		})
		slices.Sort(found)
		if err != nil || !slices.Equal(found, paths) {
			t.Errorf("wrote %q, want %q (%v)", found, paths, err)
		}
		above, err := os.ReadDir(dir)
		if err != nil || len(above) != 2 {
			t.Errorf("beside the folder: %v, %v", above, err)
		}
	})
}

func ExampleTree() {
	tree := NewTree()
	tree.Add("people/zhang-wei/index.html", func(w io.Writer) error {
		_, err := fmt.Fprint(w, "<h1>张伟</h1>")
		return err
	})
	tree.Add("index.html", func(w io.Writer) error { return nil })
	fmt.Println(tree.Paths())
	// Output: [index.html people/zhang-wei/index.html]
}
