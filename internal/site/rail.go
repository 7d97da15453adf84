package site

import (
	"html/template"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A rail is the tree of teams at the side of every page, with how each stands
// in one period. It is worked out once a period; only the links differ.
type rail struct {
	period Period
	nodes  []railNode // parents before children
}

type railNode struct {
	id     TeamID
	parent TeamID
	depth  int
	to     Address
	says   template.HTML // name and attainment
}

// foldAbove is how many teams the rail shows whole; of more it opens only the
// branch that the page is in.
const foldAbove = 40

func (s *Site) newRail(q Period) rail {
	r := rail{period: q}
	depth := map[TeamID]int{}
	for _, id := range s.view.Teams() {
		t, _ := s.view.Team(id)
		if t.Parent != "" {
			depth[id] = depth[t.Parent] + 1
		}
		node := railNode{id: id, parent: t.Parent, depth: depth[id], to: teamAddress(id), says: s.railTeam(t, q)}
		if !q.IsZero() && q != s.latest {
			node.to = teamPeriodAddress(id, q)
		} else if t.Parent == "" {
			node.to = home
		}
		r.nodes = append(r.nodes, node)
	}
	return r
}

// railTeam writes what the rail says of a team.
func (s *Site) railTeam(t audience.Team, q Period) template.HTML {
	var f Figure
	if !q.IsZero() {
		f = s.view.Figure(audience.TeamScope(t.ID), q, s.info.KPIs[0])
	}
	st, word := s.standing(f)
	h := new(markup.HTML)
	h.Raw(`<bdi>`).Text(t.Name).Raw(`</bdi><span class="att"><span`).Attr("class", "st "+st.Class())
	h.Raw(`></span>`).Text(words.Percent(frac(f.Attainment.Ratio)))
	if word != "" {
		h.Raw(`<span class="vh">`).Text(word).Raw(`</span>`)
	}
	return h.Raw(`</span>`).Template()
}

// attained judges an attainment by the portfolio's cuts.
func (s *Site) attained(r Ratio) words.State {
	cuts := s.info.Cuts.Attainment
	return words.Attained(words.Fraction(r), words.Fraction(audience.PercentRatio(cuts[0])), words.Fraction(audience.PercentRatio(cuts[1])))
}

// rail writes the tree and the list of other pages.
func (p *page) rail(at where) template.HTML {
	q := p.period
	if !slices.Contains(p.periods, q) {
		q = p.latest
	}
	r := p.rails.get(q)
	h := new(markup.HTML)
	if len(r.nodes) > 0 {
		h.Raw(`<h2>`)
		if r.period.IsZero() {
			h.Text(p.lang.Text("rail.teams"))
		} else {
			h.Text(p.lang.Text("rail.teams-attainment", p.lang.PeriodShort(p.calendarPeriod(r.period))))
		}
		h.Raw(`</h2><ul>`)
		p.railTeams(h, r, at)
		h.Raw(`</ul>`)
	}
	h.Raw(`<h2>`).Text(p.lang.Text("rail.pages")).Raw(`</h2><ul>`)
	for _, e := range p.nav {
		p.href(h.Raw(`<li><a`), e.to)
		if e.to == at.entry && at.team == "" {
			h.Raw(` aria-current="page"`)
		}
		h.Raw(`><span>`).Text(e.name).Raw(`</span></a></li>`)
	}
	h.Raw(`</ul>`)
	return p.place(h)
}

func (p *page) railTeams(h *markup.HTML, r rail, at where) {
	branch := r.branch(at.team)
	depth := 0
	for i := range r.nodes {
		n := &r.nodes[i]
		if !r.shows(n, branch) {
			continue
		}
		switch {
		case i == 0:
		case n.depth > depth:
			h.Raw(`<ul>`)
		default:
			h.Raw(`</li>`)
			for ; depth > n.depth; depth-- {
				h.Raw(`</ul></li>`)
			}
		}
		depth = n.depth
		p.href(h.Raw(`<li><a`), n.to)
		if n.id == at.team {
			h.Raw(` aria-current="page"`)
		}
		h.Raw(`>`).Piece(n.says).Raw(`</a>`)
	}
	if len(r.nodes) > 0 {
		h.Raw(`</li>`)
	}
	for ; depth > 0; depth-- {
		h.Raw(`</ul></li>`)
	}
}

// branch returns the teams from the current one up to the root.
func (r rail) branch(current TeamID) []TeamID {
	var up []TeamID
	for i := len(r.nodes) - 1; i >= 0 && current != ""; i-- {
		if n := &r.nodes[i]; n.id == current { // parents stand before children
			up = append(up, n.id)
			current = n.parent
		}
	}
	return up
}

// shows reports whether the rail has the team with this branch open.
func (r rail) shows(n *railNode, branch []TeamID) bool {
	return n.depth < 2 || len(r.nodes) <= foldAbove || slices.Contains(branch, n.parent)
}

// navEntry is a page of the rail that is not a team.
type navEntry struct {
	name string
	to   Address
}

// navigation lists the pages beside the teams.
func (s *Site) navigation() []navEntry {
	var list []navEntry
	add := func(key string, to Address) { list = append(list, navEntry{s.lang.Text(key), to}) }
	if !s.latest.IsZero() {
		add("nav.period", periodAddress(s.latest))
		add("nav.calibration", calibrationAddress(s.latest))
		if themes := s.view.Themes(); len(themes) > 0 {
			add("nav.themes", themeAddress(themes[0].ID, s.latest))
		}
	}
	add("nav.cases", casesAddress)
	add("nav.actions", actionsAddress)
	add("nav.metrics", metricsAddress)
	for _, x := range s.view.Pages() {
		list = append(list, navEntry{x.Title, pageAddress(x.ID)})
	}
	return list
}
