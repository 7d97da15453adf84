package site

import (
	"net/url"
	"path"
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// prose is a document as it stands on a page: its texts, and whose figures its
// bindings mean where they do not say.
type prose struct {
	doc    *Doc
	home   Address // the page that the document's own files lie beside
	folder string  // where the document lies in the portfolio
	scope  Scope
	period Period
	copy   string                          // tells the ids of a second showing on the page from those of the first; "" for the first
	ids    string                          // tells the ids of a document quoted on a page from those of the others
	live   map[int]*audience.TrackedAction // the actions in the state of today, by their index; nil: as written
	top    int                             // the level of its level-2 headings on the page; 0 where the page writes them itself
}

// text writes a text with its references filled in for this page.
func (p *page) text(h *markup.HTML, t Text, from prose) {
	at := 0
	for i := range t.Refs {
		ref := &t.Refs[i]
		h.Trusted(t.HTML[at:ref.At])
		at = ref.At
		switch ref.Kind {
		case audience.FigureRef:
			p.bound(h, ref.Figure, from)
		case audience.LinkStart:
			p.link(h, ref.Link, from)
		case audience.ImageRef:
			p.image(h, ref.Image, from)
		case audience.ActionStart:
			now := from.live[ref.Action]
			p.actionBox(h, from.doc.Actions[ref.Action].Done || now != nil && now.Done)
		case audience.ActionEnd:
			p.actionEnd(h, &from.doc.Actions[ref.Action])
			p.stateToday(h, from.live[ref.Action])
		case audience.IDPrefix:
			// What refers to an id leads to the first showing.
			if from.copy != "" && !strings.HasSuffix(t.HTML[:at], "#") {
				h.Text(from.copy)
			}
			h.Text(from.ids).Text(from.doc.Prefix)
		}
	}
	h.Trusted(t.HTML[at:])
}

// link writes the start of an <a>; its text and end are the prose's own.
func (p *page) link(h *markup.HTML, l *audience.Link, from prose) {
	h.Raw(`<a`)
	if href := p.target(l, from); href != "" {
		h.Attr("href", href)
	}
	if l.Kind == audience.ToURL {
		h.Raw(` rel="noreferrer"`)
	}
	if l.Title != "" {
		h.Attr("title", l.Title)
	}
	h.Raw(`>`)
}

// target returns where a link leads from this page, "" where to nothing that
// the reader may see.
func (p *page) target(l *audience.Link, from prose) string {
	switch l.Kind {
	case audience.ToURL:
		return l.URL
	case audience.ToPerson:
		if _, ok := p.view.Person(l.Person); ok {
			return p.to(personAddress(l.Person), l.Fragment)
		}
	case audience.ToTeam:
		if _, ok := p.view.Team(l.Team); ok {
			return p.to(teamAddress(l.Team), l.Fragment)
		}
	case audience.ToReview:
		if p.view.HasReview(l.Period, l.Person) {
			return p.to(reviewAddress(l.Period, l.Person), l.Fragment)
		}
	case audience.ToPage:
		return p.to(pageAddress(l.Page), l.Fragment)
	case audience.ToHome:
		return p.to(home, l.Fragment)
	case audience.ToFile:
		return p.file(attachmentPath(from, l.File))
	case audience.ToSection:
		if from.home == p.at {
			return "#" + (&url.URL{Path: l.Fragment}).EscapedPath()
		}
		return p.to(from.home, l.Fragment)
	}
	return ""
}

func (p *page) image(h *markup.HTML, img *audience.Image, from prose) {
	h.Raw(`<img`).Attr("src", p.file(attachmentPath(from, img.File))).Attr("alt", img.Alt)
	if img.Title != "" {
		h.Attr("title", img.Title)
	}
	if img.Width > 0 && img.Height > 0 {
		h.Raw(` width="`).Int(img.Width).Raw(`" height="`).Int(img.Height).Raw(`"`)
	}
	h.Raw(` loading="lazy">`)
}

// attachmentPath is where a file of the portfolio lies in the site: beside the
// page of the document that links it, as it lies beside the document; a file
// from outside the document's folder keeps its way from content/.
func attachmentPath(from prose, file string) string {
	if rest, ok := strings.CutPrefix(file, from.folder+"/"); ok && path.Base(rest) != "index.html" {
		return string(from.home) + rest
	}
	return "files/" + strings.TrimPrefix(file, "content/")
}

// actionBox writes the box of an action: its state is a word for those who do
// not see it.
func (p *page) actionBox(h *markup.HTML, done bool) {
	if done {
		h.Raw(`<span class="box x"></span><span class="vh">`).Text(p.lang.Text("action.done")).Raw(`</span> `)
		return
	}
	h.Raw(`<span class="box"></span><span class="vh">`).Text(p.lang.Text("action.open")).Raw(`</span> `)
}

// actionEnd writes who does it and until when.
func (p *page) actionEnd(h *markup.HTML, a *audience.Action) {
	if a.Owner == "" && a.Due.IsZero() {
		return
	}
	h.Raw(` <span class="who">`)
	if a.Owner != "" {
		p.person(h, a.Owner)
	}
	if !a.Due.IsZero() {
		h.Raw(` <span class="nb">`).Text(p.lang.Text("action.due", p.day(a.Due))).Raw(`</span>`)
	}
	h.Raw(`</span>`)
}

// person writes a person's name as a link to the page, or the bare name of a
// reviewer who has none.
func (p *page) person(h *markup.HTML, id PersonID) {
	x, ok := p.view.Person(id)
	if !ok {
		h.Raw(`<bdi class="nb">`).Text(p.view.Name(id)).Raw(`</bdi>`)
		return
	}
	p.href(h.Raw(`<a class="nb"`), personAddress(id)).Raw(`><bdi>`).Text(x.Name).Raw(`</bdi></a>`)
}

// team writes a team's name as a link to its page of the period.
func (p *page) team(h *markup.HTML, id TeamID, q Period) {
	t, ok := p.view.Team(id)
	if !ok {
		return
	}
	to := teamAddress(id)
	if !q.IsZero() && q != p.latest {
		to = teamPeriodAddress(id, q)
	}
	p.href(h.Raw(`<a class="nb"`), to).Raw(`><bdi>`).Text(t.Name).Raw(`</bdi></a>`)
}

// day writes a date, without its year where that is the year of as_of.
func (s *Site) day(d Date) string {
	y, m, day := d.Civil()
	reference, _, _ := s.info.AsOf.Civil()
	return s.lang.Day(y, m, day, reference)
}

// bound writes a figure that is bound to the data: the number as its writer
// put it, linked to its definition, with how it came about.
func (p *page) bound(h *markup.HTML, b *audience.BoundFigure, from prose) {
	bound := p.view.Bound(b, from.scope, from.period)
	text := bound.Text
	if text == "" {
		text = "—"
	}
	if bound.Figure.Metric == nil {
		h.Text(text)
		return
	}
	p.tips++
	h.Raw(`<span class="has-tip"><a class="bind"`).Attr("href", p.to(metricsAddress, "m-"+string(b.Metric)))
	h.Raw(` aria-describedby="t`).Int(p.tips).Raw(`">`).Text(text).Raw(`</a><span class="tip" role="tooltip" id="t`).Int(p.tips).Raw(`">`)
	p.explanation(h, bound.Figure)
	h.Raw(`</span></span>`)
	p.noteFigure(bound.Figure, b.Pos)
}

// aboutID is the id of the prose of a person's or team's own file.
const aboutID = "about"

// intro is the prose of a person's or team's own file.
func (p *page) intro(d Doc, from prose) Block {
	h := new(markup.HTML)
	from.doc, from.top = &d, 3
	p.whole(h, from)
	if h.Len() == 0 {
		return Block{}
	}
	out := new(markup.HTML)
	out.Raw(`<div class="prose">`).Add(h).Raw(`</div>`)
	return Block{ID: aboutID, Title: p.lang.Text("section.about"), Body: p.place(out)}
}

// whole writes a document from beginning to end.
func (p *page) whole(h *markup.HTML, from prose) {
	p.text(h, from.doc.Intro, from)
	p.sections(h, from.doc.Sections, from)
}

// sections writes sections with their headings: those of level 2 at from.top.
func (p *page) sections(h *markup.HTML, list []Section, from prose) {
	for i := range list {
		s := &list[i]
		open, end := heading(from.top + s.Level - 2)
		h.Raw(open).Attr("id", s.Anchor).Raw(`>`)
		p.text(h, s.Heading, from)
		h.Raw(end)
		p.origins.note(s.Anchor, s.Pos)
		p.text(h, s.Text, from)
		p.sections(h, s.Sections, from)
	}
}

// heading returns the tags of a heading, the first still open for attributes.
func heading(level int) (open, end markup.Constant) {
	switch level {
	case 2:
		return `<h2`, `</h2>`
	case 3:
		return `<h3`, `</h3>`
	}
	return `<h4`, `</h4>`
}
