package source

import (
	"strings"

	"reviewfolio/internal/model"
)

// periodMeant reads what people write for a period: 2026Q3, 2026-q3, 2026-7,
// 2026年7月, Q3 2026.
func periodMeant(s string) (model.Period, bool) {
	s = strings.ToUpper(foldText(s))
	if len(s) == len("Q32026") && (s[0] == 'Q' || s[0] == 'H') {
		s = s[2:] + s[:2]
	}
	year, rest := s, ""
	if len(s) > 4 {
		year, rest = s[:4], strings.Trim(s[4:], "-/._年月季度")
	}
	if len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
		rest = "0" + rest
	}
	if rest != "" {
		year += "-" + rest
	}
	return model.ParsePeriod(year)
}

// dateMeant reads what people write for a date: 2026/10/9, 2026年10月9日.
func dateMeant(s string) (string, bool) {
	parts := strings.FieldsFunc(foldText(s), func(r rune) bool { return strings.ContainsRune("-/.年月日", r) })
	if len(parts) != 3 || len(parts[0]) != 4 {
		return "", false
	}
	for i, p := range parts[1:] {
		if len(p) == 1 {
			parts[i+1] = "0" + p
		}
	}
	date := strings.Join(parts, "-")
	_, ok := model.ParseDate(date)
	return date, ok
}
