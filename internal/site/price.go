package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// priceFigure writes what prices and volumes did to money, where the breakdown
// is of units beside it; it reports whether there is anything.
func (p *page) priceFigure(h *markup.HTML, scope Scope, f audience.Facet, q Period) bool {
	v, ok := p.view.PriceVolume(scope, f.Of, q, p.info.Calendar.Prev(q))
	if !ok || len(v.Steps) == 0 || len(v.Items) == 0 || !slices.Contains(p.info.KPIs, v.Metric.ID) {
		return false
	}
	title := p.whyTitle(&v.Bridge, true)
	h.Raw(`<figure class="ch pull"><figcaption><h3>`).Text(title).Raw(`</h3><p class="note">`)
	h.Text(p.lang.Text("why.priced", p.metricName(v.Metric), p.partsName(v.By))).Raw(`</p></figcaption>`)
	p.waterfall(h, title, waterfall{Bridge: v.Bridge, head: p.lang.Text("head.source")})
	h.Raw(`<details class="data"><summary>`).Text(p.lang.Text("section.data-table")).Raw(`</summary>`)
	p.priceTable(h, &v, p.metricName(f.Metric))
	p.formsTable(h, &v)
	h.Raw(`</details></figure>`)
	return true
}

// priceTable lists units and average prices of the parts sold in both periods.
func (p *page) priceTable(h *markup.HTML, v *audience.PriceVolume, units string) {
	var prices []words.Fraction
	for i := range v.Items {
		prices = append(prices, frac(v.Items[i].PriceBefore.Ratio), frac(v.Items[i].PriceAfter.Ratio))
	}
	price := p.style(v.Metric)
	price.Scale = p.lang.RatioScale(prices...)
	count := words.Style{Unit: words.CountUnit}
	st := p.style(v.Metric)
	before, after := p.lang.PeriodShort(p.calendarPeriod(v.From)), p.lang.PeriodShort(p.calendarPeriod(v.To))
	p.smallTable(h, p.lang.Text("section.data-table"), func(h *markup.HTML) {
		p.head(h, "", p.partsName(v.By), "")
		p.head(h, "n", units, before)
		p.head(h, "n", units, after)
		p.head(h, "n", p.lang.Text("head.price")+" "+p.lang.Head(price), before)
		p.head(h, "n", p.lang.Text("head.price")+" "+p.lang.Head(price), after)
		p.head(h, "n", p.lang.Text("head.by-quantity"), p.lang.Head(st))
		p.head(h, "n", p.lang.Text("head.by-price"), p.lang.Head(st))
	}, func(h *markup.HTML) {
		for i := range v.Items {
			x := &v.Items[i]
			h.Raw(`<tr><th scope="row"><bdi>`).Text(x.Name).Raw(`</bdi></th>`)
			for _, text := range []string{
				count.Cell(frac(x.UnitsBefore.Ratio)), count.Cell(frac(x.UnitsAfter.Ratio)),
				price.Cell(frac(x.PriceBefore.Ratio)), price.Cell(frac(x.PriceAfter.Ratio)),
				st.SignedCell(frac(x.Quantity.Ratio)), st.SignedCell(frac(x.Price.Ratio)),
			} {
				h.Raw(`<td class="n">`).Text(text).Raw(`</td>`)
			}
			h.Raw(`</tr>`)
		}
	})
}

// formsTable sets the effects beside those of the symmetric form. What both
// share, such as new parts, stands in the waterfall above.
func (p *page) formsTable(h *markup.HTML, v *audience.PriceVolume) {
	st := p.style(v.Metric)
	title := p.lang.Text("section.forms")
	p.smallTable(h, title, func(h *markup.HTML) {
		p.head(h, "", title, "")
		p.head(h, "n", p.lang.Text("head.standard-form"), p.lang.Head(st))
		p.head(h, "n", p.lang.Text("head.symmetric-form"), p.lang.Head(st))
	}, func(h *markup.HTML) {
		standard, symmetric := effectCells(st, v.Steps, v.Delta), effectCells(st, v.Symmetric, v.Delta)
		for i, s := range v.Steps {
			if s.Effect == audience.VolumeEffect || s.Effect == audience.MixEffect || s.Effect == audience.PriceEffect {
				h.Raw(`<tr><th scope="row">`).Text(p.lang.Text(effectNames[s.Effect])).Raw(`</th><td class="n">`)
				h.Text(standard[i]).Raw(`</td><td class="n">`).Text(symmetric[i]).Raw(`</td></tr>`)
			}
		}
	})
	h.Raw(`<p class="foot">`).Text(p.lang.Text("foot.symmetric")).Raw(`</p>`)
}

// effectCells are the changes by the steps, rounded as in the waterfall.
func effectCells(st words.Style, steps []audience.Step, sum audience.Value) []string {
	list := make([]words.Fraction, len(steps))
	for i := range steps {
		list[i] = frac(steps[i].Delta.Ratio)
	}
	return st.SignedCells(list, frac(sum.Ratio), func(i int) bool { return steps[i].Missing })
}
