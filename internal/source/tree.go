package source

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A node is a team with what it hangs below and who leads it, as far as these
// are there.
type node struct {
	file   *parsed
	parent model.TeamID
	lead   model.PersonID
}

// tree returns the teams by id, as one tree: exactly one root, no cycles. A
// team that breaks this, which is told, hangs below the root.
func (a *assembly) tree(c *crew) []node {
	root := a.root(&c.faults)
	var nodes []node
	for _, f := range a.teamFiles() {
		t := f.team
		if t == nil {
			continue
		}
		n := node{file: f, parent: t.Parent, lead: t.Lead}
		if !a.hasPerson(n.lead) {
			n.lead = ""
		}
		switch cyclic := a.inCycle(f); {
		case cyclic:
			teller{f.place.path, &c.faults}.fault(f.parent.pos, "team-cycle", f.place.id, f.parent.v)
			c.hang(&n, root)
		case t.ID != root && !a.hasTeam(n.parent):
			c.hang(&n, root)
		}
		nodes = append(nodes, n)
	}
	if root == "" {
		a.withoutRoot(c, nodes)
	}
	return nodes
}

// teamFiles returns the files of teams, readable or not.
func (a *assembly) teamFiles() []*parsed {
	var files []*parsed
	for _, i := range a.staff {
		if f := a.now[i]; f.place.kind == teamFile {
			files = append(files, f)
		}
	}
	return files
}

// root returns the one team without a parent, of several the one with most
// teams below it, and tells of the others. "" is none.
func (a *assembly) root(faults *diag.List) model.TeamID {
	var roots []*parsed
	for _, f := range a.teamFiles() {
		if f.team != nil && !f.parent.ok && !(f.parent.pos.line > 0 && f.faulty) {
			roots = append(roots, f)
		}
	}
	if len(roots) == 0 {
		return ""
	}
	below := map[*parsed]int{}
	for _, f := range a.teamFiles() {
		if f.team != nil && !a.inCycle(f) {
			below[a.top(f)]++
		}
	}
	root := slices.MaxFunc(roots, func(x, y *parsed) int { return below[x] - below[y] })
	for _, f := range roots {
		if f != root {
			faults.Error(diag.Whole(f.place.path), "second-root", f.place.id, root.place.id).WithHint("hint-parent", root.place.id)
		}
	}
	return root.team.ID
}

// above returns the team that a team says it hangs below, nil where that is
// not there.
func (a *assembly) above(f *parsed) *parsed {
	if parent := a.teams[f.parent.v]; parent != nil && f.parent.ok {
		return parent.join.made
	}
	return nil
}

// top returns the team that the parents of a team, which are no cycle, lead to.
func (a *assembly) top(f *parsed) *parsed {
	for range a.teams {
		next := a.above(f)
		if next == nil {
			break
		}
		f = next
	}
	return f
}

// withoutRoot tells that every team has a parent, unless a cycle says so
// already or a file that could not be read may be the root, and makes the
// first one the root.
func (a *assembly) withoutRoot(c *crew, nodes []node) {
	if len(nodes) == 0 {
		return
	}
	told := slices.ContainsFunc(a.teamFiles(), func(f *parsed) bool { return f.faulty || a.inCycle(f) || a.above(f) == nil })
	first := nodes[0].file
	if !told {
		c.faults.Error(diag.Whole(first.place.path), "no-root")
	}
	for i := range nodes {
		c.hang(&nodes[i], first.team.ID)
	}
	nodes[0].parent = ""
}

// hang puts a team below the root for want of a better place.
func (c *crew) hang(n *node, root model.TeamID) {
	n.parent = root
	c.misplaced[n.file.place.path] = true
}

// inCycle reports whether the parents of a team lead back to it.
func (a *assembly) inCycle(f *parsed) bool {
	next := f
	for range a.teams {
		if next = a.above(next); next == nil {
			return false
		}
		if next == f {
			return true
		}
	}
	return false
}
