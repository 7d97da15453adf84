package site

import "reviewfolio/internal/audience"

type teamPeriod struct {
	team   TeamID
	period Period
}

// A placing is the ranking of a team by person.
type placing struct {
	place  map[PersonID]int
	ranked int // people who have a place
}

func (s *Site) placing(of teamPeriod) placing {
	x := placing{place: map[PersonID]int{}}
	for _, r := range s.view.Ranking(of.team, of.period) {
		if r.Place > 0 {
			x.place[r.Person] = r.Place
			x.ranked++
		}
	}
	return x
}

// whoLeads returns the teams that each person leads; those below another of
// them are counted in it and left out.
func (s *Site) whoLeads() map[PersonID][]TeamID {
	leads := map[PersonID][]TeamID{}
	for _, id := range s.view.Teams() {
		if t, _ := s.view.Team(id); t.Lead != "" && !s.leadsAbove(t) {
			leads[t.Lead] = append(leads[t.Lead], id)
		}
	}
	return leads
}

// leadsAbove tells whether the team's lead leads a team above it too.
func (s *Site) leadsAbove(t audience.Team) bool {
	for up, ok := s.view.Team(t.Parent); ok; up, ok = s.view.Team(up.Parent) {
		if up.Lead == t.Lead {
			return true
		}
	}
	return false
}

// findActions returns where among all the actions of a period are, by the
// person whose review they were set in or last seen in.
func (s *Site) findActions(q Period) map[PersonID][]int {
	all := map[PersonID][]int{}
	list := s.view.Actions()
	for i := range list {
		x := &list[i]
		if x.Last.Period == q {
			all[x.Last.Person] = append(all[x.Last.Person], i)
		}
		if x.First.Period == q && (x.Last.Period != q || x.First.Person != x.Last.Person) {
			all[x.First.Person] = append(all[x.First.Person], i)
		}
	}
	return all
}

// actionsOf returns the actions that were set in a review or last seen in it.
func (s *Site) actionsOf(id audience.ReviewID) []audience.TrackedAction {
	var list []audience.TrackedAction
	for _, i := range s.actions.get(id.Period)[id.Person] {
		list = append(list, s.view.Actions()[i])
	}
	return list
}
