// Package source reads a portfolio's folder, and after edits only what they
// touch.
//
// In goes a file system whose content/ holds the files of the format; out come
// the model.Portfolio that they describe and every fault found in them, in one
// run. Front matter is described once, by tables from which both the reading
// and the JSON Schema for editors are made. Each file is parsed by itself
// (parsed), and what one file needs of another is looked up afterwards
// (assembly). A Reader keeps both, so that an edit costs no more than what
// hangs on the file.
//
// It reads prose through package prose and then says what its sections are for
// and where its links lead. It computes no figure: targets, rollups, goals and
// bound figures are package analysis. It writes nothing, and notices no edits:
// a Reader is told of them.
package source

import (
	"crypto/sha256"
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
	r, err := NewReader(fsys).Load()
	return r.Portfolio, r.Faults, err
}

// News is what a file was found to hold.
type news struct {
	file *file
	sum  [sha256.Size]byte
	said *parsed // nil where the file is gone
}

// readAll reads files on all processors. A file whose bytes are those of before
// says what it said then, unless it is read afresh. The result is in the order
// of the files; the error is the machine's.
func readAll(fsys fs.FS, files []*file, settings *lookup, afresh bool) ([]news, error) {
	list := make([]news, len(files))
	errs := make([]error, len(files))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		group.Go(func() {
			m := newMemory()
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				list[i], errs[i] = readNews(fsys, files[i], settings, afresh, m)
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func readNews(fsys fs.FS, f *file, settings *lookup, afresh bool, m *memory) (news, error) {
	src, err := readFile(fsys, f.place.path, m.file)
	if err != nil {
		return news{file: f}, unlessGone(err)
	}
	m.file = src
	n := news{file: f, sum: sha256.Sum256(src), said: f.said}
	if f.said == nil || afresh || n.sum != f.sum {
		n.said = parseFile(f.place, src, settings, m)
		if r := n.said.report; r != nil {
			r.Sum = n.sum
		}
	}
	return n, nil
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
