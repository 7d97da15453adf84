package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// A keeping is what became of what somebody, or a team, had promised for a
// period.
type keeping struct {
	promises audience.PromiseCount
	actions  audience.ActionCount // due within the period
}

func (k keeping) plus(o keeping) keeping {
	return keeping{k.promises.Plus(o.promises), k.actions.Plus(o.actions)}
}

func (k keeping) any() bool { return k.promises.All()+k.actions.Due()+k.actions.Open > 0 }

// A keeper is a member with what became of theirs.
type keeper struct {
	id PersonID
	keeping
}

// teamPromises is the block of what the people of a team had promised for the
// period: the sum, then the teams below and the own members that it adds up.
func (p *page) teamPromises(t audience.Team, q Period) Block {
	members, sum := p.keepers(t.ID, q)
	teams := make([]keeping, len(t.Children))
	for i, c := range t.Children {
		teams[i] = p.keptIn(c, q)
		sum = sum.plus(teams[i])
	}
	if !sum.any() {
		return Block{}
	}
	b := Block{ID: "promises", Title: p.lang.Text("section.team-promises"), Note: p.lang.Text("order.team-promises")}
	b.Foot = p.lang.Text("foot.kept-rate")
	if sum.actions.Due() > 0 {
		b.Foot += p.lang.Text("foot.in-time")
	}
	h := new(markup.HTML)
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.team-person", "n:head.due-n", "n:head.kept-n", "n:head.missed-n", "n:head.dangling-n", "n:head.kept-rate",
		"n:head.carried-n", "n:head.dropped-n", "n:head.open-n", "n:head.in-time")
	h.Raw(`</tr></thead><tbody><tr class="sum"><th scope="row"><bdi>`).Text(t.Name).Raw(`</bdi></th>`)
	p.keepingCells(h, sum)
	for i, c := range t.Children {
		if teams[i].any() {
			p.teamKeeping(h, c, q, teams[i])
		}
	}
	shown := members[:min(len(members), mostRows)]
	for _, m := range shown {
		h.Raw(`<tr class="sub"><th scope="row">`)
		p.keeperLink(h, m.id, q)
		h.Raw(`</th>`)
		p.keepingCells(h, m.keeping)
	}
	if more := len(members) - len(shown); more > 0 {
		h.Raw(`<tr class="gap"><th scope="row">`).Text(p.lang.Text("nav.more", more)).Raw(`</th><td colspan="9"></td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// keepers returns the team's own members who had anything to keep, the lowest
// kept rate first, and their sum.
func (p *page) keepers(t TeamID, q Period) (list []keeper, sum keeping) {
	for _, id := range p.view.Members(t, q) {
		m := keeper{id, p.keptBy(id, q)}
		if m.any() {
			list, sum = append(list, m), sum.plus(m.keeping)
		}
	}
	slices.SortStableFunc(list, func(a, b keeper) int {
		x, y := a.promises.KeptRate(), b.promises.KeptRate()
		if !x.Defined() || !y.Defined() {
			return cmp.Compare(x.Why, y.Why)
		}
		return x.Compare(y.Ratio)
	})
	return list, sum
}

func (p *page) keptBy(id PersonID, q Period) keeping {
	return keeping{p.view.PromisesOf(id, q), p.view.ActionsDue(id, q)}
}

// keptIn adds up what the people of the team and below had to keep.
func (p *page) keptIn(t TeamID, q Period) keeping {
	k := keeping{promises: p.view.TeamPromises(t, q)}
	for _, id := range p.view.PeopleOf(t, q) {
		k.actions = k.actions.Plus(p.view.ActionsDue(id, q))
	}
	return k
}

func (p *page) teamKeeping(h *markup.HTML, id TeamID, q Period, k keeping) {
	t, _ := p.view.Team(id)
	to := teamAddress(id)
	if q != p.latest {
		to = teamPeriodAddress(id, q)
	}
	h.Raw(`<tr class="sub"><th scope="row"><a class="nb"`).Attr("href", p.to(to, "promises")).Raw(`><bdi>`).Text(t.Name).Raw(`</bdi></a></th>`)
	p.keepingCells(h, k)
}

// keeperLink leads to where a person answers for the promises: the review of
// the period, else the own record.
func (p *page) keeperLink(h *markup.HTML, id PersonID, q Period) {
	to := personAddress(id)
	if p.view.HasReview(q, id) {
		to = reviewAddress(q, id)
	}
	h.Raw(`<a class="nb"`).Attr("href", p.to(to, "promises")).Raw(`><bdi>`).Text(p.view.Name(id)).Raw(`</bdi></a>`)
}

// keepingCells writes what follows the head of a row.
func (p *page) keepingCells(h *markup.HTML, k keeping) {
	c := k.promises
	cell := func(n int) {
		if n == 0 {
			h.Raw(`<td class="n dim">0</td>`)
			return
		}
		h.Raw(`<td class="n">`).Int(n).Raw(`</td>`)
	}
	for _, n := range []int{c.Due(), c.Kept, c.Missed, c.Dangling} {
		cell(n)
	}
	h.Raw(`<td class="n">`)
	p.percentage(h, c.KeptRate())
	h.Raw(`</td>`)
	for _, n := range []int{c.Carried, c.Dropped, c.Open} {
		cell(n)
	}
	h.Raw(`<td class="n">`)
	if due := k.actions.Due(); due > 0 {
		h.Text(p.lang.Text("of-total", k.actions.Done, due))
	} else {
		p.undefined(h, k.actions.InTimeRate().Why)
	}
	h.Raw(`</td></tr>`)
}
