package imports

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// An Explanation is what a file is found to hold, before any profile is
// chosen.
type Explanation struct {
	File      string
	Workbook  bool
	Encoding  string // of delimited text
	Delimiter rune   // the same
	Sheets    []ExplainedSheet
	Profiles  []ProfileFit // that find at least two columns for each they lack, the best first
	Start     string       // a profile in YAML to start from; "" where no table was found
}

// An ExplainedSheet is one sheet. Header is 0 where none was found.
type ExplainedSheet struct {
	Name        string
	Hidden      bool
	Header      int // row
	Rows        int // below it that hold anything
	Columns     []ExplainedColumn
	Unit        string // text around the table that says in what its amounts are
	UnitUnclear string // one that speaks of a unit and does not say of what
	records     int    // rows that are more than a total, a remark or the header once more
}

// A ColumnKind is what most cells of a column hold.
type ColumnKind uint8

const (
	BlankColumn ColumnKind = iota
	TextColumn
	NumberColumn
	DateColumn
)

// An ExplainedColumn is one column of a sheet.
type ExplainedColumn struct {
	Column   int // from 1
	Header   string
	Kind     ColumnKind
	Filled   int
	Distinct int              // different values; maxDistinct where there are more
	Samples  []string         // the first different values
	Forms    []sheet.DateForm // of dates, the most frequent first
	Date     sheet.DateStyle  // the same
	Number   sheet.NumberStyle
	Evidence sheet.Evidence // what proves the order or the style
	Fault    *sheet.Error   // why the order cannot be told
	Known    int            // different values that are people of the portfolio
	values   []string       // the first different ones, more than are shown
	header   header
	step     bool // the header is a period
}

// A ProfileFit is how well a profile fits.
type ProfileFit struct {
	Name    string
	Title   string
	Sheet   string
	Header  int
	Found   int      // columns
	Missing []string // headers of those it cannot do without
	columns map[string]int
}

const (
	maxDistinct = 1000
	maxSamples  = 3
	maxValues   = 50
	maxTested   = 500 // cells that tell whether a column holds numbers or dates
)

// Explain looks at a file: its sheets, the header and the columns of each,
// which profiles of root and which built-in ones fit, and a profile to start
// from. The error is the machine's or of package sheet.
func Explain(root fs.FS, p *model.Portfolio, f File) (*Explanation, error) {
	e := &Explanation{File: f.Name, Workbook: f.Book.Workbook(), Encoding: f.Book.Encoding(), Delimiter: f.Book.Delimiter()}
	var tops []*top
	for i, s := range f.Book.Sheets() {
		t, err := readTop(f, i, s.Name, 0)
		if err != nil {
			return nil, err
		}
		x := ExplainedSheet{Name: s.Name, Hidden: s.Hidden}
		if row, ok := t.likelyHeader(); ok {
			if err := x.look(p, t, row); err != nil {
				return nil, err
			}
		}
		e.Sheets = append(e.Sheets, x)
		if !s.Hidden {
			tops = append(tops, t)
		}
	}
	if err := e.fits(root, p, tops); err != nil {
		return nil, err
	}
	e.start(p)
	return e, nil
}

// start chooses the profile to start from: a built-in one that fits or lacks a
// column or two, which knows more of its system than headers tell, else what
// the sheet suggests that has most of what is needed.
func (e *Explanation) start(p *model.Portfolio) {
	if len(e.Profiles) > 0 {
		best := e.Profiles[0]
		src, isBuiltIn := Source(best.Name)
		lacks := len(best.Missing)
		if isBuiltIn && e.suits(p, best) && (lacks == 0 || lacks <= 2 && best.Found >= 4 && best.Name != "orders") {
			if e.Start = string(src); lacks > 0 {
				e.Start = comment(p, "# 缺："+strings.Join(best.Missing, "、")+"。把文件里的列名加到 columns", "# Missing: "+strings.Join(best.Missing, ", ")+". Add the file's headers to columns.") + e.Start
			}
			return
		}
	}
	var best *ExplainedSheet
	most := -1
	for i := range e.Sheets {
		x := &e.Sheets[i]
		if x.Header == 0 || x.Hidden {
			continue
		}
		g := guess{portfolio: p, sheet: x}
		if g.choose(); g.score() > most {
			best, most = x, g.score()
		}
	}
	if best != nil {
		e.Start = startingProfile(p, best, len(e.Sheets) > 1)
	}
}

// suits reports whether a built-in profile reads the columns that decide: that
// of the people, and that of the stages of deals.
func (e *Explanation) suits(p *model.Portfolio, f ProfileFit) bool {
	for i := range e.Sheets {
		x := &e.Sheets[i]
		if x.Name != f.Sheet || x.Header != f.Header {
			continue
		}
		g := guess{portfolio: p, sheet: x}
		g.choose()
		owner, found := f.columns["owner"]
		if found && g.sure && owner < len(x.Columns) && x.Columns[owner].Known == 0 && g.person.Known > 0 {
			return false
		}
		if g.stage != nil && f.Name != "targets" {
			for _, column := range f.columns {
				if column == g.stage.Column-1 {
					return true
				}
			}
			return false
		}
	}
	return true
}

// comment returns a line in the portfolio's language.
func comment(p *model.Portfolio, zh, en string) string {
	if p.Settings.Language == "en" {
		return en + "\n"
	}
	return zh + "\n"
}

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
			_, isStep = readStep(t.rows[row].cells[i])
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
	for _, text := range texts {
		switch s := readStated(text); {
		case s.unclear != "" && !ofOwn(s.unclear, p.Settings.Currency):
			x.UnitUnclear = text
		case s.unit.given && (s.unit.scaled || s.unit.currency != ""):
			x.Unit = text
		}
	}
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

// fits looks for profiles that can read the file.
func (e *Explanation) fits(root fs.FS, p *model.Portfolio, tops []*top) error {
	for _, name := range Names(root) {
		profile, _, err := Load(root, name, &p.Settings)
		if err != nil {
			return err
		}
		if profile == nil {
			continue // check tells its faults
		}
		var best *ProfileFit
		for _, t := range tops {
			f, ok := t.fitBest(profile)
			if !ok || best != nil && len(best.Missing) <= len(f.missing) {
				continue
			}
			best = &ProfileFit{Name: name, Title: profile.Title, Sheet: t.name, Header: t.rows[f.row].number, Found: len(f.columns), Missing: f.missing, columns: f.columns}
		}
		if best != nil && best.Found > 0 && 2*len(best.Missing) <= best.Found {
			e.Profiles = append(e.Profiles, *best)
		}
	}
	most := 0
	for _, f := range e.Profiles {
		if len(f.Missing) == 0 {
			most = max(most, f.Found)
		}
	}
	e.Profiles = slices.DeleteFunc(e.Profiles, func(f ProfileFit) bool { return 2*f.Found < most })
	slices.SortStableFunc(e.Profiles, func(a, b ProfileFit) int {
		return cmp.Or(cmp.Compare(len(a.Missing), len(b.Missing)), cmp.Compare(b.Found, a.Found))
	})
	return nil
}
