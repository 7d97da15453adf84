package export

import (
	"reviewfolio/internal/audience"
)

// figures writes one row a team or person, period and metric, as pages have
// them: a team is judged by the target set for it.
func (s *sheets) figures() {
	lang := s.said.lang
	l := s.list(lang.Text("book.figures"), 1, []field{
		{lang.Text("head.name-of"), 14, phrase}, {lang.Text("head.level"), 7, phrase}, {lang.Text("head.team"), 12, phrase}, {lang.Text("head.period"), 15, phrase},
		{lang.Text("head.metric"), 15, phrase}, {lang.Text("head.unit"), 6, phrase},
		{lang.Text("head.target"), 16, figure}, {lang.Text("head.split-target"), 16, figure}, {lang.Text("head.actual"), 16, figure}, {lang.Text("head.attainment"), 10, figure},
		{lang.Text("head.qoq"), 14, figure}, {lang.Text("head.yoy"), 14, figure}, {lang.Text("head.counted"), 9, figure}, {lang.Text("head.excluded"), 8, figure},
		{lang.Text("head.why-empty"), 36, phrase},
	}, []field{{lang.Text("head.id"), 16, phrase}, {lang.Text("head.period-id"), 10, phrase}, {lang.Text("head.metric-id"), 18, phrase}})
	for _, q := range s.ownPeriods {
		s.figureRows(l, s.scope, q)
	}
	for _, id := range s.teams {
		for _, q := range s.periods {
			if id != s.team.ID {
				s.figureRows(l, audience.TeamScope(id), q)
			}
		}
	}
	for _, id := range s.people {
		for _, q := range s.periods {
			s.figureRows(l, audience.PersonScope(id), q)
		}
	}
	l.close()
}

func (s *sheets) figureRows(l *list, scope audience.Scope, q audience.Period) {
	metrics := s.view.Metrics(scope, q)
	if len(metrics) == 0 {
		return
	}
	lang := s.said.lang
	name, id, level, team := s.said.team(scope.Team), string(scope.Team), lang.Text("book.team"), s.said.team(scope.Team)
	if scope.Team == "" {
		name, id, level, team = s.view.Name(scope.Person), string(scope.Person), lang.Text("book.person"), s.teamIn(scope.Person, q)
	}
	for _, m := range metrics {
		f := s.view.Figure(scope, q, m.ID)
		for _, text := range [...]string{name, level, team, s.said.period(q), s.said.metric(m), s.said.unit(m)} {
			l.text(text)
		}
		s.figureCells(l, &f)
		for _, text := range [...]string{id, q.String(), string(m.ID)} {
			l.text(text)
		}
		l.end()
	}
}

// figureCells writes a figure from its target to the reasons.
func (s *sheets) figureCells(l *list, f *audience.Figure) {
	m := f.Metric
	l.number(f.Target.Ratio, styleOf(m, f.Target.Ratio))
	l.number(s.splitTarget(f).Ratio, styleOf(m, f.Target.Ratio))
	l.number(f.Actual.Ratio, styleOf(m, f.Actual.Ratio))
	l.number(f.Attainment.Ratio, percentStyle)
	l.number(f.QoQ.Ratio, changeOf(m))
	l.number(f.YoY.Ratio, changeOf(m))
	l.count(f.People)
	l.count(f.Excluded)
	l.text(s.reasons(f))
}

// splitTarget is what the people of a team take on, where the team is judged by
// another target.
func (s *sheets) splitTarget(f *audience.Figure) audience.Value {
	if !f.BySet {
		return audience.Value{}
	}
	return s.view.Rolled(f.Scope, f.Period, f.Metric.ID).Target
}

// reasons says why cells of a figure are empty. That there is no target is
// plain to see.
func (s *sheets) reasons(f *audience.Figure) string {
	lang := s.said.lang
	values := []audience.Value{f.Actual, f.Attainment, f.QoQ.Value, f.YoY.Value}
	if !f.Target.Defined() {
		values[1] = audience.Value{}
	}
	if !f.Actual.Defined() { // everything lacks it
		values = values[:1]
	}
	return s.why([]string{lang.Text("head.actual"), lang.Text("head.attainment"), lang.Text("head.qoq"), lang.Text("head.yoy")}, values)
}
