package imports

var exports = []export{
	{name: "zoho report", profile: "zoho-deals", text: `
Deal Name,Deal Owner,Amount,Stage,Closing Date,Created Time(Created Time),Account Owner(Account Owner).id
A,Zhang Wei,"¥ 12,500.00",Closed Won,"Jul 9, 2026","Jul 1, 2026 10:00 AM",1
B,Na Li,8000,Closed Lost,"Aug 11, 2026","Jul 2, 2026 09:10 PM",1
"Total Records: 2",,,,,,
`, want: `
li-na 2026-Q3: revenue 0, opportunities 1, won 0, lost 1
zhang-wei 2026-Q3: revenue 12500, opportunities 1, won 1, lost 0
rows 3 = 2 + 1 + 0
filtered 1 from 4: a remark: only one cell is filled
`},
	{name: "bigin", profile: "zoho-deals", text: `
Deal Id,Deal Owner Id,Deal Owner,Deal Name,Company Name,Sub-Pipeline,Stage,Amount,Closing Date,Created Time
zcrm_1,zcrm_9,Zhang Wei,A,Acme,Sales,Closed Won,1500,2026-07-09,2026-07-01 10:00:00
`, want: `
zhang-wei 2026-Q3: revenue 1500, opportunities 1, won 1, lost 0
rows 1 = 1 + 0 + 0
`},
	{name: "zoho zh", profile: "zoho-deals", text: `
记录 ID,商机所有者.id,商机所有者,金额,商机名称,结束日期,客户名称,阶段,可能性(%),线索来源,创建时间
1,9,张伟,￥12000,甲,2026-07-09,甲公司,已成交,100,网站,2026-06-01 10:00:00
2,9,张伟,8000,乙,2026-08-09,乙公司,丢失的商机,0,网站,2026-07-01 10:00:00
3,9,李娜,8000,丙,2026-08-09,乙公司,谈判/复审,0,网站,2026-07-01 10:00:00
`, want: `
li-na 2026-Q3: opportunities 1
zhang-wei 2026-Q2: opportunities 1
zhang-wei 2026-Q3: revenue 12000, opportunities 1, won 1, lost 1
rows 3 = 3 + 0 + 0
`},
	{name: "zoho api", profile: "zoho-deals", text: `
Id,Owner,Deal_Name,Amount,Stage,Closing_Date,Account_Name.id,Created_Time
101,zhangwei@corp.com,A,1200,Closed Won,2026-07-09,5,2026-07-01T10:00:00+08:00
`, want: `
zhang-wei 2026-Q3: revenue 1200, opportunities 1, won 1, lost 0
rows 1 = 1 + 0 + 0
`},
	{name: "zoho leads", profile: "zoho-leads", text: `
Record Id,Lead Owner.id,Lead Owner,Is Converted,Company,Lead Status,Created Time,Created By
1,1,Zhang Wei,false,A,Contacted,2026-07-01 10:00:00,x
2,1,Zhang Wei,false,A,Junk Lead,2026-07-01 10:00:00,x
3,2,Na Li,true,A,Not Qualified,2026-07-01 10:00:00,x
`, want: `
zhang-wei 2026-Q3: leads 1
rows 3 = 1 + 2 + 0
filtered 1 from 3: Lead Status is "Junk Lead"
filtered 1 from 4: Lead Status is "Not Qualified"
`},
	{name: "zoho accounts", profile: "zoho-accounts", text: `
Record Id,Account Owner.id,Account Owner,Account Name,Account Type,Industry,Annual Revenue,Created Time
1,1,Zhang Wei,A,Customer,IT,5,2026-07-01 10:00:00
2,1,Zhang Wei,B,,IT,5,2026-07-02 10:00:00
3,1,Na Li,C,Prospect,IT,5,2026-07-02 10:00:00
`, want: `
zhang-wei 2026-Q3: new_customers 2
rows 3 = 2 + 1 + 0
filtered 1 from 4: Account Type is "Prospect"
`},
	{name: "fx opportunities", profile: "fxiaoke-opportunities", file: "o.xlsx", sheets: []string{"商机2.0\n*商机名称（必填）|客户名称|商机金额（元）|预计成交日期|商机阶段|阶段状态|负责人|负责人主属部门|归属部门|生命状态|创建时间\nA|甲|12000|46204|赢单|赢单|张伟(离职)|华东|华东|正常|46170\nB|乙|8000|2026-08-01|输单|输单|张伟,李娜|华东|华东|正常|2026-07-01 10:00\nC|丙|500|2026-08-03|方案/报价|进行中|李娜|华东|华东|正常|2026-07-01 10:00\nD|丁|700|2026-08-03|赢单|赢单|李娜|华东|华东|作废|2026-07-01 10:00\n"}, want: `
li-na 2026-Q3: opportunities 1
zhang-wei 2026-Q2: opportunities 1
zhang-wei 2026-Q3: contract_amount 12000, won 1, lost 0
rows 4 = 2 + 1 + 1
filtered 1 from 5: 生命状态 is "作废"
reject o.xlsx 商机2.0:3: 负责人 "张伟,李娜": several people are named and one is wanted: name one, or split the row: li-na, zhang-wei
`},
	{name: "fx payments", profile: "fxiaoke-payments", file: "o.xlsx", sheets: []string{"回款\n回款编号|客户名称|回款日期|回款金额（元）|负责人|生命状态\nHK1|甲|2026-07-01|1200.5|张伟|正常\nHK2|甲|2026-07-02|300|张伟|作废\nHK2|甲|2026/7/3|(100)|李娜、张伟|正常\n合计|||1400.5||\n"}, want: `
zhang-wei 2026-Q3: collections 1200.5
rows 4 = 1 + 2 + 1
filtered 1 from 3: 生命状态 is "作废"
filtered 1 from 5: a total of other rows
reject o.xlsx 回款:4: 负责人 "李娜、张伟": several people are named and one is wanted: name one, or split the row: li-na, zhang-wei
`},
	{name: "sf report", profile: "salesforce-opportunities", text: `
Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Close Date,Created Date,Type
Zhang Wei,Acme,Acme - 1,Closed Won,Q3-2026,"25,000.00",7/31/2026,7/1/2026,New
Na Li,B,B - 1,Closed Lost,Q3-2026,"5,000.00",8/3/2026,7/2/2026,New

Grand Totals (2 records),,,,,"30,000.00",,,
"Acme Report"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"Confidential Information - Do Not Distribute"
`, want: `
li-na 2026-Q3: revenue 0, opportunities 1, won 0, lost 1
zhang-wei 2026-Q3: revenue 25000, opportunities 1, won 1, lost 0
rows 6 = 2 + 4 + 0
filtered 1 from 5: a total of other rows
filtered 3 from 6: a remark: only one cell is filled
note "Close Date" is month/day/year: 7/31/2026 in row 2 can be nothing else
note "Created Date" is read like "Close Date"
`},
	{name: "sf grouped", profile: "salesforce-opportunities", text: `
Opportunity Owner,Account Name,Stage,Amount,Close Date
Zhang Wei,Acme,Closed Won,"1,000.00",7/31/2026
,Beta,Closed Won,"2,000.00",7/30/2026
Subtotal,,,"3,000.00",
Na Li,Gamma,Closed Won,500.00,8/3/2026
Subtotal,,,500.00,
Total,,,"3,500.00",
`, want: `
li-na 2026-Q3: revenue 500, won 1, lost 0
zhang-wei 2026-Q3: revenue 3000, won 2, lost 0
rows 6 = 3 + 3 + 0
filtered 3 from 4: a total of other rows
note "Close Date" is month/day/year: 7/31/2026 in row 2 can be nothing else
`},
	{name: "sf dmy", profile: "salesforce-opportunities", text: `
Opportunity Owner;Account Name;Stage;Amount;Close Date;Created Date
Zhang Wei;Acme;Closed Won;"1.000,00";31/07/2026;01/06/2026
Na Li;Beta;Closed Won;"2.000,50";03/08/2026;02/06/2026
`, want: `
li-na 2026-Q2: opportunities 1
li-na 2026-Q3: revenue 2000.5, won 1, lost 0
zhang-wei 2026-Q2: opportunities 1
zhang-wei 2026-Q3: revenue 1000, won 1, lost 0
rows 2 = 2 + 0 + 0
note "Close Date" is day/month/year: 31/07/2026 in row 2 can be nothing else
note "Amount" has decimal commas: 1.000,00 in row 2 can be nothing else
note "Created Date" is read like "Close Date"
`},
	{name: "kingdee", profile: "orders", text: `
华信科技有限公司销售订单列表,,,,,,
期间：2026-07-01 至 2026-09-30,,,,,,
单据日期,单据编号,客户,业务员,产品名称,数量,价税合计
2026.07.03,XSDD001,甲公司,张伟,笔,10,"1,200.00"
,XSDD001,,,墨,1,300.00
2026.07.05,XSDD002,乙公司,李娜,笔,-2,-240.00
单据日期,单据编号,客户,业务员,产品名称,数量,价税合计
2026.08.05,XSDD003,乙公司,李娜,笔,5,600.00
合计,,,,,14,"1,860.00"
打印人：王,,,,,,
`, want: `
li-na 2026-Q3: revenue 360, orders 2, units 3
zhang-wei 2026-Q3: revenue 1200, orders 1, units 10
rows 7 = 3 + 3 + 1
filtered 1 from 7: the header once more
filtered 1 from 9: a total of other rows
filtered 1 from 10: a remark: only one cell is filled
reject f.csv:5: 单据日期 "": there is no date
note "单据日期" has blank cells: if they mean the value above, write fill: true at this column of the profile
`},
	{name: "kingdee repeated", profile: "orders", text: `
单据日期,单据编号,客户,业务员,产品名称,数量,价税合计
20260703,XSDD001,甲公司,张伟,笔,10,"1,200.00"
20260703,XSDD001,甲公司,张伟,墨,1,300.00
20260705,XSDD002,乙公司,李娜,笔,-2,-240.00
`, want: `
li-na 2026-Q3: revenue -240, orders 1, units -2
zhang-wei 2026-Q3: revenue 1500, orders 1, units 11
rows 3 = 3 + 0 + 0
`},
	{name: "dingtalk", profile: "orders", text: `
提交时间	负责人	客户名称	成交金额	成交日期	审批状态
2026-07-01 10:00	张伟(zhangwei)	甲	￥1,200	2026-07-01	已通过
2026-07-01 10:00	李娜	甲	1.2万	2026-07-02	已拒绝
`, want: `
zhang-wei 2026-Q3: revenue 1200
rows 2 = 1 + 1 + 0
filtered 1 from 3: 审批状态 is "已拒绝"
`},
	{name: "serial text", profile: "orders", text: `
订单号,业务员,日期,金额
1.00123E+05,张伟,46204,"1,200-"
100124,张 伟,46205.5,12 000
100125,張偉,46206,1
100126,ｚｈａｎｇ　ｗｅｉ,46206,５００
`, want: `
zhang-wei 2026-Q3: revenue 11300, orders 3
rows 4 = 3 + 0 + 1
reject f.csv:4: 业务员 "張偉": there is no such person; did you mean 张伟 (zhang-wei)?
`},
	{name: "no year", profile: "orders", text: `
订单号,业务员,日期,金额
1,张伟,7月3日,100
2,李娜,8月4日,200
`, want: `
rows 2 = 0 + 0 + 2
reject f.csv:2: 日期 "7月3日": "7月3日" does not say of which year: export it with the year, or add it
reject f.csv:3: 日期 "8月4日": "8月4日" does not say of which year: export it with the year, or add it
`},
	{name: "numbers", profile: "orders", text: "订单号,业务员,日期,金额\n1,张伟,2026-07-01 12:30:00,1.2万\n2,张伟,2026-07-01,￥100\n3,张伟,2026-07-01,\"(1,200)\"\n4,张伟,2026-07-01,#N/A\n5,张伟,2026-07-01,-\n6,张伟,2026-07-01,12\u00a0000\n7,张伟,2026-07-01,１２３\n8,张伟,2026-07-01,1200元\n9,张伟,2026-07-01,约100\n10,张伟,2026-07-01,\n", want: `
zhang-wei 2026-Q3: revenue 24223, orders 8
rows 10 = 8 + 0 + 2
reject f.csv:5: 金额 "#N/A": the cell holds the error #N/A
reject f.csv:10: 金额 "约100": "约100" is no number
note "金额" is blank in 2 rows
`},
	{name: "people", profile: "orders", text: "订单号,业务员,日期,金额\n1,1001,2026-07-01,1\n2,Wei Zhang,2026-07-01,1\n3,张 伟,2026-07-01,1\n4,张伟（华东）,2026-07-01,1\n5,zhangwei@corp.com,2026-07-01,1\n6,張偉,2026-07-01,1\n7,张伟 ,2026-07-01,1\n8,张\u200b伟,2026-07-01,1\n9,华东区-张伟,2026-07-01,1\n10,张伟/李娜,2026-07-01,1\n11,张伟1001,2026-07-01,1\n12,1001.0,2026-07-01,1\n13,张伟 zhangwei,2026-07-01,1\n", want: `
zhang-wei 2026-Q3: revenue 10, orders 10
rows 13 = 10 + 0 + 3
reject f.csv:7: 业务员 "張偉": there is no such person; did you mean 张伟 (zhang-wei)?
reject f.csv:10: 业务员 "华东区-张伟": there is more than a name: if it is this person, add it to the aliases; did you mean 张伟 (zhang-wei)?
reject f.csv:11: 业务员 "张伟/李娜": several people are named and one is wanted: name one, or split the row: li-na, zhang-wei
`},
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
	{name: "sheets", profile: "orders", file: "s.xlsx", sheets: []string{"说明\n本表为2026年订单\n", "透视表\n业务员|求和项:金额\n张伟|300\n总计|300\n", "数据\n订单号|业务员|日期|金额\n1|张伟|46204|100\n2|张伟|46205|200\n"}, want: `
zhang-wei 2026-Q3: revenue 300, orders 2
rows 2 = 2 + 0 + 0
`},
	{name: "sep", profile: "orders", text: "sep=;\r\n订单号;业务员;日期;金额\r\n1;张伟;2026-07-01;1,5\r\n2;张伟;2026-07-01;10\r\n", want: `
zhang-wei 2026-Q3: revenue 11.5, orders 2
rows 2 = 2 + 0 + 0
note "金额" has decimal commas: 1,5 in row 3 can be nothing else
`},
	{name: "cr", profile: "orders", text: "订单号,业务员,日期,金额\r1,张伟,2026-07-01,15\r2,张伟,2026-07-01,10\r", want: `
zhang-wei 2026-Q3: revenue 25, orders 2
rows 2 = 2 + 0 + 0
`},
	{name: "gb18030", profile: "orders", bytes: gb18030("订单号,业务员,日期,金额,客户\n1,张伟,2026-07-01,15,䶮㙍公司\n2,张伟,2026-07-01,10,𠮷野家\n"), want: `
zhang-wei 2026-Q3: revenue 25, orders 2
rows 2 = 2 + 0 + 0
`},
	{name: "utf16 tabs", profile: "orders", bytes: utf16("订单号\t业务员\t日期\t金额\n1\t张伟\t2026-07-01\t15\n"), want: `
zhang-wei 2026-Q3: revenue 15, orders 1
rows 1 = 1 + 0 + 0
`},
	{name: "maven", profile: "start", text: `
opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
1C1I7A6R,Zhang Wei,GTX Plus Basic,Cancity,Won,2026-07-20,2026-08-01,1054
Z063OYW0,John Smith,GTXPro,Isdom,Won,2026-07-25,2026-08-11,4514
EC4QE1BX,John Smith,MG Special,Cancity,Lost,2026-07-25,2026-08-07,0
MV1LWRNH,Na Li,GTX Basic,,Engaging,2026-08-25,,
`, want: `
john-smith 2026-Q3: revenue 4514, opportunities 2, won 1, lost 1
li-na 2026-Q3: opportunities 1
zhang-wei 2026-Q3: revenue 1054, opportunities 1, won 1, lost 0
rows 4 = 4 + 0 + 0
`},
	{name: "orders eu", profile: "start", text: `
Row ID;Order ID;Order Date;Ship Date;Customer Name;Sales Rep;Category;Sales;Quantity
1;CA-1;03/07/2026;05/07/2026;A;Zhang Wei;Tech;1.234,50;3
2;CA-1;03/07/2026;05/07/2026;A;Zhang Wei;Office;200,00;1
3;CA-2;25/08/2026;26/08/2026;B;Na Li;Tech;99,90;2
4;CA-3;11/09/2026;12/09/2026;C;JOHN SMITH;Tech;1.000,00;1
`, want: `
john-smith 2026-Q3: revenue 1000, orders 1, units 1
li-na 2026-Q3: revenue 99.9, orders 1, units 2
zhang-wei 2026-Q3: revenue 1434.5, orders 1, units 4
rows 4 = 4 + 0 + 0
note "Order Date" is day/month/year: 25/08/2026 in row 4 can be nothing else
note "Sales" has decimal commas: 1.234,50 in row 2 can be nothing else
`},
	{name: "hubspot", profile: "start", text: `
Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount in company currency,Pipeline,Create Date,Forecast amount
1,A,Closed Won,2026-07-31 10:00,Zhang Wei,12000,Sales,2026-07-01 09:00,0
2,B,Closed Lost,2026-08-31 10:00,Zhang Wei,900,Sales,2026-07-01 09:00,0
3,C,Contract Sent,2026-09-30 10:00,Na Li,5000,Sales,2026-08-01 09:00,4500
`, want: `
li-na 2026-Q3: opportunities 1
zhang-wei 2026-Q3: revenue 12000, opportunities 2, won 1, lost 1
rows 3 = 3 + 0 + 0
`},
	{name: "pipedrive", profile: "start", text: `
Deal - ID,Deal - Title,Deal - Creator,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Expected close date,Deal - Lost reason
11,A,Na Li,Zhang Wei,12000,CNY,Won,2026-07-01 09:00:00,2026-07-31 10:00:00,2026-08-01,
12,B,Na Li,Na Li,900,CNY,Lost,2026-07-02 09:00:00,,2026-08-31,Price
13,C,Na Li,Na Li,700,CNY,Open,2026-08-02 09:00:00,,2026-09-30,
`, want: `
li-na 2026-Q3: revenue 0, opportunities 2, won 0, lost 1
zhang-wei 2026-Q3: revenue 12000, opportunities 1, won 1, lost 0
rows 3 = 3 + 0 + 0
`},
	{name: "odoo", profile: "start", text: `
Order Reference,Creation Date,Customer,Salesperson,Company,Total,Status
S00012,2026-07-01 09:00:00,Azure,Zhang Wei,My Co,"1,234.50",Sales Order
S00013,2026-07-02 09:00:00,Deco,Na Li,My Co,800,Cancelled
S00014,2026-07-03 09:00:00,Deco,Na Li,My Co,700,Quotation
`, want: `
zhang-wei 2026-Q3: revenue 1234.5, orders 1
rows 3 = 1 + 2 + 0
filtered 1 from 3: Status is "Cancelled"
filtered 1 from 4: Status is "Quotation"
`},
	{name: "dynamics", profile: "start", text: `
Topic,Potential Customer,Est. Close Date,Est. Revenue,Actual Close Date,Actual Revenue,Owner,Status,Modified By
A,Acme,7/1/2026,900,7/31/2026,1000,Zhang Wei,Won,Na Li
B,Beta,8/1/2026,900,8/30/2026,,Na Li,Lost,Na Li
C,Beta,9/30/2026,900,,,Na Li,Open,Na Li
`, want: `
li-na 2026-Q3: revenue 0, won 0, lost 1
zhang-wei 2026-Q3: revenue 1000, won 1, lost 0
rows 3 = 2 + 1 + 0
filtered 1 from 4: no metric takes it: Status is "Open"
note "Actual Close Date" is month/day/year: 7/31/2026 in row 2 can be nothing else
`},
	{name: "xiaoshouyi", profile: "start", text: `
销售机会名称,销售机会所有人,客户名称,销售金额,结单日期,销售阶段,赢率,创建日期,创建人
A,张伟,甲,12000,2026-07-31,赢单,100%,2026-06-01,李娜
B,李娜,乙,500,2026-08-31,输单,0%,2026-07-01,李娜
C,李娜,丙,700,2026-09-30,谈判,60%,2026-07-05,李娜
`, want: `
li-na 2026-Q3: revenue 0, opportunities 2, won 0, lost 1
zhang-wei 2026-Q2: opportunities 1
zhang-wei 2026-Q3: revenue 12000, won 1, lost 0
rows 3 = 3 + 0 + 0
`},
	{name: "yonyou", profile: "start", text: `
销售订单明细表
单据号,单据日期,客户简称,业务员,存货编码,存货名称,数量,含税单价,本币税额,本币价税合计,备注
SO1,2026-07-01,甲,张伟,0101,笔,10,113,130,"1,130.00",
SO1,2026-07-01,甲,张伟,0102,墨,1,226,26,226.00,
SO2,2026-07-05,乙,李娜,0101,笔,-1,113,-13,-113.00,退货
小计,,,,,,10,,143,"1,243.00",
合计,,,,,,10,,143,"1,243.00",
`, want: `
li-na 2026-Q3: revenue -113, orders 1, units -1
zhang-wei 2026-Q3: revenue 1356, orders 1, units 11
rows 5 = 3 + 2 + 0
filtered 2 from 6: a total of other rows
`},
	{name: "guanjiapo", profile: "start", text: `
录单日期,单据编号,单据类型,往来单位,经手人,部门,数量,金额
2026-07-01,XS-1,销售单,甲,张伟,华东,2,200
2026-07-02,XT-1,销售退货单,甲,张伟,华东,1,100
2026-07-03,XS-2,销售单,乙,李娜,华东,1,150
`, want: `
li-na 2026-Q3: revenue 150, orders 1, units 1
zhang-wei 2026-Q3: revenue 300, orders 2, units 3
rows 3 = 3 + 0 + 0
note "金额" is above zero in 1 row that says "return"; it was added, see that this is right
note "数量" is above zero in 1 row that says "return"; it was added, see that this is right
`},
	{name: "void flag", profile: "start", text: `
合同编号,签约人,签约日期,合同金额(万元),是否作废,客户
HT1,张伟,2026-07-01,12.5,否,甲
HT2,张伟,2026-07-03,3,是,甲
HT3,李娜,2026-08-03,1,否,乙
`, want: `
li-na 2026-Q3: contract_amount 10000, orders 1
zhang-wei 2026-Q3: contract_amount 125000, orders 1
rows 3 = 2 + 1 + 0
filtered 1 from 3: 是否作废 is "是"
note amounts are in the unit of the header: 合同金额(万元)
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
	{name: "merged lines", profile: "orders", file: "m.xlsx", sheets: []string{"订单\n订单号|业务员|日期|产品|金额\nA1|张伟|2026-07-01|笔|100\n|||墨|50\nA2|李娜|2026-07-02|笔|70\n合计||||220\nmerge A2:A3 B2:B3 C2:C3\n"}, want: `
li-na 2026-Q3: revenue 70, orders 1
zhang-wei 2026-Q3: revenue 150, orders 1
rows 4 = 3 + 1 + 0
filtered 1 from 5: a total of other rows
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
	{name: "glued unit", profile: "orders", text: `
订单号,业务员,日期,金额万元
1,张伟,2026-07-01,1.5
`, want: `
zhang-wei 2026-Q3: revenue 15000, orders 1
rows 1 = 1 + 0 + 0
note amounts are in the unit of the header: 金额万元
`},
	{name: "latin unit", profile: "orders", text: `
Order ID,Sales Rep,Order Date,Amount (RMB '000)
1,Zhang Wei,2026-07-01,1.5
`, want: `
zhang-wei 2026-Q3: revenue 1500, orders 1
rows 1 = 1 + 0 + 0
note amounts are in the unit of the header: Amount (RMB '000)
`},
	{name: "prose unit", profile: "orders", text: `
以下金额均按万元填报,,,
订单号,业务员,日期,金额
1,张伟,2026-07-01,1.5
`, want: `
f.csv: "以下金额均按万元填报" speaks of a unit, and does not say whether the amounts are in it
	state it in the profile: unit: 万元, or 元, K, M`},
	{name: "no unit", profile: "orders", text: `
2026年100万元以上订单,,,
订单号,业务员,日期,金额
1,张伟,2026-07-01,1500000
`, want: `
zhang-wei 2026-Q3: revenue 1500000, orders 1
rows 1 = 1 + 0 + 0
`},
	{name: "unit below", profile: "orders", text: `
订单号,业务员,日期,金额
1,张伟,2026-07-01,1.5
注：单位为万元,,,
`, want: `
zhang-wei 2026-Q3: revenue 15000, orders 1
rows 2 = 1 + 1 + 0
filtered 1 from 3: a remark: only one cell is filled
note f.csv: amounts are in the unit stated beside the table
`},
	{name: "currency column", profile: "fxiaoke-payments", text: `
回款编号,负责人,回款日期,回款金额,币别
1,张伟,2026-07-01,100,人民币
2,张伟,2026-07-01,100,USD
`, want: `
zhang-wei 2026-Q3: collections 100
rows 2 = 1 + 0 + 1
reject f.csv:3: 币别 "USD": it is not in CNY, and there is no rate
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
	{name: "overlap", profile: "orders", text: `
订单号,业务员,日期,金额
1,张伟,2026-07-01,100
1,张伟,2026-07-01,100
`, more: []string{"订单号,业务员,日期,金额\n1,张伟,2026-07-01,100\n2,张伟,2026-07-02,50\n"}, want: `
zhang-wei 2026-Q3: revenue 250, orders 2
rows 4 = 3 + 1 + 0
filtered 1 from 2: the same row as one of a file or sheet before; it counts once
`},
	{name: "same id", profile: "fxiaoke-payments", text: `
回款编号,负责人,回款日期,回款金额
1,张伟,2026-07-01,100
1,张伟,2026-07-01,100
2,张伟,2026-07-01,70
`, more: []string{"回款编号,负责人,回款日期,回款金额\n1,张伟,2026-07-01,100\n2,张伟,2026-07-02,50\n3,李娜,2026-07-02,50\n"}, want: `
li-na 2026-Q3: collections 50
zhang-wei 2026-Q3: collections 170
rows 6 = 3 + 2 + 1
filtered 2 from 3: a record once more, with the same id and contents
reject g1.csv:3: 回款编号 "2": f.csv has this id in row 4 with other contents; that row counts
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
	{name: "header of two rows", profile: "start", file: "h.xlsx", sheets: []string{"订单\n订单号|业务员|日期|金额|\n|||不含税|含税\nA1|张伟|2026-07-01|100|113\nmerge A1:A2 B1:B2 C1:C2 D1:E1\n"}, want: `
zhang-wei 2026-Q3: revenue 100, orders 1
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
	{name: "monthly total with a date", profile: "orders", text: `
订单号,业务员,日期,产品,金额
1,张伟,2026-07-01,笔,100
2,张伟,2026-07-02,墨,50
,张伟,2026-07,合计,150
3,李娜,2026-08-02,墨,70
,李娜,2026-08,合计,80
`, want: `
li-na 2026-Q3: revenue 70, orders 1
zhang-wei 2026-Q3: revenue 150, orders 2
rows 5 = 3 + 1 + 1
filtered 1 from 4: a total of other rows
reject f.csv:6: it says total, has a date or a name, and is not the sum of rows above: delete it if it is a total, change the word if it is a record
`},
	{name: "two tables", profile: "orders", text: `
订单号,业务员,日期,金额,备注
1,张伟,2026-07-01,100,
2,李娜,2026-07-02,50,
日期,业务员,订单号,金额,退货原因
2026-07-05,张伟,1,20,坏
`, want: `
li-na 2026-Q3: revenue 50, orders 1
zhang-wei 2026-Q3: revenue 100, orders 1
rows 4 = 2 + 0 + 2
reject f.csv:4: this looks like the header of another table, whose rows would be misread: put the tables on sheets or into files of their own
reject f.csv:5: 日期 "1": "1" is no date
`},
	{name: "points of thousands", profile: "orders", text: `
Order ID;Sales Rep;Order Date;Sales
1;Zhang Wei;01.07.2026;1.234
2;Na Li;02.07.2026;2.500
`, want: `
li-na 2026-Q3: revenue 2.5, orders 1
zhang-wei 2026-Q3: revenue 1.23, orders 1
rows 2 = 2 + 0 + 0
note "Order Date" is day/month/year: 01.07.2026 in row 2 can be nothing else
note "Sales": all points have three digits behind them (1.234) and are read as decimal points; if they set thousands apart, change the format first
`},
	{name: "points like commas", profile: "orders", text: `
Order ID;Sales Rep;Order Date;Sales;Profit
1;Zhang Wei;01.07.2026;1.234;100,5
2;Na Li;02.07.2026;2.500;20,25
`, want: `
li-na 2026-Q3: revenue 2500, gross_profit 20.25, orders 1
zhang-wei 2026-Q3: revenue 1234, gross_profit 100.5, orders 1
rows 2 = 2 + 0 + 0
note "Order Date" is day/month/year: 01.07.2026 in row 2 can be nothing else
note "Profit" has decimal commas: 100,5 in row 2 can be nothing else
note "Sales" has decimal commas, like "Profit"
`},
	{name: "pivot first", profile: "start", file: "p.xlsx", sheets: []string{"汇总\n大区|指标甲|指标乙\n华东|1|2\n华北|3|4\n", "明细\n签单人|签单日|签单额（万元）|客户全称\n张伟|2026-07-01|1.5|甲公司\n李娜|2026-07-02|2|乙公司\n张伟|2026-08-02|1|乙公司\n"}, want: `
li-na 2026-Q3: contract_amount 20000, orders 1
zhang-wei 2026-Q3: contract_amount 25000, orders 2
rows 3 = 3 + 0 + 0
note amounts are in the unit of the header: 签单额（万元）
`},
	{name: "month without a year", profile: "start", text: `
姓名,月份,回款额
张伟,7月,100
李娜,8月,50
`, want: `
rows 2 = 0 + 0 + 2
reject f.csv:2: 月份 "7月": "7月" does not say of which year: export it with the year, or add it
reject f.csv:3: 月份 "8月": "8月" does not say of which year: export it with the year, or add it
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
	{name: "month sheets", profile: "orders", file: "m.xlsx", sheets: []string{"7月\n订单号|业务员|日期|金额\n1|张伟|2026-07-01|100\n", "8月\n订单号|业务员|日期|金额\n2|张伟|2026-08-01|50\n"}, want: `
zhang-wei 2026-Q3: revenue 150, orders 2
rows 2 = 2 + 0 + 0
`},
	{name: "excel dates as text", profile: "orders", text: `
订单号	业务员	日期	金额
1	张伟	2026.07.03	100
2	张伟	20260704	100
3	张伟	2026年7月5日	100
4	张伟	2026/7/6 13:20	100
5	张伟	46204	100
6	张伟	5-Jul-26	100
`, want: `
zhang-wei 2026-Q3: revenue 600, orders 6
rows 6 = 6 + 0 + 0
`},
	{name: "us and iso dates mixed", profile: "orders", text: `
订单号,业务员,日期,金额
1,张伟,07/03/2026,100
2,张伟,13/07/2026,100
3,张伟,07/25/2026,100
`, want: `
f.csv: the dates of "日期" cannot be told: day and month change places: "13/07/2026" in row 3 has the day first, "07/25/2026" in row 4 the month
	state the order in the profile: date: {column: NAME, order: dmy}`},
	{name: "inactive salesforce", profile: "salesforce-opportunities", text: `
"Opportunity ID","Opportunity Owner: Full Name","Stage","Amount Currency","Amount","Close Date"
"0061","Zhang Wei","Closed Won","CNY","1000.00","2026-07-31"
"0062","Zhang Wei","Closed Won","USD","1000.00","2026-07-30"
"0061","Zhang Wei","Closed Won","CNY","1000.00","2026-07-31"
`, want: `
zhang-wei 2026-Q3: revenue 1000, won 1, lost 0
rows 3 = 1 + 1 + 1
filtered 1 from 4: a record once more, with the same id and contents
reject f.csv:3: Amount Currency "USD": it is not in CNY, and there is no rate
`},
	{name: "owner as number", profile: "start", text: `
工号,成交日期,成交金额,客户
1001,2026-07-01,100,甲
1002,2026-07-02,50,乙
1001,2026-07-03,50,乙
`, want: `
li-na 2026-Q3: revenue 50, orders 1
zhang-wei 2026-Q3: revenue 150, orders 2
rows 3 = 3 + 0 + 0
`},
	{name: "won by other words", profile: "zoho-deals", text: `
记录ID,商机所有者,金额,阶段,结束日期
1,张伟,100,打款完成,2026-07-01
2,张伟,50,丢单,2026-07-02
`, want: `
zhang-wei 2026-Q3: revenue 0, won 0, lost 1
rows 2 = 1 + 1 + 0
filtered 1 from 2: no metric takes it: 阶段 is "打款完成"
note no row is among what revenue counts; "阶段" has: 打款完成
note no row is among what won counts; "阶段" has: 打款完成
`},
	{name: "fx orders with lines", profile: "fxiaoke-orders", text: `
销售订单编号,客户名称（必填）,*下单日期（必填）,销售订单金额（元）,负责人,产品名称,生命状态
SO1,甲,2026-07-03,"1,200.00",张伟,笔,正常
SO1,甲,2026-07-03,"1,200.00",张伟,墨,正常
SO2,乙,2026-07-04,300,李娜,墨,审核中
`, want: `
zhang-wei 2026-Q3: revenue 1200, orders 1
rows 3 = 1 + 2 + 0
filtered 1 from 3: a record once more, with the same id and contents
filtered 1 from 4: 生命状态 is "审核中"
`},
	{name: "copies of a sheet", profile: "orders", file: "m.xlsx", sheets: []string{"数据\n订单号|业务员|日期|金额\n1|张伟|2026-07-01|100\n", "备份\n订单号|业务员|日期|金额\n1|张伟|2026-07-01|100\n"}, want: `
zhang-wei 2026-Q3: revenue 100, orders 1
rows 1 = 1 + 0 + 0
note m.xlsx: the sheet "备份" has these columns as well and is not read; name it under sheet to read it
`},
}
