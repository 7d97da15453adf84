package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// perPart is how many rows a long list has on one page; it goes on at …/2/.
const perPart = 100

// periodPage is everybody in one period.
type periodPage struct {
	Common
	Head         Head
	Figures      template.HTML
	Ranking      template.HTML
	Grades       template.HTML // spread of grades against the guideline
	Matrix       template.HTML // attainment × score
	Calibration  template.HTML // the way to what a calibration meeting looks at
	Todo         template.HTML
	Waiting      template.HTML
	Effect       template.HTML // 述职效果, counted
	Completeness template.HTML
	Parts        template.HTML
}

// parts is on how many pages so many rows stand; at least one.
func parts(rows int) int { return max(1, (rows+perPart-1)/perPart) }

// partOf returns the rows of one part, counted from 1.
func partOf[T any](rows []T, part int) []T {
	from := min((part-1)*perPart, len(rows))
	return rows[from:min(from+perPart, len(rows))]
}

func (p *page) writePeriod(w io.Writer, q Period, part int) error {
	root, ranks := p.view.Root(), p.ranks.get(q)
	p.scope, p.period = audience.TeamScope(root), q
	p.scales = p.scaleFor([]Scope{p.scope}, []Period{q})
	o := p.view.Overview(root, q)
	data := periodPage{Parts: p.partLinks(periodAddress(q), part, parts(len(ranks)))}
	data.Ranking = p.ranking(ranks, q, part).html()
	data.Completeness = p.completeness(q, part, parts(len(ranks))).html()
	if part == 1 {
		if p.gathered(q, o) {
			data.Figures = p.teamFigures(q, o)
		} else {
			data.Figures = p.periodFigures(root, q, o)
			data.Todo = p.needs(root, q).html()
			data.Waiting, data.Effect = p.waiting(root, q).html(), p.effects(root, q).html()
		}
		data.Grades = p.grades(root, q).html()
		data.Matrix = p.matrix(root, q).html()
		if data.Grades != "" || data.Matrix != "" {
			data.Calibration = p.toCalibration(q)
		}
	}
	name := p.periodName(q)
	h := new(markup.HTML)
	h.Raw(`<b>`).Text(p.lang.Text("nav.period")).Raw(`</b><span>`).Text(p.lang.PeriodSpan(p.calendarPeriod(q))).Raw(`</span>`)
	h.Raw(`<span>`).Text(p.lang.Text("kicker.people", len(ranks))).Raw(`</span>`)
	headline := ""
	if p.gathered(q, o) {
		t, _ := p.view.Team(root)
		headline, _ = p.teamSentences(t, q, o)
	} else {
		h.Raw(`<span>`).Text(p.lang.Text("kicker.reports", o.Reports)).Raw(`</span>`)
		headline = p.lang.PeriodHeadline(p.periodFacts(root, q, o))
	}
	data.Common, data.Head = p.common(), Head{Kicker: h.Template(), Headline: headline}
	return p.write(w, where{
		kind: "period", title: p.lang.Text("window.period", name), entry: periodAddress(p.latest),
		crumbs:  append(p.teamCrumbs(root), crumb{name: p.lang.Text("nav.period")}),
		periods: periodSwitch{current: q, all: p.sameLength(q), to: periodAddress},
	}, data)
}

// toCalibration leads to the period's calibration page, where there is one.
func (p *page) toCalibration(q Period) template.HTML {
	if !p.outline.calibrated(q) {
		return ""
	}
	h := new(markup.HTML)
	p.href(h.Raw(`<p class="more"><a`), calibrationAddress(q)).Raw(`>`).Text(p.lang.Text("nav.to-calibration")).Raw(`</a></p>`)
	return p.place(h)
}

// gathered reports whether a period only adds up shorter ones: nobody reports in
// its length, so that there is nothing to hand in, to rate or to see to.
func (p *page) gathered(q Period, o audience.Overview) bool {
	return q.Length > p.info.Cycle && o.Reports+o.Expected == 0
}

