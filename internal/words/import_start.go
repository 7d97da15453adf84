package words

// startWords are what an import writes into files: the comments of a profile
// that --explain gives to start from, and parts that have no name of their own.
var startWords = map[string]entry{
	"import-part.none": {"未填写", "Not stated"},
	"import-part.rest": {"其他", "Other"},

	"imports-start.guessed":   {"按表头和内容推测，请逐项核对", "Guessed from the headers and cells: look it over."},
	"imports-start.missing":   {"缺：%s。把文件里的列名加到 columns", "Missing: %s. Add the file's headers to columns."},
	"imports-start.no-person": {"没有认出写人员的列，请改成对的列", "No column of people was recognised: name the right one."},
	"imports-start.people":    {"%[2]d 种值里认出 %[1]d 个人；其余写在 people 里：{column: …, people: {表里的写法: 人员 id}}", "%d of %d values are known people; name the others under people: {column: …, people: {VALUE: id}}"},
	"imports-start.blank":     {"这一列有空格；如果表示同上，把它写成 {headers: …, fill: true}", "This column has blank cells: if they mean the value above, write it as {headers: …, fill: true}."},
	"imports-start.actual":    {"按标题或表头看是实际数；是目标就去掉 side", "By title or headers these are actuals; without side they are targets."},
	"imports-start.no-date":   {"没有认出日期列，请改成对的列", "No column of dates was recognised: name the right one."},
	"imports-start.order":     {"日、月先后看不出来：写成 {column: …, order: dmy}（日在前）或 mdy（月在前）", "Days and months cannot be told apart: write {column: …, order: dmy} or mdy."},
	"imports-start.unit":      {"标题写到单位或币种，说不准是不是各列的单位：写 unit: 万元 或 unit: 元", "A title speaks of a unit or currency: write unit: 万元, or 元, K, M."},
	"imports-start.amounts":   {"金额列还有：%s", "Other columns of amounts: %s"},
	"imports-start.no-amount": {"没有认出金额列", "No column of amounts was recognised."},
	"imports-start.states":    {"“%s”有：%s。只有一部分算数时，写在 where 里", `"%s" has: %s. Where only some count, say so under where.`},
}
