package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Cascade sets a team's target beside the sum of its people's: how far what
// was handed down was taken on (目标分解).
type Cascade struct {
	Team   model.TeamID
	Period model.Period
	Metric *model.Metric  // nil where the dictionary has no such metric
	Set    Value          // 下达目标: what the team's file states
	Sum    Value          // 分解目标: the people's targets, of sums and levels
	Gap    Value          // Set − Sum: positive is not taken on
	Over   Value          // Sum / Set − 1, a fraction
	People []PersonTarget // who has a target, or should report, in the team and all below it: largest first, who has none last
}

// A TargetOrigin is where a person's target stands.
type TargetOrigin uint8

const (
	NoOrigin TargetOrigin = iota
	OfReport              // the report of the period
	OfFile                // the person's file
	OfGoal                // a goal of the report before
)

// A PersonTarget is what one person took on.
type PersonTarget struct {
	Person model.PersonID
	Target Value
	Origin TargetOrigin
	Before Value // the actual of the period before
}

// Cascade returns the targets of the metric in the period: of each person that
// of the report, else of the person's file, else of the goal that the report
// before sets for this period.
func (r *Result) Cascade(t model.TeamID, p model.Period, m model.MetricID) Cascade {
	c := Cascade{Team: t, Period: p, Metric: r.portfolio.Metric(m), Set: undefined(NoTarget), Sum: undefined(NoTarget)}
	if c.Metric == nil {
		return c
	}
	if team := r.portfolio.Team(t); team != nil {
		c.Set = targetIn(team.Targets, p, c.Metric)
	}
	var sum model.Ratio
	before, crew := r.portfolio.Settings.Calendar.Prev(p), r.crew(t, p)
	c.People = make([]PersonTarget, 0, len(crew))
	for _, i := range crew {
		x := PersonTarget{Person: r.portfolio.People[i].ID}
		x.Target, x.Origin = r.targetOf(int(i), p, c.Metric)
		if x.Origin == NoOrigin && !r.hasToReport(int(i), p) {
			continue
		}
		x.Before = r.Actual(PersonScope(x.Person), before, m)
		c.People = append(c.People, x)
		if x.Target.Defined() {
			sum = Plus(sum, x.Target.Ratio)
		}
	}
	if sum.Defined() && (c.Metric.Kind == model.SumKind || c.Metric.Kind == model.LevelKind) {
		c.Sum = defined(sum)
	}
	c.Gap, c.Over = difference(c.Set, c.Sum), overAssigned(c.Sum, c.Set)
	slices.SortStableFunc(c.People, func(a, b PersonTarget) int { return compareDown(a.Target, b.Target) })
	return c
}

// overAssigned returns sum/set − 1.
func overAssigned(sum, set Value) Value {
	switch {
	case !sum.Defined():
		return sum
	case !set.Defined():
		return set
	case set.Sign() <= 0:
		return undefined(TargetNotPositive)
	}
	return defined(Growth(sum.Ratio, set.Ratio))
}

func (r *Result) targetOf(person int, p model.Period, m *model.Metric) (Value, TargetOrigin) {
	column, stated := r.column[m.ID]
	if period := r.time.find(p); stated && period >= 0 {
		if v := r.target(point{person, period, column}); v.Defined() {
			return v, OfReport
		}
	}
	x := r.portfolio.People[person]
	if v := targetIn(x.Targets, p, m); v.Defined() {
		return v, OfFile
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
