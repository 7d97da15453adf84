package analysis

import (
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

// The columns of every wanted row: target actual numerator denominator
// attainment qoq yoy people excluded.
func TestFigures(t *testing.T) {
	for _, tc := range []struct{ name, ledger, want string }{
		{"a team is child teams, own members and figures", `
			team hq boss
			team east < hq
			team north < hq
			person boss hq
			person zhang east
			person li north
			report 2026-Q3 boss revenue=10/11
			report 2026-Q3 zhang revenue=100/90
			report 2026-Q3 li revenue=200/230
			figures hq 2026-Q3 revenue=5`, `
			zhang 2026-Q3 revenue 100 90  . . 0.9      . . 1 0
			east  2026-Q3 revenue 100 90  . . 0.9      . . 1 0
			north 2026-Q3 revenue 200 230 . . 1.15     . . 1 0
			hq    2026-Q3 revenue 310 336 . . 1.067742 . . 3 0`},
		{"a ratio is over those who have both sides, never a mean", `
			team hq
			person a hq
			person b hq
			person c hq
			report 2026-Q3 a revenue=100 orders=10
			report 2026-Q3 b revenue=900 orders=30
			report 2026-Q3 c revenue=500`, `
			hq 2026-Q3 revenue .  1500 . .       . . . 3 0
			hq 2026-Q3 orders  .  40   . .       . . . 2 0
			hq 2026-Q3 aov     .  25   1000 40   . . . 2 1
			c  2026-Q3 aov     .  no-denominator . . no-denominator no-denominator no-denominator 0 1`},
		{"a denominator of several metrics needs all of them", `
			team hq
			person a hq
			person b hq
			report 2026-Q3 a won=40 lost=10
			report 2026-Q3 b won=40`, `
			hq 2026-Q3 win_rate . 0.8 40 50 . . . 1 1`},
		{"those with only one of target and actual are excluded from the attainment", `
			team hq
			person a hq
			person b hq
			person c hq
			report 2026-Q3 a revenue=100/120
			report 2026-Q3 b revenue=/50
			report 2026-Q3 c revenue=80/`, `
			hq 2026-Q3 revenue 180 170 . . 1.2 . . 2 2
			a  2026-Q3 revenue 100 120 . . 1.2 . . 1 0
			b  2026-Q3 revenue .   50  . . .   . . 1 0
			c  2026-Q3 revenue 80  .   . . .   . . 0 1`},
		{"nobody is excluded where nobody has a target", `
			team hq
			person a hq
			report 2026-Q3 a orders=7`, `
			hq 2026-Q3 orders . 7 . . . . . 1 0`},
		{"lower is better turns the attainment round, not below 0", `
			team hq
			person a hq
			person b hq
			report 2026-Q3 a expense=100/120
			report 2026-Q3 b expense=100/450`, `
			a  2026-Q3 expense 100 120 . . 0.8 . . 1 0
			b  2026-Q3 expense 100 450 . . 0   . . 1 0
			hq 2026-Q3 expense 200 570 . . 0   . . 2 0`},
		{"a target that is not positive judges nothing", `
			team hq
			person a hq
			report 2026-Q3 a revenue=0/120 gross_profit=-5/3`, `
			hq 2026-Q3 revenue      0  120 . . target-not-positive . . 1 0
			hq 2026-Q3 gross_profit -5 3   . . target-not-positive . . 1 0`},
		{"no denominator is no ratio", `
			team hq
			person a hq
			report 2026-Q3 a revenue=120 orders=0`, `
			hq 2026-Q3 aov . no-denominator 120 0 no-denominator no-denominator no-denominator 1 0`},
		{"a ratio's target is weighted with the denominators", `
			team hq
			person a hq
			person b hq
			person c hq
			report 2026-Q3 a revenue=100 gross_profit=40 gross_margin=30%/
			report 2026-Q3 b revenue=300 gross_profit=60 gross_margin=20%/
			report 2026-Q3 c revenue=600 gross_profit=120`, `
			a  2026-Q3 gross_margin 0.3   0.4  40  100  1.333333 . . 1 0
			hq 2026-Q3 gross_margin 0.225 0.22 220 1000 0.977778 . . 3 0`},
		{"nps is recomputed from its counts", `
			team hq
			person a hq
			person b hq
			report 2026-Q3 a nps=50/61,22,9
			report 2026-Q3 b nps=10,0,30`, `
			a  2026-Q3 nps 50 56.521739 52  92  1.130435 . . 1 0
			b  2026-Q3 nps .  -50       -20 40  .        . . 1 0
			hq 2026-Q3 nps 50 24.242424 32  132 0.484848 . . 2 1`},
		{"the other side of a team's figures is the whole sum", `
			team hq
			team east < hq
			person a east
			person b east
			report 2026-Q3 a revenue=100
			report 2026-Q3 b revenue=140 orders=2
			figures east 2026-Q3 headcount=3 market_size=960`, `
			east 2026-Q3 headcount        . 3    . .     . . . 0 0
			east 2026-Q3 revenue_per_head . 80   240 3   . . . 2 0
			hq   2026-Q3 market_share     . 0.25 240 960 . . . 2 0`},
		{"amounts change in percent, percent metrics and nps by difference", `
			team hq
			person a hq
			report 2026-Q2 a revenue=80 gross_profit=20 nps=50,30,20
			report 2026-Q3 a revenue=100 gross_profit=30 nps=60,30,10
			report 2025-Q3 a revenue=-5 gross_profit=0`, `
			hq 2026-Q3 revenue      . 100 .  .   . 0.25 prior-not-positive 1 0
			hq 2026-Q3 gross_profit . 30  .  .   . 0.5  prior-not-positive 1 0
			hq 2026-Q3 gross_margin . 0.3 30 100 . 0.05 0.3 1 0
			hq 2026-Q3 nps          . 50  50 100 . 20   . 1 0`},
		{"a report counts in the team its person was in", `
			team hq
			team east < hq
			team north < hq
			person a east 2026-Q3 north
			report 2026-Q2 a revenue=80/90
			report 2026-Q3 a revenue=100/110`, `
			east  2026-Q2 revenue 80  90  . . 1.125    . . 1 0
			north 2026-Q3 revenue 100 110 . . 1.1      . . 1 0
			hq    2026-Q3 revenue 100 110 . . 1.1      0.222222 . 1 0
			a     2026    revenue 180 200 . . 1.111111 part-missing part-missing 1 0
			east  2026    revenue 80  90  . . 1.125    part-missing part-missing 1 0
			north 2026    revenue 100 110 . . 1.1      part-missing part-missing 1 0
			hq    2026    revenue 180 200 . . 1.111111 part-missing part-missing 1 0`},
		{"who left counts until the last day", `
			team hq
			person a hq left 2026-08-10
			report 2026-Q3 a revenue=80`, `
			hq 2026-Q3 revenue . 80 . . . . . 1 0`},
		{"a running period has no changes", `
			asof 2026-08-14
			team hq
			person a hq
			report 2026-Q2 a revenue=100/80
			report 2026-Q3 a revenue=100/30
			report 2025-Q3 a revenue=100/90`, `
			hq 2026-Q3 revenue 100 30 . . 0.3 period-partial period-partial 1 0
			hq 2026-Q2 revenue 100 80 . . 0.8 . . 1 0`},
		{"targets set before go to the metrics of the report", `
			team hq
			person a hq
			target a 2026-Q3 revenue=200 orders=5 gross_margin=25%
			report 2026-Q3 a revenue=100 gross_profit=30
			report 2026-Q2 a revenue=100`, `
			a 2026-Q3 revenue      200  100 .  .   0.5 0 . 1 0
			a 2026-Q3 orders       .    .   .  .   .   . . 0 0
			a 2026-Q3 gross_margin 0.25 0.3 30 100 1.2 . . 1 0
			a 2026-Q2 revenue      .    100 .  .   .   . . 1 0`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := Run(ledger(t, tc.ledger))
			wantRows(t, r, tc.want)
		})
	}
}

