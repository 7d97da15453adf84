package main

import (
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
)

// A completeness is what check --report prints: its JSON is for jobs that
// remind people. Days are whole days, dates 2026-10-22, "" where there is none.
type completeness struct {
	Period   string          `json:"period"`
	AsOf     string          `json:"as_of"`
	Due      dueDates        `json:"due"`
	Expected int             `json:"expected"` // people who have to report
	Reports  int             `json:"reports"`  // handed in
	People   []reviewLacking `json:"people"`   // with a report, or without one that is asked for; who lacks most first
}

type dueDates struct {
	Report  string `json:"report"`
	Comment string `json:"comment"`
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// A reviewLacking is what one person's review lacks.
type reviewLacking struct {
	named
	Team            named          `json:"team"`
	Manager         *named         `json:"manager"` // null where there is none
	Status          string         `json:"status"`  // missing, also of a draft; open, submitted, shared or acknowledged
	Date            string         `json:"date"`    // of the report
	DaysLate        int            `json:"days_late"`
	Complete        bool           `json:"complete"`       // nothing below is lacking
	MissingThemes   []string       `json:"missing_themes"` // ids
	MissingCases    []string       `json:"missing_cases"`  // success, failure
	MissingComments []string       `json:"missing_comments"`
	CommentDaysLate int            `json:"comment_days_late"` // where comments are missing
	Comments        []commentLacks `json:"incomplete_comments"`
	Waiting         *turn          `json:"waiting"` // null where nobody is waited for

	themes []model.Theme // those missing
}

// A commentLacks is which of strengths, problems and advice a comment lacks.
type commentLacks struct {
	Reviewer named    `json:"reviewer"`
	Role     string   `json:"role"`
	Missing  []string `json:"missing"`
}

// A turn is who has to act next.
type turn struct {
	For      string `json:"for"` // hand-in, submit, comment, share, acknowledge, answer
	On       *named `json:"on"`  // null where the person has no manager
	Since    string `json:"since"`
	Days     int    `json:"days"`
	DaysLate int    `json:"days_late"`
}

var stageNames = [...]string{
	analysis.StageDone: "", analysis.StageHandIn: "hand-in", analysis.StageSubmit: "submit", analysis.StageComment: "comment",
	analysis.StageShare: "share", analysis.StageAcknowledge: "acknowledge", analysis.StageAnswer: "answer",
}

var partNames = [...]string{
	model.OtherPart: "other", model.Strengths: "strengths", model.Problems: "problems",
	model.Advice: "advice", model.Plan: "plan", model.Appeal: "appeal",
}

func newCompleteness(p *model.Portfolio, r *analysis.Result, period model.Period) completeness {
	out := completeness{AsOf: p.Settings.AsOf.String(), People: []reviewLacking{}}
	if period.IsZero() {
		return out
	}
	last := p.Settings.Calendar.Last(period)
	out.Period = period.String()
	out.Due = dueDates{last.AddDays(p.Settings.Due.Report).String(), last.AddDays(p.Settings.Due.Comment).String()}
	for _, t := range p.Teams {
		if t.Parent != "" {
			continue
		}
		out.Reports, out.Expected = r.HandedIn(t.ID, period)
		for _, id := range r.Incomplete(t.ID, period) {
			out.People = append(out.People, lackingOf(p, r, r.Completeness(id, period)))
		}
		break // there is one root
	}
	return out
}

func lackingOf(p *model.Portfolio, r *analysis.Result, c analysis.Completeness) reviewLacking {
	x := reviewLacking{
		named: nameOf(p, c.Person), Status: "missing", DaysLate: c.Late, Complete: !c.Missing && c.Lacking == 0,
		MissingThemes: []string{}, MissingCases: []string{}, MissingComments: []string{}, Comments: []commentLacks{},
	}
	if t := p.Team(c.Team); t != nil {
		x.Team = named{string(t.ID), t.Name}
	}
	if m := r.Manager(c.Person, c.Period); m != "" {
		name := nameOf(p, m)
		x.Manager = &name
	}
	if c.Report != nil {
		x.Status, x.Date = c.Report.Status.String(), c.Report.Date.String()
	}
	for _, s := range c.Themes {
		if s.Presence == analysis.ThemeMissing {
			x.MissingThemes, x.themes = append(x.MissingThemes, string(s.Theme.ID)), append(x.themes, *s.Theme)
		}
	}
	if c.Cases && !c.Success {
		x.MissingCases = append(x.MissingCases, "success")
	}
	if c.Cases && !c.Failure {
		x.MissingCases = append(x.MissingCases, "failure")
	}
	x.comments(p, &c)
	x.Waiting = turnOf(p, r.Turn(c.Person, c.Period))
	return x
}

// comments fills in what of the comments is lacking.
func (x *reviewLacking) comments(p *model.Portfolio, c *analysis.Completeness) {
	for _, s := range c.Roles {
		if s.Expected && s.Comments == 0 {
			x.MissingComments = append(x.MissingComments, s.Role.String())
			x.CommentDaysLate = max(0, p.Settings.AsOf.Sub(c.CommentDue))
		}
	}
	for _, s := range c.Comments {
		if len(s.Lacks) == 0 {
			continue
		}
		lacks := commentLacks{Reviewer: nameOf(p, s.Comment.Reviewer), Role: s.Comment.Role.String()}
		for _, part := range s.Lacks {
			lacks.Missing = append(lacks.Missing, partNames[part])
		}
		x.Comments = append(x.Comments, lacks)
	}
}

func turnOf(p *model.Portfolio, t analysis.Turn) *turn {
	if t.Stage == analysis.StageDone {
		return nil
	}
	out := &turn{For: stageNames[t.Stage], Since: t.Since.String(), Days: t.Days, DaysLate: t.Late}
	if t.Who != "" {
		name := nameOf(p, t.Who)
		out.On = &name
	}
	return out
}

func nameOf(p *model.Portfolio, id model.PersonID) named {
	return named{string(id), p.ReviewerName(id)}
}
