package sheet

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// A charset is how a text file is encoded.
type charset struct {
	name string
	bom  int // bytes before the text
	new  func() *encoding.Decoder
}

var (
	utf8Text    = charset{name: "UTF-8"}
	utf16Little = charset{name: "UTF-16LE", new: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder}
	utf16Big    = charset{name: "UTF-16BE", new: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder}
	chinese     = charset{name: "GB18030", new: simplifiedchinese.GB18030.NewDecoder}
	western     = charset{name: "windows-1252", new: charmap.Windows1252.NewDecoder}
)

func (c charset) after(bom int) charset {
	c.bom = bom
	return c
}

// reader returns the text of a file as UTF-8.
func (c charset) reader(r io.ReaderAt, size int64) io.Reader {
	section := io.NewSectionReader(r, int64(c.bom), size-int64(c.bom))
	if c.new == nil {
		return section
	}
	return c.new().Reader(section)
}

// detect finds out how a file is encoded: by its byte order mark; else UTF-8
// if the whole file is; else UTF-16 by where its zero bytes are; else GB18030,
// unless the bytes look like single letters with accents. head is the
// beginning of the file.
func detect(r io.ReaderAt, size int64, head []byte) (charset, error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return utf8Text.after(3), requireUTF8(r, size)
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return utf16Little.after(2), requireUTF16(r, size, 1)
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return utf16Big.after(2), requireUTF16(r, size, 0)
	}
	if zero := zeroPlace(head); zero == 1 {
		return utf16Little, requireUTF16(r, size, 1)
	} else if zero == 0 {
		return utf16Big, requireUTF16(r, size, 0)
	}
	var u utf8Survey
	if err := u.look(r, size); err != nil {
		return charset{}, err
	}
	switch {
	case u.bad == 0:
		return utf8Text, nil
	case u.cut && u.bad <= utf8.UTFMax && u.good > 0:
		return charset{}, fail("sheet-truncated")
	case u.good > 20*u.bad:
		return charset{}, fail("sheet-text-damaged", u.firstBad, utf8Text.name)
	}
	return detectLegacy(r, size)
}

// requireUTF8 holds a file to the byte order mark it begins with.
func requireUTF8(r io.ReaderAt, size int64) error {
	var u utf8Survey
	err := u.look(r, size)
	if err == nil && u.bad > 0 {
		if u.cut && u.bad <= utf8.UTFMax {
			return fail("sheet-truncated")
		}
		return fail("sheet-text-damaged", u.firstBad, utf8Text.name)
	}
	return err
}

// zeroPlace says where the zero bytes of every two are: 0, 1, or -1 where a
// text without byte order mark is not UTF-16: even Chinese tables are in part
// digits and delimiters.
func zeroPlace(head []byte) int {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	for place, n := range zeros {
		if 10*n > len(head) && zeros[1-place] == 0 {
			return place
		}
	}
	return -1
}

// requireUTF16 refuses a file that is cut within a character, or holds the
// character 0; zero is where in every two bytes the zeros are.
func requireUTF16(r io.ReaderAt, size int64, zero int) error {
	if size%2 != 0 {
		return fail("sheet-truncated")
	}
	line := 1
	return pieces(r, size, func(piece []byte) error {
		for i := 0; i+1 < len(piece); i += 2 {
			if piece[i+zero] != 0 {
				continue
			}
			switch piece[i+1-zero] {
			case 0:
				return fail("sheet-binary", line)
			case '\n':
				line++
			}
		}
		return nil
	})
}

// pieces gives away the file bit by bit; all but the last have an even length.
func pieces(r io.ReaderAt, size int64, look func([]byte) error) error {
	buf := make([]byte, 64<<10)
	for at := int64(0); at < size; at += int64(len(buf)) {
		piece := buf[:min(int64(len(buf)), size-at)]
		if n, err := r.ReadAt(piece, at); n < len(piece) {
			if err == io.EOF {
				return fail("sheet-truncated")
			}
			return err
		}
		if err := look(piece); err != nil {
			return err
		}
	}
	return nil
}

// A utf8Survey counts what speaks for and against UTF-8.
type utf8Survey struct {
	good     int  // characters of more than one byte
	bad      int  // bytes that are part of none
	firstBad int  // line
	cut      bool // the file ends within a character
	line     int
	rest     []byte // the beginning of a character
}

func (u *utf8Survey) look(r io.ReaderAt, size int64) error {
	u.line = 1
	err := pieces(r, size, func(piece []byte) error {
		if at := bytes.IndexByte(piece, 0); at >= 0 {
			return fail("sheet-binary", u.line+bytes.Count(piece[:at], []byte{'\n'}))
		}
		u.count(piece)
		return nil
	})
	if u.cut = len(u.rest) > 0; u.cut {
		u.note(len(u.rest))
	}
	return err
}

func (u *utf8Survey) note(bad int) {
	if u.bad == 0 {
		u.firstBad = u.line
	}
	u.bad += bad
}

func (u *utf8Survey) count(piece []byte) {
	if len(u.rest) > 0 { // put the character together that two pieces share
		n := min(utf8.UTFMax-len(u.rest), len(piece))
		joint := append(u.rest, piece[:n]...)
		r, size := utf8.DecodeRune(joint)
		switch {
		case r == utf8.RuneError && size == 1 && !utf8.FullRune(joint):
			u.rest = joint
			return
		case r == utf8.RuneError && size == 1:
			u.note(len(u.rest))
		default:
			u.good++
			piece = piece[size-len(u.rest):]
		}
		u.rest = nil
	}
	for i := 0; i < len(piece); {
		if piece[i] < utf8.RuneSelf {
			if piece[i] == '\n' {
				u.line++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(piece[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			u.good++
		case !utf8.FullRune(piece[i:]):
			u.rest = bytes.Clone(piece[i:])
			return
		default:
			u.note(1)
		}
		i += size
	}
}
