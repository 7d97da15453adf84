package site

import (
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A waterfall is a bridge as a page shows it: a table whose rows are drawn.
type waterfall struct {
	audience.Bridge
	year *audience.Bridge // from the year before, whose contributions stand beside; nil for none
	head string           // what the rows are
}

// A pullRow is one row of a waterfall.
type pullRow struct {
	name          func(*markup.HTML)
	delta, points audience.Value
	year          audience.Value // contribution to the change on the year before
	rate, mix     audience.Value // of a ratio
	absent        bool
}

// waterfall writes the table: what each step changed, drawn, and what it adds
// to the change, in points; of a ratio by its own rate and by its weight. The
// cells of a column add up to its sum as written.
func (p *page) waterfall(h *markup.HTML, caption string, w waterfall) {
	st := p.style(w.Metric)
	rows := p.pullRows(w)
	h.Raw(`<table class="rows">`)
	p.caption(h, caption)
	h.Raw(`<thead><tr>`)
	p.head(h, "", w.head, "")
	p.head(h, "n", p.lang.Text("head.change"), p.lang.HeadOfDifference(st))
	from := p.lang.PeriodShort(p.calendarPeriod(w.From))
	p.head(h, "gh", p.lang.Text("head.from-zero", from, p.lang.Figure(frac(w.Before.Ratio), st)), "")
	columns := p.pullColumns(w, rows, st)
	for _, c := range columns {
		p.head(h, "n opt", c.head, c.unit)
	}
	h.Raw(`</tr></thead><tbody>`)
	deltas := pullCells(rows, func(r *pullRow) audience.Value { return r.delta }, w.Delta, st)
	lower := w.Metric.Better == audience.Lower
	var drawn []draw.Step
	for _, r := range rows {
		if r.delta.Defined() {
			drawn = append(drawn, draw.Step{Change: r.delta.Float(), Absent: r.absent, Lower: lower})
		}
	}
	picture := draw.NewWaterfall(drawn)
	for i, r := range rows {
		h.Raw(`<tr><th scope="row">`)
		r.name(h)
		h.Raw(`</th>`)
		changeCell(h, deltas[i], r.delta.Sign(), lower, r.absent)
		h.Raw(`<td class="g">`)
		if r.delta.Defined() {
			picture.Row(h, i)
		}
		h.Raw(`</td>`)
		for _, c := range columns {
			p.pullCell(h, c.of(&rows[i]), c.cells[i])
		}
		h.Raw(`</tr>`)
	}
	h.Raw(`<tr class="sum"><th scope="row">`).Text(p.lang.Text("total")).Raw(`</th>`)
	changeCell(h, st.SignedCell(frac(w.Delta.Ratio)), w.Delta.Sign(), lower, false)
	h.Raw(`<td class="g">`)
	picture.Sum(h)
	h.Raw(`</td>`)
	for _, c := range columns {
		p.pullCell(h, c.sum, c.style.SignedCell(frac(c.sum.Ratio)))
	}
	h.Raw(`</tr></tbody></table>`)
}

// changeCell writes a change, coloured by whether it is welcome.
func changeCell(h *markup.HTML, text string, sign int, lower, absent bool) {
	class := "dim"
	if !strings.HasPrefix(text, "+") && !strings.HasPrefix(text, "−") {
		sign = 0 // as it is written
	}
	if !absent {
		c := words.Change{Text: text, Sign: sign}
		class = [...]string{words.None: "", words.On: "up", words.Risk: "", words.Off: "dn"}[c.State(lower)]
	}
	h.Raw(`<td`).Attr("class", "n "+class).Raw(`>`).Text(text).Raw(`</td>`)
}

func (p *page) pullCell(h *markup.HTML, v audience.Value, text string) {
	h.Raw(`<td class="n opt">`)
	switch {
	case v.Defined():
		h.Text(text)
	case v.Why != 0:
		p.undefined(h, v.Why)
	}
	h.Raw(`</td>`)
}

// A pullColumn is a column of what the steps add.
type pullColumn struct {
	head, unit string
	style      words.Style
	of         func(*pullRow) audience.Value
	sum        audience.Value
	cells      []string
}

// pullColumns are the columns beside the drawing: of a ratio its two effects,
// else the contributions in points.
func (p *page) pullColumns(w waterfall, rows []pullRow, st words.Style) []pullColumn {
	var list []pullColumn
	add := func(head string, style words.Style, of func(*pullRow) audience.Value, sum audience.Value) {
		c := pullColumn{head: head, unit: p.lang.HeadOfDifference(style), style: style, of: of, sum: sum}
		c.cells = pullCells(rows, of, sum, style)
		list = append(list, c)
	}
	points := words.Style{Unit: words.PercentUnit}
	switch {
	case w.Metric.Kind == audience.RatioKind:
		rate := func(r *pullRow) audience.Value { return r.rate }
		mix := func(r *pullRow) audience.Value { return r.mix }
		add(p.lang.Text("head.rate-effect"), st, rate, total(rows, rate))
		add(p.lang.Text("head.mix-effect"), st, mix, total(rows, mix))
	case w.Change.Points: // the change is in points as it is
	case w.year == nil:
		add(p.lang.Text("head.contribution"), points, func(r *pullRow) audience.Value { return r.points }, w.Change.Value)
	default:
		add(p.lang.Text("head.pull-qoq"), points, func(r *pullRow) audience.Value { return r.points }, w.Change.Value)
		add(p.lang.Text("head.pull-yoy"), points, func(r *pullRow) audience.Value { return r.year }, w.year.Change.Value)
	}
	return list
}

// total adds up a column; a row without a value adds nothing.
func total(rows []pullRow, of func(*pullRow) audience.Value) audience.Value {
	sum := audience.Value{Ratio: audience.Amount(0).Ratio()}
	for i := range rows {
		if v := of(&rows[i]); v.Defined() {
			sum.Ratio = audience.Sum(sum.Ratio, v.Ratio)
		}
	}
	return sum
}

// pullCells writes the cells of a column so that they add up to its sum. Who
// is not in stands in many tables, with the same figure.
func pullCells(rows []pullRow, of func(*pullRow) audience.Value, sum audience.Value, st words.Style) []string {
	list := make([]words.Fraction, len(rows))
	for i := range rows {
		list[i] = frac(of(&rows[i]).Ratio)
	}
	return st.SignedCells(list, frac(sum.Ratio), func(i int) bool { return rows[i].absent })
}

// pullRows are the rows: the steps, the smallest of many as one, and what only
// the year before had.
func (p *page) pullRows(w waterfall) []pullRow {
	alone, rest := p.foldSteps(shownSteps(w.Steps))
	year := newYearSteps(w.year)
	var rows []pullRow
	for i := range alone {
		s := &alone[i]
		rows = append(rows, pullRow{
			name:  func(h *markup.HTML) { p.stepName(h, *s, w.To) },
			delta: s.Delta, points: s.Points, rate: s.Rate, mix: s.Mix, absent: s.Missing, year: year.take(s),
		})
	}
	if len(rest) > 0 {
		row := pullRow{name: say(p.lang.Text("nav.more", len(rest)))}
		row.delta, row.points = audience.SumSteps(rest)
		row.rate, row.mix = audience.SumEffects(rest)
		for i := range rest {
			row.year = plus(row.year, year.take(&rest[i]))
		}
		rows = append(rows, row)
	}
	if left := year.left(); left.Defined() && left.Sign() != 0 {
		rows = append(rows, pullRow{name: say(p.lang.Text("step.year-only")), year: left})
	}
	return rows
}

// shownSteps leaves out what is in no part where that did not change.
func shownSteps(steps []audience.Step) []audience.Step {
	if n := len(steps); n > 1 && steps[n-1].Unassigned && steps[n-1].Delta.Sign() == 0 {
		return steps[:n-1]
	}
	return steps
}

// yearSteps are the contributions to the change on the year before, until they
// are taken to their rows.
type yearSteps struct {
	steps []audience.Step
	taken []bool
}

func newYearSteps(br *audience.Bridge) *yearSteps {
	if br == nil {
		return &yearSteps{}
	}
	return &yearSteps{br.Steps, make([]bool, len(br.Steps))}
}

// take returns what the same part adds to the change on the year before.
func (y *yearSteps) take(s *audience.Step) audience.Value {
	for i := range y.steps {
		x := &y.steps[i]
		same := x.Scope == s.Scope && x.Part == s.Part && x.Figures == s.Figures && x.Unassigned == s.Unassigned
		if same && (x.Missing == s.Missing || s.Scope != Scope{}) && !y.taken[i] {
			y.taken[i] = true
			return x.Points
		}
	}
	return audience.Value{}
}

// left is the sum of what no row took.
func (y *yearSteps) left() (sum audience.Value) {
	for i := range y.steps {
		if !y.taken[i] {
			sum = plus(sum, y.steps[i].Points)
		}
	}
	return sum
}

// plus adds two values; an undefined one adds nothing.
func plus(a, b audience.Value) audience.Value {
	switch {
	case !a.Defined():
		return b
	case !b.Defined():
		return a
	}
	return audience.Value{Ratio: audience.Sum(a.Ratio, b.Ratio)}
}
