package words

import "testing"

// A sentence is what both languages say of the same facts.
type sentence struct{ name, zh, en, wantZh, wantEn string }

func checkSentences(t *testing.T, tests []sentence) {
	t.Helper()
	for _, tt := range tests {
		if tt.zh != tt.wantZh {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, tt.zh, tt.wantZh)
		}
		if tt.en != tt.wantEn {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, tt.en, tt.wantEn)
		}
	}
}

// Facts in both languages.
type both[T any] struct{ zh, en T }

var (
	over = both[Standing]{
		Standing{Period: "三季度", Metric: "销售额", Actual: "10,991.0 万", Attainment: "101.7%", QoQ: "+2.9%"},
		Standing{Period: "Q3", Metric: "Revenue", Actual: "109.91M", Attainment: "101.7%", QoQ: "+2.9%"},
	}
	other = both[Standing]{
		Standing{Period: "三季度", Metric: "回款", Actual: "1,345.0 万", Attainment: "88.2%"},
		Standing{Period: "Q3", Metric: "Collections", Actual: "13.45M", Attainment: "88.2%"},
	}
	partial = both[Standing]{
		Standing{Period: "四季度", Metric: "销售额", Actual: "1,620.0 万", Attainment: "15.2%", Elapsed: "20/92 天"},
		Standing{Period: "Q4", Metric: "Revenue", Actual: "16.20M", Attainment: "15.2%", Elapsed: "20 of 92 days"},
	}
	noTarget = both[Standing]{
		Standing{Period: "三季度", Metric: "销售额", Actual: "164.0 万", QoQ: "+12.0%"},
		Standing{Period: "Q3", Metric: "Revenue", Actual: "1.64M", QoQ: "+12.0%"},
	}
	noTargetPartial = both[Standing]{
		Standing{Period: "四季度", Metric: "销售额", Actual: "164.0 万", Elapsed: "20/92 天"},
		Standing{Period: "Q4", Metric: "Revenue", Actual: "1.64M", Elapsed: "20 of 92 days"},
	}
	unreported = both[Standing]{
		Standing{Period: "三季度", Metric: "销售额"},
		Standing{Period: "Q3", Metric: "Revenue"},
	}
	behind  = both[YearToDate]{YearToDate{"73.9%", "6.4 个百分点", -1, false}, YearToDate{"73.9%", "6.4 pp", -1, false}}
	ahead   = both[YearToDate]{YearToDate{"81.9%", "1.6 个百分点", 1, false}, YearToDate{"81.9%", "1.6 pp", 1, false}}
	level   = both[YearToDate]{YearToDate{"80.3%", "0.0 个百分点", 0, false}, YearToDate{"80.3%", "0.0 pp", 0, false}}
	ended   = both[YearToDate]{YearToDate{Attainment: "98.7%", Over: true}, YearToDate{Attainment: "98.7%", Over: true}}
	unknown both[YearToDate]
)

