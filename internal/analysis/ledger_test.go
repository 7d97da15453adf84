package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// ledger builds a portfolio from lines:
//
//	asof 2026-10-20 · cycle quarter · start 4 · kpis revenue 60 collections 40
//	metric return_rate ratio percent lower returns / orders
//	breakdown units_by_product units product   of units, by product
//	team hq li-na                     the root and its lead
//	team east < hq li-na
//	person zhang east                 or: person zhang east 2026-Q2 north   left 2026-05-31
//	target zhang 2026-Q3 revenue=100  of a person or team
//	figures east 2026-Q3 headcount=8
//	report 2026-Q3 zhang revenue=100/134 orders=/312 nps=61,22,9 channel:直销=5/6
func ledger(t testing.TB, text string) *model.Portfolio {
	t.Helper()
	b := &ledgerBuilder{settings: model.Settings{
		Cycle: model.Quarter, AsOf: day("2027-12-31"), Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns(),
		KPIs: []model.KPI{{Metric: "revenue", Weight: 100 * model.One}},
	}}
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 0 {
			b.line(t, fields[0], fields[1:])
		}
	}
	return b.portfolio()
}

type ledgerBuilder struct {
	settings model.Settings
	teams    []*model.Team
	people   []*model.Person
	reviews  []*model.Review
}

func (b *ledgerBuilder) portfolio() *model.Portfolio {
	slices.SortFunc(b.teams, func(x, y *model.Team) int { return strings.Compare(string(x.ID), string(y.ID)) })
	slices.SortFunc(b.people, func(x, y *model.Person) int { return strings.Compare(string(x.ID), string(y.ID)) })
	slices.SortFunc(b.reviews, func(x, y *model.Review) int {
		if c := b.settings.Calendar.Compare(x.Period, y.Period); c != 0 {
			return c
		}
		return strings.Compare(string(x.Person), string(y.Person))
	})
	return model.New(b.settings, b.teams, b.people, b.reviews, nil)
}

func (b *ledgerBuilder) line(t testing.TB, word string, args []string) {
	t.Helper()
	switch word {
	case "asof":
		b.settings.AsOf = day(args[0])
	case "cycle":
		b.settings.Cycle, _ = model.ParseLength(args[0])
	case "start":
		b.settings.Calendar.Start = time.Month(opt(args[0]).Amount / model.One)
	case "kpis":
		b.settings.KPIs = nil
		for ; len(args) > 1; args = args[2:] {
			b.settings.KPIs = append(b.settings.KPIs, model.KPI{Metric: model.MetricID(args[0]), Weight: opt(args[1]).Amount})
		}
	case "metric":
		b.metric(t, args)
	case "breakdown":
		d := model.Breakdown{ID: model.BreakdownID(args[0]), Of: model.MetricID(args[1]), Order: len(b.settings.Breakdowns)}
		if len(args) > 2 {
			d.By = model.BreakdownID(args[2])
		}
		b.settings.Breakdowns = append(b.settings.Breakdowns, d)
	case "team":
		team := &model.Team{ID: model.TeamID(args[0])}
		args = args[1:]
		if len(args) > 1 && args[0] == "<" {
			team.Parent, args = model.TeamID(args[1]), args[2:]
		}
		if len(args) > 0 {
			team.Lead = model.PersonID(args[0])
		}
		b.teams = append(b.teams, team)
	case "person":
		b.person(args)
	case "target", "figures":
		b.values(t, word, args)
	case "report":
		r := &model.Report{Status: model.Submitted, Values: b.parse(t, args[2:])}
		r.Breakdowns = breakdownsOf(args[2:])
		b.reviews = append(b.reviews, &model.Review{Period: quarter(args[0]), Person: model.PersonID(args[1]), Report: r})
	default:
		t.Fatalf("ledger: no such word: %s", word)
	}
}

func (b *ledgerBuilder) metric(t testing.TB, args []string) {
	t.Helper()
	kinds := map[string]model.Kind{"sum": model.SumKind, "level": model.LevelKind, "ratio": model.RatioKind}
	units := map[string]model.Unit{"count": model.Count, "money": model.Money, "percent": model.Percent, "points": model.Points}
	m := model.Metric{ID: model.MetricID(args[0]), Kind: kinds[args[1]], Unit: units[args[2]], Order: len(b.settings.Metrics)}
	args = args[3:]
	if len(args) > 0 && args[0] == "lower" {
		m.Better, args = model.Lower, args[1:]
	}
	side := &m.Numerator
	for _, arg := range args {
		if arg == "/" {
			side = &m.Denominator
			continue
		}
		*side = append(*side, model.MetricID(arg))
	}
	b.settings.Metrics = append(b.settings.Metrics, m)
}

