package analysis

import (
	"math/big"
	"math/bits"

	"reviewfolio/internal/model"
)

// Plus returns a + b, exactly where it fits; an undefined side counts as
// nothing.
func Plus(a, b model.Ratio) model.Ratio {
	switch {
	case !a.Defined():
		return b
	case !b.Defined():
		return a
	}
	if a.Den == b.Den { // so are sums of amounts
		if sum := a.Num + b.Num; (sum > a.Num) == (b.Num > 0) {
			return model.Ratio{Num: sum, Den: a.Den}
		}
	}
	a, b = lowest(a), lowest(b)
	x, xOK := product(a.Num, b.Den)
	y, yOK := product(b.Num, a.Den)
	den, denOK := product(a.Den, b.Den)
	if sum := x + y; xOK && yOK && denOK && (sum > x) == (y > 0) {
		return lowest(model.Ratio{Num: sum, Den: den})
	}
	return model.RatioOf(new(big.Rat).Add(a.Rat(), b.Rat()))
}

// lowest returns r in lowest terms.
func lowest(r model.Ratio) model.Ratio {
	d := int64(divisor(magnitude(r.Num), uint64(r.Den)))
	if d <= 1 {
		return r
	}
	return model.Ratio{Num: r.Num / d, Den: r.Den / d}
}

// divisor returns the greatest common divisor, by halving and subtracting, which
// is several times as fast as by remainders.
func divisor(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return a | b
	}
	twos := bits.TrailingZeros64(a | b)
	a >>= bits.TrailingZeros64(a)
	for b != 0 {
		b >>= bits.TrailingZeros64(b)
		if a > b {
			a, b = b, a
		}
		b -= a
	}
	return a << twos
}
