package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/diff"
	"reviewfolio/internal/model"
)

// Differences is what makes one state of a report another: figures, goals and
// text. What only says how far a report has come (status, date, history) is no
// difference, nor are spaces and the order of front matter.
type Differences struct {
	Figures  []FigureChange
	Goals    []GoalChange
	Outcomes []OutcomeChange
	Text     []TextChange
}

// Count returns how many differences there are: figures, goals, outcomes, and
// places in the text.
func (d *Differences) Count() int {
	n := len(d.Figures) + len(d.Goals) + len(d.Outcomes)
	for i := range d.Text {
		n += d.Text[i].Places
	}
	return n
}

// A FigureKind is where in a report a figure stands.
type FigureKind uint8

const (
	MetricFigure     FigureKind = iota // under metrics: Metric
	BreakdownFigure                    // under breakdowns: Breakdown, Part
	StepFigure                         // under series: Metric, Period
	CorrectionFigure                   // under restates: Metric, Period
	RatingFigure                       // under self_ratings: Dimension
)

// A Side is which of the figures of one metric is meant.
type Side uint8

const (
	ActualSide Side = iota
	TargetSide
	FloorSide
	StretchSide
	PromotersSide
	PassivesSide
	DetractorsSide
)

// A FigureName tells a figure of a report from the others. Exactly what its
// kind names is set.
type FigureName struct {
	Kind      FigureKind
	Metric    model.MetricID
	Breakdown model.BreakdownID
	Part      string
	Period    model.Period
	Dimension model.DimensionID
	Side      Side
}

// A FigureChange is a figure that was another one; one that is not OK was or is
// not stated.
type FigureChange struct {
	FigureName
	Was, Is model.Opt
}

// A GoalChange is a goal that says something else; nil where there was or is
// none of its id.
type GoalChange struct{ Was, Is *model.Goal }

// An OutcomeChange is another answer to a goal; nil where there was or is none.
type OutcomeChange struct{ Was, Is *model.Outcome }

// A TextChange is a section of level 2 in which the text differs. Title is ""
// of what stands before the first heading.
type TextChange struct {
	Title  string
	Rows   []TextRow // of the whole section, its heading left out where that is the same
	Places int       // runs of rows that differ
}

// What became of a line, or of a piece of one.
const (
	Stayed = diff.Same
	Gone   = diff.Gone
	Come   = diff.Come
)

// A TextPiece is a stretch of a line that changed.
type TextPiece = diff.Piece

// A TextRow is a line of a section: one that stayed, went, came or changed.
type TextRow struct {
	diff.Row
	Line // as it is; of one that went, as it was
}

// DifferencesOf returns what made one report another.
func DifferencesOf(was, is *model.Report) Differences {
	if was == is {
		return Differences{}
	}
	return Differences{
		Figures:  changedFigures(figuresIn(was), figuresIn(is)),
		Goals:    changedGoals(was.Goals, is.Goals),
		Outcomes: changedOutcomes(was.Outcomes, is.Outcomes),
		Text:     changedText(linesOf(was), linesOf(is)),
	}
}

// sameContent reports whether there are no Differences between two reports.
func sameContent(a, b *model.Report) bool {
	return a == b || sameText(a, b) && len(changedFigures(figuresIn(a), figuresIn(b))) == 0 &&
		len(changedGoals(a.Goals, b.Goals)) == 0 && len(changedOutcomes(a.Outcomes, b.Outcomes)) == 0
}

func sameText(a, b *model.Report) bool {
	if a.Title == b.Title && sameDoc(&a.Body, &b.Body) {
		return true
	}
	return slices.Equal(linesOf(a), linesOf(b))
}

// sameDoc reports whether two documents are one and the same, which most
// versions of a report have.
func sameDoc(a, b *model.Doc) bool {
	return len(a.Sections) > 0 && len(a.Sections) == len(b.Sections) && &a.Sections[0] == &b.Sections[0]
}

type statedFigure struct {
	FigureName
	value model.Opt
}

