package imports

import (
	"strconv"
	"strings"
	"time"

	"reviewfolio/internal/model"
	"reviewfolio/internal/sheet"
)

// A wideStep is a column whose header names a period.
type wideStep struct {
	column int
	length model.Length
	n      int // month of the calendar, quarter or half; 1 of a year
	year   int // 0 where nothing at the header names one
	side   int // targetSide or actualSide; 0 where the header does not say
	said   string
}

// period returns the period of the step; year is that of headers without one.
// A month without a year is one of the fiscal year.
func (s wideStep) period(c model.Calendar, year int) (model.Period, bool) {
	y := s.year
	if y == 0 {
		if y = year; y == 0 {
			return model.Period{}, false
		}
		if s.length == model.Month && s.n < int(max(c.Start, 1)) {
			y++
		}
	}
	return model.Period{Year: int16(y), Length: s.length, N: int8(s.n)}, true
}

// wideSteps returns the columns of a header that name periods and are of this
// side, as far as they say. The row above may name the year of a group of
// columns, or the period of a column that only says 目标 or 实际.
func wideSteps(t *top, row int, actual bool) []wideStep {
	var steps []wideStep
	for i, c := range t.rows[row].cells {
		var above sheet.Cell
		if row > 0 && i < len(t.rows[row-1].cells) {
			above = t.rows[row-1].cells[i]
		}
		s, ok := readStep(c)
		if side := sideWords[readHeader(c.Text).name]; !ok && side != 0 {
			s, ok = readStep(above)
			s.side = side
		}
		if !ok || s.side == actualSide && !actual || s.side == targetSide && actual {
			continue
		}
		s.column, s.said = i, c.Text+" "+above.Text
		if y, ok := yearIn(above.Text); ok && s.year == 0 && len([]rune(above.Text)) < 12 {
			s.year = y
		}
		steps = append(steps, s)
	}
	return steps
}

// stepTwice reports whether two columns have the same header, as those below
// the title of a group of columns do.
func stepTwice(steps []wideStep) bool {
	seen := map[string]bool{}
	for _, s := range steps {
		if seen[s.said] {
			return true
		}
		seen[s.said] = true
	}
	return false
}

const (
	targetSide = iota + 1
	actualSide
)

// sideWords say of a column of which side it is.
var sideWords = map[string]int{
	"目标": targetSide, "任务": targetSide, "计划": targetSide, "指标": targetSide, "预算": targetSide, "target": targetSide, "plan": targetSide, "quota": targetSide, "budget": targetSide,
	"实际": actualSide, "完成": actualSide, "业绩": actualSide, "实绩": actualSide, "actual": actualSide, "actuals": actualSide, "done": actualSide,
}

// cutSide takes words such as 目标 and 销售额 off the end of a header.
func cutSide(s string, into *wideStep) string {
	for {
		rest := s
		for word, side := range sideWords {
			if cut, ok := strings.CutSuffix(s, word); ok && cut != "" {
				rest, into.side = cut, side
			}
		}
		for _, word := range []string{"额", "值", "销售"} {
			if cut, ok := strings.CutSuffix(rest, word); ok && cut != "" {
				rest = cut
			}
		}
		if rest == s {
			return s
		}
		s = rest
	}
}

// readStep reads the period that a header names: 1月, 2026-01, Jan 2026, Q1,
// 第一季度, 上半年, 全年; words such as 目标 behind it do not count.
func readStep(c sheet.Cell) (wideStep, bool) {
	if c.Kind == sheet.Date {
		d, ok := model.ParseDate(c.Text[:min(len(c.Text), len("2026-01-01"))])
		y, m, _ := d.Civil()
		return wideStep{length: model.Month, n: int(m), year: y}, ok
	}
	step := wideStep{}
	s := cutSide(stripped(readHeader(c.Text).name), &step)
	if s = cutYear(s, &step); step.year > 0 {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "年度"), "年")
	}
	s = strings.Trim(s, "-/.'第")
	switch {
	case s == "" && step.year > 0, s == "全年" || s == "年度" || s == "fullyear" || s == "annual" || s == "全年合计":
		step.length, step.n = model.Year, 1
	case s == "":
		return step, false
	default:
		return step, step.readPart(s)
	}
	return step, true
}

// cutYear takes the year off a header, before or behind the rest.
func cutYear(s string, into *wideStep) string {
	fiscal := strings.TrimPrefix(s, "fy")
	if len(fiscal) >= 4 {
		if y, ok := yearOf(fiscal[:4]); ok && (len(fiscal) == 4 || fiscal[4] < '0' || fiscal[4] > '9' || len(fiscal) == 6) {
			into.year = y
			return fiscal[4:]
		}
	}
	if len(fiscal) > 3 && isDigits(fiscal[:2]) && (fiscal[2] == 'q' || fiscal[2] == 'h' || strings.HasPrefix(fiscal[2:], "年")) { // 26q3, 26年7月
		n, _ := strconv.Atoi(fiscal[:2])
		into.year = 2000 + n
		return fiscal[2:]
	}
	if len(s) > 4 {
		if y, ok := yearOf(s[len(s)-4:]); ok {
			into.year = y
			return s[:len(s)-4]
		}
	}
	if short := len(s) - 2; short >= 3 && (s[short-1] == '-' || s[short-1] == '\'') { // jan-26
		if n, err := strconv.Atoi(s[short:]); err == nil && monthNames[strings.Trim(s[:short], "-'")] > 0 {
			into.year = 2000 + n
			return s[:short]
		}
	}
	return s
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

func yearOf(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1990 && n <= 2099
}

// yearIn returns the one year that a text names.
func yearIn(s string) (year int, ok bool) {
	for _, word := range strings.FieldsFunc(foldText(s), func(r rune) bool { return r < '0' || r > '9' }) {
		y, is := yearOf(word)
		if is && ok && y != year {
			return 0, false
		}
		if is {
			year, ok = y, true
		}
	}
	return year, ok
}

var monthNames = func() map[string]int {
	names := map[string]int{}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		names[name], names[name[:3]] = int(m), int(m)
	}
	names["sept"] = 9
	return names
}()

var stepNumbers = map[string]int{"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12}

// readPart reads the part of a year.
func (s *wideStep) readPart(text string) bool {
	number := func(t string, highest int) bool {
		n, ok := stepNumbers[t]
		if !ok {
			n, _ = strconv.Atoi(t)
		}
		s.n = n
		return n >= 1 && n <= highest
	}
	if m := monthNames[text]; m > 0 {
		s.length, s.n = model.Month, m
		return true
	}
	switch text {
	case "上半年", "h1":
		s.length, s.n = model.Half, 1
		return true
	case "下半年", "h2":
		s.length, s.n = model.Half, 2
		return true
	}
	for _, form := range []struct {
		before, after string
		length        model.Length
		highest       int
	}{{"", "月份", model.Month, 12}, {"", "月", model.Month, 12}, {"", "季度", model.Quarter, 4}, {"", "季", model.Quarter, 4}, {"q", "", model.Quarter, 4}, {"", "q", model.Quarter, 4}, {"m", "", model.Month, 12}} {
		if t, ok := strings.CutSuffix(text, form.after); ok {
			if t, ok := strings.CutPrefix(t, form.before); ok && number(t, form.highest) {
				s.length = form.length
				return true
			}
		}
	}
	// 2026-01: digits alone are a month only with the year.
	s.length = model.Month
	return s.year > 0 && number(text, 12)
}
