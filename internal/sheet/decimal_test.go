package sheet

import (
	"testing"
)

func text(s string) Cell { return Cell{Kind: Text, Text: s} }

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for _, tc := range []struct {
		cell Cell
		want string // with % and currency; "" is none
	}{
		{Cell{}, ""},
		{text("1200"), "1200"},
		{text("1,200"), "1200"},
		{text("¥1,234.50"), "1234.5 ¥"},
		{text("￥1,234.50"), "1234.5 ￥"},
		{text("-¥1,200"), "-1200 ¥"},
		{text("¥-1,200"), "-1200 ¥"},
		{text("¥ 1,200.00"), "1200 ¥"},
		{text("1.2万"), "12000"},
		{text("1.2 亿元"), "120000000"},
		{text("3.5w"), "35000"},
		{text("300元"), "300"},
		{text("300 元整"), "300"},
		{text("(1,200)"), "-1200"},
		{text("（1,200）"), "-1200"},
		{text("(¥1,200.5)"), "-1200.5 ¥"},
		{text("¥(1,200)"), "-1200 ¥"},
		{text("1,200-"), "-1200"},
		{text("−5"), "-5"},
		{text("–5"), "-5"},
		{text("+5"), "5"},
		{text("12.5%"), "12.5%"},
		{text("(3%)"), "-3%"},
		{text("-3.2个百分点"), "-3.2pp"},
		{text("１，２００．５"), "1200.5"},
		{text("USD 1,200"), "1200 USD"},
		{text("1200.00 CNY"), "1200 CNY"},
		{text("RMB1200"), "1200 RMB"},
		{text("US$1.5M"), "1500000 US$"},
		{text("1.2万美元"), "12000 美元"},
		{text("人民币 300 元"), "300 人民币"},
		{text("1 234 567"), "1234567"},
		{text("1\u00A0234.5"), "1234.5"},
		{text("1'234.50"), "1234.5"},
		{text("1.23E+11"), "123000000000"},
		{text("1.2345678901234567E-5"), "0.0000123456789012346"},
		{text("123456789.0"), "123456789"},
		{text("0"), "0"},
		{text("-0.00"), "0"},
		{text("129.69600000000003"), "129.696"},
		{text("0.30000000000000004"), "0.3"},
		{text("1234567890123456.5"), "1234567890123460"},
		{text("1234567890123456"), "1234567890123456"},
		{text("NULL"), ""},
		{text("null"), ""},
		{text("-"), ""},
		{text("--"), ""},
		{text("——"), ""},
		{text("¥ -"), ""},
		{text("N/A"), ""},
		{text("无"), ""},
		{Cell{Kind: Number, Text: "129.696"}, "129.696"},
		{Cell{Kind: Number, Text: "0.125", Percent: true}, "12.5%"},
		{Cell{Kind: Number, Text: "1", Percent: true}, "100%"},
		{Cell{Kind: Number, Text: "-0.0015"}, "-0.0015"},
	} {
		n, given, err := ReadNumber(tc.cell, PointDecimal)
		got := ""
		if given {
			got = shownDecimal(n)
		}
		equal(t, tc.cell.Text, got+codeOf(err), tc.want)
	}
}

func shownDecimal(n Decimal) string {
	s := n.String()
	if n.Percent {
		s += "%"
	}
	if n.Points {
		s += "pp"
	}
	if n.Currency != "" {
		s += " " + n.Currency
	}
	return s
}

