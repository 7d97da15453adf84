package model

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Number is one number as a person wrote it, digits and style apart:
// 1,345 万, ¥1345000, 37.5%, −3.2 个百分点. Its value is
// Mantissa × 10^Exp × the unit.
type Number struct {
	Mantissa int64  // all written digits, with the sign
	Exp      int    // minus the count of digits written after the point; never above 0
	Unit     string // as written behind the digits: 万元, 亿, 元, M, %, 个百分点, or ""
	Percent  bool   // Unit is a percent sign
	Points   bool   // Unit is 个百分点 or pp
	Grouped  bool   // thousands are set apart by commas
	Plus     bool   // a positive number shows its sign
	Minus    string // the sign a negative one was written with; "" writes -
	Currency string // ¥ and the like before the digits
	Space    string // between digits and unit
}

// NumberFault is why a text is not a number.
type NumberFault uint8

const (
	NumberOK  NumberFault = iota
	NotNumber             // 一百, 12..3, 3 台
	BadGroups             // 1,34,5
	TooLong               // more digits than an int64 holds, or than maxDecimals behind the point
)

const maxDecimals = 18

// unit is what may stand behind the digits.
type unit struct {
	text            string
	scale           int // power of ten
	percent, points bool
}

// units is looked through in this order: a longer text before its beginning.
var units = []unit{
	{text: "万亿元", scale: 12}, {text: "万亿", scale: 12},
	{text: "千万元", scale: 7}, {text: "千万", scale: 7},
	{text: "百万元", scale: 6}, {text: "百万", scale: 6},
	{text: "亿元", scale: 8}, {text: "亿", scale: 8},
	{text: "万元", scale: 4}, {text: "万", scale: 4},
	{text: "千元", scale: 3}, {text: "元"},
	{text: "个百分点", points: true}, {text: "百分点", points: true}, {text: "pp", points: true},
	{text: "%", percent: true}, {text: "％", percent: true},
	{text: "K", scale: 3}, {text: "k", scale: 3}, {text: "M", scale: 6}, {text: "B", scale: 9},
	{text: "w", scale: 4}, {text: "W", scale: 4},
}

// ParseNumber reads a text that is one number and nothing else. Parentheses
// are no minus sign: in a review they are as likely a remark.
func ParseNumber(s string) (Number, NumberFault) {
	s = strings.TrimSpace(s)
	n, end, fault := scanNumber(s)
	if fault == NumberOK && end < len(s) {
		fault = NotNumber
	}
	return n, fault
}

// FindNumber finds the one number in a text with words around it. ok is false
// where there is none, more than one, or one written wrong. Digits that belong
// to a word (Q3, B2B) are no number.
func FindNumber(s string) (start, end int, n Number, ok bool) {
	var before rune
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isWord(before) && beginsNumber(r) {
			i += size
			continue
		}
		if !beginsNumber(r) {
			before = r
			i += size
			continue
		}
		found, length, fault := scanNumber(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+length:])
		switch {
		case length == 0:
			length = size
		case isWord(next): // part of a word
		case fault != NumberOK || ok:
			return 0, 0, Number{}, false
		default:
			start, end, n, ok = i, i+length, found, true
		}
		i += length
		before = 0
	}
	return start, end, n, ok
}

// scanNumber reads the number at the beginning of s; end 0 where none is.
func scanNumber(s string) (n Number, end int, fault NumberFault) {
	i := n.scanPrefix(s)
	digits, fault := n.scanDigits(s[i:])
	if digits == 0 {
		return Number{}, 0, NotNumber
	}
	i += digits
	return n, i + n.scanUnit(s[i:]), fault
}

// scanPrefix reads sign and currency, in either order.
func (n *Number) scanPrefix(s string) int {
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isSign(r) && n.Minus == "" && !n.Plus:
			if n.Plus = fold(r) == '+'; !n.Plus {
				n.Minus = s[i : i+size]
			}
		case isCurrency(r) && n.Currency == "":
			n.Currency = s[i : i+size]
		default:
			return i
		}
		i += size
	}
	return i
}

// scanDigits reads digits, commas, the point and an exponent. A comma or a
// point without a digit behind it belongs to the sentence.
func (n *Number) scanDigits(s string) (int, NumberFault) {
	fault := NumberOK
	i, group, point := 0, 0, false
	first, _ := utf8.DecodeRuneInString(s)
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		r = fold(r)
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		switch {
		case isDigit(r):
			if n.Mantissa > (math.MaxInt64-9)/10 {
				fault = TooLong
				n.Mantissa = 0
			}
			n.Mantissa = n.Mantissa*10 + int64(r-'0')
			group++
			if point {
				n.Exp--
			}
		case r == '.' && !point && isDigit(fold(next)):
			if n.Grouped && group != 3 {
				fault = BadGroups
			}
			point = true
		case r == ',' && !point && i > 0 && isDigit(fold(next)):
			if group > 3 || n.Grouped && group != 3 || fold(first) == '0' {
				fault = BadGroups
			}
			n.Grouped, group = true, 0
		default:
			return n.finish(s, i, group, point, fault)
		}
		i += size
	}
	return n.finish(s, i, group, point, fault)
}

