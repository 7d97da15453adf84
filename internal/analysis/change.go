package analysis

import "reviewfolio/internal/model"

// A Change is how a figure compares with an earlier one.
type Change struct {
	Value
	Points bool // a difference, of fractions or of points; else a relative change
}

// change compares a figure with the same scope's in another period (rules 4 to
// 8). Either is computed on its own period's sums and members.
func (r *Result) change(at point, now Value, prior int) Change {
	unit := r.columns[at.column].metric.Unit
	change := Change{Points: unit == model.Percent || unit == model.Points}
	switch {
	case !now.Defined():
		change.Why = now.Why
	case r.time.spans[at.period].partial:
		change.Why = PeriodPartial
	case r.incomplete[r.at(at.scope, at.period)]:
		change.Why = PartMissing
	case prior < 0 || !r.time.spans[prior].listed:
		change.Why = NoPrior
	case r.time.spans[prior].partial:
		change.Why = PriorPartial
	default:
		change.Value = r.compare(now, at, prior, change.Points)
	}
	return change
}

func (r *Result) compare(now Value, at point, prior int, points bool) Value {
	before := r.actual(point{at.scope, prior, at.column})
	switch {
	case !before.Defined():
		return undefined(NoPrior)
	case r.incomplete[r.at(at.scope, prior)]:
		return undefined(PriorPartMissing)
	case points:
		return defined(minus(now.Ratio, before.Ratio))
	case before.Sign() <= 0:
		return undefined(PriorNotPositive)
	}
	return defined(Growth(now.Ratio, before.Ratio))
}

// fillIncomplete finds out which scopes lack a whole part of which longer
// period (rule 7).
func (r *Result) fillIncomplete() {
	r.incomplete = make([]bool, len(r.present))
	for scope := range r.scopes() {
		for i, p := range r.time.periods {
			r.incomplete[r.at(scope, i)] = len(r.missingIn(scope, p)) > 0
		}
	}
}

// missingIn returns the parts of a period that are over and that nobody of the
// scope reported: parts of the cycle's length, and shorter ones where only
// parts of those are reported. nil where nothing at all is reported.
func (r *Result) missingIn(scope int, p model.Period) []model.Period {
	i := r.time.find(p)
	if i < 0 || r.present[r.at(scope, i)] != inside {
		return nil
	}
	return r.missingParts(nil, scope, p)
}

func (r *Result) missingParts(dst []model.Period, scope int, p model.Period) []model.Period {
	var has presence
	if i := r.time.find(p); i >= 0 {
		has = r.present[r.at(scope, i)]
	}
	switch {
	case has&exact != 0:
	case has&inside != 0 || p.Length > r.portfolio.Settings.Cycle:
		for _, part := range r.time.calendar.Parts(p, p.Length-1) {
			dst = r.missingParts(dst, scope, part)
		}
	case r.time.over(p):
		dst = append(dst, p)
	}
	return dst
}
