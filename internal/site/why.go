package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// divided names what a page splits.
type divided struct {
	scope Scope
	facet audience.Facet
}

// division returns how the scope's figure splits; nil where it does not.
func (p *page) division(scope Scope, f audience.Facet) *audience.Division {
	at := divided{scope, f}
	d, known := p.divisions[at]
	if !known {
		if p.divisions == nil {
			p.divisions = map[divided]*audience.Division{}
		}
		d = p.view.Division(scope, f)
		p.divisions[at] = d
	}
	return d
}

// why is the block that says what moved the figures: the KPIs by every
// breakdown that the scope has, and of a team who moves which figure. Other
// figures, and breakdowns that cover less than half, fold away, unless the total
// moved against all its parts.
func (p *page) why(scope Scope, q Period, facets []audience.Facet) Block {
	if p.notCompared(scope, q) != 0 {
		return Block{}
	}
	main, others := new(markup.HTML), new(markup.HTML)
	n, lines, priced := 0, "", ""
	for _, f := range facets {
		d := p.division(scope, f)
		br := d.Bridge(q, p.info.Calendar.Prev(q))
		_, turned := d.Reversal(q, br.From, f.Of != "")
		if !turned && (!slices.Contains(p.info.KPIs, f.Metric.ID) || mostlyApart(&br)) {
			if p.whyFigure(others, d, &br) {
				n++
			}
		} else if !p.whyFigure(main, d, &br) {
			lines += p.whyNot(f, &br)
		}
		if f.Of != "" && p.priceFigure(main, scope, f, q) {
			priced = p.lang.Text("foot.price-volume")
		}
	}
	h := new(markup.HTML)
	if main.Len() > 0 {
		h.Raw(`<div class="two pulls">`).Add(main).Raw(`</div>`)
	}
	if scope.Team != "" {
		p.pulls(h, scope, q)
	}
	if n > 0 {
		h.Raw(`<details class="rest"><summary>`).Text(p.lang.Text("why.others")).Text(" · ").Int(n)
		h.Raw(`</summary><div class="two pulls">`).Add(others).Raw(`</div></details>`)
	}
	b := Block{ID: "why", Title: p.lang.Text("section.why"), Note: p.comparedWith(q), Foot: p.lang.Text("foot.why") + priced + lines}
	switch {
	case h.Len() == 0 && lines == "":
		return Block{}
	case h.Len() == 0:
		h.Raw(`<p class="none">`).Text(lines).Raw(`</p>`)
		b.Foot = ""
	}
	b.Body = p.place(h)
	return b
}

// mostlyApart reports whether more than half of the figure is in no part.
func mostlyApart(br *audience.Bridge) bool {
	if len(br.Steps) == 0 || !br.Steps[len(br.Steps)-1].Unassigned {
		return false
	}
	rest := &br.Steps[len(br.Steps)-1]
	return rest.Before.Float() > br.Before.Float()/2 || rest.After.Float() > br.After.Float()/2
}

// ownWhy is the block that says what moved a person's first KPI, by every
// breakdown that both periods have, and by price and volume where there are
// units.
func (p *page) ownWhy(q Period) Block {
	if p.notCompared(p.scope, q) != 0 {
		return Block{}
	}
	list, priced := new(markup.HTML), ""
	for _, f := range p.view.Facets(p.scope, q) {
		if f.Metric.ID == p.info.KPIs[0] {
			d := p.division(p.scope, f)
			br := d.Bridge(q, p.info.Calendar.Prev(q))
			p.whyFigure(list, d, &br)
		}
		if f.Of != "" && p.priceFigure(list, p.scope, f, q) {
			priced = p.lang.Text("foot.price-volume")
		}
	}
	if list.Len() == 0 {
		return Block{}
	}
	h := new(markup.HTML)
	h.Raw(`<div class="two pulls">`).Add(list).Raw(`</div>`)
	return Block{
		ID: "why", Title: p.lang.Text("section.why") + " · " + p.metricName(p.view.Metric(p.info.KPIs[0])), Note: p.comparedWith(q),
		Body: p.place(h), Foot: p.lang.Text("foot.why") + priced,
	}
}

// whyNot says why a figure is not split against the period before; nothing
// where there is no such period.
func (p *page) whyNot(f audience.Facet, br *audience.Bridge) string {
	if !br.Delta.Defined() || br.Why == 0 {
		return ""
	}
	return p.lang.Text("why.not-split", p.facetName(f), p.reason(br.Why))
}

// facetName names a figure and its parts: 销售额，按渠道.
func (p *page) facetName(f audience.Facet) string {
	return p.lang.Text("breakdown.of", p.metricName(f.Metric), p.partsName(f.By))
}

