package prose

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a frame that scrolls sideways. What scrolls takes
// the focus, and what takes the focus has a name: the words of its head.
func (w *writer) table(n *east.Table) {
	w.raw(`<div class="tw" tabindex="0"`)
	if name := w.headWords(n.FirstChild()); len(name) > 0 {
		w.raw(` role="group" aria-label="`)
		w.escaped(name)
		w.raw(`"`)
	}
	w.raw("><table>\n<thead>\n")
	w.row(n.FirstChild(), "th")
	w.raw("</thead>\n")
	if first := n.FirstChild().NextSibling(); first != nil {
		w.raw("<tbody>\n")
		for row := first; row != nil; row = row.NextSibling() {
			w.row(row, "td")
		}
		w.raw("</tbody>\n")
	}
	w.raw("</table></div>\n")
}

// headWords returns the texts of a table's head.
func (w *writer) headWords(head ast.Node) []byte {
	var name []byte
	for cell := head.FirstChild(); cell != nil; cell = cell.NextSibling() {
		from := len(name)
		if from > 0 {
			name = append(name, ", "...)
		}
		text := len(name)
		if name = w.appendPlain(name, cell); len(name) == text {
			name = name[:from]
		}
	}
	return name
}

func (w *writer) row(row ast.Node, tag string) {
	w.raw("<tr>")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		w.cell(n.(*east.TableCell), tag)
	}
	w.raw("</tr>\n")
}

func (w *writer) cell(n *east.TableCell, tag string) {
	if !n.HasChildren() {
		tag = "td" // an empty cell heads nothing
	}
	if tag == "th" {
		w.raw(`<th scope="col"`)
	} else {
		w.raw("<td")
	}
	switch n.Alignment {
	case east.AlignRight:
		w.raw(` class="n"`)
	case east.AlignCenter:
		w.raw(` class="c"`)
	}
	w.raw(">")
	w.content(n)
	w.raw("</")
	w.raw(tag)
	w.raw(">")
}
