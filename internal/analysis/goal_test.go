package analysis

import (
	"fmt"
	"slices"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// goal promises a target for 2026-Q3.
func goal(id string, metric model.MetricID, target string) model.Goal {
	return model.Goal{ID: id, Metric: metric, Target: opt(target), Period: quarter("2026-Q3"), Due: day("2026-09-30")}
}

func answer(goal string, status model.OutcomeStatus) model.Outcome {
	return model.Outcome{Goal: goal, Status: status, Pos: diag.Pos{File: "q3", Line: 9, Col: 3}}
}

// promised builds two reports of a: the earlier sets the goal, the later has
// the figures and may answer.
func promised(g model.Goal, outcomes []model.Outcome, values ...string) *folder {
	f := newFolder("a")
	f.report("2026-Q2", "a", "revenue", "", "90").Goals = []model.Goal{g}
	f.report("2026-Q3", "a", values...).Outcomes = outcomes
	return f
}

func TestGoalsAreJudged(t *testing.T) {
	outcomes := func(s model.OutcomeStatus) []model.Outcome { return []model.Outcome{answer("g", s)} }
	deliverable := goal("g", "", "")
	due := func(d string) model.Goal {
		g := deliverable
		g.Due = day(d)
		return g
	}
	for _, tc := range []struct {
		name      string
		goal      model.Goal
		outcomes  []model.Outcome
		values    []string
		want      Judgement
		basis     Basis
		contradic bool
	}{
		{"figure above target", goal("g", "revenue", "100"), nil, []string{"revenue", "", "101"}, GoalKept, ByFigure, false},
		{"figure at target", goal("g", "revenue", "100"), nil, []string{"revenue", "", "100"}, GoalKept, ByFigure, false},
		{"figure below target", goal("g", "revenue", "100"), nil, []string{"revenue", "", "99.9999"}, GoalMissed, ByFigure, false},
		{"lower is better, below", goal("g", "complaints", "5"), nil, []string{"complaints", "", "4"}, GoalKept, ByFigure, false},
		{"lower is better, at", goal("g", "complaints", "5"), nil, []string{"complaints", "", "5"}, GoalKept, ByFigure, false},
		{"lower is better, above", goal("g", "complaints", "5"), nil, []string{"complaints", "", "6"}, GoalMissed, ByFigure, false},
		{"a ratio in percent", goal("g", "gross_margin", "30"), nil, []string{"revenue", "", "100", "gross_profit", "", "30"}, GoalKept, ByFigure, false},
		{"the figure overrules kept", goal("g", "revenue", "100"), outcomes(model.Kept), []string{"revenue", "", "99"}, GoalMissed, ByFigure, true},
		{"the figure overrules missed", goal("g", "revenue", "100"), outcomes(model.Missed), []string{"revenue", "", "100"}, GoalKept, ByFigure, true},
		{"carried on although reached", goal("g", "revenue", "100"), outcomes(model.Carried), []string{"revenue", "", "100"}, GoalKept, ByFigure, true},
		{"carried on and missed", goal("g", "revenue", "100"), outcomes(model.Carried), []string{"revenue", "", "99"}, GoalMissed, ByFigure, false},
		{"agreed", goal("g", "revenue", "100"), outcomes(model.Kept), []string{"revenue", "", "100"}, GoalKept, ByFigure, false},
		{"no figure: the outcome", goal("g", "revenue", "100"), outcomes(model.Kept), []string{"orders", "", "3"}, GoalKept, ByOutcome, false},
		{"no figure, no outcome", goal("g", "revenue", "100"), nil, []string{"orders", "", "3"}, GoalDangling, NoBasis, false},
		{"no target: the outcome", goal("g", "revenue", ""), outcomes(model.Missed), []string{"revenue", "", "3"}, GoalMissed, ByOutcome, false},
		{"deliverable kept", deliverable, outcomes(model.Kept), nil, GoalKept, ByOutcome, false},
		{"deliverable dropped", deliverable, outcomes(model.Dropped), nil, GoalDropped, ByOutcome, false},
		{"deliverable carried", deliverable, outcomes(model.Carried), nil, GoalCarried, ByOutcome, false},
		{"deliverable unanswered", deliverable, nil, nil, GoalDangling, NoBasis, false},
		{"due today", due("2026-10-20"), nil, nil, GoalOpen, NoBasis, false},
		{"due yesterday", due("2026-10-19"), nil, nil, GoalDangling, NoBasis, false},
		{"answered before it is due", due("2026-12-31"), outcomes(model.Kept), nil, GoalKept, ByOutcome, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, list := promised(tc.goal, tc.outcomes, tc.values...).run()
			m := r.Promises("a", quarter("2026-Q3"))
			if len(m) != 1 {
				t.Fatalf("%d promises", len(m))
			}
			if m[0].Judgement != tc.want || m[0].Basis != tc.basis || m[0].Contradicts != tc.contradic {
				t.Errorf("judgement %v by %v, contradicts %v", m[0].Judgement, m[0].Basis, m[0].Contradicts)
			}
			if got := len(list) == 1 && list[0].Code() == "outcome-contradicts" && list[0].Severity == diag.Warning; got != tc.contradic {
				t.Errorf("diagnostics %v", list)
			}
		})
	}
}

