package imports

import (
	"slices"

	"reviewfolio/internal/sheet"
)

// A cellID is a different value among all that were read: most values of a
// table come many times, and are looked at once.
type cellID uint32

// An intern keeps each different cell once. The zero cellID is the blank cell.
type intern struct {
	ids  map[sheet.Cell]cellID
	list []sheet.Cell
}

func newIntern() *intern {
	return &intern{ids: map[sheet.Cell]cellID{{}: 0}, list: make([]sheet.Cell, 1)}
}

func (x *intern) id(c sheet.Cell) cellID {
	if c.Kind == sheet.Blank {
		return 0
	}
	id, known := x.ids[c]
	if !known {
		id = cellID(len(x.list))
		x.ids[c] = id
		x.list = append(x.list, c)
	}
	return id
}

// A grid is the rows of a table in the columns that a profile uses.
type grid struct {
	values *intern
	width  int
	rows   []rowHead
	cells  []cellID // row by row
	last   []cellID // of each column, what stood there last
}

// fill is what a blank cell of a column takes.
type fill uint8

const (
	fillNone   fill = iota
	fillMerged      // what the merged cell over it shows
	fillAbove       // what stands above
)

// A rowHead is what is kept of a row beside its cells.
type rowHead struct {
	number   int32
	filled   int16 // cells that are not blank, of all columns
	says     int16 // the column, from 1, of the last word that may mean a total
	total    bool  // one of them says that it is a total
	sum      bool  // by a word that can mean nothing else
	header   bool  // it is the header once more
	second   bool  // it looks like the header of another table
	returned bool  // one of them says that goods or money went back
	hash     rowHash
}

func (g *grid) at(row, column int) cellID {
	if column < 0 {
		return 0
	}
	return g.cells[row*g.width+column]
}

func (g *grid) cell(row, column int) sheet.Cell { return g.values.list[g.at(row, column)] }

// add appends a row with the cells of these columns.
func (g *grid) add(r sheet.Row, columns []int, fills []fill, head rowHead) {
	if g.last == nil {
		g.last = make([]cellID, len(columns))
	}
	g.rows = append(g.rows, head)
	for i, c := range columns {
		cell := r.Cell(c)
		if cell.Kind == sheet.Blank && fills[i] != fillNone {
			if over, merged := r.Over(c); merged {
				cell = over
			}
		}
		id := g.values.id(cell)
		if fills[i] == fillAbove && id == 0 && g.isRecord(r, columns, fills, head) {
			id = g.last[i]
		}
		switch {
		case head.header:
		case head.total:
			g.last[i] = 0
		case id != 0:
			g.last[i] = id
		}
		g.cells = append(g.cells, id)
	}
}

// isRecord reports whether a row is more than numbers and what is filled: a
// total without a word takes nothing from above.
func (g *grid) isRecord(r sheet.Row, columns []int, fills []fill, head rowHead) bool {
	if head.total || head.header || head.filled < 2 {
		return false
	}
	for i, c := range r.Cells {
		at := slices.Index(columns, i)
		if c.Kind == sheet.Text && (at < 0 || fills[at] != fillAbove) && !isValue(c) {
			return true
		}
	}
	return false
}
