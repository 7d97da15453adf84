package sheet

import (
	"math/big"

	"reviewfolio/internal/model"
)

// A Decimal is what a cell says as a number: exactly Mantissa × 10^Exp.
type Decimal struct {
	Mantissa int64
	Exp      int    // may be above 0
	Percent  bool   // the number counts percent: 12.5%, or 0.125 shown so
	Points   bool   // the number counts percentage points
	Currency string // as written: ¥, USD, or ""
}

// A NumberStyle is how a column writes its numbers.
type NumberStyle uint8

const (
	PointDecimal NumberStyle = iota // 1,234.50
	CommaDecimal                    // 1.234,50
)

// ReadNumber reads a cell as a number. given is false where the cell says that
// there is none: blank, NULL, -, --, N/A and the like. The error, an *[Error],
// says why a cell is neither.
func ReadNumber(c Cell, style NumberStyle) (n Decimal, given bool, err error) {
	return Decimal{}, false, nil
}

// Rat returns the number as a fraction.
func (n Decimal) Rat() *big.Rat { return nil }

// Amount returns the number as an amount; false where it has more than four
// decimals or is too large.
func (n Decimal) Amount() (model.Amount, bool) { return 0, false }

// String returns the exact decimal, without percent sign and currency.
func (n Decimal) String() string { return "" }

// ID returns a cell as an identifier: 123456789.0 and 1.23456789E+8 become
// 123456789. rounded is true where the text had an exponent, so that digits
// of the identifier may be lost.
func ID(c Cell) (id string, rounded bool) { return "", false }

// A NumberColumn finds out how a column writes its numbers. Show it all cells.
type NumberColumn struct{}

// Add shows the column a cell. Numbers of a workbook prove nothing.
func (c *NumberColumn) Add(row int, cell Cell) {}

// Style returns how the column writes numbers and the value that proves it.
// Only where a value can be read no other way, and none contradicts, it is
// CommaDecimal. Evidence is zero where every value reads the same both ways.
func (c *NumberColumn) Style() (NumberStyle, Evidence) { return 0, Evidence{} }

// Evidence is the value that proves how a column is to be read.
type Evidence struct {
	Row  int // as Row.Number; 0 is no evidence
	Text string
}
