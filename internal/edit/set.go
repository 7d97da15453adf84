package edit

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

// A Setting is one value that is to stand in the YAML of a file.
type Setting struct {
	// Path is the keys that lead to the value from the top: metrics, revenue,
	// actual. It does not lead through lists.
	Path []string
	// Bare is the key that a value alone stands for where a mapping could: where
	// it is actual, revenue: 5 says what revenue: {actual: 5} says. "" is none.
	Bare string
	// Text returns the value, not yet quoted, from what stands there; old is ""
	// where nothing does. A value that should stay is returned as it is.
	Text func(old string) string
}

// An Order compares two keys of the mapping that the path leads to. A new key
// goes behind the last one that it is not before, so where all are equal to the
// end. The order of keys that are there is never changed.
type Order func(path []string, a, b string) int

// Set returns src with the values set: of a file whose name ends in .yaml all
// of it is YAML, else the front matter is. Every byte stays that is none of a
// value that changes or of a new entry: comments, the order of keys, quotes and
// spaces, line ends, the text below. What is missing is added as its neighbours
// are written. Where all values are as they should be, the result is src.
//
// The list says why a value cannot be set: a list stands where a mapping should,
// a key stands twice, there is an anchor or a tag. Then nothing is changed. What
// is read anew from the result is exactly what was there and the values, or it
// is a fault.
//
// Two settings of one path, or one inside another, are the caller's mistake and
// panic.
func Set(file string, src []byte, settings []Setting, order Order) ([]byte, diag.List) {
	var faults diag.List
	d, ok := open(file, src, &faults)
	if !ok {
		return src, faults
	}
	if order == nil {
		order = func([]string, string, string) int { return 0 }
	}
	e := &editor{document: d, order: order, faults: &faults}
	wanted := wantsOf(settings, order)
	if d.root == nil {
		e.addLines(len(d.yaml), e.linesOf(wanted.below, 0))
	} else {
		e.descend(d.root, wanted)
	}
	if len(faults) > 0 || len(e.changes) == 0 {
		return src, faults
	}
	out, err := Apply(src, e.fixes())
	if err != nil || !says(file, out, wanted.in(treeOf(d.root))) {
		faults.Error(diag.Whole(file), "not-editable.whole")
		return src, faults
	}
	return out, nil
}

// An editor collects what has to change in a document.
type editor struct {
	document
	order   Order
	changes []diag.Fix // offsets are those of yaml
	faults  *diag.List
}

// change replaces bytes of the YAML. What is inserted in one place stands in
// the order of the calls.
func (e *editor) change(start, end int, text string) {
	for i := range e.changes {
		if c := &e.changes[i]; start == end && c.Start == start && c.End == start {
			c.Text += text
			return
		}
	}
	e.changes = append(e.changes, diag.Fix{Start: start, End: end, Text: text})
}

// fixes returns the changes by the offsets of the file.
func (e *editor) fixes() []diag.Fix {
	out := slices.Clone(e.changes)
	for i := range out {
		out[i].Start += e.base
		out[i].End += e.base
	}
	return out
}

func (e *editor) fault(n *yaml.Node, key string, args ...any) *diag.Diagnostic {
	return e.faults.Error(e.pos(n), key, args...)
}

// descend sets what is wanted in the value n.
func (e *editor) descend(n *yaml.Node, w *want) {
	if n.Kind != yaml.MappingNode {
		e.fault(n, "wrong-type.mapping", keyPath(w.path, e.file)).WithHint("hint-mapping")
		return
	}
	var missing []*want
	for _, c := range w.below {
		switch i, ok := e.find(n, c.key); {
		case !ok:
		case i < 0:
			missing = append(missing, c)
		default:
			e.entry(n, i, c)
		}
	}
	if len(*e.faults) == 0 && len(missing) > 0 {
		e.insert(n, w.path, missing)
	}
}

// find returns where in the mapping the key stands, below 0 where it does not.
// ok is false where that cannot be said, which is told.
func (e *editor) find(n *yaml.Node, key string) (at int, ok bool) {
	at = -1
	for i := 0; i < len(n.Content); i += 2 {
		k := n.Content[i]
		switch {
		case k.Tag == "!!merge":
			e.fault(k, "yaml-feature.merge")
			return 0, false
		case k.Kind != yaml.ScalarNode || k.Value != key:
		case at >= 0:
			e.fault(k, "duplicate-key", key, e.pos(n.Content[at]).Line)
			return 0, false
		default:
			at = i
		}
	}
	return at, at < 0 || e.sound(n.Content[at])
}

