package analysis

import (
	"cmp"

	"reviewfolio/internal/model"
)

// A split is one breakdown of one scope in one period, as the reports state it.
type split struct {
	r         *Result
	breakdown *breakdown
	scope     int
	period    int
}

// each calls do with the parts of every report that counts, until it returns
// false.
func (s *split) each(do func([]model.Part) bool) {
	for _, x := range s.r.reporters(s.scope) {
		if !s.inside(x, s.period, do) {
			return
		}
	}
}

// inside reads the longest of the person's reports inside the period that
// state the breakdown (rule 7).
func (s *split) inside(x, period int, do func([]model.Part) bool) bool {
	has := s.r.present[s.r.at(x, period)]
	if has == 0 {
		return true
	}
	if has&exact != 0 {
		if v := s.stated(x, period); v != nil && s.ends(period) {
			return !s.counts(x, period) || do(v.Parts)
		}
	}
	for _, part := range s.r.time.spans[period].parts {
		if part >= 0 && !s.inside(x, part, do) {
			return false
		}
	}
	return true
}

func (s *split) stated(x, period int) *model.BreakdownValues {
	report := s.r.portfolio.Reviews[s.r.reviewAt[s.r.at(x, period)]].Report
	for i := range report.Breakdowns {
		if v := &report.Breakdowns[i]; v.Breakdown == s.breakdown.id {
			return v
		}
	}
	return nil
}

// ends reports whether a part of the period may count: of a level only what
// stands at the end.
func (s *split) ends(part int) bool {
	return s.breakdown.metric.Kind != model.LevelKind || s.r.time.atEnd(part, s.period)
}

// counts reports whether the person's report of the period counts in the scope.
func (s *split) counts(x, period int) bool {
	team := s.scope - len(s.r.portfolio.People)
	return team < 0 || s.r.org.steady[x] || s.r.org.within(s.r.teamAt(x, period), team)
}

// hasParts reports whether the scope has any part of the breakdown.
func (r *Result) hasParts(scope, period int, b *breakdown) (has bool) {
	s := split{r, b, scope, period}
	s.each(func(parts []model.Part) bool {
		has = len(parts) > 0
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
func (r *Result) partSums(scope, period int, b *breakdown) []namedPart {
	sums := partSums{at: map[string]int{}}
	s := split{r, b, scope, period}
	s.each(func(parts []model.Part) bool {
		if sums.list == nil {
			sums.list = make([]namedPart, 0, len(parts))
		}
		for i := range parts {
			sums.add(&parts[i])
		}
		return true
	})
	return sums.list
}

// partSums are sums by name. Most reports name the same parts in the same
// order, so that the next one is looked for first where the last one led to.
type partSums struct {
	list []namedPart
	at   map[string]int
	last int
}

func (s *partSums) add(part *model.Part) {
	c := s.find(part.Name)
	if part.Actual.OK {
		c.add(&c.actual, hasActual, part.Actual.Amount)
	}
	if part.Target.OK {
		c.add(&c.target, hasTarget, part.Target.Amount)
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
