package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// openFirst orders a person's record: what is still to be settled first, the
// earliest due at the top, then the newest.
func openFirst(list []audience.Promise) []audience.Promise {
	sorted := slices.Clone(list)
	slices.Reverse(sorted)
	unsettled := func(m *audience.Promise) int {
		switch m.Judgement {
		case audience.GoalDangling:
			return 0
		case audience.GoalOpen, audience.GoalCarried:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(sorted, func(a, b audience.Promise) int {
		x, y := unsettled(&a), unsettled(&b)
		if x != y || x == 2 {
			return cmp.Compare(x, y)
		}
		return a.Due.Sub(b.Due)
	})
	return sorted
}

// record is the block of a person's promises over all periods: shown of them,
// whose count is c.
func (p *page) record(shown []audience.Promise, c audience.PromiseCount) Block {
	b := Block{ID: "promises", Title: p.lang.Text("section.promises")}
	h := new(markup.HTML)
	if len(shown) == 0 {
		h.Raw(`<p class="none">`).Text(p.lang.Text("empty.record")).Raw(`</p>`)
		b.Body = p.place(h)
		return b
	}
	b.Note = p.keptOf(c) + p.lang.Text("list-semicolon") + p.lang.Text("order.open-first")
	b.Foot = p.keptFoot(c)
	p.openTable(h, "grid-t", b.Title)
	p.heads(h, "head.promise", "head.set-in", "head.due", "head.verdict", "n:head.result", "head.basis")
	h.Raw(`</tr></thead><tbody>`)
	for i := range shown {
		p.recordRow(h, &shown[i])
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// keptOf says how many of the promises were kept, with what that is a share of.
func (p *page) keptOf(c audience.PromiseCount) string {
	rate := c.KeptRate()
	if !rate.Defined() {
		return p.lang.Text("promise.rate-none")
	}
	return p.lang.Text("promise.rate", words.Percent(frac(rate.Ratio)), c.Due(), c.Kept)
}

// keptFoot says what became of the others.
func (p *page) keptFoot(c audience.PromiseCount) string {
	text := p.tallied([]tally{{"tally.missed", c.Missed}, {"tally.dangling", c.Dangling}})
	if beside := p.tallied(promisesBeside(c)); beside != "" {
		if text != "" {
			text += p.lang.Text("list-semicolon")
		}
		text += p.lang.Text("promise.uncounted", beside)
	}
	if text == "" {
		return ""
	}
	return text + p.lang.Text("full-stop")
}

func (p *page) recordRow(h *markup.HTML, m *audience.Promise) {
	h.Raw(`<tr><th scope="row" class="wrap">`)
	p.promised(h, m)
	h.Raw(`</th><td class="nb"><a`)
	h.Attr("href", p.to(reviewAddress(m.Set, m.Person), "next-goals")).Raw(`>`).Text(p.lang.PeriodRow(p.calendarPeriod(m.Set))).Raw(`</a></td><td class="nb">`)
	h.Text(p.day(m.Due)).Raw(`</td><td>`)
	p.verdict(h, m.Judgement)
	h.Raw(`</td><td class="n">`)
	p.promiseResult(h, m)
	h.Raw(`</td><td class="dim keep">`)
	if m.Judgement != audience.GoalOpen {
		h.Text(p.basis(m))
	}
	h.Raw(`</td></tr>`)
}
