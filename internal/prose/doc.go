package prose

import "reviewfolio/internal/model"

// doc cuts what was written at its marks. All texts share one string and one
// list of references.
func (w *writer) doc() model.Doc {
	html := string(w.html)
	doc := model.Doc{Prefix: w.prefix, Deeper: w.deeper, Actions: w.actions, Notes: w.notes}
	doc.Intro = w.cut(html, place{}, w.textEnd(-1))
	deep := 0
	for i := range w.marks {
		if w.marks[i].level == 3 {
			deep++
		}
	}
	doc.Sections = make([]model.Section, 0, len(w.marks)-deep)
	inner := make([]model.Section, 0, deep)
	for i := range w.marks {
		s := w.sectionAt(html, i)
		if n := len(doc.Sections); s.Level == 3 && n > 0 && doc.Sections[n-1].Level == 2 {
			inner = append(inner, s)
			parent := &doc.Sections[n-1]
			parent.Sections = inner[len(inner)-len(parent.Sections)-1:]
			parent.Chars += s.Chars
			parent.Empty = parent.Empty && s.Empty
			continue
		}
		doc.Sections = append(doc.Sections, s)
	}
	return doc
}

func (w *writer) sectionAt(html string, i int) model.Section {
	m := &w.marks[i]
	said := w.said(i)
	heading, title := w.cut(html, m.heading, m.text), m.title
	if m.asTitle {
		title = heading.HTML
	}
	return model.Section{
		Level:   m.level,
		Title:   title,
		Heading: heading,
		Anchor:  m.anchor,
		Theme:   m.theme,
		Text:    w.cut(html, m.text, w.textEnd(i)),
		Empty:   said.html == m.text.html && said.ref == m.text.ref,
		Chars:   said.chars - m.text.chars,
		Pos:     m.pos,
	}
}

// textEnd returns where the text of mark i ends; -1 is the intro.
func (w *writer) textEnd(i int) place {
	if i+1 < len(w.marks) {
		return w.marks[i+1].heading
	}
	return w.here()
}

// said returns where what mark i says itself ends. The footnotes, which come
// last, stand in the last section's text, but do not fill it.
func (w *writer) said(i int) place {
	if i+1 < len(w.marks) {
		return w.marks[i+1].heading
	}
	return w.end
}

func (w *writer) cut(html string, from, to place) model.Text {
	refs := w.refs[from.ref:to.ref:to.ref]
	for i := range refs {
		refs[i].At -= from.html
	}
	return model.Text{HTML: html[from.html:to.html], Refs: refs}
}
