package prose

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// parse reads Markdown without front matter and wants no fault of it.
func parse(t *testing.T, markdown string) model.Doc {
	t.Helper()
	doc, faults := Parse("a.md", []byte(markdown), 0, "", nil)
	if len(faults) > 0 {
		t.Errorf("%q: faults %v", markdown, told(faults))
	}
	return doc
}

// told prints faults as line:col code, in order of place.
func told(l diag.List) []string {
	l.Sort()
	var s []string
	for _, d := range l {
		s = append(s, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Message.Key))
	}
	return s
}

// show prints a document as a page would, references in ‹›.
func show(doc model.Doc) string {
	var b strings.Builder
	b.WriteString(showText(doc.Intro))
	for _, s := range doc.Sections {
		showSection(&b, s)
	}
	return b.String()
}

func showSection(b *strings.Builder, s model.Section) {
	fmt.Fprintf(b, "<h%d id=%q>%s</h%d>\n%s", s.Level, s.Anchor, showText(s.Heading), s.Level, showText(s.Text))
	for _, inner := range s.Sections {
		showSection(b, inner)
	}
}

func showText(t model.Text) string {
	var b strings.Builder
	at := 0
	for _, r := range t.Refs {
		b.WriteString(t.HTML[at:r.At])
		at = r.At
		switch r.Kind {
		case model.FigureRef:
			fmt.Fprintf(&b, "‹%s %d %s›", r.Figure.Metric, r.Figure.Field, r.Figure.Text)
		case model.LinkStart:
			fmt.Fprintf(&b, "‹%s%s%s›", r.Link.URL, r.Link.Person, r.Link.Team)
			if r.Link.Kind == 0 {
				fmt.Fprintf(&b, "‹%s›", r.Link.Raw)
			}
		case model.ImageRef:
			fmt.Fprintf(&b, "‹img %s %s›", r.Image.Raw, r.Image.Alt)
		case model.ActionStart:
			fmt.Fprintf(&b, "‹%d›", r.Action)
		case model.ActionEnd:
			fmt.Fprintf(&b, "‹/%d›", r.Action)
		}
	}
	b.WriteString(t.HTML[at:])
	return b.String()
}

// paragraph strips the <p> of a text that is one paragraph.
func paragraph(t *testing.T, markdown string) string {
	t.Helper()
	html := show(parse(t, markdown))
	inner, ok := strings.CutPrefix(html, "<p>")
	inner, end := strings.CutSuffix(inner, "</p>\n")
	if !ok || !end || strings.Contains(inner, "<p>") {
		t.Errorf("%q is not one paragraph: %s", markdown, html)
	}
	return inner
}
