package analysis

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A folder builds a small portfolio: one team hq led by boss, as of
// 2026-10-20, the built-in metrics and the score sheet of FORMAT.md.
type folder struct {
	settings model.Settings
	teams    []*model.Team
	people   []*model.Person
	reviews  []*model.Review
	pages    []*model.Page
}

func newFolder(people ...model.PersonID) *folder {
	f := &folder{
		settings: model.Settings{
			Language: "zh-CN", Currency: "CNY", Cycle: model.Quarter, AsOf: day("2026-10-20"),
			Due:     model.Due{Report: 10, Comment: 20},
			KPIs:    []model.KPI{{Metric: "revenue", Weight: 100 * model.One}},
			Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns(),
			Ratings: model.RatingScheme{
				Min: model.One, Max: 5 * model.One, Step: model.One / 2,
				Dimensions: []model.Dimension{
					{ID: "performance", Weight: 40 * model.One}, {ID: "strategy", Weight: 20 * model.One},
					{ID: "team", Weight: 20 * model.One}, {ID: "communication", Weight: 20 * model.One},
				},
				Roles: []model.RoleWeight{
					{Role: model.ManagerRole, Weight: 70 * model.One}, {Role: model.PeerRole, Weight: 15 * model.One}, {Role: model.HRRole, Weight: 15 * model.One},
				},
				Grades: []model.Grade{
					{Name: "S", Min: tenths(46), Share: 10 * model.One}, {Name: "A", Min: tenths(40), Share: 20 * model.One},
					{Name: "B", Min: tenths(30), Share: 50 * model.One}, {Name: "C", Min: tenths(20), Share: 15 * model.One},
					{Name: "D", Min: tenths(10), Share: 5 * model.One},
				},
			},
			Cuts: model.Cuts{
				Attainment: [2]model.Amount{90 * model.One, 100 * model.One}, Score: [2]model.Amount{3 * model.One, 4 * model.One},
			},
			Smart: model.Smart{Reach: [2]model.Amount{90 * model.One, 150 * model.One}, Horizon: 1},
		},
		teams: []*model.Team{{ID: "hq", Lead: "boss", File: "content/teams/hq.md"}},
	}
	for _, id := range slices.Sorted(slices.Values(people)) {
		f.people = append(f.people, &model.Person{
			ID: id, Stints: []model.Stint{{Team: "hq"}}, Reports: true, File: "content/people/" + string(id) + ".md",
		})
	}
	return f
}

// report adds a submitted report; values are metric, target, actual in turn,
// "" for what is not reported.
func (f *folder) report(period string, person model.PersonID, values ...string) *model.Report {
	review := f.review(period, person)
	review.Report = &model.Report{
		File:   "content/reviews/" + period + "/" + string(person) + "/report.md",
		Status: model.Submitted, Date: f.settings.Calendar.Last(quarter(period)).AddDays(9),
	}
	for ; len(values) > 0; values = values[3:] {
		review.Report.Values = append(review.Report.Values, model.Value{
			Metric: model.MetricID(values[0]), Target: opt(values[1]), Actual: opt(values[2]),
		})
	}
	slices.SortStableFunc(review.Report.Values, func(a, b model.Value) int {
		return f.order(a.Metric) - f.order(b.Metric)
	})
	return review.Report
}

func (f *folder) order(m model.MetricID) int {
	return slices.IndexFunc(f.settings.Metrics, func(x model.Metric) bool { return x.ID == m })
}

func (f *folder) review(period string, person model.PersonID) *model.Review {
	for _, r := range f.reviews {
		if r.Person == person && r.Period == quarter(period) {
			return r
		}
	}
	r := &model.Review{Period: quarter(period), Person: person}
	f.reviews = append(f.reviews, r)
	return r
}

