package sheet

import (
	"strings"
	"time"
	"unicode/utf8"

	"reviewfolio/internal/model"
)

// A Moment is what a cell says as a date: a day, with a time or not, or a
// whole period.
type Moment struct {
	Date   model.Date   // as written, in the zone that is written; zero where Period is set
	Period model.Period // of 2026年7月, 2026-Q3, 2026; zero where Date is set
	Timed  bool         // a time of the day is written
	Second int          // of the day
	Zoned  bool         // a zone is written
	Offset int          // seconds east of UTC, where Zoned
}

// A DateStyle is how a column writes its dates.
type DateStyle struct {
	Order     Order
	Epoch1904 bool // Excel's serial numbers count from 1904: Book.Epoch1904
}

// ReadDate reads a cell as a date: 2026-07-01, 2026/7/1, 2026年7月1日, 20260701,
// 1/7/2026 in the style's order, 01-Jul-26, July 1, 2026, any of them with a
// time and a zone, an Excel serial number, and the periods 2026年7月, 2026-07,
// 202607, Jul-26, 2026-Q3, 2026年上半年 and 2026. given is false where the cell
// is blank or says that there is none, as in ReadNumber. The error, an
// *[Error], says why a cell is neither.
func ReadDate(c Cell, style DateStyle) (m Moment, given bool, err error) {
	switch c.Kind {
	case Blank:
		return Moment{}, false, nil
	case Date, Text, Number:
		if isNone(c.Text) || strings.HasPrefix(c.Text, "0000-00-00") {
			return Moment{}, false, nil
		}
	default:
		return Moment{}, false, c.unreadable("cell-not-a-date")
	}
	w, ok := parseWritten(c.Text, c.Kind == Number)
	if !ok && LacksYear(c) {
		return Moment{}, false, fail("cell-date-no-year", c.Text)
	}
	if !ok {
		return Moment{}, false, c.unreadable("cell-not-a-date")
	}
	m = w.moment
	switch {
	case w.serial != "":
		day, second, ok := serialMoment(w.serial, style.Epoch1904)
		if !ok {
			return Moment{}, false, fail("cell-not-a-date", c.Text)
		}
		m.Date, m.Second, m.Timed = day, second, strings.Contains(w.serial, ".")
	case w.triple:
		if m.Date, err = w.day(style.Order, c.Text); err != nil {
			return Moment{}, false, err
		}
	}
	return m, true, nil
}

// LacksYear reports whether a cell is a day or a month without a year: 7月3日,
// 7/3, 3-Jul, 7月.
func LacksYear(c Cell) bool {
	if c.Kind != Text || len(c.Text) > 40 {
		return false
	}
	s := strings.TrimSpace(narrow(c.Text))
	if len(s) > 20 || !mayLackYear(s) {
		return false
	}
	for _, whole := range []string{"2000年" + s, "2000/" + s, "2000-" + s, s + "-2000", s + ", 2000"} {
		if w, ok := parseWritten(whole, false); ok && (!w.moment.Date.IsZero() && !w.moment.Timed || strings.HasSuffix(s, "月") && !w.moment.Period.IsZero()) {
			return true
		}
	}
	return false
}

// mayLackYear rules out most other cells at little cost: a day and a month take
// one to four digits, and no characters but these.
func mayLackYear(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case r >= utf8.RuneSelf && !strings.ContainsRune("年月日号星期一二三四五六七八九十天周", r):
			return false
		}
	}
	return 1 <= digits && digits <= 4
}

// An Order is in which order a column writes the parts of 01/07/2026.
type Order uint8

const (
	AnyOrder  Order = iota // no value depends on it; one that does is refused
	DayMonth               // 01/07/2026 is 1 July
	MonthDay               // 01/07/2026 is 7 January
	YearFirst              // 01/07/26 is 26 July 2001
)

// written is a date as it stands in a cell.
type written struct {
	form   string // by an example
	moment Moment // without a day where there is a serial number or a triple
	serial string
	// triple says that the order of the parts has to be known.
	triple  bool
	a, b, c int  // the parts as they stand
	short   bool // none has four digits
	front   bool // a may be a year: it has two digits
	back    bool // c may be a year: it has two or four
	dotted  bool // dots are between them
}

// orders are those that can be read out of a triple.
var orders = [...]Order{DayMonth, MonthDay, YearFirst}

// in returns the day that a triple is in an order.
func (w written) in(o Order) (model.Date, bool) {
	y, m, d := w.c, w.b, w.a
	if o != YearFirst && !w.back {
		return model.Date{}, false
	}
	switch o {
	case MonthDay:
		if w.dotted { // nobody writes the month first and dots
			return model.Date{}, false
		}
		m, d = w.a, w.b
	case YearFirst:
		if !w.short || !w.front {
			return model.Date{}, false
		}
		y, m, d = w.a, w.b, w.c
	}
	if w.short {
		y = fullYear(y)
	}
	return model.NewDate(y, time.Month(m), d)
}

// day returns the day of a triple. With AnyOrder it has to be the same in all
// orders in which it is one.
func (w written) day(o Order, text string) (model.Date, error) {
	if o != AnyOrder {
		if day, ok := w.in(o); ok {
			return day, nil
		}
		return model.Date{}, fail("cell-not-a-date", text)
	}
	var found model.Date
	for _, o := range orders {
		day, ok := w.in(o)
		switch {
		case !ok || found == day:
		case found.IsZero():
			found = day
		default:
			return model.Date{}, fail("cell-date-order", text, found.String(), day.String())
		}
	}
	if found.IsZero() {
		return found, fail("cell-not-a-date", text)
	}
	return found, nil
}

// fullYear is what a year of two digits means: 1970 to 2069.
func fullYear(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}
