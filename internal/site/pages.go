package site

import (
	"fmt"
	"io"

	"reviewfolio/internal/chart"
	"reviewfolio/internal/export"
	"reviewfolio/internal/output"
)

// pages is every file of a site and how it is written, which is a function of
// the site: all sites of one outline share it.
type pages struct {
	write map[string]writer
	tree  *output.Tree // the same paths, checked
}

// A writer writes a file of a site, and notes where what stands in it comes
// from.
type writer func(*Site, io.Writer, origins) error

// adder fills pages and remembers the first error, which is one of the program
// or of two files that want one place.
type adder struct {
	*outline
	to  *pages
	err error
}

// lay returns the files of an outline.
func (o *outline) lay() (*pages, error) {
	a := &adder{outline: o, to: &pages{write: map[string]writer{}, tree: output.NewTree()}}
	for _, part := range []func(){a.teamPages, a.personPages, a.reviewPages, a.periodPages, a.themePages, a.lists, a.otherPages, a.otherFiles} {
		if part(); a.err != nil {
			return nil, a.err
		}
	}
	return a.to, nil
}

func (a *adder) page(at Address, write func(p *page, w io.Writer) error) {
	a.add(at.File(), func(s *Site, w io.Writer, from origins) error {
		p := s.newPage(at)
		p.origins = from
		return write(p, w)
	})
}

// list adds the pages that a long list goes over.
func (a *adder) list(at Address, parts int, write func(p *page, w io.Writer, part int) error) {
	for part := 1; part <= parts; part++ {
		a.page(at.Part(part), func(p *page, w io.Writer) error { return write(p, w, part) })
	}
}

// file adds what is no page.
func (a *adder) file(path string, write func(*Site, io.Writer) error) {
	a.add(path, func(s *Site, w io.Writer, _ origins) error { return write(s, w) })
}

func (a *adder) add(path string, write writer) {
	if err := a.to.tree.Add(path, nil); err != nil && a.err == nil {
		a.err = fmt.Errorf("page %s: %w", path, err)
	}
	a.to.write[path] = write
}

func (a *adder) teamPages() {
	if len(a.teams) == 0 {
		return
	}
	root := a.teams[0]
	a.page(home, func(p *page, w io.Writer) error { return p.writeTeam(w, root, p.latest) })
	for _, id := range a.teams {
		a.page(teamAddress(id), func(p *page, w io.Writer) error { return p.writeTeam(w, id, p.latest) })
		for _, q := range a.periods {
			a.page(teamPeriodAddress(id, q), func(p *page, w io.Writer) error { return p.writeTeam(w, id, q) })
		}
	}
}

func (a *adder) personPages() {
	for i, id := range a.people {
		a.list(personAddress(id), a.history[i], func(p *page, w io.Writer, part int) error { return p.writePerson(w, id, part) })
	}
}

func (a *adder) reviewPages() {
	for _, id := range a.reviews {
		a.page(reviewAddress(id.Period, id.Person), func(p *page, w io.Writer) error { return p.writeReview(w, id) })
	}
	for _, id := range a.changed {
		a.page(changesAddress(id.Period, id.Person), func(p *page, w io.Writer) error { return p.writeChanges(w, id) })
	}
}

func (a *adder) periodPages() {
	if len(a.teams) == 0 {
		return
	}
	for i, q := range a.periods {
		if a.calibrated(q) {
			a.page(calibrationAddress(q), func(p *page, w io.Writer) error { return p.writeCalibration(w, q) })
		}
		a.list(periodAddress(q), a.ranked[i], func(p *page, w io.Writer, part int) error { return p.writePeriod(w, q, part) })
	}
}

func (a *adder) themePages() {
	for i, q := range a.written {
		for t, id := range a.themes {
			of := a.sections[i*len(a.themes)+t]
			a.list(themeAddress(id, q), of, func(p *page, w io.Writer, part int) error { return p.writeTheme(w, t, q, part) })
		}
	}
}

func (a *adder) lists() {
	a.list(casesAddress, a.cases, (*page).writeCases)
	a.list(actionsAddress, a.actions, (*page).writeActions)
	a.page(metricsAddress, (*page).writeMetrics)
}

func (a *adder) otherPages() {
	for i, id := range a.others {
		a.page(pageAddress(id), func(p *page, w io.Writer) error { return p.writeOther(w, i) })
	}
}

// dataFiles adds the figures for other programs. A workbook is made when
// somebody asks for it.
func (a *adder) dataFiles() {
	paths := []string{export.MetricsFile, export.FiguresFile, export.BreakdownsFile, export.DictionaryFile}
	if len(a.periods) > 0 {
		for _, id := range a.teams {
			paths = append(paths, export.WorkbookFile(id, a.teams[0]))
		}
	}
	for _, path := range paths {
		a.file(path, func(s *Site, w io.Writer) error {
			_, err := s.exports().Write(w, path, export.Choice{})
			return err
		})
	}
}

// otherFiles adds what is no page: the figures, assets and attachments.
func (a *adder) otherFiles() {
	a.dataFiles()
	own := map[string]bool{}
	for _, name := range a.assets {
		own[name] = true
		a.file("assets/"+name, func(s *Site, w io.Writer) error { return copyFile(w, s.src.Assets.from[name], name) })
	}
	if !own["chart-options.js"] {
		a.file("assets/chart-options.js", func(_ *Site, w io.Writer) error {
			_, err := w.Write(chart.Options())
			return err
		})
	}
	if a.accent {
		a.file("assets/look.css", func(s *Site, w io.Writer) error {
			_, err := fmt.Fprintf(w, lookCSS, s.info.Accent)
			return err
		})
	}
	for _, x := range a.outline.files {
		a.file(x.path, func(s *Site, w io.Writer) error { return copyFile(w, s.src.Portfolio, x.file) })
	}
}
