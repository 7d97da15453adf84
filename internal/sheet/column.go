package sheet

import "strings"

// Evidence is the value that proves how a column is to be read. The zero
// Evidence proves nothing.
type Evidence struct {
	Row  int // as Row.Number
	Text string
}

// IsZero reports whether there is no evidence.
func (e Evidence) IsZero() bool { return e == Evidence{} }

// note keeps the first evidence.
func (e *Evidence) note(row int, text string) {
	if e.IsZero() {
		*e = Evidence{row, text}
	}
}

// A NumberColumn finds out how a column writes its numbers. Show it all cells.
type NumberColumn struct {
	point, comma Evidence
	threes       Evidence // 1.234: a fraction, or a thousand with a point
	plain        bool     // a fraction with another number of digits, such as 12.5
}

// Add shows the column a cell. Numbers of a workbook prove nothing.
func (c *NumberColumn) Add(row int, cell Cell) {
	if cell.Kind != Text || !strings.ContainsAny(cell.Text, ".,．，") {
		return
	}
	_, _, point := parseText(cell.Text, PointDecimal)
	_, _, comma := parseText(cell.Text, CommaDecimal)
	if front, behind, ok := strings.Cut(cell.Text, "."); ok && len(behind) == 3 && digitsOnly(behind) && len(front) <= 3 && front != "0" && digitsOnly(front) && front != "" {
		c.threes.note(row, cell.Text)
	}
	if _, behind, ok := strings.Cut(cell.Text, "."); ok && len(behind) != 3 && digitsOnly(behind) {
		c.plain = true
	}
	switch {
	case point == 0 && comma != 0:
		c.point.note(row, cell.Text)
	case comma == 0 && point != 0:
		c.comma.note(row, cell.Text)
	}
}

// Style returns how the column writes numbers and the value that proves it.
// Only where a value can be read no other way, and none contradicts, it is
// CommaDecimal. Evidence is zero where every value reads the same both ways.
func (c *NumberColumn) Style() (NumberStyle, Evidence) {
	if c.point.IsZero() && !c.comma.IsZero() {
		return CommaDecimal, c.comma
	}
	return PointDecimal, c.point
}

// Thousands returns a value such as 1.234 of a column in which nothing tells
// whether it is a fraction or a thousand; else zero Evidence.
func (c *NumberColumn) Thousands() Evidence {
	if c.point.IsZero() && c.comma.IsZero() && !c.plain {
		return c.threes
	}
	return Evidence{}
}
