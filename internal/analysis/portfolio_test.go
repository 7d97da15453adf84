package analysis_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
	"reviewfolio/internal/source"
)

// Portfolios of real companies lie in the folder that REVIEWFOLIO_PORTFOLIOS
// names, each with expected.csv: figures that somebody else computed.
func TestRealPortfolios(t *testing.T) {
	folder := os.Getenv("REVIEWFOLIO_PORTFOLIOS")
	expected, _ := filepath.Glob(filepath.Join(folder, "*", "expected.csv"))
	if folder == "" || len(expected) == 0 {
		t.Skip("REVIEWFOLIO_PORTFOLIOS names no folder of portfolios with expected.csv")
	}
	for _, file := range expected {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) { comparePortfolio(t, file) })
	}
}

func comparePortfolio(t *testing.T, file string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	p, faults, err := source.Load(os.DirFS(filepath.Dir(file)))
	if err != nil || faults.HasErrors() {
		t.Fatalf("load: %v %v", err, faults)
	}
	r, _ := analysis.Run(p.WithoutDrafts())
	cells, wrong := 0, 0
	for _, row := range rows[1:] {
		for i, got := range figureCells(t, r, rows[0], row) {
			name := strings.TrimPrefix(rows[0][i], "\ufeff")
			if got == nil || row[i] == "" && (name == "qoq" || name == "yoy") && isRatio(p, row[3]) {
				continue // not a figure, or the change of a ratio, which such a file may leave out
			}
			cells++
			if !sameFigure(row[i], *got) {
				if wrong++; wrong < 20 {
					t.Errorf("%s: %s = %v (%v), want %q", strings.Join(row[:4], " "), name, got.Float(), got.Why, row[i])
				}
			}
		}
	}
	t.Logf("%d cells compared, %d wrong", cells, wrong)
}

func isRatio(p *model.Portfolio, metric string) bool {
	m := p.Metric(model.MetricID(metric))
	return m != nil && m.Kind == model.RatioKind
}

// figureCells returns the figure of each column of the row; nil for a column
// that holds none.
func figureCells(t *testing.T, r *analysis.Result, header, row []string) []*analysis.Value {
	t.Helper()
	at := map[string]string{}
	for i, name := range header {
		at[strings.TrimPrefix(name, "\ufeff")] = row[i]
	}
	s := analysis.PersonScope(model.PersonID(at["id"]))
	if at["scope"] == "team" {
		s = analysis.TeamScope(model.TeamID(at["id"]))
	}
	period, ok := model.ParsePeriod(at["period"])
	if !ok {
		t.Fatalf("no period: %q", at["period"])
	}
	f := r.Figure(s, period, model.MetricID(at["metric"]))
	number := func(n int) *analysis.Value { return &analysis.Value{Ratio: model.Ratio{Num: int64(n), Den: 1}} }
	figures := map[string]*analysis.Value{
		"target": &f.Target, "actual": &f.Actual, "numerator": &f.Numerator, "denominator": &f.Denominator,
		"attainment": &f.Attainment, "qoq": &f.QoQ.Value, "yoy": &f.YoY.Value,
		"people": number(f.People), "excluded": number(f.Excluded),
	}
	cells := make([]*analysis.Value, len(header))
	for i, name := range header {
		cells[i] = figures[strings.TrimPrefix(name, "\ufeff")]
	}
	return cells
}

// sameFigure reports whether the value, rounded to the decimals written, is
// what is written; an empty cell is an undefined figure.
func sameFigure(written string, v analysis.Value) bool {
	if written == "" {
		return !v.Defined()
	}
	n, fault := model.ParseNumber(written)
	scaled, ok := v.Scaled(-n.Exp)
	return fault == model.NumberOK && ok && scaled == n.Mantissa
}
