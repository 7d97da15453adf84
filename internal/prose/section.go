package prose

import (
	"strconv"
	"strings"
	"unicode"

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
	anchor  string
	pos     diag.Pos
	heading place // where the heading's text begins
	text    place // where it ends and the section's text begins
}

// section begins a section at a heading. A heading of level 1, which mailed
// documents begin with, stands on level 2: the page has its own title.
func (w *writer) section(n ast.Node, level int) {
	m := mark{level: max(level, 2), pos: w.pos(n.Pos()), heading: w.here()}
	w.plain = w.plain[:0]
	w.inlines(n)
	m.title = strings.TrimSpace(string(w.plain))
	m.anchor = w.anchor(n, m.title)
	m.text = w.here()
	w.marks = append(w.marks, m)
}

// heading writes a heading that begins no section: below level 3, or in a quote
// or a list, where it stands below the section's own.
func (w *writer) heading(n ast.Node, level int) {
	tag := [...]string{"h4", "h5", "h6"}[max(level, 4)-4]
	anchor := w.anchor(n, string(w.appendPlain(nil, n)))
	w.deeper = append(w.deeper, anchor)
	w.raw("<" + tag + ` id="`)
	w.id(anchor)
	w.raw(`">`)
	w.plain = w.plain[:0]
	w.inlines(n)
	w.raw("</" + tag + ">\n")
}

// anchor returns the heading's explicit id, or one made of its text.
func (w *writer) anchor(n ast.Node, title string) string {
	if w.used == nil {
		w.used = map[string]int{}
	}
	if id, ok := explicitID(n); ok {
		name := string(w.text[id.Start:id.Stop])
		switch {
		case !model.ValidID(name):
			d := w.faults.Error(w.pos(id.Start), "bad-anchor", name)
			if lower := strings.ToLower(name); model.ValidID(lower) {
				d.WithHint("hint-did-you-mean", lower)
			}
		case w.used[name] > 0:
			w.faults.Error(w.pos(id.Start), "duplicate-anchor", name)
		default:
			w.used[name] = 1
			return name
		}
	}
	return w.unique("u-" + slug(title))
}

// unique adds -2, -3, … to a name that the document has already.
func (w *writer) unique(name string) string {
	for {
		w.used[name]++
		n := w.used[name]
		if n == 1 {
			return name
		}
		if next := name + "-" + strconv.Itoa(n); w.used[next] == 0 {
			w.used[next] = 1
			return next
		}
	}
}

// slug makes an anchor of a title: its letters and digits of any script in
// lower case, and a hyphen for what is between them.
func slug(title string) string {
	var b strings.Builder
	b.Grow(len(title))
	gap := false
	for _, r := range title {
		if !isCommonHan(r) {
			if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
				gap = b.Len() > 0
				continue
			}
			r = unicode.ToLower(r)
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
