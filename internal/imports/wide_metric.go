package imports

import "reviewfolio/internal/model"

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
