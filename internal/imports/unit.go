package imports

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A unit is what amounts are in.
type unit struct {
	given    bool
	scaled   bool   // a power of ten is named, were it that of 元
	scale    int    // power of ten
	currency string // "" is that of the portfolio
	letter   bool   // only a letter names the power: K, M
}

// unitWords are what a unit is made of, folded.
var unitWords = func() map[string]unit {
	list := map[string]unit{}
	for scale, names := range map[int]string{0: "元 圆", 3: "千 千元 thousand thousands '000 '000s 000 000s 000's", 4: "万 万元", 6: "百万 百万元 million millions", 7: "千万 千万元", 8: "亿 亿元", 9: "十亿 十亿元 billion billions"} {
		for name := range strings.FieldsSeq(names) {
			list[name] = unit{given: true, scaled: true, scale: scale}
		}
	}
	for scale, names := range map[int]string{3: "k", 4: "w", 6: "m mn mm", 9: "b bn"} {
		for name := range strings.FieldsSeq(names) {
			list[name] = unit{given: true, scaled: true, scale: scale, letter: true}
		}
	}
	for code, names := range map[string]string{"CNY": "cny rmb cnh 人民币", "USD": "usd 美元 美金 us$", "EUR": "eur 欧元", "HKD": "hkd 港币 港元 hk$", "JPY": "jpy 日元", "GBP": "gbp 英镑", "TWD": "twd 新台币 台币 nt$", "SGD": "sgd 新加坡元 s$", "AUD": "aud a$ 澳元", "KRW": "krw 韩元"} {
		for name := range strings.FieldsSeq(names) {
			list[name] = unit{given: true, currency: code}
		}
	}
	for _, sign := range []string{"¥", "$", "£", "€", "₹", "₩"} {
		list[sign] = unit{given: true, currency: sign}
	}
	return list
}()

// unitFillers stand beside units and say nothing more.
var unitFillers = map[string]bool{"单位": true, "金额": true, "货币": true, "币种": true, "以": true, "计": true, "为": true, "是": true, "按": true, "均": true, "数据": true, "数字": true,
	"以上": true, "本表": true, "表中": true, "注": true, "所有": true, "下同": true, "含税": true, "不含税": true, "未税": true, "税前": true, "税后": true,
	"in": true, "of": true, "unit": true, "units": true, "currency": true, "amounts": true, "amount": true, "figures": true, "all": true, "are": true, "is": true, "the": true}

var unitTokens = regexp.MustCompile(`(?:us|hk|nt|s|a)\$|'?000(?:'?s)?\b|[a-z]+|[0-9.]+|[$¥£€₹₩]|\p{Han}+|[^\s]`)

