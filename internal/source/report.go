package source

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// rawReport is the front matter of a report.
type rawReport struct {
	title       at[string]
	status      at[model.Status]
	date        at[model.Date]
	metrics     at[[]entry[rawValue]]
	breakdowns  at[[]entry[[]entry[rawValue]]]
	series      at[[]entry[[]entry[rawValue]]]
	restates    at[[]entry[[]entry[rawValue]]]
	selfRatings at[[]entry[model.Number]]
	goals       at[[]at[rawGoal]]
	outcomes    at[[]entry[rawOutcome]]
	history     at[[]at[rawChange]]
}

type (
	rawGoal struct {
		id, statement, metric, supports at[string]
		target, baseline                at[model.Number]
		period                          at[model.Period]
		due                             at[model.Date]
	}
	rawOutcome struct {
		status at[model.OutcomeStatus]
		note   at[string]
	}
	rawChange struct {
		status at[model.Status]
		by     at[string]
		date   at[model.Date]
	}
)

var statusKind = oneOf(model.ParseStatus, "draft", "open", "submitted", "shared", "acknowledged")

var reportKind = object(
	key("title", "Title", textKind, func(x *rawReport) *at[string] { return &x.title }),
	key("status", "How far the report has come; submitted unless said", statusKind, func(x *rawReport) *at[model.Status] { return &x.status }),
	key("date", "The day it was written", dateKind, func(x *rawReport) *at[model.Date] { return &x.date }),
	within(key("metrics", "The person's own figures, by metric; a bare number is the actual", table(metricKeys, valueKind), func(x *rawReport) *at[[]entry[rawValue]] { return &x.metrics })),
	within(key("breakdowns", "How metrics split into named parts", table(breakdownKeys, table(nameKeys, partKind)), func(x *rawReport) *at[[]entry[[]entry[rawValue]]] { return &x.breakdowns })),
	within(key("series", "Finer steps of a metric, by period", table(metricKeys, table(periodKeys, partKind)), func(x *rawReport) *at[[]entry[[]entry[rawValue]]] { return &x.series })),
	key("restates", "Corrections of earlier periods, by period and metric", table(periodKeys, table(metricKeys, figureKind)), func(x *rawReport) *at[[]entry[[]entry[rawValue]]] { return &x.restates }),
	key("self_ratings", "The person's own scores, by dimension", table(dimensionKeys, numberKind), func(x *rawReport) *at[[]entry[model.Number]] { return &x.selfRatings }),
	key("goals", "What is promised for the next period", list(goalKind), func(x *rawReport) *at[[]at[rawGoal]] { return &x.goals }),
	key("outcomes", "What became of the goals of the last earlier report of this length, by their ids", table(termKeys, object(
		key("status", "What became of the goal", oneOf(model.ParseOutcome, "kept", "missed", "dropped", "carried"), func(o *rawOutcome) *at[model.OutcomeStatus] { return &o.status }),
		key("note", "Why, or what was reached", textKind, func(o *rawOutcome) *at[string] { return &o.note }),
	)), func(x *rawReport) *at[[]entry[rawOutcome]] { return &x.outcomes }),
	key("history", "Status changes, in order", list(object(
		must(key("status", "The new status", statusKind, func(c *rawChange) *at[model.Status] { return &c.status })),
		key("by", "Who changed it", nameOf, func(c *rawChange) *at[string] { return &c.by }),
		key("date", "When", dateKind, func(c *rawChange) *at[model.Date] { return &c.date }),
	)), func(x *rawReport) *at[[]at[rawChange]] { return &x.history }),
)

