package analysis

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// Q2 is 100 + 50 + 20 = 170, Q3 130 + 60 + 3 = 193, so +23 = 13.5294 %. c owes a
// report: its 20 stand alone and leave 直销 at 60 + 30 = 90 before. In no part
// are before 170 − 20 − 90 − 40 − 15 = 5, after 193 − 85 − 80 − 20 = 8.
func TestBridgeByBreakdown(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		person b hq
		person c hq
		report 2026-Q2 a revenue=100 channel:直销=60 channel:线上=40
		report 2026-Q2 b revenue=50 channel:直销=30 channel:经销=15
		report 2026-Q2 c revenue=20 channel:直销=20
		report 2026-Q3 a revenue=130 channel:直销=50 channel:线上=80
		report 2026-Q3 b revenue=60 channel:直销=35 channel:代理=20
		figures hq 2026-Q3 revenue=3`))
	b := r.Division(TeamScope("hq"), Facet{Of: "channel"}).Bridge(quarter("2026-Q3"), quarter("2026-Q2"))
	const want = "170→193 23 0.135294 | 线上 40→80 40 0.235294; 代理 .→20 20 0.117647 joined; 直销 90→85 -5 -0.029412; " +
		"经销 15→. -15 -0.088235 left; 20→. -20 -0.117647 missing; 5→8 3 0.017647 unassigned | absent c |"
	if got := divided(&b); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestBridgeByBreakdownSaysWhatItCannotSplit(t *testing.T) {
	for _, tc := range []struct{ name, q2, q3, want string }{
		{"split in one period only: what was in no part moves into one", "", "channel:直销=10", "110→110 0 0 | 直销 50→60 10 0.090909; 60→50 -10 -0.090909 unassigned | absent | e"},
		{"split in both: what is in no part stays", "channel:直销=10", "channel:线上=10", "110→110 0 0 | 线上 .→10 10 0.090909 joined; 直销 60→50 -10 -0.090909; 50→50 0 0 unassigned"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := Run(ledger(t, `
				team hq
				person d hq
				person e hq
				report 2026-Q2 d revenue=100 channel:直销=50
				report 2026-Q3 d revenue=100 channel:直销=50
				report 2026-Q2 e revenue=10 `+tc.q2+`
				report 2026-Q3 e revenue=10 `+tc.q3))
			b := r.Division(TeamScope("hq"), Facet{Of: "channel"}).Bridge(quarter("2026-Q3"), quarter("2026-Q2"))
			if got := divided(&b); got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
		})
	}
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		report 2026-Q1 a revenue=90 channel:直销=90
		report 2026-Q2 a revenue=100
		report 2026-Q3 a revenue=130 channel:直销=130
		report 2026-Q4 a orders=3`))
	d := r.Division(PersonScope("a"), Facet{Of: "channel"})
	for _, tc := range []struct {
		to, from string
		why      Reason
	}{
		{"2026-Q3", "2026-Q2", PriorNotSplit}, {"2026-Q2", "2026-Q1", NotSplit}, {"2026-Q4", "2026-Q3", NoActual}, {"2026-Q1", "2025-Q4", NoActual},
	} {
		if b := d.Bridge(quarter(tc.to), quarter(tc.from)); len(b.Steps) > 0 || b.Why != tc.why {
			t.Errorf("%s from %s: %d steps, %v, want none, %v", tc.to, tc.from, len(b.Steps), b.Why, tc.why)
		}
	}
}

