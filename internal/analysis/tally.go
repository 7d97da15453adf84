package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A cell is what is summed of one metric of one scope in one period, before
// anything is divided.
type cell struct {
	actual     model.Amount // Σ actual, or Σ numerators over those with both sides
	den        model.Amount // Σ denominators over those with both sides
	target     model.Amount // Σ target of sums and levels
	pairActual model.Amount // Σ actual over those with target and actual, of sums and levels
	pairTarget model.Amount // Σ target over the same
	people     int32        // distinct people in actual
	excluded   int32        // people of whom a part is left out
	has        sides        // what anything was added to
	large      sides        // what did not fit
}

func (c *cell) add(sum *model.Amount, side sides, a model.Amount) {
	total, ok := sum.Add(a)
	if !ok {
		c.large |= side
	}
	*sum, c.has = total, c.has|side
}

// merge adds another scope's cell.
func (c *cell) merge(o *cell) {
	if o.has&hasActual != 0 {
		c.add(&c.actual, hasActual, o.actual)
	}
	if o.has&hasDen != 0 {
		c.add(&c.den, hasDen, o.den)
	}
	if o.has&hasTarget != 0 {
		c.add(&c.target, hasTarget, o.target)
	}
	if o.has&hasPair != 0 {
		c.add(&c.pairActual, hasPair, o.pairActual)
		c.add(&c.pairTarget, hasPair, o.pairTarget)
	}
	c.people += o.people
	c.excluded += o.excluded
	c.has |= o.has
	c.large |= o.large
}

// tally returns the cell of one reporter's statements.
func (d *reading) tally() cell {
	if d.r.columns[d.column].isRatio() {
		return d.tallyRatio()
	}
	return d.tallySum()
}

// tallySum reads a sum or a level: actual and target each from where it is
// stated, the attainment from where both are (rules 3 and 7).
func (d *reading) tallySum() (c cell) {
	for _, p := range d.sources(hasActual) {
		c.add(&c.actual, hasActual, d.statement(p).actual)
		c.people = 1
	}
	for _, p := range d.sources(hasTarget) {
		c.add(&c.target, hasTarget, d.statement(p).target)
	}
	for _, p := range d.sources(hasActual | hasTarget) {
		s := d.statement(p)
		c.add(&c.pairActual, hasPair, s.actual)
		c.add(&c.pairTarget, hasPair, s.target)
	}
	if len(d.leftOut(d.r.columns[d.column].sides())) > 0 {
		c.excluded = 1
	}
	return c
}

// tallyRatio reads a ratio or nps from where both sides are stated (rules 2
// and 7). A side that is a level has its value at the end; who has none there
// has no ratio. A team adds what was reported in it, so that of somebody who
// moved it may hold one side only.
func (d *reading) tallyRatio() (c cell) {
	col := &d.r.columns[d.column]
	sources := d.cover(d.buf[:0], d.period, hasActual|hasDen)
	complete := !col.endNum && !col.endDen || slices.ContainsFunc(sources, d.atEnd)
	for _, p := range d.filter(sources) {
		if !complete {
			c.excluded = 1
			break
		}
		s := d.statement(p)
		if !col.endNum || d.atEnd(p) {
			c.add(&c.actual, hasActual, s.actual)
		}
		if !col.endDen || d.atEnd(p) {
			c.add(&c.den, hasDen, s.den)
		}
		c.people = 1
	}
	if len(d.leftOut(col.sides())) > 0 {
		c.excluded = 1
	}
	if col.targets && len(d.sources(hasTarget)) > 0 {
		c.has |= hasTarget
	}
	return c
}

// tallyTarget weighs the targets of a ratio or nps with its denominators
// (rule 3).
func (d *reading) tallyTarget() (w weighted) {
	if !d.r.columns[d.column].targets {
		return w
	}
	for _, p := range d.sources(hasTarget | hasDen) {
		if s := d.statement(p); !d.r.columns[d.column].endDen || d.atEnd(p) {
			w.add(s.target, s.den)
		}
	}
	return w
}
