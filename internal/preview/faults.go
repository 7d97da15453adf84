package preview

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/diag"
)

// How many faults a tab is told of; the rest are counted. Files with errors come
// first, notes last. Each edit may change what a warning says, and nobody reads a
// thousand of them.
const (
	mostFaults   = 1000
	mostWarnings = 200 // told in all, where files with errors leave room for any
)

type faultsMessage struct {
	Kind     string       `json:"kind"` // faults
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Label    string       `json:"label"`            // how many, in short; "" for none
	Untold   string       `json:"untold,omitempty"` // how many are not in the files below
	Files    []faultyFile `json:"files"`
}

type faultyFile struct {
	File   string  `json:"file"`
	Faults []fault `json:"faults"`
}

type fault struct {
	Severity string     `json:"severity"` // error, warning, note
	Code     string     `json:"code"`
	Text     string     `json:"text"`
	Hint     string     `json:"hint,omitempty"`
	Place    place      `json:"place"`
	Frame    *codeFrame `json:"frame,omitempty"`
}

// A codeFrame is a line of a file, with the number of characters before the one
// at fault.
type codeFrame struct {
	Text   string `json:"text"`
	Before int    `json:"before"`
}

// A place is where to edit something: as it is written, and the address that
// opens it in the author's editor.
type place struct {
	Text string `json:"text"` // content/site.yaml:3:1
	Link string `json:"link,omitempty"`
}

// A teller words the faults. It remembers those of files that stay as they are:
// thousands of old warnings must not slow down an edit.
type teller struct {
	options Options
	told    map[telling]toldFaults
	message []byte
	head    faultsMessage // of the message, without its files
}

// A telling is what is told of a file in one place of the list.
type telling struct {
	file  string
	notes bool
}

// toldFaults are faults in a row, and how they are worded.
type toldFaults struct {
	list  diag.List
	words []fault
}

func newTeller(o Options) *teller {
	t := &teller{options: o}
	t.tell(Snapshot{})
	return t
}

// tell makes the message of the snapshot's faults and reports whether it is
// another than before. Files with errors come first, and in each file its
// errors; behind all of them the notes, by file.
func (t *teller) tell(s Snapshot) (differs bool) {
	list := errorsFirst(s.Faults)
	m := t.options.counted(list)
	list = list[:toldOf(list)]
	frames := diag.NewFrames(s.Source)
	told, fresh := map[telling]toldFaults{}, false
	for len(list) > 0 {
		at := tellingOf(list[0])
		n := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return tellingOf(d) != at })
		if n < 0 {
			n = len(list)
		}
		of, known := t.told[at]
		if !known || s.touches(at.file) || !slices.EqualFunc(of.list, list[:n], sameFault) {
			of, fresh = toldFaults{list[:n], t.options.worded(list[:n], frames)}, true
		}
		told[at] = of
		m.Files = append(m.Files, faultyFile{at.file, of.words})
		list = list[n:]
	}
	head := m
	head.Files = nil
	if !fresh && len(told) == len(t.told) && reflect.DeepEqual(head, t.head) {
		return false
	}
	t.told, t.head = told, head
	before := t.message
	t.message = line(m)
	return !bytes.Equal(t.message, before)
}

// toldOf returns how many faults of a list in the order of errorsFirst are told.
func toldOf(list diag.List) int {
	bad := 0 // in files with errors
	for i, d := range list {
		if d.Severity == diag.Error {
			bad = i + 1
		}
	}
	return min(len(list), mostFaults, max(bad, mostWarnings))
}

func tellingOf(d diag.Diagnostic) telling { return telling{d.Pos.File, d.Severity == diag.Note} }

func sameFault(a, b diag.Diagnostic) bool { return reflect.DeepEqual(a, b) }

// touches reports whether the file may be another than in the Snapshot before.
func (s Snapshot) touches(file string) bool {
	return s.Touched == nil || slices.ContainsFunc(s.Touched, func(p string) bool {
		return p == "." || p == file || strings.HasPrefix(file, p+"/")
	})
}

// counted returns the message of a list in the order of errorsFirst, without its
// files.
func (o Options) counted(list diag.List) faultsMessage {
	m := faultsMessage{Kind: "faults", Files: []faultyFile{}}
	m.Errors, m.Warnings = list.Count()
	switch {
	case m.Errors > 0:
		m.Label = o.Lang.Text("preview.errors", m.Errors)
	case m.Warnings > 0:
		m.Label = o.Lang.Text("preview.warnings", m.Warnings)
	case len(list) > 0:
		m.Label = o.Lang.Text("preview.notes", len(list))
	}
	if rest := len(list) - toldOf(list); rest > 0 {
		m.Untold = o.Lang.Text("preview.untold", rest)
	}
	return m
}

func (o Options) worded(list diag.List, frames *diag.Frames) []fault {
	var words []fault
	for _, d := range list {
		words = append(words, o.fault(d, frames))
	}
	return words
}

func (o Options) fault(d diag.Diagnostic, frames *diag.Frames) fault {
	f := fault{Severity: d.Severity.String(), Code: d.Code(), Text: o.say(d.Message), Place: o.place(d.Pos)}
	f.Place.Text += fmt.Sprintf(":%d", d.Pos.Col)
	if !d.Hint.IsZero() {
		f.Hint = o.Lang.Text("preview.hint", o.say(d.Hint))
	}
	if at, ok := frames.At(d.Pos); ok {
		f.Frame = &codeFrame{at.Text, at.Before}
	}
	return f
}

func (o Options) say(m diag.Message) string { return o.Lang.Text(m.Key, m.Args...) }

// errorsFirst orders a copy of the list, notes last.
func errorsFirst(list diag.List) diag.List {
	faulty := map[string]bool{}
	for _, d := range list {
		if d.Severity == diag.Error {
			faulty[d.Pos.File] = true
		}
	}
	rank := func(d diag.Diagnostic) int {
		switch {
		case d.Severity == diag.Note:
			return 2
		case faulty[d.Pos.File]:
			return 0
		}
		return 1
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b diag.Diagnostic) int {
		return cmp.Or(
			cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col),
		)
	})
	return list
}

func (o Options) place(p diag.Pos) place {
	at := place{Text: fmt.Sprintf("%s:%d", p.File, p.Line)}
	if o.Editor != "" {
		full := (&url.URL{Path: path.Join("/", filepathSlash(o.Root), p.File)}).EscapedPath()
		at.Link = strings.NewReplacer(
			"/{path}", full, "{path}", full, "{line}", strconv.Itoa(max(p.Line, 1)), "{col}", strconv.Itoa(max(p.Col, 1)),
		).Replace(o.Editor)
	}
	return at
}

// filepathSlash writes a folder with slashes, also one of Windows.
func filepathSlash(dir string) string { return strings.ReplaceAll(dir, `\`, "/") }
