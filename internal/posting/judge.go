package posting

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/source"
)

// judge reads the portfolio as it will be and tells what is wrong with it that
// was not before. Only what a file states can stop an import: that prose no
// longer fits the figures it speaks of is what they are imported for.
func (d *desk) judge() error {
	portfolio, faults, err := source.Load(d.plan.After(d.fsys))
	if err != nil {
		return err
	}
	known := map[string]int{}
	for _, f := range d.before {
		known[nameOf(f)]++
	}
	isNew := func(f diag.Diagnostic) bool {
		name := nameOf(f)
		known[name]--
		return known[name] < 0 && f.Severity != diag.Note
	}
	for _, f := range faults {
		if isNew(f) {
			d.plan.Faults = append(d.plan.Faults, f)
		}
	}
	_, more := analysis.Run(portfolio)
	for _, f := range more {
		switch {
		case !isNew(f):
		case f.Code() == "figure-drift":
			d.plan.Drifted++
		case f.Severity == diag.Error || ofFigures[f.Code()]:
			f.Severity = diag.Warning
			d.plan.Faults = append(d.plan.Faults, f)
		}
	}
	return nil
}

// ofFigures are the warnings that say that figures do not go together. What
// others find wanting, an explanation for instance, people write after an import.
var ofFigures = map[string]bool{"target-changed": true, "double-count": true, "restated": true}

// After returns the portfolio in fsys as it will be.
func (p *Plan) After(fsys fs.FS) fs.FS { return newOverlay(fsys, p.Files) }

// nameOf is the same for the same fault, whatever lines it stands in.
func nameOf(d diag.Diagnostic) string {
	return fmt.Sprint(d.Pos.File, "\x00", d.Message.Key, "\x00", d.Message.Args)
}

// An overlay is a file system with some files as they will be.
type overlay struct {
	fs.FS
	files map[string][]byte
	added map[string][]fs.DirEntry // by folder: what is not there yet
}

func newOverlay(fsys fs.FS, files []File) *overlay {
	o := &overlay{fsys, map[string][]byte{}, map[string][]fs.DirEntry{}}
	for _, f := range files {
		o.files[f.Path] = f.New
		if f.Old != nil {
			continue
		}
		o.add(f.Path, info{path.Base(f.Path), int64(len(f.New)), 0})
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			if _, err := fs.Stat(fsys, dir); err == nil {
				break
			}
			o.add(dir, info{path.Base(dir), 0, fs.ModeDir})
		}
	}
	return o
}

func (o *overlay) add(name string, x info) {
	dir := path.Dir(name)
	if !slices.ContainsFunc(o.added[dir], func(d fs.DirEntry) bool { return d.Name() == x.Name() }) {
		o.added[dir] = append(o.added[dir], fs.FileInfoToDirEntry(x))
	}
}

// Open implements fs.FS. Nobody gets a folder of the disk, who would then read
// the files below it as they are.
func (o *overlay) Open(name string) (fs.File, error) {
	if text, ok := o.files[name]; ok {
		return &opened{info{path.Base(name), int64(len(text)), 0}, bytes.NewReader(text)}, nil
	}
	f, err := o.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return struct{ fs.File }{f}, nil
}

// ReadDir implements fs.ReadDirFS.
func (o *overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	added := o.added[name]
	if added == nil {
		return entries, err
	}
	if err != nil {
		entries = nil // it will be made
	}
	entries = append(slices.Clone(entries), added...)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// An opened file is one of the overlay's own.
type opened struct {
	info
	*bytes.Reader
}

func (f *opened) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *opened) Close() error               { return nil }
func (f *opened) Size() int64                { return f.info.size }

// info describes a file or folder of the overlay.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode | 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
