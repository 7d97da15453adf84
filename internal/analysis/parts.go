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
	if at.scope < len(r.portfolio.People) {
		return []part{r.scopePart(at, false)}
	}
	var list []part
	t, whole := at.scope-len(r.portfolio.People), r.isWhole(at)
	for child := range r.portfolio.Teams {
		if above := r.org.above[child]; len(above) > 1 && above[1] == t {
			list = append(list, r.scopePart(point{r.teamScope(child), at.period, at.column}, whole))
		}
	}
	for _, x := range r.org.own[t] {
		list = append(list, r.memberPart(x, t, at, whole))
	}
	list = append(list, r.figuresPart(t, at, whole))
	kept := list[:0]
	for _, p := range list {
		if p.cell.has != 0 {
			kept = append(kept, p)
		}
	}
	return kept
}

func (r *Result) scopePart(at point, whole bool) part {
	p := part{scope: at.scope, cell: *r.cell(at)}
	if whole {
		p.cell = r.wholeSides(&r.columns[at.column], func(i int) cell { return *r.cell(point{at.scope, at.period, i}) })
	}
	if c := &r.columns[at.column]; c.targets {
		p.target = c.weights[r.at(at.scope, at.period)]
	}
	return p
}

// memberPart is what the person reported in the team itself.
func (r *Result) memberPart(x, team int, at point, whole bool) part {
	read := func(column int) reading {
		d := r.read(x, at.period, column)
		d.only = func(p int) bool { return r.teamAt(x, p) == team }
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
