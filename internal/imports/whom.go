package imports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// severalMarks may stand between the names of several people.
const severalMarks = ",，、;；/|&+和与及\n"

// several returns the ids that a text names one behind the other, nil where it
// does not name at least two.
func (x *matcher) several(text string) []string {
	parts := strings.FieldsFunc(norm.NFKC.String(text), func(r rune) bool { return strings.ContainsRune(severalMarks, r) })
	var ids []string
	for _, part := range parts {
		if found := x.lookUp(part); len(found) == 1 && !slices.Contains(ids, found[0]) {
			ids = append(ids, found[0])
		}
	}
	if len(parts) < 2 || len(ids) < 2 {
		return nil
	}
	return ids
}

// glued returns the one person all words of a text mean: 张伟 1001, 张伟/zhang-wei.
func (x *matcher) glued(text string) []string {
	words := wordsOf(text)
	var ids []string
	for _, word := range words {
		found := x.lookUp(word)
		if len(found) != 1 || len(ids) > 0 && ids[0] != found[0] {
			return nil
		}
		ids = found
	}
	if len(words) < 2 {
		return nil
	}
	return ids
}

// wordsOf splits a text where the script changes and at marks.
func wordsOf(text string) []string {
	var words []string
	kind, from := 0, 0
	text = norm.NFKC.String(text)
	for i, r := range text + "\x00" {
		k := 0
		switch {
		case unicode.Is(unicode.Han, r):
			k = 1
		case unicode.IsDigit(r):
			k = 2
		case unicode.IsLetter(r), r == ' ' && kind == 3:
			k = 3
		}
		if k != kind {
			if kind != 0 {
				words = append(words, strings.TrimSpace(text[from:i]))
			}
			kind, from = k, i
		}
	}
	return words
}

// within returns the names that a text holds among other words, with their ids;
// a text in traditional characters as if it were in simplified ones. apart says
// that none of them may be part of a longer name.
func (x *matcher) within(text string) (list []string, apart bool) {
	folded := foldText(simplified.Replace(text))
	apart = true
	for _, name := range x.names {
		f := foldText(name)
		shown := name + " (" + x.byName[name] + ")"
		if len(f) < len("张伟") || slices.Contains(list, shown) {
			continue
		}
		front, behind, found := strings.Cut(folded, f)
		if !found {
			continue
		}
		list = append(list, shown)
		before, _ := utf8.DecodeLastRuneInString(front)
		after, _ := utf8.DecodeRuneInString(behind)
		apart = apart && !unicode.IsLetter(before) && !unicode.IsLetter(after)
	}
	if len(list) > 3 {
		return nil, false
	}
	return list, len(list) > 0 && apart && folded == foldText(text)
}

// minJoined is from how many letters on a name in one word is told from others:
// Lina need not be Li Na.
const minJoined = 6

// joinedNames are the ways in which a Latin name of several words is written as
// one: zhangwei, weizhang.
func joinedNames(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKC.String(name)), func(r rune) bool { return strings.ContainsRune(" ,._-", r) || unicode.IsSpace(r) })
	if len(words) < 2 || len(words) > 3 || slices.ContainsFunc(words, func(w string) bool { return w[0] >= 0x80 }) {
		return nil
	}
	if len(strings.Join(words, "")) < minJoined {
		return nil
	}
	return []string{strings.Join(words, ""), strings.Join(append(words[1:len(words):len(words)], words[0]), ""), words[len(words)-1] + strings.Join(words[:len(words)-1], "")}
}

// joined folds a text that may be a name in one word, or a mail address of one.
func joined(s string) string {
	if local, _, isMail := strings.Cut(s, "@"); isMail {
		s = local
	}
	return foldText(s)
}

// unpadded folds a number of an employee: 1001.0 and 01001 are 1001.
func unpadded(s string) string {
	s = foldText(s)
	if front, zeros, ok := strings.Cut(s, "."); ok && strings.Trim(zeros, "0") == "" {
		s = front
	}
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return ""
	}
	return strings.TrimLeft(s, "0")
}
