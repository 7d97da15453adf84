package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// orderLines is a profile for the order lines of which the superstore portfolio
// was made.
const orderLines = `columns:
  行: 行 ID
  订单: 订单 ID
  日期: 订单日期
  地区:
  销售额:
  数量:
  利润:
  类别:
  细分:
lookups:
  经理: {on: 地区, key: 地区, value: 地区经理}
  退回: {on: 订单, key: 订单 ID, value: 退回}
id: 行
person: 经理
date: 日期
metrics:
  revenue: {sum: 销售额}
  gross_profit: {sum: 利润}
  orders: {distinct: 订单}
  units: {sum: 数量}
  returns: {distinct: 订单, where: {退回: 是}}
breakdowns:
  category: 类别
  segment: 细分
`

var (
	actualSide = regexp.MustCompile(`actual: [-0-9.]+`)
	aloneValue = regexp.MustCompile(`(?m)^(  (?:gross_profit|orders|units|returns): )[-0-9.]+$`)
	partValue  = regexp.MustCompile(`(办公用品|家具|技术|公司|小型企业|消费者): [-0-9.]+`)
)

// Real order lines put right all the figures of the reports that were made of
// them and change nothing else: bound figures in the prose fit again, or the
// build would fail. Parts may be a cent off those that others rounded.
func TestImportRestoresTheSuperstore(t *testing.T) {
	data := "../../../shared/data/superstore-zh"
	if _, err := os.Stat(data); err != nil {
		t.Skip("the superstore data is not here")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(superstore)); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "content/imports/superstore.yaml"), orderLines)
	original := readReports(t, dir)
	for name, text := range original {
		text = actualSide.ReplaceAllString(text, "actual: 1")
		text = aloneValue.ReplaceAllString(text, "${1}2")
		write(t, filepath.Join(dir, name), partValue.ReplaceAllString(text, "${1}: 3"))
	}
	args := []string{"import", data + "/订单.csv", data + "/退货.csv", data + "/销售人员.csv", "--profile", "superstore", "--root", dir}
	var out bytes.Buffer
	if got := run(t.Context(), args, &out, &out, noEnvironment); got != exitOK {
		t.Fatalf("import exits with %d:\n%s", got, out.String())
	}
	hidden := func(text string) string {
		text = actualSide.ReplaceAllString(text, "actual: x")
		return partValue.ReplaceAllString(aloneValue.ReplaceAllString(text, "${1}x"), "${1}: x")
	}
	for name, text := range readReports(t, dir) {
		if hidden(text) != hidden(original[name]) {
			t.Fatalf("%s is\n%s\nwas\n%s", name, text, original[name])
		}
	}
	if len(original) != 96 {
		t.Errorf("%d reports", len(original))
	}
	checkSuperstore(t, dir)
	out.Reset()
	if got := run(t.Context(), args, &out, &out, noEnvironment); got != exitOK || !strings.HasSuffix(out.String(), "\nnothing to change\n") {
		t.Errorf("a second import exits with %d:\n%s", got, out.String())
	}
}

func readReports(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), "content/reviews", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "report.md") {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// A workbook has its dates as days since 1899-12-30, shown by a number format:
// 46211 is 2026-07-08. 12,000 + 3,000.5 = 15,000.5.
func TestImportOfAWorkbook(t *testing.T) {
	begin(t)
	write(t, "content/reviews/2026-Q3/zhang-wei/report.md", "---\nstatus: open\nmetrics: {revenue: 1}   # 含税\n---\n")
	parts := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="三季度" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
			`<row r="1"><c r="A1" t="inlineStr"><is><t>订单号</t></is></c><c r="B1" t="inlineStr"><is><t>销售员</t></is></c><c r="C1" t="inlineStr"><is><t>下单日期</t></is></c><c r="D1" t="inlineStr"><is><t>金额（元）</t></is></c></row>` +
			`<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>zhang-wei</t></is></c><c r="C2" s="1"><v>46211</v></c><c r="D2"><v>12000</v></c></row>` +
			`<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="inlineStr"><is><t>zhang-wei</t></is></c><c r="C3" s="1"><v>46242</v></c><c r="D3"><v>3000.5</v></c></row>` +
			`</sheetData></worksheet>`,
	}
	var book bytes.Buffer
	w := zip.NewWriter(&book)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, "orders.xlsx", book.String())
	var out bytes.Buffer
	if got := run(t.Context(), []string{"import", "orders.xlsx", "--profile", "orders"}, &out, &out, noEnvironment); got != exitOK {
		t.Fatalf("import exits with %d:\n%s", got, out.String())
	}
	text, err := os.ReadFile("content/reviews/2026-Q3/zhang-wei/report.md")
	want := "---\nstatus: open\nmetrics: {revenue: 15000.5, orders: 2}   # 含税\nseries:\n  revenue: {2026-07: 12000, 2026-08: 3000.5}\n  orders: {2026-07: 1, 2026-08: 1}\n---\n"
	if err != nil || string(text) != want {
		t.Errorf("the report is\n%s\nwant\n%s\n%v", text, want, err)
	}
}
