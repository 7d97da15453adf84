package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A Facet is a metric as a breakdown splits it: the metric that the breakdown
// is of, or a ratio whose sides are broken down into the same parts.
//
// A breakdown has parts of its own, or with `by` those of the one it pairs with
// (site.yaml). So won_by_product and lost_by_product, both by product, split
// win_rate by product.
type Facet struct {
	Metric *model.Metric
	By     model.BreakdownID // whose parts
	Of     model.BreakdownID // the breakdown that states the metric; "" for a ratio
}

// A facet is a Facet with the breakdowns to read.
type facet struct {
	column   int // of the metric; -1 where nobody states it
	num, den []*breakdown
	ending   bool // of levels: only what stands at a longer period's end
}

// Facets returns how the figures of the scope are split in the period: the
// breakdowns that are stated, in the order of site.yaml, then the ratios that
// follow from them, in the order of the dictionary.
func (r *Result) Facets(s Scope, p model.Period) []Facet {
	scope, ok := r.scope(s)
	period := r.time.find(p)
	if !ok || period < 0 {
		return nil
	}
	var list []Facet
	var dimensions []model.BreakdownID
	for i := range r.breakdowns {
		b := &r.breakdowns[i]
		if !r.hasParts(scope, period, r.facetOf(b)) {
			continue
		}
		list = append(list, Facet{b.metric, b.by, b.id})
		if !slices.Contains(dimensions, b.by) {
			dimensions = append(dimensions, b.by)
		}
	}
	for c := range r.columns {
		for _, by := range dimensions {
			if f := r.ratioFacet(c, by); f != nil && r.hasParts(scope, period, f) {
				list = append(list, Facet{r.columns[c].metric, by, ""})
			}
		}
	}
	return list
}

// facetOf returns the facet of a breakdown of sums or levels.
func (r *Result) facetOf(b *breakdown) *facet {
	f := &facet{column: -1, num: []*breakdown{b}, ending: b.metric.Kind == model.LevelKind}
	if c, ok := r.column[b.metric.ID]; ok {
		f.column = c
	}
	return f
}

// ratioFacet returns the facet of a ratio, nil where a side of it is not split
// by these parts, or one side is a level and the other is not.
func (r *Result) ratioFacet(column int, by model.BreakdownID) *facet {
	c := &r.columns[column]
	if c.metric.Kind != model.RatioKind || c.endNum != c.endDen {
		return nil
	}
	f := &facet{column: column, ending: c.ending}
	for _, m := range c.metric.Numerator {
		f.num = append(f.num, r.breakdownBy(m, by))
	}
	for _, m := range c.metric.Denominator {
		f.den = append(f.den, r.breakdownBy(m, by))
	}
	if slices.Contains(f.num, nil) || slices.Contains(f.den, nil) {
		return nil
	}
	return f
}

// breakdownBy returns the first breakdown of the metric that has these parts.
func (r *Result) breakdownBy(m model.MetricID, by model.BreakdownID) *breakdown {
	for i := range r.breakdowns {
		if b := &r.breakdowns[i]; b.metric.ID == m && b.by == by {
			return b
		}
	}
	return nil
}

// find returns what the report states of a breakdown.
func (b *breakdown) find(report *model.Report) []model.Part {
	for i := range report.Breakdowns {
		if v := &report.Breakdowns[i]; v.Breakdown == b.id {
			return v.Parts
		}
	}
	return nil
}

// A statedParts is what one report states of a facet: the parts of its first
// breakdown; nil where it does not state them all.
type statedParts struct {
	report *model.Report
	first  []model.Part
}

// statedIn returns what the report states of the facet.
func (f *facet) statedIn(report *model.Report) (s statedParts, ok bool) {
	s = statedParts{report, f.num[0].find(report)}
	if s.first == nil {
		return s, false
	}
	for _, side := range [2][]*breakdown{f.num[1:], f.den} {
		for _, b := range side {
			if b.find(report) == nil {
				return s, false
			}
		}
	}
	return s, true
}

// names reports whether the report has a part of the facet.
func (f *facet) names(s statedParts) (has bool) {
	if len(f.den) == 0 {
		return len(s.first) > 0
	}
	f.pairs(s, func(string, model.Amount, model.Amount) { has = true })
	return has
}

// add adds the report's parts to the sums.
func (f *facet) add(sums *partSums, s statedParts) {
	if len(f.den) == 0 {
		for i := range s.first {
			sums.add(&s.first[i])
		}
		return
	}
	f.pairs(s, func(name string, num, den model.Amount) {
		c := sums.find(name)
		c.add(&c.actual, hasActual, num)
		c.add(&c.den, hasDen, den)
	})
}

// pairs calls do with the parts of which the report states all of both sides:
// what is not stated is not 0 (rule 2).
func (f *facet) pairs(s statedParts, do func(name string, num, den model.Amount)) {
	for at := range s.first {
		name := s.first[at].Name
		num, ok := sideOf(f.num, s.report, name, at)
		if !ok {
			continue
		}
		if den, ok := sideOf(f.den, s.report, name, at); ok {
			do(name, num, den)
		}
	}
}

// sideOf adds up one side of a part, which most often stands at the same place
// in all breakdowns.
func sideOf(side []*breakdown, report *model.Report, name string, at int) (sum model.Amount, ok bool) {
	for _, b := range side {
		parts := b.find(report)
		i := at
		if i >= len(parts) || parts[i].Name != name {
			i = slices.IndexFunc(parts, func(x model.Part) bool { return x.Name == name })
		}
		if i < 0 || !parts[i].Actual.OK {
			return 0, false
		}
		if sum, ok = sum.Add(parts[i].Actual.Amount); !ok {
			return 0, false
		}
	}
	return sum, len(side) > 0
}
