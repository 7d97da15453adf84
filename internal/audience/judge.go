package audience

import (
	"math/big"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// CountPromises counts what became of the promises in the list.
func CountPromises(list []Promise) PromiseCount { return analysis.CountPromises(list) }

// LargerFirst orders the larger value first and the undefined last.
func LargerFirst(a, b Value) int { return analysis.LargerFirst(a, b) }

// Stated returns an amount that a file states as figures have it: of a percent
// metric the file counts percent and the figure is a fraction. m is nil for an
// amount of no metric.
func Stated(o Opt, m *Metric) Ratio {
	switch {
	case !o.OK:
		return Ratio{}
	case m != nil && m.Unit == Percent:
		return PercentRatio(o.Amount)
	}
	return o.Amount.Ratio()
}

// StatedActual returns the actual that a file states of a metric, of nps the
// points that its counts come to; undefined where it states none.
func StatedActual(v model.Value, m *Metric) Ratio {
	if v.NPS == nil {
		return Stated(v.Actual, m)
	}
	if v.NPS.Answers() <= 0 {
		return Ratio{}
	}
	return model.NewRatio(100*(v.NPS.Promoters-v.NPS.Detractors), v.NPS.Answers())
}

// Growth returns (now − before) / before, undefined with the reason where
// there is nothing to grow from.
func Growth(now, before Value) Value {
	switch {
	case !now.Defined():
		return now
	case !before.Defined():
		return Value{Why: analysis.NoPrior}
	case before.Sign() <= 0:
		return Value{Why: analysis.PriorNotPositive}
	}
	return Value{Ratio: analysis.Growth(now.Ratio, before.Ratio)}
}

// Attained returns the attainment of a part of a figure: actual / target, where
// lower is better 2 − actual / target and not below 0 (FORMAT.md, How figures
// roll up, 3).
func Attained(m *Metric, actual, target Value) Value {
	switch {
	case !target.Defined():
		return Value{Why: analysis.NoTarget}
	case !actual.Defined():
		return actual
	case target.Sign() <= 0:
		return Value{Why: analysis.TargetNotPositive}
	}
	share := new(big.Rat).Quo(actual.Rat(), target.Rat())
	if m.Better == Lower {
		if share.Sub(big.NewRat(2, 1), share); share.Sign() < 0 {
			share.SetInt64(0)
		}
	}
	return Value{Ratio: model.RatioOf(share)}
}

// Times returns a × b, undefined where either is.
func Times(a, b Ratio) Ratio {
	if !a.Defined() || !b.Defined() {
		return Ratio{}
	}
	return model.RatioOf(new(big.Rat).Mul(a.Rat(), b.Rat()))
}
