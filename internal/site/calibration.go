package site

import (
	"strconv"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// grades is the block of how many people have which grade, against what the
// guideline allows.
func (p *page) grades(t TeamID, q Period) Block {
	d := p.view.Distribution(t, q)
	if d.People == 0 {
		return Block{}
	}
	b := Block{ID: "grades", Title: p.lang.Text("section.grades"), Note: p.lang.Text("order.grade"), Foot: p.gradesFoot(d)}
	most := 0
	for _, g := range d.Grades {
		most = max(most, len(g.People), g.High)
	}
	h := new(markup.HTML)
	h.Raw(`<table class="rows gr">`)
	p.caption(h, b.Title)
	h.Raw(`<thead><tr>`)
	p.heads(h, "head.grade", "head.grade-band")
	h.Raw(`<td class="gh"></td>`)
	p.heads(h, "n:head.people", "n:head.guideline", "head.against-guideline")
	h.Raw(`</tr></thead><tbody>`)
	for i, g := range d.Grades {
		h.Raw(`<tr><th scope="row"><b>`).Text(g.Grade.Name).Raw(`</b></th><td class="dim nb">`).Text(p.band(d.Grades, i)).Raw(`</td><td class="g">`)
		draw.Grade(h, len(g.People), g.Low, g.High, most)
		h.Raw(`</td><td class="n"><b>`).Int(len(g.People)).Raw(`</b></td><td class="n">`)
		if d.Guided {
			h.Text(p.allowed(g.Low, g.High))
		} else {
			h.Raw(`<span class="dim">—</span>`)
		}
		h.Raw(`</td><td>`)
		p.againstGuideline(h, d.Guided, g.Off)
		h.Raw(`</td></tr>`)
	}
	h.Raw(`</tbody></table>`)
	b.Body = p.place(h)
	return b
}

func (p *page) againstGuideline(h *markup.HTML, guided bool, off int) {
	switch {
	case !guided:
	case off > 0:
		state(h, words.Risk, p.lang.Text("fig.more", off))
	case off < 0:
		state(h, words.Risk, p.lang.Text("fig.fewer", -off))
	default:
		h.Text(p.lang.Text("fig.grade-within"))
	}
}

// band writes a grade's half-open band.
func (p *page) band(grades []audience.GradeCount, i int) string {
	min := words.Rating(frac(grades[i].Grade.Min.Ratio()))
	switch {
	case i == 0:
		return p.lang.Text("band.from", min)
	case i == len(grades)-1:
		return p.lang.Text("band.below", words.Rating(frac(grades[i-1].Grade.Min.Ratio())))
	}
	return p.lang.Text("band.between", min, words.Rating(frac(grades[i-1].Grade.Min.Ratio())))
}

func (p *page) gradesFoot(d audience.Distribution) string {
	if !d.Guided {
		return p.lang.Text("foot.grades-few", d.People)
	}
	shares := ""
	for i, g := range d.Grades {
		if i > 0 {
			shares += p.lang.Text("list-comma")
		}
		shares += g.Grade.Name + " " + words.Weight(frac(audience.PercentRatio(g.Grade.Share)))
	}
	return p.lang.Text("foot.grades", d.People, shares)
}

// allowed writes how many people a guideline allows: 3 – 4, or 8 where that is
// one number.
func (p *page) allowed(low, high int) string {
	if low == high {
		return strconv.Itoa(low)
	}
	return p.lang.Text("band.range", low, high)
}

// matrix is the block of the 业绩—评分矩阵: names and counts, no tint; the
// position is the message.
func (p *page) matrix(t TeamID, q Period) Block {
	m := p.view.Matrix(t, q)
	if m.Count == 0 {
		return Block{}
	}
	b := Block{ID: "matrix", Title: p.lang.Text("section.matrix"), Note: p.lang.Text("order.matrix"), Foot: p.matrixFoot(m)}
	score, attainment := p.cutNames(), p.attainmentNames()
	h := new(markup.HTML)
	h.Raw(`<table class="nine">`)
	p.caption(h, b.Title)
	h.Raw(`<thead class="vh"><tr><td></td>`)
	for _, name := range attainment {
		p.head(h, "", p.lang.Text("head.attainment")+" "+name, "")
	}
	h.Raw(`</tr></thead><tbody>`)
	for row := len(m.Cells) - 1; row >= 0; row-- {
		h.Raw(`<tr><th scope="row" class="yl">`)
		if row == len(m.Cells)-1 {
			h.Text(p.lang.Text("head.composite")).Raw(`<br>`)
		}
		h.Text(score[row]).Raw(`</th>`)
		for col := range m.Cells[row] {
			p.cell9(h, m.Cells[row][col], q)
		}
		h.Raw(`</tr>`)
	}
	h.Raw(`</tbody><tfoot aria-hidden="true"><tr><td></td>`)
	for _, name := range attainment {
		h.Raw(`<td class="xl">`).Text(p.lang.Text("head.attainment")).Raw(` `).Text(name).Raw(`</td>`)
	}
	h.Raw(`</tr></tfoot></table>`)
	b.Body = p.place(h)
	return b
}

// mostInBox is how many names one box of the matrix shows.
const mostInBox = 12

func (p *page) cell9(h *markup.HTML, people []PersonID, q Period) {
	h.Raw(`<td class="c"><span class="cnt">`).Int(len(people)).Raw(`</span>`)
	for i, id := range people {
		if i == mostInBox {
			h.Raw(`<span class="p dim">`).Text(p.lang.Text("nav.more", len(people)-mostInBox)).Raw(`</span>`)
			break
		}
		h.Raw(`<span class="p">`)
		p.reviewLink(h, id, q)
		h.Raw(`</span> `)
	}
	h.Raw(`</td>`)
}

func (p *page) cutNames() [3]string {
	lo, hi := words.Rating(frac(p.info.Cuts.Score[0].Ratio())), words.Rating(frac(p.info.Cuts.Score[1].Ratio()))
	return p.bands(lo, hi)
}

func (p *page) attainmentNames() [3]string {
	cuts := p.info.Cuts.Attainment
	return p.bands(words.Weight(frac(audience.PercentRatio(cuts[0]))), words.Weight(frac(audience.PercentRatio(cuts[1]))))
}

func (p *page) bands(lo, hi string) [3]string {
	return [3]string{p.lang.Text("band.below", lo), p.lang.Text("band.between", lo, hi), p.lang.Text("band.from", hi)}
}

func (p *page) matrixFoot(m audience.Matrix) string {
	text := p.lang.Text("foot.matrix", m.Count)
	if len(m.Out) == 0 {
		return text
	}
	var names []string
	for _, x := range m.Out {
		why := x.Attainment
		if why == 0 {
			why = x.Score
		}
		names = append(names, p.lang.Text("explain.excluded-one", p.view.Name(x.Person), p.reason(why)))
	}
	return text + p.lang.Text("foot.matrix-out", p.names(names))
}

// leniency is the block of how reviewers score beside others on the same
// people.
func (p *page) leniency(t TeamID, q Period) Block {
	list := p.view.Leniency(t, q)
	var most float64
	var rows []audience.Leniency
	for _, l := range list {
		if l.Diff.Defined() {
			rows = append(rows, l)
			most = max(most, l.Diff.Float(), -l.Diff.Float())
		}
	}
	if len(rows) == 0 {
		return Block{}
	}
	b := Block{ID: "leniency", Title: p.lang.Text("section.leniency"), Note: p.lang.Text("order.deviation"), Foot: p.lang.Text("foot.leniency")}
	h := new(markup.HTML)
	h.Raw(`<table class="rows">`)
	p.caption(h, b.Title)
	h.Raw(`<thead><tr>`)
	p.heads(h, "head.reviewer", "n:head.people", "n:head.mean")
	p.head(h, "gh", p.lang.Text("head.leniency"), "")
	p.heads(h, "n:head.difference")
	h.Raw(`</tr></thead><tbody>`)
	for _, l := range rows[:min(len(rows), mostRows)] {
		h.Raw(`<tr`)
		if !l.Telling {
			h.Raw(` class="gap"`)
		}
		h.Raw(`><th scope="row">`)
		p.person(h, l.Reviewer)
		h.Raw(`</th><td class="n">`).Int(l.N).Raw(`</td><td class="n">`).Text(words.Score(frac(l.Mean.Ratio))).Raw(`</td><td class="g">`)
		draw.Diverge(h, l.Diff.Float(), most)
		h.Raw(`</td><td class="n">`).Text(words.SignedScore(frac(l.Diff.Ratio))).Raw(`</td></tr>`)
	}
	h.Raw(`</tbody></table>`)
	b.Body = p.place(h)
	return b
}
