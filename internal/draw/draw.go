// Package draw makes the drawings that are rows of tables: bullets,
// sparklines, waterfall steps, dots of scores, bars of grades. Each is a small
// inline SVG with percentages for x, so that its lines never shrink with the
// page; colours are classes of the style sheet.
//
// In go plain numbers, in floating point because they are only coordinates;
// out comes markup. Figures are written in the cells beside, not here.
package draw

import (
	"math"

	"reviewfolio/internal/markup"
)

// full is where a bullet's scale ends: 130 % of the target, one scale for
// every row of a column so that the ticks of the targets form a line.
const full = 1.3

// A Bullet shows an actual against its target.
type Bullet struct {
	Attained float64 // actual over target; NaN draws only the scale
	Pace     float64 // elapsed share of a partial period, drawn as a mark; NaN or 0 for none
	Short    Short   // how a shortfall is outlined
	Label    string  // what it shows, for those who do not see it; "" where the cell beside says it
}

// Short is the meaning of a shortfall; it takes its colour from the same state
// as the word beside it.
type Short uint8

const (
	None Short = iota // no outline
	Risk              // amber
	Off               // red
)

// Write draws the bullet.
func (b Bullet) Write(h *markup.HTML) {
	h.Raw(`<svg class="bul" preserveAspectRatio="none"`)
	label(h, b.Label)
	h.Raw(`><rect class="base" x="0" y="4" width="100%" height="6"/>`)
	if !math.IsNaN(b.Attained) {
		b.bar(h)
	}
	if b.Pace > 0 {
		h.Raw(`<svg x="`).Coord(percent(b.Pace)).Raw(`%" y="11" overflow="visible"><path class="pace" d="M0 0l4 6h-8z"/></svg>`)
	}
	h.Raw(`</svg>`)
}

func (b Bullet) bar(h *markup.HTML) {
	end := percent(b.Attained)
	h.Raw(`<rect class="act" x="0" y="4" width="`).Coord(end).Raw(`%" height="6"/>`)
	tick := percent(1)
	if end < tick && (b.Short == Risk || b.Short == Off) {
		class := markup.Constant("gapr")
		if b.Short == Off {
			class = "gapb"
		}
		h.Raw(`<rect class="`).Raw(class).Raw(`" x="`).Coord(end).Raw(`%" y="4.5" width="`).Coord(tick - end).Raw(`%" height="5"/>`)
	}
	if b.Attained > full {
		h.Raw(`<line class="brk" x1="95%" x2="94%" y1="3" y2="11"/><line class="brk" x1="97%" x2="96%" y1="3" y2="11"/>`)
	}
	h.Raw(`<rect class="tick" x="`).Coord(tick).Raw(`%" y="0" width="2" height="14" transform="translate(-1 0)"/>`)
}

// percent is where an attainment stands on the bullet's scale.
func percent(attained float64) float64 {
	return math.Max(0, math.Min(attained/full, 1)) * 100
}

func label(h *markup.HTML, text string) {
	if text == "" {
		h.Raw(` aria-hidden="true"`)
		return
	}
	h.Raw(` role="img"`).Attr("aria-label", text)
}

// Bar draws a plain bar from zero: share of the column's longest, 0 to 1.
func Bar(h *markup.HTML, share float64) {
	h.Raw(`<svg class="bul" aria-hidden="true" preserveAspectRatio="none"><rect class="act" x="0" y="4" width="`)
	h.Coord(math.Max(0, math.Min(share, 1)) * 100).Raw(`%" height="6"/></svg>`)
}

// Diverge draws a bar to the right (positive) or left of the middle; of is the
// length that reaches the edge.
func Diverge(h *markup.HTML, value, of float64) {
	h.Raw(`<svg class="bul" aria-hidden="true" preserveAspectRatio="none"><line class="mid" x1="50%" x2="50%" y1="0" y2="14"/>`)
	if of > 0 {
		width := math.Min(math.Abs(value)/of, 1) * 48
		x := 50.0
		if value < 0 {
			x -= width
		}
		h.Raw(`<rect class="act" x="`).Coord(x).Raw(`%" y="3" width="`).Coord(width).Raw(`%" height="8"/>`)
	}
	h.Raw(`</svg>`)
}

// Level draws a score on its scale, 0 to 1, with a tick where its grade begins.
func Level(h *markup.HTML, share, tick float64) {
	h.Raw(`<svg class="bul" aria-hidden="true" preserveAspectRatio="none"><rect class="base" x="0" y="4" width="100%" height="6"/><rect class="act" x="0" y="4" width="`)
	h.Coord(math.Max(0, math.Min(share, 1)) * 100).Raw(`%" height="6"/><rect class="tick" x="`)
	h.Coord(math.Max(0, math.Min(tick, 1)) * 100).Raw(`%" y="0" width="2" height="14" transform="translate(-1 0)"/></svg>`)
}
