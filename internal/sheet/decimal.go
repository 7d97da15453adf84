package sheet

import (
	"math/big"
	"strconv"
	"strings"

	"reviewfolio/internal/model"
)

// A Decimal is what a cell says as a number: exactly Mantissa × 10^Exp.
type Decimal struct {
	Mantissa int64
	Exp      int    // may be above 0
	Percent  bool   // the number counts percent: 12.5%, or 0.125 shown so
	Points   bool   // the number counts percentage points
	Currency string // as written: ¥, USD, or ""
	Scaled   bool   // a unit is written that says of how many: 1.2万, 300 元
}

// A NumberStyle is how a column writes its numbers.
type NumberStyle uint8

const (
	PointDecimal NumberStyle = iota // 1,234.50
	CommaDecimal                    // 1.234,50
)

// ReadNumber reads a cell as a number: ¥1,234.50, 1.2万, (1,200) and 1,200-
// below zero, 12.5%, １２, 300 元, CNY 300. given is false where the cell says
// that there is none: blank, NULL, -, --, N/A and the like. The error, an
// *[Error], says why a cell is neither.
func ReadNumber(c Cell, style NumberStyle) (n Decimal, given bool, err error) {
	switch c.Kind {
	case Blank:
		return Decimal{}, false, nil
	case Number:
		n, ok := plainDecimal(c.Text)
		if !ok {
			return Decimal{}, false, fail("cell-number-too-long", c.Text)
		}
		if n.Percent = c.Percent; n.Percent {
			n.Exp += 2
		}
		return n, true, nil
	case Text:
		if isNone(c.Text) {
			return Decimal{}, false, nil
		}
		return readText(c.Text, style)
	}
	return Decimal{}, false, c.unreadable("cell-not-a-number")
}

// unreadable says why a cell cannot be what code denies.
func (c Cell) unreadable(code string) error {
	switch c.Kind {
	case Uncached:
		return fail("cell-uncached")
	case Fault:
		return fail("cell-fault", c.Text)
	}
	return fail(code, c.Text)
}

// readText reads a text that is not none. What reads only in the other style
// is told as such.
func readText(text string, style NumberStyle) (Decimal, bool, error) {
	if strings.HasPrefix(text, "#") && strings.ContainsAny(text, "!?/") { // #DIV/0! in a text file
		return Decimal{}, false, fail("cell-fault", text)
	}
	n, given, fault := parseText(text, style)
	switch fault {
	case model.NumberOK:
		return n, given, nil
	case model.TooLong:
		return Decimal{}, false, fail("cell-number-too-long", text)
	}
	if _, _, other := parseText(text, 1-style); other == model.NumberOK {
		if style == PointDecimal {
			return Decimal{}, false, fail("cell-comma-decimal", text)
		}
		return Decimal{}, false, fail("cell-point-decimal", text)
	}
	if fault == model.BadGroups {
		return Decimal{}, false, fail("cell-groups", text)
	}
	return Decimal{}, false, fail("cell-not-a-number", text)
}

// parseText reads a number with what people put around it. given is false of a
// currency before a dash, which is how Excel shows an accountant's zero.
func parseText(text string, style NumberStyle) (n Decimal, given bool, fault model.NumberFault) {
	s := strings.TrimSpace(narrow(text))
	currency, s := cutCurrency(s)
	s, negative := cutMinus(s)
	if currency == "" {
		currency, s = cutCurrency(strings.TrimSpace(s))
	}
	if currency != "" && isNone(s) {
		return Decimal{}, false, model.NumberOK
	}
	if strings.HasSuffix(s, "元整") {
		s = strings.TrimSuffix(s, "整")
	}
	s, ok := groups(strings.TrimSpace(s))
	if !ok {
		return Decimal{}, false, model.BadGroups
	}
	if style == CommaDecimal {
		s = swapped.Replace(s)
	}
	if negative && strings.ContainsAny(s, "+-") {
		return Decimal{}, false, model.NotNumber
	}
	if n, fault = parsePlain(s); fault != model.NumberOK {
		return Decimal{}, false, fault
	}
	if negative {
		n.Mantissa = -n.Mantissa
	}
	if currency != "" {
		n.Currency = currency
	}
	return n, true, model.NumberOK
}

// cutMinus takes off what says below zero without a sign before the digits:
// (1,200) and 1,200-.
func cutMinus(s string) (rest string, negative bool) {
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		return inner[:len(inner)-1], true
	}
	if front, ok := strings.CutSuffix(s, "-"); ok && front != "" {
		return front, true
	}
	return s, false
}

