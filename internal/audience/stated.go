package audience

import (
	"slices"

	"reviewfolio/internal/analysis"
)

// mostStating is of how many people of a team StatedFor gives what they state.
const mostStating = 8

// StatedFor returns what files state that a figure is made of, of a ratio also
// that of its sides: of a person the values of the reports that count, with the
// targets set before where a report names none; of a team those of the first
// people that count, by id, then the team's own figures and targets.
func (v *View) StatedFor(f Figure) []StatedValue {
	if f.Scope.Team == "" {
		return v.statedBy(f.Scope.Person, f)
	}
	var list []StatedValue
	people := 0
	for _, x := range v.PeopleOf(f.Scope.Team, f.Period) {
		stated := v.statedBy(x, f)
		if len(stated) == 0 {
			continue
		}
		list = append(list, stated...)
		if people++; people == mostStating {
			break
		}
	}
	t, _ := v.Team(f.Scope.Team)
	for _, x := range t.Figures {
		if v.p.Settings.Calendar.Contains(f.Period, x.Period) {
			list = append(list, valuesOf(x.Values, sidesOf(f.Metric)...)...)
		}
	}
	return append(list, targetsOf(t.Targets, f.Period, f.Metric.ID)...)
}

// statedBy returns what a person states for the figure, of a team's only in the
// reports that belong there.
func (v *View) statedBy(x PersonID, f Figure) []StatedValue {
	var list []StatedValue
	for _, part := range v.r.Explain(analysis.PersonScope(x), f.Period, f.Metric.ID).Parts {
		if f.Scope.Team != "" {
			if _, in := slices.BinarySearch(v.PeopleOf(f.Scope.Team, part.Period), x); !in {
				continue
			}
		}
		r := v.p.Review(part.Period, x)
		if r == nil || r.Report == nil {
			continue
		}
		stated := valuesOf(r.Report.Values, sidesOf(f.Metric)...)
		list = append(list, stated...)
		if person := v.p.Person(x); person != nil && !slices.ContainsFunc(stated, func(s StatedValue) bool { return s.Metric == f.Metric.ID && s.Target.OK }) {
			list = append(list, targetsOf(person.Targets, part.Period, f.Metric.ID)...)
		}
	}
	return list
}

// sidesOf returns the metric and those that it is computed from.
func sidesOf(m *Metric) []MetricID {
	return slices.Concat([]MetricID{m.ID}, m.Numerator, m.Denominator)
}

func valuesOf(values []StatedValue, metrics ...MetricID) []StatedValue {
	var list []StatedValue
	for _, x := range values {
		if slices.Contains(metrics, x.Metric) {
			list = append(list, x)
		}
	}
	return list
}

func targetsOf(targets []PeriodValues, p Period, m MetricID) []StatedValue {
	for _, x := range targets {
		if x.Period == p {
			return valuesOf(x.Values, m)
		}
	}
	return nil
}
