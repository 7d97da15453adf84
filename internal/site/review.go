package site

import (
	"html/template"
	"io"
	"slices"
	"sync"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
	"reviewfolio/internal/words"
)

// reviewPage is one report with everything on it. Of a lead it shows the
// team's figures first, then the own.
type reviewPage struct {
	Frame
	Missing     template.HTML // what is not there: the report, its final prose
	Figures     template.HTML
	Team        Block // of a lead
	Own         Block
	Remarks     []Block // floor and stretch, changed targets, corrections
	Promises    Block
	Todo        Block
	Scores      Block
	Reading     template.HTML
	Goals       Block
	Comments    Block
	Calibration Block
	Actions     Block
	Log         Block
	Neighbours  template.HTML
}

// A reviewed is what the pages of reviews look up of the whole portfolio.
type reviewed struct {
	leads    map[PersonID][]TeamID
	actions  map[audience.ReviewID][]audience.TrackedAction // that stand in the review
	restated map[audience.ReviewID][]restatement            // by later reports
	places   places
}

// A restatement is what a later report corrects of a figure.
type restatement struct {
	in        Period // of the later report
	of        Period
	metric    *Metric
	corrected Ratio
}

// A review is one review while its page is written.
type review struct {
	*page
	audience.Review
	reviewed
	who      audience.Person
	team     TeamID
	main     Figure // the first KPI: of the team led, else the own
	score    audience.Score
	promises []audience.Promise
	complete audience.Completeness
	from     prose // the report's
}

func (a *adder) reviews() {
	all := reviewed{leads: a.leads(), actions: a.actionsByReview(), restated: a.restatements(), places: a.places()}
	for _, id := range a.view.Reviews() {
		r, _ := a.view.Review(id.Period, id.Person)
		from := reviewProse(id)
		if r.Report != nil {
			a.attached(from, &r.Report.Body)
		}
		for i := range r.Comments {
			a.attached(from, &r.Comments[i].Body)
		}
		if r.Log != nil {
			a.attached(from, r.Log)
		}
		if r.Calibration != nil {
			a.attached(from, &r.Calibration.Body)
		}
		a.page(reviewAddress(id.Period, id.Person), func(p *page, w io.Writer) error { return p.writeReview(w, id, all) })
	}
}

// places knows which place everybody has in a team and period. A ranking is
// worked out when it is first asked for.
type places map[teamPeriod]func() placing

type teamPeriod struct {
	team   TeamID
	period Period
}

// A placing is a ranking by person.
type placing struct {
	place  map[PersonID]int
	ranked int // people who have a place
}

func (s *site) places() places {
	all := places{}
	for _, q := range s.periods {
		for _, team := range s.view.Teams() {
			all[teamPeriod{team, q}] = sync.OnceValue(func() placing {
				x := placing{place: map[PersonID]int{}}
				for _, r := range s.view.Ranking(team, q) {
					if r.Place > 0 {
						x.place[r.Person] = r.Place
						x.ranked++
					}
				}
				return x
			})
		}
	}
	return all
}

// leads returns the teams that each person leads, parents before children.
func (s *site) leads() map[PersonID][]TeamID {
	leads := map[PersonID][]TeamID{}
	for _, id := range s.view.Teams() {
		if t, _ := s.view.Team(id); t.Lead != "" {
			leads[t.Lead] = append(leads[t.Lead], id)
		}
	}
	return leads
}

// actionsByReview returns the actions by the reviews that they were set in or
// last seen in.
func (s *site) actionsByReview() map[audience.ReviewID][]audience.TrackedAction {
	all := map[audience.ReviewID][]audience.TrackedAction{}
	for _, x := range s.view.Actions() {
		first, last := audience.ReviewID{Period: x.First.Period, Person: x.First.Person}, audience.ReviewID{Period: x.Last.Period, Person: x.Last.Person}
		all[last] = append(all[last], x)
		if first != last {
			all[first] = append(all[first], x)
		}
	}
	return all
}

// restatements returns what later reports correct, by the review corrected.
func (s *site) restatements() map[audience.ReviewID][]restatement {
	all := map[audience.ReviewID][]restatement{}
	for _, id := range s.view.Reviews() {
		r, _ := s.view.Review(id.Period, id.Person)
		if r.Report == nil {
			continue
		}
		for _, x := range r.Report.Restates {
			at := audience.ReviewID{Period: x.Period, Person: id.Person}
			for _, v := range x.Values {
				m := s.view.Metric(v.Metric)
				if m == nil {
					continue
				}
				if corrected := audience.StatedActual(v, m); corrected.Defined() {
					all[at] = append(all[at], restatement{id.Period, x.Period, m, corrected})
				}
			}
		}
	}
	return all
}

// reviewProse is any document of a review, without its text.
func reviewProse(id audience.ReviewID) prose {
	return prose{
		home: reviewAddress(id.Period, id.Person), folder: reviewFolder(id.Period, id.Person),
		scope: audience.PersonScope(id.Person), period: id.Period,
	}
}

// of returns the prose of another document of the same review.
func (x prose) of(d *Doc) prose {
	x.doc = d
	return x
}

// under returns the prose with its level-2 headings at the level.
func (x prose) under(level int) prose {
	x.top = level
	return x
}

