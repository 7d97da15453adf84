package analysis

import (
	"math/big"
	"math/bits"

	"reviewfolio/internal/model"
)

// A Value is a figure's exact value, or the reason why it has none. Money and
// counts are in their unit, percent metrics are fractions, nps is in points.
type Value struct {
	model.Ratio
	Why Reason // ReasonNone exactly where the ratio is defined
}

// Reason is why a figure is undefined.
type Reason uint8

const (
	ReasonNone          Reason = iota
	NoActual                   // nobody reported it
	NoTarget                   // nobody has a target
	NoCommon                   // nobody has both target and actual
	TargetNotPositive          // the target is 0 or less
	NoNumerator                // nobody reported the ratio's numerator
	NoDenominator              // the ratio's denominator is 0, or nobody reported it
	NoPrior                    // nothing to compare with
	PriorNotPositive           // growth over nothing or over a loss
	PeriodPartial              // the period is still running
	PriorPartial               // the period to compare with is still running
	PeriodOver                 // a pace is of a running period only
	NotStarted                 // a pace needs a day that has passed
	LowerIsBetter              // a pace says nothing where lower is better
	PartMissing                // a whole part of the longer period has no report
	PriorPartMissing           // so has the period to compare with
	NoneAtEnd                  // a level that was not reported at the longer period's end
	NoReport                   // the person did not report
	OtherLength                // the person's reports cover the period, but none is of its length
	NoKPI                      // none of the figures that judge is defined
	NotScored                  // no reviewer rated it
	NoTotal                    // the parts add up to nothing that could be shared
	TooLarge                   // the sum does not fit
	TooFew                     // a mean over too few people to say anything
	NotAdditive                // targets of ratios do not add up
	NoChildren                 // the team has no teams below it
	PartNoTarget               // a part of the longer period has no target
	NothingDue                 // no promise or action was due yet
	NotSplit                   // no report states the breakdown
	PriorNotSplit              // none did in the period to compare with
	NotAFigure                 // a goal that no metric judges
	BaselineNotPositive        // a target against nothing or a loss
)

var reasonNames = [...]string{
	NoActual: "no-actual", NoTarget: "no-target", NoCommon: "no-common", TargetNotPositive: "target-not-positive",
	NoNumerator: "no-numerator", NoDenominator: "no-denominator", NoPrior: "no-prior", PriorNotPositive: "prior-not-positive",
	PeriodPartial: "period-partial", PriorPartial: "prior-partial", PeriodOver: "period-over", NotStarted: "not-started",
	LowerIsBetter: "lower-is-better", PartMissing: "part-missing", PriorPartMissing: "prior-part-missing",
	NoneAtEnd: "none-at-end", NoReport: "no-report", OtherLength: "other-length", NoKPI: "no-kpi", NotScored: "not-scored", NoTotal: "no-total", TooLarge: "too-large", TooFew: "too-few",
	NotAdditive: "not-additive", NoChildren: "no-children", PartNoTarget: "part-no-target", NothingDue: "nothing-due",
	NotSplit: "not-split", PriorNotSplit: "prior-not-split",
	NotAFigure: "not-a-figure", BaselineNotPositive: "baseline-not-positive",
}

// String returns the reason's name, such as no-target; package words holds its
// text under "reason." and this name.
func (r Reason) String() string { return reasonNames[r] }

func undefined(why Reason) Value { return Value{Why: why} }

func defined(r model.Ratio) Value { return Value{Ratio: r} }

// quotient returns a/b for b above 0, exactly where it fits.
func quotient(a, b model.Ratio) model.Ratio {
	if q, ok := smallQuotient(a, b); ok {
		return q
	}
	if q, ok := smallQuotient(lowest(a), lowest(b)); ok {
		return q
	}
	return model.RatioOf(new(big.Rat).Quo(a.Rat(), b.Rat()))
}

func smallQuotient(a, b model.Ratio) (model.Ratio, bool) {
	num, fits := product(a.Num, b.Den)
	den, both := product(a.Den, b.Num)
	return model.Ratio{Num: num, Den: den}, fits && both
}

// Growth returns a/b − 1 for b above 0, exactly where it fits.
func Growth(a, b model.Ratio) model.Ratio {
	if a.Den == b.Den { // so are sums of amounts
		if num := a.Num - b.Num; (num < a.Num) == (b.Num > 0) {
			return model.Ratio{Num: num, Den: b.Num}
		}
	}
	return minus(quotient(a, b), model.Ratio{Num: 1, Den: 1})
}

// minus returns a − b, exactly where it fits.
func minus(a, b model.Ratio) model.Ratio { return Plus(a, b.Neg()) }

// product returns x×y; ok is false where it does not fit.
func product(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(x), magnitude(y))
	if hi != 0 || lo >= 1<<63 {
		return 0, false
	}
	if (x < 0) != (y < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// times returns a × n, exactly where it fits.
func times(a model.Ratio, n int64) model.Ratio {
	if num, ok := product(a.Num, n); ok {
		return model.Ratio{Num: num, Den: a.Den}
	}
	return model.RatioOf(new(big.Rat).Mul(a.Rat(), big.NewRat(n, 1)))
}

// inUnit returns what a file states as figures have it: an amount of a percent
// metric counts percent, its figure is a fraction.
func inUnit(a model.Amount, unit model.Unit) model.Ratio {
	if unit == model.Percent {
		return model.NewRatio(a, 100*model.One)
	}
	return a.Ratio()
}

// LargerFirst orders the larger value first and the undefined last.
func LargerFirst(a, b Value) int {
	switch {
	case a.Defined() && b.Defined():
		return b.Compare(a.Ratio)
	case a.Defined():
		return -1
	case b.Defined():
		return 1
	}
	return 0
}
