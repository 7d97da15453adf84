// Package source reads a portfolio's folder.
//
// In goes a file system whose content/ holds the files of the format; out come
// the model.Portfolio that they describe and every fault found in them, in one
// run. Front matter is described once, by tables from which both the reading
// and the JSON Schema for editors are made. Each file is parsed by itself, and
// what one file needs of another is looked up afterwards.
//
// It reads prose through package prose and then says what its sections are for
// and where its links lead. It computes no figure: targets, rollups, goals and
// bound figures are package analysis. It writes nothing.
package source

import (
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// Load reads the portfolio in fsys, drafts and all. The List holds every fault
// of every file, unsorted. With errors in it the portfolio holds what could be
// read, in a shape that can be computed on: one tree of teams, and no
// reference to a person or team that is not there. The error is the machine's.
func Load(fsys fs.FS) (*model.Portfolio, diag.List, error) {
	near := nearer(fsys)
	defer near.close()
	f, err := walk(near)
	if err != nil {
		return nil, nil, fmt.Errorf("read the portfolio: %w", err)
	}
	var site []byte
	if f.files[sitePath] {
		if site, err = readFile(fsys, sitePath, nil); err != nil {
			return nil, nil, fmt.Errorf("read the portfolio: %w", err)
		}
	}
	settings, muted, faults := parseSite(site)
	faults = append(faults, f.faults...)
	files, err := parseAll(near, f.places, newLookup(&settings))
	if err != nil {
		return nil, nil, fmt.Errorf("read the portfolio: %w", err)
	}
	a := assembly{fsys: fsys, folder: f, settings: settings, files: files, faults: faults}
	p := a.portfolio()
	a.faults = slices.DeleteFunc(a.faults, func(d diag.Diagnostic) bool { return muted[d.Code()] && d.Pos.File != sitePath })
	return p, a.faults, nil
}

// parseAll reads all files but site.yaml, on all processors. The result is in
// the order of the places.
func parseAll(fsys fs.FS, places []place, settings *lookup) ([]*parsed, error) {
	places = slices.DeleteFunc(slices.Clone(places), func(p place) bool { return p.kind == siteFile })
	files := make([]*parsed, len(places))
	errs := make([]error, len(places))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			m := newMemory()
			for i := next.Add(1) - 1; i < int64(len(places)); i = next.Add(1) - 1 {
				if m.file, errs[i] = readFile(fsys, places[i].path, m.file); errs[i] == nil {
					files[i] = parseFile(places[i], m.file, settings, m)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// readFile reads a file into the memory of into, but no more of it than tells
// that it is too large.
func readFile(fsys fs.FS, name string, into []byte) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	size := int(min(info.Size(), maxFile+1))
	src := slices.Grow(into[:0], size)[:size]
	n, err := io.ReadFull(f, src)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil // the file has become shorter since
	}
	return src[:n], err
}
