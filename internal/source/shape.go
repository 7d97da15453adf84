package source

import (
	"maps"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A shape is what the paths of the files tell, with the two settings that say
// who else comments and when years begin. While it is the same, so is who is
// there and what belongs together.
type shape struct {
	folder   *folder
	outside  []model.Reviewer // who comment and have no file
	calendar model.Calendar

	texts  []*file // to be read, as a walk meets them
	staff  basis   // those of people and teams
	pages  []*file
	groups []group // by period, then person
	lanes  []lane
	now    []*parsed // what each of texts is joined to
	before []*parsed // what it was in the last portfolio; nil in the first

	people      map[string]*file // by id, readable or not
	teams       map[string]*file
	persons     []string // the ids, as a walk meets them
	teamNames   []string
	reviewers   []string        // who may comment
	known       map[string]bool // the same
	lost        map[string]bool // paths that files in wrong places were meant for
	lostReports []place         // those of reports
}

// A basis is the files that something is made of, by their places in texts.
type basis []int32

// changed reports whether one of the files is not what it was in the last
// portfolio.
func (x *shape) changed(b basis) bool {
	for _, i := range b {
		if x.now[i] != x.before[i] {
			return true
		}
	}
	return false
}

// A group is the files of one folder of reviews, with what was made of them.
type group struct {
	period model.Period
	person model.PersonID
	who    *file // of the person; nil where there is none
	report *file // nil where there is none
	files  []*file
	basis  basis // the files, and who

	review *model.Review // nil where the person cannot be read
	newest model.Date    // of what in it is no draft
	faults diag.List
}

// A lane is the reports of one person and of one length, in order: each answers
// the goals of the one before it.
type lane struct {
	who     *file
	reports []*file
	basis   basis // the reports, and who
	faults  diag.List
}

// shapeOf returns the shape of a folder: old, where that is still it.
func shapeOf(f *folder, s *model.Settings, old *shape) *shape {
	if old != nil && old.folder == f && old.calendar == s.Calendar && slices.Equal(old.outside, s.Reviewers) {
		return old
	}
	x := &shape{folder: f, outside: s.Reviewers, calendar: s.Calendar, people: map[string]*file{}, teams: map[string]*file{}}
	for _, file := range f.list {
		x.add(file)
	}
	x.now, x.before = make([]*parsed, len(x.texts)), make([]*parsed, len(x.texts))
	x.reviewers = slices.Clone(x.persons)
	for _, r := range s.Reviewers {
		x.reviewers = append(x.reviewers, string(r.ID))
	}
	x.known = make(map[string]bool, len(x.reviewers))
	for _, id := range x.reviewers {
		x.known[id] = true
	}
	x.groups = groupsOf(x.texts, x.people)
	x.lost = maps.Clone(f.unread)
	for i := range x.groups {
		x.stray(&x.groups[i])
	}
	for name := range x.lost {
		if p, ok := placeOf(name); ok && p.kind == reportFile {
			x.lostReports = append(x.lostReports, p)
		}
	}
	slices.SortStableFunc(x.groups, byPeriod(x.calendar))
	x.lanes = lanesOf(x.groups)
	return x
}

// add puts a file where it belongs.
func (x *shape) add(f *file) {
	if !f.isText() {
		return
	}
	f.position = int32(len(x.texts))
	x.texts = append(x.texts, f)
	switch f.place.kind {
	case personFile:
		x.people[f.place.id] = f
		x.persons = append(x.persons, f.place.id)
		x.staff = append(x.staff, f.position)
	case teamFile:
		x.teams[f.place.id] = f
		x.teamNames = append(x.teamNames, f.place.id)
		x.staff = append(x.staff, f.position)
	case pageFile:
		x.pages = append(x.pages, f)
	}
}

// groupsOf parts the files of reviews by their folders.
func groupsOf(texts []*file, people map[string]*file) []group {
	var groups []group
	for from := 0; from < len(texts); {
		first := texts[from].place
		if first.period.IsZero() {
			from++
			continue
		}
		g := group{period: first.period, person: first.person, who: people[string(first.person)]}
		to := from
		for ; to < len(texts) && texts[to].place.period == g.period && texts[to].place.person == g.person; to++ {
			if texts[to].place.kind == reportFile {
				g.report = texts[to]
			}
		}
		g.files = texts[from:to]
		g.basis = basisOf(g.files, g.who)
		groups = append(groups, g)
		from = to
	}
	return groups
}

// basisOf returns the basis of what is made of files, and of a person's where
// there is one.
func basisOf(files []*file, who *file) basis {
	b := make(basis, 0, len(files)+1)
	for _, f := range files {
		b = append(b, f.position)
	}
	if who != nil {
		b = append(b, who.position)
	}
	return b
}

// lanesOf lines up the reports of every person who is there.
func lanesOf(groups []group) []lane {
	type key struct {
		who    *file
		length model.Length
	}
	var lanes []lane
	found := map[key]int{}
	for _, g := range groups {
		if g.who == nil || g.report == nil {
			continue
		}
		k := key{g.who, g.period.Length}
		i, ok := found[k]
		if !ok {
			i = len(lanes)
			found[k] = i
			lanes = append(lanes, lane{who: g.who})
		}
		lanes[i].reports = append(lanes[i].reports, g.report)
	}
	for i := range lanes {
		lanes[i].basis = basisOf(lanes[i].reports, lanes[i].who)
	}
	return lanes
}

// stray notes that a report in the folder of somebody who is not there was
// meant for the person of a similar id who has none.
func (x *shape) stray(g *group) {
	if g.report == nil || g.who != nil {
		return
	}
	near, ok := diag.Nearest(string(g.person), x.persons)
	if meant := reportPath(g.period, near); ok && x.folder.file(meant) == nil {
		x.lost[meant] = true
	}
}

// lostBefore reports whether a report of the person and of an earlier period
// lies in a wrong place, which was told.
func (x *shape) lostBefore(r place) bool {
	return slices.ContainsFunc(x.lostReports, func(lost place) bool {
		return lost.person == r.person && x.calendar.Compare(lost.period, r.period) < 0
	})
}
