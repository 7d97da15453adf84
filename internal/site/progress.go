package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// progress is the block of how far a person's reviews have come: who did what
// and when, what the person says of the comments, and whose turn it is.
func (p *page) progress(id PersonID, periods []Period) Block {
	var list []*review
	begun := false
	for _, q := range periods {
		r := &review{page: p, turn: p.view.Turn(id, q)}
		if r.Review, _ = p.view.Review(q, id); r.Report == nil && r.turn.Stage == audience.StageDone {
			continue
		}
		list = append(list, r)
		begun = begun || r.Report != nil && r.begun() > 0
	}
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "progress", Title: p.lang.Text("section.progress"), Note: p.lang.Text("order.newest")}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.period")
		if begun {
			p.heads(h, "head.begun")
		}
		p.heads(h, "head.submitted", "head.shared", "head.acknowledged", "head.own-view", "head.next")
	}, func(h *markup.HTML) {
		for _, r := range list {
			r.progressRow(h, id, begun)
		}
	})
	b.Body = p.place(h)
	return b
}

// begun returns the status that the history notes before the report was
// submitted; 0 where it notes none.
func (r *review) begun() audience.Status {
	for _, st := range [...]audience.Status{audience.Draft, audience.Open} {
		if _, noted := r.reached(st); noted {
			return st
		}
	}
	return 0
}

func (r *review) progressRow(h *markup.HTML, id PersonID, begun bool) {
	h.Raw(`<tr><th scope="row">`)
	if r.view.HasReview(r.turn.Period, id) {
		r.href(h.Raw(`<a`), reviewAddress(r.turn.Period, id)).Raw(`>`).Text(r.periodName(r.turn.Period)).Raw(`</a></th>`)
	} else {
		h.Text(r.periodName(r.turn.Period)).Raw(`</th>`)
	}
	if begun {
		st := audience.Draft
		if r.Report != nil && r.begun() > 0 {
			st = r.begun()
		}
		r.statusCell(h, st)
	}
	for _, st := range [...]audience.Status{audience.Submitted, audience.Shared, audience.Acknowledged} {
		r.statusCell(h, st)
	}
	h.Raw(`<td class="nb">`)
	r.ownView(h)
	h.Raw(`</td><td class="nb">`)
	if r.turn.Stage == audience.StageDone {
		h.Raw(`<span class="dim">—</span>`)
	} else {
		h.Text(r.turnText(&r.turn))
	}
	h.Raw(`</td></tr>`)
}

// statusCell writes when the report came to the status and who brought it
// there. What the status is past without a note is done, nobody noted when.
func (r *review) statusCell(h *markup.HTML, st audience.Status) {
	if r.Report == nil {
		h.Raw(`<td><span class="dim">—</span></td>`)
		return
	}
	h.Raw(`<td class="nb">`)
	day, noted := r.reached(st)
	switch {
	case !day.IsZero() && st <= r.Report.Status:
		h.Text(r.day(day))
		if by := r.changedBy(st); by != "" {
			h.Raw(` <span class="why"><bdi>`).Text(r.view.Name(by)).Raw(`</bdi></span>`)
		}
	case st <= r.Report.Status && (noted || st >= audience.Submitted):
		h.Text(r.lang.Text("status." + st.String()))
	default:
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td>`)
}

// ownView leads to the person's own comment, and says how an appeal stands.
func (r *review) ownView(h *markup.HTML) {
	at := slices.IndexFunc(r.Comments, func(c audience.Comment) bool { return c.Role == audience.SelfRole })
	if at < 0 {
		h.Raw(`<span class="dim">—</span>`)
		return
	}
	c := &r.Comments[at]
	to := reviewAddress(r.Period, r.Person)
	h.Raw(`<a`).Attr("href", r.to(to, commentID(c.Reviewer))).Raw(`>`).Text(r.lang.Text("review.self-comment"))
	if !c.Date.IsZero() {
		h.Raw(` `).Text(r.day(c.Date))
	}
	h.Raw(`</a>`)
	a, appealed := r.view.Appeal(r.Person, r.Period)
	switch {
	case !appealed:
	case a.Answer == nil:
		state(h.Raw(` `), words.Off, r.lang.Text("review.appeal-open"))
	default:
		state(h.Raw(` `), words.On, r.lang.Text("review.appeal-closed"))
		h.Raw(` <a class="note"`).Attr("href", r.to(to, "calibration")).Raw(`>`).Text(r.lang.Text("review.appeal-by", r.day(a.Answer.Date))).Raw(`</a>`)
	}
}
