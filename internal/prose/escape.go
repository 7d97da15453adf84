package prose

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// appendDecoded appends Markdown text with its escapes and entities resolved.
func appendDecoded(b, s []byte) []byte {
	for {
		i := special(s)
		b, s = append(b, s[:i]...), s[i:]
		if len(s) == 0 {
			return b
		}
		size := 1
		switch {
		case s[0] == '&':
			b, size = appendEntity(b, s)
		case len(s) > 1 && util.IsPunct(s[1]):
			b, size = append(b, s[1]), 2
		default:
			b = append(b, '\\')
		}
		s = s[size:]
	}
}

// special returns where the first backslash or ampersand is, len(s) where none is.
func special(s []byte) int {
	i := bytes.IndexByte(s, '\\')
	if i < 0 {
		i = len(s)
	}
	if j := bytes.IndexByte(s[:i], '&'); j >= 0 {
		return j
	}
	return i
}

// appendEntity appends the character that the entity at the start of s names,
// or its & where it is none, and returns the bytes taken.
func appendEntity(b, s []byte) ([]byte, int) {
	const longest = 32
	end := bytes.IndexByte(s[:min(len(s), longest+2)], ';')
	if end < 2 {
		return append(b, '&'), 1
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if entity, ok := util.LookUpHTML5EntityByName(name); ok {
			return append(b, entity.Characters...), end + 1
		}
		return append(b, '&'), 1
	}
	digits, base, limit := name[1:], 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, limit = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > limit {
		return append(b, '&'), 1
	}
	return utf8.AppendRune(b, util.ToValidRune(rune(code))), end + 1
}

// A byte is harmless where HTML takes it as it stands, in text and in attributes.
// 0xc2 begins the control characters of Latin-1, among others.
var harmless = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= ' ' && c != 0x7f && c != 0xc2
	}
	for _, c := range "\t\n" {
		t[c] = true
	}
	for _, c := range `&<>"` {
		t[c] = false
	}
	return t
}()

// appendEscaped appends text as HTML, for an element or a quoted attribute.
// Control characters, which HTML may not hold, become spaces.
func appendEscaped(b, s []byte) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		if harmless[s[i]] {
			continue
		}
		size, as := 1, " "
		switch s[i] {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '"':
			as = "&quot;"
		case 0:
			as = "\ufffd"
		case 0xc2:
			if i+1 == len(s) || s[i+1] < 0x80 || s[i+1] > 0x9f {
				continue
			}
			size = 2
		}
		b = append(append(b, s[from:i]...), as...)
		i += size - 1
		from = i + 1
	}
	return append(b, s[from:]...)
}
