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
// people, rounded down and up. The figures of LOOK.md's period page.
func TestDistributionAgainstGuideline(t *testing.T) {
	f := scored("4.62", "4.13", "4.38", "4.05", "4.02", "3.71", "3.74", "3.65", "3.52", "3.08", "2.64", "2.78", "3.40", "")
	d := f.result().Distribution("hq", quarter("2026-Q3"))
	if d.People != 13 || !d.Guided || !slices.Equal(d.Ungraded, []model.PersonID{"p14"}) {
		t.Fatalf("%d people, guided %v, ungraded %v", d.People, d.Guided, d.Ungraded)
	}
	want := []struct{ n, low, high, off int }{{1, 1, 2, 0}, {4, 2, 3, 1}, {6, 6, 7, 0}, {2, 1, 2, 0}, {0, 0, 1, 0}}
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

// m scored a 4 and b 3; n scored a 3 and c 5; x scored b, in a dimension that
// m did not. Only a has two scores to compare: m is 1 above, n 1 below.
func TestLeniencyComparesOnTheSamePeople(t *testing.T) {
	f := newFolder("a", "b", "c")
	f.comment("2026-Q3", "a", "m", model.ManagerRole, "performance 4")
	f.comment("2026-Q3", "a", "n", model.PeerRole, "performance 3")
	f.comment("2026-Q3", "a", "a", model.SelfRole, "performance 1")
	f.comment("2026-Q3", "b", "m", model.ManagerRole, "performance 3")
	f.comment("2026-Q3", "b", "x", model.PeerRole, "strategy 5")
	f.comment("2026-Q3", "c", "n", model.PeerRole, "performance 5")
	list := f.result().Leniency("hq", quarter("2026-Q3"))
	if len(list) != 3 || list[0].Reviewer != "m" || list[1].Reviewer != "n" || list[2].Reviewer != "x" {
		t.Fatalf("%+v", list)
	}
	wantValue(t, "m", list[0].Diff, 1, 1)
	wantValue(t, "n", list[1].Diff, -1, 1)
	wantValue(t, "x", list[2].Diff, 0, 0)
	if list[0].N != 1 || list[0].Telling || list[2].N != 0 {
		t.Errorf("n: %d, %d; telling %v", list[0].N, list[2].N, list[0].Telling)
	}
}

// On a performance (weight 40) is 4 against (3+5)/2 = 4, strategy (weight 20)
// 5 against 2: (40×4 + 20×5)/60 = 13/3 against (40×4 + 20×2)/60 = 10/3.
func TestLeniencyWeighsDimensions(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e")
	for _, id := range []model.PersonID{"a", "b", "c", "d", "e"} {
		f.comment("2026-Q3", id, "m", model.ManagerRole, "performance 4", "strategy 5", "team 1")
		f.comment("2026-Q3", id, "p", model.PeerRole, "performance 3")
		f.comment("2026-Q3", id, "q", model.PeerRole, "performance 5", "strategy 2")
	}
	list := f.result().Leniency("hq", quarter("2026-Q3"))
	wantValue(t, "mean", list[0].Mean, 13, 3)
	wantValue(t, "others", list[0].Others, 10, 3)
	wantValue(t, "difference", list[0].Diff, 1, 1)
	if list[0].Reviewer != "m" || list[0].N != 5 || !list[0].Telling {
		t.Errorf("%+v", list[0])
	}
}
