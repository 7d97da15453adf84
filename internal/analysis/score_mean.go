package analysis

import (
	"math/big"

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
	a, b := magnitude(r.Num), uint64(r.Den)
	for b != 0 {
		a, b = b, a%b
	}
	if a <= 1 {
		return r
	}
	return model.Ratio{Num: r.Num / int64(a), Den: r.Den / int64(a)}
}
