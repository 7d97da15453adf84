package analysis

import (
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

func TestAttention(t *testing.T) {
	f := newFolder("a", "b", "c", "d")
	f.teams[0].Targets = []model.PeriodValues{{Period: quarter("2026-Q4"), Values: []model.Value{{Metric: "revenue", Target: opt("500")}}}}
	f.report("2026-Q3", "a", "revenue", "100", "80").Body.Actions = []model.Action{
		{ID: "late", Owner: "a", Due: day("2026-10-05")}, {ID: "soon", Owner: "b", Due: day("2026-11-03")},
		{ID: "far", Owner: "a", Due: day("2026-11-04")}, {ID: "done", Owner: "a", Due: day("2026-10-01"), Done: true},
		{ID: "other", Owner: "hr-office", Due: day("2026-10-18")},
	}
	b := f.report("2026-Q3", "b", "revenue", "100", "70")
	b.Goals = []model.Goal{{ID: "g", Metric: "revenue", Target: opt("200")}}
	f.report("2026-Q3", "c", "revenue", "100", "90")
	for _, id := range []model.PersonID{"a", "b", "c"} {
		f.comment("2026-Q3", id, "boss", model.ManagerRole)
		f.comment("2026-Q3", id, "hr", model.HRRole)
	}
	f.comment("2026-Q3", "c", "a", model.PeerRole)
	needs := f.result().Attention("hq", quarter("2026-Q3"))
	want := []struct {
		kind   NeedKind
		late   int
		due    string
		people []model.PersonID
		owners []model.PersonID
	}{
		{NeedAction, 15, "2026-10-05", []model.PersonID{"a"}, []model.PersonID{"a"}},
		{NeedReport, 10, "2026-10-10", []model.PersonID{"d"}, []model.PersonID{"boss"}},
		{NeedAction, 2, "2026-10-18", []model.PersonID{"a"}, []model.PersonID{"hr-office"}},
		{NeedComments, 0, "2026-10-20", []model.PersonID{"a", "b"}, nil},
		{NeedAction, 0, "2026-11-03", []model.PersonID{"a"}, []model.PersonID{"b"}},
		{NeedTargets, 0, "", nil, []model.PersonID{"boss"}},
		{NeedAttainment, 0, "", []model.PersonID{"b", "a"}, []model.PersonID{"boss"}},
	}
	if len(needs) != len(want) {
		t.Fatalf("%d needs, want %d: %+v", len(needs), len(want), needs)
	}
	for i, w := range want {
		n := needs[i]
		if n.Kind != w.kind || n.Late != w.late || n.Due.String() != w.due || !slices.Equal(n.People, w.people) || !slices.Equal(n.Owners, w.owners) {
			t.Errorf("%d: %+v, want %+v", i, n, w)
		}
	}
	if needs[3].Role != model.PeerRole || needs[0].Action.ID != "late" {
		t.Errorf("role %v, action %v", needs[3].Role, needs[0].Action)
	}
	wantValue(t, "not taken on", needs[5].Cascade.Gap, 300, 1)
}

func TestAttentionOfAnEarlierPeriod(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a").Body.Actions = []model.Action{
		{ID: "left", Due: day("2026-08-01")}, {ID: "moved", Due: day("2026-08-01")},
	}
	f.report("2026-Q3", "a").Body.Actions = []model.Action{{ID: "moved", Due: day("2026-10-01")}}
	actions := func(p string) (list []string) {
		for _, n := range f.result().Attention("hq", quarter(p)) {
			if n.Kind == NeedAction {
				list = append(list, n.Action.ID)
			}
		}
		return list
	}
	if got := actions("2026-Q2"); !slices.Equal(got, []string{"left"}) {
		t.Errorf("second quarter: %v", got)
	}
	if got := actions("2026-Q3"); !slices.Equal(got, []string{"left", "moved"}) {
		t.Errorf("third quarter: %v", got)
	}
}

func TestNobodyIsBelowInARunningPeriod(t *testing.T) {
	f := newFolder("a")
	f.settings.AsOf = day("2026-09-29")
	f.report("2026-Q3", "a", "revenue", "100", "10")
	if needs := f.result().Attention("hq", quarter("2026-Q3")); len(needs) > 0 {
		t.Errorf("%+v", needs)
	}
}

// Of 520 that the team is to reach a took on 200 in the report, b 100 in the
// own file, c 120 as a goal; d has none: 100 are missing, −5/26 assigned.
func TestCascade(t *testing.T) {
	f := newFolder("a", "b", "c", "d")
	planned := func(target string) []model.PeriodValues {
		return []model.PeriodValues{{Period: quarter("2026-Q3"), Values: []model.Value{{Metric: "revenue", Target: opt(target)}}}}
	}
	f.teams[0].Targets = planned("520")
	f.people[1].Targets = planned("100")
	f.people[2].Targets = planned("")
	f.report("2026-Q2", "c", "revenue", "", "110").Goals = []model.Goal{{ID: "g", Metric: "revenue", Target: opt("120")}}
	f.report("2026-Q3", "a", "revenue", "200", "190")
	c := f.result().Cascade("hq", quarter("2026-Q3"), "revenue")
	wantValue(t, "set", c.Set, 520, 1)
	wantValue(t, "sum", c.Sum, 420, 1)
	wantValue(t, "gap", c.Gap, 100, 1)
	wantValue(t, "over", c.Over, -5, 26)
	want := []struct {
		id     model.PersonID
		origin TargetOrigin
	}{{"a", OfReport}, {"c", OfGoal}, {"b", OfFile}, {"d", NoOrigin}}
	for i, w := range want {
		if got := c.People[i]; got.Person != w.id || got.Origin != w.origin {
			t.Errorf("%d: %+v, want %+v", i, got, w)
		}
	}
	wantValue(t, "before", c.People[1].Before, 110, 1)
}

func TestCascadeWithoutTargets(t *testing.T) {
	f := newFolder("a")
	c := f.result().Cascade("hq", quarter("2026-Q3"), "revenue")
	if c.Set.Why != NoTarget || c.Sum.Why != NoTarget || c.Gap.Why != NoTarget || c.Over.Defined() {
		t.Errorf("%+v", c)
	}
	if c := f.result().Cascade("hq", quarter("2026-Q3"), "nothing"); c.Metric != nil {
		t.Errorf("%+v", c)
	}
}
