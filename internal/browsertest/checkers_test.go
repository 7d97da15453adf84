package browsertest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"reviewfolio/internal/browser"
)

// Every kind of page is valid HTML as html-validate judges by its preset for
// the standard.
func TestPagesAreValid(t *testing.T) {
	checker := os.Getenv("REVIEWFOLIO_HTML_VALIDATE")
	if checker == "" {
		browser.Missing(t, "REVIEWFOLIO_HTML_VALIDATE names no html-validate")
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

// accessible lets axe-core check WCAG 2.2 AA and good practice on an unfolded
// wide page, in the dark, and on the narrow page, which it leaves behind. Nothing
// but colours depends on the dark. Contrast takes axe most of its time, so that
// it is judged of all texts once, and later of one of each look that is new.
func accessible(t *testing.T, b *browser.Tab) {
	t.Helper()
	contrast := func(look string, rules ...string) {
		t.Helper()
		if unlike := b.Unlike(t); unlike != "" {
			judge(t, look, b.Axe(t, unlike, append(rules, "color-contrast")...))
		}
	}
	judge(t, "wide", b.Axe(t, "html"))
	b.Unlike(t)
	b.Scheme(t, "dark")
	contrast("wide and dark", "link-in-text-block")
	b.Scheme(t, "light")
	b.Size(t, 320, 900)
	unfold(t, b, 320)
	judge(t, "narrow", b.Axe(t, "html", "-color-contrast"))
	contrast("narrow")
}

// judge fails the test for each violation and tells what is left to people.
func judge(t *testing.T, look string, found browser.Findings) {
	t.Helper()
	for _, f := range found.Violations {
		t.Errorf("%s: %s", look, f)
	}
	for _, f := range found.Incomplete {
		t.Logf("%s: to be judged: %s", look, f)
	}
}
