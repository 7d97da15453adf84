package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// effectOf returns one lever of a's review of the third quarter, which begins on
// 1 July; it is 20 October, the day that comments are due.
func effectOf(l Lever, do func(*folder)) Effect {
	f := newFolder("a", "b", "boss")
	f.teams = append(f.teams, &model.Team{ID: "east", Parent: "hq"})
	do(f)
	return f.result().Effects("a", quarter("2026-Q3"))[l]
}

func planned(target string) []model.PeriodValues {
	return []model.PeriodValues{{Period: quarter("2026-Q3"), Values: []model.Value{
		{Metric: "revenue", Target: opt(target)}, {Metric: "orders", Target: opt("")},
	}}}
}

func TestLevers(t *testing.T) {
	reported := func(f *folder) *model.Report { return f.report("2026-Q3", "a") }
	goals := func(f *folder, period, dated string, list ...model.Goal) {
		x := f.report(period, "a")
		x.Goals, x.Date = list, model.Date{}
		if dated != "" {
			x.Date = day(dated)
		}
	}
	team := func(x *model.Report, s ...model.Section) {
		for i := range s {
			s[i].Theme = "team"
		}
		x.Body.Sections = s
	}
	entry := func(dates ...string) *model.Log {
		log := new(model.Log)
		for _, d := range dates {
			s := model.Section{Level: 2, Anchor: "no-date"}
			if d != "" {
				s.Date, s.Anchor = day(d), "on-"+d
			}
			log.Body.Sections = append(log.Body.Sections, s)
		}
		return log
	}
	for _, tc := range []struct {
		name  string
		lever Lever
		do    func(*folder)
		state EffectState
		why   EffectDoubt
		shows []EvidenceKind
	}{
		{"a target in the person's file", LeverTargets, func(f *folder) { f.people[0].Targets = planned("100") }, EffectUsed, NoDoubt, []EvidenceKind{ByPersonTargets}},
		{"an empty target is none", LeverTargets, func(f *folder) { f.people[0].Targets = planned("") }, EffectAbsent, NoDoubt, nil},
		{"a target of the team led", LeverTargets, func(f *folder) { f.teams[1].Lead, f.teams[1].Targets = "a", planned("5") }, EffectUsed, NoDoubt, []EvidenceKind{ByTeamTargets}},
		{"a target of a team that another leads", LeverTargets, func(f *folder) { f.teams[1].Lead, f.teams[1].Targets = "b", planned("5") }, EffectAbsent, NoDoubt, nil},
		{"goals of the day before", LeverTargets, func(f *folder) { goals(f, "2026-Q2", "2026-06-30", model.Goal{ID: "g"}) }, EffectUsed, NoDoubt, []EvidenceKind{ByGoals}},
		{"goals of the first day come too late", LeverTargets, func(f *folder) { goals(f, "2026-Q2", "2026-07-01", model.Goal{ID: "g"}) }, EffectAbsent, NoDoubt, []EvidenceKind{ByGoals}},
		{"goals without a day", LeverTargets, func(f *folder) { goals(f, "2026-Q2", "", model.Goal{ID: "g"}) }, EffectUnknown, DoubtNoDate, nil},
		{"goals for another period", LeverTargets, func(f *folder) {
			goals(f, "2026-Q2", "2026-06-20", model.Goal{ID: "g", Period: quarter("2026-Q4")})
		}, EffectAbsent, NoDoubt, nil},
		{"a goal set two periods ahead", LeverTargets, func(f *folder) {
			goals(f, "2026-Q1", "2026-04-09", model.Goal{ID: "g", Period: quarter("2026-Q3")})
		}, EffectUsed, NoDoubt, []EvidenceKind{ByGoals}},

		{"hours of training", LeverGrowth, func(f *folder) { f.report("2026-Q3", "a", "training_hours", "", "6") }, EffectUsed, NoDoubt, []EvidenceKind{ByTraining}},
		{"no hours of training", LeverGrowth, func(f *folder) { f.report("2026-Q3", "a", "training_hours", "", "0") }, EffectAbsent, NoDoubt, nil},
		{"an action in the log", LeverGrowth, func(f *folder) {
			reported(f)
			f.review("2026-Q3", "a").Log = &model.Log{Body: model.Doc{Actions: []model.Action{{Text: "拜访客户"}, {Text: "谈判课程补一次"}}}}
		}, EffectUsed, NoDoubt, []EvidenceKind{ByAction}},
		{"an action in a comment, in English", LeverGrowth, func(f *folder) {
			reported(f)
			f.comment("2026-Q3", "a", "b", model.PeerRole).Body.Actions = []model.Action{{Text: "Coaching twice a month"}}
		}, EffectUsed, NoDoubt, []EvidenceKind{ByAction}},
		{"an improvement plan", LeverGrowth, func(f *folder) {
			reported(f)
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Body.Sections = []model.Section{{Part: model.Plan}}
		}, EffectUsed, NoDoubt, []EvidenceKind{ByPlan}},
		{"an empty improvement plan", LeverGrowth, func(f *folder) {
			reported(f)
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Body.Sections = []model.Section{{Part: model.Plan, Empty: true}}
		}, EffectAbsent, NoDoubt, nil},
		{"no report", LeverGrowth, func(*folder) {}, EffectUnknown, DoubtNoReport, nil},
		{"an open report", LeverGrowth, func(f *folder) { reported(f).Status = model.Open }, EffectUnknown, DoubtOpen, nil},

		{"entries of the log", LeverTalks, func(f *folder) { f.review("2026-Q3", "a").Log = entry("2026-08-12", "", "2026-09-09") }, EffectUsed, NoDoubt, []EvidenceKind{ByTalks}},
		{"a log without days", LeverTalks, func(f *folder) { f.review("2026-Q3", "a").Log = entry("") }, EffectAbsent, NoDoubt, nil},
		{"no log while the period runs", LeverTalks, func(f *folder) { f.settings.AsOf = day("2026-09-29") }, EffectUnknown, DoubtEarly, nil},

		{"a peer of another team", LeverTeamwork, func(f *folder) {
			f.people[1].Stints[0].Team = "east"
			f.comment("2026-Q3", "a", "b", model.PeerRole)
		}, EffectUsed, NoDoubt, []EvidenceKind{ByPeer}},
		{"a peer of the own team", LeverTeamwork, func(f *folder) { f.comment("2026-Q3", "a", "b", model.PeerRole) }, EffectAbsent, NoDoubt, nil},
		{"a manager of another team is no peer", LeverTeamwork, func(f *folder) {
			f.people[1].Stints[0].Team = "east"
			f.comment("2026-Q3", "a", "b", model.ManagerRole)
		}, EffectAbsent, NoDoubt, nil},
		{"a peer from outside", LeverTeamwork, func(f *folder) { f.comment("2026-Q3", "a", "guest", model.PeerRole) }, EffectUnknown, DoubtStrangers, nil},
		{"comments are not due", LeverTeamwork, func(f *folder) { f.settings.AsOf = day("2026-10-19") }, EffectUnknown, DoubtEarly, nil},

		{"named in a part of the section", LeverIncentive, func(f *folder) {
			team(reported(f), model.Section{}, model.Section{Sections: []model.Section{{Text: model.Text{HTML: "<p>激励方案改为按季</p>"}}}})
		}, EffectUsed, NoDoubt, []EvidenceKind{ByMention}},
		{"named in a heading, in English", LeverIncentive, func(f *folder) { team(reported(f), model.Section{Title: "Incentives"}) }, EffectUsed, NoDoubt, []EvidenceKind{ByMention}},
		{"a heading with nothing under it", LeverIncentive, func(f *folder) {
			team(reported(f), model.Section{Sections: []model.Section{{Title: "激励", Empty: true}}})
		}, EffectAbsent, NoDoubt, nil},
		{"named elsewhere", LeverIncentive, func(f *folder) {
			reported(f).Body.Sections = []model.Section{{Theme: "data", Title: "激励"}}
		}, EffectAbsent, NoDoubt, nil},
		{"nothing of the team", LeverIncentive, func(f *folder) { reported(f) }, EffectAbsent, NoDoubt, nil},
		{"no report to name it", LeverIncentive, func(*folder) {}, EffectUnknown, DoubtNoReport, nil},
		{"an open report names nothing yet", LeverIncentive, func(f *folder) { reported(f).Status = model.Open }, EffectUnknown, DoubtOpen, nil},
	} {
		got := effectOf(tc.lever, tc.do)
		same := len(got.Evidence) == len(tc.shows)
		for i := range got.Evidence {
			same = same && got.Evidence[i].Kind == tc.shows[i]
		}
		if got.Lever != tc.lever || got.State != tc.state || got.Why != tc.why || !same {
			t.Errorf("%s: %+v", tc.name, got)
		}
	}
}

func TestEvidenceSaysWhereItStands(t *testing.T) {
	talks := effectOf(LeverTalks, func(f *folder) {
		f.review("2026-Q3", "a").Log = &model.Log{Body: model.Doc{Sections: []model.Section{
			{Date: day("2026-09-09"), Anchor: "later"}, {Date: day("2026-08-12"), Anchor: "earlier"},
		}}}
	}).Evidence[0]
	if talks.Count != 2 || talks.Date != day("2026-09-09") || talks.Anchor != "later" {
		t.Errorf("%+v, want the last of two", talks)
	}
	late := effectOf(LeverTargets, func(f *folder) {
		x := f.report("2026-Q2", "a")
		x.Date, x.Goals = day("2026-07-05"), []model.Goal{{ID: "g"}, {ID: "h"}}
	}).Evidence[0]
	if late.Count != 2 || late.Period != quarter("2026-Q2") || late.Date != day("2026-07-05") {
		t.Errorf("%+v, want two goals of 5 July", late)
	}
}

func TestWhoDoesNotReportHasNoEffects(t *testing.T) {
	f := newFolder("a")
	f.people[0].Reports = false
	if got := f.result().Effects("a", quarter("2026-Q3")); got != nil {
		t.Errorf("%+v", got)
	}
}
