package sheet

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A token is what a scanner found.
type token uint8

const (
	endOfPart token = iota
	startTag
	endTag
	textToken
)

// A scanner reads the XML of a workbook's parts piece by piece. It is no
// general reader of XML: names lose their prefix, and a document type, with
// which entities and outside files come, is a fault. What it hands out is good
// until the next call.
type scanner struct {
	part string // for errors
	r    io.Reader
	buf  []byte
	pos  int // of what is not yet looked at
	done bool

	name  []byte // of a tag, without prefix
	raw   []byte // of a tag, with prefix
	attrs []byte // of a start tag, as written
	text  []byte // of text, as written
	plain bool   // the text is a CDATA section: without entities
	empty bool   // the start tag was <x/>: its end comes next

	names []byte // of the open elements, one behind the other
	opens []int  // where each begins in names
}

func newScanner(part string, r io.Reader) *scanner {
	mark := make([]byte, 2)
	n, _ := io.ReadFull(r, mark) // an error comes again with the next read
	rest := io.MultiReader(bytes.NewReader(mark[:n]), r)
	if mark[0] >= 0xEF { // a byte order mark: parts may be UTF-16
		rest = transform.NewReader(rest, unicode.BOMOverride(transform.Nop))
	}
	return &scanner{part: part, r: rest, buf: make([]byte, 0, 64<<10)}
}

// next returns the next token; errors are an *Error or those of the reader.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		return endTag, s.close(s.raw)
	}
	for {
		if s.pos == len(s.buf) {
			if more, err := s.fill(); err != nil {
				return endOfPart, err
			} else if !more {
				return s.end()
			}
		}
		if s.buf[s.pos] != '<' {
			if i := bytes.IndexByte(s.buf[s.pos:], '<'); i >= 0 {
				s.text, s.plain = s.buf[s.pos:s.pos+i], false
				s.pos += i
				return textToken, nil
			}
			text, err := s.upTo("<", 0)
			s.text, s.plain = text, false
			return textToken, err
		}
		if t, err := s.tag(); t != endOfPart || err != nil {
			return t, err
		}
	}
}

// end is the end of the part, which is a fault within an element.
func (s *scanner) end() (token, error) {
	if len(s.opens) > 0 {
		return endOfPart, damaged(s.part)
	}
	return endOfPart, nil
}

// tag reads what begins with <. It returns endOfPart for what is skipped.
func (s *scanner) tag() (token, error) {
	if err := s.want(len("<![CDATA[")); err != nil {
		return endOfPart, err
	}
	if rest := s.buf[s.pos:]; len(rest) > 1 && (rest[1] == '?' || rest[1] == '!') {
		return s.special(rest)
	}
	inner, err := s.element()
	if err != nil {
		return endOfPart, err
	}
	if inner[0] == '/' {
		inner = inner[1:]
		for len(inner) > 0 && isXMLSpace(inner[len(inner)-1]) {
			inner = inner[:len(inner)-1]
		}
		return endTag, s.close(inner)
	}
	if s.empty = inner[len(inner)-1] == '/'; s.empty {
		inner = inner[:len(inner)-1]
	}
	return startTag, s.open(inner)
}

