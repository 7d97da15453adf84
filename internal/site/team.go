package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// teamPage is the company or a team at one period.
type teamPage struct {
	Common
	Head      Head
	Figures   template.HTML
	Changed   template.HTML // why the first KPI moved
	Todo      template.HTML // what needs somebody
	Waiting   template.HTML // for whom reviews wait
	KPI       template.HTML
	Why       template.HTML // what moved the figures, by their breakdowns
	Teams     template.HTML
	Members   template.HTML
	Reversals template.HTML // where totals mislead
	Promises  template.HTML // what became of what the people had promised
	Trend     template.HTML
	Mixes     []template.HTML
	Cascade   []template.HTML // targets of the period, and the next, against the people's and the child teams'
	Split     template.HTML   // the next targets person by person
	Downloads template.HTML   // workbook and data files
	Intro     template.HTML
}

// teamProse is the text of a team's own file.
func teamProse(id TeamID) prose {
	return prose{home: teamAddress(id), folder: "content/teams", scope: audience.TeamScope(id)}
}

func (p *page) writeTeam(w io.Writer, id TeamID, q Period) error {
	t, _ := p.view.Team(id)
	p.scope, p.period = audience.TeamScope(id), q
	data := teamPage{}
	var overview audience.Overview
	if !q.IsZero() {
		p.scales = p.scaleFor(p.teamScopes(t), []Period{q})
		overview = p.view.Overview(id, q)
	}
	head := p.teamHead(t, q, overview)
	if !q.IsZero() {
		data.Figures = p.teamFigures(q, overview)
		data.Changed = p.bridge(p.scope, q).html()
		if !p.gathered(q, overview) {
			data.Todo = p.needs(t.ID, q).html()
			data.Waiting = p.waiting(t.ID, q).html()
		}
		data.KPI = p.kpiTable(p.scope, q).html()
		data.Teams = p.teamTable(t, q).html()
		data.Members = p.memberTable(t, q).html()
		data.Promises = p.teamPromises(t, q).html()
		data.Trend = p.trend(p.scope, q, p.info.KPIs[0]).html()
		facets := p.view.Facets(p.scope, q)
		data.Why = p.why(p.scope, q, facets).html()
		data.Reversals = p.reversals(t, q, facets).html()
		for _, f := range facets {
			if f.Of == "" {
				continue // ratios have no shares
			}
			if mix := p.mix(p.scope, q, f); mix.Body != "" {
				data.Mixes = append(data.Mixes, mix.html())
			}
		}
		for _, b := range p.cascades(t, q) {
			data.Cascade = append(data.Cascade, b.html())
		}
		data.Split = p.split(t, q).html()
		data.Downloads = p.downloads(t, q).html()
	}
	from := teamProse(id)
	from.period = p.latest
	data.Intro = p.intro(t.Intro, from).html()
	p.noteTeam(&t, q)
	at := where{kind: "team", title: t.Name, team: id, crumbs: p.teamCrumbs(id)}
	if !q.IsZero() {
		at.periods = periodSwitch{current: q, all: p.sameLength(q), to: func(x Period) Address { return teamPeriodAddress(id, x) }}
	}
	data.Common, data.Head = p.common(), head
	return p.write(w, at, data)
}

// sameLength returns the periods that have pages, those of q's length.
func (s *Site) sameLength(q Period) []Period {
	var list []Period
	for _, x := range s.periods {
		if x.Length == q.Length {
			list = append(list, x)
		}
	}
	return list
}

// teamScopes are the scopes whose figures stand beside each other on a team's
// page; they decide its unit of money.
func (p *page) teamScopes(t audience.Team) []Scope {
	scopes := []Scope{audience.TeamScope(t.ID)}
	for _, c := range t.Children {
		scopes = append(scopes, audience.TeamScope(c))
	}
	return scopes
}

