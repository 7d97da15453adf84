package audience

import "reviewfolio/internal/analysis"

// Why a figure changed, and where its total misleads.
type (
	Facet        = analysis.Facet
	Division     = analysis.Division
	PriceVolume  = analysis.PriceVolume
	Product      = analysis.Product
	StepEffect   = analysis.StepEffect
	Reversal     = analysis.Reversal
	ReversedPart = analysis.ReversedPart
	Standing     = analysis.Standing
)

// What an amount of money changes by, where units are known.
const (
	NoEffect     = analysis.NoEffect
	VolumeEffect = analysis.VolumeEffect
	MixEffect    = analysis.MixEffect
	PriceEffect  = analysis.PriceEffect
	NewEffect    = analysis.NewEffect
	LostEffect   = analysis.LostEffect

	NotSplit      = analysis.NotSplit
	PriorNotSplit = analysis.PriorNotSplit
)

// Facets returns how the figures of the scope are split in the period.
func (v *View) Facets(s Scope, p Period) []Facet { return v.r.Facets(s, p) }

// Division returns how one figure of the scope splits, nil where nobody states
// it so. It remembers what it read: a page asks for it once.
func (v *View) Division(s Scope, f Facet) *Division { return v.r.Division(s, f) }

// PriceVolume explains a change of money by price, volume and mix; ok is false
// where the breakdown is not of units with money beside it.
func (v *View) PriceVolume(s Scope, units BreakdownID, p, against Period) (PriceVolume, bool) {
	return v.r.PriceVolume(s, units, p, against)
}

// Reversals returns the pairs of siblings whose order turns round in every
// part of the facet.
func (v *View) Reversals(siblings []Scope, p Period, f Facet, attainment bool) []Reversal {
	return v.r.Reversals(siblings, p, f, attainment)
}

// Sum returns a+b, exactly where it fits.
func Sum(a, b Ratio) Ratio { return analysis.Plus(a, b) }

// SumEffects adds up the rate and mix effects of the steps of a ratio; of
// other figures there are none.
func SumEffects(steps []Step) (rate, mix Value) {
	for i := range steps {
		if s := &steps[i]; s.Rate.Defined() {
			rate.Ratio, mix.Ratio = Sum(rate.Ratio, s.Rate.Ratio), Sum(mix.Ratio, s.Mix.Ratio)
		}
	}
	return rate, mix
}
