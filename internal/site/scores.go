package site

import (
	"math"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// leastSpan is how many points of the scale a plot of scores shows at least.
const leastSpan = 2

// scores is the block of one review's ratings: a row a dimension, each role a
// dot, the blend and the self gap beside it, and the sum that makes the
// composite. It is nothing where nobody rated, the person included.
func (p *page) scores(s *audience.Score, q Period) Block {
	if !s.Composite.Defined() && !s.Self.Defined() && !anyRole(s) {
		return Block{}
	}
	b := Block{
		ID: "scores", Title: p.lang.Text("section.dimension-scores"),
		Note: p.lang.PeriodShort(p.calendarPeriod(q)), Foot: p.scoreFoot(s),
	}
	scale := p.scoreScale(s)
	h := new(markup.HTML)
	h.Raw(`<h3 class="says">`).Text(p.lang.ScoreTitle(p.scoreFacts(s))).Raw(`</h3>`)
	p.roleKey(h, s)
	h.Raw(`<table class="rows dp">`)
	p.caption(h, b.Title)
	h.Raw(`<thead><tr>`)
	p.heads(h, "head.dimension", "n:head.weight")
	h.Raw(`<th scope="col"><span class="vh">`).Text(p.lang.Text("head.dots")).Raw(`</span>`)
	scale.Axis(h)
	h.Raw(`</th>`)
	p.heads(h, "n:head.blend", "n:head.self-gap")
	h.Raw(`</tr></thead><tbody>`)
	said := p.remarked(q)
	for i := range s.Dimensions {
		p.scoreRow(h, s, i, scale)
		said.remarks(h, s.Dimensions[i].Dimension.ID)
	}
	h.Raw(`</tbody></table>`)
	b.Body = p.place(h)
	return b
}

func anyRole(s *audience.Score) bool {
	for i := range s.Dimensions {
		if len(s.Dimensions[i].ByRole) > 0 {
			return true
		}
	}
	return false
}

func (p *page) dimensionName(d *audience.DimensionScore) string { return p.dimension(d.Dimension) }

func (p *page) dimension(d *audience.Dimension) string {
	return p.lang.Name("dimension", string(d.ID), d.Label)
}

func (p *page) scoreRow(h *markup.HTML, s *audience.Score, i int, scale draw.Scale) {
	d := &s.Dimensions[i]
	h.Raw(`<tr><th scope="row">`).Text(p.dimensionName(d)).Raw(`</th><td class="n dim">`)
	if d.Dimension.Weight == 0 {
		h.Text(p.lang.Text("review.uncounted"))
	} else {
		h.Text(words.Weight(frac(audience.PercentRatio(d.Dimension.Weight))))
	}
	h.Raw(`</td><td class="g">`)
	var dots [7]draw.Dot
	n, label := 0, ""
	add := func(shape draw.Shape, role string, v audience.Value) {
		if n > 0 {
			label += p.lang.Text("list-comma")
		}
		label += p.lang.Text("chart.dots", role, words.Rating(frac(v.Ratio)))
		dots[n] = draw.Dot{Shape: shape, Value: v.Float()}
		n++
	}
	if d.Self.Defined() {
		add(draw.SelfShape, p.lang.Text("role.self"), d.Self)
	}
	for _, by := range d.ByRole {
		add(roleShape(by.Role), p.roleName(by.Role), by.Mean)
	}
	if n == 0 {
		label = p.reason(d.Blend.Why)
	}
	scale.Row(h, dots[:n], label)
	h.Raw(`</td><td class="n"><b>`)
	p.score(h, d.Blend)
	h.Raw(`</b>`)
	if d.Dimension.Weight > 0 && d.Blend.Defined() && d.Coverage.Compare(s.RoleCoverage.Ratio) < 0 { // the foot says what all lack
		h.Raw(` <span class="why below">`).Text(p.lang.Text("coverage.roles", words.Weight(frac(d.Coverage.Ratio)))).Raw(`</span>`)
	}
	h.Raw(`</td><td class="n">`)
	if d.Gap.Defined() {
		p.selfGap(h, d.Gap)
	} else {
		p.undefined(h, d.Gap.Why)
	}
	h.Raw(`</td></tr>`)
}

// score writes a composite or a blend.
func (p *page) score(h *markup.HTML, v audience.Value) {
	if !v.Defined() {
		p.undefined(h, v.Why)
		return
	}
	h.Text(words.Score(frac(v.Ratio)))
}

func (p *page) roleName(r audience.Role) string { return p.lang.Text("role." + r.String()) }

func roleShape(r audience.Role) draw.Shape {
	switch r {
	case audience.ManagerRole:
		return draw.ManagerShape
	case audience.PeerRole:
		return draw.PeerShape
	case audience.HRRole:
		return draw.HRShape
	case audience.PanelRole:
		return draw.PanelShape
	}
	return draw.OtherShape
}

// roleKey says which shape is whose and how much it counts.
func (p *page) roleKey(h *markup.HTML, s *audience.Score) {
	h.Raw(`<p class="key">`)
	entry := func(shape draw.Shape, text string) {
		h.Raw(`<span>`)
		shape.Key(h)
		h.Text(text).Raw(`</span>`)
	}
	var seen [audience.SelfRole + 1]bool
	for i := range s.Dimensions {
		for _, by := range s.Dimensions[i].ByRole {
			if seen[by.Role] {
				continue
			}
			seen[by.Role] = true
			entry(roleShape(by.Role), p.roleWeight(by.Role, by.Weight))
		}
	}
	if s.Self.Defined() {
		entry(draw.SelfShape, p.lang.Text("chart.not-counted", p.lang.Text("role.self")))
	}
	h.Raw(`</p>`)
}

// roleWeight names a role with its weight, or says that it does not count.
func (p *page) roleWeight(r audience.Role, weight audience.Amount) string {
	if weight == 0 {
		return p.lang.Text("chart.not-counted", p.roleName(r))
	}
	return p.roleName(r) + " " + words.Weight(frac(audience.PercentRatio(weight)))
}

// scoreScale shows the scale from the whole point below the lowest score to
// its top.
func (p *page) scoreScale(s *audience.Score) draw.Scale {
	r := p.view.Ratings()
	bottom, top := r.Min.Ratio().Float(), r.Max.Ratio().Float()
	low := top - leastSpan
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		if d.Self.Defined() {
			low = math.Min(low, d.Self.Float())
		}
		for _, by := range d.ByRole {
			low = math.Min(low, by.Mean.Float())
		}
	}
	return draw.Scale{Min: math.Max(bottom, math.Floor(low)), Max: top, Step: r.Step.Ratio().Float()}
}

