package site_test

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/diag"
)

// stating is a portfolio of few lines, so that places can be counted. 安 came
// to 华东 in the middle of the year.
const stating = `
-- content/site.yaml --
format: 1
title: 试点
as_of: 2026-10-22
cycle: quarter
kpis: {revenue: 100}
-- content/teams/hq.md --
---
name: 总部
targets:
  2026-Q3: {revenue: 500万}
figures:
  2026-Q3: {revenue: 5万}
---
## 公司
一切。
-- content/teams/east.md --
---
name: 华东
parent: hq
figures:
  2026-Q3: {revenue: 3万}
---
-- content/people/an.md --
---
name: 安
teams:
  - {team: hq, from: 2024-01-01}
  - {team: east, from: 2026-07-01}
targets:
  2026-Q3: {revenue: 110万}
  2026: {revenue: 400万}
---
-- content/people/bo.md --
---
name: 波
team: hq
---
-- content/pages/guide.md --
---
title: 指南
---
## 怎么填
先写数。
-- content/reviews/2026-Q2/an/report.md --
---
status: submitted
date: 2026-07-09
metrics:
  revenue: {target: 70万, actual: 60万}
---
## 数据分析
平。
-- content/reviews/2026-Q3/an/report.md --
---
status: submitted
date: 2026-10-09
metrics:
  revenue: 90万
  gross_profit: 30万
---
## 数据分析
本季 [90 万](metric:revenue)。
## 案例分析
### 成功案例：一单
赢了。
## 家常
不属于任何主题。
-- content/reviews/2026-Q3/an/bo.md --
---
role: peer
date: 2026-10-12
---
## 亮点
### 案例分析
诚实。
-- content/reviews/2026-Q3/an/log.md --
## 2026-08-12 期中
谈了。
-- content/reviews/2026-Q3/an/calibration.md --
---
date: 2026-10-21
grade: S
---
上调。
-- content/reviews/2026-Q3/bo/report.md --
---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: 100万, actual: 95万}
---
## 数据分析
平。
`

// ofFigure is the id of an explanation.
var ofFigure = regexp.MustCompile(`^t\d+$`)

// told is Places with every place as file:line:col, without content/.
func told(s state, path string) map[string][]string {
	all := map[string][]string{}
	for id, list := range s.site.Places(path) {
		for _, p := range list {
			all[id] = append(all[id], short(p))
		}
	}
	return all
}

func short(p diag.Pos) string {
	return fmt.Sprintf("%s:%d:%d", strings.TrimPrefix(p.File, "content/"), p.Line, p.Col)
}

