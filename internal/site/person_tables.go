package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// periodTable lists a person's reviews with how each period went.
func (p *page) periodTable(x audience.Person, periods []Period) Block {
	if len(periods) == 0 {
		return Block{}
	}
	m := p.view.Metric(p.info.KPIs[0])
	unit := p.lang.Head(p.style(m))
	b := Block{ID: "periods", Title: p.lang.Text("section.periods"), Note: p.lang.Text("order.newest"), Foot: p.lang.Text("foot.no-prior")}
	if len(p.info.KPIs) > 1 {
		b.Foot = p.metricName(m) + p.lang.Text("full-stop") + b.Foot
	}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		h.Raw(`<th scope="col" aria-sort="descending">`).Text(p.lang.Text("head.period")).Raw(`</th>`)
		p.head(h, "n", p.lang.Text("head.target"), unit)
		p.head(h, "n", p.lang.Text("head.actual"), unit)
		p.heads(h, "n:head.attainment", "head.bullet-short", "head.state", "n:head.qoq", "n:head.yoy", "n:head.composite", "head.grade", "n:head.kept")
	}, func(h *markup.HTML) {
		for _, q := range periods {
			p.periodRow(h, x, q)
		}
	})
	b.Body = p.place(h)
	return b
}

func (p *page) periodRow(h *markup.HTML, x audience.Person, q Period) {
	review, ok := p.view.Review(q, x.ID)
	if !ok || review.Report == nil {
		p.periodGap(h, x, q, ok)
		return
	}
	p.href(h.Raw(`<tr><th scope="row"><a`), reviewAddress(q, x.ID)).Raw(`>`).Text(p.periodName(q)).Raw(`</a>`)
	switch review.Report.Status {
	case audience.Draft:
		h.Raw(` <span class="why below">`).Text(p.lang.Text("kicker.draft")).Raw(`</span>`)
	case audience.Open:
		h.Raw(` <span class="why below">`).Text(p.lang.Text("status-note.open")).Raw(`</span>`)
	}
	p.otherTeam(h, x, q)
	f := p.view.Figure(p.scope, q, p.info.KPIs[0])
	h.Raw(`</th><td class="n">`)
	p.value(h, f.Metric, f.Target)
	h.Raw(`</td>`)
	p.figureCells(h, f)
	p.stateCell(h, f)
	p.changeCells(h, f)
	p.scoreCells(h, x.ID, q)
	h.Raw(`<td class="n">`)
	if c := audience.CountPromises(p.view.Promises(x.ID, q)); c.Due() > 0 {
		h.Text(p.lang.Text("of-total", c.Kept, c.Due()))
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td></tr>`)
}

// otherTeam names the team of the period where it is not the one of today.
func (p *page) otherTeam(h *markup.HTML, x audience.Person, q Period) {
	id, ok := p.view.TeamOf(x.ID, q)
	if t, known := p.view.Team(id); ok && known && id != x.Team {
		h.Raw(` <span class="why"><bdi>`).Text(t.Name).Raw(`</bdi></span>`)
	}
}

// periodGap is the row of a period that has no report: comments only, or
// nothing where a report was due.
func (p *page) periodGap(h *markup.HTML, x audience.Person, q Period, commented bool) {
	h.Raw(`<tr class="gap"><th scope="row">`)
	if commented {
		p.href(h.Raw(`<a`), reviewAddress(q, x.ID)).Raw(`>`).Text(p.periodName(q)).Raw(`</a>`)
	} else {
		h.Text(p.periodName(q))
	}
	p.otherTeam(h, x, q)
	h.Raw(`</th><td class="why" colspan="10">`)
	if late := p.view.Completeness(x.ID, q).Late; late > 0 {
		h.Text(p.lang.Text("reason.no-report-late", late))
	} else {
		h.Text(p.lang.Text("reason.no-report"))
	}
	h.Raw(`</td></tr>`)
}

// stints shows the teams a person has been in, where that is more than one.
func (p *page) stints(x audience.Person) Block {
	if len(x.Stints) < 2 {
		return Block{}
	}
	b := Block{ID: "stints", Title: p.lang.Text("section.stints"), Note: p.lang.Text("order.newest")}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) { p.heads(h, "head.team", "head.from") }, func(h *markup.HTML) {
		for i := len(x.Stints) - 1; i >= 0; i-- {
			h.Raw(`<tr><th scope="row">`)
			p.team(h, x.Stints[i].Team, Period{})
			h.Raw(`</th><td>`)
			switch from := x.Stints[i].From; {
			case !from.IsZero():
				h.Text(from.String())
			case !x.Joined.IsZero():
				h.Text(x.Joined.String())
			default:
				h.Raw(`<span class="dim">—</span>`)
			}
			h.Raw(`</td></tr>`)
		}
	})
	b.Body = p.place(h)
	return b
}

// writtenComments is the block of the comments a person wrote on others.
func (p *page) writtenComments(id PersonID, list []writtenComment) Block {
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "written", Title: p.lang.Text("section.written"), Note: p.lang.Text("order.newest")}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.comment-on", "head.period", "head.role", "head.date")
	}, func(h *markup.HTML) {
		for _, c := range list {
			h.Raw(`<tr><th scope="row"><a class="nb"`).Attr("href", p.to(reviewAddress(c.on.Period, c.on.Person), commentID(id))).Raw(`><bdi>`)
			h.Text(p.view.Name(c.on.Person)).Raw(`</bdi></a></th><td>`).Text(p.periodName(c.on.Period)).Raw(`</td><td>`).Text(p.roleName(c.role)).Raw(`</td><td>`)
			if c.date.IsZero() {
				h.Text(words.Undefined)
			} else {
				h.Text(p.day(c.date))
			}
			h.Raw(`</td></tr>`)
		}
	})
	b.Body = p.place(h)
	return b
}
