// Package prose turns the Markdown of one file into a model.Doc: sections of
// HTML that is safe to place on a page, with typed references where a figure, a
// link, an image or an action stands.
//
// In goes the whole file as it lies on disk and where its body begins; out come
// the Doc and the faults, each at its line and column. The dialect is
// CommonMark with tables, ~~deletions~~, bare addresses, task lists and
// footnotes, with what Chinese needs of it: bold beside Chinese punctuation,
// line breaks that leave no space, a tilde that means "to". Raw HTML is dropped
// with a warning; an HTML comment is a note to the writer and leaves no trace.
// No attribute of the HTML is a writer's: no style, no class, no address that
// is not on the list of schemes. Its classes are tw for the frame of a table, n
// and c for cells set right and centred, task for the item of an action and
// notes for the footnotes.
//
// It parses syntax only. It looks up no file, person or metric (package source
// does), computes no figure (package analysis) and writes no address (package
// site): addresses depend on the page, and figures on the reader.
package prose

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// Parse reads the Markdown of src from byte offset start on; what is before is
// front matter, and lines count from the file's top. A byte order mark and CRLF
// line ends change nothing but the offsets. prefix stands before every anchor
// and footnote id, so that several docs can share a page. themes are those that
// a heading of level 2 may name by its id, {#data}; several headings may name
// one. A file that has no themes goes without.
func Parse(file string, src []byte, start int, prefix string, themes map[string]model.ThemeID) (model.Doc, diag.List) {
	return parseAs(markdown, file, src, start, prefix, themes)
}

func parseAs(dialect parser.Parser, file string, src []byte, start int, prefix string, themes map[string]model.ThemeID) (model.Doc, diag.List) {
	w := writers.Get().(*writer)
	w.open(file, src, start)
	w.prefix, w.themes = prefix, themes
	w.limit()
	pc := parser.NewContext()
	root := dialect.Parse(text.NewReader(w.text), parser.WithContext(pc))
	for _, at := range overlong(pc) {
		w.faults.Error(w.pos(at), "paragraph-too-long", maxBlock/1024, maxMarks)
	}
	w.document(root)
	doc, faults := w.doc(), w.faults
	w.reset()
	writers.Put(w)
	return doc, faults
}
