package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// gapFoot says from where on a self rating is flagged, where any is.
func (p *page) gapFoot(s *audience.Score) string {
	if !slices.ContainsFunc(s.Dimensions, func(d audience.DimensionScore) bool { return p.farOff(d.Gap) }) {
		return ""
	}
	return p.lang.Text("foot.gap", words.Rating(frac(p.view.Ratings().Step.Ratio())))
}

// farOff reports whether a self rating is off by a step of the scale or more.
func (s *Site) farOff(gap audience.Value) bool {
	return gap.Defined() && magnitude(gap.Ratio).Compare(s.view.Ratings().Step.Ratio()) >= 0
}

// selfGap writes by how much a self rating is off, flagged from one step of the
// scale on.
func (p *page) selfGap(h *markup.HTML, gap audience.Value) {
	if p.farOff(gap) {
		key := "gap.above"
		if gap.Sign() < 0 {
			key = "gap.below"
		}
		state(h, words.Risk, p.lang.Text(key))
		h.Raw(` `)
	}
	h.Text(words.SignedScore(frac(gap.Ratio)))
}

// isWhole reports whether a share is all there is.
func isWhole(share audience.Value) bool { return share.Defined() && share.Num == share.Den }

// coverage says how much weight went into a score that is not whole.
func (s *Site) coverage(v audience.Verdict) string {
	dimensions, roles := words.Weight(frac(v.DimensionCoverage.Ratio)), words.Weight(frac(v.RoleCoverage.Ratio))
	switch {
	case isWhole(v.RoleCoverage):
		return s.lang.Text("coverage.dimensions", dimensions)
	case isWhole(v.DimensionCoverage):
		return s.lang.Text("coverage.roles", roles)
	}
	return s.lang.Text("coverage.both", dimensions, roles)
}

// partly marks a score that is not whole.
func (p *page) partly(h *markup.HTML, v audience.Verdict) {
	if v.Partial() {
		h.Raw(` <span class="why">`).Text(p.coverage(v)).Raw(`</span>`)
	}
}
