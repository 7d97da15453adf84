package analysis

import (
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

func (f *folder) appeal(period string, person model.PersonID, on string) {
	c := f.comment(period, person, person, model.SelfRole)
	c.Date = day(on)
	c.Body.Sections = []model.Section{{Part: model.Appeal}}
}

// It is 20 October; reports of the third quarter were due on the 10th, comments
// are due today. Reports of the folder are dated 9 October.
func TestTurn(t *testing.T) {
	history := func(x *model.Report, status model.Status, on string) {
		x.Status = status
		x.History = append(x.History, model.StatusChange{Status: status, Date: day(on)})
	}
	for _, tc := range []struct {
		name  string
		do    func(*folder)
		stage Stage
		who   model.PersonID
		since string
		days  int
		late  int
	}{
		{"nothing handed in", func(*folder) {}, StageHandIn, "a", "2026-09-30", 20, 10},
		{"before the period is over", func(f *folder) { f.settings.AsOf = day("2026-09-29") }, StageDone, "", "", 0, 0},
		{"does not report", func(f *folder) { f.people[0].Reports = false }, StageDone, "", "", 0, 0},
		{"begun", func(f *folder) { f.report("2026-Q3", "a").Status = model.Open }, StageSubmit, "a", "2026-09-30", 20, 10},
		{"begun before the period is over", func(f *folder) {
			f.settings.AsOf = day("2026-09-29")
			f.report("2026-Q3", "a").Status = model.Open
		}, StageDone, "", "", 0, 0},
		{"submitted", func(f *folder) { f.report("2026-Q3", "a") }, StageComment, "boss", "2026-10-09", 11, 0},
		{"submitted again, says the history", func(f *folder) { history(f.report("2026-Q3", "a"), model.Submitted, "2026-10-12") }, StageComment, "boss", "2026-10-12", 8, 0},
		{"commented", func(f *folder) {
			f.report("2026-Q3", "a")
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Date = day("2026-10-15")
		}, StageShare, "boss", "2026-10-15", 5, 0},
		{"a peer's comment is not the manager's", func(f *folder) {
			f.report("2026-Q3", "a")
			f.comment("2026-Q3", "a", "p", model.PeerRole).Date = day("2026-10-15")
		}, StageComment, "boss", "2026-10-09", 11, 0},
		{"shared", func(f *folder) { history(f.report("2026-Q3", "a"), model.Shared, "2026-10-16") }, StageAcknowledge, "a", "2026-10-16", 4, 0},
		{"shared, nobody noted when", func(f *folder) { f.report("2026-Q3", "a").Status = model.Shared }, StageAcknowledge, "a", "", 0, 0},
		{"acknowledged", func(f *folder) { history(f.report("2026-Q3", "a"), model.Acknowledged, "2026-10-18") }, StageDone, "", "", 0, 0},
		{"appealed after that", func(f *folder) {
			history(f.report("2026-Q3", "a"), model.Acknowledged, "2026-10-18")
			f.appeal("2026-Q3", "a", "2026-10-19")
		}, StageAnswer, "boss", "2026-10-19", 1, 0},
		{"answered by a later grade", func(f *folder) {
			history(f.report("2026-Q3", "a"), model.Shared, "2026-10-16")
			f.appeal("2026-Q3", "a", "2026-10-17")
			f.review("2026-Q3", "a").Calibration = &model.Calibration{Date: day("2026-10-19")}
		}, StageAcknowledge, "a", "2026-10-16", 4, 0},
		{"an earlier grade is no answer", func(f *folder) {
			history(f.report("2026-Q3", "a"), model.Shared, "2026-10-16")
			f.appeal("2026-Q3", "a", "2026-10-17")
			f.review("2026-Q3", "a").Calibration = &model.Calibration{Date: day("2026-10-17")}
		}, StageAnswer, "boss", "2026-10-17", 3, 0},
		{"nobody above", func(f *folder) {
			f.people[0].Manager = "a"
			f.report("2026-Q3", "a")
		}, StageShare, "", "2026-10-09", 11, 0}, // has no manager's comment to wait for
	} {
		f := newFolder("a")
		tc.do(f)
		got := f.result().Turn("a", quarter("2026-Q3"))
		if got.Stage != tc.stage || got.Who != tc.who || got.Since.String() != tc.since || got.Days != tc.days || got.Late != tc.late {
			t.Errorf("%s: %+v, since %s", tc.name, got, got.Since)
		}
	}
}

// c has waited since the period's end, a since 9 October; nothing says since
// when b does, and d waits for nobody.
func TestTurnsBeginWithTheLongestWait(t *testing.T) {
	f := newFolder("a", "b", "c", "d")
	f.report("2026-Q3", "a")
	f.report("2026-Q3", "b").Status = model.Shared
	f.report("2026-Q3", "d").Status = model.Acknowledged
	var got []model.PersonID
	for _, x := range f.result().Turns("hq", quarter("2026-Q3")) {
		got = append(got, x.Person)
	}
	if want := []model.PersonID{"c", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// At the latest period open appeals against earlier reviews are not forgotten;
// an answered one is no need.
func TestOpenAppealsNeedSomebody(t *testing.T) {
	f := newFolder("a", "b")
	for _, p := range []string{"2026-Q1", "2026-Q2", "2026-Q3"} {
		f.report(p, "a")
		f.report(p, "b")
	}
	f.appeal("2026-Q1", "a", "2026-04-20")
	f.appeal("2026-Q2", "b", "2026-07-20")
	f.review("2026-Q2", "b").Calibration = &model.Calibration{Date: day("2026-07-30")}
	f.appeal("2026-Q3", "b", "2026-10-18")
	appeals := func(p string) (list []string) {
		for _, n := range f.result().Attention("hq", quarter(p)) {
			if n.Kind == NeedAppeal {
				list = append(list, string(n.People[0])+" "+n.Period.String()+" "+n.Since.String()+" "+string(n.Owners[0]))
			}
		}
		return list
	}
	for p, want := range map[string][]string{
		"2026-Q1": {"a 2026-Q1 2026-04-20 boss"},
		"2026-Q2": nil,
		"2026-Q3": {"a 2026-Q1 2026-04-20 boss", "b 2026-Q3 2026-10-18 boss"},
	} {
		if got := appeals(p); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", p, got, want)
		}
	}
}
