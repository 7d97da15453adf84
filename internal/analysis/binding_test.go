package analysis

import (
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// figures is a portfolio in which a has, in 2026-Q3,
//
//	revenue       13,450,000 of 12,000,000: 112.1 %, gap −1,450,000; qoq +11.2 %, yoy −3.2 %
//	collections    8,000,000 of 10,000,000: 80 %, gap 2,000,000
//	gross margin   30.6 % of 31 %: gap 0.4 points; qoq +0.8 points
//	expense_rate   2.0 %
//	orders         312 (no target; qoq 0), aov 43,108.97
//	expense        269,000 of 200,000, lower is better
//	nps            56.5 (52 of 92), qoq +6.5
//	lost           0 of 0 target
//
// and b has a report without any.
func figures() *folder {
	f := newFolder("a", "b")
	f.report("2025-Q3", "a", "revenue", "", "13894628.1")
	f.report("2026-Q2", "a", "revenue", "", "12100000", "gross_profit", "", "3605800", "orders", "", "312").
		Values = withNPS(f, "2026-Q2", "a", 60, 30, 10)
	f.report("2026-Q3", "a",
		"revenue", "12000000", "13450000", "collections", "10000000", "8000000", "gross_profit", "", "4115700",
		"gross_margin", "31", "", "orders", "", "312", "expense", "200000", "269000", "lost", "0", "0").
		Values = withNPS(f, "2026-Q3", "a", 61, 22, 9)
	f.report("2026-Q3", "b")
	return f
}

// withNPS adds answers to what the report states.
func withNPS(f *folder, period string, person model.PersonID, promoters, passives, detractors int64) []model.Value {
	return append(f.review(period, person).Report.Values, model.Value{Metric: model.NPSID, NPS: &model.NPSCounts{
		Promoters: model.Amount(promoters) * model.One, Passives: model.Amount(passives) * model.One, Detractors: model.Amount(detractors) * model.One,
	}})
}

const (
	drifted   = "figure-drift"
	wrongWay  = "wrong-direction"
	notNumber = "figure-text"
)

// boundTests hold what is written, the fault, and what check --fix makes of it.
var boundTests = []struct{ name, text, code, fixed string }{
	{"money in 万元", "[1,345 万元](metric:revenue)", "", ""},
	{"money with decimals", "[1,345.00 万元](metric:revenue)", "", ""},
	{"money in 元", "[13,450,000](metric:revenue)", "", ""},
	{"money with currency", "[¥13450000](metric:revenue)", "", ""},
	{"money in 亿, rounded at the last digit written", "[0.13 亿](metric:revenue)", "", ""},
	{"full-width digits", "[１，３４５ 万](metric:revenue)", "", ""},
	{"words around", "[约 1,345 万元](metric:revenue)", "", ""},
	{"drifted", "[1,340 万元](metric:revenue)", drifted, "[1,345 万元](metric:revenue)"},
	{"drifted with words around", "[约 1,344 万元左右](metric:revenue)", drifted, "[约 1,345 万元左右](metric:revenue)"},
	{"drifted, full-width", "[１，３４４ 万](metric:revenue)", drifted, "[1,345 万](metric:revenue)"},
	{"drifted in the last digit", "[1,344.9 万元](metric:revenue)", drifted, "[1,345.0 万元](metric:revenue)"},
	{"money as percent", "[1,345%](metric:revenue)", drifted, "[1,345.0 万元](metric:revenue)"},
	{"two numbers", "[1,345 万元, 112%](metric:revenue)", notNumber, ""},
	{"no number", "[很多](metric:revenue)", notNumber, ""},
	{"a badly grouped number", "[1,34,5](metric:revenue)", notNumber, ""},
	{"digits of a name are no number", "[Q3 的 1,345 万](metric:revenue)", "", ""},

	{"target", "[1,200 万](metric:revenue.target)", "", ""},
	{"no target", "[—](metric:orders.target)", "", ""},
	{"attainment", "[112.1%](metric:revenue.attainment)", "", ""},
	{"attainment, more digits", "[112.083%](metric:revenue.attainment)", "", ""},
	{"attainment, fewer digits", "[112％](metric:revenue.attainment)", "", ""},
	{"attainment as a fraction", "[1.12](metric:revenue.attainment) 倍", "", ""},
	{"attainment without its sign", "[112.1](metric:revenue.attainment)", drifted, "[112.1%](metric:revenue.attainment)"},
	{"attainment drifted", "[110%](metric:revenue.attainment)", drifted, "[112%](metric:revenue.attainment)"},
	{"attainment, lower is better", "[65.5%](metric:expense.attainment)", "", ""}, // 2 − 269/200
	{"percent metric", "[30.6%](metric:gross_margin)", "", ""},
	{"percent metric in points", "[30.6 个百分点](metric:gross_margin)", drifted, "[30.6%](metric:gross_margin)"},
	{"count", "[312 单](metric:orders)", "", ""},
	{"nps", "[+56.5 分](metric:nps)", "", ""},
	{"nps unsigned", "[56.5](metric:nps)", "", ""},
	{"nps as percent", "[56.5%](metric:nps)", drifted, "[+56.5](metric:nps)"},

	{"gap, short", "缺口 [200 万](metric:collections.gap)", "", ""},
	{"gap, short, without a word", "差额 [200 万](metric:collections.gap)", "", ""},
	{"gap, above", "超额 [145 万](metric:revenue.gap)", "", ""},
	{"gap, above, without a word", "差额 [-145 万](metric:revenue.gap)", "", ""},
	{"gap, above, with U+2212", "差额 [−145 万](metric:revenue.gap)", "", ""},
	{"gap without its sign", "差额 [145 万](metric:revenue.gap)", drifted, "差额 [−145 万](metric:revenue.gap)"},
	{"gap with sign and word", "超额 [−145 万](metric:revenue.gap)", drifted, "超额 [145 万](metric:revenue.gap)"},
	{"gap against the word", "缺口 [145 万](metric:revenue.gap)", wrongWay, ""},
	{"gap against the word, other way", "超额完成 [200 万](metric:collections.gap)", wrongWay, ""},
	{"gap of a percent metric", "低于目标 [0.4 个百分点](metric:gross_margin.gap)", "", ""},
	{"gap of a percent metric as percent", "低于目标 [0.4%](metric:gross_margin.gap)", "", ""},
	{"no gap without a target", "差额 [—](metric:orders.gap)", "", ""},
	{"gap of nothing", "差额 [0](metric:lost.gap)", "", ""},

	{"qoq up", "环比增长 [11.2%](metric:revenue.qoq)", "", ""},
	{"qoq up, signed, without a word", "环比 [+11.2%](metric:revenue.qoq)", "", ""},
	{"qoq up, plus after the word", "环比增长 [+11.2%](metric:revenue.qoq)", "", ""},
	{"qoq up, unsigned", "环比 [11.2%](metric:revenue.qoq)", "", ""},
	{"qoq in points", "毛利率提高 [0.8 个百分点](metric:gross_margin.qoq)", "", ""},
	{"qoq in pp", "毛利率提高 [0.8pp](metric:gross_margin.qoq)", "", ""},
	{"qoq in points written as percent", "毛利率提高 [0.8%](metric:gross_margin.qoq)", drifted, "毛利率提高 [0.8 个百分点](metric:gross_margin.qoq)"},
	{"relative change written in points", "环比增长 [11.2 个百分点](metric:revenue.qoq)", drifted, "环比增长 [11.2%](metric:revenue.qoq)"},
	{"nps change in points", "净推荐值上升 [6.5](metric:nps.qoq) 分", "", ""},
	{"no change", "环比 [0.0%](metric:orders.qoq)", "", ""},
	{"no change after a word", "环比增长 [0.0%](metric:orders.qoq)", "", ""},
	{"yoy down", "同比下降 [3.2%](metric:revenue.yoy)", "", ""},
	{"yoy down, signed", "同比 [−3.2%](metric:revenue.yoy)", "", ""},
	{"yoy down, the word inside", "同比[下降 3.2%](metric:revenue.yoy)", "", ""},
	{"yoy down, word and sign", "同比下降 [-3.2%](metric:revenue.yoy)", drifted, "同比下降 [3.2%](metric:revenue.yoy)"},
	{"yoy down, neither", "同比 [3.2%](metric:revenue.yoy)", drifted, "同比 [−3.2%](metric:revenue.yoy)"},
	{"yoy down, word inside, drifted", "同比[下滑约 3.5%](metric:revenue.yoy)", drifted, "同比[下滑约 3.2%](metric:revenue.yoy)"},
	{"yoy against the word", "同比增长 [3.2%](metric:revenue.yoy)", wrongWay, ""},
	{"qoq against the word", "环比下滑 [11.2%](metric:revenue.qoq)", wrongWay, ""},
	{"负增长", "同比负增长 [3.2%](metric:revenue.yoy)", "", ""},
	{"English up", "revenue grew [11.2%](metric:revenue.qoq)", "", ""},
	{"English down", "Down [3.2%](metric:revenue.yoy) on the year", "", ""},
	{"English against", "revenue fell by [11.2%](metric:revenue.qoq)", wrongWay, ""},
	{"a word in an English word says nothing", "the update shows [−3.2%](metric:revenue.yoy)", "", ""},
	{"one word for two figures", "环比、同比分别下降 [3.2%](metric:revenue.yoy)、[3.2%](metric:revenue.yoy)", "", ""},
	{"another clause", "环比增长 [11.2%](metric:revenue.qoq)，同比 [−3.2%](metric:revenue.yoy)", "", ""},
	{"another comparison", "环比增长 [11.2%](metric:revenue.qoq)、同比 [−3.2%](metric:revenue.yoy)", "", ""},
	{"the last word counts", "订单减少而收入提高 [11.2%](metric:revenue.qoq)", "", ""},
	{"a grouped number ends no clause", "比 1,210.0 万增长 [11.2%](metric:revenue.qoq)", "", ""},
	{"words do not matter to an actual", "毛利率下降到 [30.6%](metric:gross_margin)", "", ""},

	{"千", "[13,450 千](metric:revenue)", "", ""},
	{"千, drifted", "[13,451千](metric:revenue)", drifted, "[13,450千](metric:revenue)"},
	{"千元", "[13,450 千元](metric:revenue)", "", ""},
	{"十万", "[134.5 十万](metric:revenue)", "", ""},
	{"十万元, drifted", "[约 134.4 十万元](metric:revenue)", drifted, "[约 134.5 十万元](metric:revenue)"},
	{"百万", "[13.5 百万](metric:revenue)", "", ""},
	{"千万", "[1.345 千万](metric:revenue)", "", ""},
	{"千万, spaced", "[1.345 千 万元](metric:revenue)", "", ""},
	{"十亿", "[0.01345 十亿元](metric:revenue)", "", ""},
	{"百亿, drifted", "[0.0135 百亿](metric:revenue)", drifted, "[0.0013 百亿](metric:revenue)"},
	{"a unit of weight is none of number", "[312 千克](metric:orders)", "", ""},
	{"per mille", "[306‰](metric:gross_margin)", "", ""},
	{"per mille, drifted", "[310‰](metric:gross_margin)", drifted, "[306‰](metric:gross_margin)"},
	{"times for percent", "[1.10 倍](metric:revenue.attainment)", drifted, "[112.08%](metric:revenue.attainment)"},

	{"负", "差额 [负 145 万](metric:revenue.gap)", "", ""},
	{"负, glued", "差额为[负145万](metric:revenue.gap)", "", ""},
	{"负, drifted", "差额 [约负 146 万](metric:revenue.gap)", drifted, "差额 [约−145 万](metric:revenue.gap)"},
	{"负 of a positive figure", "[负 1,345 万](metric:revenue)", drifted, "[1,345 万](metric:revenue)"},
	{"负 and a word", "同比下降[负 3.2%](metric:revenue.yoy)", drifted, "同比下降[3.2%](metric:revenue.yoy)"},
	{"负 inside a word", "[担负 1,345 万](metric:revenue)", "", ""},
	{"en dash", "差额 [–145万](metric:revenue.gap)", "", ""},
	{"en dash, drifted", "差额 [–146万](metric:revenue.gap)", drifted, "差额 [−145万](metric:revenue.gap)"},
	{"em dash", "差额 [—145 万](metric:revenue.gap)", "", ""},
	{"small hyphen", "差额 [﹣146 万](metric:revenue.gap)", drifted, "差额 [−145 万](metric:revenue.gap)"},
	{"full-width hyphen", "差额 [－145 万](metric:revenue.gap)", "", ""},
	{"hyphen and space", "差额 [- 146 万](metric:revenue.gap)", drifted, "差额 [−145 万](metric:revenue.gap)"},
	{"dash and currency", "差额 [–¥145 万](metric:revenue.gap)", "", ""},
	{"currency and dash", "差额 [¥–146 万](metric:revenue.gap)", drifted, "差额 [−¥145 万](metric:revenue.gap)"},
	{"dash of a positive figure", "[–1,345 万](metric:revenue)", drifted, "[1,345 万](metric:revenue)"},
	{"a dash between words", "[毛利 – 1,345 万](metric:revenue)", "", ""},
	{"a Chinese dash", "[收入——1,345 万](metric:revenue)", "", ""},

	{"points in capitals", "毛利率提高 [0.8 PP](metric:gross_margin.qoq)", "", ""},
	{"points in capitals, glued", "毛利率提高 [0.8PP](metric:gross_margin.qoq)", "", ""},
	{"points in capitals, drifted", "毛利率提高 [0.9PP](metric:gross_margin.qoq)", drifted, "毛利率提高 [0.8pp](metric:gross_margin.qoq)"},
	{"points with a space", "毛利率提高 [0.8 个 百分点](metric:gross_margin.qoq)", "", ""},
	{"points with a space, drifted", "毛利率提高 [0.9 个 百分点](metric:gross_margin.qoq)", drifted, "毛利率提高 [0.8 个 百分点](metric:gross_margin.qoq)"},
	{"points in short", "毛利率提高 [0.8 个点](metric:gross_margin.qoq)", drifted, "毛利率提高 [0.8 个百分点](metric:gross_margin.qoq)"},
	{"nps change in 个百分点", "净推荐值上升 [6.5 个百分点](metric:nps.qoq)", "", ""},
	{"nps change in pp", "净推荐值上升 [6.5pp](metric:nps.qoq)", "", ""},
	{"nps change in pp, drifted", "净推荐值上升 [6.4pp](metric:nps.qoq)", drifted, "净推荐值上升 [6.5pp](metric:nps.qoq)"},
	{"nps change in 分", "净推荐值上升 [6.5 分](metric:nps.qoq)", "", ""},
	{"nps itself in points of percent", "[56.5 个百分点](metric:nps)", drifted, "[+56.5](metric:nps)"},

	{"undefined", "同比 [—](metric:gross_margin.yoy)", "", ""},
	{"undefined with words", "[约 — ](metric:gross_margin.yoy)", "", ""},
	{"undefined written as a number", "同比 [0%](metric:gross_margin.yoy)", drifted, "同比 [—](metric:gross_margin.yoy)"},
	{"undefined, words around stay", "[约 3 个百分点多](metric:gross_margin.yoy)", drifted, "[约 —多](metric:gross_margin.yoy)"},
	{"defined written as undefined", "同比下降 [—](metric:revenue.yoy)", drifted, "同比下降 [3.2%](metric:revenue.yoy)"},
	{"no attainment of a target of 0", "[—](metric:lost.attainment)", "", ""},

	{"another period", "[1,210 万](metric:revenue?period=2026-Q2)", "", ""},
	{"a longer period", "[2,500 万](metric:revenue?period=2026)", drifted, "[2,555 万](metric:revenue?period=2026)"},
	{"another person", "[—](metric:revenue?person=b)", "", ""},
	{"a team", "[1,345 万](metric:revenue?team=hq)", "", ""},
	{"both", "[1,210 万](metric:revenue?team=hq&period=2026-Q2)", "", ""},
	{"what does not exist is source's to tell", "[3](metric:revenu), [3](metric:revenue?person=x), [3](metric:revenue?team=x)", "", ""},
}

func TestBoundFigures(t *testing.T) {
	for _, tc := range boundTests {
		t.Run(tc.name, func(t *testing.T) {
			list := checkText(tc.text)
			codes := ""
			for _, d := range list {
				codes += d.Code()
			}
			if codes != tc.code {
				t.Fatalf("got %q, want %q: %v", codes, tc.code, list)
			}
			if tc.fixed == "" {
				for _, d := range list {
					if d.Fix != nil {
						t.Errorf("has a fix: %+v", d.Fix)
					}
				}
				return
			}
			if got := mend(tc.text, list); got != tc.fixed {
				t.Errorf("mended to %s, want %s", got, tc.fixed)
			}
		})
	}
}

// What check --fix has rewritten, check finds nothing wrong with.
func TestMendedFiguresHold(t *testing.T) {
	for _, tc := range boundTests {
		list := checkText(tc.text)
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Fix == nil })
		if again := checkText(mend(tc.text, list)); len(list) > 0 && len(again) > 0 {
			t.Errorf("%s: mended to %s: %v", tc.text, mend(tc.text, list), again)
		}
	}
}

