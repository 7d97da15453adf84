package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A TargetOrigin is where a person's target stands.
type TargetOrigin uint8

const (
	NoOrigin TargetOrigin = iota
	OfReport              // the report of the period, or reports of its parts
	OfFile                // the person's file
	OfGoal                // a goal of the report before
	OfParts               // of a longer period: what its parts come to
)

// takenOn is what a person took on in a team.
type takenOn struct {
	person int
	target Value
	own    model.Ratio // of target what counts in the team itself, not below it
	origin TargetOrigin
}

// takenOn returns who of the team and below has a target of the period, or
// should report and has none, by id. Of a sum over a longer period than people
// report in, each part counts in the team of that part; of a level the last.
func (r *Result) takenOn(t model.TeamID, p model.Period, m *model.Metric) []takenOn {
	team, cycle := r.org.teams[t], r.portfolio.Settings.Cycle
	crew := r.crew(t, p)
	list := make([]takenOn, 0, len(crew))
	for _, i := range crew {
		x := takenOn{person: int(i)}
		x.target, x.origin = r.targetOf(x.person, p, m, p.Length <= cycle)
		if x.origin == NoOrigin && !r.hasToReport(x.person, p) {
			continue
		}
		if r.teamIn(x.person, p) == team {
			x.own = x.target.Ratio
		}
		list = append(list, x)
	}
	if p.Length > cycle {
		list = r.takenInParts(list, team, p, m)
	}
	return list
}

// takenInParts adds to those with a target for a longer period itself what the
// others took on in its parts.
func (r *Result) takenInParts(whole []takenOn, team int, p model.Period, m *model.Metric) []takenOn {
	parts := r.portfolio.Settings.Calendar.Parts(p, r.portfolio.Settings.Cycle)
	if m.Kind != model.SumKind {
		parts = parts[len(parts)-1:]
	}
	const unseen, settled = 0, -1 // else where in the list, from 1
	list, at := whole, make([]int32, len(r.portfolio.People))
	for i := range whole {
		at[whole[i].person] = settled
	}
	for _, part := range parts {
		for _, i := range r.crew(r.portfolio.Teams[team].ID, part) {
			x := int(i)
			if at[x] == settled {
				continue
			}
			if at[x] == unseen && r.wholeElsewhere(x, p, m) {
				at[x] = settled
				continue
			}
			target, origin := r.targetOf(x, part, m, true)
			if origin == NoOrigin && !r.hasToReport(x, part) {
				continue
			}
			if at[x] == unseen {
				list = append(list, takenOn{person: x, origin: OfParts})
				at[x] = int32(len(list))
			}
			list[at[x]-1].add(target, r.teamIn(x, part) == team)
		}
	}
	slices.SortFunc(list, func(a, b takenOn) int { return cmp.Compare(a.person, b.person) })
	return list
}

// wholeElsewhere reports whether the person has a target of the longer period
// itself, which then counts in one team only.
func (r *Result) wholeElsewhere(x int, p model.Period, m *model.Metric) bool {
	_, origin := r.targetOf(x, p, m, false)
	return origin != NoOrigin
}

// add adds the target of one part. What lacks one part has no sum.
func (x *takenOn) add(target Value, own bool) {
	switch {
	case x.target.Why == PartNoTarget:
	case !target.Defined():
		x.target, x.own, x.origin = undefined(PartNoTarget), model.Ratio{}, NoOrigin
	default:
		x.target = defined(Plus(x.target.Ratio, target.Ratio))
		if own {
			x.own = Plus(x.own, target.Ratio)
		}
	}
}

// targetOf returns what a person took on in a period: by the report of exactly
// that period, else by the person's file, else, where rolled, by the reports of
// its parts, else by the goal that the report before sets for the period.
func (r *Result) targetOf(person int, p model.Period, m *model.Metric, rolled bool) (Value, TargetOrigin) {
	column, stated := r.column[m.ID]
	period := r.time.find(p)
	stated = stated && period >= 0
	if stated {
		d := r.read(person, period, column)
		if s := d.statement(period); s.has&hasTarget != 0 {
			return defined(inUnit(s.target, m.Unit)), OfReport
		}
	}
	x := r.portfolio.People[person]
	if v := targetIn(x.Targets, p, m); v.Defined() {
		return v, OfFile
	}
	if stated && rolled {
		if v := r.target(point{person, period, column}); v.Defined() {
			return v, OfReport
		}
	}
	if before := r.reportBefore(x.ID, p); before != nil {
		for i := range before.Report.Goals {
			g := &before.Report.Goals[i]
			if g.Metric == m.ID && g.Target.OK && r.judgedIn(before, g) == p {
				return defined(inUnit(g.Target.Amount, m.Unit)), OfGoal
			}
		}
	}
	return undefined(NoTarget), NoOrigin
}

// judgedIn returns the period whose figure judges the goal: by default the
// next of the length of the report that sets it.
func (r *Result) judgedIn(set *model.Review, g *model.Goal) model.Period {
	return cmp.Or(g.Period, r.portfolio.Settings.Calendar.Next(set.Period))
}

func targetIn(list []model.PeriodValues, p model.Period, m *model.Metric) Value {
	if v := findValue(valuesIn(list, p), m.ID); v != nil && v.Target.OK {
		return defined(inUnit(v.Target.Amount, m.Unit))
	}
	return undefined(NoTarget)
}
