package analysis

import "reviewfolio/internal/model"

// A MissingReport is a person who had a stint in a period that no report of
// theirs covers.
type MissingReport struct {
	Person model.PersonID
	Team   model.TeamID
	Due    model.Date
	Late   int // days from the due date to as_of; 0 until then
}

// Missing returns who of the team and all below it has not handed in a report
// of the period, by id. Nobody is missing before the period is over, and only
// periods of the review cycle are asked for.
func (r *Result) Missing(t model.TeamID, p model.Period) []MissingReport {
	var list []MissingReport
	for _, x := range r.crew(t, p) {
		if m, ok := r.missingReport(int(x), p); ok {
			list = append(list, m)
		}
	}
	return list
}

func (r *Result) missingReport(x int, p model.Period) (MissingReport, bool) {
	settings := &r.portfolio.Settings
	if !r.time.over(p) || !r.hasToReport(x, p) || r.covered(x, p) {
		return MissingReport{}, false
	}
	due := r.dueDate(p, settings.Due.Report)
	return MissingReport{
		Person: r.portfolio.People[x].ID, Team: r.portfolio.Teams[r.teamIn(x, p)].ID,
		Due: due, Late: max(0, settings.AsOf.Sub(due)),
	}, true
}

// dueDate returns the day so many days after the period's end.
func (r *Result) dueDate(p model.Period, days int) model.Date {
	return r.time.last(p).AddDays(days)
}

// hasToReport reports whether a report of the period is asked of the person.
func (r *Result) hasToReport(x int, p model.Period) bool {
	return r.portfolio.People[x].Reports && p.Length == r.portfolio.Settings.Cycle && r.teamIn(x, p) != noTeam
}

// reviewed reports whether the person has a review in the period, or should.
func (r *Result) reviewed(x int, p model.Period) bool {
	return r.hasToReport(x, p) || r.review(x, p) >= 0
}

// covered reports whether the person's reports leave nothing of the period
// out: one of the period itself, a longer one that holds it, or one of every
// shorter part in which the person had a stint.
func (r *Result) covered(x int, p model.Period) bool {
	c := r.portfolio.Settings.Calendar
	for q, ok := p, true; ok; q, ok = c.In(p, q.Length+1) {
		if r.reported(x, q) {
			return true
		}
		if q.Length == model.Year {
			break
		}
	}
	for length := p.Length - 1; length >= model.Month; length-- {
		if r.partsCovered(x, c.Parts(p, length)) {
			return true
		}
	}
	return false
}

func (r *Result) partsCovered(x int, parts []model.Period) bool {
	reported := false
	for _, part := range parts {
		if r.reported(x, part) {
			reported = true
		} else if r.teamIn(x, part) != noTeam {
			return false
		}
	}
	return reported
}

// reported reports whether the person has a report of exactly the period.
func (r *Result) reported(x int, p model.Period) bool {
	period := r.time.find(p)
	return period >= 0 && r.present[r.at(x, period)]&exact != 0
}

// A Completeness is what one person's review of a period has and lacks.
type Completeness struct {
	Person        model.PersonID
	Team          model.TeamID
	Period        model.Period
	Report        *model.Report // nil where there is none
	Missing       bool          // a report is asked for, the period is over, and none covers it
	Due           model.Date    // of the report
	Late          int           // days after the due date: until the report's date, else until as_of
	Themes        []ThemeState  // every theme that is expected or written, in their order; nil without a report
	Cases         bool          // cases are asked for: the theme is written, or missing
	Success       bool          // a success case is told
	Failure       bool          // a failure case is told
	Roles         []RoleState   // who comments: roles with a weight as site.yaml orders them, then the others
	Comments      []CommentState
	ThemesPresent int // themes written here, thin ones too
	ThemesLacking int // themes in state ThemeMissing
	Lacking       int // all that a report on hand lacks: themes, cases, roles that have to comment, parts of comments
	CommentDue    model.Date
}

// Completeness returns what the person's review of the period has and lacks.
func (r *Result) Completeness(person model.PersonID, p model.Period) Completeness {
	due := r.portfolio.Settings.Due
	c := Completeness{Person: person, Period: p, Due: r.dueDate(p, due.Report), CommentDue: r.dueDate(p, due.Comment)}
	c.Team, _ = r.TeamOf(person, p)
	review := r.portfolio.Review(p, person)
	if review == nil {
		review = &model.Review{Person: person, Period: p}
	}
	if review.Report == nil {
		if x, known := r.org.people[person]; known {
			var m MissingReport
			m, c.Missing = r.missingReport(x, p)
			c.Late = m.Late
		}
	} else {
		c.Report = review.Report
		c.Late = lateness(c.Report.Date, c.Due)
		c.Themes = r.themeStates(review)
		c.Cases = casesAsked(c.Themes)
		c.Success, c.Failure = cases(&c.Report.Body)
	}
	for _, s := range c.Themes {
		switch s.Presence {
		case ThemePresent, ThemeThin:
			c.ThemesPresent++
		case ThemeMissing:
			c.ThemesLacking++
		}
	}
	c.Roles = r.roleStates(review)
	c.Comments = commentStates(review)
	if c.Report != nil {
		lacks := 0
		for i := range c.Comments {
			lacks += len(c.Comments[i].Lacks)
		}
		c.Lacking = lacking(c.Themes, c.Roles, c.Success, c.Failure, lacks)
	}
	return c
}

func lateness(date, due model.Date) int {
	if date.IsZero() {
		return 0
	}
	return max(0, date.Sub(due))
}
