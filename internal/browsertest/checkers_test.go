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

// Every kind of page, wide and narrow and in the dark, is without a violation
// of what axe-core checks of WCAG 2.2 AA and of good practice. Nothing but
// colours depends on the dark, and they do not depend on the width, so that in
// the dark colours are looked at, once.
func TestPagesAreAccessible(t *testing.T) {
	eachPage(t, disk, func(t *testing.T, b *browser.Tab, p page) {
		b.Scheme(t, "light")
		show(t, b, p.folder, 1440)
		unfold(t, b, 1440)
		judge(t, "wide", b.Axe(t, "html"))
		b.Scheme(t, "dark")
		judge(t, "wide and dark", b.Axe(t, "html", "color-contrast", "link-in-text-block"))
		b.Scheme(t, "light")
		b.Size(t, 320, 900)
		unfold(t, b, 320)
		judge(t, "narrow", b.Axe(t, "html"))
	})
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
