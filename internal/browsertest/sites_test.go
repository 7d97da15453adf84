package browsertest

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/build"
	"reviewfolio/internal/model"
)

// render returns the site of a portfolio. Faults of the content do not stop
// it: a preview shows such pages too.
func render(portfolio fs.FS, drafts bool) (fstest.MapFS, error) {
	return renderSince(portfolio, drafts, nil)
}

func renderSince(portfolio fs.FS, drafts bool, past *analysis.Past) (fstest.MapFS, error) {
	checked, err := build.Check(portfolio, drafts)
	if err != nil {
		return nil, err
	}
	checked.Past = past
	tree, err := build.Tree(portfolio, checked)
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for _, path := range tree.Paths() {
		var b bytes.Buffer
		if err := tree.Render(path, &b); err != nil {
			return nil, err
		}
		files[path] = &fstest.MapFile{Data: b.Bytes(), Mode: 0o644}
	}
	return files, nil
}

// demo is the site of the portfolio in this repository.
var demo = sync.OnceValues(func() (fstest.MapFS, error) { return render(os.DirFS("../.."), false) })

// edges is the site of testdata/edges.txtar with its drafts, and with one
// report that has more actions than a page holds.
var edges = sync.OnceValues(func() (fstest.MapFS, error) {
	files, err := unpack("testdata/edges.txtar")
	if err != nil {
		return nil, err
	}
	report := files["content/reviews/2026-Q2/ada/report.md"]
	for i := range 120 {
		report.Data = fmt.Appendf(report.Data, "- [ ] Visit customer number %d @ada due:2026-08-31 {#visit-%d}\n", i+1, i+1)
	}
	return render(files, true)
})

// rewritten is the site of edges.txtar after ada changed a report that was
// acknowledged.
var rewritten = sync.OnceValues(func() (fstest.MapFS, error) {
	files, err := unpack("testdata/edges.txtar")
	if err != nil {
		return nil, err
	}
	const file = "content/reviews/2026-Q2/ada/report.md"
	text := string(files[file].Data)
	var versions []analysis.Version
	for _, x := range []*strings.Replacer{
		strings.NewReplacer(),
		strings.NewReplacer("status: submitted", "status: acknowledged", "performance: 3.5", "performance: 3"),
		strings.NewReplacer("status: submitted", "status: acknowledged", "35%", "36%", "Partners: 700000", "Partners: 700001", "Sell two million", "Sell three million",
			"One signed", "Two signed", "We were late.", "We were too late.\n\nAnd <dear> & far.\n\n## Market\nA new section."),
	} {
		files[file].Data = []byte(x.Replace(text))
		checked, err := build.Check(files, true)
		if err != nil {
			return nil, err
		}
		q, _ := model.ParsePeriod("2026-Q2")
		versions = append(versions, analysis.Version{Report: checked.Portfolio.Review(q, "ada").Report})
	}
	return renderSince(files, true, &analysis.Past{Reports: map[string]analysis.Earlier{file: analysis.NewEarlier(versions)}})
})

func unpack(name string) (fstest.MapFS, error) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: slices.Clip(f.Data), Mode: 0o644}
	}
	return files, nil
}

// A site to be tested: how to get its files, and one page of each kind, by
// the kind's name.
type site struct {
	name  string
	files func() (fstest.MapFS, error)
	pages []page
}

type page struct{ kind, folder string }

// sites lists every kind of page that there is.
func sites() []site {
	return []site{
		{"demo", demo, []page{
			{"home", ""},
			{"team", "teams/east/"},
			{"team in a quarter", "teams/south/2025-Q4/"},
			{"team in a half year", "teams/north/2026-H1/"},
			{"team in a year", "teams/hq/2026/"},
			{"person", "people/lin-shuyi/"},
			{"person who leads", "people/lu-mingyuan/"},
			{"person without targets", "people/miao-ke/"},
			{"review", "reviews/2026-Q3/gu-yifan/"},
			{"review of a lead", "reviews/2026-Q3/meng-fanxing/"},
			{"short review", "reviews/2025-Q1/fang-xu/"},
			{"period", "periods/2026-Q3/"},
			{"longer period", "periods/2026-H1/"},
			{"theme", "themes/market/2026-Q3/"},
			{"cases", "cases/"},
			{"actions", "actions/"},
			{"metrics", "metrics/"},
			{"other page", "pages/guide/"},
		}},
		{"edges", edges, []page{
			{"home in English", ""},
			{"team without people", "teams/inside/"},
			{"period not over", "teams/field/2026-Q3/"},
			{"person without data", "people/cleo/"},
			{"person in English", "people/ada/"},
			{"review without report", "reviews/2026-Q2/dan/"},
			{"draft", "reviews/2026-Q2/ben/"},
			{"open report", "reviews/2026-Q3/ada/"},
			{"review in English", "reviews/2026-Q2/ada/"},
			{"part 2 of a long list", "actions/2/"},
			{"theme in English", "themes/data/2026-Q2/"},
			{"other page in English", "pages/policy/"},
		}},
		{"rewritten", rewritten, []page{
			{"review that changed", "reviews/2026-Q2/ada/"},
			{"changes of a review", "reviews/2026-Q2/ada/changes/"},
		}},
	}
}

// built returns the files of the site, and fails when a page of it is missing.
func (s site) built(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := s.files()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.pages {
		if files[p.folder+"index.html"] == nil {
			t.Errorf("%s has no %s at %s", s.name, p.kind, p.folder)
		}
	}
	return files
}

// strict is the Content-Security-Policy that a careful server sends.
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"

// serve offers the files under a prefix and returns their address. Whoever asks
// for anything outside of the prefix fails the test.
func serve(t *testing.T, files fs.FS, policy string) string {
	t.Helper()
	const prefix = "/any/prefix/"
	inside := http.StripPrefix(prefix, http.FileServerFS(files))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, prefix) {
			t.Errorf("a page asks for %s, which is outside of the site", r.URL)
		}
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		inside.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + prefix
}

// onDisk writes the files into a folder and returns its file: address.
func onDisk(t *testing.T, files fs.FS) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}).String()
}
