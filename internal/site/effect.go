package site

import (
	"slices"

	"reviewfolio/internal/audience"
	"reviewfolio/internal/markup"
)

// effectID is the id of the block of a person's levers.
const effectID = "effect"

// effectPeriods is how many periods the block of levers goes back.
const effectPeriods = 4

// mostEvidence is how many things of one lever are named.
const mostEvidence = 3

// leverNames are the ends of the keys of the five levers.
var leverNames = [...]string{
	audience.LeverTargets: "targets", audience.LeverGrowth: "growth", audience.LeverTalks: "talks",
	audience.LeverTeamwork: "teamwork", audience.LeverIncentive: "incentive",
}

// doubtNames are the ends of the keys of why a lever cannot be judged.
var doubtNames = [...]string{
	audience.DoubtNoReport: "no-report", audience.DoubtOpen: "open", audience.DoubtEarly: "early",
	audience.DoubtNoDate: "no-date", audience.DoubtStrangers: "strangers",
}

// An effectsIn is the levers of one period.
type effectsIn struct {
	period Period
	levers []audience.Effect
}

// used counts the levers that are used.
func used(list []audience.Effect) int {
	n := 0
	for i := range list {
		n += count(list[i].State == audience.EffectUsed)
	}
	return n
}

// effect is the block of 述职效果: the five levers over the last periods, with
// what shows them in the latest.
func (p *page) effect(id PersonID) Block {
	var list []effectsIn
	for _, q := range slices.Backward(p.cycle) {
		if levers := p.view.Effects(id, q); levers != nil {
			list = append(list, effectsIn{q, levers})
		}
		if len(list) == effectPeriods {
			break
		}
	}
	if len(list) == 0 {
		return Block{}
	}
	latest := list[0]
	slices.Reverse(list)
	b := Block{ID: effectID, Title: p.lang.Text("section.effect"), Foot: p.lang.Text("foot.effect")}
	b.Note = p.lang.Text("effect.used", p.lang.PeriodShort(p.calendarPeriod(latest.period)), used(latest.levers), len(latest.levers))
	h := new(markup.HTML)
	p.openTable(h, "mx fx5", b.Title)
	p.heads(h, "head.lever")
	for _, x := range list {
		p.head(h, "", p.lang.PeriodRow(p.calendarPeriod(x.period)), "")
	}
	p.head(h, "l", p.lang.Text("head.evidence", p.lang.PeriodShort(p.calendarPeriod(latest.period))), "")
	h.Raw(`</tr></thead><tbody>`)
	for lever := range latest.levers {
		h.Raw(`<tr><th scope="row">`).Text(p.lang.Text("lever." + leverNames[lever])).Raw(`</th>`)
		for _, x := range list {
			h.Raw(`<td>`)
			p.effectMark(h, &x.levers[lever])
			h.Raw(`</td>`)
		}
		h.Raw(`<td class="l">`)
		p.evidence(h, id, latest.period, &latest.levers[lever])
		h.Raw(`</td></tr>`)
	}
	h.Raw(`</tbody></table></div>`)
	b.Body = p.place(h)
	return b
}

// effectMark marks a lever by shape and by word.
func (p *page) effectMark(h *markup.HTML, e *audience.Effect) {
	switch e.State {
	case audience.EffectUsed:
		h.Raw(`<i class="mk"></i><span class="vh">`).Text(p.lang.Text("coverage.present")).Raw(`</span>`)
	case audience.EffectAbsent:
		h.Raw(`<i class="mk no">`).Text(p.lang.Text("coverage.missing")).Raw(`</i>`)
	default:
		h.Raw(`<abbr`).Attr("title", p.lang.Text("doubt."+doubtNames[e.Why])).Raw(`>—</abbr>`)
	}
}

