// Package sheet reads tables that come from elsewhere: an .xlsx workbook or a
// delimited text file becomes rows of typed cells, one after the other, in
// little memory however long the file is.
//
// In goes a file nobody has looked at, out come rows, or an [Error] that says
// what is wrong with the file. Hostile files are refused before they cost
// anything: see the limits in limits.go. What a column means is decided
// elsewhere; here are only the readers of values as people write them in
// cells: [ReadNumber], [ReadDate], [ID].
package sheet

// A Kind is what a cell holds.
type Kind uint8

const (
	Blank    Kind = iota // nothing, or only white space
	Text                 // words; in delimited text everything that is not blank
	Number               // a number of a workbook
	Date                 // a day of a workbook, with its time if it has one
	Bool                 // TRUE or FALSE
	Fault                // an error value of a workbook: #N/A, #DIV/0!
	Uncached             // a formula whose value nobody has computed yet
)

// A Cell is one value. The zero Cell is blank.
type Cell struct {
	Kind Kind
	// Text is the value without white space around it: of a Number the exact
	// decimal without exponent (123000000000, -0.125), of a Date 2026-07-01 or
	// 2026-07-01T13:20:35, of a Bool TRUE or FALSE, of a Fault its name, and
	// of Blank and Uncached "".
	Text string
	// Percent says that a Number is shown as a percentage: 0.125 as 12.5%.
	Percent bool
}

// A Row is one row of a sheet that has at least one cell that is not blank.
type Row struct {
	// Number is the row as Excel counts it, or the line of a text file in
	// which the row begins, as an editor counts it, from 1.
	Number int
	// Cells has no blank cells at its end; rows may differ in length. It is
	// good until the next row is read; the texts may be kept.
	Cells []Cell

	over *merges
}

// Cell returns the cell in a column, from 0; beyond the last it is blank.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Over returns what the column shows in this row where a merged range covers
// it: the value of the range's first cell, which stands above or to the left.
// merged is false where no range does, or the cell is itself the first one.
// Headers and labels want it; who sums must not use it, or counts a value
// once for each cell that it covers.
func (r Row) Over(column int) (c Cell, merged bool) {
	if r.over == nil {
		return Cell{}, false
	}
	return r.over.at(column)
}

// A Sheet is one table of a book. A text file has one, without a name.
type Sheet struct {
	Name   string
	Hidden bool
}
