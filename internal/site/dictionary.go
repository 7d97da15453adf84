package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

var kindNames = [...]string{
	audience.SumKind: "kind.sum", audience.LevelKind: "kind.level", audience.RatioKind: "kind.ratio", audience.NPSKind: "kind.nps",
}

// writeMetrics writes the KPI 辞典: what each figure means and how it rolls up.
// What the site has figures of comes first.
func (p *page) writeMetrics(w io.Writer) error {
	used := map[MetricID]bool{}
	for _, q := range p.periods {
		for _, m := range p.view.Metrics(audience.TeamScope(p.view.Root()), q) {
			used[m.ID] = true
		}
	}
	var with, without []audience.Metric
	computed := 0
	for _, m := range p.view.Dictionary() {
		if m.Kind == audience.RatioKind || m.Kind == audience.NPSKind {
			computed++
		}
		if used[m.ID] {
			with = append(with, m)
		} else {
			without = append(without, m)
		}
	}
	where := p.newUsage(with)
	data := listPage{Blocks: []template.HTML{
		p.dictionary("metrics.used", "used", with, &where).html(),
		p.dictionary("metrics.unused", "unused", without, nil).html(),
		p.breakdownTable().html(),
	}}
	head := Head{Headline: p.lang.MetricsHeadline(len(with)+len(without), computed), Lead: p.rankFoot()}
	return p.list("metrics", "nav.metrics", metricsAddress, head, data, w)
}

// dictionary is a table of metrics, with where they are used if that is known.
func (p *page) dictionary(key, id string, list []audience.Metric, where *usage) Block {
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: id, Title: p.lang.Text(key), Note: p.lang.Text("order.dictionary")}
	h := new(markup.HTML)
	p.openTable(h, "grid-t dict", b.Title)
	p.heads(h, "head.metric", "head.formula", "head.kind", "head.unit", "head.better", "head.definition")
	if where != nil {
		p.heads(h, "head.used-in")
	}
	h.Raw(`</tr></thead><tbody>`)
	for i := range list {
		p.dictionaryRow(h, &list[i], where)
	}
	h.Raw(`</tbody></table></div><p class="foot">`).Text(p.lang.Text("foot.dictionary")).Raw(`</p>`)
	b.Body = p.place(h)
	return b
}

func (p *page) dictionaryRow(h *markup.HTML, m *Metric, where *usage) {
	h.Raw(`<tr`).Attr("id", "m-"+string(m.ID)).Raw(`><th scope="row">`).Text(p.metricName(m)).Raw(` <code>`).Text(string(m.ID)).Raw(`</code></th><td class="f">`)
	h.Text(p.definition(m)).Raw(`</td><td>`).Text(p.lang.Text(kindNames[m.Kind])).Raw(`</td><td>`).Text(p.unitName(m)).Raw(`</td><td>`)
	if m.Better == audience.Lower {
		h.Text(p.lang.Text("better.lower"))
	} else {
		h.Text(p.lang.Text("better.higher"))
	}
	h.Raw(`</td><td class="txt">`).Text(p.metrics[m.ID].note).Raw(`</td>`)
	if where != nil {
		where.cell(h, m)
	}
	h.Raw(`</tr>`)
}

// definition is a metric's formula, or how it adds up.
func (s *Site) definition(m *Metric) string {
	switch m.Kind {
	case audience.RatioKind:
		return s.lang.Text("dictionary.ratio", s.metricSum(m.Numerator), s.metricSum(m.Denominator))
	case audience.NPSKind:
		return s.lang.Text("formula.nps")
	case audience.LevelKind:
		return s.lang.Text("dictionary.level")
	}
	return s.lang.Text("dictionary.sum")
}

// unitName is what a metric counts, unscaled.
func (s *Site) unitName(m *Metric) string {
	switch m.Unit {
	case audience.Money:
		return s.lang.Currency(s.info.Currency)
	case audience.Percent:
		return "%"
	case audience.Points:
		return s.lang.Text("unit.points")
	}
	if word := s.metrics[m.ID].count; word != "" {
		return word
	}
	return s.lang.Text("unit.count")
}

func (p *page) breakdownTable() Block {
	list := p.view.Breakdowns()
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "breakdowns", Title: p.lang.Text("metrics.breakdowns"), Note: p.lang.Text("order.dictionary")}
	h := new(markup.HTML)
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.breakdown", "head.splits")
	h.Raw(`</tr></thead><tbody>`)
	for _, x := range list {
		h.Raw(`<tr><th scope="row">`).Text(p.lang.Name("breakdown", string(x.ID), x.Label)).Raw(` <code>`).Text(string(x.ID)).Raw(`</code></th><td>`)
		if m := p.view.Metric(x.Of); m != nil {
			h.Text(p.metricName(m))
		}
		h.Raw(`</td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}
