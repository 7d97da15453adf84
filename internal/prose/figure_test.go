package prose

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// figures returns the bound figures of a document, in order.
func figures(doc model.Doc) []model.BoundFigure {
	var list []model.BoundFigure
	for _, r := range references(doc) {
		if r.Kind == model.FigureRef {
			list = append(list, *r.Figure)
		}
	}
	return list
}

// references returns all references of a document.
func references(doc model.Doc) []model.Ref {
	list := slices.Clone(doc.Intro.Refs)
	var walk func([]model.Section)
	walk = func(sections []model.Section) {
		for _, s := range sections {
			list = append(append(list, s.Heading.Refs...), s.Text.Refs...)
			walk(s.Sections)
		}
	}
	walk(doc.Sections)
	return list
}

func TestBoundFigures(t *testing.T) {
	q2, _ := model.ParsePeriod("2026-Q2")
	for markdown, want := range map[string]model.BoundFigure{
		"[1,345 万](metric:revenue)":                        {Metric: "revenue", Text: "1,345 万"},
		"[](metric:gross_profit)":                          {Metric: "gross_profit"},
		"达成率 [**107.3%**](metric:revenue.attainment)":      {Metric: "revenue", Field: model.AttainmentField, Text: "107.3%", Before: "达成率 "},
		"**同比**下降 [3.2%](<metric:revenue.yoy>)":            {Metric: "revenue", Field: model.YoYField, Text: "3.2%", Before: "同比下降 "},
		"甲 `乙`\n丙 [约\n1 万](metric:a.gap?period=2026-Q2)":   {Metric: "a", Field: model.GapField, Period: q2, Text: "约1 万", Before: "甲 乙丙 "},
		"[1](metric:a.target?person=li-na&period=2026-Q2)": {Metric: "a", Field: model.TargetField, Period: q2, Person: "li-na", Text: "1"},
		"[1]( metric:a.qoq?team=east \"题\" )":              {Metric: "a", Field: model.QoQField, Team: "east", Text: "1"},
		"| 甲 [1](metric:b) 乙 | 丙 [2](metric:a) |\n|--|--|": {Metric: "a", Text: "2", Before: "丙 "},
		"- 甲\n- 乙 [1](metric:a)":                           {Metric: "a", Text: "1", Before: "乙 "},
		"甲\n\n乙[^1]\n\n[^1]: 丙 [1](metric:a)":              {Metric: "a", Text: "1", Before: "丙 "},
		"增长 [1](metric:b)，下降 [\\[2\\]](metric:a)":          {Metric: "a", Text: "[2]", Before: "增长 1，下降 "},
		"- [ ] 完成 [1](metric:a) @li-na":                    {Metric: "a", Text: "1", Before: "完成 "},
		"## 数据 [1](metric:a)":                              {Metric: "a", Text: "1", Before: "数据 "},
		"> - > 甲 [1](metric:a)":                            {Metric: "a", Text: "1", Before: "甲 "},
		"> 甲 [1\n> 2](\n> <metric:a>)":                     {Metric: "a", Text: "1 2", Before: "甲 "},
		"甲 ![图](a.png) [1](metric:a)":                      {Metric: "a", Text: "1", Before: "甲  "},
	} {
		list := figures(parse(t, markdown))
		if len(list) == 0 {
			t.Errorf("%s: no figure", markdown)
			continue
		}
		got := list[len(list)-1]
		if between := markdown[got.Start:got.End]; markdown[got.Start-1] != '[' || !strings.HasPrefix(markdown[got.End:], "](") {
			t.Errorf("%s: Start and End hold %q", markdown, between)
		}
		if at := strings.Index(markdown, "metric:"+string(want.Metric)) + len("metric:"); got.MetricPos != placeOf(markdown, at) {
			t.Errorf("%s: metric at %v, want %v", markdown, got.MetricPos, placeOf(markdown, at))
		}
		if got.Pos != placeOf(markdown, got.Start) {
			t.Errorf("%s: at %v, want %v", markdown, got.Pos, placeOf(markdown, got.Start))
		}
		got.Start, got.End, got.Pos, got.MetricPos, got.ScopePos = 0, 0, diag.Pos{}, diag.Pos{}, diag.Pos{}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(model.Date{})); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", markdown, diff)
		}
	}
}

// placeOf returns line and column of the byte at, counted the slow way.
func placeOf(file string, at int) diag.Pos {
	before := strings.Split(file[:at], "\n")
	return diag.Pos{File: "a.md", Line: len(before), Col: len([]rune(strings.TrimPrefix(before[len(before)-1], "\ufeff"))) + 1}
}

