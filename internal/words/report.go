package words

// reportWords holds the texts of check --report.
var reportWords = map[string]entry{
	"flag.report":         {"列出谁还没交、缺什么、轮到谁，代替问题列表；可用 --format json", "print who has not handed in, what is lacking and whose turn it is, instead of the faults; also with --format json"},
	"flag.period":         {"PERIOD|--report 的期间，默认为该交的最近一期", "PERIOD|of --report; the last that reports are asked for unless given"},
	"flag.as-of":          {"DATE|--report 按哪一天算逾期，默认按 site.yaml", "DATE|by which --report counts days late; as site.yaml says unless given"},
	"flag.no-color":       {"不用颜色", "no colours"},
	"usage.report-format": {"--report 没有 %s 格式", "--report has no format %s"},
	"usage.report-only":   {"--period 和 --as-of 要与 --report 一起用", "--period and --as-of go with --report"},
	"report.nobody":       {"没有要交的述职", "no reports are asked for"},
	"report.summary":      {"%s：已交 %d / %d；述职 %s、点评 %s 截止；截至 %s", "%s: %d of %d reports; reports due %s, comments %s; as of %s"},
	"report.manager":      {"主管", "Manager"},
	"report.rest":         {"其余 %d 人不缺什么，也不等谁", "%d more {lacks|lack} nothing and {waits|wait} for nobody"},
	"report.themes":       {"主题 %s", "themes %s"},
	"report.report":       {"述职", "report"},
	"report.comments":     {"点评 %s", "comments %s"},
	"report.parts":        {"%s的点评缺%s", "%s’s comment lacks %s"},
}
