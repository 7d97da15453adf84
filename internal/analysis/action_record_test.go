package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// Everything is set in the report of the second quarter, dated 2026-07-09; the
// third quarter's is dated 2026-10-09, and it is 2026-10-20.
func TestActionState(t *testing.T) {
	for _, tc := range []struct {
		name, due string
		q3        string // "x" done, " " open, "" silent in the third quarter's report
		status    model.Status
		want      ActionState
	}{
		{"not yet due", "2026-12-31", " ", model.Submitted, ActionOpen},
		{"not yet due, and silent", "2026-12-31", "", model.Submitted, ActionOpen},
		{"without a date", "", " ", model.Submitted, ActionOpen},
		{"without a date, and silent", "", "", model.Submitted, ActionDangling},
		{"due and still open", "2026-09-01", " ", model.Submitted, ActionOverdue},
		{"due and silent", "2026-09-01", "", model.Submitted, ActionDangling},
		{"due on the last day, and silent", "2026-09-30", "", model.Submitted, ActionDangling},
		{"due after the report's period, and silent", "2026-10-01", "", model.Submitted, ActionOverdue},
		{"silent, but the report is not final", "2026-09-01", "", model.Open, ActionOverdue},
		{"done in the period that it was due in", "2026-07-31", "x", model.Submitted, ActionDone},
		{"done before it is due", "2026-12-31", "x", model.Submitted, ActionDone},
		{"done, without a date", "", "x", model.Submitted, ActionDone},
		{"done in a period after", "2026-06-30", "x", model.Submitted, ActionLate},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			action := model.Action{ID: "x", Text: "x"}
			if tc.due != "" {
				action.Due = day(tc.due)
			}
			f.report("2026-Q2", "a").Body.Actions = []model.Action{action}
			q3 := f.report("2026-Q3", "a")
			if q3.Status = tc.status; tc.q3 != "" {
				action.Done = tc.q3 == "x"
				q3.Body.Actions = []model.Action{action}
			}
			r := f.result()
			if got := r.ActionState(&r.ActionsOf("a")[0]); got != tc.want {
				t.Errorf("state %d, want %d", got, tc.want)
			}
		})
	}
}

// Seen open after the due date, in the report of 10-09, and done in the talk of
// 10-15.
func TestActionSeenOpenAfterItWasDueIsLate(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q3", "a").Body.Actions = []model.Action{{ID: "x", Text: "x", Due: day("2026-09-30")}}
	f.review("2026-Q3", "a").Log = &model.Log{File: "log", Body: model.Doc{
		Actions:  []model.Action{{ID: "x", Text: "x", Done: true}},
		Sections: []model.Section{{Level: 2, Date: day("2026-10-15"), Text: model.Text{Refs: []model.Ref{{Kind: model.ActionStart}}}}},
	}}
	r := f.result()
	if a := r.ActionsOf("a")[0]; r.ActionState(&a) != ActionLate || a.OpenOn != day("2026-10-09") || a.DoneIn.Kind != InLog {
		t.Errorf("state %d of %+v", r.ActionState(&a), a)
	}
}

// Who never reports is never silent about an action.
func TestActionOfWhoDoesNotReportIsOverdue(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a").Body.Actions = []model.Action{{Text: "x", Owner: "boss", Due: day("2026-07-31")}}
	f.report("2026-Q3", "a")
	r := f.result()
	if got := r.ActionState(&r.Actions()[0]); got != ActionOverdue {
		t.Errorf("state %d", got)
	}
}

// Of five that were due 2 were done in time: 2/5. Due within the third quarter
// are the one done and the one that dangles.
func TestActionRecord(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a").Body.Actions = []model.Action{
		{Text: "done", Due: day("2026-09-30")}, {Text: "at once", Done: true}, {Text: "late", Due: day("2026-06-15")},
		{Text: "dangling", Due: day("2026-07-01")}, {Text: "overdue", Due: day("2026-10-10")}, {Text: "open", Due: day("2026-12-31")},
	}
	f.report("2026-Q3", "a").Body.Actions = []model.Action{{Text: "done", Done: true}, {Text: "late", Done: true}}
	r := f.result()
	c := r.ActionRecord("a")
	if want := (ActionCount{Open: 1, Overdue: 1, Dangling: 1, Done: 2, Late: 1}); c != want {
		t.Errorf("%+v, want %+v", c, want)
	}
	wantValue(t, "done in time", c.InTimeRate(), 2, 5)
	if c := r.ActionsDue("a", quarter("2026-Q3")); c != (ActionCount{Done: 1, Dangling: 1}) {
		t.Errorf("due in the third quarter: %+v", c)
	}
	if rate := r.ActionRecord("nobody").InTimeRate(); rate.Why != NothingDue {
		t.Errorf("rate of nothing: %+v", rate)
	}
}