// scoreFoot spells out the composite: 综合 4.13 = 40% × 4.50 + 20% × 3.93 + …, and
// says what is missing.
func (p *page) scoreFoot(s *audience.Score) string {
	if !s.Composite.Defined() {
		return p.gapFoot(s)
	}
	sum, weights := "", audience.Amount(0)
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		if d.Dimension.Weight == 0 || !d.Blend.Defined() {
			continue
		}
		if sum != "" {
			sum += " + "
		}
		sum += p.lang.Text("formula.composite-part", words.Weight(frac(audience.PercentRatio(d.Dimension.Weight))), words.Score(frac(d.Blend.Ratio)))
		weights += d.Dimension.Weight
	}
	if !isWhole(s.DimensionCoverage) {
		sum = p.lang.Text("formula.added", sum) + " ÷ " + words.Weight(frac(audience.PercentRatio(weights)))
	}
	text := p.lang.Text("formula.composite-sum", words.Score(frac(s.Composite.Ratio)), sum) + p.lang.Text("full-stop")
	if s.Verdict().Partial() {
		text += p.lang.Text("foot.coverage", words.Weight(frac(s.DimensionCoverage.Ratio)), words.Weight(frac(s.RoleCoverage.Ratio)))
	}
	return text + p.gapFoot(s)
}

