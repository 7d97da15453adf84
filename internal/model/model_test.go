package model

import (
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"
	"testing/quick"
	"time"
)

func TestPeriods(t *testing.T) {
	for _, tc := range []struct {
		start               time.Month
		period              string
		first, last         string
		prev, year, quarter string // year and quarter that hold it
	}{
		{1, "2026-Q3", "2026-07-01", "2026-09-30", "2026-Q2", "2026", ""},
		{1, "2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4", "2026", ""},
		{1, "2026-H2", "2026-07-01", "2026-12-31", "2026-H1", "2026", ""},
		{1, "2024-02", "2024-02-01", "2024-02-29", "2024-01", "2024", "2024-Q1"},
		{1, "2026", "2026-01-01", "2026-12-31", "2025", "", ""},
		{4, "2026-Q1", "2026-04-01", "2026-06-30", "2025-Q4", "2026", ""},
		{4, "2026-Q4", "2027-01-01", "2027-03-31", "2026-Q3", "2026", ""},
		{4, "2027-02", "2027-02-01", "2027-02-28", "2027-01", "2026", "2026-Q4"},
		{4, "2026", "2026-04-01", "2027-03-31", "2025", "", ""},
		{12, "2026-H1", "2026-12-01", "2027-05-31", "2025-H2", "2026", ""},
		{12, "2026-11", "2026-11-01", "2026-11-30", "2026-10", "2025", "2025-Q4"},
	} {
		c := Calendar{tc.start}
		p, ok := ParsePeriod(tc.period)
		if !ok || p.String() != tc.period {
			t.Fatalf("ParsePeriod(%q) = %v, %v", tc.period, p, ok)
		}
		if got := c.First(p).String(); got != tc.first {
			t.Errorf("start %d: First(%s) = %s, want %s", tc.start, p, got, tc.first)
		}
		if got := c.Last(p).String(); got != tc.last {
			t.Errorf("start %d: Last(%s) = %s, want %s", tc.start, p, got, tc.last)
		}
		if got := c.Prev(p).String(); got != tc.prev {
			t.Errorf("start %d: Prev(%s) = %s, want %s", tc.start, p, got, tc.prev)
		}
		if got, _ := c.In(p, Year); got.String() != tc.year {
			t.Errorf("start %d: In(%s, year) = %s, want %s", tc.start, p, got, tc.year)
		}
		if got, _ := c.In(p, Quarter); got.String() != tc.quarter {
			t.Errorf("start %d: In(%s, quarter) = %s, want %s", tc.start, p, got, tc.quarter)
		}
		if c.Next(c.Prev(p)) != p || c.Of(c.Last(p), p.Length) != p || c.Of(c.First(p), p.Length) != p {
			t.Errorf("start %d: %s is not its own neighbour's neighbour", tc.start, p)
		}
	}
	for _, bad := range []string{"", "26", "2026-", "2026-Q0", "2026-Q5", "2026-H3", "2026-13", "2026-00", "2026-7", "2026-q3", "2026-Q3 ", "0000", "2026-07-01", "-026", "+026", "2026-+1"} {
		if p, ok := ParsePeriod(bad); ok {
			t.Errorf("ParsePeriod(%q) = %v, want none", bad, p)
		}
	}
}

func TestPartsMakeUpThePeriod(t *testing.T) {
	c := Calendar{4}
	year, _ := ParsePeriod("2026")
	for l := Month; l < Year; l++ {
		days := 0
		for _, part := range c.Parts(year, l) {
			if !c.Contains(year, part) || c.Contains(part, year) {
				t.Errorf("%s and %s: containment is wrong", year, part)
			}
			days += c.Days(part)
		}
		if days != 365 {
			t.Errorf("the %ss of %s have %d days", l, year, days)
		}
	}
	if c.Parts(year, Year) != nil {
		t.Error("a year is not a part of itself")
	}
}

