package imports

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"reviewfolio/internal/words"
)

// TestMeasures: what each way of gathering makes of rows.
func TestMeasures(t *testing.T) {
	const head = "columns: {who: 销售, day: 日期, sum: 金额, refund: {headers: 退款, optional: true}, key: 客户, kind: 类别}\nperson: who\ndate: day\n"
	for _, c := range []struct {
		name string
		trial
		want string
	}{
		{"minus and negate", trial{profile: head + "metrics: {revenue: {sum: sum, minus: refund}, expense: {sum: sum, negate: true}}\n", files: []string{
			"销售,日期,金额,退款,客户,类别\n张伟,2026-07-01,100,,A,x\n张伟,2026-07-02,50,20.5,B,x\n张伟,2026-07-03,,5,B,x\n"}},
			// 100 + (50 − 20.5) + (0 − 5) = 124.5
			`
zhang-wei 2026-Q3 revenue = 124.5
zhang-wei 2026-Q3 expense = -150
rows 3 = 3 + 0 + 0
note "金额" is blank in 2 rows
`},
		{"last: the rows of the period's last day", trial{profile: head + "metrics: {ar: {last: sum}}\nseries: [ar]\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-07-31,100,A,x\n张伟,2026-07-31,10,B,x\n张伟,2026-09-30,70,A,x\n张伟,2026-08-31,90,A,x\n张伟,2026-09-30,7,B,x\n"}},
			// 70 + 7 = 77 at the end of the quarter and of September; July 100 + 10.
			`
zhang-wei 2026-Q3 ar = 77
zhang-wei 2026-Q3 ar 2026-07 = 110
zhang-wei 2026-Q3 ar 2026-08 = 90
zhang-wei 2026-Q3 ar 2026-09 = 77
rows 5 = 5 + 0 + 0
`},
		{"distinct: parts and months that overlap are left out", trial{profile: head + "metrics: {new_customers: {distinct: key}, revenue: {sum: sum}}\nseries: [new_customers]\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-07-31,1,A,x\n张伟,2026-08-31,1,Ａ,y\n张伟,2026-08-31,1,,y\n"}},
			`
zhang-wei 2026-Q3 revenue = 3
zhang-wei 2026-Q3 new_customers = 1
rows 3 = 3 + 0 + 0
note new_customers: its months overlap and do not add up: they are left out
`},
		{"conditions", trial{profile: head + "where: {kind: {lacks: [测试]}}\nmetrics:\n  won: {count: rows, where: {kind: {contains: [won], not: [Closed Won (old)]}}}\n  lost: {count: key, where: {kind: [丢单, LOST]}}\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-07-01,,A,Ｃｌｏｓｅｄ Ｗｏｎ\n张伟,2026-07-01,,A,closed won (old)\n张伟,2026-07-01,,A,lost\n张伟,2026-07-01,,,lost\n张伟,2026-07-01,,A,测试 won\n"}},
			`
zhang-wei 2026-Q3 won = 1
zhang-wei 2026-Q3 lost = 1
rows 5 = 2 + 3 + 0
filtered 1 from 3: no metric takes it: 类别 is "closed won (old)"
filtered 1 from 5: no metric takes it: 类别 is "lost"
filtered 1 from 6: 类别 is "测试 won"
`},
		{"parts: renamed, joined, the smaller ones as one, rounded to make the whole", trial{profile: head + "metrics: {revenue: {sum: sum}}\nbreakdowns:\n  customer: {column: key, top: 2, names: {甲: 甲公司}}\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-07-01,10.005,甲,x\n张伟,2026-07-01,10.005,甲公司,x\n张伟,2026-07-01,9.004,乙,x\n张伟,2026-07-01,5.004,丙,x\n张伟,2026-07-01,1.004,,x\n"}},
			// 35.022 is 35.02; 20.01 + 9.004 + 6.008: 20.01, 9.00 and 6.00 make 35.01, and the cent goes to 6.008.
			`
zhang-wei 2026-Q3 revenue = 35.02
zhang-wei 2026-Q3 customer/甲公司 = 20.01
zhang-wei 2026-Q3 customer/乙 = 9
zhang-wei 2026-Q3 customer/其他 = 6.01
rows 5 = 5 + 0 + 0
`},
		{"figures of teams", trial{profile: "columns: {who: 团队, day: 月份, sum: 市场容量}\nteam: who\ndate: day\nmetrics: {market_size: {sum: sum}}\n", files: []string{
			"团队,月份,市场容量（亿元）\n华东区,2026年7月,1.2\neast,2026-09,0.8\n华西区,2026-09,1\n华东区,2026,1\n"}},
			// 1.2 + 0.8 = 2 亿
			`
east 2026-Q3 market_size = 200000000
rows 4 = 2 + 0 + 2
reject f1.csv:4 团队=华西区 import-unknown-team 华东区 (east)
reject f1.csv:5 月份=2026 import-long-period |
note amounts are in the unit of the header: 市场容量（亿元）
`},
		{"targets in rows, of any length", trial{profile: "columns: {who: 姓名, day: 期间, sum: 目标}\nperson: {column: who, by: [name], people: {华东: zhang-wei}}\ndate: day\ntargets: {revenue: {sum: sum}}\n", files: []string{
			"姓名,期间,目标\n华东,2026-07,1\n张伟,2026年8月,2\n张伟,2026-Q4,3\n张伟,2026,9\nli-na,2026-07,5\n"}},
			`
zhang-wei 2026-Q3 revenue target = 3
zhang-wei 2026-Q4 revenue target = 3
zhang-wei 2026 revenue target = 9
rows 5 = 4 + 0 + 1
reject f1.csv:6 姓名=li-na import-unknown-person |
`},
		{"a column of kinds says no totals", trial{profile: head + "metrics: {revenue: {sum: sum}}\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-07-01,1,A,sum\n张伟,2026-07-02,2,A,sum\n张伟,2026-07-03,4,A,sum\n合计,,7,,sum\n"}},
			`
zhang-wei 2026-Q3 revenue = 7
rows 4 = 3 + 1 + 0
filtered 1 from 5: a total of other rows
`},
		{"moments in UTC are told", trial{profile: head + "metrics: {revenue: {sum: sum}}\n", files: []string{
			"销售,日期,金额,客户,类别\n张伟,2026-09-30T17:00:00Z,100,A,x\n张伟,2026-07-01 08:00:00,1,A,x\n"}},
			`
zhang-wei 2026-Q3 revenue = 101
rows 2 = 2 + 0 + 0
note "日期" is in UTC (2026-09-30T17:00:00Z), and days are taken as written: export local times, or late hours count on the day before
`},
		{"several files are one", trial{profile: "zoho-leads", files: []string{
			"Record Id,Lead Owner,Created Time\n1,Li Na,2026-07-01\n2,Li Na,2026-07-01\n",
			"Record Id;Lead Owner;Created Time\n2;Zhang Wei;2026-07-01\n3;Li Na;2026-07-01\n"}},
			`
li-na 2026-Q3 leads = 3
li-na 2026-Q3 leads 2026-07 = 3
rows 4 = 3 + 0 + 1
reject f2.csv:2 Record Id=2 import-twice.differs |
note there is no column "Lead Status": its condition is left out
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

// TestCurrency: another currency counts by its own rate or not at all.
func TestCurrency(t *testing.T) {
	const profile = "columns: {who: 销售, day: 日期, sum: 金额, cur: 币种, rate: {headers: 汇率, optional: true}}\nperson: who\ndate: day\ncurrency: {column: cur, multiply_by: rate}\nmetrics: {revenue: {sum: sum}}\n"
	r, err := trial{profile: profile, files: []string{
		"销售,日期,金额,币种,汇率\n张伟,2026-07-01,$10,USD - 美元,7.1234567\n张伟,2026-07-01,1,人民币,9\n张伟,2026-07-01,¥1,,\n张伟,2026-07-01,€5,,\n张伟,2026-07-01,5,EUR,\n"}}.run(t)
	if err != nil {
		t.Fatal(err)
	}
	// 10 × 7.1234567 = 71.234567, and 1 + 1: 73.234567
	check(t, "currencies", told(r), `
zhang-wei 2026-Q3 revenue = 73.23
rows 5 = 3 + 0 + 2
reject f1.csv:5 金额=€5 import-other-sign |
reject f1.csv:6 币种=EUR import-no-rate |
note USD - 美元: 1 row converted by their own rate
`)
	_, err = trial{profile: "zoho-deals", files: []string{
		"Deal Owner,Stage,Amount,Closing Date,Currency,Exchange Rate\nLi Na,Closed Won,5,2026-07-01,USD,1\n"}}.run(t)
	fault := (*Fault)(nil)
	if !errors.As(err, &fault) || fault.Message.Key != "import-home-currency" {
		t.Errorf("rates against another currency: %v", err)
	}
}

// TestSums: what is read is what was used, filtered and rejected, totals apart.
func TestSums(t *testing.T) {
	r, err := trial{profile: small, options: Options{Period: quarter("2026-Q3")}, files: []string{
		"订单号,销售,日期,金额\n1,张伟,2026-07-01,0.1\n2,张伟,2026-07-01,0.2\n3,张炜,2026-07-01,5\n4,张伟,2026-10-01,7.05\n合计,,,12.35\n"}}.run(t)
	if err != nil {
		t.Fatal(err)
	}
	if want := []Sum{{Header: "金额", Read: "12.35", Used: "0.3", Filtered: "7.05", Rejected: "5"}}; fmt.Sprint(r.Sums) != fmt.Sprint(want) {
		t.Errorf("%+v", r.Sums)
	}
	want := `
f1.csv: header in row 1, 5 rows below
rows: read 5 = used 2 + filtered 2 + rejected 1
金额: read 12.35 = used 0.3 + filtered 7.05 + rejected 5
filtered:
  1 row, from row 5 on: date outside 2026-Q3
  1 row, from row 6 on: a total of other rows
rejected:
  f1.csv:4: 销售 "张炜": there is no such person; did you mean 张伟 (zhang-wei)?
notes:
  there is no column "状态": its condition is left out
`
	check(t, "report", r.Text(words.English), want)
	if zh := r.Text(words.Chinese); !strings.Contains(zh, "行：读取 5 = 计入 2 + 不计 2 + 拒绝 1") || strings.Contains(zh, "{") {
		t.Error(zh)
	}
}

// TestEncodings: the same table however it is written.
func TestEncodings(t *testing.T) {
	const text = "订单号,销售,日期,金额\n1,张伟,2026-07-01,\"1,234.50\"\n"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for name, file := range map[string]string{"UTF-8": text, "with BOM and CRLF": "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"), "GB18030": gbk} {
		r, err := trial{profile: small, files: []string{file}}.run(t)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want == "" {
			want = told(r)
		}
		check(t, name, told(r), want)
	}
	if !strings.Contains(want, "zhang-wei 2026-Q3 revenue = 1234.5\n") {
		t.Error(want)
	}
}

// TestSameBytes: two runs tell the same.
func TestSameBytes(t *testing.T) {
	var b strings.Builder
	b.WriteString("订单号,销售,日期,产品,渠道,金额\n")
	for i := range 500 {
		fmt.Fprintf(&b, "%d,%s,2026-%02d-%02d,P%d,C%d,%d.%03d\n", i%90, []string{"张伟", "李娜", "王芳"}[i%3], i%12+1, i%28+1, i%40, i%5, i, i)
	}
	x := trial{profile: "orders", files: []string{b.String()}}
	first, err := x.run(t)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := x.run(t)
		if err != nil || told(again) != told(first) || again.Text(words.Chinese) != first.Text(words.Chinese) {
			t.Fatal("another run tells something else", err)
		}
	}
}

// BenchmarkRun reads 100,000 rows of an order list.
func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	text.WriteString("订单号,行ID,销售,下单日期,产品名称,渠道,客户名称,地区,行业,数量,金额,毛利,备注\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "SO-%d,%d,%s,2026-%02d-%02d,产品%d,渠道%d,客户%d,地区%d,行业%d,%d,\"%d,%03d.%02d\",%d.5,备注 %d\n",
			i/3, i, []string{"张伟", "李娜"}[i%2], i%12+1, i%28+1, i%200, i%5, i%3000, i%7, i%9, i%10, i%90+1, i%1000, i%100, i%500, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		t := &testing.T{}
		r, err := trial{profile: "orders", files: []string{text.String()}}.run(t)
		if err != nil || r.Rows.Used != 100_000 {
			b.Fatal(err, r)
		}
	}
}
