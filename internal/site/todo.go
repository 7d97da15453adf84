package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostNeeds is how many lines of what needs somebody a page shows.
const mostNeeds = 12

// needs is the block of what somebody has to see to, the longest overdue
// first.
func (p *page) needs(t TeamID, q Period) Block {
	list := p.view.Attention(t, q)
	b := Block{ID: "needs", Title: p.lang.Text("section.needs-you"), Note: p.lang.Text("order.overdue")}
	h := new(markup.HTML)
	if len(list) == 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("todo.none")).Raw(`</p>`)
		b.Body, b.Note = p.place(h), ""
		return b
	}
	h.Raw(`<ol class="todo">`)
	shown := shownNeeds(list)
	for _, n := range shown {
		p.need(h, n)
	}
	h.Raw(`</ol>`)
	if more := len(list) - len(shown); more > 0 {
		p.href(h.Raw(`<p class="more"><a`), actionsAddress).Raw(`>`).Text(p.lang.Text("todo.more", more)).Raw(`</a></p>`)
	}
	b.Body = p.place(h)
	return b
}

// shownNeeds returns at most mostNeeds lines in their order. Actions, of which
// there may be many, leave room for what only this list says.
func shownNeeds(list []audience.Need) []audience.Need {
	others := 0
	for _, n := range list {
		if n.Kind != audience.NeedAction {
			others++
		}
	}
	actions := max(mostNeeds-others, mostNeeds/2)
	var shown []audience.Need
	for _, n := range list {
		if n.Kind == audience.NeedAction {
			if actions--; actions < 0 {
				continue
			}
		}
		if len(shown) < mostNeeds {
			shown = append(shown, n)
		}
	}
	return shown
}

// need writes one line: when, what, and who has to act.
func (p *page) need(h *markup.HTML, n audience.Need) {
	h.Raw(`<li><span class="when`)
	switch {
	case n.Late > 0:
		h.Raw(` late">`).Text(p.lang.Overdue(n.Late))
	case !n.Since.IsZero():
		h.Raw(`">`).Text(p.lang.Text("todo.waited", p.info.AsOf.Sub(n.Since)))
	case !n.Due.IsZero():
		h.Raw(`">`).Text(p.lang.Text("due-by", p.day(n.Due)))
	default:
		h.Raw(`">`).Text(p.lang.PeriodShort(p.calendarPeriod(n.Period)))
	}
	h.Raw(`</span><span>`)
	p.needText(h, n)
	h.Raw(`</span><span class="dim">`)
	for i, id := range n.Owners {
		if i == 2 {
			h.Text(p.lang.Text("explain.more", len(n.Owners)))
			break
		}
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		h.Raw(`<bdi class="nb">`).Text(p.view.Name(id)).Raw(`</bdi>`)
	}
	h.Raw(`</span></li>`)
}

func (p *page) needText(h *markup.HTML, n audience.Need) {
	switch n.Kind {
	case audience.NeedReport:
		p.person(h, n.People[0])
		h.Text(p.lang.Text("todo.no-report", p.lang.PeriodShort(p.calendarPeriod(n.Period))))
	case audience.NeedAction:
		h.Raw(`<a`).Attr("href", p.placeOf(&n.Action.Last)).Raw(`>`).Text(n.Action.Text).Raw(`</a>`)
	case audience.NeedComments:
		p.people(h, n.People, nil)
		h.Text(p.lang.Text("todo.no-comment", p.lang.Text("role."+n.Role.String())))
	case audience.NeedAttainment:
		h.Text(p.lang.Text("todo.below-cut", len(n.People), p.rateName(), words.Weight(frac(audience.PercentRatio(p.info.Cuts.Attainment[0])))))
		p.people(h, n.People, func(id PersonID) string {
			v := p.view.KPIRate(audience.PersonScope(id), n.Period)
			return " " + words.Percent(frac(v.Ratio))
		})
	case audience.NeedAppeal:
		p.reviewLink(h, n.People[0], n.Period)
		h.Text(p.lang.Text("todo.appeal", p.lang.PeriodShort(p.calendarPeriod(n.Period))))
	case audience.NeedChanged:
		h.Text(p.lang.Text("todo.changed"))
		p.changedReports(h, n)
	case audience.NeedTargets:
		p.cascadeText(h, n)
	}
}

// people lists people as links, the first few, with a word after each.
func (p *page) people(h *markup.HTML, ids []PersonID, after func(PersonID) string) {
	for i, id := range ids {
		if i == mostNames {
			h.Text(p.lang.Text("explain.more", len(ids)))
			return
		}
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		p.person(h, id)
		if after != nil {
			h.Text(after(id))
		}
	}
}

// cascadeText says how much of a team's coming target nobody has taken on.
func (p *page) cascadeText(h *markup.HTML, n audience.Need) {
	c := n.Cascade
	m := p.view.Metric(p.info.KPIs[0])
	h.Text(p.lang.Text("todo.split-short", p.lang.PeriodShort(p.calendarPeriod(n.Period)),
		p.figure(m, c.Set.Ratio), p.figure(m, c.Sum.Ratio), p.lang.Size(frac(c.Gap.Ratio), p.style(m)), words.Percent(frac(abs(c.Over.Ratio)))))
}
