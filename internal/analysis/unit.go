package analysis

import "reviewfolio/internal/model"

// A UnitScore is how the scores of one team and all below it stand beside those
// of everybody.
type UnitScore struct {
	Team     model.TeamID
	Scored   int   // people with a composite
	Mean     Value // of the composites; TooFew where they are too few to say anything
	Diff     Value // mean − that of the whole; undefined without a reason for the whole itself
	TopShare Value // of the people with a grade, those with the highest; as Mean
	Grades   Distribution
}

// UnitScores returns the scores of the team and of every team below it, parents
// before children, siblings by id.
func (r *Result) UnitScores(t model.TeamID, p model.Period) []UnitScore {
	whole := r.unitScore(t, p)
	list := []UnitScore{whole}
	var walk func(model.TeamID)
	walk = func(id model.TeamID) {
		for _, child := range r.Children(id) {
			u := r.unitScore(child, p)
			u.Diff = difference(u.Mean, whole.Mean)
			list = append(list, u)
			walk(child)
		}
	}
	walk(t)
	return list
}

func (r *Result) unitScore(t model.TeamID, p model.Period) UnitScore {
	u := UnitScore{Team: t, Grades: r.Distribution(t, p)}
	var mean weightedMean
	for _, x := range r.crew(t, p) {
		if composite := r.verdict(int(x), p).Composite; composite.Defined() {
			u.Scored++
			mean.add(composite, model.One)
		}
	}
	u.Mean, u.TopShare = undefined(TooFew), undefined(TooFew)
	if u.Scored >= smallestLeniency {
		u.Mean = mean.value()
	}
	if n := u.Grades.People; n >= smallestLeniency && len(u.Grades.Grades) > 0 {
		u.TopShare = defined(model.NewRatio(model.Amount(len(u.Grades.Grades[0].People)), model.Amount(n)))
	}
	return u
}
