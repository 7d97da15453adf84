package imports

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/source"
	"reviewfolio/internal/words"
)

// company is a small portfolio. Two people are called 王芳; 赵强 left.
var company = map[string]string{
	"content/site.yaml":            "title: t\n",
	"content/teams/hq.md":          "---\nname: 全国\n---\n",
	"content/teams/east.md":        "---\nname: 华东区\nparent: hq\n---\n",
	"content/people/zhang-wei.md":  "---\nname: 张伟\nteam: east\naliases: [Zhang Wei, 张伟(华东), wei.zhang@example.com]\npinyin: zhang wei\n---\n",
	"content/people/li-na.md":      "---\nname: 李娜\nteam: hq\naliases: [Li Na]\n---\n",
	"content/people/wang-fang.md":  "---\nname: 王芳\nteam: east\n---\n",
	"content/people/wang-fang2.md": "---\nname: 王芳\nteam: hq\naliases: [王芳(总部)]\n---\n",
	"content/people/zhao-qiang.md": "---\nname: 赵强\nteam: hq\nleft: 2026-06-30\n---\n",
}

func asFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// load reads the company, with another site.yaml unless that is "".
func load(t *testing.T, site string) *model.Portfolio {
	t.Helper()
	fsys := asFS(company)
	if site != "" {
		fsys["content/site.yaml"] = &fstest.MapFile{Data: []byte(site)}
	}
	p, faults, err := source.Load(fsys)
	if err != nil || faults.HasErrors() {
		t.Fatal(err, faults)
	}
	return p
}

func open(t *testing.T, name, text string) File {
	t.Helper()
	book, err := sheet.Open(strings.NewReader(text), int64(len(text)), name)
	if err != nil {
		t.Fatal(err)
	}
	return File{name, book}
}

// parse reads a profile that is written in the test.
func parse(t *testing.T, p *model.Portfolio, text string) *model.Profile {
	t.Helper()
	own, faults := source.ParseProfile("own.yaml", "own", []byte(text), &p.Settings)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return own
}

// A trial is one import and what is wanted of it.
type trial struct {
	site    string // site.yaml; "" is an empty one
	profile string // a built-in one's name, or YAML
	files   []string
	options Options
}

func (x trial) run(t *testing.T) (*Result, error) {
	t.Helper()
	p := load(t, x.site)
	var profile *model.Profile
	if strings.Contains(x.profile, "\n") {
		profile = parse(t, p, x.profile)
	} else {
		own, faults, err := Load(asFS(nil), x.profile, &p.Settings)
		if err != nil || len(faults) > 0 {
			t.Fatal(err, faults)
		}
		profile = own
	}
	var files []File
	for i, text := range x.files {
		files = append(files, open(t, fmt.Sprintf("f%d.csv", i+1), text))
	}
	return Run(p, profile, files, x.options)
}

// told writes a result in lines: figures, rows, rejects, what was filtered.
func told(r *Result) string {
	var b strings.Builder
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "%s %s", f.ID, f.Period)
		if f.Part != Breakdown {
			fmt.Fprintf(&b, " %s", f.Metric)
		}
		switch f.Part {
		case Target:
			b.WriteString(" target")
		case Breakdown:
			fmt.Fprintf(&b, " %s/%s", f.Breakdown, f.Name)
		case Series:
			fmt.Fprintf(&b, " %s", f.Step)
		}
		fmt.Fprintf(&b, " = %s\n", f.Amount)
	}
	fmt.Fprintf(&b, "rows %d = %d + %d + %d\n", r.Rows.Read, r.Rows.Used, r.Rows.Filtered, r.Rows.Rejected)
	for _, f := range r.Filtered {
		fmt.Fprintf(&b, "filtered %d from %d: %s\n", f.Rows, f.First, said(words.English, f.Reason))
	}
	for _, x := range r.Rejects {
		fmt.Fprintf(&b, "reject %s:%d %s=%s %s %s\n", x.File, x.Row, x.Header, x.Value, x.Reason.Key, cmp.Or(strings.Join(x.Near, ", "), "|"))
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note %s\n", said(words.English, n))
	}
	return b.String()
}

func check(t *testing.T, name, got, want string) {
	t.Helper()
	if want = strings.TrimPrefix(want, "\n"); got != want {
		t.Errorf("%s:\n got\n%s\nwant\n%s", name, got, want)
	}
}

