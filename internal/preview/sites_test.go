package preview

import (
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/build"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/output"
)

// treeOf returns a tree of files with their texts.
func treeOf(t testing.TB, files map[string]string) *output.Tree {
	t.Helper()
	tree := output.NewTree()
	for name, text := range files {
		if err := tree.Add(name, treeWriter(text)); err != nil {
			t.Fatal(err)
		}
	}
	return tree
}

func treeWriter(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// page is a page with a body.
func page(body string) string {
	return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>a page</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n" +
		body + "\n</body>\n</html>\n"
}

// onePage is a site of one page.
func onePage(t testing.TB, body string) Snapshot {
	return Snapshot{Tree: treeOf(t, map[string]string{"index.html": page(body)})}
}

// demo returns the portfolio of this repository, to be edited.
func demo(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// replace edits a file of a portfolio.
func replace(t testing.TB, files fstest.MapFS, name, old, text string) {
	t.Helper()
	before := string(files[name].Data)
	after := strings.Replace(before, old, text, 1)
	if before == after {
		t.Fatalf("%s holds no %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(after), Mode: 0o644}
}

// built returns the state of a portfolio.
func built(t testing.TB, files fstest.MapFS) Snapshot {
	t.Helper()
	frozen := fstest.MapFS{}
	for name, f := range files {
		frozen[name] = f
	}
	checked, err := build.Check(frozen, true)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := build.Tree(frozen, checked)
	if err != nil {
		t.Fatal(err)
	}
	return Snapshot{Tree: tree, Faults: checked.Faults, Source: func(file string) ([]byte, error) { return fs.ReadFile(frozen, path.Clean(file)) }}
}

// faulty returns n errors and a warning of a few files.
func faulty(n int) (diag.List, func(string) ([]byte, error)) {
	var list diag.List
	names := []string{"content/reviews/2026-Q3/gu-yifan/report.md", "content/reviews/2026-Q3/lu-mingyuan/comments/han-lidong.md", "content/site.yaml"}
	for i := range n {
		pos := diag.Pos{File: names[i*len(names)/max(n, len(names))], Line: i%20 + 1, Col: 12}
		list.Error(pos, "link-scheme.host", "https://").WithHint("hint-did-you-mean", "revenue")
	}
	list.Warn(diag.Pos{File: names[0], Line: 3, Col: 1}, "link-text")
	list.Sort()
	text := strings.Repeat("销售额达成 [108%](metric:revenu)，同比 +12.4%，主要来自续约客户\nrevenue: { actual: 1345.0, target: x }\n", 10)
	return list, func(string) ([]byte, error) { return []byte(text), nil }
}
