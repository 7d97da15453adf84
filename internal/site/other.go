package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// otherPage is a guide or a policy.
type otherPage struct {
	Common
	Head Head
	Body template.HTML
}

func (a *adder) otherPages() {
	for _, x := range a.view.Pages() {
		from := prose{doc: &x.Body, home: pageAddress(x.ID), folder: "content/pages", top: 2}
		a.attached(from, &x.Body)
		a.page(pageAddress(x.ID), func(p *page, w io.Writer) error { return p.writeOther(w, x, from) })
	}
}

func (p *page) writeOther(w io.Writer, x audience.Page, from prose) error {
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