func TestGoalOfARunningPeriodIsOpen(t *testing.T) {
	g := goal("g", "revenue", "100")
	g.Period, g.Due = quarter("2026-Q4"), model.Date{}
	f := newFolder("a")
	f.report("2026-Q3", "a", "revenue", "", "90").Goals = []model.Goal{g}
	f.report("2026-Q4", "a", "revenue", "", "120").Status = model.Open
	m := f.result().Goals("a", quarter("2026-Q3"))[0]
	if m.Judgement != GoalOpen || m.Due != day("2026-12-31") || m.Answered != quarter("2026-Q4") {
		t.Errorf("judgement %v, due %v, answered in %v", m.Judgement, m.Due, m.Answered)
	}
}

func TestGoalWithoutPeriodIsJudgedInTheNext(t *testing.T) {
	g := goal("g", "revenue", "100")
	g.Period, g.Due = model.Period{}, model.Date{}
	m := promised(g, nil, "revenue", "", "100").result().Goals("a", quarter("2026-Q2"))[0]
	if m.Judgement != GoalKept || m.Figure.Period != quarter("2026-Q3") || m.Due != day("2026-09-30") {
		t.Errorf("judgement %v of %v, due %v", m.Judgement, m.Figure.Period, m.Due)
	}
}

// The last earlier report of the same length is asked, however long ago.
func TestPromisesSkipPeriodsWithoutReport(t *testing.T) {
	f := newFolder("a")
	f.report("2025-Q4", "a").Goals = []model.Goal{{ID: "old"}}
	f.report("2026-Q1", "a").Goals = []model.Goal{{ID: "g"}}
	f.report("2026", "a").Goals = []model.Goal{{ID: "year"}}
	r := f.result()
	m := r.Promises("a", quarter("2026-Q3"))
	if len(m) != 1 || m[0].Goal.ID != "g" || !m[0].Answered.IsZero() {
		t.Errorf("%+v", m)
	}
	if m := r.Promises("a", quarter("2025-Q4")); m != nil {
		t.Errorf("the first report has nothing to answer: %+v", m)
	}
}

