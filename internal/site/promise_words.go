package site

import (
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// wordings writes how a promise read before it was changed, and how it reads
// now; and how a goal read that was set before under its id and not kept.
func (p *page) wordings(h *markup.HTML, m *audience.Promise) {
	if before := p.wordedBefore(m); len(before) > 0 {
		h.Raw(`<span class="why below">`).Text(p.lang.Text("promise.was"))
		for _, g := range before {
			h.Raw(`<del>`).Text(p.worded(g, m.Goal)).Raw(`</del> → `)
		}
		h.Text(p.lang.Text("promise.now")).Raw(`<ins>`).Text(p.worded(m.Goal, before[len(before)-1])).Raw(`</ins></span>`)
	}
	if m.Again != nil && !sameGoal(m.Again, m.Goal) {
		h.Raw(`<span class="why below">`).Text(p.lang.Text("promise.again", p.worded(m.Again, m.Goal), p.lang.Text(verdicts[m.Then].key))).Raw(`</span>`)
	}
}

// wordedBefore returns the goals as they were set before, without those that
// say the same as the next.
func (p *page) wordedBefore(m *audience.Promise) []*audience.Goal {
	var list []*audience.Goal
	for i, g := range m.Wordings {
		next := m.Goal
		if i+1 < len(m.Wordings) {
			next = m.Wordings[i+1]
		}
		if !sameGoal(g, next) {
			list = append(list, g)
		}
	}
	return list
}

// sameGoal reports whether two goals of one id ask for the same.
func sameGoal(a, b *audience.Goal) bool {
	return a.Statement == b.Statement && a.Metric == b.Metric && a.Target == b.Target
}

// worded is what a goal says; with its target where the words of the two do not
// tell them apart by a number.
func (p *page) worded(g, other *audience.Goal) string {
	text := p.promiseName(&audience.Promise{Goal: g})
	if g.Target == other.Target || g.Statement != other.Statement && strings.ContainsAny(g.Statement, "0123456789０１２３４５６７８９") {
		return text
	}
	m := p.view.Metric(g.Metric)
	target := words.Undefined
	switch r := audience.Stated(g.Target, m); {
	case !r.Defined():
	case m == nil:
		target = words.Count(frac(r))
	default:
		target = p.figure(m, r)
	}
	return p.lang.Text("promise.was-target", text, target)
}
