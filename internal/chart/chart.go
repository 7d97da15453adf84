// Package chart turns tables of plain data into ECharts drawings.
//
// In go the figures of one drawing, already written as text by somebody who
// knows units and languages, each with the place where it stands on the axis.
// Out come, for each kind of chart ([Trend], [Mix], [Columns]),
//
//   - JSON: what differs from page to page, for a
//     <script type="application/json"> block,
//   - Table: the same figures as a table, for readers without JavaScript and
//     for the text of the tooltip, so that no figure is written twice,
//   - Key: which marks occur in the drawing and what they mean.
//
// What every page shares is the same for all sites and comes out of [Options]:
// one option for each kind, built with go-echarts. charts.js puts both together
// in the browser and fits the drawing to its width.
//
// The package formats no figure but those beside an axis, chooses no words, and
// knows nothing of reviews. float64 is used for places on an axis only. Colours
// are names of CSS variables fixed here; none comes from data.
package chart

import (
	"encoding/json"
	"math"
)

// A Figure is one number of a chart, as it is written and where it is drawn.
type Figure struct {
	// Text is the figure as the table prints it, without its unit; for a
	// figure that is missing, "—" or the reason.
	Text string
	// Place is where it stands, in the unit of the axis.
	Place float64
	// Drawn tells that there is something to draw; without it Place is void
	// and the drawing has a gap.
	Drawn bool
}

// At is a figure drawn at place and written as text.
func At(place float64, text string) Figure {
	return Figure{Text: text, Place: place, Drawn: true}
}

// Gap is a figure that is missing: text says so in the table.
func Gap(text string) Figure { return Figure{Text: text} }

// farthest bounds the places that are drawn. Amounts, counted in ten-thousandths
// in 64 bits, end at 9.2e14.
const farthest = 1e15

// place returns where f is drawn, nil for a gap. What is no finite number is a
// gap too: JSON has no word for it.
func (f *Figure) place() *float64 {
	if !f.Drawn || math.IsNaN(f.Place) || math.Abs(f.Place) > farthest {
		return nil
	}
	return &f.Place
}

// A Period is one place on the horizontal axis: a quarter, a month, a week.
type Period struct {
	Name  string // in full, for the table: 2026 年三季度
	Label string // under the axis: 三季度
	Sub   string // second line, drawn where it changes: 2026
}

// A State is how a figure stands to its target.
type State uint8

// The states. Only those below target have a mark of their own in a drawing.
const (
	NoTarget State = iota
	OnTarget
	AtRisk
	OffTarget
)

// A Table holds the figures of a chart: one row a period, in the order of the
// drawing, the first cell naming it.
type Table struct {
	Head []Cell
	Rows [][]Cell
}

// A Cell is one field of a table. Note is the small print beside the text: the
// unit in the head, the share beside an amount.
type Cell struct {
	Text, Note string
}

// A KeyEntry explains one mark of a drawing.
type KeyEntry struct {
	// Mark is "line", "target", "risk", "off", "partial", "bar", "prior",
	// "bar-partial", or "c1" to "c5"; the style sheet knows how each looks.
	Mark string
	Text string
}

// drawing is what a page carries of one chart. X and Sub label the periods, Y
// is nil where the kind fixes the axis, and S holds the series in the order of
// the kind's option, nil where the chart does without one.
type drawing struct {
	X   []string  `json:"x"`
	Sub []string  `json:"sub,omitempty"`
	Y   *Axis     `json:"y,omitempty"`
	S   []*series `json:"s"`
}

// series has one entry a period: V the places (null is a gap), M the names of
// marks that differ from the series' own, T the labels.
type series struct {
	V []*float64 `json:"v"`
	M []string   `json:"m,omitempty"`
	T []string   `json:"t,omitempty"`
}

func newSeries(n int) *series {
	return &series{V: make([]*float64, n)}
}

func (s *series) mark(i int, name string) {
	if s.M == nil {
		s.M = make([]string, len(s.V))
	}
	s.M[i] = name
}

func (s *series) label(i int, text string) {
	if s.T == nil {
		s.T = make([]string, len(s.V))
	}
	s.T[i] = text
}

// orNil returns nil in place of a series with nothing to draw.
func (s *series) orNil() *series {
	for _, v := range s.V {
		if v != nil {
			return s
		}
	}
	return nil
}

// newDrawing labels n periods.
func newDrawing(n int, period func(i int) *Period) drawing {
	d := drawing{X: make([]string, n)}
	for i := range n {
		p := period(i)
		d.X[i] = p.Label
		if p.Sub == "" {
			continue
		}
		if d.Sub == nil {
			d.Sub = make([]string, n)
		}
		d.Sub[i] = p.Sub
	}
	return d
}

// marshal escapes < > & and the line separators of JavaScript, so that the
// bytes may stand inside a script element.
func (d *drawing) marshal() ([]byte, error) { return json.Marshal(d) }
