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
	people   map[model.PersonID]int
	teams    map[model.TeamID]int
	children map[model.TeamID][]model.TeamID // the teams directly below, by id
	above    [][]int                         // of a team: itself, its parent, and so on up to the root
	below    [][]int                         // of a team: the people who ever report in it or below, in order
	own      [][]int                         // of a team: the people who ever report in the team itself, in order
	steady   []bool                          // of a person: all reports count in one team
	led      [][]int                         // of a person: the teams led, by id
	leads    []int                           // of a person: the topmost team led, noTeam for none
}

func newOrg(p *model.Portfolio) org {
	o := org{
		people:   make(map[model.PersonID]int, len(p.People)),
		teams:    make(map[model.TeamID]int, len(p.Teams)),
		children: map[model.TeamID][]model.TeamID{},
		above:    make([][]int, len(p.Teams)),
		below:    make([][]int, len(p.Teams)),
		own:      make([][]int, len(p.Teams)),
		steady:   make([]bool, len(p.People)),
	}
	for i, x := range p.People {
		o.people[x.ID] = i
	}
	for i, t := range p.Teams {
		o.teams[t.ID] = i
		if t.Parent != "" && t.Parent != t.ID {
			o.children[t.Parent] = append(o.children[t.Parent], t.ID)
		}
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
	o.led, o.leads = make([][]int, len(p.People)), slices.Repeat([]int{noTeam}, len(p.People))
	for i, t := range p.Teams {
		x, known := o.people[t.Lead]
		if !known {
			continue
		}
		o.led[x] = append(o.led[x], i)
		if o.leads[x] == noTeam || len(o.above[i]) < len(o.above[o.leads[x]]) {
			o.leads[x] = i
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

// teamIn is teamAt for any period.
func (r *Result) teamIn(person int, p model.Period) int {
	if i := r.time.find(p); i >= 0 {
		return r.teamAt(person, i)
	}
	return r.teamWithin(person, r.time.calendar.First(p), r.time.calendar.Last(p))
}

// teamWithin is teamIn for the period from the one day to the other.
func (r *Result) teamWithin(person int, first, last model.Date) int {
	if id, ok := r.portfolio.People[person].TeamWithin(first, last); ok {
		if team, known := r.org.teams[id]; known {
			return team
		}
	}
	return noTeam
}

// TeamOf returns the team that the person's report of the period belongs to;
// ok is false where the person had no stint in it.
func (r *Result) TeamOf(person model.PersonID, p model.Period) (id model.TeamID, ok bool) {
	x, known := r.org.people[person]
	if !known {
		return "", false
	}
	if t := r.teamIn(x, p); t != noTeam {
		return r.portfolio.Teams[t].ID, true
	}
	return "", false
}

// A crew is the people of a team in a period, by id.
type crew struct {
	people []int32
	ids    []model.PersonID
}

func (c *crew) add(r *Result, person int) {
	c.people = append(c.people, int32(person))
	c.ids = append(c.ids, r.portfolio.People[person].ID)
}

// Members returns the team's own people, those with a stint in the period, by
// id. The list is shared: it is not to be changed.
func (r *Result) Members(t model.TeamID, p model.Period) []model.PersonID {
	return r.crewOf(r.members, t, p, func(team, of int) bool { return team == of }).ids
}

// People returns the people of the team and of all teams below it, by id. The
// list is shared: it is not to be changed.
func (r *Result) People(t model.TeamID, p model.Period) []model.PersonID {
	return r.crewOf(r.crews, t, p, r.org.within).ids
}

// crew returns the people of the team and of all teams below it.
func (r *Result) crew(t model.TeamID, p model.Period) []int32 {
	return r.crewOf(r.crews, t, p, r.org.within).people
}

// crewOf looks the people up, or, for a period that nothing is said of, which
// is seldom asked for, finds them.
func (r *Result) crewOf(crews []crew, t model.TeamID, p model.Period, in func(team, of int) bool) (c crew) {
	of, known := r.org.teams[t]
	if !known {
		return c
	}
	if i := r.time.find(p); i >= 0 {
		return crews[of*len(r.time.periods)+i]
	}
	first, last := r.time.calendar.First(p), r.time.calendar.Last(p)
	for x := range r.portfolio.People {
		if team := r.teamWithin(x, first, last); team != noTeam && in(team, of) {
			c.add(r, x)
		}
	}
	return c
}

// crewsIn returns who is where in which period, by team, then period; teams
// are those that somebody in a team counts in.
func (r *Result) crewsIn(teams func(team int) []int) []crew {
	n := len(r.time.periods)
	each := func(do func(at, person int)) {
		for x := range r.portfolio.People {
			for period := range n {
				if team := r.teamAt(x, period); team != noTeam {
					for _, t := range teams(team) {
						do(t*n+period, x)
					}
				}
			}
		}
	}
	sizes := make([]int, len(r.portfolio.Teams)*n)
	each(func(at, _ int) { sizes[at]++ })
	crews := make([]crew, len(sizes))
	for i, size := range sizes {
		if size > 0 {
			crews[i] = crew{make([]int32, 0, size), make([]model.PersonID, 0, size)}
		}
	}
	each(func(at, x int) { crews[at].add(r, x) })
	return crews
}

// Children returns the teams directly below, by id. The list is shared: it is
// not to be changed.
func (r *Result) Children(t model.TeamID) []model.TeamID { return r.org.children[t] }
