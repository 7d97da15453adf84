package prose

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

func (w *writer) link(n *ast.Link) {
	t := newTarget(decoded(n.Destination))
	if t.scheme == "metric" {
		w.figure(n, t)
		return
	}
	link, ok := t.link(w.pos(w.destination(n.Destination, n.Reference, n.Pos())), &w.faults)
	if !ok {
		w.inlines(n)
		return
	}
	link.Title = decoded(n.Title)
	start := w.here()
	w.ref(model.Ref{Kind: model.LinkStart, Link: &link})
	w.linked = true
	w.inlines(n)
	w.linked = false
	if len(w.html) == start.html && len(w.refs) == start.ref+1 {
		w.faults.Warn(w.pos(n.Pos()), "link-text")
		w.refs = w.refs[:start.ref]
		return
	}
	w.raw("</a>")
}

func decoded(s []byte) string { return string(appendDecoded(nil, s)) }

// destination returns where the address of a link is written; of a link by
// reference, where the link is.
func (w *writer) destination(address []byte, by *ast.ReferenceLink, link int) int {
	if at := w.within(address); at >= 0 && by == nil {
		return at
	}
	return link
}

// autoLink writes an address that is its own text. In the text of a link it is
// no other link.
func (w *writer) autoLink(n *ast.AutoLink) {
	label, address := n.Label(w.text), string(n.URL(w.text))
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + string(label)
	}
	pos := w.pos(w.destination(label, nil, n.Pos()))
	t := newTarget(address)
	link, ok := model.Link{}, false
	switch {
	case w.linked:
	case t.scheme == "metric":
		w.faults.Error(pos, "figure-syntax.place").WithHint("hint-write", "[]("+address+")")
	default:
		link, ok = t.link(pos, &w.faults)
	}
	if ok {
		w.ref(model.Ref{Kind: model.LinkStart, Link: &link})
	}
	w.plain = append(w.plain, label...)
	w.escaped(label)
	if ok {
		w.raw("</a>")
	}
}

// image leaves a reference to an image, or its words where it is refused.
func (w *writer) image(n *ast.Image) {
	at := w.destination(n.Destination, n.Reference, n.Pos())
	t := newTarget(decoded(n.Destination))
	alt := w.appendPlain(nil, n)
	pos := w.pos(at)
	if !t.image(pos, &w.faults) {
		w.plain = append(w.plain, alt...)
		w.escaped(alt)
		return
	}
	w.ref(model.Ref{Kind: model.ImageRef, Image: &model.Image{
		Alt: string(alt), Title: decoded(n.Title), Raw: t.address, Pos: pos,
	}})
}

// figure leaves a reference to a bound figure; where its binding is at fault,
// the text stays.
func (w *writer) figure(n *ast.Link, t target) {
	at := w.within(n.Destination)
	if n.Reference != nil || at < 0 || string(n.Destination) != t.address {
		w.faults.Error(w.pos(n.Pos()), "figure-syntax.place").WithHint("hint-write", "[]("+t.address+")")
		w.inlines(n)
		return
	}
	rest := at + len(t.scheme) + len(":")
	place := func(i int) diag.Pos { return w.pos(rest + i) }
	f, ok := parseBinding(t.rest, place, &w.faults)
	f.Pos = w.pos(n.Pos() + 1)
	f.Start, f.End = w.offset(n.Pos()+1), w.offset(bytes.LastIndex(w.text[:at], []byte("](")))
	f.Before = string(lastRunes(w.plain))
	start, from := w.here(), len(w.plain)
	w.inlines(n)
	if !ok {
		return
	}
	f.Text = string(w.plain[from:])
	w.html, w.refs = w.html[:start.html], w.refs[:start.ref]
	w.ref(model.Ref{Kind: model.FigureRef, Figure: &f})
}

// lastRunes returns the end of a long text: the words that give a figure its
// direction stand near it.
func lastRunes(plain []byte) []byte {
	const enough = 512
	if len(plain) <= enough {
		return plain
	}
	plain = plain[len(plain)-enough:]
	for len(plain) > 0 && !utf8.RuneStart(plain[0]) {
		plain = plain[1:]
	}
	return plain
}
