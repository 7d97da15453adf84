package source

import (
	"strings"

	"reviewfolio/internal/model"
)

// amount returns the number as an exact amount of the unit. where begins
// the message of a fault: revenue.actual.
func (t teller) amount(x at[model.Number], unit model.Unit, where ...string) (model.Amount, bool) {
	if !x.ok {
		return 0, false
	}
	n := x.v
	switch {
	case n.Points, n.Percent && unit != model.Percent:
		t.fault(x.pos, "not-a-percentage", keyPath(where), n.String())
		return 0, false
	case unit == model.Percent && !n.Percent:
		return t.share(x, where...)
	}
	return t.exact(x, n, where...)
}

// exact tells of what an amount cannot hold.
func (t teller) exact(x at[model.Number], n model.Number, where ...string) (model.Amount, bool) {
	a, ok := n.Amount()
	switch {
	case ok:
		return a, true
	case n.Decimals() > maxDecimals:
		t.fault(x.pos, "too-many-decimals", keyPath(where), x.v.String(), maxDecimals)
	default:
		t.fault(x.pos, "number-too-large", keyPath(where), x.v.String())
	}
	return 0, false
}

// maxDecimals is how many decimals an amount keeps.
const maxDecimals = 4

// share reads a percentage written as a share: 0.32 is 32 %. Above 1 it would
// be anybody's guess.
func (t teller) share(x at[model.Number], where ...string) (model.Amount, bool) {
	n := x.v
	if n.Unit != "" || n.Currency != "" {
		t.fault(x.pos, "bad-percent.unit", keyPath(where), n.String())
		return 0, false
	}
	percent, above := n, n.Exp >= -1 && (n.Mantissa > 10 || n.Mantissa < -10)
	if !above {
		for percent.Exp += 2; percent.Exp > 0; percent.Exp-- {
			percent.Mantissa *= 10
		}
		a, ok := percent.Amount()
		above = ok && (a > 100*model.One || a < -100*model.One)
	}
	if above {
		t.fault(x.pos, "bad-percent", keyPath(where), n.String()).WithHint("hint-write", n.String()+"%")
		return 0, false
	}
	return t.exact(x, percent, where...)
}

// keyPath joins the keys that a message begins with.
func keyPath(keys []string) string { return strings.Join(keys, ".") }