func TestHomeHeadline(t *testing.T) {
	home := func(name string, s both[Standing], y both[YearToDate], zh, en string) sentence {
		return sentence{name, Chinese.HomeHeadline(s.zh, y.zh), English.HomeHeadline(s.en, y.en), zh, en}
	}
	checkSentences(t, []sentence{
		home("behind", over, behind, "三季度达成 101.7%，全年累计落后时间进度 6.4 个百分点", "Q3 attainment 101.7%, year to date 6.4 pp behind the calendar"),
		home("ahead", over, ahead, "三季度达成 101.7%，全年累计领先时间进度 1.6 个百分点", "Q3 attainment 101.7%, year to date 1.6 pp ahead of the calendar"),
		home("level", over, level, "三季度达成 101.7%，全年累计与时间进度持平", "Q3 attainment 101.7%, year to date level with the calendar"),
		home("year over", over, ended, "三季度达成 101.7%，全年达成 98.7%", "Q3 attainment 101.7%, full-year attainment 98.7%"),
		home("year unknown", over, unknown, "三季度达成 101.7%，环比 +2.9%", "Q3 attainment 101.7%, +2.9% on the period before"),
		home("no prior either", other, unknown, "三季度回款达成 88.2%", "Q3 collections attainment 88.2%"),
		home("partial", partial, behind, "四季度已过 20/92 天，达成 15.2%，全年累计落后时间进度 6.4 个百分点", "Q4 attainment 15.2% after 20 of 92 days, year to date 6.4 pp behind the calendar"),
		home("no target", noTarget, unknown, "三季度销售额 164.0 万，环比 +12.0%，未设目标", "Q3 revenue 1.64M, +12.0% on the period before, no target set"),
		home("no target this period", noTarget, behind, "三季度销售额 164.0 万，环比 +12.0%，未设目标；全年累计落后时间进度 6.4 个百分点", "Q3 revenue 1.64M, +12.0% on the period before, no target set; year to date 6.4 pp behind the calendar"),
		home("no target, partial", noTargetPartial, unknown, "四季度已过 20/92 天，销售额 164.0 万，未设目标", "Q4 revenue 1.64M after 20 of 92 days, no target set"),
		home("nothing reported", unreported, unknown, "三季度销售额未报", "No Q3 revenue reported"),
		{"no reports", Chinese.NoReports(), English.NoReports(), "还没有述职", "No reports yet"},
	})
}

func TestTeamHeadline(t *testing.T) {
	team := func(name string, s both[Standing], people, on int, zh, en string) sentence {
		return sentence{name, Chinese.TeamHeadline(s.zh, people, on, ""), English.TeamHeadline(s.en, people, on, ""), zh, en}
	}
	checkSentences(t, []sentence{
		team("some", over, 5, 4, "三季度达成 101.7%，环比 +2.9%；五人中四人达标", "Q3 attainment 101.7%, +2.9% on the period before; 4 of 5 on target"),
		team("two of twelve", over, 12, 2, "三季度达成 101.7%，环比 +2.9%；12 人中两人达标", "Q3 attainment 101.7%, +2.9% on the period before; 2 of 12 on target"),
		team("many", over, 1204, 1100, "三季度达成 101.7%，环比 +2.9%；1,204 人中 1,100 人达标", "Q3 attainment 101.7%, +2.9% on the period before; 1,100 of 1,204 on target"),
		team("all", other, 2, 2, "三季度回款达成 88.2%；两人均达标", "Q3 collections attainment 88.2%; all 2 on target"),
		team("none", other, 3, 0, "三季度回款达成 88.2%；三人均未达标", "Q3 collections attainment 88.2%; none of 3 on target"),
		team("one person", other, 1, 1, "三季度回款达成 88.2%", "Q3 collections attainment 88.2%"),
		{"by several figures", Chinese.TeamHeadline(over.zh, 12, 2, "KPI综合完成率"), English.TeamHeadline(over.en, 12, 2, "KPI rate"),
			"三季度达成 101.7%，环比 +2.9%；按KPI综合完成率，12 人中两人达标", "Q3 attainment 101.7%, +2.9% on the period before; 2 of 12 on target by KPI rate"},
		team("nobody with a target", noTarget, 0, 0, "三季度销售额 164.0 万，环比 +12.0%，未设目标", "Q3 revenue 1.64M, +12.0% on the period before, no target set"),
	})
}

