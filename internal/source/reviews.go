package source

import (
	"cmp"
	"path"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// byPeriod orders groups by period, then person.
func byPeriod(c model.Calendar) func(x, y group) int {
	return func(x, y group) int {
		return cmp.Or(c.Compare(x.period, y.period), cmp.Compare(x.person, y.person))
	}
}

// reportPath returns where the report of a person lies.
func reportPath(p model.Period, person string) string {
	return path.Join("content/reviews", p.String(), person, "report.md")
}

// gather makes the review of a group, and tells what its files want of each
// other and of the people. The review of a person who is not there, which is
// told once, is left out.
func (a *assembly) gather(g *group) {
	g.review, g.newest, g.faults = nil, model.Date{}, nil
	if g.who == nil {
		a.check(need{kind: needsPerson, id: string(g.person), pos: diag.Whole(g.first())}, &g.faults)
		return
	}
	if g.who.join.made.person != nil {
		g.review = reviewOf(g)
		if before := a.last.Review(g.period, g.person); before != nil && isSameReview(before, g.review) {
			g.review = before
		}
		g.newest = newestDate(g.review)
	}
	for _, f := range g.files {
		a.checkPlace(g, f)
	}
}

// first returns the file at which a fault of the whole folder is told: the
// report, else the first one.
func (g *group) first() string {
	if g.report != nil {
		return g.report.place.path
	}
	return g.files[0].place.path
}

func reviewOf(g *group) *model.Review {
	review := &model.Review{Period: g.period, Person: g.person}
	for _, f := range g.files {
		switch made := f.join.made; {
		case made.report != nil:
			review.Report = made.report
		case made.comment != nil:
			review.Comments = append(review.Comments, made.comment)
		case made.log != nil:
			review.Log = made.log
		case made.calibration != nil:
			review.Calibration = made.calibration
		}
	}
	return review
}

func isSameReview(x, y *model.Review) bool {
	return x.Report == y.Report && x.Log == y.Log && x.Calibration == y.Calibration && slices.Equal(x.Comments, y.Comments)
}

// newestDate is the latest date of a report or comment that is not a draft. The
// comments on a draft are held back like it.
func newestDate(r *model.Review) (newest model.Date) {
	if r.Report != nil {
		if r.Report.Status == model.Draft {
			return newest
		}
		newest = r.Report.Date
	}
	for _, c := range r.Comments {
		if c.Status != model.Draft && c.Date.After(newest) {
			newest = c.Date
		}
	}
	return newest
}

// checkPlace tells what a file misses beside it.
func (a *assembly) checkPlace(g *group, f *file) {
	whole := diag.Whole(f.place.path)
	switch f.place.kind {
	case reportFile:
		who := g.who.join.made
		if who.person == nil || who.faulty {
			return
		}
		if _, ok := who.person.TeamIn(a.calendar, g.period); !ok {
			g.faults.Error(whole, "outside-stint", string(g.person), g.period.String()).WithHint("hint-stint", who.place.path)
		}
		return
	case commentFile:
		if !a.known[f.place.id] && !a.lost["content/people/"+f.place.id+".md"] {
			unknown(&g.faults, whole, "unknown-reviewer", f.place.id, a.reviewers)
		}
	case logFile:
		return
	}
	if g.report == nil && !a.lost[reportPath(g.period, string(g.person))] {
		g.faults.Warn(whole, "no-report", string(g.person), g.period.String())
	}
}

// checkLane tells of outcomes for goals that nobody set.
func (a *assembly) checkLane(l *lane) {
	l.faults = nil
	if l.who.join.made.person == nil {
		return // unreadable, and told
	}
	for i, f := range l.reports {
		if len(f.join.made.outcomes) > 0 && !a.lostBefore(f.place) {
			checkOutcomes(f.join.made, l.reports[:i], &l.faults)
		}
	}
}

// checkOutcomes compares with the goals of the last earlier report. Where that
// is a draft, it counts for some readers and not for others: then those of the
// one before it are known too.
func checkOutcomes(f *parsed, earlier []*file, faults *diag.List) {
	var ids []string
	var from *parsed
	for _, r := range slices.Backward(earlier) {
		if from = r.join.made; from.report == nil || from.goalless {
			return // unreadable, and told
		}
		for _, g := range from.report.Goals {
			if g.ID == "" {
				return // told, and may be the one
			}
			ids = append(ids, g.ID)
		}
		if from.report.Status != model.Draft {
			break
		}
	}
	for _, o := range f.outcomes {
		switch {
		case slices.Contains(ids, o.Goal):
		case from == nil:
			faults.Error(o.Pos, "unknown-goal.first", o.Goal)
		default:
			d := faults.Error(o.Pos, "unknown-goal", o.Goal, from.place.period.String())
			if near, ok := diag.Nearest(o.Goal, ids); ok {
				d.WithHint("hint-did-you-mean", near)
			}
		}
	}
}
