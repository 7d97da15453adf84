package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// corrects states another figure of an earlier period.
func corrects(report *model.Report, period, metric, actual string) {
	report.Restates = append(report.Restates, model.PeriodValues{
		Period: quarter(period), Values: []model.Value{{Metric: model.MetricID(metric), Actual: opt(actual)}},
	})
}

func steps(report *model.Report, metric string, steps ...string) {
	x := model.SeriesValues{Metric: model.MetricID(metric)}
	for ; len(steps) > 0; steps = steps[2:] {
		x.Points = append(x.Points, model.Point{Period: quarter(steps[0]), Actual: opt(steps[1])})
	}
	report.Series = append(report.Series, x)
}

const q2 = "content/reviews/2026-Q2/a/report.md"

func TestFiguresReportedTwiceAreCompared(t *testing.T) {
	for _, tc := range []struct {
		name  string
		build func(*folder)
		want  string
	}{
		{"a correction", func(f *folder) {
			f.report("2026-Q2", "a", "revenue", "", "505.6")
			corrects(f.report("2026-Q3", "a"), "2026-Q2", "revenue", "464")
		}, "warning restated revenue 2026-Q2 464 505.6 " + q2},
		{"a correction to the same", func(f *folder) {
			f.report("2026-Q2", "a", "revenue", "", "464")
			corrects(f.report("2026-Q3", "a"), "2026-Q2", "revenue", "464")
		}, ""},
		{"a correction of what was not reported", func(f *folder) {
			f.report("2026-Q2", "a", "orders", "", "4")
			corrects(f.report("2026-Q3", "a"), "2026-Q2", "revenue", "464")
		}, ""},
		{"a correction of a half: 40 + 50 = 90", func(f *folder) {
			f.report("2026-Q1", "a", "revenue", "", "40")
			f.report("2026-Q2", "a", "revenue", "", "50")
			corrects(f.report("2026-Q3", "a"), "2026-H1", "revenue", "80")
		}, "warning restated revenue 2026-H1 80 90 content/reviews/2026-Q1/a/report.md, " + q2},
		{"a year that is its quarters: 40 + 50 + 60 + 70 = 220", func(f *folder) {
			quarters(f, "40", "50", "60", "70")
			f.report("2026", "a", "revenue", "", "220")
		}, ""},
		{"a year that is not", func(f *folder) {
			quarters(f, "40", "50", "60", "70")
			f.report("2026", "a", "revenue", "", "221")
		}, "warning restated.total revenue 2026 221 220 content/reviews/2026-Q1/a/report.md, " + q2 + ", content/reviews/2026-Q3/a/report.md, content/reviews/2026-Q4/a/report.md"},
		{"a year with a quarter that nobody reported", func(f *folder) {
			f.report("2026-Q2", "a", "revenue", "", "50")
			f.report("2026", "a", "revenue", "", "221")
		}, ""},
		{"a level is that of the last quarter", func(f *folder) {
			for _, q := range []string{"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"} {
				f.report(q, "a", "headcount", "", q[6:])
			}
			f.report("2026", "a", "headcount", "", "4")
		}, ""},
		{"a year of corrected quarters: 220 − 50 + 45 = 215", func(f *folder) {
			quarters(f, "40", "50", "60", "70")
			year := f.report("2026", "a", "revenue", "", "215")
			corrects(year, "2026-Q2", "revenue", "45")
		}, "warning restated revenue 2026-Q2 45 50 " + q2},
		{"series of what other reports say", func(f *folder) {
			f.report("2026-Q1", "a", "revenue", "", "40")
			f.report("2026-Q2", "a", "revenue", "", "50")
			steps(f.report("2026-H1", "a", "revenue", "", "90"), "revenue", "2026-Q1", "38", "2026-Q2", "52")
		}, "warning restated.series revenue 2026-Q1 38 40 content/reviews/2026-Q1/a/report.md; warning restated.series revenue 2026-Q2 52 50 " + q2},
		{"series of what nobody else says", func(f *folder) {
			steps(f.report("2026-Q2", "a", "revenue", "", "50"), "revenue", "2026-04", "20", "2026-05", "30")
		}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFolder("a")
			tc.build(f)
			_, list := f.run()
			if got := told(list, "restated"); got != tc.want {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func quarters(f *folder, revenue ...string) {
	for i, actual := range revenue {
		f.report([]string{"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"}[i], "a", "revenue", "", actual)
	}
}

// Both pages show a correction: of the report that corrects, and of the one that
// is corrected.
func TestRestatementsStandAtBothReports(t *testing.T) {
	f := newFolder("a")
	f.report("2026-Q1", "a", "revenue", "", "40")
	f.report("2026-Q2", "a", "revenue", "", "50")
	corrects(f.report("2026-Q3", "a"), "2026-Q2", "revenue", "45")
	r := f.result()
	for period, want := range map[string]int{"2026-Q1": 0, "2026-Q2": 1, "2026-Q3": 1} {
		list := r.Restatements("a", quarter(period))
		if len(list) != want {
			t.Fatalf("%s: %d restatements, want %d", period, len(list), want)
		}
		for _, x := range list {
			wantValue(t, "stated", x.Stated, 45, 1)
			wantValue(t, "reported", x.Reported, 50, 1)
			if x.In != quarter("2026-Q3") || len(x.Then) != 1 || x.Then[0] != quarter("2026-Q2") {
				t.Errorf("%+v", x)
			}
		}
	}
}
