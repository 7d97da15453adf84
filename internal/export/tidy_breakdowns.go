package export

import (
	"io"

	"reviewfolio/internal/audience"
)

// Breakdowns writes what reports state part by part: one row a person, period,
// breakdown and part, by period, then person, then as the report has them.
func (x *Exporter) Breakdowns(w io.Writer, c Choice) error {
	v := x.view
	t := newTable(w, x.breakdownTable())
	defs := map[audience.BreakdownID]audience.BreakdownDef{}
	for _, d := range v.Breakdowns() {
		defs[d.ID] = d
	}
	for _, id := range v.Reviews() {
		s := audience.PersonScope(id.Person)
		r, _ := v.Review(id.Period, id.Person)
		if r.Report == nil || !x.chosen(c, s, id.Period) {
			continue
		}
		for _, b := range r.Report.Breakdowns {
			def := defs[b.Breakdown]
			m := v.Metric(def.Of)
			if m == nil {
				continue
			}
			for i := range b.Parts {
				x.owner(t, s, id.Period)
				x.when(t, id.Period)
				x.what(t, m)
				x.appendPart(t, &def, m, &b.Parts[i])
				t.end()
			}
		}
	}
	return t.out.Flush()
}

func (x *Exporter) appendPart(t *table, def *audience.BreakdownDef, m *audience.Metric, part *audience.Part) {
	t.text(string(def.ID))
	t.text(x.said.lang.Name("breakdown", string(def.ID), def.Label))
	t.text(part.Name)
	t.text(string(def.By))
	t.number(appendValue(t.row, audience.Value{Ratio: audience.Stated(part.Target, m)}, m, false))
	t.number(appendValue(t.row, audience.Value{Ratio: audience.Stated(part.Actual, m)}, m, false))
}
