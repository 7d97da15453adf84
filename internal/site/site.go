// Package site turns a View into pages.
//
// In goes what one reader may see, the page templates and the files that lie
// beside the content; out comes a Tree of pages that are rendered when they
// are needed. What a page says is computed by package analysis and worded by
// package words; here it is only arranged. Nothing here reads a clock, and the
// same View gives the same bytes.
//
// A page is made of blocks. Go code writes the inside of a block (tables,
// drawings, prose); the templates in layouts/ place the blocks.
package site

import (
	"fmt"
	"io"
	"io/fs"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/output"
	"reviewfolio/internal/words"
)

// Sources is where templates and files come from.
type Sources struct {
	Portfolio fs.FS // the portfolio's root: content/, and layouts/ and assets/ that override
	Layouts   fs.FS // the built-in templates
	Assets    fs.FS // the built-in style sheets and scripts
}

// site is what all pages share. It is complete before the first page is
// written and is not changed after, so pages may be written side by side.
type site struct {
	view    *audience.View
	info    audience.Site
	lang    words.Lang
	words   frameWords
	names   map[Period]string // of the periods that have a page
	metrics map[MetricID]metricWords
	layouts layouts
	latest  Period   // of cycle length; zero where there is no report
	cycle   []Period // reported periods of cycle length, in order
	periods []Period // every period with a page, in order
	written []Period // those that reports or comments are for, in order
	rails   map[Period]rail
	nav     []navEntry
	counts  counts
}

// counts is what the foot of every page says of the portfolio.
type counts struct{ reports, comments int }

// Tree returns the site of the view.
func Tree(view *audience.View, src Sources) (*output.Tree, error) {
	s, err := newSite(view, src)
	if err != nil {
		return nil, err
	}
	tree := output.NewTree()
	add := &adder{site: s, tree: tree, files: map[string]string{}}
	for _, part := range []func(){
		add.teams, add.people, add.reviews, add.periodPages, add.themes,
		add.lists, add.otherPages, add.data, func() { add.assets(src) }, func() { add.attachments(src.Portfolio) },
	} {
		if part(); add.err != nil {
			return nil, add.err
		}
	}
	return tree, nil
}

func newSite(view *audience.View, src Sources) (*site, error) {
	s := &site{view: view, info: view.Site(), latest: view.Latest(), cycle: view.Cycle(), periods: view.Periods()}
	for _, id := range view.Reviews() {
		if n := len(s.written); n > 0 && s.written[n-1] == id.Period {
			continue
		}
		if r, _ := view.Review(id.Period, id.Person); r.Report != nil || len(r.Comments) > 0 {
			s.written = append(s.written, id.Period)
		}
	}
	s.lang, _ = words.ParseLang(s.info.Language)
	s.words = newFrameWords(s.lang)
	s.names = make(map[Period]string, len(s.periods))
	for _, q := range s.periods {
		s.names[q] = s.lang.PeriodName(s.calendarPeriod(q))
	}
	s.metrics = newMetricWords(s.lang, view.Dictionary())
	own, err := fs.Sub(src.Portfolio, "layouts")
	if err != nil {
		return nil, err
	}
	if s.layouts, err = parseLayouts(src.Layouts, own); err != nil {
		return nil, err
	}
	s.rails = map[Period]rail{}
	for _, p := range s.periods {
		s.rails[p] = s.newRail(p)
	}
	if s.latest.IsZero() {
		s.rails[s.latest] = s.newRail(s.latest)
	}
	s.nav = s.navigation()
	s.counts.reports, s.counts.comments = view.Counts()
	return s, nil
}

// adder puts pages into the tree and remembers the first error, which is one
// of the program or of two files that want one place.
type adder struct {
	*site
	tree  *output.Tree
	files map[string]string // path in the site -> path in the portfolio
	err   error
}

// page adds a page that write fills.
func (a *adder) page(at Address, write func(p *page, w io.Writer) error) {
	a.file(at.File(), func(w io.Writer) error { return write(a.newPage(at), w) })
}

func (a *adder) file(path string, render func(io.Writer) error) {
	if err := a.tree.Add(path, render); err != nil && a.err == nil {
		a.err = fmt.Errorf("page %s: %w", path, err)
	}
}
