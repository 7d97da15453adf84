package analysis

import "reviewfolio/internal/model"

// A Verdict is what a Score comes to, without its parts: what tables and
// distributions ask of hundreds of people. It is worked out once, in Run.
type Verdict struct {
	Composite    Value
	RoleCoverage Value  // share of role weight that scored a dimension that counts, 0 to 1
	Computed     string // 初评; "" where there is none
	Final        string // 终评; "" where there is none
}

// Grade returns the grade that stands: 终评, else 初评, else "".
func (v Verdict) Grade() string {
	if v.Final != "" {
		return v.Final
	}
	return v.Computed
}

type verdictKey struct {
	person model.PersonID
	period model.Period
}

// Verdict returns what the score of the person's review in the period comes to.
func (r *Result) Verdict(person model.PersonID, p model.Period) Verdict {
	if v, ok := r.verdicts[verdictKey{person, p}]; ok {
		return v
	}
	return Verdict{Composite: undefined(NotScored), RoleCoverage: undefined(NotScored)}
}

func (r *Result) fillVerdicts() {
	r.verdicts = make(map[verdictKey]Verdict, len(r.portfolio.Reviews))
	for _, review := range r.portfolio.Reviews {
		s := r.Score(review.Person, review.Period)
		r.verdicts[verdictKey{review.Person, review.Period}] = Verdict{
			Composite: s.Composite, RoleCoverage: s.RoleCoverage, Computed: s.Computed, Final: s.Final,
		}
	}
}
