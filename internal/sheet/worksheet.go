package sheet

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// each reads the rows of a sheet.
func (w *workbook) each(sheet int, give func(Row) error) error {
	if err := w.load(); err != nil {
		return err
	}
	over, err := w.mergesOf(sheet)
	if err != nil {
		return err
	}
	return w.rows(w.parts[sheet], over, give)
}

// rows gives away the rows of a part.
func (w *workbook) rows(part string, over *merges, give func(Row) error) error {
	r, err := w.archive.open(part, MaxPart)
	if err != nil {
		return err
	}
	defer r.Close()
	s := &rowReader{scanner: newScanner(part, r), book: w, over: over, give: give}
	for {
		t, err := s.next()
		if err != nil || t == endOfPart {
			return err
		}
		if t != startTag {
			continue
		}
		switch string(s.name) {
		case "dimension":
			err = checkDimension(string(s.attr("ref")))
		case "row":
			err = s.row()
		}
		if err != nil {
			return err
		}
	}
}

const probeRows = 20

// probe refuses a sheet by its first rows, before the whole of it is unpacked.
func (w *workbook) probe(part string) error {
	seen, enough := 0, errors.New("enough")
	err := w.rows(part, new(merges), func(Row) error {
		if seen++; seen == probeRows {
			return enough
		}
		return nil
	})
	if err == enough {
		return nil
	}
	return err
}

// checkDimension holds what a sheet claims to be its size to the limits.
func checkDimension(ref string) error {
	_, last, _ := strings.Cut(ref, ":")
	column, row, ok := parseRef([]byte(last))
	switch {
	case !ok: // one cell, or nothing that can be understood
		return nil
	case column >= MaxColumns:
		return fail("sheet-columns", column+1, MaxColumns)
	case row > MaxRows:
		return fail("sheet-rows", row, MaxRows)
	}
	return nil
}

// parseRef reads AB12 as column 27, from 0, and row 12.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 6 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	row = digits(ref[i:])
	return column - 1, row, i > 0 && row > 0
}

// A rowReader reads the rows of one sheet.
type rowReader struct {
	*scanner
	book  *workbook
	over  *merges
	give  func(Row) error
	last  int // number of the row before
	cells []Cell
	text  []byte // of the value that is being read
}

// row reads the row just opened and gives it away.
func (s *rowReader) row() error {
	number := s.attrInt("r")
	if number < 0 {
		number = s.last + 1
	}
	if number <= s.last {
		return damaged(s.part)
	}
	if s.last = number; number > MaxRows {
		return fail("sheet-rows", number, MaxRows)
	}
	s.cells = s.cells[:0]
	if err := s.rowCells(s.depth(), number); err != nil {
		return err
	}
	row := Row{Number: number, Cells: s.cells, over: s.over}
	if !s.over.enter(row) {
		return damaged(s.part)
	}
	if len(s.cells) == 0 {
		return nil
	}
	return s.give(row)
}

// rowCells reads the cells of the row that is open at that depth.
func (s *rowReader) rowCells(depth, number int) error {
	next := 0 // column
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == endOfPart:
			return damaged(s.part)
		case t == endTag && s.depth() < depth:
			return nil
		case t != startTag || string(s.name) != "c":
			continue
		}
		column := next
		if ref := s.attr("r"); ref != nil {
			var ok bool
			if column, _, ok = parseRef(ref); !ok || column < next {
				return damaged(s.part)
			}
		}
		next = column + 1
		cell, err := s.cell()
		if err != nil {
			return err
		}
		if cell.Kind == Blank {
			continue
		}
		if column >= MaxColumns {
			return fail("sheet-columns.row", number, column+1, MaxColumns)
		}
		for len(s.cells) < column {
			s.cells = append(s.cells, Cell{})
		}
		s.cells = append(s.cells, cell)
	}
}

// cell reads the cell just opened.
func (s *rowReader) cell() (Cell, error) {
	var kind [12]byte // of the longest, inlineStr, with room to tell a longer one
	typ := kind[:copy(kind[:], s.attr("t"))]
	style := s.attrInt("s")
	depth := s.depth()
	formula, value := false, false
	s.text = s.text[:0]
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return Cell{}, err
		case t == endOfPart:
			return Cell{}, damaged(s.part)
		case t == endTag && s.depth() < depth:
			if formula && (!value || len(s.text) == 0 && string(typ) != "str") {
				return Cell{Kind: Uncached}, nil
			}
			if formula && s.book.recompute && string(s.text) == "0" {
				return Cell{Kind: Uncached}, nil
			}
			return s.value(string(typ), style)
		case t == startTag && string(s.name) == "f":
			formula = true
		case t == startTag && string(s.name) == "v":
			value = true
			s.text, err = s.content(s.text)
		case t == startTag && string(s.name) == "is":
			s.text, err = s.richText(s.text)
		}
		if err != nil {
			return Cell{}, err
		}
	}
}

// content appends the text of the element just opened.
func (s *scanner) content(to []byte) ([]byte, error) {
	depth := s.depth()
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return to, err
		case t == endOfPart, t == startTag:
			return to, damaged(s.part)
		case t == endTag && s.depth() < depth:
			return to, nil
		case t == textToken:
			if to, err = s.appendText(to); err != nil {
				return to, err
			}
			if len(to) > MaxCell {
				return to, fail("sheet-cell-too-long.part", s.part, MaxCell)
			}
		}
	}
}

// value makes a cell of what its type and its text are.
func (s *rowReader) value(typ string, style int) (Cell, error) {
	switch typ {
	case "s":
		text, ok := s.book.texts.at(digits(bytes.TrimSpace(s.text)))
		if !ok {
			if len(s.text) == 0 {
				return Cell{}, nil
			}
			return Cell{}, damaged(s.part)
		}
		return textCell(text), nil
	case "str", "inlineStr":
		return textCell(tidy(string(expand(s.text)))), nil
	}
	text := bytes.TrimSpace(s.text)
	switch {
	case len(text) == 0:
		return Cell{}, nil
	case typ == "b":
		return Cell{Kind: Bool, Text: strings.ToUpper(strconv.FormatBool(isTrue(text)))}, nil
	case typ == "e":
		return Cell{Kind: Fault, Text: string(text)}, nil
	case typ == "d":
		return isoCell(string(text)), nil
	}
	return s.number(text, style), nil
}

func textCell(text string) Cell {
	if text == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: text}
}

// isoCell reads the rare cell that holds its day as a text.
func isoCell(text string) Cell {
	m, given, err := ReadDate(Cell{Kind: Text, Text: text}, DateStyle{})
	if err != nil || !given || m.Date.IsZero() {
		return textCell(text)
	}
	return Cell{Kind: Date, Text: isoMoment(m.Date, m.Second)}
}

// number makes a cell of a number: a day where its style shows it as one.
func (s *rowReader) number(text []byte, style int) Cell {
	decimal, ok := exactDecimal(text)
	if !ok {
		return textCell(string(text))
	}
	as := asNumber
	if style >= 0 && style < len(s.book.shown) {
		as = s.book.shown[style]
	}
	switch as {
	case asPercent:
		return Cell{Kind: Number, Text: decimal, Percent: true}
	case asDay, asTime:
		day, second, ok := serialMoment(decimal, s.book.epoch1904)
		if ok && (as == asDay || !isSpan(decimal)) {
			return Cell{Kind: Date, Text: isoMoment(day, second)}
		}
	}
	return Cell{Kind: Number, Text: decimal}
}
