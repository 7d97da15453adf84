package sheet

import (
	"fmt"
	"strings"
	"testing"
)

func shownMoment(m Moment) string {
	s := m.Date.String() + m.Period.String()
	if m.Timed {
		s += fmt.Sprintf(" %02d:%02d:%02d", m.Second/3600, m.Second/60%60, m.Second%60)
	}
	if m.Zoned {
		s += fmt.Sprintf(" %+d", m.Offset/60)
	}
	return s
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for value, want := range map[string]string{
		"2026-07-01":                    "2026-07-01",
		"2026-7-1":                      "2026-07-01",
		"2026/7/1":                      "2026-07-01",
		"2026.07.01":                    "2026-07-01",
		"2026年7月1日":                     "2026-07-01",
		"2026年07月01号":                   "2026-07-01",
		"2026 年 7 月 1 日":                "2026-07-01",
		"26年7月1日":                       "2026-07-01",
		"２０２６年７月１日":                     "2026-07-01",
		"20260701":                      "2026-07-01",
		"20260701132035":                "2026-07-01 13:20:35",
		"01-Jul-26":                     "2026-07-01",
		"1-Jul-2026":                    "2026-07-01",
		"1 July 2026":                   "2026-07-01",
		"Jul 1, 2026":                   "2026-07-01",
		"July 1st, 2026":                "2026-07-01",
		"Sept. 9, 2026":                 "2026-09-09",
		"Jul 1, 2026 01:20 PM":          "2026-07-01 13:20:00",
		"Wed, 01 Jul 2026 13:20:35 GMT": "2026-07-01 13:20:35 +0",
		"2024-09-09 13:20:35":           "2024-09-09 13:20:35",
		"2026-07-01T13:20:35":           "2026-07-01 13:20:35",
		"2026-07-01T13:20:35.123Z":      "2026-07-01 13:20:35 +0",
		"2026-07-01T13:20:35+08:00":     "2026-07-01 13:20:35 +480",
		"2026-07-01 13:20:35 -0330":     "2026-07-01 13:20:35 -210",
		"2026-07-01 13:20 GMT+8":        "2026-07-01 13:20:00 +480",
		"2026/7/1 9:05":                 "2026-07-01 09:05:00",
		"2026年7月1日 下午1:20":              "2026-07-01 13:20:00",
		"2026年7月1日 上午12:05":             "2026-07-01 00:05:00",
		"2026年7月1日 13时20分35秒":           "2026-07-01 13:20:35",
		"2026年7月1日 星期三":                 "2026-07-01",
		"2026-07-01（周三）":                "2026-07-01",
		"2026-07-01 周三 13:20":           "2026-07-01 13:20:00",
		"12:00 AM":                      "cell-not-a-date 12:00 AM",
		"2026-07-01 12:00 AM":           "2026-07-01 00:00:00",
		"2026-07-01 12:00 PM":           "2026-07-01 12:00:00",
		"46204":                         "2026-07-01",
		"46204.5":                       "2026-07-01 12:00:00",
		"2026年7月":                       "2026-07",
		"2026年7月份":                      "2026-07",
		"2026-07":                       "2026-07",
		"2026/7":                        "2026-07",
		"2026.07":                       "2026-07",
		"202607":                        "2026-07",
		"07/2026":                       "2026-07",
		"Jul-26":                        "2026-07",
		"July 2026":                     "2026-07",
		"2026-Q3":                       "2026-Q3",
		"2026Q3":                        "2026-Q3",
		"2026 Q3":                       "2026-Q3",
		"Q3 2026":                       "2026-Q3",
		"2026年Q3":                       "2026-Q3",
		"2026年第三季度":                     "2026-Q3",
		"2026年3季度":                      "2026-Q3",
		"2026年三季度":                      "2026-Q3",
		"2026-H1":                       "2026-H1",
		"2026年下半年":                      "2026-H2",
		"2026":                          "2026",
		"2026年":                         "2026",
		"2024-02-29":                    "2024-02-29",
		"13/07/2026":                    "2026-07-13", // no other way
		"07/13/2026":                    "2026-07-13",
		"5/5/2026":                      "2026-05-05", // the same both ways
		"1.7.2026":                      "2026-07-01", // nobody writes the month first and dots
		"":                              "",
		"-":                             "",
		"NULL":                          "",
		"0000-00-00":                    "",
		"0000-00-00 00:00:00":           "",
		"01/07/2026":                    "cell-date-order 01/07/2026 2026-07-01 2026-01-07",
		"2026-02-29":                    "cell-not-a-date 2026-02-29",
		"2026-13-01":                    "cell-not-a-date 2026-13-01",
		"2026.1":                        "cell-not-a-date 2026.1", // may have been 2026.10
		"31/02/2026":                    "cell-not-a-date 31/02/2026",
		"2026-":                         "cell-not-a-date 2026-",
		"2026-07/01":                    "cell-not-a-date 2026-07/01",
		"2026-07-01 25:00":              "cell-not-a-date 2026-07-01 25:00",
		"2026-07-01 13:60":              "cell-not-a-date 2026-07-01 13:60",
		"2026-07-01 下午1:20 AM":          "cell-not-a-date 2026-07-01 下午1:20 AM",
		"2026-07-01 13:20 CST":          "cell-not-a-date 2026-07-01 13:20 CST", // China's, or Chicago's
		"2026-07-01 to 2026-07-03":      "cell-not-a-date 2026-07-01 to 2026-07-03",
		"7月":                            "cell-date-no-year 7月",
		"2026-Q5":                       "cell-not-a-date 2026-Q5",
		"12345":                         "cell-not-a-date 12345", // 1933
		"99999":                         "cell-not-a-date 99999",
		"123":                           "cell-not-a-date 123",
		"soon":                          "cell-not-a-date soon",
		"1751328000000":                 "cell-not-a-date 1751328000000",
		"合计":                            "cell-not-a-date 合计",
	} {
		m, given, err := ReadDate(text(value), DateStyle{})
		got := codeOf(err)
		if given {
			got = shownMoment(m)
		}
		equal(t, value, got, want)
		says(t, err)
		if !given && m != (Moment{}) {
			t.Errorf("%q gives nothing and %+v", value, m)
		}
	}
}

