package source

import (
	"strings"
	"testing"
)

// A total is judged where every weight could be read: a weight that is a fault
// by itself, told at the weight, makes it wrong in most cases.
func TestWeightsThatAreFaultsHaveNoTotal(t *testing.T) {
	for _, tc := range []struct{ site, want string }{
		{"kpis: {revenue: 50, collections: 40}", "weights-total"},
		{"kpis: {revenue: 50, collectons: 40}", "weights-total unknown-metric"},
		{"kpis: {revenue: 5,0, collections: 50}", "bad-number"},
		{"kpis: {revenue: 1,000, collections: 50}", "bad-number"},
		{"kpis: {revenue: 150, collections: -50}", "bad-weight bad-weight"},
		{"kpis: {revenue: 50, revenue: 50}", "duplicate-key"},
		{"kpis: {revenue: 50, 回款: 50}", "bad-id"},
		{"ratings: {dimensions: {a: {weight: 30}, b: {weight: 30}}}", "weights-total"},
		{"ratings: {dimensions: {a: {weight: 130}, b: {weight: 30}}}", "bad-weight"},
		{"ratings: {dimensions: {a: {weight: 50}, a: {weight: 50}}}", "duplicate-key"},
		{"ratings: {dimensions: {a: {lable: 甲, weight: 50}, b: {weight: 30}}}", "weights-total unknown-key"},
		{"ratings: {roles: {manager: 50, peer: 30}}", "weights-total"},
		{"ratings: {roles: {manager: 7,0, peer: 30}}", "bad-number"},
		{"ratings: {roles: {manager: 170, peer: 30}}", "bad-weight"},
		{"ratings: {roles: {manager: 100, self: 10}}", "self-role-weight"},
	} {
		faults := parseSite([]byte(tc.site)).faults
		faults.Sort()
		var got []string
		for _, d := range faults {
			got = append(got, d.Code())
		}
		if got := strings.Join(got, " "); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.site, got, tc.want)
		}
	}
}
