package edit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// folder returns a root with one file, content/a.md, of mode 0640.
func folder(t *testing.T) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	check(t, os.Mkdir(filepath.Join(dir, "content"), 0o777))
	check(t, os.WriteFile(filepath.Join(dir, "content", "a.md"), []byte("old"), 0o640))
	root, err := os.OpenRoot(dir)
	check(t, err)
	t.Cleanup(func() { root.Close() })
	return root, dir
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestReplaceKeepsModeAndLeavesNothingBeside(t *testing.T) {
	root, dir := folder(t)
	check(t, root.WriteFile("content/.a.md.new", []byte("of a killed run"), 0o666))
	check(t, Replace(root, "content/a.md", []byte("new")))
	text, err := root.ReadFile("content/a.md")
	if check(t, err); string(text) != "new" {
		t.Errorf("got %q", text)
	}
	info, err := root.Stat("content/a.md")
	if check(t, err); info.Mode().Perm() != 0o640 {
		t.Errorf("mode is %v, want 0640", info.Mode())
	}
	entries, err := os.ReadDir(filepath.Join(dir, "content"))
	if check(t, err); len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
}

func TestNothingIsWrittenThroughLinks(t *testing.T) {
	root, dir := folder(t)
	outside := filepath.Join(t.TempDir(), "b.md")
	check(t, os.WriteFile(outside, []byte("mine"), 0o666))
	check(t, os.Symlink("a.md", filepath.Join(dir, "content", "link.md")))
	check(t, os.Symlink(outside, filepath.Join(dir, "content", "out.md")))
	check(t, os.Symlink("content", filepath.Join(dir, "also")))
	check(t, os.Symlink(filepath.Dir(outside), filepath.Join(dir, "away")))
	for _, name := range []string{"content/link.md", "content/out.md", "also/a.md", "away/b.md"} {
		if err := Replace(root, name, []byte("new")); !errors.Is(err, ErrIrregular) {
			t.Errorf("Replace(%s) = %v", name, err)
		}
	}
	for _, name := range []string{"also/new.md", "away/new.md"} {
		if err := Create(root, name, nil); !errors.Is(err, ErrIrregular) {
			t.Errorf("Create(%s) = %v", name, err)
		}
	}
	if err := Create(root, "../c.md", nil); err == nil {
		t.Error("wrote outside the folder")
	}
	text, err := os.ReadFile(outside)
	if check(t, err); string(text) != "mine" {
		t.Errorf("the file outside holds %q", text)
	}
}

func TestCreate(t *testing.T) {
	root, _ := folder(t)
	check(t, Create(root, "content/reviews/2026-Q3/li-na/report.md", []byte("new")))
	text, err := root.ReadFile("content/reviews/2026-Q3/li-na/report.md")
	if check(t, err); string(text) != "new" {
		t.Errorf("got %q", text)
	}
	if err := Create(root, "content/a.md", []byte("new")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file was taken over: %v", err)
	}
	text, err = root.ReadFile("content/a.md")
	if check(t, err); string(text) != "old" {
		t.Errorf("got %q", text)
	}
}
