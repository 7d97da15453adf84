package analysis

import "reviewfolio/internal/model"

// A Scope is what a figure is of: exactly one of the two is set.
type Scope struct {
	Person model.PersonID
	Team   model.TeamID
}

// PersonScope returns the scope of one person's own reports.
func PersonScope(id model.PersonID) Scope { return Scope{Person: id} }

// TeamScope returns the scope of a team with everything below it.
func TeamScope(id model.TeamID) Scope { return Scope{Team: id} }

// A Figure is one metric of one scope in one period. What it cannot say is
// undefined with its reason.
type Figure struct {
	Scope  Scope
	Period model.Period
	Metric *model.Metric // with nothing but the id where the dictionary has no such metric

	Target, Actual         Value // Σ over all who have it; of a ratio computed from its sides
	Numerator, Denominator Value // of a ratio; of nps promoters − detractors and all answers
	Attainment             Value // over those who have both, a fraction
	Gap                    Value // Target − Actual
	Pace                   Value // Attainment ÷ elapsed share, while the period runs
	QoQ, YoY               Change

	Partial        bool           // as_of has not reached the last day
	Elapsed, Total int            // days, with the day of as_of
	Missing        []model.Period // parts of a longer period without any report of the scope

	People   int // distinct people in Actual
	Excluded int // people of whom a part is left out: of the ratio, else of the attainment

	Set           Value // what the scope's own file states as target: a team's 下达目标, a person's target set before
	SetAttainment Value // Actual against Set

	BySet bool // judged by Set, see AgainstSet
}

// Figure returns the metric of the scope in the period. It always answers;
// where nothing is known every value is undefined.
func (r *Result) Figure(s Scope, p model.Period, m model.MetricID) Figure {
	scope, known := r.scope(s)
	period := r.time.find(p)
	column, stated := r.column[m]
	f := Figure{Scope: s, Period: p, Metric: r.metric(m, column, stated)}
	if known && stated && period >= 0 {
		r.fill(&f, point{scope, period, column})
	} else {
		f.leaveEmpty()
	}
	if period >= 0 {
		span := &r.time.spans[period]
		f.Partial, f.Elapsed, f.Total = span.partial, span.elapsed, span.total
	} else {
		f.Partial, f.Elapsed, f.Total = r.time.progress(p)
	}
	f.Pace = f.pace()
	var targets []model.PeriodValues
	if known {
		targets = r.targetsOf(scope)
	}
	compareSet(&f, targets)
	return f
}

// metric returns the metric, which is that of the column where it is stated.
func (r *Result) metric(id model.MetricID, column int, stated bool) *model.Metric {
	if stated {
		return r.columns[column].metric
	}
	if m := r.portfolio.Metric(id); m != nil {
		return m
	}
	return &model.Metric{ID: id}
}

// Actual returns the actual of a Figure alone, for sparklines, which want
// nothing else of it.
func (r *Result) Actual(s Scope, p model.Period, m model.MetricID) Value {
	scope, known := r.scope(s)
	period := r.time.find(p)
	column, stated := r.column[m]
	if !known || !stated || period < 0 {
		return undefined(NoActual)
	}
	return r.actual(point{scope, period, column})
}

// Metrics returns the metrics that have a target or an actual, in the order of
// the dictionary.
func (r *Result) Metrics(s Scope, p model.Period) []*model.Metric {
	scope, ok := r.scope(s)
	period := r.time.find(p)
	if !ok || period < 0 {
		return nil
	}
	list := make([]*model.Metric, 0, len(r.columns))
	for c := range r.columns {
		if r.hasFigure(point{scope, period, c}) {
			list = append(list, r.columns[c].metric)
		}
	}
	return list
}

// Periods returns the periods in which the scope has any figure: reported ones
// and the longer ones that hold them, in the calendar's order.
func (r *Result) Periods(s Scope) []model.Period {
	scope, ok := r.scope(s)
	if !ok {
		return nil
	}
	var list []model.Period
	for i, p := range r.time.periods {
		for c := range r.columns {
			if r.time.spans[i].listed && r.hasFigure(point{scope, i, c}) {
				list = append(list, p)
				break
			}
		}
	}
	return list
}

// A point is where a cell stands.
type point struct{ scope, period, column int }

func (r *Result) cell(at point) *cell {
	return &r.columns[at.column].cells[at.scope][at.period]
}

// hasFigure reports whether there is a target or an actual.
func (r *Result) hasFigure(at point) bool {
	c := &r.columns[at.column]
	if !c.isRatio() {
		return r.cell(at).has&(hasActual|hasTarget) != 0
	}
	return r.actual(at).Defined() || r.target(at).Defined()
}

func (f *Figure) leaveEmpty() {
	f.Actual, f.Target = undefined(NoActual), undefined(NoTarget)
	f.Numerator, f.Denominator = undefined(NoNumerator), undefined(NoDenominator)
	f.Attainment, f.Gap = undefined(NoActual), undefined(NoActual)
	f.QoQ, f.YoY = Change{Value: undefined(NoActual)}, Change{Value: undefined(NoActual)}
}

func (r *Result) fill(f *Figure, at point) {
	cell, ratio := r.cell(at), r.columns[at.column].isRatio()
	f.Actual, f.Target = r.actual(at), r.target(at)
	f.Numerator, f.Denominator = undefined(NoNumerator), undefined(NoDenominator)
	if ratio {
		f.Numerator = sum(cell, cell.actual, hasActual, model.Count, NoNumerator)
		f.Denominator = sum(cell, cell.den, hasDen, model.Count, NoDenominator)
	}
	f.Attainment = r.attainment(at, f.Actual, f.Target)
	f.Gap = gap(f.Target, f.Actual)
	f.QoQ = r.change(at, f.Actual, r.time.spans[at.period].prev)
	f.YoY = r.change(at, f.Actual, r.time.spans[at.period].yearBefore)
	if r.incomplete[r.at(at.scope, at.period)] {
		f.Missing = r.missingIn(at.scope, f.Period)
	}
	f.People, f.Excluded = int(cell.people), int(cell.excluded)
	if r.columns[at.column].metric.Kind != model.RatioKind && cell.has&hasTarget == 0 {
		f.Excluded = 0 // nobody has a target to be left out of
	}
}

// pace returns attainment ÷ elapsed share (rule 8).
func (f *Figure) pace() Value {
	switch {
	case !f.Attainment.Defined():
		return f.Attainment
	case f.Metric.Better == model.Lower:
		return undefined(LowerIsBetter)
	case !f.Partial:
		return undefined(PeriodOver)
	case f.Elapsed == 0:
		return undefined(NotStarted)
	}
	return defined(quotient(f.Attainment.Ratio, model.Ratio{Num: int64(f.Elapsed), Den: int64(f.Total)}))
}
