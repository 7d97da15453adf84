package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// An Explanation says how a figure came about: what was added up and who was
// left out.
type Explanation struct {
	Figure   Figure
	Reached  Value          // what the attainment divides: the actual of those who have both,
	Aimed    Value          // and their target
	Whole    bool           // of a ratio: over whole sums, because a side comes from teams' figures
	Figures  bool           // anything of it comes from figures of the team or of a team below, which belong to no person
	Parts    []Contribution // child teams, own members and own figures, the largest first; of a person the reports in order
	Excluded []Exclusion    // by person, then period
}

// A Contribution is one part of a figure. The parts' sums, of a ratio their
// numerators and denominators, add up to the figure's.
type Contribution struct {
	Scope                  Scope // child team or person; the team itself where Figures is set
	Figures                bool  // the team's own figures
	Period                 model.Period
	Target, Actual         Value
	Numerator, Denominator Value
	People, Excluded       int
}

// An Exclusion names somebody of whom a part does not count. A level that has
// none at the end (NoneAtEnd) is named and not counted as excluded.
type Exclusion struct {
	Person model.PersonID
	Period model.Period // of the report that does not count
	Why    Reason       // NoActual, NoTarget, NoNumerator, NoDenominator or NoneAtEnd: what is missing
}

// Explain returns how the figure came about.
func (r *Result) Explain(s Scope, p model.Period, m model.MetricID) Explanation {
	return r.ExplainFigure(r.Figure(s, p, m))
}

// ExplainFigure is Explain for a figure that is at hand.
func (r *Result) ExplainFigure(f Figure) Explanation {
	e := Explanation{Figure: f, Reached: undefined(NoCommon), Aimed: undefined(NoCommon)}
	scope, known := r.scope(f.Scope)
	period := r.time.find(f.Period)
	column, stated := r.column[f.Metric.ID]
	if !known || !stated || period < 0 {
		return e
	}
	at := point{scope, period, column}
	e.Reached, e.Aimed = r.compared(&f, at)
	e.Whole = r.isWhole(at)
	e.Figures = e.Whole || r.cell(at).has&hasFigures != 0
	if scope < len(r.portfolio.People) {
		e.Parts = r.reportParts(at)
	} else {
		e.Parts = r.teamParts(at)
	}
	if col := &r.columns[column]; !e.Whole && (r.cell(at).excluded > 0 || col.ending || col.endNum || col.endDen) {
		for _, x := range r.reporters(scope) {
			r.exclude(&e, x, at)
		}
	}
	return e
}

// teamParts returns what adds up to a team's figure.
func (r *Result) teamParts(at point) []Contribution {
	list := make([]Contribution, 0, r.mostParts(at.scope))
	r.eachPart(at, func(p part) {
		c := r.contribution(at, &p)
		c.Period = r.time.periods[at.period]
		list = append(list, c)
	})
	slices.SortStableFunc(list, func(a, b Contribution) int {
		return cmp.Or(LargerFirst(a.size(), b.size()), LargerFirst(a.Target, b.Target))
	})
	return list
}

// size is what a part is ordered by: its amount, of a ratio its weight.
func (c *Contribution) size() Value {
	if c.Denominator.Defined() {
		return c.Denominator
	}
	return c.Actual
}

// compared returns the two sides of the attainment.
func (r *Result) compared(f *Figure, at point) (reached, aimed Value) {
	col, cell := &r.columns[at.column], r.cell(at)
	if col.isRatio() {
		return f.Actual, f.Target
	}
	return sum(cell, cell.pairActual, hasPair, col.metric.Unit, NoCommon),
		sum(cell, cell.pairTarget, hasPair, col.metric.Unit, NoCommon)
}

// reporters returns the people whose reports a scope's figures come from.
func (r *Result) reporters(scope int) []int {
	if scope < len(r.portfolio.People) {
		return []int{scope}
	}
	return r.org.below[scope-len(r.portfolio.People)]
}

