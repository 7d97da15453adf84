package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
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

func (k keeping) any() bool { return k.promises.All()+k.actions.All() > 0 }

// A keeper is a member with what became of theirs.
type keeper struct {
	id PersonID
	keeping
}

// A keptTeam is what became of what the people of a team and below had to keep:
// the own members who had anything, the lowest kept rate first, and the sum of
// them and of the teams below.
type keptTeam struct {
	members []keeper
	sum     keeping
}

// keptTeam adds up the team from the teams below it, so that of a whole tree
// everybody is asked once.
func (s *Site) keptTeam(of teamPeriod) (k keptTeam) {
	at := map[PersonID]int{}
	member := func(id PersonID) *keeping {
		if _, known := at[id]; !known {
			at[id] = len(k.members)
			k.members = append(k.members, keeper{id: id})
		}
		return &k.members[at[id]].keeping
	}
	for _, m := range s.view.MemberPromises(of.team, of.period) {
		member(m.Person).promises = m.PromiseCount
	}
	for _, id := range s.view.Members(of.team, of.period) {
		if c := s.view.ActionsDue(id, of.period); c.All() > 0 {
			member(id).actions = c
		}
	}
	slices.SortFunc(k.members, lessKept)
	for i := range k.members {
		k.sum = k.sum.plus(k.members[i].keeping)
	}
	t, _ := s.view.Team(of.team)
	for _, c := range t.Children {
		k.sum = k.sum.plus(s.kept.get(teamPeriod{c, of.period}).sum)
	}
	return k
}

// lessKept orders the lowest kept rate first, who has none last, then by id.
func lessKept(a, b keeper) int {
	x, y := a.promises.KeptRate(), b.promises.KeptRate()
	if x.Defined() && y.Defined() {
		return cmp.Or(x.Compare(y.Ratio), cmp.Compare(a.id, b.id))
	}
	return cmp.Or(cmp.Compare(x.Why, y.Why), cmp.Compare(a.id, b.id))
}

// teamPromises is the block of what the people of a team had promised for the
// period: the sum, then the teams below and the own members that it adds up.
func (p *page) teamPromises(t audience.Team, q Period) Block {
	of := p.kept.get(teamPeriod{t.ID, q})
	if !of.sum.any() {
		return Block{}
	}
	b := Block{ID: "promises", Title: p.lang.Text("section.team-promises"), Note: p.lang.Text("order.team-promises")}
	b.Foot = p.lang.Text("foot.kept-rate")
	if of.sum.actions.Due() > 0 {
		b.Foot += p.lang.Text("foot.in-time")
	}
	before := p.info.Calendar.Prev(q)
	h := new(markup.HTML)
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.team-person", "n:head.due-n", "n:head.kept-n", "n:head.missed-n", "n:head.dangling-n", "n:head.kept-rate", "n:head.qoq",
		"n:head.carried-n", "n:head.dropped-n", "n:head.open-n", "n:head.in-time")
	h.Raw(`</tr></thead><tbody><tr class="sum"><th scope="row"><bdi>`).Text(t.Name).Raw(`</bdi></th>`)
	p.keepingCells(h, of.sum, p.kept.get(teamPeriod{t.ID, before}).sum)
	for _, c := range t.Children {
		if below := p.kept.get(teamPeriod{c, q}).sum; below.any() {
			p.teamLink(h, c, q)
			p.keepingCells(h, below, p.kept.get(teamPeriod{c, before}).sum)
		}
	}
	was := map[PersonID]keeping{}
	for _, m := range p.kept.get(teamPeriod{t.ID, before}).members {
		was[m.id] = m.keeping
	}
	shown := of.members[:min(len(of.members), mostRows)]
	for _, m := range shown {
		h.Raw(`<tr class="sub"><th scope="row">`)
		p.keeperLink(h, m, q)
		h.Raw(`</th>`)
		p.keepingCells(h, m.keeping, was[m.id])
	}
	if more := len(of.members) - len(shown); more > 0 {
		h.Raw(`<tr class="gap"><th scope="row">`).Text(p.lang.Text("nav.more", more)).Raw(`</th><td colspan="10"></td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// teamLink writes the head of the row of a team below, which leads to the same
// block of its page.
func (p *page) teamLink(h *markup.HTML, id TeamID, q Period) {
	t, _ := p.view.Team(id)
	to := teamAddress(id)
	if q != p.latest {
		to = teamPeriodAddress(id, q)
	}
	h.Raw(`<tr class="sub"><th scope="row"><a class="nb"`).Attr("href", p.to(to, "promises")).Raw(`><bdi>`).Text(t.Name).Raw(`</bdi></a></th>`)
}

// keeperLink leads to where a person answers for the promises: the review of
// the period, else the own record, which is where actions alone stand.
func (p *page) keeperLink(h *markup.HTML, k keeper, q Period) {
	to, block := personAddress(k.id), "promises"
	switch {
	case k.promises.All() == 0:
		block = "actions"
	case p.view.HasReview(q, k.id):
		to = reviewAddress(q, k.id)
	}
	h.Raw(`<a class="nb"`).Attr("href", p.to(to, block)).Raw(`><bdi>`).Text(p.view.Name(k.id)).Raw(`</bdi></a>`)
}

// keepingCells writes what follows the head of a row; was is that of the period
// before.
func (p *page) keepingCells(h *markup.HTML, k, was keeping) {
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
	rate := c.KeptRate()
	p.percentage(h, rate)
	h.Raw(`</td><td class="n">`)
	prior := was.promises.KeptRate()
	if !prior.Defined() {
		prior.Why = audience.NoPrior
	}
	change := audience.Less(rate, prior)
	p.moved(h, p.lang.Change(frac(change.Ratio), words.Unit(audience.Percent), true), false, change.Why)
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
