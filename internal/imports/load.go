package imports

import (
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// A table is one table of figures, read.
type table struct {
	*place
	grid
	steps   []wideStep         // with the grid's columns
	dates   map[int]*dateOf    // by column of the grid
	numbers map[int]*numberOf  // the same
	reads   map[int]string     // headers of the grid's columns
	scales  map[int]unit       // what their headers say
	above   unit               // what stands around the table
	money   string             // the text around it that names a currency
	unclear string             // a text around it that speaks of a unit and does not say of what
	rowUnit unit               // what the name of the row's metric says: 销售额（万元）
	year    int                // of steps without one
	periods map[int]stepPeriod // of steps

	columns                    []int  // of the sheet, by column of the grid; -1 is none
	fills                      []fill // the same
	sideColumn                 int    // that says of a row whether it is target or actual; -1 is none
	unitColumn, currencyColumn int    // that say of a row in what it is and the profile does not read; -1 is none
}

// use adds a column of the sheet to the grid; -1 is one that it lacks.
func (t *table) use(column int, f fill) {
	if g := len(t.columns); column >= 0 {
		t.reads[g], t.scales[g] = t.headers[column].text, t.headers[column].unit
	}
	t.columns, t.fills = append(t.columns, column), append(t.fills, f)
}

// loadTable reads the rows of a table of figures into a grid.
func (x *run) loadTable(at *place) error {
	t := &table{place: at, grid: grid{values: x.values}, reads: map[int]string{}, scales: map[int]unit{}, dates: map[int]*dateOf{}, numbers: map[int]*numberOf{}}
	for _, c := range x.profile.Columns {
		column, there := at.columns[c.Name]
		if !there {
			column = -1
		}
		x.present[c.Name] = x.present[c.Name] || there
		if there {
			x.tellTwins(at, column)
		}
		t.use(column, x.fillOf(c))
	}
	for _, l := range x.profile.Lookups {
		x.present[l.Name] = x.lookups[l.Name] != nil
		t.use(-1, fillNone)
	}
	for _, s := range at.steps {
		column := s.column
		s.column = len(t.columns)
		t.use(column, fillNone)
		t.steps = append(t.steps, s)
	}
	if err := x.useBeside(t); err != nil {
		return err
	}
	t.width = len(t.columns)
	below, err := x.readRows(t)
	if err != nil {
		return err
	}
	x.unitAround(t, below)
	x.tables = append(x.tables, t)
	x.result.Tables = append(x.result.Tables, x.toldTable(at, len(t.grid.rows)))
	return nil
}

// useBeside adds columns that say in what the amounts of a row are and of which
// side, where the profile does not read them.
func (x *run) useBeside(t *table) error {
	beside := func(column int) int {
		if column < 0 {
			return -1
		}
		t.use(column, fillMerged)
		return len(t.columns) - 1
	}
	unread := func(headers []string) int {
		column := findColumn(t.headers, headers)
		if slices.Contains(t.columns, column) {
			return -1
		}
		return column
	}
	t.unitColumn, t.currencyColumn, t.sideColumn = beside(unread(unitHeaders)), -1, -1
	if _, there := t.place.columns[x.profile.Currency.Column]; !there {
		t.currencyColumn = beside(unread(currencyHeaders))
	}
	if x.profile.Wide == nil {
		return nil
	}
	side, err := findSide(t.place)
	t.sideColumn = beside(side)
	return err
}

// fillOf returns what blank cells of a column take. Amounts, ids and cells that
// are counted stand once for each cell that they cover.
func (x *run) fillOf(c model.ProfileColumn) fill {
	if c.Fill {
		return fillAbove
	}
	p := x.profile
	once := c.Name == p.ID || c.Name == p.Currency.Rate
	for _, m := range append(slices.Clone(p.Metrics), p.Targets...) {
		once = once || m.Minus == c.Name || m.Column == c.Name && m.Gather != model.GatherDistinct
	}
	if once {
		return fillNone
	}
	return fillMerged
}

// tellTwins tells of another column with the header of one that is read.
func (x *run) tellTwins(at *place, column int) {
	for i, h := range at.headers {
		if i > column && h.name == at.headers[column].name {
			x.note("import-header-twice", h.text, column+1, i+1)
		}
	}
}

// maxHeader is beyond the length of headers, in bytes.
const maxHeader = 100

// readRows reads what stands below the header. It returns the remarks there.
func (x *run) readRows(t *table) (remarks []string, err error) {
	first := t.place.lastOfHeader()
	known := map[string]bool{} // headers that the profile reads
	for column, text := range t.reads {
		known[text] = text != "" && t.columns[column] >= 0
	}
	err = t.file.Book.Each(t.sheet, func(r sheet.Row) error {
		if r.Number <= first {
			return nil
		}
		head := rowHead{number: int32(r.Number), header: isHeader(r, t.headers)}
		text, headers := "", 0
		for column, c := range r.Cells {
			if c.Kind == sheet.Blank {
				continue
			}
			head.filled++
			text = c.Text
			if c.Kind == sheet.Text && len(c.Text) < maxHeader && (c.Text[0] < '0' || c.Text[0] > '9') && known[c.Text] {
				headers++
			}
			if saysTotal(c) {
				head.total, head.says = true, int16(column+1)
				head.sum = head.sum || isSurelyTotal(c)
			}
			head.returned = head.returned || saysReturned(c)
		}
		head.second = headers > 1 && 2*headers >= min(int(head.filled), len(known)) && !head.header
		if head.filled == 1 && len(remarks) < maxAbove {
			remarks = append(remarks, text)
		}
		if len(x.places) > 1 {
			head.hash = hashRow(r)
		}
		t.add(r, t.columns, t.fills, head)
		x.lookUp(t)
		return nil
	})
	t.kinds()
	return remarks, err
}

// kinds takes back that rows say total where most rows do so in one column, by
// a word that can mean something else: it says what they are (kind: sum).
func (g *grid) kinds() {
	says := map[int16]int{}
	for i := range g.rows {
		says[g.rows[i].says]++
	}
	for i := range g.rows {
		if r := &g.rows[i]; r.total && !r.sum && 2*says[r.says] > len(g.rows) {
			r.total = false
		}
	}
}

// isHeader reports whether a row is the header once more.
func isHeader(r sheet.Row, headers []header) bool {
	same, filled := 0, 0
	for i, c := range r.Cells {
		if c.Kind == sheet.Blank {
			continue
		}
		if filled++; i < len(headers) && (c.Text == headers[i].text || strings.Contains(c.Text, "\n") && strings.Join(strings.Fields(c.Text), " ") == headers[i].text) {
			same++
		}
		if same < filled {
			return false
		}
	}
	return same > 1
}

// lookUp fills the looked-up columns of the last row.
func (x *run) lookUp(t *table) {
	row := len(t.grid.rows) - 1
	for _, l := range x.profile.Lookups {
		found := x.lookups[l.Name]
		if found == nil {
			continue
		}
		id, _ := sheet.ID(t.cell(row, x.columns[l.On]))
		t.cells[row*t.width+x.columns[l.Name]] = found[foldText(id)]
	}
}

// loadLookup reads the rows of a lookup. Of a key that comes twice with
// different values nobody knows which counts: it counts as not there.
func (x *run) loadLookup(at *place) error {
	found := x.lookups[at.lookup.Name]
	if found == nil {
		found = map[string]cellID{}
		x.lookups[at.lookup.Name] = found
	}
	twice := map[string]bool{}
	rows := 0
	first := at.lastOfHeader()
	err := at.file.Book.Each(at.sheet, func(r sheet.Row) error {
		if r.Number <= first {
			return nil
		}
		rows++
		id, _ := sheet.ID(r.Cell(at.columns["key"]))
		key, value := foldText(id), x.values.id(r.Cell(at.columns["value"]))
		if key == "" || value == 0 {
			return nil
		}
		if before, known := found[key]; known && before != value && !twice[key] {
			twice[key] = true
			x.note("import-lookup-twice", at.lookup.Name, id)
		}
		if found[key] = value; twice[key] {
			found[key] = 0
		}
		return nil
	})
	table := x.toldTable(at, rows)
	table.Lookup = at.lookup.Name
	x.result.Tables = append(x.result.Tables, table)
	return err
}

// toldTable tells where a table was found and which columns are used.
func (x *run) toldTable(at *place, rows int) Table {
	t := Table{File: at.file.Name, Sheet: at.name, Header: at.rows[at.row].number, Rows: rows}
	names := map[int]string{}
	for name, column := range at.columns {
		names[column] = name
	}
	for _, s := range at.steps {
		names[s.column] = "wide"
	}
	for i, h := range at.headers {
		if h.text != "" {
			t.Columns = append(t.Columns, Found{Name: names[i], Header: h.text, Column: i + 1})
		}
	}
	return t
}

// yearOfTable returns the year of headers that name none: that of the
// profile, of the text above the table, of the sheet or of the file.
func (x *run) yearOfTable(t *table) int {
	if y := x.profile.Wide.Year; y > 0 {
		return y
	}
	for i := t.place.row - 1; i >= 0; i-- {
		for _, c := range t.place.rows[i].cells {
			if y, ok := yearIn(c.Text); ok {
				return y
			}
		}
	}
	for _, name := range []string{t.name, path.Base(t.file.Name)} {
		if y, ok := yearIn(name); ok {
			return y
		}
	}
	if p := x.options.Period; p.Length == model.Year {
		return int(p.Year)
	}
	return 0
}
