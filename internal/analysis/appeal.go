package analysis

import "reviewfolio/internal/model"

// An AppealState is the 申诉 in a person's own comment on a review.
type AppealState struct {
	Comment *model.Comment // the person's own
	Section *model.Section
	Date    model.Date         // of the comment; zero where it has none
	Answer  *model.Calibration // a later final grade; nil where the appeal is open
}

// appealIn returns the appeal against a review, if there is one.
func appealIn(review *model.Review) (a AppealState, ok bool) {
	for _, c := range review.Comments {
		if c.Role != model.SelfRole {
			continue
		}
		for i := range c.Body.Sections {
			if s := &c.Body.Sections[i]; s.Part == model.Appeal && !s.Empty {
				a = AppealState{Comment: c, Section: s, Date: c.Date}
				if x := review.Calibration; x != nil && x.Date.After(c.Date) {
					a.Answer = x
				}
				return a, true
			}
		}
	}
	return AppealState{}, false
}

// Appeal returns the appeal of the person against the review of the period; ok
// is false where there is none.
func (r *Result) Appeal(person model.PersonID, p model.Period) (a AppealState, ok bool) {
	if review := r.portfolio.Review(p, person); review != nil {
		return appealIn(review)
	}
	return AppealState{}, false
}
