package prose

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// FuzzParse holds, for any text: no panic; every place is inside the file;
// references are in order and inside their HTML; the HTML has no tag and no
// attribute but ours; and line ends change nothing of it.
func FuzzParse(f *testing.F) {
	for _, attack := range attacks {
		f.Add([]byte(attack), 0)
	}
	f.Add([]byte(everything), 0)
	f.Add([]byte("---\ntitle: 述职\n---\n"+everything), 22)
	f.Add([]byte("\ufeff"+strings.ReplaceAll(everything, "\n", "\r\n")), 0)
	f.Add(report(), 0)
	f.Fuzz(func(t *testing.T, file []byte, start int) {
		start = min(max(start, 0), len(file))
		if !utf8.Valid(file) || !utf8.Valid(file[start:]) {
			return // package source refuses it
		}
		before := bytes.Clone(file)
		doc, faults := Parse("a.md", file, start, "p-", nil)
		if !bytes.Equal(file, before) {
			t.Error("the file was written to")
		}
		if fault := checkDoc(doc); fault != "" {
			t.Error(fault)
		}
		for _, pos := range places(doc, faults) {
			if !inside(file, pos) {
				t.Errorf("place %d:%d is outside the file", pos.Line, pos.Col)
			}
		}
		for _, f := range figures(doc) {
			if f.Start < start || f.Start > f.End || f.End > len(file) || file[f.Start-1] != '[' || file[f.End] != ']' {
				t.Errorf("figure %q at %d to %d", f.Text, f.Start, f.End)
			}
		}
		if body := file[start:]; !bytes.Contains(body, []byte("\r")) {
			crlf := append(bytes.Clone(file[:start]), bytes.ReplaceAll(body, []byte("\n"), []byte("\r\n"))...)
			if same, _ := Parse("a.md", crlf, start, "p-", nil); show(same) != show(doc) {
				t.Errorf("CRLF changes the page:\n%s\n%s", show(doc), show(same))
			}
		}
	})
}

// places returns every place that a parse told.
func places(doc model.Doc, faults diag.List) []diag.Pos {
	var list []diag.Pos
	for _, d := range faults {
		list = append(list, d.Pos)
	}
	for _, a := range doc.Actions {
		list = append(list, a.Pos)
	}
	for _, s := range doc.Sections {
		list = append(list, s.Pos)
		for _, inner := range s.Sections {
			list = append(list, inner.Pos)
		}
	}
	for _, r := range references(doc) {
		switch r.Kind {
		case model.FigureRef:
			list = append(list, r.Figure.Pos, r.Figure.MetricPos)
		case model.LinkStart:
			list = append(list, r.Link.Pos)
		case model.ImageRef:
			list = append(list, r.Image.Pos)
		}
	}
	return list
}

func inside(file []byte, pos diag.Pos) bool {
	lines := strings.Split(strings.TrimPrefix(string(file), "\ufeff"), "\n")
	if pos.Line < 1 || pos.Line > len(lines) || pos.Col < 1 {
		return false
	}
	return pos.Col <= utf8.RuneCountInString(strings.TrimSuffix(lines[pos.Line-1], "\r"))+1
}
