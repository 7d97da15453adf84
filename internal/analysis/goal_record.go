package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// Record returns every promise the person ever made, in the order it was set.
// A goal carried into the next report under its id stands once, as it was set
// last.
func (r *Result) Record(person model.PersonID) []Promise {
	reviews, goals := r.reviews.of[person], 0
	for _, review := range reviews {
		if review.Report != nil {
			goals += len(review.Report.Goals)
		}
	}
	list := make([]Promise, 0, goals)
	for _, review := range reviews {
		if review.Report == nil {
			continue
		}
		answering := r.reportAfter(person, review.Period)
		for i := range review.Report.Goals {
			m := r.promise(review, &review.Report.Goals[i], answering)
			if !r.carriedOn(&m) {
				r.traceBack(&m, review)
				list = append(list, m)
			}
		}
	}
	return list
}

// carriedOn reports whether the promise goes on as that of the next report,
// which sets it anew.
func (r *Result) carriedOn(m *Promise) bool {
	if m.Judgement != GoalCarried && m.Judgement != GoalOpen || m.Answered.IsZero() {
		return false
	}
	return goalOf(r.portfolio.Review(m.Answered, m.Person).Report, m.Goal.ID) != nil
}

// Lapsed returns the promises that fell out of sight before the person's report
// of the period: those that the last earlier report of that length had to
// answer and neither answered nor set again.
func (r *Result) Lapsed(person model.PersonID, p model.Period) []Promise {
	before := r.reportBefore(person, p)
	if before == nil {
		return nil
	}
	var list []Promise
	for _, m := range r.Promises(person, before.Period) {
		if m.Lapsed || m.Judgement == GoalDangling && goalOf(before.Report, m.Goal.ID) == nil {
			list = append(list, m)
		}
	}
	return list
}

// StillOpen returns what a new report of the person in the period takes over:
// of the goals of the last earlier report of that length those that are not
// kept, missed or dropped, and the person's actions that are not done.
func (r *Result) StillOpen(person model.PersonID, p model.Period) ([]Promise, []TrackedAction) {
	var goals []Promise
	for _, m := range r.Promises(person, p) {
		switch m.Judgement {
		case GoalOpen, GoalCarried, GoalDangling:
			goals = append(goals, m)
		}
	}
	var actions []TrackedAction
	for _, a := range r.ActionsOf(person) {
		if !a.Done {
			actions = append(actions, a)
		}
	}
	return goals, actions
}

// A PromiseCount is how many promises came to what.
type PromiseCount struct{ Open, Kept, Missed, Dropped, Carried, Dangling int }

// Due returns how many should have been kept by now: those that are kept,
// missed or dangling. What was dropped or carried over is not due, and shows
// beside the rate.
func (c PromiseCount) Due() int { return c.Kept + c.Missed + c.Dangling }

// All returns how many there are.
func (c PromiseCount) All() int { return c.Due() + c.Open + c.Dropped + c.Carried }

// KeptRate returns kept/due (承诺兑现率), undefined where nothing was due.
func (c PromiseCount) KeptRate() Value {
	if c.Due() == 0 {
		return undefined(NothingDue)
	}
	return share(model.Amount(c.Kept), model.Amount(c.Due()))
}

// Plus returns the count of both.
func (c PromiseCount) Plus(o PromiseCount) PromiseCount {
	return PromiseCount{
		Open: c.Open + o.Open, Kept: c.Kept + o.Kept, Missed: c.Missed + o.Missed,
		Dropped: c.Dropped + o.Dropped, Carried: c.Carried + o.Carried, Dangling: c.Dangling + o.Dangling,
	}
}

// CountPromises counts the list.
func CountPromises(list []Promise) (c PromiseCount) {
	for i := range list {
		c.count(list[i].Judgement)
	}
	return c
}

func (c *PromiseCount) count(j Judgement) {
	switch j {
	case GoalOpen:
		c.Open++
	case GoalKept:
		c.Kept++
	case GoalMissed:
		c.Missed++
	case GoalDropped:
		c.Dropped++
	case GoalCarried:
		c.Carried++
	case GoalDangling:
		c.Dangling++
	}
}

// TeamPromises counts what the people of the team and all below it had to
// answer in the period; in a longer one than people report in, in all of its
// parts, each where a person was then.
func (r *Result) TeamPromises(t model.TeamID, p model.Period) (c PromiseCount) {
	for _, part := range r.answeredIn(p) {
		for _, id := range r.People(t, part) {
			c = c.Plus(r.countPromises(id, part))
		}
	}
	return c
}

// A PersonPromises is what one person had to answer.
type PersonPromises struct {
	Person model.PersonID
	PromiseCount
}

// MemberPromises is TeamPromises of the team's own members, by id, without the
// teams below.
func (r *Result) MemberPromises(t model.TeamID, p model.Period) []PersonPromises {
	var list []PersonPromises
	for _, part := range r.answeredIn(p) {
		for _, id := range r.Members(t, part) {
			c := r.countPromises(id, part)
			if c == (PromiseCount{}) {
				continue
			}
			i, found := slices.BinarySearchFunc(list, id, func(x PersonPromises, id model.PersonID) int { return cmp.Compare(x.Person, id) })
			if !found {
				list = slices.Insert(list, i, PersonPromises{Person: id})
			}
			list[i].PromiseCount = list[i].Plus(c)
		}
	}
	return list
}

// answeredIn returns the periods whose reports answer what is due in p.
func (r *Result) answeredIn(p model.Period) []model.Period {
	if cycle := r.portfolio.Settings.Cycle; p.Length > cycle {
		return append(r.portfolio.Settings.Calendar.Parts(p, cycle), p)
	}
	return []model.Period{p}
}

// countPromises is CountPromises of Promises, which are not told in full.
func (r *Result) countPromises(person model.PersonID, p model.Period) (c PromiseCount) {
	before := r.reportBefore(person, p)
	if before == nil || len(before.Report.Goals) == 0 {
		return c
	}
	x, answering := r.org.people[person], r.reportAfter(person, before.Period)
	for i := range before.Report.Goals {
		g := &before.Report.Goals[i]
		m := r.awaited(before, g, answering)
		if g.Metric != "" {
			r.glance(&m.Figure, x, r.judgedIn(before, g), g.Metric)
		}
		m.judge(r.portfolio.Settings.AsOf)
		c.count(m.Judgement)
	}
	return c
}

// glance fills in of a person's figure what judges a promise.
func (r *Result) glance(f *Figure, x int, p model.Period, m model.MetricID) {
	column, stated := r.column[m]
	f.Metric, f.Actual = r.metric(m, column, stated), undefined(NoActual)
	period := r.time.find(p)
	if period < 0 {
		f.Partial, _, _ = r.time.progress(p)
		return
	}
	if f.Partial = r.time.spans[period].partial; stated {
		f.Actual = r.actual(point{x, period, column})
	}
}
