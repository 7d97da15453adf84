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
	Bridge              // Steps: volume, mix, price, new and lost, then who owes a report, and what has no units
	Symmetric []Step    // the same change by the symmetric form; all but the first three are the same
	Items     []Product // the parts that are sold in both periods, the largest first
}

// A Product is one part in both periods. Price and Quantity add up to what its
// money changed by.
type Product struct {
	Name                    string
	UnitsBefore, UnitsAfter Value
	PriceBefore, PriceAfter Value // money for a unit
	Price, Quantity         Value // q₁(p₁ − p₀) and p₀(q₁ − q₀)
	before, after           cell  // money and units
	price                   model.Amount
}

// PriceVolume explains how the money of a breakdown changed by that of its
// units (`by` in site.yaml): with Q = Σq and the average price P = Σm/Q over
// the parts sold in both periods, volume = (Q₁ − Q₀)P₀, price = Σ q₁(p₁ − p₀)
// and mix = Σ p₀(q₁ − q₀) − volume. The symmetric form weighs both periods
// alike, so that its effects turn their signs when the periods change places:
// volume = (Q₁ − Q₀)(P₀ + P₁)/2, price = Σ (q₀ + q₁)/2 · (p₁ − p₀), mix the rest.
// The effects are rounded to a ten-thousandth of the currency, price and
// quantity of a part such that they still add up, so the steps make the change
// exactly. ok is false where the breakdown is not of
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
	rests := [...]model.Amount{fresh, lost, missing, rest}
	v.Steps = v.steps(v.standard(), rests)
	v.Symmetric = v.steps(v.symmetric(), rests)
}

// An effects is what the parts that are sold in both periods changed by.
type effects struct{ volume, mix, price model.Amount }

// steps lists the effects, and of the rest what there is: new and lost parts,
// who owes a report, what has no units.
func (v *PriceVolume) steps(e effects, rests [4]model.Amount) (list []Step) {
	if len(v.Items) > 0 {
		list = append(list,
			v.priced(Step{Effect: VolumeEffect}, e.volume),
			v.priced(Step{Effect: MixEffect}, e.mix),
			v.priced(Step{Effect: PriceEffect}, e.price))
	}
	for i, s := range [...]Step{{Effect: NewEffect}, {Effect: LostEffect}, {Missing: true}, {Unassigned: true}} {
		if rests[i] != 0 {
			list = append(list, v.priced(s, rests[i]))
		}
	}
	return list
}

func (v *PriceVolume) priced(s Step, delta model.Amount) Step {
	s.Delta = defined(lowest(delta.Ratio()))
	s.Points = undefined(v.Change.Why)
	if v.Change.Defined() {
		s.Points = defined(lowest(quotient(s.Delta.Ratio, v.Before.Ratio)))
	}
	return s
}

// standard takes units now at their change of price, and units more at the
// prices before.
func (v *PriceVolume) standard() (e effects) {
	all := v.sold()
	for i := range v.Items {
		e.price += v.Items[i].price
	}
	e.volume = proportion(all.before.actual, all.after.den-all.before.den, all.before.den)
	e.mix = all.after.actual - all.before.actual - e.price - e.volume
	return e
}

// symmetric takes the mean units at the change of price, and units more at the
// mean price: half of what standard gives, less what it gives with the periods
// in the other order.
func (v *PriceVolume) symmetric() (e effects) {
	all := v.sold()
	for i := range v.Items {
		x := &v.Items[i]
		// (q₀ + q₁)/2 · (m₁/q₁ − m₀/q₀) = (m₁ − m₀)/2 + (m₁q₀/q₁ − m₀q₁/q₀)/2
		e.price += halfSum(x.after.actual-x.before.actual,
			prorated(x.after.actual, x.before.den, x.after.den), prorated(-x.before.actual, x.after.den, x.before.den))
	}
	// (Q₁ − Q₀)(M₀/Q₀ + M₁/Q₁)/2
	more := all.after.den - all.before.den
	e.volume = halfSum(0, prorated(all.before.actual, more, all.before.den), prorated(all.after.actual, more, all.after.den))
	e.mix = all.after.actual - all.before.actual - e.price - e.volume
	return e
}

// sold adds up the parts that are sold in both periods.
func (v *PriceVolume) sold() (all Product) {
	for i := range v.Items {
		x := &v.Items[i]
		all.before.actual, all.before.den = all.before.actual+x.before.actual, all.before.den+x.before.den
		all.after.actual, all.after.den = all.after.actual+x.after.actual, all.after.den+x.after.den
	}
	return all
}

func newProduct(pair *partPair) Product {
	before, after := pair.before.cell, pair.after.cell
	x := Product{Name: pair.name, before: before, after: after}
	x.price = after.actual - proportion(before.actual, after.den, before.den)
	x.UnitsBefore, x.UnitsAfter = defined(before.den.Ratio()), defined(after.den.Ratio())
	x.PriceBefore, x.PriceAfter = defined(model.NewRatio(before.actual, before.den)), defined(model.NewRatio(after.actual, after.den))
	x.Price, x.Quantity = defined(x.price.Ratio()), defined((after.actual - before.actual - x.price).Ratio())
	return x
}

// proportion returns a × n / d, to the nearest ten-thousandth, half away from
// zero; 0 where d is 0.
func proportion(a, n, d model.Amount) model.Amount {
	return nearest(prorated(a, n, d))
}

// prorated returns a × n / d in ten-thousandths; 0 where d is 0.
func prorated(a, n, d model.Amount) *big.Rat {
	if d == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(big.NewRat(int64(a), 1), big.NewRat(int64(n), int64(d)))
}

// halfSum returns (a + x + y) / 2 to the nearest ten-thousandth. Rounding away
// from zero keeps it the negative of what the negatives come to.
func halfSum(a model.Amount, x, y *big.Rat) model.Amount {
	sum := new(big.Rat).Add(x, y)
	sum.Add(sum, big.NewRat(int64(a), 1))
	return nearest(sum.Mul(sum, big.NewRat(1, 2)))
}

func nearest(x *big.Rat) model.Amount {
	num, den := new(big.Int).Abs(x.Num()), x.Denom()
	num.Lsh(num, 1).Add(num, den)
	num.Quo(num, new(big.Int).Lsh(den, 1))
	if x.Sign() < 0 {
		num.Neg(num)
	}
	return model.Amount(num.Int64())
}
