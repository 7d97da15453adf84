package analysis

import "reviewfolio/internal/model"

// A Matrix is the 业绩—评分矩阵 of a unit in one period: KPI综合完成率 across,
// composite score upward, each cut in three by site.yaml. In a 九宫格 the score is
// that of the dimension potential.
type Matrix struct {
	Cells [3][3][]model.PersonID // [score][attainment], 0 is the lowest; by KPI综合完成率 from the top, then id
	Count int                    // people in a cell
	Out   []Unplaced             // who has a review, or should, and is in no cell, by id
}

// Unplaced is a person who has no place in the Matrix, and why.
type Unplaced struct {
	Person     model.PersonID
	Attainment Reason // why the KPI综合完成率 is undefined
	Score      Reason // why the score is undefined
}

// Matrix returns the matrix of the people of the team and all below it.
func (r *Result) Matrix(t model.TeamID, p model.Period) Matrix {
	return r.matrix(t, p, func(x int) Value { return r.verdict(x, p).Composite })
}

// matrix places everybody by KPI综合完成率 and by a score.
func (r *Result) matrix(t model.TeamID, p model.Period, scoreOf func(person int) Value) Matrix {
	var m Matrix
	cuts := r.portfolio.Settings.Cuts
	var cells [3][3][]placed
	for _, x := range r.crew(t, p) {
		x := int(x)
		rate, score := r.rate(x, p), scoreOf(x)
		if !rate.Defined() || !score.Defined() {
			if r.reviewed(x, p) {
				m.Out = append(m.Out, Unplaced{Person: r.portfolio.People[x].ID, Attainment: rate.Why, Score: score.Why})
			}
			continue
		}
		cell := &cells[bandOf(score, cuts.Score, 1)][bandOf(rate, cuts.Attainment, 100)]
		*cell = append(*cell, placed{x, rate})
		m.Count++
	}
	for i := range cells {
		for j := range cells[i] {
			m.Cells[i][j] = r.fromTheTop(cells[i][j])
		}
	}
	return m
}

// bandOf returns 0 below the first cut, 1 from it, 2 from the second; cuts are
// stated in so many parts of one (100: percent).
func bandOf(v Value, cuts [2]model.Amount, parts int64) int {
	band := 0
	for _, cut := range cuts {
		if v.Compare(model.NewRatio(cut, model.Amount(parts)*model.One)) >= 0 {
			band++
		}
	}
	return band
}
