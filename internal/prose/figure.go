package prose

import (
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// fields are the sides of a figure by name; the actual has none.
var fields = map[string]model.Field{
	"target":     model.TargetField,
	"attainment": model.AttainmentField,
	"gap":        model.GapField,
	"qoq":        model.QoQField,
	"yoy":        model.YoYField,
}

var (
	fieldNames = []string{"target", "attainment", "gap", "qoq", "yoy"}
	queryKeys  = []string{"period", "person", "team"}
)

// A binding is the address of a bound figure while it is read:
// id.field?period=…&person=…&team=….
type binding struct {
	figure model.BoundFigure
	pos    func(i int) diag.Pos // place of the byte i of what is behind metric:
	faults *diag.List
	ok     bool
}

// parseBinding reads what stands behind metric:. Each fault is told at the
// part that has it; ok is false where there is any.
func parseBinding(s string, pos func(i int) diag.Pos, faults *diag.List) (f model.BoundFigure, ok bool) {
	b := binding{pos: pos, faults: faults, ok: true}
	name, query, asked := strings.Cut(s, "?")
	b.name(name)
	if asked {
		b.query(query, len(name)+1)
	}
	if b.ok && b.figure.Person != "" && b.figure.Team != "" {
		b.fault(len(name)+1, "figure-syntax.both")
	}
	return b.figure, b.ok
}

func (b *binding) fault(at int, key string, args ...any) *diag.Diagnostic {
	b.ok = false
	return b.faults.Error(b.pos(at), key, args...)
}

func (b *binding) name(name string) {
	metric, field, sided := strings.Cut(name, ".")
	b.figure.Metric, b.figure.MetricPos = model.MetricID(metric), b.pos(0)
	if metric == "" {
		b.fault(0, "figure-syntax.metric")
	}
	if !sided {
		return
	}
	side, known := fields[field]
	if !known {
		d := b.fault(len(metric)+1, "figure-syntax.field", field, strings.Join(fieldNames, ", "))
		if near, found := diag.Nearest(field, fieldNames); found {
			d.WithHint("hint-did-you-mean", near)
		}
	}
	b.figure.Field = side
}

func (b *binding) query(query string, at int) {
	seen := map[string]bool{}
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		if seen[key] {
			b.fault(at, "figure-syntax.repeated", key)
		}
		seen[key] = true
		b.parameter(key, value, at, at+len(key)+1)
		at += len(part) + 1
	}
}

func (b *binding) parameter(key, value string, keyAt, valueAt int) {
	switch key {
	case "period":
		p, ok := model.ParsePeriod(value)
		if !ok {
			b.fault(valueAt, "figure-syntax.period", value)
		}
		b.figure.Period = p
	case "person":
		b.figure.Person, b.figure.ScopePos = model.PersonID(value), b.pos(valueAt)
		b.id(value, valueAt)
	case "team":
		b.figure.Team, b.figure.ScopePos = model.TeamID(value), b.pos(valueAt)
		b.id(value, valueAt)
	default:
		d := b.fault(keyAt, "figure-syntax.key", key, strings.Join(queryKeys, ", "))
		if near, found := diag.Nearest(key, queryKeys); found {
			d.WithHint("hint-did-you-mean", near)
		}
	}
}

func (b *binding) id(value string, at int) {
	if !model.ValidID(value) {
		b.fault(at, "figure-syntax.id", value)
	}
}
