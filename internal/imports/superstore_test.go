package imports

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
	"reviewfolio/internal/source"
)

// superstoreProfile reads order lines of regions: the managers and the returns
// are tables of their own.
const superstoreProfile = `title: 超市订单
columns:
  行: 行 ID
  订单: 订单 ID
  日期: 订单日期
  地区: 地区
  销售额:
  数量:
  利润:
  类别:
  细分:
lookups:
  经理: {on: 地区, key: 地区, value: 地区经理}
  退回: {on: 订单, key: 订单 ID, value: 退回}
id: 行
person: 经理
date: 日期
metrics:
  revenue: {sum: 销售额}
  gross_profit: {sum: 利润}
  orders: {distinct: 订单}
  units: {sum: 数量}
  returns: {distinct: 订单, where: {退回: 是}}
breakdowns:
  category: 类别
  segment: 细分
series: [revenue, orders]
`

// TestSuperstore: 10,000 real order lines give the figures that were computed
// of them elsewhere.
func TestSuperstore(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared data is not here")
	}
	p, faults, err := source.Load(os.DirFS(filepath.Join(root, "portfolios", "superstore-zh")))
	if err != nil || faults.HasErrors() {
		t.Fatal(err, faults)
	}
	var files []File
	for _, name := range []string{"退货.csv", "订单.csv", "销售人员.csv"} {
		book, err := sheet.OpenFile(filepath.Join(root, "data", "superstore-zh", name))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		files = append(files, File{name, book})
	}
	profile, faults := source.ParseProfile("superstore.yaml", "superstore", []byte(superstoreProfile), &p.Settings)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	r, err := Run(p, profile, files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != (Rows{Read: 10000, Used: 10000}) || len(r.Rejects) > 0 {
		t.Errorf("%+v %v", r.Rows, r.Rejects)
	}
	got := actuals(p, r)
	compareExpected(t, got, filepath.Join(root, "portfolios", "superstore-zh", "expected.csv"))
	checkParts(t, p, r)
}

// TestSuperstoreStart: what Explain makes of the order lines alone gives the
// same figures, as far as that file has them.
func TestSuperstoreStart(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared data is not here")
	}
	folder := os.DirFS(filepath.Join(root, "portfolios", "superstore-zh"))
	p, faults, err := source.Load(folder)
	if err != nil || faults.HasErrors() {
		t.Fatal(err, faults)
	}
	book, err := sheet.OpenFile(filepath.Join(root, "data", "superstore-zh", "订单.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	file := File{"订单.csv", book}
	e, err := Explain(folder, p, file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(p, parse(t, p, e.Start), []File{file}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != (Rows{Read: 10000, Used: 10000}) {
		t.Errorf("%+v\n%s", r.Rows, e.Start)
	}
	compareExpected(t, actuals(p, r), filepath.Join(root, "portfolios", "superstore-zh", "expected.csv"), "returns", "return_rate")
}

type figureKey struct {
	id, period string
	metric     model.MetricID
}

// actuals adds the figures of people up to years.
func actuals(p *model.Portfolio, r *Result) map[figureKey]model.Amount {
	got := map[figureKey]model.Amount{}
	for _, f := range r.Figures {
		if f.Part != Actual {
			continue
		}
		got[figureKey{f.ID, f.Period.String(), f.Metric}] += f.Amount
		year, _ := p.Settings.Calendar.In(f.Period, model.Year)
		got[figureKey{f.ID, year.String(), f.Metric}] += f.Amount
	}
	return got
}

// compareExpected compares the rows of people, ratios recomputed from their
// sides to six decimals, but for these metrics.
func compareExpected(t *testing.T, got map[figureKey]model.Amount, file string, without ...string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ratios := map[string][2]model.MetricID{"aov": {"revenue", "orders"}, "gross_margin": {"gross_profit", "revenue"}, "return_rate": {"returns", "orders"}}
	compared := 0
	for _, row := range rows[1:] {
		if row[0] != "person" || slices.Contains(without, row[3]) {
			continue
		}
		compared++
		at := func(m model.MetricID) model.Amount { return got[figureKey{row[1], row[2], m}] }
		text := at(model.MetricID(row[3])).String()
		if sides, ok := ratios[row[3]]; ok {
			text = big.NewRat(int64(at(sides[0])), int64(at(sides[1]))).FloatString(6)
		}
		want, _ := new(big.Rat).SetString(row[5])
		is, _ := new(big.Rat).SetString(text)
		if want == nil || is.Cmp(want) != 0 {
			t.Errorf("%s %s %s: got %s, want %s", row[1], row[2], row[3], text, row[5])
		}
	}
	if compared < 600 {
		t.Errorf("only %d rows compared", compared)
	}
}

// checkParts: the parts of each breakdown, and the months, make the whole.
func checkParts(t *testing.T, p *model.Portfolio, r *Result) {
	t.Helper()
	whole := map[figureKey]model.Amount{}
	sums := map[string]map[figureKey]model.Amount{}
	for _, f := range r.Figures {
		k := figureKey{f.ID, f.Period.String(), f.Metric}
		if f.Part == Actual {
			whole[k] = f.Amount
			continue
		}
		name := strings.Join([]string{"breakdown", string(f.Breakdown), string(f.Metric)}, " ")
		if sums[name] == nil {
			sums[name] = map[figureKey]model.Amount{}
		}
		sums[name][k] += f.Amount
	}
	if len(sums) != 4 { // category, segment, the months of revenue and of orders
		t.Errorf("%v", slices.Sorted(maps.Keys(sums)))
	}
	for name, list := range sums {
		for k, sum := range list {
			if whole[k] != sum {
				t.Errorf("%s %v: parts %s, whole %s", name, k, sum, whole[k])
			}
		}
	}
}
