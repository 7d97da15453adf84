package site

import (
	"html/template"
	"io"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/words"
)

// personPage is one person over all periods. Of a lead it shows the team's
// figures first, then the own.
type personPage struct {
	Common
	Head     Head
	Figures  template.HTML
	Own      template.HTML   // of a lead, whose team's figures stand above
	Beside   []template.HTML // trends, scores
	Why      template.HTML   // what moved the first KPI
	Reviews  template.HTML
	Scores   template.HTML // over time
	Progress template.HTML // how far each review has come, and whose turn it is
	Talks    template.HTML // between reviews
	Effect   template.HTML // 述职效果
	Waiting  template.HTML // reviews of others that wait for the person
	Promises template.HTML
	Actions  template.HTML
	Stints   template.HTML
	Written  template.HTML // comments on others
	Intro    template.HTML
	Parts    template.HTML
}

// perPersonPart is how many rows of a person's lists stand on one page.
const perPersonPart = 40

// A written comment is named by the review it is on and its role.
type writtenComment struct {
	on   audience.ReviewID
	role audience.Role
	date Date
}

// A history is all that grows with a person's years, in the order of the page.
type history struct {
	periods  []Period // with a review, or with none where one was due; newest first
	promises []audience.Promise
	actions  []audience.TrackedAction
	written  []writtenComment
}

// parts returns over how many pages the history goes.
func (x *history) parts() int {
	return historyParts(max(len(x.periods), len(x.promises), len(x.actions), len(x.written)))
}

func historyParts(rows int) int { return max(1, (rows+perPersonPart-1)/perPersonPart) }

// piece returns the rows of one part, counted from 1.
func piece[T any](rows []T, part int) []T {
	from := min((part-1)*perPersonPart, len(rows))
	return rows[from:min(from+perPersonPart, len(rows))]
}

// A profile is who the page of one person is about.
type profile struct {
	audience.Person
	led []TeamID
}

func (s *Site) profile(id PersonID) profile {
	who, _ := s.view.Person(id)
	return profile{who, s.leads()[id]}
}

// personProse is the text of a person's own file.
func personProse(id PersonID) prose {
	return prose{home: personAddress(id), folder: "content/people", scope: audience.PersonScope(id)}
}

func (s *Site) history(id PersonID) history {
	return history{
		periods: s.periodsOf(id), promises: openFirst(s.view.Record(id)), actions: s.view.ActionsOf(id), written: s.outline.comments[id],
	}
}

// periodsOf returns the periods of a person's reviews and those of which one is
// missing, the newest first.
func (s *Site) periodsOf(id PersonID) []Period {
	list := slices.Clone(s.view.ReviewsOf(id))
	for _, q := range s.cycle {
		if !slices.Contains(list, q) && s.view.Completeness(id, q).Missing {
			list = append(list, q)
		}
	}
	slices.SortFunc(list, func(a, b Period) int { return s.info.Calendar.Compare(b, a) })
	return list
}

// scopes are whose figures the page shows: the teams led, then the person.
func (x *profile) scopes() []Scope {
	var list []Scope
	for _, id := range x.led {
		list = append(list, audience.TeamScope(id))
	}
	return append(list, audience.PersonScope(x.ID))
}

func (p *page) writePerson(w io.Writer, id PersonID, part int) error {
	p.scope = audience.PersonScope(id)
	x, all := p.profile(id), p.history(id)
	p.period = p.latestOf(x.scopes())
	p.scales = p.scaleFor(x.scopes(), append(slices.Clone(piece(all.periods, part)), p.period))
	data := personPage{Parts: p.partLinks(personAddress(x.ID), part, all.parts())}
	if part == 1 {
		p.latestBlocks(&data, x)
	}
	data.Reviews = p.periodTable(x.Person, piece(all.periods, part)).html()
	data.Progress = p.progress(x.ID, piece(all.periods, part)).html()
	if x.Reports || len(all.promises) > 0 {
		data.Promises = p.record(piece(all.promises, part), audience.CountPromises(all.promises)).html()
	}
	data.Actions = p.personActions(x.ID, piece(all.actions, part), all.actions).html()
	if len(data.Beside)%2 == 1 && data.Actions != "" {
		data.Beside, data.Actions = append(data.Beside, data.Actions), ""
	}
	data.Written = p.writtenComments(x.ID, piece(all.written, part)).html()
	p.notePerson(&x, &all, part)
	data.Common, data.Head = p.common(), p.personHead(x)
	return p.write(w, where{
		kind: "person", title: x.Name, team: x.Team,
		crumbs:  append(p.teamCrumbs(x.Team), crumb{name: x.Name}),
		periods: periodSwitch{label: p.lang.Text("period.all"), all: p.view.ReviewsOf(x.ID), to: func(q Period) Address { return reviewAddress(q, x.ID) }},
	}, data)
}

