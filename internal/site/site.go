// Package site turns a View into pages.
//
// In goes what one reader may see, the page templates and the files that lie
// beside the content; out comes a Tree of pages that are rendered when they
// are needed. What a page says is computed by package analysis and worded by
// package words; here it is only arranged. Nothing here reads a clock, and the
// same View gives the same bytes.
//
// A Site of one state of a portfolio makes that of the next: what the two share
// is taken over, and what pages share among them is worked out for those that
// somebody looks at.
//
// A page is made of blocks. Go code writes the inside of a block (tables,
// drawings, prose); the templates in layouts/ place the blocks.
package site

import (
	"io"
	"sync"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/export"
	"reviewfolio/internal/output"
	"reviewfolio/internal/words"
)

// A Site is a View as pages. It is not changed after it is made, so that pages
// of it, and of Sites made from it, may be written side by side.
type Site struct {
	view    *audience.View
	src     Sources
	info    audience.Site
	lang    words.Lang
	words   frameWords
	names   map[Period]string // of the periods that have a page
	metrics map[MetricID]metricWords
	asOf    string   // the last line of an explanation; "" where the site has no date
	latest  Period   // of cycle length; zero where there is no report
	cycle   []Period // reported periods of cycle length, in order
	periods []Period // every period with a page, in order
	nav     []navEntry
	counts  counts
	outline *outline
	pages   *pages
	tree    *output.Tree

	// What only some pages need.
	rails     memo[Period, rail]
	ranks     memo[Period, []audience.Rank] // of everybody
	themed    memo[themePeriod, themed]
	places    memo[teamPeriod, placing]
	actions   memo[Period, map[PersonID][]int] // where in the list of all
	splits    memo[teamTarget, audience.Cascade]
	kept      memo[teamPeriod, keptTeam]
	leads     func() map[PersonID][]TeamID
	everyTurn memo[Period, []audience.Turn] // of everybody
	cases     func() []toldCase
	duties    func() duties
	exports   func() *export.Exporter
}

// counts is what the foot of every page says of the portfolio.
type counts struct{ reports, comments int }

// New returns the site of the view.
func New(view *audience.View, src Sources) (*Site, error) {
	s := newSite(view, src)
	s.outline = s.newOutline(nil)
	var err error
	if s.pages, err = s.outline.lay(); err != nil {
		return nil, err
	}
	return s.open(), nil
}

// Next returns what New returns for another state of the portfolio. It takes
// over from s what is the same, which it finds out itself: what a View holds of
// a file that has not changed keeps its place in memory. Most of all it takes
// over the paths of all pages, as long as there are the same pages.
func (s *Site) Next(view *audience.View, src Sources) (*Site, error) {
	next := newSite(view, src)
	next.outline = next.newOutline(s)
	if next.outline.same(s.outline) {
		next.pages = s.pages
		return next.open(), nil
	}
	var err error
	if next.pages, err = next.outline.lay(); err != nil {
		return nil, err
	}
	return next.open(), nil
}

func (s *Site) open() *Site {
	s.tree = s.pages.tree.With(func(path string, w io.Writer) error { return s.pages.write[path](s, w, nil) })
	return s
}

// Tree returns the pages, to be written when they are needed. The error of a
// page whose template fails is a *LayoutError.
func (s *Site) Tree() *output.Tree { return s.tree }

func newSite(view *audience.View, src Sources) *Site {
	s := &Site{view: view, src: src, info: view.Site(), latest: view.Latest(), cycle: view.Cycle(), periods: view.Periods()}
	if src.Local {
		s.info.BaseURL = ""
	}
	s.lang, _ = words.ParseLang(s.info.Language)
	s.words = newFrameWords(s.lang)
	s.names = make(map[Period]string, len(s.periods))
	for _, q := range s.periods {
		s.names[q] = s.lang.PeriodName(s.calendarPeriod(q))
	}
	s.metrics = newMetricWords(s.lang, view.Dictionary())
	if !s.info.AsOf.IsZero() {
		s.asOf = s.lang.Text("explain.as-of", s.info.AsOf.String())
	}
	s.nav = s.navigation()
	s.counts.reports, s.counts.comments = view.Counts()
	s.rails.of = s.newRail
	s.ranks.of = func(q Period) []audience.Rank { return view.Ranking(view.Root(), q) }
	s.themed.of = s.writersOn
	s.places.of = s.placing
	s.actions.of = s.findActions
	s.everyTurn.of = func(q Period) []audience.Turn { return view.Turns(view.Root(), q) }
	s.splits.of = func(x teamTarget) audience.Cascade { return view.Assigned(x.team, x.period, x.metric) }
	s.kept.of = s.keptTeam
	s.leads = sync.OnceValue(s.whoLeads)
	s.cases = sync.OnceValue(s.allCases)
	s.duties = sync.OnceValue(s.actionsByOwner)
	s.exports = sync.OnceValue(func() *export.Exporter { return export.New(view) })
	return s
}

// writtenPeriods returns the periods that reports or comments are for, in
// order.
func (s *Site) writtenPeriods() []Period {
	var list []Period
	for _, id := range s.view.Reviews() {
		if n := len(list); n > 0 && list[n-1] == id.Period {
			continue
		}
		if r, _ := s.view.Review(id.Period, id.Person); r.Report != nil || len(r.Comments) > 0 {
			list = append(list, id.Period)
		}
	}
	return list
}
