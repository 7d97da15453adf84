package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// attr returns the value of an attribute of the start tag as it is written,
// and nil where it has none.
func (s *scanner) attr(name string) []byte {
	rest := s.attrs
	for {
		start := 0
		for start < len(rest) && isXMLSpace(rest[start]) {
			start++
		}
		at := start
		for at < len(rest) && rest[at] != '=' {
			if rest[at] == ':' {
				start = at + 1
			}
			at++
		}
		end := at
		for end > start && isXMLSpace(rest[end-1]) {
			end--
		}
		for at++; at < len(rest) && isXMLSpace(rest[at]); at++ {
		}
		if at >= len(rest) {
			return nil
		}
		length := bytes.IndexByte(rest[at+1:], rest[at])
		if length < 0 {
			return nil
		}
		if string(rest[start:end]) == name {
			return rest[at+1 : at+1+length : at+1+length]
		}
		rest = rest[at+length+2:]
	}
}

// attrText returns the value of an attribute as it is meant.
func (s *scanner) attrText(name string) string {
	b, ok := unescape(nil, s.attr(name))
	if !ok {
		return ""
	}
	return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
}

// attrInt returns the value of an attribute as a number from 0, or -1.
func (s *scanner) attrInt(name string) int { return digits(s.attr(name)) }

// digits reads a number of up to nine digits; -1 is none.
func digits(b []byte) int {
	if len(b) == 0 || len(b) > 9 {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// appendText appends the text token as it is meant.
func (s *scanner) appendText(to []byte) ([]byte, error) {
	if s.plain {
		return append(to, s.text...), nil
	}
	to, ok := unescape(to, s.text)
	if !ok {
		return to, damaged(s.part)
	}
	return to, nil
}

var entities = map[string]byte{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// unescape appends a text with its entities resolved: the five of XML and
// characters by number; another is false.
func unescape(to, text []byte) ([]byte, bool) {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(to, text...), true
		}
		to = append(to, text[:i]...)
		end := bytes.IndexByte(text[i:], ';')
		if end < 0 {
			return to, false
		}
		entity := text[i+1 : i+end]
		text = text[i+end+1:]
		if c, ok := entities[string(entity)]; ok {
			to = append(to, c)
		} else if r, ok := character(entity); ok {
			to = utf8.AppendRune(to, r)
		} else {
			return to, false
		}
	}
}

// character reads #65 or #x41.
func character(entity []byte) (rune, bool) {
	number, ok := bytes.CutPrefix(entity, []byte{'#'})
	base := 10
	if hex, isHex := bytes.CutPrefix(number, []byte{'x'}); isHex {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(string(number), base, 21)
	return rune(n), ok && err == nil && utf8.ValidRune(rune(n)) && n != 0
}