func TestCarriedGoalIsOnePromise(t *testing.T) {
	f := newFolder("a")
	set := func(period, statement string, outcomes ...model.Outcome) {
		report := f.report(period, "a")
		report.Outcomes = outcomes
		if statement != "" {
			report.Goals = []model.Goal{{ID: "coach", Statement: statement}}
		}
	}
	set("2026-Q1", "带一名新人")
	set("2026-Q2", "带出一名新人", answer("coach", model.Carried))
	set("2026-Q3", "带出一名能独立跟单的新人", answer("coach", model.Carried))
	record := f.result().Record("a")
	if len(record) != 1 {
		t.Fatalf("%d promises, want 1", len(record))
	}
	m := record[0]
	if m.First != quarter("2026-Q1") || m.Set != quarter("2026-Q3") || m.Carries != 2 || m.Judgement != GoalOpen {
		t.Errorf("first %v, set %v, carried %d times, judgement %v", m.First, m.Set, m.Carries, m.Judgement)
	}
	if len(m.Wordings) != 2 || m.Wordings[0].Statement != "带一名新人" || m.Wordings[1].Statement != "带出一名新人" {
		t.Errorf("wordings %+v", m.Wordings)
	}
}

// A target that the figure missed stays missed, also where it is set again.
func TestMissedGoalSetAgainIsTwoPromises(t *testing.T) {
	f := promised(goal("g", "revenue", "100"), []model.Outcome{answer("g", model.Carried)}, "revenue", "", "99")
	f.review("2026-Q3", "a").Report.Goals = []model.Goal{{ID: "g", Metric: "revenue", Target: opt("100"), Due: day("2026-12-31")}}
	record := f.result().Record("a")
	if len(record) != 2 || record[0].Judgement != GoalMissed || record[1].Judgement != GoalOpen || record[1].Carries != 0 {
		t.Errorf("%+v", record)
	}
}

func TestCountPromises(t *testing.T) {
	c := CountPromises([]Promise{
		{Judgement: GoalKept}, {Judgement: GoalKept}, {Judgement: GoalMissed}, {Judgement: GoalCarried},
		{Judgement: GoalDropped}, {Judgement: GoalDangling}, {Judgement: GoalOpen},
	})
	// Due are 2 kept, 1 missed and 1 dangling; dropped, carried and open are not.
	if c.Due() != 4 || c.All() != 7 || c.Open != 1 {
		t.Errorf("%+v", c)
	}
	wantValue(t, "kept rate", c.KeptRate(), 2, 4)
	if rate := (PromiseCount{Open: 2, Dropped: 1, Carried: 1}).KeptRate(); rate.Why != NothingDue {
		t.Errorf("kept rate of nothing: %+v", rate)
	}
}

func TestStillOpen(t *testing.T) {
	f := newFolder("a")
	report := f.report("2026-Q3", "a")
	report.Goals = []model.Goal{{ID: "next", Due: day("2026-12-31")}}
	report.Body.Actions = []model.Action{{Text: "done", Done: true}, {Text: "open"}}
	goals, actions := f.result().StillOpen("a", quarter("2026-Q4"))
	if len(goals) != 1 || goals[0].Goal.ID != "next" || len(actions) != 1 || actions[0].Text != "open" {
		t.Errorf("goals %+v, actions %+v", goals, actions)
	}
}

