package site

import (
	"html/template"
	"io"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// past adds to the head of a review when it came in and last changed, as far as
// the repository tells, with the way to what changed since.
func (r *review) past(h *markup.HTML) {
	x, ok := r.view.History(r.Period, r.Person)
	if !ok {
		return
	}
	h.Raw(`<ul class="past"`).Attr("aria-label", r.lang.Text("history.label")).Raw(`>`)
	item := func(text string) { h.Raw(`<li>`).Text(text).Raw(`</li>`) }
	if !x.Submitted.IsZero() {
		item(r.lang.Text("history.submitted", r.day(x.Submitted)))
	}
	if !x.Changed.IsZero() {
		item(r.lang.Text("history.changed", r.day(x.Changed)))
	}
	for _, c := range r.view.Changes(r.Period, r.Person) {
		h.Raw(`<li><a`).Attr("href", r.to(changesAddress(r.Period, r.Person), spans[c.Span].id)).Raw(`>`)
		if text := r.spanText(&c); c.Span == audience.SinceAcknowledged {
			state(h, words.Off, text)
		} else {
			h.Text(text)
		}
		h.Raw(`</a></li>`)
	}
	if x.Unkept {
		h.Raw(`<li>`)
		state(h, words.Risk, r.lang.Text("history.unkept"))
		h.Raw(`</li>`)
	}
	if x.Cut {
		item(r.lang.Text("history.cut"))
	}
	h.Raw(`</ul>`)
}

// spans are the id, the title and the count of changes of each span.
var spans = [...]struct{ id, title, count string }{
	audience.SinceSubmitted:    {"since-submitted", "section.since-submitted", "history.since-submitted"},
	audience.UntilAcknowledged: {"until-acknowledged", "section.until-acknowledged", "history.until-acknowledged"},
	audience.SinceAcknowledged: {"since-acknowledged", "section.since-acknowledged", "history.since-acknowledged"},
}

// spanText says how much changed in which span.
func (p *page) spanText(c *audience.Changes) string {
	return p.lang.Text(spans[c.Span].count, c.Count())
}

// changedReports names whose reports changed after they were acknowledged, each
// with the way to the changes.
func (p *page) changedReports(h *markup.HTML, n audience.Need) {
	for i, id := range n.People {
		if i == mostNames {
			h.Text(p.lang.Text("explain.more", len(n.People)))
			return
		}
		if i > 0 {
			h.Text(p.lang.Text("list-comma"))
		}
		p.href(h.Raw(`<a`), changesAddress(n.Period, id)).Raw(`><bdi>`).Text(p.view.Name(id)).Raw(`</bdi></a>`)
	}
}

// changesPage is what changed in a report since it was handed in.
type changesPage struct {
	Common
	Head   Head
	Blocks []template.HTML
}

func (p *page) writeChanges(w io.Writer, id audience.ReviewID) error {
	p.scope, p.period = audience.PersonScope(id.Person), id.Period
	r := p.newReview(id)
	p.scales = p.scaleFor(r.scopes(), []Period{id.Period})
	p.origins.note("", diag.Whole(r.Report.File))
	list := p.view.Changes(id.Period, id.Person)
	data := changesPage{Common: p.common()}
	for i := range list {
		data.Blocks = append(data.Blocks, r.changes(&list[i]).html())
	}
	k := new(markup.HTML)
	k.Raw(`<b>`)
	p.person(k, id.Person)
	k.Raw(`</b><span>`).Text(p.lang.Text("kicker.report-of", p.periodName(id.Period))).Raw(`</span>`)
	p.href(k.Raw(`<a`), reviewAddress(id.Period, id.Person)).Raw(`>`).Text(p.lang.Text("history.back")).Raw(`</a>`)
	h := new(markup.HTML)
	r.past(h)
	data.Head = Head{Kicker: k.Template(), Headline: p.spanText(&list[0]), Status: p.place(h)}
	at := r.where()
	at.kind, at.title, at.periods = "changes", p.lang.Text("window.changes", p.view.Name(id.Person), p.periodName(id.Period)), periodSwitch{}
	last := len(at.crumbs) - 1
	at.crumbs = append(at.crumbs[:last], crumb{p.lang.Text("review.crumb"), reviewAddress(id.Period, id.Person), true}, crumb{name: p.lang.Text("history.crumb")})
	return p.write(w, at, data)
}

// changes is the block of what changed since one version.
func (r *review) changes(c *audience.Changes) Block {
	b := Block{ID: spans[c.Span].id, Title: r.lang.Text(spans[c.Span].title), Note: r.lang.Text("history.from-unknown")}
	if !c.Day.IsZero() {
		b.Note = r.lang.Text("history.from", c.Day.String())
	}
	goals, text := len(c.Goals)+len(c.Outcomes), 0
	for i := range c.Text {
		text += c.Text[i].Places
	}
	h := new(markup.HTML)
	h.Raw(`<div class="changes"><p class="note">`).Text(r.lang.Text("history.kinds", len(c.Figures), goals, text)).Raw(`</p>`)
	if len(c.Figures) > 0 {
		r.changedFigures(h, b.Title, c.Figures)
	}
	if goals > 0 {
		r.changedGoals(h, b.Title, c)
	}
	if text > 0 {
		r.changedText(h, c.Text)
	}
	h.Raw(`</div>`)
	b.Body = r.place(h)
	return b
}
