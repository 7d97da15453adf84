package export

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// scores writes what the ratings of each review come to, dimension by
// dimension. Who rated what is not told: pages show it to those concerned.
func (s *sheets) scores() {
	lang := s.said.lang
	fields := []field{
		{lang.Text("head.person"), 12, phrase}, {lang.Text("head.team"), 12, phrase},
		{lang.Text("head.composite"), 9, figure}, {lang.Text("head.first-grade"), 7, phrase}, {lang.Text("head.final-grade"), 7, phrase},
	}
	for _, d := range s.view.Ratings().Dimensions {
		fields = append(fields, field{lang.Name("dimension", string(d.ID), d.Label), 11, figure})
	}
	fields = append(fields,
		field{lang.Text("head.self-score"), 9, figure}, field{lang.Text("head.self-gap"), 9, figure}, field{lang.Text("head.dimensions-in"), 15, figure},
		field{lang.Text("head.roles-in"), 15, figure}, field{lang.Text("head.raters"), 10, figure}, field{lang.Text("head.why-empty"), 20, phrase})
	l := s.list(lang.Text("book.scores"), 1, fields, []field{{lang.Text("head.id"), 16, phrase}})
	for i := range s.ranks {
		s.scoreRow(l, s.ranks[i].Person)
	}
	l.close()
}

func (s *sheets) scoreRow(l *list, id audience.PersonID) {
	score := s.view.Score(id, s.period)
	l.text(s.view.Name(id))
	l.text(s.teamIn(id, s.period))
	l.number(score.Composite.Ratio, scoreStyle)
	l.text(score.Computed)
	l.text(score.Final)
	for i := range score.Dimensions {
		l.number(score.Dimensions[i].Blend.Ratio, scoreStyle)
	}
	l.number(score.Self.Ratio, scoreStyle)
	l.number(score.SelfGap.Ratio, gapStyle)
	if score.Composite.Defined() {
		l.number(score.DimensionCoverage.Ratio, percentStyle)
		l.number(score.RoleCoverage.Ratio, percentStyle)
		l.count(s.raters(id))
	} else {
		l.skip()
		l.skip()
		l.skip()
	}
	l.text(s.said.why(score.Composite))
	l.text(string(id))
	l.end()
}

// raters counts who rated the person, but the person.
func (s *sheets) raters(id audience.PersonID) (n int) {
	r, _ := s.view.Review(s.period, id)
	for i := range r.Comments {
		if len(r.Comments[i].Ratings) > 0 && r.Comments[i].Role != audience.SelfRole {
			n++
		}
	}
	return n
}

// weight writes a share of weight.
func weight(v audience.Value) string {
	return words.Weight(words.Fraction{Num: v.Num, Den: v.Den})
}
