package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/export"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// page is one page being written. It is used by one goroutine and once.
type page struct {
	*Site
	links
	at      Address
	scope   Scope  // whose page it is; bound figures default to it
	period  Period // of which period; zero on pages of none
	scales  scales
	tips    int  // how many explanations stand on the page, for their ids
	charts  int  // how many charts, for theirs
	filters bool // whether a table of the page can be filtered
	pieces  markup.Pieces
	origins origins // nil but where somebody asks

	divisions map[divided]*audience.Division // what the page splits, so that it is read once
}

func (s *Site) newPage(at Address) *page {
	return &page{Site: s, at: at, links: linksFrom(at, s.info.BaseURL)}
}

// place hands a finished piece to the templates.
func (p *page) place(h *markup.HTML) template.HTML { return p.pieces.Place(h) }

// Common is what every template may use.
type Common struct {
	lang  words.Lang
	links links
}

func (p *page) common() Common { return Common{p.lang, p.links} }

// T returns the interface word of the key.
func (c Common) T(key string, args ...any) string { return c.lang.Text(key, args...) }

// Asset returns the link to a file in assets/.
func (c Common) Asset(name string) string { return c.links.file("assets/" + name) }

// Frame is what base.html gets: the page around the part that is its own.
type Frame struct {
	Common
	Kind      string
	Lang      string
	Title     string // of the window
	SiteTitle string
	Home      string // link
	Logo      string // file in assets/, or ""
	Words     *frameWords
	Styles    template.HTML // the style sheets, and the script that must come first
	Scripts   template.HTML // the other scripts, those of charts where the page has some
	Rail      template.HTML
	Crumbs    template.HTML
	Periods   template.HTML
	Colophon  template.HTML
	Main      any // what the template of the kind gets: a struct with a Head and its blocks
}

// frameWords are the interface words of the frame, looked up once a site.
type frameWords struct{ Skip, Contents, Close, Breadcrumb, SwitchTheme string }

func newFrameWords(l words.Lang) frameWords {
	return frameWords{
		Skip: l.Text("skip"), Contents: l.Text("contents"), Close: l.Text("close"),
		Breadcrumb: l.Text("breadcrumb"), SwitchTheme: l.Text("switch-theme"),
	}
}

// styles writes the links of the page's head, which every page has and only
// the way to assets/ tells apart.
func (p *page) styles() template.HTML {
	h := new(markup.HTML)
	sheets := []string{"assets/tokens.css", "assets/site.css"}
	if p.info.Accent != "" {
		sheets = append(sheets, "assets/look.css")
	}
	for _, name := range sheets {
		h.Raw(`<link rel="stylesheet"`).Attr("href", p.file(name)).Raw(">\n")
	}
	h.Raw(`<script`).Attr("src", p.file("assets/theme.js")).Raw("></script>\n")
	return p.place(h)
}

// scripts writes the scripts at the page's end, in the order they need.
func (p *page) scripts() template.HTML {
	names := []string{"assets/site.js"}
	if p.charts > 0 {
		names = []string{"assets/echarts.min.js", "assets/chart-options.js", "assets/charts.js", "assets/site.js"}
	}
	if p.filters {
		names = append(names, "assets/filter.js")
	}
	h := new(markup.HTML)
	for _, name := range names {
		h.Raw("\n<script").Attr("src", p.file(name)).Raw(` defer></script>`)
	}
	return p.place(h.Raw("\n"))
}

// Head is how every page begins: what it is, then the answer in one sentence.
type Head struct {
	Kicker   template.HTML
	Headline string
	Status   template.HTML
	Lead     string
}

// Block is one section of a page; without a body it is not shown.
type Block struct {
	ID    string
	Title string
	Note  string // how it is ordered, or what it is measured against
	Body  template.HTML
	Foot  string // how totals are made, who is excluded
}

// html returns the block as a section of the page. Templates place it.
func (b Block) html() template.HTML {
	if b.Body == "" {
		return ""
	}
	h := new(markup.HTML)
	h.Raw("\n<section class=\"blk\"")
	if b.ID != "" {
		h.Attr("id", b.ID)
	}
	h.Raw(">\n<header><h2>").Text(b.Title).Raw("</h2>")
	if b.Note != "" {
		h.Raw(`<p class="note">`).Text(b.Note).Raw(`</p>`)
	}
	h.Raw("</header>\n").Piece(b.Body)
	if b.Foot != "" {
		h.Raw(`<p class="foot">`).Text(b.Foot).Raw(`</p>`)
	}
	return h.Raw("\n</section>\n").Template()
}

// crumb is one step of the way to the page; the last has no address.
type crumb struct {
	name string
	to   Address
	link bool
}

// where says how the frame shows the page's place.
type where struct {
	kind    string
	title   string
	team    TeamID // current in the tree
	entry   Address
	crumbs  []crumb
	periods periodSwitch
}

// write fills the template of the kind with its data, in the frame.
func (p *page) write(w io.Writer, at where, data any) error {
	frame := p.frame(at, data)
	return p.pieces.Fill(w, func(w io.Writer) error { return p.src.Layouts.write(w, at.kind, string(p.at), frame) })
}

