package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// m scored a to e, n scored a to d, and both scored 1 above the other. x scored
// a in a dimension that nobody else did, and the person's own rating is nobody's
// company: m shares five people, n four, x none.
func TestLeniencySpeaksFromFivePeopleOn(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e")
	for _, id := range []model.PersonID{"a", "b", "c", "d"} {
		f.comment("2026-Q3", id, "m", model.ManagerRole, "performance 4")
		f.comment("2026-Q3", id, "n", model.PeerRole, "performance 3")
		f.comment("2026-Q3", id, id, model.SelfRole, "performance 1", "team 1")
	}
	f.comment("2026-Q3", "e", "m", model.ManagerRole, "performance 2")
	f.comment("2026-Q3", "e", "o", model.PeerRole, "performance 3.5")
	f.comment("2026-Q3", "a", "x", model.HRRole, "team 5")
	list := f.result().Leniency("hq", quarter("2026-Q3"))
	// m: (4 × 4 + 2) / 5 = 18/5 against (4 × 3 + 3.5) / 5 = 31/10.
	if len(list) != 4 || list[0].Reviewer != "m" || list[0].N != 5 {
		t.Fatalf("%+v", list)
	}
	wantValue(t, "m", list[0].Mean, 18, 5)
	wantValue(t, "the others of m", list[0].Others, 31, 10)
	wantValue(t, "m against them", list[0].Diff, 1, 2)
	for i, want := range []struct {
		id model.PersonID
		n  int
	}{{"n", 4}, {"o", 1}, {"x", 0}} {
		l := list[i+1]
		if l.Reviewer != want.id || l.N != want.n {
			t.Errorf("%s of %d people, want %s of %d", l.Reviewer, l.N, want.id, want.n)
		}
		if l.Mean.Why != TooFew || l.Others.Why != TooFew || l.Diff.Defined() || l.Diff.Why != TooFew {
			t.Errorf("%s says %v, %v, %v of %d people", l.Reviewer, l.Mean, l.Others, l.Diff, l.N)
		}
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
	if list[0].Reviewer != "m" || list[0].N != 5 {
		t.Errorf("%+v", list[0])
	}
}

// Team east has 4, 4, 4, 5 and 3, mean 4, one of five in S; west has two people
// of 1, too few for a mean; with a, who has 2, all eight have 24/8 = 3.
func TestUnitsAreComparedWithTheWhole(t *testing.T) {
	f := newFolder("a", "b", "c", "d", "e", "f", "g", "h")
	f.teams = []*model.Team{{ID: "east", Parent: "hq"}, {ID: "hq"}, {ID: "west", Parent: "hq"}}
	for i, s := range []string{"2", "4", "4", "4", "5", "3", "1", "1"} {
		switch {
		case i > 5:
			f.people[i].Stints[0].Team = "west"
		case i > 0:
			f.people[i].Stints[0].Team = "east"
		}
		f.comment("2026-Q3", f.people[i].ID, "m", model.ManagerRole, "performance "+s)
	}
	units := f.result().UnitScores("hq", quarter("2026-Q3"))
	if len(units) != 3 || units[0].Team != "hq" || units[1].Team != "east" || units[2].Team != "west" {
		t.Fatalf("%+v", units)
	}
	wantValue(t, "mean of all", units[0].Mean, 3, 1)
	wantValue(t, "all against all", units[0].Diff, 0, 0)
	wantValue(t, "mean of east", units[1].Mean, 4, 1)
	wantValue(t, "east against all", units[1].Diff, 1, 1)
	wantValue(t, "share of S in east", units[1].TopShare, 1, 5)
	wantValue(t, "share of S in all", units[0].TopShare, 1, 8)
	if w := units[2]; w.Scored != 2 || w.Mean.Why != TooFew || w.Diff.Why != TooFew || w.TopShare.Why != TooFew {
		t.Errorf("west: %+v", w)
	}
}
