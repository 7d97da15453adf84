package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// themePage is one theme in one period, everybody's section side by side.
type themePage struct {
	Common
	Head  Head
	Tabs  template.HTML
	Order string
	Texts template.HTML
	Parts template.HTML
}

// perThemePart is how many people's sections stand on one page.
const perThemePart = 50

func themeParts(writers int) int { return max(1, (writers+perThemePart-1)/perThemePart) }

// A themed is who wrote on one theme in one period, in the order of the
// ranking.
type themed struct {
	writers []PersonID
	thin    int // of them, who wrote little
	reports int // of the period
}

type themePeriod struct {
	theme  ThemeID
	period Period
}

// writersOn returns who wrote on a theme in a period.
func (s *Site) writersOn(at themePeriod) (found themed) {
	for _, rank := range s.ranks.get(at.period) {
		text := s.view.ReportText(at.period, rank.Person)
		if text == nil {
			continue
		}
		found.reports++
		sections := themeSections(text, at.theme)
		if len(sections) == 0 {
			continue
		}
		found.writers = append(found.writers, rank.Person)
		if chars(sections) < thinBelow {
			found.thin++
		}
	}
	return found
}

func chars(sections []*Section) (n int) {
	for _, s := range sections {
		n += s.Chars
	}
	return n
}

// themeSections returns the sections of a report that belong to the theme and
// hold more than notes to the writer.
func themeSections(d *Doc, t ThemeID) []*Section {
	var list []*Section
	for i := range d.Sections {
		if s := &d.Sections[i]; s.Theme == t && !s.Empty {
			list = append(list, s)
		}
	}
	return list
}

// reportProse is a report's body as it stands on any page.
func reportProse(body *Doc, of audience.ReviewID) prose {
	return prose{
		doc: body, home: reviewAddress(of.Period, of.Person), folder: reviewFolder(of.Period, of.Person),
		scope: audience.PersonScope(of.Person), period: of.Period,
	}
}

func reviewFolder(q Period, id PersonID) string {
	return "content/reviews/" + q.String() + "/" + string(id)
}

// writeTheme writes the page of the theme at a place in Themes.
func (p *page) writeTheme(w io.Writer, at int, q Period, part int) error {
	t := p.view.Themes()[at]
	found := p.themed.get(themePeriod{t.ID, q})
	p.period = q
	p.scales = p.scaleFor([]Scope{audience.TeamScope(p.view.Root())}, []Period{q})
	name := p.themeName(t)
	data := themePage{Tabs: p.themeTabs(t.ID, q), Order: p.rankOrder(), Parts: p.partLinks(themeAddress(t.ID, q), part, themeParts(len(found.writers)))}
	h := new(markup.HTML)
	from := min((part-1)*perThemePart, len(found.writers))
	for _, id := range found.writers[from:min(from+perThemePart, len(found.writers))] {
		p.writing(h, t.ID, audience.ReviewID{Period: q, Person: id})
	}
	if len(found.writers) == 0 {
		h.Raw(`<p class="empty">`).Text(p.lang.Text("empty.theme")).Text(p.looksFor(t)).Raw(`</p>`)
	}
	data.Texts = p.place(h)
	kicker := new(markup.HTML)
	kicker.Raw(`<b>`).Text(name).Raw(`</b><span>`).Text(p.lang.PeriodSpan(p.calendarPeriod(q))).Raw(`</span>`)
	data.Common = p.common()
	data.Head = Head{Kicker: kicker.Template(), Headline: p.lang.ThemeHeadline(name, found.reports, len(found.writers), found.thin), Lead: p.looksFor(t)}
	return p.write(w, where{
		kind: "theme", title: p.lang.Text("window.theme", name, p.periodName(q)), entry: p.themesEntry(),
		crumbs:  append(p.teamCrumbs(p.view.Root()), crumb{p.lang.Text("nav.themes"), p.themesEntry(), true}, crumb{name: name}),
		periods: periodSwitch{current: q, all: p.outline.written, to: func(x Period) Address { return themeAddress(t.ID, x) }},
	}, data)
}

func (s *Site) themesEntry() Address {
	return themeAddress(s.view.Themes()[0].ID, s.latest)
}

// looksFor says what a reviewer looks for in a built-in theme.
func (s *Site) looksFor(t audience.Theme) string {
	if key := "looks-for." + string(t.ID); words.Has(key) {
		return s.lang.Text("theme-page.looks-for", s.lang.Text(key))
	}
	return ""
}

// themeTabs leads to the other themes of the period.
func (p *page) themeTabs(current ThemeID, q Period) template.HTML {
	h := new(markup.HTML)
	h.Raw(`<nav class="tabs"`).Attr("aria-label", p.lang.Text("nav.themes")).Raw(`><ul>`)
	for _, t := range p.view.Themes() {
		p.href(h.Raw(`<li><a`), themeAddress(t.ID, q))
		if t.ID == current {
			h.Raw(` aria-current="page"`)
		}
		h.Raw(`>`).Text(p.themeName(t)).Raw(`</a></li>`)
	}
	h.Raw(`</ul></nav>`)
	return p.place(h)
}

// writing writes one person's sections on a theme, with who wrote them and how
// the person stands.
func (p *page) writing(h *markup.HTML, t ThemeID, id audience.ReviewID) {
	body := p.view.ReportText(id.Period, id.Person)
	sections := themeSections(body, t)
	quote := quoteID(id)
	p.origins.noteSections(quote, sections...)
	h.Raw(`<section class="writing"`).Attr("id", quote).Raw(`><header><h2><a`).Attr("href", p.to(reviewAddress(id.Period, id.Person), sections[0].Anchor))
	h.Raw(`><bdi>`).Text(p.view.Name(id.Person)).Raw(`</bdi></a></h2><p class="note">`)
	if team, ok := p.view.TeamOf(id.Person, id.Period); ok {
		h.Raw(`<bdi>`).Text(p.scopeName(audience.TeamScope(team))).Raw(`</bdi> `)
	}
	f := p.view.Figure(audience.PersonScope(id.Person), id.Period, p.info.KPIs[0])
	if st, word := p.standing(f); word != "" {
		state(h, st, words.Percent(frac(f.Attainment.Ratio))+" "+word)
	}
	n := chars(sections)
	h.Raw(`</p><p class="note">`).Text(p.lang.Text("theme-page.chars", n))
	if n < thinBelow {
		h.Raw(` `)
		state(h, words.Risk, p.lang.Text("coverage.thin"))
	}
	h.Raw(`</p></header><div class="prose">`)
	from := quotedFrom(reportProse(body, id), id)
	for _, s := range sections {
		p.text(h, s.Text, from)
		p.quoted(h, s.Sections, from)
	}
	h.Raw(`</div></section>`)
}

// quotedFrom tells the ids of a quoted document from those of the others on
// the page.
func quotedFrom(from prose, id audience.ReviewID) prose {
	from.ids = id.Period.String() + "-" + string(id.Person) + "-"
	return from
}

// quoteID is the id of what is quoted of a review. Those of what stands in it
// begin with the period.
func quoteID(id audience.ReviewID) string {
	return "of-" + id.Period.String() + "-" + string(id.Person)
}

// quoted writes sections that stand on a page of their own as well: without
// their ids, which belong to that page.
func (p *page) quoted(h *markup.HTML, list []Section, from prose) {
	for i := range list {
		h.Raw(`<h3>`)
		p.text(h, list[i].Heading, from)
		h.Raw(`</h3>`)
		p.text(h, list[i].Text, from)
		p.quoted(h, list[i].Sections, from)
	}
}
