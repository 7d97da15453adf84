package sheet

import "reviewfolio/internal/model"

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

// In returns the moment as it is so many seconds east of UTC. Without a zone
// it stays as it is: nobody knows where it was written.
func (m Moment) In(offset int) Moment { return m }

// An Order is in which order a column writes the parts of 01/07/2026.
type Order uint8

const (
	AnyOrder  Order = iota // no value depends on it; one that does is refused
	DayMonth               // 01/07/2026 is 1 July
	MonthDay               // 01/07/2026 is 7 January
	YearFirst              // 01/07/26 is 26 July 2001
)

// A DateStyle is how a column writes its dates.
type DateStyle struct {
	Order     Order
	Epoch1904 bool // Excel's serial numbers count from 1904: Book.Epoch1904
}

// ReadDate reads a cell as a date. given is false where the cell is blank or
// says that there is none, as ReadNumber does. The error, an *[Error], says
// why a cell is neither.
func ReadDate(c Cell, style DateStyle) (m Moment, given bool, err error) {
	return Moment{}, false, nil
}

// A DateColumn finds out how a column writes its dates. Show it all cells.
type DateColumn struct{}

// Add shows the column a cell.
func (c *DateColumn) Add(row int, cell Cell) {}

// Style returns the order and the value that proves it. Evidence is zero with
// AnyOrder. The error, an *[Error], gives examples: of a column that can be
// read in two ways, of one whose values contradict each other, and of one in
// which a program took day for month in some rows.
func (c *DateColumn) Style() (DateStyle, Evidence, error) { return DateStyle{}, Evidence{}, nil }

// Forms returns in which forms the column writes dates, the most frequent
// first.
func (c *DateColumn) Forms() []DateForm { return nil }

// A DateForm is one form of writing dates and how often it is met.
type DateForm struct {
	Form  string // by an example: 2026-07-01, 2026/7/1, 1/7/2026, 2026年7月, …
	Count int
	First Evidence
}