// scoreFacts finds what the title says: where the self rating is furthest off, if
// by a step or more, else the best and the worst dimension.
func (p *page) scoreFacts(s *audience.Score) words.ScoreFacts {
	var f words.ScoreFacts
	best, worst, off := -1, -1, -1
	for i := range s.Dimensions {
		d := &s.Dimensions[i]
		if p.farOff(d.Gap) && (off < 0 || magnitude(d.Gap.Ratio).Compare(magnitude(s.Dimensions[off].Gap.Ratio)) > 0) {
			off = i
		}
		if !d.Blend.Defined() || d.Dimension.Weight == 0 {
			continue
		}
		if best < 0 || d.Blend.Compare(s.Dimensions[best].Blend.Ratio) > 0 {
			best = i
		}
		if worst < 0 || d.Blend.Compare(s.Dimensions[worst].Blend.Ratio) < 0 {
			worst = i
		}
	}
	if off >= 0 {
		d := &s.Dimensions[off]
		f.Dimension, f.Sign = p.dimensionName(d), d.Gap.Sign()
		f.Gap = words.Score(frac(magnitude(d.Gap.Ratio)))
	}
	if best >= 0 {
		b, w := &s.Dimensions[best], &s.Dimensions[worst]
		f.Highest, f.High = p.dimensionName(b), words.Score(frac(b.Blend.Ratio))
		f.Lowest, f.Low = p.dimensionName(w), words.Score(frac(w.Blend.Ratio))
	}
	return f
}

func magnitude(r Ratio) Ratio {
	if r.Sign() < 0 {
		return r.Neg()
	}
	return r
}

// scoreFig is the headline figure of the composite: the score on its scale
// with a tick where its grade begins.
func (p *page) scoreFig(s *audience.Score) fig {
	out := fig{name: p.lang.Text("fig.composite")}
	if !s.Composite.Defined() {
		out.value = words.Undefined
		out.notes = append(out.notes, say(p.lang.Text("fig.no-score")))
		if s.Final != "" {
			out.word = p.lang.Text("fig.grade", s.Final)
		}
		return out
	}
	scheme := p.view.Ratings()
	out.value = words.Score(frac(s.Composite.Ratio))
	out.unit = p.lang.Text("fig.of-max", words.Count(frac(scheme.Max.Ratio())))
	if g := s.Grade(); g != "" {
		out.word = p.lang.Text("fig.grade", g)
	}
	least := scheme.Min
	for _, g := range scheme.Grades {
		if g.Name == s.Computed {
			least = g.Min
			out.notes = append(out.notes, say(p.lang.Text("fig.grade-from", g.Name, words.Rating(frac(g.Min.Ratio())))))
		}
	}
	out.draw = func(h *markup.HTML) {
		draw.Level(h, onScale(s.Composite.Float(), scheme), onScale(least.Ratio().Float(), scheme))
	}
	changed, partial := s.Final != "" && s.Final != s.Computed, s.Verdict().Partial()
	if changed {
		out.notes = append(out.notes, say(p.lang.Text("fig.grade-change", orDash(s.Computed), s.Final)))
	}
	if partial {
		out.notes = append(out.notes, say(p.coverage(s.Verdict())))
	}
	if !changed && !partial {
		out.notes = append(out.notes, say(p.lang.Text("fig.weight-whole")))
	}
	return out
}

func onScale(v float64, r audience.RatingScheme) float64 {
	lo, hi := r.Min.Ratio().Float(), r.Max.Ratio().Float()
	if hi <= lo {
		return 0
	}
	return (v - lo) / (hi - lo)
}

func orDash(s string) string {
	if s == "" {
		return words.Undefined
	}
	return s
}
