package site

import (
	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// trendTitle says how often the target was reached, or where the figure went.
func (p *page) trendTitle(scope Scope, periods []Period, m *Metric) string {
	facts := words.TrendFacts{Months: periods[0].Length.Months()}
	var first, last audience.Value
	for _, q := range periods {
		f := p.view.Figure(scope, q, m.ID)
		if f.Partial {
			facts.Partial = true
			continue
		}
		if f.Attainment.Defined() {
			facts.Judged++
			facts.Attainment = words.Percent(frac(f.Attainment.Ratio))
			if p.attained(f.Attainment.Ratio) == words.On {
				facts.OnTarget++
			}
		}
		if f.Actual.Defined() {
			if facts.Periods++; facts.Periods == 1 {
				first = f.Actual
			}
			last = f.Actual
		}
	}
	if facts.Periods > 0 {
		facts.First, facts.Last = p.figure(m, first.Ratio), p.figure(m, last.Ratio)
		facts.Sign = last.Compare(first.Ratio)
	}
	return p.lang.TrendTitle(facts)
}

// mixTitle says which part's share moved most, against a year before where
// that is known, else against the period before.
func (p *page) mixTitle(d *audience.Division, q Period, now []audience.PartFigure) string {
	facts := words.MixFacts{Months: q.Length.Months(), Part: now[0].Name, Share: words.Percent(frac(now[0].Share.Ratio))}
	before := d.Parts(p.info.Calendar.YearBefore(q))
	if facts.YearBefore = len(before) > 0; !facts.YearBefore {
		before = d.Parts(p.info.Calendar.Prev(q))
	}
	var most audience.Value
	for _, part := range now {
		move := audience.Less(part.Share, partNamed(before, part.Name).Share)
		if !move.Defined() || most.Defined() && abs(move.Ratio).Compare(abs(most.Ratio)) <= 0 {
			continue
		}
		most = move
		facts.Part, facts.Share = part.Name, words.Percent(frac(part.Share.Ratio))
		facts.Move = p.lang.Size(frac(move.Ratio), words.Style{Unit: words.PercentUnit})
		facts.Sign = p.lang.Change(frac(move.Ratio), words.PercentUnit, true).Sign
	}
	return p.lang.MixTitle(facts)
}

func abs(r Ratio) Ratio {
	if r.Sign() < 0 {
		return r.Neg()
	}
	return r
}
