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

// wideMeasure returns the metric of a row of a wide table, nil where its
// column names none.
func (x *run) wideMeasure(t *table, row int) *measure {
	w := x.profile.Wide
	id := w.Metric
	if w.MetricColumn != "" && x.present[w.MetricColumn] {
		if text := t.cell(row, x.columns[w.MetricColumn]).Text; text != "" && sideOf(text) == 0 {
			id, t.rowUnit = x.metricNamed(text), readHeader(text).unit.over(t.rowUnit)
		}
	}
	if at, known := x.byMetric[id]; known {
		return x.measures[at]
	}
	metric := x.portfolio.Metric(id)
	if metric == nil || metric.Kind == model.NPSKind || w.Actual && metric.Kind == model.RatioKind {
		return nil
	}
	m := &measure{spec: model.Measure{Metric: id, Gather: model.GatherSum}, metric: metric, part: Target, column: -1, minus: -1, date: -1}
	if metric.Kind != model.SumKind {
		m.spec.Gather = model.GatherLast
	}
	if w.Actual {
		m.part = Actual
		x.addSplits(m)
	}
	x.byMetric[id] = len(x.measures)
	x.measures = append(x.measures, m)
	return m
}

// metricNamed returns the metric of an id or a name; "" where none has it.
func (x *run) metricNamed(text string) model.MetricID {
	want := readHeader(text).name
	bare, _ := cutSideOf(want)
	for _, name := range []string{want, bare} {
		for _, m := range x.portfolio.Settings.Metrics {
			for _, known := range append([]string{string(m.ID)}, m.Names...) {
				if sameMetric(name, readHeader(known).name) {
					return m.ID
				}
			}
		}
		if id := metricWords[name]; id != "" && x.portfolio.Metric(id) != nil {
			return id
		}
	}
	return ""
}

// sameMetric compares names of metrics without 额 and 金额 behind them.
func sameMetric(a, b string) bool {
	for _, tail := range []string{"金额", "额", "数"} {
		if a == b || a == b+tail || a+tail == b {
			return true
		}
	}
	return false
}

// metricWords are what target sheets call metrics besides their names, folded.
var metricWords = map[string]model.MetricID{
	"销售": "revenue", "业绩": "revenue", "销售业绩": "revenue", "销售收入": "revenue", "营收": "revenue", "营业收入": "revenue", "收入": "revenue", "sales": "revenue",
	"收款": "collections", "收款额": "collections", "到款": "collections", "到账": "collections", "毛利润": "gross_profit", "签单额": "contract_amount", "签单": "contract_amount", "合同额": "contract_amount", "bookings": "contract_amount",
	"新客户": "new_customers", "新增客户": "new_customers", "新增客户数": "new_customers", "拜访": "visits", "拜访量": "visits", "拜访次数": "visits",
}

// sideOfRow returns whether a row is target or actual, 0 where it does not say.
func (x *run) sideOfRow(t *table, row int) int {
	if t.sideColumn >= 0 {
		if side := sideOf(t.cell(row, t.sideColumn).Text); side != 0 {
			return side
		}
	}
	if w := x.profile.Wide; w.MetricColumn != "" && x.present[w.MetricColumn] {
		name := readHeader(t.cell(row, x.columns[w.MetricColumn]).Text).name
		if bare, side := cutSideOf(name); side > targetSide && x.metricNamed(bare) != "" && !x.isMetric(name) {
			return side
		}
	}
	return 0
}

// isMetric reports whether a folded text is the very name of a metric.
func (x *run) isMetric(folded string) bool {
	for _, m := range x.portfolio.Settings.Metrics {
		for _, name := range append([]string{string(m.ID)}, m.Names...) {
			if readHeader(name).name == folded {
				return true
			}
		}
	}
	return false
}

// sideText returns the cell that says whether a row is target or actual.
func (x *run) sideText(t *table, row int) string {
	if t.sideColumn >= 0 {
		return t.cell(row, t.sideColumn).Text
	}
	return t.cell(row, x.columns[x.profile.Wide.MetricColumn]).Text
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
	steps := slices.Clone(t.steps)
	slices.SortFunc(steps, func(a, b wideStep) int {
		return x.calendar.Compare(t.periods[a.column].period, t.periods[b.column].period)
	})
	values := map[int]*exact{}
	for _, s := range steps {
		value, v := x.amount(t, row, s.column, m)
		if v.rejected() {
			return v
		}
		if value != nil {
			values[s.column] = value
		}
	}
	if v := x.checkSteps(t, row, m, values); v.rejected() {
		return v
	}
	var takes []take
	for _, s := range steps {
		p := t.periods[s.column]
		if p.into.IsZero() || values[s.column] == nil {
			continue
		}
		if m.metric.Kind == model.RatioKind && p.period.Length < p.into.Length {
			return x.refuse(t, row, s.column, "import-ratio-steps")
		}
		if v := x.there(t, row, who, p.into); v.rejected() {
			return v
		}
		takes = append(takes, take{measure: m, period: p.into, step: p.period, day: x.calendar.Last(p.period), value: values[s.column]})
	}
	if len(takes) == 0 {
		return filtered("import-no-values")
	}
	if v := x.overlapping(t, row); v.state != isUsed {
		return v
	}
	x.tellWide(t, m, who, takes, values)
	x.put(t, row, who, takes)
	return used
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
