package sheet

import (
	"strconv"
	"strings"
	"time"

	"reviewfolio/internal/model"
)

// Forms of dates, each by an example.
const (
	formISO     = "2026-07-01"
	formSlash   = "2026/7/1"
	formDot     = "2026.7.1"
	formChinese = "2026年7月1日"
	formCompact = "20260701"
	formTriple  = "1/7/2026"
	formShort   = "1/7/26"
	formNamed   = "1-Jul-2026"
	formSerial  = "46204"
	formExcel   = "Excel" // a date cell of a workbook
	formMonth   = "2026-07"
	formQuarter = "2026-Q3"
	formHalf    = "2026-H1"
	formYear    = "2026"
)

// A dateParser takes a written date apart from its front.
type dateParser struct {
	rest string
	w    written
}

// parseWritten reads a text, or the decimal of a number cell, which can only be
// 20260701, 202607, 2026 or a serial number.
func parseWritten(text string, number bool) (written, bool) {
	p := dateParser{rest: tight.Replace(strings.TrimSpace(narrow(text)))}
	p.weekday()
	head := p.digits()
	switch {
	case number && p.rest != "" && (p.rest[0] != '.' || len(head) != 5):
		return written{}, false
	case head == "":
		return p.w, p.fromWord()
	case len(head) == 5:
		return p.w, p.fromSerial(head)
	case len(head) == 6 || len(head) == 8 || len(head) == 14:
		return p.w, p.fromCompact(head) && p.clock()
	case len(head) == 4 || strings.HasPrefix(p.rest, "年"):
		return p.w, p.fromYear(head)
	case len(head) <= 2:
		return p.w, p.fromPart(head) && p.clock()
	}
	return written{}, false
}

var tight = strings.NewReplacer(" 年", "年", " 月", "月", " 日", "日")

// digits takes the digits at the front.
func (p *dateParser) digits() string {
	n := 0
	for n < len(p.rest) && isDigit(p.rest[n]) {
		n++
	}
	head := p.rest[:n]
	p.rest = p.rest[n:]
	return head
}

// number takes a number of one or two digits.
func (p *dateParser) number() (int, bool) {
	head := p.digits()
	n, err := strconv.Atoi(head)
	return n, err == nil && len(head) <= 2
}

// take takes one of the texts, and white space behind it.
func (p *dateParser) take(texts ...string) bool {
	for _, t := range texts {
		if len(p.rest) >= len(t) && strings.EqualFold(p.rest[:len(t)], t) {
			p.rest = strings.TrimLeft(p.rest[len(t):], " ")
			return true
		}
	}
	return false
}

// weekday takes a day of the week off either end: 星期三, (周三), Wed,.
func (p *dateParser) weekday() {
	for _, day := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
		if len(p.rest) > 3 && strings.EqualFold(p.rest[:3], day) {
			if _, after, ok := strings.Cut(p.rest, ","); ok {
				p.rest = strings.TrimSpace(after)
			}
			return
		}
	}
	for _, day := range []string{"星期", "周"} {
		front, behind, ok := strings.Cut(p.rest, day)
		if !ok || behind == "" {
			continue
		}
		for _, r := range behind { // the day's own character
			behind = behind[len(string(r)):]
			break
		}
		front = strings.TrimRight(front, " (")
		p.rest = strings.TrimSpace(front + " " + strings.TrimLeft(behind, ") "))
		return
	}
}

// fromCompact reads 20260701, 20260701132035 and 202607.
func (p *dateParser) fromCompact(head string) bool {
	year, _ := strconv.Atoi(head[:4])
	month, _ := strconv.Atoi(head[4:6])
	if year < 1900 || year > 2199 {
		return false
	}
	if len(head) == 6 {
		return p.month(year, month) && p.rest == ""
	}
	day, _ := strconv.Atoi(head[6:8])
	if len(head) == 14 {
		h, _ := strconv.Atoi(head[8:10])
		m, _ := strconv.Atoi(head[10:12])
		s, _ := strconv.Atoi(head[12:])
		if !p.time(h, m, s) {
			return false
		}
	}
	return p.date(formCompact, year, month, day)
}

