package words

// caseWords holds the texts of the case library's index and its filter.
var caseWords = map[string]entry{
	"section.case-index": {"案例目录", "All cases"},
	"order.case-index":   {"共 %d 个，新的在前", "%d {case|cases}, newest first"},
	"foot.case-index":    {"主题是案例里点到的：标题或正文写出主题的名称、别名，或链接到那一节；都没有的是「未注明」。案例分析、总结与展望不算。", "The themes of a case are those it names: by a name or alias in its heading or text, or by a link to that section; otherwise “not named”. Case studies and summary and outlook do not count. "},
	"head.case":          {"案例", "Case"},
	"head.outcome":       {"结果", "Outcome"},
	"head.case-person":   {"人员", "Person"},
	"case.success":       {"成功", "Success"},
	"case.failure":       {"失败", "Failure"},
	"case.no-theme":      {"未注明", "not named"},
	"case.no-team":       {"无团队", "no team"},

	"filter.earlier": {"更早的 %d 个", "%d earlier"},

	"filter.cases": {"筛选案例", "Filter cases"},
	"filter.any":   {"全部", "All"},
	"filter.reset": {"清除筛选", "Clear filter"},
	"filter.shown": {"显示", "Shown:"},
	"filter.empty": {"没有同时符合这些条件的案例。放宽一项，或清除筛选。", "No case meets all of this. Widen one choice, or clear the filter."},
}
