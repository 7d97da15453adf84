package source

import "strings"

// keyEnd returns where the colon of a key stands that begins at j, -1 where
// none does.
func keyEnd(l []rune, j int) int {
	if q := runeAt(l, j); q == '"' || q == '\'' {
		for k := j + 1; k < len(l); k++ {
			if l[k] == q {
				if k = skipSpaces(l, k+1); runeAt(l, k) == ':' {
					return k
				}
				return -1
			}
		}
		return -1
	}
	if q := runeAt(l, j); q == '[' || q == '{' {
		return -1
	}
	return colonIn(l, j)
}

// colonIn returns the first colon from j on that has a space or nothing behind
// it, before a comment.
func colonIn(l []rune, j int) int {
	for k := j; k < len(l); k++ {
		switch {
		case l[k] == ':' && (k+1 == len(l) || l[k+1] == ' ' || l[k+1] == '\t'):
			return k
		case l[k] == '#' && k > j && l[k-1] == ' ':
			return -1
		}
	}
	return -1
}

func runeAt(l []rune, j int) rune {
	if j < 0 || j >= len(l) {
		return 0
	}
	return l[j]
}

func indentOf(l []rune) int {
	j := 0
	for j < len(l) && (l[j] == ' ' || l[j] == '\t') {
		j++
	}
	return j
}

func skipSpaces(l []rune, j int) int {
	for j < len(l) && (l[j] == ' ' || l[j] == '\t') {
		j++
	}
	return j
}

func skipRunes(l []rune, j int, runes string) int {
	for j < len(l) && strings.ContainsRune(runes, l[j]) {
		j++
	}
	return j
}

func indexRune(l []rune, r rune) int {
	for j := range l {
		if l[j] == r {
			return j
		}
	}
	return -1
}
