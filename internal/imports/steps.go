package imports

import (
	"maps"
	"slices"

	"reviewfolio/internal/model"
)

// A stepPeriod is what a column of a wide table is of, and what becomes of its
// values.
type stepPeriod struct {
	period model.Period
	into   model.Period // of the figure its values are added to; zero where they only check the parts
	parts  []int        // columns of the grid that must add up to it
}

// stepPeriods finds of when the columns of a wide table are. The finest count;
// a longer one whose parts are all there has to be their sum.
func (x *run) stepPeriods(t *table) error {
	if len(t.steps) == 0 {
		return nil
	}
	t.periods = map[int]stepPeriod{}
	if title := x.titleOf(t); saysActual(title) && !x.profile.Wide.Actual {
		x.note("import-title-actual", title)
	}
	t.year = x.yearOfTable(t)
	of := map[model.Period]int{}
	for _, s := range t.steps {
		p, ok := s.period(x.calendar, t.year)
		if !ok {
			return &Fault{File: t.file.Name, Message: message("import-no-year", t.reads[s.column]), Hint: message("import-hint-year")}
		}
		if first, twice := of[p]; twice {
			return &Fault{File: t.file.Name, Message: message("import-step-twice", t.reads[first], t.reads[s.column], p.String())}
		}
		of[p] = s.column
	}
	for _, p := range slices.SortedFunc(maps.Keys(of), x.calendar.Compare) {
		column := of[p]
		s := stepPeriod{period: p, parts: x.partsOf(p, of)}
		whole, _ := x.calendar.In(p, x.cycle)
		_, stated := of[whole]
		switch {
		case s.parts != nil:
		case p.Length > x.cycle && !x.profile.Wide.Actual, p.Length == x.cycle:
			s.into = p
		case p.Length > x.cycle:
			x.note("import-step-long", t.reads[column])
		case stated && x.partsOf(whole, of) == nil:
			x.note("import-step-beside", t.reads[column], t.reads[of[whole]])
		default:
			s.into = whole
			if !stated && !x.profile.Wide.Actual && x.partsOf(whole, of) == nil && x.isAsked(whole) {
				x.note("import-step-part", whole.String())
			}
		}
		if o := x.options.Period; !o.IsZero() && !x.calendar.Contains(o, p) {
			s.into, s.parts = model.Period{}, nil
		}
		t.periods[column] = s
	}
	return nil
}

// titleOf returns the text above a table that speaks of targets or actuals, else
// the name of its sheet.
func (x *run) titleOf(t *table) string {
	for _, row := range t.place.rows[:t.place.row] {
		for _, c := range row.cells {
			if saysActual(c.Text) {
				return c.Text
			}
		}
	}
	return t.name
}

// isAsked reports whether a period is among those that are imported.
func (x *run) isAsked(p model.Period) bool {
	return x.options.Period.IsZero() || x.calendar.Contains(x.options.Period, p)
}

// partsOf returns the columns that make up a period, of the longest length of
// which all are there; nil where none is.
func (x *run) partsOf(p model.Period, of map[model.Period]int) []int {
	for l := p.Length - 1; l >= model.Month; l-- {
		var columns []int
		parts := x.calendar.Parts(p, l)
		for _, part := range parts {
			if column, ok := of[part]; ok {
				columns = append(columns, column)
			}
		}
		if len(columns) == len(parts) {
			return columns
		}
	}
	return nil
}

// tellWide tells of rows that are added to others of the same person and
// metric, and of those that leave out a month of a target.
func (x *run) tellWide(t *table, m *measure, who subject, takes []take, values map[int]*exact) {
	key := who.id + "\x00" + string(m.spec.Metric)
	if x.added[key] {
		x.noteRow("import-rows-added", who.id)
	}
	x.added[key] = true
	if m.part != Target || m.metric.Kind != model.SumKind {
		return
	}
	for _, s := range t.steps {
		p := t.periods[s.column]
		if values[s.column] == nil && !p.into.IsZero() && slices.ContainsFunc(takes, func(k take) bool { return k.period == p.into }) {
			x.noteRow("import-cell-blank", t.reads[s.column])
		}
	}
}

// useWide takes a row of a wide table.
func (x *run) useWide(t *table, row int) verdict {
	side := x.sideOfRow(t, row)
	if side != 0 && (side == actualSide) != x.profile.Wide.Actual || side == otherSide {
		return filtered("import-other-side", x.sideText(t, row))
	}
	m := x.wideMeasure(t, row)
	if m == nil {
		return x.refuse(t, row, x.columns[x.profile.Wide.MetricColumn], "import-unknown-metric")
	}
	who, v := x.whose(t, row)
	if v.rejected() {
		return v
	}
	takes, values, v := x.takesOfSteps(t, row, m, who)
	if v.state != isUsed {
		return v
	}
	if v := x.overlapping(t, row); v.state != isUsed {
		return v
	}
	x.tellWide(t, m, who, takes, values)
	x.put(t, row, who, takes)
	return used
}

// takesOfSteps reads the values of a row, by column, and what is taken of them.
func (x *run) takesOfSteps(t *table, row int, m *measure, who subject) ([]take, map[int]*exact, verdict) {
	steps := slices.Clone(t.steps)
	slices.SortFunc(steps, func(a, b wideStep) int {
		return x.calendar.Compare(t.periods[a.column].period, t.periods[b.column].period)
	})
	values := map[int]*exact{}
	for _, s := range steps {
		value, v := x.amount(t, row, s.column, m)
		if v.rejected() {
			return nil, nil, v
		}
		if value != nil {
			values[s.column] = value
		}
	}
	if v := x.checkSteps(t, row, m, values); v.rejected() {
		return nil, nil, v
	}
	var takes []take
	for _, s := range steps {
		p := t.periods[s.column]
		if p.into.IsZero() || values[s.column] == nil {
			continue
		}
		if m.metric.Kind == model.RatioKind && p.period.Length < p.into.Length {
			return nil, nil, x.refuse(t, row, s.column, "import-ratio-steps")
		}
		if v := x.there(t, row, who, p.into); v.rejected() {
			return nil, nil, v
		}
		takes = append(takes, take{measure: m, period: p.into, step: p.period, day: x.calendar.Last(p.period), value: values[s.column]})
	}
	if len(takes) == 0 {
		return nil, nil, filtered("import-no-values")
	}
	return takes, values, used
}

// checkSteps refuses a row whose column of a longer period is not the sum of
// its parts.
func (x *run) checkSteps(t *table, row int, m *measure, values map[int]*exact) verdict {
	if m.metric.Kind != model.SumKind {
		return used
	}
	for _, s := range t.steps {
		p := t.periods[s.column]
		if p.parts == nil || values[s.column] == nil {
			continue
		}
		sum, any := new(exact), false
		for _, column := range p.parts {
			if v := values[column]; v != nil {
				sum.Add(sum, v)
				any = true
			}
		}
		if any && sum.Cmp(values[s.column]) != 0 {
			return x.refuse(t, row, s.column, "import-steps-differ", grouped(decimalText(sum)))
		}
		if !any {
			return x.refuse(t, row, s.column, "import-steps-blank")
		}
	}
	return used
}
