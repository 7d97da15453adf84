package analysis

import (
	"cmp"

	"reviewfolio/internal/model"
)

// A PartFigure is one named part of a breakdown.
type PartFigure struct {
	Name           string
	Actual, Target Value
	Reached, Aimed Value // Σ actual and Σ target over the reports that state both (rule 3)
	Share          Value // of the parts' sum; a negative part has a negative share
}

// A breakdown is one that some report states, and the metric that it splits.
type breakdown struct {
	id     model.BreakdownID
	by     model.BreakdownID // whose parts it has: its own, or those of the one it pairs with
	metric *model.Metric
}

// statedBreakdowns returns the breakdowns that the reports state, in the order
// of site.yaml.
func statedBreakdowns(p *model.Portfolio) []breakdown {
	stated := map[model.BreakdownID]bool{}
	for _, review := range p.Reviews {
		if review.Report != nil {
			for i := range review.Report.Breakdowns {
				stated[review.Report.Breakdowns[i].Breakdown] = true
			}
		}
	}
	var list []breakdown
	for _, b := range p.Settings.Breakdowns {
		if m := p.Metric(b.Of); stated[b.ID] && m != nil {
			list = append(list, breakdown{b.ID, cmp.Or(b.By, b.ID), m})
		}
	}
	return list
}

// Breakdown returns the parts of the scope in the period, added up over its
// people by name. Their order is one for all periods of the scope: by size at
// the latest, then those that are not in it by name.
func (r *Result) Breakdown(s Scope, p model.Period, id model.BreakdownID) []PartFigure {
	if d := r.Division(s, Facet{Of: id}); d != nil {
		return d.Parts(p)
	}
	return nil
}

// breakdown returns the breakdown, nil where no report states it.
func (r *Result) breakdown(id model.BreakdownID) *breakdown {
	for i := range r.breakdowns {
		if b := &r.breakdowns[i]; b.id == id {
			return b
		}
	}
	return nil
}

func shareOf(part, all Value) Value {
	switch {
	case !part.Defined():
		return part
	case all.Sign() <= 0:
		return undefined(NoTotal)
	}
	return defined(quotient(part.Ratio, all.Ratio))
}
