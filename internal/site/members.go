package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostRows is how many people a table on a page of its own kind shows; the
// period's page has them all.
const mostRows = 30

// teamTable compares the team with the teams below it.
func (p *page) teamTable(t audience.Team, q Period) Block {
	if len(t.Children) == 0 {
		return Block{}
	}
	b := Block{ID: "teams", Title: p.lang.Text("section.teams"), Note: p.lang.Text("order.organisation")}
	m := p.view.Metric(p.info.KPIs[0])
	unit := p.lang.Head(p.style(m))
	h := new(markup.HTML)
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.team")
	p.head(h, "n", p.lang.Text("head.target"), unit)
	p.head(h, "n", p.lang.Text("head.actual"), unit)
	p.heads(h, "n:head.attainment", "head.bullet-short", "head.state", "n:head.qoq", "n:head.yoy")
	p.head(h, "", p.lang.Text("head.trend", sparkPeriods), "")
	p.heads(h, "n:head.report")
	h.Raw(`</tr></thead><tbody>`)
	p.teamRow(h, t.ID, q, 0)
	for _, c := range t.Children {
		p.teamRow(h, c, q, 1)
		if child, _ := p.view.Team(c); t.Parent == "" && len(p.view.Teams()) <= foldAbove {
			for _, below := range child.Children {
				p.teamRow(h, below, q, 2)
			}
		}
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	b.Foot = p.attainmentFoot(t, p.view.Figure(audience.TeamScope(t.ID), q, m.ID))
	return b
}

// attainmentFoot says how the column of attainments is made and who is left
// out of it.
func (p *page) attainmentFoot(t audience.Team, f Figure) string {
	text := p.lang.Text("foot.attainment")
	if f.BySet || slices.ContainsFunc(t.Children, func(c TeamID) bool {
		return p.view.Figure(audience.TeamScope(c), f.Period, f.Metric.ID).BySet
	}) {
		text += p.lang.Text("foot.set")
	}
	if f.Excluded > 0 {
		var names []string
		for _, x := range p.view.ExplainFigure(f).Excluded {
			name := p.view.Name(x.Person)
			if len(names) == 0 || names[len(names)-1] != name {
				names = append(names, name)
			}
		}
		text += p.lang.Text("foot.excluded", p.names(names))
	}
	return text + p.lang.Text("foot.changes")
}

func (p *page) teamRow(h *markup.HTML, id TeamID, q Period, depth int) {
	f := p.view.Figure(audience.TeamScope(id), q, p.info.KPIs[0])
	h.Raw(`<tr`)
	switch depth {
	case 0:
		h.Raw(` class="sum"`)
	case 2:
		h.Raw(` class="sub"`)
	}
	h.Raw(`><th scope="row">`)
	p.team(h, id, q)
	h.Raw(`</th><td class="n">`)
	p.value(h, f.Metric, f.Target)
	h.Raw(`</td>`)
	p.figureCells(h, f)
	p.stateCell(h, f)
	p.changeCells(h, f)
	h.Raw(`<td class="sp">`)
	p.spark(h, f)
	h.Raw(`</td><td class="n">`)
	reports, expected := p.view.HandedIn(id, q)
	if reports+expected > 0 {
		h.Text(p.lang.Text("of-total", reports, expected))
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td></tr>`)
}

// figureCells writes actual, attainment and bullet.
func (p *page) figureCells(h *markup.HTML, f Figure) {
	h.Raw(`<td class="n">`)
	p.explained(h, f, func(h *markup.HTML) { p.value(h, f.Metric, f.Actual) })
	h.Raw(`</td><td class="n">`)
	p.percentage(h, f.Attainment)
	h.Raw(`</td><td class="bl">`)
	p.bullet(h, f, false)
	h.Raw(`</td>`)
}

func (p *page) stateCell(h *markup.HTML, f Figure) {
	h.Raw(`<td>`)
	if st, word := p.standing(f); word != "" {
		state(h, st, word)
	}
	h.Raw(`</td>`)
}

func (p *page) changeCells(h *markup.HTML, f Figure) {
	h.Raw(`<td class="n">`)
	p.change(h, f.Metric, f.QoQ)
	h.Raw(`</td><td class="n">`)
	p.change(h, f.Metric, f.YoY)
	h.Raw(`</td>`)
}

// memberTable ranks the people of the team and below by KPI综合完成率. Who is
// not ranked stays in the table, with the reason in place of the bar.
func (p *page) memberTable(t audience.Team, q Period) Block {
	ranks := p.view.Ranking(t.ID, q)
	if len(ranks) == 0 {
		return Block{}
	}
	title := "section.members"
	if t.Parent == "" {
		title = "section.ranking"
	}
	b := Block{ID: "members", Title: p.lang.Text(title), Note: p.rankOrder()}
	shown := ranks[:min(len(ranks), mostRows)]
	h := new(markup.HTML)
	p.rankTable(h, b.Title, shown, q)
	if len(ranks) > len(shown) {
		h.Raw(`<p class="more"><a`).Attr("href", p.to(periodAddress(q), "ranking")).Raw(`>`).
			Text(p.lang.Text("nav.more", len(ranks)-len(shown))).Raw(`</a></p>`)
	}
	b.Body = p.place(h)
	b.Foot = p.rankFoot() + p.leadsFoot(shown)
	return b
}

// rateName is what people are judged by: the attainment of the one KPI, or
// that of several blended.
func (s *Site) rateName() string {
	if len(s.info.KPIs) == 1 {
		return s.lang.Text("head.attainment")
	}
	return s.lang.Text("head.kpi-rate")
}

// rankOrder says by what people are ranked.
func (s *Site) rankOrder() string {
	if len(s.info.KPIs) == 1 {
		return s.lang.Text("order.attainment")
	}
	return s.lang.Text("order.kpi-rate")
}

// rankFoot spells out the KPI综合完成率 where more than one figure judges.
func (s *Site) rankFoot() string {
	if len(s.info.KPIs) == 1 {
		return ""
	}
	text := ""
	for i, k := range s.info.KPIs {
		if i > 0 {
			text += s.lang.Text("list-comma")
		}
		text += s.metricName(s.view.Metric(k)) + " " + words.Weight(frac(audience.PercentRatio(s.info.Weights[i])))
	}
	return s.lang.Text("foot.kpi-rate", text) + s.lang.Text("foot.rank-metric", s.metricName(s.view.Metric(s.info.KPIs[0])))
}

// leadsFoot says how leads stand in the table, where any do.
func (p *page) leadsFoot(ranks []audience.Rank) string {
	if !slices.ContainsFunc(ranks, func(r audience.Rank) bool { return r.Leads != "" }) {
		return ""
	}
	return p.lang.Text("foot.leads")
}

func (p *page) rankTable(h *markup.HTML, title string, ranks []audience.Rank, q Period) {
	m := p.view.Metric(p.info.KPIs[0])
	unit := p.lang.Head(p.style(m))
	many := len(p.info.KPIs) > 1
	p.openTable(h, "grid-t", title)
	h.Raw(`<th scope="col"><span class="rk"></span>`).Text(p.lang.Text("head.person")).Raw(`</th>`)
	p.head(h, "n", p.lang.Text("head.target"), unit)
	p.head(h, "n", p.lang.Text("head.actual"), unit)
	p.sortedHead(h, "head.attainment", !many)
	p.heads(h, "head.bullet-short", "head.state")
	if many {
		p.sortedHead(h, "head.kpi-rate", true)
	}
	p.heads(h, "n:head.qoq", "n:head.yoy", "n:head.composite", "head.grade")
	h.Raw(`</tr></thead><tbody>`)
	for _, r := range ranks {
		p.rankRow(h, r, q, many)
	}
	h.Raw(`</tbody></table></div>`)
}

// sortedHead marks the column that orders the table.
func (p *page) sortedHead(h *markup.HTML, key string, sorts bool) {
	if !sorts {
		p.heads(h, "n:"+key)
		return
	}
	h.Raw(`<th scope="col" class="n" aria-sort="descending">`).Text(p.lang.Text(key)).Raw(`</th>`)
}

// rankRow writes a person's row. A lead has two: the figures of the team first,
// then the own, which decide the place.
func (p *page) rankRow(h *markup.HTML, r audience.Rank, q Period, many bool) {
	led, leads := p.view.Team(r.Leads)
	if leads {
		h.Raw(`<tr class="led">`)
		p.rankName(h, r, q, p.lang.Text("rank.in-total", led.Name))
		f := p.view.Figure(audience.TeamScope(led.ID), q, p.info.KPIs[0])
		p.rankFigures(h, f, func() { p.bullet(h, f, false) })
		if many {
			h.Raw(`<td class="n"></td>`) // people are ranked by it, teams are not
		}
		p.changeCells(h, f)
		h.Raw(`<td class="n"></td><td></td></tr>`)
	}
	f := p.view.Figure(audience.PersonScope(r.Person), q, p.info.KPIs[0])
	if r.Place == 0 {
		h.Raw(`<tr class="gap">`)
	} else {
		h.Raw(`<tr>`)
	}
	if leads {
		h.Raw(`<th scope="row"><span class="rk"></span><span class="vh">`).Text(p.view.Name(r.Person)).Raw(`</span> <span class="why">`).Text(p.lang.Text("rank.own")).Raw(`</span></th>`)
	} else {
		p.rankName(h, r, q, p.teamIn(r.Person, q))
	}
	p.rankFigures(h, f, func() {
		if r.Place == 0 && !f.Attainment.Defined() {
			h.Raw(`<span class="why">`).Text(p.unranked(r)).Raw(`</span>`)
			return
		}
		p.bullet(h, f, false)
	})
	if many {
		h.Raw(`<td class="n">`)
		p.percentage(h, r.Rate)
		h.Raw(`</td>`)
	}
	p.changeCells(h, f)
	p.scoreCells(h, r.Person, q)
	h.Raw(`</tr>`)
}

// rankName writes the head of a row: place, name and what stands beside it.
func (p *page) rankName(h *markup.HTML, r audience.Rank, q Period, beside string) {
	h.Raw(`<th scope="row"><span class="rk">`)
	if r.Place > 0 {
		h.Int(r.Place)
	}
	h.Raw(`</span>`)
	p.reviewLink(h, r.Person, q)
	if beside != "" {
		h.Raw(` <span class="why"><bdi>`).Text(beside).Raw(`</bdi></span>`)
	}
	h.Raw(`</th>`)
}

// teamIn names the team that the person's report of the period belongs to.
func (p *page) teamIn(id PersonID, q Period) string {
	team, _ := p.view.TeamOf(id, q)
	t, _ := p.view.Team(team)
	return t.Name
}

// rankFigures writes the figures of a row and how they stand; bar writes what
// is in the place of the bar.
func (p *page) rankFigures(h *markup.HTML, f Figure, bar func()) {
	h.Raw(`<td class="n">`)
	p.value(h, f.Metric, f.Target)
	h.Raw(`</td><td class="n">`)
	p.value(h, f.Metric, f.Actual)
	h.Raw(`</td><td class="n">`)
	p.percentage(h, f.Attainment)
	h.Raw(`</td><td class="bl">`)
	bar()
	h.Raw(`</td>`)
	p.stateCell(h, f)
}

func (p *page) unranked(r audience.Rank) string {
	return p.lang.Text("reason.unranked", p.reason(r.Why))
}

// scoreCells writes composite and standing grade, with what the first grade was
// where it is another, and how much of the score there is where it is not whole.
func (p *page) scoreCells(h *markup.HTML, id PersonID, q Period) {
	v := p.view.Verdict(id, q)
	h.Raw(`<td class="n">`)
	p.score(h, v.Composite)
	h.Raw(`</td><td>`)
	if g := v.Grade(); g != "" {
		h.Text(g)
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	if v.Final != "" && v.Computed != "" && v.Final != v.Computed {
		h.Raw(` <span class="why">`).Text(p.lang.Text("grade.first", v.Computed)).Raw(`</span>`)
	}
	p.partly(h, v)
	h.Raw(`</td>`)
}

// reviewLink leads from a person's name to the review of the period, or to the
// person's page where there is none.
func (p *page) reviewLink(h *markup.HTML, id PersonID, q Period) {
	if !p.view.HasReview(q, id) {
		p.person(h, id)
		return
	}
	p.href(h.Raw(`<a class="nb"`), reviewAddress(q, id)).Raw(`><bdi>`).Text(p.view.Name(id)).Raw(`</bdi></a>`)
}
