package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// potential is the dimension that the 九宫格 needs.
const potential model.DimensionID = "potential"

// NineBox returns the 九宫格 of the team and all below it: KPI综合完成率 across,
// the reviewers' blend of the dimension potential upward, cut as the matrix is.
// Nobody is in it where the scheme has no such dimension or nobody rated it;
// roles without a weight do not count here either.
func (r *Result) NineBox(t model.TeamID, p model.Period) Matrix {
	dimensions := r.portfolio.Settings.Ratings.Dimensions
	at := slices.IndexFunc(dimensions, func(d model.Dimension) bool { return d.ID == potential })
	if at < 0 {
		return Matrix{}
	}
	return r.matrix(t, p, func(x int) Value {
		if i := r.review(x, p); i >= 0 {
			return scoreDimension(&dimensions[at], r.portfolio.Reviews[i], r.counted, nil).Blend
		}
		return undefined(NotScored)
	})
}