// parsePlain reads digits with sign, unit and currency. A fraction loses the
// digits that computers make up.
func parsePlain(s string) (Decimal, model.NumberFault) {
	number, fault := model.ParseNumber(s)
	if fault == model.TooLong {
		if n, ok := plainDecimal(s); ok {
			return n, model.NumberOK
		}
	}
	if fault != model.NumberOK {
		return Decimal{}, fault
	}
	n := Decimal{Percent: number.Percent, Points: number.Points, Currency: number.Currency, Scaled: number.Unit != "" && !number.Percent && !number.Points}
	n.Mantissa, n.Exp = number.Decimal()
	if number.Exp < 0 && tooFine(n.Mantissa) {
		rounded, _ := plainDecimal(strconv.FormatInt(n.Mantissa, 10) + "E" + strconv.Itoa(n.Exp))
		n.Mantissa, n.Exp = rounded.Mantissa, rounded.Exp
	}
	return n, model.NumberOK
}

// tooFine reports whether a fraction has more digits than computers keep.
func tooFine(mantissa int64) bool { return mantissa >= 1e15 || mantissa <= -1e15 }

var swapped = strings.NewReplacer(".", ",", ",", ".")

// narrow turns full-width characters into their ASCII ones and what people
// type for a minus into one, and quotes and wide spaces into plain ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000', r == '\u00A0', r == '\u2009', r == '\u202F':
			return ' '
		case r == '−', r == '–', r == '—':
			return '-'
		case r == '’':
			return '\''
		}
		return r
	}, s)
}

// groups drops spaces and apostrophes that set thousands apart, as in
// 1 234 567,50 and 1'234.50; false where they stand otherwise between digits.
func groups(s string) (string, bool) {
	if !strings.ContainsAny(s, " '") {
		return s, true
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if (s[i] != ' ' && s[i] != '\'') || i == 0 || !isDigit(s[i-1]) || i+1 == len(s) || !isDigit(s[i+1]) {
			b.WriteByte(s[i])
			continue
		}
		if i+3 >= len(s) || !isDigit(s[i+2]) || !isDigit(s[i+3]) || i+4 < len(s) && isDigit(s[i+4]) {
			return "", false
		}
	}
	return b.String(), true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// currencies are what may stand before or behind a number besides the signs
// that package model knows and 元.
var currencies = []string{
	"CNY", "RMB", "USD", "US$", "EUR", "GBP", "JPY", "HKD", "HK$", "TWD", "NT$", "KRW", "SGD", "S$", "AUD", "A$", "CAD", "C$", "CHF", "INR", "₹", "₩", "¥", "￥", "$", "€", "£",
	"人民币", "美元", "欧元", "英镑", "日元", "港币", "港元", "新台币", "韩元",
}

// cutCurrency takes a currency off either end of a number.
func cutCurrency(s string) (currency, rest string) {
	for _, c := range currencies {
		if len(s) > len(c) && strings.EqualFold(s[:len(c)], c) {
			return s[:len(c)], strings.TrimSpace(s[len(c):])
		}
		if at := len(s) - len(c); at > 0 && strings.EqualFold(s[at:], c) {
			return s[at:], strings.TrimSpace(s[:at])
		}
	}
	return "", s
}

// isNone reports whether a text says that there is no value.
func isNone(text string) bool {
	switch strings.ToLower(strings.TrimFunc(narrow(text), isSpace)) {
	case "", "-", "--", "---", "/", "null", "(null)", `\n`, "n/a", "na", "nan", "none", "nil", "无", "暂无", "空", "不适用":
		return true
	}
	return false
}

// plainDecimal reads digits with a point and an exponent; false where the
// mantissa does not fit.
func plainDecimal(text string) (Decimal, bool) {
	digits, exp, negative, ok := takeApart([]byte(text))
	if !ok {
		return Decimal{}, false
	}
	if len(digits) == 0 {
		return Decimal{}, true
	}
	m, err := strconv.ParseInt(string(digits), 10, 64)
	if negative {
		m = -m
	}
	return Decimal{Mantissa: m, Exp: exp}, err == nil
}

// Rat returns the number as a fraction.
func (n Decimal) Rat() *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n.Exp, -n.Exp))), nil)
	if n.Exp < 0 {
		return new(big.Rat).SetFrac(big.NewInt(n.Mantissa), power)
	}
	return new(big.Rat).SetInt(power.Mul(power, big.NewInt(n.Mantissa)))
}

// String returns the exact decimal, without percent sign and currency.
func (n Decimal) String() string {
	text := n.Rat().FloatString(max(0, -n.Exp))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// ID returns a cell as an identifier: 123456789.0 and 1.23456789E+8 become
// 123456789. rounded is true where a text had an exponent, so that digits of
// the identifier may be lost.
func ID(c Cell) (id string, rounded bool) {
	if c.Kind != Text || c.Text == "" || !isDigit(c.Text[0]) {
		return c.Text, false
	}
	if front, zeros, ok := strings.Cut(c.Text, "."); ok && zeros != "" && strings.Trim(zeros, "0") == "" && digitsOnly(front) {
		return front, false
	}
	if strings.Contains(strings.ToUpper(c.Text), "E+") {
		if text, ok := exactDecimal([]byte(c.Text)); ok && digitsOnly(text) {
			return text, true
		}
	}
	return c.Text, false
}

func digitsOnly(s string) bool { return strings.Trim(s, "0123456789") == "" }
