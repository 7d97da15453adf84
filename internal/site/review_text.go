package site

import (
	"html/template"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A topic is one theme as a review shows it.
type topic struct {
	audience.ThemeState
	number   int
	sections []*Section // joined
	notes    []note
	evidence bool // a chart or table of the report belongs to it
}

// shown tells whether the theme has a place in the text: it is written or
// expected by now, or there is something to show under it.
func (t *topic) shown() bool {
	return len(t.sections) > 0 || len(t.notes) > 0 || t.evidence || t.Presence == audience.ThemeMissing
}

func (r *review) topics() []topic {
	var list []topic
	notes := r.notes()
	for i, s := range r.complete.Themes {
		t := topic{ThemeState: s, number: i + 1, sections: themeSections(&r.Report.Body, s.Theme.ID), evidence: r.hasEvidence(s.Theme.ID)}
		for _, n := range notes {
			if n.section.Theme == s.Theme.ID {
				t.notes = append(t.notes, n)
			}
		}
		list = append(list, t)
	}
	return list
}

// introID is the id of what stands before the first heading.
const introID = "intro"

// reading is the text of the report: the list of themes, then each theme with
// its prose, the charts that belong to it and the comments that name it; at
// the end what belongs to no theme.
func (r *review) reading() template.HTML {
	topics := r.topics()
	if !r.readable(topics) {
		return ""
	}
	h := new(markup.HTML)
	h.Raw(`<div class="read">`)
	if len(r.Report.Body.Sections) > 0 || r.Report.Status != audience.Open {
		r.contents(h, topics)
	}
	h.Raw(`<div class="body">`)
	if r.Report.Body.Intro.HTML != "" {
		h.Raw(`<div class="theme intro"`)
		if !hasAnchor(&r.Report.Body, introID) {
			h.Attr("id", introID)
		}
		h.Raw(`><div class="prose">`)
		r.text(h, r.Report.Body.Intro, r.from)
		h.Raw(`</div></div>`)
	}
	for i := range topics {
		if topics[i].shown() {
			r.topic(h, &topics[i])
		}
	}
	r.later(h, topics)
	for i := range r.Report.Body.Sections {
		if s := &r.Report.Body.Sections[i]; s.Theme == "" {
			r.otherSection(h, s)
		}
	}
	h.Raw(`</div></div>`)
	return r.place(h)
}

// readable tells whether there is anything to read.
func (r *review) readable(topics []topic) bool {
	return r.Report.Body.Intro.HTML != "" || len(r.Report.Body.Sections) > 0 ||
		slices.ContainsFunc(topics, func(t topic) bool { return t.shown() })
}

// contents is the list of themes: what is there, thin, or missing.
func (r *review) contents(h *markup.HTML, topics []topic) {
	title := r.lang.Text("section.themes", len(topics), r.complete.ThemesPresent)
	if len(topics) == 12 {
		title = r.lang.Text("section.twelve-themes", r.complete.ThemesPresent)
	}
	h.Raw(`<nav class="toc"`).Attr("aria-label", r.lang.Text("head.themes")).Raw(`><h2>`).Text(title).Raw(`</h2><ol>`)
	for i := range topics {
		t := &topics[i]
		name := r.themeName(*t.Theme)
		switch {
		case !t.shown():
			h.Raw(`<li><span class="na"><span>`).Int(t.number).Raw(`</span><span>`).Text(name).Raw(`</span></span></li>`)
			continue
		case t.Presence == audience.ThemeMissing:
			h.Raw(`<li><a class="miss"`)
			name += r.lang.Text("review.mark", r.lang.Text("coverage.missing"))
		case t.Presence == audience.ThemeThin:
			h.Raw(`<li><a class="thin"`)
			name += r.lang.Text("review.mark", r.lang.Text("coverage.thin"))
		case len(t.sections) == 0:
			h.Raw(`<li><a class="na"`)
		default:
			h.Raw(`<li><a`)
		}
		h.Attr("href", "#"+string(t.Theme.ID)).Raw(`><span>`).Int(t.number).Raw(`</span><span>`).Text(name).Raw(`</span></a></li>`)
	}
	h.Raw(`</ol></nav>`)
}

func (r *review) topic(h *markup.HTML, t *topic) {
	h.Raw(`<section class="theme"`)
	if id := string(t.Theme.ID); !hasAnchor(&r.Report.Body, id) {
		h.Attr("id", id)
	}
	r.noteTopic(t)
	h.Raw(`><h2`)
	if len(t.sections) > 0 {
		h.Attr("id", t.sections[0].Anchor)
		r.origins.note(t.sections[0].Anchor, t.sections[0].Pos)
	}
	h.Raw(`><span class="no">`).Int(t.number).Raw(`</span>`).Text(r.themeName(*t.Theme))
	r.topicMark(h, t)
	h.Raw(`</h2><div class="prose">`)
	for i, s := range t.sections {
		if i > 0 {
			r.subHeading(h, s)
		}
		r.section(h, s)
	}
	r.topicNote(h, t)
	r.evidence(h, t.Theme.ID)
	h.Raw(`</div>`)
	r.margin(h, r.themeName(*t.Theme), t.notes)
	h.Raw(`</section>`)
}

// topicMark says beside the heading that a theme is thin or missing, or where
// its cases are collected.
func (r *review) topicMark(h *markup.HTML, t *topic) {
	switch {
	case t.Presence == audience.ThemeMissing:
		state(h.Raw(`<span class="note">`), words.Off, r.lang.Text("coverage.missing"))
		h.Raw(`</span>`)
	case t.Presence == audience.ThemeThin:
		state(h.Raw(`<span class="note">`), words.Risk, r.lang.Text("coverage.thin"))
		h.Raw(`</span>`)
	case tellsCase(t.sections):
		r.href(h.Raw(`<span class="note"><a`), casesAddress).Raw(`>`).Text(r.lang.Text("review.case-library")).Raw(`</a></span>`)
	}
}

func tellsCase(sections []*Section) bool {
	for _, s := range sections {
		for i := range s.Sections {
			if s.Sections[i].Case != audience.NoCase && !s.Sections[i].Empty {
				return true
			}
		}
	}
	return false
}

// topicNote says what a reviewer looks for where the theme says little or
// nothing.
func (r *review) topicNote(h *markup.HTML, t *topic) {
	name := r.themeName(*t.Theme)
	key := "looks-for." + string(t.Theme.ID)
	known := words.Has(key)
	switch {
	case t.Presence == audience.ThemeMissing && known:
		h.Raw(`<p class="empty">`).Text(r.lang.Text("theme-missing", name, r.lang.Text(key))).Raw(`</p>`)
	case t.Presence == audience.ThemeMissing:
		h.Raw(`<p class="empty">`).Text(r.lang.Text("theme-missing.own", name)).Raw(`</p>`)
	case t.Presence == audience.ThemeThin && known:
		h.Raw(`<p class="note">`).Text(r.lang.Text("theme-thin", t.Chars, thinBelow, r.lang.Text(key))).Raw(`</p>`)
	case t.Presence == audience.ThemeThin:
		h.Raw(`<p class="note">`).Text(r.lang.Text("theme-thin.own", t.Chars, thinBelow)).Raw(`</p>`)
	case len(t.sections) == 0 && r.Report.Status != audience.Open:
		h.Raw(`<p class="note">`).Text(r.lang.Text("review.not-this-time")).Raw(`</p>`)
	}
}

// section writes the text of a level-2 section with the level-3 sections in it.
func (r *review) section(h *markup.HTML, s *Section) {
	r.text(h, s.Text, r.from)
	for i := range s.Sections {
		sub := &s.Sections[i]
		if sub.Case == audience.NoCase {
			r.subHeading(h, sub)
			r.subText(h, sub)
			continue
		}
		if sub.Case == audience.Success {
			h.Raw(`<div class="case win">`)
		} else {
			h.Raw(`<div class="case loss">`)
		}
		r.subHeading(h, sub)
		r.subText(h, sub)
		h.Raw(`</div>`)
	}
}

func (r *review) subHeading(h *markup.HTML, s *Section) {
	r.origins.note(s.Anchor, s.Pos)
	h.Raw(`<h3`).Attr("id", s.Anchor).Raw(`>`)
	r.text(h, s.Heading, r.from)
	h.Raw(`</h3>`)
}

func (r *review) subText(h *markup.HTML, s *Section) {
	if s.Empty {
		h.Raw(`<p class="note">`).Text(r.lang.Text("empty.section")).Raw(`</p>`)
	}
	r.text(h, s.Text, r.from)
}

// later names the themes that are looked for once a year and are not in this
// report: those written before, and those still to come.
func (r *review) later(h *markup.HTML, topics []topic) {
	if r.Report.Status == audience.Open {
		return
	}
	earlier, due := "", ""
	for i := range topics {
		t := &topics[i]
		into := &due
		switch {
		case t.shown():
			continue
		case t.Presence == audience.ThemeEarlier:
			into = &earlier
		case t.Presence != audience.ThemeNotYet:
			continue
		}
		if *into != "" {
			*into += r.lang.Text("list-comma")
		}
		*into += r.themeName(*t.Theme)
	}
	if earlier == "" && due == "" {
		return
	}
	h.Raw(`<div class="theme later"><p class="note">`)
	if earlier != "" {
		h.Text(r.lang.Text("review.yearly-earlier", earlier))
	}
	if due != "" {
		h.Text(r.lang.Text("review.yearly-due", due))
	}
	h.Raw(`</p></div>`)
}

// otherSection writes a section that belongs to no theme. A level-3 section
// that no level-2 one comes before has its heading a level up, as the page has
// none above it.
func (r *review) otherSection(h *markup.HTML, s *Section) {
	if s.Empty {
		return
	}
	r.origins.note(s.Anchor, s.Pos)
	h.Raw(`<section class="theme"><h2`).Attr("id", s.Anchor).Raw(`>`)
	r.text(h, s.Heading, r.from)
	h.Raw(`</h2><div class="prose">`)
	r.section(h, s)
	h.Raw(`</div></section>`)
}
