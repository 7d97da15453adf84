package site_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// caseLines are the lines of the index: what the filter goes by, then the link,
// then what the line says.
func caseLines(page string) []string {
	var list []string
	for _, m := range regexp.MustCompile(`<tr data-case="([^"]*)"><th[^>]*><a href="([^"]*)">(.*?)</tr>`).FindAllStringSubmatch(page, -1) {
		list = append(list, m[1]+" | "+m[2]+" | "+strings.TrimSpace(spaces.ReplaceAllString(tags.ReplaceAllString(m[3], " "), " ")))
	}
	return list
}

func TestTheCaseLibraryHasAnIndexOfAllCases(t *testing.T) {
	tree := built(t, false, `
-- content/people/lone.md --
---
name: 独行
team: hq
---
-- content/reviews/2026-Q2/lone/report.md --
---
status: submitted
date: 2026-07-09
---
## 案例分析
### Win 2: 老客户续约
见[渠道](#channels)。主题：客户关系管理、经销商管理。
### 失败在报价：某园区
没有问清。
## 销售渠道
两家。
`)
	page := page(t, tree, "cases/index.html")
	got := caseLines(page)
	want := []string{
		"success zhang-wei east 2026-Q3 - | #of-2026-Q3-zhang-wei-u-%E6%88%90%E5%8A%9F%E6%A1%88%E4%BE%8B-%E6%9F%90%E7%9C%81%E9%9B%86%E9%87%87 | 某省集采 成功 张伟 华东区 2026 年三季度 未注明",
		"failure zhang-wei east 2026-Q3 - | #of-2026-Q3-zhang-wei-u-%E5%A4%B1%E8%B4%A5%E6%A1%88%E4%BE%8B-%E5%9B%AD%E5%8C%BA%E9%87%87%E8%B4%AD | 园区采购 失败 张伟 华东区 2026 年三季度 未注明",
		"success lone hq 2026-Q2 customers channels | #of-2026-Q2-lone-u-win-2-%E8%80%81%E5%AE%A2%E6%88%B7%E7%BB%AD%E7%BA%A6 | 老客户续约 成功 独行 总部 2026 年二季度 客户关系管理 、 销售渠道",
		"failure lone hq 2026-Q2 - | #of-2026-Q2-lone-u-%E5%A4%B1%E8%B4%A5%E5%9C%A8%E6%8A%A5%E4%BB%B7-%E6%9F%90%E5%9B%AD%E5%8C%BA | 失败在报价：某园区 失败 独行 总部 2026 年二季度 未注明",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	wants(t, plain(page), "共 4 个，新的在前", "显示 4 / 4 成功 2 失败 2")
	// The controls wait for the script, and offer what some case has.
	wants(t, page, `role="group" data-filter hidden`, `<script src="../assets/filter.js" defer>`,
		`<option value="hq" data-of="hq east">总部</option><option value="east" data-of="east">　华东区</option></select>`,
		`<option value="2026" data-of="2026-Q3 2026-Q2">2026 年</option><option value="2026-Q3">　2026 年三季度</option>`,
		`<option value="customers">客户关系管理</option><option value="channels">销售渠道</option><option value="-">未注明</option>`,
		`<option value="lone">独行</option><option value="zhang-wei">张伟</option>`)
	lacks(t, page, `<option value="brand"`, `<option value="wang-fang"`)
}

// The library goes over pages of 100 cases; its index is on the first, and
// folds what is beyond 1,000.
func TestTheIndexLeadsToCasesOnOtherPages(t *testing.T) {
	var report strings.Builder
	report.WriteString("\n-- content/reviews/2026-Q2/wang-fang/report.md --\n---\nstatus: submitted\ndate: 2026-07-09\n---\n## 案例分析\n")
	for i := range 1000 {
		fmt.Fprintf(&report, "### 成功案例：第 %d 个 {#c-%d}\n赢了。\n", i+1, i+1)
	}
	tree := built(t, false, report.String())
	first := page(t, tree, "cases/index.html")
	// Two of 2026-Q3 come before them: 98 are left for the first page, and 998
	// for what stands open.
	lines := caseLines(first)
	if len(lines) != 1002 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, want := range map[int]string{99: "| #of-2026-Q2-wang-fang-c-98 |", 100: "| ../cases/2/index.html#of-2026-Q2-wang-fang-c-99 |", 1001: "| ../cases/11/index.html#of-2026-Q2-wang-fang-c-1000 |"} {
		wants(t, lines[i], want)
	}
	open, folded, _ := strings.Cut(first, `<details data-rest><summary>更早的 2 个</summary>`)
	if n, m := len(caseLines(open)), len(caseLines(folded)); n != 1000 || m != 2 {
		t.Errorf("%d lines open, %d folded", n, m)
	}
	second := page(t, tree, "cases/2/index.html")
	wants(t, second, `id="of-2026-Q2-wang-fang-c-99"`)
	lacks(t, second, "data-case", "filter.js")
}

func TestALibraryWithoutCasesHasNoIndex(t *testing.T) {
	tree := built(t, false, `
-- content/reviews/2026-Q3/zhang-wei/report.md --
---
status: submitted
date: 2026-10-09
---
`)
	page := page(t, tree, "cases/index.html")
	wants(t, page, "还没有案例")
	lacks(t, page, "data-filter", "filter.js")
}
