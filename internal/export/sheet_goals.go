package export

import (
	"reviewfolio/internal/audience"
)

// goals writes the promises that the reviews of the period have to answer, and
// the goals that they set, person by person.
func (s *sheets) goals() {
	lang := s.said.lang
	l := s.list(lang.Text("book.goals"), 1, []field{
		{lang.Text("head.person"), 12, phrase}, {lang.Text("head.team"), 12, phrase}, {lang.Text("head.occasion"), 15, phrase},
		{lang.Text("head.goal"), 42, prose}, {lang.Text("head.verdict"), 12, phrase}, {lang.Text("head.basis"), 10, phrase},
		{lang.Text("head.metric"), 16, phrase}, {lang.Text("head.unit"), 6, phrase}, {lang.Text("head.goal-target"), 15, figure}, {lang.Text("head.result"), 15, figure},
		{lang.Text("head.due"), 13, figure}, {lang.Text("head.said"), 32, prose},
	}, []field{
		{lang.Text("head.baseline"), 15, figure}, {lang.Text("head.set-in"), 15, phrase}, {lang.Text("head.first-set"), 15, phrase}, {lang.Text("head.judged-in"), 15, phrase},
		{lang.Text("head.times-carried"), 9, figure}, {lang.Text("head.supports"), 12, phrase}, {lang.Text("head.goal-id"), 16, phrase}, {lang.Text("head.id"), 16, phrase},
	})
	for _, id := range s.people {
		for _, m := range s.view.Promises(id, s.period) {
			s.goalRow(l, &m, "book.goals-answered")
		}
		for _, m := range s.view.Goals(id, s.period) {
			s.goalRow(l, &m, "book.goals-set")
		}
	}
	l.close()
}

func (s *sheets) goalRow(l *list, m *audience.Promise, occasion string) {
	g, metric := m.Goal, s.view.Metric(m.Goal.Metric)
	for _, text := range [...]string{s.view.Name(m.Person), s.teamIn(m.Person, s.period), s.word(occasion), s.goalName(m), s.word(judgements[m.Judgement]), s.basis(m)} {
		l.text(text)
	}
	judged, result := g.Period, audience.Ratio{}
	if metric != nil {
		l.text(s.said.metric(metric))
		l.text(s.said.unit(metric))
		judged, result = m.Figure.Period, m.Figure.Actual.Ratio
	} else {
		l.skip()
		l.skip()
	}
	s.stated(l, audience.Stated(g.Target, metric), metric)
	s.stated(l, result, metric)
	l.date(m.Due)
	l.text(s.saidOf(m))
	s.stated(l, audience.Stated(g.Baseline, metric), metric)
	for _, q := range [...]audience.Period{m.Set, m.First, judged} {
		l.text(s.said.period(q))
	}
	l.count(m.Carries)
	l.text(s.said.team(g.Supports))
	l.text(g.ID)
	l.text(string(m.Person))
	l.end()
}

// stated writes an amount of a goal, in its metric's unit where it has one.
func (s *sheets) stated(l *list, r audience.Ratio, m *audience.Metric) {
	style := countStyle
	if m != nil {
		style = styleOf(m, r)
	} else if r.Defined() && r.Num%r.Den == 0 {
		style = wholeStyle
	}
	l.number(r, style)
}

// goalName is what was promised, in the words of who promised it.
func (s *sheets) goalName(m *audience.Promise) string {
	if m.Goal.Statement != "" {
		return m.Goal.Statement
	}
	if metric := s.view.Metric(m.Goal.Metric); metric != nil {
		return s.said.metric(metric)
	}
	return m.Goal.ID
}

func (s *sheets) basis(m *audience.Promise) string {
	switch m.Basis {
	case audience.ByFigure:
		return s.word("promise.by-figure")
	case audience.ByOutcome:
		return s.word("promise.by-outcome")
	}
	return ""
}

// saidOf is what the owner says of how it came out, with what stands against it.
func (s *sheets) saidOf(m *audience.Promise) string {
	lang := s.said.lang
	text := ""
	add := func(more string) {
		if text != "" && more != "" {
			text += lang.Text("list-semicolon")
		}
		text += more
	}
	if m.Outcome != nil {
		add(m.Outcome.Note)
	}
	if m.Contradicts {
		add(lang.Text("book.contradicts"))
	}
	switch {
	case m.Lapsed:
		add(lang.Text("promise.lapsed"))
	case m.NoReason():
		add(lang.Text("promise.no-reason"))
	case m.Again != nil:
		add(lang.Text("book.again"))
	}
	return text
}

var judgements = [...]string{
	audience.GoalOpen: "outcome.open", audience.GoalKept: "outcome.kept", audience.GoalMissed: "outcome.missed",
	audience.GoalDropped: "outcome.dropped", audience.GoalCarried: "outcome.carried", audience.GoalDangling: "outcome.dangling",
}
