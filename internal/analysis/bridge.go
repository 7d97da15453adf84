package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A Bridge leads from one period's figure to another's in steps that add up
// exactly.
type Bridge struct {
	Scope         Scope
	Metric        *model.Metric
	From, To      model.Period
	Before, After Value // the figure in From and in To
	Delta         Value // After − Before
	Change        Change
	Steps         []Step // from the largest gain to the largest loss, what is in no part last
	Why           Reason // why there are no steps

	By       model.BreakdownID // whose parts the steps are; "" where they are teams and people
	Absent   []model.PersonID  // of a breakdown: who reported in From and owes a report in To
	OneSided []model.PersonID  // of a breakdown: who has the figure in both periods and its parts in one only
}

// A Step is what one part of the scope adds to the change.
type Step struct {
	Scope         Scope      // child team or person; the team itself where Figures is set
	Part          string     // of a breakdown: its name
	Effect        StepEffect // of a bridge of prices and volumes
	Figures       bool       // the team's own figures
	Unassigned    bool       // what the breakdown has in no part
	Missing       bool       // reported in From and owes a report in To; of a breakdown all who do
	Joined        bool       // nothing in From
	Left          bool       // nothing in To, and no report owed
	Before, After Value      // the part's figure
	Delta         Value      // the steps' deltas add up to the bridge's
	Points        Value      // part of Change; the steps' points add up to it

	// Of a ratio, Delta is the sum of the two: what the part's own ratio adds,
	// and what its weight adds. Who is in one period only adds by weight.
	Rate, Mix Value
}

// Bridge explains how the figure went from the one period to the other, by
// child teams, own members and own figures. A missing report is a step of its
// own, wherever below the team it is missing, and its team's step goes without
// it. Steps is empty where either figure is undefined.
//
// A part adds after − before to a sum. To a ratio R = N/D it adds
// (n₁ − R₀d₁)/D₁ − (n₀ − R₀d₀)/D₀: what it takes the whole away from the
// earlier ratio, so that a part which merely grows at that ratio adds nothing.
// With weights wᵢ = dᵢ/D and ratios rᵢ that is w₁(r₁ − r₀), its rate effect, and
// (w₁ − w₀)(r₀ − R₀), its mix effect.
func (r *Result) Bridge(s Scope, m model.MetricID, p, against model.Period) Bridge {
	b, from, to := r.openBridge(s, m, p, against)
	if !b.Delta.Defined() {
		return b
	}
	r.addSteps(&b, r.pairParts(from, to), from, to)
	return b
}

// openBridge returns the bridge without its steps, and where it leads from and
// to, which is nowhere where there is nothing to explain.
func (r *Result) openBridge(s Scope, m model.MetricID, p, against model.Period) (b Bridge, from, to point) {
	b = Bridge{Scope: s, From: against, To: p}
	after, before := r.Figure(s, p, m), r.Figure(s, against, m)
	b.Metric, b.Before, b.After = after.Metric, before.Actual, after.Actual
	b.Delta = difference(b.After, b.Before)
	b.Change = Change{Value: undefined(NoPrior)}
	if b.Why = b.Delta.Why; b.Why != ReasonNone {
		return b, from, to
	}
	scope, _ := r.scope(s)
	to = point{scope, r.time.find(p), r.column[m]}
	from = point{scope, r.time.find(against), r.column[m]}
	b.Change = r.change(to, b.After, from.period)
	return b, from, to
}

// addSteps turns the parts into steps, in their order.
func (r *Result) addSteps(b *Bridge, pairs []partPair, from, to point) {
	b.Steps = make([]Step, len(pairs))
	for i := range pairs {
		b.Steps[i] = r.step(b, &pairs[i], from, to)
	}
	slices.SortStableFunc(b.Steps, func(x, y Step) int {
		return cmp.Or(isLast(&x)-isLast(&y), LargerFirst(x.Delta, y.Delta),
			cmp.Compare(x.Scope.Team, y.Scope.Team), cmp.Compare(x.Scope.Person, y.Scope.Person), cmp.Compare(x.Part, y.Part))
	})
}

// isLast is 1 for the step that stands last whatever its size.
func isLast(s *Step) int {
	if s.Unassigned {
		return 1
	}
	return 0
}

