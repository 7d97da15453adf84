package site

import (
	"io"
	"strconv"

	"reviewfolio/internal/diag"
)

// Places returns where in the portfolio's files that comes from which stands on
// a page, by the ids of its elements: headings, comments, and explanations of
// figures; under "" is the file that the page is about. It is nil where there
// is no such page or it cannot be written, and takes as long as writing it.
func (s *Site) Places(path string) map[string][]diag.Pos {
	write, ok := s.pages.write[path]
	if !ok {
		return nil
	}
	from := origins{}
	if write(s, io.Discard, from) != nil {
		return nil
	}
	return from
}

// origins gathers the places while a page is written; nil gathers none.
type origins map[string][]diag.Pos

// note says where the element of this id comes from.
func (o origins) note(id string, from ...diag.Pos) {
	if o != nil {
		o[id] = append(o[id], from...)
	}
}

// noteFigure notes where the figure comes from whose explanation is the last on
// the page. Who binds it to a text comes first.
func (p *page) noteFigure(f Figure, bound ...diag.Pos) {
	if p.origins == nil {
		return
	}
	id := "t" + strconv.Itoa(p.tips)
	p.origins.note(id, bound...)
	for _, x := range p.view.StatedFor(f) {
		p.origins.note(id, x.Pos)
	}
}
