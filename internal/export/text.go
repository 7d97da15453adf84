package export

import (
	"strings"
	"unicode"
)

// Safe returns a text as a cell of a table may hold it: a program that opens
// the table must not take it for a formula. One that begins with a sign that
// begins formulas, full-width ones included, gets an apostrophe before it, also
// where only spaces stand before the sign. Characters that break rows (tab, CR,
// LF, NUL and the like) become spaces.
func Safe(text string) string {
	if strings.ContainsFunc(text, breaks) {
		text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return breaks(r) }), " ")
	}
	first := strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	if strings.HasPrefix(first, "'") {
		// An apostrophe itself hides what stands behind it: nothing to do.
		return text
	}
	for _, sign := range [...]string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(first, sign) {
			return "'" + text
		}
	}
	return text
}

// breaks reports whether a character has no place within a cell.
func breaks(r rune) bool {
	return r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029
}

// plainASCII reports whether nothing has to be done to a text: ids, and most
// numbers.
func plainASCII(text string) bool {
	for i := range len(text) {
		if c := text[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || i > 0 && (c == '-' || c == '_' || c == '.' || c == '/' || c >= 'A' && c <= 'Z')) {
			return false
		}
	}
	return true
}

// appendText adds a text as a field of a csv file.
func appendText(b []byte, text string) []byte {
	if plainASCII(text) {
		return append(b, text...)
	}
	text = Safe(text)
	if !strings.ContainsAny(text, "\",;") && text == strings.TrimSpace(text) {
		return append(b, text...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(text, `"`, `""`)...)
	return append(b, '"')
}
