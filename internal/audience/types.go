package audience

import (
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// Values that a page may name without reaching the portfolio.
type (
	PersonID    = model.PersonID
	TeamID      = model.TeamID
	MetricID    = model.MetricID
	BreakdownID = model.BreakdownID
	ThemeID     = model.ThemeID
	DimensionID = model.DimensionID
	PageID      = model.PageID

	Amount   = model.Amount
	Ratio    = model.Ratio
	Opt      = model.Opt
	Date     = model.Date
	Period   = model.Period
	Length   = model.Length
	Calendar = model.Calendar
	Metric   = model.Metric
	Kind     = model.Kind
	Unit     = model.Unit
	Role     = model.Role
	Status   = model.Status

	Doc         = model.Doc
	Section     = model.Section
	Text        = model.Text
	Ref         = model.Ref
	Link        = model.Link
	Image       = model.Image
	Action      = model.Action
	BoundFigure = model.BoundFigure
	Spot        = model.Spot
	CommentPart = model.CommentPart
	Case        = model.Case
	Expect      = model.Expect
)

// Figures and what is computed from them.
type (
	Scope       = analysis.Scope
	Figure      = analysis.Figure
	Value       = analysis.Value
	Change      = analysis.Change
	Reason      = analysis.Reason
	Explanation = analysis.Explanation
	Rank        = analysis.Rank
	Bridge      = analysis.Bridge
	PartFigure  = analysis.PartFigure
	Score       = analysis.Score
	Verdict     = analysis.Verdict

	BreakdownDef   = model.Breakdown
	Theme          = model.Theme
	Dimension      = model.Dimension
	RatingScheme   = model.RatingScheme
	Distribution   = analysis.Distribution
	GradeCount     = analysis.GradeCount
	Matrix         = analysis.Matrix
	Leniency       = analysis.Leniency
	UnitScore      = analysis.UnitScore
	Regrade        = analysis.Regrade
	Spread         = analysis.Spread
	Disagreement   = analysis.Disagreement
	Disagreements  = analysis.Disagreements
	Places         = analysis.Places
	Promise        = analysis.Promise
	PromiseCount   = analysis.PromiseCount
	Judgement      = analysis.Judgement
	TrackedAction  = analysis.TrackedAction
	MissingReport  = analysis.MissingReport
	Completeness   = analysis.Completeness
	Overview       = analysis.Overview
	Need           = analysis.Need
	Bound          = analysis.Bound
	Presence       = analysis.Presence
	Step           = analysis.Step
	Contribution   = analysis.Contribution
	Cascade        = analysis.Cascade
	PersonTarget   = analysis.PersonTarget
	NeedKind       = analysis.NeedKind
	PersonPromises = analysis.PersonPromises
	ActionState    = analysis.ActionState
	ActionCount    = analysis.ActionCount
	TeamTarget     = analysis.TeamTarget

	Turn        = analysis.Turn
	Stage       = analysis.Stage
	AppealState = analysis.AppealState
	Effect      = analysis.Effect
	EffectState = analysis.EffectState
	Evidence    = analysis.Evidence
	Gaps        = analysis.Gaps

	DimensionScore = analysis.DimensionScore
	RoleScore      = analysis.RoleScore
	ThemeState     = analysis.ThemeState
	Place          = analysis.Place
	SeriesValues   = model.SeriesValues
	PeriodValues   = model.PeriodValues
	StatedValue    = model.Value
	Goal           = model.Goal
	Outcome        = model.Outcome
	Part           = model.Part
	Rating         = model.Rating
	StatusChange   = model.StatusChange
	Stint          = model.Stint
)

const (
	Month   = model.Month
	Quarter = model.Quarter
	Half    = model.Half
	Year    = model.Year

	SumKind   = model.SumKind
	LevelKind = model.LevelKind
	RatioKind = model.RatioKind
	NPSKind   = model.NPSKind

	Count   = model.Count
	Money   = model.Money
	Percent = model.Percent
	Points  = model.Points

	Higher = model.Higher
	Lower  = model.Lower

	ManagerRole = model.ManagerRole
	PeerRole    = model.PeerRole
	ReportRole  = model.ReportRole
	HRRole      = model.HRRole
	PanelRole   = model.PanelRole
	SelfRole    = model.SelfRole

	Draft        = model.Draft
	Open         = model.Open
	Submitted    = model.Submitted
	Shared       = model.Shared
	Acknowledged = model.Acknowledged

	Always = model.Always
	Yearly = model.Yearly
	Never  = model.Never

	NoCase  = model.NoCase
	Success = model.Success
	Failure = model.Failure

	OtherPart = model.OtherPart
	Strengths = model.Strengths
	Problems  = model.Problems
	Advice    = model.Advice
	Plan      = model.Plan
	Appeal    = model.Appeal

	FigureRef   = model.FigureRef
	LinkStart   = model.LinkStart
	ImageRef    = model.ImageRef
	ActionStart = model.ActionStart
	ActionEnd   = model.ActionEnd
	IDPrefix    = model.IDPrefix

	ToURL     = model.ToURL
	ToPerson  = model.ToPerson
	ToTeam    = model.ToTeam
	ToReview  = model.ToReview
	ToPage    = model.ToPage
	ToHome    = model.ToHome
	ToFile    = model.ToFile
	ToSection = model.ToSection

	ThemePresent = analysis.ThemePresent
	ThemeThin    = analysis.ThemeThin
	ThemeMissing = analysis.ThemeMissing
	ThemeEarlier = analysis.ThemeEarlier
	ThemeNotYet  = analysis.ThemeNotYet

	// ThinChars is under how many characters a section says little.
	ThinChars = analysis.ThinChars

	NoTarget = analysis.NoTarget
	NoPrior  = analysis.NoPrior

	GoalOpen     = analysis.GoalOpen
	GoalKept     = analysis.GoalKept
	GoalMissed   = analysis.GoalMissed
	GoalDropped  = analysis.GoalDropped
	GoalCarried  = analysis.GoalCarried
	GoalDangling = analysis.GoalDangling

	ActionOpen     = analysis.ActionOpen
	ActionOverdue  = analysis.ActionOverdue
	ActionDangling = analysis.ActionDangling
	ActionDone     = analysis.ActionDone
	ActionLate     = analysis.ActionLate

	ByFigure  = analysis.ByFigure
	ByOutcome = analysis.ByOutcome

	InReport      = analysis.InReport
	InComment     = analysis.InComment
	InLog         = analysis.InLog
	InCalibration = analysis.InCalibration

	NeedReport     = analysis.NeedReport
	NeedAction     = analysis.NeedAction
	NeedComments   = analysis.NeedComments
	NeedTargets    = analysis.NeedTargets
	NeedAttainment = analysis.NeedAttainment
	NeedAppeal     = analysis.NeedAppeal

	EffectUnknown = analysis.EffectUnknown
	EffectUsed    = analysis.EffectUsed
	EffectAbsent  = analysis.EffectAbsent

	DoubtNoReport  = analysis.DoubtNoReport
	DoubtOpen      = analysis.DoubtOpen
	DoubtEarly     = analysis.DoubtEarly
	DoubtNoDate    = analysis.DoubtNoDate
	DoubtStrangers = analysis.DoubtStrangers

	LeverTargets   = analysis.LeverTargets
	LeverGrowth    = analysis.LeverGrowth
	LeverTalks     = analysis.LeverTalks
	LeverTeamwork  = analysis.LeverTeamwork
	LeverIncentive = analysis.LeverIncentive

	ByPersonTargets = analysis.ByPersonTargets
	ByTeamTargets   = analysis.ByTeamTargets
	ByGoals         = analysis.ByGoals
	ByTraining      = analysis.ByTraining
	ByAction        = analysis.ByAction
	ByPlan          = analysis.ByPlan
	ByTalks         = analysis.ByTalks
	ByPeer          = analysis.ByPeer
	ByMention       = analysis.ByMention

	StageDone        = analysis.StageDone
	StageHandIn      = analysis.StageHandIn
	StageSubmit      = analysis.StageSubmit
	StageComment     = analysis.StageComment
	StageShare       = analysis.StageShare
	StageAcknowledge = analysis.StageAcknowledge
	StageAnswer      = analysis.StageAnswer
	NeedChanged      = analysis.NeedChanged
)

// PersonScope and TeamScope name whose figures are meant.
var (
	PersonScope = analysis.PersonScope
	TeamScope   = analysis.TeamScope
)
