package source

import (
	"path"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

type reviewKey struct {
	period model.Period
	person model.PersonID
}

// reviews brings together what lies in one folder. A review of a person who is
// not there, which is told once, is left out.
func (a *assembly) reviews() []*model.Review {
	files := map[reviewKey][]*parsed{}
	var keys []reviewKey
	for _, f := range a.files {
		if f.place.period.IsZero() {
			continue
		}
		key := reviewKey{f.place.period, f.place.person}
		if files[key] == nil {
			keys = append(keys, key)
		}
		files[key] = append(files[key], f)
	}
	var list []*model.Review
	for _, key := range keys {
		if a.people[string(key.person)] == nil {
			a.check(need{kind: needsPerson, id: string(key.person), pos: diag.Whole(first(files[key]))})
			continue
		}
		review := a.review(key, files[key])
		if a.hasPerson(key.person) {
			list = append(list, review)
		}
	}
	slices.SortFunc(list, byPeriod(a.settings.Calendar))
	return list
}

// first returns the file at which a fault of the whole folder is told: the
// report, else the first one.
func first(files []*parsed) string {
	for _, f := range files {
		if f.place.kind == reportFile {
			return f.place.path
		}
	}
	return files[0].place.path
}

// reportPath returns where the report of a person lies.
func reportPath(p model.Period, person string) string {
	return path.Join("content/reviews", p.String(), person, "report.md")
}

func (a *assembly) review(key reviewKey, files []*parsed) *model.Review {
	review := &model.Review{Period: key.period, Person: key.person}
	reported := false
	for _, f := range files {
		switch {
		case f.place.kind == reportFile:
			reported = true
			if f.report != nil {
				report := *f.report
				report.Body = a.relinked(f)
				review.Report = &report
			}
		case f.comment != nil:
			comment := *f.comment
			comment.Body = a.relinked(f)
			review.Comments = append(review.Comments, &comment)
		case f.log != nil:
			review.Log = &model.Log{File: f.log.File, Body: a.relinked(f)}
		case f.calibration != nil:
			calibration := *f.calibration
			calibration.Body = a.relinked(f)
			review.Calibration = &calibration
		}
	}
	a.checkFiles(files, reported)
	return review
}

// checkFiles tells what the files of one folder want of each other and of the
// people.
func (a *assembly) checkFiles(files []*parsed, reported bool) {
	for _, f := range files {
		whole := diag.Whole(f.place.path)
		switch f.place.kind {
		case reportFile:
			who := a.people[string(f.place.person)]
			if who.person == nil || who.faulty {
				continue
			}
			if _, ok := who.person.TeamIn(a.settings.Calendar, f.place.period); !ok {
				a.faults.Error(whole, "outside-stint", string(f.place.person), f.place.period.String()).WithHint("hint-stint", who.place.path)
			}
		case commentFile:
			if !a.known[f.place.id] && !a.lost["content/people/"+f.place.id+".md"] {
				unknown(&a.faults, whole, "unknown-reviewer", f.place.id, a.reviewers)
			}
			if !reported && !a.lost[reportPath(f.place.period, string(f.place.person))] {
				a.faults.Warn(whole, "no-report", string(f.place.person), f.place.period.String())
			}
		case calibrationFile:
			if !reported && !a.lost[reportPath(f.place.period, string(f.place.person))] {
				a.faults.Warn(whole, "no-report", string(f.place.person), f.place.period.String())
			}
		}
	}
}

// checkReviews tells of outcomes for goals that nobody set.
func (a *assembly) checkReviews(p *model.Portfolio) {
	type lane struct {
		person model.PersonID
		length model.Length
	}
	earlier := map[lane][]*model.Review{} // with a report, in order
	for _, r := range p.Reviews {
		f := a.byPath[reportPath(r.Period, string(r.Person))]
		if f == nil {
			continue
		}
		key := lane{r.Person, r.Period.Length}
		if len(f.outcomes) > 0 && !a.lostBefore(r) {
			a.checkOutcomes(f, earlier[key])
		}
		earlier[key] = append(earlier[key], r)
	}
}

// lostBefore reports whether an earlier report of the person lies in a wrong
// place, which was told.
func (a *assembly) lostBefore(r *model.Review) bool {
	for file := range a.lost {
		if x, ok := placeOf(file); ok && x.kind == reportFile && x.person == r.Person && a.settings.Calendar.Compare(x.period, r.Period) < 0 {
			return true
		}
	}
	return false
}

// checkOutcomes compares with the goals of the last earlier report. Where that
// is a draft, it counts for some readers and not for others: then those of the
// one before it are known too.
func (a *assembly) checkOutcomes(f *parsed, earlier []*model.Review) {
	var ids []string
	var from *model.Review
	for _, r := range slices.Backward(earlier) {
		if from = r; r.Report == nil || a.byPath[r.Report.File].goalless {
			return // unreadable, and told
		}
		for _, g := range r.Report.Goals {
			if g.ID == "" {
				return // told, and may be the one
			}
			ids = append(ids, g.ID)
		}
		if r.Report.Status != model.Draft {
			break
		}
	}
	for _, o := range f.outcomes {
		switch {
		case slices.Contains(ids, o.Goal):
		case from == nil:
			a.faults.Error(o.Pos, "unknown-goal.first", o.Goal)
		default:
			d := a.faults.Error(o.Pos, "unknown-goal", o.Goal, from.Period.String())
			if near, ok := diag.Nearest(o.Goal, ids); ok {
				d.WithHint("hint-did-you-mean", near)
			}
		}
	}
}
