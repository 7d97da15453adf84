package audience

import "reviewfolio/internal/analysis"

// How goals stand against SMART, and figures that were reported twice.
type (
	Smart       = analysis.Smart
	SmartPart   = analysis.SmartPart
	SmartFault  = analysis.SmartFault
	Restatement = analysis.Restatement
)

const (
	SmartMet         = analysis.SmartMet
	SmartUnjudged    = analysis.SmartUnjudged
	SmartVague       = analysis.SmartVague
	SmartNoMeasure   = analysis.SmartNoMeasure
	SmartAboveReach  = analysis.SmartAboveReach
	SmartBelowReach  = analysis.SmartBelowReach
	SmartAboveRecord = analysis.SmartAboveRecord
	SmartBelowRecord = analysis.SmartBelowRecord
	SmartNoDue       = analysis.SmartNoDue
	SmartDueLate     = analysis.SmartDueLate
)

// SmartGoals returns how the goals of the review stand, in the order of Goals.
func (v *View) SmartGoals(x PersonID, p Period) []Smart { return v.r.SmartGoals(x, p) }

// SmartReach returns the least and the most that a goal may ask over its
// baseline, as fractions.
func (v *View) SmartReach() (low, high Ratio) {
	reach := v.p.Settings.Smart.Reach
	return PercentRatio(reach[0]), PercentRatio(reach[1])
}

// Restatements returns what the report states again of other periods, and what
// other reports of the person state again of this one.
func (v *View) Restatements(x PersonID, p Period) []Restatement { return v.r.Restatements(x, p) }

// ReportFile returns the file of a report, "" where there is none to be seen.
func (v *View) ReportFile(x PersonID, p Period) string { return v.r.ReportFile(x, p) }