// partsName names the parts of a breakdown: 渠道.
func (p *page) partsName(id BreakdownID) string {
	for _, b := range p.view.Breakdowns() {
		if b.ID == id {
			return p.lang.Name("breakdown", string(id), b.Label)
		}
	}
	return string(id)
}

// whyFigure writes the waterfall of a figure by one breakdown, a bridge from the
// period before; it reports whether there is one.
func (p *page) whyFigure(h *markup.HTML, d *audience.Division, br *audience.Bridge) bool {
	if len(br.Steps) == 0 {
		return false
	}
	w := waterfall{Bridge: *br, head: p.partsName(d.By)}
	why := audience.Reason(0)
	ratio := d.Of == ""
	if !ratio {
		w.year, why = p.yearBridge(br.To, func(against Period) audience.Bridge { return d.Bridge(br.To, against) })
	}
	title := p.whyTitle(br, ratio)
	h.Raw(`<figure class="ch pull"><figcaption><h3>`).Text(title).Raw(`</h3><p class="note">`).Text(p.facetName(d.Facet)).Raw(`</p></figcaption>`)
	p.waterfall(h, title, w)
	foot := p.whyFoot(br)
	switch {
	case ratio:
		foot += p.lang.Text("foot.rates")
	case why == audience.NotSplit || why == audience.PriorNotSplit:
		foot += p.lang.Text("foot.no-year", p.reason(why))
	}
	if foot != "" {
		h.Raw(`<p class="foot">`).Text(foot).Raw(`</p>`)
	}
	p.turnedOverTime(h, d, br.To)
	h.Raw(`</figure>`)
	return true
}

// whyTitle says which parts moved the figure most, either way, rounded as in
// the waterfall below it.
func (p *page) whyTitle(br *audience.Bridge, raised bool) string {
	steps := p.evenedSteps(br)
	var up, down *audience.Step
	absent := ""
	for i := range steps {
		s := &steps[i]
		switch {
		case s.Missing && s.Delta.Sign() < 0:
			absent = p.lang.Size(frac(s.Delta.Ratio), p.style(br.Metric))
		case s.Missing || s.Unassigned:
		case s.Delta.Sign() > 0 && (up == nil || s.Delta.Compare(up.Delta.Ratio) > 0):
			up = s
		case s.Delta.Sign() < 0 && (down == nil || s.Delta.Compare(down.Delta.Ratio) < 0):
			down = s
		}
	}
	pull := func(s *audience.Step) words.Pull {
		if s == nil {
			return words.Pull{}
		}
		name := s.Part
		if s.Effect != audience.NoEffect {
			name = p.lang.Text(effectNames[s.Effect])
		}
		return words.Pull{Part: name, Size: p.lang.Size(frac(s.Delta.Ratio), p.style(br.Metric))}
	}
	return p.lang.WhyTitle(pull(up), pull(down), absent, raised)
}

// evenedSteps are the steps that have a row of their own in the waterfall, with
// their change rounded as it stands there.
func (p *page) evenedSteps(br *audience.Bridge) []audience.Step {
	alone, rest := p.foldSteps(shownSteps(br.Steps))
	list := make([]words.Fraction, 0, len(alone)+1)
	for i := range alone {
		list = append(list, frac(alone[i].Delta.Ratio))
	}
	if len(rest) > 0 {
		sum, _ := audience.SumSteps(rest)
		list = append(list, frac(sum.Ratio))
	}
	evened := p.style(br.Metric).Evened(list, frac(br.Delta.Ratio), func(i int) bool { return i < len(alone) && alone[i].Missing })
	steps := slices.Clone(alone)
	for i := range steps {
		steps[i].Delta.Ratio = audience.Ratio(evened[i])
	}
	return steps
}

// whyFoot says what is in no part, who stands alone, and who split one of the
// periods only.
func (p *page) whyFoot(br *audience.Bridge) string {
	text := ""
	if n := len(br.Steps); br.Steps[n-1].Unassigned && br.Steps[n-1].Before.Defined() && br.Steps[n-1].After.Defined() {
		s := &br.Steps[n-1]
		text += p.lang.Text("foot.why-rest",
			p.lang.PeriodShort(p.calendarPeriod(br.From)), p.figure(br.Metric, s.Before.Ratio),
			p.lang.PeriodShort(p.calendarPeriod(br.To)), p.figure(br.Metric, s.After.Ratio))
	}
	if len(br.Absent) > 0 {
		text += p.lang.Text("foot.bridge-missing", p.peopleNames(br.Absent))
	}
	if len(br.OneSided) > 0 {
		text += p.lang.Text("foot.one-sided", p.peopleNames(br.OneSided))
	}
	return text
}

func (p *page) peopleNames(people []PersonID) string {
	var names []string
	for _, x := range people {
		names = append(names, p.view.Name(x))
	}
	return p.names(names)
}