// A partPair is one part of a figure in two periods.
type partPair struct {
	before, after part
	missing       bool

	breakdown  bool   // a part of a breakdown
	name       string // its name
	unassigned bool   // what is in no part
}

// pairParts returns the parts of both figures, and on their own those whose
// report is missing in the later one.
func (r *Result) pairParts(from, to point) []partPair {
	before, after := r.parts(from), r.parts(to)
	pairs := make([]partPair, 0, max(len(before), len(after))+1)
	find := func(p *part) *partPair {
		for i := range pairs {
			if q := &pairs[i]; q.before.scope == p.scope && q.before.figures == p.figures {
				return q
			}
		}
		empty := part{scope: p.scope, figures: p.figures}
		pairs = append(pairs, partPair{before: empty, after: empty})
		return &pairs[len(pairs)-1]
	}
	for i := range before {
		find(&before[i]).before = before[i]
	}
	for i := range after {
		find(&after[i]).after = after[i]
	}
	for _, x := range r.reporters(from.scope) {
		if r.owes(x, from, to) {
			pairs = r.setApart(pairs, x, from)
		}
	}
	return slices.DeleteFunc(pairs, func(p partPair) bool { return p.before.cell == cell{} && p.after.cell == cell{} })
}

// owes reports whether the person, who reported in from, belongs to the scope
// in to and has no report there.
func (r *Result) owes(x int, from, to point) bool {
	if r.present[r.at(x, from.period)] == 0 || r.present[r.at(x, to.period)] != 0 || !r.portfolio.People[x].Reports {
		return false
	}
	team := to.scope - len(r.portfolio.People)
	return team < 0 || r.org.within(r.teamAt(x, to.period), team)
}

// setApart moves what the person reported out of the child team's part into a
// part of its own.
func (r *Result) setApart(pairs []partPair, x int, from point) []partPair {
	for i := range pairs {
		if pairs[i].before.scope == x {
			pairs[i].missing = true
			return pairs
		}
	}
	for i := range pairs {
		p := &pairs[i].before
		if p.figures || p.scope < len(r.portfolio.People) {
			continue
		}
		if _, in := slices.BinarySearch(r.org.below[p.scope-len(r.portfolio.People)], x); !in {
			continue
		}
		child := point{p.scope, from.period, from.column}
		own := r.ownCell(x, child, r.isWhole(from))
		if own.has == 0 {
			continue
		}
		p.cell.actual -= own.actual
		p.cell.den -= own.den
		p.cell.people -= own.people
		if p.cell.people == 0 && p.cell.actual == 0 && p.cell.den == 0 {
			p.cell = cell{}
		}
		pairs = append(pairs, partPair{before: part{scope: x, cell: own}, after: part{scope: x}, missing: true})
	}
	return pairs
}

// ownCell returns what the person reported in the scope.
func (r *Result) ownCell(x int, at point, whole bool) cell {
	if whole {
		return r.wholeSides(&r.columns[at.column], func(i int) cell {
			d := r.readIn(x, point{at.scope, at.period, i})
			return d.tally()
		})
	}
	d := r.readIn(x, at)
	return d.tally()
}

func (r *Result) step(b *Bridge, pair *partPair, from, to point) Step {
	col := &r.columns[to.column]
	s := Step{
		Part: pair.name, Figures: pair.before.figures, Missing: pair.missing, Unassigned: pair.unassigned,
		Before: col.actualOf(&pair.before.cell), After: col.actualOf(&pair.after.cell),
	}
	if !pair.breakdown {
		s.Scope = r.scopeOf(pair.before.scope)
	}
	s.Joined = pair.before.cell.has == 0
	s.Left = pair.after.cell.has == 0 && !s.Missing
	if col.isRatio() {
		r.ratioStep(&s, b, pair, from, to)
		return s
	}
	unit := col.metric.Unit
	s.Delta = defined(lowest(minus(inUnit(pair.after.cell.actual, unit), inUnit(pair.before.cell.actual, unit))))
	switch {
	case !b.Change.Defined():
		s.Points = undefined(b.Change.Why)
	case b.Change.Points:
		s.Points = s.Delta
	default:
		s.Points = defined(lowest(quotient(s.Delta.Ratio, b.Before.Ratio)))
	}
	return s
}
