package analysis

import (
	"maps"
	"reflect"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// Next returns what Run returns for p, and is quick where p is the portfolio
// of r after an edit of a few reviews or of other prose: what the edit cannot
// touch is taken over. Which reviews, people, teams and pages are the same is
// told by their pointers; what looks different and is not costs time only. r
// itself stays as it is.
func (r *Result) Next(p *model.Portfolio) (*Result, diag.List) {
	if p == r.portfolio {
		return r, r.checks.list()
	}
	edited, ok := r.editedUnits(p)
	if !ok {
		return Run(p)
	}
	n := &revision{Result: new(*r), before: r}
	n.portfolio = p
	if !n.restate(edited) {
		return Run(p)
	}
	n.rollUpAgain()
	n.reviewAgain(edited)
	n.checkAgain(edited)
	return n.Result, n.checks.list()
}

// A revision is a Result in the making, of the one before. What they share is
// copied before it is changed.
type revision struct {
	*Result
	before *Result
	moved  []movedRow
	cells  map[point]bool // that were added up anew
}

// A movedRow is a report that states other figures than before.
type movedRow struct {
	person, period int
	columns        []int // of the figures
}

// editedUnits returns the units of p that are not as in r; ok is false where p
// differs in more than what reviews and prose say, or in so much that to run
// anew is quicker.
func (r *Result) editedUnits(p *model.Portfolio) (edited []int, ok bool) {
	o := r.portfolio
	if units(p) != units(o) || len(p.Reviews) != len(o.Reviews) || len(p.People) != len(o.People) || len(p.Teams) != len(o.Teams) {
		return nil, false
	}
	if !reflect.DeepEqual(p.Settings, o.Settings) {
		return nil, false
	}
	unit := 0
	compare := func(same, alike bool) {
		if !same {
			edited = append(edited, unit)
		}
		ok = ok && (same || alike)
		unit++
	}
	ok = true
	for i, x := range p.Reviews {
		compare(x == o.Reviews[i], sameReview(x, o.Reviews[i]))
	}
	for i, x := range p.People {
		compare(x == o.People[i], x == o.People[i] || samePerson(*x, *o.People[i]))
	}
	for i, x := range p.Teams {
		compare(x == o.Teams[i], x == o.Teams[i] || sameTeam(*x, *o.Teams[i]))
	}
	for i, x := range p.Pages {
		compare(x == o.Pages[i], true)
	}
	return edited, ok && len(edited) <= 8+unit/10
}

// sameReview reports whether two reviews are of the same person and period,
// with a report or without.
func sameReview(a, b *model.Review) bool {
	return a.Person == b.Person && a.Period == b.Period && (a.Report == nil) == (b.Report == nil)
}

// samePerson reports whether two people differ in their prose only.
func samePerson(a, b model.Person) bool {
	a.Body, b.Body = model.Doc{}, model.Doc{}
	return reflect.DeepEqual(a, b)
}

func sameTeam(a, b model.Team) bool {
	a.Body, b.Body = model.Doc{}, model.Doc{}
	return reflect.DeepEqual(a, b)
}

// restate takes over what the edited reports state. It reports false where
// they state other metrics than anybody did, so that there are other columns.
func (n *revision) restate(edited []int) bool {
	for _, unit := range edited {
		if unit >= len(n.portfolio.Reviews) {
			break
		}
		review, was := n.portfolio.Reviews[unit], n.before.portfolio.Reviews[unit]
		x, known := n.org.people[review.Person]
		if review.Report == nil || !known {
			continue
		}
		if !n.keepsColumns(review.Report, was.Report) {
			return false
		}
		n.restateRow(x, n.time.find(review.Period), review)
	}
	return n.keepsTargets()
}

// keepsColumns reports whether the columns are the same with the report as it
// is now, and lists the breakdowns anew where it states others.
func (n *revision) keepsColumns(now, was *model.Report) bool {
	if !slices.EqualFunc(now.Breakdowns, was.Breakdowns, func(a, b model.BreakdownValues) bool { return a.Breakdown == b.Breakdown }) {
		n.breakdowns = statedBreakdowns(n.portfolio)
	}
	if slices.EqualFunc(now.Values, was.Values, func(a, b model.Value) bool { return a.Metric == b.Metric }) {
		return true
	}
	columns, _ := newColumns(n.portfolio)
	return slices.EqualFunc(columns, n.columns, func(a, b column) bool { return a.metric.ID == b.metric.ID })
}

func (n *revision) restateRow(x, period int, review *model.Review) {
	at, row := n.rows[n.at(x, period)], n.reportRow(x, review)
	moved := movedRow{person: x, period: period}
	for c := range row {
		if row[c] != n.statements[at][c] {
			moved.columns = append(moved.columns, c)
		}
	}
	if moved.columns == nil {
		return
	}
	if shared(n.statements, n.before.statements) {
		n.statements = slices.Clone(n.statements)
	}
	n.statements[at] = row
	n.moved = append(n.moved, moved)
}

// keepsTargets reports whether the same ratios as before have targets.
func (n *revision) keepsTargets() bool {
	for _, m := range n.moved {
		for _, c := range m.columns {
			if n.statesTarget(c) != n.columns[c].targets {
				return false
			}
		}
	}
	return true
}

// shared reports whether two lists are one.
func shared[T any](a, b []T) bool { return len(a) > 0 && len(b) > 0 && &a[0] == &b[0] }

// reviewAgain derives what is kept of the edited reviews.
func (n *revision) reviewAgain(edited []int) {
	p := n.portfolio
	n.reviews = n.reviews.next(n.before.portfolio, p, edited)
	n.verdicts, n.marks = slices.Clone(n.verdicts), slices.Clone(n.marks)
	for _, unit := range edited {
		if unit >= len(p.Reviews) {
			break
		}
		n.verdicts[unit] = n.verdictOf(p.Reviews[unit])
		for _, i := range n.reviewsOf(p.Reviews[unit].Person) {
			n.marks[i] = n.mark(p.Reviews[i]) // a yearly theme counts in the later ones too
		}
	}
}

// reviewsOf returns where the reviews of a person are.
func (r *Result) reviewsOf(person model.PersonID) []int {
	var list []int
	for _, review := range r.reviews.of[person] {
		if x, known := r.org.people[person]; known {
			list = append(list, r.review(x, review.Period))
		}
	}
	return list
}

// next returns the index of p, which differs from that of before in the edited
// reviews only.
func (x reviews) next(before, p *model.Portfolio, edited []int) reviews {
	next := reviews{of: maps.Clone(x.of), leads: x.leads, actions: x.actions, actionsOf: x.actionsOf, doubts: newDoubts(p)}
	owners := map[model.PersonID]bool{} // whose actions are not as they were
	for _, unit := range edited {
		if unit >= len(p.Reviews) {
			break
		}
		was, now := before.Reviews[unit], p.Reviews[unit]
		list := slices.Clone(next.of[now.Person])
		list[slices.Index(list, was)] = now
		next.of[now.Person] = list
		changedOwners(owners, was, now, p.Settings.Calendar.Last(now.Period))
	}
	if len(owners) > 0 {
		next.actions = trackAgain(x.actions, p, owners)
		next.actionsOf = byOwner(next.actions)
	}
	return next
}
