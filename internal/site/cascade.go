package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostOver is how much over-assignment is usual: up to a fifth, so that the
// team's target holds where somebody falls short of theirs.
var mostOver = Ratio{Num: 1, Den: 5}

// A teamTarget is the target of a team in one metric of one period.
type teamTarget struct {
	team   TeamID
	period Period
	metric MetricID
}

// assigned returns how a team's target was handed down, which its own page and
// those above show several times.
func (s *Site) assigned(t TeamID, q Period, m MetricID) audience.Cascade {
	return s.splits.get(teamTarget{t, q, m})
}

// cascades are the blocks of how a team's targets were handed down, each set
// against the sum of the people's, and of the child teams': those of the
// period, and at the latest one those of the next.
func (p *page) cascades(t audience.Team, q Period) []Block {
	list := []Block{p.cascade(t, q, "cascade")}
	if q == p.latest {
		list = append(list, p.cascade(t, p.info.Calendar.Next(q), "cascade-next"))
	}
	return list
}

func (p *page) cascade(t audience.Team, q Period, id string) Block {
	b := Block{ID: id, Title: p.lang.Text("section.split", p.lang.PeriodShort(p.calendarPeriod(q)))}
	var shown, others []audience.Cascade
	for _, m := range p.targetMetrics(t.ID, q) {
		if c := p.assigned(t.ID, q, m.ID); setFor(&c) {
			shown = append(shown, c)
		} else if c.Sum.Defined() {
			others = append(others, c)
		}
	}
	if len(shown) == 0 {
		return Block{}
	}
	teams := len(t.Children) > 0
	h := new(markup.HTML)
	p.openTable(h, "grid-t", b.Title)
	if teams {
		p.heads(h, "head.metric-team", "n:head.set", "n:head.of-people", "head.over-people", "n:head.of-teams", "n:head.of-members", "head.over-teams")
	} else {
		p.heads(h, "head.metric", "n:head.set", "n:head.of-people", "head.over-people")
	}
	h.Raw(`</tr></thead><tbody>`)
	for i := range shown {
		p.metricRows(h, &shown[i], teams, id)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body, b.Foot = p.place(h), p.cascadeFoot(shown, others, teams)
	return b
}

// setFor reports whether a target is set for the team or a child team, so that
// there is something to compare with.
func setFor(c *audience.Cascade) bool {
	return c.Set.Defined() || slices.ContainsFunc(c.Children, func(x audience.TeamTarget) bool { return x.Set.Defined() })
}

// targetMetrics returns the metrics of which targets are handed down, those
// that judge first.
func (p *page) targetMetrics(t TeamID, q Period) []*Metric {
	list := p.view.TargetMetrics(t, q)
	slices.SortStableFunc(list, func(a, b *Metric) int { return p.kpiRank(a) - p.kpiRank(b) })
	return list
}

func (s *Site) kpiRank(m *Metric) int {
	if i := slices.Index(s.info.KPIs, m.ID); i >= 0 {
		return i
	}
	return len(s.info.KPIs)
}

// metricRows writes the row of a metric and below it one each child team, which
// leads to the block of this id on its page.
func (p *page) metricRows(h *markup.HTML, c *audience.Cascade, teams bool, id string) {
	h.Raw(`<tr class="sum"><th scope="row">`).Text(p.metricName(c.Metric))
	if unit := p.lang.Head(p.style(c.Metric)); unit != "" {
		h.Raw(` <span class="unit">`).Text(unit).Raw(`</span>`)
	}
	h.Raw(`</th>`)
	p.cascadeCells(h, c, teams)
	for _, x := range c.Children {
		below := p.assigned(x.Team, c.Period, c.Metric.ID)
		if !below.Set.Defined() && !below.Sum.Defined() {
			continue
		}
		child, _ := p.view.Team(x.Team)
		to, fragment := teamAddress(x.Team), ""
		if p.period != p.latest {
			to = teamPeriodAddress(x.Team, p.period)
		}
		if setFor(&below) {
			fragment = id
		}
		h.Raw(`<tr class="sub"><th scope="row"><a class="nb"`).Attr("href", p.to(to, fragment)).Raw(`><bdi>`).Text(child.Name).Raw(`</bdi></a></th>`)
		p.cascadeCells(h, &below, true)
	}
}

// cascadeCells writes what follows the head of a row; where there are teams,
// with what stands one step below.
func (p *page) cascadeCells(h *markup.HTML, c *audience.Cascade, teams bool) {
	cell := func(v audience.Value) {
		h.Raw(`<td class="n">`)
		p.value(h, c.Metric, v)
		h.Raw(`</td>`)
	}
	cell(c.Set)
	cell(c.Sum)
	p.overCell(h, c, c.Over)
	if teams {
		cell(c.ChildSum)
		cell(c.Own)
		p.overCell(h, c, c.BelowOver)
	}
	h.Raw(`</tr>`)
}

// overCell says how far a sum is above the target that was set: up to a fifth
// is usual.
func (p *page) overCell(h *markup.HTML, c *audience.Cascade, over audience.Value) {
	h.Raw(`<td>`)
	if !over.Defined() {
		p.undefined(h, over.Why)
		h.Raw(`</td>`)
		return
	}
	size := words.Percent(frac(abs(over.Ratio)))
	st, text := words.On, p.lang.Text("over.even")
	switch {
	case over.Sign() < 0:
		st, text = words.Off, p.lang.Text("over.under", size)
	case over.Compare(mostOver) > 0:
		st, text = words.Risk, p.lang.Text("over.over", size)
	case over.Sign() > 0:
		text = p.lang.Text("over.over", size)
	}
	if c.Metric.Better == audience.Lower {
		st = words.None // a budget that is split too far is nobody's gain
	}
	state(h, st, text)
	h.Raw(`</td>`)
}

// cascadeFoot says how the percentages are made, who has no target of what was
// set, and what people have targets of and no team has.
func (p *page) cascadeFoot(shown, others []audience.Cascade, teams bool) string {
	text := p.lang.Text("foot.over")
	if teams {
		text += p.lang.Text("foot.over-teams")
	}
	for i := range shown {
		if names := p.lacking(&shown[i]); len(names) > 0 {
			text += p.lang.Text("foot.lacking", p.metricName(shown[i].Metric), p.names(names))
		}
	}
	var sums []string
	for _, c := range others {
		sums = append(sums, p.metricName(c.Metric)+" "+p.figure(c.Metric, c.Sum.Ratio))
	}
	if len(sums) > 0 {
		text += p.lang.Text("foot.of-people", p.listed(sums))
	}
	return text
}

// lacking names the child teams and the people that have no target.
func (p *page) lacking(c *audience.Cascade) []string {
	var names []string
	if c.ChildSum.Why == audience.NoTarget {
		for _, x := range c.Children {
			if child, _ := p.view.Team(x.Team); !x.Set.Defined() {
				names = append(names, child.Name)
			}
		}
	}
	for _, id := range c.Lacking {
		names = append(names, p.view.Name(id))
	}
	return names
}

func (p *page) listed(list []string) string {
	text := ""
	for i, x := range list {
		if i > 0 {
			text += p.lang.Text("list-comma")
		}
		text += x
	}
	return text
}
