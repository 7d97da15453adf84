package analysis

import (
	"strings"

	"reviewfolio/internal/model"
)

// A Lever is one of the five that make reviews effective (NUMBERS.md, 0, FAQ 3).
type Lever uint8

const (
	LeverTargets   Lever = iota // 目标明确: targets dated before the period
	LeverGrowth                 // 培训发展: training, or a development action
	LeverTalks                  // 经常沟通: a dated entry in the log
	LeverTeamwork               // 跨团队协作: a comment by a peer of another team
	LeverIncentive              // 激励: named under 团队管理
	levers
)

// An EffectState is whether a lever is used.
type EffectState uint8

const (
	EffectUnknown EffectState = iota // cannot be known: Effect.Why says the reason
	EffectUsed
	EffectAbsent
)

// An EffectDoubt is why it cannot be known whether a lever is used.
type EffectDoubt uint8

const (
	NoDoubt        EffectDoubt = iota
	DoubtNoReport              // there is no report
	DoubtOpen                  // the report's text is not out yet
	DoubtEarly                 // the period is not over, or its comments are not due
	DoubtNoDate                // the report that sets the goals has no date
	DoubtStrangers             // the peers are in no team
)

// An Effect is whether one lever is used in a review, and what shows it.
type Effect struct {
	Lever    Lever
	State    EffectState
	Why      EffectDoubt // of EffectUnknown
	Evidence []Evidence  // of EffectAbsent: only goals that came too late
}

// An EvidenceKind is what shows that a lever is used.
type EvidenceKind uint8

const (
	ByPersonTargets EvidenceKind = iota // Count targets in the person's file, which are set before the period
	ByTeamTargets                       // Count targets in the file of Team, which the person leads
	ByGoals                             // Count goals that the report of Period, dated Date, sets
	ByTraining                          // Value, the figure training_hours of the report
	ByAction                            // Text, an action at Place
	ByPlan                              // an improvement plan in the comment of Person
	ByTalks                             // Count entries of the log, the last of Date at Anchor
	ByPeer                              // the comment of Person, who is in Team
	ByMention                           // the section Text of the report, at Anchor
)

// An Evidence is one thing that shows that a lever is used. Exactly what its
// kind names is set.
type Evidence struct {
	Kind   EvidenceKind
	Count  int
	Period model.Period
	Date   model.Date
	Person model.PersonID
	Team   model.TeamID
	Value  Value
	Text   string
	Anchor string
	Place  Place
}

// Effects returns for each lever whether the person's review of the period
// shows it used; nil where no review is asked for and there is none. What is
// not there yet is unknown until it is due, then absent.
func (r *Result) Effects(person model.PersonID, p model.Period) []Effect {
	x, known := r.org.people[person]
	if !known || !r.reviewed(x, p) {
		return nil
	}
	review := r.portfolio.Review(p, person)
	if review == nil {
		review = &model.Review{Person: person, Period: p}
	}
	list := make([]Effect, levers)
	for i, find := range [...]func(x int, review *model.Review) Effect{
		LeverTargets: r.targetsBefore, LeverGrowth: r.growth, LeverTalks: r.talks, LeverTeamwork: r.teamwork, LeverIncentive: r.incentive,
	} {
		list[i] = find(x, review)
		list[i].Lever = Lever(i)
		if len(list[i].Evidence) > 0 && list[i].State == EffectUnknown && list[i].Why == NoDoubt {
			list[i].State = EffectUsed
		}
	}
	return list
}

// targetsBefore looks for targets in the files of the person and of the teams
// that the person leads, else for the goals that earlier reports set for the
// period, and when.
func (r *Result) targetsBefore(x int, review *model.Review) (e Effect) {
	who := r.portfolio.People[x]
	if n := countTargets(who.Targets, review.Period); n > 0 {
		e.Evidence = append(e.Evidence, Evidence{Kind: ByPersonTargets, Count: n})
	}
	for _, t := range r.org.led[x] {
		if team := r.portfolio.Teams[t]; countTargets(team.Targets, review.Period) > 0 {
			e.Evidence = append(e.Evidence, Evidence{Kind: ByTeamTargets, Count: countTargets(team.Targets, review.Period), Team: team.ID})
		}
	}
	if len(e.Evidence) > 0 {
		return e
	}
	first, late := r.time.calendar.First(review.Period), Effect{State: EffectAbsent}
	undated := false
	for _, before := range r.reviews.of[who.ID] {
		n := r.goalsFor(before, review.Period)
		if n == 0 {
			continue
		}
		found := Evidence{Kind: ByGoals, Count: n, Period: before.Period, Date: before.Report.Date}
		switch {
		case found.Date.IsZero():
			undated = true
		case found.Date.Before(first):
			e.Evidence = append(e.Evidence, found)
		default:
			late.Evidence = append(late.Evidence, found)
		}
	}
	switch {
	case len(e.Evidence) > 0:
		return e
	case undated:
		return Effect{Why: DoubtNoDate}
	}
	return late
}

