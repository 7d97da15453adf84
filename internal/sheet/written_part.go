package sheet

import (
	"strconv"
	"strings"
	"time"
)

// fromPart reads what begins with a day or a month of one or two digits:
// 1/7/2026, 01-Jul-26, 1 July 2026, and 07/2026 for the month.
func (p *dateParser) fromPart(head string) bool {
	a, _ := strconv.Atoi(head)
	if p.rest == "" {
		return false
	}
	separator := p.rest[0]
	if separator != '/' && separator != '-' && separator != '.' && separator != ' ' {
		return false
	}
	p.rest = strings.TrimLeft(p.rest[1:], " ")
	if month, ok := p.monthName(); ok {
		p.take(".", ",")
		p.take("-", "/")
		year, _, ok := p.year()
		return ok && p.date(formNamed, year, month, a)
	}
	if separator == ' ' {
		return false
	}
	middle := p.digits()
	b, err := strconv.Atoi(middle)
	if err != nil {
		return false
	}
	if len(middle) == 4 && p.rest == "" {
		return p.month(b, a)
	}
	if len(middle) > 2 || p.rest == "" || p.rest[0] != separator {
		return false
	}
	p.rest = p.rest[1:]
	last := p.digits()
	c, _ := strconv.Atoi(last)
	p.w = written{form: formTriple, triple: true, a: a, b: b, c: c, dotted: separator == '.'}
	p.w.short, p.w.front, p.w.back = len(last) <= 2, len(head) == 2, len(last) != 1
	if p.w.short {
		p.w.form = formShort
	}
	return len(last) >= 1 && len(last) != 3 && len(last) <= 4
}

// fromWord reads what begins with a word: Jul 1, 2026, July 2026, Jul-26, and
// Q3 2026.
func (p *dateParser) fromWord() bool {
	if half, quarter := strings.HasPrefix(p.rest, "H"), strings.HasPrefix(p.rest, "Q"); half || quarter {
		front, year, ok := strings.Cut(p.rest, " ")
		if !ok {
			front, year, ok = strings.Cut(p.rest, "-")
		}
		y, err := strconv.Atoi(year)
		p.rest = front
		return ok && err == nil && len(year) == 4 && p.part(y)
	}
	month, ok := p.monthName()
	if !ok {
		return false
	}
	p.take(".")
	dash := p.take("-", "/")
	before := p.rest
	day, ok := p.number()
	if !ok { // July 2026
		p.rest = before
		year, digits, ok := p.year()
		return ok && digits == 4 && p.rest == "" && p.month(year, month)
	}
	p.take("st", "nd", "rd", "th")
	p.rest = strings.TrimLeft(p.rest, " ")
	if p.rest == "" { // Jul-26, as Excel writes July 2026
		return dash && p.month(fullYear(day), month)
	}
	p.take(",", "-", "/")
	year, digits, ok := p.year()
	return ok && (digits == 4 || dash) && p.date(formNamed, year, month, day) && p.clock()
}

// year takes a year of four or two digits.
func (p *dateParser) year() (year, length int, ok bool) {
	head := p.digits()
	year, _ = strconv.Atoi(head)
	if len(head) == 2 {
		year = fullYear(year)
	}
	return year, len(head), len(head) == 2 || len(head) == 4
}

// monthName takes an English month off the front: whole, or its first three
// letters.
func (p *dateParser) monthName() (int, bool) {
	n := 0
	for n < len(p.rest) && (p.rest[n]|0x20 >= 'a' && p.rest[n]|0x20 <= 'z') {
		n++
	}
	word := strings.ToLower(p.rest[:n])
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if word == name || n == 3 && word == name[:3] || word == "sept" && m == time.September {
			p.rest = strings.TrimLeft(p.rest[n:], " ")
			return int(m), true
		}
	}
	return 0, false
}

// clock reads the time behind a day, to the end: 13:20, 1:20:35 PM, 下午1:20,
// 13时20分, and a zone.
func (p *dateParser) clock() bool {
	p.rest = strings.TrimSpace(p.rest)
	p.take("T", ",")
	if p.rest == "" {
		return true
	}
	late, early := p.take("下午", "晚上", "中午"), p.take("上午", "凌晨", "早上")
	h, ok := p.number()
	if !ok || !p.take(":", "时", "点") {
		return false
	}
	m, s := 0, 0
	if p.rest != "" {
		if m, ok = p.number(); !ok {
			return false
		}
		if p.take(":", "分") && p.rest != "" {
			if s, ok = p.number(); !ok {
				return false
			}
			p.take("秒")
		}
	}
	if p.take(".") && p.digits() == "" {
		return false
	}
	p.rest = strings.TrimLeft(p.rest, " ")
	late = p.take("PM", "P.M.") || late
	early = p.take("AM", "A.M.") || early
	switch {
	case late && early, early && h > 12:
		return false
	case late && h < 12:
		h += 12
	case early && h == 12:
		h = 0
	}
	return p.time(h, m, s) && p.zone()
}

func (p *dateParser) time(h, m, s int) bool {
	p.w.moment.Timed = true
	p.w.moment.Second = h*3600 + m*60 + s
	return h < 24 && m < 60 && s < 60
}

// zone reads Z, UTC, +08:00, +0800 and GMT+8, to the end.
func (p *dateParser) zone() bool {
	if p.rest == "" {
		return true
	}
	named := p.take("Z", "UTC", "GMT")
	p.w.moment.Zoned = true
	if named && p.rest == "" {
		return true
	}
	sign := 1
	if p.take("-") {
		sign = -1
	} else if !p.take("+") {
		return false
	}
	head := p.digits()
	minutes := ""
	if len(head) == 4 {
		head, minutes = head[:2], head[2:]
	} else if p.take(":") {
		minutes = p.digits()
	}
	h, err := strconv.Atoi(head)
	m, _ := strconv.Atoi(minutes)
	p.w.moment.Offset = sign * (h*3600 + m*60)
	return err == nil && len(head) <= 2 && len(minutes) <= 2 && h <= 14 && m < 60 && p.rest == ""
}
