package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// A told case is a success or a failure told in a report.
type toldCase struct {
	id      audience.ReviewID
	section *Section
	from    prose
}

// allCases returns every case, of the newest period first, then by person.
func (s *Site) allCases() []toldCase {
	var list []toldCase
	ids := s.view.Reviews()
	for i := len(ids) - 1; i >= 0; {
		first := i
		for first > 0 && ids[first-1].Period == ids[i].Period {
			first--
		}
		for at := first; at <= i; at++ {
			if s.outline.traces[at].cases > 0 {
				r, _ := s.view.Review(ids[at].Period, ids[at].Person)
				list = append(list, casesOf(&r)...)
			}
		}
		i = first - 1
	}
	return list
}

// anchor is the case's id on its page of the library.
func (c *toldCase) anchor() string { return quoteID(c.id) + "-" + c.section.Anchor }

func casesOf(r *audience.Review) []toldCase {
	var list []toldCase
	id, body := audience.ReviewID{Period: r.Period, Person: r.Person}, &r.Report.Body
	for i := range body.Sections {
		sub := body.Sections[i].Sections
		for j := range sub {
			if sub[j].Case != audience.NoCase && !sub[j].Empty {
				list = append(list, toldCase{id, &sub[j], reportProse(body, id)})
			}
		}
	}
	return list
}

func (p *page) writeCases(w io.Writer, part int) error {
	all := p.cases()
	p.scales = p.scaleFor([]Scope{audience.TeamScope(p.view.Root())}, []Period{p.latest})
	won := 0
	for _, c := range all {
		if c.section.Case == audience.Success {
			won++
		}
	}
	data := listPage{Parts: p.partLinks(casesAddress, part, p.outline.cases)}
	if part == 1 && len(all) > 0 {
		data.Blocks = append(data.Blocks, p.caseIndex(all).html())
	}
	var block Block
	h := new(markup.HTML)
	flush := func() {
		if block.Title != "" {
			block.Body = p.place(h)
			data.Blocks = append(data.Blocks, block.html())
		}
		h = new(markup.HTML)
	}
	for _, c := range partOf(all, part) {
		if name := p.periodName(c.id.Period); name != block.Title {
			flush()
			block = Block{ID: "p-" + c.id.Period.String(), Title: name}
		}
		p.toldCase(h, c)
	}
	if flush(); len(all) == 0 {
		h.Raw(`<p class="empty">`).Text(p.lang.Text("empty.cases")).Raw(`</p>`)
		data.Blocks = []template.HTML{Block{Title: p.lang.Text("nav.cases"), Body: p.place(h)}.html()}
	}
	return p.list("cases", "nav.cases", casesAddress, Head{Headline: p.lang.CasesHeadline(won, len(all)-won)}, data, w)
}

// toldCase writes one case with its outcome and whose it is.
func (p *page) toldCase(h *markup.HTML, c toldCase) {
	class := "case win"
	if c.section.Case == audience.Failure {
		class = "case loss"
	}
	id := c.anchor()
	p.origins.noteSections(id, c.section)
	h.Raw(`<article`).Attr("id", id).Attr("class", class).Raw(`><h3><a`).Attr("href", p.to(reviewAddress(c.id.Period, c.id.Person), c.section.Anchor)).Raw(`>`)
	h.Text(c.section.Title).Raw(`</a></h3><p class="note">`)
	p.person(h, c.id.Person)
	if id, ok := p.view.TeamOf(c.id.Person, c.id.Period); ok {
		h.Raw(` `)
		p.team(h, id, c.id.Period)
	}
	h.Raw(`</p><div class="prose">`)
	from := quotedFrom(c.from, c.id)
	p.text(h, c.section.Text, from)
	p.quoted(h, c.section.Sections, from)
	h.Raw(`</div></article>`)
}
