package source

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/model"
)

// rawValue is what a file states of one metric: a bare number, which is the
// actual, sides by name, or the counts of an nps.
type rawValue struct {
	target, actual at[model.Number]
	rest           *rawRest // nil where none of it is given, as nearly always
}

type rawRest struct{ floor, stretch, promoters, passives, detractors at[model.Number] }

// more returns the rest, to be filled in.
func (v *rawValue) more() *rawRest {
	if v.rest == nil {
		v.rest = &rawRest{}
	}
	return v.rest
}

var valueKind = sides("actual",
	key("target", "目标: what was to be reached", numberKind, func(v *rawValue) *at[model.Number] { return &v.target }),
	key("actual", "实际: what was reached; never of a ratio or nps", numberKind, func(v *rawValue) *at[model.Number] { return &v.actual }),
	key("floor", "保底", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().floor }),
	key("stretch", "挑战", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().stretch }),
	key("promoters", "nps: how many answered 9 or 10", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().promoters }),
	key("passives", "nps: how many answered 7 or 8", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().passives }),
	key("detractors", "nps: how many answered 0 to 6", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().detractors }),
)

// partKind is one part of a breakdown or one step of a series.
var partKind = sides("actual",
	key("target", "目标", numberKind, func(v *rawValue) *at[model.Number] { return &v.target }),
	key("actual", "实际", numberKind, func(v *rawValue) *at[model.Number] { return &v.actual }),
)

// sides is an object of numbers, or a bare number for the side of that name.
func sides(bare string, fields ...field[rawValue]) kind[rawValue] {
	full := object(fields...)
	return kind[rawValue]{
		schema: schema{"anyOf": []any{numberSchema, full.schema}},
		read: func(r *reader, n *yaml.Node, into *rawValue) bool {
			switch {
			case n.Kind == yaml.MappingNode:
				return full.read(r, n, into)
			case n.Kind == yaml.SequenceNode:
				r.wrong(n, "wrong-type.number")
				return false
			case r.unseenColon(n):
				return false
			}
			r.push(bare, n)
			defer r.pop()
			fields[fieldIndex(fields, bare)].read(r, n, into)
			return true
		},
	}
}

// A valueReader turns values as written into the model's.
type valueReader struct {
	teller
	*lookup
}

// metric returns the metric of a key, nil and told where there is none.
func (v valueReader) metric(key string, pos spot) *metric {
	m := v.metrics[key]
	if m == nil {
		v.notThere(pos, "unknown-metric", key, v.metricMeant(key))
	}
	return m
}

// values reads what is stated of metrics, by their order.
func (v valueReader) values(raw []entry[rawValue]) []model.Value {
	var values []model.Value
	for i := range raw {
		x := &raw[i]
		if m := v.metric(x.key, x.pos); m != nil && x.ok {
			if value, given := v.value(m, x); given {
				values = append(slices.Grow(values, len(raw)-i), value)
			}
		}
	}
	slices.SortStableFunc(values, func(a, b model.Value) int {
		return v.metrics[string(a.Metric)].Order - v.metrics[string(b.Metric)].Order
	})
	return values
}

// value reads one metric; given is false where every side was left empty.
func (v valueReader) value(m *metric, x *entry[rawValue]) (value model.Value, given bool) {
	raw, rest := &x.v, x.v.rest
	if rest == nil {
		rest = &rawRest{}
	}
	value = model.Value{
		Metric:  m.ID,
		Target:  v.opt(raw.target, m.Unit, x.key, "target"),
		Floor:   v.opt(rest.floor, m.Unit, x.key, "floor"),
		Stretch: v.opt(rest.stretch, m.Unit, x.key, "stretch"),
		Pos:     v.pos(x.pos),
	}
	switch {
	case raw.actual.ok && m.Kind == model.RatioKind:
		v.fault(raw.actual.pos, "ratio-actual", x.key).WithHint("hint-ratio-actual")
	case raw.actual.ok && m.Kind == model.NPSKind:
		v.fault(raw.actual.pos, "ratio-actual.nps", x.key).WithHint("hint-nps")
	default:
		value.Actual = v.opt(raw.actual, m.Unit, x.key, "actual")
	}
	value.NPS = v.counts(m, x)
	if value.Target.OK {
		value.Places.Target = model.Spot{Line: raw.target.pos.line, Col: raw.target.pos.col}
	}
	if value.Actual.OK {
		value.Places.Actual = model.Spot{Line: raw.actual.pos.line, Col: raw.actual.pos.col}
	}
	return value, value.Target.OK || value.Actual.OK || value.Floor.OK || value.Stretch.OK || value.NPS != nil
}

