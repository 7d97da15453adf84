package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
)

// parts are the files of a workbook that a test builds by hand.
type parts map[string]string

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace    = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relType     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// workbookOf returns a workbook with one sheet, whose rows are given.
func workbookOf(rows string) parts {
	return parts{
		"[Content_Types].xml": declaration + `<Types/>`,
		"_rels/.rels":         declaration + `<Relationships><Relationship Id="rId1" Type="` + relType + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     declaration + `<workbook ` + mainSpace + ` ` + relSpace + `><sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": declaration + `<Relationships>` +
			`<Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relType + `styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" Type="` + relType + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheetOf(rows, ""),
	}
}

// sheetOf returns a sheet's part; behind stands behind the rows.
func sheetOf(rows, behind string) string {
	return declaration + `<worksheet ` + mainSpace + `><sheetData>` + rows + `</sheetData>` + behind + `</worksheet>`
}

// with returns the parts with one replaced or added.
func (p parts) with(name, text string) parts {
	p = maps.Clone(p)
	p[name] = text
	return p
}

// replace returns the parts with a text of one replaced.
func (p parts) replace(name, old, with string) parts {
	return p.with(name, strings.Replace(p[name], old, with, 1))
}

// zipped packs the parts, in the order of their names.
func (p parts) zipped(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(data []byte) (*Book, error) {
	return Open(bytes.NewReader(data), int64(len(data)), "x.xlsx")
}

// read returns the rows of the first sheet, a line each: 2: text|#12|…
func read(t testing.TB, data []byte) string {
	t.Helper()
	b, err := open(data)
	if err != nil {
		t.Fatal(err)
	}
	text, err := readSheet(b, 0)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func readSheet(b *Book, sheet int) (string, error) {
	var out strings.Builder
	err := b.Each(sheet, func(r Row) error {
		fmt.Fprintf(&out, "%d: ", r.Number)
		for i, c := range r.Cells {
			if i > 0 {
				out.WriteByte('|')
			}
			out.WriteString(shownCell(c))
		}
		out.WriteByte('\n')
		return nil
	})
	return out.String(), err
}

// shownCell is a cell with a mark of its kind before it.
func shownCell(c Cell) string {
	mark := [...]string{Blank: "", Text: "", Number: "#", Date: "@", Bool: "?", Fault: "!", Uncached: "=?"}[c.Kind]
	if c.Percent {
		mark += "%"
	}
	return mark + strings.ReplaceAll(c.Text, "\n", "⏎")
}

// codeOf returns the code of an error and its arguments, "" of none.
func codeOf(err error) string {
	var e *Error
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &e):
		return "no *Error: " + err.Error()
	}
	return strings.TrimSpace(strings.TrimPrefix(e.Error(), e.File+": "))
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s\n got %s\nwant %s", what, got, want)
	}
}
