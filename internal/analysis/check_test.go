package analysis

import (
	"fmt"
	"testing"

	"reviewfolio/internal/model"
)

// manyReviews is people × quarters reports with five bound figures each, a
// goal, an action and three comments.
func manyReviews(people, quarters int) *model.Portfolio {
	var who []model.PersonID
	for i := range people {
		who = append(who, model.PersonID(fmt.Sprintf("p%03d", i)))
	}
	f := newFolder(who...)
	withThemes(f)
	c := f.settings.Calendar
	for i, p := 0, quarter("2016-Q4"); i < quarters; i, p = i+1, c.Next(p) {
		for j, id := range who {
			actual := fmt.Sprint(900_000 + 1000*i + 10*j)
			report := &model.Report{
				File: "content/reviews/" + p.String() + "/" + string(id) + "/report.md", Status: model.Submitted, Date: c.Last(p),
				Values: []model.Value{
					{Metric: "revenue", Target: opt("1000000"), Actual: opt(actual)},
					{Metric: "gross_profit", Actual: opt("300000")}, {Metric: "orders", Actual: opt("312")},
				},
				Goals: []model.Goal{{ID: "revenue", Metric: "revenue", Target: opt("1000000")}},
			}
			report.Body = body(report.File, "销售额 [](metric:revenue)，达成 [](metric:revenue.attainment)，环比 [](metric:revenue.qoq)，同比 [](metric:revenue.yoy)，毛利率 [](metric:gross_margin)。")
			report.Body.Actions = []model.Action{{ID: p.String(), Text: "复盘", Owner: id, Due: c.Last(p)}}
			report.Outcomes = []model.Outcome{{Goal: "revenue", Status: model.Carried}}
			review := &model.Review{Period: p, Person: id, Report: report}
			for r, role := range []model.Role{model.ManagerRole, model.PeerRole, model.HRRole} {
				review.Comments = append(review.Comments, &model.Comment{
					Reviewer: who[(j+r+1)%people], Role: role, Ratings: rated("performance 4", "strategy 3.5", "team 4", "communication 3"),
				})
			}
			f.reviews = append(f.reviews, review)
		}
	}
	return f.portfolio()
}

// BenchmarkChecks checks every figure, bound figure and outcome of 10,000 reports.
func BenchmarkChecks(b *testing.B) {
	r, _ := Run(manyReviews(250, 40))
	b.ReportAllocs()
	for b.Loop() {
		r.newChecks()
	}
}

// BenchmarkOverview is completeness, scores and grades of 10,000 reports, as
// the pages of 40 periods ask for them.
func BenchmarkOverview(b *testing.B) {
	r, _ := Run(manyReviews(250, 40))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range r.Cycle() {
			r.Overview("hq", p)
			r.Distribution("hq", p)
			r.Matrix("hq", p)
			r.Attention("hq", p)
			r.Cascade("hq", r.time.calendar.Next(p), "revenue")
		}
	}
}

// BenchmarkRecord follows every promise of 250 people over 40 quarters.
func BenchmarkRecord(b *testing.B) {
	p := manyReviews(250, 40)
	r, _ := Run(p)
	b.ReportAllocs()
	for b.Loop() {
		for _, x := range p.People {
			r.Record(x.ID)
		}
	}
}
