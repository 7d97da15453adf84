package analysis

// A part is what one child team, own member or own figures add to a figure.
// The parts of a scope add up to its cell (rule 1).
type part struct {
	scope   int
	figures bool
	cell    cell
	target  weighted
}

// parts returns what a team's figure is the sum of: child teams, the members'
// reports in the team itself, and its figures. A person is one part.
func (r *Result) parts(at point) []part {
	list := make([]part, 0, r.mostParts(at.scope))
	r.eachPart(at, func(p part) { list = append(list, p) })
	return list
}

// mostParts returns of how many parts a figure of the scope is at most.
func (r *Result) mostParts(scope int) int {
	if scope < len(r.portfolio.People) {
		return 1
	}
	t := scope - len(r.portfolio.People)
	return len(r.Children(r.portfolio.Teams[t].ID)) + len(r.org.own[t]) + 1
}

func (r *Result) eachPart(at point, do func(part)) {
	if at.scope < len(r.portfolio.People) {
		do(r.scopePart(at, false))
		return
	}
	keep := func(p part) {
		if p.cell.has != 0 {
			do(p)
		}
	}
	t, whole := at.scope-len(r.portfolio.People), r.isWhole(at)
	for _, id := range r.Children(r.portfolio.Teams[t].ID) {
		keep(r.scopePart(point{r.teamScope(r.org.teams[id]), at.period, at.column}, whole))
	}
	for _, x := range r.org.own[t] {
		if r.present[r.at(x, at.period)] != 0 {
			keep(r.memberPart(x, t, at, whole))
		}
	}
	if len(r.portfolio.Teams[t].Figures) > 0 {
		keep(r.figuresPart(t, at, whole))
	}
}

func (r *Result) scopePart(at point, whole bool) part {
	p := part{scope: at.scope, cell: *r.cell(at)}
	if whole {
		p.cell = r.wholeSides(&r.columns[at.column], func(i int) cell { return *r.cell(point{at.scope, at.period, i}) })
	}
	if c := &r.columns[at.column]; c.targets {
		p.target = c.weights[at.scope][at.period]
	}
	return p
}

// memberPart is what the person reported in the team itself: who never moved,
// all.
func (r *Result) memberPart(x, team int, at point, whole bool) part {
	if r.org.steady[x] {
		return r.scopePart(point{x, at.period, at.column}, whole)
	}
	read := func(column int) reading {
		d := r.read(x, at.period, column)
		d.team, d.itself = team, true
		return d
	}
	d := read(at.column)
	p := part{scope: x, cell: d.tally(), target: d.tallyTarget()}
	if whole {
		p.cell = r.wholeSides(&r.columns[at.column], func(i int) cell {
			d := read(i)
			return d.tally()
		})
	}
	return p
}

func (r *Result) figuresPart(team int, at point, whole bool) part {
	p := part{scope: at.scope, figures: true, cell: r.figures(team, at.period, at.column)}
	if whole {
		p.cell = r.wholeSides(&r.columns[at.column], func(i int) cell { return r.figures(team, at.period, i) })
	}
	return p
}

// scopeOf returns the scope with that index.
func (r *Result) scopeOf(i int) Scope {
	if i < len(r.portfolio.People) {
		return PersonScope(r.portfolio.People[i].ID)
	}
	return TeamScope(r.portfolio.Teams[i-len(r.portfolio.People)].ID)
}
