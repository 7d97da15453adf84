package sheet

import (
	"bytes"
	"cmp"
	"io"
	"slices"
)

// A span is a merged range: columns from 0, rows from 1, ends included.
type span struct {
	left, right int
	top, bottom int
	first       Cell // what it shows, once its first row is read
}

// merges goes through the merged ranges of a sheet, row by row.
type merges struct {
	row    int
	ahead  []span // by their first row
	around []span // that have the row
}

// enter goes to the next row. It is false where so many ranges lie over each
// other as no program makes.
func (m *merges) enter(row Row) bool {
	m.row = row.Number
	m.around = slices.DeleteFunc(m.around, func(s span) bool { return s.bottom < row.Number })
	for len(m.ahead) > 0 && m.ahead[0].top <= row.Number {
		s := m.ahead[0]
		m.ahead = m.ahead[1:]
		if s.bottom < row.Number {
			continue
		}
		if s.top == row.Number { // else the first row is not there: all blank
			s.first = row.Cell(s.left)
		}
		m.around = append(m.around, s)
	}
	return len(m.around) <= MaxColumns
}

// at returns what the range around a cell of the row shows, where there is one
// that does not begin with the cell.
func (m *merges) at(column int) (Cell, bool) {
	for _, s := range m.around {
		if s.left <= column && column <= s.right {
			return s.first, s.left != column || s.top != m.row
		}
	}
	return Cell{}, false
}

// mergesOf returns the merged ranges of a sheet. They stand behind its rows,
// so that the first time the whole part is unpacked for them, which also tells
// whether it is sound before the first row is given away.
func (w *workbook) mergesOf(sheet int) (*merges, error) {
	spans, ok := w.merged[sheet]
	if !ok {
		err := w.probe(w.parts[sheet])
		if err != nil {
			return nil, err
		}
		if spans, err = w.findMerges(w.parts[sheet]); err != nil {
			return nil, err
		}
		w.merged[sheet] = spans
	}
	return &merges{ahead: spans}, nil
}

func (w *workbook) findMerges(part string) ([]span, error) {
	r, err := w.archive.open(part, MaxPart)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var spans []span
	s := newScanner(part, r)
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return nil, err
		case t == endOfPart:
			return spans, nil
		case t == startTag && string(s.name) == "sheetData":
			err = s.skipElement()
		case t == startTag && string(s.name) == "mergeCell":
			spans, err = appendSpan(spans, s)
		case t == endTag && string(s.name) == "mergeCells":
			slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.top, b.top) })
			_, err = io.Copy(io.Discard, r)
			return spans, err
		}
		if err != nil {
			return nil, err
		}
	}
}

// appendSpan adds the range of a mergeCell. One that is no range is left out:
// it merges nothing.
func appendSpan(spans []span, s *scanner) ([]span, error) {
	if len(spans) == MaxMerged {
		return nil, fail("sheet-merged", MaxMerged)
	}
	from, to, _ := bytes.Cut(s.attr("ref"), []byte{':'})
	left, top, ok := parseRef(from)
	right, bottom, ok2 := parseRef(to)
	if !ok || !ok2 || right < left || bottom < top {
		return spans, nil
	}
	return append(spans, span{left: left, right: right, top: top, bottom: bottom}), nil
}
