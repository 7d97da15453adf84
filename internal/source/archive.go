package source

import (
	"crypto/sha256"
	"reflect"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// An Archive reads texts that reports have had, by the terms of the settings as
// they are now. It is for one goroutine.
type Archive struct {
	lookup *lookup
	memory *memory
	path   string // of the report that is being read
}

// NewArchive returns an Archive for the settings.
func NewArchive(s *model.Settings) *Archive {
	a := &Archive{lookup: newLookup(termsOf(s)), memory: newMemory()}
	a.memory.kept = map[[sha256.Size]byte]model.Doc{}
	return a
}

// Open begins with a report: texts that are read next are its earlier ones.
// Where the prose of one is the one that the report has now, that is not read
// again and kept once; text is the whole file as the report was read from, or
// nil.
func (a *Archive) Open(r *model.Report, text []byte) {
	a.path = r.File
	clear(a.memory.kept)
	if text != nil {
		front := splitFront(a.memory, r.File, text, new(diag.List))
		a.memory.keep(text[front.body:], r.Body)
	}
}

// Report returns what a text says as the report that was opened, nil where its
// front matter cannot be read. Faults are not told: nobody can mend them any
// more, and what has them is left out. Links and images are not resolved, and
// places in the prose may be those of another text that has the same. The text
// is not held.
func (a *Archive) Report(text []byte) *model.Report {
	place, ok := placeOf(a.path)
	if !ok || place.kind != reportFile {
		return nil
	}
	return parseFile(place, text, a.lookup, a.memory).report
}

// keep notes what the bytes of a prose say, where that may be asked for.
func (m *memory) keep(prose []byte, doc model.Doc) {
	if m.kept != nil {
		m.kept[sha256.Sum256(prose)] = doc
	}
}

// known returns what the bytes of a prose were found to say before.
func (m *memory) known(prose []byte) (doc model.Doc, ok bool) {
	if m.kept == nil {
		return doc, false
	}
	doc, ok = m.kept[sha256.Sum256(prose)]
	return doc, ok
}

// SameTerms reports whether a text says the same by the settings a and b.
func SameTerms(a, b *model.Settings) bool {
	return a == b || reflect.DeepEqual(termsOf(a), termsOf(b))
}
