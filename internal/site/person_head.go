package site

import (
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

func (p *page) personHead(x profile) Head {
	h := new(markup.HTML)
	h.Raw(`<b><bdi>`).Text(x.Name).Raw(`</bdi></b>`)
	if x.Title != "" {
		h.Raw(`<span>`).Text(x.Title).Raw(`</span>`)
	}
	if steps := p.teamCrumbs(x.Team); len(steps) > 0 {
		h.Raw(`<span>`)
		for i, s := range steps {
			if i > 0 {
				h.Raw(` / `)
			}
			p.href(h.Raw(`<a class="nb"`), s.to).Raw(`><bdi>`).Text(s.name).Raw(`</bdi></a>`)
		}
		h.Raw(`</span>`)
	}
	if x.Manager != "" && x.Manager != x.ID {
		h.Raw(`<span>`).Text(p.lang.Text("kicker.reports-to")).Raw(` `)
		p.person(h, x.Manager)
		h.Raw(`</span>`)
	}
	for _, at := range []struct {
		day Date
		key string
	}{{x.Joined, "kicker.joined"}, {x.Left, "kicker.left"}} {
		if !at.day.IsZero() {
			h.Raw(`<span>`).Text(p.lang.Text(at.key, at.day.String())).Raw(`</span>`)
		}
	}
	switch n := len(p.view.ReviewsOf(x.ID)); {
	case !x.Reports:
		h.Raw(`<span>`).Text(p.lang.Text("kicker.does-not-report")).Raw(`</span>`)
	default:
		h.Raw(`<span>`).Text(p.lang.Text("kicker.reviews", n)).Raw(`</span>`)
	}
	headline, lead := p.personSentences(x)
	return Head{Kicker: h.Template(), Headline: headline, Lead: lead}
}

// personSentences are the headline of a person's page: how the team led, else
// the person stands. Of who has no figures it says who that is.
func (p *page) personSentences(x profile) (headline, lead string) {
	if p.period.IsZero() {
		if len(x.led) > 0 {
			return p.lang.Text("person.leads", x.Name, p.teamNames(x.led)), ""
		}
		if !x.Reports {
			return x.Name, p.lang.Text("person.does-not-report")
		}
		return x.Name, p.lang.Text("empty.reports")
	}
	f := p.mainFigure(x.scopes(), p.period)
	main := f.Scope
	s := p.standingOf(f, true)
	if t, ok := p.view.Team(main.Team); ok {
		s.Period = p.lang.Text("chart.of", t.Name, s.Period)
	}
	return p.lang.PersonHeadline(s, p.extreme(f), p.yearToDate(main, p.period)), ""
}

// extreme tells whether the attainment is the highest or lowest of the last
// periods that have one.
func (p *page) extreme(f Figure) words.Extreme {
	e := words.Extreme{Months: f.Period.Length.Months()}
	if !f.Attainment.Defined() || f.Partial {
		return e
	}
	above, below := true, true
	for _, q := range p.reportedUpTo(f.Period, trendPeriods) {
		x := p.view.Figure(f.Scope, q, f.Metric.ID)
		if !x.Attainment.Defined() {
			continue
		}
		e.Periods++
		if q != f.Period {
			order := f.Attainment.Compare(x.Attainment.Ratio)
			above, below = above && order > 0, below && order < 0
		}
	}
	switch {
	case above:
		e.Sign = 1
	case below:
		e.Sign = -1
	}
	return e
}
