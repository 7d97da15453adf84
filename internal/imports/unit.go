package imports

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reviewfolio/internal/model"
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

// unitAround finds out what stands above, below or in the names of a table:
// the nearest that names a power of ten counts.
func (x *run) unitAround(t *table, below []string) {
	var above []string
	for _, row := range t.place.rows[:t.place.row] {
		for i, c := range row.cells {
			if i == 0 || c.Text != row.cells[i-1].Text {
				above = append(above, c.Text)
			}
		}
	}
	base := path.Base(t.file.Name)
	for _, texts := range [][]string{above, below, {t.name}, {strings.TrimSuffix(base, path.Ext(base))}} {
		var u unit
		for _, text := range texts {
			s := readStated(text)
			if s.unclear == "" && s.unit.given && !u.add(s.unit) {
				s.unclear = text
			}
			if s.unit.currency != "" && t.money == "" {
				t.money = text
			}
			if t.unclear == "" && s.unclear != "" && !ofOwn(s.unclear, x.portfolio.Settings.Currency) {
				t.unclear = s.unclear
			}
		}
		if t.above = t.above.over(u); t.above.scaled {
			return
		}
	}
}

// ofOwn reports whether all that a text says of units is the
// portfolio's own currency.
func ofOwn(text, own string) bool {
	s := foldSpaced(text)
	if unclearScale.MatchString(s) {
		return false
	}
	return !slices.ContainsFunc(unclearMoney.FindAllString(s, -1), func(word string) bool { return !currencyIs(unitWords[word].currency, own) })
}

// moneyScale returns the power of ten of a word such as 万元 that a profile
// names.
func moneyScale(word string) int {
	u, _ := parseUnit(word)
	return u.scale
}

// unitOf returns the unit of a column of a table for a metric, in the row at
// hand.
func (x *run) unitOf(t *table, column int, m *model.Metric) unit {
	own := t.scales[column]
	switch {
	case m.Unit == model.Money && x.profile.Unit != "":
		return unit{given: true, scaled: true, scale: moneyScale(x.profile.Unit), currency: t.rowUnit.over(own).over(t.above).currency}
	case m.Unit == model.Money:
		return t.rowUnit.over(own).over(t.above)
	case own.currency != "" || own.letter:
		return unit{}
	}
	return t.rowUnit.over(own)
}

// scaleWords are powers of ten that stand before what is counted: 万台.
var scaleWords = []string{"百万", "千万", "万", "千", "亿"}

// readRowUnit reads the cell of a column such as 单位; unclear where it speaks
// of a power of ten and does not say of what.
func readRowUnit(text string) (u unit, unclear bool) {
	if u, ok := parseUnit(text); ok {
		return u, false
	}
	s := foldText(text)
	for _, word := range scaleWords {
		if counted, ok := strings.CutPrefix(s, word); ok && marks[counted] {
			return unitWords[word], false
		}
	}
	return unit{}, speaksOfUnit(foldSpaced(text))
}

// Columns that say of a row in what it is, where the profile reads none.
var (
	unitHeaders     = []string{"单位", "计量单位", "金额单位", "数据单位", "unit", "uom"}
	currencyHeaders = []string{"币种", "货币", "币别", "货币代码", "currency", "currencycode", "currencyisocode"}
)

// rowUnitOf reads what a row says of its unit in a column of its own.
func (x *run) rowUnitOf(t *table, row int) verdict {
	t.rowUnit = unit{}
	if t.unitColumn < 0 || x.profile.Unit != "" {
		return used
	}
	u, unclear := readRowUnit(t.cell(row, t.unitColumn).Text)
	if unclear {
		return x.refuse(t, row, t.unitColumn, "import-row-unit")
	}
	t.rowUnit = u
	return used
}

// checkUnits refuses a table in another currency, and one that speaks of a
// unit and does not say of what.
func (x *run) checkUnits(t *table) error {
	for column := range t.numbers {
		if !x.isMoney(t, column) {
			continue
		}
		header := t.scales[column]
		u := header.over(t.above)
		unclear := t.unclear
		if !header.given && speaksOfUnit(foldSpaced(t.reads[column])) {
			unclear = t.reads[column]
		}
		known := u.scaled && (u.currency != "" || !unclearMoney.MatchString(foldSpaced(unclear)))
		if unclear != "" && x.profile.Unit == "" && !known {
			return &Fault{File: t.file.Name, Message: message("import-unit-unclear", unclear), Hint: message("import-hint-unit")}
		}
		if own := x.portfolio.Settings.Currency; u.currency != "" && !x.present[x.profile.Currency.Column] && !currencyIs(u.currency, own) {
			where := t.reads[column]
			if header.currency == "" {
				where = t.money
			}
			return &Fault{File: t.file.Name, Message: message("import-other-currency", where, u.currency, own)}
		}
		switch {
		case x.profile.Unit != "":
		case header.scaled && header.scale > 0:
			x.note("import-unit", t.reads[column])
		case !header.scaled && t.above.scale > 0:
			x.note("import-unit-above", t.file.Name)
		}
	}
	return nil
}

// isMoney reports whether a column of numbers holds money.
func (x *run) isMoney(t *table, column int) bool {
	for _, m := range x.measures {
		if m.amounts() && (m.column == column || m.minus == column) && m.metric.Unit == model.Money {
			return true
		}
	}
	if len(t.steps) == 0 {
		return false
	}
	w := x.profile.Wide
	metric := x.portfolio.Metric(w.Metric)
	return w.MetricColumn != "" && x.present[w.MetricColumn] || metric == nil || metric.Unit == model.Money
}
