package site_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// Where a preview goes when a file is saved: to the page that shows it and to
// what has changed there.
func TestChanged(t *testing.T) {
	const (
		zhang  = "content/reviews/2026-Q3/zhang-wei/"
		report = zhang + "report.md"
		review = "reviews/2026-Q3/zhang-wei/index.html"
	)
	before := started(t, archive(company, more, `
-- content/teams/hq.md --
---
name: 总部
lead: li-na
---
公司的一切。
-- content/pages/form.md --
---
title: 表格
---
先读。
## 怎么填
先写数。
-- content/reviews/2026-Q3/zhang-wei/log.md --
## 2026-08-12 期中
谈了一次。
## 2026-09-12 再谈
又谈了一次。
`))
	for _, tc := range []struct {
		name, file, old, now string
		page, anchor         string
	}{
		{"the text of a theme", report, "少。", "多。", review, "u-销售渠道"},
		{"the figure that a text binds", report, "[1,350 万](metric:revenue)", "[1,200 万](metric:revenue.target)", review, "u-一-数据分析"},
		{"a text of a section inside another", report, "输在分期。", "输在付款。", review, "u-失败案例-园区采购"},
		{"a heading inside another", report, "### 失败案例:园区采购", "### 失败案例:园区", review, "u-失败案例-园区"},
		{"a new section inside another", report, "输在分期。", "输在分期。\n### 失败案例:又一单\n没跟上。", review, "u-失败案例-又一单"},
		{"a section inside another that is gone", report, "### 失败案例:园区采购\n输在分期。\n", "", review, "u-成功案例-某省集采"},
		{"the owner of an action", report, "准备分期方案 @zhang-wei", "准备分期方案 @li-na", review, "u-行动"},
		{"what stands before the headings", report, "开场白一句。", "开场白两句。", review, "intro"},
		{"a figure", report, "stretch: 1500万", "stretch: 1600万", review, "figures"},
		{"a part of a breakdown", report, "直销: 900万, 经销: 450万", "直销: 850万, 经销: 500万", review, "channels"},
		{"a step of a series", report, "2026-07: 400万, 2026-08: 450万", "2026-07: 410万, 2026-08: 440万", review, "data"},
		{"a figure corrected", report, "2026-Q2: {revenue: 880万}", "2026-Q2: {revenue: 870万}", review, "corrections"},
		{"an outcome", report, "note: 差一点", "note: 差得多", review, "promises"},
		{"a goal", report, "baseline: 1350万", "baseline: 1300万", review, "next-goals"},
		{"the scores of oneself", report, "strategy: 4}", "strategy: 3}", review, "scores"},
		{"the date", report, "shared\ndate: 2026-10-09", "shared\ndate: 2026-10-08", review, ""},
		{"a comment's section inside another", zhang + "li-na.md", "失败写得诚实。", "写得好。", review, "li-na-u-案例分析"},
		{"a comment's scores", zhang + "li-na.md", "team: 3.5", "team: 3", review, "comment-li-na"},
		{"a talk", zhang + "log.md", "又谈了一次。", "没有谈。", review, "log-u-2026-09-12-再谈"},
		{"the last talk is gone", zhang + "log.md", "## 2026-09-12 再谈\n又谈了一次。\n", "", review, "log-u-2026-08-12-期中"},
		{"a person's text", "content/people/zhang-wei.md", "检测行业", "医疗行业", "people/zhang-wei/index.html", "about"},
		{"a person's target", "content/people/zhang-wei.md", "1100万", "1150万", "people/zhang-wei/index.html", ""},
		{"the root team's text", "content/teams/hq.md", "一切", "全部", "index.html", "about"},
		{"a team's target", "content/teams/east.md", "lead: li-na", "lead: li-na\ntargets: {2026-Q3: {revenue: 2000万}}", "teams/east/index.html", "figures"},
		{"a team's name", "content/teams/east.md", "华东区", "华东", "teams/east/index.html", ""},
		{"a section of a page", "content/pages/form.md", "先写数。", "先写字。", "pages/form/index.html", "u-怎么填"},
		{"the top of a page", "content/pages/form.md", "先读。", "先看。", "pages/form/index.html", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			after := before.replaced(t, tc.file, tc.old, tc.now)
			gotPage, anchor, ok := after.site.Changed(before.site, tc.file)
			if gotPage != tc.page || anchor != tc.anchor || !ok {
				t.Errorf("got %q, %q, %t", gotPage, anchor, ok)
			}
			if text := page(t, after.site.Tree(), tc.page); anchor != "" && strings.Count(text, ` id="`+anchor+`"`) != 1 {
				t.Errorf("there is not one %q on the page", anchor)
			}
			if _, _, ok := after.site.Changed(before.site, "content/people/chen-mo.md"); ok {
				t.Error("another file has changed")
			}
		})
	}
}

