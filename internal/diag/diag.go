// Package diag is how faults of the content are told: where, what, and what
// would mend it.
//
// In go places and message keys, out comes a List that sorts and counts
// itself. The package knows no language: a Message is a key with arguments,
// and package words turns it into Chinese or English. Faults of the machine
// (a disk that is full) are plain errors and never stand here.
package diag

import (
	"cmp"
	"slices"
	"strings"
)

// A Pos is a place in a file of the portfolio.
type Pos struct {
	File string // slash path from the portfolio's root, such as content/site.yaml
	Line int    // from 1
	Col  int    // from 1, in characters (code points), as editors count
}

// At returns the place at line and col of the same file.
func (p Pos) At(line, col int) Pos { return Pos{File: p.File, Line: line, Col: col} }

// Whole returns the place of a fault that concerns the file or its path as a
// whole: 1:1.
func Whole(file string) Pos { return Pos{File: file, Line: 1, Col: 1} }

// Severity tells whether a fault stops a build.
type Severity uint8

const (
	Error   Severity = iota // the build fails
	Warning                 // told, and the build goes on unless it is strict
	Note                    // advice: told, and never more
)

var severityNames = [...]string{Error: "error", Warning: "warning", Note: "note"}

// String returns the severity as machine-readable lists name it: error, warning
// or note.
func (s Severity) String() string { return severityNames[s] }

// A Message is a text still without a language: the key of a text in package
// words, and what is to be filled in, in the text's order.
type Message struct {
	Key  string // "bad-number", or "bad-number.comma" for a variant of it
	Args []any  // strings and ints only, so that equal messages print alike
}

// IsZero reports whether there is no message.
func (m Message) IsZero() bool { return m.Key == "" }

// A Fix is the change that mends a fault: the bytes from Start to End of the
// file at the diagnostic's place become Text.
type Fix struct {
	Start, End int // byte offsets into the file as it lies on disk
	Text       string
}

// A Diagnostic is one fault.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Message  Message
	Hint     Message // what would mend it; zero where there is nothing better to say
	Fix      *Fix    // nil unless check --fix can mend it
}

// Code is the stable name of the fault: its key up to the first dot.
func (d Diagnostic) Code() string {
	code, _, _ := strings.Cut(d.Message.Key, ".")
	return code
}

// A List is the faults found in one run.
type List []Diagnostic

// Error appends an error.
func (l *List) Error(pos Pos, key string, args ...any) *Diagnostic {
	return l.add(Diagnostic{Pos: pos, Severity: Error, Message: Message{key, args}})
}

// Warn appends a warning.
func (l *List) Warn(pos Pos, key string, args ...any) *Diagnostic {
	return l.add(Diagnostic{Pos: pos, Severity: Warning, Message: Message{key, args}})
}

// Note appends advice.
func (l *List) Note(pos Pos, key string, args ...any) *Diagnostic {
	return l.add(Diagnostic{Pos: pos, Severity: Note, Message: Message{key, args}})
}

func (l *List) add(d Diagnostic) *Diagnostic {
	*l = append(*l, d)
	return &(*l)[len(*l)-1]
}

// WithHint adds what would mend the fault. The pointer is good until the list
// grows: use it in the same statement.
func (d *Diagnostic) WithHint(key string, args ...any) *Diagnostic {
	d.Hint = Message{key, args}
	return d
}

// WithFix adds the change that mends the fault.
func (d *Diagnostic) WithFix(f Fix) *Diagnostic {
	d.Fix = &f
	return d
}

// Sort orders by file, line, column, code, then message, so that files parsed
// side by side print in one order. Where all are equal their order stays.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code(), b.Code()),
			cmp.Compare(a.Message.Key, b.Message.Key),
		)
	})
}

// Count returns how many errors and how many warnings the list holds. Notes
// are neither.
func (l List) Count() (errors, warnings int) {
	errors, warnings, _ = l.count()
	return errors, warnings
}

// Notes returns how many notes the list holds.
func (l List) Notes() int {
	_, _, notes := l.count()
	return notes
}

func (l List) count() (errors, warnings, notes int) {
	for _, d := range l {
		switch d.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Note:
			notes++
		}
	}
	return errors, warnings, notes
}

// WithoutNotes returns the errors and warnings of the list.
func (l List) WithoutNotes() List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Severity == Note })
}

// HasErrors reports whether any fault stops a build.
func (l List) HasErrors() bool {
	errors, _ := l.Count()
	return errors > 0
}
