package analysis

import (
	"slices"
	"testing"
)

func TestLongerPeriods(t *testing.T) {
	for _, tc := range []struct{ name, ledger, want string }{
		{"sums add up, levels are the last", `
			team hq
			person a hq
			person b hq
			report 2026-Q1 a revenue=10/11 ar=7
			report 2026-Q2 a revenue=10/12 ar=9
			report 2026-Q1 b revenue=20/21 ar=5
			report 2026-Q2 b revenue=20/22`, `
			a  2026-H1 revenue 20 23 . . 1.15 . . 1 0
			a  2026-H1 ar      .  9  . . .    . . 1 0
			b  2026-H1 ar      .  .  . . .    . . 0 0
			hq 2026-H1 revenue 60 66 . . 1.1  . . 2 0
			hq 2026-H1 ar      .  9  . . .    . . 1 0`},
		{"the longest reports that state what a figure needs", `
			team hq
			person a hq
			report 2026-H1 a revenue=/100 orders=4
			report 2026-Q1 a revenue=40/50
			report 2026-Q2 a revenue=40/60
			report 2026-Q3 a revenue=40/70 orders=7
			report 2026-Q4 a revenue=40/80 orders=8`, `
			a 2026-H1 revenue 80  100 . . 1.375  . . 1 0
			a 2026    revenue 160 250 . . 1.625  . . 1 0
			a 2026    orders  .   19  . .   .    . . 1 0
			a 2026    aov     .   13.157895 250 19 . . . 1 0`},
		{"a part that lacks a target is excluded from the attainment", `
			team hq
			person a hq
			report 2026-Q1 a revenue=40/50
			report 2026-Q2 a revenue=/60`, `
			hq 2026-H1 revenue 40 110 . . 1.25 . . 1 1`},
		{"a year report stands for all its quarters", `
			team hq
			person a hq
			report 2026 a revenue=200/210
			report 2026-Q1 a revenue=40/50
			report 2026-Q2 a revenue=/60`, `
			hq 2026    revenue 200 210 . . 1.05 . . 1 0
			hq 2026-H1 revenue 40  110 . . 1.25 . . 1 1`},
		{"a ratio of a sum and a level", `
			team hq
			person a hq
			person b hq
			report 2026-Q1 a revenue=40 headcount=2
			report 2026-Q2 a revenue=60 headcount=4
			report 2026-Q1 b revenue=30 headcount=1`, `
			a  2026-H1 revenue_per_head . 25 100 4 . . . 1 0
			hq 2026-H1 revenue_per_head . 25 100 4 . . . 1 1`},
		{"overdue rate is of the last part", `
			team hq
			person a hq
			report 2026-Q1 a overdue=5 ar=10 overdue_rate=10%/
			report 2026-Q2 a overdue=4 ar=16 overdue_rate=20%/`, `
			a 2026-H1 overdue_rate 0.2 0.25 4 16 0.75 . . 1 0`},
		{"a ratio's target over parts is weighted", `
			team hq
			person a hq
			report 2026-Q1 a revenue=100 gross_profit=10 gross_margin=10%/
			report 2026-Q2 a revenue=300 gross_profit=90 gross_margin=20%/`, `
			a 2026-H1 gross_margin 0.175 0.25 100 400 1.428571 . . 1 0`},
		{"a whole part missing leaves no changes, of it and against it", `
			team hq
			person a hq
			person b hq
			report 2024-Q3 a orders=1
			report 2024-Q4 a orders=1
			report 2025-Q1 a orders=2
			report 2025-Q3 a orders=2
			report 2025-Q2 b orders=2
			report 2025-Q4 b orders=2
			report 2026-H1 a orders=5
			report 2026-Q3 a orders=3
			report 2026-Q4 a orders=3`, `
			a  2025    orders . 4  . . . part-missing       part-missing 1 0
			hq 2025    orders . 8  . . . prior-part-missing prior-part-missing 2 0
			hq 2026    orders . 11 . . . 0.375              0.375        1 0
			a  2026    orders . 11 . . . prior-part-missing prior-part-missing 1 0
			hq 2026-H1 orders . 5  . . . 0.25               0.25         1 0`},
		{"months under a quarterly cycle", `
			team hq
			person a hq
			person b hq
			report 2026-07 a orders=1
			report 2026-08 a orders=2
			report 2026-Q3 b orders=9`, `
			a  2026-Q3 orders . 3  . . . part-missing part-missing 1 0
			hq 2026-Q3 orders . 12 . . . . . 2 0`},
		{"a fiscal year from April", `
			start 4
			team hq
			person a hq
			report 2026-Q4 a orders=4
			report 2026-Q3 a orders=2
			report 2026-Q1 a orders=1
			report 2026-Q2 a orders=1`, `
			a 2026    orders . 8 . . . . . 1 0
			a 2026-H2 orders . 6 . . . 2 . 1 0`},
		{"figures of a team over time", `
			team hq
			person a hq
			report 2026-Q1 a revenue=100
			report 2026-Q2 a revenue=100
			figures hq 2026-Q1 market_size=500 headcount=3
			figures hq 2026-Q2 market_size=300 headcount=4`, `
			hq 2026-H1 market_share     . 0.25 200 800 . . . 1 0
			hq 2026-H1 revenue_per_head . 50   200 4   . . . 1 0`},
		{"a level's last part is that of anybody", `
			team hq
			team east < hq
			person a hq
			person b east
			report 2026-Q1 b pipeline=/7
			report 2026-Q1 a pipeline=5/8
			report 2026-Q2 a orders=1`, `
			east 2026-H1 pipeline . . . . . . . 0 0
			hq   2026-H1 pipeline . . . . . . . 0 0
			hq   2026-Q1 pipeline 5 15 . . 1.6 . . 2 1`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := Run(ledger(t, tc.ledger))
			wantRows(t, r, tc.want)
		})
	}
}

func TestMissingPartsAreNamed(t *testing.T) {
	r, _ := Run(ledger(t, `
		asof 2026-11-01
		team hq
		person a hq
		person b hq
		report 2026-Q1 a orders=1
		report 2026-08 a orders=1
		report 2026-Q2 b orders=1`))
	for _, tc := range []struct {
		scope  Scope
		period string
		want   []string
	}{
		{PersonScope("a"), "2026", []string{"2026-Q2", "2026-07", "2026-09"}},
		{PersonScope("b"), "2026", []string{"2026-Q1", "2026-Q3"}},
		{TeamScope("hq"), "2026-H1", nil},
		{TeamScope("hq"), "2026", []string{"2026-07", "2026-09"}},
		{PersonScope("b"), "2026-Q2", nil},
	} {
		var got []string
		for _, p := range r.Figure(tc.scope, quarter(tc.period), "orders").Missing {
			got = append(got, p.String())
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%v %s misses %v, want %v", tc.scope, tc.period, got, tc.want)
		}
	}
}
