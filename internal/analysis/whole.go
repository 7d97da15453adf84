package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// wholeSums replaces the ratios of a team where one side comes from figures,
// the team's own or of a team below: the other side is then the whole sum, as
// nobody reports both (rule 2).
func (r *Result) wholeSums(t int) {
	for p := range r.time.periods {
		for c := range r.columns {
			if at := (point{r.teamScope(t), p, c}); r.isWhole(at) {
				*r.cell(at) = r.wholeSum(t, at)
			}
		}
	}
}

// isWhole reports whether a side of the ratio comes from figures.
func (r *Result) isWhole(at point) bool {
	c := &r.columns[at.column]
	if c.metric.Kind != model.RatioKind || at.scope < len(r.portfolio.People) {
		return false
	}
	for _, side := range [][]int{c.num, c.den} {
		for _, i := range side {
			if i >= 0 && r.cell(point{at.scope, at.period, i}).has&hasFigures != 0 {
				return true
			}
		}
	}
	return false
}

func (r *Result) wholeSum(t int, at point) cell {
	col := &r.columns[at.column]
	c := r.wholeSides(col, func(i int) cell { return *r.cell(point{at.scope, at.period, i}) })
	c.has |= r.cell(at).has & hasTarget
	for _, x := range r.org.below[t] {
		if r.contributes(x, t, at) {
			c.people++
		}
	}
	return c
}

// wholeSides adds up a ratio's sides from the cells of their metrics. A side
// of which a metric is missing stays empty.
func (r *Result) wholeSides(col *column, cellOf func(column int) cell) (c cell) {
	add := func(side []int, sum *model.Amount, bit sides) {
		for _, i := range side {
			var part cell
			if i >= 0 {
				part = cellOf(i)
			}
			if part.has&hasActual == 0 {
				*sum, c.has = 0, c.has&^bit
				return
			}
			c.add(sum, bit, part.actual)
			if part.large&hasActual != 0 {
				c.large |= bit
			}
		}
	}
	add(col.num, &c.actual, hasActual)
	add(col.den, &c.den, hasDen)
	return c
}

// contributes reports whether the person's reports in the team state any
// metric of the ratio's sides.
func (r *Result) contributes(x, team int, at point) bool {
	col := &r.columns[at.column]
	for _, i := range slices.Concat(col.num, col.den) {
		if i < 0 {
			continue
		}
		d := r.read(x, at.period, i)
		d.team = team
		if len(d.sources(hasActual)) > 0 {
			return true
		}
	}
	return false
}
