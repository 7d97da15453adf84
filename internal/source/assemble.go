package source

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// An assembly makes one portfolio of all files.
type assembly struct {
	fsys     fs.FS
	folder   *folder
	settings model.Settings
	files    []*parsed // by path
	faults   diag.List

	byPath    map[string]*parsed
	people    map[string]*parsed // files in people/, readable or not
	teams     map[string]*parsed
	reviewers []string        // who may comment
	known     map[string]bool // the same
	persons   []string
	teamNames []string
	anchors   map[string]map[string]string // of files that links lead into
	lost      map[string]bool              // paths that files in wrong places were meant for
	misplaced map[string]bool              // files of teams and people that are not where they belong
}

func (a *assembly) portfolio() *model.Portfolio {
	a.index()
	for _, f := range a.files {
		a.faults = append(a.faults, f.faults...)
		for _, n := range f.needs {
			a.check(n)
		}
	}
	teams := a.tree()
	people := a.staff()
	p := model.New(a.settings, teams, people, a.reviews(), a.pages())
	a.checkReviews(p)
	a.checkLogo()
	if p.Settings.AsOf.IsZero() {
		p.Settings.AsOf = newestDate(p)
	}
	p.Faulty, p.Misplaced = a.faulty(), a.misplaced
	return p
}

func (a *assembly) index() {
	a.byPath = make(map[string]*parsed, len(a.files))
	a.people, a.teams = map[string]*parsed{}, map[string]*parsed{}
	a.anchors, a.misplaced = map[string]map[string]string{}, map[string]bool{}
	for _, f := range a.files {
		a.byPath[f.place.path] = f
		switch f.place.kind {
		case personFile:
			a.people[f.place.id] = f
			a.persons = append(a.persons, f.place.id)
		case teamFile:
			a.teams[f.place.id] = f
			a.teamNames = append(a.teamNames, f.place.id)
		}
	}
	a.lost = maps.Clone(a.folder.unread)
	for _, f := range a.files {
		a.stray(f)
	}
	a.reviewers = slices.Clone(a.persons)
	for _, r := range a.settings.Reviewers {
		a.reviewers = append(a.reviewers, string(r.ID))
	}
	a.known = make(map[string]bool, len(a.reviewers))
	for _, id := range a.reviewers {
		a.known[id] = true
	}
}

// stray notes that a report in the folder of somebody who is not there was
// meant for the person of a similar id who has none.
func (a *assembly) stray(f *parsed) {
	if f.place.kind != reportFile || a.people[string(f.place.person)] != nil {
		return
	}
	near, ok := diag.Nearest(string(f.place.person), a.persons)
	if meant := reportPath(f.place.period, near); ok && a.byPath[meant] == nil {
		a.lost[meant] = true
	}
}

// faulty returns the files whose front matter has errors, and those that are
// in a wrong place by the path they should have.
func (a *assembly) faulty() map[string]bool {
	out := maps.Clone(a.lost)
	for _, f := range a.files {
		if f.faulty {
			out[f.place.path] = true
		}
	}
	for _, d := range a.faults {
		if d.Pos.File == sitePath && d.Severity == diag.Error {
			out[sitePath] = true
		}
	}
	return out
}

// doc returns the prose of a file, nil where it could not be read.
func (f *parsed) doc() *model.Doc {
	switch {
	case f.person != nil:
		return &f.person.Body
	case f.team != nil:
		return &f.team.Body
	case f.report != nil:
		return &f.report.Body
	case f.comment != nil:
		return &f.comment.Body
	case f.log != nil:
		return &f.log.Body
	case f.calibration != nil:
		return &f.calibration.Body
	case f.page != nil:
		return &f.page.Body
	}
	return nil
}

// staff returns the people by id. A reference that is not there, which was
// told, is left out.
func (a *assembly) staff() []*model.Person {
	var people []*model.Person
	for _, f := range a.files {
		if f.person == nil {
			continue
		}
		x := *f.person
		x.Body = a.relinked(f)
		if !a.hasPerson(x.Manager) {
			x.Manager = ""
		}
		x.Stints = slices.DeleteFunc(slices.Clone(x.Stints), func(s model.Stint) bool { return !a.hasTeam(s.Team) })
		if len(x.Stints) < len(f.person.Stints) {
			a.misplaced[x.File] = true
		}
		people = append(people, &x)
	}
	return people
}

func (a *assembly) pages() []*model.Page {
	var pages []*model.Page
	for _, f := range a.files {
		if f.page != nil {
			page := *f.page
			page.Body = a.relinked(f)
			pages = append(pages, &page)
		}
	}
	return pages
}

// checkLogo tells of a logo that is no file of assets/.
func (a *assembly) checkLogo() {
	logo := a.settings.Look.Logo
	if logo == "" {
		return
	}
	name := path.Join("assets", logo)
	if !strings.HasPrefix(name, "assets/") || !slices.Contains(imageFiles, strings.ToLower(path.Ext(name))) {
		a.faults.Error(a.settings.Look.Pos, "broken-image", logo)
		return
	}
	if info, err := fs.Stat(a.fsys, name); err != nil || !info.Mode().IsRegular() {
		a.faults.Error(a.settings.Look.Pos, "broken-image.logo", logo)
	}
}

// newestDate is the latest date of a report or comment that is not a draft.
func newestDate(p *model.Portfolio) model.Date {
	var newest model.Date
	for _, r := range p.WithoutDrafts().Reviews {
		if r.Report != nil && r.Report.Date.After(newest) {
			newest = r.Report.Date
		}
		for _, c := range r.Comments {
			if c.Date.After(newest) {
				newest = c.Date
			}
		}
	}
	return newest
}

// byPeriod orders reviews by period, then person.
func byPeriod(c model.Calendar) func(x, y *model.Review) int {
	return func(x, y *model.Review) int {
		return cmp.Or(c.Compare(x.Period, y.Period), cmp.Compare(x.Person, y.Person))
	}
}
