package site_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/tools/txtar"

	"reviewfolio/internal/build"
	"reviewfolio/internal/site"
)

func TestTeamPageSaysWhoIsWhere(t *testing.T) {
	tree := built(t, false, "")
	text := plain(page(t, tree, "teams/east/2026-Q3/index.html"))
	// 1350 of 1200 is 112.5 %, 50 % over the 900 of the quarter before; 王芳
	// is in the team and has not handed in.
	wants(t, text, "三季度达成 112.5%", "环比 +50.0%", "超目标 150.0 万", "1,350.0", "缺 1 份", "未交：王芳", "直销", "66.7%")
	if home, hq := page(t, tree, "index.html"), page(t, tree, "teams/hq/index.html"); plain(home) != plain(hq) {
		t.Error("the first page is the root team's at the latest period")
	}
}

// A partial period has no change and says how much of it has gone.
func TestPartialPeriodSaysSo(t *testing.T) {
	tree := built(t, false, `
-- content/site.yaml --
title: 试点
as_of: 2026-08-31
kpis: {revenue: 100}
`)
	text := page(t, tree, "teams/east/2026-Q3/index.html")
	// 31 + 31 days of 92 have gone.
	wants(t, text, "62/92 天", `<abbr title="本期未结束，不作比较">—</abbr>`)
	// Nor is it drawn against the whole of the period before.
	wants(t, plain(text), "变了什么 本期未结束，不作比较。")
}

// A year that quarters add up to has nothing to hand in: its pages say how it
// stands and how much of it is reported.
func TestAPeriodThatOthersAddUpTo(t *testing.T) {
	tree := built(t, false, `
-- content/teams/hq.md --
---
name: 总部
lead: li-na
targets:
  2026: {revenue: 5000万}
---
`)
	for _, path := range []string{"periods/2026/index.html", "teams/hq/2026/index.html"} {
		text := plain(page(t, tree, path))
		// 900 and 1350 of 5000 by day 295 of 365: 45 % where 80.8 % have gone.
		wants(t, text, "全年已过 295/365 天，达成 45.0%", "落后", "已报期间 2 / 4 期", "缺 2026 年一季度")
		// What people took on is known of two quarters only.
		lacks(t, text, "还没有述职", "0 份述职", "需要你处理", "分解目标")
	}
}

func TestEveryAddressOfTheFormatIsWritten(t *testing.T) {
	paths := built(t, false, `
-- content/pages/guide.md --
---
title: 填写指南
---
## 怎么写
先写数。
`).Paths()
	for _, want := range []string{
		"index.html", "teams/hq/index.html", "teams/east/2026-Q2/index.html", "teams/east/2026-Q3/index.html", "teams/hq/2026/index.html",
		"people/zhang-wei/index.html", "people/li-na/index.html", "reviews/2026-Q3/zhang-wei/index.html", "reviews/2026-Q3/wang-fang/index.html",
		"periods/2026-Q3/index.html", "themes/data/2026-Q3/index.html", "themes/brand/2026-Q2/index.html", "cases/index.html", "actions/index.html",
		"metrics/index.html", "pages/guide/index.html", "data/metrics.csv", "assets/site.css", "assets/echarts.min.js", "assets/chart-options.js",
	} {
		if !slices.Contains(paths, want) {
			t.Errorf("%s is not written", want)
		}
	}
}

func TestOwnLayoutsAndAssetsReplaceBuiltInOnes(t *testing.T) {
	tree := built(t, false, `
-- layouts/page.html --
{{define "main"}}<p>自己的版式</p>{{.Body}}{{end}}
-- assets/tokens.css --
:root { --accent: #123456; }
-- assets/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/pages/guide.md --
---
title: 指南
---
正文
`)
	wants(t, page(t, tree, "pages/guide/index.html"), "<p>自己的版式</p>", "正文", `href="../../assets/tokens.css"`)
	wants(t, page(t, tree, "assets/tokens.css"), "#123456")
	wants(t, page(t, tree, "assets/logo.svg"), "<svg")
	wants(t, page(t, tree, "assets/site.css"), ".frame")
}

