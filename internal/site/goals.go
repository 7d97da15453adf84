package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// goals is the block of what the review promises, with what became of it as
// far as that is known.
func (p *page) goals(list []audience.Promise, next Period) Block {
	b := Block{ID: "next-goals", Title: p.lang.Text("section.next-goals")}
	h := new(markup.HTML)
	if len(list) == 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("empty.goals")).Raw(`</p>`)
		b.Body = p.place(h)
		return b
	}
	b.Note = p.periodName(next) + p.lang.Text("list-semicolon") + p.lang.Text("order.as-written")
	smart := p.view.SmartGoals(list[0].Person, list[0].Set)
	b.Foot = p.smartFoot(&smart[0])
	judged := slices.ContainsFunc(list, func(m audience.Promise) bool { return m.Judgement != audience.GoalOpen })
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.goal", "n:head.baseline", "n:head.goal-target", "n:head.increase", "n:head.reach", "head.due", "head.supports", "head.smart")
	if judged {
		p.heads(h, "n:head.result", "head.verdict")
	}
	h.Raw(`</tr></thead><tbody>`)
	for i := range list {
		p.goalRow(h, &list[i], &smart[i], judged)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

func (p *page) goalRow(h *markup.HTML, m *audience.Promise, s *audience.Smart, judged bool) {
	g := m.Goal
	h.Raw(`<tr><th scope="row" class="wrap">`).Text(p.promiseName(m))
	if metric := p.view.Metric(g.Metric); metric != nil && g.Statement != "" {
		h.Raw(` <span class="why">`).Text(p.metricName(metric)).Raw(`</span>`)
	}
	p.wordings(h, m)
	p.smartMends(h, s)
	h.Raw(`</th><td class="n">`)
	p.goalFigure(h, g.Metric, g.Baseline)
	h.Raw(`</td><td class="n"><b>`)
	p.goalFigure(h, g.Metric, g.Target)
	h.Raw(`</b></td><td class="n">`)
	p.increase(h, m)
	h.Raw(`</td><td class="n">`)
	p.smartReach(h, s)
	h.Raw(`</td><td class="nb">`)
	if g.Due.IsZero() {
		h.Raw(`<span class="dim">`).Text(p.lang.Text("no-due-date")).Raw(`</span>`)
	} else {
		h.Text(p.day(g.Due))
	}
	h.Raw(`</td><td>`)
	if _, ok := p.view.Team(g.Supports); ok {
		p.team(h, g.Supports, Period{})
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td><td class="nb">`)
	p.smartMarks(h, s)
	if judged {
		h.Raw(`</td><td class="n">`)
		p.promiseResult(h, m)
		h.Raw(`</td><td>`)
		p.verdict(h, m.Judgement)
	}
	h.Raw(`</td></tr>`)
}

// increase writes what a goal asks over its baseline: in percent, of percent
// metrics and points in points.
func (p *page) increase(h *markup.HTML, m *audience.Promise) {
	metric := p.view.Metric(m.Goal.Metric)
	target := audience.Value{Ratio: audience.Stated(m.Goal.Target, metric)}
	base := audience.Value{Ratio: audience.Stated(m.Goal.Baseline, metric)}
	if !target.Defined() || !base.Defined() {
		h.Raw(`<span class="dim">—</span>`)
		return
	}
	if metric != nil && (metric.Unit == audience.Percent || metric.Unit == audience.Points) {
		h.Text(p.lang.Difference(frac(audience.Less(target, base).Ratio), p.style(metric)))
		return
	}
	growth := audience.Growth(target, base)
	if !growth.Defined() {
		p.undefined(h, growth.Why)
		return
	}
	h.Text(words.SignedPercent(frac(growth.Ratio)))
}