// checkText checks a paragraph of a's report of 2026-Q3.
func checkText(text string) diag.List {
	f := figures()
	report := f.review("2026-Q3", "a").Report
	report.Body = body(report.File, text)
	_, list := f.run()
	return list
}

func mend(text string, list diag.List) string {
	for _, d := range slices.Backward(list) {
		if d.Fix != nil {
			text = text[:d.Fix.Start] + d.Fix.Text + text[d.Fix.End:]
		}
	}
	return text
}

func TestRoundingIsHalfAwayFromZero(t *testing.T) {
	for _, tc := range []struct{ actual, text string }{
		{"12.345", "[12.35](metric:revenue)"},
		{"-12.345", "[−12.35](metric:revenue)"},
		{"12.3449", "[12.34](metric:revenue)"},
		{"5000", "[1 万](metric:revenue)"},
		{"4999.9999", "[0 万](metric:revenue)"},
		{"-5000", "[−1 万](metric:revenue)"},
	} {
		f := newFolder("a")
		report := f.report("2026-Q3", "a", "revenue", "", tc.actual)
		report.Body = body(report.File, tc.text)
		if _, list := f.run(); len(list) > 0 {
			t.Errorf("%s as %s: %v", tc.actual, tc.text, list)
		}
	}
}

func TestEmptyBracketsAreFilled(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"[](metric:revenue)", "[1,345.0 万元](metric:revenue)"},
		{"[ ](metric:revenue)", "[1,345.0 万元](metric:revenue)"},
		{"[](metric:aov)", "[43,108.97 元](metric:aov)"},
		{"[](metric:revenue.attainment)", "[112.1%](metric:revenue.attainment)"},
		{"[](metric:gross_margin)", "[30.6%](metric:gross_margin)"},
		{"[](metric:orders)", "[312](metric:orders)"},
		{"[](metric:nps)", "[+56.5](metric:nps)"},
		{"[](metric:orders.target)", "[—](metric:orders.target)"},
		{"[](metric:revenue.gap)", "[−145.0 万元](metric:revenue.gap)"},
		{"超额 [](metric:revenue.gap)", "超额 [145.0 万元](metric:revenue.gap)"},
		{"[](metric:collections.gap)", "[200.0 万元](metric:collections.gap)"},
		{"[](metric:gross_margin.gap)", "[0.4 个百分点](metric:gross_margin.gap)"},
		{"环比 [](metric:revenue.qoq)", "环比 [+11.2%](metric:revenue.qoq)"},
		{"环比增长 [](metric:revenue.qoq)", "环比增长 [11.2%](metric:revenue.qoq)"},
		{"同比 [](metric:revenue.yoy)", "同比 [−3.2%](metric:revenue.yoy)"},
		{"[](metric:gross_margin.qoq)", "[+0.8 个百分点](metric:gross_margin.qoq)"},
		{"[](metric:nps.qoq)", "[+6.5](metric:nps.qoq)"},
	} {
		f := figures()
		report := f.review("2026-Q3", "a").Report
		report.Body = body(report.File, tc.text)
		r, list := f.run()
		fills := r.Fills()
		if len(list) > 0 || len(fills) != 1 {
			t.Errorf("%s: %d fills, %v", tc.text, len(fills), list)
			continue
		}
		fix := fills[0].Fix
		if got := tc.text[:fix.Start] + fix.Text + tc.text[fix.End:]; got != tc.want {
			t.Errorf("%s is filled to %s, want %s", tc.text, got, tc.want)
		}
		if list := checkText(tc.want); len(list) > 0 {
			t.Errorf("%s: %v", tc.want, list)
		}
	}
}

