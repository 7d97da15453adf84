package analysis

import (
	"fmt"
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

// scored adds people p01, p02 … with one composite each.
func scored(scores ...string) *folder {
	var ids []model.PersonID
	for i := range scores {
		ids = append(ids, model.PersonID(fmt.Sprintf("p%02d", i+1)))
	}
	f := newFolder(ids...)
	for i, s := range scores {
		f.report("2026-Q3", ids[i])
		if s != "" {
			f.comment("2026-Q3", ids[i], "m", model.ManagerRole, "performance "+s)
		}
	}
	return f
}

// 13 people: the guideline 10/20/50/15/5 % gives 1.3, 2.6, 6.5, 1.95 and 0.65
// people, rounded down and up; S and A have no lower end. The figures of
// LOOK.md's period page.
func TestDistributionAgainstGuideline(t *testing.T) {
	f := scored("4.62", "4.13", "4.38", "4.05", "4.02", "3.71", "3.74", "3.65", "3.52", "3.08", "2.64", "2.78", "3.40", "")
	d := f.result().Distribution("hq", quarter("2026-Q3"))
	if d.People != 13 || !d.Guided || !slices.Equal(d.Ungraded, []model.PersonID{"p14"}) {
		t.Fatalf("%d people, guided %v, ungraded %v", d.People, d.Guided, d.Ungraded)
	}
	want := []struct{ n, low, high, off int }{{1, 0, 2, 0}, {4, 0, 3, 1}, {6, 6, 7, 0}, {2, 1, 2, 0}, {0, 0, 1, 0}}
	for i, w := range want {
		g := d.Grades[i]
		if len(g.People) != w.n || g.Low != w.low || g.High != w.high || g.Off != w.off {
			t.Errorf("%s: %d people, guideline %d–%d, off %d; want %+v", g.Grade.Name, len(g.People), g.Low, g.High, g.Off, w)
		}
	}
	if want := []model.PersonID{"p03", "p02", "p04", "p05"}; !slices.Equal(d.Grades[1].People, want) {
		t.Errorf("A by composite: %v, want %v", d.Grades[1].People, want)
	}
}

// The shares 10/20/50/15/5 % of so many people, and what they come to: of 19
// they are 1.9, 3.8, 9.5, 2.85 and 0.95.
func TestGuidelineInPeople(t *testing.T) {
	for people, want := range map[int][5][2]int{
		10: {{0, 1}, {0, 2}, {5, 5}, {1, 2}, {0, 1}},
		19: {{0, 2}, {0, 4}, {9, 10}, {2, 3}, {0, 1}},
		20: {{0, 2}, {0, 4}, {10, 10}, {3, 3}, {1, 1}},
	} {
		d := scored(slices.Repeat([]string{"3"}, people)...).result().Distribution("hq", quarter("2026-Q3"))
		for i, g := range d.Grades {
			if got := [2]int{g.Low, g.High}; got != want[i] || g.Ceiling != (i < 2) {
				t.Errorf("%d people, %s: %v, ceiling %v; want %v", people, g.Grade.Name, got, g.Ceiling, want[i])
			}
		}
		// All are in B, which is beyond what it may be; nobody in S and A is no fault.
		if d.Grades[0].Off != 0 || d.Grades[1].Off != 0 || d.Grades[2].Off != people-want[2][1] || d.Grades[3].Off != -want[3][0] {
			t.Errorf("%d people are off by %d, %d, %d, %d", people, d.Grades[0].Off, d.Grades[1].Off, d.Grades[2].Off, d.Grades[3].Off)
		}
	}
}

func TestDistributionRules(t *testing.T) {
	t.Run("nine people have no guideline", func(t *testing.T) {
		d := scored("5", "5", "5", "5", "5", "5", "5", "5", "5").result().Distribution("hq", quarter("2026-Q3"))
		if d.Guided || d.Grades[0].High != 0 || d.Grades[0].Off != 0 || len(d.Grades[0].People) != 9 {
			t.Errorf("%+v", d.Grades[0])
		}
	})
	t.Run("the top two are ceilings, the others a range", func(t *testing.T) {
		d := scored("3", "3", "3", "3", "3", "3", "3", "3", "3", "3").result().Distribution("hq", quarter("2026-Q3"))
		want := []int{0, 0, 5, -1, 0} // 10 people in B where 5 are foreseen; nobody in C where 1 to 2 are
		for i, off := range want {
			if d.Grades[i].Off != off {
				t.Errorf("%s is off by %d, want %d", d.Grades[i].Grade.Name, d.Grades[i].Off, off)
			}
		}
	})
	t.Run("without shares there is no guideline", func(t *testing.T) {
		f := scored("3", "3", "3", "3", "3", "3", "3", "3", "3", "3")
		for i := range f.settings.Ratings.Grades {
			f.settings.Ratings.Grades[i].Share = 0
		}
		if d := f.result().Distribution("hq", quarter("2026-Q3")); d.Shares || d.Guided || d.Grades[2].Off != 0 {
			t.Errorf("shares %v, guided %v, B off by %d", d.Shares, d.Guided, d.Grades[2].Off)
		}
	})
	t.Run("the final grade stands, the computed one is counted beside it", func(t *testing.T) {
		f := scored("4.5")
		f.review("2026-Q3", "p01").Calibration = &model.Calibration{Grade: "B"}
		d := f.result().Distribution("hq", quarter("2026-Q3"))
		if d.Grades[1].Initial != 1 || len(d.Grades[1].People) != 0 || len(d.Grades[2].People) != 1 {
			t.Errorf("A %+v, B %+v", d.Grades[1], d.Grades[2])
		}
	})
}

func TestMatrixCutsAreHalfOpen(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e", "g")
	for _, x := range []struct {
		id     model.PersonID
		actual string
		score  string
	}{
		{"a", "89.9", "4"}, {"b", "90", "3.9"}, {"c", "100", "3"}, {"d", "120", "2.9"}, {"e", "100", ""}, {"g", "", "4"},
	} {
		f.report("2026-Q3", x.id, "revenue", "100", x.actual)
		if x.score != "" {
			f.comment("2026-Q3", x.id, "m", model.ManagerRole, "performance "+x.score)
		}
	}
	m := f.result().Matrix("hq", quarter("2026-Q3"))
	for _, want := range []struct {
		id               model.PersonID
		score, attaiment int
	}{{"a", 2, 0}, {"b", 1, 1}, {"c", 1, 2}, {"d", 0, 2}} {
		if !slices.Contains(m.Cells[want.score][want.attaiment], want.id) {
			t.Errorf("%s is not in cell %d, %d: %v", want.id, want.score, want.attaiment, m.Cells)
		}
	}
	if m.Count != 4 || len(m.Out) != 2 || m.Out[0].Person != "e" || m.Out[0].Score != NotScored || m.Out[1].Attainment == ReasonNone {
		t.Errorf("%d in a cell, out %+v", m.Count, m.Out)
	}
}
