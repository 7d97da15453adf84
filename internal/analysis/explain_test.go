package analysis

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

func TestExplainNamesPartsAndPeople(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		team east < hq
		team north < hq
		person boss hq
		person a east
		person b east
		person c north
		person d north 2026-Q3 east
		report 2026-Q2 d revenue=5/6 orders=3 ar=1 headcount=1
		report 2026-Q3 d revenue=5/7 orders=3
		report 2026-Q3 boss revenue=10/11 orders=1
		report 2026-Q3 a revenue=100/90 orders=9 ar=4
		report 2026-Q3 b revenue=/30
		report 2026-Q3 c revenue=200/ orders=2
		figures hq 2026-Q3 revenue=5`))
	for _, tc := range []struct{ scope, period, metric, want string }{
		{"hq", "2026-Q3", "revenue", "east 127 + boss 11 + hq figures 5 + north — | 4 | b:no-target c:no-actual | 108/115"},
		{"east", "2026-H2", "aov", "a 10 + d 2.333333 | 2 | b:no-denominator | 8.083333/—"},
		{"east", "2026-Q3", "revenue", "a 90 + b 30 + d 7 | 3 | b:no-target | 97/105"},
		{"d", "2026", "revenue", "2026-Q2 6 + 2026-Q3 7 | 1 |  | 13/10"},
		{"east", "2026", "revenue", "a 90 + b 30 + d 7 | 3 | b:no-target | 97/105"},
		{"d", "2026", "ar", " | 0 | d:none-at-end | —/—"},
		{"a", "2026-H2", "revenue_per_head", " | 0 | a:no-denominator | —/—"},
		{"hq", "2026", "ar", "east 4 | 1 | d:none-at-end | —/—"},
	} {
		if got := explained(r, tc.scope, tc.period, tc.metric); got != tc.want {
			t.Errorf("%s %s %s\n got %s\nwant %s", tc.scope, tc.period, tc.metric, got, tc.want)
		}
	}
}

func TestExplainWholeSums(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		team east < hq
		team north < hq
		person a east
		person b north
		report 2026-Q3 a revenue=100
		report 2026-Q3 b revenue=200
		figures east 2026-Q3 headcount=4
		figures north 2026-Q3 headcount=6`))
	e := r.Explain(TeamScope("hq"), quarter("2026-Q3"), "revenue_per_head")
	if !e.Whole || len(e.Parts) != 2 || len(e.Excluded) != 0 || e.Figure.People != 2 {
		t.Fatalf("explanation %+v", e)
	}
	wantValue(t, "north's numerator", e.Parts[0].Numerator, 200, 1)
	wantValue(t, "north's denominator", e.Parts[0].Denominator, 6, 1)
	wantValue(t, "the figure", e.Figure.Actual, 30, 1)
}

// explained prints parts, how many people count, those left out, and what the
// attainment divides.
func explained(r *Result, scope, period, metric string) string {
	s := TeamScope(model.TeamID(scope))
	if r.portfolio.Team(s.Team) == nil {
		s = PersonScope(model.PersonID(scope))
	}
	e := r.Explain(s, quarter(period), model.MetricID(metric))
	dash := func(v Value) string {
		if !v.Defined() {
			return "—"
		}
		return show(v)
	}
	var parts, excluded []string
	for _, p := range e.Parts {
		name := p.Scope.name()
		switch {
		case p.Figures:
			name += " figures"
		case p.Scope == s:
			name = p.Period.String()
		}
		parts = append(parts, name+" "+dash(p.Actual))
	}
	for _, x := range e.Excluded {
		excluded = append(excluded, fmt.Sprintf("%s:%v", x.Person, x.Why))
	}
	return fmt.Sprintf("%s | %d | %s | %s/%s", strings.Join(parts, " + "), e.Figure.People, strings.Join(excluded, " "), dash(e.Reached), dash(e.Aimed))
}

func TestBridge(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq boss
		team east < hq
		team north < hq
		person boss hq
		person a east
		person b east
		person c north
		person d north left 2026-06-30
		person e hq
		report 2026-Q2 boss revenue=10
		report 2026-Q3 boss revenue=25
		report 2026-Q2 a revenue=100 orders=10
		report 2026-Q3 a revenue=130 orders=20
		report 2026-Q2 b revenue=50 orders=10
		report 2026-Q2 c revenue=40 orders=4
		report 2026-Q3 c revenue=40 orders=5
		report 2026-Q2 d revenue=20 orders=1
		report 2026-Q3 e revenue=7 orders=1
		figures hq 2026-Q2 revenue=3`))
	for _, tc := range []struct{ scope, metric, want string }{
		{"hq", "revenue", "223→202 -21 -0.09417 | east 30 0.134529; boss 15 0.067265; e 7 0.03139 joined; hq figures -3 -0.013453 left; north -20 -0.089686; b -50 -0.224215 missing"},
		{"east", "revenue", "150→130 -20 -0.133333 | a 30 0.2; b -50 -0.333333 missing"},
		{"c", "revenue", "40→40 0 0 | c 0 0"},
	} {
		if got := bridged(r, tc.scope, tc.metric); got != tc.want {
			t.Errorf("%s %s\n got %s\nwant %s", tc.scope, tc.metric, got, tc.want)
		}
	}
}

func bridged(r *Result, scope, metric string) string {
	s := TeamScope(model.TeamID(scope))
	if r.portfolio.Team(s.Team) == nil {
		s = PersonScope(model.PersonID(scope))
	}
	b := r.Bridge(s, model.MetricID(metric), quarter("2026-Q3"), quarter("2026-Q2"))
	var steps []string
	for _, x := range b.Steps {
		text := x.Scope.name()
		if x.Figures {
			text += " figures"
		}
		text += " " + show(x.Delta) + " " + show(x.Points)
		for word, is := range map[string]bool{" missing": x.Missing, " joined": x.Joined, " left": x.Left} {
			if is {
				text += word
			}
		}
		steps = append(steps, text)
	}
	return fmt.Sprintf("%s→%s %s %s | %s", show(b.Before), show(b.After), show(b.Delta), show(b.Change.Value), strings.Join(steps, "; "))
}

func TestBreakdownAddsUpByName(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		team east < hq
		person a east
		person b hq
		report 2026-Q2 a revenue=9 channel:门店=9
		report 2026-Q3 a revenue=100 channel:直销=40/60 channel:线上=50
		report 2026-Q3 b revenue=100 channel:直销=/30 channel:退货=-10`))
	for _, tc := range []struct{ scope, period, want string }{
		{"hq", "2026-Q3", "直销 90/40 0.692308; 线上 50/— 0.384615; 退货 -10/— -0.076923"},
		{"east", "2026-Q3", "直销 60/40 0.545455; 线上 50/— 0.454545"},
		{"east", "2026", "直销 60/40 0.504202; 线上 50/— 0.420168; 门店 9/— 0.07563"},
		{"hq", "2026-Q2", "门店 9/— 1"},
		{"hq", "2025-Q2", ""},
	} {
		var got []string
		for _, p := range r.Breakdown(TeamScope(model.TeamID(tc.scope)), quarter(tc.period), "channel") {
			target := "—"
			if p.Target.Defined() {
				target = show(p.Target)
			}
			got = append(got, p.Name+" "+show(p.Actual)+"/"+target+" "+show(p.Share))
		}
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("%s %s\n got %s\nwant %s", tc.scope, tc.period, got, tc.want)
		}
	}
}
