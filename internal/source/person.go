package source

import (
	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// rawPerson is the front matter of people/<id>.md.
type rawPerson struct {
	name, title, team, manager, pinyin at[string]
	teams                              at[[]at[rawStint]]
	aliases                            at[[]at[string]]
	joined, left                       at[model.Date]
	cycle                              at[string]
	targets                            at[[]entry[[]entry[model.Number]]]
}

type rawStint struct {
	team at[string]
	from at[rawDay]
}

// rawDay is a date, or a period that stands for its first day.
type rawDay struct {
	date   model.Date
	period model.Period
}

var personKind = object(
	must(key("name", "Name, in any script", textKind, func(p *rawPerson) *at[string] { return &p.name })),
	key("title", "Job title", textKind, func(p *rawPerson) *at[string] { return &p.title }),
	key("team", "The team, where there was only ever one", nameOf, func(p *rawPerson) *at[string] { return &p.team }),
	key("teams", "The teams in turn, each with the day it began", list(object(
		must(key("team", "Team", nameOf, func(s *rawStint) *at[string] { return &s.team })),
		key("from", "A date or a period, whose first day it is", dayKind, func(s *rawStint) *at[rawDay] { return &s.from }),
	)), func(p *rawPerson) *at[[]at[rawStint]] { return &p.teams }),
	key("manager", "Who leads the person; oneself is nobody", nameOf, func(p *rawPerson) *at[string] { return &p.manager }),
	key("aliases", "How imports name the person", list(textKind), func(p *rawPerson) *at[[]at[string]] { return &p.aliases }),
	key("pinyin", "The name's pinyin, for search", textKind, func(p *rawPerson) *at[string] { return &p.pinyin }),
	key("joined", "First day", dateKind, func(p *rawPerson) *at[model.Date] { return &p.joined }),
	key("left", "Last day", dateKind, func(p *rawPerson) *at[model.Date] { return &p.left }),
	key("cycle", "none: does not report", oneOf(itself, "none"), func(p *rawPerson) *at[string] { return &p.cycle }),
	key("targets", "Targets set before the period, by period and metric", targetsKind, func(p *rawPerson) *at[[]entry[[]entry[model.Number]]] { return &p.targets }),
)

var targetsKind = table(periodKeys, table(metricKeys, numberKind))

var dayKind = scalar(schema{"anyOf": []any{dateKind.schema, periodKind.schema}}, func(r *reader, n *yaml.Node) (day rawDay, ok bool) {
	if p, ok := model.ParsePeriod(n.Value); ok {
		return rawDay{period: p}, true
	}
	ok = dateKind.read(r, n, &day.date)
	return day, ok
})

// day returns the date meant.
func (l *lookup) day(d rawDay) model.Date {
	if !d.period.IsZero() {
		return l.Calendar.First(d.period)
	}
	return d.date
}

// person reads people/<id>.md.
func (p *parser) person(raw *rawPerson) {
	who := &model.Person{
		ID:      model.PersonID(p.place.id),
		Name:    raw.name.v,
		Title:   raw.title.v,
		Manager: model.PersonID(raw.manager.v),
		Pinyin:  raw.pinyin.v,
		Joined:  raw.joined.v,
		Left:    raw.left.v,
		Reports: !raw.cycle.ok,
		Targets: p.targets(raw.targets.v),
		File:    p.place.path,
		Pos:     diag.Whole(p.place.path),
	}
	for _, a := range raw.aliases.v {
		who.Aliases = append(who.Aliases, a.v)
	}
	if who.Manager == who.ID {
		who.Manager = ""
	} else {
		p.needPerson(raw.manager)
	}
	if raw.left.ok && raw.joined.ok && who.Left.Before(who.Joined) {
		p.fault(raw.left.pos, "left-before-joined", who.Left.String(), who.Joined.String())
	}
	who.Stints = p.stints(raw)
	who.Body = p.prose()
	p.out.person = who
}

// stints reads team or teams, in order.
func (p *parser) stints(raw *rawPerson) []model.Stint {
	if raw.team.ok && raw.teams.ok {
		p.fault(raw.teams.keyPos, "team-and-teams")
		return nil
	}
	if raw.team.ok {
		p.needTeam(raw.team)
		return []model.Stint{{Team: model.TeamID(raw.team.v), Pos: p.pos(raw.team.pos)}}
	}
	var stints []model.Stint
	for i, s := range raw.teams.v {
		p.needTeam(s.v.team)
		stint := model.Stint{Team: model.TeamID(s.v.team.v), From: p.day(s.v.from.v), Pos: p.pos(s.pos)}
		switch {
		case i == 0:
		case !s.v.from.ok && s.v.from.pos.line == 0:
			p.fault(s.pos, "missing-key.stint")
		case s.v.from.ok && !stint.From.After(stints[i-1].From):
			p.fault(s.v.from.pos, "stint-order", stint.From.String(), stints[i-1].From.String())
		}
		stints = append(stints, stint)
	}
	return stints
}
