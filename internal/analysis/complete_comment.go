package analysis

import (
	"slices"

	"reviewfolio/internal/model"
)

// A RoleState is whether reviewers of a role have commented on a review.
type RoleState struct {
	Role     model.Role
	Weight   model.Amount // in percent; 0 does not count
	Expected bool         // the role has a weight, and there can be somebody in it
	Comments int
}

// roleStates returns the roles with a weight as site.yaml orders them, then
// the others that commented.
func (r *Result) roleStates(review *model.Review) []RoleState {
	var n [model.SelfRole + 1]int
	for _, c := range review.Comments {
		n[c.Role]++
	}
	list := make([]RoleState, 0, len(r.counted)+1) // there is seldom more than one role beside
	for _, rw := range r.counted {
		list = append(list, RoleState{
			Role: rw.Role, Weight: rw.Weight, Comments: n[rw.Role],
			Expected: review.Report != nil && r.canComment(rw.Role, review.Person, review.Period),
		})
		n[rw.Role] = 0
	}
	for role := model.ManagerRole; role <= model.SelfRole; role++ {
		if n[role] > 0 {
			list = append(list, RoleState{Role: role, Comments: n[role]})
		}
	}
	return list
}

// canComment reports whether anybody can speak in the role: who has no manager
// has no manager's comment to wait for, who leads nobody none of a report.
func (r *Result) canComment(role model.Role, person model.PersonID, p model.Period) bool {
	switch role {
	case model.ManagerRole:
		return r.manager(person, p) != ""
	case model.ReportRole:
		return r.reviews.leads[person]
	}
	return true
}

// manager returns who answers for the person in the period: as the person's
// file says, else the lead of the team, else of the next team above; "" where
// there is nobody, or the file names the person.
func (r *Result) manager(person model.PersonID, p model.Period) model.PersonID {
	x, known := r.org.people[person]
	if !known {
		return ""
	}
	switch m := r.portfolio.People[x].Manager; m {
	case "":
	case person:
		return ""
	default:
		return m
	}
	team := r.teamIn(x, p)
	if team == noTeam {
		return ""
	}
	for _, t := range r.org.above[team] {
		if lead := r.portfolio.Teams[t].Lead; lead != "" && lead != person {
			return lead
		}
	}
	return ""
}

// leaders returns who leads a team or is somebody's manager.
func leaders(p *model.Portfolio) map[model.PersonID]bool {
	leads := map[model.PersonID]bool{}
	for _, t := range p.Teams {
		if t.Lead != "" {
			leads[t.Lead] = true
		}
	}
	for _, x := range p.People {
		if x.Manager != "" && x.Manager != x.ID {
			leads[x.Manager] = true
		}
	}
	return leads
}

// askedParts are what every comment should say.
var askedParts = [...]model.CommentPart{model.Strengths, model.Problems, model.Advice}

// A CommentState is which of 亮点, 问题 and 建议 a comment lacks.
type CommentState struct {
	Comment *model.Comment
	Lacks   []model.CommentPart
}

// Misses reports whether the comment lacks the part.
func (s *CommentState) Misses(part model.CommentPart) bool { return slices.Contains(s.Lacks, part) }

// commentStates returns the state of every comment but the person's own.
func commentStates(review *model.Review) []CommentState {
	if len(review.Comments) == 0 {
		return nil
	}
	list := make([]CommentState, 0, len(review.Comments))
	for _, c := range review.Comments {
		if c.Role == model.SelfRole {
			continue
		}
		s := CommentState{Comment: c}
		for _, part := range askedParts {
			if !holdsPart(&c.Body, part) {
				s.Lacks = append(s.Lacks, part)
			}
		}
		list = append(list, s)
	}
	return list
}

func holdsPart(doc *model.Doc, part model.CommentPart) bool {
	for i := range doc.Sections {
		if s := &doc.Sections[i]; s.Part == part && !s.Empty {
			return true
		}
	}
	return false
}
