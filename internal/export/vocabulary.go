package export

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// A vocabulary names things as pages do.
type vocabulary struct {
	lang    words.Lang
	view    *audience.View
	site    audience.Site
	metrics map[audience.MetricID]string
	periods map[audience.Period]string // of those with figures
}

func newVocabulary(v *audience.View) *vocabulary {
	s := &vocabulary{view: v, site: v.Site(), metrics: map[audience.MetricID]string{}, periods: map[audience.Period]string{}}
	s.lang, _ = words.ParseLang(s.site.Language)
	for _, m := range v.Dictionary() {
		s.metrics[m.ID] = s.lang.Name("metric", string(m.ID), m.Label)
	}
	for _, q := range v.Periods() {
		s.periods[q] = s.nameOf(q)
	}
	return s
}

func (s *vocabulary) metric(m *audience.Metric) string {
	if name, ok := s.metrics[m.ID]; ok {
		return name
	}
	return string(m.ID)
}

func (s *vocabulary) period(q audience.Period) string {
	if q.IsZero() {
		return ""
	}
	if name, ok := s.periods[q]; ok {
		return name
	}
	return s.nameOf(q)
}

func (s *vocabulary) nameOf(q audience.Period) string {
	return s.lang.PeriodName(words.Period{Year: int(q.Year), Months: q.Length.Months(), N: int(q.N), Start: s.site.Calendar.Start})
}

// team returns the name of a team, "" where there is none.
func (s *vocabulary) team(id audience.TeamID) string {
	t, _ := s.view.Team(id)
	return t.Name
}

// unit names what a metric counts, unscaled.
func (s *vocabulary) unit(m *audience.Metric) string {
	switch m.Unit {
	case audience.Money:
		return s.lang.Currency(s.site.Currency)
	case audience.Percent:
		return "%"
	case audience.Points:
		return s.lang.Text("unit.points")
	}
	if word := s.lang.CountWord(string(m.ID)); word != "" {
		return word
	}
	return s.lang.Text("unit.count")
}

// note returns the 口径 of a metric, "" where nobody gave one.
func (s *vocabulary) note(m *audience.Metric) string {
	if key := "note." + string(m.ID); m.Note == "" && words.Has(key) {
		return s.lang.Text(key)
	}
	return m.Note
}

// definition says how a metric is computed, or how it adds up.
func (s *vocabulary) definition(m *audience.Metric) string {
	switch m.Kind {
	case audience.RatioKind:
		return s.lang.Text("formula.ratio-sums", s.sum(m.Numerator), s.sum(m.Denominator))
	case audience.NPSKind:
		return s.lang.Text("formula.nps")
	case audience.LevelKind:
		return s.lang.Text("dictionary.level")
	}
	return s.lang.Text("dictionary.sum")
}

func (s *vocabulary) sum(ids []audience.MetricID) string {
	text := ""
	for i, id := range ids {
		if i > 0 {
			text += " + "
		}
		text += s.metrics[id]
	}
	if len(ids) > 1 {
		return s.lang.Text("formula.added", text)
	}
	return text
}

// why says why a value is undefined, "" where it is not.
func (s *vocabulary) why(v audience.Value) string {
	if v.Defined() || v.Why == 0 {
		return ""
	}
	return s.lang.Text("reason." + v.Why.String())
}

var kindNames = [...]string{audience.SumKind: "sum", audience.LevelKind: "level", audience.RatioKind: "ratio", audience.NPSKind: "nps"}

func better(m *audience.Metric) string {
	if m.Better == audience.Lower {
		return "lower"
	}
	return "higher"
}
