package imports

// dealExports are exports of CRMs: deals, leads, accounts.
var dealExports = []export{
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
}
