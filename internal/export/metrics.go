package export

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"

	"reviewfolio/internal/audience"
)

// dataHead is the first row of data/metrics.csv (FORMAT.md, What a build
// writes).
const dataHead = "scope,id,period,metric,unit,target,actual,numerator,denominator,attainment,qoq,yoy,people,excluded"

// Metrics writes every figure of the choice, one row a scope, period and
// metric, in byte order of these: with the zero Choice it is data/metrics.csv.
func (x *Exporter) Metrics(w io.Writer, c Choice) error {
	v := x.view
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("\ufeff" + dataHead + "\r\n")
	var scopes []audience.Scope
	for _, id := range v.People() {
		scopes = append(scopes, audience.PersonScope(id))
	}
	for _, id := range slices.Sorted(slices.Values(x.teams)) {
		scopes = append(scopes, audience.TeamScope(id))
	}
	var row []byte
	for _, scope := range scopes {
		periods := slices.Clone(v.PeriodsOf(scope))
		slices.SortFunc(periods, func(a, b audience.Period) int { return strings.Compare(a.String(), b.String()) })
		for _, q := range periods {
			if !x.chosen(c, scope, q) {
				continue
			}
			metrics := slices.Clone(v.Metrics(scope, q))
			slices.SortFunc(metrics, func(a, b *audience.Metric) int { return strings.Compare(string(a.ID), string(b.ID)) })
			for _, m := range metrics {
				row = x.appendRow(row[:0], v.Rolled(scope, q, m.ID))
				out.Write(row)
			}
		}
	}
	return out.Flush()
}

var unitNames = [...]string{audience.Count: "count", audience.Money: "money", audience.Percent: "percent", audience.Points: "points"}

func (x *Exporter) appendRow(b []byte, f audience.Figure) []byte {
	m := f.Metric
	scope, id := "person", string(f.Scope.Person)
	if f.Scope.Team != "" {
		scope, id = "team", string(f.Scope.Team)
	}
	for _, text := range [...]string{scope, id, f.Period.String(), string(m.ID), unitNames[m.Unit]} {
		b = append(append(b, text...), ',')
	}
	fraction := m.Kind == audience.RatioKind || m.Kind == audience.NPSKind
	b = append(appendValue(b, f.Target, m, fraction), ',')
	b = append(appendValue(b, f.Actual, m, fraction), ',')
	b = append(x.appendSide(b, f.Numerator, m, m.Numerator), ',')
	b = append(x.appendSide(b, f.Denominator, m, m.Denominator), ',')
	for _, v := range [...]audience.Value{f.Attainment, f.QoQ.Value, f.YoY.Value} {
		b = append(appendFraction(b, v.Ratio), ',')
	}
	b = append(strconv.AppendInt(b, int64(f.People), 10), ',')
	b = strconv.AppendInt(b, int64(f.Excluded), 10)
	return append(b, '\r', '\n')
}

// appendSide writes one side of a ratio in the unit of the metrics it adds.
func (x *Exporter) appendSide(b []byte, v audience.Value, m *audience.Metric, of []audience.MetricID) []byte {
	if m.Kind == audience.RatioKind && len(of) > 0 {
		if side := x.view.Metric(of[0]); side != nil {
			return appendAmount(b, v.Ratio, side)
		}
	}
	return appendAmount(b, v.Ratio, m)
}

func appendValue(b []byte, v audience.Value, m *audience.Metric, fraction bool) []byte {
	if fraction || m.Unit == audience.Percent {
		return appendFraction(b, v.Ratio)
	}
	return appendAmount(b, v.Ratio, m)
}

// appendAmount writes money with two decimals, four if needed, and counts with
// what they need; nothing where it is undefined.
func appendAmount(b []byte, r audience.Ratio, m *audience.Metric) []byte {
	n, ok := r.Scaled(4)
	if !ok {
		return b
	}
	if m.Unit != audience.Money {
		return audience.Amount(n).Append(b, 0)
	}
	b = audience.Amount(n).Append(b, 2)
	if n%100 != 0 && n%10 == 0 { // three decimals were written: four if needed
		b = append(b, '0')
	}
	return b
}

// appendFraction writes a fraction, or points, with six decimals.
func appendFraction(b []byte, r audience.Ratio) []byte {
	n, ok := r.Scaled(6)
	switch {
	case !r.Defined():
		return b
	case !ok: // beyond what an int64 counts in millionths
		return append(b, r.Rat().FloatString(6)...)
	}
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = append(strconv.AppendInt(b, n/1_000_000, 10), '.')
	rest := n % 1_000_000
	for unit := int64(100_000); unit > 0; unit /= 10 {
		b = append(b, byte('0'+rest/unit%10))
	}
	return b
}
