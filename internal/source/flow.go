package source

// A flow looks for the mistake in a value of flow style: {…} or […].
type flow struct {
	s     *syntax
	key   int       // indent of the line the value begins in
	open  []bracket // not closed yet
	entry entryMark
}

// A bracket is a character that opens something, or begins a word, and its
// place.
type bracket struct {
	r         rune
	line, col int
}

// entryMark is what was seen of the entry being read.
type entryMark struct {
	colons    int  // that make a key of what is before them
	wide      bool // a full-width comma was seen, at
	line, col int
	word      bracket // where the last word began; without a rune: nowhere
	fresh     bool    // nothing but space was seen
}

var closers = map[rune]rune{']': '[', '}': '{'}

// read reads the value that begins at column j of line i. It returns the next
// line.
func (f *flow) read(i, j int) (next int, found bool) {
	for line, col := i, j; line < len(f.s.lines); line, col = line+1, 0 {
		l := f.s.lines[line]
		if line > i && keyEnd(l, indentOf(l)) >= 0 && indentOf(l) <= f.key {
			break // the next key: the bracket was forgotten
		}
		for col < len(l) {
			if l[col] == '#' && (col == 0 || l[col-1] == ' ') {
				break
			}
			if f.entry.fresh && (l[col] == '"' || l[col] == '\'') {
				endLine, endCol, ok := f.s.closingQuote(line, col)
				if f.s.badEscape() {
					return 0, true
				}
				if !ok || endLine != line {
					f.s.told(line, col, "yaml-syntax.quote")
					return 0, true
				}
				f.entry.fresh = false
				col = endCol + 1
				continue
			}
			if f.char(line, col) {
				return 0, true
			}
			col++
			if len(f.open) == 0 {
				return f.after(line, col)
			}
		}
	}
	b := f.open[len(f.open)-1]
	f.s.told(b.line, b.col, "yaml-syntax.bracket", string(b.r))
	return 0, true
}

// char reads one character and reports whether it is at fault.
func (f *flow) char(line, col int) bool {
	l := f.s.lines[line]
	switch r := l[col]; r {
	case '[', '{':
		f.open = append(f.open, bracket{r, line, col})
		f.entry = entryMark{fresh: true}
	case ']', '}':
		if f.open[len(f.open)-1].r != closers[r] {
			return f.s.told(line, col, "yaml-syntax.closing", string(r))
		}
		f.open = f.open[:len(f.open)-1]
		f.entry = entryMark{}
	case ',':
		f.entry = entryMark{fresh: true}
	case '，':
		if !f.entry.wide {
			f.entry.wide, f.entry.line, f.entry.col = true, line, col
		}
	case ' ', '\t':
	case ':':
		if next := runeAt(l, col+1); next != 0 && next != ' ' && next != ',' && next != '}' && next != ']' {
			break
		}
		f.entry.colons++
		f.entry.fresh = true
		if f.entry.colons > 1 {
			return f.crowded(line, col)
		}
	default:
		f.entry.fresh = false
		if before := runeAt(l, col-1); before == ' ' || before == '\t' {
			f.entry.word = bracket{r, line, col}
		}
	}
	return false
}

// crowded tells of a second key in one entry: the comma before it is missing
// or full-width.
func (f *flow) crowded(line, col int) bool {
	if f.entry.wide {
		f.s.told(f.entry.line, f.entry.col, "full-width-comma")
		return f.s.hint("hint-comma")
	}
	if f.entry.word.r != 0 {
		line, col = f.entry.word.line, f.entry.word.col
	}
	f.s.told(line, col, "yaml-syntax.comma")
	return f.s.hint("hint-comma")
}

// after looks at what stands behind the last bracket.
func (f *flow) after(line, col int) (next int, found bool) {
	l := f.s.lines[line]
	if col = skipSpaces(l, col); col == len(l) || l[col] == '#' {
		return line + 1, false
	}
	f.s.told(line, col, "yaml-syntax.after")
	return 0, f.s.hint("hint-quote")
}
