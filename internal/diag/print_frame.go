package diag

import (
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

// frame returns the line as a terminal shows it, and how many of the
// terminal's columns stand before character col of it. A long line is cut to
// what is around the character. ok is false where the line would tell nothing:
// it is empty, a fence, or not text.
func frame(line string, col int) (text string, caret int, ok bool) {
	if trimmed := strings.TrimSpace(line); trimmed == "" || trimmed == "---" || !utf8.ValidString(line) {
		return "", 0, false
	}
	var cells []cell
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
	var b strings.Builder
	if from > 0 {
		b.WriteString(cutMark)
		caret++
	}
	caret += cells[marked].at - cells[from].at
	for _, c := range cells[from:to] {
		b.WriteString(c.text)
	}
	if to < len(cells)-1 {
		b.WriteString(cutMark)
	}
	return strings.TrimRight(b.String(), " "), caret, true
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
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
