package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// placedActions lists actions with owner, unless they are all of one, due date,
// state and the place where each was last seen.
func (p *page) placedActions(h *markup.HTML, title string, list []audience.TrackedAction, owners bool) {
	p.smallTable(h, title, func(h *markup.HTML) {
		p.heads(h, "head.action")
		if owners {
			p.heads(h, "head.owner")
		}
		p.heads(h, "head.due", "head.state", "head.where")
	}, func(h *markup.HTML) {
		for i := range list {
			p.placedAction(h, &list[i], owners)
		}
	})
}

func (p *page) placedAction(h *markup.HTML, a *audience.TrackedAction, owners bool) {
	if a.Done {
		h.Raw(`<tr class="gap">`)
	} else {
		h.Raw(`<tr>`)
	}
	h.Raw(`<th scope="row" class="wrap">`).Text(a.Text).Raw(`</th>`)
	if owners {
		h.Raw(`<td>`)
		p.person(h, a.Owner)
		h.Raw(`</td>`)
	}
	h.Raw(`<td class="nb">`)
	if a.Due.IsZero() {
		h.Raw(`<span class="dim">`).Text(p.lang.Text("no-due-date")).Raw(`</span>`)
	} else {
		h.Text(p.day(a.Due))
	}
	h.Raw(`</td><td>`)
	p.actionState(h, a)
	h.Raw(`</td><td class="nb">`)
	p.placeLink(h, a)
	h.Raw(`</td></tr>`)
}

// actionState writes what became of an action as shape and word.
func (p *page) actionState(h *markup.HTML, a *audience.TrackedAction) {
	switch p.view.ActionState(a) {
	case audience.ActionDone:
		state(h, words.On, p.lang.Text("action.done"))
	case audience.ActionLate:
		state(h, words.Risk, p.lang.Text("action.late"))
	case audience.ActionDangling:
		text := p.lang.Text("action.dangling")
		if a.Overdue > 0 {
			text = p.lang.Text("action.dangling-late", p.lang.Overdue(a.Overdue))
		}
		state(h, words.Off, text)
	case audience.ActionOverdue:
		state(h, words.Off, p.lang.Overdue(a.Overdue))
	default:
		state(h, words.None, p.lang.Text("action.open"))
	}
}

// placeLink names the document that an action was last seen in and leads there.
func (p *page) placeLink(h *markup.HTML, a *audience.TrackedAction) {
	h.Raw(`<a`).Attr("href", p.placeOf(&a.Last)).Raw(`>`).Text(p.placeName(&a.Last)).Raw(`</a>`)
	if a.First.Period != a.Last.Period {
		h.Raw(` <span class="why">`).Text(p.lang.Text("action.first", p.lang.PeriodRow(p.calendarPeriod(a.First.Period)))).Raw(`</span>`)
	}
}

// placeOf returns the link to a place; to the person where the review is not to
// be seen.
func (p *page) placeOf(at *audience.Place) string {
	if !p.view.HasReview(at.Period, at.Person) {
		return p.to(personAddress(at.Person), "")
	}
	fragment := ""
	switch at.Kind {
	case audience.InComment:
		fragment = commentID(at.Reviewer)
	case audience.InLog:
		fragment = "log"
	case audience.InCalibration:
		fragment = "calibration"
	}
	to := reviewAddress(at.Period, at.Person)
	switch {
	case to != p.at:
		return p.to(to, fragment)
	case fragment != "":
		return "#" + fragment
	}
	return "#main"
}

// placeName names the document; that of somebody else's review by whose it is.
func (p *page) placeName(at *audience.Place) string {
	name := ""
	switch at.Kind {
	case audience.InComment:
		return p.lang.Text("action.in-comment", p.view.Name(at.Reviewer), p.view.Name(at.Person))
	case audience.InLog:
		name = p.lang.Text("action.in-log")
	case audience.InCalibration:
		name = p.lang.Text("action.in-calibration")
	default:
		name = p.lang.Text("action.in-report", p.lang.PeriodRow(p.calendarPeriod(at.Period)))
	}
	if at.Person != p.scope.Person {
		name = p.view.Name(at.Person) + " " + name
	}
	return name
}
