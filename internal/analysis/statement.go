package analysis

import "reviewfolio/internal/model"

// A statement is what one report, or one period of a team's figures, states of
// one metric.
type statement struct {
	actual model.Amount // of a ratio the numerator; of nps promoters − detractors
	den    model.Amount // of a ratio the denominator; of nps all answers
	target model.Amount
	has    sides
}

// sides is what a statement or a sum consists of.
type sides uint8

const (
	hasActual  sides = 1 << iota // every numerator, of a ratio
	hasDen                       // every denominator
	hasTarget                    // a target
	hasPart                      // of a ratio: any metric of either side
	hasPair                      // target and actual together
	hasFigures                   // something of a team's own figures
)

// A column is one metric that the portfolio says anything of.
type column struct {
	metric   *model.Metric
	num, den []int        // of a ratio: the columns of its sides
	ending   bool         // a level, or a ratio of levels: the value at a longer period's end
	endNum   bool         // of a ratio: the numerator is a level
	endDen   bool         // the denominator is a level
	targets  bool         // of a ratio or nps: somebody states a target
	cells    [][]cell     // by scope, then period
	weights  [][]weighted // like cells; nil unless targets
}

// isRatio reports whether the column has a numerator and a denominator.
func (c *column) isRatio() bool {
	return c.metric.Kind == model.RatioKind || c.metric.Kind == model.NPSKind
}

// sides returns of which sides a statement must have all to count, and some to
// be missed.
func (c *column) sides() (some, need sides) {
	switch c.metric.Kind {
	case model.RatioKind:
		return hasPart, hasActual | hasDen
	case model.NPSKind:
		return hasActual | hasTarget, hasActual | hasDen | hasTarget
	}
	return hasActual | hasTarget, hasActual | hasTarget
}

// newColumns returns the columns of the metrics that are stated anywhere, and
// of the ratios between them, in the order of the dictionary.
func newColumns(p *model.Portfolio) ([]column, map[model.MetricID]int) {
	stated := statedMetrics(p)
	var columns []column
	index := map[model.MetricID]int{}
	metrics := p.Settings.Metrics
	for i := range metrics {
		m := &metrics[i]
		if !stated[m.ID] && !(m.Kind == model.RatioKind && all(stated, m.Numerator) && all(stated, m.Denominator)) {
			continue
		}
		index[m.ID] = len(columns)
		columns = append(columns, column{metric: m})
	}
	for i := range columns {
		c := &columns[i]
		c.num, c.endNum = sideColumns(columns, index, c.metric.Numerator)
		c.den, c.endDen = sideColumns(columns, index, c.metric.Denominator)
		c.ending = c.metric.Kind == model.LevelKind || c.endNum && c.endDen
	}
	return columns, index
}

func statedMetrics(p *model.Portfolio) map[model.MetricID]bool {
	stated := map[model.MetricID]bool{}
	note := func(values []model.Value) {
		for i := range values {
			stated[values[i].Metric] = true
		}
	}
	for _, review := range p.Reviews {
		if review.Report != nil {
			note(review.Report.Values)
		}
	}
	for _, team := range p.Teams {
		for _, f := range team.Figures {
			note(f.Values)
		}
	}
	return stated
}

func all(stated map[model.MetricID]bool, ids []model.MetricID) bool {
	for _, id := range ids {
		if !stated[id] {
			return false
		}
	}
	return len(ids) > 0
}

// sideColumns returns the columns of a ratio's side, -1 for a metric that is
// never stated, and whether all of it are levels.
func sideColumns(columns []column, index map[model.MetricID]int, ids []model.MetricID) (side []int, level bool) {
	level = len(ids) > 0
	for _, id := range ids {
		i, ok := index[id]
		if !ok {
			i = -1
		}
		side = append(side, i)
		level = level && ok && columns[i].metric.Kind == model.LevelKind
	}
	return side, level
}

// stateReports fills in what every report states.
func (r *Result) stateReports() {
	for _, review := range r.portfolio.Reviews {
		if x, known := r.org.people[review.Person]; known && review.Report != nil {
			r.addRow(x, r.time.find(review.Period), r.reportRow(x, review))
		}
	}
}

// stateFigures fills in what belongs to no one person.
func (r *Result) stateFigures() {
	for t, team := range r.portfolio.Teams {
		for _, f := range team.Figures {
			r.addRow(r.teamScope(t), r.time.find(f.Period), r.newRow(f.Values))
		}
	}
}

func (r *Result) addRow(reporter, period int, row []statement) {
	r.rows[r.at(reporter, period)] = int32(len(r.statements))
	r.statements = append(r.statements, row)
}

// reportRow returns what a person's report states, with the targets that were
// set before, by column.
func (r *Result) reportRow(x int, review *model.Review) []statement {
	row := r.newRow(review.Report.Values)
	r.planTargets(row, r.portfolio.People[x], review)
	return row
}

// newRow returns what one report or figures state, by column.
func (r *Result) newRow(values []model.Value) []statement {
	row := make([]statement, len(r.columns))
	for i := range values {
		v := &values[i]
		if c, ok := r.column[v.Metric]; ok {
			row[c].state(v)
		}
	}
	for i := range r.columns {
		if c := &r.columns[i]; c.metric.Kind == model.RatioKind {
			row[i].divide(row, c)
		}
	}
	return row
}

func (s *statement) state(v *model.Value) {
	if v.Actual.OK {
		s.actual, s.has = v.Actual.Amount, s.has|hasActual
	}
	if v.NPS != nil {
		s.actual, s.den = v.NPS.Promoters-v.NPS.Detractors, v.NPS.Answers()
		s.has |= hasActual | hasDen
	}
	if v.Target.OK {
		s.target, s.has = v.Target.Amount, s.has|hasTarget
	}
}

// divide fills in a ratio's sides. A side of several metrics needs all of
// them: what is not reported is not 0.
func (s *statement) divide(row []statement, c *column) {
	s.has &^= hasActual
	side := func(columns []int, sum *model.Amount, bit sides) {
		complete := len(columns) > 0
		*sum = 0
		for _, i := range columns {
			if i < 0 || row[i].has&hasActual == 0 {
				complete = false
				continue
			}
			*sum += row[i].actual
			s.has |= hasPart
		}
		if complete {
			s.has |= bit
		}
	}
	side(c.num, &s.actual, hasActual)
	side(c.den, &s.den, hasDen)
}

// planTargets gives the metrics of a report that have no target the one that
// was set before in the person's file. A ratio is a metric of the report that
// names it or that states both its sides.
func (r *Result) planTargets(row []statement, x *model.Person, review *model.Review) {
	for _, planned := range valuesIn(x.Targets, review.Period) {
		c, ok := r.column[planned.Metric]
		if !ok || !planned.Target.OK || row[c].has&hasTarget != 0 {
			continue
		}
		whole := r.columns[c].isRatio() && row[c].has&(hasActual|hasDen) == hasActual|hasDen
		if whole || findValue(review.Report.Values, planned.Metric) != nil {
			row[c].target, row[c].has = planned.Target.Amount, row[c].has|hasTarget
		}
	}
}

// valuesIn returns what a file states for exactly that period.
func valuesIn(list []model.PeriodValues, p model.Period) []model.Value {
	for i := range list {
		if list[i].Period == p {
			return list[i].Values
		}
	}
	return nil
}

func findValue(values []model.Value, m model.MetricID) *model.Value {
	for i := range values {
		if values[i].Metric == m {
			return &values[i]
		}
	}
	return nil
}
