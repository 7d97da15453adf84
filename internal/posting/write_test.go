package posting_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/posting"
)

// onDisk writes the portfolio of the tests to a folder.
func onDisk(t *testing.T) (*os.Root, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, folder(base)); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

// contents returns all that lies in a folder.
func contents(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			var text []byte
			text, err = os.ReadFile(filepath.Join(dir, name))
			all = append(all, name+"\n"+string(text))
			return err
		}
		all = append(all, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

var written = figures("li-na 2026-Q4 revenue 5", "zhang-wei 2026-Q3 revenue 13512000", "zhang-wei 2026-Q3 target revenue 5", "zhang-wei 2026-Q4 revenue 5")

func TestWrite(t *testing.T) {
	root, dir := onDisk(t)
	p := plan(t, root.FS(), written, posting.Options{Create: true})
	if err := p.Write(root); err != nil {
		t.Fatal(err)
	}
	for _, f := range p.Files {
		if text, err := root.ReadFile(f.Path); err != nil || string(text) != string(f.New) {
			t.Errorf("%s holds %q, %v", f.Path, text, err)
		}
	}
	if len(p.Files) != 4 || p.Drifted != 1 {
		t.Errorf("%d files, %d figures drifted", len(p.Files), p.Drifted)
	}
	if again := plan(t, os.DirFS(dir), written, posting.Options{}); len(again.Files) > 0 || again.Equal != 4 {
		t.Errorf("a second import changes %v, tells %v", again.Changes, again.Faults)
	}
}

func TestWriteRefusesWhatOthersChanged(t *testing.T) {
	for _, name := range []string{zhangQ3, "content/reviews/2026-Q4/zhang-wei/report.md"} {
		root, dir := onDisk(t)
		p := plan(t, root.FS(), written, posting.Options{Create: true})
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte("theirs"), 0o666); err != nil {
			t.Fatal(err)
		}
		before := contents(t, dir)
		err := p.Write(root)
		if changed, ok := errors.AsType[*posting.ChangedError](err); !ok || changed.Path != name {
			t.Errorf("got %v", err)
		}
		if after := contents(t, dir); after != before {
			t.Errorf("changed\n%s\nto\n%s", before, after)
		}
	}
}

// The last file cannot be written: its folder is a link. Those before are put
// back, and the folders made for them are gone.
func TestWriteThatFailsPutsBackWhatItWrote(t *testing.T) {
	root, dir := onDisk(t)
	p := plan(t, root.FS(), written, posting.Options{Create: true})
	slices.SortFunc(p.Files, func(a, b posting.File) int { return strings.Compare(b.Path, a.Path) })
	last := p.Files[len(p.Files)-1]
	p.Files = append(p.Files, posting.File{Path: "content/linked/a.md", New: []byte("x")})
	if err := os.Symlink("people", filepath.Join(dir, "content", "linked")); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	if err := p.Write(root); err == nil {
		t.Fatalf("wrote through a link behind %s", last.Path)
	}
	if after := contents(t, dir); after != before {
		t.Errorf("changed\n%s\nto\n%s", before, after)
	}
}