// c was in north until July, and answers the promises of the second quarter in
// east; what b promised in the first quarter is answered in the second.
//
//	Q3  east  a kept 1, c missed 1                 1 of 2
//	    north b kept 1, missed 1, dropped 1, carried 1 and dangling 1   1 of 3
//	Q2  north b kept 1 of 1, c nothing
//	2026, the parts added up    east 1 of 2, north 2 of 4, hq 3 of 6
func TestTeamPromises(t *testing.T) {
	f := newFolder("a", "b", "c")
	f.teams = append(f.teams, &model.Team{ID: "east", Parent: "hq"}, &model.Team{ID: "north", Parent: "hq"})
	f.people[0].Stints = []model.Stint{{Team: "east"}}
	f.people[1].Stints = []model.Stint{{Team: "north"}}
	f.people[2].Stints = []model.Stint{{Team: "north"}, {From: day("2026-08-01"), Team: "east"}}
	f.report("2026-Q1", "b").Goals = []model.Goal{{ID: "old", Due: day("2026-06-30")}}
	f.report("2026-Q2", "a").Goals = []model.Goal{goal("g", "revenue", "100")}
	b := f.report("2026-Q2", "b")
	b.Outcomes = []model.Outcome{answer("old", model.Kept)}
	for _, id := range []string{"kept", "missed", "dropped", "carried", "dangling"} {
		b.Goals = append(b.Goals, goal(id, "", ""))
	}
	f.report("2026-Q2", "c").Goals = []model.Goal{goal("g", "revenue", "100")}
	f.report("2026-Q3", "a", "revenue", "", "100")
	f.report("2026-Q3", "b").Outcomes = []model.Outcome{
		answer("kept", model.Kept), answer("missed", model.Missed), answer("dropped", model.Dropped), answer("carried", model.Carried),
	}
	f.report("2026-Q3", "c", "revenue", "", "99.99")
	r := f.result()
	for _, tc := range []struct {
		team, period string
		want         PromiseCount
	}{
		{"east", "2026-Q3", PromiseCount{Kept: 1, Missed: 1}},
		{"north", "2026-Q3", PromiseCount{Kept: 1, Missed: 1, Dropped: 1, Carried: 1, Dangling: 1}},
		{"hq", "2026-Q3", PromiseCount{Kept: 2, Missed: 2, Dropped: 1, Carried: 1, Dangling: 1}},
		{"east", "2026-Q2", PromiseCount{}},
		{"north", "2026-Q2", PromiseCount{Kept: 1}},
		{"hq", "2026", PromiseCount{Kept: 3, Missed: 2, Dropped: 1, Carried: 1, Dangling: 1}},
	} {
		if c := r.TeamPromises(model.TeamID(tc.team), quarter(tc.period)); c != tc.want {
			t.Errorf("%s in %s: %+v, want %+v", tc.team, tc.period, c, tc.want)
		}
	}
	wantValue(t, "hq's kept rate of the year", r.TeamPromises("hq", quarter("2026")).KeptRate(), 3, 6)
	for _, m := range r.MemberPromises("east", quarter("2026-Q3")) {
		if want := CountPromises(r.Promises(m.Person, quarter("2026-Q3"))); m.PromiseCount != want {
			t.Errorf("%s: %+v counted, %+v told in full", m.Person, m.PromiseCount, want)
		}
	}
	if year := r.MemberPromises("north", quarter("2026")); len(year) != 1 || year[0].Person != "b" || year[0].Kept != 2 {
		t.Errorf("north in the year: %+v", year)
	}
	if len(r.MemberPromises("hq", quarter("2026"))) != 0 {
		t.Error("nobody is in hq itself")
	}
}

// A goal that was missed and set again is another promise, with its wording of
// before; one that was kept is done with.
func TestWordingsOfBefore(t *testing.T) {
	for _, tc := range []struct {
		name     string
		due      string // of the goal of the second quarter
		outcome  []model.Outcome
		target   string
		wordings int
		then     Judgement // GoalOpen for no goal of before
		first    string
		record   int
	}{
		{"missed by the figure", "2026-09-30", nil, "100", 0, GoalMissed, "2026-Q3", 2},
		{"kept by the figure", "2026-09-30", nil, "80", 0, GoalOpen, "2026-Q3", 2},
		{"never answered", "2026-09-30", nil, "", 0, GoalDangling, "2026-Q3", 2},
		{"dropped", "2026-09-30", []model.Outcome{answer("g", model.Dropped)}, "", 0, GoalOpen, "2026-Q3", 2},
		{"carried", "2026-09-30", []model.Outcome{answer("g", model.Carried)}, "", 1, GoalOpen, "2026-Q2", 1},
		{"reworded before it was due", "2026-12-31", nil, "", 1, GoalOpen, "2026-Q2", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			was := goal("g", "revenue", tc.target)
			if tc.target == "" {
				was.Metric = ""
			}
			was.Statement, was.Due = "原来的说法", day(tc.due)
			f := promised(was, tc.outcome, "revenue", "", "90")
			f.review("2026-Q3", "a").Report.Goals = []model.Goal{{ID: "g", Statement: "现在的说法", Due: day("2026-12-31")}}
			r := f.result()
			m := r.Goals("a", quarter("2026-Q3"))[0]
			if len(m.Wordings) != tc.wordings || m.First != quarter(tc.first) {
				t.Errorf("wordings %+v, first %v", m.Wordings, m.First)
			}
			if m.Then != tc.then || (m.Again != nil) != (tc.then != GoalOpen) || m.Again != nil && m.Again.Statement != "原来的说法" {
				t.Errorf("before: %+v, %v", m.Again, m.Then)
			}
			if record := r.Record("a"); len(record) != tc.record {
				t.Errorf("%d promises in the record, want %d", len(record), tc.record)
			}
		})
	}
}

