package analysis

import "reviewfolio/internal/model"

// compareSet fills in what the scope's own file sets as target for the period,
// and how the actual stands against it (rule 3). What the people took on of it
// is told by Cascade.
func compareSet(f *Figure, targets []model.PeriodValues) {
	f.Set, f.SetAttainment = undefined(NoTarget), undefined(NoTarget)
	set := findValue(valuesIn(targets, f.Period), f.Metric.ID)
	if set == nil || !set.Target.OK {
		return
	}
	f.Set = defined(inUnit(set.Target.Amount, f.Metric.Unit))
	if !f.Actual.Defined() {
		f.SetAttainment = f.Actual
	} else {
		f.SetAttainment = attained(f.Actual.Ratio, f.Set.Ratio, f.Metric.Better)
	}
}

// AgainstSet returns the figure judged by the target that the scope's own file
// sets, where there is one: Target, Attainment, Gap and Pace are then those of
// Set, over all who have an actual, so that nobody is excluded (rule 3).
func (f Figure) AgainstSet() Figure {
	if f.BySet || !f.Set.Defined() {
		return f
	}
	f.BySet = true
	f.Target, f.Attainment, f.Gap = f.Set, f.SetAttainment, gap(f.Set, f.Actual)
	f.Pace = f.pace()
	if f.Metric.Kind != model.RatioKind {
		f.Excluded = 0
	}
	return f
}

func (r *Result) targetsOf(scope int) []model.PeriodValues {
	if people := r.portfolio.People; scope < len(people) {
		return people[scope].Targets
	}
	return r.portfolio.Teams[scope-len(r.portfolio.People)].Targets
}
