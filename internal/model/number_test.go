package model

import (
	"math"
	"testing"
	"testing/quick"
)

func TestParseNumber(t *testing.T) {
	for _, tc := range []struct {
		text   string
		amount string // "" where it has no exact amount
		again  string // String, "" where it is the text
	}{
		{"1345000", "1345000", ""},
		{"0", "0", ""},
		{"007", "7", "7"},
		{"1,345,000", "1345000", ""},
		{"1,345.50", "1345.5", ""},
		{"¥1345000", "1345000", ""},
		{"-¥1,200", "-1200", ""},
		{"￥-1,200", "-1200", "-￥1,200"},
		{"134.5万", "1345000", ""},
		{"134.5万元", "1345000", ""},
		{"1,345 万", "13450000", ""},
		{"1.2亿", "120000000", ""},
		{"0.00001万", "0.1", ""},
		{"3 千元", "3000", ""},
		{"13.45M", "13450000", ""},
		{"37.5%", "37.5", ""},
		{"37.5％", "37.5", ""},
		{"−3.2 个百分点", "-3.2", ""},
		{"+3.2pp", "3.2", ""},
		{"１，３４５．５", "1345.5", "1,345.5"},
		{"－１２％", "-12", "－12％"},
		{".5", "0.5", "0.5"},
		{"1.5e6", "1500000", "1500000"},
		{"15e-1", "1.5", "1.5"},
		{"226991.00", "226991", ""},
		{" 12 ", "12", "12"},
		{"1.23456", "", ""},
		{"10万亿", "10000000000000", ""},
		{"10.1万亿", "", ""},
		{"-0", "0", "0"},
	} {
		n, fault := ParseNumber(tc.text)
		if fault != NumberOK {
			t.Errorf("ParseNumber(%q): fault %d", tc.text, fault)
			continue
		}
		amount := ""
		if a, ok := n.Amount(); ok {
			amount = a.String()
		}
		if amount != tc.amount {
			t.Errorf("the amount of %q is %q, want %q", tc.text, amount, tc.amount)
		}
		if tc.again == "" {
			tc.again = tc.text
		}
		if got := n.String(); got != tc.again {
			t.Errorf("%q is written %q, want %q", tc.text, got, tc.again)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for text, want := range map[string]NumberFault{
		"":                      NotNumber,
		"一百":                    NotNumber,
		"12..3":                 NotNumber,
		"1.2.3":                 NotNumber,
		"5.":                    NotNumber,
		"12,":                   NotNumber,
		",123":                  NotNumber,
		"1,34,5":                BadGroups,
		"1,345,00":              BadGroups,
		"1345,000":              BadGroups,
		"1,34.5":                BadGroups,
		"0,123":                 BadGroups,
		"1,3450,0000":           BadGroups,
		"(1,200)":               NotNumber,
		"3 台":                   NotNumber,
		"1.2m":                  NotNumber,
		"0x10":                  NotNumber,
		"1_000":                 NotNumber,
		".inf":                  NotNumber,
		"--5":                   NotNumber,
		"万":                     NotNumber,
		"12 000":                NotNumber,
		"2026-10-09":            NotNumber,
		"99999999999999999999":  TooLong,
		"1e99":                  TooLong,
		"0.0000000000000000001": TooLong,
	} {
		if n, got := ParseNumber(text); got != want {
			t.Errorf("ParseNumber(%q) = %+v, fault %d; want fault %d", text, n, got, want)
		}
	}
}

func TestDecimalsTellTooFineFromTooLarge(t *testing.T) {
	for text, want := range map[string]int{"1.23456": 5, "1.23450": 4, "1.23456万": 1, "20万亿": 0, "0.00000": 0} {
		if n, _ := ParseNumber(text); n.Decimals() != want {
			t.Errorf("%q needs %d decimals, want %d", text, n.Decimals(), want)
		}
	}
}

func TestFindNumber(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"约 1,345 万元", "1,345 万元"},
		{"107.3%", "107.3%"},
		{"同比下降3.2个百分点。", "3.2个百分点"},
		{"同比-3.2%", "-3.2%"},
		{"Q3 完成 312 单", "312"},
		{"B2B 渠道 5 万多", "5 万"},
		{"about 13.45M in all", "13.45M"},
		{"12 Monkeys", "12"},
		{"为1,345，", "1,345"},
		{"净推荐值 57.", "57"},
		{"约 １２ 家", "１２"},
		{"Q31", ""},
		{"v1.5", ""},
		{"3x", ""},
		{"一百万", ""},
		{"—", ""},
		{"", ""},
		{"1,34,5", ""},
		{"12..3", ""},
		{"3 到 5 家", ""},
		{"2025-2026", ""},
		{"3/5", ""},
	} {
		start, end, n, ok := FindNumber(tc.text)
		if got := tc.text[start:end]; got != tc.want || ok != (tc.want != "") {
			t.Errorf("FindNumber(%q) = %q, %v; want %q", tc.text, got, ok, tc.want)
		}
		if again, fault := ParseNumber(tc.want); ok && (fault != NumberOK || again != n) {
			t.Errorf("%q alone is %+v, found it is %+v", tc.want, again, n)
		}
	}
}

