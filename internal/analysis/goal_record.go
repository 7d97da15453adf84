package analysis

import "reviewfolio/internal/model"

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

// carriedOn reports whether the report that answers the promise sets it anew.
func (r *Result) carriedOn(m *Promise) bool {
	return m.Judgement == GoalCarried && goalOf(r.portfolio.Review(m.Answered, m.Person).Report, m.Goal.ID) != nil
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

// Due returns how many should have been kept by now: all but the open.
func (c PromiseCount) Due() int { return c.Kept + c.Missed + c.Dropped + c.Carried + c.Dangling }

// KeptRate returns kept/due, undefined where nothing was due.
func (c PromiseCount) KeptRate() Value {
	return share(model.Amount(c.Kept), model.Amount(c.Due()))
}

// CountPromises counts the list.
func CountPromises(list []Promise) (c PromiseCount) {
	for i := range list {
		switch list[i].Judgement {
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
	return c
}

// TeamPromises counts what the people of the team and all below it had to
// answer in the period.
func (r *Result) TeamPromises(t model.TeamID, p model.Period) PromiseCount {
	var list []Promise
	for _, id := range r.People(t, p) {
		list = append(list, r.Promises(id, p)...)
	}
	return CountPromises(list)
}
