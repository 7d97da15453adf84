package model

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// An Amount is an exact number in ten-thousandths of its unit: 1.5 is 15000.
// Money counts the currency's main unit (元), counts count things, and an
// amount of a percent metric counts percent, so 32 % is 320000.
type Amount int64

// One is the amount 1.
const One Amount = 10_000

// MaxAmount bounds what a file may state (ten trillion), far enough from the
// end of int64 that 90 of them can be added; Add tells when even that is not
// enough.
const MaxAmount Amount = 10_000_000_000_000 * One

// Add returns a+b; ok is false where the sum does not fit.
func (a Amount) Add(b Amount) (sum Amount, ok bool) {
	sum = a + b
	return sum, (sum > a) == (b > 0)
}

// Ratio returns the amount as a ratio over One.
func (a Amount) Ratio() Ratio { return Ratio{Num: int64(a), Den: int64(One)} }

// String returns the amount in plain decimal digits, without grouping and
// without trailing zeros: 1345000, -12.5.
func (a Amount) String() string { return string(a.Append(nil, 0)) }

// Append appends the amount in plain decimal digits with at least minDecimals
// digits after the point, and more (up to four) where the amount needs them.
func (a Amount) Append(b []byte, minDecimals int) []byte {
	u := uint64(a)
	if a < 0 {
		b = append(b, '-')
		u = -u
	}
	b = strconv.AppendUint(b, u/uint64(One), 10)
	frac := u % uint64(One)
	if frac == 0 && minDecimals == 0 {
		return b
	}
	b = append(b, '.')
	for i := 0; i < 4 && (frac > 0 || i < minDecimals); i++ {
		b = append(b, byte('0'+frac/1000))
		frac = frac % 1000 * 10
	}
	return b
}

// A Ratio is an exact fraction. Den is never negative; Den 0, as in the zero
// Ratio, is the undefined ratio.
type Ratio struct{ Num, Den int64 }

// NewRatio returns num/den, undefined where den is 0.
func NewRatio(num, den Amount) Ratio {
	switch {
	case den == 0:
		return Ratio{}
	case den < 0:
		return Ratio{-int64(num), -int64(den)}
	}
	return Ratio{int64(num), int64(den)}
}

// RatioOf returns x as a ratio: exact where numerator and denominator fit into
// 63 bits after reduction, else rounded to a binary fraction that is within
// 2^-61 of it, and from 1 on within 2^-60 relatively, so that six decimals hold
// up to a hundred billion. It is undefined where x is nil or beyond 2^60.
func RatioOf(x *big.Rat) Ratio {
	if x == nil {
		return Ratio{}
	}
	num, den := x.Num(), x.Denom()
	if num.IsInt64() && den.IsInt64() {
		return Ratio{num.Int64(), den.Int64()}
	}
	// |x| is below 2^(above+1), so that |x| << shift is below 2^61.
	above := max(num.BitLen()-den.BitLen(), 0)
	if above > 60 {
		return Ratio{}
	}
	shift := uint(60 - above)
	near := new(big.Int).Lsh(num, shift+1)
	near.Quo(near, den) // one bit more, to round by
	n := near.Int64()
	if n < 0 {
		n--
	} else {
		n++
	}
	return Ratio{n / 2, 1 << shift}
}

// Defined reports whether the ratio has a value.
func (r Ratio) Defined() bool { return r.Den != 0 }

// Rat returns the ratio for further exact arithmetic; nil where undefined.
func (r Ratio) Rat() *big.Rat {
	if !r.Defined() {
		return nil
	}
	return big.NewRat(r.Num, r.Den)
}

// Sign returns -1, 0 or 1. An undefined ratio has sign 0.
func (r Ratio) Sign() int {
	switch {
	case !r.Defined() || r.Num == 0:
		return 0
	case r.Num < 0:
		return -1
	}
	return 1
}

// Neg returns -r.
func (r Ratio) Neg() Ratio { return Ratio{-r.Num, r.Den} }

// Compare returns -1, 0 or 1 as r is less than, equal to or greater than s.
// Both must be defined.
func (r Ratio) Compare(s Ratio) int {
	rs, ss := r.Sign(), s.Sign()
	if rs != ss {
		return cmp.Compare(rs, ss)
	}
	ah, al := bits.Mul64(magnitude(r.Num), uint64(s.Den))
	bh, bl := bits.Mul64(magnitude(s.Num), uint64(r.Den))
	switch {
	case ah == bh && al == bl:
		return 0
	case ah < bh || ah == bh && al < bl:
		return -rs
	}
	return rs
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Float returns the ratio for drawing only, never for a figure that is shown.
// NaN where undefined.
func (r Ratio) Float() float64 {
	if !r.Defined() {
		return math.NaN()
	}
	return float64(r.Num) / float64(r.Den)
}

// Scaled returns round(r × 10^digits), half away from zero, the one way a
// ratio becomes digits. ok is false where r is undefined or the result does
// not fit into an int64. digits may be negative.
func (r Ratio) Scaled(digits int) (n int64, ok bool) {
	if !r.Defined() {
		return 0, false
	}
	if n, ok := r.scaledFast(digits); ok {
		return n, true
	}
	num, den := new(big.Int).SetInt64(r.Num), new(big.Int).SetInt64(r.Den)
	if p := pow10(digits); digits >= 0 {
		num.Mul(num, p)
	} else {
		den.Mul(den, p)
	}
	neg := num.Sign() < 0
	num.Abs(num).Lsh(num, 1).Add(num, den)
	num.Quo(num, den.Lsh(den, 1))
	if neg {
		num.Neg(num)
	}
	return num.Int64(), num.IsInt64()
}

// scaledFast is Scaled in 128 bits, without allocation; ok is false where it
// would not fit.
func (r Ratio) scaledFast(digits int) (int64, bool) {
	if digits < 0 || digits > 18 {
		return 0, false
	}
	p := uint64(1)
	for range digits {
		p *= 10
	}
	hi, lo := bits.Mul64(magnitude(r.Num), p)
	half := uint64(r.Den) / 2
	lo, carry := bits.Add64(lo, half, 0)
	hi += carry
	if hi >= uint64(r.Den) {
		return 0, false
	}
	// For an odd Den, half is rounded down, and (x + (d-1)/2) / d rounds a
	// tie, which an odd Den cannot have, the right way.
	q, _ := bits.Div64(hi, lo, uint64(r.Den))
	if q > math.MaxInt64 {
		return 0, false
	}
	if r.Num < 0 {
		return -int64(q), true
	}
	return int64(q), true
}

func pow10(n int) *big.Int {
	if n < 0 {
		n = -n
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
