package prose

import (
	"strconv"

	east "github.com/yuin/goldmark/extension/ast"
)

// note and noteReference name a footnote and the places that refer to it, the
// first of which is 0.
func note(n int) string { return "fn-" + strconv.Itoa(n) }

func noteReference(n, reference int) string {
	name := "fnref-" + strconv.Itoa(n)
	if reference > 0 {
		name += "-" + strconv.Itoa(reference+1)
	}
	return name
}

func (w *writer) noteLink(n *east.FootnoteLink) {
	w.raw(`<sup id="`)
	w.id(noteReference(n.Index, n.RefIndex))
	if w.linked { // a link is in no other
		w.raw(`">`)
		w.number(n.Index)
		w.raw("</sup>")
		return
	}
	w.raw(`"><a href="#`)
	w.id(note(n.Index))
	w.raw(`">`)
	w.number(n.Index)
	w.raw("</a></sup>")
}

// backlink leads from a footnote to where it is referred to. Its text is the
// same in every language.
func (w *writer) backlink(n *east.FootnoteBacklink) {
	w.raw(` <a href="#`)
	w.id(noteReference(n.Index, n.RefIndex))
	w.raw(`">↩`)
	w.number(n.Index)
	if n.RefIndex > 0 {
		w.raw("-")
		w.number(n.RefIndex + 1)
	}
	w.raw("</a>")
}

func (w *writer) footnotes(list *east.FootnoteList) {
	w.notes = true
	w.raw(`<ol class="notes">` + "\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		w.raw(`<li id="`)
		w.id(note(n.(*east.Footnote).Index))
		w.raw(`">`)
		w.blocks(n)
		w.raw("</li>\n")
	}
	w.raw("</ol>\n")
}
