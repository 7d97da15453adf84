package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"

	"reviewfolio/internal/export"
)

// hostile puts what a spreadsheet would run into every text that is exported.
const hostile = `
-- content/site.yaml --
title: "=1+1|title"
as_of: 2026-10-20
metrics:
  demos: {label: "=DEMO()", kind: sum, unit: count, note: "+cmd|' /C calc'!A0"}
breakdowns:
  channel: {label: "@channel"}
ratings:
  dimensions:
    performance: {label: "=perf", weight: 100}
  grades:
    - {grade: "-A", min: 1, share: 100}
-- content/teams/hq.md --
---
name: "=HYPERLINK(\"http://x\",\"总部\")"
---
-- content/teams/east.md --
---
name: "＝华东&<区>\"'"
parent: hq
---
-- content/people/zhang-wei.md --
---
name: "@SUM(1+1)*cmd|' /C calc'!A0"
title: "-2+3\t_x0041_"
team: east
---
-- content/reviews/2026-Q2/zhang-wei/report.md --
---
status: submitted
date: 2026-07-09
metrics: {revenue: {target: 1000, actual: 900.25}, demos: 3}
goals:
  - {id: trip, statement: "+1 =cmd()", supports: east, due: 2026-09-15}
---
## 数据分析
二季度。
-- content/reviews/2026-Q3/zhang-wei/report.md --
---
status: submitted
date: 2026-10-09
metrics: {revenue: {target: 1000, actual: -12.5}, demos: 4}
breakdowns:
  channel: {"=直销": 900, "＠经销": -20}
outcomes:
  trip: {status: dropped, note: "＋没有; \"去\", 成\n=1"}
---
## 目标达成
- [ ] =SUM(A1:A9) @zhang-wei due:2026-10-09 {#channel}
- [ ] 　＝全角 @zhang-wei
-- content/reviews/2026-Q3/zhang-wei/panel.md --
---
role: peer
date: 2026-10-15
status: submitted
ratings: {performance: 4}
---
## 亮点
稳。
-- content/people/panel.md --
---
name: 评委
team: hq
cycle: none
---
`

func TestSafe(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"张伟", "张伟"},
		{"", ""},
		{"=1+1", "'=1+1"},
		{"+86 138", "'+86 138"},
		{"-2", "'-2"},
		{"@x", "'@x"},
		{"＝1", "'＝1"},
		{"＋1", "'＋1"},
		{"－1", "'－1"},
		{"＠x", "'＠x"},
		{"\t=1", "'=1"},
		{"\r=1", "'=1"},
		{"\x00=1", "'=1"},
		{"  =1", "'  =1"},
		{"\u3000=1", "'\u3000=1"},
		{"\u200b=1", "'\u200b=1"},
		{"\ufeff=1", "'\ufeff=1"},
		{"a\tb\r\nc", "a b c"},
		{"1=1", "1=1"},
		{"—", "—"},
		{"'=1", "'=1"},
	} {
		if got := export.Safe(tc.text); got != tc.want {
			t.Errorf("Safe(%q) is %q, want %q", tc.text, got, tc.want)
		}
	}
}

// In no file does a text begin with what a spreadsheet takes for a formula, and
// no text breaks its row.
func TestHostileTextsStayTexts(t *testing.T) {
	x := exporter(t, hostile)
	for _, file := range x.Files() {
		data := written(t, x, file, export.Choice{})
		if path.Ext(file) == ".csv" {
			for _, row := range csvRows(t, data) {
				for column, text := range row {
					if !isNumber(text) {
						harmless(t, file+": "+column, text)
					}
				}
			}
			continue
		}
		for _, text := range textsOf(t, data) {
			harmless(t, file, text)
		}
	}
	figures := csvRows(t, written(t, x, export.FiguresFile, export.Choice{}))
	row := find(t, figures, map[string]string{"id": "zhang-wei", "period": "2026-Q3", "metric": "revenue"})
	holds(t, row, map[string]string{"name": "'@SUM(1+1)*cmd|' /C calc'!A0", "title": "'-2+3 _x0041_", "team_name": "'＝华东&<区>\"'", "actual": "-12.50"})
	f := workbook(t, written(t, x, export.WorkbookFile("east", "hq"), export.Choice{}))
	holds(t, find(t, sheetRows(t, f, "指标"), map[string]string{"标识": "zhang-wei", "期间标识": "2026-Q3", "指标标识": "revenue"}), map[string]string{"实际": "-12.5", "名称": "'@SUM(1+1)*cmd|' /C calc'!A0", "团队": "'＝华东&<区>\"'"})
	holds(t, find(t, sheetRows(t, f, "人员"), map[string]string{"标识": "zhang-wei"}), map[string]string{"职务": "'-2+3 _x0041_", "初评": "'-A"})
	holds(t, find(t, sheetRows(t, f, "目标与承诺"), map[string]string{"目标编号": "trip"}), map[string]string{"本人说明": "'＋没有; \"去\", 成 =1", "目标": "'+1 =cmd()"})
}

// What no row and no cell of a workbook can hold whole does not break it: a row
// is at most 409 points high, a cell holds 32,767 characters.
func TestVeryLongTexts(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("a long goal ", 3500))
	x := exporter(t, strings.ReplaceAll(strings.ReplaceAll(hostile, "+1 =cmd()", long), "+cmd|' /C calc'!A0\"", long+"\""))
	for _, file := range x.Files() {
		data := written(t, x, file, export.Choice{})
		if path.Ext(file) != ".csv" && len(textsOf(t, data)) == 0 {
			t.Errorf("%s has no texts", file)
		}
	}
	f := workbook(t, written(t, x, export.WorkbookFile("east", "hq"), export.Choice{}))
	row := find(t, sheetRows(t, f, "目标与承诺"), map[string]string{"目标编号": "trip"})
	if got := []rune(row["目标"]); len(got) != 32767 || !strings.HasPrefix(long, string(got)) {
		t.Errorf("the goal has %d characters", len(got))
	}
}

func harmless(t *testing.T, where, text string) {
	t.Helper()
	if strings.ContainsAny(text, "\t\r\n\x00") {
		t.Errorf("%s: %q breaks its row", where, text)
	}
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(strings.TrimLeft(text, " \u3000"), sign) {
			t.Errorf("%s: %q is taken for a formula", where, text)
		}
	}
}

func isNumber(text string) bool {
	return strings.Trim(text, "0123456789.") == "" || text[0] == '-' && strings.Trim(text[1:], "0123456789.") == ""
}

// textsOf returns the texts of all cells of a workbook. A formula fails the test.
func textsOf(t *testing.T, data []byte) (list []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, textsIn(t, part.Name, r)...)
		r.Close()
	}
	return list
}

func textsIn(t *testing.T, name string, r io.Reader) (list []string) {
	t.Helper()
	in := ""
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if in = token.Name.Local; in == "f" {
				t.Errorf("%s holds a formula", name)
			}
		case xml.EndElement:
			in = ""
		case xml.CharData:
			if in == "t" {
				list = append(list, string(token))
			}
		}
	}
}
