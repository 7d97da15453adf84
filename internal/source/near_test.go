package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plainFS hides that its files are the disk's.
type plainFS struct{ fs.FS }

func (p plainFS) Open(name string) (fs.File, error) {
	f, err := p.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return struct{ fs.ReadDirFile }{f.(fs.ReadDirFile)}, nil
}

func TestFoldersKeptOpenMakeNoDifference(t *testing.T) {
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if n := nearer(root.FS()); len(n.periods) == 0 {
		t.Error("no folder is kept open")
	} else {
		n.close()
	}
	if n := nearer(plainFS{root.FS()}); len(n.periods) > 0 {
		t.Error("a folder that is not the disk's is kept open")
	}
	near, nearFaults, err := Load(root.FS())
	far, farFaults, errFar := Load(plainFS{root.FS()})
	if err != nil || errFar != nil {
		t.Fatal(err, errFar)
	}
	if diff := cmp.Diff(far.Reviews, near.Reviews, deep); diff != "" || printed(nearFaults) != printed(farFaults) {
		t.Error(diff, printed(nearFaults), printed(farFaults))
	}
}

// swapping puts another folder in the place of the reviews once it has opened
// them.
type swapping struct {
	fs.FS
	dir string
}

func (s swapping) Open(name string) (fs.File, error) {
	f, err := s.FS.Open(name)
	reviews := filepath.Join(s.dir, "content", "reviews")
	if name == reviewsFolder && os.Rename(reviews, reviews+"-away") == nil {
		os.Symlink("/", reviews)
	}
	return f, err
}

func TestFoldersKeptOpenLeadNowhereElse(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "content", "reviews", "2026-Q3")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"2026-Q3/out": "../../../secret", "2026-Q2": "../../.."} {
		if err := os.Symlink(to, filepath.Join(dir, "content", "reviews", link)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	n := nearer(root.FS())
	defer n.close()
	if len(n.periods) != 1 {
		t.Fatalf("%d folders are kept open", len(n.periods))
	}
	if f, err := n.Open("content/reviews/2026-Q3/out"); err == nil {
		f.Close()
		t.Error("a link out of the folder was followed")
	}
	for _, name := range []string{"content/reviews/2026-Q3/none/report.md", "content/reviews/2026-Q3/none"} {
		_, want := root.FS().Open(name)
		if _, err := n.Open(name); err == nil || err.Error() != want.Error() || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want %v", err, want)
		}
		_, want = fs.ReadDir(root.FS(), name)
		if _, err := n.ReadDir(name); err == nil || err.Error() != want.Error() {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	if r := rootAt(swapping{root.FS(), dir}, reviewsFolder); r != nil {
		r.Close()
		t.Error("another folder than the file system's was opened")
	}
}