// countTargets returns how many metrics have a target for the period.
func countTargets(list []model.PeriodValues, p model.Period) int {
	n := 0
	for _, v := range valuesIn(list, p) {
		n += count(v.Target.OK)
	}
	return n
}

// goalsFor returns how many goals an earlier review sets for the period.
func (r *Result) goalsFor(before *model.Review, p model.Period) int {
	n := 0
	if before.Report == nil || len(before.Report.Goals) == 0 || r.time.calendar.Compare(before.Period, p) >= 0 {
		return n
	}
	next := r.time.calendar.Next(before.Period) == p // as judgedIn has it
	for i := range before.Report.Goals {
		of := before.Report.Goals[i].Period
		n += count(of == p || of.IsZero() && next)
	}
	return n
}

// talks looks for dated entries in the log.
func (r *Result) talks(_ int, review *model.Review) Effect {
	var found Evidence
	if review.Log != nil {
		for i := range review.Log.Body.Sections {
			s := &review.Log.Body.Sections[i]
			if s.Date.IsZero() {
				continue
			}
			if found.Count++; !s.Date.Before(found.Date) {
				found.Date, found.Anchor = s.Date, s.Anchor
			}
		}
	}
	if found.Count == 0 {
		return absentOr(r.time.over(review.Period), DoubtEarly)
	}
	found.Kind = ByTalks
	return Effect{Evidence: []Evidence{found}}
}

// absentOr returns that a lever is not used, or, where it is too early to
// tell, why that is not known.
func absentOr(sure bool, why EffectDoubt) Effect {
	if sure {
		return Effect{State: EffectAbsent}
	}
	return Effect{Why: why}
}

// teamwork looks for comments of peers who are in another team.
func (r *Result) teamwork(x int, review *model.Review) Effect {
	own, strangers := r.teamIn(x, review.Period), false
	var e Effect
	for _, c := range review.Comments {
		if c.Role != model.PeerRole {
			continue
		}
		peer, known := r.org.people[c.Reviewer]
		if !known || r.teamIn(peer, review.Period) == noTeam {
			strangers = true
			continue
		}
		if team := r.teamIn(peer, review.Period); team != own {
			e.Evidence = append(e.Evidence, Evidence{Kind: ByPeer, Person: c.Reviewer, Team: r.portfolio.Teams[team].ID})
		}
	}
	switch due := r.dueDate(review.Period, r.portfolio.Settings.Due.Comment); {
	case len(e.Evidence) > 0:
		return e
	case strangers:
		return Effect{Why: DoubtStrangers}
	default:
		return absentOr(r.time.asOf.IsZero() || !r.time.asOf.Before(due), DoubtEarly)
	}
}

// incentive looks for 激励 in what the report says of the team.
func (r *Result) incentive(_ int, review *model.Review) Effect {
	if review.Report == nil {
		return Effect{Why: DoubtNoReport}
	}
	for i := range review.Report.Body.Sections {
		s := &review.Report.Body.Sections[i]
		if s.Theme != teamTheme || s.Empty {
			continue
		}
		if at := mention(s, "激励", "incentive"); at != nil {
			return Effect{Evidence: []Evidence{{Kind: ByMention, Text: at.Title, Anchor: at.Anchor}}}
		}
	}
	return absentOr(review.Report.Status != model.Open, DoubtOpen)
}

// teamTheme is the theme under which 激励 is to be named.
const teamTheme = "team"

// mention returns the section, s or one inside it, that says one of the words.
// What stands in links and figures of the data is not looked into.
func mention(s *model.Section, words ...string) *model.Section {
	if s.Empty {
		return nil
	}
	if says(s.Title, words...) || says(s.Text.HTML, words...) {
		return s
	}
	for i := range s.Sections {
		if at := mention(&s.Sections[i], words...); at != nil {
			return at
		}
	}
	return nil
}

// says reports whether the text holds one of the words; of Latin words in small
// letters or capitals.
func says(text string, words ...string) bool {
	for _, w := range words {
		if w[0] >= 0x80 {
			if strings.Contains(text, w) {
				return true
			}
			continue
		}
		for i := 0; i+len(w) <= len(text); i++ {
			if text[i]|0x20 == w[0] && strings.EqualFold(text[i:i+len(w)], w) {
				return true
			}
		}
	}
	return false
}
