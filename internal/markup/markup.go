// Package markup builds HTML that is safe by how it is built: what the program
// writes is a constant, what people write is escaped.
//
// In go constants and texts, out come bytes for a page. It knows no elements
// and checks no nesting; that pages are valid is tested on the pages.
package markup

import (
	"html/template"
	"math"
	"strconv"
	"sync"
)

// Constant is markup that stands in the program's source. Only constants
// become one without a conversion, and a test holds that nobody converts.
type Constant string

// HTML is a piece of a page under construction. The zero value is empty and
// ready to use. Its methods return it, so that calls read as the page does.
type HTML struct{ b []byte }

// buffers holds the memory of pieces that are finished: a site is some hundred
// thousand pieces, and growing each from nothing costs more than filling it.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 16<<10); return &b }}

// start gives an empty piece memory to grow into.
func (h *HTML) start() {
	if h.b == nil {
		h.b = *buffers.Get().(*[]byte)
	}
}

// Raw adds markup of the program's own.
func (h *HTML) Raw(c Constant) *HTML {
	h.start()
	h.b = append(h.b, c...)
	return h
}

// Text adds what people wrote, escaped for text and for quoted attributes.
func (h *HTML) Text(s string) *HTML {
	h.start()
	from := 0
	for i := range len(s) {
		if esc := escapes[s[i]]; esc != "" {
			h.b = append(h.b, s[from:i]...)
			h.b = append(h.b, esc...)
			from = i + 1
		}
	}
	h.b = append(h.b, s[from:]...)
	return h
}

// escapes holds what stands for a byte that HTML gives a meaning.
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0: "\uFFFD"}

// Attr adds name="value" with a space before it.
func (h *HTML) Attr(name Constant, value string) *HTML {
	h.start()
	h.b = append(h.b, ' ')
	h.b = append(h.b, name...)
	h.b = append(h.b, '=', '"')
	h.Text(value)
	h.b = append(h.b, '"')
	return h
}

// Int adds a whole number.
func (h *HTML) Int(n int) *HTML {
	h.b = strconv.AppendInt(h.b, int64(n), 10)
	return h
}

// Coord adds a coordinate of a drawing, rounded to at most two decimals.
func (h *HTML) Coord(x float64) *HTML {
	n := int64(math.Round(x * 100))
	if n < 0 {
		h.b = append(h.b, '-')
		n = -n
	}
	h.b = strconv.AppendInt(h.b, n/100, 10)
	if cents := n % 100; cents > 0 {
		h.b = append(h.b, '.', byte('0'+cents/10))
		if cents%10 > 0 {
			h.b = append(h.b, byte('0'+cents%10))
		}
	}
	return h
}

// Add moves another piece to the end of this one and leaves it empty.
func (h *HTML) Add(other *HTML) *HTML {
	h.start()
	h.b = append(h.b, other.b...)
	other.release()
	return h
}

// release gives the memory back and leaves the piece empty.
func (h *HTML) release() {
	if b := h.b; b != nil {
		h.b = nil
		b = b[:0]
		buffers.Put(&b)
	}
}

// Trusted adds HTML made elsewhere and known to be safe: prose that package
// prose has rendered, and JSON that encoding/json has escaped. A test holds
// who may call it.
func (h *HTML) Trusted(s string) *HTML {
	h.start()
	h.b = append(h.b, s...)
	return h
}

// Piece adds a finished piece.
func (h *HTML) Piece(p template.HTML) *HTML {
	h.start()
	h.b = append(h.b, p...)
	return h
}

// Len returns how many bytes there are.
func (h *HTML) Len() int { return len(h.b) }

// Template finishes the piece: it is returned for html/template, which leaves
// it as it is, and h is empty.
func (h *HTML) Template() template.HTML {
	piece := template.HTML(h.b)
	h.release()
	return piece
}

// String returns the piece as it is, for tests.
func (h *HTML) String() string { return string(h.b) }

// Write adds what a template writes.
func (h *HTML) Write(b []byte) (int, error) {
	h.b = append(h.b, b...)
	return len(b), nil
}
