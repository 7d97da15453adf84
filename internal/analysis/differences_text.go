package analysis

import (
	"slices"
	"strings"

	"reviewfolio/internal/diff"
)

// changedText returns the sections in which the lines differ.
func changedText(was, is []Line) []TextChange {
	if slices.Equal(was, is) {
		return nil
	}
	var all []TextChange
	for _, x := range textRows(was, is) {
		if len(all) == 0 || x.Level == 2 {
			all = append(all, TextChange{})
			if x.Level == 2 {
				all[len(all)-1].Title = x.Text
			}
		}
		s := &all[len(all)-1]
		if x.Level == 2 && !x.Changed() {
			continue // the title says it
		}
		if x.Changed() && (len(s.Rows) == 0 || !s.Rows[len(s.Rows)-1].Changed()) {
			s.Places++
		}
		s.Rows = append(s.Rows, x)
	}
	return slices.DeleteFunc(all, func(s TextChange) bool { return s.Places == 0 })
}

// textRows returns all lines with what became of them.
func textRows(was, is []Line) (rows []TextRow) {
	for _, row := range diff.Lines(keyed(was), keyed(is)) {
		switch {
		case row.Is < 0:
			rows = append(rows, TextRow{row, was[row.Was]})
		case row.Was >= 0 && was[row.Was].Level != is[row.Is].Level:
			rows = append(rows, TextRow{diff.Row{Op: diff.Gone, Was: row.Was, Is: -1}, was[row.Was]},
				TextRow{diff.Row{Op: diff.Come, Was: -1, Is: row.Is}, is[row.Is]})
		default:
			row.Pieces = unkeyed(row.Pieces)
			rows = append(rows, TextRow{row, is[row.Is]})
		}
	}
	return rows
}

// keyed returns the lines as texts to be compared: before the words of a
// heading stands a mark of its level that no text has, because a heading is not
// the same as a line of its words.
func keyed(lines []Line) []string {
	list := make([]string, len(lines))
	for i, x := range lines {
		if list[i] = x.Text; x.Level > 0 {
			list[i] = string(rune(x.Level)) + x.Text
		}
	}
	return list
}

// unkeyed returns the pieces of a line without the mark of a heading.
func unkeyed(pieces []diff.Piece) []diff.Piece {
	for i := range pieces {
		pieces[i].Text = strings.TrimLeft(pieces[i].Text, "\x02\x03\x04\x05\x06")
	}
	return slices.DeleteFunc(pieces, func(p diff.Piece) bool { return p.Text == "" })
}
