package preview

import (
	"bytes"
	"html"
	"slices"
)

// A delta is what makes one version of a page another. Reading a whole page
// costs a browser more than anything else here, so it gets only what differs.
type delta struct {
	Title *string `json:"title,omitempty"` // nil where it is the same
	Ops   []op    `json:"ops"`
}

// An op changes one element of the old page. It names the element by the way to
// it from the body: for each step the tag, the place among its parent's child
// elements, and how many these are, three members a step. Who finds something
// else on the way must ask for the whole page.
type op struct {
	Path []any  `json:"path"`
	Tag  string `json:"tag,omitempty"` // <tag> with the new attributes; "" for an op on what it holds:

	// HTML takes the place of all nodes between two child elements: After is the
	// first's place, -1 for the beginning, and Before the second's, Of for the
	// end, where Of is how many child elements there are.
	HTML   string `json:"html"`
	After  int    `json:"after"`
	Before int    `json:"before"`
	Of     int    `json:"of"`
}

// newDelta compares two versions of a page. It is nil where they can only be
// told as a whole: a page is untidy, or its head loads other files.
func newDelta(old, next *version) *delta {
	a, b := old.outlined(), next.outlined()
	if a == nil || b == nil {
		return nil
	}
	headA, headB := a.head(), b.head()
	if headA == nil || headB == nil {
		return nil
	}
	c := comparison{old: a, next: b, delta: delta{Ops: []op{}}}
	if !c.heads(headA, headB) {
		return nil
	}
	c.element([]any{}, headA.body, headB.body)
	return &c.delta
}

// A head is the title of a page and the index of its body.
type head struct {
	title element
	body  int
}

// head returns nil for a page that is not a head with a title, and a body.
func (o *outline) head() *head {
	parts := o.children(0)
	if len(parts) != 2 || o.tag(&o.elements[parts[1]]) != "body" {
		return nil
	}
	for _, i := range o.children(parts[0]) {
		if e := o.elements[i]; o.tag(&e) == "title" {
			return &head{e, parts[1]}
		}
	}
	return nil
}

type comparison struct {
	old, next *outline
	delta
}

// heads compares all before the bodies, and reports whether no more than the
// title differs.
func (c *comparison) heads(a, b *head) bool {
	restA, restB := c.old.page[a.title.close:c.old.elements[a.body].start], c.next.page[b.title.close:c.next.elements[b.body].start]
	if !bytes.Equal(c.old.page[:a.title.open], c.next.page[:b.title.open]) || !bytes.Equal(restA, restB) {
		return false
	}
	if title := string(c.next.page[b.title.open:b.title.close]); title != string(c.old.page[a.title.open:a.title.close]) {
		title = html.UnescapeString(title)
		c.Title = &title
	}
	return true
}

// element compares the i-th element of the old page with the j-th of the next.
func (c *comparison) element(path []any, i, j int) {
	a, b := &c.old.elements[i], &c.next.elements[j]
	if bytes.Equal(c.old.page[a.start:a.end], c.next.page[b.start:b.end]) {
		return
	}
	if tag := c.next.page[b.start:b.open]; !bytes.Equal(c.old.page[a.start:a.open], tag) {
		c.Ops = append(c.Ops, op{Path: path, Tag: string(tag)})
	}
	c.content(path, c.old.content(i), c.next.content(j))
}

// content compares what two elements hold. Children at both ends that match
// stay; between them they are compared one by one, or replaced.
func (c *comparison) content(path []any, a, b content) {
	na, nb := len(a.children), len(b.children)
	start, end := 0, 0
	for start < min(na, nb) && a.key(start) == b.key(start) && bytes.Equal(a.text(start), b.text(start)) {
		start++
	}
	for end < min(na, nb)-start && a.key(na-1-end) == b.key(nb-1-end) && bytes.Equal(a.text(na-end), b.text(nb-end)) {
		end++
	}
	pair := na == nb && pairs(a, b, start, na-end)
	switch {
	case pair:
	case na-end > start && nb-end > start:
		// The browser's side matches what is there by what it knows of it.
		c.Ops = append(c.Ops, op{Path: path, HTML: b.between(-1, nb), After: -1, Before: na, Of: na})
		return
	default: // only one side has elements there
		c.Ops = append(c.Ops, op{Path: path, HTML: b.between(start-1, nb-end), After: start - 1, Before: na - end, Of: na})
	}
	for i := range na {
		j := i
		if i >= na-end {
			j += nb - na
		} else if i >= start && !pair {
			continue
		}
		step := []any{a.tag(&a.elements[a.children[i]]), i, na}
		c.element(slices.Concat(path, step), a.children[i], b.children[j])
	}
}

// pairs reports whether the children from start to end can become each other,
// and no text around them differs.
func pairs(a, b content, start, end int) bool {
	for i := start; i < end; i++ {
		x, y := &a.elements[a.children[i]], &b.elements[b.children[i]]
		if a.tag(x) != b.tag(y) || a.id(x) != b.id(y) || !bytes.Equal(a.text(i), b.text(i)) {
			return false
		}
	}
	return bytes.Equal(a.text(end), b.text(end))
}

// content is what an element holds: children with texts around them.
type content struct {
	*outline
	of       *element
	children []int
}

func (o *outline) content(of int) content { return content{o, &o.elements[of], o.children(of)} }

func (c content) key(i int) uint64 { return c.elements[c.children[i]].key }

// text returns the text before the i-th child, or that at the end.
func (c content) text(i int) []byte { return c.page[c.end(i-1):c.start(i)] }

// between returns what stands between two children; -1 and the number of
// children are the ends.
func (c content) between(after, before int) string {
	return string(c.page[c.end(after):c.start(before)])
}

// start is where the i-th child begins, and end where it ends; beyond the
// children they are where the content ends and begins.
func (c content) start(i int) int {
	if i == len(c.children) {
		return c.of.close
	}
	return c.elements[c.children[i]].start
}

func (c content) end(i int) int {
	if i < 0 {
		return c.of.open
	}
	return c.elements[c.children[i]].end
}
