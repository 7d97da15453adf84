package preview

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/words"
)

// Notes stand behind every error and warning, and are counted only where there
// is nothing else.
func TestNotesComeLast(t *testing.T) {
	var list diag.List
	list.Note(diag.Whole("a.md"), "link-text")
	list.Warn(diag.Whole("b.md"), "link-text")
	list.Note(diag.Whole("c.md"), "link-text")
	list.Error(diag.Whole("c.md"), "link-text")
	for _, tc := range []struct {
		faults       diag.List
		label, order string
	}{
		{list, "1 error", "error c.md warning b.md note a.md note c.md "},
		{list[:3], "1 warning", "warning b.md note a.md note c.md "},
		{list[:1], "1 note", "note a.md "},
		{nil, "", ""},
	} {
		var m faultsMessage
		told := newTeller(Options{Lang: words.English})
		if told.tell(Snapshot{Faults: tc.faults}) != (tc.order != "") {
			t.Errorf("%q: it is not told whether the message differs from that of no faults", tc.order)
		}
		if err := json.Unmarshal(told.message, &m); err != nil {
			t.Fatal(err)
		}
		order := ""
		for _, f := range m.Files {
			for _, x := range f.Faults {
				order += x.Severity + " " + f.File + " "
			}
		}
		if m.Label != tc.label || order != tc.order {
			t.Errorf("label %q, order %q; want %q, %q", m.Label, order, tc.label, tc.order)
		}
	}
}

// A line of a file that was touched is read again; those of others are not.
func TestFaultsOfUntouchedFilesStay(t *testing.T) {
	var list diag.List
	list.Warn(diag.Pos{File: "content/a/x.md", Line: 1, Col: 1}, "link-text")
	list.Warn(diag.Pos{File: "content/b.md", Line: 1, Col: 1}, "link-text")
	var read []string
	edits := 0
	source := func(file string) ([]byte, error) {
		read = append(read, file)
		edits++
		return fmt.Appendf(nil, "line %d\n", edits), nil
	}
	told := newTeller(Options{Lang: words.English})
	for _, tc := range []struct {
		name    string
		faults  diag.List
		touched []string
		differs bool
		read    string
	}{
		{"at first", list, nil, true, "content/a/x.md content/b.md"},
		{"another file", list, []string{"content/c.md", "content/a/x"}, false, ""},
		{"a file", list, []string{"content/b.md"}, true, "content/b.md"},
		{"its folder", list, []string{"content/a"}, true, "content/a/x.md"},
		{"everything", list, []string{"."}, true, "content/a/x.md content/b.md"},
		{"one is mended", list[1:], []string{"content/a/x.md"}, true, ""},
		{"another comes", list, []string{"content/a/x.md"}, true, "content/a/x.md"},
	} {
		read = nil
		differs := told.tell(Snapshot{Faults: tc.faults, Touched: tc.touched, Source: source})
		if got := strings.Join(read, " "); differs != tc.differs || got != tc.read {
			t.Errorf("%s: differs %t, read %q", tc.name, differs, got)
		}
	}
}

// All errors are told, up to a limit; warnings up to a lower one. The rest are
// counted.
func TestManyFaultsAreCounted(t *testing.T) {
	for _, tc := range []struct{ errors, warnings, told, untold int }{
		{0, 201, 200, 1}, {0, 200, 200, 0}, {150, 100, 200, 50}, {250, 100, 250, 100}, {1200, 0, 1000, 200},
	} {
		var list diag.List
		for i := range tc.errors {
			list.Error(diag.Pos{File: "bad.md", Line: i + 1, Col: 1}, "link-text")
		}
		for i := range tc.warnings {
			list.Warn(diag.Pos{File: "good.md", Line: i + 1, Col: 1}, "link-text")
		}
		told := newTeller(Options{Lang: words.English})
		told.tell(Snapshot{Faults: list})
		var m faultsMessage
		if err := json.Unmarshal(told.message, &m); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, f := range m.Files {
			n += len(f.Faults)
		}
		if untold := strings.Contains(m.Untold, fmt.Sprint(tc.untold)); n != tc.told || untold != (tc.untold > 0) {
			t.Errorf("%+v: told are %d, untold %q", tc, n, m.Untold)
		}
	}
}
