package source

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"reviewfolio/internal/model"
)

// validName reports whether a text shows what it holds: no control characters
// but line breaks, nothing that turns the direction of writing, nothing
// without width.
func validName(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' || r > '~' && !isCommonHan(r) && hidden(r) {
			return false
		}
	}
	return true
}

// isCommonHan spares most Chinese characters a look into the tables.
func isCommonHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r == '\u2028' || r == '\u2029' || r == '\u115f' || r == '\u3164'
}

// foldText is NFKC without spaces and without regard to case.
func foldText(s string) string {
	if isFolded(s) {
		return s
	}
	s = norm.NFKC.String(s)
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s))
}

// isFolded reports whether a text is plainly its own fold, as nearly every
// Chinese heading is.
func isFolded(s string) bool {
	for _, r := range s {
		if !isCommonHan(r) && (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// FoldID makes of a name the id that its writer may have meant, "" where
// nothing is left: Zhang Wei becomes zhang-wei.
func FoldID(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(norm.NFKC.String(name)) {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		case unicode.Is(unicode.Mn, r) || hidden(r):
		case r < 0x80 || unicode.IsSpace(r) || unicode.IsPunct(r):
			gap = true
		default:
			return ""
		}
	}
	if id := b.String(); model.ValidID(id) {
		return id
	}
	return ""
}

// foldKey returns the id that a text off the pattern was meant for: with its
// underscores, where valid allows them. "" where there is none.
func foldKey(text string, valid func(string) bool) string {
	if lower := strings.ToLower(text); valid(lower) {
		return lower
	}
	return FoldID(text)
}
