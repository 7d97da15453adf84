package analysis

import "strings"

// directions are the words after which a gap or change stands without its
// sign: 1 says above, -1 below, what it is compared with. 环比 and 同比 begin a
// new comparison, so that a word before them says nothing of what follows.
var directions = []struct {
	word string
	sign int
}{
	{"负增长", -1}, {"增长", 1}, {"上升", 1}, {"提高", 1}, {"提升", 1}, {"超额", 1}, {"高出", 1},
	{"下降", -1}, {"下滑", -1}, {"减少", -1}, {"降低", -1}, {"缺口", -1}, {"低于", -1},
	{"环比", 0}, {"同比", 0},
}

// englishDirections are the same in English, as whole words of any case.
var englishDirections = map[string]int{
	"up": 1, "grew": 1, "growth": 1, "rose": 1, "rise": 1, "increased": 1, "increase": 1, "above": 1, "exceeded": 1,
	"down": -1, "fell": -1, "fall": -1, "declined": -1, "decline": -1, "decreased": -1, "decrease": -1,
	"dropped": -1, "drop": -1, "reduced": -1, "below": -1, "short": -1, "shortfall": -1,
	"qoq": 0, "yoy": 0,
}

// directionBefore returns the last word that gives a direction in the clause
// that leads up to a number, and 1, -1 or, without such a word, 0.
func directionBefore(text string) (word string, sign int) {
	clause := text[lastClause(text):]
	end := 0
	for _, d := range directions {
		if at := strings.LastIndex(clause, d.word); at >= 0 && at+len(d.word) > end {
			word, sign, end = d.word, d.sign, at+len(d.word)
		}
	}
	if w, s, ok := lastEnglish(clause[end:]); ok {
		word, sign = w, s
	}
	if sign == 0 {
		return "", 0
	}
	return word, sign
}

func lastEnglish(s string) (word string, sign int, ok bool) {
	fields := strings.FieldsFunc(s, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') })
	for i := len(fields) - 1; i >= 0; i-- {
		if sign, ok = englishDirections[strings.ToLower(fields[i])]; ok {
			return fields[i], sign, true
		}
	}
	return "", 0, false
}

// lastClause returns where the last clause of the text begins. A comma or
// point between digits ends nothing, and a colon leads on.
func lastClause(text string) int {
	for i := len(text); i > 0; {
		i = strings.LastIndexAny(text[:i], "，。；？！,.;?!\n")
		if i < 0 {
			return 0
		}
		end := i + 1
		if text[i] >= 0x80 {
			end = i + len("，")
		}
		if (text[i] == ',' || text[i] == '.') && end < len(text) && text[end] >= '0' && text[end] <= '9' {
			continue
		}
		return end
	}
	return 0
}
