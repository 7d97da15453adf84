package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestRanking(t *testing.T) {
	text := `
		kpis revenue 50 collections 30 gross_profit 20
		team hq boss
		team east < hq boss
		person boss hq
		person a east
		person b east
		person c east
		person d east
		report 2026-Q3 boss revenue=100/80 collections=100/90 gross_profit=10/10
		report 2026-Q3 a revenue=100/170 collections=100/60
		report 2026-Q3 b revenue=100/90
		report 2026-Q3 c orders=4`
	for _, tc := range []struct{ asOf, want string }{
		// boss (50 × 0.8 + 30 × 0.9 + 20 × 1) / 100, a (50 × 1.5 + 30 × 0.6) / 80
		{"2026-10-20", "1 a 1.1625; 2 b 0.9; 3 boss 0.87 leads hq; 0 c no-kpi; 0 d no-report"},
		{"2026-09-20", "0 a 1.1625 period-partial; 0 b 0.9 period-partial; 0 boss 0.87 period-partial leads hq; 0 c no-kpi; 0 d no-report"},
	} {
		r, _ := Run(ledger(t, "asof "+tc.asOf+text))
		var got []string
		for _, k := range r.Ranking("hq", quarter("2026-Q3")) {
			line := fmt.Sprintf("%d %s %s", k.Place, k.Person, show(k.Rate))
			if k.Why != k.Rate.Why {
				line += " " + k.Why.String()
			}
			if k.Leads != "" {
				line += " leads " + string(k.Leads)
			}
			got = append(got, line)
		}
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("as of %s\n got %s\nwant %s", tc.asOf, got, tc.want)
		}
	}
}

func TestTiesShareAPlace(t *testing.T) {
	r, _ := Run(ledger(t, `
		team hq
		person a hq
		person b hq
		person c hq
		report 2026-Q3 a revenue=3/2
		report 2026-Q3 b revenue=300/200
		report 2026-Q3 c revenue=3/1`))
	var places []int
	for _, k := range r.Ranking("hq", quarter("2026-Q3")) {
		places = append(places, k.Place)
	}
	if want := []int{1, 1, 3}; !slices.Equal(places, want) {
		t.Errorf("places %v, want %v", places, want)
	}
}