// counts reads the three counts of an nps, which belong together.
func (v valueReader) counts(m *metric, x *entry[rawValue]) *model.NPSCounts {
	raw := x.v.rest
	if raw == nil {
		return nil
	}
	var n model.NPSCounts
	given, whole := 0, true
	for _, c := range []struct {
		name string
		raw  at[model.Number]
		into *model.Amount
	}{{"promoters", raw.promoters, &n.Promoters}, {"passives", raw.passives, &n.Passives}, {"detractors", raw.detractors, &n.Detractors}} {
		if !c.raw.ok {
			whole = whole && c.raw.pos.line > 0
			continue
		}
		given++
		if m.Kind != model.NPSKind {
			v.fault(c.raw.keyPos, "not-nps", x.key, c.name)
			return nil
		}
		a, ok := v.amount(c.raw, model.Count, x.key, c.name)
		if ok && (a < 0 || a%model.One != 0) {
			v.fault(c.raw.pos, "not-a-count", x.key+"."+c.name, c.raw.v.String())
		}
		*c.into = a
	}
	if given > 0 && !whole {
		v.fault(x.pos, "missing-key.nps", x.key)
	}
	if given < 3 {
		return nil
	}
	return &n
}

func (v valueReader) opt(x at[model.Number], unit model.Unit, where ...string) model.Opt {
	a, ok := v.amount(x, unit, where...)
	return model.Opt{Amount: a, OK: ok}
}

// periods reads targets, figures and restatements: metrics by period.
func (v valueReader) periods(raw []entry[[]entry[rawValue]]) []model.PeriodValues {
	var list []model.PeriodValues
	for _, x := range raw {
		p, _ := model.ParsePeriod(x.key)
		if values := v.values(x.v); len(values) > 0 {
			list = append(list, model.PeriodValues{Period: p, Values: values, Pos: v.pos(x.pos)})
		}
	}
	slices.SortStableFunc(list, func(a, b model.PeriodValues) int { return v.Calendar.Compare(a.Period, b.Period) })
	return list
}

// targets reads 下达目标, whose bare numbers are targets.
func (v valueReader) targets(raw []entry[[]entry[model.Number]]) []model.PeriodValues {
	var sides []entry[[]entry[rawValue]]
	for _, period := range raw {
		side := entry[[]entry[rawValue]]{key: period.key, pos: period.pos}
		for _, x := range period.v {
			value := at[rawValue]{v: rawValue{target: x.at}, ok: x.ok}
			side.v = append(side.v, entry[rawValue]{key: x.key, pos: x.pos, at: value})
		}
		sides = append(sides, side)
	}
	return v.periods(sides)
}

// ratings reads scores by dimension, each on the scale.
func (v valueReader) ratings(raw []entry[model.Number]) []model.Rating {
	var list []model.Rating
	for _, x := range raw {
		d, found := v.dimensions[x.key]
		if !found {
			v.notThere(x.pos, "unknown-dimension", x.key, v.dimensionMeant(x.key))
			continue
		}
		a, ok := v.amount(x.at, model.Count, x.key)
		switch {
		case !ok:
		case a < v.Min || a > v.Max || (a-v.Min)%v.Step != 0:
			v.fault(x.at.pos, "rating-off-scale", a.String(), v.Min.String(), v.Max.String(), v.Step.String())
		default:
			list = append(list, model.Rating{Dimension: d, Score: a, Pos: v.pos(x.pos)})
		}
	}
	return list
}