func TestTeamLead(t *testing.T) {
	zh := []Gap{{"华东区", "324.0 万"}, {"华北区", "122.0 万"}, {"华南区", "25.0 万"}, {"西南区", "3.0 万"}, {"西北区", "1.0 万"}}
	en := []Gap{{"east", "3.24M"}, {"north", "1.22M"}, {"south", "0.25M"}, {"west", "0.03M"}, {"centre", "0.01M"}}
	lead := func(name string, over, under [2]int, lower bool, wantZh, wantEn string) sentence {
		return sentence{name,
			Chinese.TeamLead(zh[over[0]:over[1]], zh[under[0]:under[1]], lower),
			English.TeamLead(en[over[0]:over[1]], en[under[0]:under[1]], lower), wantZh, wantEn}
	}
	checkSentences(t, []sentence{
		lead("both", [2]int{0, 1}, [2]int{1, 3}, false, "华东区超目标 324.0 万；华北区差 122.0 万，华南区差 25.0 万。", "east over target by 3.24M; north short by 1.22M, south short by 0.25M."),
		lead("only over", [2]int{0, 1}, [2]int{}, false, "华东区超目标 324.0 万。", "east over target by 3.24M."),
		lead("many short", [2]int{}, [2]int{0, 5}, false, "华东区差 324.0 万，华北区差 122.0 万，华南区差 25.0 万，另有两个。", "east short by 3.24M, north short by 1.22M, south short by 0.25M, 2 more."),
		lead("lower is better", [2]int{0, 1}, [2]int{1, 2}, true, "华东区高出目标 324.0 万；华北区低于目标 122.0 万。", "east above target by 3.24M; north below target by 1.22M."),
		lead("no targets", [2]int{}, [2]int{}, false, "", ""),
	})
}

func TestPersonHeadline(t *testing.T) {
	person := func(name string, s both[Standing], e Extreme, y both[YearToDate], zh, en string) sentence {
		return sentence{name, Chinese.PersonHeadline(s.zh, e, y.zh), English.PersonHeadline(s.en, e, y.en), zh, en}
	}
	none := Extreme{}
	checkSentences(t, []sentence{
		person("highest", over, Extreme{8, 3, 1}, behind, "三季度达成 101.7%，为近八季最高；全年累计落后时间进度 6.4 个百分点", "Q3 attainment 101.7%, the highest of 8 quarters; year to date 6.4 pp behind the calendar"),
		person("lowest of months", over, Extreme{12, 1, -1}, unknown, "三季度达成 101.7%，为近 12 个月最低", "Q3 attainment 101.7%, the lowest of 12 months"),
		person("too few periods", over, Extreme{2, 3, 1}, unknown, "三季度达成 101.7%，环比 +2.9%", "Q3 attainment 101.7%, +2.9% on the period before"),
		person("neither", over, none, ended, "三季度达成 101.7%，环比 +2.9%；全年达成 98.7%", "Q3 attainment 101.7%, +2.9% on the period before; full-year attainment 98.7%"),
		person("partial", partial, Extreme{8, 3, -1}, unknown, "四季度已过 20/92 天，达成 15.2%", "Q4 attainment 15.2% after 20 of 92 days"),
		person("no target", noTarget, Extreme{8, 3, 1}, unknown, "三季度销售额 164.0 万，环比 +12.0%，未设目标", "Q3 revenue 1.64M, +12.0% on the period before, no target set"),
		person("nothing reported", unreported, none, ahead, "三季度销售额未报；全年累计领先时间进度 1.6 个百分点", "No Q3 revenue reported; year to date 1.6 pp ahead of the calendar"),
	})
}

