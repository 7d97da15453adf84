package browsertest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Every kind of page is valid HTML as html-validate judges by its preset for
// the standard.
func TestPagesAreValid(t *testing.T) {
	checker := os.Getenv("REVIEWFOLIO_HTML_VALIDATE")
	if checker == "" {
		missing(t, "REVIEWFOLIO_HTML_VALIDATE names no html-validate")
	}
	dir := t.TempDir()
	args := []string{"--config", filepath.Join(dir, "rules.json"), "--formatter", "json"}
	rules := `{"root": true, "extends": ["html-validate:standard"], "elements": ["html5"]}`
	if err := os.WriteFile(args[1], []byte(rules), 0o666); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range append(sites(), hostileSites()...) {
		files := s.built(t)
		if err := os.CopyFS(filepath.Join(dir, s.name), files); err != nil {
			t.Fatal(err)
		}
		for _, p := range s.pages {
			args = append(args, filepath.Join(dir, s.name, filepath.FromSlash(p.folder), "index.html"))
			n++
		}
	}
	cmd := exec.Command(checker, args...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	if _, exit := err.(*exec.ExitError); err != nil && !exit {
		t.Fatal(err)
	}
	var faults []struct {
		FilePath string
		Messages []struct {
			RuleID, Message, Selector string
			Line, Column              int
		}
	}
	if err := json.Unmarshal(out, &faults); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	for _, f := range faults {
		name, _ := filepath.Rel(dir, f.FilePath)
		for _, m := range f.Messages {
			t.Errorf("%s:%d:%d: %s (%s, %s)", name, m.Line, m.Column, m.Message, m.RuleID, m.Selector)
		}
	}
	t.Logf("%d pages checked", n)
}

// Every kind of page, wide and narrow and in the dark, is without a violation
// of what axe-core checks of WCAG 2.2 AA and of good practice. Colours do not
// depend on the width, so that the dark is looked at once.
func TestPagesAreAccessible(t *testing.T) {
	name := os.Getenv("REVIEWFOLIO_AXE")
	if name == "" {
		missing(t, "REVIEWFOLIO_AXE names no axe.min.js")
	}
	axe, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	for _, s := range sites() {
		base := onDisk(t, fs.FS(s.built(t)))
		for _, p := range s.pages {
			t.Run(p.kind, func(t *testing.T) {
				t.Parallel()
				b := openTab(t, ctx, base)
				for _, look := range []struct {
					scheme string
					width  int64
				}{{"light", 1440}, {"light", 320}, {"dark", 1440}} {
					b.prefer(t, look.scheme)
					b.show(t, p.folder, look.width)
					b.unfold(t, look.width)
					evaluate[chromedp.Void](t, b, string(axe)+";undefined")
					found := evaluate[findings](t, b, runAxe, chromedp.EvalAwaitPromise)
					for _, f := range found.Violations {
						t.Errorf("%s at %d px: %s", look.scheme, look.width, f)
					}
					for _, f := range found.Incomplete {
						t.Logf("%s at %d px: to be judged: %s", look.scheme, look.width, f)
					}
					if found.Passes == 0 {
						t.Error("axe checked nothing")
					}
				}
			})
		}
	}
}

// findings are what axe found on a page, and how many rules were kept.
type findings struct {
	Violations, Incomplete []finding
	Passes                 int
}

type finding struct {
	Rule, Help, Why string
	Where           []string // the first few elements
	N               int
}

func (f finding) String() string {
	return fmt.Sprintf("%s: %s: %d at %q: %s", f.Rule, f.Help, f.N, f.Where, f.Why)
}

const runAxe = `(async () => {
	const result = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
	const short = (list) => list.map((r) => ({
		Rule: r.id, Help: r.help, N: r.nodes.length,
		Where: r.nodes.slice(0, 3).map((n) => n.target.join(" ")),
		Why: r.nodes[0].failureSummary || "",
	}));
	return {Violations: short(result.violations), Incomplete: short(result.incomplete), Passes: result.passes.length};
})()`