func (p *page) teamHead(t audience.Team, q Period, o audience.Overview) Head {
	h := new(markup.HTML)
	h.Raw(`<b><bdi>`).Text(t.Name).Raw(`</bdi></b>`)
	if !q.IsZero() {
		h.Raw(`<span>`).Text(p.lang.PeriodSpan(p.calendarPeriod(q))).Raw(`</span>`)
	}
	if t.Lead != "" {
		h.Raw(`<span>`).Text(p.lang.Text("kicker.led-by")).Raw(` `)
		p.person(h, t.Lead)
		h.Raw(`</span>`)
	}
	if n := len(t.Children); n > 0 {
		h.Raw(`<span>`).Text(p.lang.Text("kicker.teams", n)).Raw(`</span>`)
	}
	if q.IsZero() {
		return Head{Kicker: h.Template(), Headline: p.lang.Text("empty.reports")}
	}
	h.Raw(`<span>`).Text(p.lang.Text("kicker.people", len(p.view.PeopleOf(t.ID, q)))).Raw(`</span>`)
	headline, lead := p.teamSentences(t, q, o)
	return Head{Kicker: h.Template(), Headline: headline, Lead: lead}
}

// teamFigures are the four headline figures of a team.
func (p *page) teamFigures(q Period, o audience.Overview) template.HTML {
	f := p.view.Figure(p.scope, q, p.info.KPIs[0])
	list := []fig{p.attainmentFig(f), p.amountFig(f)}
	if q.Length < audience.Year {
		list = append(list, p.yearFig(p.scope, q))
	} else if len(p.info.KPIs) > 1 {
		second := p.attainmentFig(p.view.Figure(p.scope, q, p.info.KPIs[1]))
		second.name = p.lang.Text("fig.attainment", p.metricName(second.explain.Metric))
		list = append(list, second)
	}
	if p.gathered(q, o) {
		return p.figs(append(list, p.partsFig(p.scope, q))...)
	}
	return p.figs(append(list, p.reportsFig(o))...)
}

// partsFig is how much of a longer period has been reported.
func (p *page) partsFig(scope Scope, q Period) fig {
	all := len(p.info.Calendar.Parts(q, p.info.Cycle))
	n := p.reportedIn(scope, q)
	out := fig{name: p.lang.Text("fig.parts"), value: words.Count(words.Fraction{Num: int64(n), Den: 1}), unit: p.lang.Text("fig.of-parts", all)}
	f := p.view.Figure(scope, q, p.info.KPIs[0])
	if f.Partial {
		out.notes = append(out.notes, say(p.lang.Elapsed(f.Elapsed, f.Total)))
	}
	if len(f.Missing) > 0 {
		out.notes = append(out.notes, say(p.lang.Text("explain.missing", p.periodList(f.Missing))))
	}
	return out
}

// attainmentFig is the first headline figure: are we on target.
func (p *page) attainmentFig(f Figure) fig {
	m := f.Metric
	out := fig{
		name:    p.lang.Text("fig.attainment", p.lang.PeriodShort(p.calendarPeriod(f.Period))),
		value:   words.Percent(frac(f.Attainment.Ratio)),
		explain: f,
		draw:    func(h *markup.HTML) { p.bullet(h, f, true) },
	}
	out.state, out.word = p.standing(f)
	if f.Gap.Defined() && f.Attainment.Defined() {
		out.notes = append(out.notes, say(p.againstTarget(m, f)))
	}
	if note := p.splitNote(f); note != "" {
		out.notes = append(out.notes, say(note))
	} else if f.Scope.Team != "" {
		out.notes = append(out.notes, say(p.countedOf(f)))
	}
	return out
}

// standing judges a figure: by its attainment, or by its pace while the period
// runs.
func (s *Site) standing(f Figure) (words.State, string) {
	if pace := s.pace(f); pace.Defined() {
		st := words.Paced(frac(pace.Ratio))
		return st, s.lang.PacedWord(st)
	}
	st := s.attained(f.Attainment.Ratio)
	return st, s.lang.AttainedWord(st)
}

// pace is how a figure stands against time while its period runs. Of a longer
// period it takes a target set for the whole: the targets of the parts reported
// so far say nothing of the rest.
func (s *Site) pace(f Figure) audience.Value {
	if !f.Partial || f.Period.Length > s.info.Cycle && !f.BySet {
		return audience.Value{}
	}
	return f.Pace
}

