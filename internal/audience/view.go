// Package audience decides who sees what. A View is what one reader may see,
// and the only way for pages, data files and search to reach figures and
// texts: they are handed a View, never the portfolio.
//
// In go a portfolio and its results, out comes a View with types of its own
// for people, teams and reviews; values (periods, amounts, prose) keep the
// types of package model under names of this one. Without audiences the View
// is everything.
package audience

import (
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// A View is what one reader may see.
type View struct {
	p        *model.Portfolio
	r        *analysis.Result
	byPerson map[PersonID][]Period // reviews that have a page, in order
}

// Everything returns the View that holds nothing back.
func Everything(p *model.Portfolio, r *analysis.Result) *View {
	v := &View{p: p, r: r, byPerson: map[PersonID][]Period{}}
	for _, x := range p.Reviews {
		if hasPage(x) {
			v.byPerson[x.Person] = append(v.byPerson[x.Person], x.Period)
		}
	}
	return v
}

// hasPage reports whether there is anything of a review to show: also the talks
// of a period that nobody has reported on yet.
func hasPage(r *model.Review) bool {
	return r.Report != nil || len(r.Comments) > 0 || r.Log != nil || r.Calibration != nil
}

// Site is what the settings say of the site as a whole.
type Site struct {
	Title     string
	Language  string
	BaseURL   string
	Currency  string
	MoneyUnit string
	Calendar  Calendar
	Cycle     Length
	AsOf      Date
	Accent    string
	Logo      string
	KPIs      []MetricID // the figures that judge; never empty
	Weights   []Amount   // theirs, in percent
	Cuts      model.Cuts
	Due       model.Due
}

// Site returns the settings a page may show.
func (v *View) Site() Site {
	s := &v.p.Settings
	site := Site{
		Title: s.Title, Language: s.Language, BaseURL: s.BaseURL, Currency: s.Currency, MoneyUnit: s.MoneyUnit,
		Calendar: s.Calendar, Cycle: s.Cycle, AsOf: s.AsOf, Accent: s.Look.Accent, Logo: s.Look.Logo, Cuts: s.Cuts, Due: s.Due,
	}
	for _, k := range s.KPIs {
		site.KPIs = append(site.KPIs, k.Metric)
		site.Weights = append(site.Weights, k.Weight)
	}
	return site
}

// A Team is a node of the tree.
type Team struct {
	ID       TeamID
	Name     string
	Parent   TeamID // "" of the root
	Lead     PersonID
	Children []TeamID
	Intro    Doc
}

// Team returns the team; ok is false where there is none to be seen.
func (v *View) Team(id TeamID) (Team, bool) {
	t := v.p.Team(id)
	if t == nil {
		return Team{}, false
	}
	return Team{ID: t.ID, Name: t.Name, Parent: t.Parent, Lead: t.Lead, Children: v.r.Children(id), Intro: t.Body}, true
}

// Root returns the team at the top of the tree.
func (v *View) Root() TeamID {
	for _, t := range v.p.Teams {
		if t.Parent == "" {
			return t.ID
		}
	}
	return ""
}

// Teams returns every team, parents before children, siblings by id.
func (v *View) Teams() []TeamID {
	var list []TeamID
	var walk func(TeamID)
	walk = func(id TeamID) {
		list = append(list, id)
		for _, c := range v.r.Children(id) {
			walk(c)
		}
	}
	if root := v.Root(); root != "" {
		walk(root)
	}
	return list
}

// A Person is one who reports, reviews or leads.
type Person struct {
	ID      PersonID
	Name    string
	Title   string
	Team    TeamID // of the latest stint
	Stints  []Stint
	Manager PersonID
	Joined  Date
	Left    Date
	Reports bool
	Intro   Doc
}

// Person returns the person; ok is false where there is none to be seen.
func (v *View) Person(id PersonID) (Person, bool) {
	x := v.p.Person(id)
	if x == nil {
		return Person{}, false
	}
	out := Person{ID: x.ID, Name: x.Name, Title: x.Title, Manager: x.Manager, Joined: x.Joined, Left: x.Left, Reports: x.Reports, Stints: x.Stints, Intro: x.Body}
	if n := len(x.Stints); n > 0 {
		out.Team = x.Stints[n-1].Team
	}
	return out, true
}

// People returns everybody, by id.
func (v *View) People() []PersonID {
	ids := make([]PersonID, len(v.p.People))
	for i, x := range v.p.People {
		ids[i] = x.ID
	}
	return ids
}

// Name returns the name of a person or reviewer.
func (v *View) Name(id PersonID) string { return v.p.ReviewerName(id) }

// A Page is a text that is neither person, team nor review.
type Page struct {
	ID    PageID
	Title string
	Body  Doc
}

// Pages returns the other pages, by id.
func (v *View) Pages() []Page {
	pages := make([]Page, len(v.p.Pages))
	for i, p := range v.p.Pages {
		pages[i] = Page{ID: p.ID, Title: p.Title, Body: p.Body}
	}
	return pages
}
