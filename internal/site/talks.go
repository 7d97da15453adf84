package site

import (
	"cmp"
	"slices"
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A page shows mostTalks entries of a person's logs, the first openTalks of
// them without unfolding.
const (
	openTalks = 3
	mostTalks = 20
)

// A talk is one dated entry of a person's log.
type talk struct {
	of      audience.ReviewID
	section *Section
	from    prose
}

// logProse is the log of a review, with the actions in the state of today.
func (s *Site) logProse(id audience.ReviewID, log *audience.Log) prose {
	from := reviewProse(id).of(&log.Body)
	list := s.actionsOf(id)
	for i := range list {
		for _, at := range [...]*audience.Place{&list[i].First, &list[i].Last} {
			if at.Kind == audience.InLog && at.Period == id.Period && at.Person == id.Person {
				if from.live == nil {
					from.live = map[int]*audience.TrackedAction{}
				}
				from.live[at.Index] = &list[i]
			}
		}
	}
	return from
}

// talksOf returns the dated entries of a person's logs, the newest first, and
// the actions that came out of them which others own, open ones first.
func (s *Site) talksOf(person PersonID) (talks []talk, others []audience.TrackedAction) {
	for _, q := range s.view.ReviewsOf(person) {
		id := audience.ReviewID{Period: q, Person: person}
		r, _ := s.view.Review(q, person)
		if r.Log == nil {
			continue
		}
		from := s.logProse(id, r.Log)
		for i := range r.Log.Body.Sections {
			if x := &r.Log.Body.Sections[i]; !x.Date.IsZero() {
				talks = append(talks, talk{id, x, from})
			}
		}
		for _, a := range from.live {
			if a.Owner != person && !slices.ContainsFunc(others, func(x audience.TrackedAction) bool { return x == *a }) {
				others = append(others, *a)
			}
		}
	}
	slices.SortStableFunc(talks, func(a, b talk) int { return cmp.Compare(b.section.Date.Sub(a.section.Date), 0) })
	slices.SortFunc(others, func(a, b audience.TrackedAction) int {
		return cmp.Or(cmp.Compare(count(a.Done), count(b.Done)), -cmp.Compare(a.Overdue, b.Overdue),
			strings.Compare(a.Due.String(), b.Due.String()), cmp.Compare(a.Owner, b.Owner), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
	})
	return talks, others
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// talks is the block of what was talked about between reviews, with what others
// have to do for it.
func (p *page) talks(person PersonID) Block {
	talks, others := p.talksOf(person)
	if len(talks) == 0 && len(others) == 0 {
		return Block{}
	}
	b := Block{ID: "talks", Title: p.lang.Text("section.log"), Note: p.lang.Text("order.newest")}
	h := new(markup.HTML)
	shown := talks[:min(len(talks), mostTalks)]
	for _, t := range shown[:min(len(shown), openTalks)] {
		p.talk(h, t)
	}
	if len(shown) > openTalks {
		h.Raw(`<details class="rest"><summary>`).Text(p.lang.Text("talks.earlier", len(shown)-openTalks)).Raw(`</summary>`)
		for _, t := range shown[openTalks:] {
			p.talk(h, t)
		}
		h.Raw(`</details>`)
	}
	if more := len(talks) - len(shown); more > 0 {
		h.Raw(`<p class="more">`).Text(p.lang.Text("talks.more", more)).Raw(`</p>`)
	}
	for _, t := range shown {
		p.origins.noteSections(b.ID, t.section)
	}
	if len(others) > 0 {
		h.Raw(`<h3 class="sub">`).Text(p.lang.Text("talks.others")).Raw(`</h3><ol class="todo">`)
		for i := range others {
			p.othersAction(h, &others[i])
		}
		h.Raw(`</ol>`)
	}
	b.Body = p.place(h)
	return b
}

func (p *page) talk(h *markup.HTML, t talk) {
	id := quoteID(t.of) + "-" + t.section.Anchor
	p.origins.noteSections(id, t.section)
	h.Raw(`<article class="talk"`).Attr("id", id).Raw(`><h3><a`).Attr("href", p.to(reviewAddress(t.of.Period, t.of.Person), t.section.Anchor)).Raw(`>`)
	title, dated := strings.CutPrefix(t.section.Title, t.section.Date.String())
	if dated {
		h.Raw(`<span class="nb">`).Text(p.day(t.section.Date)).Raw(`</span>`)
	}
	h.Raw(` <bdi>`).Text(strings.TrimSpace(title)).Raw(`</bdi></a></h3><p class="note">`).Text(p.periodName(t.of.Period))
	h.Raw(`</p><div class="prose">`)
	from := quotedFrom(t.from, t.of)
	p.text(h, t.section.Text, from)
	for i := range t.section.Sections {
		sub := &t.section.Sections[i]
		h.Raw(`<h4>`)
		p.text(h, sub.Heading, from)
		h.Raw(`</h4>`)
		p.text(h, sub.Text, from)
	}
	h.Raw(`</div></article>`)
}

// othersAction is one line: when, what, and who does it.
func (p *page) othersAction(h *markup.HTML, a *audience.TrackedAction) {
	p.whenDue(h, a)
	h.Raw(`<span>`).Text(a.Text).Raw(` <span class="why">`)
	p.placeLink(h, a)
	h.Raw(`</span></span><span class="dim">`)
	p.person(h, a.Owner)
	h.Raw(`</span></li>`)
}

// whenDue begins the line of an action with when it is due, or that it is done.
func (p *page) whenDue(h *markup.HTML, a *audience.TrackedAction) {
	switch {
	case a.Done:
		h.Raw(`<li class="done"><span class="when">`).Text(p.lang.Text("action.done"))
	case a.Overdue > 0:
		h.Raw(`<li><span class="when late">`).Text(p.lang.Overdue(a.Overdue))
	case a.Due.IsZero():
		h.Raw(`<li><span class="when">`).Text(p.lang.Text("no-due-date"))
	default:
		h.Raw(`<li><span class="when">`).Text(p.lang.Text("due-by", p.day(a.Due)))
	}
	h.Raw(`</span>`)
}

// stateToday says after an action of a log that it is overdue, where it is.
func (p *page) stateToday(h *markup.HTML, a *audience.TrackedAction) {
	if a != nil && a.Overdue > 0 {
		state(h.Raw(` `), words.Off, p.lang.Overdue(a.Overdue))
	}
}
