package analysis

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// wonOf are deals of one person: won and lost of A, then of B.
func wonOf(period, person string, counts ...int) string {
	wonA, lostA, wonB, lostB := counts[0], counts[1], counts[2], counts[3]
	return fmt.Sprintf("report %s %s won=%d lost=%d won_by_product:A=%d lost_by_product:A=%d won_by_product:B=%d lost_by_product:B=%d\n",
		period, person, wonA+wonB, lostA+lostB, wonA, lostA, wonB, lostB)
}

const deals = `
	breakdown won_by_product won product
	breakdown lost_by_product lost product
	team hq
	team east < hq
	team north < hq
	person a east
	person b north
`

// The figures of a study known for it: 289/350 = 82.5714 % against 273/350 =
// 78 %, yet of A 234/270 = 86.6667 % against 81/87 = 93.1034 %, and of B
// 55/80 = 68.75 % against 192/263 = 73.0038 %.
func TestReversalOfSiblings(t *testing.T) {
	east, north := TeamScope("east"), TeamScope("north")
	rate := func(r *Result) Facet { return Facet{Metric: r.portfolio.Metric("win_rate"), By: "product"} }
	for _, tc := range []struct{ name, text, want string }{
		{
			"in every part", deals + wonOf("2026-Q3", "a", 81, 6, 192, 71) + wonOf("2026-Q3", "b", 234, 36, 55, 25),
			"north 0.825714 > east 0.78: A 0.866667 < 0.931034 of 0.771429 and 0.248571; B 0.6875 < 0.730038 of 0.228571 and 0.751429",
		},
		{"not in part B", deals + wonOf("2026-Q3", "a", 81, 6, 192, 71) + wonOf("2026-Q3", "b", 234, 36, 65, 15), ""},
		{"level in part B", deals + wonOf("2026-Q3", "a", 81, 6, 200, 50) + wonOf("2026-Q3", "b", 234, 36, 64, 16), ""},
		{"the same in total", deals + wonOf("2026-Q3", "a", 1, 1, 3, 3) + wonOf("2026-Q3", "b", 4, 4, 1, 1), ""},
		{
			"a part that one has not", deals + wonOf("2026-Q3", "a", 81, 6, 192, 71) +
				strings.Replace(wonOf("2026-Q3", "b", 234, 36, 55, 25), "won_by_product:B", "won_by_product:C", 1), "",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := Run(ledger(t, tc.text))
			var got []string
			for _, x := range r.Reversals([]Scope{east, north}, quarter("2026-Q3"), rate(r), false) {
				got = append(got, turned(&x))
			}
			if got := strings.Join(got, "\n"); got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
		})
	}
}

// What is in no part is a part too: with 10 won of 10 there, a is ahead in it
// as well, 283/360 = 78.6111 % in total; with 0 of 10 it is not.
func TestReversalLooksAtWhatIsInNoPart(t *testing.T) {
	rest := func(line, won, lost string) string { return line + " won=" + won + " lost=" + lost + "\n" }
	for _, tc := range []struct {
		name string
		a, b [2]string // won and lost in all
		want int
	}{
		{"it turns too", [2]string{"283", "77"}, [2]string{"290", "70"}, 1},
		{"it does not turn", [2]string{"273", "87"}, [2]string{"299", "61"}, 0},
		{"only one has any", [2]string{"283", "77"}, [2]string{"289", "61"}, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, _ := Run(ledger(t, deals+
				rest("report 2026-Q3 a won_by_product:A=81 lost_by_product:A=6 won_by_product:B=192 lost_by_product:B=71", tc.a[0], tc.a[1])+
				rest("report 2026-Q3 b won_by_product:A=234 lost_by_product:A=36 won_by_product:B=55 lost_by_product:B=25", tc.b[0], tc.b[1])))
			f := Facet{Metric: r.portfolio.Metric("win_rate"), By: "product"}
			list := r.Reversals([]Scope{PersonScope("a"), PersonScope("b")}, quarter("2026-Q3"), f, false)
			if len(list) != tc.want {
				t.Fatalf("%d reversals, want %d", len(list), tc.want)
			}
			if tc.want > 0 && !list[0].Parts[2].Unassigned {
				t.Errorf("the rest is not a part: %s", turned(&list[0]))
			}
		})
	}
}

