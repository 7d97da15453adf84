package words

// postingWords holds the texts of the verb import and of what it writes.
var postingWords = map[string]entry{
	// What stands in the way of writing, and what people should know.
	"posting-faulty":         {"文件有错误，先改正再导入", "the file has errors: mend them before an import"},
	"posting-no-report":      {"%s 没有 %s 的述职", "%s has no report of %s"},
	"hint-posting-create":    {"加 --create 新建（状态 open）", "--create begins it, with status open"},
	"posting-changed":        {"文件刚被别人改过", "the file was changed meanwhile"},
	"hint-posting-again":     {"没有写入任何文件，请重新导入", "nothing was written: import again"},
	"posting-settled":        {"%s 的 %s 述职已由本人确认，导入会改动其中的数据", "the report of %s for %s is acknowledged, and its figures change"},
	"posting-settled.shared": {"%s 的 %s 述职已反馈本人，导入会改动其中的数据", "the report of %s for %s is shared, and its figures change"},

	"posting-steps-gone": {"%s：述职里原有 %s 的数，这次的文件里没有，按 0 计；核对导出的时间范围", "%s: the files have nothing of %s, which the report states, and 0 is taken: see that they are of the whole period"},

	// The verb.
	"verb.import":          {"从 Excel 表或 CRM 导出的文件导入数据", "import figures from Excel files and CRM exports"},
	"flag.profile":         {"NAME|导入模板：内置的，或 content/imports/NAME.yaml", "NAME|the profile: a built-in one, or content/imports/NAME.yaml"},
	"flag.create":          {"新建还没有的述职，状态为 open", "begin reports that do not exist, with status open"},
	"flag.dry-run":         {"只显示会改什么，不写文件", "show what would change, and write nothing"},
	"flag.allow-rejects":   {"有的行不能用时，照样导入其余的行", "import the other rows where some cannot be used"},
	"flag.import-period":   {"PERIOD|只导入这个期间", "PERIOD|rows of this period only"},
	"flag.import-as-of":    {"DATE|文件导出的日期，期末时点数按它取", "DATE|the day the files were made, for figures that are the state of a day"},
	"flag.import-format":   {"FORMAT|输出格式：text 或 json，默认为 text", "FORMAT|text or json; text unless given"},
	"flag.rejects":         {"FILE|把不能用的行全部写入这个 CSV 文件", "FILE|write all rows that cannot be used to this CSV file"},
	"flag.explain":         {"说明文件里有什么、适合哪个模板，并给出一个可以改用的模板；不导入", "say what the files hold, which profiles fit, and a profile to start from; imports nothing"},
	"no-file":              {"没有文件 %s", "there is no file %s"},
	"posting.text":         {"%s", "%s"},
	"posting.file":         {"%s：%s", "%s: %s"},
	"posting.own-profile":  {"用的是 %s，不是内置的同名模板", "%s is taken, not the built-in profile of this name"},
	"posting.more-rejects": {"  另有 %d 行；用 --rejects FILE 全部写出", "  %d {row|rows} more; --rejects FILE writes them all"},
	"posting.head":         {"%s（%s）%s", "%s (%s), %s"},
	"posting.head-new":     {"%s（%s）%s，新建述职", "%s (%s), %s, a new report"},
	"posting.target":       {"%s目标", "%s, target"},
	"posting.part":         {"%s·%s", "%s: %s"},
	"posting.unit":         {"%s（%s）", "%s (%s)"},
	"posting.gone":         {"不再出现", "no longer there"},
	"posting.kept":         {"有 %d 个数据这次导入没有，保持原样：%s", "%d {figure|figures} kept, as the import has nothing for {it|them}: %s"},
	"posting.and-more":     {"等", " and others"},
	"posting.drifted":      {"正文里有 %d 处数字与导入后的数据不符；check --fix 会改写", "%d {figure|figures} in the texts will not fit the new data; check --fix rewrites them"},
	"posting.equal":        {"%d 个数据已经一致，不改", "%d {figure is|figures are} stated so already"},
	"posting.nothing":      {"没有要改的", "nothing to change"},
	"posting.would":        {"会改 %d 个数据，%d 个文件；没有写入", "%d {figure|figures} in %d {file|files} would change; nothing was written"},
	"posting.done":         {"改了 %d 个数据，%d 个文件", "%d {figure|figures} in %d {file|files} changed"},
	"posting.failed":       {"没有写入任何文件", "nothing was written"},
	"posting.rejected":     {"有 %d 行不能用，没有写入任何文件", "%d {row|rows} cannot be used: nothing was written"},
	"hint-posting-rejects": {"改正后重新导入；只导入其余的行用 --allow-rejects", "mend them and import again, or import the others with --allow-rejects"},
	"posting.changed":      {"%s 刚被别人改过，没有写入任何文件", "%s was changed meanwhile: nothing was written"},
}
