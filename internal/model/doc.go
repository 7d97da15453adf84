// Package model is what a portfolio says, as plain data that cannot hold
// nonsense: ids, periods, dates, amounts and ratios are types.
//
// It goes in from package source and is never changed after. It computes
// nothing but what its own types mean (the first day of a period, the sum of
// two amounts); rollups, scores and goals are package analysis.
//
// Words, used once and everywhere:
//
//	report       what a person says of a period (述职)
//	comment      what one reviewer says of a report (点评)
//	review       a report with everything on it: comments, log, calibration
//	stint        the time a person spends in a team
//	target       what was to be reached (目标); floor and stretch stand around it
//	attainment   actual over target (达成率)
//	figure       one metric of one scope in one period
//	breakdown    how a metric splits into named parts
//	series       a metric in finer steps than the report's period
//	rollup       a team's figure from its people's
//	composite    the score blended from dimensions and roles
//	grade        the letter a composite falls into
package model
