package export_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
	"golang.org/x/tools/txtar"

	"reviewfolio/internal/build"
	"reviewfolio/internal/export"
)

// pilot is a company of three with a team of two. In 万:
//
//	           二季度            三季度
//	张伟 销售额  900 / 1000        1350 / 1200
//	     毛利    270               486 / 400
//	王芳 销售额                    600 / 800
//	     毛利                      150，没有目标
//	总部 下达                      销售额 3000；市场容量 20000 自报
const pilot = `
-- content/site.yaml --
title: 试点
as_of: 2026-10-20
kpis: {revenue: 70, gross_profit: 30}
-- content/teams/hq.md --
---
name: 总部
lead: li-na
targets:
  2026-Q3: {revenue: 3000万}
figures:
  2026-Q3: {market_size: 2亿}
---
-- content/teams/east.md --
---
name: 华东区
parent: hq
---
-- content/people/li-na.md --
---
name: 李娜
team: hq
cycle: none
---
-- content/people/zhang-wei.md --
---
name: 张伟
title: 销售经理
team: east
manager: li-na
---
-- content/people/wang-fang.md --
---
name: 王芳
team: east
manager: li-na
targets:
  2026-Q4: {revenue: 900万}
---
-- content/reviews/2026-Q2/zhang-wei/report.md --
---
status: submitted
date: 2026-07-09
metrics:
  revenue: {target: 1000万, actual: 900万}
  gross_profit: 270万
goals:
  - {id: revenue, statement: 三季度销售额 1200 万, metric: revenue, target: 1200万, due: 2026-09-30}
  - {id: trip, statement: 拜访十家经销商, due: 2026-09-15}
---
## 数据分析
二季度。
-- content/reviews/2026-Q3/zhang-wei/report.md --
---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: 1200万, actual: 1350万}
  gross_profit: {target: 400万, actual: 486万}
  gross_margin: {target: 30%}
  nps: {promoters: 60, passives: 30, detractors: 10}
  training_hours: 7.5
breakdowns:
  channel: {直销: {target: 800万, actual: 900万}, 经销: 450万}
outcomes:
  trip: {status: dropped, note: 经销商大会取消}
---
## 目标达成
- [ ] 完成渠道梳理 @zhang-wei due:2026-10-09 {#channel}
-- content/reviews/2026-Q3/zhang-wei/li-na.md --
---
role: manager
date: 2026-10-15
status: submitted
ratings: {performance: 4.5, strategy: 4, team: 4, communication: 4}
---
## 亮点
稳。
-- content/reviews/2026-Q3/wang-fang/report.md --
---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: 800万, actual: 600万}
  gross_profit: 150万
---
## 数据分析
三季度。
`

// exporter returns the Exporter of a portfolio, of which later files replace
// earlier ones.
func exporter(t *testing.T, archives ...string) *export.Exporter {
	t.Helper()
	root := fstest.MapFS{}
	for _, archive := range archives {
		for _, f := range txtar.Parse([]byte(archive)).Files {
			root[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	c, err := build.Check(root, false)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := c.Faults.Count(); n > 0 {
		t.Fatalf("the portfolio has %d errors: %v", n, c.Faults)
	}
	return build.Exporter(c)
}

func written(t *testing.T, x *export.Exporter, path string, c export.Choice) []byte {
	t.Helper()
	var b bytes.Buffer
	ok, err := x.Write(&b, path, c)
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		t.Fatalf("there is no %s", path)
	}
	return b.Bytes()
}

// workbook opens a workbook, with the values of its cells as they are stored.
func workbook(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// rowsOf returns the rows of a table, each by the names of its columns.
func rowsOf(t *testing.T, lines [][]string) []map[string]string {
	t.Helper()
	var list []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, head := range lines[0] {
			if i < len(line) {
				row[head] = line[i]
			} else {
				row[head] = ""
			}
		}
		list = append(list, row)
	}
	return list
}

func sheetRows(t *testing.T, f *excelize.File, sheet string) []map[string]string {
	t.Helper()
	lines, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rowsOf(t, lines)
}

func csvRows(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	text, ok := strings.CutPrefix(string(data), "\ufeff")
	if !ok || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a csv file has a byte order mark and CRLF")
	}
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rowsOf(t, lines)
}

// find returns the one row with these values.
func find(t *testing.T, rows []map[string]string, with map[string]string) map[string]string {
	t.Helper()
	var found []map[string]string
	for _, row := range rows {
		same := true
		for key, want := range with {
			same = same && row[key] == want
		}
		if same {
			found = append(found, row)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d rows with %v, want one", len(found), with)
	}
	return found[0]
}

func holds(t *testing.T, row, want map[string]string) {
	t.Helper()
	for key, value := range want {
		if row[key] != value {
			t.Errorf("%s is %q, want %q in %v", key, row[key], value, row)
		}
	}
}
