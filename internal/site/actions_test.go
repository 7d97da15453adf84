package site_test

import (
	"fmt"
	"strings"
	"testing"
)

// As of 10-22: 李娜 has two overdue, the longer by 2 days; 张伟 one by 7 days and
// one not yet due; 王芳 one that is done.
func TestActionsStandByOwnerMostOverdueFirst(t *testing.T) {
	actions := page(t, built(t, false, `
-- content/reviews/2026-Q3/zhang-wei/log.md --
## 2026-08-12 期中沟通
- [ ] 请示样机 @li-na due:2026-10-21 {#ask}
- [ ] 约见客户 @li-na due:2026-10-20 {#meet}
- [x] 交接名单 @wang-fang {#list}
`), "actions/index.html")
	wants(t, plain(actions),
		"按负责人 逾期多的在前 按负责人 负责人 逾期 最长逾期天数 未关闭 已完成 李娜 2 2 2 张伟 1 7 2 王芳 1",
		"李娜 逾期 2 项，最长 2 天 · 未关闭 2 项 李娜 行动项 到期 状态 出处 约见客户",
		"张伟 逾期 1 项，最长 7 天 · 未关闭 2 项",
		"王芳 已完成 1 项")
	wants(t, actions, `href="#o-zhang-wei"`, `<section class="blk" id="o-zhang-wei">`, `href="../people/zhang-wei/index.html">个人页`)
	text := plain(actions)
	if strings.Index(text, "约见客户") > strings.Index(text, "请示样机") {
		t.Errorf("the one overdue longer does not come first:\n%s", text)
	}
}

// 张伟 has one overdue, so the 120 of 李娜, with none overdue, come after: from
// the second page on hers are still named, and the table leads to where they
// begin.
func TestManyActionsOfOneOwnerGoOn(t *testing.T) {
	var log strings.Builder
	log.WriteString("-- content/reviews/2026-Q3/zhang-wei/log.md --\n## 2026-08-12 期中沟通\n")
	for i := range 120 {
		fmt.Fprintf(&log, "- [ ] 第%03d件 @li-na due:2026-12-31 {#a%03d}\n", i, i)
	}
	fmt.Fprintf(&log, "- [ ] 收尾 @wang-fang due:2026-12-31 {#last}\n")
	tree := built(t, false, log.String())
	first, second := page(t, tree, "actions/index.html"), page(t, tree, "actions/2/index.html")
	wants(t, first, `href="#o-li-na"`, `href="../actions/2/index.html#o-wang-fang"`)
	wants(t, plain(second), "李娜 未关闭 120 项", "第119件", "王芳 未关闭 1 项")
	lacks(t, plain(second), "按负责人")
	lacks(t, plain(first), "收尾", "第119件")
}
