package analysis

import (
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// wantOver compares what a cascade comes to: set, people's sum and its over,
// child teams, own members and their over, each a fraction "n/d" or the reason.
func wantOver(t *testing.T, c Cascade, want ...string) {
	t.Helper()
	got := []Value{c.Set, c.Sum, c.Over, c.ChildSum, c.Own, c.BelowOver}
	for i, name := range []string{"set", "sum", "over", "child teams", "own members", "over of both"} {
		text := got[i].Why.String()
		if got[i].Defined() {
			text = got[i].Rat().RatString()
		}
		if text != want[i] {
			t.Errorf("%s of %s in %v: %s = %s, want %s", c.Metric.ID, c.Team, c.Period, name, text, want[i])
		}
	}
}

// hq is set 1000, east 600, north 300; the director lin has 80 of her own. Of
// the people zhang took on 400, wang 230 and sun, who has not handed in, 310 in
// the own file.
//
//	people of hq  400 + 230 + 310 + 80 = 1020   +2 %  = 1/50
//	below hq      600 + 300 and 80     =  980   −2 %  = −1/50
//	people of east         400 + 230   =  630   +5 %  = 1/20
//	people of north        310         =  310   +3.3 % = 1/30
const tree = `
	asof 2026-10-20
	team hq lin
	team east < hq
	team north < hq
	person lin hq
	person zhang east
	person wang east
	person sun north
	target hq 2026-Q3 revenue=1000
	target east 2026-Q3 revenue=600
	target north 2026-Q3 revenue=300
	target sun 2026-Q3 revenue=310
	report 2026-Q3 lin revenue=80/75
	report 2026-Q3 zhang revenue=400/380
	report 2026-Q3 wang revenue=230/240
`

func TestCascadeDownTheTree(t *testing.T) {
	r, _ := Run(ledger(t, tree))
	q3 := quarter("2026-Q3")
	wantOver(t, r.Assigned("hq", q3, "revenue"), "1000", "1020", "1/50", "900", "80", "-1/50")
	wantOver(t, r.Assigned("east", q3, "revenue"), "600", "630", "1/20", "no-children", "630", "no-children")
	wantOver(t, r.Assigned("north", q3, "revenue"), "300", "310", "1/30", "no-children", "310", "no-children")
	if c := r.Cascade("hq", q3, "revenue"); len(c.People) != 4 || c.People[1].Person != "sun" || c.People[1].Origin != OfFile || c.Lacking != nil {
		t.Errorf("people %+v, lacking %v", c.People, c.Lacking)
	}
	// metrics.csv keeps what was reported: sun's target is not a figure.
	wantValue(t, "rolled up", r.Figure(TeamScope("hq"), q3, "revenue").Target, 710, 1)
}

// What nobody set is undefined with its reason, never 0, and who lacks it is
// named.
func TestCascadeOfMissingTargets(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2026-10-20
		team hq
		team east < hq
		team north < hq
		team empty < hq
		person zhang east
		person wang east
		person sun north
		target hq 2026-Q3 revenue=0 orders=9 gross_margin=30
		target east 2026-Q3 revenue=600
		report 2026-Q3 zhang revenue=400/380 gross_profit=/90 gross_margin=31/
		report 2026-Q3 wang orders=3/2
		report 2026-Q3 sun revenue=/7`))
	q3 := quarter("2026-Q3")
	revenue := r.Assigned("hq", q3, "revenue")
	wantOver(t, revenue, "0", "400", "target-not-positive", "no-target", "no-target", "no-target")
	if want := []model.PersonID{"sun", "wang"}; !slices.Equal(revenue.Lacking, want) {
		t.Errorf("lacking %v, want %v", revenue.Lacking, want)
	}
	if len(revenue.Children) != 2 || revenue.Children[1].Team != "north" || revenue.Children[1].Set.Why != NoTarget {
		t.Errorf("children %+v: empty has neither people nor target", revenue.Children)
	}
	// 3 of 9 orders: −6/9.
	wantOver(t, r.Assigned("hq", q3, "orders"), "9", "3", "-2/3", "no-target", "no-target", "no-target")
	wantOver(t, r.Assigned("hq", q3, "collections"), "no-target", "no-target", "no-target", "no-target", "no-target", "no-target")
	wantOver(t, r.Assigned("hq", q3, "gross_margin"), "3/10", "not-additive", "not-additive", "not-additive", "not-additive", "not-additive")
}

// zhang moves from east to north in August and belongs to north in the third
// quarter; of the year each quarter counts where it was.
//
//	Q2       east 100            north 50
//	Q3       east —              north 120 + 60 = 180
//	H1 + H2  zhang took on 90 + 100 in east, 120 + 130 in north
//	year     east 90 + 100 = 190  north 40 + 50 + 60 + 70 + 120 + 130 = 470
func TestCascadeOfWhoChangedTeam(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2026-10-20
		team hq
		team east < hq
		team north < hq
		person zhang east 2026-08 north
		person sun north
		target hq 2026 revenue=600
		target east 2026 revenue=200
		target north 2026 revenue=400
		target zhang 2026-Q1 revenue=90
		target zhang 2026-Q2 revenue=100
		target zhang 2026-Q3 revenue=120
		target zhang 2026-Q4 revenue=130
		target sun 2026-Q1 revenue=40
		target sun 2026-Q2 revenue=50
		target sun 2026-Q3 revenue=60
		target sun 2026-Q4 revenue=70
		report 2026-Q2 zhang revenue=/95
		report 2026-Q3 zhang revenue=/110`))
	for _, tc := range []struct {
		team, period, sum string
	}{
		{"east", "2026-Q2", "100"}, {"north", "2026-Q2", "50"}, {"east", "2026-Q3", "no-target"}, {"north", "2026-Q3", "180"},
		{"east", "2026", "190"}, {"north", "2026", "470"}, {"hq", "2026", "660"},
	} {
		c := r.Assigned(model.TeamID(tc.team), quarter(tc.period), "revenue")
		got := c.Sum.Why.String()
		if c.Sum.Defined() {
			got = c.Sum.Rat().RatString()
		}
		if got != tc.sum {
			t.Errorf("%s in %s: %s, want %s", tc.team, tc.period, got, tc.sum)
		}
	}
	// 660 of 600; 200 + 400 of 600.
	wantOver(t, r.Assigned("hq", quarter("2026"), "revenue"), "600", "660", "1/10", "600", "no-target", "0")
}