// What is carried over has to stand in the report that says so.
func TestPromisesThatFallOutOfSight(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q1", "a").Goals = []model.Goal{
		{ID: "lapsed", Due: day("2026-06-30")}, {ID: "renewed", Due: day("2026-06-30")},
		{ID: "silent", Due: day("2026-06-30")}, {ID: "kept", Due: day("2026-06-30")},
	}
	q2 := f.report("2026-Q2", "a")
	q2.Outcomes = []model.Outcome{answer("lapsed", model.Carried), answer("renewed", model.Carried), answer("kept", model.Kept)}
	q2.Goals = []model.Goal{{ID: "renewed", Due: day("2026-12-31")}}
	r := f.result()
	lapsed := map[string]bool{}
	for _, m := range r.Record("a") {
		lapsed[m.Goal.ID] = m.Lapsed
	}
	if len(lapsed) != 4 || !lapsed["lapsed"] || lapsed["renewed"] || lapsed["silent"] || lapsed["kept"] {
		t.Errorf("lapsed: %v", lapsed)
	}
	var taken []string
	for _, m := range r.Lapsed("a", quarter("2026-Q3")) {
		taken = append(taken, m.Goal.ID)
	}
	if want := []string{"lapsed", "silent"}; !slices.Equal(taken, want) {
		t.Errorf("a new report is offered %v, want %v", taken, want)
	}
}

func TestAnswersThatLeaveGoalsHanging(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a").Goals = []model.Goal{
		goal("reasoned", "", ""), goal("dropped", "", ""), goal("carried", "", ""), goal("renewed", "", ""), goal("silent", "", ""), goal("kept", "revenue", "1"),
	}
	q3 := f.report("2026-Q3", "a", "revenue", "", "1")
	with := func(o model.Outcome, note string) model.Outcome {
		o.Note = note
		return o
	}
	q3.Outcomes = []model.Outcome{
		with(answer("reasoned", model.Dropped), "客户撤项"), with(answer("dropped", model.Dropped), " "),
		answer("carried", model.Carried), answer("renewed", model.Carried),
	}
	for i := range q3.Outcomes {
		q3.Outcomes[i].StatusPos = diag.Pos{File: "q3", Line: i + 1, Col: 9}
	}
	q3.Goals = []model.Goal{{ID: "renewed", Due: day("2026-12-31")}}
	q3.Body.Intro.HTML = "<p>本季平稳。</p>"
	r := f.result()
	told := func() (codes []string) {
		var list diag.List
		r.checkAnswers(f.review("2026-Q3", "a"), &list)
		for _, d := range list {
			codes = append(codes, fmt.Sprintf("%d %s", d.Pos.Line, d.Code()))
		}
		return codes
	}
	if got, want := told(), []string{"2 dropped-without-reason", "3 carried-not-set", "1 goal-dangling"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	q3.Status = model.Open // the text is still being written
	if got := told(); got != nil {
		t.Errorf("an open report: %v", got)
	}
}