func TestNumbersThatAreRefused(t *testing.T) {
	for _, tc := range []struct {
		cell Cell
		want string
	}{
		{text("1,34,5"), "cell-groups 1,34,5"},
		{text("1 23"), "cell-groups 1 23"},
		{text("1 2345"), "cell-groups 1 2345"},
		{text("3 台"), "cell-not-a-number 3 台"},
		{text("约 300"), "cell-not-a-number 约 300"},
		{text("--5"), "cell-not-a-number --5"},
		{text("(-5)"), "cell-not-a-number (-5)"},
		{text("(5"), "cell-not-a-number (5"},
		{text("2026-07-01"), "cell-not-a-number 2026-07-01"},
		{text("1.2.3"), "cell-not-a-number 1.2.3"},
		{text("¥"), "cell-not-a-number ¥"},
		{text("12,50"), "cell-comma-decimal 12,50"},
		{text("1.234,50"), "cell-comma-decimal 1.234,50"},
		{text("1.234.567"), "cell-comma-decimal 1.234.567"},
		{text("99999999999999999999999"), "cell-number-too-long 99999999999999999999999"},
		{text("#DIV/0!"), "cell-fault #DIV/0!"},
		{text("#REF!"), "cell-fault #REF!"},
		{Cell{Kind: Fault, Text: "#N/A"}, "cell-fault #N/A"},
		{text("#N/A"), "cell-fault #N/A"},
		{Cell{Kind: Uncached}, "cell-uncached"},
		{Cell{Kind: Bool, Text: "TRUE"}, "cell-not-a-number TRUE"},
		{Cell{Kind: Date, Text: "2026-07-01"}, "cell-not-a-number 2026-07-01"},
	} {
		_, given, err := ReadNumber(tc.cell, PointDecimal)
		equal(t, tc.cell.Text, codeOf(err), tc.want)
		says(t, err)
		if given {
			t.Errorf("%q is refused and given", tc.cell.Text)
		}
	}
}

func TestDecimalCommas(t *testing.T) {
	for _, tc := range []struct {
		name   string
		values []string
		style  NumberStyle
		proof  Evidence
	}{
		{"a comma that can be nothing else", []string{"1.234", "1.234,50", "7"}, CommaDecimal, Evidence{3, "1.234,50"}},
		{"two decimals", []string{"1.234", "12,50 €"}, CommaDecimal, Evidence{3, "12,50 €"}},
		{"two points", []string{"1.234.567"}, CommaDecimal, Evidence{2, "1.234.567"}},
		{"a point that can be nothing else", []string{"1,234", "1,234.50"}, PointDecimal, Evidence{3, "1,234.50"}},
		{"neither", []string{"1,234", "1.234", "5"}, PointDecimal, Evidence{}},
		{"both: the point stands, and commas are refused one by one", []string{"12,50", "12.50"}, PointDecimal, Evidence{3, "12.50"}},
		{"wrong in both", []string{"1,34,5", "无"}, PointDecimal, Evidence{}},
		{"a zero before three decimals", []string{"0,125"}, CommaDecimal, Evidence{2, "0,125"}},
	} {
		var c NumberColumn
		c.Add(1, Cell{Kind: Number, Text: "1.5"})
		for i, v := range tc.values {
			c.Add(i+2, text(v))
		}
		style, proof := c.Style()
		if style != tc.style || proof != tc.proof {
			t.Errorf("%s: style %d by %+v, want %d by %+v", tc.name, style, proof, tc.style, tc.proof)
		}
	}
	for value, want := range map[string]string{"1.234,50": "1234.5", "1.234": "1234", "12,5%": "12.5%", "1 234,50": "1234.5", "12.50": "cell-point-decimal 12.50", "-3": "-3"} {
		n, given, err := ReadNumber(text(value), CommaDecimal)
		got := codeOf(err)
		if given {
			got = shownDecimal(n)
		}
		equal(t, value, got, want)
	}
}

func TestIdentifiers(t *testing.T) {
	for _, tc := range []struct {
		cell    Cell
		id      string
		rounded bool
	}{
		{text("00123"), "00123", false},
		{text("123456789.0"), "123456789", false},
		{text("123456789.00"), "123456789", false},
		{text("1.5"), "1.5", false},
		{text("1.23E+11"), "123000000000", true},
		{text("1e+5"), "100000", true},
		{text("1E5"), "1E5", false},
		{text("12E3-A"), "12E3-A", false},
		{text("zcrm_123"), "zcrm_123", false},
		{text("张伟"), "张伟", false},
		{Cell{Kind: Number, Text: "123456789"}, "123456789", false},
		{Cell{}, "", false},
	} {
		id, rounded := ID(tc.cell)
		if id != tc.id || rounded != tc.rounded {
			t.Errorf("%q is %q, %v", tc.cell.Text, id, rounded)
		}
	}
}
