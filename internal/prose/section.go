package prose

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A place is a boundary in what was written.
type place struct{ html, ref, chars int }

func (w *writer) here() place { return place{len(w.html), len(w.refs), w.chars} }

// A mark is a heading that begins a section.
type mark struct {
	level   int
	title   string
	asTitle bool   // the heading's HTML is its title too
	anchor  string // with the prefix
	pos     diag.Pos
	theme   model.ThemeID // that the heading's explicit id names
	heading place         // where the heading's text begins
	text    place         // where it ends and the section's text begins
}

// section begins a section at a heading. A heading of level 1, which mailed
// documents begin with, stands on level 2: the page has its own title.
func (w *writer) section(n ast.Node, level int) {
	m := mark{level: max(level, 2), pos: w.pos(n.Pos()), heading: w.here()}
	w.plain = w.plain[:0]
	w.inlines(n)
	title := bytes.TrimSpace(w.plain)
	if m.asTitle = bytes.Equal(title, w.html[m.heading.html:]); !m.asTitle {
		m.title = string(title)
	}
	if id, ok := explicitID(n); ok && m.level == 2 {
		m.theme = w.themes[string(w.text[id.Start:id.Stop])]
	}
	m.anchor = w.anchor(n, title, m.theme != "")
	m.text = w.here()
	w.marks = append(w.marks, m)
}

// heading writes a heading that begins no section: below level 3, or in a quote
// or a list, where it stands below the section's own.
func (w *writer) heading(n ast.Node, level int) {
	tag := [...]string{"h4", "h5", "h6"}[max(level, 4)-4]
	w.plain = w.appendPlain(w.plain[:0], n)
	name := w.anchor(n, w.plain, false)[len(w.prefix):]
	w.deeper = append(w.deeper, name)
	w.raw("<" + tag + ` id="`)
	w.id(name)
	w.raw(`">`)
	w.plain = w.plain[:0]
	w.inlines(n)
	w.raw("</" + tag + ">\n")
}

// anchor returns the heading's explicit id, or one made of its title, behind the
// prefix. What is shared may stand at several headings: the first has it.
func (w *writer) anchor(n ast.Node, title []byte, shared bool) string {
	if id, ok := explicitID(n); ok {
		name := string(w.text[id.Start:id.Stop])
		switch {
		case !model.ValidID(name):
			d := w.faults.Error(w.pos(id.Start), "bad-anchor", name)
			if lower := strings.ToLower(name); model.ValidID(lower) {
				d.WithHint("hint-did-you-mean", lower)
			}
		case w.used[name] > 0 && shared:
		case w.used[name] > 0:
			w.faults.Error(w.pos(id.Start), "duplicate-anchor", name)
		default:
			w.used[name] = 1
			return w.prefix + name
		}
	}
	w.name = appendSlug(append(append(w.name[:0], w.prefix...), "u-"...), title)
	return w.unique(string(w.name))
}

// unique adds -2, -3, … to an anchor that the document has already.
func (w *writer) unique(anchor string) string {
	for name := anchor[len(w.prefix):]; ; {
		w.used[name]++
		n := w.used[name]
		if n == 1 {
			return anchor
		}
		if next := name + "-" + strconv.Itoa(n); w.used[next] == 0 {
			w.used[next] = 1
			return w.prefix + next
		}
	}
}

// appendSlug appends what an anchor says of a title: its letters and digits of
// any script in lower case, and a hyphen for what is between them.
func appendSlug(b, title []byte) []byte {
	start, gap := len(b), false
	for len(title) > 0 {
		r, size := utf8.DecodeRune(title)
		title = title[size:]
		if !isCommonHan(r) {
			if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
				gap = len(b) > start
				continue
			}
			r = unicode.ToLower(r)
		}
		if gap {
			b = append(b, '-')
			gap = false
		}
		b = utf8.AppendRune(b, r)
	}
	if len(b) == start {
		return append(b, "section"...)
	}
	return b
}
