package imports

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// figures makes the figures of what was gathered.
func (x *run) figures() {
	for _, key := range x.sortedKeys() {
		b := x.buckets[key]
		x.fillZeros(b)
		for i, g := range b.sums {
			if g != nil {
				x.figuresOf(b, x.measures[i], g)
			}
		}
	}
	order := map[model.MetricID]int{}
	for _, m := range x.portfolio.Settings.Metrics {
		order[m.ID] = m.Order
	}
	slices.SortStableFunc(x.result.Figures, func(a, b Figure) int {
		return cmp.Or(
			cmp.Compare(a.Scope, b.Scope), strings.Compare(a.ID, b.ID), x.calendar.Compare(a.Period, b.Period),
			cmp.Compare(a.Part, b.Part), cmp.Compare(order[a.Metric], order[b.Metric]), strings.Compare(string(a.Metric), string(b.Metric)),
			x.compareBreakdowns(a.Breakdown, b.Breakdown),
		)
	})
}

func (x *run) compareBreakdowns(a, b model.BreakdownID) int {
	at := func(id model.BreakdownID) int {
		return slices.IndexFunc(x.portfolio.Settings.Breakdowns, func(b model.Breakdown) bool { return b.ID == id })
	}
	if a == b {
		return 0
	}
	return cmp.Compare(at(a), at(b))
}

func (x *run) sortedKeys() []bucketKey {
	return slices.SortedFunc(maps.Keys(x.buckets), func(a, b bucketKey) int {
		return cmp.Or(cmp.Compare(a.scope, b.scope), strings.Compare(a.id, b.id), x.calendar.Compare(a.period, b.period))
	})
}

// fillZeros states that nothing happened where the file tells of the same
// person and period, by the same date: of a person with three deals won, none
// was lost.
func (x *run) fillZeros(b *bucket) {
	for i, m := range x.measures {
		for len(b.sums) <= i {
			b.sums = append(b.sums, nil)
		}
		if b.sums[i] == nil && m.part == Actual && m.spec.Gather != model.GatherLast && m.date >= 0 && slices.Contains(b.columns, m.spec.Date.Column) {
			b.sums[i] = &gathered{given: true, parts: make([]map[string]*gathered, len(m.splits))}
		}
	}
}

// figuresOf makes the figures of one metric.
func (x *run) figuresOf(b *bucket, m *measure, g *gathered) {
	value, ok := g.value(m)
	if !ok {
		return
	}
	if value.CmpAbs(maxExact) > 0 {
		x.note("import-sum-too-large", string(m.spec.Metric), b.key.id)
		return
	}
	digits := decimals(m.metric.Unit)
	f := Figure{Scope: b.key.scope, ID: b.key.id, Period: b.key.period, Part: m.part, Metric: m.spec.Metric, Amount: rounded(value, digits)}
	x.result.Figures = append(x.result.Figures, f)
	if m.part != Actual {
		return
	}
	for j, s := range m.splits {
		if len(g.parts[j]) > 0 {
			x.parts(f, m, s, g.parts[j], value, digits)
		}
	}
	if len(g.steps) > 0 {
		x.series(f, m, g, value, digits)
	}
}

// A partSum is one part of a breakdown.
type partSum struct {
	name  string
	value *exact
	rest  bool // what has no name, or is not kept
}

// parts makes the figures of a breakdown, which add up to f. Parts of counts
// of different values may overlap: then there is no breakdown.
func (x *run) parts(f Figure, m *measure, s *split, gathered map[string]*gathered, total *exact, digits int) {
	var list []partSum
	sum := new(exact)
	for name, g := range gathered {
		value, ok := g.value(m)
		if !ok {
			continue
		}
		p := partSum{name: s.shown[name], value: value}
		if name == "" {
			p.name, p.rest = language(x.portfolio).Text("import-part.none"), true
		}
		sum.Add(sum, value)
		list = append(list, p)
	}
	if sum.Cmp(total) != 0 {
		x.note("import-parts-overlap", string(s.breakdown.ID), string(m.spec.Metric))
		return
	}
	slices.SortFunc(list, func(a, b partSum) int {
		if a.rest != b.rest {
			return map[bool]int{true: 1, false: -1}[a.rest]
		}
		return cmp.Or(b.value.Cmp(a.value), strings.Compare(a.name, b.name))
	})
	list = x.kept(list, s.spec.Top)
	values := make([]*exact, len(list))
	for i, p := range list {
		values[i] = p.value
	}
	f.Part, f.Breakdown = Breakdown, s.breakdown.ID
	for i, amount := range shared(f.Amount, values, digits) {
		f.Name, f.Amount = list[i].name, amount
		x.result.Figures = append(x.result.Figures, f)
	}
}

// kept makes one part of those behind the first top.
func (x *run) kept(list []partSum, top int) []partSum {
	if top == 0 || len(list) <= top {
		return list
	}
	rest := partSum{name: language(x.portfolio).Text("import-part.rest"), value: new(exact), rest: true}
	var out []partSum
	for i, p := range list {
		if i < top && p.name != rest.name {
			out = append(out, p)
			continue
		}
		rest.value.Add(rest.value, p.value)
	}
	return append(out, rest)
}

// series makes the figures of the months of a period. A month without rows is
// 0 where the file has rows before and after it.
func (x *run) series(f Figure, m *measure, g *gathered, total *exact, digits int) {
	var steps []model.Period
	var values []*exact
	sum := new(exact)
	covered := x.spans[m.spec.Date.Column]
	for _, p := range x.calendar.Parts(f.Period, model.Month) {
		step := g.steps[p]
		if step == nil {
			inside := covered != nil && m.date >= 0 && !covered.first.After(x.calendar.Last(p)) && !covered.last.Before(x.calendar.First(p))
			if inside && m.spec.Gather != model.GatherLast {
				steps, values = append(steps, p), append(values, new(exact))
			}
			continue
		}
		if value, ok := step.value(m); ok {
			steps, values = append(steps, p), append(values, value)
			sum.Add(sum, value)
		}
	}
	f.Part = Series
	if m.spec.Gather == model.GatherLast {
		for i := range steps {
			f.Step, f.Amount = steps[i], rounded(values[i], digits)
			x.result.Figures = append(x.result.Figures, f)
		}
		return
	}
	if sum.Cmp(total) != 0 {
		x.note("import-steps-overlap", string(m.spec.Metric))
		return
	}
	for i, amount := range shared(f.Amount, values, digits) {
		f.Step, f.Amount = steps[i], amount
		x.result.Figures = append(x.result.Figures, f)
	}
}