var goalKind = object(
	must(key("id", "Id, by which a later report answers it", termKind, func(g *rawGoal) *at[string] { return &g.id })),
	key("statement", "The goal in words", textKind, func(g *rawGoal) *at[string] { return &g.statement }),
	key("metric", "The metric that judges it", nameOf, func(g *rawGoal) *at[string] { return &g.metric }),
	key("target", "The figure to reach", numberKind, func(g *rawGoal) *at[model.Number] { return &g.target }),
	key("baseline", "The figure to start from", numberKind, func(g *rawGoal) *at[model.Number] { return &g.baseline }),
	key("period", "Whose figure judges it; the next of the same length unless said", periodKind, func(g *rawGoal) *at[model.Period] { return &g.period }),
	key("due", "The day it is due", dateKind, func(g *rawGoal) *at[model.Date] { return &g.due }),
	key("supports", "A team whose target it serves", nameOf, func(g *rawGoal) *at[string] { return &g.supports }),
)

// report reads a report.
func (p *parser) report(raw *rawReport) {
	report := &model.Report{
		File:        p.place.path,
		Title:       raw.title.v,
		Status:      raw.status.or(model.Submitted),
		Date:        raw.date.v,
		Values:      p.values(raw.metrics.v),
		Restates:    p.restates(raw.restates.v),
		SelfRatings: p.ratings(raw.selfRatings.v),
		Goals:       p.goals(raw.goals.v),
		History:     p.history(raw.history.v),
	}
	p.out.goalless = raw.goals.spoilt()
	report.Breakdowns = p.breakdownValues(report, raw.breakdowns.v)
	report.Series = p.seriesValues(report, raw.series.v)
	for _, o := range raw.outcomes.v {
		outcome := model.Outcome{Goal: o.key, Status: o.v.status.v, Note: o.v.note.v, Pos: p.pos(o.pos), StatusPos: p.pos(o.v.status.pos)}
		p.out.outcomes = append(p.out.outcomes, outcome)
		if o.v.status.ok {
			report.Outcomes = append(report.Outcomes, outcome)
		}
	}
	report.Body = p.prose()
	p.out.report = report
}

func (p *parser) restates(raw []entry[[]entry[rawValue]]) []model.PeriodValues {
	earlier := raw[:0:0]
	for _, x := range raw {
		period, _ := model.ParsePeriod(x.key)
		if !p.Calendar.Last(period).Before(p.Calendar.Last(p.place.period)) {
			p.fault(x.pos, "restates-later", x.key, p.place.period.String())
			continue
		}
		earlier = append(earlier, x)
	}
	return p.periods(earlier)
}

func (p *parser) goals(raw []at[rawGoal]) []model.Goal {
	var goals []model.Goal
	for _, x := range raw {
		g := x.v
		goal := model.Goal{
			ID:        g.id.v,
			Statement: g.statement.v,
			Period:    g.period.or(p.Calendar.Next(p.place.period)),
			Due:       g.due.v,
			Supports:  model.TeamID(g.supports.v),
			Pos:       p.pos(x.pos),
		}
		if slices.ContainsFunc(goals, func(other model.Goal) bool { return other.ID == goal.ID && goal.ID != "" }) {
			p.fault(g.id.pos, "duplicate-goal", goal.ID)
		}
		unit := model.Count
		if g.metric.ok {
			if m := p.metric(g.metric.v, g.metric.pos); m != nil {
				goal.Metric, unit = m.ID, m.Unit
			}
		}
		if goal.Metric != "" || !g.metric.ok {
			goal.Target = p.opt(g.target, unit, "target")
			goal.Baseline = p.opt(g.baseline, unit, "baseline")
		}
		if !g.statement.ok && !g.metric.ok && !g.statement.spoilt() && !g.metric.spoilt() {
			p.fault(x.pos, "missing-key.goal")
		}
		p.needTeam(g.supports)
		goals = append(goals, goal)
	}
	return goals
}

