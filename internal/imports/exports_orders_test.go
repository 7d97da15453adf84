package imports

// orderExports are lists of orders, contracts and payments.
var orderExports = []export{
	{name: "fx payments", profile: "fxiaoke-payments", file: "o.xlsx", sheets: []string{"回款\n回款编号|客户名称|回款日期|回款金额（元）|负责人|生命状态\nHK1|甲|2026-07-01|1200.5|张伟|正常\nHK2|甲|2026-07-02|300|张伟|作废\nHK2|甲|2026/7/3|(100)|李娜、张伟|正常\n合计|||1400.5||\n"}, want: `
zhang-wei 2026-Q3: collections 1200.5
rows 4 = 1 + 2 + 1
filtered 1 from 3: 生命状态 is "作废"
filtered 1 from 5: a total of other rows
reject o.xlsx 回款:4: 负责人 "李娜、张伟": several people are named and one is wanted: name one, or split the row: li-na, zhang-wei
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
	{name: "merged lines", profile: "orders", file: "m.xlsx", sheets: []string{"订单\n订单号|业务员|日期|产品|金额\nA1|张伟|2026-07-01|笔|100\n|||墨|50\nA2|李娜|2026-07-02|笔|70\n合计||||220\nmerge A2:A3 B2:B3 C2:C3\n"}, want: `
li-na 2026-Q3: revenue 70, orders 1
zhang-wei 2026-Q3: revenue 150, orders 1
rows 4 = 3 + 1 + 0
filtered 1 from 5: a total of other rows
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
	{name: "header of two rows", profile: "start", file: "h.xlsx", sheets: []string{"订单\n订单号|业务员|日期|金额|\n|||不含税|含税\nA1|张伟|2026-07-01|100|113\nmerge A1:A2 B1:B2 C1:C2 D1:E1\n"}, want: `
zhang-wei 2026-Q3: revenue 100, orders 1
rows 1 = 1 + 0 + 0
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
	{name: "database dump", profile: "start", text: `
SalesOrderID,RevisionNumber,OrderDate,DueDate,ShipDate,Status,SalesOrderNumber,CustomerID,SalesPersonID,TerritoryID,SubTotal,TaxAmt,Freight,TotalDue,ModifiedDate
43659,8,2026-07-01,2026-07-13,2026-07-08,5,SO43659,29825,1001,5,20565.62,1971.51,616.09,23153.22,2026-07-08
43660,8,2026-07-02,2026-07-13,2026-07-08,5,SO43660,29672,1002,5,1294.25,124.24,38.82,1457.31,2026-07-08
43661,8,2026-07-03,2026-07-13,2026-07-08,5,SO43661,29672,1001,5,100,10,5,115,2026-07-08
`, want: `
li-na 2026-Q3: revenue 1294.25, orders 1
zhang-wei 2026-Q3: revenue 20665.62, orders 2
rows 3 = 3 + 0 + 0
`},
	{name: "shop", profile: "start", text: `
订单编号,买家会员名,买家应付货款,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,导购员
="3301",甲,120,100,交易成功,2026-07-01 10:00:00,2026-07-01 10:02:00,笔,2,张伟
="3302",乙,80,80,交易关闭,2026-07-02 10:00:00,,墨,1,李娜
`, want: `
zhang-wei 2026-Q3: revenue 100, orders 1
rows 2 = 1 + 1 + 0
filtered 1 from 3: 订单状态 is "交易关闭"
`},
	{name: "contracts", profile: "start", text: `
合同编号,合同名称,客户名称,商机名称,合同金额（元）,下单时间,合同开始时间,合同结束时间,公司签约人,负责人,创建人,审核状态,已收款金额,未收款金额
HT1,A,甲,x,12000,2026-07-01,2026-07-01,2027-07-01,王五,张伟,李娜,审核通过,100,11900
HT2,B,乙,y,500,2026-07-02,2026-07-01,2027-07-01,王五,李娜,李娜,已作废,0,500
HT3,C,乙,y,700,2026-07-03,2026-07-01,2027-07-01,王五,李娜,李娜,审核未通过,0,700
HT4,D,丙,z,800,2026-08-03,2026-07-01,2027-07-01,王五,李娜,李娜,待审核,0,800
`, want: `
li-na 2026-Q3: contract_amount 800, orders 1
zhang-wei 2026-Q3: contract_amount 12000, orders 1
rows 4 = 2 + 2 + 0
filtered 1 from 3: 审核状态 is "已作废"
filtered 1 from 4: 审核状态 is "审核未通过"
`},
	{name: "sample orders", profile: "start", text: `
ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,PRODUCTLINE,CUSTOMERNAME,TERRITORY,CONTACTLASTNAME,REP
10107,30,95.7,2,2871,7/24/2026 0:00,Shipped,Motorcycles,Land of Toys,NA,Yu,John Smith
10107,5,10,3,50,7/24/2026 0:00,Shipped,Cars,Land of Toys,NA,Yu,John Smith
10121,34,81.35,5,2765.9,8/7/2026 0:00,Cancelled,Cars,Reims,EMEA,Henriot,Na Li
`, want: `
john-smith 2026-Q3: revenue 2921, orders 1
rows 3 = 2 + 1 + 0
filtered 1 from 4: STATUS is "Cancelled"
note "ORDERDATE" is month/day/year: 7/24/2026 0:00 in row 2 can be nothing else
`},
	{name: "times and zones", profile: "orders", text: `
Order ID,Sales Rep,Order Date,Amount
1,Zhang Wei,2026-07-01T23:30:00Z,1
2,Zhang Wei,2026-07-01 00:00:00.000,1
3,Zhang Wei,2026年07月03日 星期五,1
4,"Smith, John",2026-07-04,"CNY 1,234.50"
5,john.smith@corp.com,2026-07-05,1
6,John  SMITH (Inactive),2026-07-05,1
`, want: `
john-smith 2026-Q3: revenue 1236.5, orders 3
zhang-wei 2026-Q3: revenue 3, orders 3
rows 6 = 6 + 0 + 0
note "Order Date" is in UTC (2026-07-01T23:30:00Z), and days are taken as written: export local times, or late hours count on the day before
`},
	{name: "duties of a group", profile: "start", text: `
销售人员,协作人,客户,签单日期,签单金额
张伟,李娜,甲,2026-07-01,100
李娜,,乙,2026-07-02,50
`, want: `
li-na 2026-Q3: contract_amount 50, orders 1
zhang-wei 2026-Q3: contract_amount 100, orders 1
rows 2 = 2 + 0 + 0
`},
	{name: "names that only look alike", profile: "orders", text: `
订单号,业务员,日期,金额
1,Lina,2026-07-01,1
2,张伟东,2026-07-01,1
3,张伟2,2026-07-01,1
4,张伟 1002,2026-07-01,1
5,离职员工,2026-07-01,1
`, want: `
rows 5 = 0 + 0 + 5
reject f.csv:2: 业务员 "Lina": there is no such person
reject f.csv:3: 业务员 "张伟东": there is no such person; did you mean 张伟 (zhang-wei)?
reject f.csv:4: 业务员 "张伟2": there is more than a name: if it is this person, add it to the aliases; did you mean 张伟 (zhang-wei)?
reject f.csv:5: 业务员 "张伟 1002": there is more than a name: if it is this person, add it to the aliases; did you mean 张伟 (zhang-wei)?
reject f.csv:6: 业务员 "离职员工": there is no such person
`},
}
