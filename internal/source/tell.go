package source

import "reviewfolio/internal/diag"

// A spot is a place in the file at hand, without its name.
type spot struct{ line, col int32 }

// A teller collects the faults of one file.
type teller struct {
	file   string
	faults *diag.List
}

func (t teller) pos(s spot) diag.Pos {
	return diag.Pos{File: t.file, Line: int(s.line), Col: int(s.col)}
}

func (t teller) fault(s spot, key string, args ...any) *diag.Diagnostic {
	return t.faults.Error(t.pos(s), key, args...)
}

func (t teller) warn(s spot, key string, args ...any) *diag.Diagnostic {
	return t.faults.Warn(t.pos(s), key, args...)
}

// unknown tells that nothing of this id is there. what is the key of the
// message: unknown-metric, unknown-role.
func (t teller) unknown(s spot, what, id string, known []string) {
	unknown(t.faults, t.pos(s), what, id, known)
}

// unknown is the same for a place in any file.
func unknown(faults *diag.List, pos diag.Pos, what, id string, known []string) {
	d := faults.Error(pos, what, id)
	if near, ok := diag.Nearest(id, known); ok {
		d.WithHint("hint-did-you-mean", near)
	}
}

// known returns the ids of a list as texts, for hints.
func known[T any, S ~string](list []T, id func(*T) S) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = string(id(&list[i]))
	}
	return out
}
