package site

import (
	"html/template"
	"io"
)

// listPage is a page that is one long list: cases, actions, metrics.
type listPage struct {
	Common
	Head   Head
	Blocks []template.HTML
	Parts  template.HTML
}

func (p *page) list(kind, key string, at Address, head Head, data listPage, w io.Writer) error {
	data.Common, data.Head = p.common(), head
	return p.write(w, where{
		kind: kind, title: p.lang.Text(key), entry: at,
		crumbs: append(p.teamCrumbs(p.view.Root()), crumb{name: p.lang.Text(key)}),
	}, data)
}
