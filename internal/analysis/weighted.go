package analysis

import (
	"math/big"
	"math/bits"

	"reviewfolio/internal/model"
)

// A weighted sums target × denominator in 128 bits, exactly: 10,000 terms of
// the largest amounts fit.
type weighted struct {
	hi, lo uint64 // Σ target × den in two's complement
	den    model.Amount
	large  bool // den did not fit
}

func (w *weighted) add(target, den model.Amount) {
	hi, lo := bits.Mul64(magnitude(int64(target)), magnitude(int64(den)))
	if (target < 0) != (den < 0) {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	w.merge(weighted{hi: hi, lo: lo, den: den})
}

func (w *weighted) merge(o weighted) {
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, o.lo, 0)
	w.hi, _ = bits.Add64(w.hi, o.hi, carry)
	sum, ok := w.den.Add(o.den)
	w.den, w.large = sum, w.large || o.large || !ok
}

// mean returns Σ target × den / Σ den in the metric's unit; undefined where
// the denominators add up to nothing.
func (w *weighted) mean(unit model.Unit) model.Ratio {
	if w.den == 0 || w.large {
		return model.Ratio{}
	}
	sum := new(big.Int).Lsh(big.NewInt(int64(w.hi)), 64)
	sum.Add(sum, new(big.Int).SetUint64(w.lo))
	den := new(big.Int).Mul(big.NewInt(int64(w.den)), big.NewInt(inUnit(1, unit).Den))
	return model.RatioOf(new(big.Rat).SetFrac(sum, den))
}
