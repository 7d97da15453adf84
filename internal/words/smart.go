package words

// reviewFindings holds what is said of goals against SMART, of gaps, plans and
// figures that were reported twice: the diagnostics of package analysis, and the
// words of pages for the same.
var reviewFindings = map[string]entry{
	"smart-specific":                {"目标「%s」只有意图，没有指标，也没有交付成果", "goal \"%s\" is an intention, with neither a metric nor a deliverable"},
	"hint-smart-specific":           {"写明 metric 和 target；不是数字的目标，写清交付什么、给谁，例如：与交付部签定 30 天安装承诺", "name a metric and a target; where it is no figure, say what is delivered and to whom, such as: sign the 30-day promise with delivery"},
	"smart-measurable":              {"目标「%s」无法衡量：没有数字，也没有交付成果", "goal \"%s\" cannot be measured: it has neither a number nor a deliverable"},
	"hint-smart-measurable":         {"写明做到多少、做完什么算完成", "say how many, or what is there when it is done"},
	"smart-measurable.target":       {"目标「%s」有指标 %s，没有目标值", "goal \"%s\" has the metric %s and no target"},
	"hint-smart-target":             {"写 target", "write `target`"},
	"smart-achievable.baseline":     {"目标「%s」没有基线，看不出难度", "goal \"%s\" has no baseline, so nobody can tell how far it goes"},
	"hint-smart-baseline":           {"写 baseline，一般是本期实际", "write `baseline`, usually this period's actual"},
	"hint-smart-baseline.own":       {"写 baseline；本人最近一期是 %s", "write `baseline`; the latest of the own figures is %s"},
	"smart-achievable.above":        {"目标「%s」是基线的 %s，超过 %s", "goal \"%s\" asks for %s of its baseline, more than %s"},
	"smart-achievable.below":        {"目标「%s」只有基线的 %s，低于 %s", "goal \"%s\" asks for %s of its baseline, less than %s"},
	"smart-achievable.above-record": {"目标「%s」是本人近四期最好一期（%[4]s）的 %[2]s，超过 %[3]s", "goal \"%s\" asks for %s, more than %s, of the best of the last four own figures (%s)"},
	"smart-achievable.below-record": {"目标「%s」只有本人近四期最差一期（%[4]s）的 %[2]s，低于 %[3]s", "goal \"%s\" asks for %s, less than %s, of the weakest of the last four own figures (%s)"},
	"hint-smart-above":              {"在述职里写清增量从哪里来，或调低 target，分期完成", "say in the report where the growth comes from, or set a lower `target` and reach it in steps"},
	"hint-smart-below":              {"在述职里写清为什么后退，或调高 target", "say in the report why it goes back, or set a higher `target`"},
	"smart-relevant":                {"目标「%s」没有写支撑哪个团队", "goal \"%s\" supports no team"},
	"hint-smart-relevant":           {"写 supports，填它服务的团队，例如本部门", "write `supports`, a team whose target it serves"},
	"smart-relevant.target":         {"目标「%s」支撑 %s，该团队没有 %s 的目标", "goal \"%s\" supports %s, which has no target for %s"},
	"hint-smart-team-target":        {"在 %s 的 targets 里写 %s 的目标，或改填有目标的上级团队", "set a target in %s under `targets` for %s, or name the team above that has one"},
	"smart-time":                    {"目标「%s」没有写完成日期", "goal \"%s\" has no due day"},
	"smart-time.early":              {"目标「%s」%s 到期，本期到 %s 才结束", "goal \"%s\" is due on %s; the period itself ends on %s"},
	"smart-time.late":               {"目标「%s」%s 才到期，最迟应为 %s", "goal \"%s\" is due on %s only, want %s at the latest"},
	"hint-smart-due":                {"写 due，最迟 %s", "write `due`, %s at the latest"},
	"hint-smart-step":               {"改成 %s 前能完成的一步，其余放到下期", "make it a step that is done by %s, and leave the rest to the next period"},

	"gap-unexplained.both":        {"%s 达成 %s，「目标达成」没有引用它的数据，也没有措施", "%s reached %s of its target: goal attainment binds no figure of it, and there is no action"},
	"gap-unexplained.figure":      {"%s 达成 %s，「目标达成」没有引用它的数据", "%s reached %s of its target: goal attainment binds no figure of it"},
	"gap-unexplained.action":      {"%s 达成 %s，没有措施", "%s reached %s of its target, and there is no action"},
	"hint-gap-unexplained.both":   {"在「目标达成」写明缺口与原因，例如 缺口 [](metric:%[1]s.gap)；再写一条措施，例如 - [ ] 做什么 @谁 due:日期", "tell the gap and its cause under goal attainment, such as `short by [](metric:%[1]s.gap)`, and an action, such as `- [ ] what @who due:day`"},
	"hint-gap-unexplained.figure": {"在「目标达成」写明缺口与原因，例如 缺口 [](metric:%s.gap)", "tell the gap and its cause under goal attainment, such as `short by [](metric:%s.gap)`"},
	"hint-gap-unexplained.action": {"在「目标达成」或「总结与展望」写一条措施，例如 - [ ] 做什么 @谁 due:日期；写在别处的，要点明 %s", "write an action under goal attainment or the outlook, such as `- [ ] what @who due:day`; elsewhere it has to name %s"},

	"no-plan":      {"等级 %s，没有改进计划", "grade %s, and no improvement plan"},
	"no-plan.due":  {"等级 %s，改进计划里没有带日期的待办", "grade %s, and an improvement plan without a due action"},
	"hint-no-plan": {"在点评或 calibration.md 里写「## 改进计划」，每条写成 - [ ] 做什么 @谁 due:日期", "write `## Improvement plan` in a comment or calibration.md, with actions such as `- [ ] what @who due:day`"},

	"restated":            {"%s：%s 更正为 %s，当时所报为 %s（%s）", "%s: %s is corrected to %s; reported then was %s, in %s"},
	"hint-restated":       {"更正与当时所报并列显示，不改汇总；要改汇总，请改 %s 的述职", "both are shown and nothing is rolled up anew; to change the rollups, change the report of %s"},
	"restated.series":     {"%s：series 中 %s 为 %s，当时所报为 %s（%s）", "%s: series has %s at %s; reported then was %s, in %s"},
	"restated.total":      {"%s：%s 合计为 %s，各期所报合计为 %s（%s）", "%s: %s comes to %s; its parts were reported as %s, in %s"},
	"hint-restated.other": {"核对后改正写错的一处；当时报错的，在 restates 里更正", "mend the one that is wrong; what was reported wrong is corrected under `restates`"},

	"reason.not-a-figure":          {"不是数字目标，由点评人判断", "no metric judges it; reviewers do"},
	"reason.baseline-not-positive": {"基线不大于零，不算倍数", "baseline is not above zero"},
}
