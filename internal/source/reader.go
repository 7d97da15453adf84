package source

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

// Bounds far above what a review needs, so that reading stays quick whatever a
// file holds.
const (
	maxDepth   = 20   // levels of nesting
	maxEntries = 2000 // entries of one mapping or list
)

// A reader walks the YAML of one file and tells every fault it meets.
type reader struct {
	teller
	names    *lookup // nil while site.yaml is read
	above    int     // lines of the file before the YAML
	path     []step  // what leads to the value being read
	anchored bool    // an anchor was told already, which its aliases need not be
}

// A step is a key or a list's item that leads to a value.
type step struct {
	key string // "" where messages leave it out
	n   *yaml.Node
}

func (r *reader) push(key string, n *yaml.Node) { r.path = append(r.path, step{key, n}) }

func (r *reader) pop() { r.path = r.path[:len(r.path)-1] }

// where returns the path as messages begin with it.
func (r *reader) where() string {
	var keys []string
	for _, s := range r.path {
		if s.key != "" {
			keys = append(keys, s.key)
		}
	}
	switch {
	case keys != nil:
	case len(r.path) > 0:
		return r.path[len(r.path)-1].n.Value
	default:
		return path.Base(r.file)
	}
	return strings.Join(keys, ".")
}

func (r *reader) spot(n *yaml.Node) spot { return spot{int32(n.Line + r.above), int32(n.Column)} }

// parent is where a missing key is told: at the key or the item of a list that
// should hold it, and 1:1 on top.
func (r *reader) parent() spot {
	if len(r.path) == 0 {
		return spot{1, 1}
	}
	return r.spot(r.path[len(r.path)-1].n)
}

// wrong tells a fault of the value n; its message begins with the path.
func (r *reader) wrong(n *yaml.Node, key string, args ...any) *diag.Diagnostic {
	return r.fault(r.spot(n), key, append([]any{r.where()}, args...)...)
}

// isEmpty reports whether the value was left empty.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Anchor == "" && (n.Value == "" || n.Value == "~" || n.Value == "null")
}

// sound refuses what front matter may not use: anchors, aliases and tags.
func (r *reader) sound(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		if !r.anchored {
			r.fault(r.spot(n), "yaml-feature.alias", n.Value)
		}
		return false
	case n.Anchor != "":
		r.anchored = true
		r.fault(r.spot(n), "yaml-feature.anchor", n.Anchor)
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.fault(r.spot(n), "yaml-feature.tag", n.Tag)
		return false
	}
	if len(r.path) > maxDepth {
		r.fault(r.spot(n), "too-deep", maxDepth)
		return false
	}
	return true
}

var wantKeys = map[yaml.Kind]string{
	yaml.MappingNode:  "wrong-type.mapping",
	yaml.SequenceNode: "wrong-type.list",
	yaml.ScalarNode:   "wrong-type.text",
}

// want tells a fault unless n is of this kind.
func (r *reader) want(n *yaml.Node, k yaml.Kind) bool {
	if n.Kind == k {
		if len(n.Content) > 2*maxEntries {
			r.fault(r.spot(n), "too-many-entries", maxEntries)
			return false
		}
		return true
	}
	if n.Kind == yaml.ScalarNode && k == yaml.MappingNode && r.unseenColon(n) {
		return false
	}
	d := r.wrong(n, wantKeys[k])
	switch k {
	case yaml.MappingNode:
		d.WithHint("hint-mapping")
	case yaml.SequenceNode:
		d.WithHint("hint-list")
	}
	return false
}

// pairs calls do for each key and value of a mapping, but for those that are
// faulty as such: twice there, no plain text, or the rest of a number.
func (r *reader) pairs(n *yaml.Node, do func(key, value *yaml.Node)) {
	var seen map[string]*yaml.Node
	if len(n.Content) > 2*fewKeys {
		seen = make(map[string]*yaml.Node, len(n.Content)/2)
	}
	for i := 0; i < len(n.Content); i += 2 {
		k, value := n.Content[i], n.Content[i+1]
		if rest := torn(n, i); rest > 0 {
			r.tornNumber(n, i, rest)
			i += 2 * rest
			continue
		}
		if !r.keyText(k) {
			continue
		}
		first := seen[k.Value]
		if seen == nil {
			first = firstKey(n.Content[:i], k.Value)
		}
		if first != nil {
			r.fault(r.spot(k), "duplicate-key", k.Value, first.Line+r.above)
			continue
		}
		if seen != nil {
			seen[k.Value] = k
		}
		do(k, value)
	}
}

// fewKeys is how many are compared faster than looked up.
const fewKeys = 16

// firstKey returns the key of this text among keys and values, nil where there
// is none.
func firstKey(content []*yaml.Node, text string) *yaml.Node {
	for i := 0; i < len(content); i += 2 {
		if content[i].Value == text && content[i].Kind == yaml.ScalarNode {
			return content[i]
		}
	}
	return nil
}

func (r *reader) keyText(k *yaml.Node) bool {
	if k.Tag == "!!merge" {
		r.fault(r.spot(k), "yaml-feature.merge")
		return false
	}
	if !r.sound(k) {
		return false
	}
	if k.Kind != yaml.ScalarNode {
		r.fault(r.spot(k), "wrong-type.key")
		return false
	}
	return true
}

// unknownKey tells of a key that the table does not have. near is the one that
// was meant, as far as one can say.
func (r *reader) unknownKey(k, value *yaml.Node, known []string) (near string) {
	before, _, _ := cutColon(k.Value)
	if (isEmpty(value) || slices.Contains(known, before)) && r.unseenColon(k) {
		near, _ = diag.Nearest(before+" ", known)
		return near
	}
	d := r.fault(r.spot(k), "unknown-key", k.Value)
	near, ok := diag.Nearest(k.Value, known)
	if ok {
		d.WithHint("hint-did-you-mean", near)
	}
	return near
}

// keyIs tells a fault unless the key is as the table wants it. An id that is
// off the pattern still stands for the one that was meant.
func (r *reader) keyIs(k, value *yaml.Node, keys keyKind) (name string, ok bool) {
	if keys.valid(k.Value) {
		return k.Value, true
	}
	before, _, _ := cutColon(k.Value)
	switch {
	case (isEmpty(value) || keys.valid(before)) && r.unseenColon(k):
	case keys.fault == "bad-period":
		r.badPeriod(r.spot(k), k.Value)
	default:
		d := r.fault(r.spot(k), keys.fault+".key", k.Value)
		if name = r.meant(k.Value, keys); name != "" {
			d.WithHint("hint-did-you-mean", name)
			return name, true
		}
	}
	return "", false
}

// meant returns the id that a key off the pattern was meant for, "" where
// nothing tells. Only site.yaml names what is not there yet.
func (r *reader) meant(text string, keys keyKind) (id string) {
	if keys.fault != "bad-id" {
		return ""
	}
	if keys.meant == nil {
		return foldKey(text, keys.valid)
	}
	if r.names != nil {
		return keys.meant(r.names, text)
	}
	return cmp.Or(keys.meant(builtInNames(), text), foldKey(text, keys.valid))
}

func (t teller) badPeriod(at spot, text string) {
	d := t.fault(at, "bad-period", text)
	if p, ok := periodMeant(text); ok {
		d.WithHint("hint-did-you-mean", p.String())
	}
}