// Of a longer period a person counts with the target of that period, else with
// all of its parts; a level with that of the last.
func TestCascadeOfALongerPeriod(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2026-10-20
		team hq
		person a hq
		person b hq
		person c hq
		target hq 2026-H2 revenue=500 pipeline=90
		target a 2026-H2 revenue=300
		target a 2026-Q3 revenue=100
		target b 2026-Q3 revenue=110 pipeline=70
		target b 2026-Q4 revenue=140 pipeline=80
		target c 2026-Q3 revenue=60
		report 2026-Q3 a revenue=/1 pipeline=/1`))
	c := r.Cascade("hq", quarter("2026-H2"), "revenue")
	// a 300, b 110 + 140, c lacks the fourth quarter: 550 of 500.
	wantOver(t, c, "500", "550", "1/10", "no-children", "550", "no-children")
	if !slices.Equal(c.Lacking, []model.PersonID{"c"}) || c.People[2].Target.Why != PartNoTarget {
		t.Errorf("lacking %v, people %+v", c.Lacking, c.People)
	}
	// b's 80 at the end of the fourth quarter, of 90.
	wantOver(t, r.Assigned("hq", quarter("2026-H2"), "pipeline"), "90", "80", "-1/9", "no-children", "80", "no-children")
}

// Sums count where anybody has a target, ratios where one is set for a team.
func TestTargetMetrics(t *testing.T) {
	text := strings.Replace(tree, "revenue=300", "revenue=300 gross_margin=30", 1) + `
	target sun 2026-Q4 collections=5
	report 2026-Q2 wang win_rate=50/ orders=9/8`
	p := ledger(t, text)
	p.Review(quarter("2026-Q3"), "wang").Report.Goals = []model.Goal{{ID: "g", Metric: "new_customers", Target: opt("3")}}
	r, _ := Run(p)
	for period, want := range map[string][]string{
		"2026-Q2": {"orders"}, "2026-Q3": {"revenue", "gross_margin"}, "2026-Q4": {"collections", "new_customers"},
		"2026": {"revenue", "collections", "orders", "new_customers"},
	} {
		var got []string
		for _, m := range r.TargetMetrics("hq", quarter(period)) {
			got = append(got, string(m.ID))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", period, got, want)
		}
	}
}
