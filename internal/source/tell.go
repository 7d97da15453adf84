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
	near, _ := diag.Nearest(id, known)
	notThere(faults, pos, what, id, near)
}

// notThere is the same where what was meant is known, or "".
func (t teller) notThere(s spot, what, id, meant string) {
	notThere(t.faults, t.pos(s), what, id, meant)
}

func notThere(faults *diag.List, pos diag.Pos, what, id, meant string) {
	d := faults.Error(pos, what, id)
	if meant != "" {
		d.WithHint("hint-did-you-mean", meant)
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
