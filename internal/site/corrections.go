package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// corrections shows the figures that were reported twice: what this report
// states again of other periods, and what other reports state again of this one,
// beside what was reported then, each with its file.
func (r *review) corrections() Block {
	list := r.view.Restatements(r.Person, r.Period)
	if len(list) == 0 {
		return Block{}
	}
	b := Block{ID: "corrections", Title: r.lang.Text("section.restated"), Foot: r.lang.Text("foot.restated")}
	h := new(markup.HTML)
	r.smallTable(h, b.Title, func(h *markup.HTML) {
		r.heads(h, "head.period", "head.metric", "n:head.reported", "n:head.corrected", "n:head.difference")
	}, func(h *markup.HTML) {
		for i := range list {
			r.correction(h, &list[i])
		}
	})
	b.Body = r.place(h)
	return b
}

func (r *review) correction(h *markup.HTML, x *audience.Restatement) {
	h.Raw(`<tr><th scope="row">`).Text(r.periodName(x.Of)).Raw(`</th><td>`).Text(r.metricName(x.Metric)).Raw(`</td><td class="n">`)
	if x.Reported.Defined() {
		h.Text(r.figure(x.Metric, x.Reported.Ratio))
	} else {
		r.undefined(h, x.Reported.Why)
	}
	for _, q := range x.Then {
		r.reportFile(h, q)
	}
	h.Raw(`</td><td class="n"><b>`).Text(r.figure(x.Metric, x.Stated.Ratio)).Raw(`</b>`)
	r.reportFile(h, x.In)
	h.Raw(`</td><td class="n">`)
	if d := audience.Less(x.Stated, x.Reported); d.Defined() {
		h.Text(r.lang.Difference(frac(d.Ratio), r.style(x.Metric)))
	} else {
		r.undefined(h, d.Why)
	}
	h.Raw(`</td></tr>`)
}

// reportFile names the file of the person's report of a period, and leads to
// its page where that is another.
func (r *review) reportFile(h *markup.HTML, q Period) {
	h.Raw(`<span class="why below path">`)
	if q != r.Period {
		h.Raw(`<a`).Attr("href", r.to(reviewAddress(q, r.Person), "corrections")).Raw(`>`)
	}
	h.Text(r.view.ReportFile(r.Person, q))
	if q != r.Period {
		h.Raw(`</a>`)
	}
	h.Raw(`</span>`)
}
