package imports

import (
	"errors"
	"testing"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/words"
)

func TestWide(t *testing.T) {
	for _, c := range []struct {
		name string
		trial
		want string
	}{
		{"months make quarters, the year has to be their sum", trial{profile: "targets", files: []string{
			"2026年销售目标（单位：万元）,,,,,,,,,,,,,\n" +
				"序号,姓名,1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月,全年\n" +
				"1,张伟,1,2,3,1,1,1,2,2,2,1,1,1,18\n" +
				"2,李娜,1,1,1,1,1,1,1,1,1,1,1,1,13\n" +
				"3,张炜,1,1,1,1,1,1,1,1,1,1,1,1,12\n" +
				"合计,,3,4,5,3,3,3,4,4,4,3,3,3,43\n"}},
			// 1 + 2 + 3 = 6, 3, 6, 3 in 万元; 李娜's months make 12, not 13.
			`
zhang-wei 2026-Q1 revenue target = 60000
zhang-wei 2026-Q2 revenue target = 30000
zhang-wei 2026-Q3 revenue target = 60000
zhang-wei 2026-Q4 revenue target = 30000
rows 4 = 1 + 1 + 2
filtered 1 from 6: a total of other rows
reject f1.csv:4 全年=13 import-steps-differ |
reject f1.csv:5 姓名=张炜 import-unknown-person 张伟 (zhang-wei)
note f1.csv: amounts are in the unit stated beside the table
`},
		{"quarters of several metrics, with a ratio", trial{profile: "targets", files: []string{
			"姓名,指标,2026Q1,2026Q2目标,第三季度 2026,2026年四季度\n" +
				"张伟,销售额,100,200,,400\n张伟,回款（万元）,10,20,30,40\n张伟,毛利率,31%,0.32,33%,34%\n张伟,心情,1,1,1,1\n李娜,,,,,\n"}},
			`
zhang-wei 2026-Q1 revenue target = 100
zhang-wei 2026-Q1 collections target = 100000
zhang-wei 2026-Q1 gross_margin target = 31
zhang-wei 2026-Q2 revenue target = 200
zhang-wei 2026-Q2 collections target = 200000
zhang-wei 2026-Q2 gross_margin target = 32
zhang-wei 2026-Q3 collections target = 300000
zhang-wei 2026-Q3 gross_margin target = 33
zhang-wei 2026-Q4 revenue target = 400
zhang-wei 2026-Q4 collections target = 400000
zhang-wei 2026-Q4 gross_margin target = 34
rows 5 = 3 + 1 + 1
filtered 1 from 6: a remark: only one cell is filled
reject f1.csv:5 指标=心情 import-unknown-metric |
`},
		{"months of a fiscal year, of which only the year names one", trial{profile: "targets", site: "fiscal_year_start: 4\n", files: []string{
			"FY2026 plan,,,\nName,Apr,Jan,Feb\nLi Na,5,7,1\n"}},
			// January of the fiscal year 2026 is January 2027, in its fourth quarter.
			`
li-na 2026-Q1 revenue target = 5
li-na 2026-Q4 revenue target = 8
rows 1 = 1 + 0 + 0
note 2026-Q1 lacks some of its months: its target would be too small
note 2026-Q4 lacks some of its months: its target would be too small
`},
		{"only one period", trial{profile: "targets", options: Options{Period: quarter("2026-Q2")}, files: []string{
			"姓名,2026-03,2026-04,2026-05,2026-06\n张伟,1,2,3,4\n"}},
			`
zhang-wei 2026-Q2 revenue target = 9
rows 1 = 1 + 0 + 0
`},
		{"targets beside actuals", trial{profile: "targets", files: []string{
			"姓名,2026年7月目标,2026年7月实际,完成率\n张伟,10,9,90%\n"}},
			`
zhang-wei 2026-Q3 revenue target = 10
rows 1 = 1 + 0 + 0
note 2026-Q3 lacks some of its months: its target would be too small
`},
		{"below their months", trial{profile: "columns: {who: 姓名}\nperson: who\nwide: {metric: revenue, side: actual, year: 2026}\nseries: [revenue]\n", files: []string{
			",7月,7月,8月,8月\n姓名,目标,实际,目标,实际\n张伟,10,9,20,21\n"}},
			"zhang-wei 2026-Q3 revenue = 30\nzhang-wei 2026-Q3 revenue 2026-07 = 9\nzhang-wei 2026-Q3 revenue 2026-08 = 21\nrows 1 = 1 + 0 + 0\n"},
		{"a year alone stays a year", trial{profile: "targets", files: []string{"姓名,2026年,2027\n张伟,120,130\n"}},
			`
zhang-wei 2026 revenue target = 120
zhang-wei 2027 revenue target = 130
rows 1 = 1 + 0 + 0
`},
	} {
		r, err := c.run(t)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, c.name, told(r), c.want)
	}
	_, err := trial{profile: "targets", files: []string{"姓名,1月,2月\n张伟,1,2\n"}}.run(t)
	if fault := (*Fault)(nil); !errors.As(err, &fault) || fault.Message.Key != "import-no-year" {
		t.Errorf("no year: %v", err)
	}
	_, err = trial{profile: "targets", files: []string{"姓名,2026Q1,2026年第一季度\n张伟,1,2\n"}}.run(t)
	if fault := (*Fault)(nil); !errors.As(err, &fault) || fault.Text(words.English) != `f1.csv: "2026Q1" and "2026年第一季度" are both 2026-Q1` {
		t.Errorf("a quarter twice: %v", err)
	}
}

func TestReadStep(t *testing.T) {
	calendar := model.Calendar{}
	for text, want := range map[string]string{
		"1月": "2026-01", "12月份": "2026-12", "十一月": "2026-11", "2025年3月": "2025-03", "2025-3": "2025-03", "2025/03": "2025-03", "202503": "2025-03",
		"Jan": "2026-01", "September": "2026-09", "Mar 2025": "2025-03", "Mar-25": "2025-03", "Q1": "2026-Q1", "1Q": "2026-Q1", "Q3 2025": "2025-Q3", "2025-Q3": "2025-Q3",
		"第二季度": "2026-Q2", "2025年第二季度目标": "2025-Q2", "四季度": "2026-Q4", "上半年": "2026-H1", "H2": "2026-H2", "2025H1": "2025-H1", "全年": "2026", "2025": "2025", "FY2025": "2025", "2025年": "2025", "2025年度": "2025", "2025年全年": "2025", "2025年上半年": "2025-H1",
		"5月任务（万元）": "2026-05", "M7": "2026-07", "1": "", "13月": "", "合计": "", "姓名": "", "Q5": "", "目标": "", "季度": "", "增长率": "", "2025年销售额": "2025", "3": "",
	} {
		got := ""
		if s, ok := readStep(sheet.Cell{Kind: sheet.Text, Text: text}); ok {
			p, _ := s.period(calendar, 2026)
			got = p.String()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
