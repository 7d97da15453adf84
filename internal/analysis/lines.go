package analysis

import (
	"html"
	"strings"
	"unicode/utf8"

	"reviewfolio/internal/model"
)

// A Line is a heading, or a paragraph, an item or a row of a table, as plain
// text: what readers see of it, without how it looks and where links lead.
type Line struct {
	Text  string
	Level int // of a heading: 2 and deeper; 0 of other lines
}

// linesOf returns the text of a report, line by line. Spaces and how the
// source is broken into lines make no difference, nor do notes to the writer.
func linesOf(r *model.Report) []Line {
	var w lineWriter
	w.write(r.Title, 0)
	w.text(&r.Body, &r.Body.Intro)
	w.sections(&r.Body, r.Body.Sections)
	return w.lines
}

type lineWriter struct {
	lines []Line
	line  strings.Builder
}

func (w *lineWriter) sections(d *model.Doc, list []model.Section) {
	for i := range list {
		s := &list[i]
		w.write(s.Title, s.Level)
		w.text(d, &s.Text)
		w.sections(d, s.Sections)
	}
}

// write adds a line, unless there is nothing in it.
func (w *lineWriter) write(text string, level int) {
	if text = squeezed(text); text != "" {
		w.lines = append(w.lines, Line{text, level})
	}
}

// end ends the line that was gathered.
func (w *lineWriter) end(level int) {
	w.write(html.UnescapeString(w.line.String()), level)
	w.line.Reset()
}

// text adds the lines of a text of the document. Package prose writes it, so
// that a tag begins at every < and its attributes hold no >.
func (w *lineWriter) text(d *model.Doc, t *model.Text) {
	at := 0
	for i := range t.Refs {
		ref := &t.Refs[i]
		w.html(t.HTML[at:ref.At])
		w.ref(d, ref)
		at = ref.At
	}
	w.html(t.HTML[at:])
	w.end(0)
}

func (w *lineWriter) html(s string) {
	for s != "" {
		text, rest, tagged := strings.Cut(s, "<")
		w.line.WriteString(text)
		if !tagged {
			return
		}
		var tag string
		tag, s, _ = strings.Cut(rest, ">")
		w.tag(tag)
	}
}

// tag does what a tag does to lines.
func (w *lineWriter) tag(tag string) {
	name, _, _ := strings.Cut(tag, " ")
	switch name {
	case "/td", "/th":
		w.line.WriteString("\t")
	case "h4", "h5", "h6", "p", "li", "tr", "ul", "ol", "pre", "blockquote", "/li", "/tr", "/p", "br", "/pre":
		w.end(0)
	case "/h4", "/h5", "/h6":
		w.end(int(name[2] - '0'))
	}
}

// ref adds what a reference shows without knowing the page: of a figure the
// number that is written, of an action its state, its owner and its day.
func (w *lineWriter) ref(d *model.Doc, r *model.Ref) {
	switch r.Kind {
	case model.FigureRef:
		text := r.Figure.Text
		if text == "" {
			text = "[" + string(r.Figure.Metric) + "]"
		}
		w.line.WriteString(html.EscapeString(text))
	case model.ImageRef:
		w.line.WriteString(html.EscapeString("[" + r.Image.Alt + "]"))
	case model.ActionStart:
		if d.Actions[r.Action].Done {
			w.line.WriteString("☑ ")
		} else {
			w.line.WriteString("☐ ")
		}
	case model.ActionEnd:
		a := &d.Actions[r.Action]
		if a.Owner != "" {
			w.line.WriteString(" @" + string(a.Owner))
		}
		if !a.Due.IsZero() {
			w.line.WriteString(" " + a.Due.String())
		}
	}
}

// squeezed returns the text with one space where there are more, with none
// between two characters of a script that has no spaces, and with cells apart.
func squeezed(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last, space, cell := rune(0), false, false
	for _, r := range s {
		switch r {
		case '\t':
			space, cell = true, true
			continue
		case ' ', '\n', '\r', '\u00a0', '\u3000':
			space = true
			continue
		}
		switch {
		case last == 0:
		case cell:
			b.WriteString(" | ")
		case space && !(isWide(last) && isWide(r)):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, space, cell = r, false, false
	}
	return b.String()
}

// isWide reports whether the script of a character has no spaces.
func isWide(r rune) bool { return r >= 0x2e80 && r != utf8.RuneError }
