package analysis

import (
	"strings"

	"reviewfolio/internal/model"
)

// doubts is which files have errors in their front matter, so that figures
// made of them may differ from what was meant. The errors are told; that a
// bound figure differs from such a figure would be told twice.
type doubts struct {
	reports []doubt
	people  bool // a person cannot be placed in a team
	teams   bool // a team cannot be placed in the tree
}

// A doubt is one report with errors.
type doubt struct {
	person model.PersonID
	period model.Period
	report *model.Report // what could be read of it, nil where nothing
}

func newDoubts(p *model.Portfolio) doubts {
	var d doubts
	for file := range p.Faulty {
		kind, name, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
		id := strings.TrimSuffix(name, ".md")
		switch kind {
		case "people":
			x := p.Person(model.PersonID(id))
			d.people = d.people || x == nil || len(x.Stints) == 0
		case "teams":
			t := p.Team(model.TeamID(id))
			d.teams = d.teams || t == nil || t.Parent == ""
		case "reviews":
			parts := strings.Split(id, "/")
			if len(parts) != 3 || parts[2] != "report" {
				continue
			}
			if period, ok := model.ParsePeriod(parts[0]); ok {
				x := doubt{person: model.PersonID(parts[1]), period: period}
				if review := p.Review(period, x.person); review != nil {
					x.report = review.Report
				}
				d.reports = append(d.reports, x)
			}
		}
	}
	return d
}

// inDoubt reports whether the field of the figure may come out otherwise once
// the files it rests on are mended.
func (r *Result) inDoubt(f *Figure, field model.Field) bool {
	d := &r.reviews.doubts
	if f.Scope.Team != "" && (d.people || d.teams) {
		return true
	}
	if len(d.reports) == 0 {
		return false
	}
	c := r.portfolio.Settings.Calendar
	periods := []model.Period{f.Period}
	switch field {
	case model.QoQField:
		periods = append(periods, c.Prev(f.Period))
	case model.YoYField:
		periods = append(periods, c.YearBefore(f.Period))
	}
	for _, x := range d.reports {
		if f.Scope.Team == "" && f.Scope.Person != x.person || !r.lacks(x.report, f.Metric, field) {
			continue
		}
		for _, p := range periods {
			if c.Contains(p, x.period) {
				return true
			}
		}
	}
	return false
}

// lacks reports whether something that the field needs could not be read in
// the report, or was never there, which cannot be told apart.
func (r *Result) lacks(report *model.Report, m *model.Metric, field model.Field) bool {
	if report == nil {
		return true
	}
	switch field {
	case model.TargetField, model.AttainmentField, model.GapField:
		if v := findValue(report.Values, m.ID); v == nil || !v.Target.OK {
			return true
		}
	}
	switch m.Kind {
	case model.NPSKind:
		v := findValue(report.Values, m.ID)
		return v == nil || v.NPS == nil
	case model.RatioKind:
		return r.lacksAny(report, m.Numerator) || r.lacksAny(report, m.Denominator)
	}
	return r.lacksAny(report, []model.MetricID{m.ID})
}

func (r *Result) lacksAny(report *model.Report, metrics []model.MetricID) bool {
	for _, id := range metrics {
		if v := findValue(report.Values, id); v == nil || !v.Actual.OK {
			return true
		}
	}
	return false
}
