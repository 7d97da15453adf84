package site_test

import (
	"strings"
	"testing"
)

const period = "periods/2026-Q3/index.html"

// matrixOf is the block of completeness of a page.
func matrixOf(t *testing.T, page string) string {
	t.Helper()
	_, block, found := strings.Cut(page, `id="completeness"`)
	block, _, _ = strings.Cut(block, `</section>`)
	if !found {
		t.Fatal("the page has no completeness")
	}
	return block
}

func rowOf(t *testing.T, block, name string) string {
	t.Helper()
	for row := range strings.SplitSeq(block, "<tr>") {
		if strings.HasPrefix(row, `<th scope="row">`) && strings.Contains(row[:strings.Index(row, "</th>")], name) {
			row, _, _ = strings.Cut(row, "</tr>")
			return row
		}
	}
	t.Fatalf("no row of %s in %s", name, block)
	return ""
}

// Reports are due ten days after 30 September, comments twenty.
func TestCompletenessNamesTheDueDatesAndWhoLacksWhat(t *testing.T) {
	text := plain("<main " + matrixOf(t, page(t, built(t, false, ""), period)))
	wants(t, text, "述职 10-10、点评 10-20 截止；缺得多的在前", "未交述职 王芳 1 人", "点评不全 王芳 、 张伟 2 人", "未交述职，逾期 12 天")
	lacks(t, text, "没有点评", "缺成功案例", "缺失败案例")
	if strings.Index(text, "王芳 华东区") > strings.Index(text, "张伟 华东区") {
		t.Error("who has not handed in comes first")
	}
}

// 张伟 wrote 6 characters under data, both cases, nothing under goals; the
// comment of 李娜 has no 问题, that of 王芳 neither 亮点 nor 建议.
func TestMarksLeadToTheirPlaceInTheReview(t *testing.T) {
	row := rowOf(t, matrixOf(t, page(t, built(t, false, ""), period)), "张伟")
	const at = `<a href="../../reviews/2026-Q3/zhang-wei/index.html#`
	wants(t, row,
		at+`data"><i class="mk thin"></i><span class="vh">偏少</span></a>`,
		at+`goals"><i class="mk no">缺</i></a>`,
		at+`cases"><i class="mk"></i><span class="vh">有</span></a>`,
		at+`comments"><i class="mk no">缺</i></a>`, // peer and hr
		at+`comment-wang-fang" title="王芳"><i class="mk no">缺 1/2</i><span class="vh">王芳</span></a>`,
		at+`comment-li-na" title="李娜"><i class="mk no">缺 1/2</i><span class="vh">李娜</span></a>`,
	)
}

// What is not handed in is unknown, not zero; the comment of 李娜, which is there
// without it, says 问题 only.
func TestAMissingReportHasNoZero(t *testing.T) {
	row := plain("<main " + rowOf(t, matrixOf(t, page(t, built(t, false, ""), period)), "王芳"))
	wants(t, row, "未交述职，逾期 12 天 — — — 有 — — 缺 李娜 有 缺 李娜 未交")
	lacks(t, row, " 0 ")
}

func TestCompletenessTellsMissingCasesAndComments(t *testing.T) {
	block := matrixOf(t, page(t, built(t, false, `
-- content/people/chen-lu.md --
---
name: 陈露
team: east
---
-- content/reviews/2026-Q3/chen-lu/report.md --
---
status: submitted
date: 2026-10-13
metrics: {revenue: 5}
---
## 案例分析
### 成功案例:集采
赢在维保。
`), period))
	wants(t, plain("<main "+block), "没有点评 陈露 1 人", "缺失败案例 陈露 1 人", "10-13 迟 3 天")
	lacks(t, plain("<main "+block), "缺成功案例")
	if strings.Index(block, "陈露 ") > strings.Index(block, "张伟 ") {
		t.Error("who lacks more stands first")
	}
}
