package build

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/output"
)

// Real portfolios are without errors, their bound figures included. The one
// beside the repository is not on every machine.
func TestRealPortfoliosHaveNoErrors(t *testing.T) {
	for name, dir := range map[string]string{"demo": "../..", "superstore": "../../../shared/portfolios/superstore-zh"} {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(dir + "/content"); name != "demo" && os.IsNotExist(err) {
				t.Skip("the portfolio is not on this machine")
			}
			checked, err := Check(os.DirFS(dir), false)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range checked.Faults {
				if d.Severity == diag.Error {
					t.Error(told(d))
				}
			}
		})
	}
}

// The same input gives the same bytes: from another folder, in whatever order
// pages are asked for and with however many processors the files were read.
func TestPagesAreTheSameEachTime(t *testing.T) {
	here, there := t.TempDir(), t.TempDir()
	for _, dir := range []string{here, there} {
		if err := os.CopyFS(dir+"/content", os.DirFS("../../content")); err != nil {
			t.Fatal(err)
		}
	}
	paths, first := rendered(t, os.DirFS(here), false)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	again, second := rendered(t, os.DirFS(there), true)
	if !slices.Equal(paths, again) {
		t.Fatalf("%d pages, then %d", len(paths), len(again))
	}
	for _, path := range paths {
		if first[path] != second[path] {
			t.Errorf("%s differs", path)
		}
	}
}

// rendered returns the paths of a portfolio's site and a hash of each page,
// rendered from the last path to the first if backward.
func rendered(t *testing.T, root fs.FS, backward bool) ([]string, map[string][sha256.Size]byte) {
	t.Helper()
	tree := treeOf(t, root)
	paths := tree.Paths()
	order := slices.Clone(paths)
	if backward {
		slices.Reverse(order)
	}
	sums := make(map[string][sha256.Size]byte, len(order))
	for _, path := range order {
		hash := sha256.New()
		if err := tree.Render(path, hash); err != nil {
			t.Fatal(err)
		}
		sums[path] = [sha256.Size]byte(hash.Sum(nil))
	}
	return paths, sums
}

// treeOf returns a portfolio's site, not rendered yet.
func treeOf(tb testing.TB, root fs.FS) *output.Tree {
	tb.Helper()
	checked, err := Check(root, false)
	if err != nil {
		tb.Fatal(err)
	}
	tree, err := Tree(root, checked)
	if err != nil {
		tb.Fatal(err)
	}
	return tree
}
