package site_test

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/output"
)

// salesForce is a company of twelve: ten in the north, two in the south. Two
// figures judge, half and half; one dimension counts, the manager with 80 % and
// a peer with 20 %, a panel not at all.
const salesForce = `
-- content/site.yaml --
title: 校准
as_of: 2026-10-20
kpis: {revenue: 50, collections: 50}
reviewers: {panel-a: {name: 评委甲}}
ratings:
  dimensions:
    performance: {weight: 100}
    potential: {weight: 0}
  roles: {manager: 80, peer: 20}
-- content/teams/hq.md --
---
name: 总部
lead: boss
---
-- content/teams/north.md --
---
name: 北区
parent: hq
---
-- content/teams/south.md --
---
name: 南区
parent: hq
---
-- content/people/boss.md --
---
name: 老总
team: hq
cycle: none
---
-- content/people/kim.md --
---
name: 同级金
team: hq
cycle: none
---
-- content/reviews/2026-Q2/n01/report.md --
---
status: submitted
date: 2026-07-05
metrics:
  revenue: {target: 100, actual: 100}
---
-- content/reviews/2026-Q2/n01/boss.md --
---
role: manager
date: 2026-07-10
ratings: {performance: 4}
---
-- content/reviews/2026-Q2/n01/calibration.md --
---
date: 2026-07-20
grade: B
---
大单靠交接。
-- content/reviews/2026-Q3/n01/calibration.md --
---
date: 2026-10-18
grade: S
---
补上了交接。
-- content/reviews/2026-Q3/n09/calibration.md --
---
grade: C
---
照初评。
`

// aSeller is one person's figures and ratings, "" for none.
type aSeller struct{ id, revenue, collections, self, manager, peer, panel, potential string }

// sellers are the people of salesForce. Composites: n01 0.8 × 4.5 + 0.2 × 4 =
// 4.4, n02 and n04 4, n03 3.9, n05 3.4, n09 2.5, the others 3, s02 none.
var sellers = []aSeller{
	{"n01", "120", "100", "5", "4.5", "4", "", "5"}, // 110 %
	{"n02", "100", "60", "4.5", "4", "4", "", ""},   // 80 %
	{"n03", "105", "105", "3.5", "4", "3.5", "", ""},
	{"n04", "95", "97", "", "4", "4", "", ""}, // 96 %
	{"n05", "100", "100", "", "3.5", "3", "", ""},
	{"n06", "130", "130", "", "3", "", "5", ""},
	{"n07", "89", "90", "", "3", "", "", ""}, // 89.5 %
	{"n08", "90", "90", "", "3", "", "", ""},
	{"n09", "85", "75", "", "2.5", "", "", "2.5"}, // 80 %
	{"n10", "70", "70", "", "3", "", "", ""},
	{"s01", "99", "99", "", "3", "", "", ""},
	{"s02", "50", "50", "", "", "", "", ""},
}

func (x aSeller) files() string {
	var b strings.Builder
	team := map[byte]string{'n': "north", 's': "south"}[x.id[0]]
	fmt.Fprintf(&b, "-- content/people/%s.md --\n---\nname: 员工%s\nteam: %s\n---\n", x.id, x.id, team)
	fmt.Fprintf(&b, "-- content/reviews/2026-Q3/%s/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\nmetrics:\n", x.id)
	fmt.Fprintf(&b, "  revenue: {target: 100, actual: %s}\n  collections: {target: 100, actual: %s}\n", x.revenue, x.collections)
	if x.self != "" {
		fmt.Fprintf(&b, "self_ratings: {performance: %s}\n", x.self)
	}
	b.WriteString("---\n")
	for _, c := range [][3]string{{"boss", "manager", x.manager}, {"kim", "peer", x.peer}, {"panel-a", "panel", x.panel}} {
		if c[2] == "" {
			continue
		}
		ratings := "performance: " + c[2]
		if c[0] == "boss" && x.potential != "" {
			ratings += ", potential: " + x.potential
		}
		fmt.Fprintf(&b, "-- content/reviews/2026-Q3/%s/%s.md --\n---\nrole: %s\ndate: 2026-10-12\nratings: {%s}\n---\n", x.id, c[0], c[1], ratings)
	}
	return b.String()
}

