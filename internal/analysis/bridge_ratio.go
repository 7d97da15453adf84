package analysis

import (
	"math"
	"math/big"

	"reviewfolio/internal/model"
)

// ratioStep sets what the part adds to the change of a ratio: in 64 bits where
// all of it fits, as it does of most.
func (r *Result) ratioStep(s *Step, b *Bridge, pair *partPair, from, to point) {
	t := r.ratioTerms(b, pair, from, to)
	delta, rate, mix, fits := t.narrow()
	share := func() model.Ratio { return lowest(quotient(delta, b.Before.Ratio)) }
	if !fits {
		exact, own := t.delta(), t.rate()
		delta, rate = model.RatioOf(exact), model.RatioOf(own)
		mix = model.RatioOf(own.Sub(exact, own))
		share = func() model.Ratio { return model.RatioOf(exact.Quo(exact, b.Before.Rat())) }
	}
	s.Delta, s.Rate, s.Mix = defined(delta), defined(rate), defined(mix)
	switch {
	case !b.Change.Defined():
		s.Points = undefined(b.Change.Why)
	case b.Change.Points:
		s.Points = s.Delta
	default:
		s.Points = defined(share())
	}
}

// ratioTerms is what the step of one part of a ratio is made of.
type ratioTerms struct {
	n0, d0, whole0 int64       // the part's numerator and denominator in the earlier period, and the denominator of all
	n1, d1, whole1 int64       // in the later
	earlier        model.Ratio // of all, in the metric's unit
	points         int64       // what 1 is in the metric's unit: nps counts points
}

func (r *Result) ratioTerms(b *Bridge, pair *partPair, from, to point) ratioTerms {
	before, after := &pair.before.cell, &pair.after.cell
	amounts := [...]model.Amount{before.actual, before.den, r.cell(from).den, after.actual, after.den, r.cell(to).den}
	inUnits(amounts[:])
	t := ratioTerms{
		n0: int64(amounts[0]), d0: int64(amounts[1]), whole0: int64(amounts[2]),
		n1: int64(amounts[3]), d1: int64(amounts[4]), whole1: int64(amounts[5]),
		earlier: lowest(b.Before.Ratio), points: 1,
	}
	if r.columns[to.column].metric.Kind == model.NPSKind {
		t.points = 100
	}
	return t
}

// inUnits drops the four decimals that none of the amounts has, which a ratio of
// them does not need.
func inUnits(amounts []model.Amount) {
	for _, a := range amounts {
		if a%model.One != 0 {
			return
		}
	}
	for i := range amounts {
		amounts[i] /= model.One
	}
}

// narrow returns delta, rate and what is between them in lowest terms; fits is
// false where anything on the way does not fit into 64 bits.
func (t *ratioTerms) narrow() (delta, rate, mix model.Ratio, fits bool) {
	var c narrow
	n0, n1 := c.times(t.n0, t.points), c.times(t.n1, t.points)
	p, q := t.earlier.Num, t.earlier.Den
	away := func(n, d int64) int64 { return c.minus(c.times(n, q), c.times(p, d)) }
	delta = c.over(c.minus(c.times(away(n1, t.d1), t.whole0), c.times(away(n0, t.d0), t.whole1)), c.times(q, c.times(t.whole0, t.whole1)))
	rate = model.Ratio{Num: 0, Den: 1}
	if t.d0 != 0 && t.d1 != 0 {
		rate = c.over(c.minus(c.times(n1, t.d0), c.times(n0, t.d1)), c.times(t.d0, t.whole1))
	}
	mix = c.over(c.minus(c.times(delta.Num, rate.Den), c.times(rate.Num, delta.Den)), c.times(delta.Den, rate.Den))
	return delta, rate, mix, !c.beyond
}

// delta returns what the part adds to the change, in the metric's unit:
// (n₁ − R₀d₁)/D₁ − (n₀ − R₀d₀)/D₀, over one denominator, so that it is reduced
// once.
func (t *ratioTerms) delta() *big.Rat {
	p, q := big.NewInt(t.earlier.Num), big.NewInt(t.earlier.Den)
	whole0, whole1 := big.NewInt(t.whole0), big.NewInt(t.whole1)
	away := func(n, d int64, other *big.Int) *big.Int {
		x, y := t.inPoints(n), big.NewInt(d)
		x.Sub(x.Mul(x, q), y.Mul(y, p))
		return x.Mul(x, other)
	}
	num := away(t.n1, t.d1, whole0)
	num.Sub(num, away(t.n0, t.d0, whole1))
	return new(big.Rat).SetFrac(num, q.Mul(q, whole0.Mul(whole0, whole1)))
}

// rate returns what the part's own ratio adds: w₁(r₁ − r₀), which is n₁/D₁ −
// r₀d₁/D₁. It is 0 of a part that has a ratio in one period only.
func (t *ratioTerms) rate() *big.Rat {
	if t.d0 == 0 || t.d1 == 0 {
		return new(big.Rat)
	}
	x, y, den := t.inPoints(t.n1), t.inPoints(t.n0), big.NewInt(t.d0)
	x.Mul(x, den)
	x.Sub(x, y.Mul(y, big.NewInt(t.d1)))
	return new(big.Rat).SetFrac(x, den.Mul(den, big.NewInt(t.whole1)))
}

func (t *ratioTerms) inPoints(n int64) *big.Int {
	x := big.NewInt(n)
	return x.Mul(x, big.NewInt(t.points))
}

// narrow calculates in 64 bits and remembers whether anything did not fit; then
// its results are worth nothing.
type narrow struct{ beyond bool }

func (c *narrow) times(x, y int64) int64 {
	z, ok := product(x, y)
	c.beyond = c.beyond || !ok
	return z
}

func (c *narrow) minus(x, y int64) int64 {
	z := x - y
	c.beyond = c.beyond || (z < x) != (y > 0) || z == math.MinInt64
	return z
}

// over returns the fraction in lowest terms.
func (c *narrow) over(num, den int64) model.Ratio {
	if c.beyond = c.beyond || den == 0; c.beyond {
		return model.Ratio{}
	}
	return lowest(model.NewRatio(model.Amount(num), model.Amount(den)))
}
