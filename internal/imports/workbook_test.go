package imports

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/sheet"
)

// workbook writes sheets of texts and numbers as a small .xlsx. A sheet is its
// name and then its rows, cells parted by |; a row that begins with "merge "
// names merged ranges.
func workbook(t *testing.T, name string, sheets ...string) File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	write := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + text))
	}
	const main, rel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var list, rels strings.Builder
	for i, text := range sheets {
		title, rows, _ := strings.Cut(text, "\n")
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="r%d"/>`, title, i+1, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, rel, i+1)
		write(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), fmt.Sprintf(`<worksheet xmlns="%s"><sheetData>%s</worksheet>`, main, sheetData(rows)))
	}
	write("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)
	write("_rels/.rels", fmt.Sprintf(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, rel))
	write("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels.String()+`</Relationships>`)
	write("xl/workbook.xml", fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>`, main, rel, list.String()))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open(bytes.NewReader(b.Bytes()), int64(b.Len()), name)
	if err != nil {
		t.Fatal(err)
	}
	return File{name, book}
}

func sheetData(rows string) string {
	var b, merges strings.Builder
	number := 0
	for row := range strings.SplitSeq(strings.TrimSuffix(rows, "\n"), "\n") {
		if ranges, ok := strings.CutPrefix(row, "merge "); ok {
			for _, r := range strings.Fields(ranges) {
				fmt.Fprintf(&merges, `<mergeCell ref="%s"/>`, r)
			}
			continue
		}
		number++
		fmt.Fprintf(&b, `<row r="%d">`, number)
		for i, cell := range strings.Split(row, "|") {
			ref := fmt.Sprintf("%c%d", 'A'+i, number)
			switch {
			case cell == "":
			case strings.Trim(cell, "0123456789.-") == "":
				fmt.Fprintf(&b, `<c r="%s"><v>%s</v></c>`, ref, cell)
			default:
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, cell)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if merges.Len() > 0 {
		fmt.Fprintf(&b, "<mergeCells>%s</mergeCells>", merges.String())
	}
	return b.String()
}

// TestMergedHeaders: the year stands above its months, the name beside both.
func TestMergedHeaders(t *testing.T) {
	p := load(t, "")
	profile, _, err := Load(asFS(nil), "targets", &p.Settings)
	if err != nil {
		t.Fatal(err)
	}
	file := workbook(t, "t.xlsx", "目标\n销售目标（单位：万元）\n姓名|2026年|||2027年\n|1月|2月|3月|1月\n张伟|1.5|2|3|4\n合计|1.5|2|3|4\nmerge A1:E1 A2:A3 B2:D2\n")
	r, err := Run(p, profile, []File{file}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	// 1.5 + 2 + 3 = 6.5 万元
	check(t, "merged", told(r), `
zhang-wei 2026-Q1 revenue target = 65000
zhang-wei 2027-Q1 revenue target = 40000
rows 2 = 1 + 1 + 0
filtered 1 from 5: a total of other rows
note t.xlsx: amounts are in the unit stated beside the table
note 2027-Q1 lacks some of its months: its target would be too small
`)
}

// TestSheets: of several sheets that serve the first is read, those of all
// months, or those that the profile names; lookups are found wherever they are.
func TestSheets(t *testing.T) {
	file := workbook(t, "s.xlsx",
		"说明\n这是七月的订单\n",
		"7月\n地区|日期|金额\n华东|2026-07-01|5\n华北|2026-07-02|7\n",
		"8月\n地区|日期|金额\n华东|2026-08-01|11\n",
		"人员\n地区|经理\n华东|张伟\n华北|李娜\n华北|王五\n")
	const profile = "columns: {region: 地区, day: 日期, sum: 金额}\nlookups:\n  who: {on: region, key: 地区, value: 经理}\nperson: who\ndate: day\nmetrics: {revenue: {sum: sum}}\n"
	for _, c := range []struct{ head, want string }{
		{"", `
zhang-wei 2026-Q3 revenue = 16
rows 3 = 2 + 0 + 1
reject s.xlsx:3 who= import-nobody |
note who: 华北 has several values, none is taken
`},
		{"sheet: [7月, 人员]\n", `
zhang-wei 2026-Q3 revenue = 5
rows 2 = 1 + 0 + 1
reject s.xlsx:3 who= import-nobody |
note who: 华北 has several values, none is taken
`},
		{"sheet: [7月, 8月, 人员]\n", `
zhang-wei 2026-Q3 revenue = 16
rows 3 = 2 + 0 + 1
reject s.xlsx:3 who= import-nobody |
note who: 华北 has several values, none is taken
`},
	} {
		p := load(t, "")
		own := parse(t, p, c.head+profile)
		r, err := Run(p, own, []File{file}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(told(r), `note s.xlsx: the sheet "8月" has these columns as well and is not read; name it under sheet to read it`, "note s.xlsx 8月: import-other-sheet")
		check(t, c.head, got, c.want)
	}
}
