package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
)

// noteReview notes the blocks of a review, at last: its headings keep an id that
// a block has too.
func (r *review) noteReview() {
	if r.origins == nil {
		return
	}
	r.origins.note("", r.files()...)
	r.origins.notePromises("promises", r.promises)
	r.origins.notePromises("next-goals", r.view.Goals(r.Person, r.Period))
	r.origins.note("scores", ratingPlaces(&r.Review)...)
	r.noteActions("todo", r.openActions())
	r.noteActions("actions", r.actionsOf(audience.ReviewID{Period: r.Period, Person: r.Person}))
	if x := r.Report; x != nil {
		r.origins.note(introID, diag.Whole(x.File))
		r.noteValues(figuresID, func(*audience.StatedValue) bool { return true })
		r.noteValues("bounds", func(v *audience.StatedValue) bool { return v.Floor.OK || v.Stretch.OK })
		r.origins.note("changed-targets", r.changedPlaces()...)
		r.origins.note("corrections", r.correctionPlaces()...)
	}
}

// files returns the files of the review, the report first.
func (r *review) files() []diag.Pos {
	var list []diag.Pos
	if r.Report != nil {
		list = append(list, diag.Whole(r.Report.File))
	}
	for i := range r.Comments {
		list = append(list, diag.Whole(r.Comments[i].File))
	}
	if r.Log != nil {
		list = append(list, diag.Whole(r.Log.File))
	}
	if r.Calibration != nil {
		list = append(list, diag.Whole(r.Calibration.File))
	}
	return list
}

// noteValues notes a table of some of the figures that the report states.
func (r *review) noteValues(id string, which func(*audience.StatedValue) bool) {
	var list []diag.Pos
	for i := range r.Report.Values {
		if v := &r.Report.Values[i]; which(v) {
			list = append(list, v.Pos)
		}
	}
	r.origins.note(id, list...)
}

// ratingPlaces returns where the comments begin to rate, then the person.
func ratingPlaces(r *audience.Review) []diag.Pos {
	var list []diag.Pos
	for i := range r.Comments {
		if given := r.Comments[i].Ratings; len(given) > 0 {
			list = append(list, given[0].Pos)
		}
	}
	if r.Report != nil && len(r.Report.SelfRated) > 0 {
		list = append(list, r.Report.SelfRated[0].Pos)
	}
	return list
}

// changedPlaces returns where the report names other targets than were set, and
// where those were.
func (r *review) changedPlaces() []diag.Pos {
	var list []diag.Pos
	for _, f := range r.targetChanges() {
		list = append(list, valuePlaces(r.Report.Values, f.Metric.ID)...)
		list = append(list, targetPlaces(r.who.Targets, r.Period, f.Metric.ID)...)
	}
	return list
}

// correctionPlaces returns where this report corrects earlier ones, and where
// later ones correct it.
func (r *review) correctionPlaces() []diag.Pos {
	var list []diag.Pos
	for _, q := range r.view.ReviewsOf(r.Person) {
		x, _ := r.view.Review(q, r.Person)
		if x.Report == nil {
			continue
		}
		for _, of := range x.Report.Restates {
			for i := range of.Values {
				if q == r.Period || of.Period == r.Period {
					list = append(list, of.Values[i].Pos)
				}
			}
		}
	}
	return list
}

// noteTopic notes a theme of the report: its sections, else what stands under
// it without any. Its charts and tables belong to the heading above them.
func (r *review) noteTopic(t *topic) {
	if r.origins == nil {
		return
	}
	evidence := r.evidencePlaces(t.Theme.ID)
	if last := t.lastHeading(); last != nil {
		r.origins.note(last.Anchor, append([]diag.Pos{last.Pos}, evidence...)...)
	}
	list := append(headings(t.sections), evidence...)
	for _, n := range t.notes {
		list = append(list, n.section.Pos)
	}
	if id := string(t.Theme.ID); !hasAnchor(&r.Report.Body, id) {
		r.origins.note(id, list...)
	}
}

// lastHeading is the heading that the charts and tables of the theme stand
// under: cases are boxes with headings of their own.
func (t *topic) lastHeading() *Section {
	if len(t.sections) == 0 {
		return nil
	}
	last := t.sections[len(t.sections)-1]
	for i := len(last.Sections) - 1; i >= 0; i-- {
		if sub := &last.Sections[i]; sub.Case == audience.NoCase {
			return sub
		}
	}
	return last
}

// evidencePlaces returns where the report states what is drawn under a theme.
func (r *review) evidencePlaces(id ThemeID) []diag.Pos {
	var list []diag.Pos
	if id == dataTheme {
		for i := range r.Report.Series {
			list = append(list, r.Report.Series[i].Pos)
		}
	}
	for i := range r.Report.Breakdowns {
		if b := &r.Report.Breakdowns[i]; r.themeOf(b.Breakdown) == id {
			list = append(list, b.Pos)
		}
	}
	return list
}

// notePerson notes the blocks of one part of a person's page.
func (p *page) notePerson(x *profile, all *history, part int) {
	if p.origins == nil {
		return
	}
	p.origins.note("", diag.Whole(x.File))
	p.origins.note(aboutID, diag.Whole(x.File))
	var stints []diag.Pos
	for i := range x.Stints {
		stints = append(stints, x.Stints[i].Pos)
	}
	p.origins.note("stints", stints...)
	if _, q := p.latestScore(x.ID); !q.IsZero() {
		scored, _ := p.view.Review(q, x.ID)
		p.origins.note("scores", ratingPlaces(&scored)...)
	}
	p.origins.note("periods", p.reportFiles(x.ID, piece(all.periods, part))...)
	p.origins.notePromises("promises", piece(all.promises, part))
	p.noteActions("actions", piece(all.actions, part))
	p.origins.note("written", p.writtenFiles(x.ID, piece(all.written, part))...)
}

// reportFiles returns the reports of these periods.
func (s *Site) reportFiles(id PersonID, periods []Period) []diag.Pos {
	var list []diag.Pos
	for _, q := range periods {
		if r, _ := s.view.Review(q, id); r.Report != nil {
			list = append(list, diag.Whole(r.Report.File))
		}
	}
	return list
}

// writtenFiles returns the files of comments by this reviewer.
func (s *Site) writtenFiles(reviewer PersonID, comments []writtenComment) []diag.Pos {
	var list []diag.Pos
	for _, x := range comments {
		r, _ := s.view.Review(x.on.Period, x.on.Person)
		if c := commentBy(&r, reviewer); c != nil {
			list = append(list, diag.Whole(c.File))
		}
	}
	return list
}

// noteTeam notes the blocks of a team's page.
func (p *page) noteTeam(t *audience.Team, q Period) {
	if p.origins == nil {
		return
	}
	p.origins.note("", diag.Whole(t.File))
	p.origins.note(aboutID, diag.Whole(t.File))
	if q.IsZero() {
		return
	}
	var actions []audience.TrackedAction
	for _, n := range shownNeeds(p.view.Attention(t.ID, q)) {
		if n.Kind == audience.NeedAction {
			actions = append(actions, *n.Action)
		}
	}
	p.noteActions("needs", actions)
	p.origins.note("split", targetPlaces(t.Targets, p.info.Calendar.Next(q), p.info.KPIs[0])...)
}
