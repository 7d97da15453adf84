package words

import (
	"cmp"
	"math/bits"
	"slices"
)

// whyWords say why a figure changed and where its total misleads.
var whyWords = map[string]entry{
	"section.why":       {"变动拆解", "What moved it"},
	"section.reversals": {"合计看反的地方", "Where the total misleads"},
	"why.others":        {"其他拆解", "More"},

	"head.pull-qoq":    {"环比拉动", "Adds, vs prior"},
	"head.pull-yoy":    {"同比拉动", "Adds, YoY"},
	"head.rate-effect": {"自身", "Own rate"},
	"head.mix-effect":  {"结构", "Weight"},
	"head.price":       {"均价", "Price"},
	"head.by-quantity": {"数量影响", "By quantity"},
	"head.by-price":    {"价格影响", "By price"},

	"section.forms":       {"两种算法", "Two forms"},
	"head.standard-form":  {"标准", "Standard"},
	"head.symmetric-form": {"对称", "Symmetric"},

	"step.unassigned": {"未分项", "In no part"},
	"step.absent":     {"未交述职", "Report not in"},
	"step.part-new":   {"新增", "new"},
	"step.part-gone":  {"本期没有", "gone"},
	"step.others":     {"其他", "Others"},
	"step.year-only":  {"仅上年同期有", "A year before only"},

	"effect.volume": {"销量", "Volume"},
	"effect.mix":    {"结构", "Mix"},
	"effect.price":  {"价格", "Price"},
	"effect.new":    {"新增分项", "New parts"},
	"effect.lost":   {"不再销售", "No longer sold"},

	"why.more-less":   {"%s多 %s，%s少 %s", "%s up %s, %s down %s"},
	"why.more":        {"%s多 %s，各项都不降", "%s up %s, nothing down"},
	"why.less":        {"%s少 %s，各项都不升", "%s down %s, nothing up"},
	"why.raise-lower": {"%s拉高 %s，%s拉低 %s", "%s adds %s, %s takes %s"},
	"why.raise":       {"%s拉高 %s，没有拉低的", "%s adds %s, nothing takes any"},
	"why.lower":       {"%s拉低 %s，没有拉高的", "%s takes %s, nothing adds any"},
	"why.absent":      {"未交述职的少 %s", "reports not in take %s"},
	"why.even":        {"各项都持平", "nothing moved"},
	"why.priced":      {"%s，按%s的销量与均价", "%s by units and prices of %s"},
	"why.not-split":   {"%s：%s，不作拆解。", "%s: %s."},
	"why.most":        {"%s在 %d 项指标中有 %d 项拉动最大", "%s adds most to %[3]d of %[2]d figures"},
	"why.pulls":       {"环比变化，由各项之和构成", "change on the period before, as the sum of its rows"},
	"why.by-rate":     {"其中各自变化", "by their own rates"},
	"why.by-mix":      {"其中结构变化", "by their weights"},

	"foot.why":          {"以对比期为零点，各项之和等于总变化。", "Zero is the earlier period; the rows add up to the whole change. "},
	"foot.why-rest":     {"未分项是合计中没有归入任何一项的部分：%s %s，%s %s。", "In no part: %s %s, %s %s. "},
	"foot.one-sided":    {"%s只有一期分了项，这部分变化落在未分项。", "%s split one of the two periods only, which moves what is in no part. "},
	"foot.no-year":      {"同比不拆：%s。", "Not split year on year: %s. "},
	"foot.rates":        {"自身：本期权重×比率变化；结构：权重变化×（上期比率−上期合计）。", "Own rate: weight now × change of the rate. Weight: change of the weight × (rate before − total before). "},
	"foot.symmetric":    {"标准算法：销量按对比期均价，价格按本期销量；对称算法都按两期的平均，两期对调时各项正好反号。", "Standard: volume at the price before, price on the units now. Symmetric: both at the mean of the periods, so that each effect turns its sign when the periods change places. "},
	"foot.price-volume": {"销量＝总量增减×对比期均价；价格＝Σ 本期销量×均价变化；结构是其余部分。均价是每一项内的平均。", "Volume: change of all units at the average price before. Price: units now at each change of price. Mix is the rest. A price is the average within a part. "},

	"reversal.title": {"%s%s高于%s，按%s看每一项都更低", "%s: %s above %s in total, below in every part of %s"},
	"reversal.note":  {"占比是每一项在分母中的比重。两边结构不同，合计的高低不说明谁做得更好。", "Shares are of the denominator. They differ, so the total does not tell who does better."},

	"reason.not-split":       {"本期没有分项", "not broken down in this period"},
	"reason.prior-not-split": {"对比期没有分项", "not broken down in the period compared with"},
}

// A Pull is what one part adds to a change: its name, and how much, already
// written without sign. Part is "" where there is none.
type Pull struct{ Part, Size string }

