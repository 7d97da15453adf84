package source

import (
	"crypto/sha256"
	"image"
	"maps"
	"slices"

	"reviewfolio/internal/diag"
)

// A file is one file of content/ with everything that is kept of it from one
// reading to the next. What every reading looks at stands first.
type file struct {
	irregular bool // neither a file nor a folder, which is refused
	troubled  bool // said has faults, as all that is faulty or stale has
	measured  bool // size is that of the image as it is
	position  int32
	good      *parsed // what counts: said, or where its front matter has errors, what it said before
	join      join
	said      *parsed           // what its bytes say; nil of what is not read: images, attachments
	sum       [sha256.Size]byte // of the bytes
	place     place             // kind is 0 of what is not read

	// What other files take over from it.
	headings   *anchors // nil until one asks
	headingsOf *parsed  // what headings was made of
	size       image.Point
}

func (f *file) isSite() bool { return f.place.kind == siteFile }

// isText reports whether the file is to be read and is not site.yaml.
func (f *file) isText() bool { return f.place.kind != 0 && f.place.kind != siteFile }

// isStale reports whether the file cannot be read as it is now and what it said
// before stands in for it.
func (f *file) isStale() bool { return f.said != f.good }

// choose returns what counts once the file says this. keep tells whether what
// it said before may stand in.
func (f *file) choose(said *parsed, keep bool) *parsed {
	if keep && said.faulty && f.good != nil && !f.good.faulty {
		return f.good
	}
	return said
}

// take notes what the file says now.
func (f *file) take(said *parsed, sum [sha256.Size]byte, keep bool) {
	f.good = f.choose(said, keep)
	f.said, f.sum = said, sum
	f.troubled = len(said.faults) > 0
}

// A join is a file made whole by what others hold, with what it was made of.
type join struct {
	of     *parsed
	made   *parsed // of itself where it takes over nothing
	seen   []sight
	faults diag.List // of what others should have and have not
}

// A sight is what one file takes over from another.
type sight struct {
	file     *file       // nil where there is none
	headings *anchors    // nil where it has no prose
	size     image.Point // of an image; 0, 0 where its header does not tell
}

// Anchors are the ids of a document's headings by the names a link may use for
// them. They are another one only when they are others.
type anchors struct{ ids map[string]string }

// anchors returns those of the file's prose, nil where it has none.
func (f *file) anchors() *anchors {
	if f.good == nil || f.good.doc() == nil {
		return nil
	}
	if f.headingsOf != f.good {
		ids := anchorsOf(f.good.doc())
		if f.headings == nil || !maps.Equal(ids, f.headings.ids) {
			f.headings = &anchors{ids}
		}
		f.headingsOf = f.good
	}
	return f.headings
}

// names returns them as links write them, sorted.
func (a *anchors) names() []string { return slices.Sorted(maps.Keys(a.ids)) }
