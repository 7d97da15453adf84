package analysis

import "reviewfolio/internal/model"

// sum returns a sum of a cell as a figure.
func sum(c *cell, a model.Amount, side sides, unit model.Unit, none Reason) Value {
	switch {
	case c.has&side == 0:
		return undefined(none)
	case c.large&side != 0:
		return undefined(TooLarge)
	}
	return defined(inUnit(a, unit))
}

// actual returns Σ actual, or Σ numerators / Σ denominators (rule 2).
func (r *Result) actual(at point) Value {
	cell, c := r.cell(at), &r.columns[at.column]
	switch {
	case !c.isRatio():
		return sum(cell, cell.actual, hasActual, c.metric.Unit, NoActual)
	case cell.has&(hasActual|hasDen) != hasActual|hasDen:
		return undefined(r.whyNoRatio(at))
	}
	return rate(cell, c.metric.Kind)
}

// actualOf returns the actual of one part of a figure.
func (c *column) actualOf(part *cell) Value {
	if c.isRatio() {
		return rate(part, c.metric.Kind)
	}
	return sum(part, part.actual, hasActual, c.metric.Unit, NoActual)
}

// rate returns Σ numerators / Σ denominators; of nps in points.
func rate(c *cell, kind model.Kind) Value {
	switch {
	case c.has&hasActual == 0:
		return undefined(NoNumerator)
	case c.has&hasDen == 0 || c.den == 0:
		return undefined(NoDenominator)
	case c.large&(hasActual|hasDen) != 0:
		return undefined(TooLarge)
	}
	quotient := model.NewRatio(c.actual, c.den)
	if kind == model.NPSKind {
		return defined(times(quotient, 100))
	}
	return defined(quotient)
}

// whyNoRatio tells which side of the ratio is not known.
func (r *Result) whyNoRatio(at point) Reason {
	c := &r.columns[at.column]
	known := func(side []int) bool {
		for _, i := range side {
			if i < 0 || r.cell(point{at.scope, at.period, i}).has&hasActual == 0 {
				return false
			}
		}
		return len(side) > 0
	}
	num, den := known(c.num), known(c.den)
	switch {
	case num && den:
		return NoCommon
	case num:
		return NoDenominator
	case den:
		return NoNumerator
	}
	return NoActual
}

// target returns Σ target, or of a ratio Σ target × denominator / Σ
// denominator (rule 3). A person's report states the target itself.
func (r *Result) target(at point) Value {
	cell, c := r.cell(at), &r.columns[at.column]
	if !c.isRatio() {
		return sum(cell, cell.target, hasTarget, c.metric.Unit, NoTarget)
	}
	if !c.targets {
		return undefined(NoTarget)
	}
	if at.scope < len(r.portfolio.People) {
		d := r.read(at.scope, at.period, at.column)
		if s := d.statement(at.period); s.has&hasTarget != 0 {
			return defined(inUnit(s.target, c.metric.Unit))
		}
	}
	w := &c.weights[at.scope][at.period]
	if w.large {
		return undefined(TooLarge)
	}
	if mean := w.mean(c.metric.Unit); mean.Defined() {
		return defined(mean)
	}
	return undefined(NoTarget)
}

// attainment returns Σ actual / Σ target over those who have both; of a ratio
// or nps figure / target (rules 3 and 4).
func (r *Result) attainment(at point, actual, target Value) Value {
	cell, c := r.cell(at), &r.columns[at.column]
	switch {
	case cell.large&hasPair != 0:
		return undefined(TooLarge)
	case cell.has&hasPair != 0:
		return attained(cell.pairActual.Ratio(), cell.pairTarget.Ratio(), c.metric.Better)
	case !actual.Defined():
		return actual
	case !target.Defined():
		return target
	case c.isRatio():
		return attained(actual.Ratio, target.Ratio, c.metric.Better)
	}
	return undefined(NoCommon)
}

// attained returns actual / target, or where lower is better 2 − actual /
// target, not below 0.
func attained(actual, target model.Ratio, better model.Direction) Value {
	if target.Sign() <= 0 {
		return undefined(TargetNotPositive)
	}
	rate := quotient(actual, target)
	if better == model.Higher {
		return defined(rate)
	}
	rate = minus(model.Ratio{Num: 2, Den: 1}, rate)
	if rate.Sign() < 0 {
		return defined(model.Ratio{Num: 0, Den: 1})
	}
	return defined(rate)
}

// gap returns target − actual.
func gap(target, actual Value) Value {
	switch {
	case !actual.Defined():
		return actual
	case !target.Defined():
		return target
	}
	return defined(minus(target.Ratio, actual.Ratio))
}
