package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/chart"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// drawn is a chart of any kind.
type drawn interface {
	Kind() string
	JSON() ([]byte, error)
	Table() chart.Table
	Key() []chart.KeyEntry
}

// chart writes a drawing with the sentence that says what it shows, its key
// and its data table, which is what readers without scripts get.
func (p *page) chart(h *markup.HTML, c drawn, title, note string) {
	data, err := c.JSON()
	if err != nil {
		return // plain data always marshals
	}
	p.charts++
	h.Raw(`<figure class="ch"><figcaption><h3>`).Text(title).Raw(`</h3><p class="note">`).Text(note).Raw(`</p>`)
	h.Raw(`<p class="key">`)
	for _, k := range c.Key() {
		h.Raw(`<span><i`).Attr("class", "k-"+k.Mark).Raw(`></i><bdi>`).Text(k.Text).Raw(`</bdi></span>`)
	}
	h.Raw(`</p></figcaption><div class="plot" role="img"`).Attr("aria-label", title).Raw(` hidden></div>`)
	h.Raw(`<script type="application/json" class="chart-data"`).Attr("data-kind", c.Kind()).Raw(`>`).Trusted(string(data)).Raw(`</script>`)
	h.Raw(`<details class="data"><summary>`).Text(p.lang.Text("section.data-table")).Raw(`</summary>`)
	p.dataTable(h, c.Table(), title)
	h.Raw(`</details></figure>`)
}

func (p *page) dataTable(h *markup.HTML, t chart.Table, title string) {
	h.Raw(`<div class="tw" tabindex="0" role="group"`).Attr("aria-label", title).Raw(`><table>`)
	p.caption(h, title)
	h.Raw(`<thead><tr>`)
	for i, c := range t.Head {
		class := "n"
		if i == 0 {
			class = ""
		}
		p.head(h, class, c.Text, c.Note)
	}
	h.Raw(`</tr></thead><tbody>`)
	for _, row := range t.Rows {
		h.Raw(`<tr>`)
		for i, c := range row {
			if i == 0 {
				h.Raw(`<th scope="row">`).Text(c.Text)
			} else {
				h.Raw(`<td class="n">`).Text(c.Text)
			}
			if c.Note != "" {
				h.Raw(` <span class="unit">`).Text(c.Note).Raw(`</span>`)
			}
			if i == 0 {
				h.Raw(`</th>`)
			} else {
				h.Raw(`</td>`)
			}
		}
		h.Raw(`</tr>`)
	}
	h.Raw(`</tbody></table></div>`)
}

// chartFigure is a value as a chart takes it: where it stands, in the unit the
// page writes, and as it is written.
func (p *page) chartFigure(m *Metric, v audience.Value) chart.Figure {
	if !v.Defined() {
		return chart.Gap(words.Undefined)
	}
	st := p.style(m)
	place := v.Float()
	switch m.Unit {
	case audience.Money:
		for range st.Scale.Power {
			place /= 10
		}
	case audience.Percent:
		place *= 100
	}
	return chart.At(place, st.Cell(frac(v.Ratio)))
}

// chartPeriod labels a period on an axis.
func (p *page) chartPeriod(q Period) chart.Period {
	w := p.calendarPeriod(q)
	return chart.Period{Name: p.lang.PeriodName(w), Label: p.lang.PeriodShort(w), Sub: p.lang.AxisYear(w)}
}

// trend draws a metric over the reported periods up to q. It is nothing where
// there are fewer than two.
func (p *page) trend(scope Scope, q Period, id MetricID) Block {
	m := p.view.Metric(id)
	periods := p.reportedUpTo(q, trendPeriods)
	if m == nil || len(periods) < 2 {
		return Block{}
	}
	t := chart.Trend{Unit: p.lang.Head(p.style(m)), Words: chart.TrendWords{
		Period: p.lang.Text("head.period"), Actual: p.lang.Text("head.actual"), Target: p.lang.Text("head.target"),
		Attainment: p.lang.Text("head.attainment"), AtRisk: p.lang.Text("chart.at-risk"), OffTarget: p.lang.Text("chart.off-target"),
		Partial: p.lang.Text("chart.partial"),
	}}
	if m.Unit == audience.Percent {
		t.Suffix = "%"
	}
	for _, at := range periods {
		f := p.view.Figure(scope, at, id)
		t.Points = append(t.Points, chart.TrendPoint{
			Period: p.chartPeriod(at), Actual: p.chartFigure(m, f.Actual), Target: p.chartFigure(m, f.Target),
			Attainment: words.Percent(frac(f.Attainment.Ratio)), State: chartState(p.attained(f.Attainment.Ratio)), Partial: f.Partial,
		})
	}
	h := new(markup.HTML)
	p.chart(h, t, p.trendTitle(scope, periods, m), p.axisNote(scope, m, t.Axis().From()))
	return Block{ID: "trend", Title: p.lang.Text("section.trend"), Body: p.place(h)}
}

