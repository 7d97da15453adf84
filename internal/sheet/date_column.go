package sheet

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A DateColumn finds out how a column writes its dates. Show it all cells.
type DateColumn struct {
	forms  []DateForm
	orders [len(orders)]tried
	// triples are the values whose order has to be known; unlike is the first
	// that is another day in another order, with two of its days.
	triples int
	proving int // triples that are a day in one order only
	unlike  unlike
	first   Evidence // triple
	// dates are the date cells: how many, of how many days of the month, and
	// whether one has a day that is no month.
	dates      int
	firstDate  Evidence
	days       [32]bool
	pastTwelve bool
}

// tried is how a column looks in one order.
type tried struct {
	against Evidence // the first value that is no day in it
	years   map[int]bool
}

type unlike struct {
	at         Evidence
	one, other model.Date
}

// A DateForm is one form of writing dates and how often it is met.
type DateForm struct {
	Form  string // by an example, such as 2026/7/1; Excel of date cells
	Count int
	First Evidence
}

// Add shows the column a cell. What is no date proves nothing.
func (c *DateColumn) Add(row int, cell Cell) {
	switch cell.Kind {
	case Date:
		c.addDate(row, cell.Text)
	case Text, Number:
		w, ok := parseWritten(cell.Text, cell.Kind == Number)
		if ok && w.triple {
			ok = c.addTriple(row, cell.Text, w)
		}
		if ok {
			c.count(w.form, row, cell.Text)
		}
	}
}

func (c *DateColumn) count(form string, row int, text string) {
	at := slices.IndexFunc(c.forms, func(f DateForm) bool { return f.Form == form })
	if at < 0 {
		at = len(c.forms)
		c.forms = append(c.forms, DateForm{Form: form, First: Evidence{row, text}})
	}
	c.forms[at].Count++
}

func (c *DateColumn) addDate(row int, text string) {
	c.count(formExcel, row, text)
	day, ok := model.ParseDate(text[:min(len(text), len(formISO))])
	if !ok {
		return
	}
	c.dates++
	c.firstDate.note(row, text)
	_, _, d := day.Civil()
	c.days[d] = true
	c.pastTwelve = c.pastTwelve || d > 12
}

// addTriple looks at a value in each order. False is one that is no day in any.
func (c *DateColumn) addTriple(row int, text string, w written) bool {
	var days [len(orders)]model.Date
	possible := 0
	for i, o := range orders {
		day, ok := w.in(o)
		if ok {
			days[i] = day
			possible++
		}
	}
	if possible == 0 {
		return false
	}
	c.triples++
	if possible == 1 {
		c.proving++
	}
	c.first.note(row, text)
	for i, day := range days {
		t := &c.orders[i]
		if day.IsZero() {
			t.against.note(row, text)
			continue
		}
		if t.years == nil {
			t.years = make(map[int]bool)
		}
		year, _, _ := day.Civil()
		t.years[year] = true
		for _, other := range days[:i] {
			if c.unlike.at.IsZero() && !other.IsZero() && other != day {
				c.unlike = unlike{Evidence{row, text}, other, day}
			}
		}
	}
	return true
}

// Forms returns in which forms the column writes dates, the most frequent
// first.
func (c *DateColumn) Forms() []DateForm {
	forms := slices.Clone(c.forms)
	slices.SortStableFunc(forms, func(a, b DateForm) int { return cmp.Compare(b.Count, a.Count) })
	return forms
}

// Style returns the order and the value that proves it. Evidence is zero with
// AnyOrder. The error, an *[Error], gives examples: of a column that can be
// read in two ways, of one whose values contradict each other, and of one in
// which a program took day for month in some rows.
func (c *DateColumn) Style() (DateStyle, Evidence, error) {
	var left []Order
	for i, o := range orders {
		if c.triples > 0 && c.orders[i].against.IsZero() {
			left = append(left, o)
		}
	}
	day, month := c.orders[0].against, c.orders[1].against
	switch {
	case c.triples == 0:
		return DateStyle{}, Evidence{}, nil
	case len(left) == 0:
		return DateStyle{}, Evidence{}, fail("column-dates-mixed", month.Row, month.Text, day.Row, day.Text)
	case len(left) > 1 && c.unlike.at.IsZero():
		return DateStyle{}, Evidence{}, nil
	}
	if len(left) > 1 {
		left = c.fewestYears(left)
	}
	if len(left) > 1 {
		u := c.unlike
		return DateStyle{}, Evidence{}, fail("column-dates-ambiguous", u.at.Row, u.at.Text, u.one.String(), u.other.String())
	}
	style := DateStyle{Order: left[0]}
	if err := c.swapped(); err != nil {
		return style, Evidence{}, err
	}
	return style, c.proof(left[0]), nil
}

// proof is the value that rules the rival order out.
func (c *DateColumn) proof(o Order) Evidence {
	switch o {
	case DayMonth:
		return cmp.Or(c.orders[1].against, c.first)
	case MonthDay:
		return cmp.Or(c.orders[0].against, c.first)
	}
	return c.first
}

// fewestYears tells whether the year comes first in a column of three times
// two digits: a column has few years and many days. It leaves both where that
// tells nothing.
func (c *DateColumn) fewestYears(left []Order) []Order {
	at := slices.Index(left, YearFirst)
	if at < 0 {
		return left
	}
	first, others := len(c.orders[2].years), len(c.orders[0].years)
	if left[0] == MonthDay {
		others = len(c.orders[1].years)
	}
	switch {
	case 2*first <= others:
		return []Order{YearFirst}
	case first >= 2*others:
		return slices.Delete(left, at, at+1)
	}
	return left
}

const (
	enoughDates = 5 // date cells, of three different days of the month
	enoughTexts = 3
)

// swapped tells of a column whose days up to 12 a program took for months: they
// became date cells, and all that stayed text has a day that is no month.
func (c *DateColumn) swapped() error {
	different := 0
	for _, met := range c.days {
		if met {
			different++
		}
	}
	if c.pastTwelve || c.dates < enoughDates || different < 3 || c.triples < enoughTexts || c.proving < c.triples {
		return nil
	}
	return fail("column-dates-swapped", c.first.Row, c.first.Text, c.firstDate.Row, c.firstDate.Text)
}
