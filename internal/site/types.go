package site

import "reviewfolio/internal/audience"

// The values of a view, under their own names.
type (
	PersonID    = audience.PersonID
	TeamID      = audience.TeamID
	MetricID    = audience.MetricID
	BreakdownID = audience.BreakdownID
	ThemeID     = audience.ThemeID
	PageID      = audience.PageID
	Period      = audience.Period
	Date        = audience.Date
	Ratio       = audience.Ratio
	Metric      = audience.Metric
	Scope       = audience.Scope
	Figure      = audience.Figure
	Text        = audience.Text
	Doc         = audience.Doc
	Section     = audience.Section
)