func chartState(st words.State) chart.State {
	switch st {
	case words.On:
		return chart.OnTarget
	case words.Risk:
		return chart.AtRisk
	case words.Off:
		return chart.OffTarget
	}
	return chart.NoTarget
}

// axisNote says what is drawn, in which unit, and where the axis begins when
// that is not zero.
func (p *page) axisNote(scope Scope, m *Metric, from string) string {
	what, unit := p.lang.Text("chart.of", p.scopeName(scope), p.metricName(m)), p.lang.Head(p.style(m))
	switch {
	case from == "" && unit == "":
		return what
	case from == "":
		return p.lang.Text("foot.axis-zero", what, unit)
	}
	return p.lang.Text("foot.axis-from", what, unit, from)
}

func (p *page) scopeName(s Scope) string {
	if s.Team != "" {
		t, _ := p.view.Team(s.Team)
		return t.Name
	}
	return p.view.Name(s.Person)
}

// mix draws how a figure splits over the last reported periods: the parts of
// the latest from the largest, what is beyond five parts added up as the rest.
func (p *page) mix(scope Scope, q Period, f audience.Facet) Block {
	periods := p.reportedUpTo(q, mixPeriods)
	d := p.division(scope, f)
	if d == nil || len(periods) == 0 {
		return Block{}
	}
	parts := make([][]audience.PartFigure, len(periods))
	for i, at := range periods {
		parts[i] = d.Parts(at)
	}
	latest := parts[len(parts)-1]
	if len(latest) < 2 {
		return Block{}
	}
	c := p.mixChart(periods, parts, f.Metric)
	if c.Fault() != nil {
		return Block{}
	}
	name := p.partsName(f.By)
	title := name
	if f.By != f.Of {
		title = p.facetName(f) // beside that of the breakdown it pairs with
	}
	h := new(markup.HTML)
	p.chart(h, c, p.mixTitle(d, periods[len(periods)-1], latest), p.lang.Text("foot.share-of", p.scopeName(scope), p.metricName(f.Metric), name))
	return Block{ID: "mix-" + string(f.Of), Title: title, Body: p.place(h)}
}

func (p *page) mixChart(periods []Period, parts [][]audience.PartFigure, m *Metric) chart.Mix {
	names := p.mixNames(parts[len(parts)-1])
	c := chart.Mix{Words: chart.MixWords{Period: p.lang.Text("head.period")}, Unit: p.lang.Head(p.style(m)), Series: names}
	for n, parts := range parts {
		if len(parts) == 0 {
			continue
		}
		point := chart.MixPoint{Period: p.chartPeriod(periods[n])}
		for i, name := range names {
			part := partNamed(parts, name)
			if i == chart.MaxParts-1 && name == p.lang.Text("chart.others") {
				part = restOf(parts, names[:i])
			}
			point.Parts = append(point.Parts, chart.Part{Amount: p.chartFigure(m, part.Actual), Share: words.Percent(frac(part.Share.Ratio))})
		}
		c.Points = append(c.Points, point)
	}
	return c
}

// mixNames are the parts to draw, at most as many as a chart may have.
func (p *page) mixNames(parts []audience.PartFigure) []string {
	var names []string
	for _, part := range parts {
		names = append(names, part.Name)
	}
	if len(names) > chart.MaxParts {
		names = append(names[:chart.MaxParts-1], p.lang.Text("chart.others"))
	}
	return names
}

func partNamed(parts []audience.PartFigure, name string) audience.PartFigure {
	i := slices.IndexFunc(parts, func(x audience.PartFigure) bool { return x.Name == name })
	if i < 0 {
		return audience.PartFigure{Name: name}
	}
	return parts[i]
}

// restOf adds up the parts that are not named.
func restOf(parts []audience.PartFigure, named []string) audience.PartFigure {
	var rest audience.PartFigure
	for _, part := range parts {
		if !slices.Contains(named, part.Name) {
			rest = audience.AddParts(rest, part)
		}
	}
	return rest
}

const (
	trendPeriods = 8
	mixPeriods   = 5
)

// reportedUpTo returns the last n reported periods of q's length, up to q.
func (p *page) reportedUpTo(q Period, n int) []Period {
	var list []Period
	for _, at := range p.periods {
		if at.Length == q.Length && p.info.Calendar.Compare(at, q) <= 0 {
			list = append(list, at)
		}
	}
	return list[max(0, len(list)-n):]
}
