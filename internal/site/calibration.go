package site

import (
	"slices"
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
	moved := p.anyMoved(t, q)
	b := Block{ID: "grades", Title: p.lang.Text("section.grades"), Note: p.lang.Text("order.grade"), Foot: p.gradesFoot(t, q, d, moved)}
	h := new(markup.HTML)
	if grade, off := furthestOff(d); d.Shares {
		p.says(h, p.lang.GradeTitle(d.People, d.Guided, grade, off))
	}
	p.openTable(h, "rows gr", b.Title)
	p.heads(h, "head.grade", "head.grade-band")
	h.Raw(`<td class="gh"></td>`)
	if moved {
		p.heads(h, "n:head.first-grade")
	}
	p.heads(h, "n:head.people", "n:head.guideline", "head.against-guideline")
	h.Raw(`</tr></thead><tbody>`)
	for i := range d.Grades {
		p.gradeRow(h, d, i, moved)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// gradeRow writes one grade; moved tells that first grades stand beside.
func (p *page) gradeRow(h *markup.HTML, d audience.Distribution, i int, moved bool) {
	g, most, initial := d.Grades[i], 0, -1
	for _, x := range d.Grades {
		most = max(most, len(x.People), x.High, x.Initial)
	}
	if moved {
		initial = g.Initial
	}
	h.Raw(`<tr><th scope="row"><b>`).Text(g.Grade.Name).Raw(`</b></th><td class="dim nb">`).Text(p.band(d.Grades, i)).Raw(`</td><td class="g">`)
	draw.Grade(h, len(g.People), initial, g.Low, g.High, most)
	h.Raw(`</td>`)
	if moved {
		h.Raw(`<td class="n dim">`).Int(g.Initial).Raw(`</td>`)
	}
	h.Raw(`<td class="n"><b>`).Int(len(g.People)).Raw(`</b></td><td class="n">`)
	if d.Guided {
		h.Text(p.allowed(g))
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td><td>`)
	p.againstGuideline(h, d.Guided, g.Off)
	h.Raw(`</td></tr>`)
}

// furthestOff returns the grade furthest off its guideline, the highest of
// several; "" where none is.
func furthestOff(d audience.Distribution) (grade string, off int) {
	for _, g := range d.Grades {
		if size(g.Off) > size(off) {
			grade, off = g.Grade.Name, g.Off
		}
	}
	return grade, off
}

// anyMoved reports whether anybody's final grade is not the first.
func (p *page) anyMoved(t TeamID, q Period) bool {
	return slices.ContainsFunc(p.view.Regrades(t, q), audience.Regrade.Moved)
}

// says writes what a drawing shows, as a sentence above it.
func (p *page) says(h *markup.HTML, text string) {
	h.Raw(`<h3 class="says">`).Text(text).Raw(`</h3>`)
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

func (p *page) gradesFoot(t TeamID, q Period, d audience.Distribution, moved bool) string {
	text := ""
	switch {
	case !d.Shares:
		text = p.lang.Text("foot.grades-none", d.People)
	case !d.Guided:
		text = p.lang.Text("foot.grades-few", d.People)
	default:
		text = p.lang.Text("foot.grades", d.People, p.shares(d))
	}
	if moved {
		text += p.lang.Text("foot.grades-first")
	}
	if n := len(p.view.Overview(t, q).PartlyScored); n > 0 {
		text += p.lang.Text("foot.partly-scored", n)
	}
	if len(d.Ungraded) > 0 {
		text += p.lang.Text("foot.ungraded", p.namesOf(d.Ungraded))
	}
	return text
}

// shares writes the guideline: S 10%、A 20%.
func (p *page) shares(d audience.Distribution) string {
	text := ""
	for i, g := range d.Grades {
		if i > 0 {
			text += p.lang.Text("list-comma")
		}
		text += g.Grade.Name + " " + words.Weight(frac(audience.PercentRatio(g.Grade.Share)))
	}
	return text
}

// namesOf writes names, the first of many.
func (p *page) namesOf(people []PersonID) string {
	names := make([]string, len(people))
	for i, id := range people {
		names[i] = p.view.Name(id)
	}
	return p.names(names)
}

// allowed writes how many people a guideline allows: 至多 4, 6 – 7, or 8 where
// that is one number.
func (p *page) allowed(g audience.GradeCount) string {
	switch {
	case g.Ceiling:
		return p.lang.Text("band.at-most", g.High)
	case g.Low == g.High:
		return strconv.Itoa(g.Low)
	}
	return p.lang.Text("band.range", g.Low, g.High)
}
