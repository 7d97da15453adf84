package analysis

import (
	"testing"

	"reviewfolio/internal/model"
)

// Months are of the calendar year and quarters of the fiscal one, which is
// named after the year it begins in.
func TestTimelineFindsItsPeriods(t *testing.T) {
	r, _ := Run(ledger(t, `
		start 4
		team hq
		person a hq
		report 2026-01 a revenue=1
		report 2025-Q4 a revenue=1
		figures hq 2027-H1 headcount=1`))
	for i, p := range r.time.periods {
		if r.time.find(p) != i {
			t.Errorf("%v stands at %d, found at %d", p, i, r.time.find(p))
		}
	}
	for _, s := range []string{"2025", "2025-H2", "2026-Q1", "2027"} { // the quarter is the one to come
		if r.time.find(quarter(s)) < 0 {
			t.Errorf("%s is not found", s)
		}
	}
	for _, p := range []model.Period{{}, quarter("2026-02"), quarter("2026"), quarter("2026-Q2"), quarter("2024"), quarter("2028-12"), quarter("0001")} {
		if i := r.time.find(p); i >= 0 {
			t.Errorf("%q is found at %d", p, i)
		}
	}
}
