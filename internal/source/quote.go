package source

import "strings"

// quoted reads a quoted text, which may go on for several lines.
func (s *syntax) quoted(i, j int) (next int, found bool) {
	line, col, ok := s.closingQuote(i, j)
	if s.badEscape() {
		return 0, true
	}
	if !ok {
		s.told(i, j, "yaml-syntax.quote")
		return 0, true
	}
	rest := skipSpaces(s.lines[line], col+1)
	if r := runeAt(s.lines[line], rest); r == 0 || r == '#' || r == ':' {
		return line + 1, false
	}
	s.told(line, rest, "yaml-syntax.after")
	return 0, s.hint("hint-quote")
}

// closingQuote finds the end of the text that is quoted at i, j. A line that
// begins with a key ends the search: the quote was forgotten.
func (s *syntax) closingQuote(i, j int) (line, col int, ok bool) {
	quote := s.lines[i][j]
	for line, col = i, j+1; line < len(s.lines); line, col = line+1, 0 {
		l := s.lines[line]
		if line > i && keyEnd(l, indentOf(l)) >= 0 && indentOf(l) <= indentOf(s.lines[i]) {
			return 0, 0, false
		}
		for ; col < len(l); col++ {
			switch {
			case quote == '"' && l[col] == '\\':
				if next := runeAt(l, col+1); next != 0 && !strings.ContainsRune(escapes, next) {
					s.escape = &bracket{'\\', line, col}
				}
				col++
			case l[col] == quote && quote == '\'' && runeAt(l, col+1) == quote:
				col++
			case l[col] == quote:
				return line, col, true
			}
		}
	}
	return 0, 0, false
}

// escapes are the characters that may follow a backslash in double quotes.
const escapes = "0abtnvfre \"/\\N_LPxuU\t"

// badEscape tells of a backslash, as in C:\data, that YAML would read.
func (s *syntax) badEscape() bool {
	if s.escape == nil {
		return false
	}
	s.told(s.escape.line, s.escape.col, "yaml-syntax.escape")
	return s.hint("hint-single-quotes")
}
