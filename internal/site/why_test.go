package site_test

import (
	"strings"
	"testing"
)

// splitBefore gives both periods parts. Q2 is 900 + 100 = 1,000, Q3 1,350, so
// +350 = 35 %: 直销 700 → 900, 经销 150 → 450, 王芳's 100 apart as her report
// is not in, and in no part 900 − 700 − 150 = 50 before, nothing after.
const splitBefore = `
-- content/reviews/2026-Q2/zhang-wei/report.md --
---
status: acknowledged
date: 2026-07-05
metrics:
  revenue: {target: 1000万, actual: 900万}
  gross_profit: 270万
breakdowns:
  channel: {直销: 700万, 经销: 150万}
goals:
  - {id: sales, statement: 三季度一千二百万, due: 2026-09-30}
  - {id: hire, statement: 招到一名售前, due: 2026-09-30}
---
-- content/reviews/2026-Q2/wang-fang/report.md --
---
status: acknowledged
date: 2026-07-05
metrics: {revenue: 100万}
breakdowns:
  channel: {线上: 100万}
---
`

func TestTeamPageSaysWhichPartsMovedTheFigure(t *testing.T) {
	tree := built(t, false, splitBefore)
	for _, path := range []string{"index.html", "teams/east/2026-Q3/index.html"} {
		wants(t, plain(page(t, tree, path)),
			"变动拆解 环比对 2026 年二季度，同比对 2025 年三季度 经销多 300.0 万，各项都不降，未交述职的少 100.0 万 销售额，按渠道",
			"渠道 变化 万元 以二季度 1,000.0 万为零点 拉动 个百分点 经销 +300.0 +30.0 直销 +200.0 +20.0 未交述职 −100.0 −10.0 未分项 −50.0 −5.0 合计 +350.0 +35.0",
			"未分项是合计中没有归入任何一项的部分：二季度 50.0 万，三季度 0.0 万。王芳本期未交述职，单列。",
			"以对比期为零点，各项之和等于总变化。")
	}
}

// 900 → 1,350 is +50 %: 直销 +200 = 22.22, 经销 +300 = 33.33, the rest −50 =
// −5.56. Alone they would be 22.2 + 33.3 − 5.6 = 49.9.
func TestPersonAndReviewSayWhatMovedTheFigure(t *testing.T) {
	tree := built(t, false, splitBefore)
	for _, path := range []string{"people/zhang-wei/index.html", review} {
		wants(t, plain(page(t, tree, path)),
			"经销多 300.0 万，各项都不降 销售额，按渠道",
			"经销 +300.0 +33.3 直销 +200.0 +22.2 未分项 −50.0 −5.5 合计 +450.0 +50.0")
	}
	lacks(t, plain(page(t, tree, "reviews/2026-Q2/zhang-wei/index.html")), "经销多")
}

func TestPeriodsThatAreNotSplitAreNotCompared(t *testing.T) {
	text := plain(page(t, built(t, false, ""), "index.html"))
	wants(t, text, "销售额，按渠道：对比期没有分项，不作拆解。")
	lacks(t, text, "直销多", "+900.0")
	lacks(t, plain(page(t, built(t, false, ""), review)), "直销多")
}

// dealsOf are the deals of a report by two products: won and lost of A, of B.
func dealsOf(period, person string, won, lost [2]string, total [2]string) string {
	return strings.NewReplacer("PERIOD", period, "PERSON", person, "WON-A", won[0], "WON-B", won[1], "LOST-A", lost[0], "LOST-B", lost[1],
		"WON", total[0], "LOST", total[1]).Replace(`
-- content/reviews/PERIOD/PERSON/report.md --
---
status: submitted
date: 2026-10-09
metrics: {revenue: 100万, won: WON, lost: LOST}
breakdowns:
  won_by_product: {甲: WON-A, 乙: WON-B}
  lost_by_product: {甲: LOST-A, 乙: LOST-B}
---
`)
}

const dealSettings = `
-- content/site.yaml --
format: 1
title: 试点
as_of: 2026-10-22
breakdowns:
  won_by_product: {label: 赢单, of: won, by: product}
  lost_by_product: {label: 丢单, of: lost, by: product}
`

