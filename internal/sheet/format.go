package sheet

import (
	"strings"
	"unicode/utf8"
)

// shown is what a number format makes of a number.
type shown uint8

const (
	asNumber  shown = iota
	asDay           // a day, perhaps with a time
	asTime          // a time of a day alone
	asElapsed       // hours and minutes that go on counting: [h]:mm
	asPercent
)

// builtIn returns what the formats do that a workbook does not spell out. 27
// to 36 and 50 to 58 are those of a Chinese Excel (ECMA-376, 18.8.30, zh-cn).
func builtIn(id int) shown {
	switch {
	case id == 9, id == 10:
		return asPercent
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return asDay
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47, id == 55, id == 56:
		return asTime
	case id == 46:
		return asElapsed
	}
	return asNumber
}

// showsAs reads a number format: yyyy"年"m"月"d"日", [$-804]h:mm;@, 0.00%. Only
// what it does with a positive number counts.
func showsAs(format string) shown {
	f := formatReader{rest: strings.ToLower(format)}
	for f.rest != "" && f.rest[0] != ';' {
		f.step()
	}
	switch {
	case f.elapsed:
		return asElapsed
	case f.day || f.months > f.minutes:
		return asDay
	case f.time:
		return asTime
	case f.percent:
		return asPercent
	}
	return asNumber
}

// A formatReader goes through a number format, part by part.
type formatReader struct {
	rest                       string
	last                       byte // the letter of the date part before: h, m, s, …
	day, time, elapsed         bool
	months, minutes            int // parts of m; minutes are those beside hours or seconds
	percent, minutesMayBeMonth bool
}

// step takes the next part off the format.
func (f *formatReader) step() {
	c := f.rest[0]
	switch c {
	case '"':
		_, f.rest, _ = strings.Cut(f.rest[1:], `"`)
		return
	case '[':
		inner, rest, _ := strings.Cut(f.rest[1:], "]")
		f.elapsed = f.elapsed || inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1])
		f.rest = rest
		return
	case '\\', '_', '*':
		_, size := utf8.DecodeRuneInString(f.rest[1:])
		f.rest = f.rest[1+size:]
		return
	case '%':
		f.percent = true
	}
	for _, word := range []string{"general", "am/pm", "a/p"} {
		if rest, ok := strings.CutPrefix(f.rest, word); ok {
			f.rest = rest
			return
		}
	}
	if c >= utf8.RuneSelf {
		_, size := utf8.DecodeRuneInString(f.rest)
		f.rest = f.rest[size:]
		return
	}
	f.rest = strings.TrimLeft(f.rest, f.rest[:1])
	f.letter(c)
}

// letter notes a run of one letter. An m behind hours or before seconds is
// minutes, another one months.
func (f *formatReader) letter(c byte) {
	switch c {
	case 'y', 'd':
		f.day = true
	case 'm':
		f.months++
		if f.last == 'h' {
			f.minutes++
			f.minutesMayBeMonth = false
		} else {
			f.minutesMayBeMonth = true
		}
	case 's':
		f.time = true
		if f.last == 'm' && f.minutesMayBeMonth {
			f.minutes++
			f.minutesMayBeMonth = false
		}
	case 'h':
		f.time = true
	default:
		return
	}
	f.last = c
}
