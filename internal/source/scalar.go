package source

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// scalar is a kind made of the text of a scalar; parse tells the fault itself.
func scalar[V any](s schema, parse func(r *reader, n *yaml.Node) (V, bool)) kind[V] {
	return kind[V]{schema: s, read: func(r *reader, n *yaml.Node, into *V) (ok bool) {
		if r.want(n, yaml.ScalarNode) {
			*into, ok = parse(r, n)
		}
		return ok
	}}
}

var textKind = scalar(schema{"type": []string{"string", "number", "null"}}, func(r *reader, n *yaml.Node) (string, bool) {
	if !validName(n.Value) {
		r.wrong(n, "bad-name")
		return "", false
	}
	return n.Value, true
})

// termKind is an id that may hold underscores.
var termKind = scalar(schema{"type": []string{"string", "integer", "null"}, "pattern": termPattern}, func(r *reader, n *yaml.Node) (string, bool) {
	if validTerm(n.Value) {
		return n.Value, true
	}
	d := r.wrong(n, "bad-id.value", n.Value)
	folded := foldKey(n.Value, validTerm)
	if folded != "" {
		d.WithHint("hint-did-you-mean", folded)
	}
	return folded, folded != ""
})

// nameOf is the id of something this package looks up later: whatever is off
// the pattern is then simply not known, and gets the better hint.
var nameOf = scalar(schema{"type": []string{"string", "integer", "null"}}, func(r *reader, n *yaml.Node) (string, bool) { return n.Value, true })

var dateKind = scalar(schema{"type": []string{"string", "null"}, "pattern": datePattern}, func(r *reader, n *yaml.Node) (model.Date, bool) {
	d, ok := model.ParseDate(n.Value)
	if !ok {
		fault := r.wrong(n, "bad-date", n.Value)
		if better, ok := dateMeant(n.Value); ok {
			fault.WithHint("hint-write", better)
		}
	}
	return d, ok
})

var periodKind = scalar(schema{"type": []string{"string", "integer", "null"}, "pattern": periodPattern}, func(r *reader, n *yaml.Node) (model.Period, bool) {
	p, ok := model.ParsePeriod(n.Value)
	if !ok {
		r.badPeriod(r.spot(n), n.Value)
	}
	return p, ok
})

var numberKind = scalar(numberSchema, func(r *reader, n *yaml.Node) (model.Number, bool) {
	x, fault := model.ParseNumber(n.Value)
	switch fault {
	case model.NumberOK:
		return x, true
	case model.TooLong:
		r.wrong(n, "number-too-large", n.Value)
	default:
		r.wrong(n, "bad-number", n.Value)
	}
	return x, false
})

// between is a whole number from lowest to highest.
func between(lowest, highest int) kind[int] {
	s := schema{"type": []string{"integer", "null"}, "minimum": lowest, "maximum": highest}
	return scalar(s, func(r *reader, n *yaml.Node) (int, bool) {
		i, err := strconv.Atoi(n.Value)
		if err != nil || i < lowest || i > highest {
			r.wrong(n, "not-between", lowest, highest, n.Value)
			return 0, false
		}
		return i, true
	})
}

// oneOf is a word of a closed list; parse finds what it means.
func oneOf[V any](parse func(string) (V, bool), words ...string) kind[V] {
	return scalar(schema{"enum": append(anyOf(words), nil)}, func(r *reader, n *yaml.Node) (V, bool) {
		v, ok := parse(n.Value)
		for _, w := range words {
			if ok && w == n.Value {
				return v, true
			}
		}
		d := r.wrong(n, "unknown-value", n.Value)
		if near, found := diag.Nearest(n.Value, words); found {
			d.WithHint("hint-did-you-mean", near)
		} else {
			d.WithHint("hint-one-of", strings.Join(words, ", "))
		}
		return v, false
	})
}

func anyOf(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}