// sold builds salesForce with some files replaced or added.
func sold(t *testing.T, files string) *output.Tree {
	t.Helper()
	texts := []string{salesForce}
	for _, x := range sellers {
		texts = append(texts, x.files())
	}
	return started(t, archive(append(texts, files)...)).site.Tree()
}

const (
	meeting  = "periods/2026-Q3/calibration/index.html"
	everyone = "periods/2026-Q3/index.html"
)

// block is what a reader reads of one block of a page; "" where there is none.
func block(page, id string) string {
	_, text, ok := strings.Cut(page, `<section class="blk" id="`+id+`">`)
	if !ok {
		return ""
	}
	text, _, _ = strings.Cut(text, "</section>")
	return plain("<main>" + text + "</main>")
}

// The headline counts by the KPI综合完成率 and says so: n02 has the revenue it
// should and 80 % in all. Of twelve, n01, n03, n05 and n06 have 100 % or more;
// n02, n07, n09, n10 and s02 are below 90 %.
func TestPeriodSaysByWhatItCounts(t *testing.T) {
	text := page(t, sold(t, ""), everyone)
	wants(t, plain(text), "12 人有KPI综合完成率，四人达到 100%，五人低于 90%；B 级比指引多一人", "名次看KPI综合完成率")
	wants(t, text, `href="../../periods/2026-Q3/calibration/index.html"`)
}

// n06 was scored by the manager alone, 80 % of the weight; n01 by both.
func TestAScoreThatIsNotWholeSaysSo(t *testing.T) {
	tree := sold(t, "")
	for path, id := range map[string]string{everyone: "ranking", "teams/north/2026-Q3/index.html": "members"} {
		_, table, _ := strings.Cut(page(t, tree, path), `id="`+id+`"`)
		wants(t, row(table, "员工n06"), "3.00 B 角色权重 80%")
		whole := row(table, "员工n01")
		wants(t, whole, "4.40 S 初评 A")
		lacks(t, whole, "权重")
	}
	wants(t, plain(page(t, tree, "people/n06/index.html")), "综合评分 B 级 3.00 / 5 B 级自 3.0 起 角色权重 80%")
	wants(t, plain(page(t, tree, meeting)), "评分到齐 6 人未到齐 5 / 11")
	wants(t, plain(page(t, tree, "reviews/2026-Q3/n09/index.html")), "终评 初评 C 2.50 · 角色权重 80% 终评 C")
}

// row is the row of a table that begins with the name.
func row(page, name string) string {
	for _, r := range strings.Split(page, "<tr") {
		if strings.Contains(r, `<th scope="row">`) && strings.Contains(r, name) {
			r, _, _ = strings.Cut(r, "</tr>")
			return plain("<main><tr" + r + "</tr></main>")
		}
	}
	return ""
}

// Of eleven with a grade the guideline 10/20/50/15/5 % makes 1.1, 2.2, 5.5, 1.65
// and 0.55: at most 2 and 3 in S and A, 5 to 6, 1 to 2, 0 to 1. Standing: n01 S
// (first A), n02 n04 A, seven B, n09 C.
func TestGradesAgainstTheGuideline(t *testing.T) {
	text := block(page(t, sold(t, ""), meeting), "grades")
	wants(t, text,
		"S 4.6 起 0 1 至多 2 合", "A 4.0 – 4.6 3 2 至多 3 合", "B 3.0 – 4.0 7 7 5 – 6 多 1 人", "C 2.0 – 3.0 1 1 1 – 2 合", "D 2.0 以下 0 0 0 – 1 合",
		"没有等级：员工s02", "6 人评分未到齐", "细竖线为初评人数")
}

