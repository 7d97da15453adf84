package imports

import (
	"errors"

	"reviewfolio/internal/sheet"
)

// maxAbove is in how many rows the header is looked for.
const maxAbove = 40

// errEnough stops the reading of a sheet.
var errEnough = errors.New("enough rows")

// A top is the first rows of a sheet.
type top struct {
	file  File
	sheet int
	name  string
	rows  []topRow
}

type topRow struct {
	number  int
	cells   []sheet.Cell // as shown: merged cells hold what covers them
	headers []header     // the same, as headers
	last    int          // the row's number, or that of the next where the header is of both
}

// join makes one header of two rows where the lower shows cells of the upper,
// merged down, and has words of its own below others: 金额 above 含税 is
// 金额（含税）.
func (upper *topRow) join(lower topRow, down []bool) {
	merged, own := 0, 0
	for i, c := range lower.cells {
		switch {
		case down[i] && i < len(upper.cells) && c.Text == upper.cells[i].Text && c.Kind == sheet.Text:
			merged++
		case c.Kind == sheet.Text && !isValue(c):
			own++
		case c.Kind != sheet.Blank:
			return
		}
	}
	if merged < 2 || own == 0 {
		return
	}
	joint := topRow{cells: make([]sheet.Cell, len(lower.cells))}
	above := ""
	for i, c := range lower.cells {
		if i < len(upper.cells) && upper.cells[i].Kind != sheet.Blank {
			above = upper.cells[i].Text
		}
		joint.cells[i] = sheet.Cell{Kind: sheet.Text, Text: above}
		if !down[i] && c.Text != "" {
			joint.cells[i].Text = above + "（" + c.Text + "）"
		}
	}
	upper.headers, upper.last = headersOf(joint), lower.number
}

// lastOfHeader returns the number of the last row of the header.
func (p *place) lastOfHeader() int { return p.rows[p.row].last }

// readTop reads the first rows of a sheet, down to the row of the header where
// that is known.
func readTop(f File, at int, name string, header int) (*top, error) {
	t := &top{file: f, sheet: at, name: name}
	width := 0
	err := f.Book.Each(at, func(r sheet.Row) error {
		if len(t.rows) >= maxAbove && r.Number > header {
			return errEnough
		}
		width = max(width, len(r.Cells))
		row := topRow{number: r.Number, last: r.Number, cells: make([]sheet.Cell, width)}
		down := make([]bool, width)
		for i := range row.cells {
			row.cells[i] = r.Cell(i)
			if over, merged := r.Over(i); merged {
				down[i] = row.cells[i].Kind == sheet.Blank
				row.cells[i] = over
			}
		}
		row.headers = headersOf(row)
		if n := len(t.rows); n > 0 {
			t.rows[n-1].join(row, down)
		}
		t.rows = append(t.rows, row)
		return nil
	})
	if err == errEnough {
		err = nil
	}
	return t, err
}
