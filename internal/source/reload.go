package source

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A Reader reads a portfolio and, after edits, reads again only what they
// touch. What it makes is what Load makes of the same files, but for files that
// cannot be read any more. It is for one goroutine.
type Reader struct {
	fsys     fs.FS
	pending  []string // paths that are still to be looked at
	folder   *folder
	unset    *site   // what counts where there is no site.yaml
	site     *site   // what counts; nil before the first reading
	lookup   *lookup // of its terms
	assembly assembly
}

// A Reading is a portfolio as it was at one time. It is not changed after, and
// may be read while the Reader goes on. What is the same in the next one (a
// review with all that is in it, a person, a team, a page, the portfolio
// itself) is there by the same pointer.
type Reading struct {
	Portfolio *model.Portfolio
	Faults    diag.List // of the files as they are; unsorted

	// Stale names the files whose front matter, or text as a whole, cannot be
	// read as it is now. The portfolio holds what they said last, and Faults
	// what is wrong with them.
	Stale map[string]bool
}

// NewReader returns a Reader of the portfolio in fsys.
func NewReader(fsys fs.FS) *Reader {
	return &Reader{
		fsys: fsys, pending: []string{contentFolder}, folder: newFolder(nil), unset: parseSite(nil).site,
		assembly: assembly{fsys: fsys, last: &model.Portfolio{}},
	}
}

// Load reads all files, whatever was edited. The error is the machine's.
func (r *Reader) Load() (Reading, error) { return r.Reload([]string{contentFolder}) }

// Reload reads what lies at these paths, from the portfolio's root, and below
// them: they were written, have appeared or are gone. Everything else is as it
// was. Paths that do not matter do no harm. The first time it reads everything.
//
// The error is the machine's. What could not be read for it is read the next
// time, whether it is named then or not.
func (r *Reader) Reload(paths []string) (Reading, error) {
	r.pending = append(r.pending, paths...)
	if err := r.update(); err != nil {
		r.pending = slices.Compact(slices.Sorted(slices.Values(r.pending)))
		return Reading{}, fmt.Errorf("read the portfolio: %w", err)
	}
	r.pending = nil
	return r.reading(), nil
}

// update reads what is pending. After an error everything is as it was.
func (r *Reader) update() error {
	disk := nearer(r.fsys)
	defer disk.close()
	folder, touched, err := r.folder.relist(disk, r.pending)
	if err != nil {
		return err
	}
	ofSite, err := readAll(disk, only(touched, (*file).isSite), nil, false)
	if err != nil {
		return err
	}
	folder = folder.without(gone(ofSite))
	site, lookup := r.siteAfter(folder, ofSite), r.lookup
	// What site.yaml changes of the terms, it changes for every file.
	afresh := r.site == nil || site != r.site && !reflect.DeepEqual(termsOf(&site.settings), lookup.terms)
	if afresh {
		lookup, touched = newLookup(termsOf(&site.settings)), folder.list
	}
	ofTexts, err := readAll(disk, only(touched, (*file).isText), lookup, afresh)
	if err != nil {
		return err
	}
	r.folder, r.site, r.lookup = folder.without(gone(ofTexts)), site, lookup
	for _, f := range touched {
		f.measured = false
	}
	take(ofSite, true)
	take(ofTexts, !afresh)
	return nil
}

// siteAfter returns the site that counts once this was read of site.yaml.
func (r *Reader) siteAfter(f *folder, read []news) *site {
	file := f.file(sitePath)
	switch {
	case file == nil:
		return r.unset
	case len(read) > 0:
		return file.choose(read[0].said, true).site
	}
	return file.good.site
}

// take notes what was read. keep tells whether what a file said before may
// stand in for what cannot be read.
func take(read []news, keep bool) {
	for _, n := range read {
		if n.said != nil {
			n.file.take(n.said, n.sum, keep)
		}
	}
}

// gone returns the files that were there when they were listed and were not
// when they were to be read.
func gone(read []news) map[*file]bool {
	out := map[*file]bool{}
	for _, n := range read {
		if n.said == nil {
			out[n.file] = true
		}
	}
	return out
}

func only(files []*file, is func(*file) bool) []*file {
	return slices.DeleteFunc(slices.Clone(files), func(f *file) bool { return !is(f) })
}

// reading puts together what was read.
func (r *Reader) reading() Reading {
	out := Reading{Faults: slices.Clone(r.folder.faults), Stale: map[string]bool{}}
	for _, f := range r.folder.list {
		if f.troubled {
			out.Faults = append(out.Faults, f.said.faults...)
			if f.isStale() {
				out.Stale[f.place.path] = true
			}
		}
	}
	p, between := r.assembly.portfolio(r.folder, &r.site.settings)
	out.Portfolio = p
	for _, d := range between {
		if !out.Stale[d.Pos.File] { // else its lines are those of before
			out.Faults = append(out.Faults, d)
		}
	}
	out.Faults = slices.DeleteFunc(out.Faults, func(d diag.Diagnostic) bool { return r.site.muted[d.Code()] && d.Pos.File != sitePath })
	return out
}