// comment adds a comment with ratings such as "performance 4.5".
func (f *folder) comment(period string, person, reviewer model.PersonID, role model.Role, ratings ...string) *model.Comment {
	review := f.review(period, person)
	c := &model.Comment{
		File:     "content/reviews/" + period + "/" + string(person) + "/" + string(reviewer) + ".md",
		Reviewer: reviewer, Role: role, Status: model.Submitted, Ratings: rated(ratings...),
	}
	review.Comments = append(review.Comments, c)
	return c
}

func rated(ratings ...string) []model.Rating {
	var list []model.Rating
	for _, r := range ratings {
		dimension, score, _ := strings.Cut(r, " ")
		list = append(list, model.Rating{Dimension: model.DimensionID(dimension), Score: opt(score).Amount})
	}
	return list
}

func (f *folder) portfolio() *model.Portfolio {
	c := f.settings.Calendar
	slices.SortStableFunc(f.reviews, func(a, b *model.Review) int {
		if order := c.Compare(a.Period, b.Period); order != 0 {
			return order
		}
		return strings.Compare(string(a.Person), string(b.Person))
	})
	return model.New(f.settings, f.teams, f.people, f.reviews, f.pages)
}

func (f *folder) run() (*Result, diag.List) { return Run(f.portfolio()) }

func (f *folder) result() *Result {
	r, _ := f.run()
	return r
}

func day(s string) model.Date {
	d, ok := model.ParseDate(s)
	if !ok {
		panic("no date: " + s)
	}
	return d
}

func quarter(s string) model.Period {
	p, ok := model.ParsePeriod(s)
	if !ok {
		panic("no period: " + s)
	}
	return p
}

func tenths(n int64) model.Amount { return model.Amount(n) * model.One / 10 }

func opt(s string) model.Opt {
	if s == "" {
		return model.Opt{}
	}
	n, fault := model.ParseNumber(s)
	a, ok := n.Amount()
	if fault != model.NumberOK || !ok {
		panic("no amount: " + s)
	}
	return model.Of(a)
}

// exactly reports whether the value is num/den.
func exactly(v Value, num, den int64) bool {
	return v.Defined() && v.Compare(model.Ratio{Num: num, Den: den}) == 0
}

// wantValue compares with num/den; den 0 wants no value.
func wantValue(t *testing.T, what string, got Value, num, den int64) {
	t.Helper()
	if den == 0 && got.Defined() || den != 0 && !exactly(got, num, den) {
		t.Errorf("%s = %d/%d (%v), want %d/%d", what, got.Num, got.Den, got.Why, num, den)
	}
}

var binding = regexp.MustCompile(`\[([^\]]*)\]\(metric:([a-z_]+)(?:\.([a-z]+))?((?:[?&][a-z]+=[^)&]+)*)\)`)

// body reads one paragraph with bound figures, as package prose would.
func body(file, text string) model.Doc {
	fields := map[string]model.Field{
		"": model.ActualField, "target": model.TargetField, "attainment": model.AttainmentField,
		"gap": model.GapField, "qoq": model.QoQField, "yoy": model.YoYField,
	}
	var doc model.Doc
	before, last := "", 0
	for _, m := range binding.FindAllStringSubmatchIndex(text, -1) {
		b := &model.BoundFigure{Metric: model.MetricID(text[m[4]:m[5]]), Start: m[2], End: m[3], Text: text[m[2]:m[3]]}
		b.Pos = diag.Pos{File: file, Line: 1, Col: len([]rune(text[:m[0]])) + 1}
		if m[6] >= 0 {
			b.Field = fields[text[m[6]:m[7]]]
		}
		for _, arg := range strings.FieldsFunc(text[m[8]:m[9]], func(c rune) bool { return c == '?' || c == '&' }) {
			switch key, value, _ := strings.Cut(arg, "="); key {
			case "period":
				b.Period = quarter(value)
			case "person":
				b.Person = model.PersonID(value)
			case "team":
				b.Team = model.TeamID(value)
			}
		}
		before += text[last:m[0]]
		b.Before = before
		before += b.Text
		last = m[1]
		doc.Intro.Refs = append(doc.Intro.Refs, model.Ref{Kind: model.FigureRef, Figure: b})
	}
	return doc
}