// evidence says what shows that a lever is used, or why that is not so.
func (p *page) evidence(h *markup.HTML, id PersonID, q Period, e *audience.Effect) {
	switch {
	case e.State == audience.EffectUnknown:
		h.Raw(`<span class="why">`).Text(p.lang.Text("doubt." + doubtNames[e.Why])).Raw(`</span>`)
		return
	case e.State == audience.EffectAbsent && len(e.Evidence) == 0:
		h.Raw(`<span class="why">`).Text(p.lang.Text("lever-absent." + leverNames[e.Lever])).Raw(`</span>`)
		return
	case e.State == audience.EffectAbsent:
		h.Text(p.lang.Text("evidence.too-late"))
	}
	for i := range e.Evidence {
		if i == mostEvidence {
			h.Text(p.lang.Text("evidence.more", len(e.Evidence)-i))
			return
		}
		if i > 0 {
			h.Text(p.lang.Text("list-semicolon"))
		}
		p.shows(h, audience.ReviewID{Period: q, Person: id}, &e.Evidence[i])
	}
}

// shows writes one piece of evidence, which leads to where it stands.
func (p *page) shows(h *markup.HTML, of audience.ReviewID, e *audience.Evidence) {
	to := reviewAddress(of.Period, of.Person)
	link := func(href, text string) { h.Raw(`<a`).Attr("href", href).Raw(`>`).Text(text).Raw(`</a>`) }
	switch e.Kind {
	case audience.ByPersonTargets:
		text := p.lang.Text("evidence.person-targets", e.Count)
		if !p.view.HasReview(of.Period, of.Person) {
			h.Text(text)
			return
		}
		link(p.to(to, figuresID), text)
	case audience.ByTeamTargets:
		p.team(h, e.Team, of.Period)
		h.Text(p.lang.Text("evidence.team-targets", e.Count))
	case audience.ByGoals:
		name := p.lang.PeriodRow(p.calendarPeriod(e.Period))
		link(p.to(reviewAddress(e.Period, of.Person), "next-goals"), p.lang.Text("evidence.goals", name, e.Count, p.day(e.Date)))
	case audience.ByTraining:
		m := p.view.Metric("training_hours")
		link(p.to(to, figuresID), p.metricName(m)+" "+p.figure(m, e.Value.Ratio))
	case audience.ByAction:
		link(p.placeOf(&e.Place), p.lang.Text("quoted", e.Text))
	case audience.ByPlan:
		link(p.to(to, commentID(e.Person)), p.lang.Text("evidence.plan", p.view.Name(e.Person)))
	case audience.ByTalks:
		link(p.to(to, e.Anchor), p.lang.Text("evidence.talks", e.Count, p.day(e.Date)))
	case audience.ByPeer:
		t, _ := p.view.Team(e.Team)
		link(p.to(to, commentID(e.Person)), p.lang.Text("evidence.peer", p.view.Name(e.Person), t.Name))
	case audience.ByMention:
		link(p.to(to, e.Anchor), p.lang.Text("quoted", e.Text))
	}
}

// effects is the block of how many people of a team use each lever.
func (p *page) effects(team TeamID, q Period) Block {
	var counts [len(leverNames)][3]int
	people := 0
	for _, id := range p.view.PeopleOf(team, q) {
		levers := p.view.Effects(id, q)
		people += count(levers != nil)
		for i := range levers {
			counts[i][levers[i].State]++
		}
	}
	if people == 0 {
		return Block{}
	}
	b := Block{ID: effectID, Title: p.lang.Text("section.effect"), Note: p.lang.Text("effect.people", people), Foot: p.lang.Text("foot.effect")}
	h := new(markup.HTML)
	p.smallTable(h, b.Title, func(h *markup.HTML) {
		p.heads(h, "head.lever", "n:head.used", "n:head.absent", "n:head.unknown")
	}, func(h *markup.HTML) {
		for i, n := range counts {
			h.Raw(`<tr><th scope="row">`).Text(p.lang.Text("lever." + leverNames[i])).Raw(`</th>`)
			for _, state := range [...]audience.EffectState{audience.EffectUsed, audience.EffectAbsent, audience.EffectUnknown} {
				h.Raw(`<td class="n">`).Int(n[state]).Raw(`</td>`)
			}
			h.Raw(`</tr>`)
		}
	})
	b.Body = p.place(h)
	return b
}
