package words

import (
	"math/big"
	"slices"
)

// Shares returns each amount's share of their sum as thousandths that total
// exactly 1, so that [Percent] of them totals 100.0% (largest remainder; of
// equal remainders the earlier gets more). An undefined amount has no share.
// Where an amount is negative or the sum is 0, nobody has one.
func Shares(amounts []Fraction) []Fraction {
	total := new(big.Rat)
	for _, f := range amounts {
		if f.Defined() {
			total.Add(total, f.rat())
		}
		if f.Num < 0 {
			return make([]Fraction, len(amounts))
		}
	}
	if total.Sign() == 0 {
		return make([]Fraction, len(amounts))
	}
	parts := make([]*big.Rat, len(amounts))
	for i, f := range amounts {
		if f.Defined() {
			parts[i] = f.rat()
			parts[i].Quo(parts[i], total)
		}
	}
	return apportion(parts, big.NewRat(1, 1), 3)
}

// Rounded rounds figures at so many digits after the point (negative: before
// it) such that they add up to the total rounded alike: the parts of a sum as
// a table shows them. Only the rounding is evened out: where the figures do
// not add up to the total, each is rounded for itself.
func Rounded(figures []Fraction, total Fraction, digits int) []Fraction {
	parts := make([]*big.Rat, len(figures))
	for i, f := range figures {
		if f.Defined() {
			parts[i] = f.rat()
		}
	}
	if !total.Defined() {
		return apportion(parts, nil, digits)
	}
	return apportion(parts, total.rat(), digits)
}

// apportion rounds the parts; nil parts are undefined.
func apportion(parts []*big.Rat, total *big.Rat, digits int) []Fraction {
	unit := big.NewRat(1, 1)
	ten := big.NewRat(10, 1)
	for range max(digits, 0) {
		unit.Quo(unit, ten)
	}
	for range max(-digits, 0) {
		unit.Mul(unit, ten)
	}
	sum := new(big.Rat)
	for _, p := range parts {
		if p != nil {
			sum.Add(sum, p)
		}
	}
	units := make([]*big.Int, len(parts)) // of each part, in units
	if total == nil || sum.Cmp(total) != 0 {
		for i, p := range parts {
			if p != nil {
				units[i] = nearest(new(big.Rat).Quo(p, unit))
			}
		}
	} else {
		units = largestRemainder(parts, unit, nearest(new(big.Rat).Quo(total, unit)))
	}
	out := make([]Fraction, len(parts))
	for i, n := range units {
		if n == nil {
			continue
		}
		r := new(big.Rat).Mul(new(big.Rat).SetInt(n), unit)
		if r.Num().IsInt64() && r.Denom().IsInt64() {
			out[i] = Fraction{r.Num().Int64(), r.Denom().Int64()}
		}
	}
	return out
}

// largestRemainder rounds all parts down, then raises those with the largest
// remainders until they make the total, which is in units.
func largestRemainder(parts []*big.Rat, unit *big.Rat, total *big.Int) []*big.Int {
	units := make([]*big.Int, len(parts))
	remainders := make([]*big.Rat, len(parts))
	var order []int
	missing := new(big.Int).Set(total)
	for i, p := range parts {
		if p == nil {
			continue
		}
		q := new(big.Rat).Quo(p, unit)
		units[i] = floor(q)
		remainders[i] = q.Sub(q, new(big.Rat).SetInt(units[i]))
		missing.Sub(missing, units[i])
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return remainders[j].Cmp(remainders[i]) })
	for _, i := range order {
		if missing.Sign() <= 0 {
			break
		}
		units[i].Add(units[i], big.NewInt(1))
		missing.Sub(missing, big.NewInt(1))
	}
	return units
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

// nearest rounds half away from zero.
func nearest(r *big.Rat) *big.Int {
	n := new(big.Int).Abs(r.Num())
	n.Lsh(n, 1).Add(n, r.Denom())
	n.Quo(n, new(big.Int).Lsh(r.Denom(), 1))
	if r.Sign() < 0 {
		n.Neg(n)
	}
	return n
}
