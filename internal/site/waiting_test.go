package site_test

import (
	"strings"
	"testing"
)

// The review of 张伟 was shared on 16 October, six days ago; 王芳 has not handed
// in since 30 September. The appeal of 17 October was answered on the 21st.
func TestPagesSayWhoWaitsForWhom(t *testing.T) {
	tree := built(t, false, "")
	for _, path := range []string{period, "teams/east/2026-Q3/index.html", "index.html"} {
		text := plain(page(t, tree, path))
		_, text, _ = strings.Cut(text, "谁在等谁 等得最久的在前")
		wants(t, text, "本人 交述职 王芳 逾期 12 天 22 天 本人 确认点评 张伟 6 天")
	}
	lacks(t, plain(page(t, tree, "teams/hq/2026/index.html")), "谁在等谁")
}

const submitted = `
-- content/people/chen-lu.md --
---
name: 陈露
team: east
manager: zhang-wei
---
-- content/reviews/2026-Q3/chen-lu/report.md --
---
status: submitted
date: 2026-10-08
metrics: {revenue: 5}
---
-- content/reviews/2026-Q3/wang-fang/report.md --
---
status: submitted
date: 2026-10-10
metrics: {revenue: 5}
---
`

// The manager of 陈露 is 张伟, who has not commented since 8 October, due by the 20th; 李娜 has
// commented on 王芳 on the 16th and not shared it.
func TestTheManagerIsNamedWhoseTurnItIs(t *testing.T) {
	tree := built(t, false, submitted)
	wants(t, plain(page(t, tree, period)), "张伟 点评 陈露 逾期 2 天 14 天", "李娜 共享点评 王芳 逾期 2 天 6 天")
	wants(t, plain(page(t, tree, "reviews/2026-Q3/chen-lu/index.html")), "已提交 10-08", "待张伟点评，已等 14 天", "待本人确认")
	wants(t, plain(page(t, tree, "people/zhang-wei/index.html")), "谁在等谁", "张伟 点评 陈露 逾期 2 天 14 天")
	lacks(t, plain(page(t, tree, "people/zhang-wei/index.html")), "共享点评")
}

const unanswered = `
-- content/reviews/2026-Q3/zhang-wei/calibration.md --
---
date: 2026-10-16
grade: S
---
校准会上调。
`

func TestAnOpenAppealIsOnEveryListUntilItIsAnswered(t *testing.T) {
	const review = "reviews/2026-Q3/zhang-wei/index.html"
	tree := built(t, false, unanswered)
	for _, path := range []string{"index.html", "teams/east/index.html", period} {
		wants(t, plain(page(t, tree, path)), "已等 5 天 张伟 对三季度评价的申诉待答复 李娜", "李娜 答复申诉 张伟 5 天")
	}
	wants(t, plain(page(t, tree, review)), "待李娜答复申诉，已等 5 天", "已等 5 天 答复张伟的申诉 李娜", "申诉待处理")
	answered := built(t, false, "")
	lacks(t, plain(page(t, answered, "index.html")), "申诉")
	wants(t, page(t, answered, review), `<a class="note nb" href="#calibration">见 10-21 终评</a>`)
}

func TestAPersonsPageTellsHowFarTheReviewsHaveCome(t *testing.T) {
	html := page(t, built(t, false, ""), "people/zhang-wei/index.html")
	text := plain(html)
	_, text, _ = strings.Cut(text, "述职进度 最近的在前")
	wants(t, text,
		"2026 年三季度 10-09 张伟 10-16 李娜 — 员工意见 10-17 申诉已处理 见 10-21 终评 待张伟确认，已等 6 天",
		"2026 年二季度 07-05 已共享 本人已确认 — —", // nobody noted when
	)
	wants(t, html, `href="../../reviews/2026-Q3/zhang-wei/index.html#comment-zhang-wei"`, `href="../../reviews/2026-Q3/zhang-wei/index.html#calibration"`)
	missing := plain(page(t, built(t, false, ""), "people/wang-fang/index.html"))
	wants(t, missing, "2026 年三季度 — — — — 待王芳交述职，已等 22 天")
}
