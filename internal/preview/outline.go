package preview

import (
	"bytes"
	"errors"
	"slices"
)

// An outline is a page as its elements nest, so that two versions of it can be
// compared. It is read as strictly as the site writes: a page that does not
// close what it opens, or writes attributes in another way, has none.
type outline struct {
	page     []byte
	elements []element // in the order they open
}

// An element and where in the page it stands: <tag> is page[start:open], what
// it holds page[open:close], </tag> page[close:end].
type element struct {
	start, name, open, close, end int // name is where the tag's name ends
	after                         int // index of the first element that opens after it has ended
	key                           uint64
}

func (o *outline) tag(e *element) string { return string(o.page[e.start+1 : e.name]) }

// children returns the indexes of the elements that an element holds.
func (o *outline) children(of int) []int {
	var list []int
	for i := of + 1; i < o.elements[of].after; i = o.elements[i].after {
		list = append(list, i)
	}
	return list
}

var errUntidy = errors.New("the page does not close what it opens")

// newOutline reads the page. The error is errUntidy where it has no outline.
func newOutline(page []byte) (*outline, error) {
	r := outliner{outline: outline{page: page, elements: make([]element, 0, len(page)/32)}}
	for {
		i := bytes.IndexByte(page[r.at:], '<')
		if i < 0 {
			break
		}
		r.at += i
		if !r.token() {
			return nil, errUntidy
		}
	}
	if len(r.open) > 0 || len(r.elements) == 0 || r.elements[0].after < len(r.elements) {
		return nil, errUntidy // more than one root
	}
	r.hash(0)
	return &r.outline, nil
}

type outliner struct {
	outline
	at      int   // how far the page has been read
	open    []int // the elements that are open
	foreign int   // how many of them are svg or math
}

// token reads what begins with the < at r.at; false when it is nothing tidy.
func (r *outliner) token() bool {
	rest := r.page[r.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return r.skip("-->")
	case bytes.HasPrefix(rest, []byte("<!")):
		return r.skip(">")
	case bytes.HasPrefix(rest, []byte("</")):
		return r.endTag()
	}
	return r.startTag()
}

func (r *outliner) skip(to string) bool {
	i := bytes.Index(r.page[r.at:], []byte(to))
	if i < 0 {
		return false
	}
	r.at += i + len(to)
	return true
}

func (r *outliner) endTag() bool {
	from := r.at
	if len(r.open) == 0 || !r.skip(">") {
		return false
	}
	e := &r.elements[r.open[len(r.open)-1]]
	if !bytes.Equal(r.page[from+2:r.at-1], r.page[e.start+1:e.name]) {
		return false
	}
	r.pop(from)
	return true
}

func (r *outliner) startTag() bool {
	e := element{start: r.at, name: r.at + 1}
	for e.name < len(r.page) && isNameByte(r.page[e.name]) {
		e.name++
	}
	end := tagEnd(r.page, e.name)
	if end < 0 || e.name == e.start+1 {
		return false
	}
	r.at, e.open = end, end
	tag := r.tag(&e)
	if !r.expected(tag) {
		return false
	}
	r.open = append(r.open, len(r.elements))
	r.elements = append(r.elements, e)
	if isForeign(tag) {
		r.foreign++
	}
	closed := r.page[end-2] == '/'
	switch {
	case voids[tag], closed && r.foreign > 0:
		r.pop(r.at)
	case closed:
		return false // to a browser it is open
	case texts[tag]:
		i := bytes.Index(r.page[r.at:], []byte("</"))
		if i < 0 {
			return false
		}
		r.at += i
		return r.endTag()
	}
	return true
}

// tagEnd returns where a tag ends of which the name ends at i: behind the > that
// is in no value. It is -1 where values are not in double quotes.
func tagEnd(page []byte, i int) int {
	for ; i < len(page); i++ {
		switch page[i] {
		case '>':
			return i + 1
		case '"':
			n := bytes.IndexByte(page[i+1:], '"')
			if n < 0 {
				return -1
			}
			i += n + 1
		case '\'', '<':
			return -1
		}
	}
	return -1
}

func isNameByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-'
}

// expected refuses what a browser puts elsewhere than where it stands.
func (r *outliner) expected(tag string) bool {
	if tag == "template" {
		return false
	}
	return tag != "tr" || len(r.open) == 0 || r.tag(&r.elements[r.open[len(r.open)-1]]) != "table"
}

// pop ends the innermost element, whose content ends at close.
func (r *outliner) pop(close int) {
	last := len(r.open) - 1
	e := &r.elements[r.open[last]]
	r.open = r.open[:last]
	e.close, e.end, e.after = close, r.at, len(r.elements)
	if isForeign(r.tag(e)) {
		r.foreign--
	}
}

func isForeign(tag string) bool { return tag == "svg" || tag == "math" }

var voids = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// texts are the elements that hold text and no tags.
var texts = map[string]bool{"script": true, "style": true, "title": true, "textarea": true, "noscript": true}

// Explanations of figures are numbered through the page: t1, t2, … With one
// figure more, all after it have other numbers, though nothing else of them has
// changed. So numbers do not count when elements are matched.

// id returns the element's id, "" for a number.
func (o *outline) id(e *element) string {
	tag := o.page[e.name:e.open]
	i := bytes.Index(tag, []byte(` id="`))
	if i < 0 {
		return ""
	}
	value, _, _ := bytes.Cut(tag[i+len(` id="`):], []byte(`"`))
	if len(value) > 1 && value[0] == 't' && !slices.ContainsFunc(value[1:], notDigit) {
		return ""
	}
	return string(value)
}

func notDigit(b byte) bool { return b < '0' || b > '9' }

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hash gives the i-th element and all in it their keys: hashes (FNV-1a) of the
// tag without numbers, the texts, and the keys of what the element holds.
func (o *outline) hash(i int) {
	e := &o.elements[i]
	h := tagHash(o.page[e.start:e.open])
	at := e.open
	for c := i + 1; c < e.after; c = o.elements[c].after {
		o.hash(c)
		h = (textHash(h, o.page[at:o.elements[c].start]) ^ o.elements[c].key) * fnvPrime
		at = o.elements[c].end
	}
	e.key = textHash(h, o.page[at:e.close])
}

func textHash(h uint64, text []byte) uint64 {
	for _, b := range text {
		h = (h ^ uint64(b)) * fnvPrime
	}
	return h
}

func tagHash(tag []byte) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(tag); i++ {
		h = (h ^ uint64(tag[i])) * fnvPrime
		if tag[i] == '"' && i+1 < len(tag) && tag[i+1] == 't' {
			for i++; i+1 < len(tag) && !notDigit(tag[i+1]); i++ {
			}
		}
	}
	return h
}
