package words

import (
	"fmt"
	"strconv"
	"time"
)

// Day writes a date: 10-24 within the year of reference, else 2026-10-24; in
// English 24 Oct, 24 Oct 2026. Reference 0 always writes the year.
func (l Lang) Day(year int, month time.Month, day, reference int) string {
	switch {
	case l == English && year == reference:
		return fmt.Sprintf("%d %s", day, shortMonth(month))
	case l == English:
		return fmt.Sprintf("%d %s %d", day, shortMonth(month), year)
	}
	text := make([]byte, 0, len("2026-10-24"))
	if year != reference {
		text = append(appendPadded(text, year, 4), '-')
	}
	return string(appendPadded(append(appendPadded(text, int(month), 2), '-'), day, 2))
}

// appendPadded appends n with at least so many digits.
func appendPadded(text []byte, n, digits int) []byte {
	for least := 10; digits > 1; digits-- {
		if n < least {
			text = append(text, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(text, int64(n), 10)
}

func shortMonth(m time.Month) string { return m.String()[:3] }

// Elapsed writes how much of a partial period has gone by: 293/365 天.
func (l Lang) Elapsed(elapsed, total int) string { return l.Text("elapsed", elapsed, total) }

// Overdue writes how late something is: 逾期 11 天.
func (l Lang) Overdue(days int) string { return l.Text("overdue-days", days) }

// A Period is 2026, its H1, Q3 or July. Years, halves and quarters are of the
// fiscal year, which begins in month Start and is named after the calendar
// year that it begins in; months are of the calendar.
type Period struct {
	Year   int
	Months int        // how long it is: 1, 3, 6 or 12
	N      int        // 1-12 of months, 1-4 of quarters, 1-2 of halves, 1 of years
	Start  time.Month // of the fiscal year; 0 means January
}

func (p Period) fiscal() bool { return p.Start > time.January && p.Months > 1 }

// months returns the first and the last month of p, counted since year 0.
func (p Period) months() (first, last int) {
	first = p.Year*12 + (p.N-1)*p.Months
	if p.fiscal() {
		first += int(p.Start) - 1
	}
	return first, first + p.Months - 1
}

// PeriodName writes a period in full: 2026 年三季度, 2026 财年上半年, 2026 年 7 月,
// 2026 年; Q3 2026, H1 FY2026, Jul 2026, 2026.
func (l Lang) PeriodName(p Period) string {
	year := l.PeriodYear(p)
	switch {
	case p.Months == 12:
		return year
	case l == English:
		return l.PeriodShort(p) + " " + year
	case p.Months == 1:
		return year + " " + l.PeriodShort(p)
	}
	return year + l.PeriodShort(p)
}

// PeriodYear writes the year of a period: 2026 年, 2026 财年; 2026, FY2026.
func (l Lang) PeriodYear(p Period) string {
	switch {
	case l == Chinese && p.fiscal():
		return strconv.Itoa(p.Year) + " 财年"
	case l == Chinese:
		return strconv.Itoa(p.Year) + " 年"
	case p.fiscal():
		return "FY" + strconv.Itoa(p.Year)
	}
	return strconv.Itoa(p.Year)
}

// AxisYear writes the year of a period for the second line of an axis or a
// narrow head: 2026, 2026 财年; FY2026.
func (l Lang) AxisYear(p Period) string {
	if p.fiscal() {
		return l.PeriodYear(p)
	}
	return strconv.Itoa(p.Year)
}

// PeriodShort writes a period where the year is known: 三季度, 上半年, 7 月, 全年;
// Q3, H1, Jul, full year.
func (l Lang) PeriodShort(p Period) string {
	switch {
	case p.Months == 12:
		return l.Text("period.full-year")
	case l == Chinese && p.Months == 6:
		return [...]string{"上半年", "下半年"}[p.N-1]
	case l == Chinese && p.Months == 3:
		return hanDigits[p.N] + "季度"
	case l == Chinese:
		return strconv.Itoa(p.N) + " 月"
	case p.Months == 6:
		return "H" + strconv.Itoa(p.N)
	case p.Months == 3:
		return "Q" + strconv.Itoa(p.N)
	}
	return shortMonth(time.Month(p.N))
}

// PeriodRow writes a period for narrow columns: 26 年三季度, 26 年 7 月, 2026 年;
// Q3 ’26, Jul ’26, 2026.
func (l Lang) PeriodRow(p Period) string {
	year := string(appendPadded(nil, p.Year%100, 2))
	switch {
	case p.Months == 12:
		return l.PeriodYear(p)
	case l == English && p.fiscal():
		return l.PeriodShort(p) + " FY" + year
	case l == English:
		return l.PeriodShort(p) + " ’" + year
	case p.fiscal():
		return year + " 财年" + l.PeriodShort(p)
	case p.Months == 1:
		return year + " 年 " + l.PeriodShort(p)
	}
	return year + " 年" + l.PeriodShort(p)
}

// PeriodSpan writes a period with its months, for the line above a headline:
// 2026 年第三季度，7 月至 9 月; Q3 2026, Jul to Sep. The months have their year
// where they are not of the year that the name says.
func (l Lang) PeriodSpan(p Period) string {
	if p.Months == 1 {
		return l.PeriodName(p)
	}
	name := l.PeriodName(p)
	if l == Chinese && p.Months == 3 {
		name = l.PeriodYear(p) + "第" + hanDigits[p.N] + "季度"
	}
	first, last := p.months()
	if p.Months == 12 && !p.fiscal() {
		return name
	}
	from, to := l.month(first, p.fiscal()), l.month(last, p.fiscal() && last/12 != first/12)
	if l == English && p.fiscal() && last/12 == first/12 {
		from, to = l.month(first, false), l.month(last, true)
	}
	return l.Text("period.span", name, from, to)
}

func (l Lang) month(m int, withYear bool) string {
	year, n := m/12, m%12+1
	switch {
	case l == English && withYear:
		return fmt.Sprintf("%s %d", shortMonth(time.Month(n)), year)
	case l == English:
		return shortMonth(time.Month(n))
	case withYear:
		return fmt.Sprintf("%d 年 %d 月", year, n)
	}
	return fmt.Sprintf("%d 月", n)
}

// hanDigits are the numerals of counts and names up to ten.
var hanDigits = [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
