package source

import (
	"strconv"
	"strings"
	"unicode"

	"reviewfolio/internal/diag"
)

// findSyntaxFault tells, as one fault, why a text is not YAML. The YAML library
// says in which line it gave up, which is often not the line to mend, and never
// the column; so the text is read again here, line by line, for the mistakes
// that people make. What none of them explains is told at the library's line.
func findSyntaxFault(file string, above int, text []byte, err error, faults *diag.List) {
	s := syntax{file: file, above: above, faults: faults}
	for l := range strings.SplitSeq(string(text), "\n") {
		s.lines = append(s.lines, []rune(strings.TrimRight(l, " \t\r")))
	}
	if s.control() || s.scan() {
		return
	}
	n := min(libraryLine(err), len(s.lines)) - 1
	if strings.Contains(err.Error(), "exceeded max depth") {
		s.told(n, 0, "too-deep", maxDepth)
		return
	}
	s.told(n, indentOf(s.lines[n]), "yaml-syntax")
}

// libraryLine reads the line, from 1, that the library's error begins with.
func libraryLine(err error) int {
	_, rest, _ := strings.Cut(err.Error(), "line ")
	digits, _, _ := strings.Cut(rest, ":")
	n, _ := strconv.Atoi(digits)
	return max(n, 1)
}

// A syntax looks for the first mistake in a text that is not YAML.
type syntax struct {
	file   string
	above  int
	lines  [][]rune
	faults *diag.List

	levels []level  // open here, the outermost first
	open   bool     // the last key or dash has its value on the next lines
	escape *bracket // a backslash that makes no escape, in the quotes just read
}

// A level is a mapping or, with dashes, a list of block style.
type level struct {
	col  int
	dash bool
}

// told tells the fault at a line and a column, both from 0.
func (s *syntax) told(line, col int, key string, args ...any) bool {
	s.faults.Error(diag.Pos{File: s.file, Line: s.above + line + 1, Col: col + 1}, key, args...)
	return true
}

// hint adds what would mend the fault just told.
func (s *syntax) hint(key string, args ...any) bool {
	(*s.faults)[len(*s.faults)-1].Hint = diag.Message{Key: key, Args: args}
	return true
}

// control finds a character that YAML does not allow.
func (s *syntax) control() bool {
	for i, l := range s.lines {
		for j, r := range l {
			if r != '\t' && unicode.IsControl(r) && r != '\u0085' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' {
				return s.told(i, j, "control-character")
			}
		}
	}
	return false
}

// scan reads lines of block style until one is at fault.
func (s *syntax) scan() bool {
	for i := 0; i < len(s.lines); {
		next, found := s.line(i)
		if found {
			return true
		}
		i = next
	}
	return false
}

// line reads line i and what its value takes of the lines below. It returns
// the next line to read.
func (s *syntax) line(i int) (next int, found bool) {
	l := s.lines[i]
	j := indentOf(l)
	switch {
	case j == len(l) || l[j] == '#':
		return i + 1, false
	case strings.ContainsRune(string(l[:j]), '\t'):
		s.told(i, indexRune(l, '\t'), "tab-indent")
		return 0, s.hint("hint-tab")
	case strings.HasPrefix(string(l), "---"):
		return i + 1, false
	}
	for runeAt(l, j) == '-' && (j+1 == len(l) || l[j+1] == ' ') {
		if s.misplaced(level{j, true}) {
			s.told(i, j, "yaml-syntax.indent")
			return 0, s.hint("hint-indent")
		}
		s.open = true
		if j = skipSpaces(l, j+1); j == len(l) {
			return i + 1, false
		}
	}
	if colon := keyEnd(l, j); colon >= 0 {
		if s.misplaced(level{j, false}) {
			s.told(i, j, "yaml-syntax.indent")
			return 0, s.hint("hint-indent")
		}
		return s.value(i, skipSpaces(l, colon+1))
	}
	if l[j] == '"' || l[j] == '\'' || l[j] == '[' || l[j] == '{' {
		return s.value(i, j)
	}
	found = s.noKey(i, j)
	s.open = false
	return i + 1, found
}

// misplaced enters a level and reports whether it neither goes on with one
// that is open nor is the value of what came last.
func (s *syntax) misplaced(l level) bool {
	closed := false
	for n := len(s.levels); n > 0; n-- {
		top := s.levels[n-1]
		if top.col < l.col || top == l || top.col == l.col && l.dash {
			break
		}
		s.levels = s.levels[:n-1]
		closed = true
	}
	n := len(s.levels)
	if n > 0 && s.levels[n-1] == l {
		return false
	}
	s.levels = append(s.levels, l)
	return n > 0 && (closed || !s.open) || n == 0 && closed
}

// noKey finds why a line holds no key: the colon is full-width, or has no
// space behind it, or is not there.
func (s *syntax) noKey(i, j int) bool {
	l := s.lines[i]
	for k := j + 1; k < len(l) && l[k] != ' '; k++ {
		switch {
		case l[k] == '：':
			s.told(i, k, "full-width-colon")
			return s.hint("hint-write", string(l[j:k])+": "+strings.TrimSpace(string(l[k+1:])))
		case l[k] == ':' && !strings.HasPrefix(string(l[k:]), "://"):
			s.told(i, k, "yaml-syntax.space")
			return s.hint("hint-write", string(l[j:k])+": "+string(l[k+1:]))
		}
	}
	n := len(s.levels)
	if s.open || n > 0 && indentOf(l) > s.levels[n-1].col {
		return false // a text that goes on
	}
	return s.told(i, j, "yaml-syntax.no-key")
}

// value reads the value that begins at column j of line i.
func (s *syntax) value(i, j int) (next int, found bool) {
	l := s.lines[i]
	s.open = j == len(l) || l[j] == '#'
	if s.open {
		return i + 1, false
	}
	switch r := l[j]; r {
	case '"', '\'':
		return s.quoted(i, j)
	case '[', '{':
		f := flow{s: s, key: indentOf(l)}
		return f.read(i, j)
	case '|', '>':
		if head := skipRunes(l, j+1, "+-123456789"); runeAt(l, skipSpaces(l, head)) != 0 && runeAt(l, skipSpaces(l, head)) != '#' {
			s.told(i, j, "yaml-syntax.first", string(r))
			return 0, s.hint("hint-quote")
		}
		return s.blockEnd(i), false
	case '*', '&', '!', '@', '`', '%', ',', ']', '}':
		if r != '&' && r != '!' || j+1 == len(l) {
			s.told(i, j, "yaml-syntax.first", string(r))
			return 0, s.hint("hint-quote")
		}
	case '-':
		if runeAt(l, j+1) == ' ' {
			s.told(i, j, "yaml-syntax.first", "-")
			return 0, s.hint("hint-quote")
		}
	}
	if colon := colonIn(l, j); colon >= 0 {
		s.told(i, colon, "yaml-syntax.colon")
		return 0, s.hint("hint-quote")
	}
	return i + 1, false
}

// blockEnd returns the first line after the text that begins below line i.
func (s *syntax) blockEnd(i int) int {
	indent := indentOf(s.lines[i])
	for i++; i < len(s.lines); i++ {
		if l := s.lines[i]; len(l) > 0 && indentOf(l) <= indent {
			break
		}
	}
	return i
}
