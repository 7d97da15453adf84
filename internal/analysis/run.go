package analysis

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A Result answers every question about a portfolio's figures. It does not
// change after Run and can be asked from several goroutines.
type Result struct {
	portfolio *model.Portfolio
	reviews   reviews

	// Inside, everything is an index: people and teams as the portfolio lists
	// them, periods as the timeline does. A scope is a person, or a team
	// behind all people.
	time       timeline
	org        org
	columns    []column
	column     map[model.MetricID]int
	statements [][]statement      // a row of columns for each report and each period of figures
	rows       []int32            // by scope, then period: which row, -1 for none
	stints     []int32            // by person, then period: the team
	members    []crew             // by team, then period: who is in the team itself
	crews      []crew             // by team, then period: and below it
	reviewAt   []int32            // by person, then period: the review, -1 for none
	counted    []model.RoleWeight // the roles that have a weight
	verdicts   []Verdict          // by review
	marks      []marks            // by review
	present    []presence         // by scope, then period
	incomplete []bool             // by scope, then period: a whole part is missing
	rates      []Value            // by scope, then period: KPI综合完成率
	breakdowns []breakdown        // those that any report states, in the order of site.yaml
	checks     checks
}

// Run derives all figures of the portfolio, drafts already left out, and
// checks what only the whole can show.
func Run(p *model.Portfolio) (*Result, diag.List) {
	r := &Result{portfolio: p, reviews: indexReviews(p), time: newTimeline(p), org: newOrg(p)}
	r.columns, r.column = newColumns(p)
	r.breakdowns = statedBreakdowns(p)
	r.counted = countedRoles(&p.Settings.Ratings)
	r.fillStints()
	r.members = r.crewsIn(func(team int) []int { return r.org.above[team][:1] })
	r.crews = r.crewsIn(func(team int) []int { return r.org.above[team] })
	r.fillStatements()
	r.rollUp()
	r.fillIncomplete()
	r.fillRates()
	r.fillReviews()
	r.checks = r.newChecks()
	return r, r.checks.list()
}

// scopes returns how many scopes there are.
func (r *Result) scopes() int { return len(r.portfolio.People) + len(r.portfolio.Teams) }

// teamScope returns a team's scope.
func (r *Result) teamScope(team int) int { return len(r.portfolio.People) + team }

// at returns where a scope and period stand in a list by scope, then period.
func (r *Result) at(scope, period int) int { return scope*len(r.time.periods) + period }

// scope returns the scope's index; ok is false where there is no such person
// or team.
func (r *Result) scope(s Scope) (i int, ok bool) {
	if s.Team == "" {
		i, ok = r.org.people[s.Person]
		return i, ok
	}
	i, ok = r.org.teams[s.Team]
	return r.teamScope(i), ok
}

func (r *Result) fillStints() {
	r.stints = make([]int32, 0, len(r.portfolio.People)*len(r.time.periods))
	for _, x := range r.portfolio.People {
		for _, p := range r.time.periods {
			team := noTeam
			if id, ok := x.TeamIn(r.time.calendar, p); ok {
				if i, known := r.org.teams[id]; known {
					team = i
				}
			}
			r.stints = append(r.stints, int32(team))
		}
	}
}

func (r *Result) fillStatements() {
	r.rows = make([]int32, r.scopes()*len(r.time.periods))
	for i := range r.rows {
		r.rows[i] = -1
	}
	r.present = make([]presence, len(r.rows))
	r.statements = make([][]statement, 0, len(r.portfolio.Reviews))
	r.stateReports()
	r.stateFigures()
}
