package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"reviewfolio/internal/model"
)

// manyReports is the shape of a large company: 1,000 people in 117 teams of
// three levels, ten quarters, ten metrics and one breakdown a report.
func manyReports(b *testing.B) *model.Portfolio {
	b.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	text := []byte("asof 2026-10-09\nteam hq p0000\n")
	line := func(format string, args ...any) { text = fmt.Appendf(text, format+"\n", args...) }
	for i := range 16 {
		line("team r%02d < hq", i)
	}
	for i := range 100 {
		line("team t%03d < r%02d p%04d", i, i%16, i*10)
	}
	for i := range 1000 {
		line("person p%04d t%03d", i, i/10)
		base := 2_000_000 + rnd.IntN(10_000_000)
		for q := range 10 {
			quarter := fmt.Sprintf("%d-Q%d", 2024+(q+1)/4, (q+1)%4+1)
			line("report %s p%04d revenue=%d/%d orders=200/%d new_customers=20/%d active_customers=%d lost_customers=%d gross_profit=%d opportunities=%d won=%d pipeline=%d nps=%d,20,9 channel:direct=%d channel:online=%d",
				quarter, i, base, base*(70+rnd.IntN(60))/100, 80+rnd.IntN(300), 5+rnd.IntN(30), 60+rnd.IntN(200), rnd.IntN(20),
				base/4, 60+rnd.IntN(90), 20+rnd.IntN(30), base*2, 30+rnd.IntN(50), base/2, base/3)
		}
	}
	return ledger(b, string(text))
}

func BenchmarkRun(b *testing.B) {
	p := manyReports(b)
	b.ReportAllocs()
	for b.Loop() {
		Run(p)
	}
}

func BenchmarkFigure(b *testing.B) {
	r, _ := Run(manyReports(b))
	quarter, year := quarter("2026-Q3"), quarter("2025")
	for _, bc := range []struct {
		name   string
		scope  Scope
		period model.Period
		metric model.MetricID
	}{
		{"team/sum", TeamScope("hq"), quarter, "revenue"},
		{"team/ratio", TeamScope("hq"), quarter, "aov"},
		{"person/sum", PersonScope("p0500"), quarter, "revenue"},
		{"person/year", PersonScope("p0500"), year, "gross_margin"},
	} {
		b.Run(bc.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Figure(bc.scope, bc.period, bc.metric)
			}
		})
	}
	b.Run("explain/hq", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Explain(TeamScope("hq"), quarter, "revenue")
		}
	})
	b.Run("explain/team", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Explain(TeamScope("t050"), quarter, "revenue")
		}
	})
	b.Run("ranking/hq", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Ranking("hq", quarter)
		}
	})
	b.Run("breakdown/hq", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Breakdown(TeamScope("hq"), quarter, "channel")
		}
	})
	b.Run("bridge-by/hq", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Division(TeamScope("hq"), Facet{Of: "channel"}).Bridge(quarter, r.time.calendar.Prev(quarter))
		}
	})
	b.Run("bridge/hq", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Bridge(TeamScope("hq"), "revenue", quarter, r.time.calendar.Prev(quarter))
		}
	})
}

// BenchmarkNext derives all figures anew after one report of 10,000 states
// another revenue, or only says something else.
func BenchmarkNext(b *testing.B) {
	p := manyReports(b)
	r, _ := Run(p)
	for _, bc := range []struct {
		name string
		edit func(*model.Report)
	}{
		{"figure", func(x *model.Report) { x.Values[0].Actual.Amount += model.One }},
		{"prose", func(x *model.Report) { x.Body.Intro.HTML += "<p>More.</p>" }},
	} {
		reviews := slices.Clone(p.Reviews)
		review, report := *reviews[5000], *reviews[5000].Report
		report.Values = slices.Clone(report.Values)
		bc.edit(&report)
		review.Report, reviews[5000] = &report, &review
		edited := model.New(p.Settings, p.Teams, p.People, reviews, p.Pages)
		b.Run(bc.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if next, _ := r.Next(edited); !shared(next.stints, r.stints) {
					b.Fatal("everything was run anew")
				}
			}
		})
	}
}
