package imports

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldText folds what values of a table may differ in without meaning anything
// else: width, case, spaces.
func foldText(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s)))
}

// A header is what the head of a column says.
type header struct {
	text string // as written
	name string // folded, without marks and unit
	unit unit
}

// A unit is what the amounts of a column are in.
type unit struct {
	given    bool
	scale    int    // power of ten
	currency string // "" is that of the portfolio
}

// readHeader folds a header: Created Time(Created Time) is createdtime,
// *销售订单金额（元）： is 销售订单金额.
func readHeader(text string) header {
	h := header{text: strings.Join(strings.Fields(text), " ")}
	s := strings.Map(func(r rune) rune {
		if r == '*' || r == ':' || r == '_' {
			return -1
		}
		return r
	}, foldText(text))
	for strings.HasSuffix(s, ")") || strings.HasSuffix(s, "]") {
		open := strings.LastIndexAny(s, "([")
		if open <= 0 {
			break
		}
		inside, base := s[open+1:len(s)-1], s[:open]
		u, isUnit := units[inside]
		if !isUnit && !marks[inside] && inside != base {
			break
		}
		if s = base; isUnit {
			h.unit = u
		}
	}
	if base, id, ok := strings.Cut(s, ")."); ok && id == "id" { // account owner(account owner).id
		if again, twice, ok := strings.Cut(base, "("); ok && again == twice {
			s = again + ".id"
		}
	}
	h.name = s
	return h
}

// marks are said of a column in brackets and are no part of its name.
var marks = map[string]bool{"必填": true, "必填项": true, "选填": true, "required": true, "optional": true, "只读": true,
	"件": true, "台": true, "个": true, "套": true, "箱": true, "单": true, "张": true, "笔": true, "次": true, "人": true, "家": true, "户": true, "吨": true, "kg": true, "pcs": true, "小时": true, "学时": true, "天": true}

// units are what a header says in brackets of its amounts, folded.
var units = func() map[string]unit {
	list := map[string]unit{}
	for scale, names := range map[int]string{0: "元|圆", 3: "千|千元|k", 4: "万|万元|w", 6: "百万|百万元|m|mn", 7: "千万|千万元", 8: "亿|亿元", 9: "十亿|十亿元|b"} {
		for name := range strings.SplitSeq(names, "|") {
			list[name] = unit{given: true, scale: scale}
		}
	}
	for code, names := range map[string]string{"CNY": "cny|rmb|人民币|人民币元", "USD": "usd|美元|us$", "EUR": "eur|欧元", "HKD": "hkd|港币|港元|hk$", "JPY": "jpy|日元", "GBP": "gbp|英镑", "TWD": "twd|新台币", "SGD": "sgd|新加坡元"} {
		for name := range strings.SplitSeq(names, "|") {
			list[name] = unit{given: true, currency: code}
			for _, scale := range []struct {
				word string
				n    int
			}{{"万", 4}, {"千", 3}, {"百万", 6}} {
				list[scale.word+name] = unit{given: true, scale: scale.n, currency: code}
			}
		}
	}
	for _, sign := range []string{"¥", "$", "£", "€", "₹", "₩"} {
		list[sign] = unit{given: true, currency: sign}
	}
	list["万人民币"] = unit{given: true, scale: 4, currency: "CNY"}
	return list
}()

// unitAbove reads 单位：万元 from the text of a row above a table.
func unitAbove(text string) (unit, bool) {
	s := foldText(text)
	for _, word := range []string{"单位", "unit"} {
		_, rest, found := strings.Cut(s, word)
		if !found {
			continue
		}
		rest = strings.TrimLeft(rest, "s:是为")
		for end := len(rest); end > 0; end-- {
			if u, ok := units[rest[:end]]; ok {
				return u, true
			}
		}
	}
	return unit{}, false
}

// stripped cuts off what stands in brackets at the end: 张伟(离职) is 张伟.
func stripped(folded string) string {
	for _, pair := range []string{"()", "[]", "<>", "【】"} {
		open := strings.IndexRune(folded, []rune(pair)[0])
		if open > 0 && strings.HasSuffix(folded, string([]rune(pair)[1])) {
			return folded[:open]
		}
	}
	return folded
}
