package analysis

import (
	"fmt"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// Where a report answers for its figures, and where it may say what it will do.
const (
	goalsTheme   model.ThemeID = "goals"   // 目标达成
	outlookTheme model.ThemeID = "outlook" // 总结与展望
)

// settingsFile is where KPIs and grades stand.
const settingsFile = "content/site.yaml"

// checkGaps tells of the KPIs under target that a submitted report does not
// answer for. It does where the theme 目标达成 binds a figure of the KPI, its
// own of this period, and where there is an action: any under that theme or
// under 总结与展望, or one anywhere in the review that names the KPI by its label
// or in its id. Not asked are a report without any prose, such as an imported
// one, one that was acknowledged and so is closed, and a period still running.
func (r *Result) checkGaps(review *model.Review, list *diag.List) {
	x, known := r.org.people[review.Person]
	period, report := r.time.find(review.Period), review.Report
	if !known || !answers(report) || r.time.spans[period].partial || r.portfolio.Faulty[report.File] || r.portfolio.Faulty[settingsFile] {
		return
	}
	for _, kpi := range r.portfolio.Settings.KPIs {
		column, stated := r.column[kpi.Metric]
		if !stated {
			continue
		}
		at := point{x, period, column}
		attainment := r.attainment(at, r.actual(at), r.target(at))
		if !attainment.Defined() || attainment.Compare(model.Ratio{Num: 1, Den: 1}) >= 0 {
			continue
		}
		key := gapKey(bindsGap(review, kpi.Metric), actsOnGap(review, r.columns[column].metric))
		if key != "" {
			list.Warn(gapPlace(report, kpi.Metric), key, string(kpi.Metric), underTarget(attainment)).
				WithHint("hint-"+key, string(kpi.Metric))
		}
	}
}

// answers reports whether a report is one that has to answer for its figures.
func answers(report *model.Report) bool {
	return report != nil && (report.Status == model.Submitted || report.Status == model.Shared) && (len(report.Body.Sections) > 0 || report.Body.Intro.HTML != "")
}

func gapKey(bound, acted bool) string {
	switch {
	case bound && acted:
		return ""
	case bound:
		return "gap-unexplained.action"
	case acted:
		return "gap-unexplained.figure"
	}
	return "gap-unexplained.both"
}

// bindsGap reports whether 目标达成 binds a figure of the metric.
func bindsGap(review *model.Review, m model.MetricID) bool {
	return anyRef(review.Report.Body.Sections, isGoals, func(ref *model.Ref) bool {
		if ref.Kind != model.FigureRef || ref.Figure.Metric != m || ref.Figure.Team != "" {
			return false
		}
		b := ref.Figure
		return (b.Person == "" || b.Person == review.Person) && (b.Period.IsZero() || b.Period == review.Period)
	})
}

// actsOnGap reports whether the review has an action for the metric.
func actsOnGap(review *model.Review, m *model.Metric) bool {
	if anyRef(review.Report.Body.Sections, plansAhead, func(ref *model.Ref) bool { return ref.Kind == model.ActionStart }) {
		return true
	}
	for _, d := range proseOfReview(review) {
		for i := range d.doc.Actions {
			if names(&d.doc.Actions[i], m) {
				return true
			}
		}
	}
	return false
}

// names reports whether an action names the metric.
func names(a *model.Action, m *model.Metric) bool {
	if strings.Contains(a.ID, strings.ReplaceAll(string(m.ID), "_", "-")) {
		return true
	}
	text := strings.ToLower(a.Text)
	for _, name := range m.Names {
		if strings.Contains(text, strings.ToLower(name)) {
			return true
		}
	}
	return false
}

func isGoals(s *model.Section) bool { return s.Theme == goalsTheme }

func plansAhead(s *model.Section) bool { return s.Theme == goalsTheme || s.Theme == outlookTheme }

// anyRef reports whether f holds for any reference in the sections that are
// wanted, or in those inside.
func anyRef(sections []model.Section, wanted func(*model.Section) bool, f func(*model.Ref) bool) bool {
	for i := range sections {
		s := &sections[i]
		if wanted(s) && anyRefIn(s, f) {
			return true
		}
	}
	return false
}

func anyRefIn(s *model.Section, f func(*model.Ref) bool) bool {
	for _, text := range []*model.Text{&s.Heading, &s.Text} {
		for i := range text.Refs {
			if f(&text.Refs[i]) {
				return true
			}
		}
	}
	for i := range s.Sections {
		if anyRefIn(&s.Sections[i], f) {
			return true
		}
	}
	return false
}

// gapPlace is where the metric stands: its value, else the section that would
// answer for it, else the file.
func gapPlace(report *model.Report, m model.MetricID) diag.Pos {
	if v := findValue(report.Values, m); v != nil {
		return v.PosOf(v.Places.Actual)
	}
	for i := range report.Body.Sections {
		if s := &report.Body.Sections[i]; isGoals(s) {
			return s.Pos
		}
	}
	return diag.Whole(report.File)
}

// underTarget writes an attainment below 100 %, with as many decimals as it
// takes not to read 100 %.
func underTarget(v Value) string {
	for decimals := 1; decimals < 4; decimals++ {
		if text := decimalPercent(v, decimals); !strings.HasPrefix(text, "100") {
			return text
		}
	}
	return decimalPercent(v, 4)
}

// decimalPercent writes a fraction as percent.
func decimalPercent(v Value, decimals int) string {
	n, ok := v.Scaled(decimals + 2)
	if !ok {
		return dash
	}
	text := fmt.Sprintf("%0*d", decimals+1, max(n, -n))
	point := len(text) - decimals
	text = text[:point] + "." + text[point:] + "%"
	if n < 0 {
		return minusSign + text
	}
	return text
}
