package site

import (
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostNames is how many parts or people an explanation names before it counts
// the rest.
const mostNames = 6

// explained writes a figure that says on hover or focus how it came about: the
// formula, the parts, who counts and who does not, and as of when. inner is
// what stands on the page.
func (p *page) explained(h *markup.HTML, f Figure, inner func(*markup.HTML)) {
	if f.Metric == nil {
		inner(h)
		return
	}
	p.tips++
	h.Raw(`<span class="has-tip"><span class="fx" tabindex="0" aria-describedby="t`).Int(p.tips).Raw(`">`)
	inner(h)
	h.Raw(`</span><span class="tip" role="tooltip" id="t`).Int(p.tips).Raw(`">`)
	p.explanation(h, f)
	h.Raw(`</span></span>`)
	p.noteFigure(f)
}

func (p *page) explanation(h *markup.HTML, f Figure) {
	m := f.Metric
	line := func(text string) {
		if text != "" {
			h.Raw(`<span>`).Text(text).Raw(`</span>`)
		}
	}
	var e audience.Explanation // of a person's own report there is nothing to add up
	if f.Scope.Team != "" || f.Period.Length > p.info.Cycle {
		e = p.view.ExplainFigure(f)
	}
	h.Raw(`<b>`).Text(p.metricName(m)).Raw(`</b>`)
	line(p.formula(f, e))
	p.sides(line, f, e)
	line(p.parts(e, m))
	if f.Scope.Team != "" {
		line(p.countedPeople(f, e))
		line(p.excluded(e))
	}
	if f.Partial {
		line(p.lang.Text("explain.partial", p.lang.Text("period.partial"), p.lang.Elapsed(f.Elapsed, f.Total)))
	}
	if len(f.Missing) > 0 {
		line(p.lang.Text("explain.missing", p.periodList(f.Missing)))
	}
	line(p.metrics[m.ID].definition)
	line(p.asOf)
}

// formula says how the figure was worked out.
func (p *page) formula(f Figure, e audience.Explanation) string {
	m := f.Metric
	switch {
	case m.Kind == audience.NPSKind:
		return p.lang.Text("formula.nps")
	case m.Kind == audience.RatioKind && e.Whole:
		return p.lang.Text("formula.ratio-whole", p.metricSum(m.Numerator), p.metricSum(m.Denominator))
	case m.Kind == audience.RatioKind && f.Scope.Team != "":
		return p.lang.Text("formula.ratio-sums", p.metricSum(m.Numerator), p.metricSum(m.Denominator))
	case m.Kind == audience.RatioKind:
		return p.lang.Text("formula.ratio", p.metricSum(m.Numerator), p.metricSum(m.Denominator))
	case f.Scope.Team == "" && len(e.Parts) < 2:
		return p.lang.Text("formula.reported")
	case f.Scope.Team == "":
		return p.lang.Text("formula.sum-parts")
	case e.Figures && f.People == 0 && len(e.Parts) < 2:
		return p.lang.Text("formula.figures")
	case e.Figures && f.People == 0:
		return p.lang.Text("formula.figures-teams")
	case m.Kind == audience.LevelKind && e.Figures:
		return p.lang.Text("formula.level-figures")
	case m.Kind == audience.LevelKind:
		return p.lang.Text("formula.level-people")
	}
	return p.lang.Text("formula.sum-teams")
}

// countedPeople says how many people's reports are in a team's figure. What teams
// state themselves is of nobody in particular.
func (p *page) countedPeople(f Figure, e audience.Explanation) string {
	switch {
	case e.Figures && f.People == 0:
		return p.lang.Text("explain.no-people")
	case e.Figures:
		return p.lang.Text("explain.counted-beside", f.People)
	}
	return p.lang.Text("explain.counted", f.People)
}

// metricSum names metrics that are added: 赢单数 + 丢单数.
func (s *Site) metricSum(ids []MetricID) string {
	text := ""
	for i, id := range ids {
		if i > 0 {
			text += " + "
		}
		if m := s.view.Metric(id); m != nil {
			text += s.metricName(m)
		}
	}
	if len(ids) > 1 {
		return s.lang.Text("formula.added", text)
	}
	return text
}

// sides writes actual, target and the two sides of a ratio in full.
func (p *page) sides(line func(string), f Figure, e audience.Explanation) {
	m := f.Metric
	if f.Numerator.Defined() && f.Denominator.Defined() && f.Actual.Defined() {
		line(p.lang.Text("explain.quotient", words.Count(frac(f.Numerator.Ratio)), words.Count(frac(f.Denominator.Ratio)), p.figure(m, f.Actual.Ratio)))
	}
	if f.Attainment.Defined() {
		key, target := "explain.attainment", p.lang.Text("explain.target")
		if m.Better == audience.Lower {
			key = "explain.attainment-lower"
		}
		reached, aimed := f.Actual, f.Target
		switch {
		case f.BySet:
			target = p.lang.Text("explain.target-set")
		case e.Reached.Defined() && e.Aimed.Defined():
			reached, aimed = e.Reached, e.Aimed
		}
		line(p.lang.Text(key, p.figure(m, reached.Ratio), target, p.figure(m, aimed.Ratio), words.Percent(frac(f.Attainment.Ratio))))
		line(p.splitNote(f))
	} else if f.Attainment.Why != 0 && f.Target.Defined() {
		line(p.lang.Text("explain.undefined", p.reason(f.Attainment.Why)))
	}
}

// parts names what was added, largest first as analysis orders them.
func (p *page) parts(e audience.Explanation, m *Metric) string {
	n := 0
	for i := range e.Parts {
		if e.Parts[i].Actual.Defined() {
			n++
		}
	}
	if n < 2 {
		return ""
	}
	var text strings.Builder
	named := 0
	for i := range e.Parts {
		c := &e.Parts[i]
		if !c.Actual.Defined() {
			continue
		}
		if named++; named > mostNames {
			text.WriteString(p.lang.Text("explain.more-parts", n-mostNames))
			break
		}
		if named > 1 {
			text.WriteString(" + ")
		}
		text.WriteString(p.contributor(e.Figure.Scope, c))
		text.WriteByte(' ')
		text.WriteString(p.cell(m, c.Actual.Ratio))
	}
	return p.lang.Text("explain.added-up", text.String())
}

// contributor names a part of a figure: a person's own are earlier reports.
func (p *page) contributor(whole Scope, c *audience.Contribution) string {
	switch {
	case c.Figures:
		return p.lang.Text("explain.team-figures")
	case whole.Person != "":
		return p.lang.PeriodRow(p.calendarPeriod(c.Period))
	}
	return p.scopeName(c.Scope)
}

// excluded names who is left out and why.
func (p *page) excluded(e audience.Explanation) string {
	var names []PersonID
	why := map[PersonID]audience.Reason{}
	for _, x := range e.Excluded {
		if _, seen := why[x.Person]; !seen {
			names = append(names, x.Person)
			why[x.Person] = x.Why
		}
	}
	if len(names) == 0 {
		return ""
	}
	text := ""
	for i, id := range names {
		if i == mostNames {
			text += p.lang.Text("explain.more", len(names))
			break
		}
		if i > 0 {
			text += p.lang.Text("list-comma")
		}
		text += p.lang.Text("explain.excluded-one", p.view.Name(id), p.reason(why[id]))
	}
	return p.lang.Text("explain.excluded", text)
}

func (s *Site) periodList(periods []Period) string {
	text := ""
	for i, q := range periods {
		if i > 0 {
			text += s.lang.Text("list-comma")
		}
		text += s.periodName(q)
	}
	return text
}
