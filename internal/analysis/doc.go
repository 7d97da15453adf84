// Package analysis computes what a portfolio's figures, ratings, goals and
// actions come to.
//
// In goes a model.Portfolio, drafts already left out; out come a Result that
// answers every question pages and exports ask, and what only the whole
// portfolio can show to be wrong, as a diag.List. It writes no text, rounds
// nothing and knows no page: a figure is an exact fraction or undefined with a
// Reason.
//
// # Figures
//
// The rules are those of FORMAT.md, "How figures roll up"; doc comments cite
// them by number. Data flows one way:
//
//	timeline.go   the periods that anything is said of, as a tree
//	org.go        who is in which team when
//	statement.go  what one report, or one period of a team's figures, states
//	reading.go    which of a reporter's statements a period's figure needs (7)
//	tally.go      what they sum to: a cell
//	rollup.go     the cells of people added into teams (1)
//	whole.go      ratios with a side from a team's figures (2)
//	weighted.go   the targets of ratios (3)
//	divide.go     a cell divided: actual, target, attainment (2, 3, 4)
//	figure.go     the figure as it is asked for, with its pace (8)
//	change.go     qoq and yoy, and parts that are missing (5, 6, 7)
//	set.go        the target set for a team (3)
//	cascade.go    over-assignment: that against what its people and child teams took on
//	parts.go      what a figure is the sum of, for explain.go and bridge.go
//	breakdown.go, ranking.go (10), suspect.go
//
// Cells are dense lists by scope and period, one for each metric that is
// stated anywhere, computed once. So is what the tables of every team above
// ask of a person: the KPI综合完成率, the verdict on a review and its marks.
// What is named, explained or ordered is computed when it is asked for.
//
// Where the rules leave something open, this is how they are read:
//
//   - A target in a person's file counts for a metric that the report names, or
//     for a ratio whose two sides it states. A target without a report is not a
//     figure.
//   - A side of several metrics (won + lost) is known where all of them are.
//   - A ratio's side comes from figures where the team or a team below states
//     one of its metrics in its figures; then both sides are whole sums and
//     nobody is excluded.
//   - In a ratio of a sum and a level (revenue ÷ headcount) over a longer period
//     the level is that of the last part.
//   - A part is left out where a report states one side and lacks the other,
//     unless reports that have both make up all of its days.
//   - Who has no level at the end is named by Explain, and is not in Excluded.
//   - Where a whole part is missing there is no change, neither of that period
//     nor against it.
//
// # Reviews
//
// Scores, goals, actions, completeness and bound figures are computed from the
// same Result: score.go, goal.go, action.go, complete.go, binding.go, check.go.
// What a calibration looks at is made of scores and rates when it is asked for:
// distribution.go, unit.go, matrix.go, ninebox.go, regrade.go, leniency.go,
// spread.go, disagree.go.
package analysis