// fromSerial reads a day as Excel counts them, from 1954 to 2100.
func (p *dateParser) fromSerial(head string) bool {
	n, _ := strconv.Atoi(head)
	if n < 20000 || n > 73415 {
		return false
	}
	p.w.form, p.w.serial = formSerial, head
	if fraction, ok := strings.CutPrefix(p.rest, "."); ok && fraction != "" {
		if p.rest = fraction; p.digits() != fraction {
			return false
		}
		p.w.serial += "." + fraction
	}
	return p.rest == ""
}

// fromYear reads what begins with a year: a day, a month, a quarter, a half.
func (p *dateParser) fromYear(head string) bool {
	year, _ := strconv.Atoi(head)
	if len(head) == 2 {
		year = fullYear(year)
	} else if len(head) != 4 {
		return false
	}
	if p.take("年") {
		if done, ok := p.whole(year); done {
			return ok
		}
		return p.chinese(year)
	}
	separator := byte('-')
	if p.rest != "" {
		separator = p.rest[0]
		if strings.IndexByte("-/. ", separator) < 0 {
			return p.part(year)
		}
		if p.rest = strings.TrimLeft(p.rest[1:], " "); p.rest == "" {
			return false
		}
	}
	if done, ok := p.whole(year); done {
		return ok
	}
	return p.separated(year, separator)
}

// separated reads 7-1 or 7, behind the year and its separator.
func (p *dateParser) separated(year int, separator byte) bool {
	form := formISO
	switch separator {
	case '/':
		form = formSlash
	case '.':
		form = formDot
	case ' ':
		return false
	}
	from := len(p.rest)
	month, ok := p.number()
	if !ok {
		return false
	}
	if p.rest == "" { // 2026.1 may have been 2026.10
		return (separator != '.' || from == 2) && p.month(year, month)
	}
	if p.rest[0] != separator {
		return false
	}
	p.rest = p.rest[1:]
	day, ok := p.number()
	return ok && p.date(form, year, month, day) && p.clock()
}

// whole reads what makes a period of a year: nothing, or a part of it. done is
// false where a month follows.
func (p *dateParser) whole(year int) (done, ok bool) {
	if p.rest == "" {
		p.w.form = formYear
		return true, year >= 1900 && year <= 2199 && p.period(model.Period{Year: int16(year), Length: model.Year, N: 1})
	}
	before := *p
	if p.part(year) {
		return true, true
	}
	*p = before
	return false, false
}

// part reads Q3, 第三季度, H1 and 上半年.
func (p *dateParser) part(year int) bool {
	switch {
	case p.take("上半年", "H1"):
		return p.half(year, 1)
	case p.take("下半年", "H2"):
		return p.half(year, 2)
	}
	q := p.take("Q")
	p.take("第")
	n, ok := 0, false
	for i, name := range []string{"一", "二", "三", "四"} {
		if p.take(name, strconv.Itoa(i+1)) {
			n, ok = i+1, true
			break
		}
	}
	if !ok || !q && !p.take("季度", "季") {
		return false
	}
	p.take("季度")
	p.w.form = formQuarter
	return p.rest == "" && p.period(model.Period{Year: int16(year), Length: model.Quarter, N: int8(n)})
}

func (p *dateParser) half(year, n int) bool {
	p.w.form = formHalf
	return p.rest == "" && p.period(model.Period{Year: int16(year), Length: model.Half, N: int8(n)})
}

func (p *dateParser) period(period model.Period) bool {
	p.w.moment.Period = period
	return period.Year > 0
}

func (p *dateParser) month(year, month int) bool {
	p.w.form = formMonth
	return month >= 1 && month <= 12 && p.period(model.Period{Year: int16(year), Length: model.Month, N: int8(month)})
}

func (p *dateParser) date(form string, year, month, day int) (ok bool) {
	p.w.form = form
	p.w.moment.Date, ok = model.NewDate(year, time.Month(month), day)
	return ok
}

// chinese reads 7月1日 or 7月, behind the year.
func (p *dateParser) chinese(year int) bool {
	month, ok := p.number()
	if !ok || !p.take("月份", "月") {
		return false
	}
	if p.rest == "" {
		return p.month(year, month)
	}
	day, ok := p.number()
	if !ok {
		return false
	}
	p.take("日", "号")
	return p.date(formChinese, year, month, day) && p.clock()
}
