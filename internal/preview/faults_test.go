package preview

import (
	"encoding/json"
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
		if err := json.Unmarshal(Options{Lang: words.English}.faultsMessage(Snapshot{Faults: tc.faults}), &m); err != nil {
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
