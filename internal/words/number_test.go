package words

import (
	"math"
	"math/big"
	"strings"
	"testing"
)

const million = 1_000_000

func TestNumbers(t *testing.T) {
	tests := []struct {
		name, got, want string
	}{
		{"attainment", Percent(Fraction{10814, 10633}), "101.7%"},
		{"percent of nothing", Percent(Fraction{}), "—"},
		{"percent, half goes up", Percent(Fraction{10005, 10000}), "100.1%"},
		{"percent, negative half goes away from zero", Percent(Fraction{-125, 100000}), "−0.1%"},
		{"percent just under a half", Percent(Fraction{1000499, 1000000}), "100.0%"},
		{"percent that rounds to zero", Percent(Fraction{-4, 10000}), "0.0%"},
		{"percent, huge", Percent(Fraction{math.MaxInt64, 1}), "922,337,203,685,477,580,700.0%"},
		{"percent, lowest", Percent(Fraction{math.MinInt64, 1}), "−922,337,203,685,477,580,800.0%"},
		{"percent, tiny", Percent(Fraction{1, math.MaxInt64}), "0.0%"},
		{"growth", SignedPercent(Fraction{307, 10684}), "+2.9%"},
		{"no growth", SignedPercent(Fraction{0, 5}), "0.0%"},
		{"weight", Weight(Fraction{40, 100}), "40%"},
		{"weight with decimals", Weight(Fraction{125, 1000}), "12.5%"},
		{"weight of all", Weight(Fraction{100, 100}), "100%"},
		{"weight of nothing", Weight(Fraction{}), "—"},
		{"points of contribution", SignedPercentPoints(Fraction{-39, 10684}), "−0.4"},
		{"count", Count(Fraction{2658, 1}), "2,658"},
		{"count in ten-thousandths", Count(Fraction{26580000, 10000}), "2,658"},
		{"count with decimals", Count(Fraction{365000, 10000}), "36.5"},
		{"count with hundreds", Count(Fraction{100, 1}), "100"},
		{"count without end", Count(Fraction{10, 3}), "3.33"},
		{"count, tiny", Count(Fraction{-1, 10000}), "0"},
		{"count, largest", Count(Fraction{10_000_000_000_000, 1}), "10,000,000,000,000"},
		{"change of a count", SignedCount(Fraction{-12, 1}), "−12"},
		{"score", Score(Fraction{41255, 10000}), "4.13"},
		{"score of nobody", Score(Fraction{}), "—"},
		{"self gap", SignedScore(Fraction{7, 100}), "+0.07"},
		{"self gap, even", SignedScore(Fraction{-1, 1000}), "0.00"},
		{"rating", Rating(Fraction{45000, 10000}), "4.5"},
		{"rating, whole", Rating(Fraction{4, 1}), "4.0"},
		{"rating in quarters", Rating(Fraction{13, 4}), "3.25"},
		{"nps", Points(Fraction{4433, 100}), "+44.3"},
		{"nps below zero", Points(Fraction{-105, 10}), "−10.5"},
		{"nps of zero", Points(Fraction{0, 1}), "0.0"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

func TestMoney(t *testing.T) {
	wan, yi, ones := Scale{4, 1}, Scale{8, 2}, Scale{0, 2}
	tests := []struct {
		lang   Lang
		scale  Scale
		amount Fraction
		cell   string
		figure string
		signed string
	}{
		{Chinese, wan, Fraction{13450000 * 10000, 10000}, "1,345.0", "1,345.0 万", "+1,345.0 万"},
		{Chinese, wan, Fraction{-470000, 1}, "−47.0", "−47.0 万", "−47.0 万"},
		{Chinese, wan, Fraction{-499, 1}, "0.0", "0.0 万", "0.0 万"},
		{Chinese, wan, Fraction{500, 1}, "0.1", "0.1 万", "+0.1 万"},
		{Chinese, wan, Fraction{9_999_999_999, 1}, "1,000,000.0", "1,000,000.0 万", "+1,000,000.0 万"},
		{Chinese, yi, Fraction{9_999_999_999, 1}, "100.00", "100.00 亿", "+100.00 亿"},
		{Chinese, yi, Fraction{10_000_000_000_000, 1}, "100,000.00", "100,000.00 亿", "+100,000.00 亿"},
		{Chinese, Scale{0, 1}, Fraction{43109, 1}, "43,109.0", "43,109.0 元", "+43,109.0 元"},
		{Chinese, Scale{4, 2}, Fraction{43109, 1}, "4.31", "4.31 万", "+4.31 万"},
		{Chinese, wan, Fraction{}, "—", "—", "—"},
		{English, Scale{6, 2}, Fraction{13450000, 1}, "13.45", "13.45M", "+13.45M"},
		{English, Scale{3, 1}, Fraction{-13450, 1}, "−13.5", "−13.5K", "−13.5K"},
		{English, Scale{9, 2}, Fraction{10_000_000_000_000, 1}, "10,000.00", "10,000.00B", "+10,000.00B"},
		{English, ones, Fraction{812345, 100}, "8,123.45", "8,123.45 CNY", "+8,123.45 CNY"},
	}
	for _, tt := range tests {
		s := Style{Unit: MoneyUnit, Scale: tt.scale, Word: "CNY"}
		if got := s.Cell(tt.amount); got != tt.cell {
			t.Errorf("%v %v %v: cell %s, want %s", tt.lang, tt.scale, tt.amount, got, tt.cell)
		}
		if got := tt.lang.Figure(tt.amount, s); got != tt.figure {
			t.Errorf("%v %v %v: figure %s, want %s", tt.lang, tt.scale, tt.amount, got, tt.figure)
		}
		if got := tt.lang.Difference(tt.amount, s); got != tt.signed {
			t.Errorf("%v %v %v: difference %s, want %s", tt.lang, tt.scale, tt.amount, got, tt.signed)
		}
	}
}

func TestCompact(t *testing.T) {
	tests := []struct {
		amount Fraction
		zh, en string
	}{
		{Fraction{120 * million, 1}, "1.2 亿", "120.00M"},
		{Fraction{13450000, 1}, "1,345.0 万", "13.45M"},
		{Fraction{-13450000, 1}, "−1,345.0 万", "−13.45M"},
		{Fraction{860, 1}, "860 元", "860 CNY"},
		{Fraction{8605, 10}, "860.50 元", "860.50 CNY"},
		{Fraction{0, 1}, "0 元", "0 CNY"},
		{Fraction{}, "—", "—"},
	}
	for _, tt := range tests {
		if got := Chinese.Compact(tt.amount, "CNY"); got != tt.zh {
			t.Errorf("%v: got %s, want %s", tt.amount, got, tt.zh)
		}
		if got := English.Compact(tt.amount, "CNY"); got != tt.en {
			t.Errorf("%v: got %s, want %s", tt.amount, got, tt.en)
		}
	}
}

func TestMoneyScale(t *testing.T) {
	yuan := func(amounts ...int64) []Fraction {
		var list []Fraction
		for _, a := range amounts {
			list = append(list, Fraction{a * 10000, 10000})
		}
		return list
	}
	tests := []struct {
		name    string
		amounts []Fraction
		zh, en  Scale
		head    string
	}{
		{"nothing at all", nil, Scale{0, 0}, Scale{0, 0}, "元"},
		{"undefined and zero only", []Fraction{{}, {0, 1}}, Scale{0, 0}, Scale{0, 0}, "元"},
		{"a team with its people", yuan(109_910_000, 12_680_000, 1_640_000), Scale{4, 1}, Scale{6, 2}, "万元"},
		{"one small part does not change the unit", yuan(109_910_000, 12_680_000, 50), Scale{4, 1}, Scale{6, 2}, "万元"},
		{"mostly small", yuan(109_910_000, 800, 900), Scale{0, 0}, Scale{0, 0}, "元"},
		{"small with fen", append(yuan(800), Fraction{9001, 10}), Scale{0, 2}, Scale{0, 2}, "元"},
		{"just ten thousand", yuan(10_000), Scale{4, 1}, Scale{3, 1}, "万元"},
		{"just below", yuan(9_999), Scale{0, 0}, Scale{3, 1}, "元"},
		{"120 million stays in wan", yuan(120_000_000), Scale{4, 1}, Scale{6, 2}, "万元"},
		{"all large", yuan(1_200_000_000, 4_800_000_000), Scale{8, 2}, Scale{6, 2}, "亿元"},
		{"large with one part that is not", yuan(4_800_000_000, 900_000_000), Scale{4, 1}, Scale{6, 2}, "万元"},
		{"ten trillion", yuan(10_000_000_000_000), Scale{8, 2}, Scale{9, 2}, "亿元"},
		{"losses count by size", yuan(-12_680_000, -1_640_000), Scale{4, 1}, Scale{6, 2}, "万元"},
	}
	for _, tt := range tests {
		zh, en := Chinese.MoneyScale(tt.amounts...), English.MoneyScale(tt.amounts...)
		if zh != tt.zh || en != tt.en {
			t.Errorf("%s: got %v and %v, want %v and %v", tt.name, zh, en, tt.zh, tt.en)
		}
		if head := Chinese.MoneyUnit(zh, "CNY"); head != tt.head {
			t.Errorf("%s: head %s, want %s", tt.name, head, tt.head)
		}
	}
}

func TestPrescribedUnit(t *testing.T) {
	for unit, want := range map[string]Scale{"元": {0, 0}, "万": {4, 1}, "万元": {4, 1}, "亿": {8, 2}, "M": {6, 2}} {
		if s, ok := ScaleIn(unit, Fraction{5, 1}); !ok || s != want {
			t.Errorf("%s: got %v %v, want %v", unit, s, ok, want)
		}
	}
	if _, ok := ScaleIn("斤"); ok {
		t.Error("斤 is no unit of money")
	}
	if got := Chinese.MoneyUnit(Scale{4, 1}, "USD"); got != "万美元" {
		t.Errorf("got %s", got)
	}
	if got := Chinese.MoneyUnit(Scale{4, 1}, "XYZ"); got != "万 XYZ" {
		t.Errorf("got %s", got)
	}
	if got := English.MoneyUnit(Scale{6, 2}, "EUR"); got != "EUR million" {
		t.Errorf("got %s", got)
	}
}

func TestRatioScale(t *testing.T) {
	if got := Chinese.RatioScale(Fraction{43109, 1}, Fraction{42300, 1}); got != (Scale{4, 2}) {
		t.Errorf("got %v", got)
	}
	if got := Chinese.RatioScale(Fraction{671783, 100}); got != (Scale{0, 1}) {
		t.Errorf("got %v", got)
	}
}

func TestChange(t *testing.T) {
	tests := []struct {
		name   string
		f      Fraction
		unit   Unit
		points bool
		zh, en string
		higher State // where higher is better
		lower  State
	}{
		{"growth", Fraction{29, 1000}, MoneyUnit, false, "↑+2.9%", "↑+2.9%", On, Off},
		{"decline", Fraction{-64, 1000}, CountUnit, false, "↓−6.4%", "↓−6.4%", Off, On},
		{"percent in points", Fraction{-4, 1000}, PercentUnit, true, "↓−0.4 个百分点", "↓−0.4 pp", Off, On},
		{"nps in points", Fraction{74, 10}, PointsUnit, true, "↑+7.4 分", "↑+7.4 pts", On, Off},
		{"shows as zero", Fraction{-4, 10000}, MoneyUnit, false, "0.0%", "0.0%", None, None},
		{"points that show as zero", Fraction{4, 100}, PointsUnit, true, "0.0 分", "0.0 pts", None, None},
		{"undefined", Fraction{}, MoneyUnit, false, "—", "—", None, None},
	}
	for _, tt := range tests {
		zh, en := Chinese.Change(tt.f, tt.unit, tt.points), English.Change(tt.f, tt.unit, tt.points)
		if zh.String() != tt.zh || en.String() != tt.en {
			t.Errorf("%s: got %s and %s, want %s and %s", tt.name, zh, en, tt.zh, tt.en)
		}
		if zh.State(false) != tt.higher || zh.State(true) != tt.lower {
			t.Errorf("%s: got %v and %v, want %v and %v", tt.name, zh.State(false), zh.State(true), tt.higher, tt.lower)
		}
	}
	if got := ScoreChange(Fraction{11, 100}).String(); got != "↑+0.11" {
		t.Errorf("got %s", got)
	}
}

func TestStyle(t *testing.T) {
	orders := Style{Unit: CountUnit, Word: "单"}
	margin := Style{Unit: PercentUnit}
	nps := Style{Unit: PointsUnit}
	tests := []struct{ got, want string }{
		{Chinese.Figure(Fraction{312, 1}, orders), "312 单"},
		{Chinese.Difference(Fraction{-12, 1}, orders), "−12 单"},
		{orders.SignedCell(Fraction{12, 1}), "+12"},
		{Chinese.Head(orders), "单"},
		{Chinese.Figure(Fraction{306, 1000}, margin), "30.6%"},
		{Chinese.Difference(Fraction{-20, 1000}, margin), "−2.0 个百分点"},
		{Chinese.Size(Fraction{-20, 1000}, margin), "2.0 个百分点"},
		{margin.SignedCell(Fraction{20, 1000}), "+2.0"},
		{Chinese.Head(margin), ""},
		{Chinese.HeadOfDifference(margin), "个百分点"},
		{Chinese.Figure(Fraction{443, 10}, nps), "+44.3 分"},
		{Chinese.Size(Fraction{-443, 10}, nps), "44.3 分"},
		{nps.Cell(Fraction{443, 10}), "+44.3"},
		{Chinese.Head(nps), "分"},
		{Chinese.Figure(Fraction{}, nps), "—"},
		{Chinese.Size(Fraction{}, margin), "—"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %s, want %s", tt.got, tt.want)
		}
	}
}

// FuzzText holds the rounding to exact fractions: the text is the nearest
// decimal, half away from zero, and never a negative zero.
func FuzzText(f *testing.F) {
	for _, num := range []int64{0, 1, -1, 5, -5, 15, 45, 9_999_999_999, math.MaxInt64, math.MinInt64} {
		for _, shift := range []int{-8, -4, 0, 2} {
			f.Add(num, int64(10000), shift, 1)
			f.Add(num, int64(7), shift, 2)
		}
	}
	f.Add(int64(math.MaxInt64), int64(math.MaxInt64), -9, 0)
	f.Fuzz(func(t *testing.T, num, den int64, shift, decimals int) {
		if den <= 0 || shift < -20 || shift > 20 || decimals < 0 || decimals > 6 {
			t.Skip()
		}
		text := Fraction{num, den}.text(shift, decimals, unsigned)
		got, ok := new(big.Rat).SetString(strings.NewReplacer(",", "", minus, "-").Replace(text))
		if !ok {
			t.Fatalf("%d/%d: %q is no number", num, den, text)
		}
		if strings.HasPrefix(text, minus) != (got.Sign() < 0) {
			t.Errorf("%d/%d: negative zero %q", num, den, text)
		}
		exact := big.NewRat(num, den)
		exact.Mul(exact, power(shift))
		off := new(big.Rat).Sub(got, exact)
		half := new(big.Rat).Mul(power(-decimals), big.NewRat(1, 2))
		switch off.Abs(off).Cmp(half) {
		case 1:
			t.Errorf("%d/%d × 10^%d: %q is not the nearest", num, den, shift, text)
		case 0:
			if exact.Abs(exact).Cmp(got.Abs(got)) > 0 {
				t.Errorf("%d/%d × 10^%d: %q is rounded toward zero", num, den, shift, text)
			}
		}
	})
}

func power(n int) *big.Rat {
	r := big.NewRat(1, 1)
	for range max(n, -n) {
		r.Mul(r, big.NewRat(10, 1))
	}
	if n < 0 {
		r.Inv(r)
	}
	return r
}

func TestState(t *testing.T) {
	risk, on := Fraction{900000, 1000000}, Fraction{1, 1}
	tests := []struct {
		attainment Fraction
		want       State
		word       string
	}{
		{Fraction{1017, 1000}, On, "达标"},
		{Fraction{1, 1}, On, "达标"},
		{Fraction{999999, 1000000}, Risk, "临近"},
		{Fraction{9, 10}, Risk, "临近"},
		{Fraction{899999999, 1000000000}, Off, "未达"},
		{Fraction{0, 5}, Off, "未达"},
		{Fraction{-1, 5}, Off, "未达"},
		{Fraction{math.MaxInt64, math.MaxInt64 - 1}, On, "达标"},
		{Fraction{math.MaxInt64 - 1, math.MaxInt64}, Risk, "临近"},
		{Fraction{}, None, ""},
	}
	for _, tt := range tests {
		got := Attained(tt.attainment, risk, on)
		if got != tt.want || Chinese.AttainedWord(got) != tt.word {
			t.Errorf("%v: got %s %s, want %s %s", tt.attainment, got.Class(), Chinese.AttainedWord(got), tt.want.Class(), tt.word)
		}
	}
	for pace, word := range map[Fraction]string{{921, 1000}: "略落后", {897, 1000}: "落后", {1, 1}: "领先", {}: ""} {
		if got := Chinese.PacedWord(Paced(pace)); got != word {
			t.Errorf("pace %v: got %s, want %s", pace, got, word)
		}
	}
}
