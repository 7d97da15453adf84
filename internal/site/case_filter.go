package site

import (
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A choice is one option of a filter: what it shows are the cases that have
// one of the values.
type choice struct {
	value, label string
	values       []string // value alone where empty
}

// caseFilter writes the controls of the index. They need the script, which
// shows them; each offers only what some case has.
func (p *page) caseFilter(h *markup.HTML, all []toldCase) {
	h.Raw(`<div class="filter" role="group" data-filter hidden`).Attr("aria-label", p.lang.Text("filter.cases")).Raw(`>`)
	p.chooser(h, "outcome", "head.outcome", p.outcomeChoices())
	p.chooser(h, "team", "head.team", p.teamChoices(all))
	p.chooser(h, "period", "head.period", p.periodChoices(all))
	p.chooser(h, "theme", "head.themes", p.themeChoices(all))
	p.chooser(h, "person", "head.case-person", p.personChoices(all))
	h.Raw(`<button class="btn" type="button" data-reset disabled>`).Text(p.lang.Text("filter.reset")).Raw(`</button>`)
	n := strconv.Itoa(len(all))
	h.Raw(`<p class="note" role="status">`).Text(p.lang.Text("filter.shown")).Raw(` <b data-count>`).Text(n).Raw(`</b> / `).Text(n)
	for _, outcome := range []struct {
		id, key string
		state   words.State
		is      audience.Case
	}{{"success", "case.success", words.On, audience.Success}, {"failure", "case.failure", words.Off, audience.Failure}} {
		h.Raw(` <span class="st `).Text(outcome.state.Class()).Raw(`">`).Text(p.lang.Text(outcome.key)).Raw(` <b`).Attr("data-count", outcome.id).Raw(`>`)
		h.Text(strconv.Itoa(countCases(all, outcome.is))).Raw(`</b></span>`)
	}
	h.Raw(`</p></div><p class="empty" data-none hidden>`).Text(p.lang.Text("filter.empty")).Raw(` <button class="btn" type="button" data-reset>`)
	h.Text(p.lang.Text("filter.reset")).Raw(`</button></p>`)
}

func countCases(all []toldCase, outcome audience.Case) (n int) {
	for i := range all {
		if all[i].section.Case == outcome {
			n++
		}
	}
	return n
}

func (p *page) chooser(h *markup.HTML, name, key string, list []choice) {
	h.Raw(`<label><span class="note">`).Text(p.lang.Text(key)).Raw(`</span><select`).Attr("data-by", name).Raw(` autocomplete="off"><option value="">`)
	h.Text(p.lang.Text("filter.any")).Raw(`</option>`)
	for _, c := range list {
		h.Raw(`<option`).Attr("value", c.value)
		if len(c.values) > 0 {
			h.Attr("data-of", strings.Join(c.values, " "))
		}
		h.Raw(`>`).Text(c.label).Raw(`</option>`)
	}
	h.Raw(`</select></label>`)
}

func (p *page) outcomeChoices() []choice {
	return []choice{{value: "success", label: p.lang.Text("case.success")}, {value: "failure", label: p.lang.Text("case.failure")}}
}

// teamChoices are the teams that have cases, themselves or below, in the order
// of the organisation; a team shows those below it too.
func (p *page) teamChoices(all []toldCase) []choice {
	has := map[TeamID]bool{}
	for i := range all {
		team, _ := p.view.TeamOf(all[i].id.Person, all[i].id.Period)
		has[team] = true
	}
	var list []choice
	var walk func(id TeamID, depth int) []string
	walk = func(id TeamID, depth int) (within []string) {
		t, ok := p.view.Team(id)
		if !ok {
			return nil
		}
		at := len(list)
		list = append(list, choice{value: string(id), label: strings.Repeat("　", depth) + t.Name})
		if has[id] {
			within = []string{string(id)}
		}
		for _, c := range t.Children {
			within = append(within, walk(c, depth+1)...)
		}
		if len(within) == 0 {
			list = list[:at]
			return nil
		}
		list[at].values = within
		return within
	}
	walk(p.view.Root(), 0)
	if has[""] {
		list = append(list, choice{value: "-", label: p.lang.Text("case.no-team")})
	}
	return list
}

// periodChoices are the periods with cases, newest first, under each year that
// holds several.
func (p *page) periodChoices(all []toldCase) []choice {
	var periods []Period
	within := map[Period][]string{}
	yearOf := func(q Period) Period {
		year, _ := p.info.Calendar.In(q, audience.Year)
		return year
	}
	for i := range all {
		if q := all[i].id.Period; !slices.Contains(periods, q) {
			periods = append(periods, q)
			within[yearOf(q)] = append(within[yearOf(q)], q.String())
		}
	}
	var list []choice
	told := map[Period]bool{}
	for _, q := range periods {
		year, depth := yearOf(q), ""
		if n := len(within[year]); n > 1 && year != q {
			depth = "　"
			if !told[year] && !slices.Contains(periods, year) {
				list = append(list, choice{year.String(), p.periodName(year), within[year]})
			}
			told[year] = true
		}
		list = append(list, choice{value: q.String(), label: depth + p.periodName(q)})
	}
	return list
}

func (p *page) themeChoices(all []toldCase) []choice {
	has := map[ThemeID]bool{}
	for i := range all {
		for _, t := range all[i].section.Themes {
			has[t] = true
		}
		if len(all[i].section.Themes) == 0 {
			has[""] = true
		}
	}
	var list []choice
	for _, t := range p.view.Themes() {
		if has[t.ID] {
			list = append(list, choice{value: string(t.ID), label: p.themeName(t)})
		}
	}
	if has[""] {
		list = append(list, choice{value: "-", label: p.lang.Text("case.no-theme")})
	}
	return list
}

// personChoices are the people with cases, by id as elsewhere.
func (p *page) personChoices(all []toldCase) []choice {
	has := map[PersonID]bool{}
	var ids []PersonID
	for i := range all {
		if id := all[i].id.Person; !has[id] {
			has[id] = true
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	var list []choice
	for _, id := range ids {
		list = append(list, choice{value: string(id), label: p.view.Name(id)})
	}
	return list
}