// WhyTitle says what moved a figure most either way: 线上多 310.2 万，经销少 98.1 万. Of
// ratios, prices and volumes the parts raise and lower it. absent is what went
// with reports that are not in, "" for nothing.
func (l Lang) WhyTitle(up, down Pull, absent string, raised bool) string {
	key := [...]string{"why.more-less", "why.more", "why.less"}
	if raised {
		key = [...]string{"why.raise-lower", "why.raise", "why.lower"}
	}
	var clauses []string
	switch {
	case up.Part != "" && down.Part != "":
		clauses = []string{l.Text(key[0], up.Part, up.Size, down.Part, down.Size)}
	case up.Part != "":
		clauses = []string{l.Text(key[1], up.Part, up.Size)}
	case down.Part != "":
		clauses = []string{l.Text(key[2], down.Part, down.Size)}
	default:
		clauses = []string{l.Text("why.even")}
	}
	if absent != "" {
		clauses = append(clauses, l.Text("why.absent", absent))
	}
	if up.Part == "" && down.Part == "" {
		return l.sentence(clauses)
	}
	return l.joined(clauses)
}

// SignedCells writes the differences of a column such that the cells add up to
// their sum as it is written, as [Style.Evened] rounds them. Of a percent metric
// they are percentage points.
func (s Style) SignedCells(list []Fraction, sum Fraction, elsewhere func(i int) bool) []string {
	text := make([]string, len(list))
	for i, f := range s.Evened(list, sum, elsewhere) {
		text[i] = s.SignedCell(f)
	}
	return text
}

// Evened rounds differences as the style shows them such that they make their
// sum rounded alike. Those that stand elsewhere too are rounded for themselves;
// the others share what is left by the largest remainders. Where that cannot be,
// as the differences do not make the sum, they are what they were.
func (s Style) Evened(list []Fraction, sum Fraction, elsewhere func(i int) bool) []Fraction {
	digits := 2
	switch s.Unit {
	case MoneyUnit:
		digits = s.Scale.Decimals - s.Scale.Power
	case PercentUnit:
		digits = 3
	case PointsUnit:
		digits = 1
	}
	evened := slices.Clone(list)
	for i, n := range shareOut(list, sum, digits, elsewhere) {
		if list[i].Defined() {
			evened[i] = shifted(n, digits)
		}
	}
	return evened
}

// shareOut rounds the parts to so many digits such that they make the sum
// rounded alike; nil where they cannot, or are too large to tell.
func shareOut(list []Fraction, sum Fraction, digits int, elsewhere func(i int) bool) []int64 {
	total, ok := sum.inUnits(digits)
	if !ok {
		return nil
	}
	left := total.nearest()
	rounded := make([]int64, len(list))
	var order []int
	rests := make([]float64, len(list))
	for i, f := range list {
		if !f.Defined() {
			continue
		}
		x, ok := f.inUnits(digits)
		if !ok {
			return nil
		}
		if elsewhere(i) {
			rounded[i] = x.nearest()
		} else {
			rounded[i], rests[i] = x.floor()
			order = append(order, i)
		}
		left -= rounded[i]
	}
	if left < 0 || left > int64(len(order)) {
		return nil
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rests[j], rests[i]) })
	for _, i := range order[:left] {
		rounded[i]++
	}
	return rounded
}

// inUnits is a figure counted in units of the last digit shown: whole units,
// and rest/den of one more, all without the sign.
type inUnits struct {
	whole, rest, den uint64
	negative         bool
}

// inUnits counts the figure in units of so many digits after the point
// (negative: before it); ok is false where it is undefined or too large.
func (f Fraction) inUnits(digits int) (x inUnits, ok bool) {
	if !f.Defined() {
		return x, false
	}
	x.negative, x.den = f.Num < 0, uint64(f.Den)
	up, down := uint64(1), uint64(1)
	for range max(digits, 0) {
		up *= 10
	}
	for range max(-digits, 0) {
		down *= 10
	}
	over, den := bits.Mul64(x.den, down)
	hi, lo := bits.Mul64(magnitude(f.Num), up)
	if over != 0 || den >= 1<<62 || hi >= den {
		return x, false
	}
	x.den = den
	x.whole, x.rest = bits.Div64(hi, lo, den)
	return x, x.whole < 1<<62
}

// nearest rounds half away from zero.
func (x inUnits) nearest() int64 {
	n := int64(x.whole)
	if 2*x.rest >= x.den {
		n++
	}
	if x.negative {
		return -n
	}
	return n
}

// floor rounds down, and tells what is left, from 0 to below 1.
func (x inUnits) floor() (n int64, rest float64) {
	rest = float64(x.rest) / float64(x.den)
	switch {
	case !x.negative:
		return int64(x.whole), rest
	case x.rest == 0:
		return -int64(x.whole), 0
	}
	return -int64(x.whole) - 1, 1 - rest
}

// shifted returns n units of so many digits.
func shifted(n int64, digits int) Fraction {
	f := Fraction{n, 1}
	for range max(digits, 0) {
		f.Den *= 10
	}
	for range max(-digits, 0) {
		f.Num *= 10
	}
	return f
}
