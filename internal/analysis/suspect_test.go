package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

func TestSuspectFigures(t *testing.T) {
	for _, tc := range []struct{ name, ledger, want string }{
		{"a lead who reports the team", `
			team hq boss
			person boss hq
			person a hq
			person b hq
			report 2026-Q3 boss orders=12 revenue=30
			report 2026-Q3 a orders=5 revenue=29
			report 2026-Q3 b orders=7`, "double-count orders 12 2 hq"},
		{"everybody below, and the own members alone", `
			team hq boss
			team east < hq a
			person boss hq
			person a east
			person b east
			person c hq
			person d hq
			report 2026-Q3 boss orders=10 visits=6
			report 2026-Q3 a orders=1 visits=9
			report 2026-Q3 b orders=2 visits=9
			report 2026-Q3 c orders=3 visits=2
			report 2026-Q3 d orders=4 visits=4`, "double-count orders 10 4 hq; double-count visits 6 2 hq"},
		{"one other is no sum, and nothing is none", `
			team hq boss
			person boss hq
			person a hq
			person b hq
			report 2026-Q3 boss orders=5 visits=0
			report 2026-Q3 a orders=5 visits=0
			report 2026-Q3 b visits=0`, ""},
		{"another target than was set", `
			team hq
			person a hq
			target a 2026-Q3 revenue=120 gross_margin=30% orders=4
			report 2026-Q3 a revenue=110/90 gross_margin=32%/ orders=4/5`,
			"target-changed revenue 110 120 ; target-changed gross_margin 32% 30% "},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, list := Run(ledger(t, tc.ledger))
			var got []string
			for _, d := range list {
				if code := d.Code(); code == "double-count" || code == "target-changed" {
					got = append(got, strings.TrimSuffix(fmt.Sprintln(append([]any{code}, d.Message.Args...)...), "\n"))
				}
			}
			if got := strings.Join(got, "; "); got != tc.want {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func TestSuspectTargetStandsAtTheValue(t *testing.T) {
	p := ledger(t, `
		team hq
		person a hq
		target a 2026-Q3 revenue=120
		report 2026-Q3 a revenue=110/90`)
	value := &p.Reviews[0].Report.Values[0]
	value.Places.Target = model.Spot{Line: 4, Col: 20}
	at := value.Pos.At(4, 20)
	_, list := Run(p)
	if i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Code() == "target-changed" }); i < 0 || list[i].Pos != at {
		t.Errorf("faults %+v, want target-changed at %v", list, at)
	}
}
