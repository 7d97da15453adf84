package analysis

import (
	"maps"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// checks is what only the whole shows to be wrong, by where it was found, so
// that after an edit only what it may touch is looked at again.
type checks struct {
	quoting [][]int32         // by scope: the units whose prose rests on its figures, in order
	figures map[int]diag.List // by review; nothing where nothing is wrong
	prose   map[int]diag.List // by unit
	own     map[int]diag.List // by review: what the person's reviews and figures show
}

// newChecks checks everything.
func (r *Result) newChecks() checks {
	c := checks{
		quoting: make([][]int32, r.scopes()),
		figures: map[int]diag.List{}, prose: map[int]diag.List{}, own: map[int]diag.List{},
	}
	for i, review := range r.portfolio.Reviews {
		keep(c.figures, i, func(list *diag.List) { r.checkFigures(review, list) })
		keep(c.own, i, func(list *diag.List) { r.checkOwn(i, list) })
	}
	for unit := range units(r.portfolio) {
		keep(c.prose, unit, func(list *diag.List) { r.checkUnit(unit, list) })
		for _, scope := range r.quoted(unit) {
			c.quoting[scope] = append(c.quoting[scope], int32(unit))
		}
	}
	return c
}

// keep replaces what was found in one place.
func keep(found map[int]diag.List, at int, check func(*diag.List)) {
	var list diag.List
	if check(&list); len(list) > 0 {
		found[at] = list
	} else {
		delete(found, at)
	}
}

// list returns all that was found.
func (c *checks) list() diag.List {
	n := 0
	places := []map[int]diag.List{c.figures, c.prose, c.own}
	for _, found := range places {
		for _, list := range found {
			n += len(list)
		}
	}
	all := make(diag.List, 0, n)
	for _, found := range places {
		for _, at := range slices.Sorted(maps.Keys(found)) {
			all = append(all, found[at]...)
		}
	}
	return all
}

// checkOwn tells what is wrong with a review that nothing but the reviews of the
// same person and their figures can show.
func (r *Result) checkOwn(at int, list *diag.List) {
	review := r.portfolio.Reviews[at]
	r.checkOutcomes(review, list)
	r.checkAnswers(review, list)
	r.checkSmart(review, list)
	r.checkGaps(review, list)
	r.checkPlan(review, r.verdicts[at], list)
	r.checkRestated(review, list)
}

// checkUnit tells what is wrong with the bound figures of a unit.
func (r *Result) checkUnit(unit int, list *diag.List) {
	for _, d := range proseOf(r.portfolio, unit) {
		r.checkProse(d, list)
	}
}

// quoted returns the scopes that the bound figures of a unit rest on, each
// once: whose figure it is, and whose page it stands on where the page's
// latest period is meant.
func (r *Result) quoted(unit int) []int {
	var scopes []int
	add := func(s Scope) {
		if i, ok := r.scope(s); ok && !slices.Contains(scopes, i) {
			scopes = append(scopes, i)
		}
	}
	for _, d := range proseOf(r.portfolio, unit) {
		d.doc.EachFigure(func(b *model.BoundFigure) {
			add(boundScope(b, d.page))
			add(d.page)
		})
	}
	return scopes
}
