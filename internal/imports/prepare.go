package imports

import (
	"maps"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// A measure is one metric of the profile, ready to take rows.
type measure struct {
	spec      model.Measure
	metric    *model.Metric
	part      Part // Actual or Target
	column    int  // of the grid; -1 counts rows
	minus     int  // -1 is none
	date      int  // -1 of snapshots
	where     []*condition
	splits    []*split
	hasSeries bool
	wanted    bool // of a row at least its conditions hold
}

func (m *measure) amounts() bool {
	return m.spec.Gather == model.GatherSum || m.spec.Gather == model.GatherLast
}

// A split is a column whose values part a metric.
type split struct {
	spec      *model.PartColumn
	breakdown *model.Breakdown
	column    int
	names     map[cellID]string
	shown     map[string]string // folded name -> name
}

// A dateOf reads a column of dates.
type dateOf struct {
	style  sheet.DateStyle
	proven bool // by a value of the column
	found  map[cellID]dateRead
	utc    string // the first moment that is written in UTC
}

type dateRead struct {
	moment sheet.Moment
	given  bool
	err    error
}

// A numberOf reads a column of numbers.
type numberOf struct {
	style  sheet.NumberStyle
	unsure sheet.Evidence // a value that may be a fraction or a thousand
	found  map[cellID]numberRead
}

type numberRead struct {
	value *exact // nil where none is given
	raw   sheet.Decimal
	err   error
}

// prepare makes the profile's parts ready for the rows that were read.
func (x *run) prepare() error {
	p := x.profile
	if p.Person.Column != "" {
		x.matcher = peopleMatcher(x.portfolio, &p.Person)
	} else {
		x.matcher = teamMatcher(x.portfolio, &p.Team)
	}
	var lacking []string
	for i := range p.Where {
		if c := &p.Where[i]; x.present[c.Column] {
			x.where = append(x.where, newCondition(c, x.columns[c.Column]))
		} else {
			lacking = append(lacking, x.headerOf(c.Column))
		}
	}
	if len(lacking) > 0 {
		x.note("import-condition-left-out", listOf(lacking))
	}
	for i := range p.Metrics {
		x.addMeasure(p.Metrics[i], Actual)
	}
	for i := range p.Targets {
		x.addMeasure(p.Targets[i], Target)
	}
	if len(x.measures) == 0 && p.Wide == nil {
		return &Fault{Message: message("import-nothing-left")}
	}
	for _, t := range x.tables {
		if err := x.styles(t); err != nil {
			return err
		}
		if err := x.checkUnits(t); err != nil {
			return err
		}
		if err := x.stepPeriods(t); err != nil {
			return err
		}
	}
	return nil
}

// addMeasure makes a metric ready, or tells why it is left out.
func (x *run) addMeasure(spec model.Measure, part Part) {
	m := &measure{spec: spec, metric: x.portfolio.Metric(spec.Metric), part: part, column: -1, minus: -1, date: -1}
	if m.metric == nil {
		return // told when the profile was read
	}
	if m.spec.Date == (model.DateColumn{}) {
		m.spec.Date = x.profile.Date
	}
	need := []string{m.spec.Date.Column}
	if spec.Column != model.AllRows {
		need = append(need, spec.Column)
	}
	for _, c := range spec.Where {
		need = append(need, c.Column)
	}
	for _, name := range need {
		if name != "" && !x.present[name] {
			x.note("import-metric-left-out", string(spec.Metric), x.headerOf(name))
			return
		}
	}
	if m.spec.Date.Snapshot && x.options.AsOf.IsZero() {
		x.note("import-snapshot-left-out", string(spec.Metric))
		return
	}
	if !m.spec.Date.Snapshot {
		m.date = x.columns[m.spec.Date.Column]
	}
	if spec.Column != model.AllRows {
		m.column = x.columns[spec.Column]
	}
	if spec.Minus != "" && x.present[spec.Minus] {
		m.minus = x.columns[spec.Minus]
	}
	for i := range spec.Where {
		m.where = append(m.where, newCondition(&spec.Where[i], x.columns[spec.Where[i].Column]))
	}
	if part == Actual && x.profile.Team.Column == "" {
		x.addSplits(m)
	}
	x.measures = append(x.measures, m)
}

// headerOf returns the first header of a column of the profile, for messages.
func (x *run) headerOf(name string) string {
	for _, c := range x.profile.Columns {
		if c.Name == name {
			return c.Headers[0]
		}
	}
	return name
}

// addSplits adds the breakdowns and the series of a metric.
func (x *run) addSplits(m *measure) {
	for _, id := range x.profile.Series {
		m.hasSeries = m.hasSeries || id == m.spec.Metric && x.cycle > model.Month
	}
	for i := range x.profile.Breakdowns {
		spec := &x.profile.Breakdowns[i]
		for j := range x.portfolio.Settings.Breakdowns {
			b := &x.portfolio.Settings.Breakdowns[j]
			if b.ID != spec.Breakdown || b.Of != m.spec.Metric {
				continue
			}
			if !x.present[spec.Column] {
				x.leftOut = append(x.leftOut, string(b.ID))
				continue
			}
			s := &split{spec: spec, breakdown: b, column: x.columns[spec.Column], names: map[cellID]string{}, shown: map[string]string{}}
			for _, part := range b.Parts {
				s.shown[foldText(part)] = part
			}
			m.splits = append(m.splits, s)
		}
	}
}

// styles finds out how the columns of a table write dates and numbers.
func (x *run) styles(t *table) error {
	var unsure []unsureDates
	for _, m := range x.measures {
		if m.date >= 0 && t.dates[m.date] == nil && t.reads[m.date] != "" {
			u, err := x.dateStyle(t, m.date, m.spec.Date.Order)
			if err != nil {
				return err
			}
			if u != nil {
				unsure = append(unsure, *u)
			}
		}
		if m.amounts() {
			x.numberStyle(t, m.column)
			x.numberStyle(t, m.minus)
		}
	}
	if rate := x.profile.Currency.Rate; rate != "" {
		x.numberStyle(t, x.columns[rate])
	}
	for _, s := range t.steps {
		x.numberStyle(t, s.column)
	}
	x.settleNumbers(t)
	return x.settle(t, unsure)
}

// settleNumbers reads columns in which 1.234 may be a fraction or a thousand
// like one of the same table that has decimal commas. Where none has, they are
// told.
func (x *run) settleNumbers(t *table) {
	columns := slices.Sorted(maps.Keys(t.numbers))
	proof := slices.IndexFunc(columns, func(c int) bool { return t.numbers[c].style == sheet.CommaDecimal })
	for _, c := range columns {
		switch n := t.numbers[c]; {
		case n.unsure.IsZero(), t.file.Book.Delimiter() == ',': // where commas part cells, points part digits
		case proof >= 0:
			n.style = sheet.CommaDecimal
			x.note("import-decimal-like", t.reads[c], t.reads[columns[proof]])
		default:
			x.note("import-decimal-dots", t.reads[c], n.unsure.Text)
		}
	}
}

var orders = map[model.DateOrder]sheet.Order{model.YearMonthDay: sheet.YearFirst, model.DayMonthYear: sheet.DayMonth, model.MonthDayYear: sheet.MonthDay}

// unsureDates is a column of dates that can be read in two ways.
type unsureDates struct {
	column int
	fault  *sheet.Error
}

// dateStyle finds out how a column writes dates. One that proves nothing by
// itself is returned.
func (x *run) dateStyle(t *table, column int, order model.DateOrder) (*unsureDates, error) {
	d := &dateOf{found: map[cellID]dateRead{}, style: sheet.DateStyle{Order: orders[order], Epoch1904: t.file.Book.Epoch1904()}}
	t.dates[column] = d
	if order != model.AnyOrder {
		return nil, nil
	}
	var col sheet.DateColumn
	for row := range t.grid.rows {
		if !t.grid.rows[row].header && !t.grid.rows[row].total {
			col.Add(int(t.grid.rows[row].number), t.cell(row, column))
		}
	}
	style, evidence, err := col.Style()
	if fault := (*sheet.Error)(nil); asSheetError(err, &fault) {
		if fault.Code == "column-dates-ambiguous" {
			return &unsureDates{column, fault}, nil
		}
		return nil, t.badDates(column, fault)
	}
	if evidence.Row > 0 {
		key := map[sheet.Order]string{sheet.DayMonth: "import-order-dmy", sheet.MonthDay: "import-order-mdy", sheet.YearFirst: "import-order-ymd"}[style.Order]
		x.note(key, t.reads[column], evidence.Text, evidence.Row)
		d.proven = true
	}
	d.style.Order = style.Order
	return nil, err
}

func (t *table) badDates(column int, fault *sheet.Error) *Fault {
	return &Fault{File: t.file.Name, Message: message("import-dates", t.reads[column]), Cause: diag.Message{Key: fault.Code, Args: fault.Args}, Hint: message("import-hint-order")}
}

// settle reads columns of dates that prove nothing like one of the same table
// that does: one program writes all of a file. Where none proves anything, the
// file is refused.
func (x *run) settle(t *table, unsure []unsureDates) error {
	proof := -1
	for column, d := range t.dates {
		if d.proven && (proof < 0 || column < proof) {
			proof = column
		}
	}
	for _, u := range unsure {
		if proof < 0 {
			return t.badDates(u.column, u.fault)
		}
		t.dates[u.column].style.Order = t.dates[proof].style.Order
		x.note("import-order-like", t.reads[u.column], t.reads[proof])
	}
	return nil
}

func (x *run) numberStyle(t *table, column int) {
	if column < 0 || t.numbers[column] != nil {
		return
	}
	var col sheet.NumberColumn
	seen := make([]bool, len(t.values.list)) // a value proves as much once as often
	for row := range t.grid.rows {
		if id := t.at(row, column); !seen[id] && !t.grid.rows[row].header {
			seen[id] = true
			col.Add(int(t.grid.rows[row].number), t.values.list[id])
		}
	}
	style, evidence := col.Style()
	if style == sheet.CommaDecimal {
		x.note("import-comma-decimal", t.reads[column], evidence.Text, evidence.Row)
	}
	t.numbers[column] = &numberOf{style: style, unsure: col.Thousands(), found: map[cellID]numberRead{}}
}
