package imports

import "reviewfolio/internal/sheet"

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
}

// A rowHead is what is kept of a row beside its cells.
type rowHead struct {
	number int32
	filled int16 // cells that are not blank, of all columns
	total  bool  // one of them says that it is a total
	header bool  // it is the header once more
}

func (g *grid) at(row, column int) cellID {
	if column < 0 {
		return 0
	}
	return g.cells[row*g.width+column]
}

func (g *grid) cell(row, column int) sheet.Cell { return g.values.list[g.at(row, column)] }

// add appends a row with the cells of these columns.
func (g *grid) add(r sheet.Row, columns []int, head rowHead) {
	g.rows = append(g.rows, head)
	for _, c := range columns {
		g.cells = append(g.cells, g.values.id(r.Cell(c)))
	}
}
