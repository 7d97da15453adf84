package source

import (
	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// rawTeam is the front matter of teams/<id>.md.
type rawTeam struct {
	name, parent, lead at[string]
	targets            at[[]entry[[]entry[model.Number]]]
	figures            at[[]entry[[]entry[rawValue]]]
}

var teamKind = object(
	must(key("name", "Name, in any script", textKind, func(t *rawTeam) *at[string] { return &t.name })),
	key("parent", "The team above; absent on the one root", nameOf, func(t *rawTeam) *at[string] { return &t.parent }),
	key("lead", "Who leads the team", nameOf, func(t *rawTeam) *at[string] { return &t.lead }),
	key("targets", "下达目标, by period and metric", targetsKind, func(t *rawTeam) *at[[]entry[[]entry[model.Number]]] { return &t.targets }),
	key("figures", "What belongs to no one person, by period and metric", table(periodKeys, table(metricKeys, figureKind)), func(t *rawTeam) *at[[]entry[[]entry[rawValue]]] { return &t.figures }),
)

// figureKind is a number, or the counts of an nps.
var figureKind = sides("actual",
	key("actual", "The figure", numberKind, func(v *rawValue) *at[model.Number] { return &v.actual }),
	key("promoters", "nps: how many answered 9 or 10", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().promoters }),
	key("passives", "nps: how many answered 7 or 8", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().passives }),
	key("detractors", "nps: how many answered 0 to 6", numberKind, func(v *rawValue) *at[model.Number] { return &v.more().detractors }),
)

// team reads teams/<id>.md.
func (p *parser) team(raw *rawTeam) {
	p.needPerson(raw.lead)
	p.needTeam(raw.parent)
	p.out.parent = raw.parent
	p.out.team = &model.Team{
		ID:      model.TeamID(p.place.id),
		Name:    raw.name.v,
		Parent:  model.TeamID(raw.parent.v),
		Lead:    model.PersonID(raw.lead.v),
		Targets: p.targets(raw.targets.v),
		Figures: p.periods(raw.figures.v),
		Body:    p.prose(),
		File:    p.place.path,
		Pos:     diag.Whole(p.place.path),
	}
}
