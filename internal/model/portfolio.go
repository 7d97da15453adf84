package model

import (
	"slices"

	"reviewfolio/internal/diag"
)

// A Portfolio is everything its files say. It is complete when New returns it
// and is not changed after.
type Portfolio struct {
	Settings Settings
	Teams    []*Team   // by id
	People   []*Person // by id
	Reviews  []*Review // by period (Calendar.Compare), then person
	Pages    []*Page   // by id

	// Faulty holds the files whose front matter has errors, which are told:
	// figures made of them are not to be judged a second time.
	Faulty map[string]bool
	// Misplaced holds the files of teams and people that are not where they
	// belong in the tree, because what they name is not there or leads in a
	// circle.
	Misplaced map[string]bool

	// Where in the lists above things stand.
	teams   map[TeamID]int
	people  map[PersonID]int
	reviews map[reviewKey]int
	metrics map[MetricID]int
}

type reviewKey struct {
	period Period
	person PersonID
}

func (t *Team) key() TeamID      { return t.ID }
func (x *Person) key() PersonID  { return x.ID }
func (r *Review) key() reviewKey { return reviewKey{r.Period, r.Person} }

// New returns the portfolio of these parts, which it takes over.
func New(s Settings, teams []*Team, people []*Person, reviews []*Review, pages []*Page) *Portfolio {
	return new(Portfolio).With(s, teams, people, reviews, pages)
}

// With returns the portfolio of other parts, as New does. It is quick where
// most of them are those of p.
func (p *Portfolio) With(s Settings, teams []*Team, people []*Person, reviews []*Review, pages []*Page) *Portfolio {
	metrics := make(map[MetricID]int, len(s.Metrics))
	for i := range s.Metrics {
		metrics[s.Metrics[i].ID] = i
	}
	return &Portfolio{
		Settings: s, Teams: teams, People: people, Reviews: reviews, Pages: pages,
		teams:   index(teams, (*Team).key, p.Teams, p.teams),
		people:  index(people, (*Person).key, p.People, p.people),
		reviews: index(reviews, (*Review).key, p.Reviews, p.reviews),
		metrics: metrics,
	}
}

// index returns where in the list the thing of a key stands: that of before,
// which nobody changes, where the same keys stand in the same order.
func index[K comparable, V any](list []*V, key func(*V) K, before []*V, indexBefore map[K]int) map[K]int {
	if indexBefore != nil && slices.EqualFunc(list, before, func(x, y *V) bool { return x == y || key(x) == key(y) }) {
		return indexBefore
	}
	found := make(map[K]int, len(list))
	for i, x := range list {
		found[key(x)] = i
	}
	return found
}

// look returns what stands in the list under a key, nil where nothing does.
func look[K comparable, V any](list []*V, index map[K]int, key K) *V {
	if i, ok := index[key]; ok {
		return list[i]
	}
	return nil
}

// Team returns the team, nil where there is none.
func (p *Portfolio) Team(id TeamID) *Team { return look(p.Teams, p.teams, id) }

// Person returns the person, nil where there is none.
func (p *Portfolio) Person(id PersonID) *Person { return look(p.People, p.people, id) }

// Metric returns the metric, nil where there is none.
func (p *Portfolio) Metric(id MetricID) *Metric {
	if i, ok := p.metrics[id]; ok {
		return &p.Settings.Metrics[i]
	}
	return nil
}

// Review returns the review of the person and period, nil where there is none.
func (p *Portfolio) Review(period Period, person PersonID) *Review {
	return look(p.Reviews, p.reviews, reviewKey{period, person})
}

// ReviewerName returns the name of who wrote a comment: a person's, or a
// reviewer's of site.yaml, or the id.
func (p *Portfolio) ReviewerName(id PersonID) string {
	if x := p.Person(id); x != nil {
		return x.Name
	}
	for _, r := range p.Settings.Reviewers {
		if r.ID == id {
			return r.Name
		}
	}
	return string(id)
}

// WithoutDrafts returns the portfolio as everybody may see it: draft reports
// and their comments, and draft comments, are left out; of reports still open
// the prose, goals and self ratings are left out, and their figures stay.
func (p *Portfolio) WithoutDrafts() *Portfolio {
	var reviews []*Review
	for _, r := range p.Reviews {
		if r = r.withoutDrafts(); r != nil {
			reviews = append(reviews, r)
		}
	}
	out := p.With(p.Settings, p.Teams, p.People, reviews, p.Pages)
	out.Faulty, out.Misplaced = p.Faulty, p.Misplaced
	return out
}

// A Team is a node of the one tree.
type Team struct {
	ID      TeamID
	Name    string
	Parent  TeamID // "" of the root
	Lead    PersonID
	Targets []PeriodValues // 下达目标
	Figures []PeriodValues // what belongs to no one person
	Body    Doc
	File    string
	Pos     diag.Pos
}

// PeriodValues is what a person's or team's file states for one period.
type PeriodValues struct {
	Period Period
	Values []Value // by metric order; targets fill Target, figures fill Actual or NPS
	Pos    diag.Pos
}

// A Person is one who reports, reviews or leads.
type Person struct {
	ID      PersonID
	Name    string
	Title   string
	Stints  []Stint // by From; the first may have no From and then counts from ever
	Manager PersonID
	Aliases []string
	Pinyin  string
	Joined  Date
	Left    Date // the last day the person was there
	Reports bool // false where cycle is none
	Targets []PeriodValues
	Body    Doc
	File    string
	Pos     diag.Pos
}

// A Stint is the time a person spends in a team, until the next one begins.
type Stint struct {
	Team TeamID
	From Date
	Pos  diag.Pos
}

// TeamOn returns the team the person is in on that day; ok is false before the
// first stint, before joining and after leaving.
func (x *Person) TeamOn(d Date) (TeamID, bool) {
	if !x.Joined.IsZero() && d.Before(x.Joined) || !x.Left.IsZero() && d.After(x.Left) {
		return "", false
	}
	for _, s := range slices.Backward(x.Stints) {
		if !d.Before(s.From) {
			return s.Team, true
		}
	}
	return "", false
}

// TeamIn returns the team a report of the period belongs to: the stint in
// force on the period's last day, or on the last day the person was there. ok
// is false where the person had no stint in the period.
func (x *Person) TeamIn(c Calendar, p Period) (TeamID, bool) {
	return x.TeamWithin(c.First(p), c.Last(p))
}

// TeamWithin is TeamIn for the period from the one day to the other.
func (x *Person) TeamWithin(first, last Date) (TeamID, bool) {
	if !x.Left.IsZero() && x.Left.Before(last) {
		last = x.Left
	}
	if last.Before(first) {
		return "", false
	}
	return x.TeamOn(last)
}

// A Page is a Markdown file that is neither person, team nor review.
type Page struct {
	ID    PageID
	Title string
	Body  Doc
	File  string
	Pos   diag.Pos
}
