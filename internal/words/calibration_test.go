package words

import "testing"

func TestCalibrationHeadline(t *testing.T) {
	head := func(name string, f CalibrationFacts, zh, en string) sentence {
		return sentence{name, Chinese.CalibrationHeadline(f), English.CalibrationHeadline(f), zh, en}
	}
	checkSentences(t, []sentence{
		head("all of it", CalibrationFacts{Scored: 16, Partly: 3, Grade: "B", Off: 2, Final: 4, Moved: 1}, "16 人有综合分，三人评分未到齐；B 级比指引多两人；四人有终评，一人有改动", "16 scored, 3 of them in part; 2 more in grade B than the guideline; 4 with a final grade, 1 moved"),
		head("nothing special", CalibrationFacts{Scored: 9, Final: 2}, "九人有综合分；两人有终评，都维持初评", "9 scored; 2 with a final grade, all as first"),
		head("not calibrated", CalibrationFacts{Scored: 12, Grade: "C", Off: -1}, "12 人有综合分；C 级比指引少一人；尚无终评", "12 scored; 1 fewer in grade C than the guideline; no final grades yet"),
		head("nobody", CalibrationFacts{}, "还没有评分", "No ratings yet"),
	})
}

func TestCalibrationTitles(t *testing.T) {
	checkSentences(t, []sentence{
		{"moved", Chinese.RegradeTitle(4, 1), English.RegradeTitle(4, 1), "四人有终评，一人有改动", "4 with a final grade, 1 moved"},
		{"none moved", Chinese.RegradeTitle(1, 0), English.RegradeTitle(1, 0), "一人有终评，都维持初评", "1 with a final grade, all as first"},
		{"apart", Chinese.SpreadTitle("李娜", "团队管理", "2.0"), English.SpreadTitle("Li", "Team management", "2.0"), "对李娜的评分分歧最大，团队管理相差 2.0 分", "Reviewers of Li are furthest apart: 2.0 in team management"},
		{"nobody apart", Chinese.SpreadTitle("", "", ""), English.SpreadTitle("", "", ""), "评分人之间没有分歧", "Reviewers agree throughout"},
		{"both ways", Chinese.DisagreeTitle("李娜", "5", "王芳", "4.5"), English.DisagreeTitle("mia", "5", "Tom", "4.5"), "李娜评分靠前 5 位，王芳评分靠后 4.5 位", "mia is 5 places higher by score than by figures, Tom is 4.5 places lower by score than by figures"},
		{"one way", Chinese.DisagreeTitle("", "", "王芳", "1"), English.DisagreeTitle("", "", "Tom", "1"), "王芳评分靠后 1 位", "Tom is 1 place lower by score than by figures"},
		{"the same order", Chinese.DisagreeTitle("", "", "", ""), English.DisagreeTitle("", "", "", ""), "业绩与评分排出的次序相同", "Figures and scores order people alike"},
		{"rose", Chinese.ScoreHistoryTitle(4, "4.00", "4.36", 1), English.ScoreHistoryTitle(4, "4.00", "4.36", 1), "四次评分，综合分由 4.00 升到 4.36", "Score up from 4.00 to 4.36 in 4 ratings"},
		{"fell", Chinese.ScoreHistoryTitle(2, "4.00", "3.90", -1), English.ScoreHistoryTitle(2, "4.00", "3.90", -1), "两次评分，综合分由 4.00 降到 3.90", "Score down from 4.00 to 3.90 in 2 ratings"},
		{"level as shown", Chinese.ScoreHistoryTitle(12, "4.00", "4.00", 1), English.ScoreHistoryTitle(12, "4.00", "4.00", 1), "12 次评分，综合分首尾都是 4.00", "Score at 4.00, first and last of 12 ratings"},
	})
}