// A team of ten has a guideline of its own: at most 1 and 2, 5, 1 to 2, 0 to 1;
// six are in B. Its mean is 34.2 / 10, that of all 37.2 / 11; one of ten and one
// of eleven is in S.
func TestTeamsStandBesideAll(t *testing.T) {
	wants(t, block(page(t, sold(t, ""), meeting), "units"),
		"总部 11 1 ≤ 2 2 ≤ 3 7 5 – 6 1 1 – 2 0 0 – 1 B 多 1 人 3.38 9.1%", "北区 10 1 ≤ 1 2 ≤ 2 6 5 1 1 – 2 0 0 – 1 B 多 1 人 3.42 +0.04 10.0%", "有分不足 5 人、未列：南区（1 人）")
	nine := `
-- content/people/n10.md --
---
name: 员工n10
team: south
---
`
	text := block(page(t, sold(t, nine), meeting), "units")
	wants(t, text, "北区 9 1 2 5 1 0 不足 10 人，不比", "南区（2 人）")
}

// n01 has 4.4 and 110 %, n02 4 and 80 %, n09 2.5 and 80 %; nobody scored s02, and
// the manager alone n09.
func TestMatrixNamesItsFigure(t *testing.T) {
	text := block(page(t, sold(t, ""), meeting), "matrix")
	wants(t, text, "KPI综合完成率 × 综合分", "11 人中一人双高、一人双低",
		"综合分 4.0 起 1 员工n02 1 员工n04 1 员工n01", "3.0 以下 1 员工n09 * 0 0",
		"格内按KPI综合完成率从高到低", "员工s02（尚无评分）", "名后带 * 的评分未到齐")
	lacks(t, text, " 达成率")
	one := block(page(t, sold(t, "-- content/site.yaml --\ntitle: 校准\nas_of: 2026-10-20\nkpis: {revenue: 100}\nreviewers: {panel-a: {name: 评委甲}}\n"+ratingsOfOne), meeting), "matrix")
	wants(t, one, "达成率 × 综合分")
}

const ratingsOfOne = `ratings:
  dimensions: {performance: {weight: 100}, potential: {weight: 0}}
  roles: {manager: 80, peer: 20}
`

// n01 is rated 5 for potential, n09 2.5. Without such ratings there are no nine
// boxes.
func TestNineBoxesWherePotentialIsRated(t *testing.T) {
	text := block(page(t, sold(t, ""), meeting), "nine-box")
	wants(t, text, "九宫格", "KPI综合完成率 × 潜力", "潜力 4.0 起 0 0 1 员工n01", "3.0 以下 1 员工n09 0 0", "员工n02（尚无评分）")
	unrated := `
-- content/reviews/2026-Q3/n01/boss.md --
---
role: manager
ratings: {performance: 4.5}
---
-- content/reviews/2026-Q3/n09/boss.md --
---
role: manager
ratings: {performance: 2.5}
---
`
	if text := block(page(t, sold(t, unrated), meeting), "nine-box"); text != "" {
		t.Errorf("nobody is rated for potential, and yet: %s", text)
	}
}

// The manager and the peer share n01 to n05: 4.0 against 3.7. With the panel on
// n06 the manager shares six: 23/6 against 23.5/6. The panel shares one. Where kim
// does not rate n05 they share four, and the manager with the panel five: 19.5/5
// against 20.5/5.
func TestLeniencyFromFivePeopleOn(t *testing.T) {
	text := block(page(t, sold(t, ""), meeting), "leniency")
	wants(t, text, "同级金给分比同评的人低 0.30",
		"老总 6 3.83 3.92 −0.08 同级金 5 3.70 4.00 −0.30 评委甲 1 样本不足（n=1）")
	four := `
-- content/reviews/2026-Q3/n05/kim.md --
---
role: peer
---
`
	wants(t, block(page(t, sold(t, four), meeting), "leniency"), "老总 5 3.90 4.10 −0.20 同级金 4 样本不足（n=4） 评委甲 1 样本不足（n=1）")
}

func TestFirstAgainstFinalGrades(t *testing.T) {
	html := page(t, sold(t, ""), meeting)
	wants(t, block(html, "regrades"), "两人有终评，一人有改动", "员工n01 4.40 A S ↑ 升 1 级 10-18 的理由 员工n09 2.50 C 角色权重 80% C 维持 看理由", "9 人有初评、没有终评")
	wants(t, html, `href="../../../reviews/2026-Q3/n01/index.html#calibration"`)
	wants(t, plain(html), "11 人有综合分，六人评分未到齐；B 级比指引多一人；两人有终评，一人有改动", "终评 改动 1 人 2 / 11 上调 1 人，下调 0 人")
}