func TestBrokenLayoutNamesItselfTheLineAndThePage(t *testing.T) {
	for _, tc := range []struct {
		name, layout, file string
		line               int
		page               string
	}{
		{"does not parse", "{{define \"main\"}}\n<p>\n{{if}}</p>{{end}}", "layouts/team.html", 3, ""},
		{"asks for what there is not", "{{define \"main\"}}\n{{.Nothing}}\n{{end}}", "layouts/team.html", 2, "teams/east/index.html"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := renderWith(t, "layouts/team.html", tc.layout, "teams/east/index.html")
			var fault *site.LayoutError
			if !errors.As(err, &fault) {
				t.Fatalf("got %v, want a LayoutError", err)
			}
			if fault.File != tc.file || fault.Line != tc.line || fault.Page != tc.page {
				t.Errorf("got %q line %d page %q (%v)", fault.File, fault.Line, fault.Page, err)
			}
		})
	}
}

func renderWith(t *testing.T, name, layout, path string) error {
	t.Helper()
	root := fstest.MapFS{name: &fstest.MapFile{Data: []byte(layout)}}
	for _, f := range txtar.Parse([]byte(company)).Files {
		root[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	c, err := build.Check(root, false)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := build.Tree(root, c)
	if err != nil {
		return err
	}
	return tree.Render(path, new(strings.Builder))
}

func TestFilesLieBesideTheirPage(t *testing.T) {
	tree := built(t, false, `
-- content/pages/guide.md --
---
title: 指南
---
[表格](<附件/填写 示例.txt>) 和 [团队的说明](../teams/shared.txt)
-- content/pages/附件/填写 示例.txt --
示例
-- content/teams/shared.txt --
说明
-- content/pages/unlinked.txt --
没有人链接
`)
	wants(t, page(t, tree, "pages/guide/附件/填写 示例.txt"), "示例")
	wants(t, page(t, tree, "files/teams/shared.txt"), "说明")
	wants(t, page(t, tree, "pages/guide/index.html"), `href="../../pages/guide/%E9%99%84%E4%BB%B6/%E5%A1%AB%E5%86%99%20%E7%A4%BA%E4%BE%8B.txt"`, `href="../../files/teams/shared.txt"`)
	for _, path := range tree.Paths() {
		if strings.Contains(path, "unlinked") {
			t.Errorf("%s: a file that nobody links was copied", path)
		}
	}
}

func TestBaseURLMakesLinksAbsolute(t *testing.T) {
	tree := built(t, false, `
-- content/site.yaml --
title: 试点
base_url: https://hr.example/sz/
as_of: 2026-10-22
`)
	text := page(t, tree, "people/zhang-wei/index.html")
	wants(t, text, `href="https://hr.example/sz/assets/site.css"`, `href="https://hr.example/sz/teams/east/"`)
	lacks(t, text, `href="../`)
}

// In an English portfolio everything but what people wrote is English, and no
// text is missing from the catalogue in either language.
func TestInterfaceIsOfOneLanguage(t *testing.T) {
	for _, language := range []string{"en", "zh-CN"} {
		tree := built(t, true, fmt.Sprintf(`
-- content/site.yaml --
title: Trial
language: %s
as_of: 2026-10-22
kpis: {revenue: 50, gross_profit: 50}
`, language))
		missing := regexp.MustCompile(`\{[a-z][a-z.-]+\}`)
		for _, path := range tree.Paths() {
			if !strings.HasSuffix(path, ".html") {
				continue
			}
			text := page(t, tree, path)
			if key := missing.FindString(plain(text)); key != "" {
				t.Errorf("%s, %s: no text for %s", language, path, key)
			}
			rail := text[strings.Index(text, "<body"):strings.Index(text, "<main")]
			if i := strings.IndexFunc(written.ReplaceAllString(rail, ""), isHan); language == "en" && i >= 0 {
				t.Errorf("%s: Chinese in the frame: %.40q", path, written.ReplaceAllString(rail, "")[i:])
			}
		}
	}
}

// written is what people wrote, which keeps its own language.
var written = regexp.MustCompile(`<bdi[^>]*>[^<]*</bdi>`)

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func TestMetricsFile(t *testing.T) {
	text := page(t, built(t, false, ""), "data/metrics.csv")
	if !strings.HasPrefix(text, "\ufeff") || strings.Count(text, "\r\n") != strings.Count(text, "\n") {
		t.Error("the file has a byte order mark and CRLF")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(rows[0], ","), "scope,id,period,metric,unit,target,actual,numerator,denominator,attainment,qoq,yoy,people,excluded"; got != want {
		t.Errorf("head %s", got)
	}
	if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return slices.Compare(a[:4], b[:4]) }) {
		t.Error("rows are in byte order of scope, id, period, metric")
	}
	// 1350/1200, (1350−900)/900; 486/1350 less 270/900.
	for _, want := range []string{
		"person,zhang-wei,2026-Q3,revenue,money,12000000.00,13500000.00,,,1.125000,0.500000,,1,0",
		"team,hq,2026-Q3,gross_margin,percent,,0.360000,4860000.00,13500000.00,,0.060000,,1,0",
		"team,east,2026-Q2,revenue,money,10000000.00,9000000.00,,,0.900000,,,1,0",
		"team,hq,2026,revenue,money,22000000.00,22500000.00,,,1.022727,,,1,0",
	} {
		if !strings.Contains(text, want+"\r\n") {
			t.Errorf("no row %s in\n%s", want, text)
		}
	}
}

// With more people than a page shows, lists go on at …/2/.
func TestLongListsGoOn(t *testing.T) {
	var files strings.Builder
	for i := range 130 {
		fmt.Fprintf(&files, "-- content/people/p%03d.md --\n---\nname: 员工%03d\nteam: east\n---\n", i, i)
		fmt.Fprintf(&files, "-- content/reviews/2026-Q3/p%03d/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\nmetrics:\n  revenue: {target: 100, actual: %d}\n---\n## 品牌建设\n办了一场活动。\n", i, 50+i)
	}
	tree := built(t, false, files.String())
	paths := tree.Paths()
	for _, want := range []string{"periods/2026-Q3/2/index.html", "themes/brand/2026-Q3/2/index.html"} {
		if !slices.Contains(paths, want) {
			t.Errorf("%s is not written", want)
		}
	}
	first, second := page(t, tree, "periods/2026-Q3/index.html"), page(t, tree, "periods/2026-Q3/2/index.html")
	wants(t, first, `rel="next" href="../../periods/2026-Q3/2/index.html"`, "员工129")
	wants(t, second, `rel="prev" href="../../../periods/2026-Q3/index.html"`, "员工000")
	ranked, _, _ := strings.Cut(plain(second), "完整性")
	lacks(t, ranked, "员工129")
	wants(t, page(t, tree, "teams/east/2026-Q3/index.html"), `periods/2026-Q3/index.html#ranking`)
}

// The talks of a period that nobody has reported on yet are on its page, where
// their actions lead; such a period has no themes to compare.
func TestALogAloneHasItsPage(t *testing.T) {
	tree := built(t, false, `
-- content/reviews/2026-Q2/wang-fang/log.md --
---
---
## 2026-08-12 期中沟通
- [ ] 补交客户清单 @wang-fang due:2026-09-01
`)
	const path = "reviews/2026-Q2/wang-fang/index.html"
	text := page(t, tree, path)
	wants(t, plain(text), "还没有述职，先有沟通记录", "王芳还没有 2026 年二季度的述职", "补交客户清单")
	wants(t, page(t, tree, "actions/index.html"), "补交客户清单", `href="../reviews/2026-Q2/wang-fang/index.html#log"`)
	wants(t, page(t, tree, "people/wang-fang/index.html"), `href="../../reviews/2026-Q2/wang-fang/index.html"`)
}

func TestPagesAreTheSameTwice(t *testing.T) {
	one, two := built(t, false, ""), built(t, false, "")
	for _, path := range one.Paths() {
		if page(t, one, path) != page(t, two, path) {
			t.Errorf("%s differs between two builds", path)
		}
	}
}

func TestEmptyPortfolioHasAPage(t *testing.T) {
	root := fstest.MapFS{
		"content/site.yaml":     {Data: []byte("title: 新的\n")},
		"content/teams/hq.md":   {Data: []byte("---\nname: 总部\n---\n")},
		"content/people/x.md":   {Data: []byte("---\nname: 新人\nteam: hq\n---\n")},
		"content/pages/help.md": {Data: []byte("---\ntitle: 帮助\n---\n[新人](person:x)\n")},
	}
	c, err := build.Check(root, false)
	if err != nil || c.Faults.HasErrors() {
		t.Fatal(err, c.Faults)
	}
	tree, err := build.Tree(root, c)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, plain(page(t, tree, "index.html")), "总部", "还没有述职")
	wants(t, plain(page(t, tree, "people/x/index.html")), "新人")
}
