package export

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

const (
	halfWidth = 480 // pixels: the columns A to D
	fullWidth = 1010
	quietInk  = "56534D"
	targetInk = "AA5F22"
)

// trendChart draws the first KPI over time: columns of what was reached, a line
// of what was aimed for.
func (s *sheets) trendChart(c *canvas, t chartTable, first, at int, width uint) {
	n := len(t.rows)
	if n < 2 {
		return
	}
	m := s.kpi()
	actual := &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{c.bars(4, first, n)}}
	target := &excelize.Chart{Type: excelize.Line, Series: []excelize.ChartSeries{c.curve(3, first, n)}}
	format := formats[styleOf(m, audience.Ratio{Num: 1, Den: 1})]
	if m.Unit == audience.Money {
		format = formats[wholeStyle]
		if c.lang == words.Chinese && s.inTenThousands(t) {
			// Scaled by a thousand, with a point written before the last digit.
			format = `0\.0,"` + strings.TrimSpace(s.word("money-suffix.4")) + `"`
		}
	}
	c.draw("A"+strconv.Itoa(at), actual, target, s.word("book.trend", s.said.metric(m)), format, width)
}

// inTenThousands reports whether the amounts are large enough to be read in 万.
func (s *sheets) inTenThousands(t chartTable) bool {
	limit := audience.Ratio{Num: 100_000, Den: 1}
	for _, r := range t.rows {
		if r.values[1].Defined() && r.values[1].Compare(limit) >= 0 {
			return true
		}
	}
	return false
}

// barChart draws attainments as columns, with a line where the target is.
func (s *sheets) barChart(c *canvas, t chartTable, first, at int, trend bool) {
	n := len(t.rows)
	if n < 2 {
		return
	}
	rates := &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{c.bars(5, first, n)}}
	aim := &excelize.Chart{Type: excelize.Line, Series: []excelize.ChartSeries{c.curve(6, first, n)}}
	corner, width := "E"+strconv.Itoa(at), uint(fullWidth-halfWidth-10)
	switch {
	case n > besideBars && trend:
		corner, width = "A"+strconv.Itoa(at+chartRows), fullWidth
	case n > besideBars:
		corner, width = "A"+strconv.Itoa(at), fullWidth
	case !trend:
		corner = "A" + strconv.Itoa(at)
	}
	c.draw(corner, rates, aim, t.title, "0%", width)
}

func (c *canvas) bars(col, first, n int) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name: c.headOf(col, first), Categories: c.column(1, first, n), Values: c.column(col, first, n),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.accent}},
	}
}

func (c *canvas) curve(col, first, n int) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name: c.headOf(col, first), Categories: c.column(1, first, n), Values: c.column(col, first, n),
		Line:   excelize.LineOptions{Width: 2, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{targetInk}}},
		Marker: excelize.ChartMarker{Symbol: "none"},
	}
}

// draw draws columns and a line over them, with the values above the columns
// where these are few.
func (c *canvas) draw(corner string, bars, line *excelize.Chart, title, format string, width uint) {
	small := excelize.Font{Family: c.font, Size: 9, Color: quietInk}
	zero, gap := 0.0, uint(60)
	numbers := excelize.ChartNumFmt{CustomNumFmt: format}
	bars.GapWidth = &gap
	bars.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Family: c.font, Size: 12, Bold: true, Color: "1C1B19"}}}}
	bars.Legend = excelize.ChartLegend{Position: "bottom", Font: &small}
	bars.Dimension = excelize.ChartDimension{Width: width, Height: chartPixels - 12}
	bars.Format = excelize.GraphicOptions{AltText: title, OffsetX: 2, OffsetY: 2}
	bars.XAxis = excelize.ChartAxis{Font: small}
	bars.YAxis = excelize.ChartAxis{Font: small, Minimum: &zero, MajorGridLines: true, NumFmt: numbers}
	bars.ShowBlanksAs = "gap"
	line.XAxis, line.YAxis = bars.XAxis, bars.YAxis // those of the last chart are drawn
	c.note(c.AddChart(c.sheet, corner, bars, line))
}
