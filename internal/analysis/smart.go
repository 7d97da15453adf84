package analysis

import "reviewfolio/internal/model"

// recordLength is how many of a person's own periods a goal is held against: a
// year of quarters.
const recordLength = 4

// A SmartPart is one letter of SMART.
type SmartPart uint8

const (
	Specific SmartPart = iota
	Measurable
	Achievable
	Relevant
	TimeBound
	SmartParts // how many there are
)

var smartNames = [...]string{"specific", "measurable", "achievable", "relevant", "time"}

// String returns the part's name; package words holds its text under "smart."
// and this name.
func (s SmartPart) String() string { return smartNames[s] }

// A SmartFault is what a goal lacks in one part.
type SmartFault uint8

const (
	SmartMet          SmartFault = iota
	SmartUnjudged                // Achievable only: there is nothing to compare, Reach has the reason
	SmartVague                   // Specific: neither a metric nor a deliverable, an intention only
	SmartNoTarget                // Measurable: a metric without target
	SmartNoMeasure               // Measurable: words with neither a number nor a deliverable
	SmartNoBaseline              // Achievable: a target with nothing to start from
	SmartAboveReach              // Achievable: beyond smart.reach over the baseline
	SmartBelowReach              // Achievable: short of it
	SmartAboveRecord             // Achievable: beyond smart.reach over the best of the person's own record
	SmartBelowRecord             // Achievable: short of smart.reach over the weakest of it
	SmartNoTeam                  // Relevant: serves no team
	SmartTeamNoTarget            // Relevant: serves a team that no target is set for in the goal's period
	SmartNoDue                   // TimeBound: no day
	SmartDueEarly                // TimeBound: due within the period that the report is about, or before
	SmartDueLate                 // TimeBound: due later than smart.horizon allows
)

var smartFaultNames = [...]string{
	SmartMet: "met", SmartUnjudged: "unjudged", SmartVague: "vague", SmartNoTarget: "no-target", SmartNoMeasure: "no-measure",
	SmartNoBaseline: "no-baseline", SmartAboveReach: "above-reach", SmartBelowReach: "below-reach",
	SmartAboveRecord: "above-record", SmartBelowRecord: "below-record", SmartNoTeam: "no-team", SmartTeamNoTarget: "team-no-target",
	SmartNoDue: "no-due", SmartDueEarly: "due-early", SmartDueLate: "due-late",
}

// String returns the fault's name; package words holds its text under "smart."
// and this name.
func (f SmartFault) String() string { return smartFaultNames[f] }

// A Smart is how a goal stands against SMART (FORMAT.md, smart and goals).
type Smart struct {
	Goal   *model.Goal
	Metric *model.Metric // nil of a deliverable
	Faults [SmartParts]SmartFault

	// Target against baseline, and against the best and the weakest of the
	// person's last four figures of the goal's length, up to the report's own
	// period. All are target / figure, where lower is better 2 − that and not
	// below 0, so that more is always asked for by the higher one; the
	// reasonable lies within smart.reach.
	Reach, OverBest, OverWeakest Value
	Best, Weakest, Latest        Value // the figures themselves
	Recorded                     int   // how many figures the record has

	After, Until model.Date // a due day lies after the first and not after the second
}

// Lacks reports whether any part is not met.
func (s *Smart) Lacks() bool {
	for _, f := range s.Faults {
		if f > SmartUnjudged {
			return true
		}
	}
	return false
}

// SmartGoals returns how the goals of the person's report of the period stand,
// in the order of Goals.
func (r *Result) SmartGoals(person model.PersonID, p model.Period) []Smart {
	review := r.portfolio.Review(p, person)
	if review == nil || review.Report == nil {
		return nil
	}
	list := make([]Smart, len(review.Report.Goals))
	for i := range list {
		list[i] = r.smart(review, &review.Report.Goals[i])
	}
	return list
}

func (r *Result) smart(set *model.Review, g *model.Goal) Smart {
	s := Smart{Goal: g, Metric: r.portfolio.Metric(g.Metric)}
	s.After, s.Until = r.dueBetween(set.Period)
	s.Faults[Specific], s.Faults[Measurable] = worded(g)
	s.Faults[Achievable] = r.achievable(&s, set)
	s.Faults[Relevant] = r.relevant(set, g)
	s.Faults[TimeBound] = s.timed()
	return s
}

// worded judges what a goal names and by what it is measured: the metric with
// its target, of a deliverable its words or a bare number.
func worded(g *model.Goal) (specific, measurable SmartFault) {
	switch {
	case g.Metric != "" && !g.Target.OK:
		return SmartMet, SmartNoTarget
	case g.Metric != "" || g.Target.OK:
		return SmartMet, SmartMet
	}
	switch readStatement(g.Statement) {
	case intentionOnly:
		return SmartVague, SmartNoMeasure
	case unmeasured:
		return SmartMet, SmartNoMeasure
	}
	return SmartMet, SmartMet
}

