package analysis

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// checkFigures tells of figures of a report that are likely wrong: a target
// that is not the one set before, and a lead's figure that is the team's.
func (r *Result) checkFigures(review *model.Review, list *diag.List) {
	x, known := r.org.people[review.Person]
	if review.Report == nil || !known {
		return
	}
	for i := range review.Report.Values {
		v := &review.Report.Values[i]
		if m := r.portfolio.Metric(v.Metric); m != nil {
			r.checkTarget(list, r.portfolio.People[x], review.Period, v, m)
			r.checkDoubleCount(list, x, r.time.find(review.Period), v)
		}
	}
}

func (r *Result) checkTarget(list *diag.List, x *model.Person, p model.Period, v *model.Value, m *model.Metric) {
	planned := findValue(valuesIn(x.Targets, p), v.Metric)
	if planned == nil || !planned.Target.OK || !v.Target.OK || planned.Target == v.Target {
		return
	}
	list.Warn(v.PosOf(v.Places.Target), "target-changed", string(v.Metric),
		stated(v.Target.Amount, m.Unit), stated(planned.Target.Amount, m.Unit), x.File)
}

// checkDoubleCount looks for a lead whose own figure is the sum of at least
// two others: of everybody below in a team led, or of its own members.
func (r *Result) checkDoubleCount(list *diag.List, lead, period int, v *model.Value) {
	c, ok := r.column[v.Metric]
	if !ok || r.columns[c].isRatio() || !v.Actual.OK || v.Actual.Amount == 0 {
		return
	}
	for _, t := range r.org.led[lead] {
		for _, direct := range []bool{false, true} {
			sum, n := r.sumOfOthers(lead, t, point{period: period, column: c}, direct)
			if n >= 2 && sum == v.Actual.Amount {
				list.Warn(v.PosOf(v.Places.Actual), "double-count", string(v.Metric),
					stated(sum, r.columns[c].metric.Unit), n, string(r.portfolio.Teams[t].ID)).WithHint("hint-double-count")
				return
			}
		}
	}
}

// sumOfOthers adds what the others reported for exactly that period in the
// team, directly or below it too.
func (r *Result) sumOfOthers(lead, team int, at point, direct bool) (total model.Amount, n int) {
	for _, x := range r.org.below[team] {
		own := r.teamAt(x, at.period)
		if x == lead || direct && own != team || !r.org.within(own, team) {
			continue
		}
		d := r.read(x, at.period, at.column)
		if s := d.statement(at.period); s.has&hasActual != 0 {
			sum, ok := total.Add(s.actual)
			if !ok {
				return 0, 0
			}
			total, n = sum, n+1
		}
	}
	return total, n
}

// stated writes an amount as a file would.
func stated(a model.Amount, unit model.Unit) string {
	if unit == model.Percent {
		return a.String() + "%"
	}
	return a.String()
}
