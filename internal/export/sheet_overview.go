package export

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"reviewfolio/internal/audience"
)

const (
	trendPeriods = 12 // of the chart over time
	mostBars     = 40 // people of whom a chart can be read
	besideBars   = 12 // up to how many bars two charts fit beside each other

	rowHeight   = 18.0 // points
	rowPixels   = 24
	chartPixels = 312
	chartRows   = chartPixels/rowPixels + 1
)

// overviewColumns are the widths of the first sheet, on which two charts fit
// beside each other: over A to D and over E to H.
var overviewColumns = [...]float64{22, 8, 17, 17, 11, 15, 15, 36}

// A canvas is a sheet with several tables one below the other.
type canvas struct {
	*book
	sheet  string
	stream *excelize.StreamWriter
	row    int // the one being filled
	cells  []any
	height float64 // of the row; 0 as usual
}

// canvas begins a sheet of these widths. Rows follow, then close.
func (b *book) canvas(sheet string, widths []float64) *canvas {
	c := &canvas{book: b, sheet: sheet, row: 1}
	b.add(sheet)
	height, yes := rowHeight, true
	b.note(b.SetSheetProps(sheet, &excelize.SheetPropsOptions{DefaultRowHeight: &height, CustomHeight: &yes}))
	b.layOut(sheet, 0)
	var err error
	c.stream, err = b.NewStreamWriter(sheet)
	b.note(err)
	if err == nil {
		b.setWidths(c.stream, widths)
	}
	return c
}

// put fills a cell of the row; those of a row are filled from left to right.
func (c *canvas) put(col int, value any, style int) {
	if text, ok := value.(string); ok {
		value = Safe(text)
	}
	for len(c.cells) < col-1 {
		c.cells = append(c.cells, nil)
	}
	c.cells = append(c.cells, excelize.Cell{StyleID: c.styles[style], Value: value})
}

// number puts a value, nothing where it is undefined.
func (c *canvas) number(col int, r audience.Ratio, style int) {
	if value, ok := numberOf(r, style); ok {
		c.put(col, value, style)
	}
}

// next ends the row.
func (c *canvas) next() {
	if len(c.cells) > 0 && c.stream != nil {
		c.note(c.stream.SetRow("A"+strconv.Itoa(c.row), c.cells, excelize.RowOpts{Height: c.height}))
	}
	c.row, c.cells, c.height = c.row+1, c.cells[:0], 0
}

// close ends the sheet.
func (c *canvas) close() {
	if c.stream != nil {
		c.note(c.stream.Flush())
	}
}

// heads writes the heads of a table; those from figures to text stand above
// numbers.
func (c *canvas) heads(figures, text int, heads ...string) {
	for i, head := range heads {
		style := headStyle
		if i >= figures && i < text {
			style = headNumberStyle
		}
		c.put(i+1, head, style)
	}
	c.next()
}

