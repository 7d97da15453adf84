package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// matrix is the block of the 业绩—评分矩阵.
func (p *page) matrix(t TeamID, q Period) Block {
	b := Block{ID: "matrix", Title: p.lang.Text("section.matrix")}
	return p.boxes(b, p.view.Matrix(t, q), p.lang.Text("head.composite"), q, p.view.Overview(t, q).PartlyScored)
}

// nineBox is the block of the 九宫格, where anybody is rated for potential.
func (p *page) nineBox(t TeamID, q Period) Block {
	b := Block{ID: "nine-box", Title: p.lang.Text("section.nine-box")}
	return p.boxes(b, p.view.NineBox(t, q), p.potentialName(), q, nil)
}

// potentialName is what the portfolio calls the dimension potential.
func (p *page) potentialName() string {
	dimensions := p.view.Ratings().Dimensions
	for i := range dimensions {
		if dimensions[i].ID == "potential" {
			return p.dimension(&dimensions[i])
		}
	}
	return p.lang.Text("dimension.potential")
}

// boxes fills the block with names and counts, no tint: the position is the
// message. up is what the boxes go up by, partly whose place goes by a score
// that is not whole.
func (p *page) boxes(b Block, m audience.Matrix, up string, q Period, partly []PersonID) Block {
	if m.Count == 0 {
		return Block{}
	}
	b.Note, b.Foot = p.lang.Text("order.matrix", p.rateName(), up), p.matrixFoot(m, partly)
	score, attainment := p.cutNames(), p.attainmentNames()
	h := new(markup.HTML)
	p.says(h, p.lang.MatrixTitle(m.Count, len(m.Cells[2][2]), len(m.Cells[0][0])))
	h.Raw(`<table class="nine">`)
	p.caption(h, b.Title)
	h.Raw(`<thead class="vh"><tr><td></td>`)
	for _, name := range attainment {
		p.head(h, "", p.rateName()+" "+name, "")
	}
	h.Raw(`</tr></thead><tbody>`)
	for row := len(m.Cells) - 1; row >= 0; row-- {
		h.Raw(`<tr><th scope="row" class="yl">`)
		if row == len(m.Cells)-1 {
			h.Text(up).Raw(`<br>`)
		}
		h.Text(score[row]).Raw(`</th>`)
		for col := range m.Cells[row] {
			p.cell9(h, m.Cells[row][col], q, partly)
		}
		h.Raw(`</tr>`)
	}
	h.Raw(`</tbody><tfoot aria-hidden="true"><tr><td class="xl"></td>`)
	for _, name := range attainment {
		h.Raw(`<td class="xl">`).Text(name).Raw(`</td>`)
	}
	h.Raw(`</tr><tr><td class="xl"></td><td class="xl" colspan="3">`).Text(p.rateName()).Raw(`</td></tr></tfoot></table>`)
	b.Body = p.place(h)
	return b
}

// mostInBox is how many names one box of the matrix shows.
const mostInBox = 12

func (p *page) cell9(h *markup.HTML, people []PersonID, q Period, partly []PersonID) {
	h.Raw(`<td class="c"><span class="cnt">`).Int(len(people)).Raw(`</span>`)
	for i, id := range people {
		if i == mostInBox {
			h.Raw(`<span class="p dim">`).Text(p.lang.Text("nav.more", len(people)-mostInBox)).Raw(`</span>`)
			break
		}
		h.Raw(`<span class="p nb">`)
		p.reviewLink(h, id, q)
		if _, marked := slices.BinarySearch(partly, id); marked {
			h.Raw(`<span class="dim">*</span>`)
		}
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

func (p *page) matrixFoot(m audience.Matrix, partly []PersonID) string {
	text := p.lang.Text("foot.matrix", m.Count, p.rateName())
	if len(m.Out) > 0 {
		var names []string
		for _, x := range m.Out {
			why := x.Attainment
			if why == 0 {
				why = x.Score
			}
			names = append(names, p.lang.Text("explain.excluded-one", p.view.Name(x.Person), p.reason(why)))
		}
		text += p.lang.Text("foot.matrix-out", p.names(names))
	}
	if len(partly) > 0 {
		text += p.lang.Text("foot.marked-partly")
	}
	return text
}
