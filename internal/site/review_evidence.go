package site

import (
	"cmp"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/chart"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// dataTheme is the theme under which figures stand that belong to no other.
const dataTheme ThemeID = "data"

// breakdownThemes are the themes that breakdowns of their own belong to.
var breakdownThemes = map[BreakdownID]ThemeID{
	"channel": "channels", "competitor": "market", "loss_reason": "market",
	"customer": "customers", "account": "customers", "customer_type": "customers",
}

// themeOf returns the theme under which a breakdown stands.
func (r *review) themeOf(b BreakdownID) ThemeID {
	if t, ok := breakdownThemes[b]; ok && r.hasTheme(t) {
		return t
	}
	return dataTheme
}

func (r *review) hasTheme(id ThemeID) bool {
	return slices.ContainsFunc(r.complete.Themes, func(s audience.ThemeState) bool { return s.Theme.ID == id })
}

func (r *review) hasEvidence(id ThemeID) bool {
	if id == dataTheme && len(r.Report.Series) > 0 {
		return true
	}
	for i := range r.Report.Breakdowns {
		if r.themeOf(r.Report.Breakdowns[i].Breakdown) == id {
			return true
		}
	}
	return false
}

// evidence writes the charts and tables that belong to a theme.
func (r *review) evidence(h *markup.HTML, id ThemeID) {
	if id == dataTheme {
		if len(r.Report.Series) > 0 {
			h.Raw(`<div class="pair">`)
			for i := range r.Report.Series {
				r.steps(h, &r.Report.Series[i])
			}
			h.Raw(`</div>`)
		}
	}
	for i := range r.Report.Breakdowns {
		if b := r.Report.Breakdowns[i].Breakdown; r.themeOf(b) == id {
			r.breakdown(h, b)
		}
	}
}

// steps draws a metric in finer steps, this year beside the year before.
func (r *review) steps(h *markup.HTML, s *audience.SeriesValues) {
	m := r.view.Metric(s.Metric)
	if m == nil || len(s.Points) == 0 {
		return
	}
	cal := r.info.Calendar
	prior := r.seriesOf(cal.YearBefore(r.Period), s.Metric)
	c := chart.Columns{Unit: r.lang.Head(r.style(m)), Words: chart.ColumnsWords{
		Period: r.lang.Text("head.period"), Actual: r.lang.PeriodYear(r.calendarPeriod(r.Period)),
		Prior:  r.lang.PeriodYear(r.calendarPeriod(cal.YearBefore(r.Period))),
		Target: r.lang.Text("head.target"), Change: r.lang.Text("head.yoy"), Partial: r.lang.Text("chart.partial"),
	}}
	if m.Unit == audience.Percent {
		c.Suffix = "%"
	}
	facts := words.StepFacts{Months: s.Points[0].Period.Length.Months()}
	track := stepTrack{}
	for i := range s.Points {
		at := &s.Points[i]
		now := audience.Value{Ratio: audience.Stated(at.Actual, m)}
		before := audience.Value{Ratio: pointOf(prior, cal.YearBefore(at.Period), m)}
		change := r.growth(m, now, before)
		c.Points = append(c.Points, chart.Column{
			Period: r.chartPeriod(at.Period), Actual: r.chartFigure(m, now), Prior: r.chartFigure(m, before),
			Target: r.chartFigure(m, audience.Value{Ratio: audience.Stated(at.Target, m)}),
			Change: change, Partial: r.info.AsOf.Before(cal.Last(at.Period)),
		})
		if !now.Defined() {
			continue
		}
		name, figure := r.lang.PeriodShort(r.calendarPeriod(at.Period)), r.figure(m, now.Ratio)
		track.add(now.Ratio)
		if facts.Steps++; track.top == facts.Steps {
			facts.Top, facts.TopValue = name, figure
		}
		facts.Last, facts.Figure, facts.Change = name, figure, ""
		if change != words.Undefined {
			facts.Change = change
		}
	}
	facts.Sign = track.sign()
	note := r.lang.Text("foot.axis-zero", r.metricName(m), c.Unit)
	if c.Unit == "" {
		note = r.metricName(m)
	}
	r.chart(h, c, r.lang.StepTitle(facts), note)
}

// growth writes a change as tables have it: in percent, of percent metrics in
// points.
func (p *page) growth(m *Metric, now, before audience.Value) string {
	if m.Unit == audience.Percent || m.Unit == audience.Points {
		return p.lang.Change(frac(audience.Less(now, before).Ratio), words.Unit(m.Unit), true).Text
	}
	return p.lang.Change(frac(audience.Growth(now, before).Ratio), words.Unit(m.Unit), false).Text
}

// A stepTrack watches the figures of steps go by.
type stepTrack struct {
	n, up, down int
	top         int // which step was the highest, from 1
	last, most  Ratio
}

func (t *stepTrack) add(v Ratio) {
	t.n++
	if t.n == 1 || v.Compare(t.most) > 0 {
		t.top, t.most = t.n, v
	}
	if t.n > 1 {
		switch v.Compare(t.last) {
		case 1:
			t.up++
		case -1:
			t.down++
		}
	}
	t.last = v
}

// sign is 1 where every step was above the one before, -1 where below.
func (t *stepTrack) sign() int {
	switch {
	case t.n > 1 && t.up == t.n-1:
		return 1
	case t.n > 1 && t.down == t.n-1:
		return -1
	}
	return 0
}

// seriesOf returns the steps of a metric in the person's report of a period.
func (r *review) seriesOf(q Period, m MetricID) *audience.SeriesValues {
	x, ok := r.view.Review(q, r.Person)
	if !ok || x.Report == nil {
		return nil
	}
	for i := range x.Report.Series {
		if x.Report.Series[i].Metric == m {
			return &x.Report.Series[i]
		}
	}
	return nil
}

func pointOf(s *audience.SeriesValues, q Period, m *Metric) Ratio {
	if s != nil {
		for i := range s.Points {
			if s.Points[i].Period == q {
				return audience.Stated(s.Points[i].Actual, m)
			}
		}
	}
	return Ratio{}
}

// mostParts is how many parts of a breakdown a review lists; the rest is one row.
const mostParts = 12

// breakdown is the table of a figure's parts, the largest first, with bars
// from zero and what changed since the period before; of the first KPI also what
// each part added to that change.
func (r *review) breakdown(h *markup.HTML, id BreakdownID) {
	b, m := r.definition(id)
	d := r.division(r.scope, audience.Facet{Of: id})
	if m == nil || d == nil {
		return
	}
	parts := d.Parts(r.Period)
	if len(parts) == 0 {
		return
	}
	slices.SortStableFunc(parts, func(a, b audience.PartFigure) int { return cmp.Compare(bulk(b.Actual), bulk(a.Actual)) })
	before := d.Parts(r.info.Calendar.Prev(r.Period))
	by := b
	if b.By != "" {
		by, _ = r.definition(b.By)
	}
	name := r.lang.Name("breakdown", string(by.ID), by.Label)
	unit := r.lang.Head(r.style(m))
	title := r.lang.MixTitle(r.partFacts(parts, before))
	h.Raw(`<figure class="ch split"><figcaption><h3>`).Text(title).Raw(`</h3><p class="note">`)
	h.Text(r.lang.Text("breakdown.of", r.metricName(m), name)).Raw(`</p></figcaption>`)
	r.smallTable(h, title, func(h *markup.HTML) {
		r.head(h, "", name, "")
		h.Raw(`<th scope="col" class="n" aria-sort="descending">`).Text(r.metricName(m))
		if unit != "" {
			h.Raw(`<span class="unit">`).Text(unit).Raw(`</span>`)
		}
		h.Raw(`</th>`)
		if anyTarget(parts) {
			r.heads(h, "n:head.attainment")
		}
		r.heads(h, "n:head.share", "head.share-bar", "n:head.qoq")
	}, func(h *markup.HTML) { r.partRows(h, m, parts, before) })
	h.Raw(`</figure>`)
	if m.ID == r.info.KPIs[0] && r.notCompared(r.scope, r.Period) == 0 {
		br := d.Bridge(r.Period, r.info.Calendar.Prev(r.Period))
		r.whyFigure(h, d, &br)
	}
}

// bulk is where a value stands for ordering; what is undefined comes last.
func bulk(v audience.Value) float64 {
	if !v.Defined() {
		return -1e18
	}
	return v.Float()
}

func (r *review) definition(id BreakdownID) (audience.BreakdownDef, *Metric) {
	for _, b := range r.view.Breakdowns() {
		if b.ID == id {
			return b, r.view.Metric(b.Of)
		}
	}
	return audience.BreakdownDef{}, nil
}

func anyTarget(parts []audience.PartFigure) bool {
	return slices.ContainsFunc(parts, func(x audience.PartFigure) bool { return x.Target.Defined() })
}

func (r *review) partRows(h *markup.HTML, m *Metric, parts, before []audience.PartFigure) {
	targets := anyTarget(parts)
	longest := bulk(parts[0].Actual)
	shown := parts[:min(len(parts), mostParts)]
	for _, x := range shown {
		r.partRow(h, m, x.Name, x, partNamed(before, x.Name), longest, targets)
	}
	if n := len(parts) - len(shown); n > 0 {
		var named []string
		for _, x := range shown {
			named = append(named, x.Name)
		}
		r.partRow(h, m, r.lang.Text("nav.more", n), restOf(parts, named), restOf(before, named), longest, targets)
	}
	h.Raw(`<tr class="sum"><th scope="row">`).Text(r.lang.Text("total")).Raw(`</th>`)
	r.partCells(h, m, restOf(parts, nil), restOf(before, nil), targets, func() {})
}

func (r *review) partRow(h *markup.HTML, m *Metric, name string, x, before audience.PartFigure, longest float64, targets bool) {
	h.Raw(`<tr><th scope="row"><bdi>`).Text(name).Raw(`</bdi></th>`)
	r.partCells(h, m, x, before, targets, func() {
		if longest > 0 && x.Actual.Defined() {
			draw.Bar(h, x.Actual.Float()/longest)
		}
	})
}

func (r *review) partCells(h *markup.HTML, m *Metric, x, before audience.PartFigure, targets bool, bar func()) {
	h.Raw(`<td class="n">`)
	r.value(h, m, x.Actual)
	if targets {
		h.Raw(`</td><td class="n">`)
		r.percentage(h, audience.Attained(m, x.Reached, x.Aimed))
	}
	h.Raw(`</td><td class="n">`)
	r.percentage(h, x.Share)
	h.Raw(`</td><td class="bl">`)
	bar()
	h.Raw(`</td><td class="n">`)
	growth := audience.Growth(x.Actual, before.Actual)
	r.moved(h, r.lang.Change(frac(growth.Ratio), words.Unit(m.Unit), false), m.Better == audience.Lower, growth.Why)
	h.Raw(`</td></tr>`)
}

// partFacts finds the part whose share moved most since the period before,
// else the largest.
func (r *review) partFacts(parts, before []audience.PartFigure) words.MixFacts {
	f := words.MixFacts{Part: parts[0].Name, Share: words.Percent(frac(parts[0].Share.Ratio)), Months: r.Period.Length.Months()}
	var most audience.Value
	for _, x := range parts {
		d := audience.Less(x.Share, partNamed(before, x.Name).Share)
		if !d.Defined() || most.Defined() && magnitude(d.Ratio).Compare(magnitude(most.Ratio)) <= 0 {
			continue
		}
		most = d
		f.Part, f.Share = x.Name, words.Percent(frac(x.Share.Ratio))
		f.Move = r.lang.Size(frac(d.Ratio), words.Style{Unit: words.PercentUnit})
		f.Sign = r.lang.Change(frac(d.Ratio), words.PercentUnit, true).Sign
	}
	return f
}
