package analysis

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// checkAnswers tells which goals of the last earlier report this one leaves
// hanging: dropped without a reason, carried over and not set again, due and
// answered by neither figure nor outcome. It rests on the person's own reports
// and figures only. Asked are the reports that checkGaps asks, where both files
// are sound: what cannot be read may be the answer.
func (r *Result) checkAnswers(review *model.Review, list *diag.List) {
	faulty := r.portfolio.Faulty
	if !answers(review.Report) || faulty[review.Report.File] {
		return
	}
	set := r.reportBefore(review.Person, review.Period)
	if set == nil || faulty[set.Report.File] {
		return
	}
	for i := range set.Report.Goals {
		switch m := r.promise(set, &set.Report.Goals[i], review); {
		case m.NoReason():
			list.Warn(m.Outcome.StatusPos, "dropped-without-reason", m.Goal.ID).WithHint("hint-drop-reason", m.Goal.ID)
		case m.Lapsed:
			list.Warn(m.Outcome.StatusPos, "carried-not-set", m.Goal.ID).WithHint("hint-carry", m.Goal.ID)
		case m.Judgement == GoalDangling:
			list.Warn(diag.Whole(review.Report.File), "goal-dangling", m.Goal.ID, set.Period.String()).WithHint("hint-answer", m.Goal.ID)
		}
	}
}