// Q2: 30 of 100 won, A 20/40, B 10/60. Q3: 40 of 100 won, A 30/50, B 10/50.
// A: rate 0.5 × (0.6 − 0.5) = 0.05, mix (0.5 − 0.4) × (0.5 − 0.3) = 0.02.
// B: rate 0.5 × (1/5 − 1/6) = 1/60, mix (0.5 − 0.6) × (1/6 − 0.3) = 1/75.
func TestBridgeOfARatioByBreakdown(t *testing.T) {
	r, _ := Run(ledger(t, `
		breakdown won_by_product won product
		breakdown lost_by_product lost product
		team hq
		person a hq
		report 2026-Q2 a won=30 lost=70 won_by_product:A=20 won_by_product:B=10 lost_by_product:A=20 lost_by_product:B=50
		report 2026-Q3 a won=40 lost=60 won_by_product:A=30 won_by_product:B=10 lost_by_product:A=20 lost_by_product:B=40`))
	var names []string
	for _, f := range r.Facets(TeamScope("hq"), quarter("2026-Q3")) {
		names = append(names, fmt.Sprintf("%s by %s", f.Metric.ID, f.By))
	}
	if got := strings.Join(names, ", "); got != "won by product, lost by product, win_rate by product" {
		t.Errorf("split are %s", got)
	}
	d := r.Division(TeamScope("hq"), Facet{Metric: r.portfolio.Metric("win_rate"), By: "product"})
	b := d.Bridge(quarter("2026-Q3"), quarter("2026-Q2"))
	if got, want := divided(&b), "0.3→0.4 0.1 0.1 | A 0.5→0.6 0.07 0.07 (0.05 + 0.02); B 0.166667→0.2 0.03 0.03 (0.016667 + 0.013333)"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Both periods have X (10 for 1000, then 20 for 1800) and Y (30 for 600, then 30
// for 750): Q₀ = 40 and Q₁ = 50 at P₀ = 1600/40 = 40.
// volume 10 × 40 = 400; price X 20 × (90 − 100) = −200, Y 30 × (25 − 20) = 150;
// quantity X 10 × 100 = 1000, Y 0, so mix = 1000 − 400 = 600.
// Z is new (50), W lost (80); in no part are 20 before and 10 after.
// Symmetric, with P₁ = 2550/50 = 51: volume 10 × 45.5 = 455; price X 15 × −10
// = −150, Y 30 × 5 = 150; quantity X 95 × 10 = 950, so mix = 950 − 455 = 495.
func TestPriceVolumeMix(t *testing.T) {
	r, _ := Run(ledger(t, `
		breakdown units_by_product units product
		team hq
		person a hq
		report 2026-Q2 a revenue=1700 product:X=1000 product:Y=600 product:W=80 units_by_product:X=10 units_by_product:Y=30 units_by_product:W=4
		report 2026-Q3 a revenue=2610 product:X=1800 product:Y=750 product:Z=50 units_by_product:X=20 units_by_product:Y=30 units_by_product:Z=5`))
	v, ok := r.PriceVolume(TeamScope("hq"), "units_by_product", quarter("2026-Q3"), quarter("2026-Q2"))
	if !ok {
		t.Fatal("no prices and volumes")
	}
	const want = "1700→2610 910 0.535294 | volume 400 0.235294; mix 600 0.352941; price -50 -0.029412; new 50 0.029412; lost -80 -0.047059; . -10 -0.005882 unassigned"
	if got := priced(&v); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	const symmetric = "volume 455 0.267647; mix 495 0.291176; price 0 0; new 50 0.029412; lost -80 -0.047059; . -10 -0.005882 unassigned"
	if got := pricedSteps(v.Symmetric); got != symmetric {
		t.Errorf("symmetric\n got %s\nwant %s", got, symmetric)
	}
	if v.By != "product" {
		t.Errorf("the parts are those of %q, not of product", v.By)
	}
	if len(v.Items) != 2 {
		t.Fatalf("%d products in both periods, want 2", len(v.Items))
	}
	x := v.Items[0]
	wantValue(t, "X's price before", x.PriceBefore, 100, 1)
	wantValue(t, "X's price after", x.PriceAfter, 90, 1)
	wantValue(t, "X's price effect", x.Price, -200, 1)
	wantValue(t, "X's quantity effect", x.Quantity, 1000, 1)
	if _, ok := r.PriceVolume(TeamScope("hq"), "product", quarter("2026-Q3"), quarter("2026-Q2")); ok {
		t.Error("a breakdown of money has volumes")
	}
}

// Deals are not sold by the piece: won and lost make a rate, and money for a
// lost one is no price.
func TestDealsHaveNoPrice(t *testing.T) {
	r, _ := Run(ledger(t, deals+`
		report 2026-Q2 a revenue=10 won=2 lost=2 product:A=10 won_by_product:A=2 lost_by_product:A=2
		report 2026-Q3 a revenue=20 won=3 lost=1 product:A=20 won_by_product:A=3 lost_by_product:A=1`))
	for _, id := range []model.BreakdownID{"won_by_product", "lost_by_product"} {
		if _, ok := r.PriceVolume(PersonScope("a"), id, quarter("2026-Q3"), quarter("2026-Q2")); ok {
			t.Errorf("%s has prices", id)
		}
	}
}

// Whatever people split, and where: the steps add up to the change, exactly.
func TestBridgesByBreakdownReconcile(t *testing.T) {
	bridges, ratios, effects, turned := 0, 0, 0, 0
	for seed := range uint64(30) {
		rnd := rand.New(rand.NewPCG(seed, 10))
		r, _ := Run(ledger(t, randomSplits(rnd, randomLedger(rnd))))
		for i := range r.scopes() {
			s := r.scopeOf(i)
			for _, p := range r.time.periods {
				for _, f := range r.Facets(s, p) {
					for _, against := range []model.Period{r.time.calendar.Prev(p), r.time.calendar.YearBefore(p)} {
						if b := r.Division(s, f).Bridge(p, against); len(b.Steps) > 0 {
							bridges++
							if f.Of == "" {
								ratios++
							}
							addsUp(t, &b)
						}
						if v, ok := r.PriceVolume(s, f.Of, p, against); ok && len(v.Steps) > 0 {
							effects++
							addsUp(t, &v.Bridge)
							if turns(t, r, &v, f.Of) {
								turned++
							}
							v.Steps = v.Symmetric
							addsUp(t, &v.Bridge)
						}
					}
				}
			}
		}
	}
	if bridges == 0 || ratios == 0 || effects == 0 || turned == 0 {
		t.Errorf("%d bridges, %d of ratios, %d of prices, %d of them turned: nothing was tried", bridges, ratios, effects, turned)
	}
}

// addsUp fails where steps do not make the bridge's change.
func addsUp(t *testing.T, b *Bridge) {
	t.Helper()
	delta, points := new(big.Rat), new(big.Rat)
	for _, s := range b.Steps {
		delta.Add(delta, s.Delta.Rat())
		if s.Points.Defined() {
			points.Add(points, s.Points.Rat())
		}
		if s.Rate.Defined() && new(big.Rat).Add(s.Rate.Rat(), s.Mix.Rat()).Cmp(s.Delta.Rat()) != 0 {
			t.Fatalf("rate and mix of %+v are not its change", s)
		}
	}
	if delta.Cmp(b.Delta.Rat()) != 0 || b.Change.Defined() && points.Cmp(b.Change.Rat()) != 0 {
		t.Fatalf("%v %s by %s, %v to %v: steps add up to %v and %v of %v, %v\n%+v",
			b.Scope, b.Metric.ID, b.By, b.From, b.To, delta, points, b.Delta, b.Change, b.Steps)
	}
}

// randomSplits gives some reports parts of some of their figures.
func randomSplits(rnd *rand.Rand, text string) string {
	out := "breakdown units_by_product units product\nbreakdown won_by_product won product\nbreakdown lost_by_product lost product\n"
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "report") {
			for _, id := range []string{"product", "units_by_product", "won_by_product", "lost_by_product"} {
				if rnd.IntN(4) == 0 {
					continue
				}
				for _, name := range "ABC" {
					if rnd.IntN(4) > 0 {
						line += fmt.Sprintf(" %s:%c=%d", id, name, rnd.IntN(40)-2)
					}
				}
			}
		}
		out += line + "\n"
	}
	return out
}

