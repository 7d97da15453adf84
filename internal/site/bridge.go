package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostSteps is how many steps of a bridge stand alone; the smallest of more
// are added up, so that the drawing stays one glance.
const mostSteps = 9

// bridge is the block that says why the first KPI changed since the period
// before: one row a part, in the order gains first, and their sum. Periods that
// are not over, or that miss a part, are not compared.
func (p *page) bridge(scope Scope, q Period) Block {
	against := p.info.Calendar.Prev(q)
	now, before := p.view.Figure(scope, q, p.info.KPIs[0]), p.view.Figure(scope, against, p.info.KPIs[0])
	if before.Actual.Defined() && (now.Partial || before.Partial || len(now.Missing)+len(before.Missing) > 0) {
		h := new(markup.HTML)
		h.Raw(`<p class="none">`).Text(p.lang.Text("changed.none", p.reason(now.QoQ.Why))).Raw(`</p>`)
		return Block{ID: "changed", Title: p.lang.Text("section.what-changed"), Body: p.place(h)}
	}
	br := p.view.Bridge(scope, p.info.KPIs[0], q, against)
	if !br.Delta.Defined() || len(br.Steps) == 0 || br.Metric == nil {
		return Block{}
	}
	st := p.style(br.Metric)
	name := p.lang.PeriodShort(p.calendarPeriod(against))
	b := Block{
		ID: "changed", Title: p.lang.Text("section.what-changed"),
		Note: p.bridgeTitle(br, name),
		Foot: p.bridgeFoot(br, name),
	}
	steps, rest := p.foldSteps(br.Steps)
	h := new(markup.HTML)
	h.Raw(`<table class="rows">`)
	p.caption(h, b.Title)
	h.Raw(`<thead><tr>`)
	p.heads(h, "head.source")
	p.head(h, "n", p.lang.Text("head.change"), p.lang.HeadOfDifference(st))
	p.head(h, "gh", p.lang.Text("head.from-zero", name, p.lang.Figure(frac(br.Before.Ratio), st)), "")
	p.head(h, "n opt", p.lang.Text("head.contribution"), p.lang.Text("unit.percent-points"))
	h.Raw(`</tr></thead><tbody>`)
	p.bridgeRows(h, br, steps, rest, st)
	h.Raw(`</tbody></table>`)
	b.Body = p.place(h)
	return b
}

// bridgeTitle says what the steps add up to.
func (p *page) bridgeTitle(br audience.Bridge, against string) string {
	moved := p.lang.Change(frac(br.Change.Ratio), words.Unit(br.Metric.Unit), br.Change.Points)
	if !br.Change.Defined() {
		moved.Text = ""
	}
	return p.lang.BridgeTitle(against, p.lang.Size(frac(br.Delta.Ratio), p.style(br.Metric)), moved.Text, br.Delta.Sign())
}

// foldSteps splits the steps into those that stand alone and the rest.
func (p *page) foldSteps(steps []audience.Step) (alone, rest []audience.Step) {
	if len(steps) <= mostSteps+1 {
		return steps, nil
	}
	// Gains come first and losses last, each by size: the smallest lie between.
	head := (mostSteps + 1) / 2
	tail := mostSteps - head
	alone = append(append(alone, steps[:head]...), steps[len(steps)-tail:]...)
	return alone, steps[head : len(steps)-tail]
}

func (p *page) bridgeRows(h *markup.HTML, br audience.Bridge, steps, rest []audience.Step, st words.Style) {
	var drawn []draw.Step
	for _, s := range steps {
		drawn = append(drawn, draw.Step{Change: s.Delta.Float(), Absent: s.Missing})
	}
	restDelta, restPoints := audience.SumSteps(rest)
	if len(rest) > 0 {
		drawn = append(drawn, draw.Step{Change: restDelta.Float()})
	}
	w := draw.NewWaterfall(drawn)
	lower := br.Metric.Better == audience.Lower
	for i, s := range steps {
		h.Raw(`<tr><th scope="row">`)
		p.stepName(h, s, br.To)
		h.Raw(`</th>`)
		p.bridgeCells(h, s.Delta, s.Points, st, lower, s.Missing, func() { w.Row(h, i) })
	}
	if len(rest) > 0 {
		h.Raw(`<tr><th scope="row">`).Text(p.lang.Text("nav.more", len(rest))).Raw(`</th>`)
		p.bridgeCells(h, restDelta, restPoints, st, lower, false, func() { w.Row(h, len(steps)) })
	}
	h.Raw(`<tr class="sum"><th scope="row">`).Text(p.lang.Text("total")).Raw(`</th>`)
	_, points := audience.SumSteps(br.Steps)
	p.bridgeCells(h, br.Delta, points, st, lower, false, func() { w.Sum(h) })
}

func (p *page) bridgeCells(h *markup.HTML, delta, points audience.Value, st words.Style, lower, missing bool, drawing func()) {
	class := "dim"
	c := words.Change{Text: st.SignedCell(frac(delta.Ratio)), Sign: delta.Sign()}
	if !missing {
		class = [...]string{words.None: "", words.On: "up", words.Risk: "", words.Off: "dn"}[c.State(lower)]
	}
	h.Raw(`<td`).Attr("class", "n "+class).Raw(`>`).Text(c.Text).Raw(`</td><td class="g">`)
	drawing()
	h.Raw(`</td><td class="n opt">`)
	if points.Defined() {
		h.Text(words.SignedPercentPoints(frac(points.Ratio)))
	} else {
		p.undefined(h, points.Why)
	}
	h.Raw(`</td></tr>`)
}

// stepName names a part of the change and, in small print, what is special
// about it.
func (p *page) stepName(h *markup.HTML, s audience.Step, q Period) {
	switch {
	case s.Figures:
		h.Text(p.lang.Text("explain.team-figures"))
	case s.Scope.Team != "":
		p.team(h, s.Scope.Team, q)
	default:
		p.person(h, s.Scope.Person)
	}
	key := ""
	switch {
	case s.Missing:
		key = "step.missing"
	case s.Joined:
		key = "step.joined"
	case s.Left:
		key = "step.left"
	}
	if key != "" {
		h.Raw(` <span class="why">`).Text(p.lang.Text(key)).Raw(`</span>`)
	}
}

// bridgeFoot names who is missing and who is new.
func (p *page) bridgeFoot(br audience.Bridge, name string) string {
	var missing, joined []string
	for _, s := range br.Steps {
		switch {
		case s.Missing:
			missing = append(missing, p.scopeName(s.Scope))
		case s.Joined:
			joined = append(joined, p.scopeName(s.Scope))
		}
	}
	text := p.lang.Text("foot.bridge", name)
	if len(missing) > 0 {
		text += p.lang.Text("foot.bridge-missing", p.names(missing))
	}
	if len(joined) > 0 {
		text += p.lang.Text("foot.bridge-new", p.names(joined))
	}
	return text
}

// names lists names, the first few and how many there are.
func (p *page) names(list []string) string {
	text := ""
	for i, name := range list {
		if i == mostNames {
			return text + p.lang.Text("explain.more", len(list))
		}
		if i > 0 {
			text += p.lang.Text("list-comma")
		}
		text += name
	}
	return text
}
