package site

import (
	"html/template"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

func (r *review) sayings() Head {
	h := new(markup.HTML)
	h.Raw(`<b>`)
	r.person(h, r.Person)
	h.Raw(`</b>`)
	if r.who.Title != "" {
		h.Raw(`<span>`).Text(r.who.Title).Raw(`</span>`)
	}
	name := r.lang.Text("kicker.report-of", r.periodName(r.Period))
	if r.Report != nil && r.Report.Title != "" {
		name = r.Report.Title
	}
	h.Raw(`<span><bdi>`).Text(name).Raw(`</bdi></span>`)
	if r.Report == nil {
		return Head{Kicker: h.Template(), Headline: r.withoutReport()}
	}
	if !r.Report.Date.IsZero() {
		h.Raw(`<span>`).Text(r.lang.Text("kicker.submitted", r.Report.Date.String())).Raw(`</span>`)
	}
	switch r.Report.Status {
	case audience.Draft:
		state(h.Raw(`<span>`), words.Risk, r.lang.Text("kicker.draft"))
		h.Raw(`</span>`)
	case audience.Open:
		state(h.Raw(`<span>`), words.Risk, r.lang.Text("status-note.open"))
		h.Raw(`</span>`)
	}
	if levers := r.view.Effects(r.Person, r.Period); levers != nil && r.Period.Length == r.info.Cycle {
		h.Raw(`<span><a`).Attr("href", r.to(personAddress(r.Person), effectID)).Raw(`>`)
		h.Text(r.lang.Text("effect.link", used(levers), len(levers))).Raw(`</a></span>`)
	}
	return Head{Kicker: h.Template(), Headline: r.headline(), Status: r.status()}
}

// withoutReport says what there is instead of a report.
func (r *review) withoutReport() string {
	switch {
	case len(r.Comments) > 0:
		return r.lang.CommentsOnlyHeadline(len(r.Comments))
	case r.Calibration != nil:
		return r.lang.Text("headline.review.calibration-only")
	}
	return r.lang.Text("headline.review.log-only")
}

// status is how far the review has come: what is done with its day, where it
// stands, and what is still to come.
func (r *review) status() template.HTML {
	h := new(markup.HTML)
	h.Raw(`<ol class="status"`).Attr("aria-label", r.lang.Text("review.status")).Raw(`>`)
	at := r.Report.Status
	for st := audience.Draft; st <= audience.Acknowledged; st++ {
		day, noted := r.reached(st)
		if st == audience.Open && at != audience.Open && !noted {
			continue
		}
		switch {
		case st < at:
			h.Raw(`<li class="done">`)
		case st == at:
			h.Raw(`<li class="now" aria-current="step">`)
		default:
			h.Raw(`<li>`)
		}
		h.Raw(`<i></i>`)
		if st > at {
			h.Text(r.nextStatus(st))
		} else {
			h.Text(r.lang.Text("status." + st.String()))
		}
		if st <= at && !day.IsZero() {
			h.Raw(` `).Text(r.day(day))
		}
		if who := r.changedBy(st); st <= at && who != "" {
			h.Raw(` <bdi>`).Text(r.view.Name(who)).Raw(`</bdi>`)
		}
		h.Raw(`</li>`)
	}
	if r.turn.Stage == audience.StageAnswer {
		h.Raw(`<li class="now"><i></i>`).Text(r.turnText(&r.turn)).Raw(`</li>`)
	}
	h.Raw(`</ol>`)
	r.past(h)
	return r.place(h)
}

// nextStatus says what is waited for: of whom and since when where it is the
// next thing to do.
func (r *review) nextStatus(st audience.Status) string {
	if stageEnds[r.turn.Stage] == st {
		return r.turnText(&r.turn)
	}
	return r.lang.Text("status-next." + st.String())
}

// stageEnds is the status that a stage leads to; 0 where to none.
var stageEnds = [...]audience.Status{
	audience.StageSubmit: audience.Submitted, audience.StageComment: audience.Shared,
	audience.StageShare: audience.Shared, audience.StageAcknowledge: audience.Acknowledged, audience.StageAnswer: 0,
}

// changedBy returns who brought the report to the status, by its history; ""
// where it does not say.
func (r *review) changedBy(st audience.Status) PersonID {
	by := PersonID("")
	for _, c := range r.Report.History {
		if c.Status == st {
			by = c.By
		}
	}
	return by
}

// reached returns the last day on which the report came to the status, by its
// history, else by its own date; noted tells that the history names it.
func (r *review) reached(st audience.Status) (day Date, noted bool) {
	for _, c := range r.Report.History {
		if c.Status == st {
			day, noted = c.Date, true
		}
	}
	if !noted && st == audience.Submitted {
		day = r.Report.Date
	}
	return day, noted
}

// headline says how the review stands, what moved, and which promise was missed.
func (r *review) headline() string {
	s := r.standingOf(r.main, false)
	if t, ok := r.view.Team(r.main.Scope.Team); ok {
		s.Period = t.Name
	}
	c := audience.CountPromises(r.promises)
	miss, missed := r.miss()
	return r.lang.ReviewHeadline(s, r.mover(missed), miss, c.Kept, c.Due())
}

// miss is the first promise that its figure did not meet.
func (r *review) miss() (words.Miss, MetricID) {
	for i := range r.promises {
		m := &r.promises[i]
		if m.Judgement != audience.GoalMissed || m.Basis != audience.ByFigure || m.Figure.Metric.ID == r.main.Metric.ID {
			continue
		}
		metric := m.Figure.Metric
		return words.Miss{
			Metric: r.metricName(metric), Figure: r.figure(metric, m.Figure.Actual.Ratio),
			Target: r.figure(metric, audience.Stated(m.Goal.Target, metric)), Lower: metric.Better == audience.Lower,
		}, metric.ID
	}
	return words.Miss{}, ""
}

// mover is the percentage that changed most since the period before, but for
// the one that the headline names anyway.
func (r *review) mover(but MetricID) words.Mover {
	var most Figure
	for _, m := range r.view.Metrics(r.main.Scope, r.Period) {
		if m.Unit != audience.Percent || m.ID == but {
			continue
		}
		f := r.view.Figure(r.main.Scope, r.Period, m.ID)
		if f.QoQ.Defined() && f.QoQ.Sign() != 0 && (most.Metric == nil || magnitude(f.QoQ.Ratio).Compare(magnitude(most.QoQ.Ratio)) > 0) {
			most = f
		}
	}
	if most.Metric == nil {
		return words.Mover{}
	}
	return words.Mover{Metric: r.metricName(most.Metric), Figure: r.figure(most.Metric, most.Actual.Ratio), Sign: most.QoQ.Sign()}
}
