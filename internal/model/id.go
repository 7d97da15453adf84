package model

// Ids name things in paths, front matter and addresses. Names are for people,
// ids are for links: an address is made of ids only.
type (
	PersonID    string
	TeamID      string
	MetricID    string
	BreakdownID string
	ThemeID     string
	DimensionID string
	PageID      string
)

const maxID = 64

// ValidID reports whether s matches [a-z0-9][a-z0-9-]{0,63}.
func ValidID(s string) bool {
	if len(s) == 0 || len(s) > maxID || s[0] == '-' {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
			return false
		}
	}
	return true
}
