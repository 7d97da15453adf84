package imports

import (
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
	for p, column := range of {
		s := stepPeriod{period: p, parts: x.partsOf(p, of)}
		switch {
		case s.parts != nil:
		case p.Length > x.cycle && !x.profile.Wide.Actual, p.Length == x.cycle:
			s.into = p
		case p.Length > x.cycle:
			x.note("import-step-long", t.reads[column])
		default:
			s.into, _ = x.calendar.In(p, x.cycle)
		}
		if o := x.options.Period; !o.IsZero() && !x.calendar.Contains(o, p) {
			s.into, s.parts = model.Period{}, nil
		}
		t.periods[column] = s
	}
	return nil
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
	t.rowUnit = unit{}
	if w.MetricColumn != "" && x.present[w.MetricColumn] {
		if text := t.cell(row, x.columns[w.MetricColumn]).Text; text != "" {
			id, t.rowUnit = x.metricNamed(text), readHeader(text).unit
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
	for _, cut := range []string{"", "目标", "任务", "指标", "target"} {
		for i := range x.portfolio.Settings.Metrics {
			m := &x.portfolio.Settings.Metrics[i]
			for _, name := range append([]string{string(m.ID)}, m.Names...) {
				if want == readHeader(name).name+cut {
					return m.ID
				}
			}
		}
	}
	return ""
}

// useWide takes a row of a wide table.
func (x *run) useWide(t *table, row int) verdict {
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
			return x.refuse(t, row, s.column, "import-steps-differ", decimalText(sum))
		}
		if !any {
			return x.refuse(t, row, s.column, "import-steps-blank")
		}
	}
	return used
}
