package source

import (
	"reflect"

	"reviewfolio/internal/model"
)

// An Archive reads texts that reports have had, by the terms of the settings as
// they are now. It is for one goroutine.
type Archive struct {
	lookup *lookup
	memory *memory
}

// NewArchive returns an Archive for the settings.
func NewArchive(s *model.Settings) *Archive {
	return &Archive{newLookup(termsOf(s)), newMemory()}
}

// Report returns what a text says as the report at this path, nil where its
// front matter cannot be read or the path is none of a report. Faults are not
// told: nobody can mend them any more, and what has them is left out. Links and
// images are not resolved. The text is not held.
func (a *Archive) Report(path string, text []byte) *model.Report {
	place, ok := placeOf(path)
	if !ok || place.kind != reportFile {
		return nil
	}
	return parseFile(place, text, a.lookup, a.memory).report
}

// SameTerms reports whether a text says the same by the settings a and b.
func SameTerms(a, b *model.Settings) bool {
	return a == b || reflect.DeepEqual(termsOf(a), termsOf(b))
}
