package words

// cascadeWords holds how a team's target is handed down, and what of a figure
// belongs to no one person.
var cascadeWords = map[string]entry{
	"reason.not-additive":   {"比率的目标不能相加", "targets of ratios do not add up"},
	"reason.no-children":    {"没有下级团队", "no teams below"},
	"reason.part-no-target": {"其中有期间未设目标", "no target for a part of the period"},

	"split.lacking": {"%s，%d 人未设目标", "%s; %d {person|people} without a target"},

	"formula.ratio-whole":    {"Σ %s ÷ Σ %s，有一侧是团队自报，两侧都按全队合计", "Σ %s ÷ Σ %s, both over the whole team, as one side comes from teams' own figures"},
	"formula.figures":        {"团队自报", "the team's own figures"},
	"formula.figures-teams":  {"各团队自报之和", "the teams' own figures added up"},
	"formula.level-figures":  {"各人期末值与团队自报之和", "sum over people at the period's end, and the teams' own figures"},
	"explain.no-people":      {"团队自报，不分到人", "Teams' own figures, of no one person"},
	"explain.counted-beside": {"计入 %d 人，另有团队自报", "%d {person|people} counted, and teams' own figures"},
}
