package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// lacking counts what a report on hand lacks: themes that are missing; a case
// of success or failure where the theme of cases is written without it; roles
// that have to comment and did not; of each comment 亮点, 问题 and 建议.
func lacking(doc *model.Doc, themes []ThemeState, roles []RoleState, comments []CommentState) int {
	n := 0
	for _, s := range themes {
		if s.Presence == ThemeMissing {
			n++
		}
		if s.Theme.ID == casesTheme && (s.Presence == ThemePresent || s.Presence == ThemeThin) {
			success, failure := cases(doc)
			n += count(!success) + count(!failure)
		}
	}
	for _, s := range roles {
		n += count(s.Expected && s.Comments == 0)
	}
	for _, s := range comments {
		n += len(s.Lacks)
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
