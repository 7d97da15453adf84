package model

import (
	"crypto/sha256"
	"slices"

	"reviewfolio/internal/diag"
)

// Status is how far a report or comment has come.
type Status uint8

const (
	Draft Status = iota + 1
	Open         // 进行中: the figures count, the prose is not out yet
	Submitted
	Shared
	Acknowledged
)

var statusNames = [...]string{Draft: "draft", Open: "open", Submitted: "submitted", Shared: "shared", Acknowledged: "acknowledged"}

// String returns the status as front matter writes it.
func (s Status) String() string { return statusNames[s] }

// ParseStatus reads a status.
func ParseStatus(s string) (Status, bool) {
	for i := Draft; i <= Acknowledged; i++ {
		if statusNames[i] == s {
			return i, true
		}
	}
	return 0, false
}

// Role is in which part a reviewer speaks.
type Role uint8

const (
	ManagerRole Role = iota + 1
	PeerRole
	ReportRole
	HRRole
	PanelRole
	SelfRole
)

var roleNames = [...]string{ManagerRole: "manager", PeerRole: "peer", ReportRole: "report", HRRole: "hr", PanelRole: "panel", SelfRole: "self"}

// String returns the role as front matter writes it.
func (r Role) String() string { return roleNames[r] }

// ParseRole reads a role.
func ParseRole(s string) (Role, bool) {
	for i := ManagerRole; i <= SelfRole; i++ {
		if roleNames[i] == s {
			return i, true
		}
	}
	return 0, false
}

// A Review is what lies in one folder reviews/<period>/<person>.
type Review struct {
	Period      Period
	Person      PersonID
	Report      *Report    // nil where there are comments without a report
	Comments    []*Comment // by reviewer
	Log         *Log
	Calibration *Calibration
}

// withoutDrafts returns the review as everybody may see it: r itself where
// nothing is held back, nil where nothing is left.
func (r *Review) withoutDrafts() *Review {
	isDraft := func(c *Comment) bool { return c.Status == Draft }
	open := r.Report != nil && r.Report.Status == Open
	switch {
	case r.Report != nil && r.Report.Status == Draft:
		return nil
	case open || slices.ContainsFunc(r.Comments, isDraft):
		out := *r
		out.Comments = slices.DeleteFunc(slices.Clone(r.Comments), isDraft)
		if open {
			report := *r.Report
			report.Body, report.Goals, report.SelfRatings = Doc{}, nil, nil
			out.Report = &report
		}
		r = &out
	}
	if r.Report == nil && len(r.Comments) == 0 && r.Log == nil && r.Calibration == nil {
		return nil
	}
	return r
}

// A Report is what a person says of a period.
type Report struct {
	File        string
	Sum         [sha256.Size]byte // of the file's bytes
	Title       string
	Status      Status
	Date        Date
	Values      []Value // by metric order
	Breakdowns  []BreakdownValues
	Series      []SeriesValues
	Restates    []PeriodValues
	SelfRatings []Rating
	Goals       []Goal
	Outcomes    []Outcome
	History     []StatusChange
	Body        Doc
}

// An Opt is an amount that may not have been reported. Missing is never 0.
type Opt struct {
	Amount Amount
	OK     bool
}

// Of returns the amount as one that was reported.
func Of(a Amount) Opt { return Opt{a, true} }

// Value is what a file states of one metric.
type Value struct {
	Metric  MetricID
	Target  Opt // 目标
	Actual  Opt // 实际; never of a ratio or nps
	Floor   Opt // 保底
	Stretch Opt // 挑战
	NPS     *NPSCounts
	Pos     diag.Pos // of the key
	Places  Places
}

// Places is where the parts of a value stand; Line 0 where they do not.
type Places struct{ Target, Actual Spot }

// PosOf returns the place of a part of the value, or of its key where the part
// does not stand.
func (v *Value) PosOf(part Spot) diag.Pos {
	if part.Line == 0 {
		return v.Pos
	}
	return v.Pos.At(int(part.Line), int(part.Col))
}

// A Spot is a place in a file that is named beside it; a company has a hundred
// thousand values, all held to the end.
type Spot struct{ Line, Col int32 } // from 1, in characters

// NPSCounts is how many answered 9–10, 7–8 and 0–6.
type NPSCounts struct{ Promoters, Passives, Detractors Amount }

// Answers returns how many answered.
func (n NPSCounts) Answers() Amount { return n.Promoters + n.Passives + n.Detractors }

// BreakdownValues is a metric split into parts, in the order written.
type BreakdownValues struct {
	Breakdown BreakdownID
	Parts     []Part
	Pos       diag.Pos
}

// A Part is one name of a breakdown.
type Part struct {
	Name   string
	Target Opt
	Actual Opt
	Pos    diag.Pos
}

// SeriesValues is a metric in finer steps, by period.
type SeriesValues struct {
	Metric MetricID
	Points []Point
	Pos    diag.Pos
}

// A Point is one step of a series.
type Point struct {
	Period Period
	Target Opt
	Actual Opt
	Pos    diag.Pos
}

// A Rating is one dimension's score.
type Rating struct {
	Dimension DimensionID
	Score     Amount
	Pos       diag.Pos
}

// A Goal is what a report promises for a later period.
type Goal struct {
	ID        string
	Statement string
	Metric    MetricID // "" where the goal is a deliverable
	Target    Opt
	Baseline  Opt
	Period    Period // whose figure judges it
	Due       Date
	Supports  TeamID
	Pos       diag.Pos
}

// OutcomeStatus is what became of a goal.
type OutcomeStatus uint8

const (
	Kept OutcomeStatus = iota + 1
	Missed
	Dropped
	Carried
)

var outcomeNames = [...]string{Kept: "kept", Missed: "missed", Dropped: "dropped", Carried: "carried"}

// String returns the status as front matter writes it.
func (o OutcomeStatus) String() string { return outcomeNames[o] }

// ParseOutcome reads an outcome's status.
func ParseOutcome(s string) (OutcomeStatus, bool) {
	for i := Kept; i <= Carried; i++ {
		if outcomeNames[i] == s {
			return i, true
		}
	}
	return 0, false
}

// An Outcome answers a goal of the last earlier report of the same length.
type Outcome struct {
	Goal      string
	Status    OutcomeStatus
	Note      string
	Pos       diag.Pos // of the key
	StatusPos diag.Pos // of the status
}

// A StatusChange is one entry of a report's history.
type StatusChange struct {
	Status Status
	By     PersonID
	Date   Date
	Pos    diag.Pos
}

// A Comment is a 点评.
type Comment struct {
	File     string
	Reviewer PersonID
	Role     Role
	Date     Date
	Status   Status // Draft or Submitted
	Ratings  []Rating
	Body     Doc
	Pos      diag.Pos
}

// A Log is the 沟通记录 between reviews; its sections carry dates.
type Log struct {
	File string
	Body Doc
}

// A Calibration is the final grade and its reason.
type Calibration struct {
	File  string
	Date  Date
	Grade string
	Body  Doc
	Pos   diag.Pos
}