func TestDates(t *testing.T) {
	d, ok := ParseDate("2024-02-29")
	if !ok || d.String() != "2024-02-29" || d.AddDays(1).String() != "2024-03-01" {
		t.Errorf("2024-02-29 became %v", d)
	}
	for _, bad := range []string{"2026-02-29", "2026-2-1", "", "2026-13-01", "0000-01-01", "2026/01/01"} {
		if d, ok := ParseDate(bad); ok {
			t.Errorf("ParseDate(%q) = %v", bad, d)
		}
	}
	a, _ := ParseDate("2026-01-31")
	b, _ := ParseDate("2026-03-01")
	if b.Sub(a) != 29 || !a.Before(b) || !b.After(a) {
		t.Errorf("%s to %s: %d days", a, b, b.Sub(a))
	}
}

func TestScaledRoundsHalfAwayFromZero(t *testing.T) {
	for _, tc := range []struct {
		num, den int64
		digits   int
		want     int64
	}{
		{1, 3, 4, 3333},
		{2, 3, 4, 6667},
		{1, 2, 0, 1},
		{-1, 2, 0, -1},
		{3, 2, 0, 2},
		{-5, 2, 0, -3},
		{12345, 10000, 2, 123},
		{12350, 10000, 2, 124},
		{13450000, 10000, -2, 13},
		{15000000, 10000, -3, 2},
		{math.MaxInt64, math.MaxInt64, 6, 1000000},
		{math.MaxInt64, 1, 0, math.MaxInt64},
		{math.MinInt64 + 1, 1, 0, math.MinInt64 + 1},
	} {
		if got, ok := (Ratio{tc.num, tc.den}).Scaled(tc.digits); !ok || got != tc.want {
			t.Errorf("%d/%d at %d digits = %d, %v; want %d", tc.num, tc.den, tc.digits, got, ok, tc.want)
		}
	}
	if _, ok := (Ratio{}).Scaled(2); ok {
		t.Error("the undefined ratio has digits")
	}
	if _, ok := (Ratio{math.MaxInt64, 1}).Scaled(2); ok {
		t.Error("a result beyond int64 was given")
	}
}

// Scaled must agree with arithmetic on big rationals everywhere.
func TestScaledAgreesWithBigRat(t *testing.T) {
	check := func(num, den int64, digits uint8) bool {
		if den <= 0 {
			den = -(den + 1) + 1
		}
		d := int(digits % 7)
		got, ok := Ratio{num, den}.Scaled(d)
		x := new(big.Rat).SetFrac64(num, den)
		x.Mul(x, new(big.Rat).SetInt(pow10(d)))
		twice := new(big.Int).Lsh(new(big.Int).Abs(x.Num()), 1)
		twice.Add(twice, x.Denom())
		want := twice.Quo(twice, new(big.Int).Lsh(x.Denom(), 1))
		if num < 0 {
			want.Neg(want)
		}
		if !want.IsInt64() {
			return !ok
		}
		return ok && got == want.Int64()
	}
	if err := quick.Check(check, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}

func TestCompareAgreesWithBigRat(t *testing.T) {
	check := func(a, b, c, d int64) bool {
		den := func(n int64) int64 { return max(1, n&math.MaxInt64) }
		x, y := Ratio{a, den(b)}, Ratio{c, den(d)}
		return x.Compare(y) == x.Rat().Cmp(y.Rat())
	}
	if err := quick.Check(check, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}

// Whatever the sizes of numerator and denominator, a ratio is exact or as near
// as its docstring says. Shifting both alike would leave a large quotient with
// few bits: expense 4.765e5 times revenue was off in the sixth decimal.
func TestRatioOfIsNear(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	integer := func(bits int) *big.Int {
		n := new(big.Int)
		for range 4 {
			n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(random.Uint64()))
		}
		return n.Rsh(n, uint(256-bits)).Add(n, big.NewInt(1))
	}
	for range 20_000 {
		den := integer(1 + random.IntN(130))
		num := integer(1 + random.IntN(min(den.BitLen()+58, 130)))
		if random.IntN(2) == 0 {
			num.Neg(num)
		}
		x := new(big.Rat).SetFrac(num, den)
		r := RatioOf(x)
		if !r.Defined() {
			t.Fatalf("%v is undefined", x)
		}
		bound := new(big.Rat).SetFrac64(1, 1<<61)
		if abs := new(big.Rat).Abs(x); abs.Cmp(big.NewRat(1, 1)) > 0 {
			bound.Mul(bound, abs.Mul(abs, big.NewRat(2, 1)))
		}
		if x.Num().IsInt64() && x.Denom().IsInt64() {
			bound.SetInt64(0)
		}
		if off := new(big.Rat).Sub(r.Rat(), x); off.Abs(off).Cmp(bound) > 0 {
			t.Fatalf("RatioOf(%v) = %v, off by %s", x, r, off.FloatString(25))
		}
	}
	if r := RatioOf(new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(1), 70), big.NewInt(3))); r.Defined() {
		t.Errorf("2^70/3 = %v, want undefined", r)
	}
}

