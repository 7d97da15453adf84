package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// completeness is the matrix of people and themes: who wrote what, who
// commented, who is late. What lacks most comes first.
func (p *page) completeness(ranks []audience.Rank, q Period) Block {
	var rows []audience.Completeness
	for _, r := range ranks {
		if c := p.view.Completeness(r.Person, q); c.Report != nil || c.Missing {
			rows = append(rows, c)
		}
	}
	if len(rows) == 0 {
		return Block{}
	}
	slices.SortStableFunc(rows, func(a, b audience.Completeness) int {
		return cmp.Or(-compareBool(a.Missing, b.Missing), -cmp.Compare(a.ThemesLacking, b.ThemesLacking))
	})
	themes, roles := p.matrixThemes(), p.matrixRoles()
	b := Block{ID: "completeness", Title: p.lang.Text("section.completeness"), Note: p.lang.Text("order.incomplete"), Foot: p.lang.Text("foot.thin", thinBelow)}
	h := new(markup.HTML)
	p.presenceKey(h)
	p.openTable(h, "mx", b.Title)
	p.heads(h, "head.person")
	for _, t := range themes {
		p.head(h, "", p.shortTheme(t), "")
	}
	p.head(h, "sep", p.lang.Text("head.themes"), "")
	for i, role := range roles {
		p.head(h, sepFirst(i), p.lang.Text("role."+role.String()), "")
	}
	p.head(h, "sep", p.lang.Text("head.submitted"), "")
	h.Raw(`</tr></thead><tbody>`)
	for _, c := range rows {
		p.completenessRow(h, c, themes, roles)
	}
	p.completenessSum(h, rows, themes, roles)
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// thinBelow is under how many characters a section counts as thin; package
// analysis judges by the same number.
const thinBelow = audience.ThinChars

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

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

func (s *Site) themeName(t audience.Theme) string { return s.lang.Name("theme", string(t.ID), t.Label) }

// shortTheme is a theme's name for a narrow column.
func (s *Site) shortTheme(t audience.Theme) string {
	if t.Label == "" && words.Has("theme-short."+string(t.ID)) {
		return s.lang.Text("theme-short." + string(t.ID))
	}
	return s.themeName(t)
}

func (p *page) presenceKey(h *markup.HTML) {
	h.Raw(`<p class="key"><span><i class="mk"></i>`).Text(p.lang.Text("coverage.present"))
	h.Raw(`</span><span><i class="mk thin"></i>`).Text(p.lang.Text("coverage.thin"))
	h.Raw(`</span><span><i class="mk no">`).Text(p.lang.Text("coverage.missing")).Raw(`</i></span></p>`)
}

func (p *page) completenessRow(h *markup.HTML, c audience.Completeness, themes []audience.Theme, roles []audience.Role) {
	h.Raw(`<tr><th scope="row">`)
	p.reviewLink(h, c.Person, c.Period)
	if t, ok := p.view.Team(c.Team); ok {
		h.Raw(` <span class="why"><bdi>`).Text(t.Name).Raw(`</bdi></span>`)
	}
	h.Raw(`</th>`)
	if c.Report == nil {
		h.Raw(`<td class="l"`).Attr("colspan", words.Count(words.Fraction{Num: int64(len(themes)), Den: 1})).Raw(`><span class="why">`)
		if c.Late > 0 {
			h.Text(p.lang.Text("reason.no-report-late", c.Late))
		} else {
			h.Text(p.lang.Text("reason.no-report"))
		}
		h.Raw(`</span></td><td class="sep miss">0</td>`)
		for i := range roles {
			h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`><i class="mk na"></i><span class="vh">—</span></td>`)
		}
		h.Raw(`<td class="sep miss">`).Text(p.lang.Text("coverage.not-in")).Raw(`</td></tr>`)
		return
	}
	for _, t := range themes {
		h.Raw(`<td>`)
		p.presence(h, c, t.ID)
		h.Raw(`</td>`)
	}
	h.Raw(`<td class="sep">`).Int(c.ThemesPresent).Raw(`</td>`)
	for i, role := range roles {
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`)
		p.roleMark(h, c, role)
		h.Raw(`</td>`)
	}
	h.Raw(`<td class="sep nb`)
	if c.Late > 0 {
		h.Raw(` miss">`).Text(p.day(c.Report.Date)).Raw(` `).Text(p.lang.Text("late"))
	} else {
		h.Raw(`">`)
		if c.Report.Date.IsZero() {
			h.Text(words.Undefined)
		} else {
			h.Text(p.day(c.Report.Date))
		}
	}
	h.Raw(`</td></tr>`)
}

// presence marks whether a theme is written, by shape and by word.
func (p *page) presence(h *markup.HTML, c audience.Completeness, id ThemeID) {
	for _, t := range c.Themes {
		if t.Theme.ID != id {
			continue
		}
		switch t.Presence {
		case audience.ThemePresent:
			h.Raw(`<i class="mk"></i><span class="vh">`).Text(p.lang.Text("coverage.present")).Raw(`</span>`)
		case audience.ThemeThin:
			h.Raw(`<i class="mk thin"></i><span class="vh">`).Text(p.lang.Text("coverage.thin")).Raw(`</span>`)
		case audience.ThemeMissing:
			h.Raw(`<i class="mk no">`).Text(p.lang.Text("coverage.missing")).Raw(`</i>`)
		default:
			h.Raw(`<i class="mk na"></i><span class="vh">`).Text(p.lang.Text("coverage.not-due")).Raw(`</span>`)
		}
		return
	}
	h.Raw(`<i class="mk na"></i><span class="vh">—</span>`)
}

func (p *page) roleMark(h *markup.HTML, c audience.Completeness, role audience.Role) {
	for _, r := range c.Roles {
		switch {
		case r.Role != role:
			continue
		case r.Comments > 0:
			h.Raw(`<i class="mk"></i><span class="vh">`).Text(p.lang.Text("coverage.present")).Raw(`</span>`)
			return
		case r.Expected:
			h.Raw(`<i class="mk no">`).Text(p.lang.Text("coverage.missing")).Raw(`</i>`)
			return
		}
	}
	h.Raw(`<i class="mk na"></i><span class="vh">—</span>`)
}

// completenessSum counts down the columns.
func (p *page) completenessSum(h *markup.HTML, rows []audience.Completeness, themes []audience.Theme, roles []audience.Role) {
	h.Raw(`<tr class="sum"><th scope="row">`).Text(p.lang.Text("coverage.people")).Raw(`</th>`)
	total, reports := 0, 0
	for _, t := range themes {
		n := 0
		for _, c := range rows {
			for _, x := range c.Themes {
				if x.Theme.ID == t.ID && (x.Presence == audience.ThemePresent || x.Presence == audience.ThemeThin) {
					n++
				}
			}
		}
		total += n
		h.Raw(`<td>`).Int(n).Raw(`</td>`)
	}
	h.Raw(`<td class="sep">`).Int(total).Raw(`</td>`)
	for i, role := range roles {
		n := 0
		for _, c := range rows {
			for _, r := range c.Roles {
				if r.Role == role && r.Comments > 0 {
					n++
				}
			}
		}
		h.Raw(`<td`).Attr("class", sepFirst(i)).Raw(`>`).Int(n).Raw(`</td>`)
	}
	for _, c := range rows {
		if c.Report != nil {
			reports++
		}
	}
	h.Raw(`<td class="sep">`).Int(reports).Raw(`</td></tr>`)
}
