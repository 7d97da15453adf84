package source

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// LinksToDrafts warns of links to reviews that are in all and not in what is
// shown: they stand on a page without leading anywhere until the draft is
// handed in. An error would keep everybody from building while somebody writes.
func LinksToDrafts(all, shown *model.Portfolio) diag.List {
	if len(all.Reviews) == len(shown.Reviews) {
		return nil
	}
	var faults diag.List
	eachDoc(shown, func(doc *model.Doc) {
		eachText(doc, func(t *model.Text) {
			for _, ref := range t.Refs {
				if ref.Kind != model.LinkStart || ref.Link.Kind != model.ToReview {
					continue
				}
				l := ref.Link
				if shown.Review(l.Period, l.Person) == nil && all.Review(l.Period, l.Person) != nil {
					faults.Warn(l.Pos, "link-to-draft", l.Raw)
				}
			}
		})
	})
	return faults
}

// eachDoc visits the prose of every file.
func eachDoc(p *model.Portfolio, do func(*model.Doc)) {
	for _, r := range p.Reviews {
		if r.Report != nil {
			do(&r.Report.Body)
		}
		for _, c := range r.Comments {
			do(&c.Body)
		}
		if r.Log != nil {
			do(&r.Log.Body)
		}
		if r.Calibration != nil {
			do(&r.Calibration.Body)
		}
	}
	for _, x := range p.People {
		do(&x.Body)
	}
	for _, x := range p.Teams {
		do(&x.Body)
	}
	for _, x := range p.Pages {
		do(&x.Body)
	}
}
