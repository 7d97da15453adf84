package site

import (
	"html/template"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// figures are the four headline figures of a review.
func (r *review) figures() template.HTML {
	attainment := r.attainmentFig(r.main)
	attainment.name = r.lang.Text("fig.attainment-plain")
	if t, ok := r.view.Team(r.main.Scope.Team); ok {
		attainment.name = r.lang.Text("fig.attainment", t.Name)
	} else if place := r.placeIn(r.Person, r.Period); place != "" {
		attainment.notes = append(attainment.notes, say(place))
	}
	promises := r.promisesFig(r.promises)
	if note := r.themesNote(); note != "" {
		promises.notes = append(promises.notes, say(note))
	}
	return r.figs(attainment, r.amountFig(r.main), r.scoreFig(&r.score), promises)
}

// placeIn says which place the person has in the team of the period; "" where
// not ranked or alone.
func (p *page) placeIn(id PersonID, q Period) string {
	team, _ := p.view.TeamOf(id, q)
	t, ok := p.view.Team(team)
	if !ok {
		return ""
	}
	x := p.places.get(teamPeriod{team, q})
	if x.place[id] == 0 || x.ranked < 2 {
		return ""
	}
	return p.lang.Text("fig.rank-in", t.Name, x.place[id])
}

// themesNote says how many of the expected themes are written, and which is
// missing.
func (r *review) themesNote() string {
	if r.Report == nil || r.Report.Status == audience.Open {
		return ""
	}
	expected, lacking := 0, ""
	for _, s := range r.complete.Themes {
		switch s.Presence {
		case audience.ThemeMissing:
			lacking = r.themeName(*s.Theme)
			expected++
		case audience.ThemePresent, audience.ThemeThin:
			expected++
		}
	}
	switch {
	case expected == 0:
		return ""
	case r.complete.ThemesLacking == 0:
		return r.lang.Text("fig.themes", r.complete.ThemesPresent, expected)
	case r.complete.ThemesLacking == 1:
		return r.lang.Text("fig.themes-missing", r.complete.ThemesPresent, expected, lacking)
	}
	return r.lang.Text("fig.themes-missing-n", r.complete.ThemesPresent, expected, r.complete.ThemesLacking)
}

// keyMetrics are the tables of figures: of the teams led, then of the person.
func (p *page) keyMetrics(person PersonID, led []TeamID, q Period) (teams []Block, own Block) {
	own = p.kpiTable(audience.PersonScope(person), q)
	for _, id := range led {
		t, _ := p.view.Team(id)
		b := p.kpiTable(audience.TeamScope(id), q)
		if b.Body == "" {
			continue
		}
		b.ID, b.Title = "", p.lang.Text("section.team-figures")+" · "+t.Name
		teams = append(teams, b)
		own.Title, own.Note = p.lang.Text("section.own-figures"), ""
	}
	return teams, own
}

func (p *page) teamNames(ids []TeamID) string {
	var names []string
	for _, id := range ids {
		t, _ := p.view.Team(id)
		names = append(names, t.Name)
	}
	return p.names(names)
}

// smallTable writes a table of a few rows.
func (p *page) smallTable(h *markup.HTML, title string, heads func(*markup.HTML), rows func(*markup.HTML)) {
	p.openTable(h, "grid-t", title)
	heads(h)
	h.Raw(`</tr></thead><tbody>`)
	rows(h)
	h.Raw(`</tbody></table></div>`)
}

// bounds shows floor and stretch where the report gives them.
func (r *review) bounds() Block {
	rows := new(markup.HTML)
	for i := range r.Report.Values {
		v := &r.Report.Values[i]
		m := r.view.Metric(v.Metric)
		if m == nil || !v.Floor.OK && !v.Stretch.OK {
			continue
		}
		f := r.view.Figure(r.scope, r.Period, v.Metric)
		floor, stretch := audience.Stated(v.Floor, m), audience.Stated(v.Stretch, m)
		rows.Raw(`<tr><th scope="row">`).Text(r.metricName(m)).Raw(`</th><td class="n">`)
		r.goalFigure(rows, m.ID, v.Floor)
		rows.Raw(`</td><td class="n">`)
		r.goalFigure(rows, m.ID, v.Stretch)
		rows.Raw(`</td><td class="n">`)
		r.explained(rows, f, func(h *markup.HTML) { h.Text(r.figure(m, f.Actual.Ratio)) })
		rows.Raw(`</td><td>`)
		r.reach(rows, f, floor, stretch)
		rows.Raw(`</td></tr>`)
	}
	if rows.Len() == 0 {
		return Block{}
	}
	b := Block{ID: "bounds", Title: r.lang.Text("section.bounds")}
	h := new(markup.HTML)
	r.smallTable(h, b.Title, func(h *markup.HTML) {
		r.heads(h, "head.metric", "n:head.floor", "n:head.stretch", "n:head.actual", "head.state")
	}, func(h *markup.HTML) { h.Add(rows) })
	b.Body = r.place(h)
	return b
}

// reach says where the actual stands: at the stretch, at the floor, or below.
func (r *review) reach(h *markup.HTML, f Figure, floor, stretch Ratio) {
	reached := func(bound Ratio) bool {
		order := f.Actual.Compare(bound)
		return order >= 0 && f.Metric.Better == audience.Higher || order <= 0 && f.Metric.Better == audience.Lower
	}
	switch {
	case !f.Actual.Defined():
		r.undefined(h, f.Actual.Why)
	case stretch.Defined() && reached(stretch):
		state(h, words.On, r.lang.Text("bounds.stretch"))
	case !floor.Defined():
		state(h, words.None, r.lang.Text("bounds.not-stretch"))
	case reached(floor):
		state(h, words.On, r.lang.Text("bounds.floor"))
	default:
		state(h, words.Off, r.lang.Text("bounds.below"))
	}
}

// targetChanges returns the figures whose target is not that of the person's
// file.
func (r *review) targetChanges() []Figure {
	var list []Figure
	for _, m := range r.view.Metrics(r.scope, r.Period) {
		f := r.view.Figure(r.scope, r.Period, m.ID)
		if f.Set.Defined() && f.Target.Defined() && f.Set.Compare(f.Target.Ratio) != 0 {
			list = append(list, f)
		}
	}
	return list
}

// changedTargets shows targets that are not those of the person's file.
func (r *review) changedTargets() Block {
	rows := new(markup.HTML)
	for _, f := range r.targetChanges() {
		m := f.Metric
		rows.Raw(`<tr><th scope="row">`).Text(r.metricName(m)).Raw(`</th><td class="n">`).Text(r.figure(m, f.Set.Ratio))
		rows.Raw(`</td><td class="n">`).Text(r.figure(m, f.Target.Ratio)).Raw(`</td><td class="n">`)
		rows.Text(r.lang.Difference(frac(audience.Less(f.Target, f.Set).Ratio), r.style(m))).Raw(`</td></tr>`)
	}
	if rows.Len() == 0 {
		return Block{}
	}
	b := Block{ID: "changed-targets", Title: r.lang.Text("section.changed-targets")}
	h := new(markup.HTML)
	r.smallTable(h, b.Title, func(h *markup.HTML) {
		r.heads(h, "head.metric", "n:head.set-before", "n:head.in-report", "n:head.difference")
	}, func(h *markup.HTML) { h.Add(rows) })
	b.Body, b.Foot = r.place(h), r.lang.Text("foot.changed-targets")
	return b
}
