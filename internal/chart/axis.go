package chart

import (
	"bytes"
	"math"
	"strconv"
)

// An Axis is a vertical axis with round limits.
type Axis struct {
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
	Step float64 `json:"step"` // Max - Min is a whole number of steps
	// Ticks are the figures beside the axis, from Min to Max.
	Ticks []string `json:"ticks"`
}

// From is where the axis begins, as it is written beside it, and "" when zero
// is on the axis and needs no remark.
func (a Axis) From() string {
	if a.Min <= 0 && a.Max >= 0 {
		return ""
	}
	return a.Ticks[0]
}

// intervals is how many steps the figures themselves should span, about.
const intervals = 4

// bareAxis is the axis of a drawing without figures.
func bareAxis() Axis { return Axis{Max: 1, Step: 1, Ticks: []string{"", ""}} }

// axisAround fits an axis to figures: half a step of room at both ends for
// labels, and zero where that costs little.
func axisAround(b bounds, suffix string) Axis {
	if !b.ok {
		return bareAxis()
	}
	lo, hi := b.lo, b.hi
	// Figures that hardly differ get an axis all the same; steps finer than
	// this would drown in binary fractions.
	const least = 1e-6
	size := max(math.Abs(lo), math.Abs(hi))
	span := max(hi-lo, least*size)
	switch {
	case size == 0:
		span = 1
	case lo == hi:
		span = size / 5
	}
	s := roundStep(span / intervals)
	first := int(math.Floor(lo/s.times(1) - 0.5))
	last := int(math.Ceil(hi/s.times(1) + 0.5))
	if lo >= 0 && (first < 0 || 3*first < last) {
		first = 0
	}
	if hi < 0 {
		last = min(last, 0)
	}
	return s.axis(first, last, suffix)
}

// axisFromZero fits an axis for bars, which begin at zero.
func axisFromZero(b bounds, suffix string) Axis {
	if !b.ok {
		return bareAxis()
	}
	lo, hi := min(b.lo, 0), max(b.hi, 0)
	if lo == hi {
		hi = 1
	}
	s := roundStep((hi - lo) / intervals)
	return s.axis(int(math.Floor(lo/s.times(1))), int(math.Ceil(hi/s.times(1))), suffix)
}

// bounds are the least and the greatest place among figures; ok is false when
// there is nothing to draw.
type bounds struct {
	lo, hi float64
	ok     bool
}

func (b *bounds) add(place *float64) {
	switch {
	case place == nil:
	case !b.ok:
		*b = bounds{*place, *place, true}
	default:
		b.lo, b.hi = min(b.lo, *place), max(b.hi, *place)
	}
}

// step is 1, 2 or 5 times a power of ten, kept apart so that its multiples are
// written without the noise of binary fractions.
type step struct {
	digit, exp int
}

// roundStep is the least step not below raw, and not below the finest amount
// there is to show.
func roundStep(raw float64) step {
	const finest = -6
	exp := max(int(math.Floor(math.Log10(raw))), finest)
	for _, digit := range [...]int{1, 2, 5} {
		if s := (step{digit, exp}); s.times(1) >= raw {
			return s
		}
	}
	return step{1, exp + 1}
}

func (s step) times(k int) float64 {
	if s.exp < 0 {
		return float64(k*s.digit) / math.Pow10(-s.exp)
	}
	return float64(k*s.digit) * math.Pow10(s.exp)
}

func (s step) axis(first, last int, suffix string) Axis {
	a := Axis{Min: s.times(first), Max: s.times(last), Step: s.times(1)}
	a.Ticks = make([]string, 0, last-first+1)
	for k := first; k <= last; k++ {
		a.Ticks = append(a.Ticks, s.write(k, suffix))
	}
	return a
}

// write prints k steps with thousands grouped and a true minus sign.
func (s step) write(k int, suffix string) string {
	var digitBuf, buf [40]byte
	digits := strconv.AppendFloat(digitBuf[:0], math.Abs(s.times(k)), 'f', max(0, -s.exp), 64)
	whole := bytes.IndexByte(digits, '.')
	if whole < 0 {
		whole = len(digits)
	}
	text := buf[:0]
	if k < 0 {
		text = append(text, "−"...)
	}
	for i, d := range digits {
		if i > 0 && i < whole && (whole-i)%3 == 0 {
			text = append(text, ',')
		}
		text = append(text, d)
	}
	return string(append(text, suffix...))
}
