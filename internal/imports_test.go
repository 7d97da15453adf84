package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed is the plan of the house: what each package may import of ours. Data
// flows down, imports point at the model. A change here belongs into one
// commit with the code and the README's table.
var allowed = map[string][]string{
	"diag":        {},
	"words":       {},
	"model":       {"diag"},
	"diff":        {},
	"history":     {"model"},
	"prose":       {"model", "diag"},
	"source":      {"prose", "model", "diag"},
	"analysis":    {"model", "diag", "diff"},
	"audience":    {"model", "analysis"},
	"markup":      {},
	"draw":        {"markup"},
	"chart":       {},
	"output":      {},
	"export":      {"audience", "words"},
	"site":        {"audience", "chart", "draw", "markup", "output", "words", "diag", "export"},
	"edit":        {"diag"},
	"imports":     {"sheet", "source", "model", "diag", "words"},
	"sheet":       {"model"},
	"posting":     {"edit", "scaffold", "imports", "source", "analysis", "model", "diag"},
	"browser":     {}, // no other package may: tests only
	"browsertest": {},
	"scaffold":    {"model", "analysis", "words"},
	"watch":       {},
	"preview":     {"markup", "output", "diag", "words"},
	"build":       {"source", "history", "model", "analysis", "audience", "site", "export", "output", "diag", "words", "layouts", "assets"},
}

func TestImportsFollowThePlan(t *testing.T) {
	dirs, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		may, known := allowed[d.Name()]
		if !known {
			t.Errorf("package %s is not in the plan", d.Name())
			continue
		}
		for _, got := range ownImports(t, d.Name()) {
			if !slices.Contains(may, got) {
				t.Errorf("%s imports %s, which the plan does not allow", d.Name(), got)
			}
		}
	}
	if slices.Contains(ownImports(t, "../cmd"), "browser") {
		t.Error("a command imports browser, which is for tests")
	}
}

// ownImports returns what a package imports of ours, test files aside.
func ownImports(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			full, _ := strconv.Unquote(spec.Path.Value)
			if rest, ours := strings.CutPrefix(full, "reviewfolio/"); ours {
				list = append(list, strings.TrimPrefix(rest, "internal/"))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestOnlyOnePackageTrustsMarkup holds the rule that makes pages safe: what
// people write is escaped unless package prose rendered it, and nothing but
// constants becomes markup.
func TestOnlyOnePackageTrustsMarkup(t *testing.T) {
	trusted := map[string]bool{"site/text.go": true, "site/charts.go": true}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		slash := filepath.ToSlash(path)
		if strings.Contains(string(text), ".Trusted(") && !trusted[slash] {
			t.Errorf("%s trusts markup that it did not make", path)
		}
		for _, conversion := range []string{"template.HTML(", "template.JS(", "template.CSS(", "template.URL(", "template.HTMLAttr("} {
			if strings.Contains(string(text), conversion) && !strings.HasPrefix(slash, "markup/") {
				t.Errorf("%s converts to %s)", path, conversion)
			}
		}
		for _, part := range strings.Split(string(text), "markup.Constant(")[1:] {
			if part[0] != '"' && part[0] != '`' {
				t.Errorf("%s makes markup of what is no constant: markup.Constant(%.20s", path, part)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