func TestReviewHeadline(t *testing.T) {
	review := func(name string, s both[Standing], m both[Mover], miss both[Miss], kept, due int, zh, en string) sentence {
		s.zh.Period, s.en.Period = "", ""
		return sentence{name, Chinese.ReviewHeadline(s.zh, m.zh, miss.zh, kept, due), English.ReviewHeadline(s.en, m.en, miss.en, kept, due), zh, en}
	}
	up := both[Mover]{Mover{"毛利率", "30.6%", 1}, Mover{"Gross margin", "30.6%", 1}}
	down := both[Mover]{Mover{"CRM更新率", "80.0%", -1}, Mover{"CRM update rate", "80.0%", -1}}
	miss := both[Miss]{Miss{"回款率", "90.0%", "92.0%", false}, Miss{"Collection rate", "90.0%", "92.0%", false}}
	lower := both[Miss]{Miss{"费用率", "12.0%", "10.0%", true}, Miss{"Expense ratio", "12.0%", "10.0%", true}}
	var still both[Mover]
	var met both[Miss]
	checkSentences(t, []sentence{
		review("mover and miss", over, up, miss, 3, 4, "达成 101.7%，毛利率升到 30.6%；回款率 90.0%，未到承诺的 92.0%", "Attainment 101.7%, gross margin up to 30.6%; collection rate 90.0%, short of the promised 92.0%"),
		review("lower is better", over, down, lower, 3, 4, "达成 101.7%，CRM更新率降到 80.0%；费用率 12.0%，高于承诺的 10.0%", "Attainment 101.7%, CRM update rate down to 80.0%; expense ratio 12.0%, above the promised 10.0%"),
		review("some kept", over, still, met, 3, 4, "达成 101.7%，环比 +2.9%；上期四项承诺兑现三项", "Attainment 101.7%, +2.9% on the period before; 3 of 4 promises of last period kept"),
		review("all kept", other, still, met, 2, 2, "回款达成 88.2%；上期两项承诺全部兑现", "Collections attainment 88.2%; all 2 promises of last period kept"),
		review("none kept", other, still, met, 0, 14, "回款达成 88.2%；上期 14 项承诺均未兑现", "Collections attainment 88.2%; none of 14 promises of last period kept"),
		review("the one kept", other, still, met, 1, 1, "回款达成 88.2%；上期的一项承诺已兑现", "Collections attainment 88.2%; the one promise of last period kept"),
		review("the one missed", other, still, met, 0, 1, "回款达成 88.2%；上期的一项承诺未兑现", "Collections attainment 88.2%; the one promise of last period not kept"),
		review("first report", over, still, met, 0, 0, "达成 101.7%，环比 +2.9%", "Attainment 101.7%, +2.9% on the period before"),
		review("partial", partial, still, met, 0, 0, "已过 20/92 天，达成 15.2%", "Attainment 15.2% after 20 of 92 days"),
		review("no target", noTarget, up, met, 0, 0, "销售额 164.0 万，环比 +12.0%，未设目标", "Revenue 1.64M, +12.0% on the period before, no target set"),
		review("no figure", unreported, up, met, 0, 0, "销售额未报", "No revenue reported"),
		{"comments only", Chinese.CommentsOnlyHeadline(3), English.CommentsOnlyHeadline(3), "没有述职，只有三份点评", "No report, only 3 comments"},
		{"one comment only", Chinese.CommentsOnlyHeadline(1), English.CommentsOnlyHeadline(1), "没有述职，只有一份点评", "No report, only 1 comment"},
	})
}

func TestPeriodHeadline(t *testing.T) {
	period := func(name string, f PeriodFacts, zh, en string) sentence {
		f.Cut, f.Full, f.Rate = "90%", "100%", "KPI综合完成率"
		g := f
		g.Rate = "Attainment"
		return sentence{name, Chinese.PeriodHeadline(f), English.PeriodHeadline(g), zh, en}
	}
	checkSentences(t, []sentence{
		period("all of it", PeriodFacts{Expected: 14, Reported: 13, Counted: 12, OnTarget: 8, Below: 3, Grade: "A", Off: 1}, "12 人有KPI综合完成率，八人达到 100%，三人低于 90%；A 级比指引多一人", "12 with attainment, 8 at 100% or more, 3 below 90%; 1 more in grade A than the guideline"),
		period("too few in a grade", PeriodFacts{Expected: 12, Reported: 12, Counted: 12, OnTarget: 12, Grade: "B", Off: -2}, "12 人有KPI综合完成率，全部达到 100%；B 级比指引少两人", "12 with attainment, all at 100% or more; 2 fewer in grade B than the guideline"),
		period("one missing", PeriodFacts{Expected: 14, Reported: 13, Counted: 12, OnTarget: 0, Below: 12}, "12 人有KPI综合完成率，无人达到 100%，12 人低于 90%；一人未交述职", "12 with attainment, nobody at 100%, 12 below 90%; 1 report not in"),
		period("nobody missing", PeriodFacts{Expected: 5, Reported: 5, Counted: 5, OnTarget: 3}, "五人有KPI综合完成率，三人达到 100%", "5 with attainment, 3 at 100% or more"),
		period("no targets", PeriodFacts{Expected: 14, Reported: 13}, "14 人应交，13 人已交，尚无KPI综合完成率", "14 reports due, 13 in, no attainment yet"),
		period("none in", PeriodFacts{Expected: 1}, "一人应交，尚无述职", "1 report due, none in yet"),
		period("nobody at all", PeriodFacts{}, "还没有述职", "No reports yet"),
	})
}

