package words

import "testing"

func TestTrendTitle(t *testing.T) {
	trend := func(name string, f TrendFacts, zh, en string) sentence {
		return sentence{name, Chinese.TrendTitle(f), English.TrendTitle(f), zh, en}
	}
	checkSentences(t, []sentence{
		trend("some", TrendFacts{Months: 3, Judged: 8, OnTarget: 6, Attainment: "101.7%", Periods: 8}, "近八季六次达标，最近一季 101.7%", "On target in 6 of 8 quarters, 101.7% in the latest quarter"),
		trend("some, then a partial one", TrendFacts{Months: 1, Judged: 12, OnTarget: 10, Attainment: "101.7%", Partial: true, Periods: 12}, "近 12 个月十次达标，最近整月 101.7%", "On target in 10 of 12 months, 101.7% in the latest full month"),
		trend("all", TrendFacts{Months: 6, Judged: 4, OnTarget: 4, Attainment: "101.7%", Periods: 4}, "近四个半年全部达标，最近半年 101.7%", "On target in all 4 half-years, 101.7% in the latest half-year"),
		trend("none", TrendFacts{Months: 12, Judged: 2, Attainment: "88.0%", Periods: 2}, "近两年均未达标，最近一年 88.0%", "Below target in all 2 years, 88.0% in the latest year"),
		trend("one with a target", TrendFacts{Months: 3, Judged: 1, OnTarget: 1, Attainment: "101.7%", Periods: 3}, "仅一季设有目标，达成 101.7%", "A target in 1 quarter only, attainment 101.7%"),
		trend("one period with a target", TrendFacts{Months: 3, Judged: 1, OnTarget: 1, Attainment: "101.7%", Periods: 1, Last: "10,991.0 万"}, "仅有一季数据，达成 101.7%", "1 quarter only, attainment 101.7%"),
		trend("no targets, up", TrendFacts{Months: 3, Periods: 8, First: "9,405.0", Last: "10,991.0", Sign: 1}, "近八季由 9,405.0 升到 10,991.0", "Up from 9,405.0 to 10,991.0 in 8 quarters"),
		trend("no targets, down", TrendFacts{Months: 1, Periods: 3, First: "84.5%", Last: "80.0%", Sign: -1}, "近三个月由 84.5% 降到 80.0%", "Down from 84.5% to 80.0% in 3 months"),
		trend("no targets, level", TrendFacts{Months: 12, Periods: 3, First: "84.5%", Last: "84.5%"}, "近三年首尾持平，为 84.5%", "Level at 84.5% over 3 years, first to last"),
		trend("one period, no target", TrendFacts{Months: 3, Periods: 1, First: "10,991.0 万", Last: "10,991.0 万"}, "仅有一季数据，为 10,991.0 万", "10,991.0 万, from 1 quarter only"),
		trend("nothing", TrendFacts{Months: 3}, "没有数据", "No figures"),
	})
}

func TestMixTitle(t *testing.T) {
	mix := func(name string, f MixFacts, zh, en string) sentence {
		f.Months = 3
		g := f
		f.Part, f.Move = "线上", f.Move+" 个百分点"
		g.Part, g.Move = "online", g.Move+" pp"
		if f.Move == " 个百分点" {
			f.Move, g.Move = "", ""
		}
		return sentence{name, Chinese.MixTitle(f), English.MixTitle(g), zh, en}
	}
	checkSentences(t, []sentence{
		mix("up in a year", MixFacts{Share: "23.0%", Move: "6.8", Sign: 1, YearBefore: true}, "线上占比 23.0%，一年升 6.8 个百分点", "online at 23.0%, up 6.8 pp in a year"),
		mix("down in a year", MixFacts{Share: "23.0%", Move: "6.8", Sign: -1, YearBefore: true}, "线上占比 23.0%，一年降 6.8 个百分点", "online at 23.0%, down 6.8 pp in a year"),
		mix("even in a year", MixFacts{Share: "23.0%", Move: "0.0", YearBefore: true}, "线上占比 23.0%，与一年前持平", "online at 23.0%, as a year before"),
		mix("up on the period before", MixFacts{Share: "23.0%", Move: "6.8", Sign: 1}, "线上占比 23.0%，比上季升 6.8 个百分点", "online at 23.0%, up 6.8 pp on the quarter before"),
		mix("down on the period before", MixFacts{Share: "23.0%", Move: "6.8", Sign: -1}, "线上占比 23.0%，比上季降 6.8 个百分点", "online at 23.0%, down 6.8 pp on the quarter before"),
		mix("even", MixFacts{Share: "23.0%", Move: "0.0"}, "线上占比 23.0%，与上季持平", "online at 23.0%, as the quarter before"),
		mix("nothing to compare with", MixFacts{Share: "44.0%"}, "线上占比最高，为 44.0%", "online has the largest share, 44.0%"),
	})
}

