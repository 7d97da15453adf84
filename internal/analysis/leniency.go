package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// smallestLeniency is from how many people on a reviewer's or a team's mean is
// more than chance.
const smallestLeniency = 5

// A Leniency is how one reviewer scores beside the others on the same people
// in one period.
type Leniency struct {
	Reviewer model.PersonID
	N        int   // people whom others scored too
	Mean     Value // the reviewer's mean over them; TooFew where N is too small to say anything
	Others   Value // the others' mean over them; as Mean
	Diff     Value // mean − others: positive is lenient; as Mean
}

// Leniency compares the reviewers who scored somebody of the team or below it:
// for each person over the dimensions that the reviewer and another both
// scored, by weight. Every role takes part but self, also one that does not
// count: this is of reviewers, not of scores. The most lenient first; who shares
// too few people with others comes last, those with more of them first.
func (r *Result) Leniency(t model.TeamID, p model.Period) []Leniency {
	type means struct{ own, others weightedMean }
	var (
		byReviewer = map[model.PersonID]*means{}
		list       []Leniency
	)
	for _, id := range r.People(t, p) {
		review := r.portfolio.Review(p, id)
		if review == nil {
			continue
		}
		for _, c := range review.Comments {
			if c.Role == model.SelfRole || len(c.Ratings) == 0 {
				continue
			}
			s := byReviewer[c.Reviewer]
			if s == nil {
				s = &means{}
				byReviewer[c.Reviewer] = s
				list = append(list, Leniency{Reviewer: c.Reviewer})
			}
			if own, others := compareReviewer(r.portfolio.Settings.Ratings.Dimensions, c, review.Comments); own.Defined() {
				s.own.add(own, 1)
				s.others.add(others, 1)
			}
		}
	}
	for i := range list {
		l, s := &list[i], byReviewer[list[i].Reviewer]
		l.N = int(s.own.weight)
		if l.N < smallestLeniency {
			few := undefined(TooFew)
			l.Mean, l.Others, l.Diff = few, few, few
			continue
		}
		l.Mean, l.Others = s.own.value(), s.others.value()
		l.Diff = difference(l.Mean, l.Others)
	}
	slices.SortFunc(list, func(a, b Leniency) int {
		few := 0
		if !a.Diff.Defined() {
			few = cmp.Compare(b.N, a.N)
		}
		return cmp.Or(LargerFirst(a.Diff, b.Diff), few, cmp.Compare(a.Reviewer, b.Reviewer))
	})
	return list
}

// compareReviewer returns the score of one comment and of the others on the
// same person, by weight over the dimensions that both sides scored.
func compareReviewer(dimensions []model.Dimension, c *model.Comment, all []*model.Comment) (own, others Value) {
	var mine, theirs weightedMean
	for _, d := range dimensions {
		score, ok := ratingOf(c.Ratings, d.ID)
		if !ok {
			continue
		}
		var sum ratingSum
		for _, other := range all {
			if other == c || other.Role == model.SelfRole {
				continue
			}
			if score, ok := ratingOf(other.Ratings, d.ID); ok {
				sum.sum += score
				sum.n++
			}
		}
		if sum.n > 0 {
			mine.add(defined(score.Ratio()), d.Weight)
			theirs.add(sum.mean(), d.Weight)
		}
	}
	return mine.value(), theirs.value()
}
