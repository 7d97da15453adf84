package site

import (
	"math"
	"strconv"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// units is the block that compares the teams: how their grades spread, against
// the guideline where there are people enough, and how their scores stand to
// those of all. Teams with too few scored people are only named.
func (p *page) units(t TeamID, q Period) Block {
	var shown []audience.UnitScore
	var few []string
	most := 0.0
	for _, u := range p.view.UnitScores(t, q) {
		switch {
		case u.Mean.Defined() || u.Grades.Guided:
			shown = append(shown, u)
			if u.Diff.Defined() {
				most = max(most, math.Abs(u.Diff.Float()))
			}
		case u.Scored > 0:
			team, _ := p.view.Team(u.Team)
			few = append(few, p.lang.Text("foot.unit-people", team.Name, u.Scored))
		}
	}
	if len(shown)+len(few) < 2 || len(shown) == 0 {
		return Block{}
	}
	b := Block{ID: "units", Title: p.lang.Text("section.units"), Note: p.lang.Text("order.organisation"), Foot: p.lang.Text("foot.units")}
	if len(few) > 0 {
		b.Foot += p.lang.Text("foot.units-few", p.names(few))
	}
	h := new(markup.HTML)
	p.openTable(h, "grid-t un", b.Title)
	p.heads(h, "head.team", "n:head.scored")
	for _, g := range shown[0].Grades.Grades {
		h.Raw(`<th scope="col" class="n">`).Text(g.Grade.Name).Raw(` <span class="lim"></span></th>`)
	}
	p.heads(h, "head.against-guideline", "n:head.mean")
	p.head(h, "", p.lang.Text("head.against-whole"), "")
	p.heads(h, "n:head.difference")
	p.head(h, "n", p.lang.Text("head.top-share", shown[0].Grades.Grades[0].Grade.Name), "")
	h.Raw(`</tr></thead><tbody>`)
	for i := range shown {
		p.unitRow(h, &shown[i], q, i == 0, most)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

func (p *page) unitRow(h *markup.HTML, u *audience.UnitScore, q Period, whole bool, most float64) {
	if whole {
		h.Raw(`<tr class="sum">`)
	} else {
		h.Raw(`<tr>`)
	}
	h.Raw(`<th scope="row">`)
	p.team(h, u.Team, q)
	h.Raw(`</th><td class="n">`).Int(u.Scored).Raw(`</td>`)
	for _, g := range u.Grades.Grades {
		h.Raw(`<td class="n">`).Int(len(g.People)).Raw(` <span class="why lim">`)
		if u.Grades.Guided {
			h.Text(p.limit(g))
		}
		h.Raw(`</span></td>`)
	}
	h.Raw(`<td>`)
	p.unitGuideline(h, u.Grades)
	h.Raw(`</td><td class="n">`)
	p.score(h, u.Mean)
	h.Raw(`</td><td class="bl">`)
	if u.Diff.Defined() {
		draw.Diverge(h, u.Diff.Float(), most)
		h.Raw(`</td><td class="n">`).Text(words.SignedScore(frac(u.Diff.Ratio)))
	} else {
		h.Raw(`</td><td class="n">`)
	}
	h.Raw(`</td><td class="n">`)
	p.percentage(h, u.TopShare)
	h.Raw(`</td></tr>`)
}

// limit writes what a guideline allows where there is little room: ≤ 4, 6 – 7, 8.
func (p *page) limit(g audience.GradeCount) string {
	if g.Ceiling {
		return p.lang.Text("band.ceiling", g.High)
	}
	return p.allowed(g)
}

// unitGuideline says of each grade that is off its guideline by how many
// people.
func (p *page) unitGuideline(h *markup.HTML, d audience.Distribution) {
	switch {
	case !d.Shares:
		h.Raw(`<span class="dim">—</span>`)
		return
	case !d.Guided:
		h.Raw(`<span class="why">`).Text(p.lang.Text("fig.unit-few")).Raw(`</span>`)
		return
	}
	within := true
	for _, g := range d.Grades {
		if g.Off == 0 {
			continue
		}
		if within = false; g.Off > 0 {
			state(h, words.Risk, p.lang.Text("fig.grade-more", g.Grade.Name, g.Off))
		} else {
			state(h, words.Risk, p.lang.Text("fig.grade-fewer", g.Grade.Name, -g.Off))
		}
		h.Raw(` `)
	}
	if within {
		h.Text(p.lang.Text("fig.grade-within"))
	}
}

// wholeFig is the headline figure of how many scores are whole.
func (p *page) wholeFig(o audience.Overview) fig {
	out := fig{name: p.lang.Text("fig.whole-scores"), value: words.Undefined}
	if o.Scored == 0 {
		out.notes = append(out.notes, say(p.lang.Text("fig.no-score")))
		return out
	}
	partly := len(o.PartlyScored)
	out.value, out.unit = strconv.Itoa(o.Scored-partly), p.lang.Text("fig.of", o.Scored)
	if partly > 0 {
		out.state, out.word = words.Risk, p.lang.Text("fig.partly", partly)
	}
	out.draw = func(h *markup.HTML) { draw.Bar(h, float64(o.Scored-partly)/float64(o.Scored)) }
	out.notes = append(out.notes, say(p.lang.Text("fig.whole-note")))
	return out
}

// finalFig is the headline figure of how many people have a final grade.
func (p *page) finalFig(list []audience.Regrade, graded int) fig {
	out := fig{name: p.lang.Text("fig.final-grades"), value: strconv.Itoa(len(list)), unit: p.lang.Text("fig.of", graded)}
	if len(list) == 0 {
		out.notes = append(out.notes, say(p.lang.Text("fig.final-none")))
		return out
	}
	moved, up, down := 0, 0, 0
	for _, g := range list {
		switch {
		case g.Steps > 0:
			up++
		case g.Steps < 0:
			down++
		}
		if g.Moved() {
			moved++
		}
	}
	if moved == 0 {
		out.notes = append(out.notes, say(p.lang.Text("fig.final-kept")))
		return out
	}
	out.word = p.lang.Text("fig.final-moved", moved)
	out.notes = append(out.notes, say(p.lang.Text("fig.final-ways", up, down)))
	return out
}