// sound refuses what front matter may not use.
func (e *editor) sound(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		e.fault(n, "yaml-feature.alias", n.Value)
	case n.Anchor != "":
		e.fault(n, "yaml-feature.anchor", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		e.fault(n, "yaml-feature.tag", n.Tag)
	default:
		return true
	}
	return false
}

// entry sets what is wanted in entry i of a mapping.
func (e *editor) entry(n *yaml.Node, i int, w *want) {
	key, value, flow := n.Content[i], n.Content[i+1], n.Style&yaml.FlowStyle != 0
	switch {
	case !e.sound(value):
	case w.text != nil && value.Kind != yaml.ScalarNode:
		e.fault(value, "wrong-type.text", keyPath(w.path, e.file))
	case w.text != nil:
		e.scalar(key, value, flow, w)
	case isEmpty(value):
		e.fill(key, value, flow, w)
	case value.Kind == yaml.ScalarNode && w.isBare():
		e.scalar(key, value, flow, w.below[0])
	case value.Kind == yaml.ScalarNode && w.bare != "":
		e.wrap(value, flow, w)
	default:
		e.descend(value, w)
	}
}

// scalar sets the one value of a key.
func (e *editor) scalar(key, value *yaml.Node, flow bool, w *want) {
	if isEmpty(value) {
		if text := w.text(""); text != "" {
			e.put(key, value, flow, quoted(text))
		}
		return
	}
	text := w.text(value.Value)
	if text == value.Value {
		return
	}
	if start, end, ok := e.span(value, flow); ok {
		e.change(start, end, quotedAs(value.Style, text))
	} else {
		e.fault(value, "not-editable", keyPath(w.path, e.file)).WithHint("hint-write", w.key+": "+quoted(text))
	}
}

// put writes a value where none was written, or null.
func (e *editor) put(key, value *yaml.Node, flow bool, text string) {
	if value.Value != "" {
		start := e.offset(value)
		e.change(start, start+len(value.Value), text)
	} else if at, before, ok := e.slot(key, flow); ok {
		e.change(at, at, before+text)
	} else {
		e.fault(key, "not-editable", key.Value)
	}
}

// fill writes a mapping where none was written, or null.
func (e *editor) fill(key, value *yaml.Node, flow bool, w *want) {
	indent := key.Column - 1 + e.unit()
	inline, lines := e.valueOf(w, flow, indent)
	if lines == nil {
		e.put(key, value, flow, inline)
		return
	}
	at := e.offset(value)
	if value.Value != "" { // null and the space before it
		start := len(bytes.TrimRight(e.yaml[:at], " \t"))
		e.change(start, at+len(value.Value), "")
	}
	e.addLines(e.nextLine(at), lines)
}

// wrap makes a mapping of a value that stands alone.
func (e *editor) wrap(value *yaml.Node, flow bool, w *want) {
	start, end, ok := e.span(value, flow)
	if !ok {
		e.fault(value, "not-editable", keyPath(w.path, e.file)).WithHint("hint-mapping")
		return
	}
	sides := slices.Clone(w.below)
	own := w.child(w.bare)
	if own == nil {
		own = &want{key: w.bare, text: func(old string) string { return old }}
		sides = append(sides, own)
		slices.SortStableFunc(sides, func(a, b *want) int { return e.order(w.path, a.key, b.key) })
	}
	text := "{"
	for i, c := range sides {
		if i > 0 {
			text += ", "
		}
		side := ""
		switch {
		case c != own:
			side = quoted(c.text(""))
		case own.text(value.Value) != value.Value:
			side = quotedAs(value.Style, own.text(value.Value))
		case value.Style == 0 && !flow:
			side = quoted(value.Value) // what may stand alone may not stand in brackets
		default:
			side = string(e.yaml[start:end])
		}
		text += quoted(c.key) + ": " + side
	}
	e.change(start, end, text+"}")
}
