package source

import (
	"strings"

	"reviewfolio/internal/model"
)

// A lookup is the settings, made ready for the parsing of one file after the
// other. It is not changed after it is made.
type lookup struct {
	*model.Settings
	metrics    map[string]*model.Metric
	breakdowns map[string]*model.Breakdown
	dimensions map[string]model.DimensionID
	themes     map[string]model.ThemeID

	themeHeadings     headings[model.ThemeID]
	dimensionHeadings headings[model.DimensionID]

	isOpen bool // more may be added: what is near an id may be a new one
}

func newLookup(s *model.Settings) *lookup {
	l := &lookup{
		Settings:   s,
		metrics:    make(map[string]*model.Metric, len(s.Metrics)),
		breakdowns: make(map[string]*model.Breakdown, len(s.Breakdowns)),
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
		l.themeHeadings.add(t.ID, append(t.Aliases, t.Label)...)
	}
	for _, d := range s.Ratings.Dimensions {
		l.dimensions[string(d.ID)] = d.ID
		l.dimensionHeadings.add(d.ID, string(d.ID), d.Label)
		if d.Label == "" {
			l.dimensionHeadings.add(d.ID, dimensionNames[d.ID]...)
		}
	}
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
	return known(l.Metrics, func(m *model.Metric) model.MetricID { return m.ID })
}

func (l *lookup) breakdownNames() []string {
	return known(l.Breakdowns, func(b *model.Breakdown) model.BreakdownID { return b.ID })
}

func (l *lookup) dimensionNames() []string {
	return known(l.Ratings.Dimensions, func(d *model.Dimension) model.DimensionID { return d.ID })
}
