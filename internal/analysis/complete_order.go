package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// lacking counts what a report on hand lacks: themes that are missing; a case
// of success or failure where the theme of cases is written without it; roles
// that have to comment and did not; and so many parts of comments.
func lacking(themes []ThemeState, roles []RoleState, success, failure bool, parts int) int {
	n := parts
	for _, s := range themes {
		switch {
		case s.Presence == ThemeMissing:
			n++
		case s.Theme.ID == casesTheme && (s.Presence == ThemePresent || s.Presence == ThemeThin):
			n += count(!success) + count(!failure)
		}
	}
	for _, s := range roles {
		n += count(s.Expected && s.Comments == 0)
	}
	return n
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Incomplete returns everybody in the team and below it who has a report of the
// period or lacks one that is asked for:
// without a report first, then who lacks most, then the later report, then by id.
func (r *Result) Incomplete(t model.TeamID, p model.Period) []model.PersonID {
	type row struct {
		id      model.PersonID
		missing bool
		lacking int32
		late    int
	}
	var rows []row
	due := r.dueDate(p, r.portfolio.Settings.Due.Report)
	for _, x := range r.crew(t, p) {
		id := r.portfolio.People[x].ID
		if i := r.review(int(x), p); i >= 0 && r.portfolio.Reviews[i].Report != nil {
			rows = append(rows, row{id: id, lacking: r.marks[i].lacking, late: lateness(r.portfolio.Reviews[i].Report.Date, due)})
		} else if m, ok := r.missingReport(int(x), p); ok {
			rows = append(rows, row{id: id, missing: true, late: m.Late})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(compareBool(!a.missing, !b.missing), -cmp.Compare(a.lacking, b.lacking), -cmp.Compare(a.late, b.late), cmp.Compare(a.id, b.id))
	})
	ids := make([]model.PersonID, len(rows))
	for i := range rows {
		ids[i] = rows[i].id
	}
	return ids
}

// Gaps is who of a team lacks what, each in the order of Incomplete.
type Gaps struct {
	Missing      []MissingReport
	NoComments   []model.PersonID // a report that nobody but the person has commented on
	CommentParts []model.PersonID // a comment lacks 亮点, 问题 or 建议
	NoSuccess    []model.PersonID // cases are asked for, and no success is told
	NoFailure    []model.PersonID
}

// Gaps returns who of these people, as Incomplete lists them, lacks what.
func (r *Result) Gaps(people []model.PersonID, p model.Period) (g Gaps) {
	note := func(list *[]model.PersonID, id model.PersonID, is bool) {
		if is {
			*list = append(*list, id)
		}
	}
	for _, id := range people {
		x, known := r.org.people[id]
		if !known {
			continue
		}
		if m, ok := r.missingReport(x, p); ok {
			g.Missing = append(g.Missing, m)
		}
		if i := r.review(x, p); i >= 0 {
			m := &r.marks[i]
			note(&g.NoComments, id, m.report && m.comments == 0)
			note(&g.CommentParts, id, m.parts)
			note(&g.NoSuccess, id, m.noSuccess)
			note(&g.NoFailure, id, m.noFailure)
		}
	}
	return g
}

// Asked returns the last period of the review cycle that has a report, or of
// which somebody should have handed one in by now; the zero period where there
// is none.
func (r *Result) Asked() model.Period {
	c, settings := r.portfolio.Settings.Calendar, &r.portfolio.Settings
	last := r.Latest()
	if settings.AsOf.IsZero() {
		return last
	}
	p := c.Of(settings.AsOf, settings.Cycle)
	if !r.time.over(p) {
		p = c.Prev(p)
	}
	for ; last.IsZero() || c.Compare(p, last) > 0; p = c.Prev(p) {
		for x := range r.portfolio.People {
			if r.hasToReport(x, p) {
				return p
			}
		}
		if last.IsZero() {
			break
		}
	}
	return last
}

// Manager returns who answers for the person in the period: as the person's
// file says, else the lead of the team or of the next one above; "" where there
// is nobody.
func (r *Result) Manager(person model.PersonID, p model.Period) model.PersonID {
	return r.manager(person, p)
}
