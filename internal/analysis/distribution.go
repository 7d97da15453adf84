package analysis

import (
	"cmp"
	"slices"

	"reviewfolio/internal/model"
)

// A guideline for the spread of grades says nothing of fewer people than this.
const smallestGuided = 10

// ceilingGrades is how many grades from the top have a guideline that is an
// upper bound only: nobody has to be found outstanding.
const ceilingGrades = 2

// A Distribution is how the grades of a unit spread in one period against the
// guideline of site.yaml. It only shows: nobody is moved.
type Distribution struct {
	Grades   []GradeCount     // from the top
	People   int              // with a grade
	Shares   bool             // site.yaml states a guideline
	Guided   bool             // it does, and there are enough people for it to say anything
	Ungraded []model.PersonID // who has a review, or should, and no grade, by id
}

// A GradeCount is one grade of a Distribution.
type GradeCount struct {
	Grade     model.Grade
	Initial   int              // people whose composite falls here (初评)
	People    []model.PersonID // whose standing grade this is, by composite from the top, then id
	Ceiling   bool             // the guideline is an upper bound only
	Low, High int              // the guideline in people: share × people rounded down (of a ceiling 0) and up; 0 where not guided
	Off       int              // people above High, or as a negative number below Low; 0 within or not guided
}

// Distribution returns the spread of the standing grades (终评, else 初评) in
// the team and all below it.
func (r *Result) Distribution(t model.TeamID, p model.Period) Distribution {
	var d Distribution
	grades := r.portfolio.Settings.Ratings.Grades
	for i, g := range grades {
		d.Grades = append(d.Grades, GradeCount{Grade: g, Ceiling: i < ceilingGrades})
		d.Shares = d.Shares || g.Share > 0
	}
	find := func(name string) int {
		return slices.IndexFunc(grades, func(g model.Grade) bool { return g.Name == name })
	}
	graded := make([][]placed, len(grades))
	for _, x := range r.crew(t, p) {
		x := int(x)
		s := r.verdict(x, p)
		if i := find(s.Computed); i >= 0 {
			d.Grades[i].Initial++
		}
		if i := find(s.Grade()); i >= 0 {
			graded[i] = append(graded[i], placed{x, s.Composite})
			d.People++
		} else if r.reviewed(x, p) {
			d.Ungraded = append(d.Ungraded, r.portfolio.People[x].ID)
		}
	}
	d.Guided = d.Shares && d.People >= smallestGuided
	for i := range d.Grades {
		d.Grades[i].People = r.fromTheTop(graded[i])
		if d.Guided {
			d.Grades[i].guide(d.People)
		}
	}
	return d
}

// placed is a person at a value.
type placed struct {
	person int
	value  Value
}

// fromTheTop returns the people by value from the top, who has none last, then
// by id.
func (r *Result) fromTheTop(list []placed) []model.PersonID {
	slices.SortFunc(list, func(a, b placed) int {
		return cmp.Or(LargerFirst(a.value, b.value), cmp.Compare(a.person, b.person))
	})
	return r.idsOf(list)
}

func (r *Result) idsOf(list []placed) []model.PersonID {
	if len(list) == 0 {
		return nil
	}
	ids := make([]model.PersonID, len(list))
	for i, x := range list {
		ids[i] = r.portfolio.People[x.person].ID
	}
	return ids
}

// guide sets the guideline for a unit of so many people.
func (g *GradeCount) guide(people int) {
	const hundredPercent = 100 * int64(model.One)
	share := int64(g.Grade.Share) * int64(people)
	g.High = int((share + hundredPercent - 1) / hundredPercent)
	if !g.Ceiling {
		g.Low = int(share / hundredPercent)
	}
	switch n := len(g.People); {
	case n > g.High:
		g.Off = n - g.High
	case n < g.Low:
		g.Off = n - g.Low
	}
}