// achievable compares the target with the baseline, then with what the person
// did before.
func (r *Result) achievable(s *Smart, set *model.Review) SmartFault {
	s.Reach, s.OverBest, s.OverWeakest = undefined(NotAFigure), undefined(NoActual), undefined(NoActual)
	s.Best, s.Weakest, s.Latest = undefined(NoActual), undefined(NoActual), undefined(NoActual)
	if s.Metric == nil {
		return SmartUnjudged
	}
	r.record(s, set)
	if !s.Goal.Target.OK {
		s.Reach = undefined(NoTarget)
		return SmartUnjudged
	}
	if !s.Goal.Baseline.OK {
		s.Reach = undefined(NoPrior)
		return SmartNoBaseline
	}
	over := func(figure Value) Value { return asked(s.Goal.Target, figure, s.Metric) }
	s.Reach = over(defined(inUnit(s.Goal.Baseline.Amount, s.Metric.Unit)))
	s.OverBest, s.OverWeakest = over(s.Best), over(s.Weakest)
	low, high := r.reach()
	switch {
	case s.Reach.Defined() && s.Reach.Compare(high) > 0:
		return SmartAboveReach
	case s.Reach.Defined() && s.Reach.Compare(low) < 0:
		return SmartBelowReach
	case s.OverBest.Defined() && s.OverBest.Compare(high) > 0:
		return SmartAboveRecord
	case s.OverWeakest.Defined() && s.OverWeakest.Compare(low) < 0:
		return SmartBelowRecord
	case !s.Reach.Defined():
		return SmartUnjudged
	}
	return SmartMet
}

// asked returns how much a target asks over a figure.
func asked(target model.Opt, figure Value, m *model.Metric) Value {
	switch {
	case !figure.Defined():
		return figure
	case figure.Sign() <= 0:
		return undefined(BaselineNotPositive)
	}
	return attained(inUnit(target.Amount, m.Unit), figure.Ratio, m.Better)
}

// record finds the best and the weakest of the person's last figures.
func (r *Result) record(s *Smart, set *model.Review) {
	x, known := r.org.people[set.Person]
	column, stated := r.column[s.Metric.ID]
	if !known || !stated {
		return
	}
	c := r.time.calendar
	p := c.Of(c.Last(set.Period), r.judgedIn(set, s.Goal).Length)
	if c.Last(p).After(c.Last(set.Period)) {
		p = c.Prev(p)
	}
	for range recordLength {
		period := r.time.find(p)
		p = c.Prev(p)
		if period < 0 || r.time.spans[period].partial || r.incomplete[r.at(x, period)] {
			continue
		}
		v := r.actual(point{x, period, column})
		if !v.Defined() {
			continue
		}
		if s.Recorded++; s.Recorded == 1 {
			s.Latest = v
		}
		if s.Recorded == 1 || better(s.Metric, v, s.Best) {
			s.Best = v
		}
		if s.Recorded == 1 || better(s.Metric, s.Weakest, v) {
			s.Weakest = v
		}
	}
}

func better(m *model.Metric, a, b Value) bool {
	if m.Better == model.Lower {
		return a.Compare(b.Ratio) < 0
	}
	return a.Compare(b.Ratio) > 0
}

// relevant tells whether the goal serves a team that has a target in the
// goal's period, in a longer one that holds it, or in a part of it.
func (r *Result) relevant(set *model.Review, g *model.Goal) SmartFault {
	team := r.portfolio.Team(g.Supports)
	if team == nil {
		return SmartNoTeam
	}
	c, judged := r.time.calendar, r.judgedIn(set, g)
	for _, x := range team.Targets {
		if x.Period != judged && !c.Contains(x.Period, judged) && !c.Contains(judged, x.Period) {
			continue
		}
		for i := range x.Values {
			if x.Values[i].Target.OK {
				return SmartMet
			}
		}
	}
	return SmartTeamNoTarget
}

// dueBetween returns between which days a goal of a report is due: after the
// period, and within so many periods of the cycle as smart.horizon says. A
// report about a longer period looks as many of its own length ahead.
func (r *Result) dueBetween(p model.Period) (after, until model.Date) {
	c, settings := r.time.calendar, &r.portfolio.Settings
	base := p
	if p.Length < settings.Cycle {
		base, _ = c.In(p, settings.Cycle)
	}
	return c.Last(p), c.Last(c.Add(base, settings.Smart.Horizon))
}

func (s *Smart) timed() SmartFault {
	switch due := s.Goal.Due; {
	case due.IsZero():
		return SmartNoDue
	case !due.After(s.After):
		return SmartDueEarly
	case due.After(s.Until):
		return SmartDueLate
	}
	return SmartMet
}

// reach returns the least and the most that a goal may ask, as fractions.
func (r *Result) reach() (low, high model.Ratio) {
	reach := r.portfolio.Settings.Smart.Reach
	return inUnit(reach[0], model.Percent), inUnit(reach[1], model.Percent)
}