func TestFilledMoneyFollowsSettings(t *testing.T) {
	for _, tc := range []struct{ language, currency, unit, actual, want string }{
		{"zh-CN", "CNY", "", "99999.5", "99,999.50 元"},
		{"zh-CN", "CNY", "", "100000", "10.0 万元"},
		{"zh-CN", "CNY", "亿", "1345000000", "13.5 亿元"},
		{"zh-CN", "CNY", "万元", "13450000", "1,345.0 万元"},
		{"zh-CN", "CNY", "亿", "134500000", "134,500,000 元"},
		{"zh-CN", "USD", "", "13450000", "1,345.0 万"},
		{"zh-CN", "USD", "", "860", "860"},
		{"en", "CNY", "", "13450000", "13.45M"},
		{"en", "EUR", "", "860.5", "860.50"},
	} {
		f := newFolder("a")
		f.settings.Language, f.settings.Currency, f.settings.MoneyUnit = tc.language, tc.currency, tc.unit
		report := f.report("2026-Q3", "a", "revenue", "", tc.actual)
		report.Body = body(report.File, "[](metric:revenue)")
		if got := f.result().Fills()[0].Fix.Text; got != tc.want {
			t.Errorf("%+v: got %q", tc, got)
		}
	}
}

// Where figures are bound without saying of what.
func TestWhatBoundFiguresAreOfByDefault(t *testing.T) {
	const text = "[1,345 万](metric:revenue)"
	t.Run("comment, log and calibration: the report's", func(t *testing.T) {
		f := figures()
		review := f.review("2026-Q3", "a")
		f.comment("2026-Q3", "a", "m", model.ManagerRole).Body = body("c", text)
		review.Log = &model.Log{Body: body("l", text)}
		review.Calibration = &model.Calibration{Body: body("x", text)}
		if _, list := f.run(); len(list) > 0 {
			t.Error(list)
		}
	})
	t.Run("person and team: their latest", func(t *testing.T) {
		f := figures()
		f.people[0].Body = body("p", text)
		f.teams[0].Body = body("t", text)
		f.people[1].Body = body("p", "[—](metric:revenue)")
		if _, list := f.run(); len(list) > 0 {
			t.Error(list)
		}
	})
	t.Run("elsewhere both must be said", func(t *testing.T) {
		f := figures()
		f.pages = []*model.Page{{ID: "guide", Body: body("guide",
			"[1,345 万](metric:revenue?team=hq&period=2026-Q3) [1](metric:revenue) [1](metric:revenue?period=2026-Q3) [1](metric:revenue?person=a)")}}
		_, list := f.run()
		var keys []string
		for _, d := range list {
			keys = append(keys, d.Message.Key)
		}
		if got, want := strings.Join(keys, " "), "figure-unbound.scope figure-unbound.scope figure-unbound.period"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
	t.Run("a portfolio without any report", func(t *testing.T) {
		f := newFolder("a")
		f.people[0].Body = body("p", "[—](metric:revenue)")
		if _, list := f.run(); len(list) > 0 {
			t.Error(list)
		}
	})
}

// Markup between the brackets is not in the plain text: all of it is replaced.
func TestFixOfMarkupReplacesTheWholeText(t *testing.T) {
	f := figures()
	report := f.review("2026-Q3", "a").Report
	report.Body = body(report.File, "[1,340 万元](metric:revenue)")
	b := report.Body.Intro.Refs[0].Figure
	b.End += 4 // [**1,340 万元**]
	_, list := f.run()
	if fix := list[0].Fix; fix.Start != b.Start || fix.End != b.End || fix.Text != "1,345 万元" {
		t.Errorf("%+v", fix)
	}
}

func TestDriftSaysWhatIsRight(t *testing.T) {
	list := checkText("销售额 [约 1,340 万元](metric:revenue)，环比下降 [11.2%](metric:revenue.qoq)")
	if args := list[0].Message.Args; args[0] != "约 1,345 万元" || args[1] != "约 1,340 万元" || list[0].Pos.Col != 5 {
		t.Errorf("%+v", list[0])
	}
	if list[1].Message.Key != "wrong-direction.above" || list[1].Message.Args[0] != "下降" || list[1].Message.Args[1] != "11.2%" {
		t.Errorf("%+v", list[1])
	}
}

// A figure that rests on a file with errors is not judged: the error is told
// already. What could be read of the file still counts.
func TestFaultyFilesAreNotToldTwice(t *testing.T) {
	const q3, q2 = "content/reviews/2026-Q3/a/report.md", "content/reviews/2026-Q2/a/report.md"
	for _, tc := range []struct{ name, faulty, text, code string }{
		{"a value that could not be read", q3, "[30 万](metric:contract_amount)", ""},
		{"nor be filled", q3, "[](metric:contract_amount)", ""},
		{"a side of a ratio", q3, "[30%](metric:collection_rate)", ""},
		{"a target", q3, "[90%](metric:gross_profit.attainment)", ""},
		{"a value that could be read", q3, "[1,340 万](metric:revenue)", drifted},
		{"the prior", q2, "回款环比增长 [3%](metric:collections.qoq)", ""},
		{"the prior does not matter to the actual", q2, "[3](metric:collections)", drifted},
		{"another person's", "content/reviews/2026-Q3/b/report.md", "[1,340 万](metric:revenue)", drifted},
		{"one of the team's", "content/reviews/2026-Q3/b/report.md", "[1,340 万](metric:revenue?team=hq)", ""},
		{"one of the team's in another period", "content/reviews/2026-Q2/b/report.md", "[1,340 万](metric:revenue?team=hq)", drifted},
		{"a part of the year", q2, "[1,340 万](metric:collections?period=2026)", ""},
		{"a person who cannot be placed", "content/people/lost.md", "[1,340 万](metric:revenue?team=hq)", ""},
		{"which does not matter to others", "content/people/lost.md", "[1,340 万](metric:revenue)", drifted},
		{"a team that cannot be placed", "content/teams/lost.md", "[1,340 万](metric:revenue?team=hq)", ""},
		{"the settings", "content/site.yaml", "[1,340 万](metric:revenue)", drifted},
		{"brackets without a number", q3, "[多](metric:contract_amount)", notNumber},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := figures()
			report := f.review("2026-Q3", "a").Report
			report.Body = body(report.File, tc.text)
			p := f.portfolio()
			p.Faulty = map[string]bool{tc.faulty: true}
			r, list := Run(p)
			codes := ""
			for _, d := range list {
				codes += d.Code()
			}
			if codes != tc.code || len(r.Fills()) > 0 {
				t.Errorf("got %q, want %q; fills %v", codes, tc.code, r.Fills())
			}
		})
	}
}

