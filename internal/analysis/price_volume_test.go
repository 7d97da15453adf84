package analysis

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// Real order lines of two years: the figures that pandas computed from them.
// 17 sub-categories, all sold in both years.
func TestPriceVolumeMixOfRealOrders(t *testing.T) {
	file, err := os.Open("../../../shared/data/superstore-zh/订单.csv")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the order lines are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	text := "cycle year\nbreakdown units_by_product units product\nteam hq\nperson a hq\n"
	for year, parts := range soldByYear(t, file) {
		if year < "2016" {
			continue
		}
		var line strings.Builder
		total := new(big.Rat)
		for name, x := range parts {
			fmt.Fprintf(&line, " product:%s=%s units_by_product:%s=%s", name, x.money.FloatString(4), name, x.units.FloatString(0))
			total.Add(total, x.money)
		}
		text += fmt.Sprintf("report %s a revenue=%s%s\n", year, total.FloatString(4), line.String())
	}
	r, _ := Run(ledger(t, text))
	now, before := quarter("2017"), quarter("2016")
	v, ok := r.PriceVolume(TeamScope("hq"), "units_by_product", now, before)
	if !ok || len(v.Items) != 17 {
		t.Fatalf("%d parts in both years, ok %v", len(v.Items), ok)
	}
	cents := func(list []Step) (text string) {
		for _, s := range list {
			text += " " + big.NewRat(s.Delta.Num, s.Delta.Den).FloatString(2)
		}
		return text
	}
	if got, want := cents(v.Steps), " 1313619.49 -25105.13 -46091.35"; got != want {
		t.Errorf("volume, mix, price: got%s, want%s", got, want)
	}
	if got, want := cents(v.Symmetric), " 1305208.45 -18743.13 -44042.30"; got != want {
		t.Errorf("symmetric: got%s, want%s", got, want)
	}
	if got := big.NewRat(v.Delta.Num, v.Delta.Den).FloatString(3); got != "1242423.007" {
		t.Errorf("change %s, want 1242423.007", got)
	}
	addsUp(t, &v.Bridge)
}

type sold struct{ money, units *big.Rat }

// soldByYear sums order lines by year and sub-category.
func soldByYear(t *testing.T, file io.Reader) map[string]map[string]sold {
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(rows[0], name) }
	day, part, money, units := 2, at("子类别"), at("销售额"), at("数量")
	all := map[string]map[string]sold{}
	for _, row := range rows[1:] {
		year := row[day][:4]
		if all[year] == nil {
			all[year] = map[string]sold{}
		}
		x := all[year][row[part]]
		if x.money == nil {
			x = sold{new(big.Rat), new(big.Rat)}
		}
		for _, sum := range []struct {
			to   *big.Rat
			text string
		}{{x.money, row[money]}, {x.units, row[units]}} {
			n, ok := new(big.Rat).SetString(sum.text)
			if !ok {
				t.Fatalf("%q is no number", sum.text)
			}
			sum.to.Add(sum.to, n)
		}
		all[year][row[part]] = x
	}
	return all
}

// turns holds that the symmetric form turns its signs when the periods change
// places, and reports whether it could be tried: who owes a report in the later
// period leaves the parts one way and not the other.
func turns(t *testing.T, r *Result, v *PriceVolume, units model.BreakdownID) bool {
	t.Helper()
	back, ok := r.PriceVolume(v.Scope, units, v.From, v.To)
	if !ok || len(v.Items) == 0 || v.sold().before != back.sold().after || v.sold().after != back.sold().before {
		return false
	}
	for i := range 3 {
		x, y := v.Symmetric[i].Delta, back.Symmetric[i].Delta
		if x.Num != -y.Num || x.Den != y.Den {
			t.Errorf("%v: step %d is %s one way and %s the other", v.Scope, i, show(x), show(y))
		}
	}
	return true
}
