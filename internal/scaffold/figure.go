package scaffold

import (
	"reviewfolio/internal/model"
	"reviewfolio/internal/words"
)

func (k Known) metricName(m *model.Metric) string {
	return k.lang().Name("metric", string(m.ID), m.Label)
}

// figure writes a value of the metric with its unit.
func (k Known) figure(m *model.Metric, r model.Ratio) string {
	lang, f := k.lang(), words.Fraction(r)
	style := words.Style{Unit: words.Unit(m.Unit)}
	switch {
	case m.Unit == model.Money && m.Kind == model.RatioKind:
		style.Word, style.Scale = k.Settings.Currency, lang.RatioScale(f)
	case m.Unit == model.Money:
		style.Word, style.Scale = k.Settings.Currency, lang.MoneyScale(f)
		if own, ok := words.ScaleIn(k.Settings.MoneyUnit, f); ok {
			style.Scale = own
		}
	case m.Unit == model.Count:
		style.Word = lang.CountWord(string(m.ID))
	}
	return lang.Figure(f, style)
}

// target writes the target of a goal. Amounts of percent metrics count percent.
func (k Known) target(m *model.Metric, a model.Amount) string {
	r := a.Ratio()
	if m.Unit == model.Percent {
		r.Den *= 100
	}
	return k.figure(m, r)
}

func (k Known) periodName(p model.Period) string {
	return k.lang().PeriodName(words.Period{
		Year: int(p.Year), Months: p.Length.Months(), N: int(p.N), Start: k.Settings.Calendar.Start,
	})
}
