package analysis

import (
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// A Judgement is what became of a goal.
type Judgement uint8

const (
	GoalOpen     Judgement = iota // not yet due
	GoalKept                      // 兑现
	GoalMissed                    // 未兑现
	GoalDropped                   // 取消
	GoalCarried                   // 顺延
	GoalDangling                  // due, and answered by neither figure nor outcome
)

// A Basis is what a judgement rests on.
type Basis uint8

const (
	NoBasis   Basis = iota // open or dangling
	ByFigure               // 按数据
	ByOutcome              // 自述
)

// A Promise is a goal followed from the review that set it to the one that
// answers it (FORMAT.md, report.md).
type Promise struct {
	Person      model.PersonID
	Goal        *model.Goal
	Set         model.Period   // of the report that set the goal
	Answered    model.Period   // of the report that has to answer it; zero where there is none yet
	Outcome     *model.Outcome // what that report says; nil where it says nothing
	Figure      Figure         // of the goal's metric in its period; zero for a deliverable
	Due         model.Date     // as the goal says, else the last day of its period
	Judgement   Judgement
	Basis       Basis
	Contradicts bool // the outcome says otherwise than the figure
	Lapsed      bool // carried over, and not set again by the report that says so

	// A goal that was judged carried, or is not due yet, and stands again under
	// its id is one promise with the later one. First is where it was first
	// made, Carries how often it was put off since, Wordings the goals as they
	// were set before, oldest first.
	First    model.Period
	Carries  int
	Wordings []*model.Goal

	// Again is the goal of this id that the report before First set and that
	// was missed, or never answered, as Then tells: a promise of its own. It is
	// nil where there is none.
	Again *model.Goal
	Then  Judgement
}

// NoReason reports whether the goal was dropped and nothing says why.
func (m *Promise) NoReason() bool {
	return m.Judgement == GoalDropped && strings.TrimSpace(m.Outcome.Note) == ""
}

// Goals returns the goals that the person's report of the period sets, in its
// order, judged as far as they can be.
func (r *Result) Goals(person model.PersonID, p model.Period) []Promise {
	review := r.portfolio.Review(p, person)
	if review == nil || review.Report == nil {
		return nil
	}
	answering := r.reportAfter(person, p)
	list := make([]Promise, len(review.Report.Goals))
	for i := range list {
		list[i] = r.promise(review, &review.Report.Goals[i], answering)
		r.traceBack(&list[i], review)
	}
	return list
}

// Promises returns the goals that the person's report of the period has to
// answer: those of the last earlier report of the same length. The report
// itself need not exist.
func (r *Result) Promises(person model.PersonID, p model.Period) []Promise {
	before := r.reportBefore(person, p)
	if before == nil {
		return nil
	}
	return r.Goals(person, before.Period)
}

// reportBefore returns the person's last review with a report of p's length
// before p, nil where there is none.
func (r *Result) reportBefore(person model.PersonID, p model.Period) *model.Review {
	if review := r.reportOf(person, r.portfolio.Settings.Calendar.Prev(p)); review != nil {
		return review // nearly always
	}
	reviews := r.reviews.of[person]
	for _, review := range slices.Backward(reviews[:r.place(reviews, p)]) {
		if review.Period.Length == p.Length && review.Report != nil {
			return review
		}
	}
	return nil
}

// reportAfter returns the person's next review with a report of p's length
// after p, nil where there is none.
func (r *Result) reportAfter(person model.PersonID, p model.Period) *model.Review {
	if review := r.reportOf(person, r.portfolio.Settings.Calendar.Next(p)); review != nil {
		return review
	}
	reviews := r.reviews.of[person]
	for _, review := range reviews[r.place(reviews, p):] {
		if review.Period.Length == p.Length && review.Period != p && review.Report != nil {
			return review
		}
	}
	return nil
}

// reportOf returns the person's review of the period where it has a report.
func (r *Result) reportOf(person model.PersonID, p model.Period) *model.Review {
	x, known := r.org.people[person]
	if !known {
		return nil
	}
	if i := r.review(x, p); i >= 0 && r.portfolio.Reviews[i].Report != nil {
		return r.portfolio.Reviews[i]
	}
	return nil
}

// place returns where among the reviews the period stands or would stand.
func (r *Result) place(reviews []*model.Review, p model.Period) int {
	i, _ := slices.BinarySearchFunc(reviews, p, func(review *model.Review, p model.Period) int {
		return r.portfolio.Settings.Calendar.Compare(review.Period, p)
	})
	return i
}

// promise follows one goal. answering may be nil.
func (r *Result) promise(set *model.Review, g *model.Goal, answering *model.Review) Promise {
	m := r.awaited(set, g, answering)
	if g.Metric != "" {
		m.Figure = r.Figure(PersonScope(set.Person), r.judgedIn(set, g), g.Metric)
	}
	r.decide(&m, answering)
	return m
}

// awaited returns the promise before it is judged.
func (r *Result) awaited(set *model.Review, g *model.Goal, answering *model.Review) Promise {
	m := Promise{Person: set.Person, Goal: g, Set: set.Period, Due: g.Due}
	if m.Due.IsZero() {
		m.Due = r.portfolio.Settings.Calendar.Last(r.judgedIn(set, g))
	}
	if answering != nil {
		m.Answered, m.Outcome = answering.Period, outcomeOf(answering.Report, g.ID)
	}
	return m
}

// decide judges the promise by what is known of it.
func (r *Result) decide(m *Promise, answering *model.Review) {
	m.judge(r.portfolio.Settings.AsOf)
	m.Lapsed = m.Judgement == GoalCarried && answering.Report.Status > model.Open && goalOf(answering.Report, m.Goal.ID) == nil
}

func outcomeOf(report *model.Report, goal string) *model.Outcome {
	for i := range report.Outcomes {
		if report.Outcomes[i].Goal == goal {
			return &report.Outcomes[i]
		}
	}
	return nil
}

// judge decides by the figure, else by the outcome, else by the day. The due
// day itself still counts as time to answer.
func (m *Promise) judge(asOf model.Date) {
	if kept, ok := m.byFigure(); ok {
		m.Judgement, m.Basis = GoalMissed, ByFigure
		if kept {
			m.Judgement = GoalKept
		}
		m.Contradicts = m.Outcome != nil && contradicts(m.Outcome.Status, kept)
		return
	}
	switch {
	case m.Outcome != nil:
		m.Judgement, m.Basis = judgementOf[m.Outcome.Status], ByOutcome
	case asOf.After(m.Due):
		m.Judgement = GoalDangling
	default:
		m.Judgement = GoalOpen
	}
}

var judgementOf = [...]Judgement{
	model.Kept: GoalKept, model.Missed: GoalMissed, model.Dropped: GoalDropped, model.Carried: GoalCarried,
}

// byFigure tells whether the figure reached the target; ok is false where the
// goal has no metric or target, or the figure is partial or unknown.
func (m *Promise) byFigure() (kept, ok bool) {
	if m.Goal.Metric == "" || !m.Goal.Target.OK || m.Figure.Partial || !m.Figure.Actual.Defined() {
		return false, false
	}
	order := m.Figure.Actual.Compare(inUnit(m.Goal.Target.Amount, m.Figure.Metric.Unit))
	if m.Figure.Metric.Better == model.Lower {
		return order <= 0, true
	}
	return order >= 0, true
}

// contradicts reports whether an outcome says otherwise than the figure. What
// was carried on was not reached; what was dropped may have been either.
func contradicts(o model.OutcomeStatus, kept bool) bool {
	switch o {
	case model.Kept:
		return !kept
	case model.Missed, model.Carried:
		return kept
	}
	return false
}

// traceBack finds the reports that set the promise before: one promise as long
// as each is carried, or open, and stands in the next under the same id. What a
// figure judged is a promise of its own, and so is one that nobody answered.
func (r *Result) traceBack(m *Promise, set *model.Review) {
	m.First = set.Period
	for {
		before := r.reportBefore(m.Person, set.Period)
		if before == nil {
			return
		}
		g := goalOf(before.Report, m.Goal.ID)
		if g == nil {
			return
		}
		switch then := r.promise(before, g, set).Judgement; then {
		case GoalCarried:
			m.Carries++
		case GoalOpen:
		case GoalMissed, GoalDangling:
			m.Again, m.Then = g, then
			return
		default:
			return
		}
		set, m.First = before, before.Period
		m.Wordings = slices.Insert(m.Wordings, 0, g)
	}
}

func goalOf(report *model.Report, id string) *model.Goal {
	for i := range report.Goals {
		if report.Goals[i].ID == id {
			return &report.Goals[i]
		}
	}
	return nil
}
