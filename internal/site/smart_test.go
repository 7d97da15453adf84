package site_test

import (
	"strings"
	"testing"
)

// bare is the text of a part of a page.
func bare(html string) string { return spaces.ReplaceAllString(tags.ReplaceAllString(html, " "), " ") }

// goalsOf is a report of 2026-Q3 with these goals; east has a target for Q4.
func goalsOf(goals string) string {
	return `
-- content/teams/east.md --
---
name: 华东区
parent: hq
lead: li-na
targets:
  2026-Q4: {revenue: 1500万}
---
-- content/reviews/2026-Q3/wang-fang/report.md --
---
date: 2026-10-09
metrics: {revenue: 900万, complaints: 8}
goals:
` + goals + `---
## 数据分析
一句。
`
}

func TestGoalsShowHowTheyStandAgainstSmart(t *testing.T) {
	for _, tc := range []struct{ goal, want string }{
		// 1080 of 900 is 120 %.
		{"{id: g, statement: 冲一千, metric: revenue, target: 1080万, baseline: 900万, due: 2026-12-31, supports: east}",
			"冲一千 销售额 900.0 万 1,080.0 万 +20.0% 120.0% 12-31 华东区 S M A R T 都符合"},
		// 1440 of 900 is 160 %, more than the 150 % that a goal may ask.
		{"{id: g, statement: 冲一千, metric: revenue, target: 1440万, baseline: 900万, due: 2026-12-31, supports: east}",
			"冲一千 销售额 A 超过基线的 150%：写清增量从哪里来，或分期 900.0 万 1,440.0 万 +60.0% 160.0% 12-31 华东区 S M A R T 欠缺：可达成"},
		// 6 of 8 complaints: 2 − 6/8 is 125 %.
		{"{id: g, statement: 少投诉, metric: complaints, target: 6, baseline: 8, due: 2026-12-31, supports: east}",
			"−25.0% 125.0% 12-31 华东区 S M A R T 都符合"},
		{"{id: g, statement: 签下两家, due: 2026-12-31, supports: east}", "S M A R T 都符合，可达成无从比较"},
		{"{id: g, statement: 加强管理}",
			"加强管理 S 只有意图：写明指标，或交付什么；R 没有写支撑哪个团队；T 没有完成日期，最迟 12-31 — — — — 未定日期 — S M A R T 欠缺：具体、可衡量、相关、有时限"},
		{"{id: g, statement: 签下两家, due: 2027-12-31, supports: east}", "T 到期太晚，最迟 12-31"},
	} {
		html := page(t, built(t, false, goalsOf("  - "+tc.goal+"\n")), "reviews/2026-Q3/wang-fang/index.html")
		_, block, _ := strings.Cut(html, `id="next-goals"`)
		wants(t, bare(block), tc.want, "A 要求目标在基线的 90% 至 150% 之间", "T 要求 09-30 之后、不迟于 12-31")
	}
}

// A target that nobody can compare says why to those who ask.
func TestUndefinedReachSaysWhy(t *testing.T) {
	html := page(t, built(t, false, goalsOf("  - {id: g, metric: revenue, target: 5, baseline: 0, due: 2026-12-31, supports: east}\n")), "reviews/2026-Q3/wang-fang/index.html")
	wants(t, html, `<abbr title="基线不大于零，不算倍数">—</abbr>`)
}

const remarked = `
-- content/reviews/2026-Q3/zhang-wei/li-na.md --
---
role: manager
date: 2026-10-15
ratings: {performance: 4, strategy: 4, team: 3.5, communication: 4}
---
## 问题

### 团队管理

带人的话，依据在周报。
`

// What names a dimension and a theme stands at both, and in the full comments.
func TestARemarkStandsAtItsDimensionAndItsTheme(t *testing.T) {
	html := page(t, built(t, false, remarked), "reviews/2026-Q3/zhang-wei/index.html")
	_, scores, _ := strings.Cut(html, `id="scores"`)
	scores, rest, _ := strings.Cut(scores, `</table>`)
	wants(t, bare(scores), "团队管理 20%", "李娜 主管 问题 带人的话")
	if at := strings.Index(scores, "带人的话"); at < strings.Index(scores, "团队管理") || at > strings.Index(scores, "沟通协调") {
		t.Error("the remark does not stand at its dimension")
	}
	margin := ""
	for _, aside := range strings.Split(rest, `<aside class="side"`)[1:] {
		aside, _, _ = strings.Cut(aside, `</aside>`)
		margin += aside
	}
	wants(t, bare(margin), "李娜 主管 问题 带人的话")
	if n := strings.Count(html, "带人的话"); n != 3 {
		t.Errorf("the remark stands %d times, want 3", n)
	}
	lacks(t, page(t, built(t, false, remarked), "people/zhang-wei/index.html"), "带人的话")
}
