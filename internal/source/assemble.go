package source

import (
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// An assembly makes one portfolio of all files. It keeps what it made, and
// makes the next one of that: every part notes what it was made of and is made
// again only where one of these is another one. Nothing of a portfolio is
// changed after it was handed out.
type assembly struct {
	fsys     fs.FS
	settings *model.Settings
	*shape
	crew crew
	last *model.Portfolio
}

// portfolio puts together what is in the folder. Faults are what files have
// against each other; what a file has by itself is not among them.
func (a *assembly) portfolio(f *folder, settings *model.Settings) (p *model.Portfolio, faults diag.List) {
	old := a.shape
	a.settings, a.shape = settings, shapeOf(f, settings, old)
	for i, f := range a.texts {
		a.join(f, a.shape != old)
		a.now[i] = f.join.made
		faults = append(faults, f.join.faults...)
	}
	if a.shape != old || a.changed(a.staff) {
		a.crew = a.enlist()
	}
	faults = append(faults, a.crew.faults...)
	for i := range a.groups {
		g := &a.groups[i]
		if a.changed(g.basis) {
			a.gather(g)
		}
		faults = append(faults, g.faults...)
	}
	for i := range a.lanes {
		l := &a.lanes[i]
		if a.changed(l.basis) {
			a.checkLane(l)
		}
		faults = append(faults, l.faults...)
	}
	copy(a.before, a.now)
	logo := a.checkLogo()
	a.last = a.put(len(logo) > 0)
	return a.last, append(faults, logo...)
}

// join makes a file whole. afresh tells that other paths are there than before,
// or other people.
func (a *assembly) join(f *file, afresh bool) {
	j := &f.join
	same := func(s sight) bool { return a.sightOf(s.file) == s }
	if j.of == f.good && !afresh && !slices.ContainsFunc(j.seen, func(s sight) bool { return !same(s) }) {
		return
	}
	made, seen := a.joined(f.good)
	if j.of != f.good || !slices.Equal(seen, j.seen) {
		j.of, j.seen, j.made = f.good, seen, made
	}
	j.faults = nil
	for _, n := range f.good.needs {
		a.check(n, &j.faults)
	}
}

// put returns the portfolio of what was made, which is the last one where that
// is the same.
func (a *assembly) put(badLogo bool) *model.Portfolio {
	settings := *a.settings
	reviews := make([]*model.Review, 0, len(a.groups))
	var newest model.Date
	for i := range a.groups {
		g := &a.groups[i]
		if g.review == nil {
			continue
		}
		reviews = append(reviews, g.review)
		if g.newest.After(newest) {
			newest = g.newest
		}
	}
	if settings.AsOf.IsZero() {
		settings.AsOf = newest
	}
	var pages []*model.Page
	for _, f := range a.pages {
		if page := f.join.made.page; page != nil {
			pages = append(pages, page)
		}
	}
	p := a.last.With(settings, a.crew.teams, a.crew.people, reviews, pages)
	p.Faulty, p.Misplaced = a.faulty(badLogo), a.crew.misplaced
	if isSame(p, a.last) {
		return a.last
	}
	return p
}

func isSame(p, q *model.Portfolio) bool {
	return slices.Equal(p.Reviews, q.Reviews) && slices.Equal(p.People, q.People) && slices.Equal(p.Teams, q.Teams) &&
		slices.Equal(p.Pages, q.Pages) && maps.Equal(p.Faulty, q.Faulty) && maps.Equal(p.Misplaced, q.Misplaced) &&
		reflect.DeepEqual(p.Settings, q.Settings)
}

// faulty returns the files whose front matter has errors, and those that are
// in a wrong place by the path they should have.
func (a *assembly) faulty(badLogo bool) map[string]bool {
	out := maps.Clone(a.lost)
	for _, f := range a.folder.list {
		if f.troubled && f.good.faulty {
			out[f.place.path] = true
		}
	}
	if badLogo {
		out[sitePath] = true
	}
	return out
}

// checkLogo tells of a logo that is no file of assets/.
func (a *assembly) checkLogo() (faults diag.List) {
	logo := a.settings.Look.Logo
	if logo == "" {
		return nil
	}
	name := path.Join("assets", logo)
	if !strings.HasPrefix(name, "assets/") || !slices.Contains(imageFiles, strings.ToLower(path.Ext(name))) {
		faults.Error(a.settings.Look.Pos, "broken-image", logo)
		return faults
	}
	if info, err := fs.Stat(a.fsys, name); err != nil || !info.Mode().IsRegular() {
		faults.Error(a.settings.Look.Pos, "broken-image.logo", logo)
	}
	return faults
}
