package source

import (
	"bytes"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// profileFile reads imports/<profile>.yaml, which is YAML as a whole.
func (p *parser) profileFile() {
	text := bytes.TrimPrefix(p.src, byteOrderMark)
	root, ok := parseYAML(&plain{}, p.place.path, 0, text, p.faults)
	if !ok {
		return
	}
	var raw at[rawProfile]
	if root == nil {
		p.faults.Error(diag.Whole(p.place.path), "empty-file")
		return
	}
	if readAt(&reader{teller: p.teller, names: p.lookup}, root, profileKind, &raw); !raw.ok {
		return
	}
	b := profileBuilder{parser: p, raw: &raw.v}
	p.out.profile = b.profile()
	p.out.faulty = p.faults.HasErrors()
}

// A profileBuilder turns a profile as written into the model's.
type profileBuilder struct {
	*parser
	raw     *rawProfile
	columns map[string]bool // all that are declared
	names   []string        // the same, in order
}

func (b *profileBuilder) profile() *model.Profile {
	raw := b.raw
	b.declare()
	p := &model.Profile{
		Name: b.place.id, Title: raw.title.v, Sheets: textsOf(raw.sheet), Header: raw.header.v,
		ID: b.column(raw.id), Unit: raw.unit.v, File: b.place.path, Pos: diag.Whole(b.place.path),
	}
	for _, x := range raw.columns.v {
		headers := textsOf(x.v.headers)
		if headers == nil {
			headers = []string{x.key}
		}
		p.Columns = append(p.Columns, model.ProfileColumn{Name: x.key, Headers: headers, Optional: x.v.optional.v, Fill: x.v.fill.v, Pos: b.pos(x.pos)})
	}
	for _, x := range raw.lookups.v {
		p.Lookups = append(p.Lookups, model.Lookup{Name: x.key, On: b.column(x.v.on), Key: textsOf(x.v.key), Value: textsOf(x.v.value), Optional: x.v.optional.v, Pos: b.pos(x.pos)})
	}
	p.Person = b.matching(raw.person, model.MatchID, model.MatchName, model.MatchAlias)
	p.Team = b.matching(raw.team, model.MatchID, model.MatchName)
	p.Date = b.date(raw.date)
	p.Where = b.where(raw.where)
	if c := raw.currency; c.ok {
		p.Currency = model.CurrencyColumns{Column: b.column(c.v.column), Rate: b.column(c.v.divide), Divide: c.v.divide.ok, Pos: b.pos(c.pos)}
		if c.v.multiply.ok {
			p.Currency.Rate = b.column(c.v.multiply)
		}
		if c.v.multiply.ok && c.v.divide.ok {
			b.fault(c.v.multiply.pos, "profile-rates")
		}
	}
	p.Metrics = b.measures(raw.metrics)
	p.Targets = b.measures(raw.targets)
	p.Wide = b.wide(raw.wide)
	b.parts(p)
	b.series(p)
	b.whole(p)
	return p
}

// declare notes the columns that the rest may use.
func (b *profileBuilder) declare() {
	b.columns = map[string]bool{}
	add := func(name string, pos spot) {
		if b.columns[name] || name == model.AllRows || name == asOf {
			b.fault(pos, "profile-column-taken", name)
		}
		b.columns[name] = true
		b.names = append(b.names, name)
	}
	for _, x := range b.raw.columns.v {
		add(x.key, x.pos)
	}
	for _, x := range b.raw.lookups.v {
		add(x.key, x.pos)
	}
}

// column returns the name of a declared column, "" where none is given.
func (b *profileBuilder) column(x at[string]) string {
	if !x.ok {
		return ""
	}
	return b.named(x.v, x.pos)
}

func (b *profileBuilder) named(name string, pos spot) string {
	if !b.columns[name] && !lacks(b.raw.columns) && !lacks(b.raw.lookups) {
		b.unknown(pos, "unknown-column", name, b.names)
	}
	return name
}

func (b *profileBuilder) matching(x at[rawMatching], all ...model.MatchBy) model.Matching {
	if !x.ok {
		return model.Matching{}
	}
	m := model.Matching{Column: b.column(x.v.column), By: all, Pos: b.pos(x.pos)}
	if len(x.v.by.v) > 0 {
		m.By = nil
		for _, by := range x.v.by.v {
			m.By = append(m.By, by.v)
		}
	}
	kind := needsPerson
	if len(all) == 2 {
		kind = needsTeam
	}
	for _, id := range x.v.ids.v {
		b.needGiven(kind, id.at)
		m.Ids = append(m.Ids, model.MatchedID{Value: id.key, ID: id.v, Pos: b.pos(id.at.pos)})
	}
	return m
}

func (b *profileBuilder) date(x at[rawDate]) model.DateColumn {
	d := model.DateColumn{Order: x.v.order.v, Pos: b.pos(x.pos)}
	switch {
	case !x.ok:
		return model.DateColumn{}
	case x.v.column.v == asOf && x.v.column.ok:
		d.Snapshot = true
	default:
		d.Column = b.column(x.v.column)
	}
	return d
}

func (b *profileBuilder) where(x at[[]entry[rawTest]]) []model.Condition {
	var list []model.Condition
	for _, t := range x.v {
		c := model.Condition{
			Column: b.named(t.key, t.pos), Is: textsOf(t.v.is), Not: textsOf(t.v.not),
			Contains: textsOf(t.v.contains), Lacks: textsOf(t.v.lacks), Pos: b.pos(t.pos),
		}
		if t.v.empty.ok {
			c.Empty = model.No
			if t.v.empty.v {
				c.Empty = model.Yes
			}
		}
		if t.ok {
			list = append(list, c)
		}
	}
	return list
}

func (b *profileBuilder) measures(x at[[]entry[rawMeasure]]) []model.Measure {
	var list []model.Measure
	for _, e := range x.v {
		m := b.metric(e.key, e.pos)
		if m == nil || !e.ok {
			continue
		}
		if m.Kind != model.SumKind && m.Kind != model.LevelKind {
			b.fault(e.pos, "profile-ratio", e.key)
			continue
		}
		list = append(list, b.measure(e))
	}
	return list
}

func (b *profileBuilder) measure(e entry[rawMeasure]) model.Measure {
	raw := &e.v
	m := model.Measure{
		Metric: model.MetricID(e.key), Minus: b.column(raw.minus), Negate: raw.negate.v,
		Date: b.date(raw.date), Where: b.where(raw.where), Pos: b.pos(e.pos),
	}
	given := 0
	for _, g := range []struct {
		x  at[string]
		is model.Gather
	}{{raw.sum, model.GatherSum}, {raw.count, model.GatherCount}, {raw.distinct, model.GatherDistinct}, {raw.last, model.GatherLast}} {
		if !g.x.ok {
			continue
		}
		given++
		m.Gather, m.Column = g.is, g.x.v
		if g.is != model.GatherCount || g.x.v != model.AllRows {
			b.named(g.x.v, g.x.pos)
		}
	}
	amounts := m.Gather == model.GatherSum || m.Gather == model.GatherLast
	switch {
	case given != 1:
		b.fault(e.pos, "profile-measure", e.key)
	case raw.minus.ok && !amounts:
		b.fault(raw.minus.pos, "profile-minus", "minus")
	case raw.negate.ok && !amounts:
		b.fault(raw.negate.pos, "profile-minus", "negate")
	}
	return m
}

func (b *profileBuilder) wide(x at[rawWide]) *model.Wide {
	if !x.ok && x.pos.line == 0 {
		return nil
	}
	w := &model.Wide{Metric: model.MetricID(x.v.metric.or("revenue")), MetricColumn: b.column(x.v.metricColumn), Actual: x.v.actual.v, Year: x.v.year.v, Pos: b.pos(x.pos)}
	if x.v.metric.ok {
		if m := b.metric(x.v.metric.v, x.v.metric.pos); m != nil && w.Actual && m.Kind != model.SumKind && m.Kind != model.LevelKind {
			b.fault(x.v.metric.pos, "profile-ratio", x.v.metric.v)
		}
	}
	return w
}

// parts reads breakdowns, each of a metric that the profile makes.
func (b *profileBuilder) parts(p *model.Profile) {
	for _, x := range b.raw.breakdowns.v {
		split := b.breakdowns[x.key]
		if split == nil {
			b.notThere(x.pos, "unknown-breakdown", x.key, b.breakdownMeant(x.key))
			continue
		}
		if !x.ok {
			continue
		}
		c := model.PartColumn{Breakdown: split.ID, Column: b.column(x.v.column), Top: x.v.top.v, Pos: b.pos(x.pos)}
		for _, n := range x.v.names.v {
			c.Names = append(c.Names, model.Renamed{Value: n.key, Name: n.v})
		}
		if !makes(p, split.Of) && !lacks(b.raw.metrics) {
			b.fault(x.pos, "profile-not-made", string(split.Of), x.key)
		}
		p.Breakdowns = append(p.Breakdowns, c)
	}
}

func (b *profileBuilder) series(p *model.Profile) {
	for _, x := range b.raw.series.v {
		m := b.metric(x.v, x.pos)
		if m == nil {
			continue
		}
		if !makes(p, m.ID) && !lacks(b.raw.metrics) {
			b.fault(x.pos, "profile-not-made", x.v, "series")
		}
		p.Series = append(p.Series, m.ID)
	}
}

// makes reports whether a profile makes actuals of a metric.
func makes(p *model.Profile, id model.MetricID) bool {
	if w := p.Wide; w != nil && w.Actual && (w.Metric == id || w.MetricColumn != "") {
		return true
	}
	return slices.ContainsFunc(p.Metrics, func(m model.Measure) bool { return m.Metric == id })
}

// whole tells what a profile as a whole lacks.
func (b *profileBuilder) whole(p *model.Profile) {
	top := spot{1, 1}
	raw := b.raw
	switch {
	case raw.person.ok && raw.team.ok:
		b.fault(raw.team.keyPos, "profile-both")
	case !raw.person.ok && !raw.team.ok && !raw.person.spoilt() && !raw.team.spoilt():
		b.fault(top, "profile-nobody")
	}
	given := raw.metrics.pos.line > 0 || raw.targets.pos.line > 0 || raw.wide.pos.line > 0
	if !given {
		b.fault(top, "profile-nothing")
	}
	for _, list := range [][]model.Measure{p.Metrics, p.Targets} {
		for _, m := range list {
			if m.Date == (model.DateColumn{}) && !raw.date.ok && !raw.date.spoilt() {
				b.faults.Error(m.Pos, "profile-no-date", string(m.Metric)).WithHint("hint-profile-date")
			}
		}
	}
}

// textsOf returns a list of texts; nil of none.
func textsOf(x at[[]at[string]]) []string {
	var list []string
	for _, t := range x.v {
		if t.ok {
			list = append(list, t.v)
		}
	}
	return list
}
