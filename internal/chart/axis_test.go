package chart

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestAxisAround(t *testing.T) {
	tests := []struct {
		name     string
		lo, hi   float64
		suffix   string
		min, max float64
		ticks    string
		from     string
	}{
		// Span 2,596 in four gives steps of 1,000; half a step more at each
		// end, 7,895 to 11,491, rounds to 7,000 and 12,000.
		{"company", 8395, 10991, "", 7000, 12000, "7,000 8,000 9,000 10,000 11,000 12,000", "7,000"},
		{"one figure", 9405, 9405, "", 9000, 10000, "9,000 9,500 10,000", "9,000"},
		{"zero only", 0, 0, "", 0, 0.5, "0.0 0.5", ""},
		// Zero costs little: the least figure is under a third of the greatest.
		{"near zero", 300, 1000, "", 0, 1200, "0 200 400 600 800 1,000 1,200", ""},
		{"percent", 88.2, 101.7, "%", 85, 105, "85% 90% 95% 100% 105%", "85%"},
		{"fractions", 0.31, 0.34, "", 0.3, 0.35, "0.30 0.31 0.32 0.33 0.34 0.35", "0.30"},
		{"both signs", -1105, 1491, "", -2000, 2000, "−2,000 −1,000 0 1,000 2,000", ""},
		{"below zero", -60, -50, "", -65, -45, "−65 −60 −55 −50 −45", "−65"},
		{"huge", 9405, 9_999_999_999, "", 0, 15_000_000_000, "0 5,000,000,000 10,000,000,000 15,000,000,000", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := axisAround(bounds{test.lo, test.hi, true}, test.suffix)
			if a.Min != test.min || a.Max != test.max {
				t.Errorf("axis from %v to %v, want %v to %v", a.Min, a.Max, test.min, test.max)
			}
			if got := strings.Join(a.Ticks, " "); got != test.ticks {
				t.Errorf("ticks %s, want %s", got, test.ticks)
			}
			if a.From() != test.from {
				t.Errorf("From() = %q, want %q", a.From(), test.from)
			}
		})
	}
}

func TestBarsBeginAtZero(t *testing.T) {
	tests := []struct {
		name   string
		lo, hi float64
		ticks  string
	}{
		{"months", 340, 500, "0 200 400 600"},
		{"exact", 100, 400, "0 100 200 300 400"},
		{"a loss", -120, 500, "−200 0 200 400 600"},
		{"losses only", -120, -40, "−150 −100 −50 0"},
		{"nothing sold", 0, 0, "0.0 0.5 1.0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := axisFromZero(bounds{test.lo, test.hi, true}, "")
			if got := strings.Join(a.Ticks, " "); got != test.ticks {
				t.Errorf("ticks %s, want %s", got, test.ticks)
			}
			if a.From() != "" {
				t.Errorf("From() = %q: zero is on the axis", a.From())
			}
		})
	}
}

// An axis holds all figures, has a handful of ticks, all different, and its
// ends lie on ticks.
func FuzzAxis(f *testing.F) {
	f.Add(8395.0, 10991.0)
	f.Add(0.0, 0.0)
	f.Add(-1e15, 1e15)
	f.Add(1e-9, 2e-9)
	f.Add(9.4e14, 9.4e14)
	f.Add(9.39999999999998e14, 9.4e14) // a span near the last binary digit
	f.Fuzz(func(t *testing.T, lo, hi float64) {
		var b bounds
		for _, v := range []float64{lo, hi} {
			figure := At(v, "")
			b.add(figure.place())
		}
		if !b.ok {
			return
		}
		for _, a := range []Axis{axisAround(b, ""), axisFromZero(b, "")} {
			if !(a.Min <= b.lo && a.Max >= b.hi) {
				t.Errorf("%v to %v does not hold %v to %v", a.Min, a.Max, b.lo, b.hi)
			}
			if len(a.Ticks) < 2 || len(a.Ticks) > 9 {
				t.Errorf("%d ticks for %v to %v", len(a.Ticks), b.lo, b.hi)
			}
			if sorted := slices.Sorted(slices.Values(a.Ticks)); len(slices.Compact(sorted)) != len(a.Ticks) {
				t.Errorf("equal ticks: %q", a.Ticks)
			}
			steps := (a.Max - a.Min) / a.Step
			if math.Abs(steps-float64(len(a.Ticks)-1)) > 1e-6 {
				t.Errorf("%v steps for %d ticks", steps, len(a.Ticks))
			}
		}
	})
}
