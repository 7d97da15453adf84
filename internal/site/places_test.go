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
---
-- content/people/an.md --
---
name: 安
teams:
  - {team: hq, from: 2024-01-01}
  - {team: east, from: 2026-07-01}
targets:
  2026-Q3: {revenue: 110万}
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
  revenue: {target: 100万, actual: 80万}
---
## 数据分析
平。
`

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
			"":                    {"reviews/2026-Q3/an/report.md:1:1"},
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
		"people/bo/index.html":   {"": {"people/bo.md:1:1"}},
		"index.html":             {"": {"teams/hq.md:1:1"}, "u-公司": {"teams/hq.md:8:1"}},
		"teams/east/index.html":  {"": {"teams/east.md:1:1"}},
		"pages/guide/index.html": {"": {"pages/guide.md:1:1"}, "u-怎么填": {"pages/guide.md:4:1"}},
		"metrics/index.html":     {},
		"assets/site.css":        {},
	} {
		got := told(s, path)
		maps.DeleteFunc(got, func(id string, _ []string) bool { return tip.MatchString(id) })
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

var (
	tip  = regexp.MustCompile(`^t\d+$`)
	tips = regexp.MustCompile(`aria-describedby="(t\d+)">([^<]*)<`)
)

// A figure comes from what people reported, and from what is set for it.
func TestPlacesOfFigures(t *testing.T) {
	s := started(t, archive(stating))
	const (
		an2 = "reviews/2026-Q2/an/report.md:5:3"
		an3 = "reviews/2026-Q3/an/report.md:5:3"
		bo  = "reviews/2026-Q3/bo/report.md:5:3"
		set = "people/an.md:7:13"
		own = "teams/hq.md:6:13"
	)
	for _, tc := range []struct {
		name, path, shown string
		want              []string
	}{
		{"bound in a text", "reviews/2026-Q3/an/index.html", "90 万", []string{"reviews/2026-Q3/an/report.md:9:5", an3, set}},
		{"a person's, with the target set before", "reviews/2026-Q3/an/index.html", "销售额", []string{an3, set}},
		{"a person's, with a target of the report", "reviews/2026-Q3/bo/index.html", "销售额", []string{bo}},
		{"a ratio", "reviews/2026-Q3/an/index.html", "毛利率", []string{an3, "reviews/2026-Q3/an/report.md:6:3"}},
		{"a team's", "teams/east/2026-Q3/index.html", "销售额", []string{an3, set}},
		{"a team's with own figures and targets", "teams/hq/2026-Q3/index.html", "销售额", []string{an3, set, bo, own, "teams/hq.md:4:13"}},
		{"a year of several reports", "teams/hq/2026/index.html", "销售额", []string{an2, an3, set, bo, own}},
		{"a year in which somebody came", "teams/east/2026/index.html", "销售额", []string{an3, set}},
	} {
		text, got := page(t, s.site.Tree(), tc.path), told(s, tc.path)
		found := 0
		for _, m := range tips.FindAllStringSubmatch(text, -1) {
			if m[2] != tc.shown {
				continue
			}
			if found++; !slices.Equal(got[m[1]], tc.want) {
				t.Errorf("%s: got %v", tc.name, got[m[1]])
			}
		}
		if found == 0 {
			t.Errorf("%s: %s explains no %s", tc.name, tc.path, tc.shown)
		}
	}
}

// Of a large team the places of the first people are enough.
func TestPlacesOfALargeTeam(t *testing.T) {
	files := archive(stating)
	for i := range 12 {
		set(files, fmt.Sprintf("content/people/p%02d.md", i), "---\nname: 员工\nteam: east\n---\n")
		set(files, fmt.Sprintf("content/reviews/2026-Q3/p%02d/report.md", i), strings.ReplaceAll(newReport, "2026-07-04", "2026-10-04"))
	}
	delete(files, "content/reviews/2026-Q3/p01/report.md")
	s := started(t, files)
	const path = "teams/east/2026-Q3/index.html"
	for _, m := range tips.FindAllStringSubmatch(page(t, s.site.Tree(), path), -1) {
		if m[2] != "销售额" {
			continue
		}
		want := []string{"reviews/2026-Q3/an/report.md:5:3", "people/an.md:7:13"}
		for _, i := range []int{0, 2, 3, 4, 5, 6, 7} { // who has reported, by id
			want = append(want, fmt.Sprintf("reviews/2026-Q3/p%02d/report.md:5:3", i))
		}
		if got := told(s, path)[m[1]]; !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
		return
	}
	t.Error("no figure is explained")
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
			there := map[string]bool{"": true}
			for _, m := range ids.FindAllStringSubmatch(text, -1) {
				there[m[1]] = true
			}
			for id, list := range s.site.Places(path) {
				if !there[id] {
					t.Errorf("%s: there is no %q", path, id)
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
