package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Piece is a stretch of a line.
type Piece struct {
	Op   Op
	Text string
}

// A Row is a line that stayed, went, came, or (with pieces of several kinds)
// changed. Was and Is are its places in the two sequences, -1 where it is not.
type Row struct {
	Op      Op // Same also of a line that changed
	Was, Is int
	Pieces  []Piece // nil but of a line that changed
}

// Changed reports whether the line is not the same.
func (r *Row) Changed() bool { return r.Op != Same || r.Pieces != nil }

// Lines compares two texts line by line, and lines that only changed word by
// word, or in Chinese character by character.
func Lines(was, is []string) []Row {
	var rows []Row
	spans := Of(was, is)
	at := 0 // in is
	for i := 0; i < len(spans); i++ {
		s := spans[i]
		switch {
		case s.Op == Same:
			for x := s.From; x < s.To; x++ {
				rows = append(rows, Row{Op: Same, Was: x, Is: at})
				at++
			}
		case s.Op == Gone && i+1 < len(spans) && spans[i+1].Op == Come:
			i++
			rows = replaced(rows, was, is, s, spans[i])
			at = spans[i].To
		case s.Op == Gone:
			rows = only(rows, s)
		default:
			rows = only(rows, s)
			at = s.To
		}
	}
	return rows
}

// only adds lines that went, or that came.
func only(rows []Row, s Span) []Row {
	for x := s.From; x < s.To; x++ {
		if s.Op == Gone {
			rows = append(rows, Row{Op: Gone, Was: x, Is: -1})
		} else {
			rows = append(rows, Row{Op: Come, Was: -1, Is: x})
		}
	}
	return rows
}

// mostPairs is between how many lines it is looked which became which.
const mostPairs = 2500

// replaced adds lines that stand in the place of others, those that are alike
// as one line that changed.
func replaced(rows []Row, was, is []string, gone, come Span) []Row {
	if (gone.To-gone.From)*(come.To-come.From) > mostPairs {
		return only(only(rows, gone), come)
	}
	before, after := split(was[gone.From:gone.To]), split(is[come.From:come.To])
	next := 0 // the first line that came and is not told yet
	for i, words := range before {
		best, most := -1, alike
		for j := next; j < len(after); j++ {
			if x := likeness(words, after[j]); x > most {
				best, most = j, x
			}
		}
		if best < 0 {
			rows = only(rows, Span{Gone, gone.From + i, gone.From + i + 1})
			continue
		}
		rows = only(rows, Span{Come, come.From + next, come.From + best})
		rows = append(rows, Row{Op: Same, Was: gone.From + i, Is: come.From + best, Pieces: pieces(words, after[best])})
		next = best + 1
	}
	return only(rows, Span{Come, come.From + next, come.To})
}

func split(lines []string) [][]string {
	out := make([][]string, len(lines))
	for i, line := range lines {
		out[i] = words(line)
	}
	return out
}

// words cuts a line into what a reader takes in at once: a word or a number of
// Latin script with what is inside it (1,345.0), a Chinese character, a mark.
func words(line string) []string {
	var list []string
	for len(line) > 0 {
		n := wordEnd(line)
		list = append(list, line[:n])
		line = line[n:]
	}
	return list
}

func wordEnd(line string) int {
	first, n := utf8.DecodeRuneInString(line)
	if !isWord(first) {
		return n
	}
	for n < len(line) {
		r, size := utf8.DecodeRuneInString(line[n:])
		after, _ := utf8.DecodeRuneInString(line[n+size:])
		if !isWord(r) && !(strings.ContainsRune(".,'-", r) && isWord(after)) {
			break
		}
		n += size
	}
	return n
}

func isWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// alike is above which likeness one line is told as changed into another.
const alike = 0.5

// likeness is the share of the words of two lines that both have: 1 of the
// same words, 0 of none.
func likeness(a, b []string) float64 {
	left := make(map[string]int, len(a))
	for _, w := range a {
		left[w]++
	}
	both := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(a)+len(b)))
}

// pieces tells how one line became another.
func pieces(was, is []string) []Piece {
	var list []Piece
	spans := joined(Of(was, is))
	for _, s := range spans {
		from := was
		if s.Op == Come {
			from = is
		}
		list = append(list, Piece{s.Op, strings.Join(from[s.From:s.To], "")})
	}
	return list
}

// shortest is how many words in a row have to stay between two changes to be
// told as staying: one character in common is chance.
const shortest = 2

// joined returns the spans with those changes as one that hardly anything
// stands between.
func joined(list []Span) []Span {
	var out []Span
	is := 0 // in the second sequence, behind what is in out
	var gone, come Span
	gone.Op, come.Op = Gone, Come
	flush := func() {
		for _, s := range []Span{gone, come} {
			if s.From < s.To {
				out = append(out, s)
			}
		}
	}
	was := 0
	begin := func() { gone.From, gone.To, come.From, come.To = was, was, is, is }
	begin()
	for i, s := range list {
		n := s.To - s.From
		switch {
		case s.Op == Gone:
			was += n
			gone.To = was
		case s.Op == Come:
			is += n
			come.To = is
		case n < shortest && i > 0 && i < len(list)-1:
			was, is = was+n, is+n
			gone.To, come.To = was, is
		default:
			flush()
			out = append(out, s)
			was, is = was+n, is+n
			begin()
		}
	}
	flush()
	return out
}