// latestOf returns the last period of the cycle's length in which any of the
// scopes has a figure; zero where there is none.
func (p *page) latestOf(scopes []Scope) Period {
	var latest Period
	for _, s := range scopes {
		for _, q := range p.view.PeriodsOf(s) {
			if q.Length == p.info.Cycle && (latest.IsZero() || p.info.Calendar.Compare(q, latest) > 0) {
				latest = q
			}
		}
	}
	return latest
}

// latestBlocks fills in what the page says of the latest period.
func (p *page) latestBlocks(data *personPage, x profile) {
	data.Intro = p.intro(x.Intro, personProse(x.ID)).html()
	data.Stints = p.stints(x.Person).html()
	data.Waiting, data.Talks, data.Effect = p.waitedFor(x.ID).html(), p.talks(x.ID).html(), p.effect(x.ID).html()
	q := p.period
	if q.IsZero() {
		return
	}
	main := p.mainFigure(x.scopes(), q).Scope
	scored, at := p.latestScore(x.ID)
	data.Figures = p.personFigures(x, main, scored)
	for _, b := range p.trends(main, q) {
		data.Beside = append(data.Beside, b.html())
	}
	if !at.IsZero() {
		data.Beside = append(data.Beside, p.scores(&scored, at).html())
		data.Scores = p.scoreHistory(x.ID, at).html()
	}
	data.Why = p.ownWhy(q).html()
	if main.Team != "" {
		data.Own = p.ownFigures(x, q).html()
	}
}

// ownFigures are a lead's own figures, for which nobody else is counted.
func (p *page) ownFigures(x profile, q Period) Block {
	f := p.view.Figure(p.scope, q, p.info.KPIs[0])
	if !f.Actual.Defined() && !f.Target.Defined() {
		return Block{}
	}
	attainment := p.attainmentFig(f)
	if place := p.placeIn(x.ID, q); place != "" {
		attainment.notes = append(attainment.notes, say(place))
	}
	figures := p.figs(attainment, p.amountFig(f), p.yearFig(p.scope, q), p.promisesFig(p.view.Promises(x.ID, q)))
	return Block{ID: "own", Title: p.lang.Text("section.own-figures"), Note: p.comparedWith(q), Body: figures}
}

// trends are the first KPI over time: of a lead the team's and then the own.
func (p *page) trends(main Scope, q Period) []Block {
	var list []Block
	for _, s := range []Scope{main, p.scope} {
		b := p.trend(s, q, p.info.KPIs[0])
		if b.Body == "" || !p.anyActual(s, q) {
			continue
		}
		if main != p.scope {
			b.ID, b.Title = "trend-"+b.ID, b.Title+" · "+p.scopeName(s)
		}
		if len(list) > 0 {
			b.ID = "own-" + b.ID
		}
		if list = append(list, b); main == p.scope {
			break
		}
	}
	return list
}

func (p *page) anyActual(s Scope, q Period) bool {
	n := 0
	for _, at := range p.reportedUpTo(q, trendPeriods) {
		if p.view.Figure(s, at, p.info.KPIs[0]).Actual.Defined() {
			n++
		}
	}
	return n > 1
}

// latestScore returns the last review that anybody rated.
func (p *page) latestScore(id PersonID) (audience.Score, Period) {
	for _, q := range slices.Backward(p.view.ReviewsOf(id)) {
		if s := p.view.Score(id, q); s.Composite.Defined() {
			return s, q
		}
	}
	return audience.Score{}, Period{}
}

func (p *page) personFigures(x profile, main Scope, scored audience.Score) template.HTML {
	f := p.view.Figure(main, p.period, p.info.KPIs[0])
	attainment := p.attainmentFig(f)
	if place := p.placeIn(x.ID, p.period); place != "" && main.Team == "" {
		attainment.notes = append(attainment.notes, say(place))
	}
	score := p.scoreFig(&scored)
	if scored.Self.Defined() {
		score.notes = append(score.notes, say(p.lang.Text("fig.self", words.Score(frac(scored.Self.Ratio)))))
	}
	return p.figs(attainment, p.amountFig(f), p.yearFig(main, p.period), score)
}
