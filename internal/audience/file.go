package audience

import (
	"path"
	"strings"

	"reviewfolio/internal/model"
)

// A File is what one content file says. Exactly one field is set besides
// Review, which is set with the first four.
type File struct {
	Review      ReviewID
	Report      *Report
	Comment     *Comment
	Log         *Log
	Calibration *Calibration
	Person      *Person
	Team        *Team
	Page        *Page
}

// File returns what the content file of this path says; ok is false where there
// is nothing to be seen of it.
func (v *View) File(name string) (f File, ok bool) {
	folder, last := path.Split(name)
	id := strings.TrimSuffix(last, ".md")
	switch parts := strings.Split(strings.TrimSuffix(folder, "/"), "/"); {
	case len(parts) == 4 && parts[1] == "reviews":
		return v.fileOfReview(name, parts[2], PersonID(parts[3]))
	case folder == "content/people/":
		x, there := v.Person(PersonID(id))
		return File{Person: &x}, there && x.File == name
	case folder == "content/teams/":
		t, there := v.Team(TeamID(id))
		return File{Team: &t}, there && t.File == name
	case folder == "content/pages/":
		for _, x := range v.Pages() {
			if x.File == name {
				return File{Page: &x}, true
			}
		}
	}
	return File{}, false
}

func (v *View) fileOfReview(name, period string, person PersonID) (f File, ok bool) {
	p, ok := model.ParsePeriod(period)
	if !ok {
		return File{}, false
	}
	r, _ := v.Review(p, person)
	f.Review = ReviewID{p, person}
	switch {
	case r.Report != nil && r.Report.File == name:
		f.Report = r.Report
		return f, true
	case r.Log != nil && r.Log.File == name:
		f.Log = r.Log
		return f, true
	case r.Calibration != nil && r.Calibration.File == name:
		f.Calibration = r.Calibration
		return f, true
	}
	for i := range r.Comments {
		if r.Comments[i].File == name {
			f.Comment = &r.Comments[i]
			return f, true
		}
	}
	return File{}, false
}

// Body returns the text of the file.
func (f File) Body() *Doc {
	switch {
	case f.Report != nil:
		return &f.Report.Body
	case f.Comment != nil:
		return &f.Comment.Body
	case f.Log != nil:
		return &f.Log.Body
	case f.Calibration != nil:
		return &f.Calibration.Body
	case f.Person != nil:
		return &f.Person.Intro
	case f.Team != nil:
		return &f.Team.Intro
	}
	return &f.Page.Body
}
