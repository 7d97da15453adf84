package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// remarked is the review whose comments stand in the score sheet. Only a
// review's own page has them: that of any other page has none.
func (p *page) remarked(q Period) *review {
	r := &review{page: p, from: reviewProse(audience.ReviewID{Period: q, Person: p.scope.Person})}
	if p.at == reviewAddress(q, p.scope.Person) {
		r.Review, _ = p.view.Review(q, p.scope.Person)
	}
	return r
}

// remarks is the row below a dimension of the score sheet with what each
// reviewer says of it (评语), as the comments stand by weight. The full comments
// repeat it, so ids of this copy are marked.
func (r *review) remarks(h *markup.HTML, d audience.DimensionID) {
	open := false
	for i := range r.Comments {
		c := &r.Comments[i]
		eachRemark(&c.Body, d, func(part audience.CommentPart, s *Section) {
			if !open {
				h.Raw(`<tr class="remark"><td colspan="5">`)
				open = true
			}
			r.remark(h, note{c, part, s}, "score-")
		})
	}
	if open {
		h.Raw(`</td></tr>`)
	}
}

// eachRemark calls f for the sections of a comment that speak of the dimension.
func eachRemark(d *Doc, dimension audience.DimensionID, f func(part audience.CommentPart, s *Section)) {
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Dimension == dimension && !s.Empty {
			f(s.Part, s)
		}
		for j := range s.Sections {
			if sub := &s.Sections[j]; sub.Dimension == dimension && !sub.Empty {
				f(s.Part, sub)
			}
		}
	}
}
