package words

import (
	"math/bits"
	"strconv"
)

// A Scale is how far money is scaled down before it is written: Power is the
// power of ten of the unit shown, Decimals what stands after the point. One
// table, and one metric on one page, keeps to one Scale, so that rows and sums
// can be added by eye.
type Scale struct{ Power, Decimals int }

// Units of money, by their power of ten.
const (
	inOnes      = 0
	inThousands = 3 // K
	inWan       = 4 // 万
	inMillions  = 6 // M
	inYi        = 8 // 亿
	inBillions  = 9 // B
)

// tablePowers are the units a table may choose, from the largest.
var tablePowers = [...][]int{
	Chinese: {inYi, inWan},
	English: {inBillions, inMillions, inThousands},
}

// MoneyScale chooses the unit in which a table writes these amounts, which are
// all that it shows. 万, K and M are taken once at least half of the amounts
// reach one of it; 亿 and B, which hide much, only where all reach ten.
// Undefined and zero amounts have no say.
func (l Lang) MoneyScale(amounts ...Fraction) Scale {
	return tableScale(chosenPower(tablePowers[l], amounts), amounts)
}

// ScaleIn returns the scale of a unit that the portfolio prescribes; ok is
// false for a unit that is not known. Units are 元 千 万 百万 亿 十亿, with or without
// a closing 元, and K, M and B.
func ScaleIn(unit string, amounts ...Fraction) (s Scale, ok bool) {
	power, ok := moneyUnits[unit]
	return tableScale(power, amounts), ok
}

var moneyUnits = map[string]int{
	"元": inOnes,
	"千": inThousands, "千元": inThousands, "K": inThousands, "k": inThousands,
	"万": inWan, "万元": inWan,
	"百万": inMillions, "百万元": inMillions, "M": inMillions, "m": inMillions,
	"亿": inYi, "亿元": inYi,
	"十亿": inBillions, "十亿元": inBillions, "B": inBillions, "b": inBillions, "bn": inBillions,
}

// RatioScale chooses the unit of amounts that are money for one of something,
// such as the average order value: 4.31 万, 6,717.8 元.
func (l Lang) RatioScale(amounts ...Fraction) Scale {
	power := chosenPower(tablePowers[l], amounts)
	if power == inOnes {
		return Scale{inOnes, 1}
	}
	return Scale{power, 2}
}

func chosenPower(powers []int, amounts []Fraction) int {
	for _, power := range powers {
		hides := power >= inYi
		need := power
		if hides {
			need++
		}
		n, reach := 0, 0
		for _, f := range amounts {
			if !f.Defined() || f.Num == 0 {
				continue
			}
			n++
			if f.reaches(need) {
				reach++
			}
		}
		if n > 0 && (reach == n || !hides && 2*reach >= n) {
			return power
		}
	}
	return inOnes
}

// reaches reports whether |f| is at least 10^power.
func (f Fraction) reaches(power int) bool {
	one := uint64(1)
	for range power {
		one *= 10
	}
	hi, lo := bits.Mul64(uint64(f.Den), one)
	return hi == 0 && lo <= magnitude(f.Num)
}

// tableScale gives a unit its decimals: one for 万 and K, two for the coarser
// ones. In single 元 there are two where any amount has 分, else none.
func tableScale(power int, amounts []Fraction) Scale {
	switch {
	case power > inWan:
		return Scale{power, 2}
	case power > inOnes:
		return Scale{power, 1}
	}
	for _, f := range amounts {
		if f.Defined() && f.Num%f.Den != 0 {
			return Scale{inOnes, 2}
		}
	}
	return Scale{inOnes, 0}
}

// Digits returns at how many decimals of the main unit the scale rounds, for
// [Rounded]; negative where it rounds whole ones: −3 for 万 with one decimal.
func (s Scale) Digits() int { return s.Decimals - s.Power }

// Compact writes an amount of money that stands alone, in the largest unit it
// reaches: 1.2 亿, 1,345.0 万, 860 元; 13.45M. No part of it may stand beside it.
func (l Lang) Compact(f Fraction, currency string) string {
	powers := tablePowers[l]
	scale := tableScale(inOnes, []Fraction{f})
	for _, power := range powers {
		if f.Defined() && f.reaches(power) {
			scale = tableScale(power, nil)
			break
		}
	}
	if scale.Power == inYi {
		scale.Decimals = 1
	}
	return l.money(f, scale, currency, unsigned)
}

// money writes an amount with its unit. In single 元 the unit is the currency.
func (l Lang) money(f Fraction, s Scale, currency string, sg sign) string {
	t := f.text(-s.Power, s.Decimals, sg)
	switch {
	case !f.Defined():
		return t
	case s.Power != inOnes:
		return t + l.Text("money-suffix."+strconv.Itoa(s.Power))
	}
	return t + " " + l.Currency(currency)
}

// Currency names the currency of an ISO 4217 code: 元, 美元; English keeps the code.
func (l Lang) Currency(code string) string {
	if l == Chinese {
		if key := "currency." + code; Has(key) {
			return l.Text(key)
		}
	}
	return code
}

// MoneyUnit names a scale for the head of a table: 万元, 亿元, 元, 万美元; CNY million.
func (l Lang) MoneyUnit(s Scale, currency string) string {
	name := l.Currency(currency)
	if s.Power == inOnes {
		return name
	}
	if l == Chinese && name == currency {
		name = " " + name
	}
	return l.Text("money-unit."+strconv.Itoa(s.Power), name)
}
