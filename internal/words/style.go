package words

// Unit is what a figure counts; the values are those of the metric dictionary.
type Unit uint8

const (
	CountUnit   Unit = iota + 1 // things, visits, people
	MoneyUnit                   // the portfolio's currency
	PercentUnit                 // a fraction of 1, shown as percent
	PointsUnit                  // net promoter points
)

// A Style is how the figures of one metric are written on one page.
type Style struct {
	Unit  Unit
	Scale Scale  // of money
	Word  string // the currency of money (CNY); what a count counts (单), or ""
}

// Cell writes a figure for a column whose head states the unit: 1,345.0,
// 2,658, 30.6%, +44.3.
func (s Style) Cell(f Fraction) string { return s.bare(f, unsigned) }

// SignedCell writes a difference for a column whose head states the unit:
// +145.0, −12. Of a percent metric these are percentage points.
func (s Style) SignedCell(f Fraction) string {
	if s.Unit == PercentUnit {
		return SignedPercentPoints(f)
	}
	return s.bare(f, signed)
}

func (s Style) bare(f Fraction, sg sign) string {
	switch s.Unit {
	case MoneyUnit:
		return f.text(-s.Scale.Power, s.Scale.Decimals, sg)
	case PercentUnit:
		return percent(f, sg)
	case PointsUnit:
		return Points(f)
	}
	return f.trimmed(0, 2, sg)
}

// Figure writes a figure with its unit, as running text and headline figures
// have it: 1,345.0 万, 24 个, 30.6%, +44.3 分.
func (l Lang) Figure(f Fraction, s Style) string { return l.figure(f, s, unsigned) }

// Difference writes the difference of two figures with sign and unit:
// +145.0 万, −12 个, −0.4 个百分点, +7.4 分.
func (l Lang) Difference(f Fraction, s Style) string {
	if s.Unit == PercentUnit {
		return l.PercentPoints(f)
	}
	return l.figure(f, s, signed)
}

// Size writes how large a difference is, without its sign, for sentences that
// say the direction in words: 多 145.0 万, 升 0.4 个百分点.
func (l Lang) Size(f Fraction, s Style) string {
	if f.Num < 0 {
		f = f.Neg()
	}
	if s.Unit == PercentUnit && f.Defined() {
		return l.Text("unit-of.percent-points", f.text(2, 1, unsigned))
	}
	if s.Unit == PointsUnit && f.Defined() {
		return l.Text("unit-of.points", f.text(0, 1, unsigned))
	}
	return l.figure(f, s, unsigned)
}

func (l Lang) figure(f Fraction, s Style, sg sign) string {
	if s.Unit == MoneyUnit {
		return l.money(f, s.Scale, s.Word, sg)
	}
	t := s.bare(f, sg)
	switch {
	case !f.Defined() || s.Unit == PercentUnit:
		return t
	case s.Unit == PointsUnit:
		return l.Text("unit-of.points", t)
	case s.Word == "":
		return t
	}
	return t + " " + s.Word
}

// PercentPoints writes a difference of two fractions of 1: −0.4 个百分点, +2.0 pp.
func (l Lang) PercentPoints(f Fraction) string {
	if !f.Defined() {
		return Undefined
	}
	return l.Text("unit-of.percent-points", SignedPercentPoints(f))
}

// Head names the unit for the head of a column of these figures: 万元, 单, 分;
// "" where the figures carry it themselves.
func (l Lang) Head(s Style) string {
	switch s.Unit {
	case MoneyUnit:
		return l.MoneyUnit(s.Scale, s.Word)
	case PointsUnit:
		return l.Text("unit.points")
	case PercentUnit:
		return ""
	}
	return s.Word
}

// HeadOfDifference names the unit for the head of a column of differences:
// that of Head, but 个百分点 for percent.
func (l Lang) HeadOfDifference(s Style) string {
	if s.Unit == PercentUnit {
		return l.Text("unit.percent-points")
	}
	return l.Head(s)
}

// A Change is how a figure moved, in parts, so that a page can colour it.
type Change struct {
	Arrow string // ↑, ↓, or "" where the change shows as zero or is undefined
	Text  string // +2.9%, −0.4 个百分点, +7.4 分, 0.0%, —
	Sign  int    // of the change as shown: -1, 0, 1
}

// String returns arrow and text: ↑+2.9%.
func (c Change) String() string { return c.Arrow + c.Text }

// State tells whether the change is welcome: On, Off, or None where there is
// no direction. lower is set where lower is better.
func (c Change) State(lower bool) State {
	switch {
	case c.Sign == 0:
		return None
	case c.Sign > 0 != lower:
		return On
	}
	return Off
}

// Change writes a change against an earlier period. points tells that f is a
// difference (a fraction of 1 for percent, points for points), else it is
// relative to the earlier figure and in percent.
func (l Lang) Change(f Fraction, unit Unit, points bool) Change {
	switch {
	case !f.Defined():
		return Change{Text: Undefined}
	case !points:
		return change(f, SignedPercent(f), 3)
	case unit == PercentUnit:
		return change(f, l.PercentPoints(f), 3)
	}
	return change(f, l.Text("unit-of.points", Points(f)), 1)
}

// ScoreChange writes how a composite score moved: ↑+0.11.
func ScoreChange(f Fraction) Change {
	if !f.Defined() {
		return Change{Text: Undefined}
	}
	return change(f, SignedScore(f), 2)
}

// change tells the direction of what is shown: f rounded at so many digits.
func change(f Fraction, text string, digits int) Change {
	_, zero := f.rounded(make([]byte, 0, 24), digits)
	switch {
	case zero:
		return Change{Text: text}
	case f.Num < 0:
		return Change{"↓", text, -1}
	}
	return Change{"↑", text, 1}
}
