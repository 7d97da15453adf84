package analysis

import (
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// answering is a section with the bound figures and an action that says this;
// "" for none.
func answering(theme model.ThemeID, figures, action string) model.Doc {
	s := model.Section{Level: 2, Theme: theme}
	inside := model.Section{Level: 3}
	inside.Text.Refs = body("f", figures).Intro.Refs
	var doc model.Doc
	if action != "" {
		doc.Actions = []model.Action{{Text: action}}
		inside.Text.Refs = append(inside.Text.Refs, model.Ref{Kind: model.ActionStart})
	}
	s.Sections = []model.Section{inside}
	doc.Sections = []model.Section{s}
	return doc
}

// The report of a says 90 of 100 revenue, that is 90 %, and 31 of 30 gross
// profit, which is no gap.
func TestGapsHaveToBeExplained(t *testing.T) {
	const both, figure, action = "warning gap-unexplained.both revenue 90.0%", "warning gap-unexplained.figure revenue 90.0%", "warning gap-unexplained.action revenue 90.0%"
	for _, tc := range []struct {
		name   string
		doc    model.Doc
		change func(*folder, *model.Report)
		want   string
	}{
		{"figure and action under goals", answering("goals", "[](metric:revenue.gap)", "催款"), nil, ""},
		{"neither", answering("goals", "", ""), nil, both},
		{"a figure alone", answering("goals", "[](metric:revenue)", ""), nil, action},
		{"an action alone", answering("goals", "", "催款"), nil, figure},
		{"under another theme", answering("data", "[](metric:revenue)", "催款"), nil, both},
		{"of another metric", answering("goals", "[](metric:gross_profit)", "催款"), nil, figure},
		{"of a team", answering("goals", "[](metric:revenue?team=hq)", "催款"), nil, figure},
		{"of another period", answering("goals", "[](metric:revenue?period=2026-Q2)", "催款"), nil, figure},
		{"of this period, said", answering("goals", "[](metric:revenue?period=2026-Q3&person=a)", "催款"), nil, ""},
		{"an action elsewhere that names it", answering("goals", "[](metric:revenue)", ""), func(f *folder, _ *model.Report) {
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Body.Actions = []model.Action{{Text: "补上 销售额 缺口"}}
		}, ""},
		{"an action elsewhere with its id", answering("goals", "[](metric:revenue)", ""), func(f *folder, _ *model.Report) {
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Body.Actions = []model.Action{{Text: "催", ID: "revenue-q4"}}
		}, ""},
		{"an action elsewhere of something else", answering("goals", "[](metric:revenue)", ""), func(f *folder, _ *model.Report) {
			f.comment("2026-Q3", "a", "boss", model.ManagerRole).Body.Actions = []model.Action{{Text: "带新人"}}
		}, action},
		{"an open report", answering("goals", "", ""), func(_ *folder, x *model.Report) { x.Status = model.Open }, ""},
		{"an acknowledged report", answering("goals", "", ""), func(_ *folder, x *model.Report) { x.Status = model.Acknowledged }, ""},
		{"no prose", model.Doc{}, nil, ""},
		{"a running period", answering("goals", "", ""), func(f *folder, _ *model.Report) { f.settings.AsOf = day("2026-09-29") }, ""},
		{"not quite", answering("goals", "", ""), func(_ *folder, x *model.Report) { x.Values[0].Actual = opt("99.96") }, "warning gap-unexplained.both revenue 99.96%"},
		{"reached", answering("goals", "", ""), func(_ *folder, x *model.Report) { x.Values[0].Actual = opt("100") }, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			f.settings.KPIs = []model.KPI{{Metric: "revenue", Weight: 60 * model.One}, {Metric: "gross_profit", Weight: 40 * model.One}}
			f.settings.Metrics[f.order("revenue")].Names = []string{"销售额"}
			report := f.report("2026-Q3", "a", "revenue", "100", "90", "gross_profit", "30", "31")
			report.Body = tc.doc
			if tc.change != nil {
				tc.change(f, report)
			}
			_, list := f.run()
			if got := told(list, "gap-unexplained"); got != tc.want {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func TestGapStandsAtTheActual(t *testing.T) {
	f := newFolder("a")
	report := f.report("2026-Q3", "a", "revenue", "100", "90")
	report.Body = answering("goals", "", "")
	at := diag.Pos{File: report.File, Line: 6, Col: 30}
	report.Values[0].Pos.File = report.File
	report.Values[0].Places.Actual = model.Spot{Line: 6, Col: 30}
	if _, list := f.run(); len(list) != 1 || list[0].Pos != at {
		t.Errorf("%+v, want one at %v", list, at)
	}
}