func TestAmountString(t *testing.T) {
	for _, tc := range []struct {
		a    Amount
		min  int
		want string
	}{
		{13_450_000 * One, 0, "13450000"},
		{13_450_000 * One, 2, "13450000.00"},
		{15000, 0, "1.5"},
		{15000, 2, "1.50"},
		{12345, 2, "1.2345"},
		{-5, 2, "-0.0005"},
		{-One, 0, "-1"},
		{0, 2, "0.00"},
		{math.MinInt64, 0, "-922337203685477.5808"},
	} {
		if got := string(tc.a.Append(nil, tc.min)); got != tc.want {
			t.Errorf("%d with %d decimals = %q, want %q", int64(tc.a), tc.min, got, tc.want)
		}
	}
	if _, ok := Amount(math.MaxInt64).Add(1); ok {
		t.Error("a sum that does not fit was given")
	}
	if sum, ok := Amount(3).Add(-5); !ok || sum != -2 {
		t.Errorf("3 + -5 = %d, %v", sum, ok)
	}
}

func TestTeamIn(t *testing.T) {
	day := func(s string) Date { d, _ := ParseDate(s); return d }
	mover := &Person{Stints: []Stint{{Team: "east"}, {Team: "north", From: day("2026-08-10")}}}
	leaver := &Person{Stints: []Stint{{Team: "east", From: day("2024-01-01")}}, Left: day("2026-08-31")}
	joiner := &Person{Stints: []Stint{{Team: "east"}}, Joined: day("2026-08-01")}
	for _, tc := range []struct {
		who    *Person
		period string
		want   TeamID
	}{
		{mover, "2026-Q2", "east"},
		{mover, "2026-Q3", "north"},
		{mover, "2026-07", "east"},
		{leaver, "2026-Q3", "east"},
		{leaver, "2026-Q4", ""},
		{leaver, "2023-Q4", ""},
		{joiner, "2026-Q2", ""},
		{joiner, "2026-Q3", "east"},
	} {
		p, _ := ParsePeriod(tc.period)
		if got, ok := tc.who.TeamIn(Calendar{1}, p); got != tc.want || ok != (tc.want != "") {
			t.Errorf("in %s: team %q, %v; want %q", tc.period, got, ok, tc.want)
		}
	}
}

func TestValidID(t *testing.T) {
	for id, want := range map[string]bool{"a": true, "zhang-wei": true, "0-": true, "": false, "-a": false, "A": false, "张伟": false, "a_b": false, "a.b": false} {
		if ValidID(id) != want {
			t.Errorf("ValidID(%q) = %v", id, !want)
		}
	}
	long := make([]byte, 65)
	for i := range long {
		long[i] = 'a'
	}
	if ValidID(string(long)) || !ValidID(string(long[:64])) {
		t.Error("ids have at most 64 characters")
	}
}

