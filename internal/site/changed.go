package site

import (
	"cmp"

	"reviewfolio/internal/audience"
)

// Changed returns the page, by its path in the tree, that shows a content file,
// and the id of the element on it that shows what the file says otherwise than
// it did in another site of the portfolio; "" for the page's top. Of several
// changes it is the first of the text, else of the front matter. ok is false
// where the file says the same in both, is gone, or has no page of its own.
func (s *Site) Changed(since *Site, file string) (page, anchor string, ok bool) {
	now, ok := s.view.File(file)
	if !ok {
		return "", "", false
	}
	page = s.pageOf(now).File()
	before, ok := since.view.File(file)
	if !ok {
		return page, pieceOf(now), true
	}
	if anchor, ok = (docs{now.Body(), before.Body()}).changed(); ok {
		return page, cmp.Or(anchor, opening(now)), true
	}
	if anchor, ok = s.changedFront(now, before); ok {
		return page, anchor, true
	}
	return "", "", false
}

func (s *Site) pageOf(f audience.File) Address {
	switch {
	case f.Person != nil:
		return personAddress(f.Person.ID)
	case f.Team != nil && f.Team.ID == s.view.Root():
		return home
	case f.Team != nil:
		return teamAddress(f.Team.ID)
	case f.Page != nil:
		return pageAddress(f.Page.ID)
	}
	return reviewAddress(f.Review.Period, f.Review.Person)
}

// pieceOf returns the id of the part of its page that a file is, "" for a file
// that the page is about.
func pieceOf(f audience.File) string {
	switch {
	case f.Comment != nil:
		return commentID(f.Comment.Reviewer)
	case f.Log != nil:
		return "log"
	case f.Calibration != nil:
		return "calibration"
	}
	return ""
}

// opening returns the id of the element that the file's text begins in.
func opening(f audience.File) string {
	switch {
	case f.Body().Intro.HTML == "":
	case f.Report != nil:
		return introID
	case f.Person != nil || f.Team != nil:
		return aboutID
	}
	return pieceOf(f)
}

// changedFront returns the id of the block that shows what differs in the front
// matter.
func (s *Site) changedFront(now, before audience.File) (anchor string, ok bool) {
	switch {
	case now.Report != nil:
		return s.changedReport(now, before.Report)
	case now.Team != nil && !(alike(now.Team.Targets, before.Team.Targets) && alike(now.Team.Figures, before.Team.Figures)):
		return figuresID, true
	case now.Team != nil:
		return "", now.Team.Name != before.Team.Name || now.Team.Parent != before.Team.Parent || now.Team.Lead != before.Team.Lead
	}
	return pieceOf(now), !alike(now, before)
}

func (s *Site) changedReport(f audience.File, before *audience.Report) (anchor string, ok bool) {
	now := f.Report
	for _, x := range []struct {
		id          string
		now, before any
	}{
		{figuresID, now.Values, before.Values},
		{string(dataTheme), now.Series, before.Series},
		{"corrections", now.Restates, before.Restates},
		{"promises", now.Outcomes, before.Outcomes},
		{"scores", now.SelfRated, before.SelfRated},
		{"next-goals", now.Goals, before.Goals},
	} {
		if !alike(x.now, x.before) {
			return x.id, true
		}
	}
	for i, b := range now.Breakdowns {
		if i == len(before.Breakdowns) || !alike(b, before.Breakdowns[i]) {
			r := s.newPage(s.pageOf(f)).newReview(f.Review)
			return string(r.themeOf(b.Breakdown)), true
		}
	}
	return "", !alike(now, before)
}
