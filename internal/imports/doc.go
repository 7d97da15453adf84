// Package imports makes figures of tables: exports of a CRM, order lists,
// target sheets.
//
// In go a profile, which says what the columns of a table mean, and the rows
// of package sheet; out come the figures of people and teams by period, and
// what became of every row. [Run] does it, [Explain] says what a file holds
// and which profile fits. Nothing is written: package posting does that.
//
// A profile is YAML, content/imports/<name>.yaml or built in; package source
// reads it, and reviewfolio schema import lists every key.
//
//	sheet: [订单, Orders]          # names it may have, "*" is all; else the first that holds the columns
//	header: 3                     # its row; else the first row that holds the columns
//	columns:                      # names for the rest of the profile, each with the headers it may have
//	  order: [订单号, Order ID]     # the first that is there counts
//	  owner: 负责人
//	  下单日期:                     # the name itself is the header
//	  amount: 金额
//	  refund: {headers: 退款, optional: true}   # without it, what uses it is left out, and told
//	  team: {headers: 部门, fill: true}         # a blank cell takes the value above
//	lookups:                      # a column that another table of the files holds
//	  returned: {on: order, key: 订单号, value: 退回}
//	id: order                     # a record that comes twice counts once, one with its id and other contents is a reject
//	person: {column: owner, by: [id, name, alias], people: {华东: zhang-wei}}   # or team:
//	date: {column: 下单日期, order: dmy}        # order is needed only where the column does not tell
//	unit: 万元                     # of money; else what headers, titles and remarks around the table say
//	currency: {column: cur, multiply_by: rate} # or divide_by; without a rate, another currency is a reject
//	where:                        # rows that count; all must hold
//	  status: {not: [作废]}         # is (or just a list), not, contains, lacks, empty
//	metrics:                      # sum, count (rows, or filled cells), distinct, last
//	  revenue: {sum: amount, minus: refund}
//	  orders: {distinct: order}
//	  returns: {distinct: order, where: {returned: 是}}
//	  opportunities: {count: rows, date: created}
//	  pipeline: {sum: amount, date: as-of, where: {stage: {lacks: [won, lost]}}}   # the state of the day the file was made
//	targets: {revenue: {sum: goal}}            # the same, of targets
//	wide: {metric: revenue, metric_column: 指标, side: target, year: 2026}   # a column for each month, quarter, half or year
//	breakdowns:
//	  customer: {column: customer, top: 10, names: {老: 老客户}}
//	series: [revenue]             # by month as well
//
// Headers are compared without width, case, spaces, brackets of units and
// marks such as * and （必填）. A row counts for all metrics that want it or is
// rejected whole. Whoever has rows of a period by one date has 0 of the
// metrics by that date that none of the rows is for: who won three deals and
// lost none has lost 0.
package imports