func TestWrittenRoundsAtTheLastWrittenDigit(t *testing.T) {
	for _, tc := range []struct {
		style string
		value Ratio
		want  string
	}{
		{"0.0%", Ratio{1073, 1000}, "107.3%"},
		{"107%", Ratio{1075, 1000}, "108%"},
		{"1 万", Ratio{13_454_999, 1}, "1345 万"},
		{"1,000 万元", Ratio{13_455_000, 1}, "1,346 万元"},
		{"1,000.0 万", Ratio{13_455_000, 1}, "1,345.5 万"},
		{"0.00亿", Ratio{-125_500_000, 1}, "-1.26亿"},
		{"−9.9 个百分点", Ratio{-1, 40}, "−2.5 个百分点"},
		{"+1.0pp", Ratio{1, 40}, "+2.5pp"},
		{"¥1", Ratio{1_234_567, 1}, "¥1234567"},
		{"¥1,000", Ratio{1, 4}, "¥0"},
		{"57", Ratio{113, 2}, "57"},
		{"-57", Ratio{-113, 2}, "-57"},
		{"0.000", Ratio{1, 16}, "0.063"},
	} {
		n, _ := ParseNumber(tc.style)
		if w, ok := n.Written(tc.value); !ok || w.String() != tc.want {
			t.Errorf("%d/%d in the style of %q = %q, %v; want %q", tc.value.Num, tc.value.Den, tc.style, w, ok, tc.want)
		}
	}
	if _, ok := (Number{}).Written(Ratio{}); ok {
		t.Error("the undefined ratio was written")
	}
}

// What is written in any style is read as the same number again, and writing
// the value it has changes nothing.
func TestWrittenNumbersAreReadAgain(t *testing.T) {
	check := func(num int32, decimals, which uint8, grouped, plus bool) bool {
		u := units[int(which)%len(units)]
		style := Number{Exp: -int(decimals % 5), Unit: u.text, Percent: u.percent, Points: u.points, Grouped: grouped, Plus: plus}
		value := Ratio{int64(num), 1000}
		w, ok := style.Written(value)
		if !ok {
			return true
		}
		again, fault := ParseNumber(w.String())
		if fault != NumberOK || again.String() != w.String() || again.Mantissa != w.Mantissa || again.Exp != w.Exp {
			return false
		}
		same, ok := again.Written(value)
		return ok && same.String() == w.String()
	}
	if err := quick.Check(check, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1,345,000", "134.5万元", "−3.2 个百分点", "１２．５％", "1e3", "¥-1", "-", "1,34,5", "约 3 万"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		start, end, found, ok := FindNumber(s)
		if ok {
			if n, fault := ParseNumber(s[start:end]); fault != NumberOK || n != found {
				t.Fatalf("found %q in %q, but alone it is %+v, %d", s[start:end], s, n, fault)
			}
		}
		n, fault := ParseNumber(s)
		if fault != NumberOK {
			return
		}
		text := n.String()
		again, fault := ParseNumber(text)
		if fault != NumberOK || again.String() != text || again.Mantissa != n.Mantissa {
			t.Fatalf("%q is written %q, which is %+v, %d", s, text, again, fault)
		}
		a, ok := n.Amount()
		if b, ok2 := again.Amount(); a != b || ok != ok2 {
			t.Fatalf("%q is %d, written %q it is %d", s, a, text, b)
		}
		n.Written(Ratio{math.MaxInt64, 3})
	})
}

func BenchmarkParseNumber(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseNumber("134.5万元")
		ParseNumber("1,345,000")
	}
}
