package sheet

import "bytes"

// A record is one row of delimited text: its fields, and how many lines it
// takes.
type record struct {
	text  []byte // of all fields, one behind the other
	ends  []int
	lines int
}

// A grammar is how records are written.
type grammar struct {
	delimiter byte
	// columns is how many fields most records have; 0 is unknown. It tells a
	// quote that encloses lines from one that was left open.
	columns int
}

const maxFields = 1 << 16 // of a record, the blank ones at its end included

// read reads the record at the beginning of data. It returns how long it is;
// more is true where the record may go on behind data, which last rules out.
//
// A field in quotes may hold delimiters, line ends and doubled quotes; within a
// line also single ones. A quote that is no such field is a character like any
// other: within a field, at the beginning of one that nobody closes, and of one
// that is closed only after whole records.
func (g grammar) read(data []byte, last bool, rec *record) (n int, more bool) {
	rec.text, rec.ends, rec.lines = rec.text[:0], rec.ends[:0], 0
	for i := 0; ; {
		start, end := len(rec.text), i
		if i < len(data) && data[i] == '"' {
			end, more = g.quoted(data, i, last, rec)
			if more {
				return 0, true
			}
		}
		if end == i { // no quotes
			rec.text = rec.text[:start]
			length := bytes.IndexAny(data[i:], string([]byte{g.delimiter, '\n', '\r'}))
			if length < 0 {
				if !last {
					return 0, true
				}
				length = len(data) - i
			}
			rec.text = append(rec.text, data[i:i+length]...)
			end = i + length
		}
		rec.ends = append(rec.ends, len(rec.text))
		if end == len(data) {
			return end, false
		}
		if data[end] == g.delimiter && len(rec.ends) < maxFields {
			i = end + 1
			continue
		}
		rec.lines++
		return lineEnd(data, end, last)
	}
}

// lineEnd goes behind the line end at i; more is true where it may go on.
func lineEnd(data []byte, i int, last bool) (n int, more bool) {
	switch {
	case data[i] != '\r':
		return i + 1, false
	case i+1 == len(data) && !last:
		return 0, true
	case i+1 < len(data) && data[i+1] == '\n':
		return i + 2, false
	}
	return i + 1, false
}

// quoted reads the field whose quote opens at i, and returns where it ends; i
// itself says that it is no such field.
func (g grammar) quoted(data []byte, i int, last bool, rec *record) (end int, more bool) {
	odd := false // a quote stood within that neither closes nor is doubled
	for from := i + 1; ; {
		at := bytes.IndexByte(data[from:], '"')
		if at < 0 {
			return i, !last && len(data)-i <= MaxCell
		}
		if odd && bytes.ContainsAny(data[from:from+at], "\r\n") {
			return i, false
		}
		rec.text = append(rec.text, data[from:from+at]...)
		at += from
		behind := bytes.TrimLeft(data[at+1:], " ")
		switch {
		case len(behind) == 0 && !last:
			return i, true
		case at+1 < len(data) && data[at+1] == '"':
			rec.text = append(rec.text, '"')
			from = at + 2
		case len(behind) == 0, behind[0] == g.delimiter, behind[0] == '\n', behind[0] == '\r':
			inner := data[i+1 : at]
			if g.hasRecords(inner) {
				return i, false
			}
			rec.lines += countLines(inner)
			return len(data) - len(behind), false
		case !odd && bytes.ContainsAny(data[i:at], "\r\n"):
			return i, false
		default:
			rec.text = append(rec.text, '"')
			from, odd = at+1, true
		}
	}
}

// hasRecords reports whether what stands in quotes has whole lines that look
// like records: the quote was left open long before it was closed.
func (g grammar) hasRecords(inner []byte) bool {
	if g.columns < 3 {
		return false
	}
	_, rest, ok := bytes.Cut(inner, []byte{'\n'})
	whole := 0
	for ok {
		var line []byte
		if line, rest, ok = bytes.Cut(rest, []byte{'\n'}); !ok {
			break
		}
		if bytes.Count(line, []byte{g.delimiter}) != g.columns-1 {
			return false
		}
		whole++
	}
	return whole > 0
}

// countLines counts line ends as an editor does: \n, \r\n and \r.
func countLines(b []byte) int {
	return bytes.Count(b, []byte{'\n'}) + bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
}
