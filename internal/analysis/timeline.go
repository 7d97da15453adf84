package analysis

import (
	"cmp"
	"maps"
	"slices"

	"reviewfolio/internal/model"
)

// A timeline is the periods that the portfolio says anything of, with the
// longer ones that hold them, as a tree: a year has two halves, a half two
// quarters, a quarter three months. Elsewhere a period is its index here.
type timeline struct {
	calendar  model.Calendar
	asOf      model.Date // zero where nothing has a date; then every period is over
	periods   []model.Period
	firstYear int
	slots     []int16 // by year from the first on, length and number: the index + 1, 0 for none
	spans     []span
	cycle     []model.Period // the reported ones of the review cycle's length
}

// slotsInLength and slotsInYear are the room in slots: a year has twelve of
// its most frequent periods, and periods have four lengths.
const (
	slotsInLength = 12
	slotsInYear   = 4 * slotsInLength
)

// A span is what is known of one period of the timeline.
type span struct {
	parts      []int // the next shorter periods; -1 for those not in the timeline
	holders    []int // itself and the longer periods that hold it, which are in the timeline
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

// newTimeline returns the timeline of all periods that have a review or a
// team's figures, and the one that comes next, whose targets are looked at
// before anybody reports it.
func newTimeline(p *model.Portfolio) timeline {
	t := timeline{calendar: p.Settings.Calendar, asOf: p.Settings.AsOf}
	t.fillPeriods(p)
	t.spans = make([]span, len(t.periods))
	for i, period := range t.periods {
		t.spans[i] = t.span(period)
	}
	for _, review := range p.Reviews {
		if review.Report != nil {
			t.report(t.find(review.Period))
		}
	}
	for i, period := range t.periods {
		if t.spans[i].reported && period.Length == p.Settings.Cycle {
			t.cycle = append(t.cycle, period)
		}
	}
	return t
}

func (t *timeline) fillPeriods(p *model.Portfolio) {
	said := map[model.Period]bool{}
	var latest model.Period
	for _, review := range p.Reviews {
		said[review.Period] = true
		if review.Report != nil && review.Period.Length == p.Settings.Cycle {
			latest = review.Period
		}
	}
	for _, team := range p.Teams {
		for _, f := range team.Figures {
			said[f.Period] = true
		}
	}
	for period := range maps.Clone(said) {
		for _, holder := range t.holders(period) {
			said[holder] = true
		}
	}
	if !latest.IsZero() {
		said[t.calendar.Next(latest)] = true
	}
	t.periods = slices.SortedFunc(maps.Keys(said), t.calendar.Compare)
	if len(t.periods) == 0 {
		return
	}
	byYear := func(p, q model.Period) int { return cmp.Compare(p.Year, q.Year) }
	t.firstYear = int(slices.MinFunc(t.periods, byYear).Year)
	t.slots = make([]int16, (int(slices.MaxFunc(t.periods, byYear).Year)-t.firstYear+1)*slotsInYear)
	for i, period := range t.periods {
		t.slots[t.slot(period)] = int16(i + 1)
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
		if i := t.find(holder); i >= 0 {
			s.holders = append(s.holders, i)
		}
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

// atEnd reports whether a part of a period is the last that anybody in the
// portfolio reported, or the period itself.
func (t *timeline) atEnd(part, period int) bool {
	return part == period || t.spans[part].last == t.spans[period].end
}

// find returns the period's index, -1 where it is not in the timeline.
func (t *timeline) find(p model.Period) int {
	if at := t.slot(p); at >= 0 && at < len(t.slots) {
		return int(t.slots[at]) - 1
	}
	return -1
}

func (t *timeline) slot(p model.Period) int {
	return (int(p.Year)-t.firstYear)*slotsInYear + (int(p.Length)-1)*slotsInLength + int(p.N) - 1
}

// year returns the year that the period is of.
func (t *timeline) year(p model.Period) model.Period {
	if year, ok := t.calendar.In(p, model.Year); ok {
		return year
	}
	return p
}

// last returns the period's last day.
func (t *timeline) last(p model.Period) model.Date {
	if i := t.find(p); i >= 0 {
		return t.spans[i].last
	}
	return t.calendar.Last(p)
}

// over reports whether as_of has reached the period's last day.
func (t *timeline) over(p model.Period) bool {
	return t.asOf.IsZero() || !t.asOf.Before(t.last(p))
}

// Latest returns the last period of the cycle's length that has a report; the
// zero period where there is none.
func (r *Result) Latest() model.Period {
	if n := len(r.time.cycle); n > 0 {
		return r.time.cycle[n-1]
	}
	return model.Period{}
}

// Cycle returns all periods of the cycle's length that have a report, in
// order. The list is shared: it is not to be changed.
func (r *Result) Cycle() []model.Period { return r.time.cycle }