func TestPlacesOfTexts(t *testing.T) {
	s := started(t, archive(stating))
	for path, want := range map[string]map[string][]string{
		"reviews/2026-Q3/an/index.html": {
			"":                    {"reviews/2026-Q3/an/report.md:1:1", "reviews/2026-Q3/an/bo.md:1:1", "reviews/2026-Q3/an/log.md:1:1", "reviews/2026-Q3/an/calibration.md:1:1"},
			"figures":             {"reviews/2026-Q3/an/report.md:5:3", "reviews/2026-Q3/an/report.md:6:3"},
			"data":                {"reviews/2026-Q3/an/report.md:8:1"},
			"cases":               {"reviews/2026-Q3/an/report.md:10:1", "reviews/2026-Q3/an/bo.md:6:1"},
			"u-数据分析":              {"reviews/2026-Q3/an/report.md:8:1"},
			"u-案例分析":              {"reviews/2026-Q3/an/report.md:10:1"},
			"u-成功案例-一单":           {"reviews/2026-Q3/an/report.md:11:1"},
			"u-家常":                {"reviews/2026-Q3/an/report.md:13:1"},
			"comment-bo":          {"reviews/2026-Q3/an/bo.md:1:1"},
			"bo-u-亮点":             {"reviews/2026-Q3/an/bo.md:5:1"},
			"bo-u-案例分析":           {"reviews/2026-Q3/an/bo.md:6:1"},
			"log":                 {"reviews/2026-Q3/an/log.md:1:1"},
			"log-u-2026-08-12-期中": {"reviews/2026-Q3/an/log.md:1:1"},
			"calibration":         {"reviews/2026-Q3/an/calibration.md:1:1"},
		},
		"people/bo/index.html":   {"": {"people/bo.md:1:1"}, "periods": {"reviews/2026-Q3/bo/report.md:1:1"}, "written": {"reviews/2026-Q3/an/bo.md:1:1"}},
		"index.html":             {"": {"teams/hq.md:1:1"}, "about": {"teams/hq.md:1:1"}, "u-公司": {"teams/hq.md:8:1"}},
		"teams/east/index.html":  {"": {"teams/east.md:1:1"}},
		"pages/guide/index.html": {"": {"pages/guide.md:1:1"}, "u-怎么填": {"pages/guide.md:4:1"}},
		"metrics/index.html":     {},
		"assets/site.css":        {},
	} {
		got := told(s, path)
		maps.DeleteFunc(got, func(id string, _ []string) bool { return ofFigure.MatchString(id) })
		if !maps.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Errorf("%s: got %v", path, got)
		}
	}
	for _, path := range []string{"", "nowhere/index.html", "reviews/2026-Q3/an"} {
		if got := s.site.Places(path); got != nil {
			t.Errorf("%q: got %v", path, got)
		}
	}
}

// A click into a block leads to the lines that it is made of.
func TestPlacesOfBlocks(t *testing.T) {
	files := archive(company, more, `
-- content/teams/hq.md --
---
name: 总部
lead: li-na
targets:
  2026-Q3: {revenue: 2000万}
  2026-Q4: {revenue: 3000万}
---
`)
	s := started(t, files)
	const (
		person = "people/zhang-wei/index.html"
		inQ2   = "reviews/2026-Q2/zhang-wei/"
		inQ3   = "reviews/2026-Q3/zhang-wei/"
	)
	for _, tc := range []struct {
		page, id string
		want     []string // file, and a text in the line
	}{
		{review, "intro", []string{inQ3 + "report.md"}},
		{review, "channels", []string{inQ3 + "report.md ## 销售渠道", inQ3 + "report.md channel: {"}},
		{review, "u-销售渠道", []string{inQ3 + "report.md ## 销售渠道", inQ3 + "report.md channel: {"}},
		{review, "u-一-数据分析", []string{inQ3 + "report.md ## 一、数据分析", inQ3 + "report.md revenue: {2026-07"}},
		{review, "u-失败案例-园区采购", []string{inQ3 + "report.md ### 失败案例"}},
		{review, "promises", []string{
			inQ2 + "report.md id: sales", inQ3 + "report.md sales: {", inQ2 + "report.md id: hire", inQ3 + "report.md hire: {", inQ2 + "report.md id: lab",
		}},
		{review, "next-goals", []string{inQ3 + "report.md id: q4"}},
		{review, "scores", []string{inQ3 + "li-na.md ratings", inQ3 + "wang-fang.md ratings", inQ3 + "report.md self_ratings"}},
		{review, "bounds", []string{inQ3 + "report.md revenue: {target"}},
		{review, "changed-targets", []string{inQ3 + "report.md revenue: {target", "people/zhang-wei.md 2026-Q3"}},
		{review, "corrections", []string{inQ3 + "report.md 2026-Q2: {revenue: 880万}"}},
		{"reviews/2026-Q2/zhang-wei/index.html", "corrections", []string{inQ3 + "report.md 2026-Q2: {revenue: 880万}"}},
		{review, "todo", []string{inQ3 + "report.md 清收逾期款", inQ3 + "report.md 准备分期方案"}},
		{review, "actions", []string{inQ3 + "report.md 清收逾期款", inQ3 + "report.md 准备分期方案"}},
		{"reviews/2026-Q3/wang-fang/index.html", "", []string{"reviews/2026-Q3/wang-fang/li-na.md"}},
		{person, "about", []string{"people/zhang-wei.md"}},
		{person, "stints", []string{"people/zhang-wei.md team: hq", "people/zhang-wei.md team: east"}},
		{person, "scores", []string{inQ3 + "li-na.md ratings", inQ3 + "wang-fang.md ratings", inQ3 + "report.md self_ratings"}},
		{person, "periods", []string{inQ3 + "report.md", inQ2 + "report.md"}},
		{person, "actions", []string{inQ3 + "report.md 清收逾期款", inQ3 + "report.md 准备分期方案"}},
		{"people/li-na/index.html", "written", []string{inQ3 + "li-na.md", "reviews/2026-Q3/wang-fang/li-na.md", "reviews/2026-Q2/chen-mo/li-na.md"}},
		{"index.html", "needs", []string{"reviews/2026-Q2/chen-mo/report.md 拜访客户", inQ3 + "report.md 清收逾期款"}},
		{"index.html", "split", []string{"teams/hq.md 2026-Q4"}},
		{"themes/channels/2026-Q3/index.html", "of-2026-Q3-zhang-wei", []string{inQ3 + "report.md ## 销售渠道"}},
		{"cases/index.html", "of-2026-Q3-zhang-wei-u-失败案例-园区采购", []string{inQ3 + "report.md ### 失败案例"}},
		{"actions/index.html", "o-chen-mo", []string{"reviews/2026-Q2/chen-mo/report.md 拜访客户"}},
		{"actions/index.html", "o-zhang-wei", []string{inQ3 + "report.md 清收逾期款", inQ3 + "report.md 准备分期方案"}},
	} {
		var got, want []string
		for _, p := range s.site.Places(tc.page)[tc.id] {
			got = append(got, fmt.Sprintf("%s:%d", p.File, p.Line))
		}
		for _, x := range tc.want {
			want = append(want, lineOf(files, x))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s #%s: got %v, want %v", tc.page, tc.id, got, want)
		}
	}
}

