package words

// sheetWords holds why a table cannot be read, keyed as the errors of package
// sheet are.
var sheetWords = map[string]entry{
	// Files of other kinds.
	"sheet-empty":     {"文件是空的", "the file is empty"},
	"sheet-folder":    {"这是文件夹，要给出其中的表格文件", "this is a folder: name a table in it"},
	"sheet-special":   {"这不是普通文件", "this is no regular file"},
	"sheet-encrypted": {"文件有密码，在 Excel 里去掉密码后再导入", "the file has a password: remove it in Excel first"},
	"sheet-xls":       {"这是 Excel 97–2003 的 .xls，用 Excel 另存为 .xlsx", "this is an .xls of Excel 97–2003: save it as .xlsx"},
	"sheet-xlsb":      {"这是二进制的 .xlsb，用 Excel 另存为 .xlsx", "this is a binary .xlsb: save it as .xlsx"},
	"sheet-ods":       {"这是 OpenDocument 文件（.ods），另存为 .xlsx", "this is an OpenDocument file (.ods): save it as .xlsx"},
	"sheet-numbers":   {"这是 Numbers 的文件，导出为 Excel（.xlsx）", "this is a Numbers file: export it to Excel (.xlsx)"},
	"sheet-html":      {"文件内容是网页，不是表格（有些系统导出的 .xls 就是这样）。用 Excel 打开后另存为 .xlsx", "the file holds a web page and no table, as the .xls of some systems do: open it in Excel and save it as .xlsx"},
	"sheet-xml":       {"文件内容是 XML，不是表格。用 Excel 打开后另存为 .xlsx", "the file holds XML and no table: open it in Excel and save it as .xlsx"},
	"sheet-archive":   {"这是压缩包，先解压，再导入其中的表格", "this is an archive: unpack it and import the table in it"},
	"sheet-other":     {"这是 %s 文件，不是表格", "this is a file of kind %s and no table"},
	"sheet-no-sheets": {"工作簿里没有工作表", "the workbook has no sheet with cells"},

	// Files that are not whole.
	"sheet-truncated":        {"文件不完整，后面一段缺失。重新下载或导出一次", "the file is cut off: download or export it again"},
	"sheet-damaged":          {"工作簿已损坏：%s 读不出来。用 Excel 打开并修复，或重新导出", "the workbook is damaged, %s cannot be read: repair it in Excel or export it again"},
	"sheet-doctype":          {"工作簿的 %s 带有文档类型声明，出于安全不读取", "%s of the workbook has a document type, which is not read for safety"},
	"sheet-binary":           {"第 %d 行有不属于文本的字节，这不是表格文件", "line %d holds bytes that are no text: this is no table"},
	"sheet-text-damaged":     {"第 %d 行有不合 %s 编码的字节，文件混了编码或已损坏", "line %d holds bytes that are not %s: the file mixes encodings or is damaged"},
	"sheet-encoding-unknown": {"编码认不出来，从第 %d 行起读不通。另存为 UTF-8 的 CSV", "the encoding is unknown, from line %d on: save it as CSV in UTF-8"},

	// Files that ask for too much.
	"sheet-too-large":          {"文件有 %d MiB，最多读 %d MiB", "the file has %d MiB, at most %d MiB are read"},
	"sheet-entries":            {"工作簿里的文件超过 %d 个", "the workbook holds more than %d files"},
	"sheet-part-too-large":     {"工作簿的 %s 解压后有 %d MiB，最多读 %d MiB", "%s of the workbook unpacks to %d MiB, at most %d MiB are read"},
	"sheet-total":              {"工作簿解压后超过 %d MiB", "the workbook unpacks to more than %d MiB"},
	"sheet-bomb":               {"工作簿的 %s 解压到 %d MiB，超过压缩大小的 %d 倍，像是压缩炸弹，不读取", "%s of the workbook unpacks to %d MiB, over %d times its packed size, as zip bombs do: it is not read"},
	"sheet-bomb.total":         {"工作簿解压到 %d MiB，超过文件大小的 %d 倍，像是压缩炸弹，不读取", "the workbook unpacks to %d MiB, over %d times the size of the file, as zip bombs do: it is not read"},
	"sheet-columns":            {"工作表占 %d 列，最多读 %d 列。删掉右侧的空列，或把表复制到新的工作表", "the sheet takes %d columns, at most %d are read: delete the empty ones to the right, or copy the table to a new sheet"},
	"sheet-columns.row":        {"第 %d 行至少有 %d 列，最多读 %d 列", "row %d has %d columns or more, at most %d are read"},
	"sheet-rows":               {"表有 %d 行以上，最多读 %d 行", "the table has %d rows or more, at most %d are read"},
	"sheet-cell-too-long":      {"第 %d 行有一格超过 %d 字节", "row %d has a cell of more than %d bytes"},
	"sheet-cell-too-long.part": {"工作簿的 %s 里有一格超过 %d 字节", "%s of the workbook has a cell of more than %d bytes"},
	"sheet-line-too-long":      {"第 %d 行超过 %d MiB，这不像表格", "line %d is longer than %d MiB: this is hardly a table"},
	"sheet-texts":              {"工作簿里不同的文字超过 %d 条", "the workbook has more than %d different texts"},
	"sheet-merged":             {"工作表的合并单元格超过 %d 处", "the sheet has more than %d merged ranges"},

	// Values.
	"cell-not-a-number":    {"“%s”不是数字", `"%s" is no number`},
	"cell-groups":          {"“%s”的千分位不对", `"%s" sets its thousands apart wrongly`},
	"cell-number-too-long": {"“%s”位数太多", `"%s" has too many digits`},
	"cell-comma-decimal":   {"“%s”用逗号作小数点，而本列其他值用点", `"%s" has a decimal comma, other than its column`},
	"cell-point-decimal":   {"“%s”用点作小数点，而本列其他值用逗号", `"%s" has a decimal point, other than its column`},
	"cell-fault":           {"单元格是错误值 %s", "the cell holds the error %s"},
	"cell-uncached":        {"公式还没有算出的值，用 Excel 打开并保存一次", "the formula has no value yet: open the file in Excel and save it"},
	"cell-not-a-date":      {"“%s”不是日期", `"%s" is no date`},
	"cell-date-no-year":    {"“%s”没有写哪一年：导出时带上年份，或在表里补上", `"%s" does not say of which year: export it with the year, or add it`},
	"cell-date-order":      {"“%s”可以是 %s，也可以是 %s", `"%s" may be %s or %s`},

	// Columns.
	"column-dates-ambiguous": {"日期的日、月先后无法确定：第 %d 行“%s”可以是 %s，也可以是 %s，没有一个值能区分", `day and month cannot be told apart: "%[2]s" in row %[1]d may be %[3]s or %[4]s, and no value decides`},
	"column-dates-mixed":     {"日期的日、月先后不一致：第 %d 行“%s”日在前，第 %d 行“%s”月在前", `day and month change places: "%[2]s" in row %[1]d has the day first, "%[4]s" in row %[3]d the month`},
	"column-dates-swapped":   {"日期像是在转换时日月颠倒：第 %d 行“%s”仍是文字，而第 %d 行 %s 已成日期，且所有日期都不超过 12 日。从系统重新导出，不要先用 Excel 打开", `some dates look as if a program took days for months: "%[2]s" in row %[1]d stayed text, %[4]s in row %[3]d became a date, and no date is past the 12th. Export it again and do not open it in Excel first`},
}
