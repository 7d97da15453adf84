package posting

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/edit"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
)

// A desk is where a plan is made.
type desk struct {
	scaffold.Known
	fsys    fs.FS
	before  diag.List
	options Options
	plan    *Plan
	files   map[string]*file // by path; those with changes, and those that cannot have any
	absent  map[model.PersonID][]model.Period
}

// A file is a file with the values that are to be set in it.
type file struct {
	settings []edit.Setting
	refused  bool
	report   *model.Report // that is there
	person   *model.Person // of a report
	period   model.Period
}

// post puts a figure into its file, unless it stands there.
func (d *desk) post(f imports.Figure) {
	if f.Part == imports.Breakdown {
		f.Metric = d.breakdown(f.Breakdown).Of
	}
	name, ok := d.fileOf(f)
	if !ok {
		return
	}
	old := d.stated(f)
	if old == model.Of(f.Amount) {
		d.plan.Equal++
		return
	}
	d.change(Change{Figure: f, Old: old, File: name})
}

func (d *desk) change(c Change) {
	d.plan.Changes = append(d.plan.Changes, c)
	f := d.files[c.File]
	f.settings = append(f.settings, d.setting(c))
}

// fileOf returns the file that states the figure. ok is false where it cannot
// be changed, which is told once.
func (d *desk) fileOf(f imports.Figure) (name string, ok bool) {
	switch {
	case f.Scope == imports.Team:
		if t := d.Team(model.TeamID(f.ID)); t != nil {
			return t.File, d.open(t.File)
		}
	case f.Part == imports.Target:
		if x := d.Person(model.PersonID(f.ID)); x != nil {
			return x.File, d.open(x.File)
		}
	default:
		return d.report(f)
	}
	return "", false // package imports knows who is there
}

// report returns the report that states the figure, one to be made where there
// is none.
func (d *desk) report(f imports.Figure) (name string, ok bool) {
	id := model.PersonID(f.ID)
	if r := d.Review(f.Period, id); r != nil && r.Report != nil {
		ok = d.open(r.Report.File)
		at := d.files[r.Report.File]
		at.report, at.person, at.period = r.Report, d.Person(id), f.Period
		return r.Report.File, ok
	}
	name = "content/reviews/" + f.Period.String() + "/" + f.ID + "/report.md"
	if known := d.files[name]; known != nil {
		return name, !known.refused
	}
	person := d.Person(id)
	at := &file{person: person, period: f.Period}
	d.files[name] = at
	_, err := fs.Stat(d.fsys, name)
	_, belongs := person.TeamIn(d.Settings.Calendar, f.Period)
	switch {
	case err == nil:
		d.unreadable(name, at)
	case !d.options.Create:
		d.absent[id] = append(d.absent[id], f.Period)
		at.refused = true
	case !belongs:
		d.plan.Faults.Error(diag.Whole(name), "outside-stint", f.ID, f.Period.String()).WithHint("hint-stint", person.File)
		at.refused = true
	}
	return name, !at.refused
}

// open notes that a file that is there is to be changed; a file with faults is
// not.
func (d *desk) open(name string) bool {
	f := d.files[name]
	if f == nil {
		f = &file{}
		d.files[name] = f
		if d.Faulty[name] {
			d.unreadable(name, f)
		}
	}
	return !f.refused
}

// unreadable tells that a file has to be mended first.
func (d *desk) unreadable(name string, f *file) {
	f.refused = true
	d.plan.Faults.Error(diag.Whole(name), "posting-faulty")
	for _, fault := range d.before {
		if fault.Pos.File == name && fault.Severity == diag.Error {
			d.plan.Faults = append(d.plan.Faults, fault)
		}
	}
}

// isMisled reports whether the settings have errors, which is told: metrics,
// units and periods would not be what people mean.
func (d *desk) isMisled() bool {
	const settings = "content/site.yaml"
	if !slices.ContainsFunc(d.before, func(f diag.Diagnostic) bool { return f.Pos.File == settings && f.Severity == diag.Error }) {
		return false
	}
	d.unreadable(settings, &file{})
	return true
}

// tellAbsent tells whose reports are missing, each person once.
func (d *desk) tellAbsent() {
	for id, periods := range d.absent {
		slices.SortFunc(periods, d.Settings.Calendar.Compare)
		var names []string
		for _, p := range periods {
			names = append(names, p.String())
		}
		at := diag.Whole("content/reviews/" + names[0] + "/" + string(id) + "/report.md")
		d.plan.Faults.Error(at, "posting-no-report", d.Person(id).Name, strings.Join(names, ", ")).WithHint("hint-posting-create")
	}
}

// sort puts the changes into the order of the plan.
func (d *desk) sort() {
	place := func(f *imports.Figure) int {
		if f.Part == imports.Breakdown {
			return d.breakdown(f.Breakdown).Order
		}
		return d.Metric(f.Metric).Order
	}
	slices.SortStableFunc(d.plan.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.ID, b.ID), d.Settings.Calendar.Compare(a.Period, b.Period),
			cmp.Compare(a.Part, b.Part), cmp.Compare(place(&a.Figure), place(&b.Figure)), d.compareSteps(a.Step, b.Step))
	})
}

func (d *desk) compareSteps(a, b model.Period) int {
	if a.IsZero() || b.IsZero() {
		return 0
	}
	return d.Settings.Calendar.Compare(a, b)
}

// breakdown returns the breakdown, which package imports knows to be there.
func (d *desk) breakdown(id model.BreakdownID) *model.Breakdown {
	for i := range d.Settings.Breakdowns {
		if b := &d.Settings.Breakdowns[i]; b.ID == id {
			return b
		}
	}
	return &model.Breakdown{}
}
