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

// Verdict returns what the score of the person's review in the period comes to.
func (r *Result) Verdict(person model.PersonID, p model.Period) Verdict {
	if x, known := r.org.people[person]; known {
		return r.verdict(x, p)
	}
	if review := r.portfolio.Review(p, person); review != nil {
		return r.verdictOf(review)
	}
	return unscored()
}

func (r *Result) verdict(x int, p model.Period) Verdict {
	if i := r.review(x, p); i >= 0 {
		return r.verdicts[i]
	}
	return unscored()
}

// unscored is the verdict where there is no review.
func unscored() Verdict {
	return Verdict{Composite: undefined(NotScored), RoleCoverage: undefined(NotScored)}
}

func (r *Result) verdictOf(review *model.Review) Verdict {
	s := r.score(review)
	return Verdict{Composite: s.Composite, RoleCoverage: s.RoleCoverage, Computed: s.Computed, Final: s.Final}
}
