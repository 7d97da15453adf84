package analysis

import (
	"math/big"
	"slices"

	"reviewfolio/internal/model"
)

// saidBy lists what the person's reports state of the metric.
func (n *naive) saidBy(x *model.Person, p model.Period, m *model.Metric) (list []said) {
	for _, review := range n.Reviews {
		if review.Person != x.ID {
			continue
		}
		r := n.said(review.Period, review.Report.Values, m)
		r.team, _ = x.TeamIn(n.calendar, review.Period)
		for _, planned := range valuesIn(x.Targets, review.Period) {
			named := findValue(review.Report.Values, m.ID) != nil || m.Kind == model.RatioKind && r.num != nil && r.den != nil
			if planned.Metric == m.ID && r.target == nil && named {
				r.target = inUnit(planned.Target.Amount, m.Unit).Rat()
			}
		}
		list = append(list, r)
	}
	return list
}

func (n *naive) saidIn(figures []model.PeriodValues, m *model.Metric) (list []said) {
	for _, f := range figures {
		list = append(list, n.said(f.Period, f.Values, m))
	}
	return list
}

func (n *naive) said(p model.Period, values []model.Value, m *model.Metric) said {
	r := said{period: p}
	if v := findValue(values, m.ID); v != nil {
		if v.Target.OK {
			r.target = inUnit(v.Target.Amount, m.Unit).Rat()
		}
		if v.Actual.OK {
			r.num = inUnit(v.Actual.Amount, m.Unit).Rat()
		}
		if v.NPS != nil {
			r.num = (v.NPS.Promoters - v.NPS.Detractors).Ratio().Rat()
			r.den = v.NPS.Answers().Ratio().Rat()
		}
	}
	if m.Kind != model.RatioKind {
		return r
	}
	side := func(ids []model.MetricID) (sum *big.Rat, level bool) {
		missing := false
		for _, id := range ids {
			level = n.Metric(id).Kind == model.LevelKind
			if v := findValue(values, id); v != nil && v.Actual.OK {
				add(&sum, v.Actual.Amount.Ratio().Rat(), true)
				r.any = true
			} else {
				missing = true
			}
		}
		if missing {
			return nil, level
		}
		return sum, level
	}
	r.num, r.endNum = side(m.Numerator)
	r.den, r.endDen = side(m.Denominator)
	return r
}

// last reports whether the part is the last of p that anybody reported.
func (n *naive) last(part, p model.Period) bool {
	if part == p {
		return true
	}
	var end model.Date
	for _, r := range n.Reviews {
		if last := n.calendar.Last(r.Period); n.calendar.Contains(p, r.Period) && last.After(end) {
			end = last
		}
	}
	return n.calendar.Last(part) == end
}

// ending reports whether of the metric only the last part counts.
func (n *naive) ending(m *model.Metric) bool {
	level := func(ids []model.MetricID) bool {
		return slices.ContainsFunc(ids, func(id model.MetricID) bool { return n.Metric(id).Kind == model.LevelKind })
	}
	return m.Kind == model.LevelKind || level(m.Numerator) && level(m.Denominator)
}

// longest picks the longest inside p first and passes over what overlaps.
func (n *naive) longest(all []said, p model.Period, m *model.Metric, has func(said) bool) (chosen []said) {
	list := slices.Clone(all)
	slices.SortStableFunc(list, func(a, b said) int { return int(b.period.Length) - int(a.period.Length) })
	for _, r := range list {
		overlaps := func(c said) bool {
			return n.calendar.Contains(c.period, r.period) || n.calendar.Contains(r.period, c.period)
		}
		if has(r) && n.calendar.Contains(p, r.period) && (!n.ending(m) || n.last(r.period, p)) && !slices.ContainsFunc(chosen, overlaps) {
			chosen = append(chosen, r)
		}
	}
	return chosen
}

// leftOut reports whether a report that counts here states something that the
// chosen ones do not make up for every day of it.
func (n *naive) leftOut(all []said, p model.Period, m *model.Metric, either, both, counts func(said) bool) bool {
	chosen := n.longest(all, p, m, both)
	for _, r := range all {
		if !either(r) || !counts(r) || !n.calendar.Contains(p, r.period) || n.ending(m) && !n.last(r.period, p) {
			continue
		}
		days := n.calendar.Days(r.period)
		for _, c := range chosen {
			switch {
			case n.calendar.Contains(c.period, r.period):
				days = 0
			case n.calendar.Contains(r.period, c.period):
				days -= n.calendar.Days(c.period)
			}
		}
		if days > 0 {
			return true
		}
	}
	return false
}

func add(sum **big.Rat, x *big.Rat, when bool) {
	switch {
	case !when || x == nil:
	case *sum == nil:
		*sum = new(big.Rat).Set(x)
	default:
		*sum = new(big.Rat).Add(*sum, x)
	}
}
