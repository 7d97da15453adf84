package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// An ActionState is what became of an action.
type ActionState uint8

const (
	ActionOpen     ActionState = iota // not yet due, or without a date
	ActionOverdue                     // due, and not done
	ActionDangling                    // due, and the owner's next report is silent about it
	ActionDone                        // in time as far as the reviews tell
	ActionLate                        // done after it was due
)

// ActionState returns what became of the action.
//
// It is late where it was still seen open after the due date, or is first seen
// done in a period that began after it: a report tells what its period brought,
// not on which day. It dangles where it was due, or has no date, by the end of
// a later report of its owner, and nothing of that period or since names it.
func (r *Result) ActionState(a *TrackedAction) ActionState {
	calendar := r.portfolio.Settings.Calendar
	switch {
	case a.Done && !a.Due.IsZero() && (a.OpenOn.After(a.Due) || calendar.First(a.DoneIn.Period).After(a.Due)):
		return ActionLate
	case a.Done:
		return ActionDone
	}
	if end := r.lastReported(a.Owner); end.After(calendar.Last(a.Last.Period)) && !a.Due.After(end) {
		return ActionDangling
	}
	if a.Overdue > 0 {
		return ActionOverdue
	}
	return ActionOpen
}

// lastReported returns the last day of the period of the person's last report
// whose text is final; zero where there is none.
func (r *Result) lastReported(person model.PersonID) model.Date {
	for _, review := range slices.Backward(r.reviews.of[person]) { // by last day
		if review.Report != nil && review.Report.Status > model.Open {
			return r.time.last(review.Period)
		}
	}
	return model.Date{}
}

// An ActionCount is how many actions came to what.
type ActionCount struct{ Open, Overdue, Dangling, Done, Late int }

// Due returns how many should be done by now: all but the open.
func (c ActionCount) Due() int { return c.Overdue + c.Dangling + c.Done + c.Late }

// All returns how many there are.
func (c ActionCount) All() int { return c.Due() + c.Open }

// InTimeRate returns done/due (按时完成率), undefined where nothing was due.
func (c ActionCount) InTimeRate() Value {
	if c.Due() == 0 {
		return undefined(NothingDue)
	}
	return share(model.Amount(c.Done), model.Amount(c.Due()))
}

// Plus returns the count of both.
func (c ActionCount) Plus(o ActionCount) ActionCount {
	return ActionCount{
		Open: c.Open + o.Open, Overdue: c.Overdue + o.Overdue, Dangling: c.Dangling + o.Dangling, Done: c.Done + o.Done, Late: c.Late + o.Late,
	}
}

func (c *ActionCount) count(s ActionState) {
	switch s {
	case ActionOpen:
		c.Open++
	case ActionOverdue:
		c.Overdue++
	case ActionDangling:
		c.Dangling++
	case ActionDone:
		c.Done++
	case ActionLate:
		c.Late++
	}
}

// ActionRecord counts all actions of one owner.
func (r *Result) ActionRecord(owner model.PersonID) (c ActionCount) {
	for _, i := range r.reviews.actionsOf[owner] {
		c.count(r.ActionState(&r.reviews.actions[i]))
	}
	return c
}

// ActionsDue counts the owner's actions whose due date lies in the period.
func (r *Result) ActionsDue(owner model.PersonID, p model.Period) (c ActionCount) {
	first, last := r.portfolio.Settings.Calendar.First(p), r.time.last(p)
	for _, i := range r.reviews.actionsOf[owner] {
		a := &r.reviews.actions[i]
		if !a.Due.IsZero() && !a.Due.Before(first) && !a.Due.After(last) {
			c.count(r.ActionState(a))
		}
	}
	return c
}
