package imports

import (
	"slices"
	"strings"

	"reviewfolio/internal/sheet"
)

// otherSide is what rows of a target sheet are that are neither target nor
// actual: 完成率, 差额.
const otherSide = actualSide + 1

// cellSides say of a row of a wide table what its values are, folded.
var cellSides = map[string]int{
	"完成率": otherSide, "达成率": otherSide, "完成比例": otherSide, "差额": otherSide, "差异": otherSide, "缺口": otherSide, "同比": otherSide, "环比": otherSide, "增长率": otherSide, "attainment": otherSide, "variance": otherSide, "gap": otherSide,
	"达成": actualSide, "实际完成": actualSide, "实际达成": actualSide, "实际业绩": actualSide, "目标任务": targetSide, "指标任务": targetSide, "计划任务": targetSide,
}

// sideOf returns what a cell says of its row, 0 where it says nothing.
func sideOf(text string) int {
	name := readHeader(text).name
	for _, tail := range []string{"", "值", "额", "数", "量", "金额"} {
		base, ok := strings.CutSuffix(name, tail)
		if !ok {
			continue
		}
		if side := max(sideWords[base], cellSides[base]); side != 0 {
			return side
		}
	}
	return 0
}

// cutSideOf takes 目标 or 实际 off the folded name of a metric, from either
// end: the longest word that is there.
func cutSideOf(folded string) (name string, side int) {
	name = folded
	for _, words := range []map[string]int{cellSides, sideWords} {
		for word, of := range words {
			rest, ok := strings.CutSuffix(folded, word)
			if !ok {
				rest, ok = strings.CutPrefix(folded, word)
			}
			if ok && rest != "" && len(rest) < len(name) {
				name, side = rest, of
			}
		}
	}
	return name, side
}

// saysActual reports whether the title of a table speaks of actuals, and not
// of targets.
func saysActual(title string) bool {
	s := foldText(title)
	return containsAny(s, "业绩", "完成", "实际", "达成", "实绩", "actual", "achieved") && !containsAny(s, "目标", "任务", "计划", "指标", "预算", "考核", "target", "quota", "plan", "budget")
}

// findSide looks for the column of a wide table that says of each row whether
// it is target or actual; -1 where none does.
func findSide(at *place) (int, error) {
	sides := make([][otherSide + 1]int, len(at.headers))
	isStep := func(column int) bool {
		return slices.ContainsFunc(at.steps, func(s wideStep) bool { return s.column == column })
	}
	first := at.lastOfHeader()
	err := at.file.Book.Each(at.sheet, func(r sheet.Row) error {
		for i := range min(len(r.Cells), len(sides)) {
			if r.Number > first && r.Cells[i].Kind == sheet.Text && !isStep(i) {
				sides[i][sideOf(r.Cells[i].Text)]++
			}
		}
		return nil
	})
	for i, n := range sides {
		kinds := 0
		for side := targetSide; side <= otherSide; side++ {
			if n[side] > 0 {
				kinds++
			}
		}
		if kinds > 1 && n[targetSide]+n[actualSide]+n[otherSide] > n[0] {
			return i, err
		}
	}
	return -1, err
}