// partLinks leads through the parts of a long list.
func (p *page) partLinks(at Address, part, of int) template.HTML {
	if of <= 1 {
		return ""
	}
	h := new(markup.HTML)
	h.Raw(`<nav class="parts"`).Attr("aria-label", p.lang.Text("nav.page-of", part, of)).Raw(`>`)
	if part > 1 {
		p.href(h.Raw(`<a rel="prev"`), at.Part(part-1)).Raw(`>`).Text(p.lang.Text("nav.page-previous")).Raw(`</a>`)
	}
	h.Raw(`<span>`).Text(p.lang.Text("nav.page-of", part, of)).Raw(`</span>`)
	if part < of {
		p.href(h.Raw(`<a rel="next"`), at.Part(part+1)).Raw(`>`).Text(p.lang.Text("nav.page-next")).Raw(`</a>`)
	}
	h.Raw(`</nav>`)
	return p.place(h)
}

func (p *page) periodFacts(root TeamID, q Period, o audience.Overview) words.PeriodFacts {
	cuts := p.info.Cuts.Attainment
	facts := words.PeriodFacts{
		Expected: o.Expected, Reported: o.Reports + o.Elsewhere, Rate: p.rateName(), Counted: o.Judged, OnTarget: o.Attained, Below: o.Below,
		Cut: words.Weight(frac(audience.PercentRatio(cuts[0]))), Full: words.Weight(frac(audience.PercentRatio(cuts[1]))),
	}
	facts.Grade, facts.Off = furthestOff(p.view.Distribution(root, q))
	return facts
}

func size(n int) int { return max(n, -n) }

// periodFigures are the four headline figures of a period.
func (p *page) periodFigures(root TeamID, q Period, o audience.Overview) template.HTML {
	f := p.view.Figure(p.scope, q, p.info.KPIs[0])
	return p.figs(p.attainmentFig(f), p.medianFig(o), p.gradesFig(root, q), p.reportsFig(o))
}

func (p *page) medianFig(o audience.Overview) fig {
	out := fig{name: p.lang.Text("fig.median"), value: words.Undefined}
	if !o.Median.Defined() {
		out.notes = append(out.notes, say(p.lang.Text("fig.no-score")))
		return out
	}
	out.value = words.Score(frac(o.Median.Ratio))
	out.unit = p.lang.Text("fig.of-max", words.Count(frac(p.view.Ratings().Max.Ratio())))
	out.draw = func(h *markup.HTML) {
		h.Raw(`<span class="note">`).Text(p.lang.Text("fig.range", words.Score(frac(o.Highest.Ratio)), words.Score(frac(o.Lowest.Ratio)))).Raw(`</span>`)
	}
	out.notes = append(out.notes, say(p.lang.Text("fig.scored", o.Scored)))
	if n := len(o.PartlyScored); n > 0 {
		out.notes = append(out.notes, say(p.lang.Text("fig.partly", n)))
	}
	return out
}

func (p *page) gradesFig(root TeamID, q Period) fig {
	d := p.view.Distribution(root, q)
	out := fig{name: p.lang.Text("fig.grades"), value: words.Undefined}
	if d.People == 0 {
		out.notes = append(out.notes, say(p.lang.Text("fig.no-score")))
		return out
	}
	counts, names := "", ""
	for i, g := range d.Grades {
		if i > 0 {
			counts += " · "
			names += " · "
		}
		counts += words.Count(words.Fraction{Num: int64(len(g.People)), Den: 1})
		names += g.Grade.Name
		if out.word == "" && g.Off != 0 {
			key := "fig.grade-more"
			if g.Off < 0 {
				key = "fig.grade-fewer"
			}
			out.state, out.word = words.Risk, p.lang.Text(key, g.Grade.Name, size(g.Off))
			out.notes = append(out.notes, say(p.lang.Text("fig.guideline", g.Grade.Name, p.allowed(g))))
		}
	}
	out.value = counts
	out.draw = func(h *markup.HTML) { h.Raw(`<span class="note">`).Text(names).Raw(`</span>`) }
	return out
}

func (p *page) ranking(ranks []audience.Rank, q Period, part int) Block {
	b := Block{ID: "ranking", Title: p.lang.Text("section.ranking"), Note: p.rankOrder(), Foot: p.rankFoot()}
	if len(ranks) == 0 {
		h := new(markup.HTML)
		h.Raw(`<p class="none">`).Text(p.lang.Text("empty.ranking")).Raw(`</p>`)
		b.Body = p.place(h)
		return b
	}
	h, shown := new(markup.HTML), partOf(ranks, part)
	b.Foot += p.leadsFoot(shown)
	p.rankTable(h, b.Title, shown, q)
	b.Body = p.place(h)
	return b
}
