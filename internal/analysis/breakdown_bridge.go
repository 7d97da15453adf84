package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// Bridge explains how the figure went from the one period to the other by the
// parts of the breakdown. What the figure has in no part (reports that do not
// state the breakdown, a team's own figures, parts that do not add up) is a
// step of its own, and so is what those reported who owe a report now; the
// steps add up to the change exactly. A part that is new, or gone, counts from
// or to nothing. Where one of the periods is not split at all, there are no
// steps and Why tells which.
func (d *Division) Bridge(p, against model.Period) Bridge {
	b, from, to := d.r.openBridge(d.r.scopeOf(d.scope), d.Metric.ID, p, against)
	b.By = d.By
	if !b.Delta.Defined() {
		return b
	}
	before, after := d.of(from.period), d.of(to.period)
	switch {
	case len(after.list) == 0:
		b.Why = NotSplit
		return b
	case len(before.list) == 0:
		b.Why = PriorNotSplit
		return b
	}
	d.r.addSteps(&b, d.pair(&b, from, to, before, after), from, to)
	return b
}

// pair returns the parts of both periods, then what those reported who owe a
// report now, then what is in no part.
func (d *Division) pair(b *Bridge, from, to point, before, after *partSums) []partPair {
	pairs := make([]partPair, 0, len(before.list)+2)
	find := func(name string) *partPair {
		i := slices.IndexFunc(pairs, func(p partPair) bool { return p.name == name })
		if i < 0 {
			i = len(pairs)
			pairs = append(pairs, partPair{breakdown: true, name: name})
		}
		return &pairs[i]
	}
	for i := range before.list {
		find(before.list[i].name).before.cell = before.list[i].cell
	}
	for i := range after.list {
		find(after.list[i].name).after.cell = after.list[i].cell
	}
	missing := d.setAbsentApart(b, pairs, from, to)
	rest := partPair{breakdown: true, unassigned: true}
	rest.before.cell, rest.after.cell = *d.r.cell(from), *d.r.cell(to)
	subtract(&rest.before.cell, &missing.before.cell)
	for i := range pairs {
		subtract(&rest.before.cell, &pairs[i].before.cell)
		subtract(&rest.after.cell, &pairs[i].after.cell)
	}
	pairs = append(pairs, missing)
	pairs = slices.DeleteFunc(pairs, func(p partPair) bool { return isNothing(&p.before.cell) && isNothing(&p.after.cell) })
	if !isNothing(&rest.before.cell) || !isNothing(&rest.after.cell) {
		b.OneSided = d.oneSided(from, to, before, after)
		pairs = append(pairs, rest)
	}
	return pairs
}

// setAbsentApart takes out of the earlier parts what those reported who owe a
// report now, and returns all that they reported as a part of its own.
func (d *Division) setAbsentApart(b *Bridge, pairs []partPair, from, to point) partPair {
	missing := partPair{breakdown: true, missing: true}
	for _, x := range d.r.reporters(d.scope) {
		if !d.r.owes(x, from, to) {
			continue
		}
		own := d.r.ownCell(x, from, d.r.isWhole(from))
		if own.has == 0 {
			continue
		}
		missing.before.cell.merge(&own)
		b.Absent = append(b.Absent, d.r.portfolio.People[x].ID)
		sums := partSums{at: map[string]int{}}
		s := split{d.r, d.facet, d.scope, from.period}
		s.inside(x, from.period, func(_ int, stated statedParts) bool {
			d.facet.add(&sums, stated)
			return true
		})
		for i := range sums.list {
			at := slices.IndexFunc(pairs, func(p partPair) bool { return p.name == sums.list[i].name })
			subtract(&pairs[at].before.cell, &sums.list[i].cell)
		}
	}
	return missing
}

// oneSided returns who has the figure in both periods and its parts in one
// only, so that parts grow or shrink by what was merely not split.
func (d *Division) oneSided(from, to point, before, after *partSums) []model.PersonID {
	var list []model.PersonID
	has := func(x int, at point) bool {
		own := d.r.ownCell(x, at, d.r.isWhole(at))
		return own.has&hasActual != 0
	}
	for _, x := range d.r.reporters(d.scope) {
		_, then := slices.BinarySearch(before.people, x)
		_, now := slices.BinarySearch(after.people, x)
		if then != now && has(x, from) && has(x, to) {
			list = append(list, d.r.portfolio.People[x].ID)
		}
	}
	return list
}

// subtract takes the sums of a part out of those of the whole. What is left of
// a whole is known, also where it is 0; a part of which nothing is left is not
// one any more.
func subtract(whole, part *cell) {
	whole.actual -= part.actual
	whole.den -= part.den
}

// isNothing reports whether a part comes to nothing.
func isNothing(c *cell) bool { return c.actual == 0 && c.den == 0 }
