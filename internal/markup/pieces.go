package markup

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strconv"
)

// Pieces holds the finished pieces of one page while its template runs. The
// template is handed a mark for each, so that the pieces, which are nearly all
// of a page, go from where they were built to the page without being copied
// through the template engine. The zero value is ready to use.
//
// A mark is a number between two NULs. Nothing else brings a NUL to where marks
// are looked for: it is no character of HTML, html/template replaces it as Text
// does, and layouts are read without it.
type Pieces struct{ list [][]byte }

var nul = []byte{0}

// Place finishes a piece and returns its mark; "" of an empty one. h is empty
// after.
func (p *Pieces) Place(h *HTML) template.HTML {
	if len(h.b) == 0 {
		h.release()
		return ""
	}
	mark := append(make([]byte, 0, 24), 0)
	mark = strconv.AppendInt(mark, int64(len(p.list)), 10)
	p.list = append(p.list, h.b)
	h.b = nil
	return template.HTML(append(mark, 0))
}

// Fill runs the template and writes to w what it writes, with the pieces where
// their marks are. It is called once: after it the marks mean nothing.
func (p *Pieces) Fill(w io.Writer, run func(io.Writer) error) error {
	page := new(HTML)
	page.start()
	defer func() {
		page.release()
		for _, b := range p.list {
			(&HTML{b}).release()
		}
		p.list = nil
	}()
	if err := run(page); err != nil {
		return err
	}
	inMark := false
	for part := range bytes.SplitSeq(page.b, nul) {
		if inMark {
			n, err := strconv.Atoi(string(part))
			if err != nil || n < 0 || n >= len(p.list) {
				return fmt.Errorf("a piece of the page was cut: %q", part)
			}
			part = p.list[n]
		}
		inMark = !inMark
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
