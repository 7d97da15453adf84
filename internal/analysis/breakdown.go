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

// Breakdown returns the parts of the scope in the period, added up over its
// people by name. Their order is one for all periods of the scope: by size at
// the latest, then those that are not in it by name.
func (r *Result) Breakdown(s Scope, p model.Period, b model.BreakdownID) []PartFigure {
	scope, ok := r.scope(s)
	period := r.time.find(p)
	definition := r.breakdown(b)
	if !ok || period < 0 || definition == nil {
		return nil
	}
	metric := r.portfolio.Metric(definition.Of)
	if metric == nil {
		return nil
	}
	sums := r.partSums(scope, period, b, metric)
	if len(sums) == 0 {
		return nil
	}
	order := r.partOrder(scope, b, metric)
	var total cell
	var list []PartFigure
	for name, c := range sums {
		total.merge(c)
		list = append(list, PartFigure{
			Name:   name,
			Actual: sum(c, c.actual, hasActual, metric.Unit, NoActual),
			Target: sum(c, c.target, hasTarget, metric.Unit, NoTarget),
		})
	}
	all := sum(&total, total.actual, hasActual, metric.Unit, NoActual)
	for i := range list {
		list[i].Share = shareOf(list[i].Actual, all)
	}
	slices.SortFunc(list, func(a, b PartFigure) int {
		return cmp.Or(cmp.Compare(place(order, a.Name), place(order, b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return list
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

func (r *Result) breakdown(b model.BreakdownID) *model.Breakdown {
	for i := range r.portfolio.Settings.Breakdowns {
		if d := &r.portfolio.Settings.Breakdowns[i]; d.ID == b {
			return d
		}
	}
	return nil
}

// partOrder returns the names at the latest period of the cycle in which the
// scope has the breakdown, the largest first.
func (r *Result) partOrder(scope int, b model.BreakdownID, m *model.Metric) []string {
	for _, p := range slices.Backward(r.Cycle()) {
		sums := r.partSums(scope, r.time.find(p), b, m)
		if len(sums) == 0 {
			continue
		}
		var names []string
		for name := range sums {
			names = append(names, name)
		}
		slices.SortFunc(names, func(a, b string) int {
			return cmp.Or(cmp.Compare(sums[b].actual, sums[a].actual), cmp.Compare(a, b))
		})
		return names
	}
	return nil
}

// place returns where the name stands in the order; behind all where it does not.
func place(order []string, name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

// partSums adds up the parts by name.
func (r *Result) partSums(scope, period int, b model.BreakdownID, m *model.Metric) map[string]*cell {
	sums := map[string]*cell{}
	for _, x := range r.reporters(scope) {
		d := reading{r: r, reporter: x, period: period, ending: m.Kind == model.LevelKind}
		if scope >= len(r.portfolio.People) {
			d.only = r.reportedWithin(x, scope-len(r.portfolio.People))
		}
		d.addParts(sums, period, b)
	}
	return sums
}

// addParts adds the breakdown of the longest reports inside the period that
// state it (rule 7).
func (d *reading) addParts(sums map[string]*cell, period int, b model.BreakdownID) {
	if v := d.breakdown(period, b); v != nil && (!d.ending || d.atEnd(period)) {
		if d.only == nil || d.only(period) {
			addParts(sums, v.Parts)
		}
		return
	}
	for _, part := range d.r.time.spans[period].parts {
		if part >= 0 && d.r.present[d.r.at(d.reporter, part)] != 0 {
			d.addParts(sums, part, b)
		}
	}
}

func (d *reading) breakdown(period int, b model.BreakdownID) *model.BreakdownValues {
	if d.r.present[d.r.at(d.reporter, period)]&exact == 0 {
		return nil
	}
	report := d.r.portfolio.Review(d.r.time.periods[period], d.r.portfolio.People[d.reporter].ID).Report
	for i := range report.Breakdowns {
		if report.Breakdowns[i].Breakdown == b {
			return &report.Breakdowns[i]
		}
	}
	return nil
}

func addParts(sums map[string]*cell, parts []model.Part) {
	for _, part := range parts {
		c := sums[part.Name]
		if c == nil {
			c = new(cell)
			sums[part.Name] = c
		}
		if part.Actual.OK {
			c.add(&c.actual, hasActual, part.Actual.Amount)
		}
		if part.Target.OK {
			c.add(&c.target, hasTarget, part.Target.Amount)
		}
	}
}
