package audience

import (
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// What changed in a report.
type (
	Differences   = analysis.Differences
	FigureChange  = analysis.FigureChange
	GoalChange    = analysis.GoalChange
	OutcomeChange = analysis.OutcomeChange
	TextChange    = analysis.TextChange
	TextRow       = analysis.TextRow
	TextPiece     = analysis.TextPiece
)

const (
	MetricFigure     = analysis.MetricFigure
	BreakdownFigure  = analysis.BreakdownFigure
	StepFigure       = analysis.StepFigure
	CorrectionFigure = analysis.CorrectionFigure
	RatingFigure     = analysis.RatingFigure

	ActualSide     = analysis.ActualSide
	TargetSide     = analysis.TargetSide
	FloorSide      = analysis.FloorSide
	StretchSide    = analysis.StretchSide
	PromotersSide  = analysis.PromotersSide
	PassivesSide   = analysis.PassivesSide
	DetractorsSide = analysis.DetractorsSide

	Stayed = analysis.Stayed
	Gone   = analysis.Gone
	Come   = analysis.Come
)

// A History is what is known of the earlier versions of a report that is handed
// in. A day is zero where nobody knows it.
type History struct {
	Submitted Date // when it came in
	Changed   Date // when it last said something else; Unkept tells of later changes
	Unkept    bool // it says something else than what is kept in the repository
	Cut       bool // it was there before what is known begins
}

// WithPast returns the view with what is known of earlier versions; nil is
// nothing.
func (v *View) WithPast(past *analysis.Past) *View {
	out := *v
	out.past = past
	return &out
}

// earlier returns the report and its earlier versions; ok is false where there
// is none to be seen: who sees no report sees none of its versions, and nobody
// sees one from before it was handed in.
func (v *View) earlier(period Period, person PersonID) (e analysis.Earlier, now *model.Report, ok bool) {
	r := v.p.Review(period, person)
	if r == nil || r.Report == nil || r.Report.Status < Submitted {
		return e, nil, false
	}
	e = v.past.Earlier(r.Report)
	return e, r.Report, e.Last != nil
}

// History returns what is known of the earlier versions of a report; ok is
// false where nothing is.
func (v *View) History(period Period, person PersonID) (h History, ok bool) {
	e, now, ok := v.earlier(period, person)
	if !ok {
		return h, false
	}
	h.Unkept = e.ChangedSince(e.Last, now)
	if !e.Changed.Cut {
		h.Changed = e.Changed.Day
	}
	if s := e.Submitted; s != nil && !s.Cut {
		h.Submitted = s.Day
	}
	h.Cut = e.Changed.Cut || e.Submitted != nil && e.Submitted.Cut
	return h, true
}

// HasChanges reports whether a report changed since it was handed in or since
// it was acknowledged.
func (v *View) HasChanges(period Period, person PersonID) bool {
	e, now, ok := v.earlier(period, person)
	return ok && (e.ChangedSince(e.Submitted, now) || e.ChangedSince(e.Acknowledged, now))
}

// ChangedAfterwards reports whether a report changed after it was acknowledged.
func (v *View) ChangedAfterwards(period Period, person PersonID) bool {
	e, now, ok := v.earlier(period, person)
	return ok && e.ChangedSince(e.Acknowledged, now)
}

// A ChangeSpan is between which versions something changed.
type ChangeSpan uint8

const (
	SinceSubmitted    ChangeSpan = iota // since the report was handed in
	UntilAcknowledged                   // from then until it was acknowledged
	SinceAcknowledged                   // after it was acknowledged
)

// Changes is what changed in a report in a span.
type Changes struct {
	Span ChangeSpan
	Day  Date // of the version that it begins with; zero where nobody knows
	Differences
}

// Changes returns what changed in a report, the latest first: after it was
// acknowledged and until then, or as long as it says what was acknowledged,
// or was not, since it was handed in. Spans without a difference are left out.
func (v *View) Changes(period Period, person PersonID) []Changes {
	e, now, ok := v.earlier(period, person)
	if !ok {
		return nil
	}
	var list []Changes
	add := func(span ChangeSpan, from *analysis.Version, to *model.Report) {
		if !e.ChangedSince(from, to) {
			return
		}
		x := Changes{Span: span, Differences: analysis.Since(from, to)}
		if !from.Cut {
			x.Day = from.Day
		}
		list = append(list, x)
	}
	add(SinceAcknowledged, e.Acknowledged, now)
	if len(list) > 0 && e.InTurn {
		add(UntilAcknowledged, e.Submitted, e.Acknowledged.Report)
	} else {
		add(SinceSubmitted, e.Submitted, now)
	}
	return list
}

// Attention returns what needs somebody in the team and below.
func (v *View) Attention(t TeamID, p Period) []Need {
	needs := v.r.Attention(t, p)
	if v.past == nil {
		return needs
	}
	return append(needs, v.r.ChangedNeed(t, p, v.past)...)
}
