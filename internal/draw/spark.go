package draw

import (
	"math"

	"reviewfolio/internal/markup"
)

const (
	sparkWidth  = 80.0
	sparkHeight = 22.0
	sparkPad    = 3.0
)

// Spark draws a small line of the values, oldest first; NaN is a gap. The last
// value has a dot, hollow where its period is partial. label says in words
// what the line shows.
func Spark(h *markup.HTML, values []float64, partial bool, label string) {
	lo, hi := bounds(values)
	if lo > hi {
		return
	}
	h.Raw(`<svg class="spk" viewBox="0 0 80 22" preserveAspectRatio="xMinYMid" role="img"`).Attr("aria-label", label).Raw(`><path d="`)
	pen := markup.Constant("M")
	var x, y float64
	for i, v := range values {
		if math.IsNaN(v) {
			pen = "M"
			continue
		}
		x, y = sparkPad, sparkHeight/2
		if len(values) > 1 {
			x += float64(i) / float64(len(values)-1) * (sparkWidth - 2*sparkPad)
		}
		if hi > lo {
			y = sparkHeight - 4 - (v-lo)/(hi-lo)*(sparkHeight-8)
		}
		h.Raw(pen).Coord(tenth(x)).Raw(" ").Coord(tenth(y))
		pen = "L"
	}
	h.Raw(`"/><circle`)
	if partial {
		h.Raw(` class="part"`)
	}
	h.Raw(` cx="`).Coord(tenth(x)).Raw(`" cy="`).Coord(tenth(y)).Raw(`" r="2.5"/></svg>`)
}

// bounds returns the least and the greatest value; lo > hi where there is none.
func bounds(values []float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	return lo, hi
}

// tenth rounds a coordinate of a sparkline, of which a site has hundreds of
// thousands, to what an eye can tell.
func tenth(x float64) float64 { return math.Round(x*10) / 10 }
