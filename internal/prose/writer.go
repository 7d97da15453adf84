package prose

import (
	"bytes"
	"strconv"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A writer goes once through the tree and writes all HTML of a document into
// one buffer; marks remember where its sections begin.
type writer struct {
	body
	prefix  string
	themes  map[string]model.ThemeID // that a heading of level 2 may carry as its id, each several times
	html    []byte
	plain   []byte // what the block at hand says, without markup
	refs    []model.Ref
	actions []model.Action
	marks   []mark
	deeper  []string       // anchors of headings below level 3
	used    map[string]int // names of headings, how often each was wanted
	name    []byte         // the one being made
	chars   int            // visible characters so far, headings apart
	end     place          // where the footnotes begin
	action  *action        // whose text is being written
	tagged  bool           // the block at hand has raw HTML
	linked  bool           // the text of a link is being written
	depth   int            // of quotes and lists
	notes   bool
	faults  diag.List
}

// writers are kept from file to file: their buffers grow to the size of a
// document, and a portfolio has ten thousands of them.
var writers = sync.Pool{New: func() any { return &writer{used: map[string]int{}} }}

// reset lets go of a document, and keeps the memory that is not part of it.
func (w *writer) reset() {
	clear(w.used)
	clear(w.marks)
	*w = writer{
		body:  body{lines: w.lines[:0], returns: w.returns[:0]},
		html:  w.html[:0],
		plain: w.plain[:0],
		marks: w.marks[:0],
		used:  w.used,
		name:  w.name[:0],
	}
}

func (w *writer) document(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level <= 3 {
				w.section(n, n.Level)
				continue
			}
		case *plainLine:
			if n.level > 0 && n.level <= 3 {
				w.section(n, n.level)
				continue
			}
		case *east.FootnoteList:
			w.end = w.here()
			w.footnotes(n)
			return // they are the last
		}
		w.block(n)
	}
	w.end = w.here()
}

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.textBlock(n)
	case *plainLine:
		w.plainLine(n)
	case *ast.List:
		w.nested(n, func() { w.list(n) })
	case *ast.Blockquote:
		w.nested(n, func() {
			w.raw("<blockquote>\n")
			w.blocks(n)
			w.raw("</blockquote>\n")
		})
	case *ast.Heading:
		w.heading(n, n.Level)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		w.code(n)
	case *ast.ThematicBreak:
		w.raw("<hr>\n")
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *east.Table:
		w.table(n)
	case *east.FootnoteBacklink:
		w.backlink(n)
	}
}

// raw writes HTML of our own.
func (w *writer) raw(s string) { w.html = append(w.html, s...) }

// escaped writes text.
func (w *writer) escaped(s []byte) { w.html = appendEscaped(w.html, s) }

func (w *writer) number(n int) { w.html = strconv.AppendInt(w.html, int64(n), 10) }

// id writes an id that is unique in the document. A page that shows several
// documents writes something of its own before it.
func (w *writer) id(name string) {
	w.ref(model.Ref{Kind: model.IDPrefix})
	w.escaped([]byte(w.prefix))
	w.escaped([]byte(name))
}

func (w *writer) ref(r model.Ref) {
	r.At = len(w.html)
	w.refs = append(w.refs, r)
}

// content writes the inline content of a block.
func (w *writer) content(n ast.Node) {
	w.plain, w.tagged = w.plain[:0], false
	w.inlines(n)
	w.chars += visible(w.plain)
	if w.action != nil {
		w.endAction()
	}
}

// visible counts the characters of s that are not spaces.
func visible(s []byte) int {
	n := 0
	for _, c := range s {
		if c > ' ' && c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// paragraph writes nothing where nothing but comments is.
func (w *writer) paragraph(n ast.Node) {
	before := w.here()
	w.raw("<p>")
	w.content(n)
	if len(w.refs) == before.ref && len(bytes.TrimSpace(w.html[before.html+len("<p>"):])) == 0 {
		w.html = w.html[:before.html]
		return
	}
	w.raw("</p>\n")
}

// textBlock writes a paragraph of a tight list.
func (w *writer) textBlock(n ast.Node) {
	w.content(n)
	if n.NextSibling() != nil {
		w.raw("\n")
	}
}

func (w *writer) plainLine(n *plainLine) {
	switch {
	case n.level > 0:
		w.heading(n, n.level)
	case n.isTight():
		w.textBlock(n)
	default:
		w.paragraph(n)
	}
}

// nested writes what may stand in itself, down to a depth that no reader
// follows.
func (w *writer) nested(n ast.Node, write func()) {
	if w.depth == maxNesting {
		w.faults.Error(w.pos(n.Pos()), "nesting", maxNesting)
		return
	}
	w.depth++
	write()
	w.depth--
}

func (w *writer) list(n *ast.List) {
	end := "</ul>\n"
	if n.IsOrdered() {
		end = "</ol>\n"
		w.raw("<ol")
		if n.Start != 1 {
			w.raw(` start="`)
			w.number(n.Start)
			w.raw(`"`)
		}
		w.raw(">\n")
	} else {
		w.raw("<ul>\n")
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if isAction(item) {
			w.raw(`<li class="task">`)
		} else {
			w.raw("<li>")
		}
		w.blocks(item)
		w.raw("</li>\n")
	}
	w.raw(end)
}

func (w *writer) code(n ast.Node) {
	// What scrolls must take the focus, for those who have no mouse.
	w.raw(`<pre tabindex="0"><code>`)
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		code := line.Value(w.text)
		w.escaped(code)
		w.chars += visible(code)
	}
	w.raw("</code></pre>\n")
}

// htmlBlock drops a block of raw HTML; a comment silently.
func (w *writer) htmlBlock(n *ast.HTMLBlock) {
	switch {
	case n.HTMLBlockType != ast.HTMLBlockType2:
		w.warnHTML(n.Pos())
	case !n.HasClosure():
		w.commentOpen(n.Pos())
	}
}
