package words

// usageWords say where a metric is used.
var usageWords = map[string]entry{
	"head.used-in": {"用在哪里", "Used"},
	"use.kpi":      {"考核指标，权重 %s", "KPI, weight %s"},
	"use.people":   {"%s %d 人填报", "%s: %d {person|people}"},
	"use.targets":  {"%d 人有目标", "targets of %d {person|people}"},
	"use.set":      {"%d 个团队下达目标", "set for %d {team|teams}"},
	"use.split":    {"按%s分项", "split by %s"},
	"use.quoted":   {"%d 份述职点评引用", "quoted in %d {review|reviews}"},
	"use.and":      {"；", "; "},
	"use.in":       {"用于", "part of "},
}
