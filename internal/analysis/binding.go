package analysis

import (
	"cmp"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// dash is how an undefined figure is written.
const dash = "—"

// minusSign is the sign as reviews write it.
const minusSign = "−"

// A BoundState is whether the text of a bound figure may stand.
type BoundState uint8

const (
	BoundHolds     BoundState = iota
	BoundEmpty                // nothing in the brackets: shown filled, written by check --fix
	BoundDrifted              // another figure than the data give, or in a unit that it does not have
	BoundAgainst              // a word such as 下降 before it says the opposite
	BoundNotNumber            // not exactly one number in the brackets
	BoundNoScope              // neither person nor team is known here
	BoundNoPeriod             // no period is known here
	BoundUnknown              // metric, person or team does not exist, which package source tells
	BoundInDoubt              // the figure rests on a file with errors, which are told
)

// A Bound is a bound figure resolved on a page (FORMAT.md, In the body).
type Bound struct {
	State  BoundState
	Figure Figure // of the scope and period that it is bound to
	Value  Value  // the bound field: percent and attainment as fractions
	Unit   BoundUnit
	Word   string // the word before the number that gives the direction of a gap or change; "" for none
	Text   string // what the brackets are to hold; what they do hold where no better is known

	start, end int    // the bytes of the brackets' text that right replaces
	right      string // the number as it is to be written
}

// A BoundUnit is in what a bound field is written.
type BoundUnit uint8

const (
	PlainUnit   BoundUnit = iota // the metric's own: money, counts, points
	PercentUnit                  // 107.3%
	PointsUnit                   // 0.8 个百分点
)

// Bound resolves a bound figure that stands in a file about the scope and
// period. The zero period stands for the latest one of the scope, as on a
// person's or team's page; with the zero scope the figure itself has to say
// both.
func (r *Result) Bound(b *model.BoundFigure, page Scope, p model.Period) Bound {
	x := Bound{Text: b.Text}
	scope, period, state := r.bind(b, page, p)
	if state != BoundHolds {
		x.State = state
		return x
	}
	x.Figure = r.Figure(scope, period, b.Metric)
	x.Value, x.Unit = fieldOf(&x.Figure, b.Field)
	x.check(b, &r.portfolio.Settings)
	if x.State != BoundHolds && x.State != BoundNotNumber && r.inDoubt(&x.Figure, b.Field) {
		x.State = BoundInDoubt
	}
	x.Text = b.Text[:x.start] + x.right + b.Text[x.end:]
	if x.State == BoundDrifted && !x.readable() {
		x.refill(b, &r.portfolio.Settings)
	}
	return x
}

// refill replaces all between the brackets, as if they were empty.
func (x *Bound) refill(b *model.BoundFigure, s *model.Settings) {
	empty := *b
	empty.Text = ""
	y := Bound{Figure: x.Figure, Value: x.Value, Unit: x.Unit}
	y.check(&empty, s)
	if y.State == BoundAgainst {
		x.State = BoundAgainst
	}
	x.Word, x.right, x.Text = y.Word, y.right, y.right
	x.start, x.end = 0, len(b.Text)
}

// readable reports whether the right text would be read as the right figure:
// what follows the number may run into it, as the letter in 3A does.
func (x *Bound) readable() bool {
	var again Bound
	_, state := again.locate(x.Text)
	return state == BoundHolds && x.Text[again.start:again.end] == x.right
}

// bind returns what the figure is of.
func (r *Result) bind(b *model.BoundFigure, page Scope, p model.Period) (Scope, model.Period, BoundState) {
	scope, period := boundScope(b, page), b.Period
	if period.IsZero() {
		period = p
	}
	switch {
	case scope == Scope{}:
		return scope, period, BoundNoScope
	case period.IsZero() && page == Scope{}:
		return scope, period, BoundNoPeriod
	case r.portfolio.Metric(b.Metric) == nil, !r.exists(scope):
		return scope, period, BoundUnknown
	case period.IsZero():
		period = r.latestOf(page)
	}
	return scope, period, BoundHolds
}

// boundScope returns whose figure it is: as it says, else the page's.
func boundScope(b *model.BoundFigure, page Scope) Scope {
	switch {
	case b.Person != "":
		return PersonScope(b.Person)
	case b.Team != "":
		return TeamScope(b.Team)
	}
	return page
}

func (r *Result) exists(s Scope) bool {
	if s.Person != "" {
		return r.portfolio.Person(s.Person) != nil
	}
	return r.portfolio.Team(s.Team) != nil
}

// latestOf returns the last period of the cycle's length in which the scope
// has figures, else the last of any; the portfolio's latest where it has none.
func (r *Result) latestOf(s Scope) model.Period {
	var last, ofCycle model.Period
	for _, p := range r.Periods(s) {
		last = p
		if p.Length == r.portfolio.Settings.Cycle {
			ofCycle = p
		}
	}
	return cmp.Or(ofCycle, last, r.Latest())
}

// fieldOf returns one side of the figure and in what it is written.
func fieldOf(f *Figure, field model.Field) (Value, BoundUnit) {
	own, gap := PlainUnit, PlainUnit
	if f.Metric.Unit == model.Percent {
		own, gap = PercentUnit, PointsUnit
	}
	change := func(c Change) (Value, BoundUnit) {
		if c.Points {
			return c.Value, gap
		}
		return c.Value, PercentUnit
	}
	switch field {
	case model.TargetField:
		return f.Target, own
	case model.AttainmentField:
		return f.Attainment, PercentUnit
	case model.GapField:
		return f.Gap, gap
	case model.QoQField:
		return change(f.QoQ)
	case model.YoYField:
		return change(f.YoY)
	}
	return f.Actual, own
}

// check compares what the brackets hold with what they ought to.
func (x *Bound) check(b *model.BoundFigure, s *model.Settings) {
	written, state := x.locate(b.Text)
	if state == BoundNotNumber {
		x.State, x.right = state, b.Text
		return
	}
	if !x.Value.Defined() {
		x.right, x.State = dash, state
		if written != nil {
			x.State = BoundDrifted
		}
		return
	}
	value, against, bare := x.Value.Ratio, false, false
	if hasDirection(b.Field) {
		value, against, bare = x.direct(b)
	}
	number, fits := x.style(written, bare, value, b.Field, s)
	if !fits && written != nil && written.Unit == "" && x.Unit != PlainUnit {
		x.end = skipMeasure(b.Text, x.end)
	}
	x.right = number.String()
	switch {
	case against:
		x.State = BoundAgainst
	case written == nil && state == BoundHolds: // a dash stands there
		x.State = BoundDrifted
	case written == nil:
		x.State = state
	case !fits || number.Mantissa != written.Mantissa || bare && written.Minus != "":
		x.State = BoundDrifted
		if written.odd {
			number.Minus = minusSign
			x.right = number.String()
		}
	}
}

// locate finds the part of the text that gives the figure: a number, a dash,
// or, where the brackets are empty, all of it.
func (x *Bound) locate(text string) (written *quoted, state BoundState) {
	if start, end, n, ok := findQuoted(text); ok {
		x.start, x.end = start, end
		return &n, BoundHolds
	}
	if strings.TrimSpace(text) == "" {
		x.end = len(text)
		return nil, BoundEmpty
	}
	// A dash may stand where a number would be the only one.
	if _, _, _, alone := model.FindNumber(strings.Replace(text, dash, " 0 ", 1)); alone && strings.Count(text, dash) == 1 {
		x.start = strings.Index(text, dash)
		x.end = x.start + len(dash)
		return nil, BoundHolds
	}
	x.end = len(text)
	return nil, BoundNotNumber
}

// direct looks for a word that gives the direction. With one, the number
// stands bare of its sign; without, it keeps it.
func (x *Bound) direct(b *model.BoundFigure) (value model.Ratio, against, bare bool) {
	value = x.Value.Ratio
	word, direction := directionBefore(b.Before + b.Text[:x.start])
	if direction == 0 {
		return value, false, false
	}
	x.Word = word
	sign := value.Sign()
	if sign < 0 {
		value = value.Neg()
	}
	if b.Field == model.GapField { // target − actual: positive is below
		sign = -sign
	}
	return value, sign == -direction, true
}

func hasDirection(f model.Field) bool {
	return f == model.GapField || f == model.QoQField || f == model.YoYField
}

// fix returns the change to the file that makes the text right. Where the
// brackets hold markup, which the plain text does not tell apart, all between
// them is replaced.
func (x *Bound) fix(b *model.BoundFigure) diag.Fix {
	if b.End-b.Start == len(b.Text) {
		return diag.Fix{Start: b.Start + x.start, End: b.Start + x.end, Text: x.right}
	}
	return diag.Fix{Start: b.Start, End: b.End, Text: x.Text}
}