func TestPartialPeriodsHaveAPace(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2026-08-14
		team hq
		person a hq
		report 2026-Q3 a revenue=100/30 expense=10/2
		report 2026-Q2 a revenue=100/80`))
	f := r.Figure(TeamScope("hq"), quarter("2026-Q3"), "revenue")
	if !f.Partial || f.Elapsed != 45 || f.Total != 92 {
		t.Errorf("partial %v, %d of %d days; want 45 of 92", f.Partial, f.Elapsed, f.Total)
	}
	wantValue(t, "pace", f.Pace, 30*92, 100*45)
	if f := r.Figure(TeamScope("hq"), quarter("2026-Q3"), "expense"); f.Pace.Why != LowerIsBetter {
		t.Errorf("pace of a lower metric: %v", f.Pace.Why)
	}
	if f := r.Figure(TeamScope("hq"), quarter("2026-Q2"), "revenue"); f.Pace.Why != PeriodOver || f.Partial {
		t.Errorf("pace of a period that is over: %v", f.Pace.Why)
	}
	wantValue(t, "gap", f.Gap, 70, 1)
}

func TestPeriodIsWholeOnItsLastDay(t *testing.T) {
	for asOf, partial := range map[string]bool{"2026-09-29": true, "2026-09-30": false} {
		r, _ := Run(ledger(t, "asof "+asOf+"\nteam hq\nperson a hq\nreport 2026-Q3 a orders=1"))
		if f := r.Figure(PersonScope("a"), quarter("2026-Q3"), "orders"); f.Partial != partial {
			t.Errorf("as of %s partial is %v", asOf, f.Partial)
		}
	}
}

func TestTargetsSetForATeam(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		person b hq
		report 2026-Q3 a revenue=110/90
		report 2026-Q3 b revenue=/60
		target hq 2026-Q3 revenue=100
		target a 2026-Q3 revenue=120`))
	f := r.Figure(TeamScope("hq"), quarter("2026-Q3"), "revenue")
	wantValue(t, "set", f.Set, 100, 1)
	wantValue(t, "actual against set", f.SetAttainment, 150, 100)
	wantValue(t, "attainment keeps the rule", f.Attainment, 90, 110)
	if f.Excluded != 1 {
		t.Errorf("%d excluded from the people's attainment, want 1: b has no target", f.Excluded)
	}
	set := f.AgainstSet()
	wantValue(t, "judged by what was set", set.Attainment, 150, 100)
	wantValue(t, "target", set.Target, 100, 1)
	wantValue(t, "gap", set.Gap, 100-150, 1)
	if !set.BySet || set.Excluded != 0 {
		t.Errorf("by set %v, %d excluded, want all counted", set.BySet, set.Excluded)
	}
	wantValue(t, "judged twice", set.AgainstSet().Target, 100, 1)
	c := r.Assigned("hq", quarter("2026-Q3"), "revenue")
	wantValue(t, "what people took on", c.Sum, 110, 1)
	wantValue(t, "over-assignment", c.Over, 10, 100)
	own := r.Figure(PersonScope("a"), quarter("2026-Q3"), "revenue")
	wantValue(t, "the report's target", own.Target, 110, 1)
	wantValue(t, "the target set before", own.Set, 120, 1)
}

