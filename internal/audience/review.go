package audience

import "reviewfolio/internal/model"

// A Review is a report with everything on it.
type Review struct {
	Period      Period
	Person      PersonID
	Report      *Report // nil where there are comments without a report
	Comments    []Comment
	Log         *Doc // 沟通记录; nil where there is none
	Calibration *Calibration
}

// A Report is what a person says of a period.
type Report struct {
	Title      string
	Status     Status
	Date       Date
	Body       Doc
	Series     []model.SeriesValues
	Breakdowns []model.BreakdownValues
	Restates   []model.PeriodValues
	History    []model.StatusChange
	Values     []model.Value
}

// A Comment is what one reviewer says of a report.
type Comment struct {
	Reviewer PersonID
	Role     Role
	Date     Date
	Status   Status
	Ratings  []model.Rating
	Body     Doc
}

// A Calibration is the final grade and its reason.
type Calibration struct {
	Date  Date
	Grade string
	Body  Doc
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
		}
	}
	if len(r.Comments) > 0 {
		out.Comments = make([]Comment, len(r.Comments))
	}
	for i, c := range r.Comments {
		out.Comments[i] = Comment{
			Reviewer: c.Reviewer, Role: c.Role, Date: c.Date, Status: c.Status, Ratings: c.Ratings, Body: c.Body,
		}
	}
	if r.Log != nil {
		out.Log = &r.Log.Body
	}
	if c := r.Calibration; c != nil {
		out.Calibration = &Calibration{Date: c.Date, Grade: c.Grade, Body: c.Body}
	}
	return out, true
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

// Reviews returns the reviews that have a page (a report, a comment, a log, a calibration), by
// period, then person.
func (v *View) Reviews() []ReviewID {
	var ids []ReviewID
	for _, r := range v.p.Reviews {
		if hasPage(r) {
			ids = append(ids, ReviewID{r.Period, r.Person})
		}
	}
	return ids
}

// ReviewsOf returns the periods of a person's reviews, in order.
func (v *View) ReviewsOf(person PersonID) []Period { return v.byPerson[person] }
