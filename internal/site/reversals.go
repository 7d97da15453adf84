package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

const (
	mostCompared  = 40 // how many siblings are set against each other, two by two
	mostReversals = 3  // how many pairs a page shows
)

// reversals is the block that warns where a total misleads: two teams, or two
// people of a team, one of which is ahead in total and behind in every part.
func (p *page) reversals(t audience.Team, q Period, facets []audience.Facet) Block {
	siblings := p.partScopes(t, q)
	if len(siblings) < 2 || len(siblings) > mostCompared {
		return Block{}
	}
	var list []audience.Reversal
	for _, f := range facets {
		if attainment := f.Of != ""; !attainment || p.judgedByParts(f, q) {
			list = append(list, p.view.Reversals(siblings, q, f, attainment)...)
		}
	}
	if len(list) == 0 {
		return Block{}
	}
	h := new(markup.HTML)
	h.Raw(`<div class="two pulls">`)
	for i := range list[:min(len(list), mostReversals)] {
		p.reversal(h, &list[i])
	}
	h.Raw(`</div>`)
	if n := len(list) - mostReversals; n > 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("nav.more", n)).Raw(`</p>`)
	}
	return Block{ID: "reversals", Title: p.lang.Text("section.reversals"), Body: p.place(h), Foot: p.lang.Text("reversal.note")}
}

// judgedByParts reports whether the facet splits the first KPI, by which
// siblings are ordered, and any part of it has target and actual.
func (p *page) judgedByParts(f audience.Facet, q Period) bool {
	return f.Metric.ID == p.info.KPIs[0] &&
		slices.ContainsFunc(p.division(p.scope, f).Parts(q), func(x audience.PartFigure) bool { return x.Aimed.Defined() })
}

// turnedOverTime writes a table where the figure, or its attainment, went one
// way since the period before and every part the other.
func (p *page) turnedOverTime(h *markup.HTML, d *audience.Division, q Period) {
	if x, ok := d.Reversal(q, p.info.Calendar.Prev(q), d.Of != ""); ok {
		p.reversal(h, &x)
	}
}

// reversal writes one reversal with the parts that turn it round.
func (p *page) reversal(h *markup.HTML, x *audience.Reversal) {
	names := [2]string{p.scopeName(x.Ahead.Scope), p.scopeName(x.Behind.Scope)}
	if x.Ahead.Scope == x.Behind.Scope {
		names = [2]string{p.lang.PeriodShort(p.calendarPeriod(x.Ahead.Period)), p.lang.PeriodShort(p.calendarPeriod(x.Behind.Period))}
	}
	metric, st := p.metricName(x.Metric), p.style(x.Metric)
	if x.Attainment {
		metric, st = p.lang.Text("fig.attainment", metric), words.Style{Unit: words.PercentUnit}
	}
	title := p.lang.Text("reversal.title", metric, names[0], names[1], p.partsName(x.By))
	h.Raw(`<div class="turned"><h3>`).Text(title).Raw(`</h3>`)
	p.smallTable(h, title, func(h *markup.HTML) {
		p.head(h, "", p.partsName(x.By), "")
		for _, name := range names {
			p.head(h, "n", name, p.lang.Head(st))
			p.head(h, "n", p.lang.Text("head.share"), name)
		}
	}, func(h *markup.HTML) {
		for i := range x.Parts {
			p.reversedRow(h, &x.Parts[i], st)
		}
		h.Raw(`<tr class="sum"><th scope="row">`).Text(p.lang.Text("total")).Raw(`</th>`)
		for _, v := range []audience.Value{x.Ahead.Total, x.Behind.Total} {
			h.Raw(`<td class="n">`).Text(st.Cell(frac(v.Ratio))).Raw(`</td><td class="n"></td>`)
		}
		h.Raw(`</tr>`)
	})
	h.Raw(`</div>`)
}

func (p *page) reversedRow(h *markup.HTML, x *audience.ReversedPart, st words.Style) {
	h.Raw(`<tr><th scope="row"><bdi>`)
	if x.Unassigned {
		h.Text(p.lang.Text("step.unassigned"))
	} else {
		h.Text(x.Name)
	}
	h.Raw(`</bdi></th><td class="n">`).Text(st.Cell(frac(x.Ahead.Ratio))).Raw(`</td><td class="n">`)
	p.percentage(h, x.AheadWeight)
	h.Raw(`</td><td class="n">`).Text(st.Cell(frac(x.Behind.Ratio))).Raw(`</td><td class="n">`)
	p.percentage(h, x.BehindWeight)
	h.Raw(`</td></tr>`)
}
