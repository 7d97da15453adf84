package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// Findings are what axe-core found on a page of WCAG 2.2 AA and of good
// practice, and how many rules were kept.
type Findings struct {
	Violations []Finding
	Incomplete []Finding // to be judged by people
	Passes     int
}

// A Finding is a rule that elements break.
type Finding struct {
	Rule, Help, Why string
	Where           []string // the first few elements
	N               int
}

func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: %d at %q: %s", f.Rule, f.Help, f.N, f.Where, f.Why)
}

var axe = sync.OnceValues(func() (string, error) {
	script, err := os.ReadFile(os.Getenv("REVIEWFOLIO_AXE"))
	return string(script) + ";undefined", err
})

// Axe lets axe-core judge the parts of the page that a selector leads to, by the
// rules named or else by all, and fails the test where it judged nothing. Of all
// rules those are left out that are named with a minus before them.
func (b *Tab) Axe(t testing.TB, selector string, rules ...string) Findings {
	t.Helper()
	if os.Getenv("REVIEWFOLIO_AXE") == "" {
		Missing(t, "REVIEWFOLIO_AXE names no axe.min.js")
	}
	script, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	if !Eval[bool](t, b, "!!window.axe") {
		Eval[chromedp.Void](t, b, script)
	}
	only, without := []string{}, map[string]map[string]bool{}
	for _, rule := range rules {
		if left, out := strings.CutPrefix(rule, "-"); out {
			without[left] = map[string]bool{"enabled": false}
			continue
		}
		only = append(only, rule)
	}
	if len(only) == 0 {
		only = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
	}
	options, err := json.Marshal(map[string]any{"runOnly": only, "rules": without, "preload": false, "resultTypes": []string{"violations", "incomplete"}})
	if err != nil {
		t.Fatal(err)
	}
	found := Eval[Findings](t, b, fmt.Sprintf(runAxe, selector, options))
	if found.Passes == 0 {
		t.Error("axe checked nothing")
	}
	return found
}

// No rule that is on needs the style sheets, which a page on the disk may not
// read. Of rules that are kept, one element is enough: to describe them all takes axe
// a good part of its time.
const runAxe = `(async () => {
	const result = await axe.run([[%q]], %s);
	const short = (list) => list.map((r) => ({
		Rule: r.id, Help: r.help, N: r.nodes.length,
		Where: r.nodes.slice(0, 3).map((n) => n.target.join(" ")),
		Why: r.nodes[0].failureSummary || "",
	}));
	return {Violations: short(result.violations), Incomplete: short(result.incomplete), Passes: result.passes.length};
})()`

// Unlike finds the texts of the page that look like none it found before, one of
// each look, and returns the selector that leads to them, "" where there are
// none. Looks are alike when the element and all it lies in have the same names,
// classes, colours and type: then its contrast is the same. What is taken out of
// the flow is always found, for it may lie on something else.
func (b *Tab) Unlike(t testing.TB) string {
	t.Helper()
	if Eval[int](t, b, unlike) == 0 {
		return ""
	}
	return "[data-unlike]"
}

const unlike = `(() => {
	const looks = window.looks ||= new Map(), found = window.found ||= new Set(), of = new Map();
	const look = (e) => {
		if (!e) return {id: 0, free: false};
		if (of.has(e)) return of.get(e);
		const s = getComputedStyle(e), above = look(e.parentElement);
		const key = [above.id, e.localName, e.getAttribute("class"), s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.filter,
			s.mixBlendMode, s.fontSize, s.fontWeight, s.textDecorationLine, s.textShadow, s.borderBottomWidth].join(";");
		if (!looks.has(key)) looks.set(key, looks.size + 1);
		const free = above.free || ["absolute", "fixed", "sticky"].includes(s.position);
		of.set(e, {id: looks.get(key), free});
		return of.get(e);
	};
	let n = 0;
	for (const e of document.querySelectorAll("html, html *")) {
		e.removeAttribute("data-unlike");
		const text = Array.from(e.childNodes).some((c) => c.nodeType === Node.TEXT_NODE && c.data.trim());
		if (!text && !e.matches("input, select, textarea") || !e.checkVisibility()) continue;
		const l = look(e);
		if (found.has(l.id) && !l.free) continue;
		found.add(l.id);
		e.setAttribute("data-unlike", "");
		n++;
	}
	return n;
})()`
