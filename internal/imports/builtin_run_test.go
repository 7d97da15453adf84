package imports

import (
	"testing"

	"reviewfolio/internal/model"
)

func day(s string) model.Date {
	d, _ := model.ParseDate(s)
	return d
}

// TestBuiltInRuns: exports with the headers that the systems write.
func TestBuiltInRuns(t *testing.T) {
	for _, c := range []struct {
		name string
		trial
		want string
	}{
		{"Zoho deals: won on the closing date, open ones are pipeline", trial{profile: "zoho-deals", options: Options{AsOf: day("2026-10-08")}, files: []string{
			"Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Type,Lead Source,Created Time(Created Time),Currency,Exchange Rate,Reason For Loss\n" +
				"zcrm_1,zcrm_9,Zhang Wei,\"¥1,000.00\",D1,2026-07-20,zcrm_a,A公司,Closed Won,New Business,Web,2026-05-02 13:20:35,CNY,1,\n" +
				"zcrm_2,zcrm_9,Zhang Wei,500,D2,2026-08-20,zcrm_b,B公司,Closed Won,Existing Business,Web,2026-07-02 13:20:35,CNY,1,\n" +
				"zcrm_3,zcrm_9,Zhang Wei,700,D3,2026-08-21,zcrm_b,B公司,Closed Lost to Competition,,Web,2026-07-03 13:20:35,CNY,1,Price\n" +
				"zcrm_4,zcrm_9,Zhang Wei,900,D4,2026-12-21,zcrm_b,B公司,Negotiation/Review,,Web,2026-08-03 13:20:35,CNY,1,\n" +
				"zcrm_5,zcrm_8,Li Na,100,D5,2026-09-21,zcrm_c,C公司,Closed Won,,Web,2026-08-03 13:20:35,USD,0.125,\n" +
				"zcrm_5,zcrm_8,Li Na,100,D5,2026-09-21,zcrm_c,C公司,Closed Won,,Web,2026-08-03 13:20:35,USD,0.125,\n"}},
			// 100 USD ÷ 0.125 USD per CNY = 800. D1 and D2 make 1500 in Q3. Created: D1 in Q2, three in Q3.
			// The one deal that is open is 900, on the day of the export, in Q4.
			`
li-na 2026-Q3 revenue = 800
li-na 2026-Q3 opportunities = 1
li-na 2026-Q3 won = 1
li-na 2026-Q3 lost = 0
li-na 2026-Q3 customer/C公司 = 800
li-na 2026-Q3 customer_type/未填写 = 800
li-na 2026-Q3 revenue 2026-07 = 0
li-na 2026-Q3 revenue 2026-08 = 0
li-na 2026-Q3 revenue 2026-09 = 800
li-na 2026-Q3 opportunities 2026-07 = 0
li-na 2026-Q3 opportunities 2026-08 = 1
li-na 2026-Q3 won 2026-07 = 0
li-na 2026-Q3 won 2026-08 = 0
li-na 2026-Q3 won 2026-09 = 1
zhang-wei 2026-Q2 opportunities = 1
zhang-wei 2026-Q2 opportunities 2026-05 = 1
zhang-wei 2026-Q2 opportunities 2026-06 = 0
zhang-wei 2026-Q3 revenue = 1500
zhang-wei 2026-Q3 opportunities = 3
zhang-wei 2026-Q3 won = 2
zhang-wei 2026-Q3 lost = 1
zhang-wei 2026-Q3 customer/A公司 = 1000
zhang-wei 2026-Q3 customer/B公司 = 500
zhang-wei 2026-Q3 customer_type/New Business = 1000
zhang-wei 2026-Q3 customer_type/Existing Business = 500
zhang-wei 2026-Q3 loss_reason/Price = 1
zhang-wei 2026-Q3 revenue 2026-07 = 1000
zhang-wei 2026-Q3 revenue 2026-08 = 500
zhang-wei 2026-Q3 revenue 2026-09 = 0
zhang-wei 2026-Q3 opportunities 2026-07 = 2
zhang-wei 2026-Q3 opportunities 2026-08 = 1
zhang-wei 2026-Q3 won 2026-07 = 1
zhang-wei 2026-Q3 won 2026-08 = 1
zhang-wei 2026-Q3 won 2026-09 = 0
zhang-wei 2026-Q3 lost 2026-07 = 0
zhang-wei 2026-Q3 lost 2026-08 = 1
zhang-wei 2026-Q3 lost 2026-09 = 0
zhang-wei 2026-Q4 pipeline = 900
rows 6 = 5 + 1 + 0
filtered 1 from 7: a record once more, with the same id and contents
note USD: 2 rows converted by their own rate
`},
		{"a deal older than its owner's time here counts where it was won", trial{profile: "zoho-deals", files: []string{
			"Deal Owner,Amount,Closing Date,Stage,Created Time\n赵强,5,2026-06-01,Closed Won,2026-08-01\n"}},
			`
zhao-qiang 2026-Q2 revenue = 5
zhao-qiang 2026-Q2 won = 1
zhao-qiang 2026-Q2 lost = 0
zhao-qiang 2026-Q2 revenue 2026-06 = 5
zhao-qiang 2026-Q2 won 2026-06 = 1
rows 1 = 1 + 0 + 0
note pipeline is the state of a day: say when the file was made (--as-of)
note opportunities: not counted of 1 row, when the person was in no team
note left out for want of their columns: customer, customer_type, loss_reason
`},
		{"Zoho leads: junk does not count", trial{profile: "zoho-leads", files: []string{
			"Record Id,Lead Owner.id,Lead Owner,Is Converted,Company,Lead Status,Created Time\n" +
				"zcrm_1,zcrm_9,Zhang Wei,true,A,Contacted,2026-07-20 10:00:00\n" +
				"zcrm_2,zcrm_9,Zhang Wei,false,B,Junk Lead,2026-07-20 10:00:00\n" +
				"zcrm_3,zcrm_9,Zhang Wei,false,B,,2026-08-20 10:00:00\n"}},
			`
zhang-wei 2026-Q3 leads = 2
zhang-wei 2026-Q3 leads 2026-07 = 1
zhang-wei 2026-Q3 leads 2026-08 = 1
rows 3 = 2 + 1 + 0
filtered 1 from 3: Lead Status is "Junk Lead"
`},
		{"Fxiaoke orders: voided ones do not count", trial{profile: "fxiaoke-orders", files: []string{
			"销售订单编号（必填）,客户名称,下单日期,销售订单金额（元）,负责人,负责人主属部门,生命状态\n" +
				"SO1,A公司,2026-07-01,\"1,200.50\",张伟,华东区,正常\n" +
				"SO2,B公司,2026-07-02,300,张伟,华东区,作废\n" +
				"SO3,B公司,2026年8月3日,99.5,张伟,华东区,变更中\n"}},
			// 1200.5 + 99.5 = 1300
			`
zhang-wei 2026-Q3 revenue = 1300
zhang-wei 2026-Q3 orders = 2
zhang-wei 2026-Q3 customer/A公司 = 1200.5
zhang-wei 2026-Q3 customer/B公司 = 99.5
zhang-wei 2026-Q3 revenue 2026-07 = 1200.5
zhang-wei 2026-Q3 revenue 2026-08 = 99.5
zhang-wei 2026-Q3 orders 2026-07 = 1
zhang-wei 2026-Q3 orders 2026-08 = 1
rows 3 = 2 + 1 + 0
filtered 1 from 3: 生命状态 is "作废"
note there is no column "状态": its condition is left out
`},
		{"Fxiaoke opportunities", trial{profile: "fxiaoke-opportunities", files: []string{
			"商机名称,客户名称,商机金额(元),预计成交日期,商机阶段,阶段状态,负责人,创建时间,生命状态\n" +
				"O1,A,100,2026-07-01,交付,赢单,张伟,2026-06-01 09:00,正常\n" +
				"O2,A,200,2026-07-01,方案/报价,进行中,张伟,2026-07-01 09:00,正常\n" +
				"O3,A,300,2026-07-01,失败,输单,张伟,2026-07-01 09:00,正常\n" +
				"O4,A,400,2026-07-01,无,无效,张伟,2026-07-01 09:00,正常\n"}},
			`
zhang-wei 2026-Q2 opportunities = 1
zhang-wei 2026-Q2 opportunities 2026-06 = 1
zhang-wei 2026-Q3 contract_amount = 100
zhang-wei 2026-Q3 opportunities = 2
zhang-wei 2026-Q3 won = 1
zhang-wei 2026-Q3 lost = 1
zhang-wei 2026-Q3 contract_amount 2026-07 = 100
zhang-wei 2026-Q3 opportunities 2026-07 = 2
zhang-wei 2026-Q3 won 2026-07 = 1
zhang-wei 2026-Q3 lost 2026-07 = 1
rows 4 = 3 + 1 + 0
filtered 1 from 5: 阶段状态 is "无效"
note pipeline is the state of a day: say when the file was made (--as-of)
note left out for want of their columns: loss_reason, competitor
`},
		{"Fxiaoke payments", trial{profile: "fxiaoke-payments", files: []string{
			"回款编号,回款日期,回款金额(元),负责人\nP1,2026-07-01,100,张伟\nP2,2026-07-05,-20,张伟\n"}},
			`
zhang-wei 2026-Q3 collections = 80
zhang-wei 2026-Q3 collections 2026-07 = 80
rows 2 = 2 + 0 + 0
note there is no column "生命状态": its condition is left out
`},
		{"Salesforce report with its footer", trial{profile: "salesforce-opportunities", site: "currency: USD\nlanguage: en\n", files: []string{
			"Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,Created Date\n" +
				"Zhang Wei,Acme,X,Closed Won,Q3-2026,\"$1,000\",100,3,8/13/2026,7/1/2026\n" +
				"Zhang Wei,Acme,Y,Prospecting,Q3-2026,$500,10,3,9/30/2026,7/2/2026\n" +
				"Grand Totals (2 records),,,,,,,,,\n,,,,,,,,,\nConfidential Information - Do Not Distribute,,,,,,,,,\n"}},
			`
zhang-wei 2026-Q3 revenue = 1000
zhang-wei 2026-Q3 opportunities = 2
zhang-wei 2026-Q3 won = 1
zhang-wei 2026-Q3 lost = 0
zhang-wei 2026-Q3 customer/Acme = 1000
zhang-wei 2026-Q3 revenue 2026-08 = 1000
zhang-wei 2026-Q3 opportunities 2026-07 = 2
zhang-wei 2026-Q3 won 2026-08 = 1
rows 4 = 2 + 2 + 0
filtered 1 from 4: a total of other rows
filtered 1 from 6: a remark: only one cell is filled
note pipeline is the state of a day: say when the file was made (--as-of)
note "Close Date" is month/day/year: 8/13/2026 in row 2 can be nothing else
note "Created Date" is read like "Close Date"
note no row is among what lost counts; "Stage" has: Prospecting
note left out for want of their columns: customer_type, loss_reason
`},
		{"a plain order list in English, semicolons", trial{profile: "orders", site: "language: en\n", files: []string{
			"Order ID;Sales Rep;Order Date;Product;Qty;Amount;Profit\n" +
				"1;Li Na;2026-07-01;Pen;3;30.10;10\n1;Li Na;2026-07-01;Ink;1;9.90;1\n"}},
			`
li-na 2026-Q3 revenue = 40
li-na 2026-Q3 gross_profit = 11
li-na 2026-Q3 orders = 1
li-na 2026-Q3 units = 4
li-na 2026-Q3 product/Pen = 30.1
li-na 2026-Q3 product/Ink = 9.9
li-na 2026-Q3 revenue 2026-07 = 40
li-na 2026-Q3 orders 2026-07 = 1
rows 2 = 2 + 0 + 0
note there is no column "状态, 审批状态, 阶段": its condition is left out
note left out for want of their columns: channel, region, industry, customer
`},
	} {
		r, err := c.run(t)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		check(t, c.name, told(r), c.want)
	}
}
