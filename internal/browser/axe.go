package browser

import (
	"encoding/json"
	"fmt"
	"os"
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

// Axe lets axe-core judge the part of the page that a selector leads to, by the
// rules named or else by all, and fails the test where it judged nothing.
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
	if len(rules) == 0 {
		rules = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
	}
	list, err := json.Marshal(rules)
	if err != nil {
		t.Fatal(err)
	}
	found := Eval[Findings](t, b, fmt.Sprintf(runAxe, selector, list))
	if found.Passes == 0 {
		t.Error("axe checked nothing")
	}
	return found
}

// Of rules that are kept, one element is enough: to describe them all takes axe
// a good part of its time.
const runAxe = `(async () => {
	const result = await axe.run([[%q]], {runOnly: %s, resultTypes: ["violations", "incomplete"]});
	const short = (list) => list.map((r) => ({
		Rule: r.id, Help: r.help, N: r.nodes.length,
		Where: r.nodes.slice(0, 3).map((n) => n.target.join(" ")),
		Why: r.nodes[0].failureSummary || "",
	}));
	return {Violations: short(result.violations), Incomplete: short(result.incomplete), Passes: result.passes.length};
})()`
