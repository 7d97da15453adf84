package site

import (
	"slices"

	"reviewfolio/internal/audience"
)

// A trace is what of one review decides which pages there are. It is made once
// and kept as long as the review's files do not change.
type trace struct {
	themes  []uint16 // that the report wrote on, by their place
	cases   int
	goals   int
	changed bool     // since the report was handed in
	remarks []remark // one a comment
	files   []attachment
}

// A remark is who wrote a comment, as which role and when.
type remark struct {
	by   PersonID
	role audience.Role
	date Date
}

// An attachment is a file of the portfolio and where it lies in the site.
type attachment struct{ path, file string }

func (s *Site) trace(id audience.ReviewID, themes []ThemeID) *trace {
	r, _ := s.view.Review(id.Period, id.Person)
	t := new(trace)
	if r.Report != nil {
		for i, theme := range themes {
			if len(themeSections(&r.Report.Body, theme)) > 0 {
				t.themes = append(t.themes, uint16(i))
			}
		}
		t.cases, t.goals = len(casesOf(&r)), len(r.Report.Goals)
		t.changed = s.view.HasChanges(id.Period, id.Person)
	}
	for i := range r.Comments {
		c := &r.Comments[i]
		t.remarks = append(t.remarks, remark{c.Reviewer, c.Role, c.Date})
	}
	for _, d := range r.Texts() {
		t.files = appendAttached(t.files, reviewProse(id), d)
	}
	return t
}

// appendAttached appends the files that a text links.
func appendAttached(list []attachment, from prose, d *Doc) []attachment {
	take := func(t Text) {
		for i := range t.Refs {
			switch ref := &t.Refs[i]; {
			case ref.Image != nil && ref.Image.File != "":
				list = append(list, attachment{attachmentPath(from, ref.Image.File), ref.Image.File})
			case ref.Link != nil && ref.Link.Kind == audience.ToFile && ref.Link.File != "":
				list = append(list, attachment{attachmentPath(from, ref.Link.File), ref.Link.File})
			}
		}
	}
	var walk func([]Section)
	walk = func(sections []Section) {
		for i := range sections {
			take(sections[i].Heading)
			take(sections[i].Text)
			walk(sections[i].Sections)
		}
	}
	take(d.Intro)
	walk(d.Sections)
	return list
}

// attachedToTexts returns the files that teams, people and pages link.
func (s *Site) attachedToTexts() []attachment {
	var list []attachment
	for _, id := range s.view.Teams() {
		t, _ := s.view.Team(id)
		list = appendAttached(list, teamProse(id), &t.Intro)
	}
	for _, id := range s.view.People() {
		x, _ := s.view.Person(id)
		list = appendAttached(list, personProse(id), &x.Intro)
	}
	for _, x := range s.view.Pages() {
		list = appendAttached(list, pageProse(x.ID), &x.Body)
	}
	return list
}

// writtenBy returns the comments by who wrote them, the newest first.
func (o *outline) writtenBy() map[PersonID][]writtenComment {
	all := map[PersonID][]writtenComment{}
	for i, id := range slices.Backward(o.reviews) {
		for _, x := range o.traces[i].remarks {
			all[x.by] = append(all[x.by], writtenComment{id, x.role, x.date})
		}
	}
	return all
}

// countHistories counts over how many pages everybody's years go. What is dear
// to work out is, only where it could add a page.
func (s *Site) countHistories(o *outline) {
	goals := make([]int, len(o.people))
	for i, t := range o.traces {
		if x := o.owners[i]; x >= 0 {
			goals[x] += t.goals
		}
	}
	o.history = make([]int, len(o.people))
	for i, id := range o.people {
		n := historyParts(max(len(o.comments[id]), o.doing[id]))
		if historyParts(max(goals[i], s.mostPeriods(id))) > n {
			n = max(n, historyParts(max(len(s.view.Record(id)), len(s.periodsOf(id)))))
		}
		o.history[i] = n
	}
}

// countActions returns how many actions everybody has.
func (s *Site) countActions() map[PersonID]int {
	n := map[PersonID]int{}
	all := s.view.Actions()
	for i := range all {
		n[all[i].Owner]++
	}
	return n
}

// A doing is what tells an action from others.
type doing struct {
	owner    PersonID
	id, text string
}

// actionsIn returns the actions of a review's texts.
func (s *Site) actionsIn(id audience.ReviewID) []doing {
	r, _ := s.view.Review(id.Period, id.Person)
	var list []doing
	for _, d := range r.Texts() {
		for i := range d.Actions {
			list = append(list, doing{d.Actions[i].Owner, d.Actions[i].ID, d.Actions[i].Text})
		}
	}
	return list
}

// mostPeriods returns how many periods a person's page can list at most: those
// of the reviews, and those of which one may be missing.
func (s *Site) mostPeriods(id PersonID) int {
	reviewed := s.view.ReviewsOf(id)
	n := len(reviewed)
	for _, q := range s.cycle {
		if !slices.Contains(reviewed, q) {
			n++
		}
	}
	return n
}
