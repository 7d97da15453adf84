package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// presence is whether a scope has reports in a period.
type presence uint8

const (
	exact  presence = 1 << iota // somebody of the scope reported exactly this period
	inside                      // or a part of it
)

// rollUp fills in the cells of every person and team. A report counts in the
// team that the person was in (rule 1), so a team's cell is the sum over its
// people of what each reported there, and its figures.
func (r *Result) rollUp() {
	for i := range r.columns {
		c := &r.columns[i]
		c.cells = table[cell](r.scopes(), len(r.time.periods))
		if c.targets = r.statesTarget(i); c.targets {
			c.weights = table[weighted](r.scopes(), len(r.time.periods))
		}
	}
	for x := range r.portfolio.People {
		r.rollUpPerson(x)
	}
	for t := range r.portfolio.Teams {
		r.rollUpFigures(t)
	}
	for t := range r.portfolio.Teams {
		r.wholeSums(t)
	}
}

// statesTarget reports whether anybody states a target of the ratio or nps.
func (r *Result) statesTarget(column int) bool {
	if !r.columns[column].isRatio() {
		return false
	}
	return slices.ContainsFunc(r.statements, func(row []statement) bool { return row[column].has&hasTarget != 0 })
}

// table returns rows of zeros.
func table[T any](rows, width int) [][]T {
	flat := make([]T, rows*width)
	t := make([][]T, rows)
	for i := range t {
		t[i] = flat[i*width : (i+1)*width : (i+1)*width]
	}
	return t
}

// rollUpPerson adds a person's reports to the own scope, the team and those
// above it.
func (r *Result) rollUpPerson(x int) {
	reports := r.reportsOf(x)
	var teams []int
	for _, q := range reports {
		team := r.teamAt(x, q)
		teams = append(teams, team)
		r.note(x, q)
		if team == noTeam {
			continue
		}
		for _, t := range r.org.above[team] {
			r.note(r.teamScope(t), q)
		}
	}
	r.org.place(x, teams)
	for p := range r.time.periods {
		if r.present[r.at(x, p)]&inside == 0 {
			continue
		}
		teams, moved := r.teamsInside(x, p, reports)
		for c := range r.columns {
			r.tallyInto(x, p, c, teams, moved)
		}
	}
}

// tallyInto adds the person's figure to the own scope and to the teams: whole
// to each, or, where the person moved, what was reported in each.
func (r *Result) tallyInto(x, period, column int, teams []int, moved bool) {
	d := r.read(x, period, column)
	tally, target := d.tally(), d.tallyTarget()
	r.put(x, &d, &tally, target)
	for _, t := range teams {
		if moved {
			d.team = t
			tally, target = d.tally(), d.tallyTarget()
		}
		r.put(r.teamScope(t), &d, &tally, target)
	}
}

func (r *Result) put(scope int, d *reading, tally *cell, target weighted) {
	c := &r.columns[d.column]
	c.cells[scope][d.period].merge(tally)
	if c.targets {
		c.weights[scope][d.period].merge(target)
	}
}

// reportsOf returns the periods the person reported.
func (r *Result) reportsOf(x int) []int {
	var list []int
	for p := range r.time.periods {
		if r.rows[r.at(x, p)] >= 0 {
			list = append(list, p)
		}
	}
	return list
}

// note notes that somebody of the scope reported the period.
func (r *Result) note(scope, period int) {
	r.present[r.at(scope, period)] |= exact
	for _, holder := range r.time.spans[period].holders {
		r.present[r.at(scope, holder)] |= inside
	}
}

// teamsInside returns the teams that the person's reports inside the period
// count in; moved reports that not all of them count in all.
func (r *Result) teamsInside(x, period int, reports []int) (teams []int, moved bool) {
	first := true
	for _, q := range reports {
		if !slices.Contains(r.time.spans[q].holders, period) {
			continue
		}
		var above []int
		if team := r.teamAt(x, q); team != noTeam {
			above = r.org.above[team]
		}
		if first {
			teams, first = above, false
			continue
		}
		if slices.Equal(teams, above) {
			continue
		}
		moved = true
		teams = slices.Clone(teams)
		for _, t := range above {
			if !slices.Contains(teams, t) {
				teams = append(teams, t)
			}
		}
	}
	return teams, moved
}

// rollUpFigures adds what belongs to no one person to the team and those above
// it. It has no people.
func (r *Result) rollUpFigures(t int) {
	if len(r.portfolio.Teams[t].Figures) == 0 {
		return
	}
	for p := range r.time.periods {
		for c := range r.columns {
			col := &r.columns[c]
			if col.metric.Kind == model.RatioKind {
				continue
			}
			sum := r.figures(t, p, c)
			if sum.has == 0 {
				continue
			}
			for _, above := range r.org.above[t] {
				col.cells[r.teamScope(above)][p].merge(&sum)
			}
		}
	}
}

// figures returns what the team's own figures come to.
func (r *Result) figures(t, period, column int) (c cell) {
	d := r.read(r.teamScope(t), period, column)
	for _, q := range d.sources(hasActual) {
		s := d.statement(q)
		c.add(&c.actual, hasActual|hasFigures, s.actual)
		if s.has&hasDen != 0 {
			c.add(&c.den, hasDen, s.den)
		}
	}
	return c
}
