package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostPulls is how many figures stand beside each other in the table of who
// moves what.
const mostPulls = 8

// pulls is the table of who moves which figure: the rows are the teams below
// and the own people, the columns the main figures with their change on the
// period before, in points, each the sum of its rows. Of a ratio it says how
// much of the change is that of the rows' own rates and how much that of their
// weights.
func (p *page) pulls(h *markup.HTML, scope Scope, q Period) {
	bridges := p.pullBridges(scope, q)
	if len(bridges) < 2 || len(bridges[0].Steps) < 2 {
		return
	}
	alone, rest := p.foldSteps(bridges[0].Steps)
	title := p.pullsTitle(bridges)
	h.Raw(`<figure class="ch"><figcaption><h3>`).Text(title).Raw(`</h3><p class="note">`).Text(p.lang.Text("why.pulls")).Raw(`</p></figcaption>`)
	p.openTable(h, "grid-t", title)
	p.heads(h, "head.source")
	columns := make([]pulled, len(bridges))
	for i := range bridges {
		columns[i] = p.pulled(&bridges[i], alone, len(rest) > 0)
		p.head(h, "n", p.metricName(bridges[i].Metric), p.lang.HeadOfDifference(columns[i].style))
	}
	h.Raw(`</tr></thead><tbody>`)
	row := func(name func(*markup.HTML), absent bool, cells func(*pulled) (string, int)) {
		h.Raw(`<th scope="row">`)
		name(h)
		h.Raw(`</th>`)
		for i := range columns {
			text, sign := cells(&columns[i])
			changeCell(h, text, sign, columns[i].Metric.Better == audience.Lower, absent)
		}
		h.Raw(`</tr>`)
	}
	for i := range alone {
		h.Raw(`<tr>`)
		row(func(h *markup.HTML) { p.stepName(h, alone[i], q) }, alone[i].Missing, func(c *pulled) (string, int) { return c.cell(i) })
	}
	if slices.ContainsFunc(columns, func(c pulled) bool { return len(c.cells) > len(alone) }) {
		h.Raw(`<tr>`)
		name := p.lang.Text("step.others")
		if len(rest) > 0 {
			name = p.lang.Text("nav.more", len(rest))
		}
		row(say(name), false, func(c *pulled) (string, int) { return c.cell(len(alone)) })
	}
	h.Raw(`<tr class="sum">`)
	row(say(p.lang.Text("total")), false, func(c *pulled) (string, int) { return c.style.SignedCell(frac(c.Change.Ratio)), c.Change.Sign() })
	if slices.ContainsFunc(columns, func(c pulled) bool { return c.effects != nil }) {
		for i, key := range []string{"why.by-rate", "why.by-mix"} {
			h.Raw(`<tr class="sub">`)
			row(say(p.lang.Text(key)), false, func(c *pulled) (string, int) { return c.effect(i) })
		}
	}
	h.Raw(`</tbody></table></div></figure>`)
}

// pullBridges are the changes of the main figures that are known: those that
// judge, then those with a target and ratios.
func (p *page) pullBridges(scope Scope, q Period) []audience.Bridge {
	main, _ := p.mainMetrics(scope, q)
	var list []audience.Bridge
	for _, m := range main {
		br := p.view.Bridge(scope, m.ID, q, p.info.Calendar.Prev(q))
		if len(br.Steps) > 0 && br.Change.Defined() {
			list = append(list, br)
		}
		if len(list) == mostPulls {
			break
		}
	}
	return list
}

// pulled is one column: a figure's change and who makes it.
type pulled struct {
	*audience.Bridge
	style   words.Style
	points  []words.Fraction // by row, then what no row has
	cells   []string
	effects []audience.Value // of a ratio: by rates and by weights
}

func (p *page) pulled(br *audience.Bridge, rows []audience.Step, folded bool) pulled {
	c := pulled{Bridge: br, style: words.Style{Unit: words.PercentUnit}}
	if br.Metric.Unit == audience.Points {
		c.style.Unit = words.PointsUnit
	}
	mine := newYearSteps(br)
	for i := range rows {
		c.points = append(c.points, frac(mine.take(&rows[i]).Ratio))
	}
	if left := mine.left(); left.Defined() && (folded || left.Sign() != 0) {
		c.points = append(c.points, frac(left.Ratio))
	}
	c.cells = c.style.SignedCells(c.points, frac(br.Change.Ratio), func(i int) bool { return i < len(rows) && rows[i].Missing })
	if br.Change.Points && br.Metric.Kind == audience.RatioKind {
		rate, mix := audience.SumEffects(br.Steps)
		c.effects = []audience.Value{rate, mix}
	}
	return c
}

// cell returns what a row adds; nothing where it is no part of the figure.
func (c *pulled) cell(row int) (text string, sign int) {
	if row >= len(c.cells) || !c.points[row].Defined() {
		return "", 0
	}
	return c.cells[row], Ratio(c.points[row]).Sign()
}

// effect returns what own rates (0) or weights (1) add to the change of a ratio.
func (c *pulled) effect(i int) (text string, sign int) {
	if c.effects == nil {
		return "", 0
	}
	v := c.effects[i]
	both := []words.Fraction{frac(c.effects[0].Ratio), frac(c.effects[1].Ratio)}
	return c.style.SignedCells(both, frac(c.Change.Ratio), func(int) bool { return false })[i], v.Sign()
}

// pullsTitle says who adds most to most of the figures.
func (p *page) pullsTitle(bridges []audience.Bridge) string {
	var most audience.Step
	times := 0
	for i := range bridges {
		top := bridges[i].Steps[0]
		n := 0
		for j := range bridges {
			if x := &bridges[j].Steps[0]; x.Scope == top.Scope && x.Figures == top.Figures {
				n++
			}
		}
		if n > times {
			most, times = top, n
		}
	}
	name := p.scopeName(most.Scope)
	if most.Figures {
		name = p.lang.Text("explain.team-figures")
	}
	return p.lang.Text("why.most", name, len(bridges), times)
}
