package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Regrade is a person whose calibration.md states a final grade.
type Regrade struct {
	Person  model.PersonID
	Verdict Verdict // with 初评 and 终评
	Steps   int     // grades moved up, negative for down; 0 where it stayed or there is no 初评
}

// Moved reports whether 终评 is another grade than 初评.
func (g Regrade) Moved() bool { return g.Verdict.Computed != g.Verdict.Final }

// Regrades returns who of the team and all below it has a 终评: the moved first,
// the furthest of them before the others, up before down, then by id.
func (r *Result) Regrades(t model.TeamID, p model.Period) []Regrade {
	var list []Regrade
	for _, x := range r.crew(t, p) {
		v := r.verdict(int(x), p)
		if v.Final == "" {
			continue
		}
		g := Regrade{Person: r.portfolio.People[x].ID, Verdict: v}
		if from, to := r.gradeIndex(v.Computed), r.gradeIndex(v.Final); from >= 0 && to >= 0 {
			g.Steps = from - to
		}
		list = append(list, g)
	}
	rank := func(g Regrade) int {
		switch {
		case !g.Moved():
			return -1
		case g.Steps < 0:
			return -g.Steps
		}
		return g.Steps
	}
	slices.SortFunc(list, func(a, b Regrade) int {
		return cmp.Or(cmp.Compare(rank(b), rank(a)), cmp.Compare(b.Steps, a.Steps), cmp.Compare(a.Person, b.Person))
	})
	return list
}

// gradeIndex returns where a grade stands from the top; -1 where there is no
// such grade.
func (r *Result) gradeIndex(name string) int {
	return slices.IndexFunc(r.portfolio.Settings.Ratings.Grades, func(g model.Grade) bool { return g.Name == name })
}
