package model

import "reviewfolio/internal/diag"

// A Profile says how the rows of a table become figures: which columns to
// look for, whose figures a row holds and of when, which rows count, and what
// each metric is made of. Columns go by the names that the profile gives them;
// package imports finds them in a file and documents what each part does.
type Profile struct {
	Name       string // the file's, without .yaml
	Title      string
	Sheets     []string // names of sheets to read; nil reads those that hold the columns
	Header     int      // the header's row as Excel counts; 0 finds it
	Columns    []ProfileColumn
	Lookups    []Lookup
	ID         string // column of the record's id; "" where rows have none
	Person     Matching
	Team       Matching // of figures that belong to no one person; Person is zero then
	Date       DateColumn
	Unit       string // that amounts of money are in: 万元; "" takes what headers say
	Currency   CurrencyColumns
	Where      []Condition // all must hold, else the row is left out
	Metrics    []Measure   // actuals
	Targets    []Measure
	Wide       *Wide // nil where periods are not columns
	Breakdowns []PartColumn
	Series     []MetricID // to be given by month as well
	File       string
	Pos        diag.Pos
}

// A ProfileColumn is a column under the name that the rest of a profile uses.
type ProfileColumn struct {
	Name     string
	Headers  []string // the first that is there counts
	Optional bool     // without it, what uses it is left out
	Fill     bool     // a blank cell takes the value above it
	Pos      diag.Pos
}

// A Lookup is a column that another table holds, found by a key.
type Lookup struct {
	Name     string   // of the column it makes
	On       string   // column of the row whose value is looked up
	Key      []string // headers of the other table
	Value    []string
	Optional bool
	Pos      diag.Pos
}

// Matching says whose figures a row holds.
type Matching struct {
	Column string // "" where the profile matches nobody
	By     []MatchBy
	Ids    []MatchedID // values that stand for an id
	Pos    diag.Pos
}

// MatchBy is what of a person or team a value is compared with.
type MatchBy uint8

const (
	MatchID MatchBy = iota + 1
	MatchName
	MatchAlias // of people only
)

// MatchedID is one value of a column and whom it stands for.
type MatchedID struct {
	Value string
	ID    string
	Pos   diag.Pos
}

// DateColumn says of when a row is.
type DateColumn struct {
	Column   string
	Order    DateOrder
	Snapshot bool // the state on the day the file was made; no column then
	Pos      diag.Pos
}

// DateOrder is how dates in figures are to be read.
type DateOrder uint8

const (
	AnyOrder DateOrder = iota // the whole column decides
	YearMonthDay
	DayMonthYear
	MonthDayYear
)

// CurrencyColumns says in which currency a row's money is.
type CurrencyColumns struct {
	Column string
	Rate   string // column of the exchange rate; "" takes the portfolio's currency only
	Divide bool   // by the rate: it says how much of the row's currency one of the portfolio's is
	Pos    diag.Pos
}

// A Condition is what must hold of one column. Texts are compared folded:
// width, case and spaces do not count.
type Condition struct {
	Column   string
	Is       []string // one of these
	Not      []string // none of these
	Contains []string // at least one of these
	Lacks    []string // none of these in it
	Empty    Tristate
	Pos      diag.Pos
}

// Tristate is yes, no or not said.
type Tristate uint8

const (
	Unsaid Tristate = iota
	Yes
	No
)

// Gather is how the rows of a person and period become one figure.
type Gather uint8

const (
	GatherSum Gather = iota + 1
	GatherCount
	GatherDistinct
	GatherLast // the sum over the rows of the last day
)

// AllRows is the column of a count that counts rows.
const AllRows = "rows"

// A Measure is how one metric is made.
type Measure struct {
	Metric MetricID
	Gather Gather
	Column string
	Minus  string // column to subtract; "" is none
	Negate bool
	Date   DateColumn  // zero takes the profile's
	Where  []Condition // which rows count, of those that the profile's own leave
	Pos    diag.Pos
}

// Wide is a table that has a column for each period.
type Wide struct {
	Metric       MetricID
	MetricColumn string // its values name metrics; "" where all are Metric
	Actual       bool   // the values are actuals; targets otherwise
	Year         int    // of headers that name none; 0 takes a year found above the table
	Pos          diag.Pos
}

// A PartColumn is a column whose values are the parts of a breakdown.
type PartColumn struct {
	Breakdown BreakdownID
	Column    string
	Top       int       // how many parts are kept, the others made one; 0 keeps all
	Names     []Renamed // values that go by another name
	Pos       diag.Pos
}

// Renamed is a value of a column and the name of the part it belongs to.
type Renamed struct{ Value, Name string }
