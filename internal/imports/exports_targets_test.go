package imports

// targetExports are tables with a column for each period.
var targetExports = []export{
	{name: "targets total columns", profile: "targets", text: `
2026年销售目标（万元）,,,,,,,,
姓名,1月,2月,3月,一季度,4月,合计,全年,备注
张伟,1,2,3,6,4,10,10,
合计,1,2,3,6,4,10,10,
`, want: `
zhang-wei 2026-Q1: revenue target 60000
zhang-wei 2026-Q2: revenue target 40000
zhang-wei 2026: revenue target 100000
rows 2 = 1 + 1 + 0
filtered 1 from 4: a total of other rows
note f.csv: amounts are in the unit stated beside the table
note 2026-Q2 lacks some of its months: its target would be too small
`},
	{name: "targets quarters", profile: "targets", text: `
2026年销售目标,,,,,
单位: 万元,,,,,
姓名,Q1,Q2,Q3,Q4,合计
张伟,1,2,3,4,10
`, want: `
zhang-wei 2026-Q1: revenue target 10000
zhang-wei 2026-Q2: revenue target 20000
zhang-wei 2026-Q3: revenue target 30000
zhang-wei 2026-Q4: revenue target 40000
rows 1 = 1 + 0 + 0
note f.csv: amounts are in the unit stated beside the table
`},
	{name: "targets iso", profile: "targets", text: `
Name,2026-07,2026-08,2026-09
Zhang Wei,100,200,300
`, want: `
zhang-wei 2026-Q3: revenue target 600
rows 1 = 1 + 0 + 0
`},
	{name: "targets mon", profile: "targets", text: `
(In thousands),,,
Name,Jul-26,Aug-26,Sep-26
Zhang Wei,100,200,300
`, want: `
zhang-wei 2026-Q3: revenue target 600000
rows 1 = 1 + 0 + 0
note f.csv: amounts are in the unit stated beside the table
`},
	{name: "targets unit unclear", profile: "targets", text: `
2026 Sales Targets in USD,,,
Name,Jul,Aug,Sep
Zhang Wei,100,200,300
`, want: `
f.csv: "2026 Sales Targets in USD" is in USD, the portfolio in CNY`},
	{name: "targets metric", profile: "targets", text: `
2026年目标（万元）,,,,,
大区,姓名,指标,7月,8月,9月
华东,张伟,销售额目标,1,2,3
华东,张伟,回款额,1,2,3
华东小计,,销售额目标,1,2,3
`, want: `
zhang-wei 2026-Q3: revenue target 60000, collections target 60000
rows 3 = 2 + 1 + 0
filtered 1 from 5: a total of other rows
note f.csv: amounts are in the unit stated beside the table
`},
	{name: "targets blocks", profile: "targets", file: "t.xlsx", sheets: []string{"2026\n姓名|项目|7月|8月|9月\n张伟|目标|100|200|300\n|实际|90|210|310\n李娜|目标|1|2|3\n|实际|1|2|3\nmerge A2:A3 A4:A5\n"}, want: `
li-na 2026-Q3: revenue target 6
zhang-wei 2026-Q3: revenue target 600
rows 4 = 2 + 2 + 0
filtered 2 from 3: rows of "实际"
`},
	{name: "long targets", profile: "start", text: `
姓名,月份,销售目标（万元）,备注
张伟,2026年7月,100,
张伟,2026年8月,120,
李娜,2026年7月,80,新人
`, want: `
li-na 2026-Q3: revenue target 800000
zhang-wei 2026-Q3: revenue target 2200000
rows 3 = 3 + 0 + 0
note amounts are in the unit of the header: 销售目标（万元）
`},
	{name: "unit column", profile: "targets", text: `
姓名,指标,单位,2026-07,2026-08,2026-09
张伟,销售额,万元,10,20,30
张伟,新客户数,家,1,2,3
李娜,销售额,元,100000,0,0
李娜,回款,万元/人,1,1,1
`, want: `
li-na 2026-Q3: revenue target 100000
zhang-wei 2026-Q3: revenue target 600000, new_customers target 6
rows 4 = 3 + 0 + 1
reject f.csv:5: 单位 "万元/人": the unit is not known
`},
	{name: "unit in cell", profile: "targets", text: `
2026年目标 单位：万元,,,
姓名,7月,8月,9月
张伟,100万,200,300
`, want: `
zhang-wei 2026-Q3: revenue target 6000000
rows 1 = 1 + 0 + 0
note f.csv: amounts are in the unit stated beside the table
`},
	{name: "quarter beside months", profile: "targets", text: `
2026年,,,,
姓名,7月,8月,三季度,四季度
张伟,1,2,9,8
`, want: `
zhang-wei 2026-Q3: revenue target 9
zhang-wei 2026-Q4: revenue target 8
rows 1 = 1 + 0 + 0
note "7月" is left out: "三季度" is of the whole period
note "8月" is left out: "三季度" is of the whole period
`},
	{name: "targets twice", profile: "targets", text: `
姓名,2026Q3
张伟,100
张伟,50
`, more: []string{"姓名,2026Q3\n张伟,100\n"}, want: `
zhang-wei 2026-Q3: revenue target 150
rows 3 = 2 + 1 + 0
filtered 1 from 2: the same row as one of a file or sheet before; it counts once
note zhang-wei: 1 more row is of the same person and metric and added
`},
	{name: "person block", profile: "targets", text: `
2026年,,,,
姓名,类型,7月,8月,9月
张伟,目标额,100,200,300
张伟,完成额,90,210,310
张伟,完成率,90%,105%,103%
`, want: `
zhang-wei 2026-Q3: revenue target 600
rows 3 = 1 + 2 + 0
filtered 1 from 4: rows of "完成额"
filtered 1 from 5: rows of "完成率"
`},
	{name: "metric sides", profile: "targets", text: `
2026年,,,,
姓名,指标,7月,8月,9月
张伟,销售额目标,100,200,300
张伟,销售额实际,90,210,310
张伟,回款目标,10,20,30
`, want: `
zhang-wei 2026-Q3: revenue target 600, collections target 60
rows 3 = 2 + 1 + 0
filtered 1 from 4: rows of "销售额实际"
`},
	{name: "target beside actual", profile: "targets", text: `
2026年,,,,,,
,7月,,8月,,9月,
姓名,目标,实际,目标,实际,目标,实际
张伟,100,90,200,210,300,310
`, want: `
zhang-wei 2026-Q3: revenue target 600
rows 1 = 1 + 0 + 0
`},
	{name: "person and total", profile: "targets", text: `
2026年,,,,
姓名,产品,7月,8月,9月
张伟,笔,1,2,3
张伟,墨,10,20,30
张伟,合计,11,22,33
李娜,笔,5,5,5
李娜,合计,5,5,5
`, want: `
li-na 2026-Q3: revenue target 15
zhang-wei 2026-Q3: revenue target 66
rows 5 = 3 + 2 + 0
filtered 2 from 5: a total of other rows
note zhang-wei: 1 more row is of the same person and metric and added
`},
	{name: "fiscal headers", profile: "targets", text: `
姓名,26Q3,2026四季度
张伟,100,200
`, want: `
zhang-wei 2026-Q3: revenue target 100
zhang-wei 2026-Q4: revenue target 200
rows 1 = 1 + 0 + 0
`},
	{name: "wide by range", profile: "targets", text: `
2026年目标,,
姓名,第三季度（7-9月）,第四季度（10-12月）
张伟,100,200
`, want: `
zhang-wei 2026-Q3: revenue target 100
zhang-wei 2026-Q4: revenue target 200
rows 1 = 1 + 0 + 0
`},
	{name: "actuals by month", profile: "start", text: `
2026年销售业绩统计,,,
姓名,7月,8月,9月
张伟,1,2,3
李娜,4,5,6
`, want: `
li-na 2026-Q3: revenue 15
zhang-wei 2026-Q3: revenue 6
rows 2 = 2 + 0 + 0
`},
	{name: "actuals as targets", profile: "targets", text: `
2026年销售业绩统计,,,
姓名,7月,8月,9月
张伟,1,2,3
李娜,4,5,6
`, want: `
li-na 2026-Q3: revenue target 15
zhang-wei 2026-Q3: revenue target 6
rows 2 = 2 + 0 + 0
note the title "2026年销售业绩统计" speaks of actuals, and targets are imported; for actuals write wide: {side: actual}
`},
	{name: "actual headers", profile: "start", text: `
姓名,2026年7月业绩(万),2026年8月业绩(万),2026年9月业绩(万)
张伟,1,2,3
李娜,4,5,6
`, want: `
li-na 2026-Q3: revenue 150000
zhang-wei 2026-Q3: revenue 60000
rows 2 = 2 + 0 + 0
note amounts are in the unit of the header: 2026年7月业绩(万)
note amounts are in the unit of the header: 2026年8月业绩(万)
note amounts are in the unit of the header: 2026年9月业绩(万)
`},
}
