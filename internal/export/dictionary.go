package export

import (
	"io"

	"reviewfolio/internal/audience"
)

// Dictionary writes what the columns of the tidy files mean, and what each
// metric is: file, column, meaning, type, unit and how to aggregate.
func (x *Exporter) Dictionary(w io.Writer) error {
	t := newTable(w, []column{{name: "file"}, {name: "column"}, {name: "meaning"}, {name: "type"}, {name: "unit"}, {name: "aggregate"}})
	for _, file := range [...]struct {
		name    string
		columns []column
	}{{"figures.csv", x.figureTable()}, {"breakdowns.csv", x.breakdownTable()}} {
		for _, c := range file.columns {
			x.columnRow(t, file.name, c)
		}
	}
	for _, m := range x.view.Dictionary() {
		x.metricRow(t, &m)
	}
	return t.out.Flush()
}

func (x *Exporter) columnRow(t *table, file string, c column) {
	lang := x.said.lang
	t.text(file)
	t.text(c.name)
	t.text(x.meaning(c))
	t.text(c.kind)
	unit, sums := "", "group"
	if c.sums != "" {
		unit, sums = lang.Text("dict.unit-of-metric"), c.sums
	}
	t.text(unit)
	t.text(lang.Text("dict-sum." + sums))
	t.end()
}

// meaning says what a column holds; the levels of teams share their words.
func (x *Exporter) meaning(c column) string {
	lang := x.said.lang
	for i, level := range x.levelColumns() {
		switch {
		case level.name != c.name:
		case i%2 == 0:
			return lang.Text("dict.team-level", i/2+1)
		default:
			return lang.Text("dict.team-level-name", i/2+1)
		}
	}
	return lang.Text("dict." + c.name)
}

// metricRow adds a row of the metric: its name, how it is made and its 口径.
func (x *Exporter) metricRow(t *table, m *audience.Metric) {
	lang := x.said.lang
	t.text("metric")
	t.text(string(m.ID))
	text := x.said.metric(m) + lang.Text("dict.colon") + x.said.definition(m)
	if note := x.said.note(m); note != "" {
		text += lang.Text("list-semicolon") + note
	}
	if m.Better == audience.Lower {
		text += lang.Text("list-semicolon") + lang.Text("better.lower")
	}
	t.text(text)
	t.text(kindNames[m.Kind])
	t.text(unitNames[m.Unit])
	t.text(lang.Text("dict-metric." + kindNames[m.Kind]))
	t.end()
}
