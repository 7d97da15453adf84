package chart_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/chart"
)

// page is what a browser reads from the data of a chart.
type page struct {
	X, Sub []string
	Y      *chart.Axis
	S      []*struct {
		V    []*float64
		M, T []string
	}
}

func read(t *testing.T, d drawable) page {
	t.Helper()
	data, err := d.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var p page
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return p
}

// series writes series k of the page as one word a period: place, mark and
// label, "." for a gap.
func (p page) series(k int) string {
	s := p.S[k]
	if s == nil {
		return ""
	}
	words := make([]string, len(s.V))
	for i, v := range s.V {
		words[i] = "."
		if v != nil {
			words[i] = fmt.Sprint(*v)
		}
		if s.M != nil && s.M[i] != "" {
			words[i] += ":" + s.M[i]
		}
		if s.T != nil && s.T[i] != "" {
			words[i] += "=" + s.T[i]
		}
	}
	return strings.Join(words, " ")
}

func point(actual, target float64, state chart.State, partial bool) chart.TrendPoint {
	return chart.TrendPoint{
		Period: chart.Period{Name: "2026 年一季度", Label: "一季度"},
		Actual: chart.At(actual, fmt.Sprint(actual)), Target: chart.At(target, fmt.Sprint(target)),
		Attainment: fmt.Sprintf("%.0f%%", 100*actual/target), State: state, Partial: partial,
	}
}

func TestTrendSeries(t *testing.T) {
	missing := chart.TrendPoint{Actual: chart.Gap("未交"), Target: chart.At(20, "20"), Attainment: "—"}
	noTarget := chart.TrendPoint{Actual: chart.At(7, "7"), Target: chart.Gap("—"), Attainment: "—"}
	tests := []struct {
		name                       string
		points                     []chart.TrendPoint
		joint, actual, target, end string
	}{
		{
			"states are marks with the attainment beside",
			[]chart.TrendPoint{point(30, 20, chart.OnTarget, false), point(19, 20, chart.AtRisk, false), point(10, 20, chart.OffTarget, false)},
			"", "30 19:risk=95% 10:off=50%", "20 20 20", ". . 10=10",
		},
		{
			"a missing period is a gap, its target stays",
			[]chart.TrendPoint{point(30, 20, chart.OnTarget, false), missing, point(21, 20, chart.OnTarget, false)},
			"", "30 . 21", "20 20 20", ". . 21=21",
		},
		{
			"the last figure known is written out",
			[]chart.TrendPoint{point(30, 20, chart.OnTarget, false), missing},
			"", "30 .", "20 20", "30=30 .",
		},
		{
			"a partial period is joined to both neighbours",
			[]chart.TrendPoint{point(30, 20, chart.OnTarget, false), point(8, 20, chart.OffTarget, true), point(21, 20, chart.OnTarget, false)},
			"30 8:partial-off=40% 21", "30 . 21", "20 20 20", ". . 21=21",
		},
		{
			"a partial period on its way has no state",
			[]chart.TrendPoint{point(30, 20, chart.OnTarget, false), point(19, 20, chart.AtRisk, true), point(8, 20, chart.NoTarget, true)},
			"30 19:partial-risk=95% 8:partial", "30 . .", "20 20 20", ". . 8=8",
		},
		{
			"without targets there are no ticks",
			[]chart.TrendPoint{noTarget, noTarget},
			"", "7 7", "", ". 7=7",
		},
		{"nothing", []chart.TrendPoint{{Actual: chart.Gap("—"), Target: chart.Gap("—")}}, "", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := read(t, trend(test.points...))
			for k, want := range []string{test.joint, test.actual, test.target, test.end} {
				if got := p.series(k); got != want {
					t.Errorf("series %d: %s, want %s", k, got, want)
				}
			}
		})
	}
}

// The years stand under the quarters; charts.js drops the repeated ones.
func TestTrendLabelsAndAxis(t *testing.T) {
	p := read(t, companyTrend())
	if got, want := strings.Join(p.X[:3], " "), "四季度 一季度 二季度"; got != want {
		t.Errorf("labels %s, want %s", got, want)
	}
	if got, want := strings.Join(p.Sub, " "), "2024 2025 2025 2025 2025 2026 2026 2026"; got != want {
		t.Errorf("second lines %s, want %s", got, want)
	}
	want := chart.Axis{Min: 7000, Max: 12000, Step: 1000, Ticks: []string{"7,000", "8,000", "9,000", "10,000", "11,000", "12,000"}}
	if diff := cmp.Diff(want, *p.Y); diff != "" {
		t.Error(diff)
	}
	if got := companyTrend().Axis().From(); got != "7,000" {
		t.Errorf("axis begins at %q, want 7,000", got)
	}
}

func TestTrendTableAndKey(t *testing.T) {
	tr := trend(point(30, 20, chart.OnTarget, false), point(19, 20, chart.AtRisk, true))
	want := chart.Table{
		Head: []chart.Cell{{Text: "季度"}, {Text: "实际", Note: "万元"}, {Text: "目标", Note: "万元"}, {Text: "达成率"}},
		Rows: [][]chart.Cell{
			{{Text: "2026 年一季度"}, {Text: "30"}, {Text: "20"}, {Text: "150%"}},
			{{Text: "2026 年一季度", Note: "未满期"}, {Text: "19"}, {Text: "20"}, {Text: "95%"}},
		},
	}
	if diff := cmp.Diff(want, tr.Table()); diff != "" {
		t.Error(diff)
	}
	key := []chart.KeyEntry{{Mark: "line", Text: "实际"}, {Mark: "target", Text: "目标"}, {Mark: "risk", Text: "临近"}, {Mark: "partial", Text: "未满期"}}
	if diff := cmp.Diff(key, tr.Key()); diff != "" {
		t.Error(diff)
	}
	tr.Points[0].Target, tr.Points[1].Target = chart.Gap("—"), chart.Gap("—")
	if n := len(tr.Table().Head); n != 2 {
		t.Errorf("%d columns without targets, want 2", n)
	}
}

