package prose

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"

	"reviewfolio/internal/diag"
)

// A body is the Markdown of a file, with LF line ends, and the way back to the
// file. Everywhere in this package an offset counts bytes of body.text.
type body struct {
	file    string
	text    []byte
	start   int   // bytes of the file before the text
	returns []int // offsets of the line feeds that lost their carriage return
	lines   []int // offset of each line's first byte
	line    int   // of the text's first byte in the file, from 1
	col     int   // of the text's first byte in the file, from 1, in characters
	last    struct{ line, at, col int }
}

var byteOrderMark = []byte("\ufeff")

// open takes the file up, in the memory of the one before.
func (b *body) open(file string, src []byte, start int) {
	head := src[:start]
	if start == 0 && bytes.HasPrefix(src, byteOrderMark) {
		start = len(byteOrderMark)
	}
	firstLine := bytes.TrimPrefix(head[bytes.LastIndexByte(head, '\n')+1:], byteOrderMark)
	b.file, b.start = file, start
	b.line = bytes.Count(head, newline) + 1
	b.col = utf8.RuneCount(firstLine) + 1
	// Without spare capacity, goldmark cannot append a line feed to a
	// segment into the caller's memory, and within can tell offsets.
	b.text = src[start:len(src):len(src)]
	b.dropReturns()
	b.lines = append(b.lines, 0)
	for at := 0; ; {
		i := bytes.IndexByte(b.text[at:], '\n')
		if i < 0 {
			return
		}
		at += i + 1
		b.lines = append(b.lines, at)
	}
}

var (
	newline        = []byte("\n")
	carriageReturn = []byte("\r\n")
)

// dropReturns makes CRLF line feeds: one kind of line end keeps the HTML of a
// file independent of the editor that saved it.
func (b *body) dropReturns() {
	n := bytes.Count(b.text, carriageReturn)
	if n == 0 {
		return
	}
	src := b.text
	b.text = make([]byte, 0, len(src)-n)
	b.returns = slices.Grow(b.returns, n)
	for {
		line, rest, found := bytes.Cut(src, carriageReturn)
		b.text = append(b.text, line...)
		if !found {
			return
		}
		b.returns = append(b.returns, len(b.text))
		b.text = append(b.text, '\n')
		src = rest
	}
}

// offset returns where in the file the byte at stands.
func (b *body) offset(at int) int {
	n, _ := slices.BinarySearch(b.returns, at)
	return b.start + at + n
}

// pos returns the place of the byte at. Places of one line that are asked for
// in order cost one pass over the line.
func (b *body) pos(at int) diag.Pos {
	at = min(max(at, 0), len(b.text))
	i := sort.SearchInts(b.lines, at+1) - 1
	from, col := b.lines[i], 1
	if i == 0 {
		col = b.col
	}
	if b.last.line == i && b.last.at > from && b.last.at <= at {
		from, col = b.last.at, b.last.col
	}
	col += utf8.RuneCount(b.text[from:at])
	b.last.line, b.last.at, b.last.col = i, at, col
	return diag.Pos{File: b.file, Line: b.line + i, Col: col}
}

// within returns the offset of part in the text, -1 where part is no slice of
// it but a copy. A slice's capacity reaches to the end of the text.
func (b *body) within(part []byte) int {
	at := len(b.text) - cap(part)
	if len(part) == 0 || at < 0 || &b.text[at] != &part[0] {
		return -1
	}
	return at
}
