package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// An Overview is what a team's reviews of one period come to, in numbers.
type Overview struct {
	Expected        int              // people who have to report
	Reports         int              // reports that were handed in
	Elsewhere       int              // people who have to report and whose reports of other lengths cover the period
	Missing         []MissingReport  // by id
	Late            int              // reports dated after the due date
	Comments        int              // comments but the people's own
	RolesExpected   int              // over all reports, roles that have to comment
	RolesCommented  int              // of these, roles that did
	ThemesExpected  int              // over all reports, themes written or due by now
	ThemesPresent   int              // of these, themes written here or, where yearly, earlier in the year
	Judged          int              // people with a KPI综合完成率
	Attained        int              // of these, from the upper cut of attainment on
	Below           int              // of these, below the lower cut
	Scored          int              // people with a composite
	PartlyScored    []model.PersonID // of these, whose composite lacks weight of dimensions or of roles, by id
	Median          Value            // of the composites: the middle one, or the mean of the two
	Highest, Lowest Value
}

// Overview returns the numbers of the team and all below it.
func (r *Result) Overview(t model.TeamID, p model.Period) Overview {
	o := Overview{Missing: r.Missing(t, p)}
	cuts := r.portfolio.Settings.Cuts.Attainment
	crew := r.crew(t, p)
	composites := make([]Value, 0, len(crew))
	for _, x := range crew {
		x := int(x)
		if r.hasToReport(x, p) {
			o.Expected++
			if r.coveredElsewhere(x, p) {
				o.Elsewhere++
			}
		}
		if i := r.review(x, p); i >= 0 {
			o.count(&r.marks[i])
		}
		if rate := r.rate(x, p); rate.Defined() {
			o.Judged++
			switch bandOf(rate, cuts, 100) {
			case 0:
				o.Below++
			case 2:
				o.Attained++
			}
		}
		if s := r.verdict(x, p); s.Composite.Defined() {
			composites = append(composites, s.Composite)
			if s.Partial() {
				o.PartlyScored = append(o.PartlyScored, r.portfolio.People[x].ID)
			}
		}
	}
	o.Scored = len(composites)
	o.Median, o.Lowest, o.Highest = spread(composites)
	return o
}

// coveredElsewhere reports whether reports of other lengths alone cover the
// period.
func (r *Result) coveredElsewhere(x int, p model.Period) bool {
	return !r.reported(x, p) && r.covered(x, p)
}

// HandedIn returns how many reports the team and all below it have handed in,
// and how many of its people have to report.
func (r *Result) HandedIn(t model.TeamID, p model.Period) (reports, expected int) {
	for _, x := range r.crew(t, p) {
		has := r.hasToReport(int(x), p)
		if has {
			expected++
		}
		if r.reported(int(x), p) || has && r.coveredElsewhere(int(x), p) {
			reports++
		}
	}
	return reports, expected
}

func (o *Overview) count(m *marks) {
	if m.report {
		o.Reports++
	}
	if m.late {
		o.Late++
	}
	o.Comments += int(m.comments)
	o.RolesExpected += m.expected.count()
	o.RolesCommented += m.commented.count()
	o.ThemesExpected += int(m.themesExpected)
	o.ThemesPresent += int(m.themesPresent)
}

// spread returns median, lowest and highest of the values, undefined where
// there are none.
func spread(values []Value) (median, lowest, highest Value) {
	if len(values) == 0 {
		none := undefined(NotScored)
		return none, none, none
	}
	slices.SortFunc(values, func(a, b Value) int { return a.Compare(b.Ratio) })
	n := len(values)
	var middle weightedMean
	middle.add(values[(n-1)/2], model.One)
	middle.add(values[n/2], model.One)
	return middle.value(), values[0], values[n-1]
}
