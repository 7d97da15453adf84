package model

import "time"

// A Date is a day of the calendar, without a zone. The zero Date is no date.
type Date struct{ days int32 } // days since 0000-12-31, so that 0 is none

// NewDate returns the day, and false where there is no such day.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < time.January || month > time.December || day < 1 || day > monthDays(year, month) {
		return Date{}, false
	}
	y := year - 1
	days := y*365 + y/4 - y/100 + y/400 + daysBefore[month-1] + day
	if month > time.February && isLeap(year) {
		days++
	}
	return Date{int32(days)}, true
}

// daysBefore is how many days of a common year lie before each month, and in
// the end how many it has.
var daysBefore = [...]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func monthDays(year int, month time.Month) int {
	if month == time.February && isLeap(year) {
		return 29
	}
	return daysBefore[month] - daysBefore[month-1]
}

// ParseDate reads 2026-10-09.
func ParseDate(s string) (Date, bool) {
	if len(s) != len("2006-01-02") {
		return Date{}, false
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return Date{}, false
	}
	return fromTime(t), true
}

// dayZero is 0000-12-31 in days from 1970-01-01.
const (
	dayZero       = -719163
	secondsPerDay = 24 * 60 * 60
)

func fromTime(t time.Time) Date { return Date{int32(t.Unix()/secondsPerDay - dayZero)} }

func (d Date) time() time.Time {
	return time.Unix((int64(d.days)+dayZero)*secondsPerDay, 0).UTC()
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.days == 0 }

// Civil returns year, month and day.
func (d Date) Civil() (int, time.Month, int) { return d.time().Date() }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Date{d.days + int32(n)} }

// Sub returns the days from e to d: negative where d is earlier.
func (d Date) Sub(e Date) int { return int(d.days - e.days) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.days < e.days }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.days > e.days }

// String returns 2026-10-09, and "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.Civil()
	b := appendPadded(make([]byte, 0, len("2006-01-02")), y, 4)
	b = appendPadded(append(b, '-'), int(m), 2)
	return string(appendPadded(append(b, '-'), day, 2))
}