func (b *ledgerBuilder) person(args []string) {
	x := &model.Person{ID: model.PersonID(args[0]), Reports: true, Stints: []model.Stint{{Team: model.TeamID(args[1])}}}
	for args = args[2:]; len(args) > 1; args = args[2:] {
		if args[0] == "left" {
			x.Left = day(args[1])
			continue
		}
		from := b.settings.Calendar.First(quarter(args[0]))
		x.Stints = append(x.Stints, model.Stint{From: from, Team: model.TeamID(args[1])})
	}
	b.people = append(b.people, x)
}

func (b *ledgerBuilder) values(t testing.TB, word string, args []string) {
	t.Helper()
	entry := model.PeriodValues{Period: quarter(args[1]), Values: b.parse(t, args[2:])}
	if word == "target" {
		for i := range entry.Values {
			entry.Values[i].Target, entry.Values[i].Actual = entry.Values[i].Actual, model.Opt{}
		}
	}
	for _, team := range b.teams {
		if string(team.ID) == args[0] && word == "target" {
			team.Targets = append(team.Targets, entry)
		} else if string(team.ID) == args[0] {
			team.Figures = append(team.Figures, entry)
		}
	}
	for _, x := range b.people {
		if string(x.ID) == args[0] {
			x.Targets = append(x.Targets, entry)
		}
	}
}

// parse reads metric=target/actual, metric=actual, or nps=promoters,passives,detractors.
func (b *ledgerBuilder) parse(t testing.TB, args []string) []model.Value {
	t.Helper()
	var values []model.Value
	for i, arg := range args {
		name, text, _ := strings.Cut(arg, "=")
		if strings.Contains(name, ":") {
			continue
		}
		v := model.Value{Metric: model.MetricID(name)}
		v.Pos = diag.Pos{File: "f", Line: i + 1, Col: 1}
		target, actual, both := strings.Cut(text, "/")
		if !both {
			target, actual = "", text
		}
		v.Target = opt(target)
		if counts := strings.Split(actual, ","); len(counts) == 3 {
			v.NPS = &model.NPSCounts{Promoters: opt(counts[0]).Amount, Passives: opt(counts[1]).Amount, Detractors: opt(counts[2]).Amount}
		} else {
			v.Actual = opt(actual)
		}
		values = append(values, v)
	}
	return values
}

// breakdownsOf reads breakdown:name=target/actual or breakdown:name=actual.
func breakdownsOf(args []string) []model.BreakdownValues {
	var list []model.BreakdownValues
	for _, arg := range args {
		key, text, _ := strings.Cut(arg, "=")
		id, name, ok := strings.Cut(key, ":")
		if !ok {
			continue
		}
		i := slices.IndexFunc(list, func(v model.BreakdownValues) bool { return v.Breakdown == model.BreakdownID(id) })
		if i < 0 {
			i = len(list)
			list = append(list, model.BreakdownValues{Breakdown: model.BreakdownID(id)})
		}
		target, actual, both := strings.Cut(text, "/")
		if !both {
			target, actual = "", text
		}
		list[i].Parts = append(list[i].Parts, model.Part{Name: name, Target: opt(target), Actual: opt(actual)})
	}
	return list
}

// row prints a figure as metrics.csv has it: target actual numerator
// denominator attainment qoq yoy people excluded, at six decimals, a reason in
// place of what is undefined, and "." for the reasons that say the most
// ordinary thing (nothing stated, nothing before).
func row(r *Result, scope, period, metric string) string {
	s := PersonScope(model.PersonID(scope))
	if r.portfolio.Team(model.TeamID(scope)) != nil {
		s = TeamScope(model.TeamID(scope))
	}
	f := r.Figure(s, quarter(period), model.MetricID(metric))
	var cells []string
	if !f.Denominator.Defined() {
		f.Denominator.Why = NoNumerator
	}
	for _, v := range []Value{f.Target, f.Actual, f.Numerator, f.Denominator, f.Attainment, f.QoQ.Value, f.YoY.Value} {
		cells = append(cells, show(v))
	}
	return strings.Join(cells, " ") + fmt.Sprintf(" %d %d", f.People, f.Excluded)
}

func show(v Value) string {
	if !v.Defined() {
		switch v.Why {
		case NoActual, NoTarget, NoNumerator, NoPrior:
			return "."
		}
		return v.Why.String()
	}
	n, ok := v.Scaled(6)
	if !ok {
		return "?"
	}
	text := fmt.Sprintf("%d.%06d", max(n, -n)/1_000_000, max(n, -n)%1_000_000)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if n < 0 {
		text = "-" + text
	}
	return text
}

// wantRows compares the figures that lines name: scope period metric, then
// what row prints.
func wantRows(t *testing.T, r *Result, lines string) {
	t.Helper()
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		want := strings.Join(f[3:], " ")
		if got := row(r, f[0], f[1], f[2]); got != want {
			t.Errorf("%s %s %s\n got %s\nwant %s", f[0], f[1], f[2], got, want)
		}
	}
}
