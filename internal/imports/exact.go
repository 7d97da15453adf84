package imports

import (
	"math/big"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// exactDecimals is how many decimals sums keep: more than any amount of money
// or rate has that a double could hold.
const exactDecimals = 12

// An exact is a number in units of 10^-12.
type exact = big.Int

var ten = big.NewInt(10)

func power(n int) *big.Int { return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil) }

// powers are the powers of ten that are often needed.
var powers = func() (list [31]*big.Int) {
	for i := range list {
		list[i] = power(i)
	}
	return list
}()

// maxExact is MaxAmount.
var maxExact = new(big.Int).Mul(big.NewInt(int64(model.MaxAmount/model.One)), powers[exactDecimals])

// exactOf returns a number times 10^scale; false where it is too large.
func exactOf(n sheet.Decimal, scale int) (*exact, bool) {
	v := big.NewInt(n.Mantissa)
	exp := n.Exp + scale + exactDecimals
	switch {
	case exp >= len(powers):
		if n.Mantissa != 0 {
			return nil, false
		}
	case exp >= 0:
		v.Mul(v, powers[exp])
	case -exp >= len(powers):
		v.SetInt64(0)
	default:
		v = divided(v, powers[-exp])
	}
	return v, v.CmpAbs(maxExact) <= 0
}

// divided returns a/b, rounded half away from zero. b is positive.
func divided(a, b *big.Int) *big.Int {
	twice := new(big.Int).Lsh(a, 1)
	if a.Sign() < 0 {
		twice.Sub(twice, b)
	} else {
		twice.Add(twice, b)
	}
	return twice.Quo(twice, new(big.Int).Lsh(b, 1))
}

// times returns a × b.
func times(a, b *exact) *exact { return divided(new(big.Int).Mul(a, b), powers[exactDecimals]) }

// over returns a ÷ b; b is above zero.
func over(a, b *exact) *exact { return divided(new(big.Int).Mul(a, powers[exactDecimals]), b) }

// decimals returns with how many decimals figures of a unit are stated.
func decimals(u model.Unit) int {
	if u == model.Money {
		return 2
	}
	return 4
}

// rounded returns a number as an amount with so many decimals.
func rounded(v *exact, decimals int) model.Amount {
	return model.Amount(divided(v, powers[exactDecimals-decimals]).Int64()) * scaleOf(decimals)
}

// scaleOf is what one unit of the last decimal is as an amount.
func scaleOf(decimals int) model.Amount {
	scale := model.One
	for range decimals {
		scale /= 10
	}
	return scale
}

// shared rounds parts so that they add up to the total: each down, then what
// is left over to those that lost most, of equals to the first.
func shared(total model.Amount, parts []*exact, decimals int) []model.Amount {
	unit := powers[exactDecimals-decimals]
	scale := scaleOf(decimals)
	out := make([]model.Amount, len(parts))
	rest := make([]*big.Int, len(parts))
	left := total / scale
	for i, v := range parts {
		var whole big.Int
		rest[i] = new(big.Int)
		whole.DivMod(v, unit, rest[i])
		out[i] = model.Amount(whole.Int64()) * scale
		left -= model.Amount(whole.Int64())
	}
	for ; left > 0; left-- {
		best := 0
		for i := range rest {
			if rest[i].Cmp(rest[best]) > 0 {
				best = i
			}
		}
		if len(out) == 0 {
			break
		}
		out[best] += scale
		rest[best].SetInt64(-1)
	}
	return out
}

// decimalText writes a number without zeros at its end.
func decimalText(v *exact) string {
	var whole, rest big.Int
	whole.QuoRem(new(big.Int).Abs(v), powers[exactDecimals], &rest)
	s := whole.String()
	if rest.Sign() != 0 {
		digits := rest.String()
		s += "." + strings.TrimRight(strings.Repeat("0", exactDecimals-len(digits))+digits, "0")
	}
	if v.Sign() < 0 {
		s = "-" + s
	}
	return s
}
