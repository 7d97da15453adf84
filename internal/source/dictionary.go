package source

import (
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// metrics adds site.yaml's metrics to the built-in dictionary, or puts them in
// the place of a built-in one.
func (b *siteBuilder) metrics() {
	b.Metrics = model.BuiltInMetrics()
	for _, x := range b.raw.metrics.v {
		i := b.metricAt(x.key)
		if i < 0 {
			i = len(b.Metrics)
			b.Metrics = append(b.Metrics, model.Metric{ID: model.MetricID(x.key), Kind: model.SumKind, Order: i})
		}
		b.override(&b.Metrics[i], x)
	}
	for _, x := range b.raw.metrics.v {
		i := b.metricAt(x.key)
		b.checkMetric(&b.Metrics[i], x)
	}
	for i := range b.Metrics {
		b.Metrics[i].Names = metricNames(&b.Metrics[i])
	}
}

// metricNames returns what prose calls a metric.
func metricNames(m *model.Metric) []string {
	var names []string
	if m.Label != "" {
		names = append(names, m.Label)
	}
	if own := builtInMetricNames[m.ID]; own != "" {
		names = append(names, strings.Split(own, "|")...)
	}
	return names
}

// override changes what site.yaml says of a metric.
func (b *siteBuilder) override(m *model.Metric, x entry[rawMetric]) {
	raw := x.v
	m.BuiltIn, m.Pos = false, b.pos(x.pos)
	m.Label, m.Note = raw.label.v, raw.note.v
	m.Better = raw.better.or(m.Better)
	kind := raw.kind.or(m.Kind)
	if raw.kind.spoilt() && (raw.numerator.ok || raw.denominator.ok) {
		kind = model.RatioKind // what was meant, to judge by
	}
	if kind != m.Kind {
		m.Kind, m.Unit, m.Numerator, m.Denominator = kind, 0, nil, nil
	}
	if m.Unit == 0 {
		m.Unit = defaultUnit[m.Kind]
	}
	m.Unit = raw.unit.or(m.Unit)
	if raw.numerator.ok {
		m.Numerator = metricIDs(raw.numerator.v)
	}
	if raw.denominator.ok {
		m.Denominator = metricIDs(raw.denominator.v)
	}
}

var defaultUnit = [...]model.Unit{
	model.SumKind: model.Count, model.LevelKind: model.Count, model.RatioKind: model.Percent, model.NPSKind: model.Points,
}

func metricIDs(names []at[string]) []model.MetricID {
	var ids []model.MetricID
	for _, n := range names {
		if n.ok {
			ids = append(ids, model.MetricID(n.v))
		}
	}
	return ids
}

// checkMetric tells what in a metric contradicts itself or names nothing.
func (b *siteBuilder) checkMetric(m *model.Metric, x entry[rawMetric]) {
	raw := x.v
	if m.Kind == model.RatioKind {
		for _, side := range []struct {
			key string
			raw at[[]at[string]]
			ids *[]model.MetricID
		}{{"numerator", raw.numerator, &m.Numerator}, {"denominator", raw.denominator, &m.Denominator}} {
			if len(*side.ids) == 0 && !side.raw.spoilt() {
				b.fault(x.pos, "missing-key.ratio", side.key)
			}
			for _, id := range side.raw.v {
				if !b.checkSide(id) {
					*side.ids = nil // a ratio without a side is undefined
				}
			}
		}
	} else if raw.numerator.ok || raw.denominator.ok {
		pos := raw.numerator.pos
		if !raw.numerator.ok {
			pos = raw.denominator.pos
		}
		b.fault(pos, "not-a-ratio", x.key)
	}
	points, percent := m.Unit == model.Points, m.Unit == model.Percent
	if points != (m.Kind == model.NPSKind) || percent && m.Kind != model.RatioKind {
		pos := raw.unit.pos
		if !raw.unit.ok {
			pos = x.pos
		}
		b.fault(pos, "unit-of-kind", x.key).WithHint("hint-unit-of-kind")
	}
}

// checkSide tells of a metric that is not there, or cannot be added up.
func (b *siteBuilder) checkSide(id at[string]) bool {
	i := b.metricAt(id.v)
	switch {
	case !id.ok:
	case i < 0:
		b.unknownMetric(id.pos, id.v)
	case b.Metrics[i].Kind != model.SumKind && b.Metrics[i].Kind != model.LevelKind:
		b.fault(id.pos, "ratio-of-ratio", id.v)
	default:
		return true
	}
	return false
}

func (b *siteBuilder) metricAt(id string) int {
	return slices.IndexFunc(b.Metrics, func(m model.Metric) bool { return string(m.ID) == id })
}

// unknownMetric tells of a metric that is not there, unless those of site.yaml
// could not be read.
func (b *siteBuilder) unknownMetric(pos spot, id string) {
	if !b.raw.metrics.spoilt() {
		b.notThere(pos, "unknown-metric", id, (&lookup{terms: termsOf(&b.Settings)}).metricMeant(id))
	}
}

func (b *siteBuilder) metricNames() []string {
	return known(b.Metrics, func(m *model.Metric) model.MetricID { return m.ID })
}

// breakdowns adds site.yaml's breakdowns to the built-in ones.
func (b *siteBuilder) breakdowns() {
	b.Breakdowns = model.BuiltInBreakdowns()
	for _, x := range b.raw.breakdowns.v {
		i := slices.IndexFunc(b.Breakdowns, func(d model.Breakdown) bool { return string(d.ID) == x.key })
		if i < 0 {
			i = len(b.Breakdowns)
			b.Breakdowns = append(b.Breakdowns, model.Breakdown{ID: model.BreakdownID(x.key), Of: "revenue", Order: i})
		}
		d := &b.Breakdowns[i]
		d.Label, d.Pos = x.v.label.v, b.pos(x.pos)
		d.Of = model.MetricID(x.v.of.or(string(d.Of)))
		d.By = model.BreakdownID(x.v.by.v)
		d.Parts = nil
		for _, part := range x.v.parts.v {
			if slices.Contains(d.Parts, part.v) {
				b.fault(part.pos, "duplicate-value", part.v)
			}
			d.Parts = append(d.Parts, part.v)
		}
	}
	for _, x := range b.raw.breakdowns.v {
		i := slices.IndexFunc(b.Breakdowns, func(d model.Breakdown) bool { return string(d.ID) == x.key })
		b.checkBreakdown(&b.Breakdowns[i], x)
	}
}

// checkBreakdown tells what a breakdown names that is not there, and takes it
// out.
func (b *siteBuilder) checkBreakdown(d *model.Breakdown, x entry[rawBreakdown]) {
	if of := x.v.of; of.ok && !b.checkSide(of) {
		d.Of = "revenue"
		if near, ok := diag.Nearest(of.v, b.metricNames()); ok {
			d.Of = model.MetricID(near)
		}
	}
	by := x.v.by
	names := known(b.Breakdowns, func(d *model.Breakdown) model.BreakdownID { return d.ID })
	if by.ok && (by.v == x.key || !slices.Contains(names, by.v)) {
		b.notThere(by.pos, "unknown-breakdown", by.v, (&lookup{terms: termsOf(&b.Settings)}).breakdownMeant(by.v))
		d.By = ""
	}
}

// kpis sets the figures that judge.
func (b *siteBuilder) kpis() {
	raw := b.raw.kpis
	var total model.Amount
	incomplete := lacks(raw)
	for _, x := range raw.v {
		w, ok := b.weight(x.at, "kpis."+x.key)
		incomplete = incomplete || !ok
		total += w
		if b.metricAt(x.key) < 0 {
			b.unknownMetric(x.pos, x.key)
			continue
		}
		b.KPIs = append(b.KPIs, model.KPI{Metric: model.MetricID(x.key), Weight: w})
	}
	if len(raw.v) == 0 {
		b.KPIs = []model.KPI{{Metric: "revenue", Weight: 100 * model.One}}
		return
	}
	b.checkTotal("kpis", raw.keyPos, total, incomplete)
}

// checkTotal tells where weights do not total 100. incomplete: one of them is
// at fault by itself.
func (b *siteBuilder) checkTotal(what string, pos spot, total model.Amount, incomplete bool) {
	if total != 100*model.One && !incomplete {
		b.fault(pos, "weights-total", what, total.String())
	}
}

// weight reads a weight or a share: 40 or 40%. ok is false where none is given
// or it is at fault.
func (t teller) weight(x at[model.Number], where string) (w model.Amount, ok bool) {
	if !x.ok {
		return 0, false
	}
	a, ok := x.v.Amount()
	if !ok || a < 0 || a > 100*model.One || x.v.Unit != "" && !x.v.Percent {
		t.fault(x.pos, "bad-weight", where, x.v.String())
		return 0, false
	}
	return a, true
}
