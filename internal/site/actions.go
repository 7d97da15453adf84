package site

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// duty is what one person has to do.
type duty struct {
	owner         PersonID
	first         int // where the person's actions begin in the list of all
	open, overdue int
	longest, done int // days of the longest overdue; how many are done
}

// duties are all actions by owner, and who has how many.
type duties struct {
	actions []audience.TrackedAction
	owners  []duty
}

// actionsByOwner groups the actions: who has most overdue comes first, then who
// has the longest overdue, then who has most open. Within, the overdue stand
// first and the done last.
func (s *Site) actionsByOwner() duties {
	var d duties
	of := map[PersonID][]*audience.TrackedAction{}
	all := s.view.Actions()
	for i := range all {
		of[all[i].Owner] = append(of[all[i].Owner], &all[i])
	}
	for owner, list := range of {
		x := duty{owner: owner}
		for i := range list {
			switch a := list[i]; {
			case a.Done:
				x.done++
			case a.Overdue > 0:
				x.overdue, x.longest = x.overdue+1, max(x.longest, a.Overdue)
				x.open++
			default:
				x.open++
			}
		}
		d.owners = append(d.owners, x)
	}
	slices.SortFunc(d.owners, func(a, b duty) int {
		return cmp.Or(cmp.Compare(b.overdue, a.overdue), cmp.Compare(b.longest, a.longest), cmp.Compare(b.open, a.open), cmp.Compare(a.owner, b.owner))
	})
	d.actions = make([]audience.TrackedAction, 0, len(all))
	for i := range d.owners {
		d.owners[i].first = len(d.actions)
		for _, a := range of[d.owners[i].owner] {
			d.actions = append(d.actions, *a)
		}
	}
	return d
}

// writeActions writes the actions of everybody, those of one owner together.
func (p *page) writeActions(w io.Writer, part int) error {
	d := p.duties()
	open, overdue, longest := 0, 0, 0
	for _, x := range d.owners {
		open, overdue, longest = open+x.open, overdue+x.overdue, max(longest, x.longest)
	}
	data := listPage{Parts: p.partLinks(actionsAddress, part, p.outline.actions)}
	if len(d.actions) == 0 {
		h := new(markup.HTML)
		h.Raw(`<p class="empty">`).Text(p.lang.Text("empty.actions")).Raw(`</p>`)
		data.Blocks = append(data.Blocks, Block{ID: "actions", Title: p.lang.Text("section.actions"), Body: p.place(h)}.html())
	}
	if part == 1 && len(d.owners) > 1 {
		data.Blocks = append(data.Blocks, p.ownerTable(d.owners).html())
	}
	for list := partOf(d.actions, part); len(list) > 0; {
		n := 1
		for n < len(list) && list[n].Owner == list[0].Owner {
			n++
		}
		p.noteActions(dutyID(list[0].Owner), list[:n])
		data.Blocks = append(data.Blocks, p.duty(d.of(list[0].Owner), list[:n]).html())
		list = list[n:]
	}
	return p.list("actions", "nav.actions", actionsAddress, Head{Headline: p.lang.ActionsHeadline(open, overdue, longest, len(d.actions)-open)}, data, w)
}

func (d *duties) of(owner PersonID) *duty {
	return &d.owners[slices.IndexFunc(d.owners, func(x duty) bool { return x.owner == owner })]
}

// dutyID is the id of the actions of one owner.
func dutyID(owner PersonID) string { return "o-" + string(owner) }

// ownerTable says who has how many, and leads there.
func (p *page) ownerTable(owners []duty) Block {
	b := Block{ID: "owners", Title: p.lang.Text("section.owners"), Note: p.lang.Text("order.most-overdue")}
	shown := owners[:min(len(owners), mostRows)]
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.owner", "n:head.overdue", "n:head.longest-due", "n:head.open", "n:head.done")
	}, func(h *markup.HTML) {
		for i := range shown {
			p.ownerRow(h, &shown[i])
		}
	})
	if n := len(owners) - len(shown); n > 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("nav.more", n)).Raw(`</p>`)
	}
	b.Body = p.place(h)
	return b
}

func (p *page) ownerRow(h *markup.HTML, x *duty) {
	h.Raw(`<tr><th scope="row"><a class="nb"`).Attr("href", p.dutyLink(x)).Raw(`><bdi>`).Text(p.view.Name(x.owner)).Raw(`</bdi></a></th>`)
	for i, n := range []int{x.overdue, x.longest, x.open, x.done} {
		class := "n"
		if i < 2 && n > 0 {
			class = "n dn"
		}
		h.Raw(`<td`).Attr("class", class).Raw(`>`)
		if n > 0 {
			h.Int(n)
		}
		h.Raw(`</td>`)
	}
	h.Raw(`</tr>`)
}

// dutyLink leads to the first of a person's actions, which may stand on a later
// page of the list.
func (p *page) dutyLink(x *duty) string {
	to := actionsAddress
	if part := x.first/perPart + 1; part > 1 {
		to = actionsAddress.Part(part)
	}
	if to == p.at {
		return "#" + dutyID(x.owner)
	}
	return p.to(to, dutyID(x.owner))
}

// duty is the block of one owner's actions, with how many there are in all.
func (p *page) duty(x *duty, list []audience.TrackedAction) Block {
	var counts []string
	if x.overdue > 0 {
		counts = append(counts, p.lang.Text("duty.overdue", x.overdue, x.longest))
	}
	if x.open > 0 {
		counts = append(counts, p.lang.Text("duty.open", x.open))
	}
	if x.done > 0 {
		counts = append(counts, p.lang.Text("duty.done", x.done))
	}
	b := Block{ID: dutyID(x.owner), Title: p.view.Name(x.owner), Note: strings.Join(counts, " · ")}
	h := new(markup.HTML)
	p.placedActions(h, b.Title, list, false)
	if who, known := p.view.Person(x.owner); known {
		h.Raw(`<p class="more">`)
		p.href(h.Raw(`<a`), personAddress(who.ID)).Raw(`>`).Text(p.lang.Text("duty.person")).Raw(`</a></p>`)
	}
	b.Body = p.place(h)
	return b
}
