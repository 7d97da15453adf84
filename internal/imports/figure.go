package imports

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// Scope is whose a figure is.
type Scope uint8

const (
	Person Scope = iota + 1
	Team
)

// String returns person or team.
func (s Scope) String() string {
	if s == Team {
		return "team"
	}
	return "person"
}

// Part is what of a metric a figure is.
type Part uint8

const (
	Actual    Part = iota + 1 // metrics.<metric>.actual, of a team figures.<period>.<metric>
	Target                    // targets.<period>.<metric>
	Breakdown                 // breakdowns.<breakdown>.<name>, an actual
	Series                    // series.<metric>.<step>, an actual
)

// A Figure is one number that a file of the portfolio is to state. Money is in
// the currency's main unit with two decimals at most, counts have four; the
// parts of a breakdown and the steps of a series add up to the actual.
type Figure struct {
	Scope     Scope
	ID        string // a model.PersonID or model.TeamID
	Period    model.Period
	Part      Part
	Metric    model.MetricID
	Breakdown model.BreakdownID // of a Breakdown
	Name      string            // of its part
	Step      model.Period      // of a Series
	Amount    model.Amount
}

// A Result is what became of the rows of an import.
type Result struct {
	// Figures are sorted by scope, id, period, part, metric, then the parts of
	// a breakdown from the largest, the rest last, and steps in order.
	Figures  []Figure
	Tables   []Table
	Rows     Rows
	Sums     []Sum
	Filtered []Filtered // by reason, in the order met
	Rejects  []Reject   // in the order of files, sheets and rows
	Notes    []diag.Message
}

// Rows counts rows that hold anything, below the header. Read is the sum of
// the others.
type Rows struct{ Read, Used, Filtered, Rejected int }

// A Sum is what the rows hold in one column of amounts, in the column's own
// unit and currency, as decimal text. Read is the sum of the others; cells that
// are no number are in none.
type Sum struct {
	Header                         string // of a wide table the period
	Read, Used, Filtered, Rejected string
}

// A Table is a sheet that rows were taken from.
type Table struct {
	File, Sheet string
	Header      int    // row
	Lookup      string // the column it made; "" of the table of figures
	Columns     []Found
	Rows        int
}

// Found is where a column of the profile was found.
type Found struct {
	Name   string // "" where nothing of the profile uses it
	Header string // as the file has it
	Column int    // from 1
}

// Filtered counts the rows that were left out for one reason.
type Filtered struct {
	Reason diag.Message // a key of package words
	Rows   int
	First  int // row number of the first
}

// A Reject is a row that should count and cannot.
type Reject struct {
	File, Sheet string
	Row         int
	Reason      diag.Message // a key of package words
	Header      string       // of the column at fault; "" where it is the whole row
	Value       string
	Near        []string // who may have been meant: names with their ids
}

// A Fault is why a file cannot be imported at all.
type Fault struct {
	File    string // "" where it is none of one file
	Message diag.Message
	Cause   diag.Message // what package sheet says; zero where it says nothing
	Hint    diag.Message
}

// Error returns the key: package words has the text.
func (f *Fault) Error() string { return f.File + ": " + f.Message.Key }
