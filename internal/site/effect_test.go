package site_test

import (
	"strings"
	"testing"
)

const levers = `
-- content/people/chen-lu.md --
---
name: 陈露
team: hq
---
-- content/reviews/2026-Q3/zhang-wei/chen-lu.md --
---
role: peer
date: 2026-10-12
---
## 亮点
交接及时。
## 改进计划
每周复盘一次。
-- content/reviews/2026-Q3/zhang-wei/log.md --
---
---
## 2026-08-12 期中沟通
- [ ] 谈判课程补一次 @zhang-wei
## 2026-09-09 第二次
谈了回款。
`

// The file of 张伟 sets one target of the third quarter; 陈露 is of 总部, 张伟 of
// 华东区. Of the second quarter there is nothing but the goals set in July for
// the third.
func TestAPersonsPageShowsTheLeversWithTheirEvidence(t *testing.T) {
	html := page(t, built(t, false, levers), "people/zhang-wei/index.html")
	_, block, _ := strings.Cut(html, `id="effect"`)
	block, _, _ = strings.Cut(block, "</section>")
	wants(t, plain("<main "+block),
		"述职效果 三季度 4 / 5", "26 年二季度 26 年三季度 三季度依据",
		"目标明确 缺 有 个人档案下达 1 项",
		"培训发展 缺 有 「谈判课程补一次」 ； 陈露点评里的改进计划",
		"经常沟通 缺 有 2 次，最近 09-09",
		"跨团队协作 缺 有 陈露（总部）",
		"激励 缺 缺 「团队管理」里没有写激励",
	)
	const at = `href="../../reviews/2026-Q3/zhang-wei/index.html#`
	wants(t, block, at+`figures"`, at+`log"`, at+`comment-chen-lu"`, at+`log-u-2026-09-09-`)
}

// Goals set in July are of the third quarter and come too late for it.
func TestGoalsThatCameLateAreNoTick(t *testing.T) {
	html := page(t, built(t, false, `
-- content/people/zhang-wei.md --
---
name: 张伟
team: east
---
`), "people/zhang-wei/index.html")
	text := plain(html)
	wants(t, text, "目标明确 缺 缺 期初之后才定： 26 年二季度述职定了 3 项（07-05）", "三季度 0 / 5")
	wants(t, html, `href="../../reviews/2026-Q2/zhang-wei/index.html#next-goals"`)
}

// 王芳 has not reported: what only a report could show is not known, and no zero.
func TestWhatCannotBeKnownIsNoTickAndNoGap(t *testing.T) {
	tree := built(t, false, levers)
	html := page(t, tree, "people/wang-fang/index.html")
	wants(t, html, `<abbr title="没有述职，不能判断">—</abbr>`)
	// 张伟 has four of the five; of 王芳 and 陈露, who have not reported, three are
	// known to be absent.
	wants(t, plain(page(t, tree, period)), "述职效果 3 人", "目标明确 1 2 0", "培训发展 1 0 2", "经常沟通 1 2 0", "跨团队协作 1 2 0", "激励 0 1 2")
}

func TestAReviewLeadsToTheLevers(t *testing.T) {
	html := page(t, built(t, false, levers), "reviews/2026-Q3/zhang-wei/index.html")
	wants(t, html, `<a href="../../../people/zhang-wei/index.html#effect">述职效果 4 / 5</a>`)
	lacks(t, page(t, built(t, false, ""), "people/li-na/index.html"), `id="effect"`)
}
