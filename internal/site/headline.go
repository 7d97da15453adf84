package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// written returns a text for words that take "" for what is undefined.
func written(v audience.Value, text string) string {
	if !v.Defined() {
		return ""
	}
	return text
}

// standingOf is how the scope stands in the period, as headlines take it.
func (p *page) standingOf(f Figure, withPeriod bool) words.Standing {
	m := f.Metric
	s := words.Standing{
		Metric:     p.metricName(m),
		Actual:     written(f.Actual, p.figure(m, f.Actual.Ratio)),
		Attainment: written(f.Attainment, words.Percent(frac(f.Attainment.Ratio))),
	}
	if f.QoQ.Defined() {
		s.QoQ = p.lang.Change(frac(f.QoQ.Ratio), words.Unit(m.Unit), f.QoQ.Points).Text
	}
	if withPeriod {
		s.Period = p.lang.PeriodShort(p.calendarPeriod(f.Period))
	}
	if f.Partial {
		s.Elapsed = p.lang.Elapsed(f.Elapsed, f.Total)
	}
	return s
}

// yearToDate is the year that holds q, against its own target and the
// calendar; nothing where q is a year itself or no target is set for the year.
func (p *page) yearToDate(scope Scope, q Period) words.YearToDate {
	f := p.view.Figure(scope, p.yearOf(q), p.info.KPIs[0]).AgainstSet()
	if q.Length == audience.Year || !f.BySet || !f.Attainment.Defined() {
		return words.YearToDate{}
	}
	y := words.YearToDate{Attainment: words.Percent(frac(f.Attainment.Ratio)), Over: !f.Partial}
	if f.Partial && f.Total > 0 {
		elapsed := audience.Value{Ratio: Ratio{Num: int64(f.Elapsed), Den: int64(f.Total)}}
		gap := audience.Less(f.Attainment, elapsed)
		y.Gap = p.lang.Size(frac(gap.Ratio), words.Style{Unit: words.PercentUnit})
		y.Sign = p.lang.Change(frac(gap.Ratio), words.PercentUnit, true).Sign
	}
	return y
}

// teamSentences are the headline of a team's page and what follows from it.
func (p *page) teamSentences(t audience.Team, q Period, o audience.Overview) (headline, lead string) {
	f := p.view.Figure(audience.TeamScope(t.ID), q, p.info.KPIs[0])
	s := p.standingOf(f, true)
	if t.Parent == "" {
		headline = p.lang.HomeHeadline(s, p.yearToDate(f.Scope, q))
	} else {
		rate := ""
		if len(p.info.KPIs) > 1 {
			rate = p.rateName()
		}
		headline = p.lang.TeamHeadline(s, o.Judged, o.Attained, rate)
	}
	return headline, p.teamLead(t, q)
}

// teamLead names who or what carried the team beyond its target and who fell
// short of theirs, in figures.
func (p *page) teamLead(t audience.Team, q Period) string {
	var over, under []words.Gap
	for _, s := range p.partScopes(t, q) {
		f := p.view.Figure(s, q, p.info.KPIs[0])
		if !f.Gap.Defined() || !f.Attainment.Defined() {
			continue
		}
		g := words.Gap{Name: p.scopeName(s), Size: p.lang.Size(frac(f.Gap.Ratio), p.style(f.Metric))}
		switch {
		case f.Gap.Sign() < 0:
			over = append(over, g)
		case f.Gap.Sign() > 0:
			under = append(under, g)
		}
	}
	f := p.view.Figure(audience.TeamScope(t.ID), q, p.info.KPIs[0])
	return p.lang.TeamLead(over, under, f.Metric.Better == audience.Lower)
}

// partScopes are the teams below, or the people of a team that has none.
func (p *page) partScopes(t audience.Team, q Period) []Scope {
	var list []Scope
	for _, c := range t.Children {
		list = append(list, audience.TeamScope(c))
	}
	if len(list) > 0 {
		return list
	}
	for _, x := range p.view.Members(t.ID, q) {
		list = append(list, audience.PersonScope(x))
	}
	return list
}
