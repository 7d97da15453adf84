package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// judged adds people with a KPI综合完成率 and a composite each, "" for none.
func judged(people ...[3]string) *folder {
	var ids []model.PersonID
	for _, x := range people {
		ids = append(ids, model.PersonID(x[0]))
	}
	f := newFolder(ids...)
	for _, x := range people {
		id := model.PersonID(x[0])
		f.report("2026-Q3", id, "revenue", "100", x[1])
		if x[2] != "" {
			f.comment("2026-Q3", id, "m", model.ManagerRole, "performance "+x[2])
		}
	}
	return f
}

func TestDisagreementsFurthestFirst(t *testing.T) {
	for _, tc := range []struct {
		name   string
		people [][3]string
		want   string
	}{
		// By figures a to e are 1 to 5. By score e is 1, b 2, and a, c, d share 3
		// to 5, whose middle is 4: a 1 − 4, c 3 − 4, e 5 − 1. f has no score.
		{"three tie in score", [][3]string{{"a", "120", "3"}, {"b", "110", "4"}, {"c", "100", "3"}, {"d", "90", "3"}, {"e", "80", "5"}, {"f", "130", ""}},
			"e 5-5 1-1 4; a 1-1 3-5 -3; c 3-3 3-5 -1; of 5"},
		// a and b share 1 to 2 by figures (middle 1.5) and 3 to 4 by score (3.5);
		// d is 4 − 1, c 3 − 2. The two that are off alike stand by id.
		{"two tie in both", [][3]string{{"a", "100", "3"}, {"b", "100", "3"}, {"c", "90", "4"}, {"d", "80", "5"}},
			"d 4-4 1-1 3; a 1-2 3-4 -2; b 1-2 3-4 -2; c 3-3 2-2 1; of 4"},
		// a and b share 1 to 2 by figures: 1.5 − 1 and 1.5 − 2.
		{"half a place", [][3]string{{"a", "100", "4"}, {"b", "100", "3"}}, "a 1-2 1-1 0.5; b 1-2 2-2 -0.5; of 2"},
		// What is above 150 % counts as 150 %, so a and b tie.
		{"the same order", [][3]string{{"a", "160", "4"}, {"b", "170", "4"}, {"c", "90", "3"}}, "of 3"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := judged(tc.people...).result().Disagreements("hq", quarter("2026-Q3"))
			var got []string
			for _, x := range d.List {
				got = append(got, fmt.Sprintf("%s %d-%d %d-%d %v", x.Person, x.ByRate.First, x.ByRate.Last, x.ByScore.First, x.ByScore.Last, x.Off.Float()))
			}
			got = append(got, fmt.Sprintf("of %d", d.N))
			if got := strings.Join(got, "; "); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestNobodyHasAPlaceWhileThePeriodRuns(t *testing.T) {
	f := judged([3]string{"a", "120", "3"}, [3]string{"b", "90", "4"})
	f.settings.AsOf = day("2026-09-29")
	if d := f.result().Disagreements("hq", quarter("2026-Q3")); d.Why != PeriodPartial || len(d.List) > 0 {
		t.Errorf("%+v", d)
	}
}

// On a performance (weight 40) has 4, 3 and 5, strategy (weight 20) 5 and 2:
// (40 × 2 + 20 × 3) / 60 = 7/3, furthest apart in strategy. b has one reviewer,
// and what he says of himself is no second. On c both dimensions are 1 apart,
// the weightier is named; a dimension without weight does not count, however far.
func TestSpreadBetweenReviewers(t *testing.T) {
	f := newFolder("a", "b", "c", "d")
	f.settings.Ratings.Dimensions = append(f.settings.Ratings.Dimensions, model.Dimension{ID: "potential"})
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4", "strategy 5", "team 1")
	f.comment("2026-Q3", "a", "p", model.PeerRole, "performance 3")
	f.comment("2026-Q3", "a", "q", model.PanelRole, "performance 5", "strategy 2")
	f.comment("2026-Q3", "b", "m", model.ManagerRole, "performance 4")
	f.comment("2026-Q3", "b", "b", model.SelfRole, "performance 1")
	f.comment("2026-Q3", "c", "m", model.ManagerRole, "strategy 4", "performance 4", "team 3", "communication 3", "potential 5")
	f.comment("2026-Q3", "c", "p", model.PeerRole, "strategy 3", "performance 3", "team 3", "communication 3", "potential 1")
	list, alone := f.result().Spreads("hq", quarter("2026-Q3"))
	if len(list) != 2 || list[0].Person != "a" || list[1].Person != "c" || !slices.Equal(alone, []model.PersonID{"b"}) {
		t.Fatalf("%+v, alone %v", list, alone)
	}
	a, c := list[0], list[1]
	wantValue(t, "on a", a.Mean, 7, 3)
	wantValue(t, "on a at most", a.Widest.Range, 3, 1)
	if a.Widest.Dimension.ID != "strategy" || a.N != 3 || !a.Partial || a.Widest.Scores[0].Reviewer != "m" || a.Widest.Scores[1].Reviewer != "q" {
		t.Errorf("a: %+v", a)
	}
	wantValue(t, "on c", c.Mean, 60, 100) // (40 × 1 + 20 × 1) / 100
	if c.Widest.Dimension.ID != "performance" || c.Partial {
		t.Errorf("c: %+v", c)
	}
}

// The grades are S A B C D from the top: a goes from A to S, b from B to C, c
// from A to C, d stays, e had none before; nobody calibrated f.
func TestRegradesFurthestMovedFirst(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e", "f")
	for id, grades := range map[model.PersonID][2]string{
		"a": {"4.5", "S"}, "b": {"3.5", "C"}, "c": {"4.5", "C"}, "d": {"3", "B"}, "e": {"", "A"}, "f": {"3", ""},
	} {
		if grades[0] != "" {
			f.comment("2026-Q3", id, "m", model.ManagerRole, "performance "+grades[0])
		}
		if grades[1] != "" {
			f.review("2026-Q3", id).Calibration = &model.Calibration{Grade: grades[1]}
		}
	}
	var got []string
	for _, g := range f.result().Regrades("hq", quarter("2026-Q3")) {
		got = append(got, fmt.Sprintf("%s %s-%s %d %v", g.Person, g.Verdict.Computed, g.Verdict.Final, g.Steps, g.Moved()))
	}
	want := "c A-C -2 true; a A-S 1 true; b B-C -1 true; e -A 0 true; d B-B 0 false"
	if got := strings.Join(got, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The cuts are 90 and 100 % across, 3 and 4 upward, half-open. e was not rated
// for potential, g only by a panel, which does not count.
func TestNineBoxCutsAreHalfOpen(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e", "g")
	f.settings.Ratings.Dimensions = append(f.settings.Ratings.Dimensions, model.Dimension{ID: "potential"})
	for _, x := range [][4]string{{"a", "89.9", "4", "1"}, {"b", "90", "3.9", "1"}, {"c", "100", "3", "5"}, {"d", "120", "2.9", "5"}, {"e", "100", "", "4"}, {"g", "100", "", "4"}} {
		id := model.PersonID(x[0])
		f.report("2026-Q3", id, "revenue", "100", x[1])
		ratings := []string{"performance " + x[3]}
		if x[2] != "" {
			ratings = append(ratings, "potential "+x[2])
		}
		f.comment("2026-Q3", id, "m", model.ManagerRole, ratings...)
	}
	f.comment("2026-Q3", "g", "x", model.PanelRole, "potential 5")
	m := f.result().NineBox("hq", quarter("2026-Q3"))
	for _, want := range []struct {
		id                    model.PersonID
		potential, attainment int
	}{{"a", 2, 0}, {"b", 1, 1}, {"c", 1, 2}, {"d", 0, 2}} {
		if !slices.Contains(m.Cells[want.potential][want.attainment], want.id) {
			t.Errorf("%s is not in box %d, %d: %v", want.id, want.potential, want.attainment, m.Cells)
		}
	}
	if m.Count != 4 || len(m.Out) != 2 || m.Out[0].Person != "e" || m.Out[0].Score != NotScored || m.Out[1].Person != "g" {
		t.Errorf("%d in a box, out %+v", m.Count, m.Out)
	}
	if m := judged([3]string{"a", "100", "4"}).result().NineBox("hq", quarter("2026-Q3")); m.Count != 0 || len(m.Out) != 0 {
		t.Errorf("without the dimension: %+v", m)
	}
}
