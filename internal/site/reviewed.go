package site

import (
	"sync"

	"reviewfolio/internal/audience"
)

// A reviewed is what the pages of reviews look up of the whole portfolio.
type reviewed struct {
	leads    map[PersonID][]TeamID
	actions  map[audience.ReviewID][]audience.TrackedAction // that stand in the review
	restated map[audience.ReviewID][]restatement            // by later reports
	places   places
}

// A restatement is what a later report corrects of a figure.
type restatement struct {
	in        Period // of the later report
	of        Period
	metric    *Metric
	corrected Ratio
}

// places knows which place everybody has in a team and period. A ranking is
// worked out when it is first asked for.
type places map[teamPeriod]func() placing

type teamPeriod struct {
	team   TeamID
	period Period
}

// A placing is a ranking by person.
type placing struct {
	place  map[PersonID]int
	ranked int // people who have a place
}

func (s *site) places() places {
	all := places{}
	for _, q := range s.periods {
		for _, team := range s.view.Teams() {
			all[teamPeriod{team, q}] = sync.OnceValue(func() placing {
				x := placing{place: map[PersonID]int{}}
				for _, r := range s.view.Ranking(team, q) {
					if r.Place > 0 {
						x.place[r.Person] = r.Place
						x.ranked++
					}
				}
				return x
			})
		}
	}
	return all
}

// leads returns the teams that each person leads; those below another of them
// are counted in it and left out.
func (s *site) leads() map[PersonID][]TeamID {
	leads := map[PersonID][]TeamID{}
	for _, id := range s.view.Teams() {
		if t, _ := s.view.Team(id); t.Lead != "" && !s.leadsAbove(t) {
			leads[t.Lead] = append(leads[t.Lead], id)
		}
	}
	return leads
}

// leadsAbove tells whether the team's lead leads a team above it too.
func (s *site) leadsAbove(t audience.Team) bool {
	for up, ok := s.view.Team(t.Parent); ok; up, ok = s.view.Team(up.Parent) {
		if up.Lead == t.Lead {
			return true
		}
	}
	return false
}

// actionsByReview returns the actions by the reviews that they were set in or
// last seen in.
func (s *site) actionsByReview() map[audience.ReviewID][]audience.TrackedAction {
	all := map[audience.ReviewID][]audience.TrackedAction{}
	for _, x := range s.view.Actions() {
		first, last := audience.ReviewID{Period: x.First.Period, Person: x.First.Person}, audience.ReviewID{Period: x.Last.Period, Person: x.Last.Person}
		all[last] = append(all[last], x)
		if first != last {
			all[first] = append(all[first], x)
		}
	}
	return all
}

// restatements returns what later reports correct, by the review corrected.
func (s *site) restatements() map[audience.ReviewID][]restatement {
	all := map[audience.ReviewID][]restatement{}
	for _, id := range s.view.Reviews() {
		r, _ := s.view.Review(id.Period, id.Person)
		if r.Report == nil {
			continue
		}
		for _, x := range r.Report.Restates {
			at := audience.ReviewID{Period: x.Period, Person: id.Person}
			for _, v := range x.Values {
				m := s.view.Metric(v.Metric)
				if m == nil {
					continue
				}
				if corrected := audience.StatedActual(v, m); corrected.Defined() {
					all[at] = append(all[at], restatement{id.Period, x.Period, m, corrected})
				}
			}
		}
	}
	return all
}