// a attains 9/10 and 45/90, in total 54 %; b 72/90 and 4/10, in total 76 %.
// Where lower is better that is 2 − 54 % against 2 − 76 %, and turns round too.
func TestReversalOfAttainment(t *testing.T) {
	const text = `
		team hq
		person a hq
		person b hq
		report 2026-Q3 a %[1]s=100/54 %[2]s:X=10/9 %[2]s:Y=90/45
		report 2026-Q3 b %[1]s=100/76 %[2]s:X=90/72 %[2]s:Y=10/4`
	for _, tc := range []struct{ metric, breakdown, want string }{
		{"revenue", "channel", "b 0.76 > a 0.54: X 0.8 < 0.9 of 0.9 and 0.1; Y 0.4 < 0.5 of 0.1 and 0.9"},
		{"lost", "loss_reason", "a 1.46 > b 1.24: Y 1.5 < 1.6 of 0.9 and 0.1; X 1.1 < 1.2 of 0.1 and 0.9"},
	} {
		r, _ := Run(ledger(t, fmt.Sprintf(text, tc.metric, tc.breakdown)))
		f := Facet{Of: model.BreakdownID(tc.breakdown)}
		list := r.Reversals([]Scope{PersonScope("a"), PersonScope("b")}, quarter("2026-Q3"), f, true)
		if len(list) != 1 || turned(&list[0]) != tc.want {
			t.Errorf("%s: %d reversals\n got %s\nwant %s", tc.metric, len(list), turned(&list[0]), tc.want)
		}
		if list := r.Reversals([]Scope{PersonScope("a"), PersonScope("b")}, quarter("2026-Q3"), f, false); len(list) > 0 {
			t.Error("an amount is no ratio that could turn")
		}
	}
}

// The total rises from 78 % to 82.5714 % while both parts fall.
func TestReversalOverTime(t *testing.T) {
	r, _ := Run(ledger(t, deals+wonOf("2026-Q2", "a", 81, 6, 192, 71)+wonOf("2026-Q3", "a", 234, 36, 55, 25)+wonOf("2026-Q4", "a", 250, 20, 70, 10)))
	d := r.Division(PersonScope("a"), Facet{Metric: r.portfolio.Metric("win_rate"), By: "product"})
	x, ok := d.Reversal(quarter("2026-Q3"), quarter("2026-Q2"), false)
	if want := "a 0.825714 > a 0.78: A 0.866667 < 0.931034 of 0.771429 and 0.248571; B 0.6875 < 0.730038 of 0.228571 and 0.751429"; !ok || turned(&x) != want {
		t.Errorf("\n got %s\nwant %s", turned(&x), want)
	}
	if x.Ahead.Period != quarter("2026-Q3") || x.Behind.Period != quarter("2026-Q2") {
		t.Errorf("ahead in %v, behind in %v", x.Ahead.Period, x.Behind.Period)
	}
	if _, ok := d.Reversal(quarter("2026-Q4"), quarter("2026-Q3"), false); ok {
		t.Error("all parts rise with the total, and yet it is a reversal")
	}
}

func turned(x *Reversal) string {
	var parts []string
	for _, p := range x.Parts {
		parts = append(parts, fmt.Sprintf("%s %s < %s of %s and %s", p.Name, show(p.Ahead), show(p.Behind), show(p.AheadWeight), show(p.BehindWeight)))
	}
	return fmt.Sprintf("%s %s > %s %s: %s", x.Ahead.Scope.name(), show(x.Ahead.Total), x.Behind.Scope.name(), show(x.Behind.Total), strings.Join(parts, "; "))
}
