package analysis

import (
	"math/big"
	"slices"

	"reviewfolio/internal/model"
)

// A StepEffect is why an amount of money changed, where units are known.
type StepEffect uint8

const (
	NoEffect     StepEffect = iota
	VolumeEffect            // more or fewer units, at the average price before
	MixEffect               // dearer or cheaper parts among them, at their prices before
	PriceEffect             // other prices, at the units now
	NewEffect               // parts that were not sold before
	LostEffect              // parts that are not sold any more
)

// A PriceVolume explains a change of money by price, volume and mix.
type PriceVolume struct {
	Bridge           // Steps: volume, mix, price, new and lost, then who owes a report, and what has no units
	Items  []Product // the parts that are sold in both periods, the largest first
}

// A Product is one part in both periods. Price and Quantity add up to what its
// money changed by.
type Product struct {
	Name                    string
	UnitsBefore, UnitsAfter Value
	PriceBefore, PriceAfter Value // money for a unit
	Price, Quantity         Value // q₁(p₁ − p₀) and p₀(q₁ − q₀)
	before, after           cell  // money and units
	price, quantity         model.Amount
}

// PriceVolume explains how the money of a breakdown changed by that of its
// units (`by` in site.yaml): with Q = Σq and the average price P = Σm/Q over
// the parts sold in both periods, volume = (Q₁ − Q₀)P₀, price = Σ q₁(p₁ − p₀)
// and mix = Σ p₀(q₁ − q₀) − volume. The effects are rounded to a ten-thousandth
// of the currency, price and quantity of a part such that they still add up, so
// the steps make the change exactly. ok is false where the breakdown is not of
// units with money beside it; counts that a rate of percent is made of by the
// same parts are none.
//
// Units of unlike things do not add up to anything, and a price holds whatever
// is mixed within one part: pages name the parts.
func (r *Result) PriceVolume(s Scope, units model.BreakdownID, p, against model.Period) (v PriceVolume, ok bool) {
	d := r.pricedDivision(s, units)
	if d == nil {
		return v, false
	}
	b, from, to := r.openBridge(s, d.Metric.ID, p, against)
	b.By = d.By
	v.Bridge = b
	if !b.Delta.Defined() {
		return v, true
	}
	before, after := d.of(from.period), d.of(to.period)
	switch {
	case len(after.list) == 0:
		v.Why = NotSplit
		return v, true
	case len(before.list) == 0:
		v.Why = PriorNotSplit
		return v, true
	}
	v.effects(d.pair(&v.Bridge, from, to, before, after))
	return v, true
}

// pricedDivision returns the money of the parts with their units beside it.
func (r *Result) pricedDivision(s Scope, units model.BreakdownID) *Division {
	q := r.breakdown(units)
	if q == nil || q.by == q.id || q.metric.Unit != model.Count || q.metric.Kind != model.SumKind || q.metric.Better == model.Lower || r.isRated(q) {
		return nil
	}
	money := r.breakdown(q.by)
	if money == nil || money.metric.Unit != model.Money || money.metric.Kind != model.SumKind {
		return nil
	}
	d := r.Division(s, Facet{Of: money.id})
	if d != nil {
		d.facet.den = []*breakdown{q}
	}
	return d
}

// isRated reports whether the counts are there for a rate of percent, as won
// and lost deals are: money for one of them is no price.
func (r *Result) isRated(b *breakdown) bool {
	for c := range r.columns {
		m := r.columns[c].metric
		if m.Unit != model.Percent || !slices.Contains(m.Numerator, b.metric.ID) && !slices.Contains(m.Denominator, b.metric.ID) {
			continue
		}
		if r.ratioFacet(c, b.by) != nil {
			return true
		}
	}
	return false
}

// effects sorts the parts into effects.
func (v *PriceVolume) effects(pairs []partPair) {
	var fresh, lost, missing, rest model.Amount
	for i := range pairs {
		x := &pairs[i]
		before, after := &x.before.cell, &x.after.cell
		delta := after.actual - before.actual
		switch {
		case x.missing:
			missing += delta
		case x.unassigned:
			rest += delta
		case before.den > 0 && after.den > 0:
			v.Items = append(v.Items, newProduct(x))
		case isNothing(before) && after.den > 0:
			fresh += delta
		case isNothing(after) && before.den > 0:
			lost += delta
		default:
			rest += delta // money without units, or returns only
		}
	}
	slices.SortFunc(v.Items, func(a, b Product) int { return bySize(namedPart{a.Name, a.after}, namedPart{b.Name, b.after}) })
	volume, mix, price := v.threeEffects()
	for _, x := range []struct {
		step  Step
		delta model.Amount
		shown bool
	}{
		{Step{Effect: VolumeEffect}, volume, len(v.Items) > 0},
		{Step{Effect: MixEffect}, mix, len(v.Items) > 0},
		{Step{Effect: PriceEffect}, price, len(v.Items) > 0},
		{Step{Effect: NewEffect}, fresh, fresh != 0},
		{Step{Effect: LostEffect}, lost, lost != 0},
		{Step{Missing: true}, missing, missing != 0},
		{Step{Unassigned: true}, rest, rest != 0},
	} {
		if x.shown {
			v.Steps = append(v.Steps, v.priced(x.step, x.delta))
		}
	}
}

func (v *PriceVolume) priced(s Step, delta model.Amount) Step {
	s.Delta = defined(lowest(delta.Ratio()))
	s.Points = undefined(v.Change.Why)
	if v.Change.Defined() {
		s.Points = defined(lowest(quotient(s.Delta.Ratio, v.Before.Ratio)))
	}
	return s
}

// threeEffects adds up the products' effects and splits their quantity into
// volume and mix.
func (v *PriceVolume) threeEffects() (volume, mix, price model.Amount) {
	var before, after, quantity, money model.Amount
	for i := range v.Items {
		x := &v.Items[i]
		before, after = before+x.before.den, after+x.after.den
		money += x.before.actual
		quantity, price = quantity+x.quantity, price+x.price
	}
	if before != 0 {
		volume = proportion(money, after-before, before)
	}
	return volume, quantity - volume, price
}

func newProduct(pair *partPair) Product {
	before, after := pair.before.cell, pair.after.cell
	x := Product{Name: pair.name, before: before, after: after}
	x.price = after.actual - proportion(before.actual, after.den, before.den)
	x.quantity = after.actual - before.actual - x.price
	x.UnitsBefore, x.UnitsAfter = defined(before.den.Ratio()), defined(after.den.Ratio())
	x.PriceBefore, x.PriceAfter = defined(model.NewRatio(before.actual, before.den)), defined(model.NewRatio(after.actual, after.den))
	x.Price, x.Quantity = defined(x.price.Ratio()), defined(x.quantity.Ratio())
	return x
}

// proportion returns a × n / d, d above 0, to the nearest ten-thousandth, half
// away from zero.
func proportion(a, n, d model.Amount) model.Amount {
	x := new(big.Rat).Mul(big.NewRat(int64(a), 1), big.NewRat(int64(n), int64(d)))
	num, den := new(big.Int).Abs(x.Num()), x.Denom()
	num.Lsh(num, 1).Add(num, den)
	num.Quo(num, new(big.Int).Lsh(den, 1))
	if x.Sign() < 0 {
		num.Neg(num)
	}
	return model.Amount(num.Int64())
}
