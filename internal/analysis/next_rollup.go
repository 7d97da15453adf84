package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// rollUpAgain adds up what rests on the reports that state other figures: of
// the person, the teams they count in and those above, in the period and all
// that hold it.
func (n *revision) rollUpAgain() {
	if len(n.moved) == 0 {
		return
	}
	n.cells = map[point]bool{}
	n.columns = slices.Clone(n.columns)
	teams := map[point]bool{}
	for _, m := range n.moved {
		reports := n.reportsOf(m.person)
		for _, p := range n.time.spans[m.period].holders {
			in, _ := n.teamsInside(m.person, p, reports)
			for _, c := range m.columns {
				n.clear(point{m.person, p, c})
				n.tallyInto(m.person, p, c, nil, false)
				for _, t := range in {
					teams[point{n.teamScope(t), p, c}] = true
				}
			}
		}
	}
	for at := range teams {
		n.tallyTeam(at)
	}
	for at := range teams {
		n.wholeAgain(at)
	}
	n.rateAgain()
}

// own makes the cell, and its targets, of this revision alone.
func (n *revision) own(at point) {
	n.cells[at] = true
	c, was := &n.columns[at.column], &n.before.columns[at.column]
	if shared(c.cells, was.cells) {
		c.cells, c.weights = slices.Clone(c.cells), slices.Clone(c.weights)
	}
	if shared(c.cells[at.scope], was.cells[at.scope]) {
		c.cells[at.scope] = slices.Clone(c.cells[at.scope])
	}
	if c.targets && shared(c.weights[at.scope], was.weights[at.scope]) {
		c.weights[at.scope] = slices.Clone(c.weights[at.scope])
	}
}

// clear empties the cell.
func (n *revision) clear(at point) {
	n.own(at)
	c := &n.columns[at.column]
	c.cells[at.scope][at.period] = cell{}
	if c.targets {
		c.weights[at.scope][at.period] = weighted{}
	}
}

// tallyTeam adds up a team's cell as rollUp does: its people and those below
// in order, then the figures.
func (n *revision) tallyTeam(at point) {
	n.clear(at)
	t := at.scope - len(n.portfolio.People)
	c := &n.columns[at.column]
	for _, x := range n.org.below[t] {
		if n.present[n.at(x, at.period)]&inside == 0 {
			continue
		}
		if n.org.steady[x] {
			c.cells[at.scope][at.period].merge(&c.cells[x][at.period])
			if c.targets {
				c.weights[at.scope][at.period].merge(c.weights[x][at.period])
			}
			continue
		}
		teams, moved := n.teamsInside(x, at.period, n.reportsOf(x))
		if !slices.Contains(teams, t) {
			continue
		}
		d := n.read(x, at.period, at.column)
		if moved {
			d.team = t
		}
		tally, target := d.tally(), d.tallyTarget()
		n.put(at.scope, &d, &tally, target)
	}
	if c.metric.Kind == model.RatioKind {
		return
	}
	for below := range n.portfolio.Teams {
		if len(n.portfolio.Teams[below].Figures) > 0 && n.org.within(below, t) {
			if sum := n.figures(below, at.period, at.column); sum.has != 0 {
				c.cells[at.scope][at.period].merge(&sum)
			}
		}
	}
}

// wholeAgain makes the ratios whole that have a side in the team's cell.
func (n *revision) wholeAgain(at point) {
	t := at.scope - len(n.portfolio.People)
	for c := range n.columns {
		ratio := point{at.scope, at.period, c}
		if c != at.column && !slices.Contains(n.columns[c].num, at.column) && !slices.Contains(n.columns[c].den, at.column) {
			continue
		}
		if n.isWhole(ratio) {
			sum := n.wholeSum(t, ratio)
			n.own(ratio)
			*n.cell(ratio) = sum
		}
	}
}

// rateAgain works out the KPI综合完成率 where anything was added up anew.
func (n *revision) rateAgain() {
	n.rates = slices.Clone(n.rates)
	done := map[int]bool{}
	for cell := range n.cells {
		if at := n.at(cell.scope, cell.period); !done[at] {
			done[at], n.rates[at] = true, n.kpiRate(cell.scope, cell.period)
		}
	}
}
