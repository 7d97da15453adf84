package draw

import (
	"math"

	"reviewfolio/internal/markup"
)

// A Waterfall is drawn as rows of a table: zero is the earlier period, bars
// float, each row begins where the one before ended, and the last is the sum.
type Waterfall struct {
	steps []Step
	from  []float64 // where each step begins
	lo    float64
	span  float64
}

// A Step is one row's change, in any unit common to all.
type Step struct {
	Change float64
	Absent bool // a missing report: hollow and dashed, nobody's fall
	Lower  bool // less is welcome, so that the colours change places
}

// NewWaterfall lays out the steps on one scale.
func NewWaterfall(steps []Step) Waterfall {
	w := Waterfall{steps: steps}
	var at, lo, hi float64
	for _, s := range steps {
		w.from = append(w.from, at)
		at += s.Change
		lo, hi = math.Min(lo, at), math.Max(hi, at)
	}
	w.lo, w.span = lo, hi-lo
	return w
}

// x is where a value stands, in percent, with a margin at both ends.
func (w Waterfall) x(v float64) float64 {
	if w.span == 0 {
		return 2
	}
	return 2 + (v-w.lo)/w.span*96
}

// Row draws step i, joined to the next row by a dotted line.
func (w Waterfall) Row(h *markup.HTML, i int) {
	s := w.steps[i]
	begin, end := w.x(w.from[i]), w.x(w.from[i]+s.Change)
	w.open(h)
	h.Raw(`<line class="lnk" x1="`).Coord(end).Raw(`%" x2="`).Coord(end).Raw(`%" y1="22" y2="38"/>`)
	class := markup.Constant("inc")
	switch {
	case s.Absent:
		class = "hol"
	case s.Change < 0 != s.Lower && s.Change != 0:
		class = "dec"
	}
	bar(h, class, begin, end)
}

// Sum draws the last row: the change as a whole.
func (w Waterfall) Sum(h *markup.HTML) {
	var at float64
	if n := len(w.steps); n > 0 {
		at = w.from[n-1] + w.steps[n-1].Change
	}
	w.open(h)
	bar(h, "tot", w.x(0), w.x(at))
}

func (w Waterfall) open(h *markup.HTML) {
	zero := w.x(0)
	h.Raw(`<svg class="wf" aria-hidden="true"><line class="zero" x1="`).Coord(zero).Raw(`%" x2="`).Coord(zero).Raw(`%" y1="0" y2="30"/>`)
}

func bar(h *markup.HTML, class markup.Constant, a, b float64) {
	h.Raw(`<rect class="`).Raw(class).Raw(`" x="`).Coord(math.Min(a, b)).Raw(`%" y="8" width="`).Coord(math.Abs(b - a)).Raw(`%" height="14"/></svg>`)
}
