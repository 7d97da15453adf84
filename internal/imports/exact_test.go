package imports

import (
	"testing"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

func exactly(mantissa int64, exp int) *exact {
	v, _ := exactOf(sheet.Decimal{Mantissa: mantissa, Exp: exp}, 0)
	return v
}

func TestExact(t *testing.T) {
	for _, c := range []struct {
		value *exact
		want  string
		money model.Amount
	}{
		{exactly(12345, -2), "123.45", 1234500},
		{exactly(-5, -3), "-0.005", -100}, // half away from zero: -0.01
		{exactly(4, -3), "0.004", 0},
		{exactly(7, 3), "7000", 70000000},
		{exactly(15, -13), "0.000000000002", 0}, // the thirteenth decimal rounds up
		{over(exactly(1, 0), exactly(3, 0)), "0.333333333333", 3300},
		{times(exactly(15, -1), exactly(-2, 0)), "-3", -30000},
	} {
		if got := decimalText(c.value); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		if got := rounded(c.value, 2); got != c.money {
			t.Errorf("%s: got %d, want %d", c.want, got, c.money)
		}
	}
	if _, ok := exactOf(sheet.Decimal{Mantissa: 1, Exp: 14}, 0); ok {
		t.Error("a hundred trillion is too large")
	}
	if _, ok := exactOf(sheet.Decimal{Mantissa: 1, Exp: 400}, 0); ok {
		t.Error("10^400 is too large")
	}
}

// TestShared: thirds of a yuan, and of a loss, make the whole.
func TestShared(t *testing.T) {
	for _, total := range []int64{100, -100, 0, 1, -1} {
		third := over(exactly(total, -2), exactly(3, 0))
		rest := new(exact).Sub(exactly(total, -2), new(exact).Add(third, third))
		sum := model.Amount(0)
		for _, part := range shared(model.Amount(total)*100, []*exact{third, third, rest}, 2) {
			sum += part
			if part%100 != 0 {
				t.Errorf("%d: a part of %s", total, part)
			}
		}
		if sum != model.Amount(total)*100 {
			t.Errorf("%d: parts make %s", total, sum)
		}
	}
}

func TestReadHeader(t *testing.T) {
	for text, want := range map[string]string{
		"*销售订单金额（元）：": "销售订单金额", "金额(万元)(必填)": "金额", "Created Time(Created Time)": "createdtime", "Account Owner(Account Owner).id": "accountowner.id",
		"Closing_Date": "closingdate", "Probability (%)": "probability(%)", "ＡＭＯＵＮＴ": "amount", " Deal  Owner ": "dealowner", "(备注)": "(备注)", "折扣(%)": "折扣(%)", "数量（件）": "数量", "金额(含税)": "金额(含税)", "Amount ($)": "amount", "": "",
	} {
		if got := readHeader(text).name; got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	if u := readHeader("金额（万美元）").unit; u.scale != 4 || u.currency != "USD" {
		t.Errorf("%+v", u)
	}
}

func TestSaysTotal(t *testing.T) {
	for text, want := range map[string]bool{
		"合计": true, "总计：": true, "张伟 汇总": true, "华东区小计": true, "Grand Total": true, "Grand Totals (12 records)": true, "East Total": true, "合计（元）": true,
		"张伟": false, "Totally": false, "设计总院": false, "会计": false, "Subtotals Inc": false, "capital": false,
	} {
		if got := saysTotal(sheet.Cell{Kind: sheet.Text, Text: text}); got != want {
			t.Errorf("%s: got %t", text, got)
		}
	}
}