func TestFaultsOfFiguresStandAtTheFaultyPart(t *testing.T) {
	for markdown, want := range map[string]string{
		"甲 [1](metric:a.attainmet)":                            "1:16 figure-syntax.field attainment",
		"甲 [1](metric:a.actual)":                               "1:16 figure-syntax.field ",
		"甲 [1](metric:a.)":                                     "1:16 figure-syntax.field ",
		"甲 [1](metric:)":                                       "1:14 figure-syntax.metric ",
		"甲 [1](metric:.gap)":                                   "1:14 figure-syntax.metric ",
		"甲 [1](metric:a?perid=2026)":                           "1:16 figure-syntax.key period",
		"甲 [1](metric:a?)":                                     "1:16 figure-syntax.key ",
		"甲 [1](metric:a?period=2026Q3)":                        "1:23 figure-syntax.period ",
		"甲 [1](metric:a?period=2026-Q3&period=2026-Q2)":        "1:31 figure-syntax.repeated ",
		"甲 [1](metric:a?person=张伟)":                            "1:23 figure-syntax.id ",
		"甲 [1](metric:a?team=)":                                "1:21 figure-syntax.id ",
		"甲 [1](metric:a?person=li-na&team=east)":               "1:16 figure-syntax.both ",
		"甲 [1][m]\n\n[m]: metric:a":                            "1:3 figure-syntax.place [](metric:a)",
		"甲 [1](metric:a\\.gap)":                                "1:3 figure-syntax.place [](metric:a.gap)",
		"甲 <metric:a>":                                         "1:4 figure-syntax.place [](metric:a)",
		"甲 [1](metric：a)":                                      "1:7 link-scheme.colon metric:a",
		"甲 [1](metrics:a)":                                     "1:7 link-scheme metric",
		"甲 [1](metric:a?person=li-na&perid=1&period=2&team=x)": "1:29 figure-syntax.key period, 1:44 figure-syntax.period ",
	} {
		doc, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		var got []string
		for i, s := range toldInOrder(faults) {
			hint := ""
			if len(faults[i].Hint.Args) > 0 {
				hint = faults[i].Hint.Args[0].(string)
			}
			got = append(got, s+" "+hint)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", markdown, got, want)
		}
		if len(figures(doc)) > 0 {
			t.Errorf("%s: a figure in spite of the fault", markdown)
		}
	}
}

func toldInOrder(l diag.List) []string {
	var s []string
	for _, d := range l {
		s = append(s, told(diag.List{d})...)
	}
	return s
}

func TestLinks(t *testing.T) {
	for markdown, want := range map[string]string{
		"[张伟](person:zhang-wei) [华东](team:east)":        "‹zhang-wei›张伟</a> ‹east›华东</a>",
		"[a](../b/report.md#目标) [b](<甲 乙.pdf>) [c](#x)": "‹›‹../b/report.md#目标›a</a> ‹›‹甲 乙.pdf›b</a> ‹›‹#x›c</a>",
		"[a](HTTPS://a.cn/\"<x>?a=1&amp;b=2)":           "‹HTTPS://a.cn/%22%3Cx%3E?a=1&b=2›a</a>",
		"[a](mailto:a@b.cn)":                            "‹mailto:a@b.cn›a</a>",
		"[**粗** `码`](person:a)":                         "‹a›<strong>粗</strong> <code>码</code></a>",
		"[![图](a.png)](https://b.cn)":                   "‹https://b.cn›‹img a.png 图›</a>",
		"![**图** 二](a\\_b.png \"题\")":                   "‹img a_b.png 图 二›",
		"[a][R] [r]\n\n[r]: person:li-na":               "‹li-na›a</a> ‹li-na›r</a>",
		"[a](b&#32;c.md) [d](e%20f.md)":                 "‹›‹b c.md›a</a> ‹›‹e%20f.md›d</a>",
		"| [a](person:b) |\n|--|":                       "",
	} {
		doc := parse(t, markdown)
		if want == "" {
			if len(references(doc)) != 1 {
				t.Errorf("%s: no reference", markdown)
			}
			continue
		}
		if got := paragraph(t, markdown); got != want {
			t.Errorf("%s:\n got %s\nwant %s", markdown, got, want)
		}
	}
	link := parse(t, "甲 [乙](../c.md \"题 &amp; 目\")").Intro.Refs[0].Link
	want := model.Link{Raw: "../c.md", Title: "题 & 目", Pos: diag.Pos{File: "a.md", Line: 1, Col: 7}}
	if diff := cmp.Diff(&want, link, cmp.AllowUnexported(model.Date{})); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsOfLinks(t *testing.T) {
	for markdown, want := range map[string]string{
		"[a](ftp://b)":                 "1:5 link-scheme",
		"[a](C:\\b.md)":                "1:5 link-scheme",
		"[a](报告:终稿.md)":                "1:5 link-scheme",
		"[a](//b.cn/c)":                "1:5 link-scheme.foreign",
		"[a](\\\\\\\\b.cn)":            "1:5 link-scheme.foreign",
		"[a](/\\b.cn)":                 "1:5 link-scheme.foreign",
		"[a](http:b)":                  "1:5 link-scheme.host",
		"[a](https:///b)":              "1:5 link-scheme.host",
		"[a](person：b)":                "1:5 link-scheme.colon",
		"[a]()":                        "1:1 link-empty",
		"[](https://a.cn)":             "1:1 link-text",
		"甲\n[a][r]\n\n[r]: ftp://b":    "2:1 link-scheme",
		"![a](https://b.cn/c.png)":     "1:6 remote-image",
		"![a](//b.cn/c.png)":           "1:6 remote-image",
		"![a](data:image/png;base64,)": "1:6 remote-image",
		"![a](file:///b.png)":          "1:6 link-scheme",
		"![a]()":                       "1:1 link-empty",
		"\t\n😀表 [a](<x:y>)":            "2:9 link-scheme",
	} {
		_, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		if got := strings.Join(told(faults), ", "); got != want {
			t.Errorf("%s: got %s, want %s", markdown, got, want)
		}
	}
}
