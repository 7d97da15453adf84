package source

import (
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// Terms are all of the settings that the reading of a file depends on. What a
// file says stays good while they are the same, whatever else site.yaml changes.
type terms struct {
	Calendar       model.Calendar
	Metrics        []metric
	Breakdowns     []breakdown
	Themes         []theme
	Dimensions     []dimension
	Min, Max, Step model.Amount // of ratings
	Grades         []string
}

type (
	metric struct {
		ID    model.MetricID
		Label string
		Kind  model.Kind
		Unit  model.Unit
		Order int
	}
	breakdown struct {
		ID    model.BreakdownID
		Label string
		Of    model.MetricID
		Parts []string
		Order int
	}
	theme struct {
		ID      model.ThemeID
		Label   string
		Aliases []string
	}
	dimension struct {
		ID    model.DimensionID
		Label string
	}
)

func termsOf(s *model.Settings) terms {
	scheme := &s.Ratings
	t := terms{Calendar: s.Calendar, Min: scheme.Min, Max: scheme.Max, Step: scheme.Step}
	for _, m := range s.Metrics {
		t.Metrics = append(t.Metrics, metric{m.ID, m.Label, m.Kind, m.Unit, m.Order})
	}
	for _, b := range s.Breakdowns {
		t.Breakdowns = append(t.Breakdowns, breakdown{b.ID, b.Label, b.Of, b.Parts, b.Order})
	}
	for _, x := range s.Themes {
		t.Themes = append(t.Themes, theme{x.ID, x.Label, x.Aliases})
	}
	for _, d := range scheme.Dimensions {
		t.Dimensions = append(t.Dimensions, dimension{d.ID, d.Label})
	}
	for _, g := range scheme.Grades {
		t.Grades = append(t.Grades, g.Name)
	}
	return t
}

// A lookup is the terms, made ready for the parsing of one file after the
// other. It is not changed after it is made.
type lookup struct {
	terms
	metrics    map[string]*metric
	breakdowns map[string]*breakdown
	dimensions map[string]model.DimensionID
	themes     map[string]model.ThemeID

	themeHeadings     headings[model.ThemeID]
	dimensionHeadings headings[model.DimensionID]
	themeNames        *themeNames

	isOpen bool // more may be added: what is near an id may be a new one
}

func newLookup(s terms) *lookup {
	l := &lookup{
		terms:      s,
		metrics:    make(map[string]*metric, len(s.Metrics)),
		breakdowns: make(map[string]*breakdown, len(s.Breakdowns)),
		dimensions: map[string]model.DimensionID{},
		themes:     map[string]model.ThemeID{},

		themeHeadings:     headings[model.ThemeID]{},
		dimensionHeadings: headings[model.DimensionID]{},
	}
	for i := range s.Metrics {
		l.metrics[string(s.Metrics[i].ID)] = &s.Metrics[i]
	}
	for i := range s.Breakdowns {
		l.breakdowns[string(s.Breakdowns[i].ID)] = &s.Breakdowns[i]
	}
	for _, t := range builtInThemes {
		l.themeHeadings.add(t.id, strings.Split(t.headings, "|")...)
	}
	for _, t := range s.Themes {
		l.themes[string(t.ID)] = t.ID
		l.themeHeadings.add(t.ID, append(slices.Clip(t.Aliases), t.Label)...)
	}
	for _, d := range s.Dimensions {
		l.dimensions[string(d.ID)] = d.ID
		l.dimensionHeadings.add(d.ID, string(d.ID), d.Label)
		if d.Label == "" {
			l.dimensionHeadings.add(d.ID, dimensionNames[d.ID]...)
		}
	}
	l.themeNames = namesOfThemes(l)
	return l
}

// dimensionNames are the headings of built-in dimensions without a label.
var dimensionNames = map[model.DimensionID][]string{
	"performance":   {"业绩表现", "Performance"},
	"strategy":      {"战略规划", "Strategy"},
	"team":          {"团队管理", "Team management", "Team"},
	"communication": {"沟通协调", "Communication"},
}

// partHeadings are the sections of a comment.
var partHeadings = func() headings[model.CommentPart] {
	h := headings[model.CommentPart]{}
	h.add(model.Strengths, "亮点", "优点", "成绩", "Strengths")
	h.add(model.Problems, "问题", "不足", "暗点", "Problems")
	h.add(model.Advice, "建议", "期望", "Advice")
	h.add(model.Plan, "改进计划", "Improvement plan")
	h.add(model.Appeal, "申诉", "Appeal")
	return h
}()

func (l *lookup) metricNames() []string {
	return known(l.Metrics, func(m *metric) model.MetricID { return m.ID })
}

func (l *lookup) breakdownNames() []string {
	return known(l.Breakdowns, func(b *breakdown) model.BreakdownID { return b.ID })
}

func (l *lookup) dimensionNames() []string {
	return known(l.Dimensions, func(d *dimension) model.DimensionID { return d.ID })
}
