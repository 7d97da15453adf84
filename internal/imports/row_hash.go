package imports

import (
	"hash/fnv"

	"reviewfolio/internal/sheet"
)

// A rowHash stands for all cells of a row.
type rowHash uint64

func hashRow(r sheet.Row) rowHash {
	h := fnv.New64a()
	for _, c := range r.Cells {
		h.Write([]byte{byte(c.Kind)})
		h.Write([]byte(c.Text))
		h.Write([]byte{0})
	}
	return rowHash(h.Sum64())
}

// overlap finds rows that an earlier table holds as well, where they have no
// id: files of overlapping months. Rows that are alike within one table are
// lines of their own.
type overlap struct {
	earlier map[rowHash]int // how often the table that has most has it
	own     map[rowHash]int // of the table at hand
}

// again reports whether a row is one of an earlier table.
func (o *overlap) again(h rowHash) bool {
	if o.own == nil {
		o.own = map[rowHash]int{}
	}
	o.own[h]++
	return o.own[h] <= o.earlier[h]
}

// finish goes on to the next table.
func (o *overlap) finish() {
	if o.earlier == nil {
		o.earlier = map[rowHash]int{}
	}
	for h, n := range o.own {
		o.earlier[h] = max(o.earlier[h], n)
	}
	o.own = nil
}
