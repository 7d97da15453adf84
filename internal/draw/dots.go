package draw

import (
	"math"

	"reviewfolio/internal/markup"
)

// A Scale is the axis of a dot plot.
type Scale struct{ Min, Max, Step float64 }

// A Dot is one role's score.
type Dot struct {
	Shape Shape
	Value float64
}

// Shape tells roles apart without colour.
type Shape uint8

const (
	SelfShape    Shape = iota // diamond
	ManagerShape              // filled circle
	PeerShape                 // open circle
	HRShape                   // grey circle
	PanelShape                // open triangle
	OtherShape                // open square
)

const (
	dotHeight = 48.0
	dotStack  = 10.0 // equal scores stack up and down by this much, never sideways

	lineHeight = 30.0
	lineStack  = 8.0
)

// x is where a score stands, in percent.
func (s Scale) x(v float64) float64 {
	if s.Max <= s.Min {
		return 50
	}
	return 10 + (v-s.Min)/(s.Max-s.Min)*80
}

// ticks are at most nine positions, the ends among them.
func (s Scale) ticks() []float64 {
	step := s.Step
	if step <= 0 {
		step = s.Max - s.Min
	}
	for step > 0 && (s.Max-s.Min)/step > 8 {
		step *= 2
	}
	var ticks []float64
	for i := 0; step > 0 && i <= 8; i++ {
		if v := s.Min + float64(i)*step; v <= s.Max+step/1000 {
			ticks = append(ticks, v)
		}
	}
	return ticks
}

// Axis draws the numbers above the rows.
func (s Scale) Axis(h *markup.HTML) {
	h.Raw(`<svg class="dots" height="16" aria-hidden="true">`)
	for _, v := range s.ticks() {
		h.Raw(`<text class="dim" x="`).Coord(s.x(v)).Raw(`%" y="12" text-anchor="middle">`).Coord(v).Raw(`</text>`)
	}
	h.Raw(`</svg>`)
}

// Row draws one dimension: the reviewers' range as a line, each score as its
// role's shape. label says the scores in words.
func (s Scale) Row(h *markup.HTML, dots []Dot, label string) {
	s.row(h, dots, label, dotHeight, dotStack)
}

// Line is Row in the height of a table's row.
func (s Scale) Line(h *markup.HTML, dots []Dot, label string) {
	s.row(h, dots, label, lineHeight, lineStack)
}

func (s Scale) row(h *markup.HTML, dots []Dot, label string, height, stack float64) {
	h.Raw(`<svg class="dots" height="`).Coord(height).Raw(`" role="img"`).Attr("aria-label", label).Raw(`>`)
	for _, v := range s.ticks() {
		s.vertical(h, v)
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	at := map[float64]int{}
	for _, d := range dots {
		at[d.Value]++
		if d.Shape != SelfShape {
			lo, hi = math.Min(lo, d.Value), math.Max(hi, d.Value)
		}
	}
	if lo < hi {
		h.Raw(`<line class="rng" x1="`).Coord(s.x(lo)).Raw(`%" x2="`).Coord(s.x(hi)).Raw(`%" y1="50%" y2="50%"/>`)
	}
	placed := map[float64]int{}
	for _, d := range dots {
		offset := (float64(placed[d.Value]) - float64(at[d.Value]-1)/2) * stack
		placed[d.Value]++
		h.Raw(`<svg x="`).Coord(s.x(d.Value)).Raw(`%" y="`).Coord(height/2 + offset).Raw(`" overflow="visible">`).Raw(d.Shape.mark()).Raw(`</svg>`)
	}
	h.Raw(`</svg>`)
}

func (s Scale) vertical(h *markup.HTML, v float64) {
	x := s.x(v)
	h.Raw(`<line class="grid" x1="`).Coord(x).Raw(`%" x2="`).Coord(x).Raw(`%" y1="0" y2="100%"/>`)
}

func (s Shape) mark() markup.Constant {
	switch s {
	case SelfShape:
		return `<rect class="self" x="-3.5" y="-3.5" width="7" height="7" transform="rotate(45)"/>`
	case ManagerShape:
		return `<circle class="mgr" r="4.5"/>`
	case PeerShape:
		return `<circle class="peer" r="4.5"/>`
	case HRShape:
		return `<circle class="hr" r="4.5"/>`
	case PanelShape:
		return `<path class="peer" d="M0 -4.5L4.5 3.5h-9z"/>`
	}
	return `<rect class="peer" x="-3.5" y="-3.5" width="7" height="7"/>`
}

// Key draws the shape for a legend.
func (s Shape) Key(h *markup.HTML) {
	h.Raw(`<svg class="dots" viewBox="-5 -5 10 10" aria-hidden="true">`).Raw(s.mark()).Raw(`</svg>`)
}

// Places draws where somebody stands in two orders of so many people: a bar
// between the two, a filled dot for the first and a diamond for the second.
// first and second count from 1, and halves are for those who tie.
func Places(h *markup.HTML, first, second float64, of int, label string) {
	x := func(place float64) float64 { return 3 + (place-1)/math.Max(float64(of-1), 1)*94 }
	h.Raw(`<svg class="dots" height="30" role="img"`).Attr("aria-label", label).Raw(`><line class="grid" x1="3%" x2="97%" y1="50%" y2="50%"/>`)
	h.Raw(`<line class="rng" x1="`).Coord(x(first)).Raw(`%" x2="`).Coord(x(second)).Raw(`%" y1="50%" y2="50%"/>`)
	for _, end := range [...]struct {
		place float64
		shape Shape
	}{{first, ManagerShape}, {second, SelfShape}} {
		h.Raw(`<svg x="`).Coord(x(end.place)).Raw(`%" y="15" overflow="visible">`).Raw(end.shape.mark()).Raw(`</svg>`)
	}
	h.Raw(`</svg>`)
}

// Grade draws how many people have a grade (bar), how many had it at first (a
// tick; none where that is negative) and what the guideline allows (bracket
// below, from lo to hi people); of is the column's full length.
func Grade(h *markup.HTML, people, initial, lo, hi, of int) {
	x := func(n int) float64 { return float64(n) / float64(max(of, 1)) * 100 }
	h.Raw(`<svg class="grd" aria-hidden="true"><rect class="act" x="0" y="2" width="`).Coord(x(people)).Raw(`%" height="12"/>`)
	if initial >= 0 {
		h.Raw(`<rect class="tick" x="`).Coord(x(initial)).Raw(`%" y="0" width="2" height="16" transform="translate(-1 0)"/>`)
	}
	if hi > 0 {
		h.Raw(`<line class="brak" x1="`).Coord(x(lo)).Raw(`%" x2="`).Coord(x(hi)).Raw(`%" y1="20" y2="20"/>`)
		for _, n := range [...]int{lo, hi} {
			h.Raw(`<line class="brak" x1="`).Coord(x(n)).Raw(`%" x2="`).Coord(x(n)).Raw(`%" y1="16" y2="20"/>`)
		}
	}
	h.Raw(`</svg>`)
}
