package export

import (
	"reviewfolio/internal/audience"
)

// rankedPeople writes everybody of the team and below, by place: the figures
// that judge, then score and grade.
func (s *sheets) rankedPeople() {
	lang := s.said.lang
	fields := []field{{lang.Text("head.place"), 6, figure}, {lang.Text("head.person"), 12, phrase}, {lang.Text("head.team"), 12, phrase}}
	many := len(s.said.site.KPIs) > 1
	if many {
		fields = append(fields, field{lang.Text("head.kpi-rate"), 11, figure})
	}
	for i, id := range s.said.site.KPIs {
		m := s.view.Metric(id)
		fields = append(fields, field{s.columnName(m, "head.target", true), 15, figure}, field{s.columnName(m, "head.actual", true), 15, figure}, field{s.columnName(m, "head.attainment", false), 9, figure})
		if i == 0 {
			fields = append(fields, field{s.columnName(m, "head.qoq", false), 10, figure}, field{s.columnName(m, "head.yoy", false), 10, figure})
		}
	}
	fields = append(fields,
		field{lang.Text("head.composite"), 8, figure}, field{lang.Text("head.first-grade"), 6, phrase}, field{lang.Text("head.final-grade"), 6, phrase},
		field{lang.Text("head.report"), 11, phrase}, field{lang.Text("head.remark"), 30, prose})
	l := s.list(lang.Text("book.people"), 2, fields, []field{{lang.Text("head.post"), 18, phrase}, {lang.Text("head.id"), 16, phrase}})
	for i := range s.ranks {
		s.personRow(l, &s.ranks[i], many)
	}
	l.close()
}

func (s *sheets) personRow(l *list, r *audience.Rank, many bool) {
	who, _ := s.view.Person(r.Person)
	if r.Place > 0 {
		l.count(r.Place)
	} else {
		l.skip()
	}
	l.text(who.Name)
	l.text(s.teamIn(r.Person, s.period))
	if many {
		l.number(r.Rate.Ratio, percentStyle)
	}
	for i, id := range s.said.site.KPIs {
		f := s.view.Figure(audience.PersonScope(r.Person), s.period, id)
		l.number(f.Target.Ratio, styleOf(f.Metric, f.Target.Ratio))
		l.number(f.Actual.Ratio, styleOf(f.Metric, f.Actual.Ratio))
		l.number(f.Attainment.Ratio, percentStyle)
		if i == 0 {
			l.number(f.QoQ.Ratio, changeOf(f.Metric))
			l.number(f.YoY.Ratio, changeOf(f.Metric))
		}
	}
	verdict := s.view.Verdict(r.Person, s.period)
	l.number(verdict.Composite.Ratio, scoreStyle)
	l.text(verdict.Computed)
	l.text(verdict.Final)
	l.text(s.status(r.Person))
	l.text(s.remark(r, &verdict))
	l.text(who.Title)
	l.text(string(who.ID))
	l.end()
}

// status says how far the person's report has come, "" where there is none.
func (s *sheets) status(id audience.PersonID) string {
	if r, ok := s.view.Review(s.period, id); ok && r.Report != nil {
		return s.word("status." + r.Report.Status.String())
	}
	return ""
}

// remark says why somebody has no place, and that a score is of a part of the
// weight.
func (s *sheets) remark(r *audience.Rank, v *audience.Verdict) string {
	lang := s.said.lang
	text := s.said.why(audience.Value{Why: r.Why})
	add := func(more string) {
		if more == "" {
			return
		}
		if text != "" {
			text += lang.Text("list-semicolon")
		}
		text += more
	}
	add(s.why([]string{lang.Text("head.composite")}, []audience.Value{v.Composite}))
	if v.Partial() {
		add(lang.Text("coverage.both", weight(v.DimensionCoverage), weight(v.RoleCoverage)))
	}
	return text
}