// Who writes a text and its figures in one go is led to the text.
func TestChangedTextGoesFirst(t *testing.T) {
	const report = "content/reviews/2026-Q3/zhang-wei/report.md"
	before := started(t, archive(company))
	after := before.replaced(t, report, "stretch: 1500万", "stretch: 1600万").replaced(t, report, "少。", "多。")
	if _, anchor, ok := after.site.Changed(before.site, report); anchor != "u-销售渠道" || !ok {
		t.Errorf("got %q, %t", anchor, ok)
	}
}

// replaced returns the state with a text of a file replaced, which stands there
// once.
func (s state) replaced(t *testing.T, file, old, now string) state {
	t.Helper()
	after, ok := s.edited(t, func(files fstest.MapFS) {
		text := string(files[file].Data)
		if strings.Count(text, old) != 1 {
			t.Fatalf("%q stands %d times in %s", old, strings.Count(text, old), file)
		}
		set(files, file, strings.Replace(text, old, now, 1))
	})
	if !ok {
		t.Fatal("the edit makes faults")
	}
	return after
}

// New files are shown from the top of their page, those that are part of a page
// at their part; nothing is told of files that are gone, say the same or are no
// content.
func TestChangedFiles(t *testing.T) {
	const folder = "content/reviews/2026-Q3/zhang-wei/"
	before := started(t, archive(company, more))
	after, ok := before.edited(t, func(files fstest.MapFS) {
		set(files, "content/people/xin-ren.md", "---\nname: 新人\nteam: hq\n---\n新来的。\n")
		set(files, "content/reviews/2026-Q3/chen-mo/report.md", strings.ReplaceAll(newReport, "2026-07-04", "2026-10-04"))
		set(files, "content/reviews/2026-Q2/chen-mo/zhang-wei.md", strings.Replace(comment, "manager", "peer", 1))
		set(files, "content/reviews/2026-Q2/chen-mo/log.md", "## 2026-08-12 期中\n谈了。\n")
		set(files, folder+"report.md", strings.Replace(string(files[folder+"report.md"].Data), "status: shared", "# 只给自己看\nstatus: shared", 1))
		delete(files, "content/pages/form.md")
	})
	if !ok {
		t.Fatal("the edit makes faults")
	}
	type shown struct{ page, anchor string }
	got := map[string]shown{}
	for _, file := range append(slicesOfKeys(before.files, after.files), "", "content", "content/reviews/2026-Q9/zhang-wei/report.md") {
		if page, anchor, ok := after.site.Changed(before.site, file); ok {
			got[file] = shown{page, anchor}
		}
	}
	want := map[string]shown{
		"content/people/xin-ren.md":                    {"people/xin-ren/index.html", ""},
		"content/reviews/2026-Q3/chen-mo/report.md":    {"reviews/2026-Q3/chen-mo/index.html", ""},
		"content/reviews/2026-Q2/chen-mo/zhang-wei.md": {"reviews/2026-Q2/chen-mo/index.html", "comment-zhang-wei"},
		"content/reviews/2026-Q2/chen-mo/log.md":       {"reviews/2026-Q2/chen-mo/index.html", "log"},
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func slicesOfKeys(all ...fstest.MapFS) (names []string) {
	for _, files := range all {
		for name := range files {
			names = append(names, name)
		}
	}
	return names
}
