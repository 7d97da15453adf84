package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/markup"
)

// otherPage is a guide or a policy.
type otherPage struct {
	Common
	Head Head
	Body template.HTML
}

// pageProse is any text of another page.
func pageProse(id PageID) prose {
	return prose{home: pageAddress(id), folder: "content/pages", top: 2}
}

// writeOther writes the page at a place in Pages.
func (p *page) writeOther(w io.Writer, at int) error {
	x := p.view.Pages()[at]
	from := pageProse(x.ID)
	from.doc = &x.Body
	p.origins.note("", diag.Whole(x.File))
	h := new(markup.HTML)
	h.Raw(`<div class="prose">`)
	p.whole(h, from)
	h.Raw(`</div>`)
	data := otherPage{Common: p.common(), Head: Head{Headline: x.Title}, Body: p.place(h)}
	return p.write(w, where{
		kind: "page", title: x.Title, entry: p.at,
		crumbs: append(p.teamCrumbs(p.view.Root()), crumb{name: x.Title}),
	}, data)
}
