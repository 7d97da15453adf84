package site

import (
	"math"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/draw"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// A pastScore is what the ratings of one earlier review come to.
type pastScore struct {
	period Period
	score  audience.Score
}

// pastScores returns the last rated reviews of the length up to the period,
// oldest first.
func (p *page) pastScores(id PersonID, upTo Period) []pastScore {
	var list []pastScore
	for _, q := range slices.Backward(p.view.ReviewsOf(id)) {
		if len(list) == sparkPeriods {
			break
		}
		if q.Length != upTo.Length || p.info.Calendar.Compare(q, upTo) > 0 {
			continue
		}
		if s := p.view.Score(id, q); s.Composite.Defined() {
			list = append(list, pastScore{q, s})
		}
	}
	slices.Reverse(list)
	return list
}

// scoreHistory is the block of a person's scores over time: a small line a
// dimension, the composite below, how much of it there was, and the grades.
// Nothing where there are fewer than two.
func (p *page) scoreHistory(id PersonID, upTo Period) Block {
	past := p.pastScores(id, upTo)
	if len(past) < 2 {
		return Block{}
	}
	b := Block{ID: "score-history", Title: p.lang.Text("section.score-history"), Note: p.lang.Text("order.oldest"), Foot: p.lang.Text("foot.score-history")}
	h := new(markup.HTML)
	p.says(h, p.historyTitle(past))
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.dimension")
		p.head(h, "", p.lang.Text("head.trend", len(past)), "")
		for _, x := range past {
			p.head(h, "n", p.lang.PeriodRow(p.calendarPeriod(x.period)), "")
		}
		p.heads(h, "n:head.latest-change")
	}, func(h *markup.HTML) {
		for i := range past[0].score.Dimensions {
			d := &past[0].score.Dimensions[i]
			p.scoreLine(h, p.dimensionName(d), "", past, func(s *audience.Score) audience.Value { return s.Dimensions[i].Blend })
		}
		p.scoreLine(h, p.lang.Text("head.composite"), "sum", past, func(s *audience.Score) audience.Value { return s.Composite })
		p.coverageLine(h, past)
		p.gradeLine(h, past)
	})
	b.Body = p.place(h)
	return b
}

// historyTitle says from where to where the composite went.
func (p *page) historyTitle(past []pastScore) string {
	first, last := past[0].score.Composite, past[len(past)-1].score.Composite
	return p.lang.ScoreHistoryTitle(len(past), words.Score(frac(first.Ratio)), words.Score(frac(last.Ratio)), last.Compare(first.Ratio))
}

func (p *page) scoreLine(h *markup.HTML, name string, class string, past []pastScore, of func(*audience.Score) audience.Value) {
	var last, before audience.Value
	values := make([]float64, len(past))
	first := ""
	for i := range past {
		v := of(&past[i].score)
		if values[i] = math.NaN(); v.Defined() {
			values[i] = v.Float()
			if before, last = last, v; first == "" {
				first = words.Score(frac(v.Ratio))
			}
		}
	}
	h.Raw(`<tr`)
	if class != "" {
		h.Attr("class", class)
	}
	h.Raw(`><th scope="row">`).Text(name).Raw(`</th><td class="sp">`)
	if before.Defined() {
		draw.Spark(h, values, false, p.lang.Text("chart.score-line", first, words.Score(frac(last.Ratio))))
	}
	h.Raw(`</td>`)
	for i := range past {
		h.Raw(`<td class="n">`)
		p.score(h, of(&past[i].score))
		h.Raw(`</td>`)
	}
	h.Raw(`<td class="n">`)
	if end := of(&past[len(past)-1].score); end.Defined() && before.Defined() {
		p.moved(h, words.ScoreChange(frac(audience.Less(end, before).Ratio)), false, 0)
	} else {
		h.Raw(`<span class="dim">—</span>`)
	}
	h.Raw(`</td></tr>`)
}

// coverageLine says how much weight of dimensions and of roles went into each
// composite, where it is not all of it throughout.
func (p *page) coverageLine(h *markup.HTML, past []pastScore) {
	if !slices.ContainsFunc(past, func(x pastScore) bool { return x.score.Verdict().Partial() }) {
		return
	}
	h.Raw(`<tr class="gap"><th scope="row">`).Text(p.lang.Text("head.weights-present")).Raw(`</th><td class="sp"></td>`)
	for i := range past {
		s := &past[i].score
		h.Raw(`<td class="n why">`).Text(p.lang.Text("coverage.pair", words.Weight(frac(s.DimensionCoverage.Ratio)), words.Weight(frac(s.RoleCoverage.Ratio)))).Raw(`</td>`)
	}
	h.Raw(`<td></td></tr>`)
}

// gradeLine writes the grade that stands, after the first one where that is
// another.
func (p *page) gradeLine(h *markup.HTML, past []pastScore) {
	h.Raw(`<tr><th scope="row">`).Text(p.lang.Text("head.first-and-final")).Raw(`</th><td class="sp"></td>`)
	for i := range past {
		s := &past[i].score
		h.Raw(`<td class="n">`)
		if s.Final != "" && s.Final != s.Computed {
			h.Text(orDash(s.Computed)).Raw(` → `)
		}
		h.Text(orDash(s.Grade())).Raw(`</td>`)
	}
	h.Raw(`<td></td></tr>`)
}
