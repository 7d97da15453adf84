package analysis

import "reviewfolio/internal/model"

// trainingMetric is 培训学时 of the built-in dictionary.
const trainingMetric = "training_hours"

// growthWords are the words by which an action is one of development.
var growthWords = []string{
	"培训", "学习", "辅导", "带教", "课程", "认证", "轮岗", "传帮带", "考证", "讲师",
	"training", "trained", "coach", "mentor", "course", "workshop", "certif", "learn",
}

// growth looks for hours of training in the report's figures, for actions of
// development in any file of the review, and for an improvement plan in a
// comment.
func (r *Result) growth(x int, review *model.Review) Effect {
	var e Effect
	if v := r.Actual(PersonScope(r.portfolio.People[x].ID), review.Period, trainingMetric); review.Report != nil && v.Defined() && v.Sign() > 0 {
		e.Evidence = append(e.Evidence, Evidence{Kind: ByTraining, Value: v})
	}
	if anyGrowth(review) {
		for _, s := range sightings(review, r.time.last(review.Period)) {
			if says(s.action.Text, growthWords...) {
				e.Evidence = append(e.Evidence, Evidence{Kind: ByAction, Text: s.action.Text, Place: s.place})
			}
		}
	}
	for _, c := range review.Comments {
		if holdsPart(&c.Body, model.Plan) {
			e.Evidence = append(e.Evidence, Evidence{Kind: ByPlan, Person: c.Reviewer})
		}
	}
	switch {
	case len(e.Evidence) > 0:
		return e
	case review.Report == nil:
		return Effect{Why: DoubtNoReport}
	case !r.time.over(review.Period):
		return Effect{Why: DoubtEarly}
	}
	return absentOr(review.Report.Status != model.Open, DoubtOpen)
}

// anyGrowth reports whether any action of the review is one of development;
// most have none, and where they stand need not be found out.
func anyGrowth(review *model.Review) bool {
	for _, d := range proseOfReview(review) {
		for i := range d.doc.Actions {
			if says(d.doc.Actions[i].Text, growthWords...) {
				return true
			}
		}
	}
	return false
}