func TestMetricsAndPeriodsOfAScope(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		person b hq
		report 2026-Q3 a orders=3 revenue=9 won=4
		report 2026-Q1 b won=4
		figures hq 2026-Q2 headcount=4`))
	var metrics []string
	for _, m := range r.Metrics(PersonScope("a"), quarter("2026-Q3")) {
		metrics = append(metrics, string(m.ID))
	}
	if want := []string{"revenue", "orders", "won", "aov"}; !slices.Equal(metrics, want) {
		t.Errorf("metrics %v, want %v", metrics, want)
	}
	var periods []string
	for _, p := range r.Periods(TeamScope("hq")) {
		periods = append(periods, p.String())
	}
	if want := []string{"2026-Q1", "2026-H1", "2026-Q3", "2026-H2", "2026"}; !slices.Equal(periods, want) {
		t.Errorf("periods %v, want %v", periods, want)
	}
	if got := r.Latest(); got != quarter("2026-Q3") {
		t.Errorf("latest %v", got)
	}
	if got := r.Figure(PersonScope("nobody"), quarter("2030-Q1"), "nothing"); got.Actual.Why != NoActual || got.Metric.ID != "nothing" {
		t.Errorf("an unknown figure: %+v", got)
	}
}

func TestTooLargeSumsAreUndefined(t *testing.T) {
	text := "team hq\n"
	for i := range 93 {
		id := "p" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		text += "person " + id + " hq\nreport 2026-Q3 " + id + " revenue=1/10000000000000\n"
	}
	r, _ := Run(ledger(t, text))
	f := r.Figure(TeamScope("hq"), quarter("2026-Q3"), "revenue")
	if f.Actual.Why != TooLarge || f.Attainment.Why != TooLarge || f.People != 93 {
		t.Errorf("actual %v, attainment %v, %d people", f.Actual, f.Attainment, f.People)
	}
	wantValue(t, "a sum that fits", f.Target, 93, 1)
	if f := r.Figure(PersonScope("paa"), quarter("2026-Q3"), "revenue"); !f.Actual.Defined() || f.Actual.Num != int64(model.MaxAmount) {
		t.Errorf("one person's: %v", f.Actual)
	}
}
