package analysis

import (
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A RestatementKind is where a report says another figure of an earlier or
// shorter period than was reported for it.
type RestatementKind uint8

const (
	Correction RestatementKind = iota // restates
	InSeries                          // a step of its series
	InTotal                           // its own total, of a longer period than the reports inside
)

// A Restatement is a figure of a person that another report states again: what
// was reported then, in the report of that period or of its parts, beside what
// the other says. Corrections are all told, the others where they differ.
// Nothing of it is rolled up.
type Restatement struct {
	Kind     RestatementKind
	Metric   *model.Metric
	Of       model.Period   // whose figure it is
	Reported Value          // what was reported then; undefined where nothing was
	Then     []model.Period // of the reports that did, in order; they lie inside Of
	In       model.Period   // of the report that says another
	Stated   Value          // what it says
	File     string         // of that report
	Pos      diag.Pos       // of the value
}

// Differs reports whether what is stated is not what was reported.
func (x *Restatement) Differs() bool {
	return x.Reported.Defined() && x.Reported.Compare(x.Stated.Ratio) != 0
}

// Restatements returns what the person's report of the period states again of
// earlier or shorter ones, and what other reports state again of this one: by
// report, then as written.
func (r *Result) Restatements(person model.PersonID, p model.Period) []Restatement {
	var list []Restatement
	for _, review := range r.reviews.of[person] {
		for _, x := range r.restatements(review) {
			if x.In == p || x.Of == p || slices.Contains(x.Then, p) {
				list = append(list, x)
			}
		}
	}
	return list
}

// ReportFile returns the file of the person's report of the period, "" where
// there is none.
func (r *Result) ReportFile(person model.PersonID, p model.Period) string {
	if review := r.portfolio.Review(p, person); review != nil && review.Report != nil {
		return review.Report.File
	}
	return ""
}

// restatements compares what a report says of other periods.
func (r *Result) restatements(review *model.Review) []Restatement {
	x, known := r.org.people[review.Person]
	if !known || review.Report == nil {
		return nil
	}
	a := audit{r: r, review: review, person: x}
	for _, corrected := range review.Report.Restates {
		for i := range corrected.Values {
			v := &corrected.Values[i]
			a.compare(Correction, corrected.Period, v, v.PosOf(v.Places.Actual))
		}
	}
	for _, series := range review.Report.Series {
		for i := range series.Points {
			if p := &series.Points[i]; p.Actual.OK && p.Period != review.Period {
				a.compare(InSeries, p.Period, &model.Value{Metric: series.Metric, Actual: p.Actual}, p.Pos)
			}
		}
	}
	if a.hasParts() {
		for i := range review.Report.Values {
			if v := &review.Report.Values[i]; v.Actual.OK {
				a.compare(InTotal, review.Period, v, v.PosOf(v.Places.Actual))
			}
		}
	}
	return a.found
}

// statedOf is the actual that a value states, of nps the points of its counts.
func statedOf(v *model.Value, unit model.Unit) Value {
	switch {
	case v.NPS != nil && v.NPS.Answers() > 0:
		return defined(model.NewRatio(100*(v.NPS.Promoters-v.NPS.Detractors), v.NPS.Answers()))
	case v.Actual.OK:
		return defined(inUnit(v.Actual.Amount, unit))
	}
	return undefined(NoActual)
}

// An audit collects the restatements of one report.
type audit struct {
	r      *Result
	review *model.Review
	person int
	found  []Restatement
}

// hasParts reports whether shorter periods inside the report's are known.
func (a *audit) hasParts() bool {
	period := a.r.time.find(a.review.Period)
	return slices.ContainsFunc(a.r.time.spans[period].parts, func(i int) bool { return i >= 0 })
}

// compare notes what the report states again of a period, beside what was
// reported for it. A figure of which a part was not reported is nothing to
// compare with.
func (a *audit) compare(kind RestatementKind, of model.Period, v *model.Value, at diag.Pos) {
	m := a.r.portfolio.Metric(v.Metric)
	if m == nil || m.Kind == model.RatioKind {
		return
	}
	x := Restatement{
		Kind: kind, Metric: m, Of: of, Reported: undefined(NoActual),
		In: a.review.Period, Stated: statedOf(v, m.Unit), File: a.review.Report.File, Pos: at,
	}
	if !x.Stated.Defined() {
		return
	}
	period := a.r.time.find(of)
	if column, known := a.r.column[m.ID]; known && period >= 0 {
		parts := a.cover([]int{}, period, column)
		x.Reported = a.add(column, parts, false)
		for _, part := range parts {
			x.Then = append(x.Then, a.r.time.periods[part])
		}
		if again := a.add(column, parts, true); kind != Correction && again.Defined() && again.Compare(x.Stated.Ratio) == 0 {
			return // as it was corrected before
		}
	}
	if kind == Correction || x.Differs() {
		a.found = append(a.found, x)
	}
}

// cover returns the longest periods inside, whose reports state the metric,
// that make up the whole; nil where any of it is not reported.
func (a *audit) cover(list []int, period, column int) []int {
	if period < 0 {
		return nil
	}
	d := a.r.read(a.person, period, column)
	if s := d.statement(period); s.has&hasActual != 0 && a.r.time.periods[period] != a.review.Period {
		return append(list, period)
	}
	return a.coverParts(list, period, column)
}

func (a *audit) coverParts(list []int, period, column int) []int {
	if len(a.r.time.spans[period].parts) == 0 {
		return nil
	}
	for _, part := range a.r.time.spans[period].parts {
		if list = a.cover(list, part, column); list == nil {
			return nil
		}
	}
	return list
}

// add adds up what the parts reported; of a level the last of them counts, and
// of nps there is nothing to add up. corrected takes what the person's reports,
// up to this one, put in its place.
func (a *audit) add(column int, parts []int, corrected bool) Value {
	c := &a.r.columns[column]
	if c.ending && len(parts) > 0 {
		parts = parts[len(parts)-1:]
	}
	if len(parts) == 0 || c.isRatio() && len(parts) > 1 {
		return undefined(NoActual)
	}
	var sum model.Amount
	for _, part := range parts {
		d := a.r.read(a.person, part, column)
		s := d.statement(part)
		if c.isRatio() {
			return quotientOf(&s, c.metric.Kind)
		}
		amount := s.actual
		if again, ok := a.corrected(a.r.time.periods[part], c.metric.ID); ok && corrected {
			amount = again
		}
		total, fits := sum.Add(amount)
		if !fits {
			return undefined(TooLarge)
		}
		sum = total
	}
	return defined(inUnit(sum, c.metric.Unit))
}

func quotientOf(s *statement, kind model.Kind) Value {
	return rate(&cell{actual: s.actual, den: s.den, has: s.has}, kind)
}

// corrected returns what the person's reports up to this one last put in the
// place of a figure.
func (a *audit) corrected(of model.Period, m model.MetricID) (amount model.Amount, ok bool) {
	calendar := a.r.time.calendar
	for _, review := range a.r.reviews.of[a.review.Person] {
		if review.Report == nil || calendar.Compare(review.Period, a.review.Period) > 0 {
			continue
		}
		if v := findValue(valuesIn(review.Report.Restates, of), m); v != nil && v.Actual.OK {
			amount, ok = v.Actual.Amount, true
		}
	}
	return amount, ok
}

// checkRestated warns of figures that were reported twice and not alike.
func (r *Result) checkRestated(review *model.Review, list *diag.List) {
	for _, x := range r.restatements(review) {
		if !x.Differs() {
			continue
		}
		var files []string
		for _, p := range x.Then {
			files = append(files, r.ReportFile(review.Person, p))
		}
		if r.portfolio.Faulty[x.File] || slices.ContainsFunc(files, func(f string) bool { return r.portfolio.Faulty[f] }) {
			continue
		}
		key := [...]string{Correction: "restated", InSeries: "restated.series", InTotal: "restated.total"}[x.Kind]
		list.Warn(x.Pos, key, string(x.Metric.ID), x.Of.String(), decimal(x.Stated, x.Metric.Unit), decimal(x.Reported, x.Metric.Unit), strings.Join(files, ", ")).
			WithHint([...]string{Correction: "hint-restated", InSeries: "hint-restated.other", InTotal: "hint-restated.other"}[x.Kind], x.Of.String())
	}
}

// decimal writes a figure as a file would, at up to four decimals.
func decimal(v Value, unit model.Unit) string {
	digits := 4
	if unit == model.Percent {
		digits = 6
	}
	n, ok := v.Scaled(digits)
	if !ok {
		return dash
	}
	return stated(model.Amount(n), unit)
}
