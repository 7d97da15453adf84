package imports

import (
	"cmp"
	"maps"
	"slices"

	"reviewfolio/internal/model"
)

// Options are what a run takes beside profile and files.
type Options struct {
	Period model.Period // rows of other periods are filtered; zero takes all
	AsOf   model.Date   // the day the files were made, of which snapshots are; zero leaves those metrics out
}

// A run is one import.
type run struct {
	portfolio *model.Portfolio
	profile   *model.Profile
	options   Options
	calendar  model.Calendar
	cycle     model.Length

	values   *intern
	columns  map[string]int // of the grids
	present  map[string]bool
	places   []*place
	tables   []*table
	lookups  map[string]map[string]cellID // by name, of the folded key
	measures []*measure
	byMetric map[model.MetricID]int // of the measures of a wide table
	where    []*condition
	matcher  *matcher
	seen     map[string]rowAt // by record id
	overlap  overlap          // of rows without id

	takes   []take // memory of the row at hand
	buckets map[bucketKey]*bucket
	spans   map[string]*span // of a date column, what its rows cover
	sums    []*sumOf
	added   map[string]bool // people and metrics of wide tables that have a row
	counted map[string]int  // notes that count rows, by key and arguments
	leftOut []string        // breakdowns whose column is not there
	broken  *Fault          // found in a row, of the file as a whole
	result  *Result
}

// Run reads files by a profile into figures of the portfolio's people and
// teams, in periods of its review cycle; the files are read as one. Rows that
// cannot be used are rejects in the result. The error is a *[Fault] where the
// files as a whole cannot be imported, else the machine's or of package sheet.
func Run(p *model.Portfolio, profile *model.Profile, files []File, o Options) (*Result, error) {
	x := &run{
		portfolio: p, profile: profile, options: o, calendar: p.Settings.Calendar, cycle: p.Settings.Cycle,
		values: newIntern(), columns: map[string]int{}, present: map[string]bool{}, lookups: map[string]map[string]cellID{},
		byMetric: map[model.MetricID]int{}, seen: map[string]rowAt{}, buckets: map[bucketKey]*bucket{}, spans: map[string]*span{},
		counted: map[string]int{}, added: map[string]bool{}, result: &Result{},
	}
	if !o.Period.IsZero() && o.Period.Length < x.cycle {
		return nil, &Fault{Message: message("import-short-period", o.Period.String())}
	}
	for _, f := range files {
		if err := x.locate(f); err != nil {
			return nil, err
		}
	}
	if err := x.load(); err != nil {
		return nil, err
	}
	if err := x.prepare(); err != nil {
		return nil, err
	}
	for _, t := range x.tables {
		if err := x.useTable(t); err != nil {
			return nil, err
		}
	}
	if x.broken != nil {
		return nil, x.broken
	}
	x.figures()
	x.tellNever()
	x.tellUTC()
	x.finish()
	return x.result, nil
}

// load reads the rows of all tables, those of lookups first.
func (x *run) load() error {
	for _, c := range x.profile.Columns {
		x.columns[c.Name] = len(x.columns)
	}
	for _, l := range x.profile.Lookups {
		x.columns[l.Name] = len(x.columns)
	}
	slices.SortStableFunc(x.places, func(a, b *place) int {
		isLookup := func(p *place) int { return map[bool]int{true: 0, false: 1}[p.lookup != nil] }
		return cmp.Compare(isLookup(a), isLookup(b))
	})
	for _, at := range x.places {
		var err error
		if at.lookup != nil {
			err = x.loadLookup(at)
		} else {
			err = x.loadTable(at)
		}
		if err != nil {
			return err
		}
	}
	if len(x.tables) == 0 {
		return &Fault{Message: message("import-no-rows")}
	}
	for _, l := range x.profile.Lookups {
		if x.lookups[l.Name] == nil && !l.Optional {
			return &Fault{Message: message("import-no-lookup", l.Name, l.Key[0], l.Value[0])}
		}
	}
	return nil
}

// tellNever tells of metrics that no row is for, where the column that decides
// has values of which no metric knows what they mean: deals won may be called
// otherwise there. Whoever wrote whole values into a profile knows them.
func (x *run) tellNever() {
	for _, m := range x.measures {
		if m.wanted || len(m.where) == 0 || len(m.where[0].contains) == 0 {
			continue
		}
		if values := x.unknownValues(m.where[0].column); len(values) > 0 {
			x.note("import-never", string(m.spec.Metric), x.readHeaderOf(m.where[0].column), listOf(values))
		}
	}
}

// readHeaderOf returns the header of a column of the grids as a file has it.
func (x *run) readHeaderOf(column int) string {
	for _, t := range x.tables {
		if t.reads[column] != "" {
			return t.reads[column]
		}
	}
	return ""
}

// unknownValues returns the first values of a column that the conditions of no
// metric hold of.
func (x *run) unknownValues(column int) []string {
	var list []string
	for _, t := range x.tables {
		for row := range t.grid.rows {
			text := t.cell(row, column).Text
			known := text == "" || t.grid.rows[row].total || t.grid.rows[row].header || slices.Contains(list, text)
			for _, m := range x.measures {
				for _, c := range m.where {
					known = known || c.column == column && c.holds(&t.grid, row)
				}
			}
			if !known {
				list = append(list, text)
			}
			if len(list) == maxTold {
				return list
			}
		}
	}
	return list
}

// maxTold is how many values a note names.
const maxTold = 6

// finish puts together what is told beside the figures.
func (x *run) finish() {
	r := x.result
	for _, s := range x.sums {
		r.Sums = append(r.Sums, s.told())
	}
	if len(x.leftOut) > 0 {
		x.note("import-breakdowns-left-out", listOf(x.leftOut))
	}
	r.Rows.Read = r.Rows.Used + r.Rows.Filtered + r.Rows.Rejected
}

// note tells something of the run as a whole, once.
func (x *run) note(key string, args ...any) {
	m := message(key, args...)
	for _, n := range x.result.Notes {
		if n.Key == key && slices.Equal(n.Args, args) {
			return
		}
	}
	x.result.Notes = append(x.result.Notes, m)
}

// noteRow tells something of rows, counted: the last argument is how many.
func (x *run) noteRow(key, arg string) {
	name := key + "\x00" + arg
	at, known := x.counted[name]
	if !known {
		at = len(x.result.Notes)
		x.counted[name] = at
		x.result.Notes = append(x.result.Notes, message(key, arg, 0))
	}
	n := &x.result.Notes[at]
	n.Args[1] = n.Args[1].(int) + 1
}

// tellUTC tells of moments in UTC, as programs write them: a day is taken as it
// is written, and 17:00 in UTC is the next day in China. Another zone is that of
// the people.
func (x *run) tellUTC() {
	for _, t := range x.tables {
		for _, column := range slices.Sorted(maps.Keys(t.dates)) {
			if d := t.dates[column]; d.utc != "" {
				x.note("import-utc", t.reads[column], d.utc)
			}
		}
	}
}
