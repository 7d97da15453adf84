package words

// analysisDiagnostics holds the texts of package analysis, keyed as its diagnostics are.
var analysisDiagnostics = map[string]entry{
	"figure-drift":               {"与数据不符：应为「%s」，写的是「%s」", "drifted from the data: want \"%s\", got \"%s\""},
	"wrong-direction.above":      {"「%s」与数据相反：数据是升高或高出，幅度 %s", "\"%s\" goes against the figure, which is up or above by %s"},
	"wrong-direction.below":      {"「%s」与数据相反：数据是下降或低于，幅度 %s", "\"%s\" goes against the figure, which is down or below by %s"},
	"figure-text":                {"方括号里要有且只有一个数，写的是「%s」", "want exactly one number in the brackets, got \"%s\""},
	"figure-unbound.scope":       {"metric:%s 没有写明是谁的数据", "metric:%s does not say whose figure it is"},
	"figure-unbound.period":      {"metric:%s 没有写明是哪一期的数据", "metric:%s does not say of which period"},
	"hint-figure-scope":          {"在指标后写明人或团队，以及期间，例如 metric:%s?team=…&period=…", "name a person or a team, and a period, such as metric:%s?team=…&period=…"},
	"hint-figure-period":         {"在指标后写明期间，例如 ?period=2026-Q3", "name a period, such as ?period=2026-Q3"},
	"outcome-contradicts.kept":   {"目标「%s」写的是 %s，按 %s 的数据已经兑现", "goal \"%s\" is said to be %s, but the figure of %s reached its target"},
	"outcome-contradicts.missed": {"目标「%s」写的是 %s，按 %s 的数据没有兑现", "goal \"%s\" is said to be %s, but the figure of %s did not reach its target"},

	"target-changed":    {"%s 的目标：此处为 %s，%[4]s 下达的是 %[3]s", "%s.target: %s here, %[3]s in %[4]s"},
	"double-count":      {"%s：%s 恰好是团队 %[4]s 其他 %[3]d 人之和，会重复计算", "%s: %s is the sum of %d others of team %s and would count twice"},
	"hint-double-count": {"述职只填本人数据，团队数据由系统汇总；没有本人业绩就留空", "state the writer's own figure only: the team's is rolled up; leave it out where there is none"},
}
