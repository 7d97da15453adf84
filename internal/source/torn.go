package source

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/model"
)

// torn returns how many of the keys behind pair i of a flow mapping are the
// rest of its value, a number whose commas were not quoted:
// {target: 1,200,000} is read as the keys target, 200 and 000.
func torn(n *yaml.Node, i int) int {
	value := n.Content[i+1]
	if n.Style&yaml.FlowStyle == 0 || value.Kind != yaml.ScalarNode || value.Style != 0 || !endsInDigit(value.Value) {
		return 0
	}
	rest := 0
	for j := i + 2; j < len(n.Content); j += 2 {
		k, empty := n.Content[j], n.Content[j+1]
		if k.Kind != yaml.ScalarNode || k.Style != 0 || !isGroup(k.Value) || !isEmpty(empty) {
			break
		}
		rest++
	}
	return rest
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// isGroup reports whether s begins with one to three digits, as what stands
// behind a comma does: 200, 000.50, 000 万.
func isGroup(s string) bool {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	return digits >= 1 && digits <= 3 && (digits == len(s) || s[digits] != '-')
}

func (r *reader) tornNumber(n *yaml.Node, i, rest int) {
	k, value := n.Content[i], n.Content[i+1]
	whole := value.Value
	for j := 1; j <= rest; j++ {
		whole += "," + n.Content[i+2*j].Value
	}
	r.push(k.Value, k)
	defer r.pop()
	at := r.spot(value)
	at.col += int32(utf8.RuneCountInString(value.Value[:strings.IndexAny(value.Value, "0123456789")]))
	if _, fault := model.ParseNumber(whole); fault != model.NumberOK {
		r.fault(at, "bad-number", r.where(), whole)
		return
	}
	r.fault(at, "bad-number.unquoted", r.where(), whole).WithHint("hint-write", `"`+whole+`"`)
}
