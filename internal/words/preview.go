package words

// previewWords holds what the preview says in the browser.
var previewWords = map[string]entry{
	// The badge in the corner.
	"preview.name":        {"预览", "Preview"},
	"preview.live":        {"已连接", "Live"},
	"preview.lost":        {"已断开，正在重连…", "Disconnected, reconnecting…"},
	"preview.errors":      {"%d 个错误", "%d {error|errors}"},
	"preview.warnings":    {"%d 个警告", "%d {warning|warnings}"},
	"preview.notes":       {"%d 条建议", "%d {note|notes}"},
	"preview.follow":      {"跟随", "Follow"},
	"preview.follow-hint": {"保存后自动跳到正在编辑的页面和段落", "Go to what is being edited"},
	"preview.source":      {"源文件", "Source"},
	"preview.source-hint": {"点击段落或数字，查看出自哪个文件；也可按住 Alt 点击", "Click a passage or a figure to see its file; or Alt-click"},

	// Faults over the page.
	"preview.faults":      {"错误和警告", "Errors and warnings"},
	"preview.faults-note": {"改好并保存后，这里自动消失。", "Mend and save, and this goes away."},
	"preview.error":       {"错误", "Error"},
	"preview.warning":     {"警告", "Warning"},
	"preview.note":        {"建议", "Note"},
	"preview.hint":        {"提示：%s", "Hint: %s"},
	"preview.untold":      {"另有 %d 处未列出", "%d more not listed"},
	"preview.page-broken": {"本页无法生成，显示的是上一次的内容", "This page cannot be written and stays as it last was"},
	"preview.page-gone":   {"网站中已没有本页，恢复后自动显示", "The site no longer has this page. It shows again when it is back."},
	"preview.close":       {"关闭", "Close"},

	// Where something is written.
	"preview.places":   {"源文件位置", "Where this is written"},
	"preview.no-place": {"这里没有对应的源文件", "Nothing in the portfolio is shown here alone"},
	"preview.copy":     {"复制", "Copy"},
	"preview.copied":   {"已复制", "Copied"},
	"preview.open":     {"在编辑器中打开", "Open in editor"},

	// Pages in place of a page.
	"preview.missing":      {"没有这个页面", "There is no such page"},
	"preview.missing-text": {"地址有误，或者对应的内容已移走。页面生成后，这里自动显示。", "The address is wrong, or its content has moved. When there is such a page, it shows here by itself."},
	"preview.home":         {"返回首页", "To the first page"},
	"preview.waiting":      {"网站还没有生成", "There is no site yet"},
	"preview.waiting-text": {"内容中有错误，改好保存后，这里自动显示。", "The content has errors. When they are mended, the page shows here by itself."},
	"preview.broken":       {"这个页面无法生成", "This page cannot be written"},
	"preview.broken-text":  {"出错原因见下，改好保存后，这里自动显示。", "Below is why. When it is mended, the page shows here by itself."},
	"preview.no-token":     {"请用终端里显示的完整地址打开预览。", "Open the preview with the full address that the terminal shows."},
}
