package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

func TestActionIsFollowedByOwnerAndIDElseText(t *testing.T) {
	f := newFolder("a", "b")
	act := func(period string, person model.PersonID, actions ...model.Action) {
		f.report(period, person).Body.Actions = actions
	}
	act("2026-Q2", "a",
		model.Action{ID: "channel", Text: "渠道梳理", Due: day("2026-09-30")},
		model.Action{Text: "库存  盘点", Owner: "b", Due: day("2026-09-01")},
		model.Action{Text: "例会"},
	)
	act("2026-Q3", "a",
		model.Action{ID: "channel", Text: "完成渠道梳理", Owner: "a", Due: day("2026-10-19")},
		model.Action{Text: "库存 盘点", Owner: "b", Done: true},
		model.Action{Text: "例会", Due: day("2026-10-20")},
	)
	act("2026-Q3", "b", model.Action{Text: "例会"})
	list := f.result().Actions()
	want := []struct {
		owner       model.PersonID
		text        string
		done        bool
		overdue     int
		first, last string
	}{
		{"a", "完成渠道梳理", false, 1, "2026-Q2", "2026-Q3"},
		{"a", "例会", false, 0, "2026-Q2", "2026-Q3"}, // due today is not overdue
		{"b", "例会", false, 0, "2026-Q3", "2026-Q3"}, // who is reviewed owns what names nobody
		{"b", "库存 盘点", true, 0, "2026-Q2", "2026-Q3"},
	}
	if len(list) != len(want) {
		t.Fatalf("%d actions, want %d: %+v", len(list), len(want), list)
	}
	for i, w := range want {
		a := list[i]
		if a.Owner != w.owner || a.Text != w.text || a.Done != w.done || a.Overdue != w.overdue ||
			a.First.Period != quarter(w.first) || a.Last.Period != quarter(w.last) {
			t.Errorf("%d: %+v, want %+v", i, a, w)
		}
	}
	if list[3].Due != day("2026-09-01") {
		t.Errorf("the due date that was given stays: %v", list[3].Due)
	}
}

// Within a period the day decides: the log's later entry closes what the
// report left open, and its earlier entry does not reopen it.
func TestLatestStateOfAnActionIsByDay(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a").Body.Actions = []model.Action{{ID: "x", Text: "x"}, {ID: "y", Text: "y", Done: true}}
	entry := func(date string, action int) model.Section {
		return model.Section{Level: 2, Date: day(date), Text: model.Text{Refs: []model.Ref{{Kind: model.ActionStart, Action: action}}}}
	}
	f.review("2026-Q3", "a").Log = &model.Log{File: "log", Body: model.Doc{
		Actions:  []model.Action{{ID: "y", Text: "y"}, {ID: "x", Text: "x", Done: true}},
		Sections: []model.Section{entry("2026-08-12", 0), entry("2026-10-15", 1)},
	}}
	r := f.result()
	for _, a := range r.ActionsOf("a") {
		if !a.Done {
			t.Errorf("%s is still open: %+v", a.ID, a)
		}
	}
	if x := r.ActionsOf("a")[0]; x.ID != "x" || x.First.Kind != InReport || x.Last.Kind != InLog || x.Last.Date != day("2026-10-15") {
		t.Errorf("%+v", x)
	}
}

func TestActionsOfCommentsAreTracked(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a")
	c := f.comment("2026-Q3", "a", "m", model.ManagerRole)
	c.Date, c.Body.Actions = day("2026-10-15"), []model.Action{{Text: "逐单复盘", Owner: "a", Due: day("2026-10-10")}}
	list := f.result().Actions()
	if len(list) != 1 || list[0].Overdue != 10 || list[0].First.Kind != InComment || list[0].First.Reviewer != "m" {
		t.Errorf("%+v", list)
	}
}
