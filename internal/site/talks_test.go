package site_test

import (
	"fmt"
	"strings"
	"testing"
)

// As of 22 October: the action of 李娜 was due on 1 October; that of 张伟 stands
// as done in the report of the third quarter, which is later.
const talks = `
-- content/reviews/2026-Q2/zhang-wei/log.md --
---
---
## 2026-08-12 期中沟通
七月偏慢。
- [ ] 拜访三家大客户 @zhang-wei due:2026-09-01 {#visit}
- [ ] 协调售前排期 @li-na due:2026-10-01 {#presales}
## 2026-05-20 期初沟通
谈了目标。
-- content/reviews/2026-Q3/zhang-wei/log.md --
---
---
## 2026-09-09 第二次
- [x] 补样机 @wang-fang {#demo}
- [x] 拜访三家大客户 @zhang-wei {#visit}
`

func TestTalksAreOnThePersonsPageNewestFirst(t *testing.T) {
	html := page(t, built(t, false, talks), "people/zhang-wei/index.html")
	text := plain(html)
	_, text, _ = strings.Cut(text, "沟通记录 最近的在前")
	second, first, begun := strings.Index(text, "09-09 第二次 2026 年三季度"), strings.Index(text, "08-12 期中沟通 2026 年二季度"), strings.Index(text, "05-20 期初沟通")
	if second < 0 || second > first || first > begun {
		t.Errorf("entries at %d, %d, %d of %s", second, first, begun, text)
	}
	wants(t, text, "七月偏慢", "已完成 拜访三家大客户", "未关闭 协调售前排期 李娜 10-01 到期 逾期 21 天")
	wants(t, text, "由他人负责的行动项 逾期 21 天 协调售前排期 沟通记录 李娜 已完成 补样机 沟通记录 王芳")
	wants(t, html, `href="../../reviews/2026-Q2/zhang-wei/index.html#log-u-2026-08-12-`)
	lacks(t, plain(page(t, built(t, false, talks), "people/wang-fang/index.html")), "期中沟通")
}

// The log of the review says the state of today too.
func TestAnActionOfALogShowsItsStateOfToday(t *testing.T) {
	text := plain(page(t, built(t, false, talks), "reviews/2026-Q2/zhang-wei/index.html"))
	_, text, _ = strings.Cut(text, "沟通记录 2026-08-12")
	wants(t, text, "已完成 拜访三家大客户", "协调售前排期 李娜 10-01 到期 逾期 21 天")
}

func TestManyTalksFold(t *testing.T) {
	var log strings.Builder
	log.WriteString("-- content/reviews/2026-Q3/zhang-wei/log.md --\n---\n---\n")
	for day := range 25 {
		fmt.Fprintf(&log, "## 2026-08-%02d 第 %d 次\n谈话[^n%d]。\n\n[^n%d]: 注。\n", day+1, day+1, day, day)
	}
	html := page(t, built(t, false, log.String()), "people/zhang-wei/index.html")
	open, folded, found := strings.Cut(html, `<details class="rest"><summary>更早的 17 次</summary>`)
	if !found || strings.Count(open, `<article class="talk"`) != 3 || strings.Count(folded, `<article class="talk"`) != 17 {
		t.Errorf("%d entries open, %d folded", strings.Count(open, `class="talk"`), strings.Count(folded, `class="talk"`))
	}
	wants(t, open, "第 25 次")
	wants(t, folded, "另有 5 次，见各期述职")
}
