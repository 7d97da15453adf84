package words

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Undefined is how a figure without a value is written; the reason stands near.
const Undefined = "—"

const minus = "\u2212"

// A Fraction is an exact figure. Den is never negative; Den 0, as in the zero
// Fraction, is the undefined figure. A share or an attainment is a fraction of
// 1, so 101.7 % is 1017/1000; money counts the main unit (元).
//
// A fraction becomes text only here, rounded half away from zero at the last
// digit shown.
type Fraction struct{ Num, Den int64 }

// Defined reports whether the figure has a value.
func (f Fraction) Defined() bool { return f.Den != 0 }

// Neg returns -f.
func (f Fraction) Neg() Fraction { return Fraction{-f.Num, f.Den} }

// atLeast reports whether f is not below g. Both are defined.
func (f Fraction) atLeast(g Fraction) bool {
	if (f.Num < 0) != (g.Num < 0) {
		return f.Num >= 0
	}
	fh, fl := bits.Mul64(magnitude(f.Num), uint64(g.Den))
	gh, gl := bits.Mul64(magnitude(g.Num), uint64(f.Den))
	larger := fh > gh || fh == gh && fl >= gl
	if f.Num < 0 {
		return !larger || fh == gh && fl == gl
	}
	return larger
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// A sign is which signs a figure bears beside the minus, which always stands.
type sign bool

const (
	signed   sign = true // + where positive; a zero bears none
	unsigned sign = false
)

// text writes f × 10^shift with so many decimals: 1,345.0. What rounds to zero
// is 0.0, never −0.0.
func (f Fraction) text(shift, decimals int, s sign) string {
	if !f.Defined() {
		return Undefined
	}
	return string(f.append(make([]byte, 0, 32), shift, decimals, s))
}

// append adds the text of f, which is defined.
func (f Fraction) append(b []byte, shift, decimals int, s sign) []byte {
	digits, zero := f.rounded(make([]byte, 0, 24), shift+decimals)
	switch {
	case zero:
	case f.Num < 0:
		b = append(b, minus...)
	case s == signed:
		b = append(b, '+')
	}
	whole := len(digits) - decimals
	if whole <= 0 {
		b = append(b, '0')
	}
	for i := range max(whole, 0) {
		if i > 0 && (whole-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, digits[i])
	}
	if decimals == 0 {
		return b
	}
	b = append(b, '.')
	for ; whole < 0; whole++ {
		b = append(b, '0')
	}
	return append(b, digits[whole:]...)
}

// rounded adds the digits of |f| × 10^digits rounded half away from zero, which
// is half up for a magnitude. digits may be negative. f is defined.
func (f Fraction) rounded(b []byte, digits int) (text []byte, zero bool) {
	if q, ok := f.roundedFast(digits); ok {
		return strconv.AppendUint(b, q, 10), q == 0
	}
	num, den := big.NewInt(f.Num), big.NewInt(f.Den)
	num.Abs(num)
	if p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(digits, -digits))), nil); digits >= 0 {
		num.Mul(num, p)
	} else {
		den.Mul(den, p)
	}
	num.Lsh(num, 1).Add(num, den)
	num.Quo(num, den.Lsh(den, 1))
	return num.Append(b, 10), num.Sign() == 0
}

// roundedFast is rounded in 128 bits; ok is false where that is too narrow.
func (f Fraction) roundedFast(digits int) (q uint64, ok bool) {
	if digits < -18 || digits > 18 {
		return 0, false
	}
	up, down := uint64(1), uint64(1)
	for range max(digits, 0) {
		up *= 10
	}
	for range max(-digits, 0) {
		down *= 10
	}
	over, den := bits.Mul64(uint64(f.Den), down)
	if over != 0 || den > math.MaxInt64 {
		return 0, false
	}
	hi, lo := bits.Mul64(magnitude(f.Num), up)
	// An odd den has no tie, so half of it rounded down does as well.
	lo, carry := bits.Add64(lo, den/2, 0)
	hi += carry
	if hi >= den {
		return 0, false
	}
	q, _ = bits.Div64(hi, lo, den)
	return q, true
}

// trimmed writes f with as many decimals as it needs, from least to most.
func (f Fraction) trimmed(least, most int, s sign) string {
	t := f.text(0, most, s)
	point := strings.IndexByte(t, '.')
	if point < 0 {
		return t
	}
	end := len(t)
	for end > point+1+least && t[end-1] == '0' {
		end--
	}
	if end == point+1 {
		end = point
	}
	return t[:end]
}

// Percent writes a fraction of 1 as percent: 101.7%.
func Percent(f Fraction) string { return percent(f, unsigned) }

// SignedPercent writes a fraction of 1 as percent with its sign: +2.9%.
func SignedPercent(f Fraction) string { return percent(f, signed) }

func percent(f Fraction, s sign) string {
	if !f.Defined() {
		return Undefined
	}
	return string(append(f.append(make([]byte, 0, 32), 2, 1, s), '%'))
}

// Weight writes a fraction of 1 as percent with the decimals it needs: 40%, 12.5%.
func Weight(f Fraction) string {
	if !f.Defined() {
		return Undefined
	}
	// Weights are stated, not computed, and seldom have decimals.
	t := f.text(2, 2, unsigned)
	return strings.TrimSuffix(strings.TrimRight(t, "0"), ".") + "%"
}

// SignedPercentPoints writes a fraction of 1 as percentage points without the
// unit, for a column whose head states it: +3.1.
func SignedPercentPoints(f Fraction) string { return f.text(2, 1, signed) }

// Count writes a count with the decimals it needs, two at most: 2,658, 36.5.
func Count(f Fraction) string { return f.trimmed(0, 2, unsigned) }

// SignedCount writes a count with its sign: +12.
func SignedCount(f Fraction) string { return f.trimmed(0, 2, signed) }

// Score writes a composite score: 4.13.
func Score(f Fraction) string { return f.text(0, 2, unsigned) }

// SignedScore writes the difference of two scores: +0.11, 0.00.
func SignedScore(f Fraction) string { return f.text(0, 2, signed) }

// Rating writes a single rating, as reviewers give it: 4.5, 4.0, 3.25.
func Rating(f Fraction) string { return f.trimmed(1, 2, unsigned) }

// Points writes net promoter points, −100 to 100: +44.3.
func Points(f Fraction) string { return f.text(0, 1, signed) }
