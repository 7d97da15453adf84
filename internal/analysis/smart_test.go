package analysis

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// told prints the diagnostics of some codes: severity, code and arguments.
func told(list diag.List, codes ...string) string {
	var lines []string
	for _, d := range list {
		for _, code := range codes {
			if d.Code() == code {
				lines = append(lines, strings.TrimSuffix(fmt.Sprintln(append([]any{d.Severity, d.Message.Key}, d.Message.Args...)...), "\n"))
			}
		}
	}
	return strings.Join(lines, "; ")
}

var smartCodes = []string{"smart-specific", "smart-measurable", "smart-achievable", "smart-relevant", "smart-time"}

// ahead is a goal of 2026-Q3 that lacks nothing: 110 / 100 = 110 %.
func ahead() model.Goal {
	return model.Goal{
		ID: "g", Metric: "revenue", Target: opt("110"), Baseline: opt("100"), Period: quarter("2026-Q4"),
		Due: day("2026-12-31"), Supports: "hq",
	}
}

func TestGoalsAreHeldAgainstSmart(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*model.Goal)
		want   string
	}{
		{"nothing lacks", func(g *model.Goal) {}, ""},
		{"an intention", func(g *model.Goal) {
			*g = model.Goal{ID: "g", Statement: "加强团队管理", Due: g.Due, Supports: "hq"}
		}, "note smart-specific g"},
		{"words", func(g *model.Goal) { *g = model.Goal{ID: "g", Statement: "团队", Due: g.Due, Supports: "hq"} }, "note smart-measurable g"},
		{"a deliverable", func(g *model.Goal) { *g = model.Goal{ID: "g", Statement: "签下两家", Due: g.Due, Supports: "hq"} }, ""},
		{"a metric without target", func(g *model.Goal) { g.Target = model.Opt{} }, "note smart-measurable.target g revenue"},
		{"no baseline", func(g *model.Goal) { g.Baseline = model.Opt{} }, "note smart-achievable.baseline g"},
		{"150 / 100 is the most", func(g *model.Goal) { g.Target = opt("150") }, ""},
		{"151 / 100", func(g *model.Goal) { g.Target = opt("151") }, "note smart-achievable.above g 151.0% 150%"},
		{"90 / 100 is the least", func(g *model.Goal) { g.Target = opt("90") }, ""},
		{"89 / 100", func(g *model.Goal) { g.Target = opt("89") }, "note smart-achievable.below g 89.0% 90%"},
		{"a baseline of 0 tells nothing", func(g *model.Goal) { g.Baseline = opt("0") }, ""},
		{"lower is better: 2 − 50/100 = 150 %", func(g *model.Goal) { g.Metric, g.Target = "expense", opt("50") }, ""},
		{"lower is better: 2 − 49/100 = 151 %", func(g *model.Goal) { g.Metric, g.Target = "expense", opt("49") }, "note smart-achievable.above g 151.0% 150%"},
		{"lower is better: 2 − 111/100 = 89 %", func(g *model.Goal) { g.Metric, g.Target = "expense", opt("111") }, "note smart-achievable.below g 89.0% 90%"},
		{"percent: 31 / 30 = 103.3 %", func(g *model.Goal) { g.Metric, g.Target, g.Baseline = "gross_margin", opt("31"), opt("30") }, ""},
		{"percent: 46 / 30 = 153.3 %", func(g *model.Goal) { g.Metric, g.Target, g.Baseline = "gross_margin", opt("46"), opt("30") }, "note smart-achievable.above g 153.3% 150%"},
		{"no team", func(g *model.Goal) { g.Supports = "" }, "note smart-relevant g"},
		{"a team without a target", func(g *model.Goal) { g.Supports = "east" }, "note smart-relevant.target g east 2026-Q4"},
		{"a target of the year holds the quarter", func(g *model.Goal) { g.Supports = "west" }, ""},
		{"no day", func(g *model.Goal) { g.Due = model.Date{} }, "note smart-time g"},
		{"due within the period", func(g *model.Goal) { g.Due = day("2026-09-30") }, "note smart-time.early g 2026-09-30 2026-09-30"},
		{"due on the first day after", func(g *model.Goal) { g.Due = day("2026-10-01") }, ""},
		{"due beyond the horizon", func(g *model.Goal) { g.Due = day("2027-01-01") }, "note smart-time.late g 2027-01-01 2026-12-31"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			target := func(period string) []model.PeriodValues {
				return []model.PeriodValues{{Period: quarter(period), Values: []model.Value{{Metric: "revenue", Target: opt("1000")}}}}
			}
			f.teams[0].Targets = target("2026-Q4")
			f.teams = append(f.teams, &model.Team{ID: "east", Parent: "hq", Targets: target("2026-Q3")}, &model.Team{ID: "west", Parent: "hq", Targets: target("2026")})
			g := ahead()
			tc.change(&g)
			f.report("2026-Q3", "a").Goals = []model.Goal{g}
			_, list := f.run()
			if got := told(list, smartCodes...); got != tc.want {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

// A baseline that the person wrote says less than what the person did. The
// figures of Q4 to Q3 are 300, 80, 100 and 120: the best is 300, the weakest 80.
func TestGoalsAreHeldAgainstTheOwnRecord(t *testing.T) {
	for _, tc := range []struct{ target, baseline, want string }{
		{"450", "301", ""}, // 450 / 301 = 149.5 %, 450 / 300 = 150 %
		{"451", "400", "note smart-achievable.above-record g 150.3% 150% 300"}, // 451 / 300 = 150.33 %
		{"72", "80", ""}, // 72 / 80 = 90 %
		{"70", "60", "note smart-achievable.below-record g 87.5% 90% 80"}, // 70 / 80 = 87.5 %
	} {
		f := newFolder("a")
		f.teams[0].Targets = []model.PeriodValues{{Period: quarter("2026-Q4"), Values: []model.Value{{Metric: "orders", Target: opt("1")}}}}
		f.report("2025-Q3", "a", "revenue", "", "1000") // the fifth last does not count
		f.report("2025-Q4", "a", "revenue", "", "300")
		f.report("2026-Q1", "a", "revenue", "", "80")
		f.report("2026-Q2", "a", "revenue", "", "100")
		g := ahead()
		g.Target, g.Baseline = opt(tc.target), opt(tc.baseline)
		f.report("2026-Q3", "a", "revenue", "", "120").Goals = []model.Goal{g}
		r, list := f.run()
		if got := told(list, smartCodes...); got != tc.want {
			t.Errorf("target %s: got %q, want %q", tc.target, got, tc.want)
		}
		s := r.SmartGoals("a", quarter("2026-Q3"))[0]
		wantValue(t, "best", s.Best, 300, 1)
		wantValue(t, "weakest", s.Weakest, 80, 1)
		wantValue(t, "latest", s.Latest, 120, 1)
		if s.Recorded != 4 {
			t.Errorf("%d figures recorded, want 4", s.Recorded)
		}
	}
}

// Goals that a later report has answered are past mending: pages still show how
// they stood, and check is silent.
func TestAnsweredGoalsGetNoAdvice(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q2", "a").Goals = []model.Goal{{ID: "g", Statement: "加强管理"}}
	f.report("2026-Q3", "a")
	r, list := f.run()
	if got := told(list, smartCodes...); got != "" {
		t.Errorf("advice on a goal of the past: %q", got)
	}
	if s := r.SmartGoals("a", quarter("2026-Q2")); len(s) != 1 || s[0].Faults != [SmartParts]SmartFault{SmartVague, SmartNoMeasure, SmartUnjudged, SmartNoTeam, SmartNoDue} {
		t.Errorf("%+v", s)
	}
}

// A report about a year looks a year ahead; one about a month ends with the
// cycle's next period.
func TestHorizonIsOfTheLongerPeriod(t *testing.T) {
	for period, want := range map[string]string{
		"2026-Q3": "2026-09-30 2026-12-31", "2025": "2025-12-31 2026-12-31", "2026-07": "2026-07-31 2026-12-31",
	} {
		f := newFolder("a")
		f.report(period, "a").Goals = []model.Goal{ahead()}
		s := f.result().SmartGoals("a", quarter(period))[0]
		if got := s.After.String() + " " + s.Until.String(); got != want {
			t.Errorf("%s: %s, want %s", period, got, want)
		}
	}
}
