package site

import (
	"html/template"
	"io"
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// reviewPage is one report with everything on it. Of a lead it shows the
// team's figures first, then the own.
type reviewPage struct {
	Common
	Head        Head
	Missing     template.HTML // what is not there: the report, its final prose
	Figures     template.HTML
	Teams       []template.HTML // of a lead
	Own         template.HTML
	Promises    template.HTML
	Todo        template.HTML
	Beside      []template.HTML // scores; floor and stretch, changed targets, corrections
	Reading     template.HTML
	Goals       template.HTML
	Comments    template.HTML
	Calibration template.HTML
	Actions     template.HTML
	Log         template.HTML
	Neighbours  template.HTML
}

// A review is one review while its page is written.
type review struct {
	*page
	audience.Review
	who      audience.Person
	team     TeamID
	main     Figure // the first KPI: of the team led, else the own
	score    audience.Score
	promises []audience.Promise
	complete audience.Completeness
	turn     audience.Turn
	from     prose // the report's
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

func (p *page) writeReview(w io.Writer, id audience.ReviewID) error {
	p.scope, p.period = audience.PersonScope(id.Person), id.Period
	r := p.newReview(id)
	p.scales = p.scaleFor(r.scopes(), []Period{id.Period})
	data := reviewPage{Missing: r.missing(), Promises: r.block(p.lastPromises(r.promises)), Todo: r.block(r.todo())}
	beside := []Block{p.scores(&r.score, id.Period)}
	if r.Report != nil {
		data.Figures = r.figures()
		teams, own := p.keyMetrics(id.Person, r.leads()[id.Person], id.Period)
		data.Teams, data.Own = r.blocks(teams), r.block(own)
		beside = append(beside, r.bounds(), r.changedTargets(), r.corrections())
		data.Reading = r.reading()
		if goals := p.view.Goals(id.Person, id.Period); len(goals) > 0 || r.Report.Status != audience.Open {
			data.Goals = r.block(p.goals(goals, p.info.Calendar.Next(id.Period)))
		}
	}
	data.Beside = r.blocks(beside)
	data.Comments, data.Calibration = r.block(r.comments()), r.block(r.calibration())
	data.Actions, data.Log = r.block(r.actionList()), r.block(r.log())
	data.Neighbours = r.neighbours()
	r.noteReview()
	data.Common, data.Head = p.common(), r.sayings()
	return p.write(w, r.where(), data)
}

func (p *page) newReview(id audience.ReviewID) *review {
	r := &review{page: p, from: reviewProse(id)}
	r.Review, _ = p.view.Review(id.Period, id.Person)
	r.who, _ = p.view.Person(id.Person)
	r.team, _ = p.view.TeamOf(id.Person, id.Period)
	r.score = p.view.Score(id.Person, id.Period)
	r.promises = p.view.Promises(id.Person, id.Period)
	r.complete = p.view.Completeness(id.Person, id.Period)
	r.turn = p.view.Turn(id.Person, id.Period)
	r.main = p.mainFigure(r.scopes(), id.Period)
	if r.Report != nil {
		r.from.doc = &r.Report.Body
	}
	return r
}

// scopes are whose figures the page shows: the teams led, then the person.
func (r *review) scopes() []Scope {
	var list []Scope
	for _, id := range r.leads()[r.Person] {
		list = append(list, audience.TeamScope(id))
	}
	return append(list, r.scope)
}

// mainFigure is the first KPI of the first of the scopes that has any: of a
// lead the team's, else the own.
func (p *page) mainFigure(scopes []Scope, q Period) (f Figure) {
	for _, s := range scopes {
		if f = p.view.Figure(s, q, p.info.KPIs[0]); f.Actual.Defined() || f.Target.Defined() {
			break
		}
	}
	return f
}

// block finishes a block, which gives up its id where the report has an anchor
// of that name.
func (r *review) block(b Block) template.HTML {
	if r.Report != nil && b.Body != "" && hasAnchor(&r.Report.Body, b.ID) {
		b.ID = ""
	}
	return b.html()
}

// blocks finishes those of the blocks that there is something in.
func (r *review) blocks(list []Block) []template.HTML {
	var finished []template.HTML
	for _, b := range list {
		if b.Body != "" {
			finished = append(finished, r.block(b))
		}
	}
	return finished
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
	return r.place(h)
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
	return r.place(h)
}
