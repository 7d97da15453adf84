// Package posting writes the figures of an import into a portfolio.
//
// In go the figures of package imports and the portfolio as it is; out comes a
// Plan: which figures change from what to what, and the new texts of reports,
// people and teams with just these values changed. Nothing is written before
// the whole plan is known to hold; then all of it is written, or nothing.
//
// What is stated already, however it is written, is left alone, so that a
// second import of the same files changes nothing. A metric, a part or a step
// that the import says nothing of stays, but for what splits an imported total:
// a part of an imported breakdown, and a stated step of an imported series,
// that the import no longer has becomes 0. Left as it was it would be counted
// twice, and the parts would no longer add up to the whole.
package posting

import (
	"io/fs"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
)

// Options are what an import may do.
type Options struct {
	Create bool // reports that do not exist yet
}

// A Plan is what an import changes.
type Plan struct {
	Changes []Change // by scope, id, period, part, then as the dictionary and the import order them
	Equal   int      // figures that are stated already
	Kept    []Kept   // by period, person, metric
	Files   []File   // by path
	Drifted int      // figures in prose that fitted the data, and no longer will

	// Faults are why nothing can be written, and as warnings what people should
	// know: a report that changes after it was shared, parts that no longer add
	// up to what else the file states.
	Faults diag.List
}

// A Change is a figure that the import states otherwise.
type Change struct {
	imports.Figure
	Old  model.Opt
	File string
	Gone bool // the import does not have it any more: Amount is 0
}

// Kept is a figure of a metric and a period that the import is about, of a
// person it has nothing for.
type Kept struct {
	Period model.Period
	Person model.PersonID
	Metric model.MetricID
}

// A File is a file with its new text.
type File struct {
	Path string
	Old  []byte // as it was when the plan was made; nil where the file is new
	New  []byte
}

// Make plans the import of figures into the portfolio in fsys. Of it is known
// what it holds with drafts counted, and its faults. The error is the
// machine's; that the plan cannot be carried out is told by its faults.
func Make(fsys fs.FS, k scaffold.Known, before diag.List, figures []imports.Figure, o Options) (*Plan, error) {
	d := &desk{Known: k, fsys: fsys, before: before, options: o, plan: &Plan{}, files: map[string]*file{}, absent: map[model.PersonID][]model.Period{}}
	if d.isMisled() {
		return d.plan, nil
	}
	for _, f := range figures {
		d.post(f)
	}
	d.clear(figures)
	d.keep(figures)
	d.tellAbsent()
	d.sort()
	if err := d.texts(); err != nil {
		return nil, err
	}
	if d.plan.Faults.HasErrors() || len(d.plan.Files) == 0 {
		d.plan.Faults.Sort()
		return d.plan, nil
	}
	if err := d.judge(); err != nil {
		return nil, err
	}
	d.plan.Faults.Sort()
	return d.plan, nil
}
