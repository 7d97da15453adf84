package analysis

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// reasons are what row prints in place of an undefined figure.
var reasons = regexp.MustCompile(`[a-z]+(-[a-z]+)+`)

// Every figure of random companies, with people who move and leave, reports
// that are missing, of mixed lengths and with gaps, and teams' own figures,
// is what a second, naive reading of the rules says.
func TestRollUpAgreesWithANaiveOne(t *testing.T) {
	metrics := []model.MetricID{"revenue", "gross_profit", "orders", "expense", "won", "lost", "ar", "overdue", "headcount", "market_size",
		"aov", "gross_margin", "win_rate", "expense_rate", "overdue_rate", "market_share", "revenue_per_head", "nps"}
	for seed := range uint64(5) {
		text := randomLedger(rand.New(rand.NewPCG(seed, 7)))
		p := ledger(t, text)
		r, _ := Run(p)
		n := &naive{p, p.Settings.Calendar}
		wrong := 0
		for i := range r.scopes() {
			for _, period := range r.time.periods {
				for _, m := range metrics {
					if _, stated := r.column[m]; !stated {
						continue
					}
					s := r.scopeOf(i)
					got := reasons.ReplaceAllString(row(r, s.name(), period.String(), string(m)), ".")
					if want := n.row(s, period, m); got != want {
						if wrong++; wrong < 5 {
							t.Errorf("seed %d: %s %s %s\n got %s\nwant %s", seed, s.name(), period, m, got, want)
						}
					}
				}
			}
		}
		if wrong > 0 {
			t.Fatalf("%d wrong figures of\n%s", wrong, text)
		}
	}
}

// name returns the id of the person or team.
func (s Scope) name() string { return string(s.Person) + string(s.Team) }

// Child teams, own members and own figures add up to their team, whatever the
// metric.
func TestPartsAddUpToTheWhole(t *testing.T) {
	for seed := range uint64(40) {
		r, _ := Run(ledger(t, randomLedger(rand.New(rand.NewPCG(seed, 8)))))
		for i := range r.scopes() {
			for p := range r.time.periods {
				for c := range r.columns {
					at := point{i, p, c}
					var total cell
					for _, part := range r.parts(at) {
						part.cell.has &= hasActual | hasDen | hasTarget | hasPair
						total.merge(&part.cell)
					}
					whole := *r.cell(at)
					if total.actual != whole.actual || total.den != whole.den || total.target != whole.target || total.pairActual != whole.pairActual {
						t.Fatalf("seed %d: %v %s %s: parts %+v, whole %+v", seed, r.scopeOf(i), r.time.periods[p], r.columns[c].metric.ID, total, whole)
					}
				}
			}
		}
	}
}

// A bridge's steps add up to it exactly, in amounts and in points.
func TestBridgesReconcile(t *testing.T) {
	for seed := range uint64(20) {
		r, _ := Run(ledger(t, randomLedger(rand.New(rand.NewPCG(seed, 9)))))
		bridges := 0
		for i := range r.scopes() {
			for _, p := range r.time.periods {
				for _, m := range []model.MetricID{"revenue", "headcount", "aov", "gross_margin", "market_share", "nps"} {
					b := r.Bridge(r.scopeOf(i), m, p, r.time.calendar.Prev(p))
					if !b.Delta.Defined() {
						continue
					}
					bridges++
					delta, points := new(big.Rat), new(big.Rat)
					for _, s := range b.Steps {
						delta.Add(delta, s.Delta.Rat())
						if s.Points.Defined() {
							points.Add(points, s.Points.Rat())
						}
					}
					if delta.Cmp(b.Delta.Rat()) != 0 || b.Change.Defined() && points.Cmp(b.Change.Rat()) != 0 {
						t.Fatalf("seed %d: %v %s of %v: steps add up to %v and %v of %v\n%+v", seed, m, p, r.scopeOf(i), delta, points, b.Change, b)
					}
				}
			}
		}
		if bridges == 0 {
			t.Errorf("seed %d: no bridges", seed)
		}
	}
}

// randomLedger writes a company of up to six teams and seven people.
func randomLedger(rnd *rand.Rand) string {
	var text strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&text, format+"\n", args...) }
	chance := func(percent int) bool { return rnd.IntN(100) < percent }
	line("start %d", 1+rnd.IntN(12))
	line("asof %d-%02d-15", 2026+rnd.IntN(2), 1+rnd.IntN(12))
	line("team t0")
	teams := 2 + rnd.IntN(5)
	for i := 1; i < teams; i++ {
		line("team t%d < t%d", i, rnd.IntN(i))
	}
	periods := []string{"2025", "2026", "2025-H2", "2026-H1"}
	for i := range 8 {
		periods = append(periods, fmt.Sprintf("%d-Q%d", 2025+i/4, i%4+1))
	}
	for i := range 6 {
		periods = append(periods, fmt.Sprintf("2026-%02d", 2*i+1), fmt.Sprintf("2025-%02d", i+7))
	}
	for x := range 2 + rnd.IntN(6) {
		person := fmt.Sprintf("person p%d t%d", x, rnd.IntN(teams))
		if chance(40) {
			person += fmt.Sprintf(" 2026-Q%d t%d", 1+rnd.IntN(4), rnd.IntN(teams))
		}
		if chance(15) {
			person += " left 2026-05-20"
		}
		line("%s", person)
		for i, period := range periods {
			often := 70
			if i < 4 || i >= 12 {
				often = 12
			}
			if chance(25) {
				line("target p%d %s revenue=%d gross_margin=%d%% orders=9", x, period, rnd.IntN(90), 10+rnd.IntN(30))
			}
			if chance(often) {
				line("report %s p%d %s", period, x, randomValues(rnd))
			}
		}
	}
	for i := range teams {
		if chance(40) {
			for _, period := range periods {
				if chance(20) {
					line("figures t%d %s headcount=%d market_size=%d revenue=%d", i, period, rnd.IntN(9), 100+rnd.IntN(900), rnd.IntN(50))
				}
			}
		}
	}
	return text.String()
}

func randomValues(rnd *rand.Rand) string {
	var values []string
	for _, m := range []string{"revenue", "gross_profit", "orders", "expense", "won", "lost", "ar", "overdue", "headcount"} {
		actual, target := fmt.Sprint(rnd.IntN(120)-10), fmt.Sprint(rnd.IntN(100))
		switch rnd.IntN(5) {
		case 0:
		case 1:
			values = append(values, m+"="+target+"/")
		case 2:
			values = append(values, m+"="+actual)
		default:
			values = append(values, m+"="+target+"/"+actual)
		}
	}
	for _, m := range []string{"gross_margin", "win_rate", "overdue_rate", "revenue_per_head"} {
		if rnd.IntN(3) == 0 {
			values = append(values, fmt.Sprintf("%s=%d/", m, rnd.IntN(40)))
		}
	}
	switch rnd.IntN(3) {
	case 0:
		values = append(values, fmt.Sprintf("nps=%d/%d,%d,%d", rnd.IntN(60)-5, rnd.IntN(9), rnd.IntN(9), rnd.IntN(9)))
	case 1:
		values = append(values, "nps=30/")
	}
	return strings.Join(values, " ")
}
