package audience

import (
	"math/big"
	"slices"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// Latest returns the last period of the cycle's length that has a report.
func (v *View) Latest() Period { return v.r.Latest() }

// Cycle returns the reported periods of the cycle's length, in order.
func (v *View) Cycle() []Period { return v.r.Cycle() }

// Periods returns every period in which anybody has a figure: the reported
// ones and the longer ones that hold them, in order.
func (v *View) Periods() []Period {
	if root := v.Root(); root != "" {
		return v.r.Periods(analysis.TeamScope(root))
	}
	return nil
}

// PeriodsOf returns the periods in which the scope has any figure, in order.
func (v *View) PeriodsOf(s Scope) []Period { return v.r.Periods(s) }

// Figure returns one metric of the scope in the period as pages show it: a team
// that a target is set for (下达目标) is judged by that, not by the sum of its
// people's targets.
func (v *View) Figure(s Scope, p Period, m MetricID) Figure {
	f := v.r.Figure(s, p, m)
	if s.Team != "" {
		return f.AgainstSet()
	}
	return f
}

// Rolled returns the figure as data/metrics.csv has it, of a team too by the
// sum of its people's targets.
func (v *View) Rolled(s Scope, p Period, m MetricID) Figure { return v.r.Figure(s, p, m) }

// Actual returns the actual of a figure alone.
func (v *View) Actual(s Scope, p Period, m MetricID) Value { return v.r.Actual(s, p, m) }

// Metrics returns the metrics of which the scope has a target or an actual.
func (v *View) Metrics(s Scope, p Period) []*Metric { return v.r.Metrics(s, p) }

// ExplainFigure returns how the figure came about.
func (v *View) ExplainFigure(f Figure) Explanation { return v.r.ExplainFigure(f) }

// Bridge explains how a figure went from one period to another.
func (v *View) Bridge(s Scope, m MetricID, p, against Period) Bridge {
	return v.r.Bridge(s, m, p, against)
}

// KPIRate returns the KPI综合完成率 of the scope.
func (v *View) KPIRate(s Scope, p Period) Value { return v.r.KPIRate(s, p) }

// Ranking returns the people of the team and below, by KPI综合完成率.
func (v *View) Ranking(t TeamID, p Period) []Rank { return v.r.Ranking(t, p) }

// Ranked returns how many people Ranking returns, without ranking them: who
// does not report is left out where there is nothing to rank by.
func (v *View) Ranked(t TeamID, p Period) int {
	people := v.r.People(t, p)
	n := len(people)
	for _, x := range v.p.People {
		if x.Reports {
			continue
		}
		if _, in := slices.BinarySearch(people, x.ID); in && v.r.KPIRate(analysis.PersonScope(x.ID), p).Why == analysis.NoReport {
			n--
		}
	}
	return n
}

// TeamOf returns the team that the person's report of the period belongs to.
func (v *View) TeamOf(x PersonID, p Period) (TeamID, bool) { return v.r.TeamOf(x, p) }

// Members returns the team's own people of the period, by id.
func (v *View) Members(t TeamID, p Period) []PersonID { return v.r.Members(t, p) }

// PeopleOf returns the people of the team and all below it, by id.
func (v *View) PeopleOf(t TeamID, p Period) []PersonID { return v.r.People(t, p) }

// Score returns what the ratings of one review come to.
func (v *View) Score(x PersonID, p Period) Score { return v.r.Score(x, p) }

// Verdict returns what the score of one review comes to.
func (v *View) Verdict(x PersonID, p Period) Verdict { return v.r.Verdict(x, p) }

// Distribution returns the spread of grades in the team and below.
func (v *View) Distribution(t TeamID, p Period) Distribution { return v.r.Distribution(t, p) }

// Matrix returns the 业绩—评分矩阵 of the team and below.
func (v *View) Matrix(t TeamID, p Period) Matrix { return v.r.Matrix(t, p) }

// NineBox returns the 九宫格 of the team and below.
func (v *View) NineBox(t TeamID, p Period) Matrix { return v.r.NineBox(t, p) }

// UnitScores compares the scores of the team and of every team below it.
func (v *View) UnitScores(t TeamID, p Period) []UnitScore { return v.r.UnitScores(t, p) }

// Regrades returns who of the team and below has a final grade.
func (v *View) Regrades(t TeamID, p Period) []Regrade { return v.r.Regrades(t, p) }

// Spreads returns how far reviewers are apart on the people of the team and
// below, and on whom only one scored.
func (v *View) Spreads(t TeamID, p Period) (list []Spread, alone []PersonID) {
	return v.r.Spreads(t, p)
}

// Disagreements compares the order of people by figures and by scores.
func (v *View) Disagreements(t TeamID, p Period) Disagreements { return v.r.Disagreements(t, p) }

// Leniency compares the reviewers of the team and below.
func (v *View) Leniency(t TeamID, p Period) []Leniency { return v.r.Leniency(t, p) }

// Goals returns the goals that the review sets.
func (v *View) Goals(x PersonID, p Period) []Promise { return v.r.Goals(x, p) }

// Promises returns the goals that the review has to answer.
func (v *View) Promises(x PersonID, p Period) []Promise { return v.r.Promises(x, p) }

// Record returns the person's promises over all periods.
func (v *View) Record(x PersonID) []Promise { return v.r.Record(x) }

// MemberPromises counts what each of the team's own people had to answer.
func (v *View) MemberPromises(t TeamID, p Period) []PersonPromises { return v.r.MemberPromises(t, p) }

// Actions returns every action, the overdue first.
func (v *View) Actions() []TrackedAction { return v.r.Actions() }

// ActionsOf returns the actions of one owner.
func (v *View) ActionsOf(x PersonID) []TrackedAction { return v.r.ActionsOf(x) }

// ActionState returns what became of an action.
func (v *View) ActionState(a *TrackedAction) ActionState { return v.r.ActionState(a) }

// ActionRecord counts all actions of one owner.
func (v *View) ActionRecord(x PersonID) ActionCount { return v.r.ActionRecord(x) }

// ActionsDue counts the owner's actions that were due within the period.
func (v *View) ActionsDue(x PersonID, p Period) ActionCount { return v.r.ActionsDue(x, p) }

// Completeness returns what one review has and lacks.
func (v *View) Completeness(x PersonID, p Period) Completeness { return v.r.Completeness(x, p) }

// Incomplete returns whose reviews of the team and below lack what, who lacks
// most first.
func (v *View) Incomplete(t TeamID, p Period) []PersonID { return v.r.Incomplete(t, p) }

// Turn returns who has to act next on a review.
func (v *View) Turn(x PersonID, p Period) Turn { return v.r.Turn(x, p) }

// Turns returns who has to act on the reviews of the team and below, who is
// waited for longest first.
func (v *View) Turns(t TeamID, p Period) []Turn { return v.r.Turns(t, p) }

// Appeal returns the appeal of a person against the review of the period.
func (v *View) Appeal(x PersonID, p Period) (AppealState, bool) { return v.r.Appeal(x, p) }

// Effects returns for each lever whether a review shows it used.
func (v *View) Effects(x PersonID, p Period) []Effect { return v.r.Effects(x, p) }

// Gaps returns who of these people, as Incomplete lists them, lacks what.
func (v *View) Gaps(people []PersonID, p Period) Gaps { return v.r.Gaps(people, p) }

// HandedIn returns how many reports there are of how many expected.
func (v *View) HandedIn(t TeamID, p Period) (reports, expected int) { return v.r.HandedIn(t, p) }

// Overview returns what the team's reviews come to in numbers.
func (v *View) Overview(t TeamID, p Period) Overview { return v.r.Overview(t, p) }

// Cascade returns the team's own target of a period and what its people take on.
func (v *View) Cascade(t TeamID, p Period, m MetricID) Cascade { return v.r.Cascade(t, p, m) }

// Assigned is Cascade without its people.
func (v *View) Assigned(t TeamID, p Period, m MetricID) Cascade { return v.r.Assigned(t, p, m) }

// TargetMetrics returns the metrics of which Cascade has anything to say.
func (v *View) TargetMetrics(t TeamID, p Period) []*Metric { return v.r.TargetMetrics(t, p) }

// Bound resolves a figure bound in the prose.
func (v *View) Bound(b *BoundFigure, page Scope, p Period) Bound { return v.r.Bound(b, page, p) }

// Counts returns how many reports and comments there are.
func (v *View) Counts() (reports, comments int) { return v.reports, v.comments }

// Themes returns the themes in their order, those never expected among them.
func (v *View) Themes() []model.Theme { return v.p.Settings.Themes }

// Dictionary returns every metric, in order.
func (v *View) Dictionary() []Metric { return v.p.Settings.Metrics }

// Metric returns the metric, nil where there is none.
func (v *View) Metric(id MetricID) *Metric { return v.p.Metric(id) }

// Breakdowns returns the breakdowns, in order.
func (v *View) Breakdowns() []BreakdownDef { return v.p.Settings.Breakdowns }

// Ratings returns how reviewers score.
func (v *View) Ratings() model.RatingScheme { return v.p.Settings.Ratings }

// PercentRatio returns an amount of percent as a fraction: 90 as 9/10.
func PercentRatio(a Amount) Ratio { return model.NewRatio(a, 100*model.One) }

// AddParts adds two parts of one breakdown; an undefined side adds nothing.
func AddParts(a, b PartFigure) PartFigure {
	add := func(x, y Value) Value {
		switch {
		case !x.Defined():
			return y
		case !y.Defined():
			return x
		}
		return Value{Ratio: analysis.Plus(x.Ratio, y.Ratio)}
	}
	return PartFigure{
		Actual: add(a.Actual, b.Actual), Target: add(a.Target, b.Target), Share: add(a.Share, b.Share),
		Reached: add(a.Reached, b.Reached), Aimed: add(a.Aimed, b.Aimed),
	}
}

// SumSteps adds up steps of a bridge: their deltas and their points.
func SumSteps(steps []Step) (delta, points Value) {
	delta.Ratio, points.Ratio = Amount(0).Ratio(), Amount(0).Ratio()
	for i := range steps {
		s := &steps[i]
		delta.Ratio = analysis.Plus(delta.Ratio, s.Delta.Ratio)
		points.Ratio = analysis.Plus(points.Ratio, s.Points.Ratio)
		if !s.Points.Defined() {
			points.Why = s.Points.Why
		}
	}
	if points.Why != 0 {
		points.Ratio = Ratio{}
	}
	return delta, points
}

// Less returns a − b, undefined where either is.
func Less(a, b Value) Value {
	switch {
	case !a.Defined():
		return a
	case !b.Defined():
		return b
	}
	return Value{Ratio: analysis.Plus(a.Ratio, b.Neg())}
}

// ShareOf returns part/whole, undefined where the whole is not above 0.
func ShareOf(part, whole Value) Value {
	switch {
	case !part.Defined():
		return part
	case !whole.Defined() || whole.Sign() <= 0:
		return Value{Why: analysis.NoTotal}
	}
	return Value{Ratio: model.RatioOf(new(big.Rat).Quo(part.Rat(), whole.Rat()))}
}
