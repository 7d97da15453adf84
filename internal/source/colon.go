package source

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// unseenColon tells of a colon that YAML does not see, because it is full-width
// or has no space behind it: key and value are then one text.
func (r *reader) unseenColon(n *yaml.Node) bool {
	before, after, colon := cutColon(n.Value)
	if colon == 0 || n.Style != 0 || before == "" || strings.ContainsAny(before, " \n，。") || strings.HasPrefix(after, "//") {
		return false
	}
	at := r.spot(n)
	at.col += int32(utf8.RuneCountInString(before))
	key := "full-width-colon"
	if colon == ':' {
		key = "yaml-syntax.space"
	}
	after, _, _ = strings.Cut(after, "\n")
	if strings.ContainsAny(after, "[{") {
		after = "…" // YAML has taken the value apart
	}
	r.fault(at, key).WithHint("hint-write", before+": "+strings.TrimSpace(after))
	return true
}

// cutColon cuts at the first colon, ASCII or full-width; colon is 0 where none
// is.
func cutColon(s string) (before, after string, colon rune) {
	for i, r := range s {
		if r == ':' || r == '：' {
			return s[:i], s[i+utf8.RuneLen(r):], r
		}
	}
	return s, "", 0
}
