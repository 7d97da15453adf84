package diag

// Width returns how many columns of a terminal the text takes: Chinese takes
// two a character.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n += runeWidth(r)
	}
	return n
}