func TestDatesOfCells(t *testing.T) {
	for _, tc := range []struct {
		cell Cell
		want string
	}{
		{Cell{Kind: Date, Text: "2026-07-01"}, "2026-07-01"},
		{Cell{Kind: Date, Text: "2026-07-01T13:20:35"}, "2026-07-01 13:20:35"},
		{Cell{Kind: Number, Text: "20260701"}, "2026-07-01"},
		{Cell{Kind: Number, Text: "202607"}, "2026-07"},
		{Cell{Kind: Number, Text: "2026"}, "2026"},
		{Cell{Kind: Number, Text: "46204"}, "2026-07-01"},
		{Cell{Kind: Number, Text: "2026.07"}, "cell-not-a-date 2026.07"}, // a number forgets zeros behind the point
		{Cell{Kind: Number, Text: "-5"}, "cell-not-a-date -5"},
		{Cell{Kind: Number, Text: "0.5"}, "cell-not-a-date 0.5"},
		{Cell{Kind: Bool, Text: "TRUE"}, "cell-not-a-date TRUE"},
		{Cell{Kind: Fault, Text: "#N/A"}, "cell-fault #N/A"},
		{Cell{Kind: Uncached}, "cell-uncached"},
		{Cell{}, ""},
	} {
		m, given, err := ReadDate(tc.cell, DateStyle{})
		got := codeOf(err)
		if given {
			got = shownMoment(m)
		}
		equal(t, tc.cell.Text, got, tc.want)
	}
}

