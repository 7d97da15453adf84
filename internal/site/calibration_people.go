package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// regrades is the block of first and final grades: everybody whose final grade
// is not the first, then those whose is, with the way to the reason.
func (p *page) regrades(t TeamID, q Period, graded int) Block {
	list := p.view.Regrades(t, q)
	if len(list) == 0 {
		return Block{}
	}
	moved := 0
	for moved < len(list) && list[moved].Moved() {
		moved++
	}
	shown := list[:min(len(list), max(moved, mostRows))]
	b := Block{ID: "regrades", Title: p.lang.Text("section.regrades"), Note: p.lang.Text("order.moved")}
	if more := len(list) - len(shown); more > 0 {
		b.Foot += p.lang.Text("foot.regrades-kept", more)
	}
	if left := graded - len(list); left > 0 {
		b.Foot += p.lang.Text("foot.regrades-left", left)
	}
	b.Foot += p.lang.Text("foot.regrades")
	h := new(markup.HTML)
	p.says(h, p.lang.RegradeTitle(len(list), moved))
	p.openTable(h, "grid-t rg", b.Title)
	p.heads(h, "head.person", "n:head.composite", "head.first-grade", "head.final-grade", "head.moved", "head.reason")
	h.Raw(`</tr></thead><tbody>`)
	for _, g := range shown {
		p.regradeRow(h, g, q)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

func (p *page) regradeRow(h *markup.HTML, g audience.Regrade, q Period) {
	h.Raw(`<tr><th scope="row">`)
	p.reviewLink(h, g.Person, q)
	h.Raw(`</th><td class="n">`)
	p.score(h, g.Verdict.Composite)
	h.Raw(`</td><td>`).Text(orDash(g.Verdict.Computed))
	p.partly(h, g.Verdict)
	h.Raw(`</td><td><b>`).Text(g.Verdict.Final).Raw(`</b></td><td>`)
	switch {
	case g.Steps > 0:
		h.Raw(`<span aria-hidden="true">↑</span> `).Text(p.lang.Text("regrade.up", g.Steps))
	case g.Steps < 0:
		h.Raw(`<span aria-hidden="true">↓</span> `).Text(p.lang.Text("regrade.down", -g.Steps))
	case !g.Moved():
		h.Raw(`<span class="dim">`).Text(p.lang.Text("regrade.kept")).Raw(`</span>`)
	default:
		h.Raw(`<span class="dim">`).Text(p.lang.Text("regrade.new")).Raw(`</span>`)
	}
	h.Raw(`</td><td><a`).Attr("href", p.to(reviewAddress(q, g.Person), "calibration")).Raw(`>`)
	if r, ok := p.view.Review(q, g.Person); ok && r.Calibration != nil && !r.Calibration.Date.IsZero() {
		h.Text(p.lang.Text("regrade.reason", p.day(r.Calibration.Date)))
	} else {
		h.Text(p.lang.Text("regrade.reason-undated"))
	}
	h.Raw(`</a></td></tr>`)
}

// disagree is the block of the people whom figures and scores place furthest
// apart.
func (p *page) disagree(t TeamID, q Period) Block {
	d := p.view.Disagreements(t, q)
	b := Block{ID: "disagree", Title: p.lang.Text("section.disagree"), Note: p.lang.Text("order.disagree")}
	h := new(markup.HTML)
	switch {
	case d.Why != 0:
		h.Raw(`<p class="none">`).Text(p.reason(d.Why)).Text(p.lang.Text("full-stop")).Raw(`</p>`)
	case d.N < 2:
		return Block{}
	default:
		shown := d.List[:min(len(d.List), mostApart, (d.N+1)/2)]
		b.Foot = p.lang.Text("foot.disagree", d.N, p.rateName())
		if more := len(d.List) - len(shown); more > 0 {
			b.Foot += p.lang.Text("foot.disagree-more", more)
		}
		p.says(h, p.disagreeTitle(d.List))
		if len(shown) > 0 {
			p.disagreeTable(h, b.Title, shown, d.N, q)
		}
	}
	b.Body = p.place(h)
	return b
}

// disagreeTitle names whose score is furthest above the figures and whose is
// furthest below.
func (p *page) disagreeTitle(list []audience.Disagreement) string {
	var above, up, below, down string
	for _, x := range list {
		by := words.Count(frac(magnitude(x.Off)))
		switch {
		case x.Off.Sign() > 0 && above == "":
			above, up = p.view.Name(x.Person), by
		case x.Off.Sign() < 0 && below == "":
			below, down = p.view.Name(x.Person), by
		}
	}
	return p.lang.DisagreeTitle(above, up, below, down)
}

func (p *page) disagreeTable(h *markup.HTML, title string, list []audience.Disagreement, of int, q Period) {
	h.Raw(`<p class="key"><span>`)
	draw.ManagerShape.Key(h)
	h.Text(p.lang.Text("chart.place-rate")).Raw(`</span><span>`)
	draw.SelfShape.Key(h)
	h.Text(p.lang.Text("chart.place-score")).Raw(`</span></p>`)
	p.openTable(h, "rows dg", title)
	p.heads(h, "head.person")
	p.head(h, "n", p.rateName(), "")
	p.heads(h, "n:head.composite", "n:head.rate-place")
	p.head(h, "gh", p.lang.Text("head.places"), "")
	p.heads(h, "n:head.score-place", "n:head.places-off", "head.score-side")
	h.Raw(`</tr></thead><tbody>`)
	for _, x := range list {
		p.disagreeRow(h, x, of, q)
	}
	h.Raw(`</tbody></table></div>`)
}

func (p *page) disagreeRow(h *markup.HTML, x audience.Disagreement, of int, q Period) {
	byRate, byScore := p.placesText(x.ByRate), p.placesText(x.ByScore)
	h.Raw(`<tr><th scope="row">`)
	p.reviewLink(h, x.Person, q)
	h.Raw(`</th><td class="n">`)
	p.percentage(h, x.Rate)
	h.Raw(`</td><td class="n">`)
	p.score(h, x.Score)
	h.Raw(`</td><td class="n">`).Text(byRate).Raw(`</td><td class="g">`)
	draw.Places(h, middle(x.ByRate), middle(x.ByScore), of, p.lang.Text("chart.places", byRate, byScore))
	h.Raw(`</td><td class="n">`).Text(byScore).Raw(`</td><td class="n"><b>`).Text(words.SignedCount(frac(x.Off))).Raw(`</b></td><td>`)
	key := "places.score-kinder"
	if x.Off.Sign() < 0 {
		key = "places.score-harder"
	}
	h.Text(p.lang.Text(key))
	p.partly(h, p.view.Verdict(x.Person, q))
	h.Raw(`</td></tr>`)
}

// placesText writes places: 4, or 4–6 for those who tie.
func (p *page) placesText(x audience.Places) string {
	if x.First == x.Last {
		return words.Count(words.Fraction{Num: int64(x.First), Den: 1})
	}
	return p.lang.Text("places.shared", x.First, x.Last)
}

func middle(x audience.Places) float64 { return float64(x.First+x.Last) / 2 }
