package analysis

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// A Fill is a bound figure with empty brackets and what check --fix writes
// into them. It is no fault.
type Fill struct {
	Pos diag.Pos
	Fix diag.Fix
}

// Fills returns the empty bound figures, by file as the portfolio orders them.
func (r *Result) Fills() []Fill {
	var fills []Fill
	for unit := range units(r.portfolio) {
		for _, d := range proseOf(r.portfolio, unit) {
			fills = append(fills, r.proseFills(d)...)
		}
	}
	return fills
}

// docProse is the prose of one file and what its figures are of when they do
// not say.
type docProse struct {
	doc    *model.Doc
	page   Scope
	period model.Period // zero: the latest of page
}

// units returns how many things have prose that is checked together: reviews,
// people, teams and other pages, numbered in this order.
func units(p *model.Portfolio) int {
	return len(p.Reviews) + len(p.People) + len(p.Teams) + len(p.Pages)
}

// proseOf returns the documents of a unit.
func proseOf(p *model.Portfolio, unit int) []docProse {
	if unit < len(p.Reviews) {
		return proseOfReview(p.Reviews[unit])
	}
	if unit -= len(p.Reviews); unit < len(p.People) {
		x := p.People[unit]
		return []docProse{{doc: &x.Body, page: PersonScope(x.ID)}}
	}
	if unit -= len(p.People); unit < len(p.Teams) {
		x := p.Teams[unit]
		return []docProse{{doc: &x.Body, page: TeamScope(x.ID)}}
	}
	return []docProse{{doc: &p.Pages[unit-len(p.Teams)].Body}}
}

func proseOfReview(review *model.Review) []docProse {
	list := make([]docProse, 0, 3+len(review.Comments))
	add := func(doc *model.Doc) {
		list = append(list, docProse{doc, PersonScope(review.Person), review.Period})
	}
	if x := review.Report; x != nil {
		add(&x.Body)
	}
	for _, x := range review.Comments {
		add(&x.Body)
	}
	if x := review.Log; x != nil {
		add(&x.Body)
	}
	if x := review.Calibration; x != nil {
		add(&x.Body)
	}
	return list
}

func (r *Result) proseFills(d docProse) []Fill {
	var fills []Fill
	d.doc.EachFigure(func(b *model.BoundFigure) {
		if x := r.Bound(b, d.page, d.period); x.State == BoundEmpty {
			fills = append(fills, Fill{Pos: b.Pos, Fix: x.fix(b)})
		}
	})
	return fills
}

func (r *Result) checkProse(d docProse, list *diag.List) {
	d.doc.EachFigure(func(b *model.BoundFigure) {
		x := r.Bound(b, d.page, d.period)
		switch x.State {
		case BoundDrifted:
			list.Error(b.Pos, "figure-drift", x.Text, b.Text).WithFix(x.fix(b))
		case BoundAgainst:
			list.Error(b.Pos, x.againstKey(), x.Word, x.right)
		case BoundNotNumber:
			list.Error(b.Pos, "figure-text", b.Text)
		case BoundNoScope:
			list.Error(b.Pos, "figure-unbound.scope", string(b.Metric)).WithHint("hint-figure-scope", string(b.Metric))
		case BoundNoPeriod:
			list.Error(b.Pos, "figure-unbound.period", string(b.Metric)).WithHint("hint-figure-period")
		}
	})
}

// againstKey tells a figure that rose from one that fell.
func (x *Bound) againstKey() string {
	_, sign := directionBefore(x.Word)
	if sign > 0 {
		return "wrong-direction.below"
	}
	return "wrong-direction.above"
}

// checkOutcomes tells where an outcome says otherwise than the figure.
func (r *Result) checkOutcomes(review *model.Review, list *diag.List) {
	if review.Report == nil || len(review.Report.Outcomes) == 0 {
		return
	}
	set := r.reportBefore(review.Person, review.Period)
	if set == nil {
		return
	}
	for i := range set.Report.Goals {
		m := r.promise(set, &set.Report.Goals[i], review)
		if !m.Contradicts {
			continue
		}
		key := "outcome-contradicts.missed"
		if m.Judgement == GoalKept {
			key = "outcome-contradicts.kept"
		}
		list.Warn(m.Outcome.StatusPos, key, m.Goal.ID, m.Outcome.Status.String(), string(m.Goal.Metric))
	}
}
