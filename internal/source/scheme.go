package source

import (
	"slices"

	"reviewfolio/internal/model"
)

// ratings sets how reviewers score.
func (b *siteBuilder) ratings() {
	raw := b.raw.ratings.v
	b.scale(raw.scale.v)
	b.dimensions(raw)
	b.roles(raw)
	b.grades(raw)
}

func (b *siteBuilder) scale(raw rawScale) {
	b.Ratings.Min, _ = b.plain(raw.min, model.One, "scale.min")
	b.Ratings.Max, _ = b.plain(raw.max, 5*model.One, "scale.max")
	b.Ratings.Step, _ = b.plain(raw.step, model.One/2, "scale.step")
	low, high, step := b.Ratings.Min, b.Ratings.Max, b.Ratings.Step
	switch {
	case low >= high:
		pos := raw.max.pos
		if !raw.max.ok {
			pos = raw.min.pos
		}
		b.fault(pos, "bad-scale", low.String(), high.String())
	case step <= 0 || (high-low)%step != 0:
		pos := raw.step.pos
		if !raw.step.ok {
			pos = b.raw.ratings.v.scale.pos
		}
		b.fault(pos, "bad-scale.step", low.String(), high.String(), step.String())
	default:
		return
	}
	b.Ratings.Min, b.Ratings.Max, b.Ratings.Step = model.One, 5*model.One, model.One/2
}

// plain returns a number that is no percentage. Where none is given, or it is
// at fault, ok is false and a is otherwise.
func (b *siteBuilder) plain(x at[model.Number], otherwise model.Amount, where string) (a model.Amount, ok bool) {
	if !x.ok {
		return otherwise, false
	}
	if a, ok = b.amount(x, model.Count, where); !ok {
		return otherwise, false
	}
	return a, true
}

var builtInDimensions = []model.Dimension{
	{ID: "performance", Weight: 40 * model.One},
	{ID: "strategy", Weight: 20 * model.One},
	{ID: "team", Weight: 20 * model.One},
	{ID: "communication", Weight: 20 * model.One},
}

func (b *siteBuilder) dimensions(raw rawRatings) {
	if len(raw.dimensions.v) == 0 {
		b.Ratings.Dimensions = slices.Clone(builtInDimensions)
		return
	}
	var total model.Amount
	incomplete := lacks(raw.dimensions)
	for _, x := range raw.dimensions.v {
		w, ok := b.weight(x.v.weight, x.key+".weight")
		total += w
		incomplete = incomplete || !ok
		b.Ratings.Dimensions = append(b.Ratings.Dimensions, model.Dimension{
			ID: model.DimensionID(x.key), Label: x.v.label.v, Weight: w,
		})
	}
	b.checkTotal("dimensions", raw.dimensions.keyPos, total, incomplete)
}

func (b *siteBuilder) roles(raw rawRatings) {
	if len(raw.roles.v) == 0 {
		b.Ratings.Roles = []model.RoleWeight{
			{Role: model.ManagerRole, Weight: 70 * model.One},
			{Role: model.PeerRole, Weight: 15 * model.One},
			{Role: model.HRRole, Weight: 15 * model.One},
		}
		return
	}
	var total model.Amount
	incomplete := lacks(raw.roles)
	for _, x := range raw.roles.v {
		role, ok := model.ParseRole(x.key)
		switch {
		case !ok:
			b.unknown(x.pos, "unknown-role", x.key, roleNames)
		case role == model.SelfRole:
			b.fault(x.pos, "self-role-weight")
			incomplete = true
		}
		w, ok := b.weight(x.at, "roles."+x.key)
		total += w
		incomplete = incomplete || !ok
		b.Ratings.Roles = append(b.Ratings.Roles, model.RoleWeight{Role: role, Weight: w})
	}
	b.checkTotal("roles", raw.roles.keyPos, total, incomplete)
}

// grades sets the bands; the built-in ones begin at the same shares of any
// scale: at 4.6, 4, 3, 2 and 1 of one from 1 to 5.
func (b *siteBuilder) grades(raw rawRatings) {
	low, width := b.Ratings.Min, b.Ratings.Max-b.Ratings.Min
	if len(raw.grades.v) == 0 {
		for _, g := range []struct {
			name         string
			begin, share model.Amount
		}{{"S", 90, 10}, {"A", 75, 20}, {"B", 50, 50}, {"C", 25, 15}, {"D", 0, 5}} {
			b.Ratings.Grades = append(b.Ratings.Grades, model.Grade{
				Name: g.name, Min: low + width*g.begin/100, Share: g.share * model.One,
			})
		}
		return
	}
	var above *model.Grade // the last that begins on the scale
	for _, g := range raw.grades.v {
		begin, ok := b.plain(g.v.min, low, "min")
		grade := model.Grade{Name: g.v.grade.v, Min: begin}
		grade.Share, _ = b.weight(g.v.share, "share")
		if !g.v.grade.ok {
			continue // told already
		}
		switch {
		case slices.ContainsFunc(b.Ratings.Grades, func(x model.Grade) bool { return x.Name == grade.Name }):
			b.fault(g.v.grade.pos, "duplicate-value", grade.Name)
		case !ok:
		case begin < low || begin > b.Ratings.Max:
			b.fault(g.v.min.pos, "grade-off-scale", grade.Name, begin.String(), low.String(), b.Ratings.Max.String())
		case above != nil && begin >= above.Min:
			b.fault(g.v.min.pos, "grade-order", grade.Name, above.Name)
		default:
			above = &grade
		}
		b.Ratings.Grades = append(b.Ratings.Grades, grade)
	}
}

// cuts sets what parts the matrix and what is achievable. The built-in scores
// are the middle and three quarters of the scale.
func (b *siteBuilder) cuts() {
	low, width := b.Ratings.Min, b.Ratings.Max-b.Ratings.Min
	raw := b.raw.cuts.v
	b.Cuts.Attainment = b.pair(raw.attainment, model.Percent, [2]model.Amount{90 * model.One, 100 * model.One}, "cuts.attainment")
	b.Cuts.Score = b.pair(raw.score, model.Count, [2]model.Amount{low + width/2, low + width*3/4}, "cuts.score")
	for _, x := range raw.score.v {
		if a, ok := x.v.Amount(); ok && (a < low || a > low+width) {
			b.fault(x.pos, "rating-off-scale", a.String(), low.String(), b.Ratings.Max.String(), b.Ratings.Step.String())
		}
	}
	smart := b.raw.smart.v
	b.Smart.Reach = b.pair(smart.reach, model.Percent, [2]model.Amount{90 * model.One, 150 * model.One}, "smart.reach")
	b.Smart.Horizon = smart.horizon.or(1)
}

// pair reads two numbers, the lower first.
func (b *siteBuilder) pair(x at[[]at[model.Number]], unit model.Unit, otherwise [2]model.Amount, where string) [2]model.Amount {
	if !x.ok {
		return otherwise
	}
	var pair [2]model.Amount
	if len(x.v) != len(pair) {
		b.fault(x.pos, "want-pair", where, len(x.v))
		return otherwise
	}
	for i, item := range x.v {
		a, ok := b.amount(item, unit, where)
		if !ok {
			return otherwise
		}
		pair[i] = a
	}
	if pair[0] > pair[1] {
		b.fault(x.v[1].pos, "pair-order", where)
		return otherwise
	}
	return pair
}
