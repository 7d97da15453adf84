package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// personActions is the block of what a person has to do and did: shown of all.
func (p *page) personActions(id PersonID, shown, all []audience.TrackedAction) Block {
	if len(all) == 0 {
		return Block{}
	}
	c := p.view.ActionRecord(id)
	b := Block{ID: "actions", Title: p.lang.Text("section.actions"), Note: p.lang.Text("order.open-due"), Foot: p.actionsFoot(c)}
	if rate := c.InTimeRate(); rate.Defined() {
		b.Note = p.lang.Text("action.in-time", c.Done, c.Due(), words.Percent(frac(rate.Ratio))) + p.lang.Text("list-semicolon") + b.Note
	}
	if open := c.Open + c.Overdue + c.Dangling; open > 0 {
		b.Note = p.lang.Text("action.open-n", open) + p.lang.Text("list-semicolon") + b.Note
	}
	h := new(markup.HTML)
	if len(shown) > 0 {
		h.Raw(`<ol class="todo">`)
		for i := range shown {
			p.ownAction(h, &shown[i])
		}
		h.Raw(`</ol>`)
	}
	b.Body = p.place(h)
	return b
}

// actionsFoot says what became of the actions that were due.
func (p *page) actionsFoot(c audience.ActionCount) string {
	if c.Due() == 0 {
		return ""
	}
	return p.lang.Text("action.due-n", c.Due(), p.tallied([]tally{
		{"tally.in-time", c.Done}, {"tally.late", c.Late}, {"tally.overdue", c.Overdue}, {"tally.dangling", c.Dangling},
	}))
}

// ownAction is one line: when, what, and where it was last seen.
func (p *page) ownAction(h *markup.HTML, a *audience.TrackedAction) {
	p.whenDue(h, a)
	beside := ""
	switch p.view.ActionState(a) {
	case audience.ActionLate:
		beside = p.lang.Text("action.late-short")
	case audience.ActionDangling:
		beside = p.lang.Text("action.dangling-why")
	}
	h.Raw(`<span>`).Text(a.Text)
	if beside != "" {
		h.Raw(` <span class="why">`).Text(beside).Raw(`</span>`)
	}
	h.Raw(`</span><span class="dim">`)
	p.placeLink(h, a)
	h.Raw(`</span></li>`)
}