// divided prints a bridge by parts.
func divided(b *Bridge) string {
	text := fmt.Sprintf("%s→%s %s %s |", show(b.Before), show(b.After), show(b.Delta), show(b.Change.Value))
	for i, s := range b.Steps {
		if i > 0 {
			text += ";"
		}
		if s.Part != "" {
			text += " " + s.Part
		}
		text += fmt.Sprintf(" %s→%s %s %s", show(s.Before), show(s.After), show(s.Delta), show(s.Points))
		if s.Rate.Defined() {
			text += fmt.Sprintf(" (%s + %s)", show(s.Rate), show(s.Mix))
		}
		text += special(&s)
	}
	if len(b.Absent)+len(b.OneSided) > 0 {
		text += " | absent" + named(b.Absent) + " |" + named(b.OneSided)
	}
	return text
}

func special(s *Step) string {
	switch {
	case s.Missing:
		return " missing"
	case s.Unassigned:
		return " unassigned"
	case s.Joined:
		return " joined"
	case s.Left:
		return " left"
	}
	return ""
}

func named(people []model.PersonID) (text string) {
	for _, x := range people {
		text += " " + string(x)
	}
	return text
}

func priced(v *PriceVolume) string {
	return fmt.Sprintf("%s→%s %s %s | %s", show(v.Before), show(v.After), show(v.Delta), show(v.Change.Value), pricedSteps(v.Steps))
}

func pricedSteps(list []Step) string {
	names := []string{VolumeEffect: "volume", MixEffect: "mix", PriceEffect: "price", NewEffect: "new", LostEffect: "lost"}
	names[NoEffect] = "."
	var steps []string
	for _, s := range list {
		steps = append(steps, names[s.Effect]+" "+show(s.Delta)+" "+show(s.Points)+special(&s))
	}
	return strings.Join(steps, "; ")
}

// What reports state without a target does not count in the attainment of a
// part, nor does what has a target only (rule 3): 6/10 + 9/9 of 直销.
func TestPartsAreJudgedOverThoseWhoHaveBoth(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		person b hq
		person c hq
		report 2026-Q3 a revenue=6 channel:直销=10/6
		report 2026-Q3 b revenue=9 channel:直销=9/9
		report 2026-Q3 c revenue=50 channel:直销=50 channel:线上=5/`))
	parts := r.Breakdown(TeamScope("hq"), quarter("2026-Q3"), "channel")
	at := slices.IndexFunc(parts, func(p PartFigure) bool { return p.Name == "直销" })
	wantValue(t, "actual", parts[at].Actual, 65, 1)
	wantValue(t, "reached", parts[at].Reached, 15, 1)
	wantValue(t, "aimed", parts[at].Aimed, 19, 1)
	if other := parts[1-at]; other.Reached.Defined() || other.Aimed.Why != NoCommon {
		t.Errorf("a target alone is judged: %+v", other)
	}
}
