package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// noTeam is the team of who is in none.
const noTeam = -1

// An org is who belongs where. People and teams are their index in the
// portfolio's lists, which are by id.
type org struct {
	people map[model.PersonID]int
	teams  map[model.TeamID]int
	above  [][]int // of a team: itself, its parent, and so on up to the root
	below  [][]int // of a team: the people who ever report in it or below, in order
	own    [][]int // of a team: the people who ever report in the team itself, in order
	steady []bool  // of a person: all reports count in one team
}

func newOrg(p *model.Portfolio) org {
	o := org{
		people: make(map[model.PersonID]int, len(p.People)),
		teams:  make(map[model.TeamID]int, len(p.Teams)),
		above:  make([][]int, len(p.Teams)),
		below:  make([][]int, len(p.Teams)),
		own:    make([][]int, len(p.Teams)),
		steady: make([]bool, len(p.People)),
	}
	for i, x := range p.People {
		o.people[x.ID] = i
	}
	for i, t := range p.Teams {
		o.teams[t.ID] = i
	}
	for i, t := range p.Teams {
		// A cycle of parents is a fault that is told elsewhere; here it only
		// has to end.
		for known := true; known && !slices.Contains(o.above[i], o.teams[t.ID]); {
			o.above[i] = append(o.above[i], o.teams[t.ID])
			if _, known = o.teams[t.Parent]; known {
				t = p.Teams[o.teams[t.Parent]]
			}
		}
	}
	return o
}

// within reports whether the team is the other or below it.
func (o *org) within(team, other int) bool {
	return team != noTeam && slices.Contains(o.above[team], other)
}

// place notes in which teams the person reports.
func (o *org) place(person int, teams []int) {
	o.steady[person] = true
	for _, team := range teams {
		o.steady[person] = o.steady[person] && team == teams[0] && team != noTeam
		if team == noTeam {
			continue
		}
		o.own[team] = appendOnce(o.own[team], person)
		for _, t := range o.above[team] {
			o.below[t] = appendOnce(o.below[t], person)
		}
	}
}

func appendOnce(list []int, x int) []int {
	if n := len(list); n > 0 && list[n-1] == x {
		return list
	}
	return append(list, x)
}

// teamAt returns the team that the person's report of the period belongs to.
func (r *Result) teamAt(person, period int) int {
	return int(r.stints[person*len(r.time.periods)+period])
}

// TeamOf returns the team that the person's report of the period belongs to;
// ok is false where the person had no stint in it.
func (r *Result) TeamOf(person model.PersonID, p model.Period) (id model.TeamID, ok bool) {
	x, known := r.org.people[person]
	if !known {
		return "", false
	}
	i := r.time.find(p)
	if i < 0 {
		return r.portfolio.People[x].TeamIn(r.time.calendar, p)
	}
	if t := r.teamAt(x, i); t != noTeam {
		return r.portfolio.Teams[t].ID, true
	}
	return "", false
}

// Members returns the team's own people, those with a stint in the period, by
// id. The list is shared: it is not to be changed.
func (r *Result) Members(t model.TeamID, p model.Period) []model.PersonID {
	return r.staffOf(r.staff, t, p, func(team int) bool { return team == r.org.teams[t] })
}

// People returns the people of the team and of all teams below it, by id. The
// list is shared: it is not to be changed.
func (r *Result) People(t model.TeamID, p model.Period) []model.PersonID {
	return r.staffOf(r.staffBelow, t, p, func(team int) bool { return r.org.within(team, r.org.teams[t]) })
}

// staffOf looks the people up, or, for a period that nobody reported, which
// is seldom asked for, finds them.
func (r *Result) staffOf(lists [][]model.PersonID, t model.TeamID, p model.Period, in func(team int) bool) []model.PersonID {
	team, known := r.org.teams[t]
	if !known {
		return nil
	}
	if i := r.time.find(p); i >= 0 {
		return lists[team*len(r.time.periods)+i]
	}
	var list []model.PersonID
	for _, x := range r.portfolio.People {
		if id, ok := x.TeamIn(r.time.calendar, p); ok {
			if i, known := r.org.teams[id]; known && in(i) {
				list = append(list, x.ID)
			}
		}
	}
	return list
}

// fillStaff notes who is in which team in which period.
func (r *Result) fillStaff() {
	n := len(r.time.periods)
	r.staff = make([][]model.PersonID, len(r.portfolio.Teams)*n)
	r.staffBelow = make([][]model.PersonID, len(r.portfolio.Teams)*n)
	for person, x := range r.portfolio.People {
		for period := range n {
			team := r.teamAt(person, period)
			if team == noTeam {
				continue
			}
			r.staff[team*n+period] = append(r.staff[team*n+period], x.ID)
			for _, above := range r.org.above[team] {
				r.staffBelow[above*n+period] = append(r.staffBelow[above*n+period], x.ID)
			}
		}
	}
}

// Children returns the teams directly below, by id.
func (r *Result) Children(t model.TeamID) []model.TeamID {
	var list []model.TeamID
	for _, team := range r.portfolio.Teams {
		if team.Parent == t && t != "" {
			list = append(list, team.ID)
		}
	}
	return list
}