func (p *page) writeReview(w io.Writer, id audience.ReviewID, all reviewed) error {
	p.scope, p.period = audience.PersonScope(id.Person), id.Period
	r := p.newReview(id, all)
	p.scales = p.scaleFor(r.scopes(), []Period{id.Period})
	data := reviewPage{Missing: r.missing(), Promises: p.lastPromises(r.promises), Todo: r.todo(), Scores: p.scores(&r.score, id.Period)}
	if r.Report != nil {
		data.Figures = r.figures()
		data.Team, data.Own = p.metrics(id.Person, r.leads[id.Person], id.Period)
		data.Remarks = r.remarks()
		data.Reading = r.reading()
		if r.Report.Status != audience.Open {
			data.Goals = p.goals(p.view.Goals(id.Person, id.Period), p.info.Calendar.Next(id.Period))
		}
	}
	data.Comments, data.Calibration = r.comments(), r.calibration()
	data.Actions, data.Log = r.actionList(), r.log()
	data.Neighbours = r.neighbours()
	for _, b := range []*Block{&data.Team, &data.Own, &data.Promises, &data.Todo, &data.Scores, &data.Goals, &data.Comments, &data.Calibration, &data.Actions, &data.Log} {
		r.yield(b)
	}
	data.Frame = p.frame(r.where(), r.sayings())
	return p.layouts.write(w, "review", string(p.at), data)
}

func (p *page) newReview(id audience.ReviewID, all reviewed) *review {
	r := &review{page: p, reviewed: all, from: reviewProse(id)}
	r.Review, _ = p.view.Review(id.Period, id.Person)
	r.who, _ = p.view.Person(id.Person)
	r.team, _ = p.view.TeamOf(id.Person, id.Period)
	r.score = p.view.Score(id.Person, id.Period)
	r.promises = p.view.Promises(id.Person, id.Period)
	r.complete = p.view.Completeness(id.Person, id.Period)
	r.main = p.view.Figure(r.scopes()[0], id.Period, p.info.KPIs[0])
	if r.Report != nil {
		r.from.doc = &r.Report.Body
	}
	return r
}

// scopes are whose figures the page shows: the teams led, then the person.
func (r *review) scopes() []Scope {
	var list []Scope
	for _, id := range r.leads[r.Person] {
		list = append(list, audience.TeamScope(id))
	}
	return append(list, r.scope)
}

// yield gives up a block's id where the report has an anchor of that name.
func (r *review) yield(b *Block) {
	if r.Report != nil && hasAnchor(&r.Report.Body, b.ID) {
		b.ID = ""
	}
}

func hasAnchor(d *Doc, id string) bool {
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Anchor == id || slices.ContainsFunc(s.Sections, func(x Section) bool { return x.Anchor == id }) {
			return true
		}
	}
	return slices.Contains(d.Deeper, id)
}

// missing says in one line what a page does without: the report, or its prose.
func (r *review) missing() template.HTML {
	h := new(markup.HTML)
	switch {
	case r.Report == nil:
		h.Raw(`<p class="empty">`).Text(r.lang.Text("empty.report", r.who.Name, r.periodName(r.Period))).Raw(`</p>`)
	case r.Report.Status == audience.Open && len(r.Report.Body.Sections) == 0 && r.Report.Body.Intro.HTML == "":
		h.Raw(`<p class="empty">`).Text(r.lang.Text("review.open-note")).Raw(`</p>`)
	}
	return h.Template()
}

func (r *review) where() where {
	name := r.view.Name(r.Person)
	step := crumb{name: name, to: personAddress(r.Person), link: r.who.ID != ""}
	return where{
		kind: "review", title: r.lang.Text("window.review", name, r.periodName(r.Period)), team: r.team,
		crumbs:  append(r.teamCrumbs(r.team), step, crumb{name: r.lang.Text("review.crumb")}),
		periods: periodSwitch{current: r.Period, all: r.sameKind(), to: func(q Period) Address { return reviewAddress(q, r.Person) }},
	}
}

// sameKind returns the periods of the person's reviews of this length.
func (r *review) sameKind() []Period {
	var list []Period
	for _, q := range r.view.ReviewsOf(r.Person) {
		if q.Length == r.Period.Length {
			list = append(list, q)
		}
	}
	return list
}

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
		return Head{Kicker: h.Template(), Headline: r.lang.CommentsOnlyHeadline(len(r.Comments))}
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
	return Head{Kicker: h.Template(), Headline: r.headline(), Status: r.status()}
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
			h.Text(r.lang.Text("status-next." + st.String()))
		} else {
			h.Text(r.lang.Text("status." + st.String()))
		}
		if st <= at && !day.IsZero() {
			h.Raw(` `).Text(r.day(day))
		}
		h.Raw(`</li>`)
	}
	h.Raw(`</ol>`)
	return h.Template()
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

// neighbours leads to the person's reviews before and after this one.
func (r *review) neighbours() template.HTML {
	list := r.sameKind()
	at := slices.Index(list, r.Period)
	h := new(markup.HTML)
	step := func(i int, class markup.Constant, key string) {
		if i < 0 || i >= len(list) {
			h.Raw(`<span></span>`)
			return
		}
		h.Raw(`<a class="`).Raw(class).Raw(`"`).Attr("href", r.to(reviewAddress(list[i], r.Person), "")).Raw(`><span>`).Text(r.lang.Text(key))
		h.Raw(`</span><bdi>`).Text(r.view.Name(r.Person)).Raw(`</bdi> · `).Text(r.periodName(list[i])).Raw(`</a>`)
	}
	if at < 0 || len(list) < 2 {
		return ""
	}
	h.Raw(`<nav class="pn"`).Attr("aria-label", r.lang.Text("review.neighbours")).Raw(`>`)
	step(at-1, "prev", "nav.previous")
	step(at+1, "next", "nav.next")
	h.Raw(`</nav>`)
	return h.Template()
}
