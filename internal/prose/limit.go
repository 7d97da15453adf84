package prose

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What no writer writes and what takes the parser quadratic time or memory:
// at these limits a file of 1 MiB is parsed in about a second, whatever is in
// it. A fault of this kind takes the offending bytes out of the text and goes
// on.
const (
	maxBlock   = 16 * 1024 // bytes of a line, and of a paragraph
	maxMarks   = 500       // signs of markup of a line or paragraph that is not short
	maxNesting = 32        // quotes and lists in each other
	maxIndent  = 8 * maxNesting
	maxColumns = 64      // of a table
	maxCells   = 200_000 // of a file's tables, short rows filled up
	maxNotes   = 200     // footnotes of a file
)

// isTooLong reports whether a line or paragraph is beyond the limits. The
// parser holds each mark against all others of its paragraph.
func isTooLong(b []byte) bool {
	const short = maxBlock / 8
	if len(b) <= short {
		return false
	}
	marks := 0
	for _, c := range b {
		switch c {
		case '*', '_', '~', '[', ']', '!', '<', '`':
			marks++
		}
	}
	return len(b) > maxBlock || marks > maxMarks
}

// limit takes out of the text, before it is parsed, what goes beyond the
// limits of single lines.
func (w *writer) limit() {
	l := limiter{writer: w}
	for i, start := range w.lines {
		end := len(w.text)
		if i+1 < len(w.lines) {
			end = w.lines[i+1]
		}
		l.line(start, end)
	}
}

// A limiter goes through the lines of a text.
type limiter struct {
	*writer
	copied  bool
	columns int // of the table the lines are in, 0 outside
	cells   int
	notes   int
	before  int // start of the line before
}

func (l *limiter) line(start, end int) {
	line := l.text[start:end]
	if isTooLong(line) {
		l.faults.Error(l.pos(start), "line-too-long", maxBlock/1024, maxMarks)
		l.blank(start, end)
	}
	markers, at := leaders(line)
	if markers > maxNesting || at-markers > maxIndent {
		l.faults.Error(l.pos(start), "nesting", maxNesting)
		l.blank(start, end)
		at = len(line)
	}
	switch rest := line[at:]; {
	case len(rest) == 0:
		l.columns = 0
	case l.columns > 0:
		l.row(start, end)
	case isDelimiterRow(rest):
		l.table(start, end, rest)
	case bytes.HasPrefix(rest, []byte("[^")) && bytes.Contains(rest, []byte("]:")):
		if l.notes++; l.notes > maxNotes {
			l.faults.Error(l.pos(start+at), "too-many-notes", maxNotes)
			l.blank(start, end)
		}
	}
	l.before = start
}

func (l *limiter) table(start, end int, rest []byte) {
	l.columns = bytes.Count(bytes.Trim(rest, "| \t\n"), []byte("|")) + 1
	if l.columns > maxColumns {
		l.faults.Error(l.pos(l.before), "table-too-wide", l.columns, maxColumns)
		l.blank(start, end)
		l.columns = 0
		return
	}
	l.row(start, end)
}

func (l *limiter) row(start, end int) {
	l.cells += l.columns
	if l.cells > maxCells {
		if l.cells-l.columns <= maxCells {
			l.faults.Error(l.pos(start), "table-too-long", maxCells)
		}
		l.blank(start, end)
	}
}

// blank writes spaces over the text, in a copy of it: the caller's bytes are
// not ours.
func (l *limiter) blank(start, end int) {
	if !l.copied {
		l.text, l.copied = slices.Clip(bytes.Clone(l.text)), true
	}
	for i := start; i < end; i++ {
		if l.text[i] != '\n' {
			l.text[i] = ' '
		}
	}
}

// leaders counts the marks of quotes and list items that begin a line, and
// returns where the text behind them begins. A thematic break has none.
func leaders(line []byte) (n, at int) {
	for {
		at += indent(line[at:])
		size := leader(line[at:])
		if size == 0 || n == 0 && isThematicBreak(line[at:]) {
			return n, at
		}
		n++
		at += size
	}
}

// indent counts the spaces at the start of b, and the line end behind them.
func indent(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\t' || b[n] == '\n') {
		n++
	}
	return n
}

func isThematicBreak(line []byte) bool {
	for _, c := range line {
		if c != line[0] && c != ' ' && c != '\t' && c != '\n' {
			return false
		}
	}
	return line[0] == '-' || line[0] == '*'
}

// leader returns the size of the mark at the start of b, 0 where there is none.
func leader(b []byte) int {
	if len(b) == 0 {
		return 0
	}
	n := 1
	switch c := b[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+':
	case util.IsNumeric(c):
		for n < len(b) && n < 10 && util.IsNumeric(b[n]) {
			n++
		}
		if n == len(b) || b[n] != '.' && b[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(b) && b[n] != ' ' && b[n] != '\t' && b[n] != '\n' {
		return 0
	}
	return n
}

func isDelimiterRow(line []byte) bool {
	if c := line[0]; c != '|' && c != '-' && c != ':' {
		return false
	}
	return len(bytes.Trim(line, "|-: \t\n")) == 0 && bytes.ContainsAny(line, "|:")
}

// paragraphLimit cuts paragraphs that are too long. Where it sees tables, which
// begin as paragraphs, it looks at what comes before their head.
type paragraphLimit struct{ seesTables bool }

var overlongKey = parser.NewContextKey()

// overlong returns where the paragraphs began that paragraphLimit cut.
func overlong(pc parser.Context) []int {
	list, _ := pc.Get(overlongKey).([]int)
	return list
}

func (p paragraphLimit) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := node.Lines(), reader.Source()
	last := lines.Len() - 1
	if p.seesTables && last > 0 {
		last = beforeTable(lines, source)
	}
	if last < 1 { // a single line was looked at before
		return
	}
	start := lines.At(0).Start
	if isTooLong(source[start:lines.At(last).Stop]) {
		lines.SetSliced(0, 1)
		pc.Set(overlongKey, append(overlong(pc), start))
	}
}

// beforeTable returns the last of the lines that are not a table's.
func beforeTable(lines *text.Segments, source []byte) int {
	for i := range lines.Len() {
		line := lines.At(i)
		if rest := bytes.TrimSpace(source[line.Start:line.Stop]); len(rest) > 0 && isDelimiterRow(rest) {
			return i - 2
		}
	}
	return lines.Len() - 1
}
