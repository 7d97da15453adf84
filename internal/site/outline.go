package site

import (
	"maps"
	"slices"

	"reviewfolio/internal/audience"
)

// An outline is all that decides which pages a site has, as plain data: sites
// of the same outline have the same paths.
type outline struct {
	periods  []Period // with a page
	ranked   []int    // of each, over how many pages the ranking goes
	teams    []TeamID // the root first
	people   []PersonID
	history  []int // of each, over how many pages the years go
	reviews  []audience.ReviewID
	changed  []audience.ReviewID // those with a page of changes
	written  []Period            // with pages of themes
	themes   []ThemeID
	sections []int // by period written, then theme: over how many pages
	cases    int   // over how many pages
	actions  int
	others   []PageID // pages that are neither team, person nor review
	assets   []string
	accent   bool
	files    []attachment // that texts link, by path in the site

	traces   []*trace                      // of the reviews
	owners   []int                         // of the reviews: where among people, -1 for none
	comments map[PersonID][]writtenComment // by who wrote them
	doing    map[PersonID]int              // how many actions everybody has
	attached []attachment                  // of teams, people and pages
}

// same reports whether both have the same pages.
func (o *outline) same(x *outline) bool {
	return slices.Equal(o.periods, x.periods) && slices.Equal(o.ranked, x.ranked) && slices.Equal(o.teams, x.teams) &&
		slices.Equal(o.people, x.people) && slices.Equal(o.history, x.history) && slices.Equal(o.reviews, x.reviews) && slices.Equal(o.changed, x.changed) &&
		slices.Equal(o.written, x.written) && slices.Equal(o.themes, x.themes) && slices.Equal(o.sections, x.sections) &&
		o.cases == x.cases && o.actions == x.actions && slices.Equal(o.others, x.others) &&
		slices.Equal(o.assets, x.assets) && o.accent == x.accent && slices.Equal(o.files, x.files)
}

// newOutline finds out which pages there are. What before says of texts that
// have not changed since is taken over; it may be nil.
func (s *Site) newOutline(before *Site) *outline {
	o := &outline{
		periods: s.periods, teams: s.view.Teams(), people: s.view.People(), reviews: s.view.Reviews(), written: s.writtenPeriods(),
		actions: parts(len(s.view.Actions())), assets: s.src.Assets.names(), accent: s.info.Accent != "",
	}
	for _, t := range s.view.Themes() {
		o.themes = append(o.themes, t.ID)
	}
	for _, x := range s.view.Pages() {
		o.others = append(o.others, x.ID)
	}
	s.fillTexts(o, before)
	for _, q := range o.periods {
		o.ranked = append(o.ranked, parts(s.view.Ranked(s.view.Root(), q)))
	}
	o.countSections(s.view)
	s.countHistories(o)
	o.countCases()
	o.listChanged()
	o.listFiles()
	return o
}

// fillTexts fills in what the outline needs of the texts. What cannot have
// changed with the reviews that did is taken over.
func (s *Site) fillTexts(o *outline, before *Site) {
	changed, ok := []int(nil), false
	if before != nil && slices.Equal(o.themes, before.outline.themes) {
		changed, ok = s.view.ChangedReviews(before.view)
	}
	if !ok {
		s.readAll(o)
	} else {
		s.readChanged(o, before, changed)
	}
	if before != nil && s.view.SameTexts(before.view) {
		o.attached = before.outline.attached
	} else {
		o.attached = s.attachedToTexts()
	}
}

func (s *Site) readAll(o *outline) {
	o.traces = make([]*trace, len(o.reviews))
	for i, id := range o.reviews {
		o.traces[i] = s.trace(id, o.themes)
	}
	o.owners, o.comments, o.doing = o.whose(), o.writtenBy(), s.countActions()
}

func (s *Site) readChanged(o *outline, before *Site, changed []int) {
	old := before.outline
	o.traces, o.owners, o.comments, o.doing = slices.Clone(old.traces), old.owners, old.comments, old.doing
	written, done := false, false
	for _, i := range changed {
		o.traces[i] = s.trace(o.reviews[i], o.themes)
		written = written || !slices.Equal(o.traces[i].remarks, old.traces[i].remarks)
		done = done || !slices.Equal(s.actionsIn(o.reviews[i]), before.actionsIn(o.reviews[i]))
	}
	if !slices.Equal(o.people, old.people) {
		o.owners = o.whose()
	}
	if written {
		o.comments = o.writtenBy()
	}
	if done {
		o.doing = s.countActions()
	}
}

// whose returns the owners of the reviews.
func (o *outline) whose() []int {
	at := make(map[PersonID]int, len(o.people))
	for i, id := range o.people {
		at[id] = i
	}
	owners := make([]int, len(o.reviews))
	for i, id := range o.reviews {
		if x, ok := at[id.Person]; ok {
			owners[i] = x
		} else {
			owners[i] = -1
		}
	}
	return owners
}

// countSections counts who wrote on each theme in each period: those that the
// ranking has.
func (o *outline) countSections(view *audience.View) {
	at := 0
	for _, q := range o.written {
		writers := make([]int, len(o.themes))
		people := view.PeopleOf(view.Root(), q)
		for ; at < len(o.reviews) && o.reviews[at].Period != q; at++ {
		}
		for ; at < len(o.reviews) && o.reviews[at].Period == q; at++ {
			for len(people) > 0 && people[0] < o.reviews[at].Person {
				people = people[1:]
			}
			if len(people) == 0 || people[0] != o.reviews[at].Person {
				continue
			}
			for _, t := range o.traces[at].themes {
				writers[t]++
			}
		}
		for _, n := range writers {
			o.sections = append(o.sections, themeParts(n))
		}
	}
}

func (o *outline) listChanged() {
	for i, t := range o.traces {
		if t.changed {
			o.changed = append(o.changed, o.reviews[i])
		}
	}
}

func (o *outline) countCases() {
	n := 0
	for _, t := range o.traces {
		n += t.cases
	}
	o.cases = parts(n)
}

// listFiles lists the attachments; of two for one place the last counts.
func (o *outline) listFiles() {
	files := map[string]string{}
	for _, x := range o.attached {
		files[x.path] = x.file
	}
	for _, t := range o.traces {
		for _, x := range t.files {
			files[x.path] = x.file
		}
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		o.files = append(o.files, attachment{path, files[path]})
	}
}
