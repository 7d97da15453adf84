package diag

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	tabStop    = 4   // columns of a terminal
	frameWidth = 100 // of these, what a long line is cut to
	cutMark    = "…"
)

// A Frame is the line of a fault as a terminal shows it, a long one cut to what
// is around the fault.
type Frame struct {
	Text    string
	Before  int // characters of Text before the one at fault; all of them where something is missing at the end
	Columns int // of a terminal, that these take
}

// Frames finds the lines of faults. It keeps the last file, because a sorted
// list tells all of one file before the next.
type Frames struct {
	read func(file string) ([]byte, error)
	file string
	text []byte
}

// NewFrames returns frames of the files that read reads; without it there are none.
func NewFrames(read func(file string) ([]byte, error)) *Frames { return &Frames{read: read} }

// At returns the line at the place, false where there is none or it would tell
// nothing: it is empty, a fence, or not text.
func (s *Frames) At(at Pos) (Frame, bool) {
	if s.read == nil {
		return Frame{}, false
	}
	if s.file != at.File {
		s.file, s.text = at.File, nil
		if text, err := s.read(at.File); err == nil {
			s.text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
	}
	if at.Line < 1 {
		return Frame{}, false
	}
	line, rest, more := bytes.Cut(s.text, []byte("\n"))
	for n := 1; n < at.Line; n++ {
		if !more {
			return Frame{}, false
		}
		line, rest, more = bytes.Cut(rest, []byte("\n"))
	}
	return frame(string(bytes.TrimSuffix(line, []byte("\r"))), at.Col)
}

func frame(line string, col int) (Frame, bool) {
	if trimmed := strings.TrimSpace(line); trimmed == "" || trimmed == "---" || !utf8.ValidString(line) {
		return Frame{}, false
	}
	cells := make([]cell, 0, len(line)+1)
	column := 0
	for _, r := range visible(line) {
		c := cell{text: string(r), width: runeWidth(r), at: column}
		if r == '\t' {
			c.width = tabStop - column%tabStop
			c.text = strings.Repeat(" ", c.width)
		}
		column += c.width
		cells = append(cells, c)
	}
	marked := min(col-1, len(cells)) // behind the last where something is missing at the end
	cells = append(cells, cell{at: column})
	from, to := window(cells, marked)
	f := Frame{Columns: cells[marked].at - cells[from].at}
	var text strings.Builder
	if from > 0 {
		text.WriteString(cutMark)
		f.Columns++
	}
	for i := range cells[from:to] {
		if from+i == marked {
			f.Before = utf8.RuneCountInString(text.String())
		}
		text.WriteString(cells[from+i].text)
	}
	if marked >= to {
		f.Before = utf8.RuneCountInString(text.String())
	}
	if to < len(cells)-1 {
		text.WriteString(cutMark)
	}
	f.Text = strings.TrimRight(text.String(), " ")
	return f, true
}

// A cell is one character on a terminal.
type cell struct {
	text  string
	width int
	at    int // columns before it
}

// window returns which cells to show so that the marked one is among them, with
// two thirds of the width before it where the line is long.
func window(cells []cell, marked int) (from, to int) {
	last := len(cells) - 1
	if cells[last].at <= frameWidth {
		return 0, last
	}
	for cells[marked].at-cells[from].at > frameWidth*2/3 {
		from++
	}
	for to = from; to < last && cells[to+1].at-cells[from].at <= frameWidth; to++ {
	}
	return from, to
}

// runeWidth returns how many columns of a terminal a character takes.
func runeWidth(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
