package imports

import (
	"strings"

	"reviewfolio/internal/sheet"
)

// totalWords say of a row that it adds others up, folded.
var totalWords = []string{"合计", "总计", "小计", "共计", "总和", "汇总", "累计", "total", "totals", "grandtotal", "grandtotals", "subtotal", "sum"}

// saysTotal reports whether a cell says that its row is a total: 合计, Grand
// Total (123 records), 张伟 汇总, 华东区小计.
func saysTotal(c sheet.Cell) bool {
	if c.Kind != sheet.Text || len(c.Text) > 60 {
		return false
	}
	if !strings.ContainsAny(c.Text, "计汇总和tTmM合") {
		return false
	}
	s := strings.TrimRight(stripped(foldText(c.Text)), ":")
	for _, word := range totalWords {
		switch {
		case s == word:
			return true
		case strings.HasSuffix(s, word) && (word[0] >= 0x80 || strings.HasSuffix(strings.ToLower(c.Text), " "+word)):
			return true
		}
	}
	return strings.HasPrefix(s, "grandtotal") || strings.HasPrefix(s, "合计") && len(s) < len("合计")+12
}

// isSurelyTotal reports whether a cell that says total can mean nothing else: a
// customer may be called Total.
func isSurelyTotal(c sheet.Cell) bool {
	s := foldText(c.Text)
	return s != "total" && s != "totals" && s != "sum"
}

// returnWords say of a row that goods or money went back.
var returnWords = []string{"退货", "退款", "红字", "红冲", "冲销", "refund", "credit note"}

// saysReturned reports whether a cell says that its row is a return.
func saysReturned(c sheet.Cell) bool {
	if c.Kind != sheet.Text || len(c.Text) > 30 || !strings.Contains(c.Text, "退") && !strings.Contains(c.Text, "红") && !strings.Contains(c.Text, "冲") && !strings.Contains(c.Text, "e") {
		return false
	}
	s := strings.ToLower(c.Text)
	for _, word := range returnWords {
		if at := strings.Index(s, word); at >= 0 && !strings.ContainsAny(s[:at], "未无不") {
			return true
		}
	}
	return false
}
