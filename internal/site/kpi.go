package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// sparkPeriods is how many periods a sparkline goes back.
const sparkPeriods = 8

// mostMain is how many figures the main table shows; the others fold away.
const mostMain = 12

// figuresID is the id of the table of main figures.
const figuresID = "figures"

// kpiTable is the table of a scope's main figures in one period, with the
// others folded away below.
func (p *page) kpiTable(scope Scope, q Period) Block {
	main, rest := p.mainMetrics(scope, q)
	if len(main) == 0 {
		return Block{}
	}
	b := Block{ID: figuresID, Title: p.lang.Text("section.key-metrics"), Note: p.comparedWith(q), Foot: p.splitFoot(scope, q, main)}
	h := new(markup.HTML)
	p.kpiRows(h, b.Title, scope, q, main)
	if len(rest) > 0 {
		title := p.lang.Text("section.all-metrics")
		h.Raw(`<details class="rest"><summary>`).Text(title).Text(" · ").Int(len(rest)).Raw(`</summary>`)
		p.kpiRest(h, title, scope, q, rest)
		h.Raw(`</details>`)
	}
	b.Body = p.place(h)
	return b
}

// splitFoot says of the metrics that a target was set for what the people took
// on.
func (p *page) splitFoot(scope Scope, q Period, metrics []*Metric) string {
	text := ""
	for _, m := range metrics {
		if note := p.splitNote(p.view.Figure(scope, q, m.ID)); note != "" {
			text += p.lang.Text("foot.split", p.metricName(m), note)
		}
	}
	return text
}

func (p *page) kpiRows(h *markup.HTML, title string, scope Scope, q Period, metrics []*Metric) {
	p.openTable(h, "kpi", title)
	p.heads(h, "head.metric", "n:head.actual", "n:head.target", "n:head.attainment", "head.bullet", "n:head.qoq", "n:head.yoy")
	p.head(h, "", p.lang.Text("head.trend", sparkPeriods), "")
	h.Raw(`</tr></thead><tbody>`)
	for _, m := range metrics {
		p.kpiRow(h, p.view.Figure(scope, q, m.ID))
	}
	h.Raw(`</tbody></table></div>`)
}

// kpiRest writes the metrics that fold away: what they are and how they moved.
func (p *page) kpiRest(h *markup.HTML, title string, scope Scope, q Period, metrics []*Metric) {
	p.openTable(h, "kpi-rest", title)
	p.heads(h, "head.metric", "n:head.actual", "n:head.target", "n:head.qoq", "n:head.yoy")
	h.Raw(`</tr></thead><tbody>`)
	for _, m := range metrics {
		f := p.view.Figure(scope, q, m.ID)
		h.Raw(`<tr><th scope="row">`)
		p.explained(h, f, func(h *markup.HTML) { h.Text(p.metricName(m)) })
		if unit := p.lang.Head(p.style(m)); unit != "" {
			h.Raw(` <span class="unit">`).Text(unit).Raw(`</span>`)
		}
		h.Raw(`</th><td class="n">`)
		p.value(h, m, f.Actual)
		h.Raw(`</td><td class="n">`)
		if f.Target.Defined() {
			h.Text(p.cell(m, f.Target.Ratio))
		}
		h.Raw(`</td>`)
		p.changeCells(h, f)
		h.Raw(`</tr>`)
	}
	h.Raw(`</tbody></table></div>`)
}

// openTable begins a table that may scroll within its box, up to its head row.
func (p *page) openTable(h *markup.HTML, class, title string) {
	h.Raw(`<div class="tw" tabindex="0" role="group"`).Attr("aria-label", title).Raw(`><table`).Attr("class", class).Raw(`>`)
	p.caption(h, title)
	h.Raw(`<thead><tr>`)
}

// mainMetrics splits the metrics of the scope: those that judge, those with a
// target and then the ratios are the main ones, up to a dozen.
func (p *page) mainMetrics(scope Scope, q Period) (main, rest []*Metric) {
	rank := func(m *Metric) int {
		switch {
		case slices.Contains(p.info.KPIs, m.ID):
			return slices.Index(p.info.KPIs, m.ID)
		case p.view.Figure(scope, q, m.ID).Target.Defined():
			return len(p.info.KPIs)
		case m.Kind == audience.RatioKind || m.Kind == audience.NPSKind:
			return len(p.info.KPIs) + 1
		}
		return len(p.info.KPIs) + 2
	}
	metrics := p.view.Metrics(scope, q)
	all := make([]*Metric, 0, len(metrics))
	ranks := make([]int, len(metrics))
	for i, m := range metrics {
		ranks[i] = rank(m)
	}
	for at := range len(p.info.KPIs) + 3 {
		for i, m := range metrics {
			if ranks[i] == at {
				all = append(all, m)
			}
		}
	}
	n := min(len(all), mostMain)
	if len(all) <= mostMain+2 {
		n = len(all)
	}
	return all[:n], all[n:]
}

