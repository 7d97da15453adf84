package source

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"reviewfolio/internal/model"
)

// classify says what the sections of a document are for.
func (p *parser) classify(doc *model.Doc) {
	for i := range doc.Sections {
		s := &doc.Sections[i]
		id := strings.TrimPrefix(s.Anchor, doc.Prefix)
		switch p.place.kind {
		case reportFile:
			if s.Theme == "" {
				s.Theme = p.themeOf(s.Title, id)
			}
			if s.Theme == "cases" {
				for j := range s.Sections {
					sub := &s.Sections[j]
					if sub.Case = caseOf(sub.Title); sub.Case != model.NoCase {
						sub.Themes = p.caseThemes(sub)
					}
				}
			}
		case commentFile:
			s.Part, _ = partHeadings.find(s.Title)
			for j := range s.Sections {
				p.remark(doc, &s.Sections[j])
			}
			if s.Level == 3 { // a remark that stands in no part
				p.remark(doc, s)
			}
		case calibrationFile:
			s.Part, _ = partHeadings.find(s.Title)
		case logFile:
			if s.Level == 2 {
				p.logEntry(s)
			}
		}
	}
}

// themeOf returns the theme that a heading names, or that {#id} names.
func (l *lookup) themeOf(title, id string) model.ThemeID {
	if theme, ok := l.themes[id]; ok {
		return theme
	}
	theme, _ := l.themeHeadings.find(title)
	return theme
}

// remark finds the dimension and the theme that a level-3 heading of a comment
// speaks of: one such as 团队管理 names both.
func (p *parser) remark(doc *model.Doc, s *model.Section) {
	id := strings.TrimPrefix(s.Anchor, doc.Prefix)
	if d, ok := p.dimensions[id]; ok {
		s.Dimension = d
	} else if d, ok := p.dimensionHeadings.find(s.Title); ok {
		s.Dimension = d
	}
	s.Theme = p.themeOf(s.Title, id)
}

// caseWords are what an English heading of a case begins with.
var caseWords = map[string]model.Case{
	"success": model.Success, "successes": model.Success, "win": model.Success, "wins": model.Success,
	"failure": model.Failure, "failures": model.Failure, "loss": model.Failure, "losses": model.Failure,
}

// caseOf tells success from failure by how the heading begins. An English word
// is a whole one: a Winter story is no Win.
func caseOf(title string) model.Case {
	title = withoutNumber(title)
	switch folded := foldText(title); {
	case strings.HasPrefix(folded, "成功"):
		return model.Success
	case strings.HasPrefix(folded, "失败"):
		return model.Failure
	}
	return caseWords[firstWord(strings.ToLower(norm.NFKC.String(title)))]
}

// firstWord returns the letters that an English text begins with.
func firstWord(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz"))]
}

// logEntry reads the date that the heading of a talk begins with.
func (p *parser) logEntry(s *model.Section) {
	if len(s.Title) >= len("2026-08-12") {
		if date, ok := model.ParseDate(s.Title[:len("2026-08-12")]); ok {
			s.Date = date
			return
		}
	}
	p.faults.Warn(s.Pos, "log-date", s.Title).WithHint("hint-log-date")
}

// anchorsOf returns the ids of a document's headings by the names a link may
// use for them: the id, the id without the u- that sets ids made of titles
// apart, and the theme.
func anchorsOf(doc *model.Doc) map[string]string {
	anchors := make(map[string]string, len(doc.Sections))
	add := func(name, id string) {
		if _, taken := anchors[name]; !taken && name != "" {
			anchors[name] = id
		}
	}
	each := func(do func(id string, theme model.ThemeID)) {
		for i := range doc.Sections {
			s := &doc.Sections[i]
			do(strings.TrimPrefix(s.Anchor, doc.Prefix), s.Theme)
			for j := range s.Sections {
				do(strings.TrimPrefix(s.Sections[j].Anchor, doc.Prefix), "")
			}
		}
		for _, id := range doc.Deeper {
			do(id, "")
		}
	}
	each(func(id string, _ model.ThemeID) { add(id, doc.Prefix+id) })
	each(func(id string, theme model.ThemeID) {
		add(strings.TrimPrefix(id, "u-"), doc.Prefix+id)
		add(string(theme), doc.Prefix+id)
	})
	return anchors
}
