package imports

import (
	"errors"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// A verdict is what becomes of a row: used, filtered or rejected.
type verdict struct {
	state  state
	reason diag.Message
	column int // at fault; -1 is the whole row
	near   []string
}

type state uint8

const (
	isUsed state = iota
	isFiltered
	isRejected
	isTotal // filtered, and in no sum: its amounts are those of other rows
)

var used = verdict{}

func (v verdict) rejected() bool { return v.state == isRejected }

func filtered(key string, args ...any) verdict {
	return verdict{state: isFiltered, reason: message(key, args...)}
}

// refuse rejects a row for what stands in a column; -1 is the whole row.
func (x *run) refuse(_ *table, _, column int, key string, args ...any) verdict {
	return verdict{state: isRejected, reason: message(key, args...), column: column}
}

// A take is what one metric takes of a row.
type take struct {
	measure *measure
	period  model.Period // of the figure
	step    model.Period // month within it; zero where the row names a longer period
	day     model.Date   // which of several is the last
	value   *exact       // of sum and last; nil where the cell is blank
	text    string       // of distinct
}

// A subject is whose figures a row holds.
type subject struct {
	scope  Scope
	id     string
	person *model.Person // nil of a team
}

// useTable takes every row of a table.
func (x *run) useTable(t *table) error {
	running := x.newTotals(t)
	for row := range t.grid.rows {
		v := x.frame(t, row, running)
		if v.state == isUsed {
			if v = x.conditions(t, row); v.state == isUsed {
				v = x.rowUnitOf(t, row)
			}
			if v.state == isUsed {
				if x.profile.Wide != nil {
					v = x.useWide(t, row)
				} else {
					v = x.useRow(t, row)
				}
			}
		}
		running.add(t, row, v.state)
		x.tell(t, row, v)
	}
	running.finish()
	x.overlap.finish()
	return nil
}

// tell notes what became of a row.
func (x *run) tell(t *table, row int, v verdict) {
	r := x.result
	number := int(t.grid.rows[row].number)
	switch v.state {
	case isUsed:
		r.Rows.Used++
	case isRejected:
		r.Rows.Rejected++
		reject := Reject{File: t.file.Name, Sheet: t.name, Row: number, Reason: v.reason, Near: v.near}
		if v.column >= 0 {
			reject.Header, reject.Value = t.reads[v.column], t.cell(row, v.column).Text
			if reject.Header == "" {
				reject.Header = x.columnName(v.column)
			}
		}
		r.Rejects = append(r.Rejects, reject)
	default:
		r.Rows.Filtered++
		i := slices.IndexFunc(r.Filtered, func(f Filtered) bool {
			return f.Reason.Key == v.reason.Key && slices.Equal(f.Reason.Args, v.reason.Args)
		})
		if i < 0 {
			i = len(r.Filtered)
			r.Filtered = append(r.Filtered, Filtered{Reason: v.reason, First: number})
		}
		r.Filtered[i].Rows++
	}
}

// columnName returns what the profile calls a column of the grid.
func (x *run) columnName(column int) string {
	for name, at := range x.columns {
		if at == column {
			return name
		}
	}
	return ""
}

// conditions leaves out rows that the profile does not want.
func (x *run) conditions(t *table, row int) verdict {
	for _, c := range x.where {
		if c.holds(&t.grid, row) {
			continue
		}
		header := t.reads[c.column]
		if header == "" {
			header = x.columnName(c.column)
		}
		if len(c.not) > 0 || len(c.lacks) > 0 {
			return filtered("import-condition-value", header, t.cell(row, c.column).Text)
		}
		return filtered("import-condition", header)
	}
	return used
}

// useRow takes a row for all metrics that want it, or for none.
func (x *run) useRow(t *table, row int) verdict {
	takes, v := x.takesOf(t, row)
	x.takes = takes[:0]
	if v.state != isUsed {
		return v
	}
	who, v := x.whose(t, row)
	if v.rejected() {
		return v
	}
	// A deal may be older than its owner's time here.
	takes = slices.DeleteFunc(takes, func(k take) bool {
		other := k.measure.spec.Date.Column != x.profile.Date.Column
		if other = other && x.there(t, row, who, k.period).rejected(); other {
			x.noteRow("import-not-there-then", string(k.measure.spec.Metric))
		}
		return other
	})
	if len(takes) == 0 {
		return filtered("import-no-metric")
	}
	for i := range takes {
		if v := x.there(t, row, who, takes[i].period); v.rejected() {
			return v
		}
		if v := x.value(t, row, &takes[i]); v.rejected() {
			return v
		}
	}
	if v := x.again(t, row); v.state != isUsed {
		return v
	}
	x.put(t, row, who, takes)
	return used
}

// takesOf returns what metrics want of a row, in the periods that are asked
// for. The list is good until the next row.
func (x *run) takesOf(t *table, row int) ([]take, verdict) {
	takes := x.takes[:0]
	wanted := false
	for _, m := range x.measures {
		if !x.wants(t, row, m) {
			continue
		}
		wanted = true
		k, inside, v := x.dated(t, row, m)
		if v.rejected() {
			return takes, v
		}
		if inside {
			takes = append(takes, k)
		}
	}
	switch {
	case !wanted:
		return takes, x.unwanted(t, row)
	case len(takes) == 0:
		return takes, filtered("import-outside", x.options.Period.String())
	}
	return takes, used
}

// wants reports whether the conditions of a metric hold of a row, and there is
// something to count.
func (x *run) wants(t *table, row int, m *measure) bool {
	for _, c := range m.where {
		if !c.holds(&t.grid, row) {
			return false
		}
	}
	m.wanted = true
	counts := m.spec.Gather == model.GatherCount || m.spec.Gather == model.GatherDistinct
	return !counts || m.column < 0 || t.at(row, m.column) != 0
}

// unwanted tells of a row that no metric counts, by what stands where the
// metrics look.
func (x *run) unwanted(t *table, row int) verdict {
	for _, m := range x.measures {
		for _, c := range m.where {
			if header := t.reads[c.column]; header != "" {
				return filtered("import-no-metric.value", header, t.cell(row, c.column).Text)
			}
		}
	}
	return filtered("import-no-metric")
}

// dated finds the period of a row for a metric; inside is false where that is
// not asked for.
func (x *run) dated(t *table, row int, m *measure) (k take, inside bool, v verdict) {
	k.measure = m
	k.day = x.options.AsOf
	if m.date >= 0 {
		read := t.date(row, m.date)
		switch {
		case read.err != nil:
			return k, false, x.unreadable(t, row, m.date, read.err)
		case !read.given:
			x.tellFill(t, m.date)
			return k, false, x.refuse(t, row, m.date, "import-no-date")
		case !read.moment.Period.IsZero():
			return x.ofPeriod(t, row, m, read.moment.Period)
		}
		k.day = read.moment.Date
	}
	k.period, k.step = x.calendar.Of(k.day, x.cycle), x.calendar.Of(k.day, model.Month)
	o := x.options.Period
	return k, o.IsZero() || x.calendar.Contains(o, k.step), used
}

// ofPeriod is dated for a cell that names a month or a longer period.
func (x *run) ofPeriod(t *table, row int, m *measure, p model.Period) (k take, inside bool, v verdict) {
	k = take{measure: m, period: p, day: x.calendar.Last(p)}
	switch {
	case p.Length > x.cycle && m.part != Target:
		return k, false, x.refuse(t, row, m.date, "import-long-period")
	case p.Length < x.cycle:
		k.period, _ = x.calendar.In(p, x.cycle)
	}
	if p.Length == model.Month {
		k.step = p
	}
	o := x.options.Period
	return k, o.IsZero() || x.calendar.Contains(o, p), used
}

// date reads a cell as a date.
func (t *table) date(row, column int) dateRead {
	d := t.dates[column]
	if d == nil { // a column that this table lacks
		return dateRead{}
	}
	id := t.at(row, column)
	read, known := d.found[id]
	if !known {
		read.moment, read.given, read.err = sheet.ReadDate(t.values.list[id], d.style)
		d.found[id] = read
		if read.moment.Zoned && read.moment.Offset == 0 && d.utc == "" {
			d.utc = t.values.list[id].Text
		}
	}
	return read
}

// unreadable rejects a row for a cell that package sheet cannot read.
func (x *run) unreadable(t *table, row, column int, err error) verdict {
	if fault := (*sheet.Error)(nil); asSheetError(err, &fault) {
		return x.refuse(t, row, column, fault.Code, fault.Args...)
	}
	return x.refuse(t, row, column, "import-unreadable")
}

func asSheetError(err error, into **sheet.Error) bool { return err != nil && errors.As(err, into) }
