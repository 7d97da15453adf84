package analysis

import "reviewfolio/internal/model"

// compareSet fills in what the scope's own file sets as target for the period,
// and how the actual and the people's targets stand against it (rule 3).
func (r *Result) compareSet(f *Figure) {
	f.Set, f.SetAttainment, f.Over = undefined(NoTarget), undefined(NoTarget), undefined(NoTarget)
	set := findValue(valuesIn(r.targetsOf(f.Scope), f.Period), f.Metric.ID)
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
		f.Over = defined(minus(quotient(f.Target.Ratio, f.Set.Ratio), model.Ratio{Num: 1, Den: 1}))
	}
}

func (r *Result) targetsOf(s Scope) []model.PeriodValues {
	if t := r.portfolio.Team(s.Team); t != nil {
		return t.Targets
	}
	if x := r.portfolio.Person(s.Person); x != nil {
		return x.Targets
	}
	return nil
}
