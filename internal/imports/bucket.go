package imports

import (
	"slices"

	"reviewfolio/internal/model"
)

// A bucketKey is whose figures a bucket holds and of when.
type bucketKey struct {
	scope  Scope
	id     string
	period model.Period
}

// A bucket gathers the figures of a person or team in a period.
type bucket struct {
	key     bucketKey
	sums    []*gathered // by measure; nil where no row counted
	columns []string    // date columns whose rows fell into it
}

// A gathered is one metric, whole or one part of it.
type gathered struct {
	sum    exact
	rows   int
	given  bool // of sum and last: a cell held a number
	values map[string]struct{}
	last   model.Date
	steps  map[model.Period]*gathered
	parts  []map[string]*gathered // by split, then folded name
}

// A span is which months the rows of a date column cover.
type span struct{ first, last model.Date }

// put adds a row to the figures.
func (x *run) put(t *table, row int, who subject, takes []take) {
	for _, k := range takes {
		m := k.measure
		b := x.bucket(bucketKey{who.scope, who.id, k.period})
		i := slices.Index(x.measures, m)
		for len(b.sums) <= i {
			b.sums = append(b.sums, nil)
		}
		if b.sums[i] == nil {
			b.sums[i] = &gathered{parts: make([]map[string]*gathered, len(m.splits))}
		}
		x.cover(b, m, k.day)
		g := b.sums[i]
		g.add(m, k)
		if m.hasSeries && k.step.Length == model.Month {
			g.step(k.step).add(m, k)
		}
		for j, s := range m.splits {
			if g.parts[j] == nil {
				g.parts[j] = map[string]*gathered{}
			}
			name := s.name(x, t, row)
			part := g.parts[j][name]
			if part == nil {
				part = &gathered{}
				g.parts[j][name] = part
			}
			part.add(m, k)
		}
	}
}

func (x *run) bucket(key bucketKey) *bucket {
	b := x.buckets[key]
	if b == nil {
		b = &bucket{key: key}
		x.buckets[key] = b
	}
	return b
}

// cover notes that a row of a date column fell into the bucket.
func (x *run) cover(b *bucket, m *measure, day model.Date) {
	if m.date < 0 || m.part != Actual {
		return
	}
	name := m.spec.Date.Column
	if !slices.Contains(b.columns, name) {
		b.columns = append(b.columns, name)
	}
	s := x.spans[name]
	if s == nil {
		s = &span{day, day}
		x.spans[name] = s
	}
	if day.Before(s.first) {
		s.first = day
	}
	if day.After(s.last) {
		s.last = day
	}
}

func (g *gathered) step(p model.Period) *gathered {
	if g.steps == nil {
		g.steps = map[model.Period]*gathered{}
	}
	if g.steps[p] == nil {
		g.steps[p] = &gathered{}
	}
	return g.steps[p]
}

// add takes a row.
func (g *gathered) add(m *measure, k take) {
	g.rows++
	switch m.spec.Gather {
	case model.GatherDistinct:
		if g.values == nil {
			g.values = map[string]struct{}{}
		}
		g.values[k.text] = struct{}{}
	case model.GatherLast:
		if k.value == nil || k.day.Before(g.last) {
			return
		}
		if k.day.After(g.last) {
			g.last = k.day
			g.sum.SetInt64(0)
		}
		fallthrough
	case model.GatherSum:
		if k.value != nil {
			g.sum.Add(&g.sum, k.value)
			g.given = true
		}
	}
}

// value returns what was gathered; false where rows counted and none of them
// had a number.
func (g *gathered) value(m *measure) (*exact, bool) {
	n := -1
	switch m.spec.Gather {
	case model.GatherCount:
		n = g.rows
	case model.GatherDistinct:
		n = len(g.values)
	}
	if n < 0 {
		return &g.sum, g.given
	}
	v := new(exact).SetInt64(int64(n))
	return v.Mul(v, powers[exactDecimals]), true
}

// name returns the folded name of the part that a row belongs to; "" where the
// cell is blank.
func (s *split) name(x *run, t *table, row int) string {
	id := t.at(row, s.column)
	name, known := s.names[id]
	if known {
		return name
	}
	text := t.cell(row, s.column).Text
	for _, n := range s.spec.Names {
		if foldText(n.Value) == foldText(text) {
			text = n.Name
			break
		}
	}
	name = foldText(text)
	if s.shown[name] == "" {
		s.shown[name] = text
	}
	s.names[id] = name
	return name
}
