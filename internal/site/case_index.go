package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// caseIndex is a table of all cases of the library, a line each, that leads to
// them on whatever page they stand; a script filters it.
func (p *page) caseIndex(all []toldCase) Block {
	p.filters = true
	b := Block{ID: "index", Title: p.lang.Text("section.case-index"), Note: p.lang.Text("order.case-index", len(all)), Foot: p.lang.Text("foot.case-index")}
	h := new(markup.HTML)
	p.caseFilter(h, all)
	first := min(len(all), mostIndexed)
	p.caseTable(h, b.Title, all, 0, first)
	if first < len(all) {
		more := p.lang.Text("filter.earlier", len(all)-first)
		h.Raw(`<details data-rest><summary>`).Text(more).Raw(`</summary>`)
		p.caseTable(h, more, all, first, len(all))
		h.Raw(`</details>`)
	}
	b.Body = p.place(h)
	return b
}

// mostIndexed is how many cases stand open in the index. A browser takes
// seconds to lay out a table of ten thousand, and none for one that is folded.
const mostIndexed = 1000

// caseTable writes the lines of the cases from one place up to another.
func (p *page) caseTable(h *markup.HTML, title string, all []toldCase, from, to int) {
	p.openTable(h, "grid-t", title)
	p.heads(h, "head.case", "head.outcome", "head.case-person", "head.team")
	h.Raw(`<th scope="col" aria-sort="descending">`).Text(p.lang.Text("head.period")).Raw(`</th>`)
	p.heads(h, "head.themes")
	h.Raw(`</tr></thead><tbody>`)
	names := p.themeNames()
	for i := from; i < to; i++ {
		p.caseRow(h, &all[i], i/perPart+1, names)
	}
	h.Raw(`</tbody></table></div>`)
}

func (s *Site) themeNames() map[ThemeID]string {
	names := map[ThemeID]string{}
	for _, t := range s.view.Themes() {
		names[t.ID] = s.themeName(t)
	}
	return names
}

// caseRow writes the line of a case. What the filter goes by stands in
// data-case: outcome, person, team, period and themes, "-" for none.
func (p *page) caseRow(h *markup.HTML, c *toldCase, part int, names map[ThemeID]string) {
	team, _ := p.view.TeamOf(c.id.Person, c.id.Period)
	h.Raw(`<tr data-case="`).Text(c.outcome()).Raw(` `).Text(string(c.id.Person)).Raw(` `).Text(orNone(string(team))).Raw(` `).Text(c.id.Period.String())
	for _, t := range c.section.Themes {
		h.Raw(` `).Text(string(t))
	}
	if len(c.section.Themes) == 0 {
		h.Raw(` -`)
	}
	to := "#" + escapePath(c.anchor())
	if part > 1 {
		to = p.to(casesAddress.Part(part), c.anchor())
	}
	h.Raw(`"><th scope="row" class="wrap"><a`).Attr("href", to).Raw(`>`).Text(shortCase(c.section.Title)).Raw(`</a></th><td>`)
	if c.section.Case == audience.Success {
		state(h, words.On, p.lang.Text("case.success"))
	} else {
		state(h, words.Off, p.lang.Text("case.failure"))
	}
	h.Raw(`</td><td>`)
	p.person(h, c.id.Person)
	h.Raw(`</td><td>`)
	p.team(h, team, c.id.Period)
	h.Raw(`</td><td>`).Text(p.periodName(c.id.Period)).Raw(`</td><td>`)
	for i, t := range c.section.Themes {
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		h.Raw(`<span class="nb">`).Text(names[t]).Raw(`</span>`)
	}
	if len(c.section.Themes) == 0 {
		h.Raw(`<span class="dim">`).Text(p.lang.Text("case.no-theme")).Raw(`</span>`)
	}
	h.Raw(`</td></tr>`)
}

func orNone(id string) string {
	if id == "" {
		return "-"
	}
	return id
}

func (c *toldCase) outcome() string {
	if c.section.Case == audience.Success {
		return "success"
	}
	return "failure"
}

// shortCase is the heading of a case without the words that only say what it
// is: the outcome stands beside it. 成功案例：某医院 is 某医院.
func shortCase(title string) string {
	at := strings.IndexAny(title, ":：")
	if at < 0 {
		return title
	}
	kind := strings.TrimRight(strings.TrimSpace(title[:at]), "0123456789一二三四五六七八九十 ")
	_, size := utf8.DecodeRuneInString(title[at:])
	name := strings.TrimSpace(title[at+size:])
	if name == "" || !slices.Contains(caseKinds, strings.ToLower(kind)) {
		return title
	}
	return name
}

var caseKinds = []string{
	"成功", "成功案例", "失败", "失败案例", "失败案例反思",
	"success", "success case", "success story", "win", "failure", "failure case", "loss",
}
