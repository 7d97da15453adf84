package sheet

import (
	"maps"
	"slices"
)

// delimiters are those that a file may use, the likeliest first.
var delimiters = []byte{',', ';', '\t', '|'}

// A split is what one delimiter makes of a sample.
type split struct {
	columns int // fields of most records
	even    int // records that have so many
	records int
	first   []int // fields of the first records
	header  bool  // the first record that any delimiter splits has as many fields as most
}

const sampleRecords = 500

// survey splits a sample. Blank lines do not count, and neither does the last
// record where it is cut.
func survey(delimiter byte, sample []byte, whole bool) split {
	counts := make(map[int]int)
	var s split
	var rec record
	for g := (grammar{delimiter: delimiter}); len(sample) > 0 && s.records < sampleRecords; {
		n, more := g.read(sample, whole, &rec)
		if more {
			break
		}
		sample = sample[n:]
		if len(rec.text) == 0 {
			continue
		}
		if len(s.first) < 20 {
			s.first = append(s.first, len(rec.ends))
		}
		counts[len(rec.ends)]++
		s.records++
	}
	for _, columns := range slices.Sorted(maps.Keys(counts)) {
		if s.columns == 1 || counts[columns] >= s.even { // a remark below a table is one field by any delimiter
			s.columns, s.even = columns, counts[columns]
		}
	}
	return s
}

// better reports whether s is likelier than t: it splits at all, it splits the
// header as it does most records, it splits more of them alike, or into more
// fields.
func (s split) better(t split) bool {
	switch a, b := s.even*t.records, t.even*s.records; {
	case (s.columns > 1) != (t.columns > 1):
		return s.columns > 1
	case s.header != t.header:
		return s.header
	case a != b:
		return a > b
	}
	return s.columns > t.columns
}

// findGrammar returns how a sample is best split.
func findGrammar(sample []byte, whole bool) grammar {
	splits := make([]split, len(delimiters))
	header := sampleRecords
	for i, d := range delimiters {
		splits[i] = survey(d, sample, whole)
		if at := slices.IndexFunc(splits[i].first, func(fields int) bool { return fields > 1 }); at >= 0 {
			header = min(header, at)
		}
	}
	best := 0
	for i := range splits {
		s := &splits[i]
		s.header = header < len(s.first) && s.first[header] == s.columns
		if s.better(splits[best]) {
			best = i
		}
	}
	return grammar{delimiter: delimiters[best], columns: splits[best].columns}
}