// figuresIn returns every figure that a report states, in its order.
func figuresIn(r *model.Report) (list []statedFigure) {
	add := func(n FigureName, side Side, value model.Opt) {
		if n.Side = side; value.OK {
			list = append(list, statedFigure{n, value})
		}
	}
	for i := range r.Values {
		addValue(add, FigureName{Kind: MetricFigure, Metric: r.Values[i].Metric}, &r.Values[i])
	}
	for _, b := range r.Breakdowns {
		for _, x := range b.Parts {
			n := FigureName{Kind: BreakdownFigure, Breakdown: b.Breakdown, Part: x.Name}
			add(n, TargetSide, x.Target)
			add(n, ActualSide, x.Actual)
		}
	}
	for _, s := range r.Series {
		for _, x := range s.Points {
			n := FigureName{Kind: StepFigure, Metric: s.Metric, Period: x.Period}
			add(n, TargetSide, x.Target)
			add(n, ActualSide, x.Actual)
		}
	}
	for _, p := range r.Restates {
		for i := range p.Values {
			addValue(add, FigureName{Kind: CorrectionFigure, Metric: p.Values[i].Metric, Period: p.Period}, &p.Values[i])
		}
	}
	for _, x := range r.SelfRatings {
		add(FigureName{Kind: RatingFigure, Dimension: x.Dimension}, ActualSide, model.Of(x.Score))
	}
	return list
}

func addValue(add func(FigureName, Side, model.Opt), n FigureName, v *model.Value) {
	add(n, TargetSide, v.Target)
	add(n, ActualSide, v.Actual)
	add(n, FloorSide, v.Floor)
	add(n, StretchSide, v.Stretch)
	if v.NPS != nil {
		add(n, PromotersSide, model.Of(v.NPS.Promoters))
		add(n, PassivesSide, model.Of(v.NPS.Passives))
		add(n, DetractorsSide, model.Of(v.NPS.Detractors))
	}
}

// changedFigures returns the figures that differ, kind by kind, in the order of
// the report as it is; those that went come last of their kind.
func changedFigures(was, is []statedFigure) []FigureChange {
	if slices.Equal(was, is) {
		return nil
	}
	before := make(map[FigureName]model.Opt, len(was))
	for _, x := range was {
		before[x.FigureName] = x.value
	}
	var list []FigureChange
	for _, x := range is {
		if old := before[x.FigureName]; old != x.value {
			list = append(list, FigureChange{x.FigureName, old, x.value})
		}
		delete(before, x.FigureName)
	}
	for _, x := range was {
		if old, gone := before[x.FigureName]; gone {
			list = append(list, FigureChange{FigureName: x.FigureName, Was: old})
			delete(before, x.FigureName)
		}
	}
	slices.SortStableFunc(list, func(a, b FigureChange) int { return cmp.Compare(a.Kind, b.Kind) })
	return list
}

// changedGoals returns the goals that differ, those that went last.
func changedGoals(was, is []model.Goal) (list []GoalChange) {
	for i := range is {
		x := &is[i]
		at := slices.IndexFunc(was, func(y model.Goal) bool { return y.ID == x.ID })
		switch {
		case at < 0:
			list = append(list, GoalChange{Is: x})
		case !sameGoal(was[at], *x):
			list = append(list, GoalChange{&was[at], x})
		}
	}
	for i := range was {
		if !slices.ContainsFunc(is, func(y model.Goal) bool { return y.ID == was[i].ID }) {
			list = append(list, GoalChange{Was: &was[i]})
		}
	}
	return list
}

func sameGoal(a, b model.Goal) bool {
	a.Pos = b.Pos
	a.Statement, b.Statement = squeezed(a.Statement), squeezed(b.Statement)
	return a == b
}

// changedOutcomes returns the answers that differ, those that went last.
func changedOutcomes(was, is []model.Outcome) (list []OutcomeChange) {
	for i := range is {
		x := &is[i]
		at := slices.IndexFunc(was, func(y model.Outcome) bool { return y.Goal == x.Goal })
		switch {
		case at < 0:
			list = append(list, OutcomeChange{Is: x})
		case was[at].Status != x.Status || squeezed(was[at].Note) != squeezed(x.Note):
			list = append(list, OutcomeChange{&was[at], x})
		}
	}
	for i := range was {
		if !slices.ContainsFunc(is, func(y model.Outcome) bool { return y.Goal == was[i].Goal }) {
			list = append(list, OutcomeChange{Was: &was[i]})
		}
	}
	return list
}
