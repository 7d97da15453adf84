package site

import (
	"slices"
	"strconv"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
)

// mostContributors is of how many that a team's figure adds up it is told where
// they state it.
const mostContributors = 8

// noteFigure notes where the figure comes from whose explanation is the last on
// the page. Who binds it to a text comes first.
func (p *page) noteFigure(f Figure, bound ...diag.Pos) {
	if p.origins == nil {
		return
	}
	p.origins.note("t"+strconv.Itoa(p.tips), append(bound, p.figurePlaces(f)...)...)
}

// figurePlaces returns the lines of front matter that a figure comes from. Of a
// person that is what the reports state, then the target that the own file sets;
// of a team its own target and figures, then those who contribute most.
func (s *Site) figurePlaces(f Figure) []diag.Pos {
	if f.Scope.Team == "" {
		x, _ := s.view.Person(f.Scope.Person)
		return append(s.reportPlaces(f, ""), targetPlaces(x.Targets, f.Period, f.Metric.ID)...)
	}
	t, _ := s.view.Team(f.Scope.Team)
	list := append(targetPlaces(t.Targets, f.Period, f.Metric.ID), s.statedPlaces(&t, f)...)
	for _, c := range s.contributors(f) {
		if c.Figures {
			of, _ := s.view.Team(c.Scope.Team)
			list = append(list, s.statedPlaces(&of, f)...)
			continue
		}
		list = append(list, s.reportPlaces(s.view.Rolled(c.Scope, f.Period, f.Metric.ID), f.Scope.Team)...)
	}
	return list
}

// contributors returns who a team's figure comes from, the largest first: people
// of it and of the teams below, and those of these teams that state figures of
// their own.
func (s *Site) contributors(f Figure) []audience.Contribution {
	var list []audience.Contribution
	for parts := s.largestParts(f, nil); len(parts) > 0 && len(list) < mostContributors; {
		first := parts[0]
		parts = parts[1:]
		switch {
		case first.Figures && first.Scope == f.Scope: // its own file is told anyway
		case slices.ContainsFunc(list, func(c audience.Contribution) bool { return c.Scope == first.Scope }): // who changed teams
		case first.Figures || first.Scope.Person != "":
			list = append(list, first)
		default:
			parts = s.largestParts(s.view.Rolled(first.Scope, f.Period, f.Metric.ID), parts)
		}
	}
	return list
}

// largestParts returns the largest of the parts of a figure and of the others.
// One more than is told is enough, as those that the team states itself do not
// count.
func (s *Site) largestParts(f Figure, others []audience.Contribution) []audience.Contribution {
	const enough = mostContributors + 1
	parts := s.view.ExplainFigure(f).Parts
	parts = slices.Concat(others, parts[:min(len(parts), enough)])
	slices.SortStableFunc(parts, func(a, b audience.Contribution) int { return audience.LargerFirst(weightOf(&a), weightOf(&b)) })
	return parts[:min(len(parts), enough)]
}

// weightOf is how much a part contributes: its amount, of a ratio what it is
// divided by.
func weightOf(c *audience.Contribution) audience.Value {
	if c.Denominator.Defined() {
		return c.Denominator
	}
	return c.Actual
}

// reportPlaces returns where a person's reports state the figure or the sides of
// it, and where the own file sets a target that a report names none beside. Of
// a team's figure only the reports count that belong there.
func (s *Site) reportPlaces(f Figure, team TeamID) []diag.Pos {
	var list []diag.Pos
	x, _ := s.view.Person(f.Scope.Person)
	for _, part := range s.view.ExplainFigure(f).Parts {
		if team != "" {
			if _, in := slices.BinarySearch(s.view.PeopleOf(team, part.Period), f.Scope.Person); !in {
				continue
			}
		}
		r, _ := s.view.Review(part.Period, f.Scope.Person)
		if r.Report == nil {
			continue
		}
		list = append(list, valuePlaces(r.Report.Values, sidesOf(f.Metric)...)...)
		if !slices.ContainsFunc(r.Report.Values, func(v audience.StatedValue) bool { return v.Metric == f.Metric.ID && v.Target.OK }) {
			list = append(list, targetPlaces(x.Targets, part.Period, f.Metric.ID)...)
		}
	}
	return list
}

// statedPlaces returns where a team's own file states the figure or the sides of
// it, of a longer period in its parts.
func (s *Site) statedPlaces(t *audience.Team, f Figure) []diag.Pos {
	var list []diag.Pos
	for _, x := range t.Figures {
		if s.info.Calendar.Contains(f.Period, x.Period) {
			list = append(list, valuePlaces(x.Values, sidesOf(f.Metric)...)...)
		}
	}
	return list
}

// targetPlaces returns where targets set one of a metric for just this period.
func targetPlaces(targets []audience.PeriodValues, q Period, m MetricID) []diag.Pos {
	for _, x := range targets {
		if x.Period == q {
			return valuePlaces(x.Values, m)
		}
	}
	return nil
}

// sidesOf returns the metrics that files state of one: itself, of a ratio its
// target and the metrics that it divides.
func sidesOf(m *Metric) []MetricID {
	return slices.Concat([]MetricID{m.ID}, m.Numerator, m.Denominator)
}

// valuePlaces returns where the values of these metrics stand, in the order of
// the metrics.
func valuePlaces(values []audience.StatedValue, metrics ...MetricID) []diag.Pos {
	var list []diag.Pos
	for _, id := range metrics {
		for i := range values {
			if values[i].Metric == id {
				list = append(list, values[i].Pos)
			}
		}
	}
	return list
}
