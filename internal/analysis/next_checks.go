package analysis

import (
	"maps"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// checkAgain looks again at what was edited and at what rests on figures that
// were added up anew.
func (n *revision) checkAgain(edited []int) {
	c := &n.checks
	c.quoting = slices.Clone(c.quoting)
	c.figures, c.prose, c.own = maps.Clone(c.figures), maps.Clone(c.prose), maps.Clone(c.own)
	for _, unit := range edited {
		n.quoteAgain(unit)
	}
	for i := range n.figuresTouched(edited) {
		keep(c.figures, i, func(list *diag.List) { n.checkFigures(n.portfolio.Reviews[i], list) })
	}
	for i := range n.ownTouched(edited) {
		keep(c.own, i, func(list *diag.List) { n.checkOwn(i, list) })
	}
	for unit := range n.proseTouched(edited) {
		keep(c.prose, unit, func(list *diag.List) { n.checkUnit(unit, list) })
	}
}

// figuresTouched returns the edited reviews, and those of who leads a team that
// a report with other figures counts in: a lead's own are compared with the sum
// of the others'.
func (n *revision) figuresTouched(edited []int) map[int]bool {
	reviews := map[int]bool{}
	for _, unit := range edited {
		if unit < len(n.portfolio.Reviews) {
			reviews[unit] = true
		}
	}
	for _, m := range n.moved {
		n.leadsOf(m, reviews)
	}
	return reviews
}

// ownTouched returns all reviews of whose were edited: one report answers the
// goals of another by the figures of a third, asks more than another reached,
// and corrects what a third reported.
func (n *revision) ownTouched(edited []int) map[int]bool {
	reviews := map[int]bool{}
	if !maps.Equal(faultyElsewhere(n.portfolio), faultyElsewhere(n.before.portfolio)) {
		for i := range n.portfolio.Reviews {
			reviews[i] = true // what rests on a faulty file is not judged
		}
		return reviews
	}
	for _, unit := range edited {
		if unit >= len(n.portfolio.Reviews) {
			continue
		}
		reviews[unit] = true
		for _, i := range n.reviewsOf(n.portfolio.Reviews[unit].Person) {
			reviews[i] = true
		}
	}
	return reviews
}

// faultyElsewhere returns the files with errors that are of no review.
func faultyElsewhere(p *model.Portfolio) map[string]bool {
	files := map[string]bool{}
	for file := range p.Faulty {
		if !strings.HasPrefix(file, "content/reviews/") {
			files[file] = true
		}
	}
	return files
}

// proseTouched returns the edited units, and those bound to figures that were
// added up anew.
func (n *revision) proseTouched(edited []int) map[int]bool {
	prose := map[int]bool{}
	for _, unit := range edited {
		prose[unit] = true
	}
	for at := range n.cells {
		for _, unit := range n.checks.quoting[at.scope] {
			prose[int(unit)] = true
		}
	}
	if doubtful(n.portfolio) || doubtful(n.before.portfolio) {
		for unit := range units(n.portfolio) {
			prose[unit] = true // any figure may rest on a faulty file, or no longer
		}
	}
	return prose
}

// doubtful reports whether files have errors that figures may rest on.
func doubtful(p *model.Portfolio) bool { return len(p.Faulty)+len(p.Misplaced) > 0 }

// leadsOf adds the reviews of who leads a team that the report counts in: their
// figures are compared with the sum of the others'.
func (n *revision) leadsOf(m movedRow, reviews map[int]bool) {
	team := n.teamAt(m.person, m.period)
	if team == noTeam {
		return
	}
	for _, t := range n.org.above[team] {
		if lead, known := n.org.people[n.portfolio.Teams[t].Lead]; known {
			if i := n.reviewAt[n.at(lead, m.period)]; i >= 0 {
				reviews[int(i)] = true
			}
		}
	}
}

// quoteAgain notes on whose figures the prose of a unit rests now.
func (n *revision) quoteAgain(unit int) {
	was, now := n.before.quoted(unit), n.quoted(unit)
	for _, scope := range was {
		if !slices.Contains(now, scope) {
			list := slices.DeleteFunc(slices.Clone(n.checks.quoting[scope]), func(u int32) bool { return int(u) == unit })
			if len(list) == 0 {
				list = nil
			}
			n.checks.quoting[scope] = list
		}
	}
	for _, scope := range now {
		list := n.checks.quoting[scope]
		if at, found := slices.BinarySearch(list, int32(unit)); !found {
			n.checks.quoting[scope] = slices.Insert(slices.Clone(list), at, int32(unit))
		}
	}
}