func (p *parser) history(raw []at[rawChange]) []model.StatusChange {
	var changes []model.StatusChange
	var last model.Date
	for _, x := range raw {
		c := x.v
		p.needReviewer(c.by)
		if c.date.ok && c.date.v.Before(last) {
			p.fault(c.date.pos, "history-order", c.date.v.String(), last.String())
		}
		last = c.date.or(last)
		changes = append(changes, model.StatusChange{
			Status: c.status.v, By: model.PersonID(c.by.v), Date: c.date.v, Pos: p.pos(x.pos),
		})
	}
	return changes
}

// breakdownValues reads how metrics split, and tells where the parts do not
// add up to the metric.
func (p *parser) breakdownValues(report *model.Report, raw []entry[[]entry[rawValue]]) []model.BreakdownValues {
	var list []model.BreakdownValues
	for _, x := range raw {
		b := p.lookup.breakdowns[x.key]
		if b == nil {
			p.notThere(x.pos, "unknown-breakdown", x.key, p.breakdownMeant(x.key))
			continue
		}
		of := p.metrics[string(b.Of)]
		if of == nil {
			continue // told in site.yaml
		}
		values := model.BreakdownValues{Breakdown: b.ID, Pos: p.pos(x.pos)}
		sum := sums{of: x.key}
		parts := make([]model.Part, 0, len(x.v))
		for _, part := range x.v {
			if b.Parts != nil && !slices.Contains(b.Parts, part.key) {
				d := p.warn(part.pos, "unknown-part", x.key, part.key)
				if near, ok := diag.Nearest(part.key, b.Parts); ok {
					d.WithHint("hint-did-you-mean", near)
				}
			}
			target := p.opt(part.v.target, of.Unit, x.key, part.key, "target")
			actual := p.opt(part.v.actual, of.Unit, x.key, part.key)
			sum.add(target, actual)
			if target.OK || actual.OK {
				parts = append(parts, model.Part{Name: part.key, Target: target, Actual: actual, Pos: p.pos(part.pos)})
			}
		}
		p.checkSums(report, of, sum)
		if values.Parts = parts; len(parts) > 0 {
			list = append(list, values)
		}
	}
	slices.SortStableFunc(list, func(a, b model.BreakdownValues) int {
		return p.lookup.breakdowns[string(a.Breakdown)].Order - p.lookup.breakdowns[string(b.Breakdown)].Order
	})
	return list
}

// seriesValues reads finer steps, and tells where those that make up the whole
// period do not add up to the metric.
func (p *parser) seriesValues(report *model.Report, raw []entry[[]entry[rawValue]]) []model.SeriesValues {
	var list []model.SeriesValues
	for _, x := range raw {
		m := p.metric(x.key, x.pos)
		if m == nil {
			continue
		}
		if m.Kind == model.RatioKind || m.Kind == model.NPSKind {
			p.fault(x.pos, "series-of-ratio", x.key)
			continue
		}
		values := model.SeriesValues{Metric: m.ID, Pos: p.pos(x.pos)}
		for _, step := range x.v {
			period, _ := model.ParsePeriod(step.key)
			if period.Length >= p.place.period.Length || !p.Calendar.Contains(p.place.period, period) {
				p.fault(step.pos, "series-outside", step.key, p.place.period.String())
				continue
			}
			point := model.Point{
				Period: period,
				Target: p.opt(step.v.target, m.Unit, x.key, step.key, "target"),
				Actual: p.opt(step.v.actual, m.Unit, x.key, step.key),
				Pos:    p.pos(step.pos),
			}
			if point.Target.OK || point.Actual.OK {
				values.Points = append(values.Points, point)
			}
		}
		slices.SortStableFunc(values.Points, func(a, b model.Point) int { return p.Calendar.Compare(a.Period, b.Period) })
		p.checkSeries(report, m, values.Points)
		if len(values.Points) > 0 {
			list = append(list, values)
		}
	}
	slices.SortStableFunc(list, func(a, b model.SeriesValues) int {
		return p.metrics[string(a.Metric)].Order - p.metrics[string(b.Metric)].Order
	})
	return list
}
