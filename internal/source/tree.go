package source

import (
	"slices"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// tree returns the teams by id, as one tree: exactly one root, no cycles. A
// team that breaks this, which is told, hangs below the root.
func (a *assembly) tree() []*model.Team {
	root := a.root()
	var teams []*model.Team
	for _, f := range a.files {
		if f.team == nil {
			continue
		}
		t := *f.team
		t.Body = a.relinked(f)
		if !a.hasPerson(t.Lead) {
			t.Lead = ""
		}
		switch cyclic := a.inCycle(f); {
		case cyclic:
			teller{f.place.path, &a.faults}.fault(f.parent.pos, "team-cycle", f.place.id, f.parent.v)
			a.hang(&t, root)
		case t.ID != root && !a.hasTeam(t.Parent):
			a.hang(&t, root)
		}
		teams = append(teams, &t)
	}
	if root != "" {
		return teams
	}
	return a.withoutRoot(teams)
}

// root returns the one team without a parent, of several the one with most
// teams below it, and tells of the others. "" is none.
func (a *assembly) root() model.TeamID {
	var roots []*parsed
	for _, f := range a.files {
		if f.team != nil && !f.parent.ok && !(f.parent.pos.line > 0 && f.faulty) {
			roots = append(roots, f)
		}
	}
	if len(roots) == 0 {
		return ""
	}
	below := map[*parsed]int{}
	for _, f := range a.files {
		if f.team != nil && !a.inCycle(f) {
			below[a.top(f)]++
		}
	}
	root := slices.MaxFunc(roots, func(x, y *parsed) int { return below[x] - below[y] })
	for _, f := range roots {
		if f != root {
			a.faults.Error(diag.Whole(f.place.path), "second-root", f.place.id, root.place.id).WithHint("hint-parent", root.place.id)
		}
	}
	return root.team.ID
}

// top returns the team that the parents of a team, which are no cycle, lead to.
func (a *assembly) top(f *parsed) *parsed {
	for range a.teams {
		next := a.teams[f.parent.v]
		if next == nil || !f.parent.ok {
			break
		}
		f = next
	}
	return f
}

// withoutRoot tells that every team has a parent, unless a cycle says so
// already or a file that could not be read may be the root, and makes the
// first one the root.
func (a *assembly) withoutRoot(teams []*model.Team) []*model.Team {
	if len(teams) == 0 {
		return teams
	}
	told := slices.ContainsFunc(a.files, func(f *parsed) bool {
		return f.place.kind == teamFile && (f.faulty || a.inCycle(f) || a.teams[f.parent.v] == nil)
	})
	if !told {
		a.faults.Error(diag.Whole(teams[0].File), "no-root")
	}
	for _, t := range teams {
		a.hang(t, teams[0].ID)
	}
	teams[0].Parent = ""
	return teams
}

// hang puts a team below the root for want of a better place.
func (a *assembly) hang(t *model.Team, root model.TeamID) {
	t.Parent = root
	a.misplaced[t.File] = true
}

// inCycle reports whether the parents of a team lead back to it.
func (a *assembly) inCycle(f *parsed) bool {
	next := f
	for range a.teams {
		if next = a.teams[next.parent.v]; next == nil || !next.parent.ok {
			return false
		}
		if next == f {
			return true
		}
	}
	return false
}

// hasTeam reports whether the team is in the portfolio.
func (a *assembly) hasTeam(id model.TeamID) bool {
	f := a.teams[string(id)]
	return f != nil && f.team != nil
}

// hasPerson reports whether the person is in the portfolio.
func (a *assembly) hasPerson(id model.PersonID) bool {
	f := a.people[string(id)]
	return f != nil && f.person != nil
}
