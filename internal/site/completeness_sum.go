package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// sum counts down the columns: who has it.
func (m *matrix) sum(h *markup.HTML) {
	h.Raw(`<tr class="sum"><th scope="row">`).Text(m.lang.Text("coverage.people")).Raw(`</th>`)
	total := 0
	for _, t := range m.themes {
		n := m.count(func(c *audience.Completeness) bool { return wrote(c, t.ID) })
		total += n
		h.Raw(`<td>`).Int(n).Raw(`</td>`)
	}
	h.Raw(`<td class="sep">`).Int(total).Raw(`</td>`)
	h.Raw(`<td>`).Int(m.count(func(c *audience.Completeness) bool { return c.Success })).Raw(`</td>`)
	h.Raw(`<td>`).Int(m.count(func(c *audience.Completeness) bool { return c.Failure })).Raw(`</td>`)
	for i, role := range m.roles {
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`).Int(m.count(func(c *audience.Completeness) bool {
			n, _ := commentsAs(c, role)
			return n > 0
		})).Raw(`</td>`)
	}
	for i, part := range matrixParts {
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`).Int(m.count(func(c *audience.Completeness) bool {
			return len(c.Comments) > 0 && !missesPart(c, part)
		})).Raw(`</td>`)
	}
	h.Raw(`<td class="sep">`).Int(m.count(func(c *audience.Completeness) bool { return c.Report != nil })).Raw(`</td></tr>`)
}

func (m *matrix) count(has func(*audience.Completeness) bool) int {
	n := 0
	for i := range m.rows {
		if has(&m.rows[i]) {
			n++
		}
	}
	return n
}

func wrote(c *audience.Completeness, id ThemeID) bool {
	for _, x := range c.Themes {
		if x.Theme.ID == id {
			return x.Presence == audience.ThemePresent || x.Presence == audience.ThemeThin
		}
	}
	return false
}

// missesPart reports whether any comment lacks the part.
func missesPart(c *audience.Completeness, part audience.CommentPart) bool {
	for i := range c.Comments {
		if c.Comments[i].Misses(part) {
			return true
		}
	}
	return false
}

// gaps says above the matrix in words who lacks what: a line each for missing
// reports, reports without any comment, comments that leave parts out, and
// cases that are not told.
func (p *page) gaps(h *markup.HTML, people []PersonID, q Period) {
	g := p.view.Gaps(people, q)
	var missing []PersonID
	late := false
	for _, m := range g.Missing {
		missing, late = append(missing, m.Person), late || m.Late > 0
	}
	list := new(markup.HTML)
	for i, gap := range [...]struct {
		key string
		who []PersonID
	}{
		{"gap.no-report", missing}, {"gap.no-comments", g.NoComments}, {"gap.comment-parts", g.CommentParts},
		{"gap.no-success", g.NoSuccess}, {"gap.no-failure", g.NoFailure},
	} {
		if len(gap.who) == 0 {
			continue
		}
		class := "when"
		if i == 0 && late {
			class = "when late"
		}
		list.Raw(`<li><span`).Attr("class", class).Raw(`>`).Text(p.lang.Text(gap.key)).Raw(`</span><span>`)
		p.reviewers(list, gap.who, q)
		list.Raw(`</span><span class="dim">`).Text(p.lang.Text("people", len(gap.who))).Raw(`</span></li>`)
	}
	if list.Len() > 0 {
		h.Raw(`<ol class="todo gaps">`).Add(list).Raw(`</ol>`)
	}
}

// reviewers lists people as links to their reviews, the first few.
func (p *page) reviewers(h *markup.HTML, ids []PersonID, q Period) {
	for i, id := range ids {
		if i == mostGaps {
			h.Text(p.lang.Text("explain.more", len(ids)))
			return
		}
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		p.reviewLink(h, id, q)
	}
}

// mostGaps is how many names a line above the matrix has.
const mostGaps = 12

// partKeys are the words for the parts of a comment.
var partKeys = [...]string{
	audience.OtherPart: "part.other", audience.Strengths: "part.strengths", audience.Problems: "part.problems",
	audience.Advice: "part.advice", audience.Plan: "part.plan", audience.Appeal: "part.appeal",
}

// themeName names a theme as the portfolio does.
func (s *Site) themeName(t audience.Theme) string { return s.lang.Name("theme", string(t.ID), t.Label) }

// shortTheme is a theme's name for a narrow column.
func (s *Site) shortTheme(t audience.Theme) string {
	if t.Label == "" && words.Has("theme-short."+string(t.ID)) {
		return s.lang.Text("theme-short." + string(t.ID))
	}
	return s.themeName(t)
}