func TestBridgeTitle(t *testing.T) {
	checkSentences(t, []sentence{
		{"more", Chinese.BridgeTitle("二季度", "307.0 万", "+2.9%", 1), English.BridgeTitle("Q2", "3.07M", "+2.9%", 1), "比二季度多 307.0 万，+2.9%", "3.07M more than Q2, +2.9%"},
		{"less", Chinese.BridgeTitle("二季度", "307.0 万", "−2.9%", -1), English.BridgeTitle("Q2", "3.07M", "−2.9%", -1), "比二季度少 307.0 万，−2.9%", "3.07M less than Q2, −2.9%"},
		{"change in percent undefined", Chinese.BridgeTitle("二季度", "307.0 万", "", 1), English.BridgeTitle("Q2", "3.07M", "", 1), "比二季度多 307.0 万", "3.07M more than Q2"},
		{"even", Chinese.BridgeTitle("二季度", "0.0 万", "0.0%", 0), English.BridgeTitle("Q2", "0.00M", "0.0%", 0), "与二季度持平", "Level with Q2"},
	})
}

func TestStepTitle(t *testing.T) {
	steps := func(name string, f StepFacts, zh, en string) sentence {
		f.Months = 1
		g := f
		f.Last, f.Figure, g.Last, g.Figure = "9 月", "500.0 万", "Sep", "5.00M"
		if f.Top != "" {
			f.TopValue, g.TopValue = "520.0 万", "5.20M"
			g.Top = map[string]string{"9 月": "Sep", "8 月": "Aug"}[f.Top]
		}
		return sentence{name, Chinese.StepTitle(f), English.StepTitle(g), zh, en}
	}
	checkSentences(t, []sentence{
		steps("rising", StepFacts{Steps: 3, Sign: 1, Change: "+26.6%"}, "逐月走高，9 月 500.0 万，同比 +26.6%", "Rising month by month, Sep 5.00M, +26.6% on a year before"),
		steps("falling", StepFacts{Steps: 3, Sign: -1}, "逐月走低，9 月 500.0 万", "Falling month by month, Sep 5.00M"),
		steps("neither", StepFacts{Steps: 3, Top: "8 月", Change: "+26.6%"}, "8 月最高，为 520.0 万，9 月 500.0 万，同比 +26.6%", "Highest in Aug, 5.20M, Sep 5.00M, +26.6% on a year before"),
		steps("neither, last is highest", StepFacts{Steps: 3, Top: "9 月"}, "9 月最高，为 520.0 万", "Highest in Sep, 5.20M"),
		steps("one step", StepFacts{Steps: 1}, "9 月 500.0 万", "Sep 5.00M"),
		steps("none", StepFacts{}, "没有数据", "No figures"),
	})
}

