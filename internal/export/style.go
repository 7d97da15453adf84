package export

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"reviewfolio/internal/audience"
)

// The styles of cells. Those up to dateStyle are of numbers.
const (
	plainStyle   = iota
	moneyStyle   // two decimals
	wholeStyle   // whole counts
	countStyle   // counts with a part of one
	percentStyle // fractions
	changeStyle  // fractions, with their sign
	moveStyle    // percentage points, with their sign
	pointStyle   // points of nps
	shiftStyle   // their changes
	scoreStyle   // scores
	gapStyle     // differences of scores
	dateStyle
	textStyle // wraps
	headStyle
	headNumberStyle
	titleStyle
	quietStyle
	styleCount
)

var formats = [...]string{
	moneyStyle: "#,##0.00", wholeStyle: "#,##0", countStyle: "#,##0.00", percentStyle: "0.0%", changeStyle: "+0.0%;-0.0%;0.0%",
	pointStyle: "0.0", moveStyle: "", shiftStyle: "", scoreStyle: "0.00", gapStyle: "+0.00;-0.00;0.00", dateStyle: "yyyy-mm-dd",
}

func (b *book) makeStyles() {
	unit := ` "` + b.lang.Text("unit.percent-points") + `"`
	points := ` "` + b.lang.Text("unit.points") + `"`
	all := formats
	all[moveStyle] = "+0.0" + unit + ";-0.0" + unit + ";0.0" + unit
	all[shiftStyle] = "+0.0" + points + ";-0.0" + points + ";0.0" + points
	font := func(f excelize.Font) *excelize.Font {
		f.Family, f.Size = b.font, max(f.Size, 10)
		return &f
	}
	middle := &excelize.Alignment{Vertical: "center", Horizontal: "left", Indent: 1} // apart from a number before it
	wrapped := &excelize.Alignment{Vertical: "center", Horizontal: "left", Indent: 1, WrapText: true}
	right := &excelize.Alignment{Vertical: "center", Horizontal: "right"}
	for i := moneyStyle; i <= dateStyle; i++ {
		b.style(i, &excelize.Style{Font: font(excelize.Font{}), Alignment: right, CustomNumFmt: &all[i]})
	}
	b.style(plainStyle, &excelize.Style{Font: font(excelize.Font{}), Alignment: middle})
	b.style(textStyle, &excelize.Style{Font: font(excelize.Font{}), Alignment: wrapped})
	head := excelize.Style{
		Font: font(excelize.Font{Bold: true, Color: "FFFFFF"}), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{b.accent}},
		Alignment: wrapped,
	}
	b.style(headStyle, &head)
	head.Alignment = &excelize.Alignment{Vertical: "center", Horizontal: "right", WrapText: true}
	b.style(headNumberStyle, &head)
	b.style(titleStyle, &excelize.Style{Font: font(excelize.Font{Bold: true, Size: 16}), Alignment: middle})
	b.style(quietStyle, &excelize.Style{Font: font(excelize.Font{Color: quietInk}), Alignment: middle})
}

func (b *book) style(i int, s *excelize.Style) {
	id, err := b.NewStyle(s)
	b.note(err)
	b.styles[i] = id
}

// styleOf returns the style of a figure of the metric.
func styleOf(m *audience.Metric, r audience.Ratio) int {
	switch m.Unit {
	case audience.Money:
		return moneyStyle
	case audience.Percent:
		return percentStyle
	case audience.Points:
		return pointStyle
	}
	if r.Defined() && r.Num%r.Den != 0 {
		return countStyle
	}
	return wholeStyle
}

// changeOf returns the style of a change of the metric.
func changeOf(m *audience.Metric) int {
	switch m.Unit {
	case audience.Percent:
		return moveStyle
	case audience.Points:
		return shiftStyle
	}
	return changeStyle
}

// numberOf returns the number of a cell: with six decimals where it is a
// fraction, else with four; percentage points are a hundred times the fraction.
// ok is false where the value is undefined.
func numberOf(r audience.Ratio, style int) (value float64, ok bool) {
	digits, shown := 4, 4
	switch style {
	case percentStyle, changeStyle, pointStyle, shiftStyle, scoreStyle, gapStyle:
		digits, shown = 6, 6
	case moveStyle:
		digits, shown = 6, 4
	}
	n, ok := r.Scaled(digits)
	if !ok {
		return 0, false
	}
	if n > -1<<53 && n < 1<<53 {
		return float64(n) / math.Pow10(shown), true // the number nearest to the decimal
	}
	value, err := strconv.ParseFloat(strconv.FormatInt(n, 10)+"e-"+strconv.Itoa(shown), 64)
	return value, err == nil
}
