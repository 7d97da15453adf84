package analysis

import (
	"cmp"

	"reviewfolio/internal/model"
)

// A split is the parts of one scope in one period, as the reports state them
// that state all the breakdowns.
type split struct {
	r      *Result
	facet  *facet
	scope  int
	period int
}

// each calls do with every report that counts, until it returns false.
func (s *split) each(do func(x int, stated statedParts) bool) {
	for _, x := range s.r.reporters(s.scope) {
		if !s.inside(x, s.period, do) {
			return
		}
	}
}

// inside reads the longest of the person's reports inside the period that
// state the breakdowns (rule 7).
func (s *split) inside(x, period int, do func(int, statedParts) bool) bool {
	has := s.r.present[s.r.at(x, period)]
	if has == 0 {
		return true
	}
	if has&exact != 0 {
		report := s.r.portfolio.Reviews[s.r.reviewAt[s.r.at(x, period)]].Report
		if stated, ok := s.facet.statedIn(report); ok && s.ends(period) {
			return !s.counts(x, period) || do(x, stated)
		}
	}
	for _, part := range s.r.time.spans[period].parts {
		if part >= 0 && !s.inside(x, part, do) {
			return false
		}
	}
	return true
}

// ends reports whether a part of the period may count: of a level only what
// stands at the end.
func (s *split) ends(part int) bool {
	return !s.facet.ending || s.r.time.atEnd(part, s.period)
}

// counts reports whether the person's report of the period counts in the scope.
func (s *split) counts(x, period int) bool {
	team := s.scope - len(s.r.portfolio.People)
	return team < 0 || s.r.org.steady[x] || s.r.org.within(s.r.teamAt(x, period), team)
}

// hasParts reports whether the scope has any part of the breakdown.
func (r *Result) hasParts(scope, period int, f *facet) (has bool) {
	s := split{r, f, scope, period}
	s.each(func(_ int, stated statedParts) bool {
		has = f.names(stated)
		return !has
	})
	return has
}

// A namedPart is what is summed of one name.
type namedPart struct {
	name string
	cell cell
}

// bySize orders the largest part first, then by name.
func bySize(a, b namedPart) int {
	return cmp.Or(cmp.Compare(b.cell.actual, a.cell.actual), cmp.Compare(a.name, b.name))
}

// partSums adds up the parts by name.
func (r *Result) partSums(scope, period int, f *facet) partSums {
	sums := partSums{at: map[string]int{}}
	s := split{r, f, scope, period}
	s.each(func(x int, stated statedParts) bool {
		sums.people = appendOnce(sums.people, x)
		f.add(&sums, stated)
		return true
	})
	return sums
}

// partSums are sums by name. Most reports name the same parts in the same
// order, so that the next one is looked for first where the last one led to.
type partSums struct {
	list   []namedPart
	at     map[string]int
	last   int
	people []int // whose reports count
}

func (s *partSums) add(part *model.Part) {
	c := s.find(part.Name)
	if part.Actual.OK {
		c.add(&c.actual, hasActual, part.Actual.Amount)
	}
	if part.Target.OK {
		c.add(&c.target, hasTarget, part.Target.Amount)
	}
	if part.Actual.OK && part.Target.OK {
		c.add(&c.pairActual, hasPair, part.Actual.Amount)
		c.add(&c.pairTarget, hasPair, part.Target.Amount)
	}
}

func (s *partSums) find(name string) *cell {
	next := s.last + 1
	if next >= len(s.list) {
		next = 0
	}
	if next >= len(s.list) || s.list[next].name != name {
		known := false
		if next, known = s.at[name]; !known {
			next = len(s.list)
			s.at[name] = next
			s.list = append(s.list, namedPart{name: name})
		}
	}
	s.last = next
	return &s.list[next].cell
}