func TestOrderOfAColumn(t *testing.T) {
	for _, tc := range []struct {
		name, values, order, proof, first string // the order, what proves it, what the first value is then
	}{
		{"no value depends on it", "2026-07-01 2026/7/2", "any", "", "2026-07-01"},
		{"days first", "01/07/2026 13/07/2026 02/07/2026", "day", "3 13/07/2026", "2026-07-01"},
		{"months first", "01/07/2026 01/13/2026", "month", "3 01/13/2026", "2026-01-07"},
		{"the two vintages of the Superstore: 3 January", "03/01/19 27/12/19", "day", "3 27/12/19", "2019-01-03"},
		{"and 8 November", "11/8/2018 6/12/2018 10/11/2018 6/14/2018", "month", "5 6/14/2018", "2018-11-08"},
		{"dots", "01.07.2026 02.07.2026", "day", "2 01.07.2026", "2026-07-01"},
		{"the same both ways", "5/5/2026 6/6/2026", "any", "", "2026-05-05"},
		{"nothing decides", "01/07/2026 02/07/2026", "column-dates-ambiguous 2 01/07/2026 2026-07-01 2026-01-07", "", ""},
		{"they contradict", "13/07/2026 07/14/2026", "column-dates-mixed 2 13/07/2026 3 07/14/2026", "", ""},
		{"what is no date does not count", "合计 45/13/2026 01/13/2026", "month", "4 01/13/2026", "cell-not-a-date 合计"},
		{"years of two digits in front", "25/03/01 25/07/19 26/01/05 26/03/30 26/04/28", "year", "2 25/03/01", "2025-03-01"},
		{"years of two digits behind", "01/03/25 19/07/25 05/01/26 30/03/26 28/04/26", "day", "3 19/07/25", "2025-03-01"},
		{"years of two digits, too few to tell", "01/02/03", "column-dates-ambiguous 2 01/02/03 2003-02-01 2003-01-02", "", ""},
	} {
		var c DateColumn
		values := strings.Fields(tc.values)
		for i, v := range values {
			c.Add(i+2, text(v))
		}
		style, proof, err := c.Style()
		order := map[Order]string{AnyOrder: "any", DayMonth: "day", MonthDay: "month", YearFirst: "year"}[style.Order]
		if err != nil {
			equal(t, tc.name, codeOf(err), tc.order)
			says(t, err)
			continue
		}
		shown := ""
		if !proof.IsZero() {
			shown = fmt.Sprint(proof.Row, " ", proof.Text)
		}
		equal(t, tc.name, order+" by "+shown, tc.order+" by "+tc.proof)
		m, given, err := ReadDate(text(values[0]), style)
		got := codeOf(err)
		if given {
			got = shownMoment(m)
		}
		equal(t, tc.name, got, tc.first)
	}
}

// A program with American settings opened days-first texts: days up to 12
// became dates, with day and month swapped, the others stayed texts.
func TestSwappedDays(t *testing.T) {
	add := func(dates, texts string) error {
		var c DateColumn
		row := 1
		for _, v := range strings.Fields(dates) {
			row++
			c.Add(row, Cell{Kind: Date, Text: v})
		}
		for _, v := range strings.Fields(texts) {
			row++
			c.Add(row, text(v))
		}
		_, _, err := c.Style()
		return err
	}
	small := "2026-01-07 2026-02-07 2026-03-07 2026-05-08 2026-11-09"
	for _, tc := range []struct{ name, dates, texts, want string }{
		{"swapped", small, "13/07/2026 25/07/2026 30/08/2026", "column-dates-swapped 7 13/07/2026 2 2026-01-07"},
		{"a date past the 12th", small + " 2026-07-13", "13/07/2026 25/07/2026 30/08/2026", ""},
		{"a text up to the 12th", small, "13/07/2026 25/07/2026 05/08/2026", ""},
		{"first days of months", "2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01", "30/06/2026 31/07/2026 31/08/2026", ""},
		{"too few to tell", "2026-01-07", "13/07/2026", ""},
	} {
		err := add(tc.dates, tc.texts)
		equal(t, tc.name, codeOf(err), tc.want)
		says(t, err)
	}
}

func TestFormsOfAColumn(t *testing.T) {
	var c DateColumn
	for i, v := range []string{"2026-07-01", "2026/7/2", "2026/7/3", "2026年7月", "x", "13/7/26", "46204"} {
		c.Add(i+2, text(v))
	}
	c.Add(20, Cell{Kind: Date, Text: "2026-07-01"})
	var got []string
	for _, f := range c.Forms() {
		got = append(got, fmt.Sprintf("%s ×%d from %d %s", f.Form, f.Count, f.First.Row, f.First.Text))
	}
	equal(t, "forms", strings.Join(got, "\n"), `2026/7/1 ×2 from 3 2026/7/2
2026-07-01 ×1 from 2 2026-07-01
2026-07 ×1 from 5 2026年7月
1/7/26 ×1 from 7 13/7/26
46204 ×1 from 8 46204
Excel ×1 from 20 2026-07-01`)
}
