package analysis

import (
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// checkSmart advises on the goals that can still be mended: those of a person's
// last report of its length. Where one of the person's reports has errors it
// waits, because goals may be lost in it. A goal has a note for each part that
// it lacks; what says neither what nor how much has one.
func (r *Result) checkSmart(review *model.Review, list *diag.List) {
	report := review.Report
	if report == nil || len(report.Goals) == 0 || r.reportAfter(review.Person, review.Period) != nil || r.spoilt(review.Person) {
		return
	}
	for i := range report.Goals {
		s := r.smart(review, &report.Goals[i])
		s.noteWords(list)
		r.noteReach(&s, list)
		r.noteTeam(&s, review, list)
		s.noteDue(list)
	}
}

// spoilt reports whether any report of the person has errors, also one of which
// nothing could be read.
func (r *Result) spoilt(person model.PersonID) bool {
	for file := range r.portfolio.Faulty {
		if strings.HasSuffix(file, "/"+string(person)+"/report.md") {
			return true
		}
	}
	return false
}

func (s *Smart) noteWords(list *diag.List) {
	g := s.Goal
	switch {
	case s.Faults[Specific] == SmartVague:
		list.Note(g.Pos, "smart-specific", g.ID).WithHint("hint-smart-specific")
	case s.Faults[Measurable] == SmartNoTarget:
		list.Note(g.Pos, "smart-measurable.target", g.ID, string(g.Metric)).WithHint("hint-smart-target")
	case s.Faults[Measurable] == SmartNoMeasure:
		list.Note(g.Pos, "smart-measurable", g.ID).WithHint("hint-smart-measurable")
	}
}

func (r *Result) noteReach(s *Smart, list *diag.List) {
	g := s.Goal
	low, high := r.reachTexts()
	switch s.Faults[Achievable] {
	case SmartNoBaseline:
		d := list.Note(g.Pos, "smart-achievable.baseline", g.ID)
		if d.WithHint("hint-smart-baseline"); s.Recorded > 0 {
			d.WithHint("hint-smart-baseline.own", decimal(s.Latest, s.Metric.Unit))
		}
	case SmartAboveReach:
		list.Note(g.Pos, "smart-achievable.above", g.ID, percent(s.Reach), high).WithHint("hint-smart-above")
	case SmartBelowReach:
		list.Note(g.Pos, "smart-achievable.below", g.ID, percent(s.Reach), low).WithHint("hint-smart-below")
	case SmartAboveRecord:
		list.Note(g.Pos, "smart-achievable.above-record", g.ID, percent(s.OverBest), high, decimal(s.Best, s.Metric.Unit)).WithHint("hint-smart-above")
	case SmartBelowRecord:
		list.Note(g.Pos, "smart-achievable.below-record", g.ID, percent(s.OverWeakest), low, decimal(s.Weakest, s.Metric.Unit)).WithHint("hint-smart-below")
	}
}

// noteTeam says nothing of a team that does not exist: that is told elsewhere.
func (r *Result) noteTeam(s *Smart, set *model.Review, list *diag.List) {
	g := s.Goal
	switch {
	case s.Faults[Relevant] == SmartNoTeam && g.Supports == "":
		list.Note(g.Pos, "smart-relevant", g.ID).WithHint("hint-smart-relevant")
	case s.Faults[Relevant] == SmartTeamNoTarget && !r.portfolio.Faulty[r.portfolio.Team(g.Supports).File]:
		period := r.judgedIn(set, g).String()
		list.Note(g.Pos, "smart-relevant.target", g.ID, string(g.Supports), period).
			WithHint("hint-smart-team-target", r.portfolio.Team(g.Supports).File, period)
	}
}

func (s *Smart) noteDue(list *diag.List) {
	g := s.Goal
	until := s.Until.String()
	switch s.Faults[TimeBound] {
	case SmartNoDue:
		list.Note(g.Pos, "smart-time", g.ID).WithHint("hint-smart-due", until)
	case SmartDueEarly:
		list.Note(g.Pos, "smart-time.early", g.ID, g.Due.String(), s.After.String()).WithHint("hint-smart-due", until)
	case SmartDueLate:
		list.Note(g.Pos, "smart-time.late", g.ID, g.Due.String(), until).WithHint("hint-smart-step", until)
	}
}

// reachTexts are the bounds of smart.reach as site.yaml writes them.
func (r *Result) reachTexts() (low, high string) {
	reach := r.portfolio.Settings.Smart.Reach
	return stated(reach[0], model.Percent), stated(reach[1], model.Percent)
}

// percent writes a fraction as percent with one decimal.
func percent(v Value) string { return decimalPercent(v, 1) }
