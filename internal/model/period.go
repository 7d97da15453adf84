package model

import (
	"cmp"
	"strconv"
	"strings"
	"time"
)

// A Length is how long a period is.
type Length uint8

const (
	Month Length = iota + 1
	Quarter
	Half
	Year
)

var lengthNames = [...]string{Month: "month", Quarter: "quarter", Half: "half", Year: "year"}

// String returns the length as site.yaml writes it: month, quarter, half, year.
func (l Length) String() string { return lengthNames[l] }

// Months returns 1, 3, 6 or 12.
func (l Length) Months() int { return [...]int{Month: 1, Quarter: 3, Half: 6, Year: 12}[l] }

// ParseLength reads month, quarter, half or year.
func ParseLength(s string) (Length, bool) {
	for l := Month; l <= Year; l++ {
		if s == lengthNames[l] {
			return l, true
		}
	}
	return 0, false
}

// A Period is 2026, 2026-H1, 2026-Q3 or 2026-07. The zero Period is none.
// Years, halves and quarters are of the fiscal year, which is named after the
// calendar year it begins in; months are of the calendar.
type Period struct {
	Year   int16
	Length Length
	N      int8 // 1-4 of quarters, 1-2 of halves, 1-12 of months, 1 of years
}

// ParsePeriod reads a period as folders and front matter write it.
func ParsePeriod(s string) (Period, bool) {
	year, rest, _ := strings.Cut(s, "-")
	y, err := strconv.ParseUint(year, 10, 16)
	if err != nil || len(year) != 4 || y < 1 {
		return Period{}, false
	}
	p := Period{Year: int16(y), N: 1}
	switch {
	case len(s) == 4:
		p.Length = Year
		return p, true
	case len(rest) == 2 && rest[0] == 'H' && rest[1] >= '1' && rest[1] <= '2':
		p.Length, p.N = Half, int8(rest[1]-'0')
		return p, true
	case len(rest) == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4':
		p.Length, p.N = Quarter, int8(rest[1]-'0')
		return p, true
	case len(rest) == 2:
		n, err := strconv.ParseUint(rest, 10, 8)
		if err == nil && n >= 1 && n <= 12 {
			p.Length, p.N = Month, int8(n)
			return p, true
		}
	}
	return Period{}, false
}

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p.Length == 0 }

// String returns the period as ParsePeriod reads it, and "" for none.
func (p Period) String() string {
	b := appendPadded(make([]byte, 0, 8), int(p.Year), 4)
	switch p.Length {
	case Year:
	case Half:
		b = append(b, '-', 'H', byte('0'+p.N))
	case Quarter:
		b = append(b, '-', 'Q', byte('0'+p.N))
	case Month:
		b = appendPadded(append(b, '-'), int(p.N), 2)
	default:
		return ""
	}
	return string(b)
}

// appendPadded appends n with so many digits, which is enough for it.
func appendPadded(b []byte, n, digits int) []byte {
	at := len(b)
	for range digits {
		b = append(b, '0')
	}
	for i := len(b) - 1; i >= at; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// A Calendar knows where the fiscal year begins.
type Calendar struct{ Start time.Month } // 0 means January

// startMonth counts months since year 0 at the period's first day.
func (c Calendar) startMonth(p Period) int {
	if p.Length == Month {
		return int(p.Year)*12 + int(p.N) - 1
	}
	return int(p.Year)*12 + c.offset() + (int(p.N)-1)*p.Length.Months()
}

func (c Calendar) offset() int { return max(int(c.Start), 1) - 1 }

// at returns the period of length l that holds month m, counted since year 0.
func (c Calendar) at(m int, l Length) Period {
	if l == Month {
		return Period{Year: int16(m / 12), Length: Month, N: int8(m%12 + 1)}
	}
	m -= c.offset()
	return Period{Year: int16(m / 12), Length: l, N: int8(m%12/l.Months() + 1)}
}

// First returns the period's first day.
func (c Calendar) First(p Period) Date {
	m := c.startMonth(p)
	d, _ := NewDate(m/12, time.Month(m%12+1), 1)
	return d
}

// Last returns the period's last day.
func (c Calendar) Last(p Period) Date {
	m := c.startMonth(p) + p.Length.Months()
	d, _ := NewDate(m/12, time.Month(m%12+1), 1)
	return d.AddDays(-1)
}

// Days returns how many days the period has.
func (c Calendar) Days(p Period) int { return c.Last(p).Sub(c.First(p)) + 1 }

// Of returns the period of length l that holds the day.
func (c Calendar) Of(d Date, l Length) Period {
	y, m, _ := d.Civil()
	return c.at(y*12+int(m)-1, l)
}

// Add returns the period n lengths later; n may be negative.
func (c Calendar) Add(p Period, n int) Period {
	return c.at(c.startMonth(p)+n*p.Length.Months(), p.Length)
}

// Prev returns the period before, of the same length.
func (c Calendar) Prev(p Period) Period { return c.Add(p, -1) }

// Next returns the period after, of the same length.
func (c Calendar) Next(p Period) Period { return c.Add(p, 1) }

// YearBefore returns the same period a year before.
func (c Calendar) YearBefore(p Period) Period {
	p.Year--
	return p
}

// In returns the period of the longer length l that holds p; ok is false where
// p is not shorter than l.
func (c Calendar) In(p Period, l Length) (Period, bool) {
	if p.Length >= l {
		return Period{}, false
	}
	return c.at(c.startMonth(p), l), true
}

// Parts returns the periods of length l that make up p, in order; nil where l
// is not shorter than p.
func (c Calendar) Parts(p Period, l Length) []Period {
	if l >= p.Length {
		return nil
	}
	var parts []Period
	for m := range p.Length.Months() / l.Months() {
		parts = append(parts, c.at(c.startMonth(p)+m*l.Months(), l))
	}
	return parts
}

// Contains reports whether every day of q is a day of p.
func (c Calendar) Contains(p, q Period) bool {
	return !c.First(q).Before(c.First(p)) && !c.Last(q).After(c.Last(p))
}

// Compare orders periods by last day, then the shorter first.
func (c Calendar) Compare(p, q Period) int {
	return cmp.Or(
		cmp.Compare(c.startMonth(p)+p.Length.Months(), c.startMonth(q)+q.Length.Months()),
		cmp.Compare(p.Length, q.Length),
	)
}
