package prose

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) inlines(parent ast.Node) {
	if line, ok := parent.(*plainLine); ok {
		words := line.words.Value(w.text)
		w.plain = append(w.plain, words...)
		w.escaped(words)
		return
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.words(n)
	case *ast.CodeSpan:
		w.wrapped("code", n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrapped("strong", n)
		} else {
			w.wrapped("em", n)
		}
	case *east.Strikethrough:
		w.wrapped("del", n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *east.FootnoteLink:
		w.noteLink(n)
	case *east.FootnoteBacklink:
		w.backlink(n)
	case *action:
		w.beginAction(n)
	}
}

func (w *writer) wrapped(tag string, n ast.Node) {
	w.html = append(append(append(w.html, '<'), tag...), '>')
	w.inlines(n)
	w.html = append(append(append(w.html, '<', '/'), tag...), '>')
}

// words writes text with the line break behind it.
func (w *writer) words(n *ast.Text) {
	from := len(w.plain)
	w.plain = w.appendText(w.plain, n)
	w.escaped(w.plain[from:])
	switch {
	case n.HardLineBreak():
		w.raw("<br>\n")
		w.plain = append(w.plain, ' ')
	case n.SoftLineBreak() && w.parts(w.plain, n):
		w.raw("\n")
		w.plain = append(w.plain, ' ')
	}
	if !n.IsRaw() {
		w.findComment(n)
	}
}

// findComment tells a comment that nothing closes before its paragraph ends:
// readers would see it.
func (w *writer) findComment(n *ast.Text) {
	at := n.Segment.Start
	i := bytes.IndexByte(w.text[at:n.Segment.Stop], '<')
	if i >= 0 && bytes.HasPrefix(w.text[at+i:], commentOpen) && (at+i == 0 || w.text[at+i-1] != '\\') {
		w.commentOpen(at + i)
	}
}

func (w *writer) commentOpen(at int) {
	w.faults.Error(w.pos(at), "comment-open").WithHint("hint-comment-close")
}

// appendText appends what a text says.
func (w *writer) appendText(b []byte, n *ast.Text) []byte {
	value := n.Segment.Value(w.text)
	if !n.IsRaw() {
		return appendDecoded(b, value)
	}
	from := len(b)
	b = append(b, value...)
	for i := from; i < len(b); i++ {
		if b[i] == '\n' {
			b[i] = ' '
		}
	}
	return b
}

// parts reports whether the line break behind n is a space; plain ends with n.
func (w *writer) parts(plain []byte, n ast.Node) bool {
	before, _ := utf8.DecodeLastRune(plain)
	return !joins(before, w.firstRune(n.NextSibling()))
}

// firstRune returns the character that the inline nodes from n on begin with.
func (w *writer) firstRune(n ast.Node) rune {
	for n != nil {
		switch t := n.(type) {
		case *ast.Text:
			if !t.Segment.IsEmpty() {
				r, _ := utf8.DecodeRune(w.text[t.Segment.Start:t.Segment.Stop])
				return r
			}
			n = n.NextSibling()
		case *ast.RawHTML:
			n = n.NextSibling()
		default:
			n = n.FirstChild()
		}
	}
	return utf8.RuneError
}

// appendPlain appends what the inline nodes inside n say, without markup.
func (w *writer) appendPlain(b []byte, parent ast.Node) []byte {
	if line, ok := parent.(*plainLine); ok {
		return append(b, line.words.Value(w.text)...)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b = w.appendText(b, n)
			if n.HardLineBreak() || n.SoftLineBreak() && w.parts(b, n) {
				b = append(b, ' ')
			}
		case *ast.AutoLink:
			b = append(b, n.Label(w.text)...)
		default:
			b = w.appendPlain(b, n)
		}
	}
	return b
}

// rawHTML drops a tag and tells it, but for the end of one already told.
func (w *writer) rawHTML(n *ast.RawHTML) {
	at := n.Segments.At(0).Start
	tag := w.text[at:]
	if bytes.HasPrefix(tag, commentOpen) || w.tagged && bytes.HasPrefix(tag, []byte("</")) {
		return
	}
	w.tagged = true
	w.warnHTML(at)
}

// warnHTML tells that the raw HTML at a place is dropped.
func (w *writer) warnHTML(at int) {
	tag := w.text[at:]
	if i := bytes.IndexAny(tag, " \t\n>"); i >= 0 {
		tag = tag[:i]
	}
	w.faults.Warn(w.pos(at), "raw-html", string(tag)+">").WithHint("hint-markdown")
}