// special reads what is no element: instructions, comments, literal text.
func (s *scanner) special(rest []byte) (token, error) {
	switch {
	case rest[1] == '?':
		return endOfPart, s.skip("<?", "?>")
	case bytes.HasPrefix(rest, []byte("<!--")):
		return endOfPart, s.skip("<!--", "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		s.pos += len("<![CDATA[")
		text, err := s.upTo("]]>", len("]]>"))
		s.text, s.plain = text, true
		return textToken, err
	}
	return endOfPart, fail("sheet-doctype", s.part)
}

func isXMLSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// open takes a start tag apart and remembers its name.
func (s *scanner) open(inner []byte) error {
	s.raw, s.attrs = inner, nil
	for i, c := range inner {
		if isXMLSpace(c) {
			s.raw, s.attrs = inner[:i], inner[i:]
			break
		}
	}
	if len(s.raw) == 0 || len(s.opens) == maxDepth {
		return damaged(s.part)
	}
	s.name = local(s.raw)
	s.opens = append(s.opens, len(s.names))
	s.names = append(s.names, s.raw...)
	return nil
}

// close ends the innermost element, which has to have that name.
func (s *scanner) close(raw []byte) error {
	last := len(s.opens) - 1
	if last < 0 || !bytes.Equal(s.names[s.opens[last]:], raw) {
		return damaged(s.part)
	}
	s.names, s.opens = s.names[:s.opens[last]], s.opens[:last]
	s.raw, s.name, s.attrs = raw, local(raw), nil
	return nil
}

// depth counts the open elements.
func (s *scanner) depth() int { return len(s.opens) }

func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// element returns what stands between < and >, and goes behind it. A > within
// quotes ends nothing.
func (s *scanner) element() ([]byte, error) {
	quote := byte(0)
	for looked := 1; ; {
		rest := s.buf[s.pos:]
		for i := looked; i < len(rest); i++ {
			c := rest[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '<', c == '>' && (i == 1 || i == 2 && rest[1] == '/'):
				return nil, damaged(s.part)
			case c == '>':
				s.pos += i + 1
				return rest[1:i], nil
			}
		}
		looked = len(rest)
		if more, err := s.fill(); err != nil || !more {
			return nil, s.torn(err)
		}
	}
}

// upTo returns what stands before mark, or before the end, and goes to the
// mark and so many bytes further.
func (s *scanner) upTo(mark string, further int) ([]byte, error) {
	for looked := 0; ; {
		rest := s.buf[s.pos:]
		if i := bytes.Index(rest[looked:], []byte(mark)); i >= 0 {
			s.pos += looked + i + further
			return rest[:looked+i], nil
		}
		looked = max(0, len(rest)-len(mark)+1)
		more, err := s.fill()
		if err != nil {
			return nil, err
		}
		if !more {
			if further > 0 || s.depth() > 0 {
				return nil, damaged(s.part)
			}
			rest = s.buf[s.pos:]
			s.pos = len(s.buf)
			return rest, nil
		}
	}
}

// skip goes behind what begins and ends so, however long it is.
func (s *scanner) skip(begin, end string) error {
	s.pos += len(begin)
	for {
		if i := bytes.Index(s.buf[s.pos:], []byte(end)); i >= 0 {
			s.pos += i + len(end)
			return nil
		}
		s.pos = max(s.pos, len(s.buf)-len(end)+1)
		if more, err := s.fill(); err != nil || !more {
			return s.torn(err)
		}
	}
}

// skipElement goes, without looking, to the end tag of the element that was
// just opened and that cannot stand within itself.
func (s *scanner) skipElement() error {
	if s.empty {
		return nil
	}
	end := append([]byte("</"), s.raw...)
	for {
		if i := bytes.Index(s.buf[s.pos:], end); i >= 0 {
			s.pos += i
			return nil
		}
		s.pos = max(s.pos, len(s.buf)-len(end)+1)
		if more, err := s.fill(); err != nil || !more {
			return s.torn(err)
		}
	}
}

// want has n bytes lie ready, or all that there are.
func (s *scanner) want(n int) error {
	for len(s.buf)-s.pos < n {
		if more, err := s.fill(); err != nil || !more {
			return err
		}
	}
	return nil
}

func (s *scanner) torn(err error) error {
	if err == nil {
		err = damaged(s.part)
	}
	return err
}

// fill reads more behind what is not yet looked at; false at the end.
func (s *scanner) fill() (more bool, err error) {
	if s.done {
		return false, nil
	}
	if s.pos > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if len(s.buf) == cap(s.buf) {
		if len(s.buf) > MaxCell {
			return false, fail("sheet-cell-too-long.part", s.part, MaxCell)
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	n, err := io.ReadAtLeast(s.r, s.buf[len(s.buf):cap(s.buf)], 1)
	s.buf = s.buf[:len(s.buf)+n]
	if err == io.EOF {
		s.done, err = true, nil
	}
	return n > 0, err
}
