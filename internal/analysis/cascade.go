package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A Cascade sets a team's target beside what was handed down (目标分解): the
// sum of its people's targets, and that of its child teams' with its own
// members'. Above 0, Over and BelowOver are over-assignment; the sums of a
// ratio are undefined, as its targets do not add up.
type Cascade struct {
	Team   model.TeamID
	Period model.Period
	Metric *model.Metric // nil where the dictionary has no such metric
	Set    Value         // 下达目标: what the team's file states

	Sum     Value            // 分解目标: the people's targets, of the team and all below it
	Gap     Value            // Set − Sum: positive is not taken on
	Over    Value            // Sum / Set − 1, a fraction
	Lacking []model.PersonID // who should report and has no target, or not for every part: not in Sum; by id

	Children  []TeamTarget // the child teams that have people, or a target, in the period, by id
	ChildSum  Value        // Σ of theirs; undefined where one of them has none
	Own       Value        // Σ of the own members' targets
	Below     Value        // ChildSum + Own: what stands one step below the team
	BelowOver Value        // Below / Set − 1, a fraction

	People []PersonTarget // of Cascade only: who has a target, or should report: largest first, who has none last
}

// A TeamTarget is what a child team's file states as target.
type TeamTarget struct {
	Team model.TeamID
	Set  Value
}

// A PersonTarget is what one person took on.
type PersonTarget struct {
	Person model.PersonID
	Target Value
	Origin TargetOrigin
	Before Value // the actual of the period before
}

// Cascade returns the targets of the metric in the period, person by person.
func (r *Result) Cascade(t model.TeamID, p model.Period, m model.MetricID) Cascade {
	c, taken := r.assigned(t, p, m)
	before := r.portfolio.Settings.Calendar.Prev(p)
	c.People = make([]PersonTarget, len(taken))
	for i, x := range taken {
		id := r.portfolio.People[x.person].ID
		c.People[i] = PersonTarget{Person: id, Target: x.target, Origin: x.origin, Before: r.Actual(PersonScope(id), before, m)}
	}
	slices.SortStableFunc(c.People, func(a, b PersonTarget) int { return LargerFirst(a.Target, b.Target) })
	return c
}

// Assigned is Cascade without its People.
func (r *Result) Assigned(t model.TeamID, p model.Period, m model.MetricID) Cascade {
	c, _ := r.assigned(t, p, m)
	return c
}

func (r *Result) assigned(t model.TeamID, p model.Period, m model.MetricID) (Cascade, []takenOn) {
	none := undefined(NoTarget)
	c := Cascade{
		Team: t, Period: p, Metric: r.portfolio.Metric(m),
		Set: none, Sum: none, Gap: none, Over: none, ChildSum: none, Own: none, Below: none, BelowOver: none,
	}
	team := r.portfolio.Team(t)
	if c.Metric == nil || team == nil {
		return c, nil
	}
	c.Set = targetIn(team.Targets, p, c.Metric)
	taken := r.takenOn(t, p, c.Metric)
	if c.Metric.Kind != model.SumKind && c.Metric.Kind != model.LevelKind {
		not := undefined(NotAdditive)
		c.Sum, c.Gap, c.Over, c.ChildSum, c.Own, c.Below, c.BelowOver = not, not, not, not, not, not, not
		return c, taken
	}
	c.addPeople(r, taken)
	c.addChildren(r)
	c.Gap, c.Over = difference(c.Set, c.Sum), overAssigned(c.Sum, c.Set)
	c.Below = c.ChildSum
	if c.ChildSum.Defined() && c.Own.Defined() {
		c.Below = defined(Plus(c.ChildSum.Ratio, c.Own.Ratio))
	}
	c.BelowOver = overAssigned(c.Below, c.Set)
	return c, taken
}

// addPeople adds up what the people took on.
func (c *Cascade) addPeople(r *Result, taken []takenOn) {
	var sum, own model.Ratio
	for _, x := range taken {
		if !x.target.Defined() {
			c.Lacking = append(c.Lacking, r.portfolio.People[x.person].ID)
			continue
		}
		sum, own = Plus(sum, x.target.Ratio), Plus(own, x.own)
	}
	if sum.Defined() {
		c.Sum = defined(sum)
	}
	if own.Defined() {
		c.Own = defined(own)
	}
}

// addChildren adds up the targets set for the child teams. Of one that has none
// nobody knows what is missing, so that there is no sum.
func (c *Cascade) addChildren(r *Result) {
	children := r.Children(c.Team)
	if len(children) == 0 {
		c.ChildSum = undefined(NoChildren)
		return
	}
	var sum model.Ratio
	whole := true
	for _, id := range children {
		x := TeamTarget{id, targetIn(r.portfolio.Team(id).Targets, c.Period, c.Metric)}
		if !x.Set.Defined() && len(r.crew(id, c.Period)) == 0 {
			continue
		}
		c.Children = append(c.Children, x)
		whole = whole && x.Set.Defined()
		if x.Set.Defined() {
			sum = Plus(sum, x.Set.Ratio)
		}
	}
	if whole && sum.Defined() {
		c.ChildSum = defined(sum)
	}
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
