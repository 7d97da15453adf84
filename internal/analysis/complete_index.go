package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// reviews holds what questions about reviews look up, derived once.
type reviews struct {
	of        map[model.PersonID][]*model.Review // in the calendar's order
	leads     map[model.PersonID]bool            // who leads a team or is a manager
	actions   []TrackedAction                    // in the order of Actions
	actionsOf map[model.PersonID][]int           // by owner, into actions
	doubts    doubts
}

func indexReviews(p *model.Portfolio) reviews {
	x := reviews{
		of:      map[model.PersonID][]*model.Review{},
		leads:   leaders(p),
		actions: trackActions(p),
		doubts:  newDoubts(p),
	}
	for _, review := range p.Reviews {
		x.of[review.Person] = append(x.of[review.Person], review)
	}
	x.actionsOf = byOwner(x.actions)
	return x
}

// fillReviews finds where everybody's reviews are and derives what tables of
// hundreds of people ask of each.
func (r *Result) fillReviews() {
	r.reviewAt = slices.Repeat([]int32{-1}, len(r.stints))
	r.verdicts = make([]Verdict, len(r.portfolio.Reviews))
	r.marks = make([]marks, len(r.portfolio.Reviews))
	for i, review := range r.portfolio.Reviews {
		if x, known := r.org.people[review.Person]; known {
			r.reviewAt[r.at(x, r.time.find(review.Period))] = int32(i)
		}
		r.verdicts[i] = r.verdictOf(review)
		r.marks[i] = r.mark(review)
	}
}

// review returns where among the reviews the person's of the period is, -1
// where there is none.
func (r *Result) review(x int, p model.Period) int {
	if period := r.time.find(p); period >= 0 {
		return int(r.reviewAt[r.at(x, period)])
	}
	return -1
}