// foldSpaced folds width and case and leaves spaces.
func foldSpaced(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

// parseUnit reads a text that is a unit and nothing else: 万元, 单位：人民币万元,
// in thousands of USD, RMB'000, $.
func parseUnit(text string) (unit, bool) {
	var u unit
	for _, token := range unitTokens.FindAllString(foldSpaced(text), -1) {
		for token != "" {
			word := longestUnitWord(token)
			if word == "" {
				if r, size := utf8.DecodeRuneInString(token); strings.ContainsRune(":/,;、-_", r) {
					token = token[size:]
					continue
				}
				return unit{}, false
			}
			token = token[len(word):]
			if w, ok := unitWords[word]; ok && !u.add(w) {
				return unit{}, false
			}
		}
	}
	return u, u.given
}

// longestUnitWord returns the longest word of units at the front of a token:
// all of a Latin one.
func longestUnitWord(token string) string {
	for end := len(token); end > 0; end-- {
		if word := token[:end]; unitFillers[word] || unitWords[word].given {
			return word
		}
		if token[0] < utf8.RuneSelf {
			return ""
		}
	}
	return ""
}

// add takes another word into account; false where it contradicts.
func (u *unit) add(w unit) bool {
	if w.scaled {
		if u.scaled && u.scale != w.scale && w.scale != 0 {
			return false
		}
		if !u.scaled {
			u.scaled, u.scale, u.letter = true, w.scale, w.letter
		}
	}
	if w.currency != "" {
		if u.currency != "" && u.currency != w.currency && !currencyIs(w.currency, u.currency) && !currencyIs(u.currency, w.currency) {
			return false
		}
		if len(u.currency) < len(w.currency) || u.currency == "" {
			u.currency = w.currency
		}
	}
	u.letter = u.letter && u.currency == ""
	u.given = true
	return true
}

// over completes a unit by that of something wider: 金额（USD） below 单位：万.
func (u unit) over(wider unit) unit {
	if !u.scaled {
		u.scaled, u.scale = wider.scaled, wider.scale
	}
	if u.currency == "" {
		u.currency = wider.currency
	}
	u.given = u.given || wider.given
	return u
}

var (
	inBrackets   = regexp.MustCompile(`[(\[【<]([^()\[\]【】<>]*)[)\]】>]`)
	behindWord   = regexp.MustCompile(`(?:单位|币种|货币|\bunits?\b|\bcurrency\b)\s*(?:[:：是为]|is|are)?\s*([^()\[\]\s,;，；。]+)`)
	unitSpaces   = regexp.MustCompile(`[\s/_,\-]+`)
	unclearScale = regexp.MustCompile(`百万|千万元|万元|千元|亿元|\bthousands?\b|\bmillions?\b|'000\b`)
	unclearMoney = regexp.MustCompile(`\b(?:usd|eur|gbp|hkd|jpy|cny|rmb)\b|美元|美金|欧元|英镑|港币|港元|日元|人民币`)
)

// A stated is what a text around a table says of its unit.
type stated struct {
	unit    unit
	unclear string // the text, where it speaks of a unit and does not say of what
}

// readStated looks for a unit in a title or a remark: 2026 年销售目标（万元）,
// 单位：万元, (In thousands), Targets in USD. A quantity such as 100 万元 is none.
func readStated(text string) stated {
	s := strings.TrimSpace(foldSpaced(text))
	if u, ok := parseUnit(s); ok && (!u.letter || strings.ContainsAny(s, "$¥€£")) {
		return stated{unit: u}
	}
	var found stated
	for _, form := range []*regexp.Regexp{inBrackets, behindWord} {
		for _, m := range form.FindAllStringSubmatch(s, -1) {
			u, ok := parseUnit(m[1])
			switch {
			case !ok || u.letter && form != behindWord:
			case !found.unit.add(u):
				return stated{unclear: text}
			}
		}
		if found.unit.given {
			return found
		}
	}
	if _, u := cutUnit(s); u.given {
		return stated{unit: u}
	}
	if speaksOfUnit(s) {
		found.unclear = text
	}
	return found
}

// cutUnit takes a unit off the end of a folded text, where a space or a mark
// sets it apart or it is as long as 万元: Amount in USD, 金额/万元, 销售额万元.
func cutUnit(s string) (rest string, u unit) {
	breaks := unitSpaces.FindAllStringIndex(s, -1)
	for i := max(0, len(breaks)-4); i < len(breaks); i++ {
		rest, last := s[:breaks[i][0]], s[breaks[i][1]:]
		if u, ok := parseUnit(last); ok && !u.letter && rest != "" && !endsInNumber(rest) {
			return rest, u
		}
	}
	return s, unit{}
}

// endsInNumber reports whether a text ends in digits, so that 万元 behind it
// says how much.
func endsInNumber(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, unicode.IsSpace))
	return unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十百千两几数.", r)
}

// speaksOfUnit reports whether a folded text names a power of ten or a
// currency that no number stands before.
func speaksOfUnit(s string) bool {
	for _, words := range []*regexp.Regexp{unclearScale, unclearMoney} {
		for _, at := range words.FindAllStringIndex(s, -1) {
			if !endsInNumber(s[:at[0]]) {
				return true
			}
		}
	}
	return false
}