// By figures n06 is 1st and n02 shares 9 to 10 with n09; by score n02 shares 2 to
// 3, and n06 is one of the five who share 6 to 10: 9.5 − 2.5 and 1 − 8. n04 is 6th
// and 2.5, n10 11th and 8, s01 5th and 8, n09 9.5 and 11th. Half of eleven are shown.
func TestWhomFiguresAndScoresPlaceApart(t *testing.T) {
	wants(t, block(page(t, sold(t, ""), meeting), "disagree"), "员工n02评分靠前 7 位，员工n06评分靠后 7 位",
		"员工n06 130.0% 3.00 1 6–10 −7 评分偏低 角色权重 80% 员工n02 80.0% 4.00 9–10 2–3 +7 评分偏高 员工n04 96.0% 4.00 6 2–3 +3.5 评分偏高 "+
			"员工s01 99.0% 3.00 5 6–10 −3 评分偏低 角色权重 80% 员工n10 70.0% 3.00 11 6–10 +3 评分偏高 角色权重 80% 员工n09 80.0% 2.50 9–10 11 −1.5",
		"在 11 位KPI综合完成率和综合分都有的人里排", "另有 4 人名次差不比这些大")
}

// On n06 manager and panel are 2 apart, on n01, n03 and n05 manager and peer 0.5,
// on n02 and n04 not at all; the others were scored by one.
func TestOnWhomReviewersAreApart(t *testing.T) {
	wants(t, block(page(t, sold(t, ""), meeting), "spread"), "对员工n06的评分分歧最大，业绩表现相差 2.0 分",
		"员工n06 2 2.00 业绩表现 2.0 评委甲 5.0，老总 3.0 员工n01 2 0.50 业绩表现 0.5 老总 4.5，同级金 4.0 员工n03",
		"另有 2 人分差不比这些大", "看不出分歧：员工n07、员工n08、员工n09、员工n10、员工s01")
}

func TestNothingToCalibrate(t *testing.T) {
	tree := built(t, false, "")
	wants(t, plain(page(t, tree, "periods/2026-Q2/calibration/index.html")), "还没有评分", "没有可校准的")
	for _, path := range tree.Paths() {
		if path == "periods/2026/calibration/index.html" {
			t.Error("a year that others add up to has nothing of its own to calibrate")
		}
	}
}

// n01 says 5 of himself against 4.4, n02 4.5 against 4, which is a step of the
// scale; n03 3.5 against 3.9, which is less.
func TestSelfRatingsAreFlaggedFromOneStepOn(t *testing.T) {
	tree := sold(t, "")
	wants(t, block(page(t, tree, "people/n01/index.html"), "scores"), "业绩表现自评高出 0.60 分", "4.40 偏高 +0.60", "满一档（0.5 分）")
	wants(t, block(page(t, tree, "people/n02/index.html"), "scores"), "业绩表现自评高出 0.50 分", "4.00 偏高 +0.50")
	text := block(page(t, tree, "people/n03/index.html"), "scores")
	wants(t, text, "3.90 −0.40")
	lacks(t, text, "偏低", "自评低")
}

// Two periods: 4 by the manager alone, then 4.4 by both; A made B, then A made S.
func TestScoresOverTime(t *testing.T) {
	tree := sold(t, "")
	wants(t, block(page(t, tree, "people/n01/index.html"), "score-history"), "两次评分，综合分由 4.00 升到 4.40",
		"业绩表现 4.00 4.40 ↑ +0.40 潜力 — 5.00 — 综合分 4.00 4.40 ↑ +0.40", "100% / 80% 100% / 100%", "初评 → 终评 A → B A → S")
	lacks(t, page(t, tree, "people/n01/index.html"), "潜力最高") // it does not count
	if text := block(page(t, tree, "people/n02/index.html"), "score-history"); text != "" {
		t.Errorf("one score has no history: %s", text)
	}
}
