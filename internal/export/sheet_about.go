package export

import (
	"strconv"
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// about writes the sheet that says what stands in the others.
func (s *sheets) about() {
	c := s.canvas(s.word("book.about"), []float64{22, 24, 10, 10, 48, 40})
	s.aboutFacts(c)
	c.next()
	s.aboutSheets(c)
	c.next()
	s.aboutMetrics(c)
	c.close()
}

// line writes a name and what is said of it, over the width of the table below.
func (c *canvas) line(name, text string) {
	c.put(1, name, plainStyle)
	c.put(2, text, textStyle)
	if row := strconv.Itoa(c.row); c.stream != nil {
		c.note(c.stream.MergeCell("B"+row, "F"+row))
	}
	const wide = 125 // characters that fit in the merged cells; rows do not grow by themselves there
	if lines := linesOf(text, wide); lines > 1 {
		c.height = heightOf(lines, rowHeight)
	}
	c.next()
}

func (s *sheets) aboutFacts(c *canvas) {
	lang, site := s.said.lang, s.said.site
	c.heads(0, 0, lang.Text("head.item"), lang.Text("head.content"), "", "", "", "")
	c.line(lang.Text("about.what"), lang.Text("about.what-text", lang.Text("book.title", site.Title, s.team.Name)))
	c.line(lang.Text("about.period"), s.said.period(s.period))
	if !site.AsOf.IsZero() {
		c.line(lang.Text("about.as-of"), site.AsOf.String())
	}
	c.line(lang.Text("about.periods"), lang.Text("about.periods-text", s.periodList(s.ownPeriods), s.periodList(s.periods)))
	people := lang.Text("about.people-text", s.all)
	if s.all > len(s.people) {
		people += lang.Text("list-semicolon") + lang.Text("about.people-many")
	}
	c.line(lang.Text("about.people"), people)
	c.line(lang.Text("about.kpi"), s.judges())
	c.line(lang.Text("about.money"), lang.Text("about.money-text", lang.Currency(site.Currency)))
	for _, key := range [...][2]string{
		{"about.percent", "about.percent-text"}, {"about.empty", "about.empty-text"}, {"about.target", "about.target-text"}, {"about.attainment", "about.rate-text"},
		{"about.ratio", "about.ratio-text"}, {"about.rank", "about.rank-text"}, {"about.score", "about.score-text"}, {"about.text", "about.text-text"},
	} {
		c.line(lang.Text(key[0]), lang.Text(key[1]))
	}
}

func (s *sheets) periodList(list []audience.Period) string {
	names := make([]string, len(list))
	for i, q := range list {
		names[i] = s.said.period(q)
	}
	return strings.Join(names, s.word("list-comma"))
}

// judges names the figures that judge with their weights.
func (s *sheets) judges() string {
	site := s.said.site
	names := make([]string, len(site.KPIs))
	for i, id := range site.KPIs {
		share := audience.PercentRatio(site.Weights[i])
		names[i] = s.word("about.kpi-one", s.said.metric(s.view.Metric(id)), words.Weight(words.Fraction{Num: share.Num, Den: share.Den}))
	}
	return strings.Join(names, s.word("list-comma"))
}

func (s *sheets) aboutSheets(c *canvas) {
	lang := s.said.lang
	c.heads(0, 0, lang.Text("head.sheet"), lang.Text("head.content"), "", "", "", "")
	for _, key := range [...][2]string{
		{"book.overview", "about.overview"}, {"book.figures", "about.figures"}, {"book.people", "about.people-list"},
		{"book.goals", "about.goals"}, {"book.actions", "about.actions"}, {"book.scores", "about.scores"},
	} {
		c.line(lang.Text(key[0]), lang.Text(key[1]))
	}
}

// aboutMetrics defines the metrics of the workbook.
func (s *sheets) aboutMetrics(c *canvas) {
	lang := s.said.lang
	c.heads(0, 0, lang.Text("head.metric"), lang.Text("head.metric-id"), lang.Text("head.unit"), lang.Text("head.better"), lang.Text("head.formula"), lang.Text("head.definition"))
	used := map[audience.MetricID]bool{}
	for _, q := range s.ownPeriods {
		for _, m := range s.view.Metrics(s.scope, q) {
			used[m.ID] = true
		}
	}
	for _, m := range s.view.Dictionary() {
		if !used[m.ID] {
			continue
		}
		c.put(1, s.said.metric(&m), plainStyle)
		c.put(2, string(m.ID), plainStyle)
		c.put(3, s.said.unit(&m), plainStyle)
		c.put(4, lang.Text("better."+better(&m)), plainStyle)
		c.put(5, s.said.definition(&m), textStyle)
		c.put(6, s.said.note(&m), textStyle)
		if lines := max(linesOf(s.said.definition(&m), 48), linesOf(s.said.note(&m), 40)); lines > 1 {
			c.height = heightOf(lines, rowHeight)
		}
		c.next()
	}
}