// overview writes the first sheet: the figures of the period, two charts, and
// below them the tables that they are drawn from.
func (s *sheets) overview(title string) {
	c := s.canvas(s.word("book.overview"), overviewColumns[:])
	no := false
	c.note(c.SetSheetView(c.sheet, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	c.height = 30
	c.put(1, title, titleStyle)
	c.next()
	c.put(1, s.dateline(), quietStyle)
	c.next()
	c.next()
	judge, others := s.metrics()
	s.figureTable(c, judge)
	trend, bars := s.trendTable(), s.barTable()
	chartsAt := c.row + 1
	switch hasTrend, hasBars := len(trend.rows) > 1, len(bars.rows) > 1; {
	case hasTrend && hasBars && len(bars.rows) > besideBars:
		c.row += 2*chartRows + 1
	case hasTrend || hasBars:
		c.row += chartRows + 1
	}
	c.row++
	trendAt := c.write(trend)
	barsAt := c.write(bars)
	if len(others) > 0 {
		c.put(1, s.word("book.others"), quietStyle)
		c.next()
		s.figureTable(c, others)
	}
	width := uint(halfWidth)
	if len(bars.rows) > besideBars {
		width = fullWidth
	}
	s.trendChart(c, trend, trendAt, chartsAt, width)
	s.barChart(c, bars, barsAt, chartsAt, len(trend.rows) > 1)
	c.close()
}

// dateline says as of when the figures are, and what of a running period has
// gone.
func (s *sheets) dateline() string {
	lang := s.said.lang
	text := s.said.site.Title
	if asOf := s.said.site.AsOf; !asOf.IsZero() {
		text = lang.Text("book.title", text, lang.Text("book.as-of", asOf.String()))
	}
	if f := s.view.Figure(s.scope, s.period, s.said.site.KPIs[0]); f.Partial {
		text = lang.Text("book.title", text, lang.Text("book.running", lang.Elapsed(f.Elapsed, f.Total)))
	}
	return text
}

// metrics returns those of the team in the period that judge, in their order,
// and the others.
func (s *sheets) metrics() (judge, others []*audience.Metric) {
	all := s.view.Metrics(s.scope, s.period)
	for _, id := range s.said.site.KPIs {
		if i := slices.IndexFunc(all, func(m *audience.Metric) bool { return m.ID == id }); i >= 0 {
			judge = append(judge, all[i])
		}
	}
	for _, m := range all {
		if !slices.Contains(judge, m) {
			others = append(others, m)
		}
	}
	return judge, others
}

// figureTable writes figures of the team in the period.
func (s *sheets) figureTable(c *canvas, metrics []*audience.Metric) {
	lang := s.said.lang
	c.heads(2, 7, lang.Text("head.metric"), lang.Text("head.unit"), lang.Text("head.target"), lang.Text("head.actual"), lang.Text("head.attainment"),
		lang.Text("head.qoq"), lang.Text("head.yoy"), lang.Text("head.remark"))
	for _, m := range metrics {
		f := s.view.Figure(s.scope, s.period, m.ID)
		c.put(1, s.said.metric(m), plainStyle)
		c.put(2, s.said.unit(m), plainStyle)
		c.number(3, f.Target.Ratio, shownStyle(m, f.Target.Ratio))
		c.number(4, f.Actual.Ratio, shownStyle(m, f.Actual.Ratio))
		c.number(5, f.Attainment.Ratio, percentStyle)
		c.number(6, f.QoQ.Ratio, changeOf(m))
		c.number(7, f.YoY.Ratio, changeOf(m))
		if remark := s.headRemark(&f); remark != "" {
			c.put(8, remark, quietStyle)
		}
		c.next()
	}
}

// shownStyle is styleOf, without decimals for whole amounts of money.
func shownStyle(m *audience.Metric, r audience.Ratio) int {
	if m.Unit == audience.Money && r.Defined() && r.Num%r.Den == 0 {
		return wholeStyle
	}
	return styleOf(m, r)
}

// headRemark says by which target a team is judged, and why cells are empty.
func (s *sheets) headRemark(f *audience.Figure) string {
	text := s.reasons(f)
	if split := s.splitTarget(f); split.Defined() && split.Compare(f.Target.Ratio) != 0 {
		beside := s.word("book.set-beside", s.amount(f.Metric, split))
		if text != "" {
			beside += s.word("list-semicolon") + text
		}
		return beside
	}
	return text
}

// A chartTable is a small table that a chart is drawn from.
type chartTable struct {
	title string
	heads []string
	rows  []chartRow
}

type chartRow struct {
	name   string
	values []audience.Ratio
	styles []int
}

// write writes the table and returns where its first row of data stands;
// nothing of a table without rows.
func (c *canvas) write(t chartTable) (first int) {
	if len(t.rows) == 0 {
		return 0
	}
	c.put(1, t.title, quietStyle)
	c.next()
	c.put(1, t.heads[0], headStyle)
	c.put(2, "", headStyle)
	for i, head := range t.heads[1:] {
		c.put(i+firstNumber, head, headNumberStyle)
	}
	c.next()
	first = c.row
	for _, r := range t.rows {
		c.put(1, r.name, plainStyle)
		for i, v := range r.values {
			c.number(i+firstNumber, v, r.styles[i])
		}
		c.next()
	}
	c.next()
	return first
}

// firstNumber is the column of the first number of a chartTable: the second one
// is too narrow.
const firstNumber = 3

// trendTable is the first KPI of the team, period by period.
func (s *sheets) trendTable() chartTable {
	m := s.kpi()
	t := chartTable{title: s.word("book.trend-data", s.said.metric(m)), heads: []string{s.word("head.period"), s.word("head.target"), s.word("head.actual"), s.word("head.attainment")}}
	calendar := s.said.site.Calendar
	for _, q := range s.view.PeriodsOf(s.scope) {
		if q.Length != s.period.Length || calendar.Compare(q, s.period) > 0 {
			continue
		}
		f := s.view.Figure(s.scope, q, m.ID)
		t.rows = append(t.rows, chartRow{s.said.period(q), []audience.Ratio{f.Target.Ratio, f.Actual.Ratio, f.Attainment.Ratio},
			[]int{shownStyle(m, f.Target.Ratio), shownStyle(m, f.Actual.Ratio), percentStyle}})
	}
	t.rows = t.rows[max(0, len(t.rows)-trendPeriods):]
	return t
}

// barTable is the attainment of everybody, or of the teams below where there are
// too many people; of one large team those who have most.
func (s *sheets) barTable() chartTable {
	m := s.kpi()
	name := s.said.metric(m)
	t := chartTable{title: s.word("book.by-person", name), heads: []string{s.word("head.person"), s.word("head.target"), s.word("head.actual"), s.word("head.attainment"), s.word("head.target-line")}}
	add := func(who string, scope audience.Scope) {
		f := s.view.Figure(scope, s.period, m.ID)
		if !f.Attainment.Defined() {
			return
		}
		t.rows = append(t.rows, chartRow{who, []audience.Ratio{f.Target.Ratio, f.Actual.Ratio, f.Attainment.Ratio, {Num: 1, Den: 1}},
			[]int{shownStyle(m, f.Target.Ratio), shownStyle(m, f.Actual.Ratio), percentStyle, percentStyle}})
	}
	if len(s.ranks) > mostBars && len(s.team.Children) > 0 {
		t.title, t.heads[0] = s.word("book.by-team", name), s.word("head.team")
		for _, id := range s.team.Children {
			add(s.said.team(id), audience.TeamScope(id))
		}
		return t
	}
	for i := range s.ranks {
		add(s.view.Name(s.ranks[i].Person), audience.PersonScope(s.ranks[i].Person))
	}
	slices.SortStableFunc(t.rows, func(a, b chartRow) int { return b.values[2].Compare(a.values[2]) }) // the highest first
	if len(t.rows) > mostBars {
		t.rows, t.title = t.rows[:mostBars], s.word("book.best-people", name, mostBars)
	}
	return t
}

// column is a reference to rows of one column.
func (c *canvas) column(col, first, n int) string {
	name, _ := excelize.ColumnNumberToName(col)
	return quoted(c.sheet) + "!$" + name + "$" + strconv.Itoa(first) + ":$" + name + "$" + strconv.Itoa(first+n-1)
}

// headOf is a reference to the head of a column above its first row of data.
func (c *canvas) headOf(col, first int) string {
	name, _ := excelize.ColumnNumberToName(col)
	return quoted(c.sheet) + "!$" + name + "$" + strconv.Itoa(first-1)
}
