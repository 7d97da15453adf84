package analysis_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/diff"
	"reviewfolio/internal/model"
	"reviewfolio/internal/source"
)

// reportOf reads a report by the settings of an empty site.yaml.
func reportOf(t *testing.T, front, body string) *model.Report {
	t.Helper()
	p, _, err := source.Load(fstest.MapFS{"content/site.yaml": &fstest.MapFile{}})
	if err != nil {
		t.Fatal(err)
	}
	archive := source.NewArchive(&p.Settings)
	archive.Open(&model.Report{File: "content/reviews/2026-Q3/an/report.md"}, nil)
	r := archive.Report([]byte("---\n" + front + "\n---\n" + body))
	if r == nil {
		t.Fatalf("cannot be read: %s", front)
	}
	return r
}

// toldDifferences writes differences line by line.
func toldDifferences(d analysis.Differences) string {
	var b strings.Builder
	opt := func(o model.Opt) string {
		if !o.OK {
			return "-"
		}
		return o.Amount.String()
	}
	for _, f := range d.Figures {
		fmt.Fprintf(&b, "%d %s%s%s%s%s/%d %s>%s\n", f.Kind, f.Metric, f.Breakdown, f.Part, f.Period, f.Dimension, f.Side, opt(f.Was), opt(f.Is))
	}
	for _, g := range d.Goals {
		was, is := "-", "-"
		if g.Was != nil {
			was = g.Was.Statement
		}
		if g.Is != nil {
			is = g.Is.Statement
		}
		fmt.Fprintf(&b, "goal %s>%s\n", was, is)
	}
	for _, o := range d.Outcomes {
		fmt.Fprintf(&b, "outcome %t>%t\n", o.Was != nil, o.Is != nil)
	}
	for _, s := range d.Text {
		fmt.Fprintf(&b, "section %q %d\n", s.Title, s.Places)
		for i := range s.Rows {
			r := &s.Rows[i]
			fmt.Fprintf(&b, "%s", []string{"=", "-", "+"}[r.Op])
			if r.Pieces == nil {
				fmt.Fprintf(&b, "%s\n", r.Text)
				continue
			}
			for _, p := range r.Pieces {
				fmt.Fprint(&b, map[diff.Op]string{diff.Same: p.Text, diff.Gone: "[" + p.Text + "]", diff.Come: "{" + p.Text + "}"}[p.Op])
			}
			fmt.Fprintln(&b)
		}
	}
	return b.String()
}

func TestDifferencesOfFigures(t *testing.T) {
	const was = `status: submitted
metrics:
  revenue: {target: 1200万, actual: 1345万}
  orders: 312
  nps: {promoters: 61, passives: 22, detractors: 9}
breakdowns: {channel: {直销: 620万, 经销: 410万}}
series: {revenue: {2026-07: 410万}}
restates: {2026-Q2: {revenue: 1280万}}
self_ratings: {performance: 4.5}
goals: [{id: a, statement: 四季度做到 1500 万}, {id: b, statement: 签一家}]
outcomes: {x: {status: kept}}`
	const is = `status: acknowledged
date: 2026-11-01
history: [{status: acknowledged, date: 2026-10-25}]
metrics:
  orders: 312
  revenue: {target: 1250万, actual: 13450000, floor: 1000万}
  nps: {promoters: 60, passives: 22, detractors: 9}
breakdowns: {channel: {直销: 630万, 线上: 5万}}
series: {revenue: {2026-07: 411万}}
restates: {2026-Q2: {revenue: 1281万}}
self_ratings: {performance: 4}
goals: [{id: a, statement: "四季度做到  1500 万"}, {id: b, statement: 签两家}, {id: c, statement: 新的}]
outcomes: {x: {status: missed}}`
	got := toldDifferences(analysis.DifferencesOf(reportOf(t, was, ""), reportOf(t, is, "")))
	// 1345万 and 13450000 are one amount; two spaces are one.
	want := `0 revenue/1 12000000>12500000
0 revenue/2 ->10000000
0 nps/4 61>60
1 channel直销/0 6200000>6300000
1 channel线上/0 ->50000
1 channel经销/0 4100000>-
2 revenue2026-07/0 4100000>4110000
3 revenue2026-Q2/0 12800000>12810000
4 performance/0 4.5>4
goal 签一家>签两家
goal ->新的
outcome true>true
`
	if got != want {
		t.Errorf("the differences are\n%swant\n%s", got, want)
	}
}

func TestDifferencesOfText(t *testing.T) {
	const was = `开头的话。

## 一、数据分析
三季度销售额 [1,345.0 万元](metric:revenue),完成目标的 **112.1%**。
接着的一行。

| 月 | 额 |
|---|---|
| 七月 | 410 |

<!-- a note to the writer -->
- [ ] 完成渠道梳理 @an due:2026-12-15 {#channel}

## 团队
只有一句。
### 招聘
招了两人 &amp; 一名实习生 <b>。
## 客户
没有变化的一节。
`
	is := strings.NewReplacer("1,345.0", "1,354.0", "410 |", "411 |", "due:2026-12-15", "due:2026-12-31", "<!-- a note to the writer -->", "<!-- another -->",
		"**112.1%**。\n接着的一行。", "*112.1%*。 接着的一行。", "### 招聘", "### 招聘与培训", "只有一句。", "只有一句。\n\n又加了完全不同的内容。").Replace(was)
	a, b := reportOf(t, "status: submitted", was), reportOf(t, "status: submitted", is)
	got := toldDifferences(analysis.DifferencesOf(a, b))
	want := `section "一、数据分析" 3
=三季度销售额 [1,345.0]{1,354.0} 万元,完成目标的 112.1%。接着的一行。
=月 | 额
=七月 | [410]{411}
=☐ 完成渠道梳理 @an [2026-12-15]{2026-12-31}
section "团队" 1
=只有一句。
+又加了完全不同的内容。
=招聘{与培训}
=招了两人 & 一名实习生。
`
	if want = strings.Replace(want, "section \"一、数据分析\" 3", "section \"一、数据分析\" 2", 1); got != want {
		t.Errorf("the differences are\n%swant\n%s", got, want)
	}
	if n := len(analysis.DifferencesOf(a, reportOf(t, "status: acknowledged", strings.ReplaceAll(was, "\n", "\r\n"))).Text); n != 0 {
		t.Errorf("line ends and a status make %d sections another", n)
	}
}