func TestListHeadlines(t *testing.T) {
	theme := func(name string, reports, wrote, thin int, zh, en string) sentence {
		return sentence{name, Chinese.ThemeHeadline("案例分析", reports, wrote, thin), English.ThemeHeadline("Case studies", reports, wrote, thin), zh, en}
	}
	cases := func(name string, successes, failures int, zh, en string) sentence {
		return sentence{name, Chinese.CasesHeadline(successes, failures), English.CasesHeadline(successes, failures), zh, en}
	}
	actions := func(name string, open, overdue, longest, done int, zh, en string) sentence {
		return sentence{name, Chinese.ActionsHeadline(open, overdue, longest, done), English.ActionsHeadline(open, overdue, longest, done), zh, en}
	}
	checkSentences(t, []sentence{
		theme("some", 13, 11, 2, "13 份述职中 11 份写了案例分析，其中两份偏少", "11 of 13 reports cover case studies, 2 thinly"),
		theme("all", 13, 13, 0, "13 份述职都写了案例分析", "All 13 reports cover case studies"),
		theme("nobody", 2, 0, 0, "两份述职都没有写案例分析", "None of 2 reports covers case studies"),
		theme("the only report", 1, 1, 1, "唯一一份述职写了案例分析，但偏少", "The one report covers case studies, but thinly"),
		theme("the only report without it", 1, 0, 0, "唯一一份述职没有写案例分析", "The one report does not cover case studies"),
		theme("no reports", 0, 0, 0, "还没有述职", "No reports yet"),
		cases("both", 8, 1, "收录成功案例八个、失败案例一个", "8 success cases, 1 failure case"),
		cases("many", 12, 11, "收录成功案例 12 个、失败案例 11 个", "12 success cases, 11 failure cases"),
		cases("no failures", 2, 0, "收录成功案例两个，没有失败案例", "2 success cases, no failure case"),
		cases("no successes", 0, 1, "收录失败案例一个，没有成功案例", "1 failure case, no success case"),
		cases("none", 0, 0, "还没有案例", "No cases yet"),
		actions("overdue", 14, 3, 11, 9, "未关闭 14 项，其中逾期三项，最长 11 天", "14 open, 3 overdue, the longest by 11 days"),
		actions("one of them overdue", 14, 1, 5, 0, "未关闭 14 项，其中一项逾期 5 天", "14 open, 1 overdue by 5 days"),
		actions("none overdue", 4, 0, 0, 0, "未关闭四项，没有逾期", "4 open, none overdue"),
		actions("the one open is overdue", 1, 1, 1, 0, "未关闭一项，已逾期 1 天", "1 open, 1 day overdue"),
		actions("all done", 0, 0, 0, 9, "九项行动项全部关闭", "All 9 actions closed"),
		actions("none", 0, 0, 0, 0, "还没有行动项", "No actions yet"),
		{"dictionary", Chinese.MetricsHeadline(48, 13), English.MetricsHeadline(48, 13), "共 48 项指标，其中 13 项由其他指标算出", "48 metrics, 13 computed from others"},
	})
}
