package export

import (
	"io"
	"slices"
	"strings"

	"reviewfolio/internal/audience"
)

// Figures writes the tidy figures: what each person reported and what belongs
// to a team and to no one person, each once, so that sums over any selection
// are the figures of that selection. Nothing in it is rolled up; a row is one
// scope, period and metric, in byte order of these, people first.
//
// A person's target is that of the report, else the one set before. What files
// of people and teams set before the period stands in set_target apart: those
// of a team and of the teams below it say the same thing twice.
func (x *Exporter) Figures(w io.Writer, c Choice) error {
	v := x.view
	t := newTable(w, x.figureTable())
	for _, id := range v.People() {
		who, _ := v.Person(id)
		x.rows(t, c, audience.PersonScope(id), x.reported(id), who.Targets)
	}
	for _, id := range slices.Sorted(slices.Values(x.teams)) {
		team, _ := v.Team(id)
		x.rows(t, c, audience.TeamScope(id), team.Figures, team.Targets)
	}
	return t.out.Flush()
}

// reported returns the periods that the person has a report for. Their values
// are read from the figures.
func (x *Exporter) reported(id audience.PersonID) []audience.PeriodValues {
	var list []audience.PeriodValues
	for _, q := range x.view.ReviewsOf(id) {
		if r, ok := x.view.Review(q, id); ok && r.Report != nil {
			list = append(list, audience.PeriodValues{Period: q})
		}
	}
	return list
}

// rows adds the rows of one scope: of the periods that it has figures of its
// own in, and of those that a target is set for.
func (x *Exporter) rows(t *table, c Choice, s audience.Scope, own, set []audience.PeriodValues) {
	var periods []audience.Period
	for _, list := range [...][]audience.PeriodValues{own, set} {
		for i := range list {
			periods = append(periods, list[i].Period)
		}
	}
	slices.SortFunc(periods, func(a, b audience.Period) int { return strings.Compare(a.String(), b.String()) })
	for _, q := range slices.Compact(periods) {
		if !x.chosen(c, s, q) {
			continue
		}
		x.owner(t, s, q)
		x.when(t, q)
		begin := t.cut()
		for _, f := range x.ownFigures(s, q, valuesOf(own, q), valuesOf(set, q)) {
			t.begin(begin)
			x.what(t, f.metric)
			x.appendFigure(t, &f)
			t.end()
		}
	}
}

// valuesOf returns what the list states of the period, nil where it states
// nothing.
func valuesOf(list []audience.PeriodValues, q audience.Period) *audience.PeriodValues {
	for i := range list {
		if list[i].Period == q {
			return &list[i]
		}
	}
	return nil
}

// An ownFigure is one metric of one scope and period, before anything is rolled
// up.
type ownFigure struct {
	metric                                            *audience.Metric
	target, actual, numerator, denominator, setTarget audience.Value
}

// ownFigures returns what the scope states itself, by metric in byte order.
func (x *Exporter) ownFigures(s audience.Scope, q audience.Period, own, set *audience.PeriodValues) []ownFigure {
	var list []ownFigure
	at := func(m *audience.Metric) *ownFigure {
		i := slices.IndexFunc(list, func(f ownFigure) bool { return f.metric.ID == m.ID })
		if i < 0 {
			i, list = len(list), append(list, ownFigure{metric: m})
		}
		return &list[i]
	}
	switch {
	case own == nil:
	case s.Team != "":
		for i := range own.Values {
			if m := x.view.Metric(own.Values[i].Metric); m != nil {
				x.teamFigure(at(m), &own.Values[i])
			}
		}
	default:
		metrics := x.view.Metrics(s, q)
		list = make([]ownFigure, 0, len(metrics))
		for _, m := range metrics {
			f := x.view.Rolled(s, q, m.ID)
			*at(m) = ownFigure{m, f.Target, f.Actual, f.Numerator, f.Denominator, audience.Value{}}
		}
	}
	if set != nil {
		for _, value := range set.Values {
			if m := x.view.Metric(value.Metric); m != nil && value.Target.OK {
				at(m).setTarget.Ratio = audience.Stated(value.Target, m)
			}
		}
	}
	slices.SortFunc(list, func(a, b ownFigure) int { return strings.Compare(string(a.metric.ID), string(b.metric.ID)) })
	return list
}

// teamFigure fills in what a team's file states of a metric.
func (x *Exporter) teamFigure(f *ownFigure, stated *audience.StatedValue) {
	f.actual.Ratio = audience.StatedActual(*stated, f.metric)
	if n := stated.NPS; n != nil {
		f.numerator.Ratio, f.denominator.Ratio = (n.Promoters - n.Detractors).Ratio(), n.Answers().Ratio()
	}
}

func (x *Exporter) appendFigure(t *table, f *ownFigure) {
	m := f.metric
	fraction := m.Kind == audience.RatioKind || m.Kind == audience.NPSKind
	t.number(appendValue(t.row, f.target, m, fraction))
	t.number(appendValue(t.row, f.actual, m, fraction))
	t.number(x.appendSide(t.row, f.numerator, m, m.Numerator))
	t.number(x.appendSide(t.row, f.denominator, m, m.Denominator))
	if fraction {
		t.row = append(t.row, ',', ',')
		weighted, weight := weighted(f)
		t.number(appendFraction(t.row, weighted))
		t.number(x.appendSide(t.row, weight, m, m.Denominator))
	} else {
		both := *f
		if !f.actual.Defined() || !f.target.Defined() {
			both.actual, both.target = audience.Value{}, audience.Value{}
		}
		t.number(appendValue(t.row, both.actual, m, false))
		t.number(appendValue(t.row, both.target, m, false))
		t.row = append(t.row, ',', ',')
	}
	t.number(appendValue(t.row, f.setTarget, m, fraction))
}

// weighted returns target × denominator of a ratio, of nps target × answers, and
// that denominator: of a selection Σ ÷ Σ is the target that its figure is
// measured by (FORMAT.md, How figures roll up, 3). Both are undefined where
// there is no target or no denominator.
func weighted(f *ownFigure) (target audience.Ratio, weight audience.Value) {
	if !f.target.Defined() || !f.denominator.Defined() {
		return audience.Ratio{}, audience.Value{}
	}
	return audience.Times(f.target.Ratio, f.denominator.Ratio), f.denominator
}