// finish checks the last group, reads an exponent and sets the sign.
func (n *Number) finish(s string, i, group int, point bool, fault NumberFault) (int, NumberFault) {
	if n.Grouped && !point && group != 3 {
		fault = BadGroups
	}
	if length, exp := scanExponent(s[i:]); i > 0 && length > 0 {
		i += length
		n.Exp += exp
		for ; n.Exp > 0; n.Exp-- {
			if n.Mantissa > math.MaxInt64/10 {
				return i, TooLong
			}
			n.Mantissa *= 10
		}
	}
	if n.Exp < -maxDecimals {
		return i, TooLong
	}
	if n.Minus != "" {
		n.Mantissa = -n.Mantissa
	}
	return i, fault
}

// scanExponent reads e6 or E-3, as YAML numbers may end.
func scanExponent(s string) (length, exp int) {
	if len(s) < 2 || s[0] != 'e' && s[0] != 'E' {
		return 0, 0
	}
	i, sign := 1, 1
	if s[1] == '-' || s[1] == '+' {
		if s[1] == '-' {
			sign = -1
		}
		i++
	}
	digits := i
	for ; i < len(s) && isDigit(rune(s[i])); i++ {
		exp = min(exp*10+int(s[i]-'0'), 100)
	}
	if i == digits {
		return 0, 0
	}
	return i, sign * exp
}

// scanUnit reads the unit, if one stands there.
func (n *Number) scanUnit(s string) int {
	rest := strings.TrimLeft(s, " \u00a0\u2009\u202f\u3000")
	for _, u := range units {
		after, ok := strings.CutPrefix(rest, u.text)
		if !ok {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(after); isWord(rune(u.text[0])) && isWord(next) {
			continue
		}
		n.Space = s[:len(s)-len(rest)]
		n.Unit, n.Percent, n.Points = u.text, u.percent, u.points
		return len(n.Space) + len(u.text)
	}
	return 0
}

// scale returns the power of ten that the unit stands for.
func (n Number) scale() int {
	for _, u := range units {
		if u.text == n.Unit {
			return u.scale
		}
	}
	return 0
}

// Decimal returns the number in its main unit, as Amount does, exactly:
// mantissa × 10^exp.
func (n Number) Decimal() (mantissa int64, exp int) { return n.Mantissa, n.Exp + n.scale() }

// Amount returns the number in its main unit: 元 for 134.5万元, percent for
// 37.5%. ok is false where it has more than four decimals or is above
// MaxAmount; Decimals tells which.
func (n Number) Amount() (a Amount, ok bool) {
	m, exp := n.Mantissa, n.Exp+n.scale()+4
	for ; exp < 0 && m%10 == 0 && m != 0; exp++ {
		m /= 10
	}
	if m == 0 {
		return 0, true
	}
	if exp < 0 {
		return 0, false
	}
	for ; exp > 0; exp-- {
		if m > int64(MaxAmount)/10 || m < -int64(MaxAmount)/10 {
			return 0, false
		}
		m *= 10
	}
	a = Amount(m)
	return a, a <= MaxAmount && a >= -MaxAmount
}

// Decimals returns how many digits after the point the number needs in its
// main unit.
func (n Number) Decimals() int {
	m, exp := n.Mantissa, n.Exp+n.scale()
	for ; exp < 0 && m%10 == 0 && m != 0; exp++ {
		m /= 10
	}
	if m == 0 {
		return 0
	}
	return max(0, -exp)
}

// Written returns r in the style of n, rounded half away from zero at n's last
// written digit. Percent and Points count hundredths of r. ok is false where r
// is undefined or has too many digits.
func (n Number) Written(r Ratio) (w Number, ok bool) {
	digits := -n.Exp - n.scale()
	if n.Percent || n.Points {
		digits += 2
	}
	m, ok := r.Scaled(digits)
	if !ok || m == math.MinInt64 {
		return Number{}, false
	}
	n.Mantissa = m
	return n, true
}

// String returns the number in its own style, with ASCII digits.
func (n Number) String() string {
	var b strings.Builder
	switch {
	case n.Mantissa >= 0 && n.Plus:
		b.WriteByte('+')
	case n.Mantissa < 0 && n.Minus != "":
		b.WriteString(n.Minus)
	case n.Mantissa < 0:
		b.WriteByte('-')
	}
	b.WriteString(n.Currency)
	n.writeDigits(&b)
	b.WriteString(n.Space)
	b.WriteString(n.Unit)
	return b.String()
}

func (n Number) writeDigits(b *strings.Builder) {
	digits := strconv.FormatUint(magnitude(n.Mantissa), 10)
	if short := -n.Exp + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	whole := len(digits) + n.Exp
	for i := range whole {
		if n.Grouped && i > 0 && (whole-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(digits[i])
	}
	if n.Exp < 0 {
		b.WriteByte('.')
		b.WriteString(digits[whole:])
	}
}

// fold turns a full-width form into its ASCII character.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWord(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isSign(r rune) bool { return r == '−' || fold(r) == '-' || fold(r) == '+' }

func isCurrency(r rune) bool { return r == '¥' || r == '￥' || r == '$' || r == '€' || r == '£' }

func beginsNumber(r rune) bool {
	return isDigit(fold(r)) || isSign(r) || isCurrency(r) || fold(r) == '.'
}