// lineOf returns file:line of the first line of a file that holds a text; they
// are told in one string with a space between.
func lineOf(files fstest.MapFS, fileAndText string) string {
	name, text, _ := strings.Cut(fileAndText, " ")
	name = "content/" + name
	before, _, found := strings.Cut(string(files[name].Data), text)
	if !found {
		panic(name + " has no " + text)
	}
	return fmt.Sprintf("%s:%d", name, 1+strings.Count(before, "\n"))
}

// Who asks for places changes no page; every place is one in a file, and what
// it is told of is on the page.
func TestPlacesChangeNoPage(t *testing.T) {
	ids := regexp.MustCompile(` id="([^"]*)"`)
	for _, files := range []fstest.MapFS{archive(company, more), demo(t)} {
		s := started(t, files)
		for _, path := range s.site.Tree().Paths() {
			if !strings.HasSuffix(path, ".html") {
				continue
			}
			var noted bytes.Buffer
			if err := s.site.WriteNoting(path, &noted); err != nil {
				t.Fatal(err)
			}
			text := page(t, s.site.Tree(), path)
			if noted.String() != text {
				t.Errorf("%s differs", path)
			}
			there := map[string]int{"": 1}
			for _, m := range ids.FindAllStringSubmatch(text, -1) {
				there[m[1]]++
			}
			for id, list := range s.site.Places(path) {
				if there[id] != 1 {
					t.Errorf("%s: there are %d of %q", path, there[id], id)
				}
				for _, p := range list {
					if f := files[p.File]; f == nil || p.Line < 1 || p.Line > 1+bytes.Count(f.Data, []byte("\n")) {
						t.Errorf("%s: %q is said to come from %v", path, id, p)
					}
				}
			}
		}
	}
}
