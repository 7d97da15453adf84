package preview

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/diag"
)

// mostFaults is how many faults a tab is told of; the rest are counted. Errors
// come first, notes last.
const mostFaults = 1000

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

// faultsMessage tells all faults: files with errors first, and in each file its
// errors first; behind all of them the notes, by file.
func (o Options) faultsMessage(s Snapshot) []byte {
	m := faultsMessage{Kind: "faults", Files: []faultyFile{}}
	m.Errors, m.Warnings = s.Faults.Count()
	switch {
	case m.Errors > 0:
		m.Label = o.Lang.Text("preview.errors", m.Errors)
	case m.Warnings > 0:
		m.Label = o.Lang.Text("preview.warnings", m.Warnings)
	case len(s.Faults) > 0:
		m.Label = o.Lang.Text("preview.notes", len(s.Faults))
	}
	told := errorsFirst(s.Faults)
	if rest := len(told) - mostFaults; rest > 0 {
		m.Untold = o.Lang.Text("preview.untold", rest)
		told = told[:mostFaults]
	}
	frames := diag.NewFrames(s.Source)
	for _, d := range told {
		if n := len(m.Files); n == 0 || m.Files[n-1].File != d.Pos.File {
			m.Files = append(m.Files, faultyFile{File: d.Pos.File})
		}
		f := &m.Files[len(m.Files)-1]
		f.Faults = append(f.Faults, o.fault(d, frames))
	}
	return line(m)
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