// FuzzBoundFigure holds that whatever stands in the brackets, what check --fix
// writes there is right, and is what a page shows.
func FuzzBoundFigure(f *testing.F) {
	for _, tc := range boundTests {
		before, rest, _ := strings.Cut(tc.text, "[")
		text, _, _ := strings.Cut(rest, "]")
		for _, metric := range []string{"revenue", "gross_margin", "nps", "aov"} {
			f.Add(before, text, metric, uint8(model.QoQField))
			f.Add(before, text, metric, uint8(model.GapField))
			f.Add(before, text, metric, uint8(model.ActualField))
		}
	}
	f.Add("", "0%%A0", "nps", uint8(model.ActualField))
	f.Add("低于", "..0%", "revenue", uint8(model.QoQField))
	r := figures().result()
	f.Fuzz(func(t *testing.T, before, text, metric string, field uint8) {
		b := model.BoundFigure{Metric: model.MetricID(metric), Field: model.Field(field % 6), Before: before, Text: text, End: len(text)}
		x := r.Bound(&b, PersonScope("a"), quarter("2026-Q3"))
		if x.State != BoundDrifted && x.State != BoundEmpty {
			return
		}
		fix := x.fix(&b)
		mended := b
		mended.Text = text[:fix.Start] + fix.Text + text[fix.End:]
		if mended.Text != x.Text {
			t.Errorf("%q is mended to %q and shown as %q", text, mended.Text, x.Text)
		}
		if again := r.Bound(&mended, PersonScope("a"), quarter("2026-Q3")); again.State != BoundHolds {
			t.Errorf("%s[%q] of %s, field %d, is mended to %q, which is %v", before, text, metric, field%6, mended.Text, again.State)
		}
	})
}
