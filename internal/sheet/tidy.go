package sheet

import (
	"bytes"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

var lineFeeds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// tidy returns a cell's text without white space around it, with line feeds
// as line ends, and without what programs put before a text so that Excel leaves it alone: ="00123", and an
// apostrophe before = + - @.
func tidy(text string) string {
	text = strings.TrimFunc(text, isSpace)
	if strings.Contains(text, "\r") {
		text = lineFeeds.Replace(text)
	}
	if inner, ok := strings.CutPrefix(text, `="`); ok && strings.HasSuffix(inner, `"`) {
		if inner = inner[:len(inner)-1]; !strings.Contains(inner, `"`) {
			return strings.TrimFunc(inner, isSpace)
		}
	}
	if behind, ok := strings.CutPrefix(text, "'"); ok {
		if r, _ := utf8.DecodeRuneInString(behind); strings.ContainsRune("=+-@\t\n＝＋－＠", r) {
			return behind
		}
	}
	return text
}

// isSpace is what nobody sees: white space, and the byte order mark and other
// characters without width that come with texts that were pasted.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u200E' || r == '\u200F'
}

// expand resolves _x000D_, which is how workbooks write characters that XML
// has not. It works in place.
func expand(text []byte) []byte {
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	to := text[:0]
	for i := 0; i < len(text); i++ {
		if unit, ok := escaped(text[i:]); ok {
			to = utf8.AppendRune(to, unit) // never longer than _x000D_
			i += len("_x000D_") - 1
			continue
		}
		to = append(to, text[i])
	}
	return to
}

func escaped(text []byte) (rune, bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	var unit [2]byte
	if _, err := hex.Decode(unit[:], text[2:6]); err != nil {
		return 0, false
	}
	r := rune(unit[0])<<8 | rune(unit[1])
	return r, r != 0 && utf8.ValidRune(r)
}
