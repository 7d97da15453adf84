package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Division is one scope's figure as a facet splits it. It remembers what it
// has read, so that a page that asks for several periods and compares them
// reads each report once; it is for one goroutine.
type Division struct {
	Facet
	r     *Result
	facet *facet
	scope int
	sums  map[int]partSums // by period
	place map[string]int   // of each part at the latest period
}

// Division returns how the scope's figure splits; nil where there is no such
// scope or nobody states it so. A Facet that names a breakdown (Of) needs
// nothing else.
func (r *Result) Division(s Scope, f Facet) *Division {
	scope, ok := r.scope(s)
	if !ok {
		return nil
	}
	d := &Division{Facet: f, r: r, scope: scope, sums: map[int]partSums{}}
	if f.Of != "" {
		b := r.breakdown(f.Of)
		if b == nil {
			return nil
		}
		d.facet, d.Metric, d.By = r.facetOf(b), b.metric, b.by
		return d
	}
	if f.Metric == nil {
		return nil
	}
	column, ok := r.column[f.Metric.ID]
	if !ok {
		return nil
	}
	if d.facet = r.ratioFacet(column, f.By); d.facet == nil {
		return nil
	}
	return d
}

// of returns the parts of a period.
func (d *Division) of(period int) *partSums {
	sums, known := d.sums[period]
	if !known {
		sums = d.r.partSums(d.scope, period, d.facet)
		d.sums[period] = sums
	}
	return &sums
}

// Parts returns the parts of the period, in one order for all periods: by size
// at the latest, then those that are not in it by name.
func (d *Division) Parts(p model.Period) []PartFigure {
	period := d.r.time.find(p)
	if period < 0 {
		return nil
	}
	parts := slices.Clone(d.of(period).list)
	if len(parts) == 0 {
		return nil
	}
	d.order(parts)
	if len(d.facet.den) > 0 {
		return d.rates(parts)
	}
	var total cell
	for i := range parts {
		total.merge(&parts[i].cell)
	}
	unit := d.Metric.Unit
	all := sum(&total, total.actual, hasActual, unit, NoActual)
	list := make([]PartFigure, len(parts))
	for i := range parts {
		c := &parts[i].cell
		list[i] = PartFigure{
			Name:    parts[i].name,
			Actual:  sum(c, c.actual, hasActual, unit, NoActual),
			Target:  sum(c, c.target, hasTarget, unit, NoTarget),
			Reached: sum(c, c.pairActual, hasPair, unit, NoCommon),
			Aimed:   sum(c, c.pairTarget, hasPair, unit, NoCommon),
		}
		list[i].Share = shareOf(list[i].Actual, all)
	}
	return list
}

// rates are the parts of a ratio, which have no target and no share.
func (d *Division) rates(parts []namedPart) []PartFigure {
	list := make([]PartFigure, len(parts))
	for i := range parts {
		none := undefined(NoTarget)
		list[i] = PartFigure{Name: parts[i].name, Actual: rate(&parts[i].cell, d.Metric.Kind), Target: none, Reached: none, Aimed: none, Share: undefined(NoTotal)}
	}
	return list
}

// order orders the parts of a period as those of the latest period of the
// cycle in which the scope has the breakdown: the largest first.
func (d *Division) order(parts []namedPart) {
	if d.place == nil {
		var latest []namedPart
		if period := d.latest(); period >= 0 {
			latest = slices.Clone(d.of(period).list)
			slices.SortFunc(latest, bySize)
		}
		d.place = make(map[string]int, len(latest))
		for i := range latest {
			d.place[latest[i].name] = i - len(latest) // below 0, which stands for who is not in it
		}
	}
	slices.SortFunc(parts, func(a, b namedPart) int {
		return cmp.Or(cmp.Compare(d.place[a.name], d.place[b.name]), cmp.Compare(a.name, b.name))
	})
}

// latest returns the latest period of the cycle in which the scope has the
// breakdown, -1 where there is none.
func (d *Division) latest() int {
	for _, p := range slices.Backward(d.r.time.cycle) {
		if period := d.r.time.find(p); d.r.hasParts(d.scope, period, d.facet) {
			return period
		}
	}
	return -1
}
