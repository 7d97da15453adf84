package audience

import (
	"testing"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

func ratio(num, den int64) Value { return Value{Ratio: Ratio{Num: num, Den: den}} }

func TestGrowth(t *testing.T) {
	none := Value{Why: analysis.NoActual}
	for _, tc := range []struct {
		name        string
		now, before Value
		want        Value
	}{
		{"up by a quarter", ratio(50000, 10000), ratio(40000, 10000), ratio(1, 4)},
		{"down by a half", ratio(1, 2), ratio(1, 1), ratio(-1, 2)},
		{"of two denominators", ratio(3, 2), ratio(1, 3), ratio(7, 2)},
		{"nothing now", none, ratio(1, 1), none},
		{"nothing before", ratio(1, 1), none, Value{Why: analysis.NoPrior}},
		{"from zero", ratio(1, 1), ratio(0, 1), Value{Why: analysis.PriorNotPositive}},
	} {
		got := Growth(tc.now, tc.before)
		if got.Why != tc.want.Why || got.Defined() != tc.want.Defined() || got.Defined() && got.Compare(tc.want.Ratio) != 0 {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestAttained(t *testing.T) {
	higher, lower := &Metric{}, &Metric{Better: Lower}
	for _, tc := range []struct {
		name           string
		metric         *Metric
		actual, target Value
		want           Value
	}{
		{"nine tenths", higher, ratio(90, 1), ratio(100, 1), ratio(9, 10)},
		{"below a limit", lower, ratio(80, 1), ratio(100, 1), ratio(6, 5)},
		{"far above a limit", lower, ratio(300, 1), ratio(100, 1), ratio(0, 1)},
		{"no target", higher, ratio(1, 1), Value{}, Value{Why: analysis.NoTarget}},
		{"a target of zero", higher, ratio(1, 1), ratio(0, 1), Value{Why: analysis.TargetNotPositive}},
	} {
		got := Attained(tc.metric, tc.actual, tc.target)
		if got.Why != tc.want.Why || got.Defined() && got.Compare(tc.want.Ratio) != 0 {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestStated(t *testing.T) {
	percent := &Metric{Unit: Percent}
	if got := Stated(model.Of(32*model.One), percent); got.Compare(Ratio{Num: 8, Den: 25}) != 0 {
		t.Errorf("32%% as a fraction = %v", got)
	}
	if got := Stated(model.Of(32*model.One), nil); got.Compare(Ratio{Num: 32, Den: 1}) != 0 {
		t.Errorf("32 of nothing = %v", got)
	}
	if Stated(Opt{}, percent).Defined() {
		t.Error("what is not stated is defined")
	}
	nps := model.Value{NPS: &model.NPSCounts{Promoters: 61 * model.One, Passives: 22 * model.One, Detractors: 9 * model.One}}
	if got := StatedActual(nps, &Metric{Kind: NPSKind}); got.Compare(Ratio{Num: 5200, Den: 92}) != 0 {
		t.Errorf("61, 22 and 9 come to %v, want 5200/92", got)
	}
}
