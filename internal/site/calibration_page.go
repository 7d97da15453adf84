package site

import (
	"html/template"
	"io"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// calibrationPage is what a calibration meeting looks at, of one period. It
// only shows: no grade is ever moved by it.
type calibrationPage struct {
	Common
	Head     Head
	Figures  template.HTML
	Grades   template.HTML // spread of grades against the guideline
	Matrix   template.HTML // figures × score
	NineBox  template.HTML // figures × potential, where that is rated
	Regrades template.HTML // first grades that are not the final ones
	Leniency template.HTML
	Units    template.HTML // the teams beside each other
	Disagree template.HTML // whom figures and scores place furthest apart
	Spread   template.HTML // on whom reviewers are furthest apart
	Empty    template.HTML // where nobody is scored
}

// calibrated reports whether the period has a calibration page: it has a page,
// and somebody reported or commented in it.
func (o *outline) calibrated(q Period) bool {
	return len(o.teams) > 0 && slices.Contains(o.written, q) && slices.Contains(o.periods, q)
}

func (p *page) writeCalibration(w io.Writer, q Period) error {
	root := p.view.Root()
	p.scope, p.period = audience.TeamScope(root), q
	o, d, list := p.view.Overview(root, q), p.view.Distribution(root, q), p.view.Regrades(root, q)
	facts := words.CalibrationFacts{Scored: o.Scored, Partly: len(o.PartlyScored), Final: len(list)}
	facts.Grade, facts.Off = furthestOff(d)
	for _, g := range list {
		if g.Moved() {
			facts.Moved++
		}
	}
	data := calibrationPage{}
	if o.Scored+len(list) == 0 {
		h := new(markup.HTML)
		h.Raw(`<p class="empty">`).Text(p.lang.Text("empty.calibration")).Raw(`</p>`)
		data.Empty = p.place(h)
	} else {
		p.calibrationBlocks(&data, root, q, o, d, list)
	}
	data.Common, data.Head = p.common(), Head{Kicker: p.calibrationKicker(q, len(p.ranks.get(q))), Headline: p.lang.CalibrationHeadline(facts)}
	return p.write(w, where{
		kind: "calibration", title: p.lang.Text("window.calibration", p.periodName(q)), entry: calibrationAddress(p.latest),
		crumbs: append(p.teamCrumbs(root),
			crumb{name: p.lang.Text("nav.period"), to: periodAddress(q), link: true}, crumb{name: p.lang.Text("nav.calibration")}),
		periods: periodSwitch{current: q, all: slices.DeleteFunc(slices.Clone(p.sameLength(q)), func(x Period) bool { return !p.outline.calibrated(x) }), to: calibrationAddress},
	}, data)
}

func (p *page) calibrationKicker(q Period, people int) template.HTML {
	h := new(markup.HTML)
	h.Raw(`<b>`).Text(p.lang.Text("nav.calibration")).Raw(`</b><span>`).Text(p.lang.PeriodSpan(p.calendarPeriod(q))).Raw(`</span>`)
	h.Raw(`<span>`).Text(p.lang.Text("kicker.people", people)).Raw(`</span>`)
	return h.Template()
}

func (p *page) calibrationBlocks(data *calibrationPage, root TeamID, q Period, o audience.Overview, d audience.Distribution, list []audience.Regrade) {
	data.Figures = p.figs(p.medianFig(o), p.gradesFig(root, q), p.wholeFig(o), p.finalFig(list, d.People))
	data.Grades = p.grades(root, q).html()
	data.Matrix = p.matrix(root, q).html()
	data.NineBox = p.nineBox(root, q).html()
	data.Regrades = p.regrades(root, q, d.People).html()
	data.Leniency = p.leniency(root, q).html()
	data.Units = p.units(root, q).html()
	data.Disagree = p.disagree(root, q).html()
	data.Spread = p.spread(root, q).html()
}
