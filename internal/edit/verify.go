package edit

import (
	"fmt"
	"maps"
	"reflect"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
)

// treeOf returns what YAML says: nil, a string, a map[string]any or an []any.
// How it is written plays no part.
func treeOf(n *yaml.Node) any {
	switch {
	case n == nil || isEmpty(n):
		return nil
	case n.Kind == yaml.AliasNode:
		return "*" + n.Value
	case n.Kind == yaml.ScalarNode:
		return n.Value
	case n.Kind == yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			list[i] = treeOf(item)
		}
		return list
	}
	mapping := make(map[string]any, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := fmt.Sprint(treeOf(n.Content[i]))
		for _, again := mapping[key]; again; _, again = mapping[key] {
			key += " again"
		}
		mapping[key] = treeOf(n.Content[i+1])
	}
	return mapping
}

// in returns what is said once the values wanted are set in old.
func (w *want) in(old any) any {
	if w.text != nil {
		before, _ := old.(string)
		if text := w.text(before); text != before {
			return text
		}
		return old
	}
	values, isMapping := old.(map[string]any)
	values = maps.Clone(values)
	if values == nil {
		values = map[string]any{}
	}
	if text, alone := old.(string); alone {
		values[w.bare] = text
	}
	for _, c := range w.below {
		values[c.key] = c.in(values[c.key])
	}
	if alone, ok := values[w.bare]; ok && w.bare != "" && !isMapping && len(values) == 1 {
		return alone
	}
	return values
}

// says reports whether the YAML of the file says exactly this.
func says(file string, src []byte, tree any) bool {
	var faults diag.List
	d, ok := open(file, src, &faults)
	return ok && reflect.DeepEqual(treeOf(d.root), tree)
}
