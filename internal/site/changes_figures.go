package site

import (
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// changedFigures is the table of figures that were others.
func (r *review) changedFigures(h *markup.HTML, title string, list []audience.FigureChange) {
	name := r.lang.Text("history.figures")
	h.Raw(`<h3>`).Text(name).Raw(`</h3>`)
	r.smallTable(h, title+" · "+name, func(h *markup.HTML) {
		r.heads(h, "head.metric", "head.side", "n:head.was", "n:head.is", "n:head.difference")
	}, func(h *markup.HTML) {
		for i := range list {
			r.changedFigure(h, &list[i])
		}
	})
}

// sides are the words for which of a metric's figures is meant.
var sides = [...]string{
	audience.ActualSide: "head.actual", audience.TargetSide: "head.target", audience.FloorSide: "head.floor", audience.StretchSide: "head.stretch",
	audience.PromotersSide: "history.promoters", audience.PassivesSide: "history.passives", audience.DetractorsSide: "history.detractors",
}

func (r *review) changedFigure(h *markup.HTML, c *audience.FigureChange) {
	m, name := r.figureName(c)
	was, is, difference := r.wasAndIs(m, c.Was, c.Is)
	h.Raw(`<tr><th scope="row"><bdi>`).Text(name).Raw(`</bdi></th><td>`)
	if c.Kind == audience.RatingFigure {
		h.Text(r.lang.Text("history.self-rating"))
	} else {
		h.Text(r.lang.Text(sides[c.Side]))
	}
	h.Raw(`</td><td class="n">`)
	r.stated(h, was)
	h.Raw(`</td><td class="n"><b>`)
	r.stated(h, is)
	h.Raw(`</b></td><td class="n">`).Text(difference).Raw(`</td></tr>`)
}

// stated writes a figure, or that there was none.
func (r *review) stated(h *markup.HTML, figure string) {
	if figure == "" {
		h.Raw(`<abbr`).Attr("title", r.lang.Text("history.not-stated")).Raw(`>—</abbr>`)
		return
	}
	h.Text(figure)
}

// figureName returns what a figure is of, and the metric it is counted as; nil
// of none.
func (r *review) figureName(c *audience.FigureChange) (m *Metric, name string) {
	switch c.Kind {
	case audience.BreakdownFigure:
		b, of := r.definition(c.Breakdown)
		return of, r.lang.Name("breakdown", string(b.ID), b.Label) + " · " + c.Part
	case audience.RatingFigure:
		for _, d := range r.view.Ratings().Dimensions {
			if d.ID == c.Dimension {
				return nil, r.lang.Name("dimension", string(d.ID), d.Label)
			}
		}
		return nil, string(c.Dimension)
	}
	if m = r.view.Metric(c.Metric); m != nil {
		name = r.metricName(m)
	}
	switch {
	case c.Kind == audience.StepFigure:
		name += " · " + r.lang.PeriodShort(r.calendarPeriod(c.Period))
	case c.Kind == audience.CorrectionFigure:
		name = r.lang.Text("history.corrected", r.periodName(c.Period)) + " · " + name
	}
	if c.Side >= audience.PromotersSide {
		m = nil // people, not points
	}
	return m, name
}

// wasAndIs writes two amounts and their difference as the page writes figures
// of the metric; to the last digit where they would look the same. What is not
// stated is "".
func (r *review) wasAndIs(m *Metric, a, b audience.Opt) (was, is, difference string) {
	was, is = r.amount(m, a), r.amount(m, b)
	if !a.OK || !b.OK {
		return was, is, ""
	}
	d := audience.Less(audience.Value{Ratio: audience.Stated(b, m)}, audience.Value{Ratio: audience.Stated(a, m)})
	if was != is && m != nil {
		return was, is, r.lang.Difference(frac(d.Ratio), r.style(m))
	}
	difference = r.exact(m, audience.Opt{Amount: max(a.Amount, b.Amount) - min(a.Amount, b.Amount), OK: true})
	switch {
	case b.Amount > a.Amount:
		difference = "+" + difference
	case b.Amount < a.Amount:
		difference = "−" + difference
	}
	return r.exact(m, a), r.exact(m, b), difference
}

// exact writes an amount to its last digit.
func (r *review) exact(m *Metric, o audience.Opt) string {
	switch {
	case m == nil:
	case m.Unit == audience.Money:
		st := words.Style{Unit: words.MoneyUnit, Word: r.info.Currency}
		if _, decimals, ok := strings.Cut(o.Amount.String(), "."); ok {
			st.Scale.Decimals = max(2, len(decimals))
		}
		return r.lang.Figure(frac(o.Amount.Ratio()), st)
	case m.Unit == audience.Percent:
		return o.Amount.String() + "%"
	}
	return words.Count(frac(o.Amount.Ratio()))
}

func (r *review) amount(m *Metric, o audience.Opt) string {
	switch {
	case !o.OK:
		return ""
	case m == nil:
		return r.exact(nil, o)
	}
	return r.figure(m, audience.Stated(o, m))
}

// changedGoals is the table of goals and outcomes that said something else.
func (r *review) changedGoals(h *markup.HTML, title string, c *audience.Changes) {
	name := r.lang.Text("history.goals")
	h.Raw(`<h3>`).Text(name).Raw(`</h3>`)
	row := func(what, was, is string) {
		h.Raw(`<tr class="top"><th scope="row">`).Text(what).Raw(`</th><td class="txt">`)
		r.stated(h, was)
		h.Raw(`</td><td class="txt">`)
		r.stated(h, is)
		h.Raw(`</td></tr>`)
	}
	r.smallTable(h, title+" · "+name, func(h *markup.HTML) { r.heads(h, "head.goal", "head.was", "head.is") }, func(*markup.HTML) {
		for _, x := range c.Goals {
			named := x.Is
			if named == nil {
				named = x.Was
			}
			row(named.ID, r.goalText(x.Was), r.goalText(x.Is))
		}
		for _, x := range c.Outcomes {
			named := x.Is
			if named == nil {
				named = x.Was
			}
			row(named.Goal, r.outcomeText(x.Was), r.outcomeText(x.Is))
		}
	})
}

// goalText is all that a goal says, in one line.
func (r *review) goalText(g *audience.Goal) string {
	if g == nil {
		return ""
	}
	m := r.view.Metric(g.Metric)
	var parts []string
	if g.Statement != "" {
		parts = append(parts, g.Statement)
	}
	if m != nil {
		parts = append(parts, r.metricName(m))
	}
	if g.Target.OK {
		parts = append(parts, r.lang.Text("history.goal-target", r.exact(m, g.Target)))
	}
	if g.Baseline.OK {
		parts = append(parts, r.lang.Text("history.goal-baseline", r.exact(m, g.Baseline)))
	}
	if g.Period != r.info.Calendar.Next(r.Period) {
		parts = append(parts, r.lang.Text("history.goal-period", r.periodName(g.Period)))
	}
	if !g.Due.IsZero() {
		parts = append(parts, r.lang.Text("history.goal-due", g.Due.String()))
	}
	if t, ok := r.view.Team(g.Supports); ok {
		parts = append(parts, r.lang.Text("history.goal-supports", t.Name))
	}
	return strings.Join(parts, r.lang.Text("list-semicolon"))
}

func (r *review) outcomeText(o *audience.Outcome) string {
	if o == nil {
		return ""
	}
	text := r.lang.Text("outcome." + o.Status.String())
	if o.Note != "" {
		text += r.lang.Text("list-semicolon") + o.Note
	}
	return text
}
