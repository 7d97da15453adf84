package imports

import (
	"strings"
	"testing"

	"reviewfolio/internal/source"
	"reviewfolio/internal/words"
)

func explain(t *testing.T, site, text string) *Explanation {
	t.Helper()
	e, err := Explain(asFS(company), load(t, site), open(t, "f.csv", text))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestExplain(t *testing.T) {
	e := explain(t, "", "某公司销售明细;;;;;\n\n业务员;下单日;品名;渠道;总价（元）;件\n张伟;13/04/2026;笔;直销;1.234,50;3\n李娜;03/04/2026;墨;线上;20,00;1\n合计;;;;1.254,50;4\n")
	check(t, "an order list", e.Text(words.English), `
f.csv: text in UTF-8, separated by ;
table: header in row 3, 3 rows below
  1 业务员: text, 2 different values, 2 of them are people: 张伟 | 李娜
  2 下单日: dates, like 1/7/2026 (2), day/month/year by 13/04/2026 in row 4, 2 different values: 13/04/2026 | 03/04/2026
  3 品名: text, 2 different values: 笔 | 墨
  4 渠道: text, 2 different values: 直销 | 线上
  5 总价（元）: numbers, decimal commas by 1.234,50 in row 4, 2 different values: 1.234,50 | 20,00
  6 件: numbers, 2 different values: 3 | 1
no profile fits this file
a profile to start from; save it as content/imports/<name>.yaml:

# 按表头和内容推测，请逐项核对
columns:
  业务员: 业务员
  下单日: 下单日
  '总价（元）': '总价（元）'
  渠道: 渠道
  品名: 品名
person: 业务员
date: 下单日
metrics:
  revenue: {sum: '总价（元）'}
  orders: {count: rows}
breakdowns:
  channel: {column: 渠道, top: 20}
  product: {column: 品名, top: 20}
series: [revenue, orders]
`)
	e = explain(t, "language: en\n", "Record Id,Deal Owner,Amount,Closing Date,Phase,Created Time\n1,Li Na,1,2026-07-01,Closed Won,2026-07-01\n")
	if len(e.Profiles) == 0 || e.Profiles[0].Name != "zoho-deals" || strings.Join(e.Profiles[0].Missing, "") != "Stage / 阶段" ||
		!strings.HasPrefix(e.Start, "# Missing: Stage / 阶段. Add the file's headers to columns.\ntitle: Zoho CRM") {
		t.Errorf("%+v\n%s", e.Profiles, e.Start)
	}
}

// TestExplainDeals: where stages say won, deals are counted by their stage.
func TestExplainDeals(t *testing.T) {
	e := explain(t, "language: en\n", "agent,product,deal_stage,engage_date,close_date,close_value\nLi Na,X,Won,2026-06-01,2026-07-01,10\nZhang Wei,Y,Lost,2026-06-02,2026-07-02,0\n")
	check(t, "deals", e.Start, `
# Guessed from the headers and cells: look it over.
columns:
  agent: agent
  close_date: close_date
  close_value: close_value
  deal_stage: deal_stage
  engage_date: engage_date
  product: product
person: agent
date: close_date
metrics:
  revenue: {sum: close_value, where: {deal_stage: {contains: [won]}}}
  won: {count: rows, where: {deal_stage: {contains: [won]}}}
  lost: {count: rows, where: {deal_stage: {contains: [lost]}}}
  opportunities: {count: rows, date: engage_date}
breakdowns:
  product: {column: product, top: 20}
series: [revenue, won, lost, opportunities]
`)
}

// TestStartingProfiles: whatever the headers are, the profile to start from
// can be read.
func TestStartingProfiles(t *testing.T) {
	for _, text := range []string{
		"销售,日期,金额\n张伟,2026-07-01,1\n",
		"rows,as-of,null,true\na,b,c,d\n",
		"a: b,'c',\"d \"\"e\"\"\",#f,[g],{h}\n1,2,3,4,5,6\n",
		"x,x,z,y\n1,2,3,4\n",
		"\u200b名\u200b称,日\u00a0期,~,-,*\na,b,c,d,e\n",
		"姓名,1月,2月,3月,4月\n张伟,1,2,3,4\n",
		"stage,owner,close date,amount\nclosed won,a,2026-01-01,1\nlost,b,2026-01-01,2\n",
		"订单 ID,行 ID,订单日期,销售额,数量,利润,地区,渠道,客户名称,销售\n1,1,2026-01-01,2,3,4,华东,线上,A,张伟\n2,2,2026-01-02,2,3,4,华北,直销,B,张伟\n",
		"a\tb\tc\nd\te\tf\n",
		"Record Id,Deal Owner,Amount,Closing Date,Stage\n1,Li Na,1,2026-07-01,Closed Won\n",
		"\\n,\\t,a\\b,c\\\n1,2,3,4\n",
	} {
		p := load(t, "")
		e := explain(t, "", text)
		if profile, faults := source.ParseProfile("s.yaml", "s", []byte(e.Start), &p.Settings); profile == nil || len(faults) > 0 {
			t.Errorf("%q: %v\n%s", text, faults, e.Start)
		}
	}
}
