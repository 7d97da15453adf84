package analysis

import (
	"maps"
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// doubts is which files have errors in their front matter, so that figures
// made of them may differ from what was meant. The errors are told; that a
// bound figure differs from such a figure would be told twice.
type doubts struct {
	reports []doubt
	people  []*model.Person // whose targets may lack some
	teams   []*model.Team   // whose own figures may lack some
	adrift  bool            // somebody is in no team or in none that is known: no team's figure is sure
	moved   bool            // a team may belong below another: only the root's figures are sure
}

// A doubt is one report with errors.
type doubt struct {
	person model.PersonID
	period model.Period
	report *model.Report // what could be read of it, nil where nothing
}

func newDoubts(p *model.Portfolio) doubts {
	var d doubts
	for _, file := range slices.Sorted(maps.Keys(p.Faulty)) {
		switch kind, id := kindOf(file); kind {
		case "people":
			x := p.Person(model.PersonID(id))
			if d.adrift = d.adrift || x == nil || len(x.Stints) == 0; x != nil {
				d.people = append(d.people, x)
			}
		case "teams":
			t := p.Team(model.TeamID(id))
			if d.adrift = d.adrift || t == nil; t != nil {
				d.teams = append(d.teams, t)
			}
		case "reviews":
			d.review(p, id)
		}
	}
	for file := range p.Misplaced {
		kind, id := kindOf(file)
		t := p.Team(model.TeamID(id))
		d.moved = true
		d.adrift = d.adrift || kind == "people" || t == nil || t.Parent == ""
	}
	return d
}

// kindOf cuts the path of a file in content/ behind the folder that tells its
// kind.
func kindOf(file string) (kind, id string) {
	kind, name, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	return kind, strings.TrimSuffix(name, ".md")
}

// review notes a report with errors; name is period/person/report.
func (d *doubts) review(p *model.Portfolio, name string) {
	parts := strings.Split(name, "/")
	if len(parts) != 3 || parts[2] != "report" {
		return
	}
	period, ok := model.ParsePeriod(parts[0])
	if !ok {
		return
	}
	x := doubt{person: model.PersonID(parts[1]), period: period}
	if review := p.Review(period, x.person); review != nil {
		x.report = review.Report
	}
	d.reports = append(d.reports, x)
}

// inDoubt reports whether the field of the figure may come out otherwise once
// the files it rests on are mended.
func (r *Result) inDoubt(f *Figure, field model.Field) bool {
	d := &r.reviews.doubts
	if f.Metric.Kind == model.RatioKind && (len(f.Metric.Numerator) == 0 || len(f.Metric.Denominator) == 0) {
		return true // site.yaml names sides that are not there
	}
	if f.Scope.Team != "" && (d.adrift || d.moved && r.portfolio.Team(f.Scope.Team).Parent != "") {
		return true
	}
	periods := []model.Period{f.Period}
	switch field {
	case model.QoQField:
		periods = append(periods, r.portfolio.Settings.Calendar.Prev(f.Period))
	case model.YoYField:
		periods = append(periods, r.portfolio.Settings.Calendar.YearBefore(f.Period))
	}
	for _, p := range periods {
		if r.reportInDoubt(f, p, field) || r.planInDoubt(f, p, field) || r.teamInDoubt(f, p) {
			return true
		}
	}
	return false
}

func (r *Result) reportInDoubt(f *Figure, p model.Period, field model.Field) bool {
	for _, x := range r.reviews.doubts.reports {
		if (f.Scope.Team != "" || f.Scope.Person == x.person) &&
			r.portfolio.Settings.Calendar.Contains(p, x.period) && r.lacks(x.report, f.Metric, field) {
			return true
		}
	}
	return false
}

// planInDoubt reports whether a report takes its target from a person's file
// that has errors and no such target.
func (r *Result) planInDoubt(f *Figure, p model.Period, field model.Field) bool {
	if !needsTarget(field) {
		return false
	}
	for _, x := range r.reviews.doubts.people {
		if f.Scope.Team == "" && f.Scope.Person != x.ID {
			continue
		}
		for _, review := range r.reviews.of[x.ID] {
			if review.Report == nil || !r.portfolio.Settings.Calendar.Contains(p, review.Period) {
				continue
			}
			own, planned := findValue(review.Report.Values, f.Metric.ID), findValue(valuesIn(x.Targets, review.Period), f.Metric.ID)
			if (own == nil || !own.Target.OK) && planned == nil {
				return true
			}
		}
	}
	return false
}

// teamInDoubt reports whether a team file that has errors lacks what other
// teams have as figures of their own, or what is nowhere at all.
func (r *Result) teamInDoubt(f *Figure, p model.Period) bool {
	if f.Scope.Team == "" {
		return false
	}
	metrics := append(append([]model.MetricID{f.Metric.ID}, f.Metric.Numerator...), f.Metric.Denominator...)
	for _, t := range r.reviews.doubts.teams {
		if !r.org.within(r.org.teams[t.ID], r.org.teams[f.Scope.Team]) {
			continue
		}
		for _, m := range metrics {
			if findValue(valuesIn(t.Figures, p), m) == nil && (!f.Actual.Defined() || r.isTeamMetric(m)) {
				return true
			}
		}
	}
	return false
}

// isTeamMetric reports whether any team has figures of its own of the metric.
func (r *Result) isTeamMetric(m model.MetricID) bool {
	for _, t := range r.portfolio.Teams {
		for _, figures := range t.Figures {
			if findValue(figures.Values, m) != nil {
				return true
			}
		}
	}
	return false
}

func needsTarget(field model.Field) bool {
	return field == model.TargetField || field == model.AttainmentField || field == model.GapField
}

// lacks reports whether something that the field needs could not be read in
// the report, or was never there, which cannot be told apart.
func (r *Result) lacks(report *model.Report, m *model.Metric, field model.Field) bool {
	if report == nil {
		return true
	}
	if needsTarget(field) {
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
