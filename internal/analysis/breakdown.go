package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A PartFigure is one named part of a breakdown.
type PartFigure struct {
	Name           string
	Actual, Target Value
	Share          Value // of the parts' sum; a negative part has a negative share
}

// A breakdown is one that some report states, and the metric that it splits.
type breakdown struct {
	id     model.BreakdownID
	metric *model.Metric
}

// statedBreakdowns returns the breakdowns that the reports state, in the order
// of site.yaml.
func statedBreakdowns(p *model.Portfolio) []breakdown {
	stated := map[model.BreakdownID]bool{}
	for _, review := range p.Reviews {
		if review.Report != nil {
			for i := range review.Report.Breakdowns {
				stated[review.Report.Breakdowns[i].Breakdown] = true
			}
		}
	}
	var list []breakdown
	for _, b := range p.Settings.Breakdowns {
		if m := p.Metric(b.Of); stated[b.ID] && m != nil {
			list = append(list, breakdown{b.ID, m})
		}
	}
	return list
}

// Breakdown returns the parts of the scope in the period, added up over its
// people by name. Their order is one for all periods of the scope: by size at
// the latest, then those that are not in it by name.
func (r *Result) Breakdown(s Scope, p model.Period, id model.BreakdownID) []PartFigure {
	scope, ok := r.scope(s)
	period, b := r.time.find(p), r.breakdown(id)
	if !ok || period < 0 || b == nil {
		return nil
	}
	parts := r.partSums(scope, period, b)
	if len(parts) == 0 {
		return nil
	}
	r.orderParts(parts, scope, period, b)
	var total cell
	for i := range parts {
		total.merge(&parts[i].cell)
	}
	unit := b.metric.Unit
	all := sum(&total, total.actual, hasActual, unit, NoActual)
	list := make([]PartFigure, len(parts))
	for i := range parts {
		c := &parts[i].cell
		list[i] = PartFigure{
			Name:   parts[i].name,
			Actual: sum(c, c.actual, hasActual, unit, NoActual),
			Target: sum(c, c.target, hasTarget, unit, NoTarget),
		}
		list[i].Share = shareOf(list[i].Actual, all)
	}
	return list
}

// HasBreakdown reports whether the scope has any part in the period.
func (r *Result) HasBreakdown(s Scope, p model.Period, id model.BreakdownID) bool {
	scope, ok := r.scope(s)
	period, b := r.time.find(p), r.breakdown(id)
	return ok && period >= 0 && b != nil && r.hasParts(scope, period, b)
}

// breakdown returns the breakdown, nil where no report states it.
func (r *Result) breakdown(id model.BreakdownID) *breakdown {
	for i := range r.breakdowns {
		if b := &r.breakdowns[i]; b.id == id {
			return b
		}
	}
	return nil
}

func shareOf(part, all Value) Value {
	switch {
	case !part.Defined():
		return part
	case all.Sign() <= 0:
		return undefined(NoTotal)
	}
	return defined(quotient(part.Ratio, all.Ratio))
}

// orderParts orders the parts of a period as those of the latest period of the
// cycle in which the scope has the breakdown: the largest first.
func (r *Result) orderParts(parts []namedPart, scope, period int, b *breakdown) {
	latest := r.latestParts(scope, b)
	if latest == period {
		slices.SortFunc(parts, bySize)
		return
	}
	var order []namedPart
	if latest >= 0 {
		order = r.partSums(scope, latest, b)
		slices.SortFunc(order, bySize)
	}
	place := make(map[string]int, len(order))
	for i := range order {
		place[order[i].name] = i - len(order) // below 0, which stands for who is not in it
	}
	slices.SortFunc(parts, func(a, b namedPart) int {
		return cmp.Or(cmp.Compare(place[a.name], place[b.name]), cmp.Compare(a.name, b.name))
	})
}

// latestParts returns the latest period of the cycle in which the scope has
// the breakdown, -1 where there is none.
func (r *Result) latestParts(scope int, b *breakdown) int {
	for _, p := range slices.Backward(r.time.cycle) {
		if period := r.time.find(p); r.hasParts(scope, period, b) {
			return period
		}
	}
	return -1
}
