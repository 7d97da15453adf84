package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Spread is how far the reviewers of one person are apart.
type Spread struct {
	Person  model.PersonID
	N       int             // reviewers who scored a dimension that counts
	Mean    Value           // highest − lowest score, by weight over the dimensions that two or more scored
	Widest  DimensionSpread // where they are furthest apart; of several the weightiest, then the first
	Partial bool            // Mean is not over all dimensions that count
}

// A DimensionSpread is what the reviewers gave one dimension.
type DimensionSpread struct {
	Dimension *model.Dimension
	Scores    []ReviewerScore // from the top, then by reviewer
	Range     Value           // highest − lowest
}

// A ReviewerScore is what one reviewer gave.
type ReviewerScore struct {
	Reviewer model.PersonID
	Role     model.Role
	Score    Value
}

// Spreads returns how far the reviewers are apart on each person of the team
// and below whom two or more scored in the same dimension, the widest first,
// then by id; and who has ratings and is not among them. Every role takes part
// but self, as in Leniency.
func (r *Result) Spreads(t model.TeamID, p model.Period) (list []Spread, alone []model.PersonID) {
	for _, x := range r.crew(t, p) {
		i := r.review(int(x), p)
		if i < 0 {
			continue
		}
		switch s := r.spreadOf(r.portfolio.Reviews[i]); {
		case s.Mean.Defined():
			list = append(list, s)
		case s.N > 0:
			alone = append(alone, s.Person)
		}
	}
	slices.SortFunc(list, func(a, b Spread) int {
		return cmp.Or(LargerFirst(a.Mean, b.Mean), cmp.Compare(a.Person, b.Person))
	})
	return list, alone
}

func (r *Result) spreadOf(review *model.Review) Spread {
	s := Spread{Person: review.Person}
	var mean weightedMean
	reviewers := map[*model.Comment]bool{}
	dimensions := r.portfolio.Settings.Ratings.Dimensions
	for i := range dimensions {
		d := DimensionSpread{Dimension: &dimensions[i]}
		if d.Dimension.Weight == 0 {
			continue
		}
		for _, c := range review.Comments {
			if score, ok := ratingOf(c.Ratings, d.Dimension.ID); ok && c.Role != model.SelfRole {
				reviewers[c] = true
				d.Scores = append(d.Scores, ReviewerScore{c.Reviewer, c.Role, defined(score.Ratio())})
			}
		}
		if len(d.Scores) < 2 {
			s.Partial = true
			continue
		}
		d.order()
		mean.add(d.Range, d.Dimension.Weight)
		if d.wider(&s.Widest) {
			s.Widest = d
		}
	}
	s.N, s.Mean = len(reviewers), mean.value()
	return s
}

func (d *DimensionSpread) order() {
	slices.SortStableFunc(d.Scores, func(a, b ReviewerScore) int {
		return cmp.Or(LargerFirst(a.Score, b.Score), cmp.Compare(a.Reviewer, b.Reviewer))
	})
	d.Range = difference(d.Scores[0].Score, d.Scores[len(d.Scores)-1].Score)
}

func (d *DimensionSpread) wider(than *DimensionSpread) bool {
	if than.Dimension == nil {
		return true
	}
	return cmp.Or(d.Range.Compare(than.Range.Ratio), cmp.Compare(d.Dimension.Weight, than.Dimension.Weight)) > 0
}
