package site

import (
	"cmp"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// mostTurns is how many lines of who waits for whom a page shows.
const mostTurns = 20

// stageNames are the words for what somebody has to do next on a review.
var stageNames = [...]string{
	audience.StageDone: "", audience.StageHandIn: "hand-in", audience.StageSubmit: "submit", audience.StageComment: "comment",
	audience.StageShare: "share", audience.StageAcknowledge: "acknowledge", audience.StageAnswer: "answer",
}

// turnText says who has to do what and since when that is waited for: 待李娜点评,
// 已等 13 天. Of who has no manager it says that the manager is.
func (p *page) turnText(t *audience.Turn) string {
	who := p.lang.Text("role.manager")
	if t.Who != "" {
		who = p.view.Name(t.Who)
	}
	text := p.lang.Text("turn."+stageNames[t.Stage], who)
	if t.Days > 0 {
		text += p.lang.Text("turn-days", t.Days)
	}
	return text
}

// waiting is the block of who waits for whom in the team and all below it.
func (p *page) waiting(team TeamID, q Period) Block {
	return p.turns(p.view.Turns(team, q))
}

// waitedFor is the block of the latest reviews of others that wait for a
// person.
func (p *page) waitedFor(id PersonID) Block {
	var list []audience.Turn
	for _, t := range p.everyTurn.get(p.latest) {
		if t.Who == id && t.Person != id {
			list = append(list, t)
		}
	}
	return p.turns(list)
}

// turns lists them a line for everybody who has to act: the longest wait first.
func (p *page) turns(list []audience.Turn) Block {
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "waiting", Title: p.lang.Text("section.waiting"), Note: p.lang.Text("order.waiting")}
	groups := byWho(list)
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.turn", "head.step", "head.whose", "n:head.longest")
	}, func(h *markup.HTML) {
		for _, g := range groups[:min(len(groups), mostTurns)] {
			p.turnRow(h, g)
		}
	})
	if more := len(groups) - mostTurns; more > 0 {
		h.Raw(`<p class="more">`).Text(p.lang.Text("todo.more", more)).Raw(`</p>`)
	}
	b.Body = p.place(h)
	return b
}

// byWho puts together what one person has to do at one stage, and at each stage
// those who have to act on their own reviews.
func byWho(list []audience.Turn) [][]audience.Turn {
	type key struct {
		stage audience.Stage
		who   PersonID
	}
	var groups [][]audience.Turn
	at := map[key]int{}
	for _, t := range list {
		k := key{stage: t.Stage}
		if t.Who != t.Person {
			k.who = cmp.Or(t.Who, "?") // whose manager is not known is not the person
		}
		i, known := at[k]
		if !known {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], t)
	}
	return groups
}

func (p *page) turnRow(h *markup.HTML, group []audience.Turn) {
	first := group[0]
	h.Raw(`<tr class="top"><th scope="row">`)
	switch {
	case first.Who == "":
		h.Raw(`<span class="dim">`).Text(p.lang.Text("role.manager")).Raw(`</span>`)
	case first.Who == first.Person:
		h.Text(p.lang.Text("rank.own"))
	default:
		p.person(h, first.Who)
	}
	h.Raw(`</th><td class="nb">`).Text(p.lang.Text("step." + stageNames[first.Stage])).Raw(`</td><td class="txt">`)
	for i, t := range group {
		if i == mostGaps {
			h.Text(p.lang.Text("explain.more", len(group)))
			break
		}
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		p.reviewLink(h, t.Person, t.Period)
		if t.Days > 0 && len(group) > 1 {
			h.Raw(` <span class="why nb">`).Text(p.lang.Text("days", t.Days)).Raw(`</span>`)
		}
	}
	h.Raw(`</td><td class="n">`)
	switch {
	case first.Days == 0 && first.Since.IsZero():
		h.Raw(`<abbr`).Attr("title", p.lang.Text("turn-unknown")).Raw(`>—</abbr>`)
	case first.Late > 0:
		h.Raw(`<span class="why">`).Text(p.lang.Overdue(first.Late)).Raw(`</span> <span class="dn">`).Text(p.lang.Text("days", first.Days)).Raw(`</span>`)
	default:
		h.Text(p.lang.Text("days", first.Days))
	}
	h.Raw(`</td></tr>`)
}
