package analysis

import (
	"math/bits"

	"reviewfolio/internal/model"
)

// A roleSet is a set of roles, a bit each.
type roleSet uint8

func (s roleSet) has(role model.Role) bool { return s>>role&1 != 0 }

func (s roleSet) count() int { return bits.OnesCount8(uint8(s)) }

// marks is what one review has and lacks, in numbers: a Completeness as the
// overviews of all teams above add it up. It is worked out once, in Run.
type marks struct {
	comments       int32   // but the person's own
	themesExpected int32   // written or due by now
	themesPresent  int32   // of these, written here or, where yearly, earlier in the year
	lacking        int32   // as in Completeness
	expected       roleSet // that have to comment
	commented      roleSet // of these
	report         bool
	late           bool // the report is dated after the due date
	parts          bool // a comment lacks 亮点, 问题 or 建议
	noSuccess      bool // cases are asked for, and no success is told
	noFailure      bool
	appeal         bool // an appeal is open
}

// lacks reports whether the role has to comment and did not.
func (m *marks) lacks(role model.Role) bool { return (m.expected &^ m.commented).has(role) }

func (r *Result) mark(review *model.Review) (m marks) {
	lacks := 0 // of parts of comments
	for _, c := range review.Comments {
		if c.Role != model.SelfRole {
			m.comments++
			for _, part := range askedParts {
				lacks += count(!holdsPart(&c.Body, part))
			}
		}
	}
	m.parts = lacks > 0
	if a, ok := appealIn(review); ok {
		m.appeal = a.Answer == nil
	}
	if review.Report == nil {
		return m
	}
	m.report = true
	m.late = lateness(review.Report.Date, r.dueDate(review.Period, r.portfolio.Settings.Due.Report)) > 0
	roles, themes := r.roleStates(review), r.themeStates(review)
	success, failure := cases(&review.Report.Body)
	asked := casesAsked(themes)
	m.noSuccess, m.noFailure = asked && !success, asked && !failure
	m.lacking = int32(lacking(themes, roles, success, failure, lacks))
	for _, s := range roles {
		if s.Expected {
			m.expected |= 1 << s.Role
			if s.Comments > 0 {
				m.commented |= 1 << s.Role
			}
		}
	}
	for _, s := range themes {
		m.themesExpected++
		switch s.Presence {
		case ThemePresent, ThemeThin, ThemeEarlier:
			m.themesPresent++
		case ThemeNotYet:
			m.themesExpected--
		}
	}
	return m
}
