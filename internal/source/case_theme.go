package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reviewfolio/internal/model"
)

// themeNames finds in a text the themes that it names.
type themeNames struct {
	begins [1 << 12]bool // by the low bits of a name's first rune: most runes begin none
	names  map[rune][]themeName
	order  map[model.ThemeID]int
}

type themeName struct {
	theme  model.ThemeID
	folded string
}

// namesOfThemes takes every name of a theme: Chinese, English, label, alias. A
// name of one character would be found everywhere.
func namesOfThemes(l *lookup) *themeNames {
	n := &themeNames{names: map[rune][]themeName{}, order: map[model.ThemeID]int{}}
	for i := range l.Themes {
		n.order[l.Themes[i].ID] = i
	}
	for folded, theme := range l.themeHeadings {
		if first, size := utf8.DecodeRuneInString(folded); size < len(folded) {
			n.begins[uint(first)%uint(len(n.begins))] = true
			n.names[first] = append(n.names[first], themeName{theme, folded})
		}
	}
	for _, list := range n.names { // the longest counts
		slices.SortFunc(list, func(a, b themeName) int {
			return cmp.Or(cmp.Compare(len(b.folded), len(a.folded)), cmp.Compare(a.folded, b.folded))
		})
	}
	return n
}

// caseThemes returns the themes that a case is about, in the order of the
// portfolio's themes: those that its heading or text names, by any name that
// would head a section, and those whose section a link of it leads to
// (report.md#customers). Two are no subject of a case, and do not count: 案例分析,
// where every case stands, and 总结与展望, whose other names (存在问题, 不足与改进)
// head parts of a case. It does not guess: a case that names none has none.
func (l *lookup) caseThemes(s *model.Section) []model.ThemeID {
	var found []model.ThemeID
	take := func(theme model.ThemeID) {
		if theme != "" && theme != "cases" && theme != "outlook" && !slices.Contains(found, theme) {
			found = append(found, theme)
		}
	}
	var walk func(s *model.Section)
	walk = func(s *model.Section) {
		l.themeNames.in(s.Title, take)
		l.themeNames.in(s.Text.HTML, take)
		for i := range s.Text.Refs {
			if link := s.Text.Refs[i].Link; link != nil {
				_, fragment, _ := strings.Cut(link.Raw, "#")
				take(l.themes[fragment])
			}
		}
		for i := range s.Sections {
			walk(&s.Sections[i])
		}
	}
	walk(s)
	slices.SortFunc(found, func(a, b model.ThemeID) int { return cmp.Compare(l.themeNames.order[a], l.themeNames.order[b]) })
	return found
}

// in tells the themes that a text names, without what stands in its tags.
func (n *themeNames) in(text string, tell func(model.ThemeID)) {
	before := rune(0)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '<' {
			if end := strings.IndexByte(text[i:], '>'); end > 0 {
				i, before = i+end+1, 0
				continue
			}
		}
		r = foldRune(r)
		if n.begins[uint(r)%uint(len(n.begins))] && !(isLatin(r) && isLatin(before)) {
			if name, taken := n.at(r, text[i:]); taken > 0 {
				tell(name.theme)
				size = taken
				r, _ = utf8.DecodeLastRuneInString(name.folded)
			}
		}
		i, before = i+size, r
	}
}

// at returns the name that the text begins with, its first rune given, and how
// many bytes it takes; 0 where there is none.
func (n *themeNames) at(first rune, text string) (themeName, int) {
	for _, name := range n.names[first] {
		if size := name.at(text); size > 0 {
			return name, size
		}
	}
	return themeName{}, 0
}

// at returns how many bytes of the text the name takes at its beginning, with
// spaces and capitals as people write them; 0 where the text begins otherwise. A
// Latin name ends where its word does.
func (n themeName) at(text string) int {
	i, last := 0, rune(0)
	for _, want := range n.folded {
		r, size := utf8.DecodeRuneInString(text[i:])
		for i > 0 && unicode.IsSpace(r) {
			i += size
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if foldRune(r) != want {
			return 0
		}
		i, last = i+size, want
	}
	if next, _ := utf8.DecodeRuneInString(text[i:]); isLatin(last) && isLatin(foldRune(next)) {
		return 0
	}
	return i
}

// foldRune is foldText of one character, as far as names of themes go.
func foldRune(r rune) rune {
	if r >= '！' && r <= '～' { // full width
		r -= '！' - '!'
	}
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r < utf8.RuneSelf || r >= '\u2e80' && r <= '\u9fff' { // no capitals
		return r
	}
	return unicode.ToLower(r)
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
