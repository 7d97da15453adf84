package site

import (
	"bytes"
	"html"
	"io"
	"maps"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
)

// Places returns where in the portfolio's files that comes from which stands on
// a page, by the ids of its elements: headings, comments, blocks, quotes, and
// explanations of figures, each with the most telling place first; under "" are
// the files that the page is about. It is nil where there is no such page or it
// cannot be written.
//
// The page is written once more for it, so that pages pay nothing and are the
// same bytes.
func (s *Site) Places(path string) map[string][]diag.Pos {
	from := origins{}
	noting := s.tree.With(func(path string, w io.Writer) error { return s.pages.write[path](s, w, from) })
	var written bytes.Buffer
	if noting.Render(path, &written) != nil {
		return nil
	}
	there := idsIn(written.Bytes())
	maps.DeleteFunc(from, func(id string, _ []diag.Pos) bool { return id != "" && !there[id] })
	return from
}

// idsIn returns the ids of a page's elements. What is noted of others does not
// stand there: a block with nothing to show, or one whose id a heading has.
func idsIn(page []byte) map[string]bool {
	ids := map[string]bool{}
	mark := []byte(` id="`)
	for at := bytes.Index(page, mark); at >= 0; at = bytes.Index(page, mark) {
		page = page[at+len(mark):]
		id, _, _ := bytes.Cut(page, []byte(`"`))
		ids[html.UnescapeString(string(id))] = true
	}
	return ids
}

// mostPlaces is how many places of one element are told; more would not be read.
const mostPlaces = 24

// origins gathers the places while a page is written; nil gathers none.
type origins map[string][]diag.Pos

// note says where the element of this id comes from, a line once. What is noted
// first stays: a block gives up its id to a heading that has it.
func (o origins) note(id string, from ...diag.Pos) {
	if _, known := o[id]; o == nil || known {
		return
	}
	var list []diag.Pos
	for _, at := range from {
		if len(list) < mostPlaces && !slices.ContainsFunc(list, func(x diag.Pos) bool { return x.File == at.File && x.Line == at.Line }) {
			list = append(list, at)
		}
	}
	if len(list) > 0 {
		o[id] = list
	}
}

// noteSections notes the headings of sections that are quoted under the id.
func (o origins) noteSections(id string, sections ...*Section) {
	if o != nil {
		o.note(id, headings(sections)...)
	}
}

func headings(sections []*Section) []diag.Pos {
	var list []diag.Pos
	for _, s := range sections {
		list = append(list, s.Pos)
	}
	return list
}

// notePromises notes a list of promises: where each was made, and what was said
// of how it came out.
func (o origins) notePromises(id string, list []audience.Promise) {
	if o == nil {
		return
	}
	var places []diag.Pos
	for i := range list {
		places = append(places, list[i].Goal.Pos)
		if outcome := list[i].Outcome; outcome != nil {
			places = append(places, outcome.Pos)
		}
	}
	o.note(id, places...)
}

// noteActions notes a list of actions, each where it was last seen.
func (p *page) noteActions(id string, list []audience.TrackedAction) {
	if p.origins == nil {
		return
	}
	var places []diag.Pos
	for i := range list[:min(len(list), mostPlaces)] {
		places = append(places, p.actionPlaces(&list[i].Last)...)
	}
	p.origins.note(id, places...)
}

// actionPlaces returns where the action of this place stands, if that is to be
// seen.
func (s *Site) actionPlaces(at *audience.Place) []diag.Pos {
	r, _ := s.view.Review(at.Period, at.Person)
	var d *Doc
	switch {
	case at.Kind == audience.InReport && r.Report != nil:
		d = &r.Report.Body
	case at.Kind == audience.InLog && r.Log != nil:
		d = &r.Log.Body
	case at.Kind == audience.InCalibration && r.Calibration != nil:
		d = &r.Calibration.Body
	case at.Kind == audience.InComment:
		if c := commentBy(&r, at.Reviewer); c != nil {
			d = &c.Body
		}
	}
	if d == nil || at.Index >= len(d.Actions) {
		return nil
	}
	return []diag.Pos{d.Actions[at.Index].Pos}
}

// commentBy returns the reviewer's comment, nil where there is none to be seen.
func commentBy(r *audience.Review, reviewer PersonID) *audience.Comment {
	for i := range r.Comments {
		if r.Comments[i].Reviewer == reviewer {
			return &r.Comments[i]
		}
	}
	return nil
}
