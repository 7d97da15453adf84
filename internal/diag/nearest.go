package diag

import "strings"

// Nearest returns the candidate a writer most likely meant by got, and whether
// any is near enough to say so: the same text but for case first, then the
// smallest edit distance (insert, delete, replace, swap neighbours) of at most
// a third of got's length, at least 1. Ties go to the earlier candidate.
func Nearest(got string, candidates []string) (string, bool) {
	best, bestDist := "", max(1, len([]rune(got))/3)+1
	for _, c := range candidates {
		if c == got {
			continue
		}
		if strings.EqualFold(c, got) {
			return c, true
		}
		if d := distance([]rune(got), []rune(c)); d < bestDist {
			best, bestDist = c, d
		}
	}
	return best, best != ""
}

// distance is the optimal string alignment distance of a and b.
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev = prev, row
	}
	return prev[len(b)]
}