func TestBuiltInDictionary(t *testing.T) {
	known := map[MetricID]bool{}
	for i, m := range BuiltInMetrics() {
		if known[m.ID] || m.Order != i {
			t.Errorf("%s: twice, or out of order", m.ID)
		}
		known[m.ID] = true
		if (m.Kind == RatioKind) != (len(m.Numerator) > 0 && len(m.Denominator) > 0) {
			t.Errorf("%s: only a ratio has two sides", m.ID)
		}
		for _, side := range append(m.Numerator, m.Denominator...) {
			if !known[side] {
				t.Errorf("%s: %s is not known before it", m.ID, side)
			}
		}
	}
	if len(known) != 30+5+12+1 {
		t.Errorf("%d metrics", len(known))
	}
}

// What a portfolio shares with the one it was made from makes no difference.
func TestWithIsNew(t *testing.T) {
	q3, q4 := Period{2026, Quarter, 3}, Period{2026, Quarter, 4}
	a, b, c := &Review{Period: q3, Person: "a"}, &Review{Period: q3, Person: "b"}, &Review{Period: q4, Person: "a"}
	hq, people := []*Team{{ID: "hq"}}, []*Person{{ID: "a"}, {ID: "b"}}
	settings := Settings{Metrics: BuiltInMetrics()}
	base := New(settings, hq, people, []*Review{a, b}, nil)
	b2 := &Review{Period: q3, Person: "b", Report: &Report{}}
	for name, reviews := range map[string][]*Review{
		"one other": {a, b2}, "one more": {a, b, c}, "one less": {b}, "moved": {b, a}, "none": nil,
	} {
		got, want := base.With(settings, hq, people[:1], reviews, nil), New(settings, hq, people[:1], reviews, nil)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
		for _, r := range reviews {
			if got.Review(r.Period, r.Person) != r {
				t.Errorf("%s: the review of %s in %s is not found", name, r.Person, r.Period)
			}
		}
		if got.Review(q4, "b") != nil || got.Person("b") != nil || got.Team("hq") != hq[0] || got.Metric("orders").ID != "orders" || got.Metric("none") != nil {
			t.Errorf("%s: found what is not there, or not what is", name)
		}
	}
	if base.Review(q3, "b") != b || base.Person("b") != people[1] {
		t.Error("the portfolio it was made from has changed")
	}
}

func TestWithoutDraftsKeepsWhatIsNotHeldBack(t *testing.T) {
	review := func(status Status, comments ...Status) *Review {
		r := &Review{Period: Period{2026, Quarter, 3}}
		if status != 0 {
			r.Report = &Report{Status: status, Goals: []Goal{{ID: "g"}}}
		}
		for _, s := range comments {
			r.Comments = append(r.Comments, &Comment{Status: s})
		}
		return r
	}
	for _, tc := range []struct {
		name     string
		in       *Review
		same     bool
		comments int // -1: the review is left out
		goals    int
	}{
		{"nothing held back", review(Submitted, Submitted), true, 1, 1},
		{"a draft", review(Draft, Submitted), false, -1, 0},
		{"a draft comment", review(Submitted, Draft, Submitted), false, 1, 1},
		{"a report that is open", review(Open, Submitted), false, 1, 0},
		{"draft comments and no report", review(0, Draft), false, -1, 0},
		{"nothing", review(0), false, -1, 0},
	} {
		all := New(Settings{}, nil, nil, []*Review{tc.in}, nil)
		before := len(tc.in.Comments)
		shown := all.WithoutDrafts().Reviews
		if len(tc.in.Comments) != before || len(shown) == 1 != (tc.comments >= 0) {
			t.Errorf("%s: %d comments of the review itself, %d reviews shown", tc.name, len(tc.in.Comments), len(shown))
			continue
		}
		if len(shown) == 0 {
			continue
		}
		if got := shown[0]; got == tc.in != tc.same || len(got.Comments) != tc.comments || len(got.Report.Goals) != tc.goals {
			t.Errorf("%s: the same %v, %d comments, %d goals", tc.name, got == tc.in, len(got.Comments), len(got.Report.Goals))
		}
	}
}
