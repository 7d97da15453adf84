package analysis

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// naive is the rules of FORMAT.md once more, by days and lists instead of
// indexes and trees, slow and in big.Rat. It answers one figure at a time.
type naive struct {
	*model.Portfolio
	calendar model.Calendar
}

// A said is what a report or a team's figures state of one metric.
type said struct {
	period         model.Period
	team           model.TeamID // the report counts there; "" for none
	num, den       *big.Rat
	target         *big.Rat
	any            bool // of a ratio: some metric of either side
	endNum, endDen bool
}

// row prints what row prints.
func (n *naive) row(s Scope, p model.Period, id model.MetricID) string {
	f := n.figure(s, p, id)
	text := func(x *big.Rat) string {
		if x == nil {
			return "."
		}
		return show(defined(model.RatioOf(x)))
	}
	cells := []string{text(f.target), text(f.actual), text(f.num), text(f.den), text(f.attainment)}
	for _, before := range []model.Period{n.calendar.Prev(p), n.calendar.YearBefore(p)} {
		cells = append(cells, text(n.change(f, s, p, before, id)))
	}
	return strings.Join(cells, " ") + fmt.Sprintf(" %d %d", f.people, f.excluded)
}

type naiveFigure struct {
	target, actual, num, den, attainment *big.Rat
	people, excluded                     int
}

func (n *naive) figure(s Scope, p model.Period, id model.MetricID) (f naiveFigure) {
	m := n.Metric(id)
	ratio := m.Kind == model.RatioKind || m.Kind == model.NPSKind
	var reached, aimed, weighted, weight *big.Rat
	anyTarget := false
	for _, x := range n.People {
		if s.Person != "" && s.Person != x.ID {
			continue
		}
		all := n.saidBy(x, p, m)
		counts := func(r said) bool { return s.Team == "" || n.under(r.team, s.Team) }
		chosen := n.longest(all, p, m, func(r said) bool { return r.num != nil && (!ratio || r.den != nil) })
		short := slices.ContainsFunc(chosen, func(r said) bool { return r.endNum || r.endDen }) &&
			!slices.ContainsFunc(chosen, func(r said) bool { return n.last(r.period, p) })
		chosen = slices.DeleteFunc(chosen, func(r said) bool { return !counts(r) })
		if len(chosen) == 0 {
			short = false
		} else if !short {
			f.people++
		}
		for _, r := range chosen {
			add(&f.num, r.num, !short && (!r.endNum || n.last(r.period, p)))
			add(&f.den, r.den, !short && ratio && (!r.endDen || n.last(r.period, p)))
		}
		for _, r := range n.longest(all, p, m, func(r said) bool { return r.target != nil && (!ratio || r.den != nil) }) {
			if counts(r) && !ratio {
				add(&f.target, r.target, true)
			} else if counts(r) && (!r.endDen || n.last(r.period, p)) {
				add(&weighted, new(big.Rat).Mul(r.target, r.den), true)
				add(&weight, r.den, true)
			}
		}
		both := func(r said) bool { return r.num != nil && r.target != nil }
		either := func(r said) bool { return r.num != nil || r.target != nil }
		if !ratio {
			for _, r := range n.longest(all, p, m, both) {
				if counts(r) {
					add(&reached, r.num, true)
					add(&aimed, r.target, true)
				}
			}
		}
		if m.Kind == model.RatioKind {
			both = func(r said) bool { return r.num != nil && r.den != nil }
			either = func(r said) bool { return r.any }
		}
		if n.leftOut(all, p, m, either, both, counts) || short {
			f.excluded++
		}
		for _, r := range n.longest(all, p, m, func(r said) bool { return r.target != nil }) {
			anyTarget = anyTarget || counts(r)
			if r.period == p && s.Person != "" && ratio {
				f.target = r.target
			}
		}
	}
	n.addFigures(&f, s, p, m)
	if m.Kind != model.RatioKind && !anyTarget {
		f.excluded = 0
	}
	if !ratio {
		f.actual, f.num = f.num, nil
		f.attainment = rateOf(reached, aimed, m)
		return f
	}
	if f.num != nil && f.den != nil && f.den.Sign() != 0 {
		f.actual = new(big.Rat).Quo(f.num, f.den)
		if m.Kind == model.NPSKind {
			f.actual.Mul(f.actual, big.NewRat(100, 1))
		}
	}
	if f.target == nil && weight != nil && weight.Sign() != 0 {
		f.target = weighted.Quo(weighted, weight)
	}
	f.attainment = rateOf(f.actual, f.target, m)
	return f
}

