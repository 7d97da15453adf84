package words

// cascadeWords holds how a team's target is handed down, and what of a figure
// belongs to no one person.
var cascadeWords = map[string]entry{
	"reason.not-additive":   {"比率的目标不能相加", "targets of ratios do not add up"},
	"reason.no-children":    {"没有下级团队", "no teams below"},
	"reason.part-no-target": {"其中有期间未设目标", "no target for a part of the period"},

	"head.metric-team":     {"指标与团队", "Metric, team"},
	"head.set":             {"团队目标", "Team's target"},
	"head.of-people":       {"个人合计", "Of its people"},
	"head.over-people":     {"个人超分", "Over, people"},
	"head.over-teams":      {"下级超分", "Over, below"},
	"head.of-teams":        {"下级团队合计", "Of teams below"},
	"head.of-members":      {"本级成员", "Own members"},
	"over.over":            {"超分 %s", "%s over"},
	"over.under":           {"少分 %s", "%s under"},
	"over.even":            {"正好分完", "exactly"},
	"foot.over":            {"超分 = 合计 ÷ 团队目标 − 1，一般 0 到 20%；没交述职的人按本人档案里的目标计。", "Over-assignment = sum ÷ team's target − 1, usually 0 to 20%; who has not handed in counts with the target in their own file. "},
	"foot.over-teams":      {"下级超分按下级团队与本级成员之和算。", "“Over, below” is of teams below and own members together. "},
	"foot.of-people":       {"团队没有设目标、只有个人合计的：%s。", "No team's target, only the sum of the people's: %s. "},
	"section.split-people": {"%s%s目标，按人", "%s %s target by person"},
	"foot.lacking":         {"%s未设目标：%s。", "No %s target: %s. "},

	"split.lacking": {"%s，%d 人未设目标", "%s; %d {person|people} without a target"},

	"formula.ratio-whole":    {"Σ %s ÷ Σ %s，有一侧是团队自报，两侧都按全队合计", "Σ %s ÷ Σ %s, both over the whole team, as one side comes from teams' own figures"},
	"formula.figures":        {"团队自报", "the team's own figures"},
	"formula.figures-teams":  {"各团队自报之和", "the teams' own figures added up"},
	"formula.level-figures":  {"各人期末值与团队自报之和", "sum over people at the period's end, and the teams' own figures"},
	"explain.no-people":      {"团队自报，不分到人", "Teams' own figures, of no one person"},
	"explain.counted-beside": {"计入 %d 人，另有团队自报", "%d {person|people} counted, and teams' own figures"},
}
