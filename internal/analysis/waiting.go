package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Stage is what has to be done next for a review to be acknowledged.
type Stage uint8

const (
	StageDone        Stage = iota // nobody waits: it is acknowledged, or the period is not over
	StageHandIn                   // the person writes the report
	StageSubmit                   // the person submits the report that is begun
	StageComment                  // the manager comments
	StageShare                    // the manager shares the comments
	StageAcknowledge              // the person acknowledges them
	StageAnswer                   // the manager has the appeal answered by a final grade
)

// A Turn is who has to act next on a review, and since when that is waited for.
type Turn struct {
	Person model.PersonID // whose review it is
	Period model.Period
	Stage  Stage
	Who    model.PersonID // "" where the person has no manager
	Since  model.Date     // zero where nothing says when
	Days   int            // from Since to as_of; 0 where Since is not known
	Due    model.Date     // of reports and comments; zero where no day is set
	Late   int            // days from Due to as_of; 0 until then
}

// Turn returns who has to act next on the person's review of the period: until
// it is submitted the person, then the manager, who comments and shares, then
// the person, who acknowledges; before all, the manager on an open appeal.
// Nobody is waited for to submit before the period is over.
func (r *Result) Turn(person model.PersonID, p model.Period) Turn {
	t := Turn{Person: person, Period: p}
	x, known := r.org.people[person]
	if !known {
		return t
	}
	if i := r.review(x, p); i >= 0 {
		r.takeTurn(&t, r.portfolio.Reviews[i], &r.marks[i])
	}
	if t.Stage == StageDone {
		if _, ok := r.missingReport(x, p); ok {
			t.Stage, t.Since = StageHandIn, r.time.last(p)
		}
	}
	settings := &r.portfolio.Settings
	switch t.Stage {
	case StageDone:
		return t
	case StageHandIn, StageSubmit:
		t.Who, t.Due = person, r.dueDate(p, settings.Due.Report)
	case StageAcknowledge:
		t.Who = person
	case StageComment, StageShare:
		t.Who, t.Due = r.manager(person, p), r.dueDate(p, settings.Due.Comment)
	case StageAnswer:
		t.Who = r.manager(person, p)
	}
	if !t.Since.IsZero() {
		t.Days = max(0, settings.AsOf.Sub(t.Since))
	}
	if !t.Due.IsZero() {
		t.Late = max(0, settings.AsOf.Sub(t.Due))
	}
	return t
}

// takeTurn finds the stage that a review is at, and since when.
func (r *Result) takeTurn(t *Turn, review *model.Review, m *marks) {
	if m.appeal {
		a, _ := appealIn(review)
		t.Stage, t.Since = StageAnswer, a.Date
		return
	}
	if review.Report == nil {
		return
	}
	switch status := review.Report.Status; status {
	case model.Draft, model.Open:
		if r.time.over(review.Period) {
			t.Stage, t.Since = StageSubmit, r.time.last(review.Period)
		}
	case model.Submitted:
		t.Stage, t.Since = StageShare, Reached(review.Report, status)
		if m.lacks(model.ManagerRole) {
			t.Stage = StageComment
			return
		}
		for _, c := range review.Comments {
			if c.Role == model.ManagerRole && c.Date.After(t.Since) {
				t.Since = c.Date
			}
		}
	case model.Shared:
		t.Stage, t.Since = StageAcknowledge, Reached(review.Report, status)
	}
}

// Reached returns the last day on which the report came to the status, by its
// history, else, of the submission, by its own date; zero where neither says.
func Reached(report *model.Report, status model.Status) model.Date {
	var day model.Date
	noted := false
	for _, c := range report.History {
		if c.Status == status {
			day, noted = c.Date, true
		}
	}
	if !noted && status == model.Submitted {
		return report.Date
	}
	return day
}

// Turns returns who has to act on the reviews of the team and all below it: who
// is waited for longest first, not known since when last, then by id.
func (r *Result) Turns(t model.TeamID, p model.Period) []Turn {
	var list []Turn
	for _, x := range r.crew(t, p) {
		if turn := r.Turn(r.portfolio.People[x].ID, p); turn.Stage != StageDone {
			list = append(list, turn)
		}
	}
	slices.SortStableFunc(list, func(a, b Turn) int {
		return cmp.Or(compareDates(a.Since, b.Since), cmp.Compare(a.Person, b.Person))
	})
	return list
}