func TestPeopleTitles(t *testing.T) {
	score := func(name string, zh, en ScoreFacts, wantZh, wantEn string) sentence {
		return sentence{name, Chinese.ScoreTitle(zh), English.ScoreTitle(en), wantZh, wantEn}
	}
	checkSentences(t, []sentence{
		score("self above", ScoreFacts{Dimension: "团队管理", Gap: "0.35", Sign: 1}, ScoreFacts{Dimension: "Team management", Gap: "0.35", Sign: 1}, "团队管理自评高出 0.35 分", "Self rating of team management higher by 0.35"),
		score("self below", ScoreFacts{Dimension: "团队管理", Gap: "0.35", Sign: -1}, ScoreFacts{Dimension: "Team management", Gap: "0.35", Sign: -1}, "团队管理自评低 0.35 分", "Self rating of team management lower by 0.35"),
		score("spread", ScoreFacts{Highest: "业绩表现", High: "4.50", Lowest: "团队管理", Low: "3.65"}, ScoreFacts{Highest: "Performance", High: "4.50", Lowest: "Grit", Low: "3.65"}, "业绩表现最高 4.50，团队管理最低 3.65", "Highest in performance, 4.50; lowest in Grit, 3.65"),
		score("level", ScoreFacts{Highest: "业绩表现", High: "4.00", Lowest: "团队管理", Low: "4.00"}, ScoreFacts{Highest: "Performance", High: "4.00", Lowest: "Strategy", Low: "4.00"}, "各维度都是 4.00", "4.00 in every dimension"),
		score("none", ScoreFacts{}, ScoreFacts{}, "还没有评分", "No ratings yet"),
		{"grade over", Chinese.GradeTitle(13, true, "A", 1), English.GradeTitle(13, true, "A", 1), "A 级比指引多一人", "1 more in grade A than the guideline"},
		{"grades within", Chinese.GradeTitle(13, true, "", 0), English.GradeTitle(13, true, "", 0), "各级都在指引之内", "All grades within the guideline"},
		{"few graded", Chinese.GradeTitle(9, false, "", 0), English.GradeTitle(9, false, "", 0), "九人有等级，人数少，不与指引比较", "9 graded, too few for the guideline"},
		{"nobody graded", Chinese.GradeTitle(0, false, "", 0), English.GradeTitle(0, false, "", 0), "还没有等级", "No grades yet"},
		{"matrix", Chinese.MatrixTitle(12, 5, 2), English.MatrixTitle(12, 5, 2), "12 人中五人双高、两人双低", "Of 12, 5 high on both and 2 low on both"},
		{"matrix of many", Chinese.MatrixTitle(120, 50, 20), English.MatrixTitle(120, 50, 20), "120 人中 50 人双高、20 人双低", "Of 120, 50 high on both and 20 low on both"},
		{"matrix, none low", Chinese.MatrixTitle(12, 5, 0), English.MatrixTitle(12, 5, 0), "12 人中五人双高，无人双低", "Of 12, 5 high on both and none low on both"},
		{"matrix, none high", Chinese.MatrixTitle(12, 0, 2), English.MatrixTitle(12, 0, 2), "12 人中两人双低，无人双高", "Of 12, 2 low on both and none high on both"},
		{"matrix, neither", Chinese.MatrixTitle(12, 0, 0), English.MatrixTitle(12, 0, 0), "12 人都不在双高、双低之列", "None of 12 high on both or low on both"},
		{"matrix of nobody", Chinese.MatrixTitle(0, 0, 0), English.MatrixTitle(0, 0, 0), "没有人既有业绩又有评分", "Nobody has both figures and score"},
		{"leniency", Chinese.LeniencyTitle("王海涛", "0.50", "陈静", "0.37"), English.LeniencyTitle("mia", "0.50", "Tom", "0.37"), "王海涛给分比同评的人高 0.50，陈静低 0.37", "mia rates 0.50 above the others on the same people, Tom 0.37 below"},
		{"lenient only", Chinese.LeniencyTitle("王海涛", "0.50", "", ""), English.LeniencyTitle("mia", "0.50", "", ""), "王海涛给分比同评的人高 0.50", "mia rates 0.50 above the others on the same people"},
		{"strict only", Chinese.LeniencyTitle("", "", "陈静", "0.37"), English.LeniencyTitle("", "", "Tom", "0.37"), "陈静给分比同评的人低 0.37", "Tom rates 0.37 below the others on the same people"},
		{"no difference", Chinese.LeniencyTitle("", "", "", ""), English.LeniencyTitle("", "", "", ""), "评分人之间没有差别", "No difference between reviewers"},
		{"gaps", Chinese.CompletenessTitle(13, 14, "品牌建设"), English.CompletenessTitle(13, 14, "Brand building"), "13 份述职共缺 14 处，品牌建设缺得最多", "13 reports, 14 sections missing, most often brand building"},
		{"one gap", Chinese.CompletenessTitle(2, 1, "品牌建设"), English.CompletenessTitle(2, 1, "Brand building"), "两份述职只缺一处品牌建设", "One section missing in 2 reports: brand building"},
		{"complete", Chinese.CompletenessTitle(13, 0, ""), English.CompletenessTitle(13, 0, ""), "13 份述职主题齐全", "All themes present in 13 reports"},
		{"no reports", Chinese.CompletenessTitle(0, 0, ""), English.CompletenessTitle(0, 0, ""), "还没有述职", "No reports yet"},
	})
}
