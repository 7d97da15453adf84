package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// Places is where somebody stands among others, from 1; those who tie share all
// the places they take up: 4 to 6.
type Places struct{ First, Last int }

// twice returns twice the middle of the places, which is a whole number.
func (p Places) twice() int { return p.First + p.Last }

// A Disagreement is a person whose place by KPI综合完成率 is not that by composite.
type Disagreement struct {
	Person      model.PersonID
	Rate, Score Value
	ByRate      Places
	ByScore     Places
	Off         model.Ratio // middle of ByRate − middle of ByScore: above 0 where the score is kinder than the figures
}

// Disagreements is how far figures and scores of a unit order people
// differently.
type Disagreements struct {
	List []Disagreement // whose places differ: the furthest first, then by place in figures, then id
	N    int            // people with both, whom the places are among
	Why  Reason         // why there are no places: PeriodPartial while the period runs (rule 8)
}

// Disagreements compares the places by KPI综合完成率 and by composite among the
// people of the team and all below it who have both. Ties take the middle of
// their places, as in rank correlation: who ties with everybody is not off by
// more than half of them.
func (r *Result) Disagreements(t model.TeamID, p model.Period) Disagreements {
	var d Disagreements
	if partial, _, _ := r.time.progress(p); partial {
		d.Why = PeriodPartial
		return d
	}
	var all []*Disagreement
	for _, x := range r.crew(t, p) {
		rate, score := r.rate(int(x), p), r.verdict(int(x), p).Composite
		if rate.Defined() && score.Defined() {
			all = append(all, &Disagreement{Person: r.portfolio.People[x].ID, Rate: rate, Score: score})
		}
	}
	d.N = len(all)
	setPlaces(all, func(x *Disagreement) (Value, *Places) { return x.Rate, &x.ByRate })
	setPlaces(all, func(x *Disagreement) (Value, *Places) { return x.Score, &x.ByScore })
	for _, x := range all {
		if off := x.ByRate.twice() - x.ByScore.twice(); off != 0 {
			x.Off = model.Ratio{Num: int64(off), Den: 2}
			d.List = append(d.List, *x)
		}
	}
	size := func(x Disagreement) int64 { return max(x.Off.Num, -x.Off.Num) }
	slices.SortFunc(d.List, func(a, b Disagreement) int {
		return cmp.Or(cmp.Compare(size(b), size(a)), cmp.Compare(a.ByRate.First, b.ByRate.First), cmp.Compare(a.Person, b.Person))
	})
	return d
}

// setPlaces orders the list by a value from the top and sets the places.
func setPlaces(list []*Disagreement, of func(*Disagreement) (Value, *Places)) {
	slices.SortFunc(list, func(a, b *Disagreement) int {
		x, _ := of(a)
		y, _ := of(b)
		return cmp.Or(LargerFirst(x, y), cmp.Compare(a.Person, b.Person))
	})
	for i := 0; i < len(list); {
		value, _ := of(list[i])
		end := i + 1
		for ; end < len(list); end++ {
			if next, _ := of(list[end]); next.Compare(value.Ratio) != 0 {
				break
			}
		}
		for j := i; j < end; j++ {
			_, places := of(list[j])
			*places = Places{i + 1, end}
		}
		i = end
	}
}
