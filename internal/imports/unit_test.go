package imports

import (
	"fmt"
	"testing"
)

// TestReadStated: what texts around a table say of its unit.
func TestReadStated(t *testing.T) {
	for text, want := range map[string]string{
		"2026 年销售目标（万元）": "4", "2026年销售目标(单位：万元)": "4", "单位: 万元": "4", "单位：人民币万元": "4 CNY", "金额单位：千元": "3", "单位（万元）": "4", "万元": "4", "注：单位为百万元": "6",
		"单位：元": "0", "币种：USD": "- USD", "货币: 美元": "- USD", "单位：万美元": "4 USD", "计量单位：亿元": "8", "（¥ 万元）": "4 ¥", "数据单位：万": "4",
		"(In thousands)": "3", "in thousands of USD": "3 USD", "2026 Sales Targets in USD": "- USD", "Targets, USD thousands": "3 USD", "USD": "- USD", "RMB'000": "3 CNY", "(RMB mn)": "6 CNY", "Unit: K": "3", "$000s": "3 $", "Amounts in millions": "6", "Plan ($M)": "6 $",
		"2026年销售目标": "", "华东区订单（一季度）": "", "100万元以上客户": "", "订单满 1 million": "", "计划（B）": "", "合计 1,200 万元": "", "打印时间：2026-07-01": "", "第 3 页": "", "": "",
		"2026年销售目标万元": "?", "以下金额均按万元填报": "?", "本表以万元为单位": "4", "Thousands of units and USD pipeline": "?", "USD pipeline targets": "?", "单位：元/台": "", "单位：万元/人": "?",
	} {
		got := ""
		s := readStated(text)
		switch {
		case s.unclear != "":
			got = "?"
		case s.unit.given:
			got = "-"
			if s.unit.scaled {
				got = fmt.Sprint(s.unit.scale)
			}
			if s.unit.currency != "" {
				got += " " + s.unit.currency
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestHeaderUnits: names of headers without their units.
func TestHeaderUnits(t *testing.T) {
	for text, want := range map[string]string{
		"金额（万元）": "金额 4", "金额(元)": "金额 0", "金额（单位：万元）": "金额 4", "金额（人民币万元）": "金额 4", "金额/万元": "金额 4", "金额万元": "金额 4", "金额 元": "金额 0", "销售额[万]": "销售额 4",
		"Amount (USD)": "amount 0", "Amount in USD": "amount 0", "Amount USD": "amount 0", "Sales (000s)": "sales 3", "Revenue ($K)": "revenue 3", "金额（含税，万元）": "金额 4", "金额（含税）": "金额(含税) 0",
		"*下单日期（必填）": "下单日期 0", "Deal_Name": "dealname 0", "amount_usd": "amount 0", "Plan B": "planb 0", "Type K": "typek 0", "可能性(%)": "可能性(%) 0", "Probability (%)": "probability(%) 0", "数量（台）": "数量 0",
		"Owner.id": "owner.id 0", "Created Time(Created Time)": "createdtime 0", "千元": "千元 0", "万元": "万元 0", "7月目标（万元）": "7月目标 4",
	} {
		h := readHeader(text)
		if got := fmt.Sprintf("%s %d", h.name, h.unit.scale); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
