package source

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// sums adds parts up. A side that some part has and another lacks has no sum.
type sums struct {
	of               string // the breakdown; "" of a series
	last             bool   // of a level's series, which does not add up: its last step
	target, actual   model.Amount
	parts            int
	targets, actuals int // parts that state the side
}

func (s *sums) add(target, actual model.Opt) {
	s.parts++
	if target.OK {
		s.targets++
		s.target += target.Amount
	}
	if actual.OK {
		s.actuals++
		s.actual += actual.Amount
	}
}

// checkSums warns where parts do not add up to the metric the report states.
func (p *parser) checkSums(report *model.Report, m *metric, s sums) {
	for i := range report.Values {
		v := &report.Values[i]
		if v.Metric != m.ID {
			continue
		}
		if v.Actual.OK && s.parts > 0 && s.actuals == s.parts {
			p.differ(v.PosOf(v.Places.Actual), string(m.ID), s, s.actual, v.Actual.Amount)
		}
		if v.Target.OK && s.parts > 0 && s.targets == s.parts {
			p.differ(v.PosOf(v.Places.Target), string(m.ID)+".target", s, s.target, v.Target.Amount)
		}
	}
}

func (p *parser) differ(pos diag.Pos, metric string, s sums, parts, whole model.Amount) {
	switch {
	case parts == whole:
	case s.of != "":
		p.faults.Warn(pos, "parts-differ", metric, s.of, parts.String(), whole.String())
	case s.last:
		p.faults.Warn(pos, "parts-differ.last", metric, parts.String(), whole.String())
	default:
		p.faults.Warn(pos, "parts-differ.series", metric, parts.String(), whole.String())
	}
}

// checkSeries compares steps that cover the report's period with the metric:
// their sum, or of a level the last.
func (p *parser) checkSeries(report *model.Report, m *metric, points []model.Point) {
	var s sums
	months := 0
	for _, x := range points {
		months += x.Period.Length.Months()
		s.add(x.Target, x.Actual)
	}
	if months != p.place.period.Length.Months() {
		return
	}
	if m.Kind == model.LevelKind {
		s = sums{last: true}
		last := points[len(points)-1]
		s.add(last.Target, last.Actual)
	}
	p.checkSums(report, m, s)
}