// 王芳 wins 289 of 350 = 82.6 % and 张伟 273 of 350 = 78 %, yet of 甲 234/270 =
// 86.7 % against 81/87 = 93.1 %, of 乙 55/80 = 68.8 % against 192/263 = 73.0 %.
func TestTeamPageShowsWhereATotalMisleads(t *testing.T) {
	files := dealSettings +
		dealsOf("2026-Q3", "zhang-wei", [2]string{"81", "192"}, [2]string{"6", "71"}, [2]string{"273", "77"}) +
		dealsOf("2026-Q3", "wang-fang", [2]string{"234", "55"}, [2]string{"36", "25"}, [2]string{"289", "61"})
	tree := built(t, false, files)
	wants(t, plain(page(t, tree, "teams/east/2026-Q3/index.html")),
		"合计看反的地方 赢单率王芳高于张伟，按产品看每一项都更低",
		"甲 86.7% 77.1% 93.1% 24.9% 乙 68.8% 22.9% 73.0% 75.1% 合计 82.6% 78.0%",
		"两边结构不同，合计的高低不说明谁做得更好。")
	lacks(t, plain(page(t, tree, "index.html")), "合计看反的地方") // east alone stands below
	fair := strings.Replace(files, "乙: 55", "乙: 65", 1)
	lacks(t, plain(page(t, built(t, false, fair), "teams/east/2026-Q3/index.html")), "合计看反的地方")
}

// 张伟 has 9/10 and 45/90, in total 54 %; 王芳 72/90 and 4/10, in total 76 %.
func TestTeamPageShowsWhereAttainmentMisleads(t *testing.T) {
	report := func(person, actual, parts string) string {
		return "-- content/reviews/2026-Q3/" + person + "/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\n" +
			"metrics: {revenue: {target: 100万, actual: " + actual + "}}\nbreakdowns:\n  channel: {" + parts + "}\n---\n"
	}
	tree := built(t, false, report("zhang-wei", "54万", "直销: {target: 10万, actual: 9万}, 线上: {target: 90万, actual: 45万}")+
		report("wang-fang", "76万", "直销: {target: 90万, actual: 72万}, 线上: {target: 10万, actual: 4万}"))
	wants(t, plain(page(t, tree, "teams/east/2026-Q3/index.html")),
		"销售额达成率王芳高于张伟，按渠道看每一项都更低",
		"直销 80.0% 90.0% 90.0% 10.0% 线上 40.0% 10.0% 50.0% 90.0% 合计 76.0% 54.0%")
}

// From 78 % to 82.6 %: +4.57 points. 甲 adds by its rate 270/350 × (86.67 −
// 93.10) = −4.97 and by its weight (77.14 − 24.86) × (93.10 − 78) = +7.90;
// 乙 80/350 × (68.75 − 73.00) = −0.97 and (22.86 − 75.14) × (73.00 − 78) = +2.61.
// Cells are rounded so that each column adds up: 2.93 + 1.64 as 2.9 + 1.7 = 4.6.
func TestARatioMovesByRatesAndByWeights(t *testing.T) {
	tree := built(t, false, dealSettings+
		dealsOf("2026-Q2", "zhang-wei", [2]string{"81", "192"}, [2]string{"6", "71"}, [2]string{"273", "77"})+
		dealsOf("2026-Q3", "zhang-wei", [2]string{"234", "55"}, [2]string{"36", "25"}, [2]string{"289", "61"}))
	text := plain(page(t, tree, "index.html"))
	wants(t, text,
		"甲拉高 2.9 个百分点，没有拉低的 赢单率，按产品",
		"自身 个百分点 结构 个百分点 甲 +2.9 −4.9 +7.9 乙 +1.7 −1.0 +2.6 合计 +4.6 −5.9 +10.5",
		"赢单率三季度高于二季度，按产品看每一项都更低")
}

