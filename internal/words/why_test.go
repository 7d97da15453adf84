package words

import (
	"slices"
	"testing"
)

func TestWhyTitle(t *testing.T) {
	up, down := Pull{"线上", "310.2 万"}, Pull{"经销", "98.1 万"}
	for _, tc := range []struct {
		name             string
		up, down         Pull
		absent           string
		raised           bool
		chinese, english string
	}{
		{"both ways", up, down, "", false, "线上多 310.2 万，经销少 98.1 万", "线上 up 310.2 万, 经销 down 98.1 万"},
		{"up only", up, Pull{}, "", false, "线上多 310.2 万，各项都不降", "线上 up 310.2 万, nothing down"},
		{"down only", Pull{}, down, "", false, "经销少 98.1 万，各项都不升", "经销 down 98.1 万, nothing up"},
		{"a ratio", up, down, "", true, "线上拉高 310.2 万，经销拉低 98.1 万", "线上 adds 310.2 万, 经销 takes 98.1 万"},
		{"with a report that is not in", up, Pull{}, "441.0 万", false, "线上多 310.2 万，各项都不降，未交述职的少 441.0 万", "线上 up 310.2 万, nothing down, reports not in take 441.0 万"},
		{"nothing", Pull{}, Pull{}, "", false, "各项都持平", "Nothing moved"},
	} {
		if got := Chinese.WhyTitle(tc.up, tc.down, tc.absent, tc.raised); got != tc.chinese {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.chinese)
		}
		if got := English.WhyTitle(tc.up, tc.down, tc.absent, tc.raised); got != tc.english {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.english)
		}
	}
}

// 677.84 + 606.62 − 441.04 − 701.95 = 141.47, and each for itself the cells
// would be 677.8 + 606.6 − 441.0 − 702.0 = 141.4, not 141.5: one of them is
// raised, that nearest to it, and never one that stands elsewhere too.
func TestSignedCellsAddUpAsWritten(t *testing.T) {
	cell := func(hundredths int64) Fraction { return Fraction{hundredths * 100, 1} } // of 万
	st := Style{Unit: MoneyUnit, Scale: Scale{Power: 4, Decimals: 1}}
	list := []Fraction{cell(67784), cell(60662), cell(-44104), cell(-70195)}
	for _, tc := range []struct {
		name      string
		elsewhere int
		sum       Fraction
		want      []string
	}{
		{"none elsewhere", -1, cell(14147), []string{"+677.8", "+606.6", "−441.0", "−701.9"}},
		{"the last elsewhere", 3, cell(14147), []string{"+677.9", "+606.6", "−441.0", "−702.0"}},
		{"they do not make the sum", -1, cell(14200), []string{"+677.8", "+606.6", "−441.0", "−702.0"}},
		{"no sum", -1, Fraction{}, []string{"+677.8", "+606.6", "−441.0", "−702.0"}},
	} {
		if got := st.SignedCells(list, tc.sum, func(i int) bool { return i == tc.elsewhere }); !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
	got := Style{Unit: PercentUnit}.SignedCells([]Fraction{{34, 10000}, {}, {34, 10000}, {34, 10000}}, Fraction{102, 10000}, func(int) bool { return false })
	if want := []string{"+0.4", "—", "+0.3", "+0.3"}; !slices.Equal(got, want) {
		t.Errorf("thirds of 1.02 points: got %v, want %v, which add up to 1.0", got, want)
	}
}
