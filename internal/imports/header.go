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

// readHeader folds a header: Created Time(Created Time) is createdtime,
// *销售订单金额（元）： is 销售订单金额.
func readHeader(text string) header {
	h := header{text: strings.Join(strings.Fields(text), " ")}
	s := strings.Trim(foldSpaced(h.text), " *:")
	for strings.HasSuffix(s, ")") || strings.HasSuffix(s, "]") {
		open := strings.LastIndexAny(s, "([")
		if open <= 0 {
			break
		}
		inside, base := s[open+1:len(s)-1], strings.TrimRight(s[:open], " *:")
		u, isUnit := parseUnit(inside)
		if again := foldText(inside); !isUnit && !marks[again] && again != foldText(base) {
			if u, isUnit = unitWithin(inside); isUnit {
				h.unit = u
			}
			break
		}
		if s = base; isUnit {
			h.unit = u
		}
	}
	if !h.unit.given {
		s, h.unit = cutUnit(s)
	}
	s = strings.Map(func(r rune) rune {
		if r == '*' || r == ':' || r == '_' {
			return -1
		}
		return r
	}, foldText(s))
	if base, id, ok := strings.Cut(s, ")."); ok && id == "id" { // account owner(account owner).id
		if again, twice, ok := strings.Cut(base, "("); ok && again == twice {
			s = again + ".id"
		}
	}
	for _, word := range gluedUnits {
		if base, ok := strings.CutSuffix(s, word); ok && base != "" && !h.unit.given && !endsInNumber(base) {
			s, h.unit = base, unitWords[word]
		}
	}
	h.name = s
	return h
}

// gluedUnits may stand behind a header as they are: 销售额万元.
var gluedUnits = []string{"百万元", "千万元", "万元", "千元", "亿元"}

// unitWithin reads a unit that stands beside other words: （含服务费，万元）.
func unitWithin(inside string) (u unit, ok bool) {
	for part := range strings.FieldsFuncSeq(inside, func(r rune) bool { return strings.ContainsRune(",;、 ", r) }) {
		if w, isUnit := parseUnit(part); isUnit && (w.scaled && !w.letter || w.currency != "") {
			u.add(w)
		}
	}
	return u, u.given
}

// marks are said of a column in brackets and are no part of its name.
var marks = map[string]bool{"必填": true, "必填项": true, "选填": true, "required": true, "optional": true, "只读": true,
	"件": true, "台": true, "个": true, "套": true, "箱": true, "单": true, "张": true, "笔": true, "次": true, "人": true, "家": true, "户": true, "吨": true, "kg": true, "pcs": true, "小时": true, "学时": true, "天": true}

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
