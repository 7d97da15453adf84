package site

import (
	"math"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// mostApart is how many people a list shows of which only the first matter.
const mostApart = 12

// leniency is the block of how reviewers score beside others on the same
// people: every reviewer who shares enough of them, then the first of those who
// do not, without a figure.
func (p *page) leniency(t TeamID, q Period) Block {
	list := p.view.Leniency(t, q)
	if len(list) == 0 {
		return Block{}
	}
	telling := 0
	for telling < len(list) && list[telling].Diff.Defined() {
		telling++
	}
	b := Block{ID: "leniency", Title: p.lang.Text("section.leniency"), Note: p.lang.Text("order.deviation"), Foot: p.lang.Text("foot.leniency")}
	shown := list[:min(len(list), telling+mostApart)]
	if more := len(list) - len(shown); more > 0 {
		b.Foot = p.lang.Text("foot.leniency-few", more) + b.Foot
	}
	h := new(markup.HTML)
	if telling > 0 {
		p.says(h, p.leniencyTitle(list[0], list[telling-1]))
	}
	p.openTable(h, "rows ln", b.Title)
	p.heads(h, "head.reviewer", "n:head.people", "n:head.mean", "n:head.others-mean")
	p.head(h, "gh", p.lang.Text("head.leniency"), "")
	p.heads(h, "n:head.difference")
	h.Raw(`</tr></thead><tbody>`)
	for _, l := range shown {
		p.leniencyRow(h, l, furthest(list[:telling]))
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// furthest is the length of the longest bar.
func furthest(list []audience.Leniency) (most float64) {
	for _, l := range list {
		most = max(most, math.Abs(l.Diff.Float()))
	}
	return most
}

// leniencyTitle names the most lenient and the strictest reviewer.
func (p *page) leniencyTitle(first, last audience.Leniency) string {
	var lenient, above, strict, below string
	if first.Diff.Sign() > 0 {
		lenient, above = p.view.Name(first.Reviewer), words.Score(frac(first.Diff.Ratio))
	}
	if last.Diff.Sign() < 0 {
		strict, below = p.view.Name(last.Reviewer), words.Score(frac(magnitude(last.Diff.Ratio)))
	}
	return p.lang.LeniencyTitle(lenient, above, strict, below)
}

func (p *page) leniencyRow(h *markup.HTML, l audience.Leniency, most float64) {
	if !l.Diff.Defined() {
		h.Raw(`<tr class="gap"><th scope="row">`)
		p.person(h, l.Reviewer)
		h.Raw(`</th><td class="n">`).Int(l.N).Raw(`</td><td class="why" colspan="4">`).Text(p.lang.Text("fig.few-sample", l.N)).Raw(`</td></tr>`)
		return
	}
	h.Raw(`<tr><th scope="row">`)
	p.person(h, l.Reviewer)
	h.Raw(`</th><td class="n">`).Int(l.N).Raw(`</td><td class="n">`).Text(words.Score(frac(l.Mean.Ratio)))
	h.Raw(`</td><td class="n">`).Text(words.Score(frac(l.Others.Ratio))).Raw(`</td><td class="g">`)
	draw.Diverge(h, l.Diff.Float(), most)
	h.Raw(`</td><td class="n">`).Text(words.SignedScore(frac(l.Diff.Ratio))).Raw(`</td></tr>`)
}

// spread is the block of the people whose reviewers are furthest apart.
func (p *page) spread(t TeamID, q Period) Block {
	list, alone := p.view.Spreads(t, q)
	if len(list) == 0 {
		return Block{}
	}
	apart := 0
	for apart < min(len(list), mostApart) && list[apart].Mean.Sign() > 0 {
		apart++
	}
	b := Block{ID: "spread", Title: p.lang.Text("section.spread"), Note: p.lang.Text("order.spread"), Foot: p.lang.Text("foot.spread")}
	if more := len(list) - apart; more > 0 && apart > 0 {
		b.Foot += p.lang.Text("foot.spread-more", more)
	}
	if len(alone) > 0 {
		b.Foot += p.lang.Text("foot.spread-alone", p.namesOf(alone))
	}
	h := new(markup.HTML)
	p.says(h, p.spreadTitle(list[:apart]))
	if apart > 0 {
		p.spreadTable(h, b.Title, list[:apart], q)
	}
	b.Body = p.place(h)
	return b
}

func (p *page) spreadTitle(list []audience.Spread) string {
	if len(list) == 0 {
		return p.lang.SpreadTitle("", "", "")
	}
	s := &list[0]
	return p.lang.SpreadTitle(p.view.Name(s.Person), p.dimension(s.Widest.Dimension), words.Rating(frac(s.Widest.Range.Ratio)))
}

func (p *page) spreadTable(h *markup.HTML, title string, list []audience.Spread, q Period) {
	scheme := p.view.Ratings()
	scale := draw.Scale{Min: scheme.Min.Ratio().Float(), Max: scheme.Max.Ratio().Float(), Step: scheme.Step.Ratio().Float()}
	p.spreadKey(h, list)
	p.openTable(h, "rows sd", title)
	p.heads(h, "head.person", "n:head.reviewers", "n:head.mean-spread", "head.widest")
	h.Raw(`<th scope="col"><span class="vh">`).Text(p.lang.Text("head.dots")).Raw(`</span>`)
	scale.Axis(h)
	h.Raw(`</th>`)
	p.heads(h, "n:head.range", "head.from-to")
	h.Raw(`</tr></thead><tbody>`)
	for i := range list {
		p.spreadRow(h, &list[i], q, scale)
	}
	h.Raw(`</tbody></table></div>`)
}

// spreadKey says which shape is whose.
func (p *page) spreadKey(h *markup.HTML, list []audience.Spread) {
	h.Raw(`<p class="key">`)
	for role := audience.ManagerRole; role < audience.SelfRole; role++ {
		for i := range list {
			if hasRole(&list[i], role) {
				h.Raw(`<span>`)
				roleShape(role).Key(h)
				h.Text(p.roleName(role)).Raw(`</span>`)
				break
			}
		}
	}
	h.Raw(`</p>`)
}

func hasRole(s *audience.Spread, role audience.Role) bool {
	for _, x := range s.Widest.Scores {
		if x.Role == role {
			return true
		}
	}
	return false
}

func (p *page) spreadRow(h *markup.HTML, s *audience.Spread, q Period, scale draw.Scale) {
	h.Raw(`<tr><th scope="row">`)
	p.reviewLink(h, s.Person, q)
	h.Raw(`</th><td class="n">`).Int(s.N).Raw(`</td><td class="n">`)
	if s.Partial {
		h.Raw(`<span class="why">`).Text(p.lang.Text("spread.partial")).Raw(`</span> `)
	}
	h.Raw(`<b>`).Text(words.Score(frac(s.Mean.Ratio))).Raw(`</b>`)
	h.Raw(`</td><td>`).Text(p.dimension(s.Widest.Dimension))
	h.Raw(`</td><td class="g">`)
	p.spreadDots(h, s, scale)
	h.Raw(`</td><td class="n">`).Text(words.Rating(frac(s.Widest.Range.Ratio))).Raw(`</td><td class="nb">`)
	top, bottom := s.Widest.Scores[0], s.Widest.Scores[len(s.Widest.Scores)-1]
	h.Text(p.lang.Text("spread.ends", p.view.Name(top.Reviewer), words.Rating(frac(top.Score.Ratio)),
		p.view.Name(bottom.Reviewer), words.Rating(frac(bottom.Score.Ratio)))).Raw(`</td></tr>`)
}

// spreadDots draws what the reviewers gave, those of one role and score once.
func (p *page) spreadDots(h *markup.HTML, s *audience.Spread, scale draw.Scale) {
	label := ""
	var dots []draw.Dot
	seen := map[draw.Dot]bool{}
	for i, x := range s.Widest.Scores {
		if i > 0 {
			label += p.lang.Text("list-comma")
		}
		label += p.lang.Text("chart.dots", p.view.Name(x.Reviewer), words.Rating(frac(x.Score.Ratio)))
		if d := (draw.Dot{Shape: roleShape(x.Role), Value: x.Score.Float()}); !seen[d] {
			seen[d] = true
			dots = append(dots, d)
		}
	}
	scale.Line(h, dots, label)
}
