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
	"slices"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// A View is what one reader may see. It is not changed after it is made.
type View struct {
	p        *model.Portfolio
	r        *analysis.Result
	past     *analysis.Past        // nil where nothing is known
	reviews  []*model.Review       // those that have a page, by period, then person
	ids      []ReviewID            // theirs
	byPerson map[PersonID][]Period // theirs, in order
	reports  int
	comments int
}

// Everything returns the View that holds nothing back.
func Everything(p *model.Portfolio, r *analysis.Result) *View {
	v := &View{p: p, r: r, reviews: withPage(p.Reviews), byPerson: map[PersonID][]Period{}}
	v.ids = make([]ReviewID, len(v.reviews))
	for i, x := range v.reviews {
		v.ids[i] = ReviewID{x.Period, x.Person}
		v.byPerson[x.Person] = append(v.byPerson[x.Person], x.Period)
		v.count(x, 1)
	}
	return v
}

// Next returns what Everything returns for another state of the portfolio. As
// long as the same people have reviews in the same periods it takes over from v
// what follows from that.
func (v *View) Next(p *model.Portfolio, r *analysis.Result) *View {
	if !slices.EqualFunc(p.Reviews, v.p.Reviews, sameList) {
		return Everything(p, r).WithPast(v.past)
	}
	reviews := p.Reviews
	if len(v.reviews) < len(reviews) {
		reviews = withPage(reviews)
	}
	next := *v
	next.p, next.r, next.reviews = p, r, reviews
	for i, x := range reviews {
		if old := v.reviews[i]; x != old {
			next.count(old, -1)
			next.count(x, 1)
		}
	}
	return &next
}

func sameID(a, b *model.Review) bool {
	return a == b || a.Period == b.Period && a.Person == b.Person
}

// sameList reports whether two reviews stand in a list of reviews alike.
func sameList(a, b *model.Review) bool {
	return a == b || sameID(a, b) && hasPage(a) == hasPage(b)
}

func (v *View) count(r *model.Review, times int) {
	if r.Report != nil {
		v.reports += times
	}
	v.comments += times * len(r.Comments)
}

// ChangedReviews returns which of Reviews differ from those of another view,
// by their place in the list; ok is false where it is not the same list, or
// where other earlier versions are known.
func (v *View) ChangedReviews(since *View) (at []int, ok bool) {
	if v.past != since.past || !slices.EqualFunc(v.reviews, since.reviews, sameID) {
		return nil, false
	}
	for i, r := range v.reviews {
		if !sameReview(r, since.reviews[i]) {
			at = append(at, i)
		}
	}
	return at, true
}

// sameReview compares by identity: what has not changed keeps its place in
// memory from one state of a portfolio to the next.
func sameReview(a, b *model.Review) bool {
	return a == b || a.Report == b.Report && a.Log == b.Log && a.Calibration == b.Calibration && slices.Equal(a.Comments, b.Comments)
}

// SameTexts reports whether teams, people and pages are those of another view.
func (v *View) SameTexts(of *View) bool {
	return slices.Equal(v.p.Teams, of.p.Teams) && slices.Equal(v.p.People, of.p.People) && slices.Equal(v.p.Pages, of.p.Pages)
}

// withPage returns the reviews that have a page, which are all there are but
// for folders that nothing could be read from.
func withPage(all []*model.Review) []*model.Review {
	if !slices.ContainsFunc(all, pageless) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), pageless)
}

func pageless(r *model.Review) bool { return !hasPage(r) }

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
	Targets  []PeriodValues // 下达目标
	Figures  []PeriodValues // what belongs to no one person
	Intro    Doc
	File     string // in the portfolio, as all files here
}

// Team returns the team; ok is false where there is none to be seen.
func (v *View) Team(id TeamID) (Team, bool) {
	t := v.p.Team(id)
	if t == nil {
		return Team{}, false
	}
	return Team{ID: t.ID, Name: t.Name, Parent: t.Parent, Lead: t.Lead, Children: v.r.Children(id), Targets: t.Targets, Figures: t.Figures, Intro: t.Body, File: t.File}, true
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
	Targets []PeriodValues
	Intro   Doc
	File    string
}

// Person returns the person; ok is false where there is none to be seen.
func (v *View) Person(id PersonID) (Person, bool) {
	x := v.p.Person(id)
	if x == nil {
		return Person{}, false
	}
	out := Person{
		ID: x.ID, Name: x.Name, Title: x.Title, Manager: x.Manager, Joined: x.Joined, Left: x.Left, Reports: x.Reports,
		Stints: x.Stints, Targets: x.Targets, Intro: x.Body, File: x.File,
	}
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
	File  string
}

// Pages returns the other pages, by id.
func (v *View) Pages() []Page {
	pages := make([]Page, len(v.p.Pages))
	for i, p := range v.p.Pages {
		pages[i] = Page{ID: p.ID, Title: p.Title, Body: p.Body, File: p.File}
	}
	return pages
}
