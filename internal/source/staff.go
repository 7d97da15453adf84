package source

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A crew is the teams, as one tree, and the people in them.
type crew struct {
	teams     []*model.Team   // as a walk meets their files
	people    []*model.Person // the same way
	misplaced map[string]bool // files of those that are not where they belong
	faults    diag.List

	// Those that name what is not there stand in the portfolio without it.
	// Here they are found by what their files say.
	cutTeams  map[*model.Team]*model.Team
	cutPeople map[*model.Person]*model.Person
}

// enlist returns the crew of the files as they are. Whom the last one holds
// already and who is the same is the same one.
func (a *assembly) enlist() crew {
	c := crew{
		misplaced: map[string]bool{},
		cutTeams:  map[*model.Team]*model.Team{}, cutPeople: map[*model.Person]*model.Person{},
	}
	for _, t := range a.tree(&c) {
		c.teams = append(c.teams, a.team(&c, t))
	}
	for _, i := range a.staff {
		if x := a.now[i].person; x != nil {
			c.people = append(c.people, a.person(&c, x))
		}
	}
	return c
}

// team returns a team as it hangs in the tree.
func (a *assembly) team(c *crew, n node) *model.Team {
	t := n.file.team
	if t.Parent == n.parent && t.Lead == n.lead {
		return t
	}
	cut := a.crew.cutTeams[t]
	if cut == nil || cut.Parent != n.parent || cut.Lead != n.lead {
		cut = clone(t)
		cut.Parent, cut.Lead = n.parent, n.lead
	}
	c.cutTeams[t] = cut
	return cut
}

// person returns a person. A reference to what is not there, which was told, is
// left out.
func (a *assembly) person(c *crew, x *model.Person) *model.Person {
	isNowhere := func(s model.Stint) bool { return !a.hasTeam(s.Team) }
	manager, stints := x.Manager, x.Stints
	if !a.hasPerson(manager) {
		manager = ""
	}
	if slices.ContainsFunc(stints, isNowhere) {
		stints = slices.DeleteFunc(slices.Clone(stints), isNowhere)
		c.misplaced[x.File] = true
	}
	if manager == x.Manager && len(stints) == len(x.Stints) {
		return x
	}
	cut := a.crew.cutPeople[x]
	if cut == nil || cut.Manager != manager || !slices.Equal(cut.Stints, stints) {
		cut = clone(x)
		cut.Manager, cut.Stints = manager, stints
	}
	c.cutPeople[x] = cut
	return cut
}

// hasTeam reports whether the team is in the portfolio.
func (a *assembly) hasTeam(id model.TeamID) bool {
	f := a.teams[string(id)]
	return f != nil && f.join.made.team != nil
}

// hasPerson reports whether the person is in the portfolio.
func (a *assembly) hasPerson(id model.PersonID) bool {
	f := a.people[string(id)]
	return f != nil && f.join.made.person != nil
}
