package source

import (
	"bytes"
	"encoding/json"
	"slices"
)

// A schema is a part of a JSON Schema, as encoding/json writes it.
type schema map[string]any

var numberSchema = schema{
	"type":        []string{"number", "string", "null"},
	"description": `A number as people write it: 1345000, "1,345,000", 134.5万, 1.2亿, 37.5%`,
}

// schemas holds the front matter of each kind of file, by name.
var schemas = map[string]struct {
	title  string
	schema schema
}{
	"site":        {"site.yaml: the portfolio's settings and metric dictionary", siteKind.schema},
	"team":        {"teams/<team>.md", teamKind.schema},
	"person":      {"people/<person>.md", personKind.schema},
	"report":      {"reviews/<period>/<person>/report.md: the report", reportKind.schema},
	"comment":     {"reviews/<period>/<person>/<reviewer>.md: a comment", commentKind.schema},
	"log":         {"reviews/<period>/<person>/log.md: talks between reviews", logKind.schema},
	"calibration": {"reviews/<period>/<person>/calibration.md: the final grade", calibrationKind.schema},
	"page":        {"pages/<page>.md: any other page", pageKind.schema},
	"import":      {"imports/<profile>.yaml: how a table becomes figures", profileKind.schema},
}

// Schema returns the JSON Schema (2020-12) of the front matter of a kind of
// file: site, team, person, report, comment, log, calibration, page or import. ok is
// false for any other name.
func Schema(name string) (text []byte, ok bool) {
	s, ok := schemas[name]
	if !ok {
		return nil, false
	}
	doc := schema{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": s.title}
	for k, v := range s.schema {
		doc[k] = v
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		panic(err) // strings, numbers, lists and maps always encode
	}
	return b.Bytes(), true
}

// SchemaNames returns the names Schema knows, sorted.
func SchemaNames() []string {
	var names []string
	for name := range schemas {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func objectSchema[T any](fields []field[T]) schema {
	properties, required := schema{}, []string{}
	for _, f := range fields {
		properties[f.key] = described(f.schema, f.doc)
		if f.required {
			required = append(required, f.key)
		}
	}
	s := schema{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func tableSchema(keys keyKind, value schema) schema {
	s := schema{"type": []string{"object", "null"}, "additionalProperties": value}
	if keys.pattern != "" {
		s["propertyNames"] = schema{"pattern": keys.pattern}
	}
	return s
}

// described adds what a key is for to the schema of its value, before what the
// value itself has to say.
func described(s schema, doc string) schema {
	out := schema{"description": doc}
	for k, v := range s {
		if own, ok := v.(string); ok && k == "description" {
			v = doc + ". " + own
		}
		out[k] = v
	}
	return out
}
