package analysis

import "reviewfolio/internal/model"

// A Verdict is what a Score comes to, without its parts: what tables and
// distributions ask of hundreds of people. It is worked out once, in Run.
type Verdict struct {
	Composite         Value
	DimensionCoverage Value  // share of dimension weight that is scored, 0 to 1
	RoleCoverage      Value  // share of role weight that scored a dimension that counts, 0 to 1
	Computed          string // 初评; "" where there is none
	Final             string // 终评; "" where there is none
}

// Partial reports whether there is a composite that not all weight, of
// dimensions and of roles, went into.
func (v Verdict) Partial() bool {
	return v.Composite.Defined() && (!whole(v.DimensionCoverage) || !whole(v.RoleCoverage))
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
	none := undefined(NotScored)
	return Verdict{Composite: none, DimensionCoverage: none, RoleCoverage: none}
}

func (r *Result) verdictOf(review *model.Review) Verdict {
	s := r.score(review)
	return s.Verdict()
}

// Verdict returns what the score comes to.
func (s *Score) Verdict() Verdict {
	return Verdict{
		Composite: s.Composite, DimensionCoverage: s.DimensionCoverage, RoleCoverage: s.RoleCoverage, Computed: s.Computed, Final: s.Final,
	}
}

// whole reports whether a share is all there is.
func whole(share Value) bool { return share.Defined() && share.Num == share.Den }
