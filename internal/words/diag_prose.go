package words

// proseDiagnostics holds the texts of package prose, keyed as its diagnostics are.
var proseDiagnostics = map[string]entry{
	"raw-html":     {"原始 HTML %s 不会显示", "raw HTML %s is left out"},
	"comment-open": {"注释 <!-- 没有结束", "the comment <!-- has no end"},

	"link-empty":          {"链接没有地址", "the link has no address"},
	"link-text":           {"链接没有文字", "the link has no text"},
	"link-scheme":         {"链接不能以“%s”开头，只能是 http、https、mailto、person、team 或相对路径", `a link cannot begin with "%s"; it is http, https, mailto, person, team or a relative path`},
	"link-scheme.control": {"链接地址里有控制字符", "the link's address has control characters"},
	"link-scheme.foreign": {"链接“%s”指向别的主机，却没有写协议", `the link "%s" leads to another host without a scheme`},
	"link-scheme.colon":   {"“%s”后面是全角冒号", `"%s" is followed by a full-width colon`},
	"link-scheme.host":    {"网址“%s”缺少主机名", `the address "%s" has no host`},
	"remote-image":        {"图片必须放在本文件旁边，不能引用外部地址", "an image lies beside the file that shows it, not on another host"},

	"bad-anchor":       {"标题的标识“%s”只能用小写字母、数字和连字符，最长 64 个字符", `the heading's id "%s" may have lower-case letters, digits and hyphens, 64 at most`},
	"duplicate-anchor": {"标题的标识“%s”在本文件中重复", `the heading's id "%s" is taken in this file`},

	"figure-syntax.metric":   {"绑定数字缺少指标名", "the bound figure names no metric"},
	"figure-syntax.field":    {"绑定数字没有字段“%s”，可用 %s", `a bound figure has no field "%s"; it has %s`},
	"figure-syntax.key":      {"绑定数字没有参数“%s”，可用 %s", `a bound figure has no parameter "%s"; it has %s`},
	"figure-syntax.repeated": {"参数“%s”重复", `the parameter "%s" is given twice`},
	"figure-syntax.period":   {"期间应写作 2026、2026-H1、2026-Q3 或 2026-07，这里是“%s”", `want a period such as 2026, 2026-H1, 2026-Q3 or 2026-07, got "%s"`},
	"figure-syntax.id":       {"应是人员或团队的标识，这里是“%s”", `want the id of a person or a team, got "%s"`},
	"figure-syntax.both":     {"绑定数字只能属于一个人或一个团队，不能同时指定", "a bound figure is a person's or a team's, not both"},
	"figure-syntax.place":    {"绑定数字必须就地写出，不能用引用式链接、转义或尖括号", "a bound figure is written in place, without reference, escapes or angle brackets"},

	"action-empty":          {"待办没有内容", "the action says nothing"},
	"action-owner":          {"@ 后面应是人员标识，这里是“%s”", `want a person's id after @, got "%s"`},
	"action-owner.repeated": {"待办只能有一个负责人，前面已写 @%s", "an action has one owner, and @%s is before"},
	"action-due":            {"due: 后面应是 2026-12-15 这样的日期，这里是“%s”", `want a date such as 2026-12-15 after due:, got "%s"`},
	"action-due.repeated":   {"待办只能有一个截止日期", "an action has one due date"},
	"action-due.form":       {"due: 要用半角冒号，与日期之间不留空格", "due: has a half-width colon and no space before the date"},
	"action-id":             {"待办的标识“%s”只能用小写字母、数字和连字符，最长 64 个字符", `the action's id "%s" may have lower-case letters, digits and hyphens, 64 at most`},
	"action-id.repeated":    {"待办只能有一个标识", "an action has one id"},
	"action-tag":            {"%s 要写在待办文字之后", "%s stands before the end of the action's text"},
	"action-tag.owner":      {"%s 写在文字中间，不算负责人；负责人写在最后", "%s stands inside the text and owns nothing; the owner comes last"},

	"nesting":            {"引用、列表或缩进超过 %d 层", "quotes, lists or indentation go deeper than %d"},
	"table-too-wide":     {"表格有 %d 列，最多 %d 列", "the table has %d columns, more than %d"},
	"table-too-long":     {"本文件的表格超过 %d 个单元格", "the tables of this file have more than %d cells"},
	"line-too-long":      {"一行超过 %d KB 或 %d 个标记符号", "a line has more than %d KB or %d signs of markup"},
	"paragraph-too-long": {"一段超过 %d KB 或 %d 个标记符号，请用空行分段", "a paragraph has more than %d KB or %d signs of markup; part it with blank lines"},
	"too-many-notes":     {"脚注超过 %d 条", "there are more than %d footnotes"},

	"hint-markdown":      {"请用 Markdown 书写，给作者的提示写成 <!-- … -->", "write Markdown; a note to the writer is <!-- … -->"},
	"hint-comment-close": {"在注释末尾写 -->", "end the comment with -->"},
	"hint-write":         {"写成 %s", "write %s"},
}
