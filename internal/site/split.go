package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// split sets a team's own target of the next period in the first KPI against
// what its people take on: their own targets, or the goals that they set
// themselves.
func (p *page) split(t audience.Team, q Period) Block {
	if q != p.latest {
		return Block{}
	}
	c := p.view.Cascade(t.ID, p.info.Calendar.Next(q), p.info.KPIs[0])
	if c.Metric == nil || !c.Sum.Defined() && !c.Set.Defined() {
		return Block{}
	}
	name := p.lang.PeriodShort(p.calendarPeriod(c.Period))
	b := Block{ID: "split", Title: p.lang.Text("section.split-people", name, p.metricName(c.Metric)), Note: p.lang.Text("order.target"), Foot: p.covered(c, p.style(c.Metric))}
	h := new(markup.HTML)
	p.splitTable(h, b.Title, c, q)
	b.Body = p.place(h)
	return b
}

// splitTable writes who takes on how much of a team's target.
func (p *page) splitTable(h *markup.HTML, title string, c audience.Cascade, q Period) {
	unit := p.lang.Head(p.style(c.Metric))
	p.openTable(h, "grid-t", title)
	p.heads(h, "head.person")
	p.head(h, "n", p.lang.Text("head.of-period", p.lang.PeriodShort(p.calendarPeriod(q)), p.lang.Text("head.actual")), unit)
	p.head(h, "n", p.lang.Text("head.of-period", p.lang.PeriodShort(p.calendarPeriod(c.Period)), p.lang.Text("head.target")), unit)
	p.heads(h, "n:head.increase", "n:head.share")
	h.Raw(`</tr></thead><tbody>`)
	shown := c.People[:min(len(c.People), mostRows)]
	for _, x := range shown {
		p.splitRow(h, c, x)
	}
	if more := len(c.People) - len(shown); more > 0 {
		h.Raw(`<tr class="gap"><th scope="row">`).Text(p.lang.Text("nav.more", more)).Raw(`</th><td colspan="4"></td></tr>`)
	}
	h.Raw(`<tr class="sum"><th scope="row">`).Text(p.lang.Text("total-of-people")).Raw(`</th><td class="n"></td><td class="n">`)
	p.value(h, c.Metric, c.Sum)
	h.Raw(`</td><td class="n"></td><td class="n">`)
	if c.Sum.Defined() {
		h.Text(words.Percent(words.Fraction{Num: 1, Den: 1}))
	}
	h.Raw(`</td></tr>`)
	if t, _ := p.view.Team(c.Team); c.Set.Defined() {
		h.Raw(`<tr><th scope="row">`).Text(p.lang.Text("target-of", t.Name)).Raw(`</th><td></td><td class="n">`)
		p.value(h, c.Metric, c.Set)
		h.Raw(`</td><td></td><td></td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
}

func (p *page) splitRow(h *markup.HTML, c audience.Cascade, x audience.PersonTarget) {
	h.Raw(`<tr`)
	if !x.Target.Defined() {
		h.Raw(` class="gap"`)
	}
	h.Raw(`><th scope="row">`)
	p.person(h, x.Person)
	h.Raw(`</th><td class="n">`)
	p.value(h, c.Metric, x.Before)
	h.Raw(`</td><td class="n">`)
	p.value(h, c.Metric, x.Target)
	h.Raw(`</td><td class="n">`)
	growth := audience.Growth(x.Target, x.Before)
	p.moved(h, p.lang.Change(frac(growth.Ratio), words.Unit(c.Metric.Unit), false), false, growth.Why)
	h.Raw(`</td><td class="n">`)
	if share := audience.ShareOf(x.Target, c.Sum); share.Defined() {
		h.Text(words.Percent(frac(share.Ratio)))
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td></tr>`)
}

// covered says whether the people's targets cover the team's.
func (p *page) covered(c audience.Cascade, st words.Style) string {
	switch {
	case !c.Over.Defined():
		return ""
	case c.Over.Sign() > 0:
		return p.lang.Text("goal.over-assigned", words.Percent(frac(c.Over.Ratio)))
	case c.Over.Sign() < 0:
		return p.lang.Text("goal.under-assigned", words.Percent(frac(abs(c.Over.Ratio))), p.lang.Size(frac(c.Gap.Ratio), st))
	}
	return p.lang.Text("goal.assigned")
}

// splitNote sets beside a target that was set for a team what its people took
// on; "" where nobody did. Of a longer period it waits until everybody has a
// target for all of it: what lacks parts says nothing of the whole.
func (p *page) splitNote(f Figure) string {
	if !f.BySet || f.Scope.Team == "" {
		return ""
	}
	c := p.assigned(f.Scope.Team, f.Period, f.Metric.ID)
	if !c.Sum.Defined() || f.Period.Length > p.info.Cycle && len(c.Lacking) > 0 {
		return ""
	}
	note := p.lang.Text("split.sum", p.figure(f.Metric, c.Sum.Ratio))
	if c.Over.Defined() {
		note = p.overNote(p.figure(f.Metric, c.Sum.Ratio), c.Over)
	}
	if n := len(c.Lacking); n > 0 {
		return p.lang.Text("split.lacking", note, n)
	}
	return note
}

// overNote says how far a sum of targets is above the target that was set.
func (p *page) overNote(sum string, over audience.Value) string {
	size := words.Percent(frac(abs(over.Ratio)))
	switch {
	case over.Sign() > 0:
		return p.lang.Text("split.over", sum, size)
	case over.Sign() < 0:
		return p.lang.Text("split.under", sum, size)
	}
	return p.lang.Text("split.even", sum)
}
