package analysis

import "reviewfolio/internal/model"

// compareSet fills in what the scope's own file sets as target for the period,
// and how the actual and the people's targets stand against it (rule 3).
func compareSet(f *Figure, targets []model.PeriodValues) {
	f.Set, f.SetAttainment, f.Over = undefined(NoTarget), undefined(NoTarget), undefined(NoTarget)
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
	switch {
	case f.Metric.Kind != model.SumKind && f.Metric.Kind != model.LevelKind || !f.Target.Defined():
	case f.Set.Sign() <= 0:
		f.Over = undefined(TargetNotPositive)
	default:
		f.Over = defined(growth(f.Target.Ratio, f.Set.Ratio))
	}
}

func (r *Result) targetsOf(scope int) []model.PeriodValues {
	if people := r.portfolio.People; scope < len(people) {
		return people[scope].Targets
	}
	return r.portfolio.Teams[scope-len(r.portfolio.People)].Targets
}
