package source

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/model"
)

// A kind is one sort of value in front matter. One description says both how
// it is read, with every fault told, and what an editor is told of it.
type kind[V any] struct {
	read    func(r *reader, n *yaml.Node, into *V) (ok bool)
	missing func(r *reader) // of an object: tells the required keys that an empty one lacks
	schema  schema
}

// at is a value with its place. ok is false for a value that was not given,
// which has no place, was left empty or was faulty.
type at[V any] struct {
	v      V
	pos    spot
	keyPos spot  // of an object's key
	faults int32 // that were told of it and of all inside
	ok     bool
	blank  bool // left empty
}

// A field is one key of an object.
type field[T any] struct {
	key      string
	doc      string
	required bool
	silent   bool // the key is left out of paths in messages: revenue.actual, not metrics.revenue.actual
	schema   schema
	read     func(r *reader, n *yaml.Node, into *T)
	spoil    func(r *reader, n *yaml.Node, into *T) // notes that a value was given under a misspelt key
}

// key describes an optional key whose value is stored at the place that in
// returns.
func key[T, V any](name, doc string, k kind[V], in func(*T) *at[V]) field[T] {
	return field[T]{
		key: name, doc: doc, schema: k.schema,
		read: func(r *reader, n *yaml.Node, into *T) {
			value := in(into)
			readAt(r, n, k, value)
			value.keyPos = r.parent()
		},
		spoil: func(r *reader, n *yaml.Node, into *T) { in(into).pos = r.spot(n) },
	}
}

// must makes the key a required one.
func must[T any](f field[T]) field[T] {
	f.required = true
	return f
}

// within keeps the key out of the paths in messages.
func within[T any](f field[T]) field[T] {
	f.silent = true
	return f
}

// readAt reads a value that may be empty.
func readAt[V any](r *reader, n *yaml.Node, k kind[V], into *at[V]) {
	before := len(*r.faults)
	into.pos, into.blank = r.spot(n), isEmpty(n)
	into.ok = !into.blank && r.sound(n) && k.read(r, n, &into.v)
	into.faults = int32(len(*r.faults) - before)
}

// object is a mapping with these keys and no others.
func object[T any](fields ...field[T]) kind[T] {
	return kind[T]{
		schema:  objectSchema(fields),
		missing: func(r *reader) { tellMissing(r, fields, make([]bool, len(fields))) },
		read:    func(r *reader, n *yaml.Node, into *T) bool { return readObject(r, n, fields, into) },
	}
}

func readObject[T any](r *reader, n *yaml.Node, fields []field[T], into *T) bool {
	if !r.want(n, yaml.MappingNode) {
		return false
	}
	seen := make([]bool, len(fields))
	r.pairs(n, func(k, value *yaml.Node) {
		i := fieldIndex(fields, k.Value)
		if i < 0 {
			if near := r.unknownKey(k, value, fieldNames(fields)); near != "" {
				i = fieldIndex(fields, near)
				fields[i].spoil(r, value, into)
				seen[i] = true
			}
			return
		}
		seen[i] = true
		shown := k.Value
		if fields[i].silent {
			shown = ""
		}
		r.push(shown, k)
		defer r.pop()
		fields[i].read(r, value, into)
		if fields[i].required && isEmpty(value) {
			r.fault(r.spot(k), "missing-key.empty", k.Value)
		}
	})
	tellMissing(r, fields, seen)
	return true
}

func tellMissing[T any](r *reader, fields []field[T], seen []bool) {
	for i, f := range fields {
		if f.required && !seen[i] {
			r.fault(r.parent(), "missing-key", f.key)
		}
	}
}

func fieldIndex[T any](fields []field[T], key string) int {
	for i := range fields {
		if fields[i].key == key {
			return i
		}
	}
	return -1
}

func fieldNames[T any](fields []field[T]) []string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].key
	}
	return names
}

// An entry is one line of a mapping whose keys the writer chooses.
type entry[V any] struct {
	key string
	pos spot // of the key
	at[V]
}

// lacks reports whether an entry of a table could not be read: a fault was told
// that is of none of the entries that are there.
func lacks[V any](table at[[]entry[V]]) bool {
	told := table.faults
	for i := range table.v {
		told -= table.v[i].faults
	}
	return told > 0
}

// A keyKind is what the keys of a mapping must be. fault returns the message
// for a key that is not.
type keyKind struct {
	fault   string
	valid   func(string) bool
	pattern string                       // of JSON Schema
	meant   func(*lookup, string) string // the id of what a text names; nil where it is not known
}

var (
	idKeys     = keyKind{"bad-id", model.ValidID, idPattern, nil}
	periodKeys = keyKind{"bad-period", validPeriod, periodPattern, nil}
	nameKeys   = keyKind{"bad-name", validName, "", nil}
	termKeys   = keyKind{"bad-id", validTerm, termPattern, nil} // goals, roles

	metricKeys    = keyKind{"bad-id", validTerm, termPattern, (*lookup).metricMeant}
	breakdownKeys = keyKind{"bad-id", validTerm, termPattern, (*lookup).breakdownMeant}
	themeKeys     = keyKind{"bad-id", validTerm, termPattern, (*lookup).themeMeant}
	dimensionKeys = keyKind{"bad-id", validTerm, termPattern, (*lookup).dimensionMeant}
)

const (
	idPattern     = "^[a-z0-9][a-z0-9-]{0,63}$"
	termPattern   = "^[a-z0-9][a-z0-9_-]{0,63}$"
	periodPattern = "^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$"
	datePattern   = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
)

func validPeriod(s string) bool {
	_, ok := model.ParsePeriod(s)
	return ok
}

// validTerm allows the underscore that built-in names such as gross_profit have.
func validTerm(s string) bool {
	return model.ValidID(strings.ReplaceAll(s, "_", "-")) && s[0] != '_'
}

// table is a mapping whose keys the writer chooses, in the order written.
func table[V any](keys keyKind, k kind[V]) kind[[]entry[V]] {
	return kind[[]entry[V]]{
		schema: tableSchema(keys, k.schema),
		read: func(r *reader, n *yaml.Node, into *[]entry[V]) bool {
			if !r.want(n, yaml.MappingNode) {
				return false
			}
			list := make([]entry[V], 0, len(n.Content)/2)
			r.pairs(n, func(k2, value *yaml.Node) {
				name, ok := r.keyIs(k2, value, keys)
				if !ok || name != k2.Value && firstKey(n.Content, name) != nil {
					return
				}
				r.push(k2.Value, k2)
				defer r.pop()
				list = append(list, entry[V]{key: name, pos: r.spot(k2)})
				readAt(r, value, k, &list[len(list)-1].at)
			})
			*into = list
			return true
		},
	}
}

// list is a sequence; empty items are left out.
func list[V any](k kind[V]) kind[[]at[V]] {
	return kind[[]at[V]]{
		schema: schema{"type": []string{"array", "null"}, "items": k.schema},
		read: func(r *reader, n *yaml.Node, into *[]at[V]) bool {
			if !r.want(n, yaml.SequenceNode) {
				return false
			}
			for _, item := range n.Content {
				r.push("", item)
				i := len(*into)
				*into = append(*into, at[V]{})
				if readAt(r, item, k, &(*into)[i]); !(*into)[i].ok {
					*into = (*into)[:i]
				}
				r.pop()
			}
			return true
		},
	}
}
