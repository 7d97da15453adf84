package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A Score is what the ratings of one review come to (FORMAT.md, How figures
// roll up, 9). Scores are on the rating scheme's own scale. What nobody scored
// is undefined and never 0.
type Score struct {
	Composite         Value            // the dimensions' blends by weight, among those scored
	Dimensions        []DimensionScore // every dimension of the scheme, in its order
	DimensionCoverage Value            // share of dimension weight that is scored, 0 to 1
	RoleCoverage      Value            // share of role weight that scored a dimension that counts, 0 to 1
	Self              Value            // the self ratings by the same weights; never counts
	SelfGap           Value            // self − reviewers, by weight over the dimensions both scored
	Computed          string           // 初评: the grade the composite falls into; "" where there is none
	Final             string           // 终评 of calibration.md; "" where there is none
}

// Grade returns the grade that stands: 终评, else 初评, else "".
func (s Score) Grade() string {
	if s.Final != "" {
		return s.Final
	}
	return s.Computed
}

// A DimensionScore is one row of the score sheet.
type DimensionScore struct {
	Dimension *model.Dimension // weight 0 is shown and does not count
	Blend     Value            // the roles' means by weight, among the roles that scored it
	ByRole    []RoleScore      // who scored it: roles with a weight as site.yaml orders them, then the others
	Coverage  Value            // share of role weight that scored it, 0 to 1
	Self      Value
	Gap       Value // self − blend
}

// A RoleScore is the mean of the reviewers of one role.
type RoleScore struct {
	Role   model.Role
	Weight model.Amount // in percent; 0 is shown and does not count
	Mean   Value
	N      int // reviewers
}

// Score returns the score of the person's review in the period. Everything in
// it is undefined where nobody rated.
func (r *Result) Score(person model.PersonID, p model.Period) Score {
	review := r.portfolio.Review(p, person)
	if review == nil {
		review = &model.Review{Person: person, Period: p}
	}
	return r.score(review)
}

func (r *Result) score(review *model.Review) Score {
	scheme, self := &r.portfolio.Settings.Ratings, selfRatings(review)
	score := Score{Dimensions: make([]DimensionScore, len(scheme.Dimensions))}
	for i := range scheme.Dimensions {
		score.Dimensions[i] = scoreDimension(&scheme.Dimensions[i], review, r.counted, self)
	}
	score.blend()
	score.RoleCoverage = share(presentWeight(r.counted, score.Dimensions), totalWeight(r.counted))
	score.Computed = gradeOf(scheme.Grades, score.Composite)
	if review.Calibration != nil {
		score.Final = review.Calibration.Grade
	}
	return score
}

// blend adds up the dimensions.
func (s *Score) blend() {
	var (
		composite, self, gap weightedMean
		scored, total        model.Amount
	)
	for _, d := range s.Dimensions {
		weight := d.Dimension.Weight
		composite.add(d.Blend, weight)
		self.add(d.Self, weight)
		gap.add(d.Gap, weight)
		total += weight
		if d.Blend.Defined() {
			scored += weight
		}
	}
	s.Composite, s.Self, s.SelfGap = composite.value(), self.value(), gap.value()
	s.DimensionCoverage = share(scored, total)
}

// presentWeight returns the weight of the roles that scored a dimension that
// counts.
func presentWeight(counted []model.RoleWeight, dimensions []DimensionScore) (present model.Amount) {
	for _, rw := range counted {
		if slices.ContainsFunc(dimensions, func(d DimensionScore) bool {
			return d.Dimension.Weight > 0 && slices.ContainsFunc(d.ByRole, func(by RoleScore) bool { return by.Role == rw.Role })
		}) {
			present += rw.Weight
		}
	}
	return present
}

// countedRoles returns the roles that have a weight. The self rating never
// counts, whatever site.yaml says.
func countedRoles(scheme *model.RatingScheme) []model.RoleWeight {
	var counted []model.RoleWeight
	for _, rw := range scheme.Roles {
		if rw.Weight > 0 && rw.Role != model.SelfRole {
			counted = append(counted, rw)
		}
	}
	return counted
}

func totalWeight(roles []model.RoleWeight) (total model.Amount) {
	for _, rw := range roles {
		total += rw.Weight
	}
	return total
}

// selfRatings returns what the person rated in the report, else in a comment
// of role self.
func selfRatings(review *model.Review) []model.Rating {
	if review.Report != nil && len(review.Report.SelfRatings) > 0 {
		return review.Report.SelfRatings
	}
	for _, c := range review.Comments {
		if c.Role == model.SelfRole && len(c.Ratings) > 0 {
			return c.Ratings
		}
	}
	return nil
}

func scoreDimension(d *model.Dimension, review *model.Review, counted []model.RoleWeight, selfRatings []model.Rating) DimensionScore {
	row := DimensionScore{Dimension: d}
	sums := dimensionSums(d.ID, review)
	var (
		blend   weightedMean
		present model.Amount
	)
	add := func(role model.Role, weight model.Amount) {
		if sums[role].n == 0 {
			return
		}
		mean := sums[role].mean()
		row.ByRole = append(row.ByRole, RoleScore{Role: role, Weight: weight, Mean: mean, N: sums[role].n})
		blend.add(mean, weight)
		present += weight
		sums[role].n = 0
	}
	for _, rw := range counted {
		add(rw.Role, rw.Weight)
	}
	for role := model.ManagerRole; role < model.SelfRole; role++ {
		add(role, 0)
	}
	row.Blend, row.Coverage = blend.value(), share(present, totalWeight(counted))
	row.Self, row.Gap = undefined(NotScored), undefined(NotScored)
	if score, ok := ratingOf(selfRatings, d.ID); ok {
		row.Self = defined(score.Ratio())
		row.Gap = difference(row.Self, row.Blend)
	}
	return row
}

// A ratingSum adds the scores that several reviewers gave one dimension.
type ratingSum struct {
	sum model.Amount
	n   int
}

func (s ratingSum) mean() Value {
	return defined(lowest(model.Ratio{Num: int64(s.sum), Den: int64(model.One) * int64(s.n)}))
}

// dimensionSums adds up the scores of a dimension by role, but for self.
func dimensionSums(d model.DimensionID, review *model.Review) (sums [model.SelfRole + 1]ratingSum) {
	for _, c := range review.Comments {
		if c.Role == model.SelfRole {
			continue
		}
		if score, ok := ratingOf(c.Ratings, d); ok {
			sums[c.Role].sum += score
			sums[c.Role].n++
		}
	}
	return sums
}

func ratingOf(ratings []model.Rating, d model.DimensionID) (model.Amount, bool) {
	for _, rating := range ratings {
		if rating.Dimension == d {
			return rating.Score, true
		}
	}
	return 0, false
}

// gradeOf returns the half-open band that the unrounded composite falls into;
// "" where it is undefined or below the lowest.
func gradeOf(grades []model.Grade, composite Value) string {
	if !composite.Defined() {
		return ""
	}
	for _, g := range grades {
		if composite.Compare(g.Min.Ratio()) >= 0 {
			return g.Name
		}
	}
	return ""
}

// A weightedMean is Σ weight × value / Σ weight over the values that are
// defined. The zero weightedMean is ready for use.
type weightedMean struct {
	sum    model.Ratio
	weight model.Amount
}

func (m *weightedMean) add(v Value, weight model.Amount) {
	if !v.Defined() || weight == 0 {
		return
	}
	m.sum = Plus(m.sum, times(v.Ratio, int64(weight)))
	m.weight += weight
}

func (m *weightedMean) value() Value {
	if m.weight == 0 {
		return undefined(NotScored)
	}
	return defined(lowest(quotient(m.sum, model.Ratio{Num: int64(m.weight), Den: 1})))
}

// difference returns a − b, undefined where either is.
func difference(a, b Value) Value {
	switch {
	case !a.Defined():
		return a
	case !b.Defined():
		return b
	}
	return defined(minus(a.Ratio, b.Ratio))
}

// share returns part/whole, undefined where the whole is 0.
func share(part, whole model.Amount) Value {
	if whole == 0 {
		return undefined(NoDenominator)
	}
	return defined(model.NewRatio(part, whole))
}