// againstTarget says how far the figure is from its target.
func (p *page) againstTarget(m *Metric, f Figure) string {
	size := p.lang.Size(frac(f.Gap.Ratio), p.style(m))
	switch {
	case f.Gap.Sign() == 0:
		return p.lang.Text("fig.even")
	case f.Gap.Sign() < 0:
		return p.lang.Text("fig.over", size)
	}
	return p.lang.Text("fig.short", size)
}

func (p *page) countedOf(f Figure) string {
	if f.Excluded == 0 {
		return p.lang.Text("fig.all-counted", f.People)
	}
	return p.lang.Text("fig.counted", f.People, f.People-f.Excluded)
}

// amountFig is the figure itself with its changes.
func (p *page) amountFig(f Figure) fig {
	m := f.Metric
	return fig{
		name: p.metricName(m), value: p.cell(m, f.Actual.Ratio), unit: p.lang.Head(p.style(m)), explain: f,
		draw: func(h *markup.HTML) { p.spark(h, f) },
		notes: []func(*markup.HTML){
			func(h *markup.HTML) {
				h.Text(p.lang.Text("head.qoq")).Raw(` `)
				p.change(h, m, f.QoQ)
			},
			func(h *markup.HTML) {
				h.Text(p.lang.Text("head.yoy")).Raw(` `)
				p.change(h, m, f.YoY)
			},
		},
	}
}

// yearFig is the year that holds the period. Where a target is set for the
// year as a whole, it stands against that and against time; else it is what
// the reported periods come to against their own targets.
func (p *page) yearFig(scope Scope, q Period) fig {
	f := p.view.Figure(scope, p.yearOf(q), p.info.KPIs[0]).AgainstSet()
	name := p.lang.PeriodName(p.calendarPeriod(f.Period))
	out := fig{name: p.lang.Text("fig.year-to-date", name), explain: f}
	out.value = words.Percent(frac(f.Attainment.Ratio))
	out.state, out.word = p.standing(f)
	if f.Attainment.Defined() {
		out.draw = func(h *markup.HTML) { p.bullet(h, f, true) }
	}
	switch {
	case !f.Partial:
	case p.pace(f).Defined():
		out.notes = append(out.notes, say(p.lang.Elapsed(f.Elapsed, f.Total)),
			say(p.lang.Text("fig.time-gone", words.Percent(words.Fraction{Num: int64(f.Elapsed), Den: int64(f.Total)}))))
	default:
		out.notes = append(out.notes, say(p.lang.Text("fig.periods-in", p.reportedIn(scope, f.Period))))
	}
	if !f.BySet && f.Attainment.Defined() && f.Gap.Defined() {
		out.notes = append(out.notes, say(p.againstTarget(f.Metric, f)))
	}
	return out
}

// reportedIn counts the periods inside q that the scope has a figure of.
func (p *page) reportedIn(scope Scope, q Period) int {
	n := 0
	for _, part := range p.info.Calendar.Parts(q, p.info.Cycle) {
		if p.view.Actual(scope, part, p.info.KPIs[0]).Defined() {
			n++
		}
	}
	return n
}

func (p *page) yearOf(q Period) Period {
	if year, ok := p.info.Calendar.In(q, audience.Year); ok {
		return year
	}
	return q
}

// reportsFig is how complete the period is.
func (p *page) reportsFig(o audience.Overview) fig {
	out := fig{name: p.lang.Text("fig.reports"), value: words.Count(words.Fraction{Num: int64(o.Reports + o.Elsewhere), Den: 1}), unit: p.lang.Text("fig.of", o.Expected)}
	if n := len(o.Missing); n > 0 {
		out.state, out.word = words.Risk, p.lang.Text("fig.missing", n)
		var names []string
		for _, x := range o.Missing {
			names = append(names, p.view.Name(x.Person))
		}
		out.notes = append(out.notes, say(p.lang.Text("fig.not-handed-in", p.names(names))))
	}
	out.draw = func(h *markup.HTML) {
		h.Raw(`<span class="note">`).Text(p.lang.Text("fig.comments-of", o.RolesCommented, o.RolesExpected)).Raw(`</span>`)
	}
	return out
}
