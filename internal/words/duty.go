package words

// dutyWords say who has what to do.
var dutyWords = map[string]entry{
	"section.owners":     {"按负责人", "By owner"},
	"order.most-overdue": {"逾期多的在前", "most overdue first"},
	"head.overdue":       {"逾期", "Overdue"},
	"head.longest-due":   {"最长逾期天数", "Longest, days"},
	"head.open":          {"未关闭", "Open"},
	"head.done":          {"已完成", "Done"},
	"duty.overdue":       {"逾期 %d 项，最长 %d 天", "%d overdue, longest %d {day|days}"},
	"duty.open":          {"未关闭 %d 项", "%d open"},
	"duty.done":          {"已完成 %d 项", "%d done"},
	"duty.person":        {"个人页", "Person’s page"},
}
