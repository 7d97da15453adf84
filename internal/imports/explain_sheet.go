package imports

import (
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// likelyHeader returns the row that looks most like a header: of the first
// rows the one with most different words and few numbers, the upper of equals.
func (t *top) likelyHeader() (row int, ok bool) {
	best := 0
	for i, r := range t.rows {
		seen := map[string]bool{}
		score := 0
		for _, c := range r.cells {
			name := readHeader(c.Text).name
			_, isStep := readStep(c)
			switch {
			case c.Kind == sheet.Blank:
			case c.Kind == sheet.Text && !seen[name] && (isStep || !isValue(c)):
				score += 2
			case isStep && !seen[name]:
				score++
			default:
				score--
			}
			seen[name] = true
		}
		if score > best {
			row, best = i, score
		}
	}
	if row > 0 && t.rows[row-1].last == t.rows[row].number && len(wideSteps(t, row, false)) == 0 {
		row-- // the header is of both rows
	}
	return row, best >= 4
}

// isValue reports whether a text is a number or a date, as headers are not.
func isValue(c sheet.Cell) bool {
	if _, given, err := sheet.ReadNumber(c, sheet.PointDecimal); given && err == nil {
		return true
	}
	_, given, err := sheet.ReadDate(c, sheet.DateStyle{Order: sheet.DayMonth})
	return given && err == nil
}

// A looked is what is gathered of a column while its rows go by.
type looked struct {
	dates           sheet.DateColumn
	tested, numbers int // cells that were read as numbers, and are
	commas          int // are with decimal commas
	yearless        int // days without a year
	style           sheet.NumberColumn
	moments         int
	distinct        map[string]bool
}

// look reads the rows of a sheet and says what each column holds.
func (x *ExplainedSheet) look(p *model.Portfolio, t *top, row int) error {
	x.Header = t.rows[row].number
	people := peopleMatcher(p, &model.Matching{By: []model.MatchBy{model.MatchID, model.MatchName, model.MatchAlias}})
	people.nears = maxNears // nobody is asked for near names here
	var cols []looked
	for i, h := range t.rows[row].headers {
		isStep := false
		if i < len(t.rows[row].cells) {
			var step wideStep
			if step, isStep = readStep(t.rows[row].cells[i]); isStep {
				x.sides = append(x.sides, step.side)
			}
		}
		x.Columns = append(x.Columns, ExplainedColumn{Column: i + 1, Header: h.text, header: h, step: isStep})
		cols = append(cols, looked{distinct: map[string]bool{}})
	}
	err := t.file.Book.Each(t.sheet, func(r sheet.Row) error {
		if r.Number <= t.rows[row].last {
			return nil
		}
		x.Rows++
		total := slices.ContainsFunc(r.Cells, saysTotal) || len(x.Columns) > 1 && filled(r) == 1 || isHeader(r, t.rows[row].headers)
		if !total {
			x.records++
		}
		for i := range x.Columns {
			if c := r.Cell(i); c.Kind != sheet.Blank && !total {
				x.Columns[i].see(&cols[i], r.Number, c, people)
			}
		}
		return nil
	})
	x.readUnit(p, t, row)
	for i := range x.Columns {
		x.Columns[i].decide(&cols[i], t.file.Book.Epoch1904())
	}
	return err
}

// filled counts the cells of a row that hold anything.
func filled(r sheet.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c.Kind != sheet.Blank {
			n++
		}
	}
	return n
}

// readUnit looks for what the texts around the table say of its unit.
func (x *ExplainedSheet) readUnit(p *model.Portfolio, t *top, row int) {
	base := path.Base(t.file.Name)
	texts := []string{t.name, strings.TrimSuffix(base, path.Ext(base))}
	for _, r := range t.rows[:row] {
		for _, c := range r.cells {
			texts = append(texts, c.Text)
		}
	}
	x.titles = texts
	for _, text := range texts {
		switch s := readStated(text); {
		case s.unclear != "" && !ofOwn(s.unclear, p.Settings.Currency):
			x.UnitUnclear = text
		case s.unit.given && (s.unit.scaled || s.unit.currency != ""):
			x.Unit = text
		}
	}
}

// saysActual reports whether a wide table holds actuals, by its headers or its
// title.
func (x *ExplainedSheet) saysActual() bool {
	if slices.Contains(x.sides, actualSide) || slices.Contains(x.sides, targetSide) {
		return !slices.Contains(x.sides, targetSide)
	}
	return slices.ContainsFunc(x.titles, saysActual)
}

// see takes one cell into account.
func (c *ExplainedColumn) see(l *looked, row int, cell sheet.Cell, people *matcher) {
	if c.Filled++; c.Filled <= maxTested || len(l.dates.Forms()) > 0 {
		l.dates.Add(row, cell)
	}
	if sheet.LacksYear(cell) {
		l.yearless++
	}
	if cell.Kind == sheet.Date {
		l.moments++
	} else if l.tested < maxTested {
		l.tested++
		if _, given, err := sheet.ReadNumber(cell, sheet.PointDecimal); given && err == nil {
			l.numbers++
		}
		if _, given, err := sheet.ReadNumber(cell, sheet.CommaDecimal); given && err == nil {
			l.commas++
		}
		l.style.Add(row, cell)
	}
	if len(l.distinct) == maxDistinct || l.distinct[cell.Text] {
		return
	}
	l.distinct[cell.Text] = true
	if len(c.values) < maxValues {
		c.values = append(c.values, cell.Text)
	}
	if len(c.Samples) < maxSamples {
		c.Samples = append(c.Samples, cell.Text)
	}
	if len(people.find(cell.Text).ids) == 1 {
		c.Known++
	}
}

// decide says what a column holds.
func (c *ExplainedColumn) decide(l *looked, epoch1904 bool) {
	c.Distinct = len(l.distinct)
	forms := 0
	for _, f := range l.dates.Forms() {
		forms += f.Count
	}
	isNumber := l.tested > 0 && max(l.numbers, l.commas)*10 >= l.tested*8
	isDate := forms*10 >= c.Filled*8
	switch {
	case c.Filled == 0:
		return
	case isNumber && l.moments == 0 && !(saysDate(c.header.name) && isDate):
		c.Kind = NumberColumn
	case isDate:
		c.Kind = DateColumn
	case l.yearless*10 >= c.Filled*8:
		c.Kind = DateColumn
		c.Fault = &sheet.Error{Code: "cell-date-no-year", Args: []any{c.Samples[0]}}
		return
	default:
		c.Kind = TextColumn
	}
	if c.Kind == NumberColumn {
		c.Number, c.Evidence = l.style.Style()
	}
	if c.Kind != DateColumn {
		return
	}
	c.Forms = l.dates.Forms()
	var err error
	c.Date, c.Evidence, err = l.dates.Style()
	c.Date.Epoch1904 = epoch1904
	asSheetError(err, &c.Fault)
}
