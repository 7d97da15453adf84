package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
	"reviewfolio/internal/words"
)

func parseProfileText(text string) (*model.Profile, diag.List) {
	s := model.Settings{Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns()}
	return ParseProfile("content/imports/orders.yaml", "orders", []byte(text), &s)
}

func TestProfile(t *testing.T) {
	p, faults := parseProfileText(`title: 订单
sheet: [订单, Sheet1]
header: 3
columns:
  id: 订单号
  owner: {headers: [销售, 负责人], optional: true}
  下单日期:
  amount: [金额, Amount]
  refund: 退款
  status: 状态
lookups:
  returned: {on: id, key: 订单号, value: 退回}
id: id
person: {column: owner, by: [name], people: {华东: zhang-wei}}
date: {column: 下单日期, order: dmy}
where: {status: {not: [作废]}}
metrics:
  revenue: {sum: amount, minus: refund}
  orders: {distinct: id}
  pipeline: {sum: amount, date: as-of, where: {status: [进行中]}}
  won: {count: rows, where: {status: {contains: won, empty: false}}}
breakdowns:
  customer: {column: status, top: 5, names: {老: 老客户}}
  region: owner
series: [revenue]
`)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	switch {
	case len(p.Columns) != 6 || p.Columns[2].Headers[0] != "下单日期" || !p.Columns[1].Optional || len(p.Columns[3].Headers) != 2:
		t.Errorf("columns: %+v", p.Columns)
	case p.Person.Column != "owner" || len(p.Person.By) != 1 || p.Person.Ids[0].ID != "zhang-wei":
		t.Errorf("person: %+v", p.Person)
	case p.Date.Column != "下单日期" || p.Date.Order != model.DayMonthYear || p.Header != 3 || len(p.Sheets) != 2:
		t.Errorf("date: %+v", p)
	case !p.Metrics[2].Date.Snapshot || p.Metrics[2].Where[0].Is[0] != "进行中" || p.Metrics[0].Minus != "refund":
		t.Errorf("metrics: %+v", p.Metrics)
	case p.Metrics[3].Gather != model.GatherCount || p.Metrics[3].Column != model.AllRows || p.Metrics[3].Where[0].Empty != model.No:
		t.Errorf("won: %+v", p.Metrics[3])
	case p.Breakdowns[0].Top != 5 || p.Breakdowns[0].Names[0].Name != "老客户" || p.Breakdowns[1].Column != "owner":
		t.Errorf("breakdowns: %+v", p.Breakdowns)
	case p.Lookups[0].On != "id" || p.Series[0] != "revenue":
		t.Errorf("lookups: %+v", p.Lookups)
	}
}

// TestProfileFaults: each fault with its place and what would mend it.
func TestProfileFaults(t *testing.T) {
	const sound = "columns: {owner: 销售, day: 日期, amount: 金额}\nperson: owner\ndate: day\n"
	for _, c := range []struct{ text, want string }{
		{"", "1:1 the file is empty"},
		{"colums: {a: b}\n", "1:1 unknown key colums (did you mean `columns`?)|1:1 person or team is missing: whose figures the rows are|1:1 metrics, targets or wide is missing: what is imported"},
		{sound, "1:1 metrics, targets or wide is missing: what is imported"},
		{sound + "metrics: {revenu: {sum: amount}}\n", "4:11 there is no metric revenu (did you mean `revenue`?)"},
		{sound + "metrics: {revenue: {sum: amuont}}\n", "4:26 columns has no column amuont (did you mean `amount`?)"},
		{sound + "metrics: {revenue: {summ: amount}}\n", "4:21 unknown key summ (did you mean `sum`?)|4:11 revenue: want one of sum, count, distinct and last"},
		{sound + "metrics: {revenue: {sum: amount, count: rows}}\n", "4:11 revenue: want one of sum, count, distinct and last"},
		{sound + "metrics: {win_rate: {count: rows}}\n", "4:11 win_rate is computed from other metrics: import its two sides"},
		{sound + "metrics: {orders: {count: rows, negate: true}}\n", "4:41 negate is for sum and last only"},
		{sound + "metrics: {orders: {count: rows}}\nbreakdowns: {region: owner}\n", "5:14 metrics does not make revenue, which region is of"},
		{sound + "team: owner\nmetrics: {orders: {count: rows}}\n", "4:1 want person or team, not both"},
		{"columns: {owner: 销售}\nmetrics: {orders: {count: rows, date: as-of}}\n", "1:1 person or team is missing: whose figures the rows are"},
		{"columns: {owner: 销售}\nperson: owner\nmetrics: {orders: {count: rows}}\n", "3:11 orders has no date (write date: and a column, or date: as-of for the state of a day)"},
		{sound + "metrics: {orders: {count: rows, where: {stage: won}}}\n", "4:41 columns has no column stage"},
		{sound + "metrics: {orders: {count: rows}}\nperson: {column: owner}\n", "5:1 duplicate key person, first in line 2"},
		{"columns: {rows: 行}\nperson: rows\nwide:\n", "1:11 the column name rows is taken"},
		{sound + "unit: 万圆\nwide:\n", "4:7 unit: there is no value \"万圆\" (did you mean `万`?)"},
		{sound + "date: {column: day, order: dym}\nwide:\n", "4:1 duplicate key date, first in line 3"},
		{"columns: {owner: 销售, day: 日期}\nperson: owner\ndate: {column: day, order: dym}\nwide:\n", "3:28 date.order: there is no value \"dym\" (did you mean `dmy`?)"},
	} {
		p, faults := parseProfileText(c.text)
		var got []string
		for _, f := range faults {
			line := strings.Join([]string{fmt.Sprintf("%d:%d", f.Pos.Line, f.Pos.Col), words.English.Text(f.Message.Key, f.Message.Args...)}, " ")
			if !f.Hint.IsZero() {
				line += " (" + words.English.Text(f.Hint.Key, f.Hint.Args...) + ")"
			}
			got = append(got, line)
		}
		if strings.Join(got, "|") != c.want || p != nil {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

// TestProfilesAreChecked: the profiles of a portfolio are read with it, and
// know its people and metrics.
func TestProfilesAreChecked(t *testing.T) {
	files := portfolio("---\nstatus: submitted\n---\n")
	const text = "columns: {who: 地区, day: 日期}\nperson: {column: who, people: {华东: zhang-wie, 华北: zhang-wei}}\ndate: day\nmetrics: {orders: {count: rows}}\n"
	files["content/imports/orders.yaml"] = &fstest.MapFile{Data: []byte(text)}
	files["content/imports/broken.yaml"] = &fstest.MapFile{Data: []byte("columns: {a: b\n")}
	files["content/imports/notes.txt"] = &fstest.MapFile{Data: []byte("not read")}
	files["content/pages/p.md"] = &fstest.MapFile{Data: []byte("[模板](../imports/orders.yaml)\n")}
	_, faults, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	const want = "content/imports/broken.yaml:1:10: error: yaml-syntax: the bracket { is not closed\n" +
		"content/imports/orders.yaml:2:36: error: unknown-person: there is no person zhang-wie\n\thint: did you mean `zhang-wei`?\n"
	if got := printed(faults); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
