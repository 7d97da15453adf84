package audience

import "reviewfolio/internal/model"

// A Review is a report with everything on it.
type Review struct {
	Period      Period
	Person      PersonID
	Report      *Report // nil where there are comments without a report
	Comments    []Comment
	Log         *Log // nil where there is none
	Calibration *Calibration
}

// A Report is what a person says of a period.
type Report struct {
	Title      string
	Status     Status
	Date       Date
	Body       Doc
	Series     []SeriesValues
	Breakdowns []model.BreakdownValues
	Restates   []PeriodValues
	History    []StatusChange
	Values     []StatedValue
	Goals      []Goal
	Outcomes   []Outcome
	SelfRated  []Rating
	File       string
}

// A Comment is what one reviewer says of a report.
type Comment struct {
	Reviewer PersonID
	Role     Role
	Date     Date
	Status   Status
	Ratings  []Rating
	Body     Doc
	File     string
}

// A Log is the 沟通记录 between reviews.
type Log struct {
	Body Doc
	File string
}

// A Calibration is the final grade and its reason.
type Calibration struct {
	Date  Date
	Grade string
	Body  Doc
	File  string
}

// Review returns the review of the person and period; ok is false where there
// is none to be seen.
func (v *View) Review(period Period, person PersonID) (Review, bool) {
	r := v.p.Review(period, person)
	if r == nil || !hasPage(r) {
		return Review{}, false
	}
	out := Review{Period: r.Period, Person: r.Person}
	if x := r.Report; x != nil {
		out.Report = &Report{
			Title: x.Title, Status: x.Status, Date: x.Date, Body: x.Body, Series: x.Series,
			Breakdowns: x.Breakdowns, Restates: x.Restates, History: x.History, Values: x.Values,
			Goals: x.Goals, Outcomes: x.Outcomes, SelfRated: x.SelfRatings, File: x.File,
		}
	}
	if len(r.Comments) > 0 {
		out.Comments = make([]Comment, len(r.Comments))
	}
	for i, c := range r.Comments {
		out.Comments[i] = Comment{
			Reviewer: c.Reviewer, Role: c.Role, Date: c.Date, Status: c.Status, Ratings: c.Ratings, Body: c.Body, File: c.File,
		}
	}
	if l := r.Log; l != nil {
		out.Log = &Log{Body: l.Body, File: l.File}
	}
	if c := r.Calibration; c != nil {
		out.Calibration = &Calibration{Date: c.Date, Grade: c.Grade, Body: c.Body, File: c.File}
	}
	return out, true
}

// ReportText returns the text of a report alone, nil where there is none.
func (v *View) ReportText(period Period, person PersonID) *Doc {
	if r := v.p.Review(period, person); r != nil && r.Report != nil {
		return &r.Report.Body
	}
	return nil
}

// Texts returns the texts of all files of the review: the report, the comments,
// the log, the calibration.
func (r *Review) Texts() []*Doc {
	list := make([]*Doc, 0, 3+len(r.Comments))
	if r.Report != nil {
		list = append(list, &r.Report.Body)
	}
	for i := range r.Comments {
		list = append(list, &r.Comments[i].Body)
	}
	if r.Log != nil {
		list = append(list, &r.Log.Body)
	}
	if r.Calibration != nil {
		list = append(list, &r.Calibration.Body)
	}
	return list
}

// HasReview reports whether there is a review to be seen, for links to it.
func (v *View) HasReview(period Period, person PersonID) bool {
	r := v.p.Review(period, person)
	return r != nil && hasPage(r)
}

// A ReviewID names a review.
type ReviewID struct {
	Period Period
	Person PersonID
}

// Reviews returns the reviews that have a page (a report, a comment, a log, a
// calibration), by period, then person. The list is shared: it is not to be
// changed.
func (v *View) Reviews() []ReviewID { return v.ids }

// ReviewsOf returns the periods of a person's reviews, in order.
func (v *View) ReviewsOf(person PersonID) []Period { return v.byPerson[person] }

// Quoted counts in how many reviews of the period the prose binds a figure of
// each metric, whatever its own period: a review once, its comments included.
func (v *View) Quoted(p Period) map[MetricID]int {
	quoted := map[MetricID]int{}
	for _, id := range v.ids {
		if id.Period != p {
			continue
		}
		r, _ := v.Review(id.Period, id.Person)
		here := map[MetricID]bool{}
		for _, doc := range r.Texts() {
			doc.EachFigure(func(b *model.BoundFigure) {
				if !here[b.Metric] {
					here[b.Metric] = true
					quoted[b.Metric]++
				}
			})
		}
	}
	return quoted
}
