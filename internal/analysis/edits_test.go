package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

const firstTeamFile = "content/teams/t0.md"

// withJudgements returns a ledger's portfolio with the score sheet and the bounds of
// goals that site.yaml has by default, and targets of its first team.
func withJudgements(p *model.Portfolio) *model.Portfolio {
	s, like := p.Settings, newFolder().settings
	s.Ratings, s.Smart, s.KPIs = like.Ratings, like.Smart, []model.KPI{{Metric: "revenue", Weight: 60 * model.One}, {Metric: "gross_profit", Weight: 40 * model.One}}
	teams := slices.Clone(p.Teams)
	first := *teams[0]
	first.File = firstTeamFile
	first.Targets = append(slices.Clone(first.Targets), model.PeriodValues{
		Period: quarter("2026"), Values: []model.Value{{Metric: "revenue", Target: opt("400")}},
	})
	teams[0] = &first
	return model.New(s, teams, p.People, p.Reviews, p.Pages)
}

// rework changes one thing of a review that only judgements rest on: goals,
// corrections, prose with figures and actions, a comment with or without a plan,
// the final grade.
func rework(review *model.Review, report *model.Report, rnd *rand.Rand) {
	file := fmt.Sprintf("content/reviews/%s/%s", review.Period, review.Person)
	report.File = file + "/report.md"
	switch rnd.IntN(10) {
	case 0, 6, 7:
		report.Goals = randomGoals(rnd, file)
	case 1:
		earlier := []string{"2025-Q1", "2025-Q3", "2025", "2025-H2", "2026-Q1", "2026-01"}[rnd.IntN(6)]
		report.Restates = []model.PeriodValues{{Period: quarter(earlier), Values: []model.Value{
			{Metric: "revenue", Actual: opt(fmt.Sprint(rnd.IntN(200))), Pos: diag.Pos{File: file, Line: 9, Col: 1}},
		}}}
	case 2:
		report.Restates = nil
	case 3, 8, 9:
		report.Body = randomAnswer(rnd, file)
		report.Status = []model.Status{model.Submitted, model.Shared, model.Acknowledged}[rnd.IntN(3)]
	case 4:
		score := fmt.Sprintf("performance %d", 1+rnd.IntN(5))
		comment := &model.Comment{File: file + "/boss", Role: model.ManagerRole, Status: model.Submitted, Ratings: rated(score)}
		if rnd.IntN(2) == 0 {
			comment.Body = plan(rnd.IntN(2) == 0)
		}
		review.Comments = []*model.Comment{comment}
	case 5:
		review.Calibration = nil
		if rnd.IntN(3) > 0 {
			grade := []string{"A", "C", "D"}[rnd.IntN(3)]
			review.Calibration = &model.Calibration{File: file + "/calibration", Grade: grade, Pos: diag.Whole(file + "/calibration")}
		}
	}
}

func randomGoals(rnd *rand.Rand, file string) []model.Goal {
	var goals []model.Goal
	for i := range 1 + rnd.IntN(4) {
		g := model.Goal{ID: fmt.Sprint("g", i), Pos: diag.Pos{File: file, Line: 20 + i, Col: 3}}
		if rnd.IntN(2) == 0 {
			g.Metric = []model.MetricID{"revenue", "ar", "gross_margin"}[rnd.IntN(3)]
			g.Target, g.Baseline = opt(fmt.Sprint(rnd.IntN(150))), opt([]string{"", "0", "60"}[rnd.IntN(3)])
		} else {
			g.Statement = []string{"加强管理", "加强管理", "签下一家", "团队"}[rnd.IntN(4)]
		}
		g.Supports = []model.TeamID{"", "t0", "t1"}[rnd.IntN(3)]
		if rnd.IntN(2) == 0 {
			g.Due = day([]string{"2025-06-30", "2026-06-30", "2027-06-30"}[rnd.IntN(3)])
		}
		goals = append(goals, g)
	}
	return goals
}

// randomAnswer is 目标达成 with or without a bound KPI and an action. It names
// no figure in its text, so that it does not drift.
func randomAnswer(rnd *rand.Rand, file string) model.Doc {
	s := model.Section{Level: 2, Theme: goalsTheme, Pos: diag.Pos{File: file, Line: 30, Col: 1}}
	doc := model.Doc{Intro: model.Text{HTML: "<p>…</p>"}}
	if rnd.IntN(2) == 0 {
		s.Text.Refs = body(file, "[](metric:revenue)").Intro.Refs
	}
	if rnd.IntN(2) == 0 {
		doc.Actions = []model.Action{{Text: "gross_profit"}}
		s.Text.Refs = append(s.Text.Refs, model.Ref{Kind: model.ActionStart})
	}
	doc.Sections = []model.Section{s}
	return doc
}

// plan is a comment's 改进计划 with one action.
func plan(due bool) model.Doc {
	a := model.Action{Text: "每周一面谈"}
	if due {
		a.Due = day("2026-12-28")
	}
	return model.Doc{
		Sections: []model.Section{{Level: 2, Part: model.Plan, Text: model.Text{Refs: []model.Ref{{Kind: model.ActionStart}}}}},
		Actions:  []model.Action{a},
	}
}