// Shares by hand: 4,652 of 9,691 is 48.00 %, 1,570 is 16.20 %.
func TestMixSeries(t *testing.T) {
	m := channelMix()
	m.Points = m.Points[:2]
	m.Points[1].Parts = []chart.Part{
		{Amount: chart.At(0, "0.0"), Share: "—"}, {Amount: chart.At(0, "0.0"), Share: "—"}, {Amount: chart.Gap("—"), Share: "—"},
	}
	p := read(t, m)
	for k, want := range []string{"48=48.0% .", "35.8=35.8% .", "16.2=16.2% ."} {
		if got := p.series(k); got != want {
			t.Errorf("series %d: %s, want %s", k, got, want)
		}
	}
	table := m.Table()
	if got, want := table.Head[1], (chart.Cell{Text: "直销", Note: "万元"}); got != want {
		t.Errorf("head %v, want %v", got, want)
	}
	if got, want := table.Rows[0][3], (chart.Cell{Text: "1570.0", Note: "16.2%"}); got != want {
		t.Errorf("cell %v, want %v", got, want)
	}
	if got, want := m.Key()[2], (chart.KeyEntry{Mark: "c3", Text: "线上"}); got != want {
		t.Errorf("key %v, want %v", got, want)
	}
}

func TestWhatIsNoMix(t *testing.T) {
	negative := channelMix()
	negative.Points[1].Parts[2].Amount = chart.At(-18, "−18.0")
	short := channelMix()
	short.Points[0].Parts = short.Points[0].Parts[:2]
	six := mix(make([]string, 6), nil, nil)
	tests := []struct {
		name string
		mix  chart.Mix
		want string
	}{
		{"a negative part", negative, "2025 年四季度, 线上: −18.0 is negative"},
		{"a part missing", short, "2025 年三季度 has 2 parts for 3 series"},
		{"six series", six, "mix of 6 series, want 1 to 5"},
		{"no series", mix(nil, nil, nil), "mix of 0 series, want 1 to 5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.mix.JSON()
			if err == nil || err.Error() != test.want {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
	if got := len(negative.Table().Rows); got != 5 {
		t.Errorf("table of %d rows, want 5: it stands without a drawing", got)
	}
}

func TestColumnsSeries(t *testing.T) {
	c := monthColumns()
	c.Points[1].Prior, c.Points[1].Change = chart.Gap("—"), "—"
	c.Points[2].Target = chart.At(480, "480.0")
	c.Points[2].Partial = true
	p := read(t, c)
	for k, want := range []string{
		"340=340.0 . 395=395.0",
		"410=410.0 435=435.0 500:partial=500.0",
		". . 480",
	} {
		if got := p.series(k); got != want {
			t.Errorf("series %d: %s, want %s", k, got, want)
		}
	}
	var heads []string
	for _, h := range c.Table().Head {
		heads = append(heads, h.Text+h.Note)
	}
	if got, want := strings.Join(heads, " "), "月 2026 年万元 目标万元 2025 年万元 同比"; got != want {
		t.Errorf("heads %s, want %s", got, want)
	}
	var marks []string
	for _, k := range c.Key() {
		marks = append(marks, k.Mark)
	}
	if got, want := strings.Join(marks, " "), "bar prior target bar-partial"; got != want {
		t.Errorf("key %s, want %s", got, want)
	}
}

func TestColumnsWithoutPriorOrTarget(t *testing.T) {
	c := columns(chart.Column{Period: month(7), Actual: chart.At(410, "410.0"), Prior: chart.Gap("—"), Target: chart.Gap("—")})
	p := read(t, c)
	if p.S[0] != nil || p.S[2] != nil {
		t.Error("series of prior figures and targets, want none")
	}
	if n := len(c.Table().Head); n != 2 {
		t.Errorf("%d columns, want 2", n)
	}
	if n := len(c.Key()); n != 1 {
		t.Errorf("%d entries in the key, want 1", n)
	}
}

// What JSON has no number for is a gap, not an error that stops the build.
func TestNoNumberIsAGap(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300} {
		p := read(t, trend(point(30, 20, chart.OnTarget, false), chart.TrendPoint{Actual: chart.At(v, "?"), Target: chart.Gap("—")}))
		if got := p.series(1); got != "30 ." {
			t.Errorf("%v drawn: %s", v, got)
		}
	}
}

// Nothing of the data can end the script element it stands in, and all of it
// arrives unchanged.
func TestHostileText(t *testing.T) {
	for _, s := range scenes() {
		data, err := s.chart.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if i := bytes.IndexAny(data, "<>&\u2028\u2029"); i >= 0 {
			t.Errorf("%s: %q", s.name, data[i:])
		}
	}
	tr := trend(chart.TrendPoint{Period: chart.Period{Label: hostile, Sub: hostile}, Actual: chart.At(1, hostile), Target: chart.Gap("—")})
	p := read(t, tr)
	if p.X[0] != hostile || p.Sub[0] != hostile || p.S[3].T[0] != hostile {
		t.Errorf("text arrives as %q %q %q", p.X[0], p.Sub[0], p.S[3].T[0])
	}
}

func BenchmarkJSON(b *testing.B) {
	for _, d := range []drawable{companyTrend(), channelMix(), monthColumns()} {
		b.Run(d.Kind(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := d.JSON(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkTable(b *testing.B) {
	d := companyTrend()
	b.ReportAllocs()
	for b.Loop() {
		d.Table()
	}
}
