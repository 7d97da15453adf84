package analysis

import "reviewfolio/internal/model"

// A Reversal is a ratio that stands one way in total and the other way in every
// part of a breakdown (Simpson's paradox): what differs is how much of each
// part there is, so the total alone says nothing of who does better.
type Reversal struct {
	Facet
	Attainment    bool // it is the attainment that turns, else the metric, a ratio
	Ahead, Behind Standing
	Parts         []ReversedPart // at least two, in the order of the parts; what is in none last
}

// A Standing is one side of a comparison: a scope in a period.
type Standing struct {
	Scope  Scope
	Period model.Period
	Total  Value
}

// A ReversedPart is one part on both sides. Weight is its share of the
// denominators, for an attainment of the targets.
type ReversedPart struct {
	Name                      string
	Unassigned                bool // what is in no part, as one part
	Ahead, Behind             Value
	AheadWeight, BehindWeight Value
}

// ratioSides are the numerator and denominator of one part.
type ratioSides struct{ num, den model.Amount }

func (x ratioSides) ratio() model.Ratio { return model.NewRatio(x.num, x.den) }

// Reversals returns the pairs of siblings whose order in the period turns
// round in every part: by the attainment of the facet's metric, or by the metric where
// it is a ratio. Attainments are those of rule 3, by the targets of the people.
// A pair with parts that only one of the two has is no reversal, nor is one
// where any part is level.
func (r *Result) Reversals(siblings []Scope, p model.Period, f Facet, attainment bool) []Reversal {
	var sides []splitRatio
	for _, s := range siblings {
		d := r.Division(s, f)
		if d == nil {
			continue
		}
		if x, ok := d.ratioIn(p, attainment); ok {
			sides = append(sides, x)
		}
	}
	var list []Reversal
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			if x, turned := reversed(&sides[i], &sides[j]); turned {
				x.Facet, x.Attainment = f, attainment
				list = append(list, x)
			}
		}
	}
	return list
}

// Reversal tells whether the ratio went one way between the periods and the
// other way in every part.
func (d *Division) Reversal(p, against model.Period, attainment bool) (x Reversal, ok bool) {
	now, known := d.ratioIn(p, attainment)
	before, both := d.ratioIn(against, attainment)
	if !known || !both {
		return x, false
	}
	x, ok = reversed(&now, &before)
	x.Facet, x.Attainment = d.Facet, attainment
	return x, ok
}

// A splitRatio is a ratio in total and by parts.
type splitRatio struct {
	Standing
	whole  ratioSides
	better model.Direction // lower turns an attainment round
	parts  []string
	sides  map[string]ratioSides
	rest   ratioSides // what is in no part
}

// ratioIn reads the ratio of a period; ok is false where it has none, or fewer
// than two parts.
func (d *Division) ratioIn(p model.Period, attainment bool) (x splitRatio, ok bool) {
	period := d.r.time.find(p)
	if period < 0 || d.facet.column < 0 || !attainment && len(d.facet.den) == 0 {
		return x, false
	}
	at := point{d.scope, period, d.facet.column}
	c := d.r.cell(at)
	x = splitRatio{sides: map[string]ratioSides{}, whole: sidesOfCell(c, attainment)}
	x.Standing = Standing{d.r.scopeOf(d.scope), p, d.r.actual(at)}
	if attainment {
		x.better = d.Metric.Better
		x.Total = undefined(NoCommon)
		if c.has&hasPair != 0 {
			x.Total = attained(c.pairActual.Ratio(), c.pairTarget.Ratio(), x.better)
		}
	}
	if !x.Total.Defined() || x.whole.den <= 0 {
		return x, false
	}
	x.rest = x.whole
	list := append([]namedPart(nil), d.of(period).list...)
	d.order(list)
	for i := range list {
		part := sidesOfCell(&list[i].cell, attainment)
		if part == (ratioSides{}) {
			continue
		}
		x.parts = append(x.parts, list[i].name)
		x.sides[list[i].name] = part
		x.rest.num -= part.num
		x.rest.den -= part.den
	}
	return x, len(x.parts) > 1
}

func sidesOfCell(c *cell, attainment bool) ratioSides {
	if attainment {
		return ratioSides{c.pairActual, c.pairTarget}
	}
	return ratioSides{c.actual, c.den}
}

// reversed compares two ratios part by part.
func reversed(a, b *splitRatio) (x Reversal, ok bool) {
	order := a.Total.Compare(b.Total.Ratio)
	if order < 0 {
		a, b = b, a
	}
	if order == 0 || len(a.parts) != len(b.parts) || (a.rest == ratioSides{}) != (b.rest == ratioSides{}) {
		return x, false
	}
	x.Ahead, x.Behind = a.Standing, b.Standing
	for _, name := range a.parts {
		other, has := b.sides[name]
		if !has || !x.compare(a, b, name, a.sides[name], other) {
			return x, false
		}
	}
	if a.rest != (ratioSides{}) {
		if !x.compare(a, b, "", a.rest, b.rest) {
			return x, false
		}
		x.Parts[len(x.Parts)-1].Unassigned = true
	}
	return x, true
}

// compare adds a part; ok is false where it does not turn round.
func (x *Reversal) compare(a, b *splitRatio, name string, ahead, behind ratioSides) (ok bool) {
	if ahead.den <= 0 || behind.den <= 0 {
		return false
	}
	value := func(s ratioSides) Value {
		if a.better == model.Lower {
			return attained(s.num.Ratio(), s.den.Ratio(), a.better)
		}
		return defined(s.ratio())
	}
	part := ReversedPart{Name: name, Ahead: value(ahead), Behind: value(behind)}
	part.AheadWeight = defined(model.NewRatio(ahead.den, a.whole.den))
	part.BehindWeight = defined(model.NewRatio(behind.den, b.whole.den))
	x.Parts = append(x.Parts, part)
	return part.Ahead.Compare(part.Behind.Ratio) < 0
}
