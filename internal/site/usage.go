package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A usage tells where the site uses which metric: as a KPI, in how many reports
// and targets of the latest period, split by which breakdowns, bound in the prose
// of how many reviews, and in which other figures.
type usage struct {
	p      *page
	root   Scope
	facets []audience.Facet
	used   []audience.Metric
	quoted map[MetricID]int // reviews of the latest period whose prose binds it
}

func (p *page) newUsage(used []audience.Metric) usage {
	u := usage{p: p, root: audience.TeamScope(p.view.Root()), used: used}
	if !p.latest.IsZero() {
		u.facets = p.view.Facets(u.root, p.latest)
		u.quoted = p.view.Quoted(p.latest)
	}
	return u
}

// cell writes where a metric is used, one thing after the other.
func (u *usage) cell(h *markup.HTML, m *Metric) {
	p, parts := u.p, u.said(m)
	h.Raw(`<td class="txt">`)
	for i, text := range parts {
		if i > 0 {
			h.Text(p.lang.Text("use.and"))
		}
		h.Text(text)
	}
	sep := p.lang.Text("use.in")
	if len(parts) > 0 {
		sep = p.lang.Text("use.and") + sep
	}
	for i := range u.used {
		x := &u.used[i]
		if !slices.Contains(x.Numerator, m.ID) && !slices.Contains(x.Denominator, m.ID) {
			continue
		}
		h.Text(sep).Raw(`<a`).Attr("href", "#m-"+string(x.ID)).Raw(`>`).Text(p.metricName(x)).Raw(`</a>`)
		sep = p.lang.Text("list-comma")
	}
	h.Raw(`</td>`)
}

// said is what is said of a metric without a link.
func (u *usage) said(m *Metric) []string {
	p := u.p
	var parts []string
	if i := slices.Index(p.info.KPIs, m.ID); i >= 0 {
		parts = append(parts, p.lang.Text("use.kpi", words.Weight(frac(audience.PercentRatio(p.info.Weights[i])))))
	}
	if p.latest.IsZero() {
		return parts
	}
	f := p.view.Rolled(u.root, p.latest, m.ID)
	name := p.lang.PeriodShort(p.calendarPeriod(p.latest))
	if f.People > 0 {
		parts = append(parts, p.lang.Text("use.people", name, f.People))
	}
	people, teams := u.targets(m.ID, f.Target.Defined())
	if people > 0 {
		parts = append(parts, p.lang.Text("use.targets", people))
	}
	if teams > 0 {
		parts = append(parts, p.lang.Text("use.set", teams))
	}
	var by []string
	for _, x := range u.facets {
		if x.Metric.ID == m.ID {
			by = append(by, p.partsName(x.By))
		}
	}
	if len(by) > 0 {
		parts = append(parts, p.lang.Text("use.split", p.names(by)))
	}
	if n := u.quoted[m.ID]; n > 0 {
		parts = append(parts, p.lang.Text("use.quoted", n))
	}
	return parts
}

// targets counts in the latest period who has a target of the metric, and for
// which teams one is set.
func (u *usage) targets(m MetricID, any bool) (people, teams int) {
	if any {
		for _, x := range u.p.view.PeopleOf(u.root.Team, u.p.latest) {
			if u.p.view.Figure(audience.PersonScope(x), u.p.latest, m).Target.Defined() {
				people++
			}
		}
	}
	for _, t := range u.p.view.Teams() {
		if u.p.view.Rolled(audience.TeamScope(t), u.p.latest, m).Set.Defined() {
			teams++
		}
	}
	return people, teams
}