// readIn returns what the person stated of a figure, of a team's only the
// reports that count there.
func (r *Result) readIn(x int, at point) reading {
	d := r.read(x, at.period, at.column)
	if at.scope >= len(r.portfolio.People) {
		d.team = at.scope - len(r.portfolio.People)
	}
	return d
}

// reportParts returns a person's reports that the figure comes from: those of
// its actual and those of its target.
func (r *Result) reportParts(at point) []Contribution {
	need := hasActual
	if r.columns[at.column].isRatio() {
		need |= hasDen
	}
	d := r.read(at.scope, at.period, at.column)
	actual := slices.Clone(d.sources(need))
	target := slices.Clone(d.sources(hasTarget))
	all := slices.Concat(actual, target)
	slices.Sort(all)
	var list []Contribution
	for _, q := range slices.Compact(all) {
		own := r.read(at.scope, q, at.column)
		part := part{scope: at.scope, cell: own.tally(), target: own.tallyTarget()}
		c := r.contribution(point{at.scope, q, at.column}, &part)
		c.Period = r.time.periods[q]
		if !slices.Contains(actual, q) {
			c.Actual = undefined(NoActual)
		}
		if !slices.Contains(target, q) {
			c.Target = undefined(NoTarget)
		}
		list = append(list, c)
	}
	return list
}

func (r *Result) contribution(at point, p *part) Contribution {
	col := &r.columns[at.column]
	c := Contribution{
		Scope: r.scopeOf(p.scope), Figures: p.figures, People: int(p.cell.people), Excluded: int(p.cell.excluded),
		Actual: col.actualOf(&p.cell), Numerator: undefined(NoNumerator), Denominator: undefined(NoDenominator),
	}
	if !col.isRatio() {
		c.Target = sum(&p.cell, p.cell.target, hasTarget, col.metric.Unit, NoTarget)
		return c
	}
	c.Numerator = sum(&p.cell, p.cell.actual, hasActual, model.Count, NoNumerator)
	c.Denominator = sum(&p.cell, p.cell.den, hasDen, model.Count, NoDenominator)
	c.Target = undefined(NoTarget)
	if mean := p.target.mean(col.metric.Unit); mean.Defined() {
		c.Target = defined(mean)
	}
	return c
}

// exclude notes what of the person's reports does not count.
func (r *Result) exclude(e *Explanation, x int, at point) {
	if r.present[r.at(x, at.period)] == 0 {
		return
	}
	tally := *r.cell(point{x, at.period, at.column})
	if r.org.steady[x] && tally.people > 0 && tally.excluded == 0 {
		return // most people, and there may be thousands
	}
	id, col := r.portfolio.People[x].ID, &r.columns[at.column]
	d := r.readIn(x, at)
	if !r.org.steady[x] {
		tally = d.tally()
	}
	if tally.excluded > 0 && (col.metric.Kind == model.RatioKind || r.cell(at).has&hasTarget != 0) {
		for _, q := range d.leftOut(col.sides()) {
			e.Excluded = append(e.Excluded, Exclusion{id, r.time.periods[q], col.lack(d.statement(q).has)})
		}
	}
	if tally.people > 0 || !col.ending && !col.endNum && !col.endDen {
		return
	}
	need := hasActual
	if col.isRatio() {
		need |= hasDen
	}
	d.ending = false
	if sources := d.sources(need); len(sources) > 0 {
		e.Excluded = append(e.Excluded, Exclusion{id, r.time.periods[sources[len(sources)-1]], NoneAtEnd})
	}
}

// lack returns what a statement that does not count lacks.
func (c *column) lack(has sides) Reason {
	switch {
	case c.metric.Kind == model.RatioKind && has&hasActual == 0:
		return NoNumerator
	case c.metric.Kind == model.RatioKind:
		return NoDenominator
	case has&hasActual == 0:
		return NoActual
	}
	return NoTarget
}
