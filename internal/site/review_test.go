package site_test

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reviewfolio/internal/build"
	"reviewfolio/internal/output"
)

// company is a small portfolio: a director who leads, two salesmen, a third
// who does not report.
const company = `
-- content/site.yaml --
format: 1
title: 试点
as_of: 2026-10-22
cycle: quarter
kpis: {revenue: 100}
-- content/teams/hq.md --
---
name: 总部
lead: li-na
---
-- content/teams/east.md --
---
name: 华东区
parent: hq
lead: li-na
---
-- content/people/li-na.md --
---
name: 李娜
title: 销售总监
team: hq
cycle: none
---
-- content/people/zhang-wei.md --
---
name: 张伟
title: 客户经理
teams:
  - {team: hq, from: 2024-01-01}
  - {team: east, from: 2026-01-01}
manager: li-na
joined: 2024-01-01
targets:
  2026-Q3: {revenue: 1100万}
---
张伟负责检测行业。
-- content/people/wang-fang.md --
---
name: 王芳
team: east
---
-- content/reviews/2026-Q2/zhang-wei/report.md --
---
status: acknowledged
date: 2026-07-05
metrics:
  revenue: {target: 1000万, actual: 900万}
  gross_profit: 270万
goals:
  - {id: sales, statement: 三季度一千二百万, metric: revenue, target: 1200万, due: 2026-09-30}
  - {id: hire, statement: 招到一名售前, due: 2026-09-30}
  - {id: lab, statement: 建成样机室, due: 2026-09-30}
---
## 数据分析
二季度的口径同上。
-- content/reviews/2026-Q3/zhang-wei/report.md --
---
status: shared
date: 2026-10-09
metrics:
  revenue: {target: 1200万, actual: 1350万, floor: 1080万, stretch: 1500万}
  gross_profit: 486万
breakdowns:
  channel: {直销: 900万, 经销: 450万}
series:
  revenue: {2026-07: 400万, 2026-08: 450万, 2026-09: 500万}
restates:
  2026-Q2: {revenue: 880万}
self_ratings: {performance: 4.5, strategy: 4}
outcomes:
  sales: {status: missed, note: 差一点}
  hire: {status: missed, note: 候选人放弃}
goals:
  - {id: q4, statement: 四季度一千五百万, metric: revenue, target: 1500万, baseline: 1350万, due: 2026-12-31, supports: east}
history:
  - {status: submitted, by: zhang-wei, date: 2026-10-09}
  - {status: shared, by: li-na, date: 2026-10-16}
---
开场白一句。
## 一、数据分析
三季度销售额 [1,350 万](metric:revenue)，见[主管的话](li-na.md)。脚注在此[^a]。

[^a]: 脚注一。
## 销售渠道
少。
## 案例分析
### 成功案例:某省集采
赢在维保。
### 失败案例:园区采购
输在分期。
## 家常
不属于任何主题的一节。
## 行动
- [ ] 清收逾期款 @zhang-wei due:2026-10-15 {#collect}
- [ ] 准备分期方案 @zhang-wei due:2026-11-30
-- content/reviews/2026-Q3/zhang-wei/li-na.md --
---
role: manager
date: 2026-10-15
ratings: {performance: 4.5, strategy: 4, team: 3.5, communication: 4}
---
## 亮点
总评一句[^b]。
### 案例分析
失败写得诚实。
### 业绩表现
业绩评语一句。

[^b]: 点评脚注。
## 建议
盯住回款。
-- content/reviews/2026-Q3/zhang-wei/wang-fang.md --
---
role: panel
date: 2026-10-14
ratings: {performance: 2}
---
## 问题
评委的话。
-- content/reviews/2026-Q3/zhang-wei/zhang-wei.md --
---
role: self
date: 2026-10-17
---
## 申诉
请复核战略一项。
-- content/reviews/2026-Q3/zhang-wei/calibration.md --
---
date: 2026-10-21
grade: S
---
校准会上调。
-- content/reviews/2026-Q3/wang-fang/li-na.md --
---
role: manager
date: 2026-10-16
---
## 问题
没有交述职。
`

