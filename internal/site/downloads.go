package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/export"
	"reviewfolio/internal/markup"
)

// downloads leads to the team's workbook and to the data that other programs
// read. Both are of the latest period, and so are the pages that lead there.
func (p *page) downloads(t audience.Team, q Period) Block {
	if q != p.latest {
		return Block{}
	}
	b := Block{ID: "downloads", Title: p.lang.Text("section.downloads")}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) { p.heads(h, "head.file", "head.content", "head.format") }, func(h *markup.HTML) {
		p.download(h, export.WorkbookFile(t.ID, p.view.Root()), p.lang.Text("download.workbook", t.Name), "download.sheets", "download.excel")
		p.download(h, export.FiguresFile, p.lang.Text("download.figures"), "download.figures-hold", "download.csv")
		p.download(h, export.BreakdownsFile, p.lang.Text("download.breakdowns"), "download.breakdowns-hold", "download.csv")
		p.download(h, export.DictionaryFile, p.lang.Text("download.dictionary"), "download.dictionary-holds", "download.csv")
		p.download(h, export.MetricsFile, p.lang.Text("download.metrics"), "download.metrics-hold", "download.csv")
	})
	b.Body = p.place(h)
	return b
}

func (p *page) download(h *markup.HTML, file, name, holds, format string) {
	h.Raw(`<tr><th scope="row"><a`).Attr("href", p.file(file)).Raw(`>`).Text(name).Raw(`</a></th><td class="txt">`).Text(p.lang.Text(holds)).
		Raw(`</td><td class="nb">`).Text(p.lang.Text(format)).Raw(`</td></tr>`)
}
