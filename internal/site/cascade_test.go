package site_test

import "testing"

// targeted sets targets for both teams and for 王芳, who has not handed in; 李娜
// does not report.
//
//	三季度 张伟 1200 + 王芳 150 = 1350；总部 1250：1350/1250 − 1 = +8 %；华东区 1150/1250 − 1 = −8 %
//	       华东区 1350/1150 − 1 = +17.4 %
//	四季度 张伟的目标 1500，总部 2000：−25 %，差 500
const targeted = `
-- content/teams/hq.md --
---
name: 总部
lead: li-na
targets:
  2026-Q3: {revenue: 1250万, gross_margin: 35%}
  2026-Q4: {revenue: 2000万}
---
-- content/teams/east.md --
---
name: 华东区
parent: hq
lead: li-na
targets:
  2026-Q3: {revenue: 1150万}
---
-- content/people/wang-fang.md --
---
name: 王芳
team: east
targets:
  2026-Q3: {revenue: 150万, new_customers: 5}
---
`

func TestTeamPageSetsItsTargetAgainstPeopleAndChildTeams(t *testing.T) {
	tree := built(t, false, targeted)
	text := plain(page(t, tree, "teams/hq/2026-Q3/index.html"))
	wants(t, text,
		"分解目标 1,350.0 万，超分 8.0%",
		"销售额 万元 1,250.0 1,350.0 超分 8.0% 1,150.0 — 少分 8.0%",
		"华东区 1,150.0 1,350.0 超分 17.4% — 1,350.0 —",
		"毛利率 35.0% — — — — —", // of a ratio nothing adds up
		"团队没有设目标、只有个人合计的：新客户数 5 个。",
		"四季度目标分解", "销售额 万元 2,000.0 1,500.0 少分 25.0% — — — 华东区 — 1,500.0 — — 1,500.0 —", "销售额未设目标：华东区、王芳。",
		"少分 25.0%，差 500.0 万 未分解", // below the people's targets
		"四季度团队目标 2,000.0 万，个人目标合计 1,500.0 万，差 500.0 万（25.0%）未分解",
	)
	html := page(t, tree, "teams/hq/2026-Q3/index.html")
	wants(t, html, `href="../../../teams/east/index.html#cascade"`, `<abbr title="比率的目标不能相加">—</abbr>`, `<abbr title="没有下级团队">—</abbr>`)
	// Nothing is set for 华东区 in the fourth quarter: there is no table to lead to.
	lacks(t, html, "#cascade-next")

	east := page(t, tree, "teams/east/2026-Q3/index.html")
	wants(t, east, `id="cascade"`)
	wants(t, plain(east), "指标 团队目标 个人合计 个人超分 销售额 万元 1,150.0 1,350.0 超分 17.4% 超分 =")
	// An earlier period has its own targets, or none.
	lacks(t, page(t, tree, "teams/hq/2026-Q2/index.html"), `id="cascade"`, `id="split"`)
}

func TestTeamPageListsTheNextTargetsByPerson(t *testing.T) {
	text := plain(page(t, built(t, false, ""), "teams/east/2026-Q3/index.html"))
	// 张伟 made 1350 and promises 1500: +11.1 %. No target is set for a team.
	wants(t, text, "四季度销售额目标，按人", "张伟 1,350.0 1,500.0 ↑ +11.1% 100.0%", "王芳 — — — —", "个人合计 1,500.0 100.0%")
	lacks(t, text, "目标分解", "未分解")
}

// What a team states itself is of no one person, and a ratio that divides by it
// is over the whole team.
func TestFiguresOfATeamAreOfNoOnePerson(t *testing.T) {
	text := plain(page(t, built(t, false, `
-- content/teams/east.md --
---
name: 华东区
parent: hq
lead: li-na
figures:
  2026-Q3: {headcount: 3}
---
`), "teams/east/2026-Q3/index.html"))
	wants(t, text,
		"在岗人数 团队自报 团队自报，不分到人",
		"Σ 销售额 ÷ Σ 在岗人数，有一侧是团队自报，两侧都按全队合计",
		"计入 1 人，另有团队自报",
	)
	lacks(t, text, "计入 0 人", "Σ 在岗人数，只计两者都有的人")
}
