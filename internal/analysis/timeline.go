package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A timeline is the periods that the portfolio states anything of, with the
// longer ones that hold them, as a tree: a year has two halves, a half two
// quarters, a quarter three months. Elsewhere a period is its index here.
type timeline struct {
	calendar model.Calendar
	asOf     model.Date // zero where nothing has a date; then every period is over
	periods  []model.Period
	index    map[model.Period]int
	spans    []span
}

// A span is what is known of one period of the timeline.
type span struct {
	parts      []int // the next shorter periods; -1 for those not in the timeline
	holders    []int // itself and the longer periods that hold it
	last       model.Date
	end        model.Date // the last day of the last report inside, by anybody
	reported   bool       // somebody reported exactly this period
	listed     bool       // it is reported or holds a reported one
	partial    bool
	elapsed    int // days up to as_of, with that day
	total      int
	prev       int // the period before; -1 where it is not in the timeline
	yearBefore int
}

// newTimeline returns the timeline of all periods that reports and teams'
// figures state.
func newTimeline(p *model.Portfolio) timeline {
	t := timeline{calendar: p.Settings.Calendar, asOf: p.Settings.AsOf, index: map[model.Period]int{}}
	for _, review := range p.Reviews {
		if review.Report != nil {
			t.add(review.Period)
		}
	}
	for _, team := range p.Teams {
		for _, f := range team.Figures {
			t.add(f.Period)
		}
	}
	slices.SortFunc(t.periods, t.calendar.Compare)
	for i, period := range t.periods {
		t.index[period] = i
	}
	t.spans = make([]span, len(t.periods))
	for i, period := range t.periods {
		t.spans[i] = t.span(period)
	}
	for _, review := range p.Reviews {
		if review.Report != nil {
			t.report(t.index[review.Period])
		}
	}
	return t
}

// add adds the period and the longer ones that hold it.
func (t *timeline) add(p model.Period) {
	for _, holder := range t.holders(p) {
		if _, known := t.index[holder]; !known {
			t.index[holder] = len(t.periods)
			t.periods = append(t.periods, holder)
		}
	}
}

// holders returns the period and the longer ones that hold it.
func (t *timeline) holders(p model.Period) []model.Period {
	list := []model.Period{p}
	for l := p.Length + 1; l <= model.Year; l++ {
		longer, _ := t.calendar.In(p, l)
		list = append(list, longer)
	}
	return list
}

func (t *timeline) span(p model.Period) span {
	s := span{last: t.calendar.Last(p), prev: t.find(t.calendar.Prev(p)), yearBefore: t.find(t.calendar.YearBefore(p))}
	s.partial, s.elapsed, s.total = t.progress(p)
	for _, holder := range t.holders(p) {
		s.holders = append(s.holders, t.index[holder])
	}
	if p.Length > model.Month {
		for _, part := range t.calendar.Parts(p, p.Length-1) {
			s.parts = append(s.parts, t.find(part))
		}
	}
	return s
}

// progress tells whether as_of has not yet reached the period's last day, and
// how many of its days have passed (FORMAT.md, How figures roll up, 8).
func (t *timeline) progress(p model.Period) (partial bool, elapsed, total int) {
	if p.IsZero() {
		return false, 0, 0
	}
	total = t.calendar.Days(p)
	if t.asOf.IsZero() {
		return false, total, total
	}
	elapsed = min(max(t.asOf.Sub(t.calendar.First(p))+1, 0), total)
	return elapsed < total, elapsed, total
}

// report notes that somebody reported the period.
func (t *timeline) report(period int) {
	last := t.spans[period].last
	t.spans[period].reported = true
	for _, holder := range t.spans[period].holders {
		s := &t.spans[holder]
		s.listed = true
		if last.After(s.end) {
			s.end = last
		}
	}
}

func (t *timeline) find(p model.Period) int {
	if i, ok := t.index[p]; ok {
		return i
	}
	return -1
}

// over reports whether as_of has reached the period's last day.
func (t *timeline) over(p model.Period) bool {
	return t.asOf.IsZero() || !t.asOf.Before(t.calendar.Last(p))
}

// Latest returns the last period of the cycle's length that has a report; the
// zero period where there is none.
func (r *Result) Latest() model.Period {
	if cycle := r.Cycle(); len(cycle) > 0 {
		return cycle[len(cycle)-1]
	}
	return model.Period{}
}

// Cycle returns all periods of the cycle's length that have a report, in order.
func (r *Result) Cycle() []model.Period {
	var list []model.Period
	for i, p := range r.time.periods {
		if r.time.spans[i].reported && p.Length == r.portfolio.Settings.Cycle {
			list = append(list, p)
		}
	}
	return list
}
