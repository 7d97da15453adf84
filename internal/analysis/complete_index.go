package analysis

import "reviewfolio/internal/model"

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
		of:        map[model.PersonID][]*model.Review{},
		leads:     leaders(p),
		actions:   trackActions(p),
		actionsOf: map[model.PersonID][]int{},
		doubts:    newDoubts(p),
	}
	for _, review := range p.Reviews {
		x.of[review.Person] = append(x.of[review.Person], review)
	}
	for i, a := range x.actions {
		x.actionsOf[a.Owner] = append(x.actionsOf[a.Owner], i)
	}
	return x
}
