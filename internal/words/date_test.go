package words

import (
	"testing"
	"time"
)

func TestDay(t *testing.T) {
	tests := []struct {
		year      int
		month     time.Month
		day       int
		reference int
		zh, en    string
	}{
		{2026, time.October, 24, 2026, "10-24", "24 Oct"},
		{2026, time.October, 4, 2025, "2026-10-04", "4 Oct 2026"},
		{2026, time.January, 9, 0, "2026-01-09", "9 Jan 2026"},
	}
	for _, tt := range tests {
		if got := Chinese.Day(tt.year, tt.month, tt.day, tt.reference); got != tt.zh {
			t.Errorf("got %s, want %s", got, tt.zh)
		}
		if got := English.Day(tt.year, tt.month, tt.day, tt.reference); got != tt.en {
			t.Errorf("got %s, want %s", got, tt.en)
		}
	}
	for got, want := range map[string]string{
		Chinese.Elapsed(293, 365): "293/365 天", English.Elapsed(293, 365): "293 of 365 days",
		Chinese.Overdue(11): "逾期 11 天", English.Overdue(1): "1 day overdue",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPeriods(t *testing.T) {
	calendar := func(months, n int) Period { return Period{Year: 2026, Months: months, N: n} }
	fiscal := func(months, n int, start time.Month) Period { return Period{2026, months, n, start} }
	type names struct{ name, short, row, axis, span string }
	tests := []struct {
		p      Period
		zh, en names
	}{
		{calendar(3, 3), names{"2026 年三季度", "三季度", "26 年三季度", "2026", "2026 年第三季度，7 月至 9 月"},
			names{"Q3 2026", "Q3", "Q3 ’26", "2026", "Q3 2026, Jul to Sep"}},
		{calendar(6, 1), names{"2026 年上半年", "上半年", "26 年上半年", "2026", "2026 年上半年，1 月至 6 月"},
			names{"H1 2026", "H1", "H1 ’26", "2026", "H1 2026, Jan to Jun"}},
		{calendar(12, 1), names{"2026 年", "全年", "2026 年", "2026", "2026 年"},
			names{"2026", "full year", "2026", "2026", "2026"}},
		{calendar(1, 7), names{"2026 年 7 月", "7 月", "26 年 7 月", "2026", "2026 年 7 月"},
			names{"Jul 2026", "Jul", "Jul ’26", "2026", "Jul 2026"}},
		{fiscal(3, 3, time.April), names{"2026 财年三季度", "三季度", "26 财年三季度", "2026 财年", "2026 财年第三季度，2026 年 10 月至 12 月"},
			names{"Q3 FY2026", "Q3", "Q3 FY26", "FY2026", "Q3 FY2026, Oct to Dec 2026"}},
		{fiscal(3, 4, time.April), names{"2026 财年四季度", "四季度", "26 财年四季度", "2026 财年", "2026 财年第四季度，2027 年 1 月至 3 月"},
			names{"Q4 FY2026", "Q4", "Q4 FY26", "FY2026", "Q4 FY2026, Jan to Mar 2027"}},
		{fiscal(6, 2, time.July), names{"2026 财年下半年", "下半年", "26 财年下半年", "2026 财年", "2026 财年下半年，2027 年 1 月至 6 月"},
			names{"H2 FY2026", "H2", "H2 FY26", "FY2026", "H2 FY2026, Jan to Jun 2027"}},
		{fiscal(12, 1, time.April), names{"2026 财年", "全年", "2026 财年", "2026 财年", "2026 财年，2026 年 4 月至 2027 年 3 月"},
			names{"FY2026", "full year", "FY2026", "FY2026", "FY2026, Apr 2026 to Mar 2027"}},
		{fiscal(3, 3, time.May), names{"2026 财年三季度", "三季度", "26 财年三季度", "2026 财年", "2026 财年第三季度，2026 年 11 月至 2027 年 1 月"},
			names{"Q3 FY2026", "Q3", "Q3 FY26", "FY2026", "Q3 FY2026, Nov 2026 to Jan 2027"}},
		{fiscal(1, 7, time.April), names{"2026 年 7 月", "7 月", "26 年 7 月", "2026", "2026 年 7 月"},
			names{"Jul 2026", "Jul", "Jul ’26", "2026", "Jul 2026"}},
		{fiscal(3, 1, time.January), names{"2026 年一季度", "一季度", "26 年一季度", "2026", "2026 年第一季度，1 月至 3 月"},
			names{"Q1 2026", "Q1", "Q1 ’26", "2026", "Q1 2026, Jan to Mar"}},
	}
	for _, tt := range tests {
		for lang, want := range map[Lang]names{Chinese: tt.zh, English: tt.en} {
			got := names{lang.PeriodName(tt.p), lang.PeriodShort(tt.p), lang.PeriodRow(tt.p), lang.AxisYear(tt.p), lang.PeriodSpan(tt.p)}
			if got != want {
				t.Errorf("%+v: got %q, want %q", tt.p, got, want)
			}
		}
	}
}