// 2.44 + 2.43 + 2.43 = 7.3 is written as 2.5 + 2.4 + 2.4, and the title says what
// the row says.
func TestTitleOfAWaterfallSaysWhatItsRowSays(t *testing.T) {
	report := func(period, revenue, parts string) string {
		return "-- content/reviews/" + period + "/zhang-wei/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\n" +
			"metrics: {revenue: " + revenue + "}\nbreakdowns:\n  channel: {" + parts + "}\n---\n"
	}
	tree := built(t, false, report("2026-Q2", "30万", "直销: 10万, 线上: 10万, 经销: 10万")+
		report("2026-Q3", "37.3万", "直销: 12.44万, 线上: 12.43万, 经销: 12.43万"))
	wants(t, plain(page(t, tree, "teams/east/2026-Q3/index.html")), "直销多 2.5 万，各项都不降", "直销 +2.5 +8.1 线上 +2.4 +8.1 经销 +2.4 +8.1 合计 +7.3 +24.3")
}

// Both periods have X (10 台 for 100, then 20 for 180) and Y (30 for 60, then 30
// for 75): volume 10 × 160/40 = 40, price 20 × (9 − 10) + 30 × (2.5 − 2) = −5,
// and mix (10 × 10 + 0) − 40 = 60. In all 160 → 255 is +95. Symmetric: volume
// 10 × (4 + 5.1)/2 = 45.5, price 15 × −1 + 30 × 0.5 = 0, mix 95 − 45.5 = 49.5.
func TestMoneyMovesByPriceVolumeAndMix(t *testing.T) {
	report := func(period, revenue, money, units string) string {
		return "-- content/reviews/" + period + "/zhang-wei/report.md --\n---\nstatus: submitted\ndate: 2026-10-09\nmetrics: {revenue: " + revenue +
			"}\nbreakdowns:\n  product: {" + money + "}\n  units_by_product: {" + units + "}\n---\n"
	}
	tree := built(t, false, `
-- content/site.yaml --
format: 1
title: 试点
as_of: 2026-10-22
breakdowns:
  units_by_product: {label: 台数, of: units, by: product}
`+report("2026-Q2", "160万", "X: 100万, Y: 60万", "X: 10, Y: 30")+report("2026-Q3", "255万", "X: 180万, Y: 75万", "X: 20, Y: 30"))
	text := plain(page(t, tree, "teams/east/2026-Q3/index.html"))
	wants(t, plain(page(t, tree, "people/zhang-wei/index.html")), "销量 +40.0 +25.0 结构 +60.0 +37.5 价格 −5.0 −3.1 合计 +95.0 +59.4")
	wants(t, text,
		"结构拉高 60.0 万，价格拉低 5.0 万 销售额，按产品的销量与均价",
		"销量 +40.0 +25.0 结构 +60.0 +37.5 价格 −5.0 −3.1 合计 +95.0 +59.4",
		"X 10 20 10.00 9.00 +100.0 −20.0 Y 30 30 2.00 2.50 0.0 +15.0",
		"两种算法 标准 万元 对称 万元 销量 +40.0 +45.5 结构 +60.0 +49.5 价格 −5.0 0.0",
		"东区销量按产品，占比")
	lacks(t, text, "按台数，占比")
}

// The columns of who moves what add up to the change of each figure: 毛利 270 →
// 486 is +80 %, 毛利率 30 → 36 % is +6 points, all of it 张伟's.
func TestTeamPageSaysWhoMovesWhichFigure(t *testing.T) {
	text := plain(page(t, built(t, false, splitBefore), "teams/east/2026-Q3/index.html"))
	wants(t, text, "来源 销售额 个百分点 毛利率 个百分点 毛利 个百分点 张伟 +45.0 +6.0 +80.0 王芳 未交 −10.0 合计 +35.0 +6.0 +80.0 其中各自变化 +6.0 其中结构变化 0.0")
}

// In 2026-Q3 张伟 alone reports; 毛利 has no target and makes the 毛利率.
func TestDictionarySaysWhereAMetricIsUsed(t *testing.T) {
	metrics := page(t, built(t, false, ""), "metrics/index.html")
	wants(t, plain(metrics), "考核指标，权重 100%；三季度 1 人填报；1 人有目标；按渠道分项；1 份述职点评引用；用于 毛利率", "三季度 1 人填报；用于 毛利率")
	wants(t, metrics, `用于<a href="#m-gross_margin">毛利率</a>`)
}
