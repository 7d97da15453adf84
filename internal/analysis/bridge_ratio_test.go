package analysis

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"reviewfolio/internal/model"
)

// What 64 bits hold is what exact fractions come to, and what they do not hold
// is not taken for it.
func TestNarrowEffectsAreTheExact(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	fitting := 0
	for range 20_000 {
		size := int64(1) << (1 + random.IntN(60))
		of := func() int64 { return random.Int64N(size) }
		x := ratioTerms{n0: of(), d0: of(), whole0: 1 + of(), n1: of() - size/2, d1: of(), whole1: 1 + of(), points: 1}
		x.earlier = lowest(model.Ratio{Num: of(), Den: x.whole0})
		if random.IntN(2) == 0 {
			x.points = 100
		}
		delta, rate, mix, fits := x.narrow()
		if !fits {
			continue
		}
		fitting++
		exact, own := x.delta(), x.rate()
		between := new(big.Rat).Sub(exact, own)
		if delta != model.RatioOf(exact) || rate != model.RatioOf(own) || mix != model.RatioOf(between) {
			t.Fatalf("%+v: %v, %v, %v, want %v, %v, %v", x, delta, rate, mix, exact, own, between)
		}
	}
	if fitting < 1_000 {
		t.Errorf("only %d fit", fitting)
	}
}