const small = `columns: {订单号: , 销售: , 日期: , 金额: , 状态: {headers: 状态, optional: true}}
person: 销售
date: 日期
where: {状态: {not: [作废]}}
metrics:
  revenue: {sum: 金额}
  orders: {distinct: 订单号}
`

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name string
		trial
		want string
	}{
		{"sums by person and quarter; an order of two lines is one", trial{profile: small, files: []string{
			"订单号,销售,日期,金额\nA1,张伟,2026-07-01,100.5\nA1,张伟,2026-07-01,\"1,200\"\nA2,张伟,2026-10-02,3万\nA3,li-na,2026/8/9,¥50\n"}},
			// 100.5 + 1200 = 1300.5
			`
li-na 2026-Q3 revenue = 50
li-na 2026-Q3 orders = 1
zhang-wei 2026-Q3 revenue = 1300.5
zhang-wei 2026-Q3 orders = 1
zhang-wei 2026-Q4 revenue = 30000
zhang-wei 2026-Q4 orders = 1
rows 4 = 4 + 0 + 0
note there is no column "状态": its condition is left out
`},
		{"headers in full width, with marks, units, after a title", trial{profile: small, files: []string{
			"华信科技订单,,,\n,,,\n*订单号：,销售（必填）,日期 ,金额（万元）,备注\nA1,张伟,2026-07-01,1.5,\n"}},
			`
zhang-wei 2026-Q3 revenue = 15000
zhang-wei 2026-Q3 orders = 1
rows 1 = 1 + 0 + 0
note there is no column "状态": its condition is left out
note amounts are in the unit of the header: 金额（万元）
`},
		{"the unit above the table", trial{profile: small, files: []string{
			"单位：万元,,,\n订单号,销售,日期,金额,状态\nA1,张伟,2026-07-01,1.5,正常\n"}},
			`
zhang-wei 2026-Q3 revenue = 15000
zhang-wei 2026-Q3 orders = 1
rows 1 = 1 + 0 + 0
note f1.csv: amounts are in the unit stated beside the table
`},
		{"what is left out and what is refused", trial{profile: small, options: Options{Period: quarter("2026-Q3")}, files: []string{
			"订单号,销售,日期,金额,状态\n" +
				"A1,张伟,2026-07-01,100,正常\n" +
				"A2,张伟,2026-07-02,10,作废\n" +
				"A3,张炜,2026-07-03,20,正常\n" +
				"A4,王芳,2026-07-04,30,正常\n" +
				"A5,张伟,2026-13-05,40,正常\n" +
				"A6,张伟,2026-07-06,一百,正常\n" +
				"A7,张伟,,50,正常\n" +
				"A8,,2026-07-08,60,正常\n" +
				"A9,赵强,2026-07-09,70,正常\n" +
				"B1,某某某某,2026-10-09,80,正常\n" +
				"B2,李娜,2026-07-10,30%,正常\n" +
				"订单号,销售,日期,金额,状态\n" +
				"合计,,,460,\n" +
				"制表人：王芳,,,,\n"}},
			`
zhang-wei 2026-Q3 revenue = 100
zhang-wei 2026-Q3 orders = 1
rows 14 = 1 + 5 + 8
filtered 1 from 3: 状态 is "作废"
filtered 1 from 11: date outside 2026-Q3
filtered 1 from 13: the header once more
filtered 1 from 14: a total of other rows
filtered 1 from 15: a remark: only one cell is filled
reject f1.csv:4 销售=张炜 import-unknown-person 张伟 (zhang-wei)
reject f1.csv:5 销售=王芳 import-ambiguous wang-fang, wang-fang2
reject f1.csv:6 日期=2026-13-05 cell-not-a-date |
reject f1.csv:7 金额=一百 cell-not-a-number |
reject f1.csv:8 日期= import-no-date |
reject f1.csv:9 销售= import-nobody |
reject f1.csv:10 销售=赵强 import-not-there |
reject f1.csv:12 金额=30% import-percent |
note "日期" has blank cells: if they mean the value above, write fill: true at this column of the profile
note "销售" has blank cells: if they mean the value above, write fill: true at this column of the profile
`},
		{"names as exports have them", trial{profile: small, files: []string{
			"订单号,销售,日期,金额\n1,Zhang Wei,2026-07-01,1\n2,\"Wei, Zhang\",2026-07-01,1\n3,ＺＨＡＮＧ　ＷＥＩ,2026-07-01,1\n4,张 伟,2026-07-01,1\n5,张伟（离职）,2026-07-01,1\n6,WEI.ZHANG@example.com,2026-07-01,1\n7,zhang-wei,2026-07-01,1\n8,王芳（总部）,2026-07-01,1\n9,Wang Fang,2026-07-01,1\n10,na.li@example.com,2026-07-01,1\n"}},
			`
li-na 2026-Q3 revenue = 1
li-na 2026-Q3 orders = 1
wang-fang2 2026-Q3 revenue = 1
wang-fang2 2026-Q3 orders = 1
zhang-wei 2026-Q3 revenue = 7
zhang-wei 2026-Q3 orders = 7
rows 10 = 9 + 0 + 1
reject f1.csv:10 销售=Wang Fang import-ambiguous wang-fang, wang-fang2
note there is no column "状态": its condition is left out
`},
		{"a total without a word, and subtotals", trial{profile: small, files: []string{
			"订单号,销售,日期,金额\n1,张伟,2026-07-01,1\n2,张伟,2026-07-01,2\n,张伟 汇总,,3\n3,李娜,2026-07-01,4\n,,,7\n"}},
			// 1 + 2 = 3; 1 + 2 + 4 = 7
			`
li-na 2026-Q3 revenue = 4
li-na 2026-Q3 orders = 1
zhang-wei 2026-Q3 revenue = 3
zhang-wei 2026-Q3 orders = 2
rows 5 = 3 + 2 + 0
filtered 1 from 4: a total of other rows
filtered 1 from 6: a total without a word: the sum of the rows above
note there is no column "状态": its condition is left out
`},
		{"day before month, by the one date that tells", trial{profile: small, files: []string{
			"订单号,销售,日期,金额\n1,张伟,03/04/2026,1\n2,张伟,13/04/2026,2\n"}},
			`
zhang-wei 2026-Q2 revenue = 3
zhang-wei 2026-Q2 orders = 2
rows 2 = 2 + 0 + 0
note there is no column "状态": its condition is left out
note "日期" is day/month/year: 13/04/2026 in row 3 can be nothing else
`},
		{"a header far below, said by the profile", trial{profile: "header: 61\n" + small, files: []string{
			strings.Repeat("说明,a,b,c\n", 60) + "订单号,销售,日期,金额\n1,张伟,2026-07-01,5\n"}},
			`
zhang-wei 2026-Q3 revenue = 5
zhang-wei 2026-Q3 orders = 1
rows 1 = 1 + 0 + 0
note there is no column "状态": its condition is left out
`},
		{"fiscal years", trial{site: "fiscal_year_start: 4\ncycle: half\n", profile: small, files: []string{
			"订单号,销售,日期,金额\n1,张伟,2026-03-31,1\n2,张伟,2026-04-01,2\n"}},
			`
zhang-wei 2025-H2 revenue = 1
zhang-wei 2025-H2 orders = 1
zhang-wei 2026-H1 revenue = 2
zhang-wei 2026-H1 orders = 1
rows 2 = 2 + 0 + 0
note there is no column "状态": its condition is left out
`},
	} {
		r, err := c.run(t)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, c.name, told(r), c.want)
	}
}

