package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

func (p *page) presenceKey(h *markup.HTML) {
	h.Raw(`<p class="key"><span><i class="mk"></i>`).Text(p.lang.Text("coverage.present"))
	h.Raw(`</span><span><i class="mk thin"></i>`).Text(p.lang.Text("coverage.thin"))
	h.Raw(`</span><span><i class="mk no">`).Text(p.lang.Text("coverage.missing"))
	h.Raw(`</i></span><span><i class="mk na"></i>`).Text(p.lang.Text("coverage.not-asked")).Raw(`</span></p>`)
}

func (m *matrix) row(h *markup.HTML, c *audience.Completeness) {
	h.Raw(`<tr><th scope="row">`)
	m.reviewLink(h, c.Person, c.Period)
	if t, ok := m.view.Team(c.Team); ok {
		h.Raw(` <span class="why"><bdi>`).Text(t.Name).Raw(`</bdi></span>`)
	}
	h.Raw(`</th>`)
	if c.Report == nil {
		m.gapRow(h, c)
		return
	}
	to := m.to(reviewAddress(c.Period, c.Person), "")
	for _, t := range m.themes {
		h.Raw(`<td>`)
		m.presence(h, c, t.ID, to)
		h.Raw(`</td>`)
	}
	h.Raw(`<td class="sep">`).Int(c.ThemesPresent).Raw(`</td>`)
	for _, told := range [...]bool{c.Success, c.Failure} {
		h.Raw(`<td>`)
		m.mark(h, told, c.Cases, to, "cases")
		h.Raw(`</td>`)
	}
	m.commented(h, c, to)
	m.submitted(h, c)
	h.Raw(`</tr>`)
}

// commented writes who has commented, and whether all that a comment should say
// is said. There may be comments where the report is missing.
func (m *matrix) commented(h *markup.HTML, c *audience.Completeness, to string) {
	for i, role := range m.roles {
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`)
		comments, expected := commentsAs(c, role)
		m.mark(h, comments > 0, expected, to, "comments")
		h.Raw(`</td>`)
	}
	for i, part := range matrixParts {
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`)
		m.part(h, c, part, to)
		h.Raw(`</td>`)
	}
}

// gapRow is the rest of the row of who has no report.
func (m *matrix) gapRow(h *markup.HTML, c *audience.Completeness) {
	h.Raw(`<td class="l"`).Attr("colspan", words.Count(words.Fraction{Num: int64(len(m.themes)), Den: 1})).Raw(`><span class="why">`)
	if c.Late > 0 {
		h.Text(m.lang.Text("reason.no-report-late", c.Late))
	} else {
		h.Text(m.lang.Text("reason.no-report"))
	}
	h.Raw(`</span></td>`)
	for _, class := range [...]string{"sep", "", ""} {
		h.Raw(`<td`).Attr("class", class).Raw(`><i class="mk na"></i><span class="vh">—</span></td>`)
	}
	m.commented(h, c, m.to(reviewAddress(c.Period, c.Person), ""))
	h.Raw(`<td class="sep miss">`).Text(m.lang.Text("coverage.not-in")).Raw(`</td></tr>`)
}

// presence marks whether a theme is written, by shape and by word.
func (m *matrix) presence(h *markup.HTML, c *audience.Completeness, id ThemeID, to string) {
	for _, t := range c.Themes {
		if t.Theme.ID != id {
			continue
		}
		switch t.Presence {
		case audience.ThemePresent:
			m.mark(h, true, true, to, string(id))
		case audience.ThemeThin:
			m.leading(h, to, string(id)).Raw(`<i class="mk thin"></i><span class="vh">`).Text(m.lang.Text("coverage.thin")).Raw(`</span></a>`)
		case audience.ThemeMissing:
			m.mark(h, false, true, to, string(id))
		default:
			h.Raw(`<i class="mk na"></i><span class="vh">`).Text(m.lang.Text("coverage.not-due")).Raw(`</span>`)
		}
		return
	}
	h.Raw(`<i class="mk na"></i><span class="vh">—</span>`)
}

// mark tells whether something is there, and leads to where it is or should
// be; a dash where it is not asked for.
func (m *matrix) mark(h *markup.HTML, there, asked bool, to, fragment string) {
	switch {
	case there:
		m.leading(h, to, fragment).Raw(`<i class="mk"></i><span class="vh">`).Text(m.lang.Text("coverage.present")).Raw(`</span></a>`)
	case asked:
		m.leading(h, to, fragment).Raw(`<i class="mk no">`).Text(m.lang.Text("coverage.missing")).Raw(`</i></a>`)
	default:
		h.Raw(`<i class="mk na"></i><span class="vh">—</span>`)
	}
}

// leading begins a link to a place of a review. The ids of themes, comments and
// blocks need no escapes.
func (m *matrix) leading(h *markup.HTML, to, fragment string) *markup.HTML {
	return h.Raw(`<a href="`).Text(to).Raw(`#`).Text(fragment).Raw(`">`)
}

// part marks whether every comment has the part, else names whose has not.
func (m *matrix) part(h *markup.HTML, c *audience.Completeness, part audience.CommentPart, to string) {
	lacking, first := "", PersonID("")
	n := 0
	for i := range c.Comments {
		s := &c.Comments[i]
		if !s.Misses(part) {
			continue
		}
		if n++; n == 1 {
			first = s.Comment.Reviewer
		} else {
			lacking += m.lang.Text("list-comma")
		}
		lacking += m.view.Name(s.Comment.Reviewer)
	}
	if n == 0 {
		m.mark(h, len(c.Comments) > 0, false, to, "comments")
		return
	}
	h.Raw(`<a`).Attr("href", to+"#"+commentID(first)).Attr("title", lacking).Raw(`><i class="mk no">`).Text(m.lang.Text("coverage.missing"))
	if len(c.Comments) > 1 {
		h.Raw(` `).Int(n).Raw(`/`).Int(len(c.Comments))
	}
	h.Raw(`</i><span class="vh">`).Text(lacking).Raw(`</span></a>`)
}

// submitted writes the report's date and how late that was.
func (m *matrix) submitted(h *markup.HTML, c *audience.Completeness) {
	switch {
	case c.Late > 0:
		h.Raw(`<td class="sep nb miss">`).Text(m.lang.Text("coverage.late", m.day(c.Report.Date), c.Late))
	case c.Report.Date.IsZero():
		h.Raw(`<td class="sep nb">`).Text(words.Undefined)
	default:
		h.Raw(`<td class="sep nb">`).Text(m.day(c.Report.Date))
	}
	h.Raw(`</td>`)
}

// commentsAs returns how many comments there are in the role, and whether one
// is expected.
func commentsAs(c *audience.Completeness, role audience.Role) (n int, expected bool) {
	for _, r := range c.Roles {
		if r.Role == role {
			return r.Comments, r.Expected
		}
	}
	return 0, false
}