func (p *page) frame(at where, data any) Frame {
	title := at.title
	if title != p.info.Title {
		title += " · " + p.info.Title
	}
	return Frame{
		Common: p.common(), Kind: at.kind, Lang: p.lang.String(), Title: title, SiteTitle: p.info.Title,
		Home: p.to(home, ""), Logo: p.info.Logo, Words: &p.words, Styles: p.styles(), Scripts: p.scripts(),
		Rail: p.rail(at), Crumbs: p.crumbs(at.crumbs), Periods: p.switchPeriods(at.periods), Colophon: p.colophon(),
		Main: data,
	}
}

func (p *page) crumbs(steps []crumb) template.HTML {
	h := new(markup.HTML)
	for i, c := range steps {
		if i == len(steps)-1 {
			h.Raw(`<li aria-current="page"><bdi>`).Text(c.name).Raw(`</bdi></li>`)
			break
		}
		h.Raw(`<li>`)
		if c.link {
			p.href(h.Raw(`<a`), c.to).Raw(`><bdi>`).Text(c.name).Raw(`</bdi></a>`)
		} else {
			h.Text(c.name)
		}
		h.Raw(`</li>`)
	}
	return p.place(h)
}

// teamCrumbs is the way from the root to the team, all of it links.
func (p *page) teamCrumbs(id TeamID) []crumb {
	var steps []crumb
	for id != "" {
		t, ok := p.view.Team(id)
		if !ok {
			break
		}
		to := teamAddress(id)
		if t.Parent == "" {
			to = home
		}
		steps = append([]crumb{{t.Name, to, true}}, steps...)
		id = t.Parent
	}
	return steps
}

// periodSwitch leads to the same kind of page of another period.
type periodSwitch struct {
	current Period
	label   string // of the current one; its name by default
	all     []Period
	to      func(Period) Address
}

func (p *page) switchPeriods(sw periodSwitch) template.HTML {
	if sw.to == nil || len(sw.all) == 0 {
		return ""
	}
	label := sw.label
	if label == "" {
		label = p.periodName(sw.current)
	}
	at := -1
	for i, q := range sw.all {
		if q == sw.current {
			at = i
		}
	}
	h := new(markup.HTML)
	h.Raw(`<div class="per" role="group"`).Attr("aria-label", p.lang.Text("period")).Raw(`>`)
	p.step(h, sw, at-1, at >= 0, "period.previous", "‹")
	h.Raw(`<details class="pick"><summary class="btn"><b>`).Text(label).Raw(`</b></summary><ul>`)
	for i := len(sw.all) - 1; i >= 0; i-- {
		p.href(h.Raw(`<li><a`), sw.to(sw.all[i]))
		if i == at {
			h.Raw(` aria-current="page"`)
		}
		h.Raw(`>`).Text(p.periodName(sw.all[i])).Raw(`</a></li>`)
	}
	h.Raw(`</ul></details>`)
	p.step(h, sw, at+1, at >= 0, "period.next", "›")
	h.Raw(`</div>`)
	return p.place(h)
}

func (p *page) step(h *markup.HTML, sw periodSwitch, i int, known bool, key, sign string) {
	if !known || i < 0 || i >= len(sw.all) {
		h.Raw(`<span class="btn step" aria-hidden="true">`).Text(sign).Raw(`</span>`)
		return
	}
	p.href(h.Raw(`<a class="btn step"`), sw.to(sw.all[i])).Attr("aria-label", p.lang.Text(key)+" "+p.periodName(sw.all[i])).Raw(`>`).Text(sign).Raw(`</a>`)
}

func (p *page) colophon() template.HTML {
	h := new(markup.HTML)
	if asOf := p.info.AsOf; !asOf.IsZero() {
		h.Raw(`<span>`).Text(p.lang.Text("as-of", asOf.String())).Raw(`</span>`)
	}
	h.Raw(`<span>`).Text(p.lang.Text("colophon.counts", p.counts.reports, p.counts.comments)).Raw(`</span>`)
	h.Raw(`<span>`).Text(p.lang.Text("colophon.currency", p.lang.Currency(p.info.Currency))).Raw(`</span>`)
	h.Raw(`<a`).Attr("href", p.file(export.MetricsFile)).Raw(`>`).Text(p.lang.Text("colophon.data")).Raw(`</a>`)
	p.href(h.Raw(`<a`), metricsAddress).Raw(`>`).Text(p.lang.Text("nav.metrics")).Raw(`</a>`)
	return p.place(h)
}

// calendarPeriod is the period as package words takes it.
func (s *Site) calendarPeriod(q Period) words.Period {
	return words.Period{Year: int(q.Year), Months: q.Length.Months(), N: int(q.N), Start: s.info.Calendar.Start}
}

func (s *Site) periodName(q Period) string {
	if name, ok := s.names[q]; ok {
		return name
	}
	return s.lang.PeriodName(s.calendarPeriod(q))
}