func quarter(s string) model.Period {
	p, _ := model.ParsePeriod(s)
	return p
}

// TestFaults: why a file as a whole cannot be imported.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		trial
		want string
	}{
		{"columns missing", trial{profile: small, files: []string{"订单号,业务员,日期,金额\n1,张伟,2026-07-01,1\n"}},
			"f1.csv: the columns that the profile needs are not there: 销售\n\timport --explain shows which columns the file has"},
		{"a period shorter than the cycle", trial{profile: small, options: Options{Period: quarter("2026-07")}, files: []string{"订单号,销售,日期,金额\n"}},
			"2026-07 is shorter than the review cycle: its figures would be partial"},
		{"another currency in the header", trial{profile: small, files: []string{"订单号,销售,日期,金额（USD）\n1,张伟,2026-07-01,1\n"}},
			`f1.csv: "金额（USD）" is in USD, the portfolio in CNY`},
	} {
		_, err := c.run(t)
		fault := (*Fault)(nil)
		if !errors.As(err, &fault) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, c.name, fault.Text(words.English), c.want)
	}
	_, err := trial{profile: small, files: []string{"订单号,销售,日期,金额\n1,张伟,03/04/2026,1\n"}}.run(t)
	fault := (*Fault)(nil)
	if !errors.As(err, &fault) || fault.Message.Key != "import-dates" || fault.Cause.IsZero() {
		t.Errorf("dates that can be read in two ways: %v", err)
	}
}
