package sheet

import "io"

// A legacySurvey counts what speaks for GB18030, and for one byte a letter.
type legacySurvey struct {
	common   int // characters of four bytes, or of two from the upper half
	rare     int // characters whose second byte is an ASCII one
	bad      int // bytes that are part of no character of GB18030
	firstBad int // line
	western  bool
	control  int // line of the first byte that no text has; 0 is none

	line int
	have int // bytes of a character that is not complete
}

// detectLegacy tells GB18030 from windows-1252 in a file that is not UTF-8.
// What is mostly pairs of bytes from the upper half is Chinese; single bytes
// between ASCII letters, as in Müller, are western.
func detectLegacy(r io.ReaderAt, size int64) (charset, error) {
	s := legacySurvey{line: 1, western: true}
	err := pieces(r, size, func(piece []byte) error {
		for _, b := range piece {
			s.add(b)
			if b == '\n' {
				s.line++
			}
		}
		return nil
	})
	if err != nil {
		return charset{}, err
	}
	cut := s.have > 0 && s.bad == 0
	if s.have > 0 {
		s.note()
	}
	isChinese := s.common >= s.rare
	switch {
	case s.control > 0:
		return charset{}, fail("sheet-binary", s.control)
	case cut && s.common > 10 && isChinese:
		return charset{}, fail("sheet-truncated")
	case s.bad == 0 && (isChinese || !s.western):
		return chinese, nil
	case s.western && (!isChinese || s.common < 10*s.bad):
		return western, nil
	case s.common > 10*s.bad:
		return charset{}, fail("sheet-text-damaged", s.firstBad, chinese.name)
	}
	return charset{}, fail("sheet-encoding-unknown", s.firstBad)
}

func (s *legacySurvey) note() {
	if s.bad++; s.bad == 1 {
		s.firstBad = s.line
	}
	s.have = 0
}

// add looks at the next byte.
func (s *legacySurvey) add(b byte) {
	switch b {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D: // none of windows-1252
		s.western = false
	}
	if s.control == 0 && b < ' ' && !isTextControl(b) {
		s.control = s.line
	}
	s.have++
	switch {
	case s.have == 1 && b < 0x80:
		s.have = 0
	case s.have == 1 && (b == 0x80 || b == 0xFF):
		s.note()
	case s.have == 2 && b >= '0' && b <= '9': // of four
	case s.have == 2 && b >= 0x40 && b != 0x7F && b != 0xFF:
		if b >= 0x80 {
			s.common++
		} else {
			s.rare++
		}
		s.have = 0
	case s.have == 3 && b >= 0x81 && b != 0xFF:
	case s.have == 4 && b >= '0' && b <= '9':
		s.common++
		s.have = 0
	case s.have == 2:
		s.note()
		if b >= 0x81 && b != 0xFF { // perhaps the first of the next
			s.have = 1
		}
	case s.have > 2:
		s.note()
	}
}

// isTextControl reports whether a control character may stand in a text: tab,
// line ends, and the end mark of old files.
func isTextControl(b byte) bool {
	return b == '\t' || b == '\n' || b == '\r' || b == '\v' || b == '\f' || b == 0x1A || b >= 0x1C && b <= 0x1F
}
