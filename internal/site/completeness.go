package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// completeness is the matrix of people and themes: who wrote what, told which
// cases, who commented and what the comments leave out, who is late. A mark
// leads to its place in the review. What lacks most comes first.
func (p *page) completeness(q Period, part, of int) Block {
	all := p.view.Incomplete(p.view.Root(), q)
	if len(all) == 0 {
		return Block{}
	}
	b := Block{ID: "completeness", Title: p.lang.Text("section.completeness"), Foot: p.lang.Text("foot.thin", thinBelow) + p.lang.Text("foot.parts")}
	m := matrix{page: p, themes: p.matrixThemes(), roles: p.matrixRoles()}
	shown := partOf(all, part)
	if part == of {
		shown = all[min((part-1)*perPart, len(all)):]
	}
	if len(shown) == 0 {
		return Block{}
	}
	h := new(markup.HTML)
	if part == 1 {
		p.gaps(h, all, q)
	}
	m.rows = make([]audience.Completeness, len(shown))
	for i, id := range shown {
		m.rows[i] = p.view.Completeness(id, q)
	}
	b.Note = p.lang.Text("order.due-incomplete", p.day(m.rows[0].Due), p.day(m.rows[0].CommentDue))
	p.presenceKey(h)
	p.openTable(h, "mx", b.Title)
	m.heads(h)
	h.Raw(`</tr></thead><tbody>`)
	for i := range m.rows {
		m.row(h, &m.rows[i])
	}
	m.sum(h)
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// A matrix is the completeness of some people while it is written.
type matrix struct {
	*page
	rows   []audience.Completeness
	themes []audience.Theme
	roles  []audience.Role
}

// matrixParts are the parts of a comment that the matrix asks for.
var matrixParts = [...]audience.CommentPart{audience.Strengths, audience.Problems, audience.Advice}

func (m *matrix) heads(h *markup.HTML) {
	m.page.heads(h, "head.person")
	for _, t := range m.themes {
		m.head(h, "", m.shortTheme(t), "")
	}
	m.head(h, "sep", m.lang.Text("head.themes"), "")
	m.head(h, "", m.lang.Text("head.success"), "")
	m.head(h, "", m.lang.Text("head.failure"), "")
	for i, role := range m.roles {
		m.head(h, sepFirst(i), m.lang.Text("role."+role.String()), "")
	}
	for i, part := range matrixParts {
		m.head(h, sepFirst(i), m.lang.Text(partKeys[part]), "")
	}
	m.head(h, "sep", m.lang.Text("head.submitted"), "")
}

// thinBelow is under how many characters a section counts as thin; package
// analysis judges by the same number.
const thinBelow = audience.ThinChars

func sepFirst(i int) string {
	if i == 0 {
		return "sep"
	}
	return ""
}

// matrixThemes are the themes that are expected at all.
func (p *page) matrixThemes() []audience.Theme {
	var list []audience.Theme
	for _, t := range p.view.Themes() {
		if t.Expect != audience.Never {
			list = append(list, t)
		}
	}
	return list
}

// matrixRoles are the roles with a weight.
func (p *page) matrixRoles() []audience.Role {
	var list []audience.Role
	for _, r := range p.view.Ratings().Roles {
		list = append(list, r.Role)
	}
	return list
}
