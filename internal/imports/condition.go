package imports

import (
	"slices"
	"strings"

	"reviewfolio/internal/model"
)

// A condition is one of a profile, ready to be asked often.
type condition struct {
	column                   int // of the grid
	is, not, contains, lacks []string
	empty                    model.Tristate
	answers                  map[cellID]bool
}

func newCondition(c *model.Condition, column int) *condition {
	fold := func(list []string) []string {
		var out []string
		for _, s := range list {
			out = append(out, foldText(s))
		}
		return out
	}
	return &condition{column: column, is: fold(c.Is), not: fold(c.Not), contains: fold(c.Contains), lacks: fold(c.Lacks), empty: c.Empty, answers: map[cellID]bool{}}
}

// holds reports whether the condition holds of a row.
func (c *condition) holds(g *grid, row int) bool {
	id := g.at(row, c.column)
	answer, known := c.answers[id]
	if !known {
		answer = c.holdsOf(foldText(g.values.list[id].Text))
		c.answers[id] = answer
	}
	return answer
}

func (c *condition) holdsOf(s string) bool {
	in := func(part string) bool { return part != "" && strings.Contains(s, part) }
	switch {
	case len(c.is) > 0 && !slices.Contains(c.is, s),
		slices.Contains(c.not, s),
		len(c.contains) > 0 && !slices.ContainsFunc(c.contains, in),
		slices.ContainsFunc(c.lacks, in),
		c.empty == model.Yes && s != "", c.empty == model.No && s == "":
		return false
	}
	return true
}