func rateOf(actual, target *big.Rat, m *model.Metric) *big.Rat {
	if actual == nil || target == nil || target.Sign() <= 0 {
		return nil
	}
	rate := new(big.Rat).Quo(actual, target)
	if m.Better == model.Higher {
		return rate
	}
	if rate.Sub(big.NewRat(2, 1), rate); rate.Sign() < 0 {
		return new(big.Rat)
	}
	return rate
}

// addFigures adds what belongs to no one person; of a ratio it makes both
// sides whole.
func (n *naive) addFigures(f *naiveFigure, s Scope, p model.Period, m *model.Metric) {
	if s.Team == "" {
		return
	}
	if m.Kind != model.RatioKind {
		for _, t := range n.Teams {
			if !n.under(t.ID, s.Team) {
				continue
			}
			for _, r := range n.longest(n.saidIn(t.Figures, m), p, m, func(r said) bool { return r.num != nil }) {
				add(&f.num, r.num, true)
				add(&f.den, r.den, true)
			}
		}
		return
	}
	whole := false
	for _, id := range slices.Concat(m.Numerator, m.Denominator) {
		for _, t := range n.Teams {
			side := n.Metric(id)
			whole = whole || n.under(t.ID, s.Team) && len(n.longest(n.saidIn(t.Figures, side), p, side, func(r said) bool { return r.num != nil })) > 0
		}
	}
	if !whole {
		return
	}
	side := func(ids []model.MetricID) (sum *big.Rat) {
		for _, id := range ids {
			one := n.figure(s, p, id).actual
			if one == nil {
				return nil
			}
			add(&sum, one, true)
		}
		return sum
	}
	f.num, f.den, f.people, f.excluded = side(m.Numerator), side(m.Denominator), 0, 0
	for _, x := range n.People {
		for _, id := range slices.Concat(m.Numerator, m.Denominator) {
			one := n.Metric(id)
			chosen := n.longest(n.saidBy(x, p, one), p, one, func(r said) bool { return r.num != nil })
			if slices.ContainsFunc(chosen, func(r said) bool { return n.under(r.team, s.Team) }) {
				f.people++
				break
			}
		}
	}
}

func (n *naive) change(f naiveFigure, s Scope, p, before model.Period, id model.MetricID) *big.Rat {
	if f.actual == nil || n.partial(p) || n.partial(before) || n.gappy(s, p) || n.gappy(s, before) || !n.reported(before) {
		return nil
	}
	prior := n.figure(s, before, id).actual
	if prior == nil {
		return nil
	}
	change := new(big.Rat).Sub(f.actual, prior)
	if unit := n.Metric(id).Unit; unit == model.Percent || unit == model.Points {
		return change
	}
	if prior.Sign() <= 0 {
		return nil
	}
	return change.Quo(change, prior)
}

func (n *naive) partial(p model.Period) bool { return n.Settings.AsOf.Before(n.calendar.Last(p)) }

func (n *naive) reported(p model.Period) bool {
	return slices.ContainsFunc(n.Reviews, func(r *model.Review) bool { return n.calendar.Contains(p, r.Period) })
}

// gappy reports whether a month of the period has no report of the scope.
func (n *naive) gappy(s Scope, p model.Period) bool {
	months := n.calendar.Parts(p, model.Month)
	some := false
	for _, r := range n.Reviews {
		team, _ := n.Person(r.Person).TeamIn(n.calendar, r.Period)
		if r.Person != s.Person && !n.under(team, s.Team) || !n.calendar.Contains(p, r.Period) {
			continue
		}
		some = true
		months = slices.DeleteFunc(months, func(m model.Period) bool { return n.calendar.Contains(r.Period, m) })
	}
	return some && len(months) > 0
}

// under reports whether the team is the other or below it.
func (n *naive) under(team, other model.TeamID) bool {
	for ; team != "" && other != ""; team = n.Team(team).Parent {
		if team == other {
			return true
		}
	}
	return false
}