// built returns the pages of the company with files added or replaced.
func built(t *testing.T, drafts bool, files string) *output.Tree {
	t.Helper()
	root := fstest.MapFS{}
	for _, archive := range []string{company, files} {
		for _, f := range txtar.Parse([]byte(archive)).Files {
			root[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	c, err := build.Check(fs.FS(root), drafts)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := c.Faults.Count(); n > 0 {
		t.Fatalf("the portfolio has %d errors: %v", n, c.Faults)
	}
	tree, err := build.Tree(root, c)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func page(t *testing.T, tree *output.Tree, path string) string {
	t.Helper()
	var b bytes.Buffer
	if err := tree.Render(path, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	spaces = regexp.MustCompile(`\s+`)
)

// plain is what a reader reads of a page's main part.
func plain(page string) string {
	_, main, _ := strings.Cut(page, `<main`)
	main, _, _ = strings.Cut(main, `</main>`)
	return strings.TrimSpace(spaces.ReplaceAllString(html.UnescapeString(tags.ReplaceAllString(main, " ")), " "))
}

func wants(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q:\n%s", want, text)
		}
	}
}

func lacks(t *testing.T, text string, unwanted ...string) {
	t.Helper()
	for _, not := range unwanted {
		if strings.Contains(text, not) {
			t.Errorf("the page says %q:\n%s", not, text)
		}
	}
}

const review = "reviews/2026-Q3/zhang-wei/index.html"

func TestReviewSaysHowThePeriodWent(t *testing.T) {
	text := plain(page(t, built(t, false, ""), review))
	wants(t, text,
		"达成 112.5%", // 1350 / 1200
		"草稿", "已提交 10-09 张伟", "已共享 10-16 李娜", "待张伟确认，已等 6 天",
		"1,350.0", "毛利率", "36.0%", // 486 / 1350
		"保底与挑战", "1,080.0 万", "1,500.0 万", "过保底",
		"与下达不同的目标", "1,100.0 万", "+100.0 万",
		"更正", "900.0 万", "880.0 万", "−20.0 万",
	)
}

func TestReviewJudgesThePromisesBefore(t *testing.T) {
	text := plain(page(t, built(t, false, ""), review))
	_, promises, _ := strings.Cut(text, "上期承诺 未兑现的在前")
	promises, _, _ = strings.Cut(promises, "需要处理")
	hire, lab, sales := strings.Index(promises, "招到一名售前"), strings.Index(promises, "建成样机室"), strings.Index(promises, "三季度一千二百万")
	if hire < 0 || hire > lab || lab > sales {
		t.Errorf("missed, then unanswered, then kept; got %s", promises)
	}
	wants(t, promises, "候选人放弃", "未兑现 自述", "未交代", "1,350.0 万", "兑现 按数据", "自述为「未兑现」，与数据不符")
}

func TestReviewListsWhatIsLeftToDo(t *testing.T) {
	text := plain(page(t, built(t, false, ""), review))
	_, todo, _ := strings.Cut(text, "需要处理")
	todo, _, _ = strings.Cut(todo, "维度评分")
	wants(t, todo, "逾期 7 天 清收逾期款", "11-30 前 准备分期方案", "补「目标达成」", "扩写「数据分析」", "上期有 1 项承诺未交代", "本人确认点评")
}

func TestReviewShowsScoresAndHowTheyAddUp(t *testing.T) {
	text := plain(page(t, built(t, false, ""), review))
	// Only the manager (70) counts: 40% × 4.5 + 20% × (4 + 3.5 + 4) = 4.10.
	wants(t, text, "4.10", "综合 4.10 = 40% × 4.50 + 20% × 4.00 + 20% × 3.50 + 20% × 4.00。", "角色权重覆盖 70%",
		"主管 70%", "评委，不计分", "自评，不计分", "初评 A，终评 S", "校准会上调")
}

func TestReviewReadsThemeByTheme(t *testing.T) {
	html := page(t, built(t, false, ""), review)
	text := plain(html)
	wants(t, text,
		"开场白一句", "销售渠道 · 偏少", "目标达成 · 缺", "述职里没有「目标达成」。评审人要看", "本节 2 字，少于 80 字",
		"直销占比最高，为 66.7%", "900.0", "33.3%", // 900 and 450 of 1350
		"逐月走高，9 月 500.0 万",
		"家常", "不属于任何主题的一节", "每年写一次、本期没有写：",
	)
	wants(t, html, `<div class="case win"><h3`, `<div class="case loss"><h3`, `href="#comment-li-na"`, `id="comment-li-na"`)
	_, margin, _ := strings.Cut(html, `<aside class="side"`)
	margin, _, _ = strings.Cut(margin, `</aside>`)
	wants(t, tags.ReplaceAllString(margin, " "), "李娜", "主管", "亮点", "失败写得诚实")
}

func TestReviewHasTheCommentsInFull(t *testing.T) {
	text := plain(page(t, built(t, false, ""), review))
	_, comments, _ := strings.Cut(text, "点评全文")
	wants(t, comments, "李娜 主管 70% · 10-15", "总评一句", "业绩评语一句", "盯住回款", "王芳 评委，不计分", "评委的话", "张伟 员工意见", "申诉已处理", "请复核战略一项")
	if strings.Index(comments, "李娜 主管") > strings.Index(comments, "王芳 评委") {
		t.Error("comments are not by weight")
	}
}

func TestEarlierReviewShowsWhatWasCorrectedLater(t *testing.T) {
	text := plain(page(t, built(t, false, ""), "reviews/2026-Q2/zhang-wei/index.html"))
	wants(t, text, "900.0 万 content/reviews/2026-Q2/zhang-wei/report.md", "880.0 万 content/reviews/2026-Q3/zhang-wei/report.md", "−20.0 万", "上期没有留下承诺。", "还没有点评。", "三季度一千二百万")
}

func TestAnUndefinedFigureSaysWhy(t *testing.T) {
	html := page(t, built(t, false, ""), "reviews/2026-Q2/zhang-wei/index.html")
	wants(t, html, `<abbr title="没有可比的期间">—</abbr>`, "未设目标")
}

func TestACommentWithoutAReportHasItsPage(t *testing.T) {
	text := plain(page(t, built(t, false, ""), "reviews/2026-Q3/wang-fang/index.html"))
	wants(t, text, "没有述职，只有一份点评", "王芳还没有 2026 年三季度的述职。", "没有交述职。", "逾期 12 天 补交述职 王芳")
	lacks(t, text, "主要指标", "下期目标")
}

const draft = `
-- content/reviews/2026-Q3/wang-fang/report.md --
---
status: draft
metrics: {revenue: {target: 500万, actual: 400万}}
---
## 数据分析
草稿里的话。
`

func TestADraftIsMarkedAndOtherwiseAbsent(t *testing.T) {
	const path = "reviews/2026-Q3/wang-fang/index.html"
	text := plain(page(t, built(t, true, draft), path))
	wants(t, text, "草稿", "待王芳提交，已等 22 天", "草稿里的话", "80.0%")
	shown := built(t, false, draft)
	for _, p := range shown.Paths() {
		if p == path {
			lacks(t, plain(page(t, shown, path)), "草稿里的话")
		}
	}
}

func TestAnOpenReportShowsFiguresOnly(t *testing.T) {
	open := strings.Replace(draft, "draft", "open", 1)
	text := plain(page(t, built(t, false, open), "reviews/2026-Q3/wang-fang/index.html"))
	wants(t, text, "未定稿", "进行中", "待王芳提交，已等 22 天", "80.0%", "述职还在写", "提交述职 王芳")
	lacks(t, text, "草稿里的话", "述职里没有", "下期目标")
}

const lead = `
-- content/people/li-na.md --
---
name: 李娜
team: hq
---
-- content/reviews/2026-Q3/li-na/report.md --
---
date: 2026-10-09
metrics: {revenue: {target: 300万, actual: 150万}}
---
## 数据分析
总部自己的单子。
`

func TestALeadsTeamComesFirst(t *testing.T) {
	tree := built(t, false, lead)
	text := plain(page(t, tree, "reviews/2026-Q3/li-na/index.html"))
	// The company: (1350 + 150) / (1200 + 300) = 100%; her own 150 / 300 = 50%.
	wants(t, text, "总部达成 100.0%", "所带团队 · 总部", "本人业绩", "50.0%")
	if strings.Index(text, "所带团队") > strings.Index(text, "本人业绩") {
		t.Error("the own figures come before the team's")
	}
	text = plain(page(t, tree, "people/li-na/index.html"))
	wants(t, text, "100.0%", "本人业绩", "50.0%", "写过的点评", "张伟 2026 年三季度 主管")
}

// The ranking has a lead's team first, then the own figures, which decide the
// place.
func TestALeadRanksWithTheTeamAboveTheOwn(t *testing.T) {
	text := plain(page(t, built(t, false, lead), "periods/2026-Q3/index.html"))
	team, own := strings.Index(text, "2 李娜 总部合计 1,500.0 1,500.0 100.0%"), strings.Index(text, "李娜 本人 300.0 150.0 50.0%")
	if team < 0 || own < team {
		t.Errorf("want the team's figures, then the own: %s", text)
	}
	wants(t, text, "带队的人先列团队合计")
}

// A team with a target of its own is judged by that everywhere, and shows what
// its people took on beside it.
func TestATeamIsJudgedByTheTargetSetForIt(t *testing.T) {
	tree := built(t, false, `
-- content/teams/east.md --
---
name: 华东区
parent: hq
lead: li-na
targets:
  2026-Q3: {revenue: 1500万}
---
`)
	// 1350 of 1500 is 90 %; the people took on 1200, a fifth less.
	text := plain(page(t, tree, "teams/east/2026-Q3/index.html"))
	wants(t, text, "三季度达成 90.0%", "差目标 150.0 万", "分解目标 1,200.0 万，少分 20.0%", "实际 1,350.0 万 ÷ 下达目标 1,500.0 万 = 90.0%", "销售额按下达目标计")
	// So does the table of teams; the root has no target of its own.
	text = plain(page(t, tree, "teams/hq/2026-Q3/index.html"))
	wants(t, text, "华东区 1,500.0 1,350.0", "总部 1,200.0 1,350.0", "设有下达目标的团队按下达目标计")
	if data := page(t, tree, "data/metrics.csv"); !strings.Contains(data, "team,east,2026-Q3,revenue,money,12000000.00,13500000.00,,,1.125000,") {
		t.Error("metrics.csv keeps the sum of the people's targets")
	}
}

func TestPersonOverAllPeriods(t *testing.T) {
	text := plain(page(t, built(t, false, ""), "people/zhang-wei/index.html"))
	// The year is the two quarters: 900 of 1000 and 1350 of 1200.
	wants(t, text, "本人各期述职之和", "实际 2,250.0 万 ÷ 目标 2,200.0 万 = 102.3%")
	wants(t, text,
		"三季度达成 112.5%", "客户经理", "总部 / 华东区", "上级 李娜", "2024-01-01 入职", "2 期述职",
		"维度评分", "各期述职", "2026 年三季度", "2026 年二季度", "90.0%", // 900 / 1000
		"S", "1 / 3", "兑现率 33.3%，到期 3 项兑现 1 项", "未兑现 1 项、未交代 1 项；未到期 1 项，不算到期。", "四季度一千五百万", "未到期",
		"未关闭 2 项", "清收逾期款", "所在团队", "张伟负责检测行业。",
	)
	if strings.Index(text, "2026 年三季度 1,200.0") > strings.Index(text, "2026 年二季度 1,000.0") {
		t.Error("the newest period is not the first")
	}
}

func TestPeopleWithoutReports(t *testing.T) {
	tree := built(t, false, "")
	text := plain(page(t, tree, "people/li-na/index.html"))
	wants(t, text, "不述职", "写过的点评", "张伟", "王芳")
	text = plain(page(t, tree, "people/wang-fang/index.html"))
	wants(t, text, "王芳", "还没有述职。", "未交述职，逾期 12 天", "还没有承诺。")
}

func TestALongHistoryGoesOn(t *testing.T) {
	files := ""
	for n := range 4 * 12 { // twelve years of quarters
		files += fmt.Sprintf("-- content/reviews/%d-Q%d/wang-fang/report.md --\n---\nmetrics: {revenue: {target: 100, actual: 90}}\n---\n", 2013+n/4, n%4+1)
	}
	tree := built(t, false, files)
	first, second := plain(page(t, tree, "people/wang-fang/index.html")), plain(page(t, tree, "people/wang-fang/2/index.html"))
	wants(t, first, "2024 年四季度", "第 1 页")
	wants(t, second, "2013 年一季度", "第 2 页")
	lacks(t, first, "2013 年一季度 ")
}

func TestHostileNamesStayText(t *testing.T) {
	tree := built(t, false, `
-- content/people/wang-fang.md --
---
name: '<img src=x onerror=alert(1)>"''&'
title: '<img src=x onerror=alert(1)>"''&'
team: east
---
-- content/reviews/2026-Q3/wang-fang/report.md --
---
title: '<img src=x onerror=alert(1)>"''&'
metrics: {revenue: {target: 100, actual: 90}}
breakdowns:
  channel: {'<img src=x onerror=alert(1)>"''&': 50, '</script><b>': 40}
goals:
  - {id: a, statement: '<img src=x onerror=alert(1)>"''&'}
---
## <b>题</b> & "引号"
- [ ] <i>做</i> & "引号"
`)
	for _, path := range []string{"reviews/2026-Q3/wang-fang/index.html", "people/wang-fang/index.html", review, "people/li-na/index.html"} {
		html := page(t, tree, path)
		lacks(t, html, "<img src=x", "<b>题", "</script><b>", "<i>做")
	}
	wants(t, page(t, tree, "people/wang-fang/index.html"), "&lt;img src=x onerror=alert(1)&gt;")
}

var ids = regexp.MustCompile(` id="([^"]*)"`)
var headings = regexp.MustCompile(`<h([1-6])[ >]`)

func TestIdsAreUniqueAndHeadingsSkipNoLevel(t *testing.T) {
	tree := built(t, false, "")
	for _, path := range tree.Paths() {
		if !strings.HasPrefix(path, "reviews/") && !strings.HasPrefix(path, "people/") {
			continue
		}
		html := page(t, tree, path)
		seen := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(html, -1) {
			if m[1] == "" || seen[m[1]] {
				t.Errorf("%s: id %q stands twice or is empty", path, m[1])
			}
			seen[m[1]] = true
		}
		level := 0
		_, main, _ := strings.Cut(html, "<main")
		for _, m := range headings.FindAllStringSubmatch(main, -1) {
			n := int(m[1][0] - '0')
			if n > level+1 {
				t.Errorf("%s: a heading of level %d follows one of level %d", path, n, level)
			}
			level = n
		}
		for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(main, -1) {
			if !seen[m[1]] && !strings.Contains(m[1], "%") && m[1] != "main" {
				t.Errorf("%s: #%s leads nowhere", path, m[1])
			}
		}
	}
}
