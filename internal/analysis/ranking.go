package analysis

import (
	"cmp"
	"math/big"
	"slices"

	"reviewfolio/internal/model"
)

// A Rank is one person's place by KPI综合完成率.
type Rank struct {
	Person model.PersonID
	Place  int          // from 1, shared on ties; 0 where not ranked
	Rate   Value        // KPI综合完成率 of the own figures
	Why    Reason       // why not ranked
	Leads  model.TeamID // the topmost team the person leads, "" for none
}

// KPIRate returns the KPI综合完成率 of the scope, a fraction: Σ weight ×
// min(attainment, 150 %) / Σ weight of the kpis present (rule 10).
func (r *Result) KPIRate(s Scope, p model.Period) Value {
	if scope, known := r.scope(s); known {
		return r.rate(scope, p)
	}
	return undefined(NoReport)
}

func (r *Result) rate(scope int, p model.Period) Value {
	if period := r.time.find(p); period >= 0 {
		return r.rates[r.at(scope, period)]
	}
	return undefined(NoReport)
}

// fillRates works out the KPI综合完成率 of everybody, which every ranking,
// matrix and overview asks for.
func (r *Result) fillRates() {
	r.rates = make([]Value, len(r.present))
	for scope := range r.scopes() {
		for period := range r.time.periods {
			r.rates[r.at(scope, period)] = r.kpiRate(scope, period)
		}
	}
}

func (r *Result) kpiRate(scope, period int) Value {
	if r.present[r.at(scope, period)] == 0 {
		if scope < len(r.portfolio.People) && r.covered(scope, r.time.periods[period]) {
			return undefined(OtherLength)
		}
		return undefined(NoReport)
	}
	kpis := r.portfolio.Settings.KPIs
	if len(kpis) == 1 {
		return r.kpi(kpis[0].Metric, scope, period)
	}
	sum, weight := new(big.Rat), new(big.Rat)
	for _, kpi := range kpis {
		if rate := r.kpi(kpi.Metric, scope, period); rate.Defined() {
			w := big.NewRat(int64(kpi.Weight), 1)
			weight.Add(weight, w)
			sum.Add(sum, w.Mul(w, rate.Rat()))
		}
	}
	if weight.Sign() == 0 {
		return undefined(NoKPI)
	}
	return defined(model.RatioOf(sum.Quo(sum, weight)))
}

// kpi returns min(attainment, 150 %).
func (r *Result) kpi(m model.MetricID, scope, period int) Value {
	column, stated := r.column[m]
	if !stated {
		return undefined(NoActual)
	}
	at := point{scope, period, column}
	rate := r.attainment(at, r.actual(at), r.target(at))
	if most := (model.Ratio{Num: 3, Den: 2}); rate.Defined() && rate.Compare(most) > 0 {
		return defined(most)
	}
	return rate
}

// Ranking returns the people of the team and below: the ranked by place, then
// those without a rank, by rate where there is one, then id. Nobody has a rank
// while the period runs (rule 8).
func (r *Result) Ranking(t model.TeamID, p model.Period) []Rank {
	partial, _, _ := r.time.progress(p)
	crew := r.crew(t, p)
	list := make([]Rank, 0, len(crew))
	for _, x := range crew {
		x := int(x)
		rank := Rank{Person: r.portfolio.People[x].ID, Rate: r.rate(x, p)}
		if !r.portfolio.People[x].Reports && rank.Rate.Why == NoReport {
			continue
		}
		if team := r.org.leads[x]; team != noTeam {
			rank.Leads = r.portfolio.Teams[team].ID
		}
		if rank.Why = rank.Rate.Why; partial && rank.Why == ReasonNone {
			rank.Why = PeriodPartial
		}
		list = append(list, rank)
	}
	slices.SortStableFunc(list, func(a, b Rank) int {
		return cmp.Or(LargerFirst(a.Rate, b.Rate), cmp.Compare(a.Person, b.Person))
	})
	for i := range list {
		switch {
		case list[i].Why != ReasonNone:
		case i > 0 && list[i-1].Rate.Compare(list[i].Rate.Ratio) == 0:
			list[i].Place = list[i-1].Place
		default:
			list[i].Place = i + 1
		}
	}
	return list
}