// A section that was renamed, one that went and one that came say so.
func TestDifferencesOfHeadings(t *testing.T) {
	a := reportOf(t, "status: submitted", "## 渠道\n甲。\n## 品牌\n品牌的话。\n")
	b := reportOf(t, "status: submitted", "## 销售渠道\n甲。\n## Tools\nNothing like it.\n")
	want := `section "销售渠道" 1
={销售}渠道
=甲。
section "品牌" 1
-品牌
-品牌的话。
section "Tools" 1
+Tools
+Nothing like it.
`
	if got := toldDifferences(analysis.DifferencesOf(a, b)); got != want {
		t.Errorf("the differences are\n%swant\n%s", got, want)
	}
}

func TestEarlierVersionsThatCount(t *testing.T) {
	type version struct{ day, front, body string }
	const none = "none"
	for _, x := range []struct {
		name                                   string
		versions                               []version
		last, changed, submitted, acknowledged string
	}{
		{"one", []version{{"2026-10-09", "status: submitted", "a"}}, "2026-10-09", "2026-10-09", "2026-10-09", none},
		{"still a draft", []version{{"2026-10-09", "status: draft", "a"}}, "2026-10-09", "2026-10-09", none, none},
		{"draft, then handed in, then changed", []version{
			{"2026-10-01", "status: draft", "a"}, {"2026-10-09", "status: submitted", "b"}, {"2026-10-12", "status: submitted", "c"},
		}, "2026-10-12", "2026-10-12", "2026-10-09", none},
		{"a status is no change", []version{
			{"2026-10-09", "status: submitted", "a"}, {"2026-10-12", "status: shared", "a"}, {"2026-10-25", "status: acknowledged", "a\n"},
		}, "2026-10-25", "2026-10-09", "2026-10-09", "2026-10-25"},
		{"taken back and handed in again", []version{
			{"2026-10-09", "status: submitted", "a"}, {"2026-10-10", "status: draft", "b"}, {"2026-10-11", "status: submitted", "b"},
		}, "2026-10-11", "2026-10-10", "2026-10-11", none},
		{"acknowledged twice", []version{
			{"2026-10-09", "status: acknowledged", "a"}, {"2026-10-10", "status: submitted", "b"}, {"2026-10-11", "status: acknowledged", "b"},
		}, "2026-10-11", "2026-10-10", "2026-10-09", "2026-10-11"},
		{"acknowledged, then open to be signed again", []version{
			{"2026-10-09", "status: acknowledged", "a"}, {"2026-10-10", "status: shared", "b"},
		}, "2026-10-10", "2026-10-10", "2026-10-09", "2026-10-09"},
		{"acknowledged on the 25th, told with a change on the 28th", []version{
			{"2026-10-20", "status: submitted", "a"}, {"2026-10-28", "status: acknowledged\nhistory: [{status: acknowledged, date: 2026-10-25}]", "b"},
		}, "2026-10-28", "2026-10-28", "2026-10-20", "2026-10-20"},
		{"acknowledged before anything was kept", []version{
			{"2026-11-01", "status: acknowledged\nhistory: [{status: acknowledged, date: 2026-10-25}]", "a"}, {"2026-11-02", "status: acknowledged", "b"},
		}, "2026-11-02", "2026-11-02", "2026-11-01", "2026-11-01"},
		{"what is acknowledged is never a draft", []version{
			{"2026-10-20", "status: draft", "a"}, {"2026-10-28", "status: acknowledged\nhistory: [{status: acknowledged, date: 2026-10-25}]", "b"},
		}, "2026-10-28", "2026-10-28", "2026-10-28", "2026-10-28"},
		{"unreadable in between", []version{
			{"2026-10-09", "status: submitted", "a"}, {"2026-10-10", "status: [", "b"}, {"2026-10-11", "status: submitted", "a"},
		}, "2026-10-11", "2026-10-09", "2026-10-09", none},
	} {
		var list []analysis.Version
		for _, v := range x.versions {
			day, _ := model.ParseDate(v.day)
			version := analysis.Version{Day: day}
			if v.front != "status: [" {
				version.Report = reportOf(t, v.front, v.body)
			}
			list = append(list, version)
		}
		e := analysis.NewEarlier(list)
		for _, y := range []struct {
			what string
			got  *analysis.Version
			want string
		}{{"last", e.Last, x.last}, {"changed", e.Changed, x.changed}, {"submitted", e.Submitted, x.submitted}, {"acknowledged", e.Acknowledged, x.acknowledged}} {
			got := none
			if y.got != nil {
				got = y.got.Day.String()
			}
			if got != y.want {
				t.Errorf("%s: %s is %s, want %s", x.name, y.what, got, y.want)
			}
		}
	}
}