func (p *page) kpiRow(h *markup.HTML, f Figure) {
	m := f.Metric
	h.Raw(`<tr><th scope="row">`)
	p.explained(h, f, func(h *markup.HTML) { h.Text(p.metricName(m)) })
	if unit := p.lang.Head(p.style(m)); unit != "" {
		h.Raw(` <span class="unit">`).Text(unit).Raw(`</span>`)
	}
	h.Raw(`</th><td class="n v"`).Attr("data-l", p.lang.Text("head.actual")).Raw(`><b>`)
	p.value(h, m, f.Actual)
	h.Raw(`</b></td>`)
	p.targetCells(h, f)
	h.Raw(`<td class="bl">`)
	p.bullet(h, f, true)
	h.Raw(`</td><td class="n"`).Attr("data-l", p.lang.Text("head.qoq")).Raw(`>`)
	p.change(h, m, f.QoQ)
	h.Raw(`</td><td class="n"`).Attr("data-l", p.lang.Text("head.yoy")).Raw(`>`)
	p.change(h, m, f.YoY)
	h.Raw(`</td><td class="sp">`)
	p.spark(h, f)
	h.Raw(`</td></tr>`)
}

// targetCells writes target and attainment; where there is no target, the
// place of the bullet says so.
func (p *page) targetCells(h *markup.HTML, f Figure) {
	if !f.Target.Defined() {
		h.Raw(`<td class="n nil dim">—</td><td class="n nil dim">—</td>`)
		return
	}
	h.Raw(`<td class="n"`).Attr("data-l", p.lang.Text("head.target")).Raw(`>`)
	p.value(h, f.Metric, f.Target)
	h.Raw(`</td><td class="n"`).Attr("data-l", p.lang.Text("head.attainment")).Raw(`>`)
	p.percentage(h, f.Attainment)
	h.Raw(`</td>`)
}

// bullet draws attainment against the target, or says why there is none.
func (p *page) bullet(h *markup.HTML, f Figure, labelled bool) {
	if !f.Attainment.Defined() {
		h.Raw(`<span class="why">`).Text(p.noBullet(f)).Raw(`</span>`)
		return
	}
	b := draw.Bullet{Attained: f.Attainment.Float(), Short: short(p.attained(f.Attainment.Ratio))}
	if labelled {
		b.Label = p.lang.Text("chart.bullet", p.metricName(f.Metric), words.Percent(frac(f.Attainment.Ratio)))
	}
	if pace := p.pace(f); pace.Defined() && f.Total > 0 {
		b.Pace = float64(f.Elapsed) / float64(f.Total)
		b.Short = short(words.Paced(frac(pace.Ratio)))
	}
	b.Write(h)
}

// noBullet says in a few words why nothing is drawn.
func (p *page) noBullet(f Figure) string {
	switch {
	case f.Metric.Kind == audience.NPSKind && f.Denominator.Defined():
		return p.lang.Text("explain.sample", words.Count(frac(f.Denominator.Ratio)))
	case !f.Target.Defined():
		return p.lang.Text("reason.no-target")
	}
	return p.reason(f.Attainment.Why)
}

func short(st words.State) draw.Short {
	switch st {
	case words.Risk:
		return draw.Risk
	case words.Off:
		return draw.Off
	}
	return draw.None
}

// spark draws the metric over the last periods, from the first that has a
// figure on.
func (p *page) spark(h *markup.HTML, f Figure) {
	var (
		room        [sparkPeriods]float64
		values      = room[:0]
		first, last audience.Value
		defined     int
	)
	for i := sparkPeriods - 1; i >= 0; i-- {
		v := p.view.Actual(f.Scope, p.info.Calendar.Add(f.Period, -i), f.Metric.ID)
		if v.Defined() {
			if last = v; defined == 0 {
				first = v
			}
			defined++
		}
		if defined > 0 {
			values = append(values, v.Float())
		}
	}
	if defined > 1 {
		draw.Spark(h, values, f.Partial, p.lang.Text("chart.spark", defined, p.cell(f.Metric, first.Ratio), p.cell(f.Metric, last.Ratio)))
	}
}

// comparedWith says what the changes are measured against.
func (p *page) comparedWith(q Period) string {
	c := p.info.Calendar
	if q.Length == audience.Year {
		return p.lang.Text("period.against-one", p.periodName(c.Prev(q)))
	}
	return p.lang.Text("period.against", p.periodName(c.Prev(q)), p.periodName(c.YearBefore(q)))
}

// caption names a table for those who hear it.
func (p *page) caption(h *markup.HTML, text string) {
	h.Raw(`<caption class="vh">`).Text(text).Raw(`</caption>`)
}

// heads writes column heads by their keys; "n:" before a key sets figures.
func (p *page) heads(h *markup.HTML, keys ...string) {
	for _, key := range keys {
		class := ""
		if len(key) > 2 && key[:2] == "n:" {
			class, key = "n", key[2:]
		}
		p.head(h, class, p.lang.Text(key), "")
	}
}

// head writes one column head, with its unit below.
func (p *page) head(h *markup.HTML, class, text, unit string) {
	h.Raw(`<th scope="col"`)
	if class != "" {
		h.Attr("class", class)
	}
	h.Raw(`>`).Text(text)
	if unit != "" {
		h.Raw(`<span class="unit">`).Text(unit).Raw(`</span>`)
	}
	h.Raw(`</th>`)
}
