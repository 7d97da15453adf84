package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// frac is a ratio as package words takes it.
func frac(r Ratio) words.Fraction { return words.Fraction(r) }

// metricWords is what the portfolio, or else the catalogue, says of a metric.
type metricWords struct {
	name       string
	note       string // what it counts
	definition string // the note as explanations end with it
	count      string // the word after a count of it: 单, 家
}

func newMetricWords(l words.Lang, dictionary []audience.Metric) map[MetricID]metricWords {
	all := make(map[MetricID]metricWords, len(dictionary))
	for i := range dictionary {
		m, id := &dictionary[i], string(dictionary[i].ID)
		w := metricWords{name: l.Name("metric", id, m.Label), note: m.Note, count: l.CountWord(id)}
		if w.note == "" && words.Has("note."+id) {
			w.note = l.Text("note." + id)
		}
		if w.note != "" {
			w.definition = l.Text("explain.definition", w.note)
		}
		all[m.ID] = w
	}
	return all
}

func (s *Site) metricName(m *Metric) string { return s.metrics[m.ID].name }

// scales is how a page writes money: one unit for all sums and levels, and one
// for each ratio of money, so that cards, rows and sums can be added by eye.
type scales struct {
	money  words.Scale
	ratios map[MetricID]words.Scale
}

// scaleFor chooses a page's units from the figures of these scopes and
// periods, which are the ones it shows.
func (s *Site) scaleFor(scopes []Scope, periods []Period) scales {
	sc := scales{ratios: map[MetricID]words.Scale{}}
	var sums []words.Fraction
	perOne := map[MetricID][]words.Fraction{}
	for _, scope := range scopes {
		for _, q := range periods {
			for _, m := range s.view.Metrics(scope, q) {
				if m.Unit != audience.Money {
					continue
				}
				f := s.view.Figure(scope, q, m.ID)
				if m.Kind == audience.RatioKind {
					perOne[m.ID] = append(perOne[m.ID], frac(f.Actual.Ratio))
				} else {
					sums = append(sums, frac(f.Actual.Ratio), frac(f.Target.Ratio))
				}
			}
		}
	}
	sc.money = s.lang.MoneyScale(sums...)
	if s.info.MoneyUnit != "" {
		if own, ok := words.ScaleIn(s.info.MoneyUnit, sums...); ok {
			sc.money = own
		}
	}
	for id, values := range perOne {
		sc.ratios[id] = s.lang.RatioScale(values...)
	}
	return sc
}

// style is how the page writes figures of the metric.
func (p *page) style(m *Metric) words.Style {
	st := words.Style{Unit: words.Unit(m.Unit)}
	switch m.Unit {
	case audience.Money:
		st.Word, st.Scale = p.info.Currency, p.scales.money
		if m.Kind == audience.RatioKind {
			own, ok := p.scales.ratios[m.ID]
			if !ok {
				own = p.lang.RatioScale()
			}
			st.Scale = own
		}
	case audience.Count:
		st.Word = p.metrics[m.ID].count
	}
	return st
}

// figure returns a value with its unit, as running text has it.
func (p *page) figure(m *Metric, r Ratio) string { return p.lang.Figure(frac(r), p.style(m)) }

// cell returns a value for a column whose head states the unit.
func (p *page) cell(m *Metric, r Ratio) string { return p.style(m).Cell(frac(r)) }

// state writes a state as shape and word.
func state(h *markup.HTML, st words.State, word string) {
	h.Raw(`<span`).Attr("class", "st "+st.Class()).Raw(`>`).Text(word).Raw(`</span>`)
}

// change writes a change as arrow and figure, coloured by whether it is
// welcome; an undefined one says why to those who ask.
func (p *page) change(h *markup.HTML, m *Metric, c audience.Change) {
	p.moved(h, p.lang.Change(frac(c.Ratio), words.Unit(m.Unit), c.Points), m.Better == audience.Lower, c.Why)
}

func (p *page) moved(h *markup.HTML, c words.Change, lower bool, why audience.Reason) {
	if c.Text == words.Undefined {
		p.undefined(h, why)
		return
	}
	class := [...]string{words.None: "eq", words.On: "up", words.Risk: "eq", words.Off: "dn"}[c.State(lower)]
	h.Raw(`<span`).Attr("class", class).Raw(`>`)
	if c.Arrow != "" {
		h.Raw(`<span class="ar" aria-hidden="true">`).Text(c.Arrow).Raw(`</span>`)
	}
	h.Text(c.Text).Raw(`</span>`)
}

// undefined writes a dash with the reason.
func (p *page) undefined(h *markup.HTML, why audience.Reason) {
	if why == 0 {
		h.Raw(`<span class="dim">—</span>`)
		return
	}
	h.Raw(`<abbr`).Attr("title", p.reason(why)).Raw(`>—</abbr>`)
}

// reason says why a figure is undefined.
func (s *Site) reason(why audience.Reason) string {
	if why == 0 {
		return ""
	}
	return s.lang.Text("reason." + why.String())
}

// value writes a figure's value for a column whose head states the unit.
func (p *page) value(h *markup.HTML, m *Metric, v audience.Value) {
	if !v.Defined() {
		p.undefined(h, v.Why)
		return
	}
	h.Text(p.cell(m, v.Ratio))
}

// percentage writes a fraction as percent.
func (p *page) percentage(h *markup.HTML, v audience.Value) {
	if !v.Defined() {
		p.undefined(h, v.Why)
		return
	}
	h.Text(words.Percent(frac(v.Ratio)))
}
