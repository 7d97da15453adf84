package analysis

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// planGrades is how many of the lowest grades need an improvement plan.
const planGrades = 2

// checkPlan tells of a review with one of the two lowest grades (the final one
// where there is one) that has no ## 改进计划 with an action that is due some
// day, in a comment or in calibration.md. A scheme of fewer than three grades
// asks only for the lower.
func (r *Result) checkPlan(review *model.Review, verdict Verdict, list *diag.List) {
	grade, grades := verdict.Grade(), r.portfolio.Settings.Ratings.Grades
	at := slices.IndexFunc(grades, func(g model.Grade) bool { return g.Name == grade })
	if at < 1 || at < len(grades)-planGrades || r.gradedInDoubt(review) {
		return
	}
	written := false
	for _, d := range proseOfReview(review) {
		for i := range d.doc.Sections {
			s := &d.doc.Sections[i]
			if s.Part != model.Plan || s.Empty {
				continue
			}
			written = true
			if anyRefIn(s, func(ref *model.Ref) bool {
				return ref.Kind == model.ActionStart && !d.doc.Actions[ref.Action].Due.IsZero()
			}) {
				return
			}
		}
	}
	key := "no-plan"
	if written {
		key = "no-plan.due"
	}
	list.Warn(planPlace(review, verdict), key, grade).WithHint("hint-no-plan")
}

// gradedInDoubt reports whether a file that the grade rests on has errors.
func (r *Result) gradedInDoubt(review *model.Review) bool {
	faulty := r.portfolio.Faulty
	if review.Calibration != nil && faulty[review.Calibration.File] {
		return true
	}
	return faulty[settingsFile] || slices.ContainsFunc(review.Comments, func(c *model.Comment) bool { return faulty[c.File] })
}

// planPlace is the file that gives the grade: the calibration, else the
// manager's comment, else the first one.
func planPlace(review *model.Review, verdict Verdict) diag.Pos {
	if verdict.Final != "" {
		return review.Calibration.Pos
	}
	comments := slices.DeleteFunc(slices.Clone(review.Comments), func(c *model.Comment) bool { return c.Role == model.SelfRole })
	slices.SortStableFunc(comments, func(a, b *model.Comment) int { return int(a.Role) - int(b.Role) })
	return diag.Whole(comments[0].File)
}
