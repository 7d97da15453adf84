package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reviewfolio/internal/model"
)

// A quoted is the number in the brackets of a bound figure. Prose writes more
// units and signs than front matter: 12.3 千, 0.1 十万, 9.4 PP, 负 1.2 万.
type quoted struct {
	model.Number
	shift int  // power of ten of a unit that model.Number does not know
	odd   bool // the sign is a word or a dash, which is not to be written again
}

// findQuoted is model.FindNumber for the text of a bound figure.
func findQuoted(text string) (start, end int, n quoted, ok bool) {
	if strings.Contains(text, "P") {
		text = withLowerPoints(text)
	}
	start, end, n.Number, ok = model.FindNumber(text)
	if !ok {
		return 0, 0, quoted{}, false
	}
	if n.Unit == "" {
		end += n.scanUnit(text[end:])
	}
	return n.scanSign(text, start), end, n, true
}

// in returns the value in the style of the number.
func (n quoted) in(value model.Ratio) (model.Number, bool) {
	w := n.Number
	w.Exp += n.shift
	w, ok := w.Written(value)
	w.Exp = n.Exp
	return w, ok
}

// withLowerPoints returns the text with PP and Pp as pp, which is where it was.
func withLowerPoints(text string) string {
	b := []byte(text)
	for i := 0; i+1 < len(b); i++ {
		if b[i]|' ' == 'p' && b[i+1]|' ' == 'p' && (i == 0 || !isLetter(b[i-1])) && (i+2 == len(b) || !isLetter(b[i+2])) {
			b[i], b[i+1] = 'p', 'p'
		}
	}
	return string(b)
}

func isLetter(c byte) bool { return c|' ' >= 'a' && c|' ' <= 'z' }

// proseUnits are looked through in this order: a longer one before its
// beginning. Spaces may stand inside. What begins with one of other is no unit.
var proseUnits = []struct {
	text            string
	shift           int
	percent, points bool
	other           string
}{
	{text: "千亿元", shift: 11}, {text: "千亿", shift: 11},
	{text: "百亿元", shift: 10}, {text: "百亿", shift: 10},
	{text: "十亿元", shift: 9}, {text: "十亿", shift: 9},
	{text: "千万元", shift: 7}, {text: "千万", shift: 7},
	{text: "百万元", shift: 6}, {text: "百万", shift: 6},
	{text: "十万元", shift: 5}, {text: "十万", shift: 5},
	{text: "个百分点", points: true}, {text: "百分点", points: true},
	{text: "千元", shift: 3}, {text: "千", shift: 3, other: "克米瓦卡升字分"},
	{text: "百元", shift: 2}, {text: "百", shift: 2, other: "货分"},
	{text: "‰", shift: -1, percent: true}, {text: "﹪", percent: true},
}

// scanUnit reads a unit that only prose has, if one stands there.
func (n *quoted) scanUnit(s string) int {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	for _, u := range proseUnits {
		length, ok := spacedPrefix(rest, u.text)
		if !ok {
			continue
		}
		next, size := utf8.DecodeRuneInString(rest[length:])
		if size > 0 && strings.ContainsRune(u.other, next) {
			return 0
		}
		n.Space, n.Unit = s[:len(s)-len(rest)], rest[:length]
		n.shift, n.Percent, n.Points = u.shift, u.percent, u.points
		return len(n.Space) + length
	}
	return 0
}

// spacedPrefix returns how much of s says prefix, with spaces in it or not.
func spacedPrefix(s, prefix string) (length int, ok bool) {
	rest := s
	for i, r := range prefix {
		if i > 0 {
			rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		}
		next, size := utf8.DecodeRuneInString(rest)
		if next != r {
			return 0, false
		}
		rest = rest[size:]
	}
	return len(s) - len(rest), true
}

const (
	negative = "负"
	// dashes are taken for a minus by whoever types them.
	dashes = "-−‐‑‒–—―﹣－"
	// notNegative may stand before 负 in words that give no sign.
	notNegative = "正担背抱自胜肩欠"
)

// scanSign reads a 负 or a dash before the number, which begins at start, and a
// currency before that. It returns where the number begins with them.
func (n *quoted) scanSign(text string, start int) int {
	at := signAt(text[:start])
	if at == start {
		return start
	}
	n.negate(text[at:start])
	if r, size := utf8.DecodeLastRuneInString(text[:at]); n.Currency == "" && strings.ContainsRune("¥￥$€£", r) {
		n.Currency = string(r)
		at -= size
	}
	return at
}

// negate makes the number one that the sign stands before.
func (n *quoted) negate(sign string) {
	if n.Minus == "" && !n.Plus {
		n.Mantissa = -n.Mantissa
	}
	n.Minus, n.Plus, n.odd = sign, false, true
}

// signAt returns where the sign begins that text ends in, its length where it
// ends in none. A dash between words, or behind a digit, is no sign.
func signAt(text string) int {
	near := strings.TrimRightFunc(text, unicode.IsSpace)
	if rest, ok := strings.CutSuffix(near, negative); ok {
		if r, size := utf8.DecodeLastRuneInString(rest); size == 0 || !strings.ContainsRune(notNegative, r) {
			return len(rest)
		}
	}
	r, size := utf8.DecodeLastRuneInString(near)
	if size == 0 || !strings.ContainsRune(dashes, r) {
		return len(text)
	}
	rest := near[:len(near)-size]
	last, size := utf8.DecodeLastRuneInString(rest)
	switch {
	case strings.Trim(rest, " \u00a0\u3000(（") == "": // nothing is before it
	case len(near) < len(text), size > 0 && strings.ContainsRune(dashes, last),
		last < utf8.RuneSelf && isLetter(byte(last)), last >= '0' && last <= '9':
		return len(text)
	}
	return len(rest)
}

// measures stand for the unit of a number that has none: once a percentage is
// written there, they say something else.
var measures = []string{"个点", "倍", "成", "点", "分"}

// skipMeasure returns where the measure ends that stands at end of the text.
func skipMeasure(text string, end int) int {
	rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
	for _, m := range measures {
		if after, ok := strings.CutPrefix(rest, m); ok {
			return len(text) - len(after)
		}
	}
	return end
}
