package words

// promiseWords holds what became of promises and actions, and how they were
// worded before.
var promiseWords = map[string]entry{
	"reason.nothing-due": {"还没有到期的", "nothing was due yet"},

	"section.team-promises": {"承诺兑现", "Promises kept"},
	"order.team-promises":   {"团队按组织顺序，成员按兑现率从低到高", "teams in order of the organisation, members by kept rate, lowest first"},
	"head.team-person":      {"团队与成员", "Team, member"},
	"head.due-n":            {"到期", "Due"},
	"head.kept-n":           {"兑现", "Kept"},
	"head.missed-n":         {"未兑现", "Missed"},
	"head.dangling-n":       {"未交代", "Unanswered"},
	"head.carried-n":        {"顺延", "Carried"},
	"head.dropped-n":        {"取消", "Dropped"},
	"head.open-n":           {"未到期", "Not due"},
	"head.kept-rate":        {"兑现率", "Kept rate"},
	"head.in-time":          {"行动项按时", "Actions in time"},
	"foot.kept-rate":        {"兑现率 = 兑现 ÷ 到期；顺延、取消、未到期的不算到期。", "Kept rate = kept ÷ due; what was carried over, dropped or is not due yet does not count as due. "},
	"foot.in-time":          {"行动项按截止日在本期之内的计。", "Actions are those due within the period. "},

	"tally.missed":   {"未兑现", "missed"},
	"tally.dangling": {"未交代", "unanswered"},
	"tally.carried":  {"顺延", "carried over"},
	"tally.dropped":  {"取消", "dropped"},
	"tally.open":     {"未到期", "not yet due"},
	"tally.in-time":  {"按时完成", "done in time"},
	"tally.late":     {"过期完成", "done late"},
	"tally.overdue":  {"逾期", "overdue"},

	"promise.rate":       {"兑现率 %s，到期 %d 项兑现 %d 项", "%s kept: %[3]d of %[2]d due"},
	"promise.rate-none":  {"还没有到期的承诺", "no promise was due yet"},
	"promise.uncounted":  {"%s，不算到期", "%s: not counted as due"},
	"promise.n":          {"%s %d 项", "%s %d"},
	"promise.none-due":   {"没有到期的", "none due"},
	"promise.no-reason":  {"没写取消原因", "dropped without a reason"},
	"promise.lapsed":     {"顺延后没有再立", "carried over, not set again"},
	"promise.was":        {"原：", "was: "},
	"promise.again":      {"原：%s，%s", "was: %s; %s"},
	"todo.own-lapsed":    {"%d 项顺延的承诺没有再立，要继续就写进 goals", "%d {promise|promises} carried over and not set again: set what goes on in goals"},
	"todo.own-no-reason": {"%d 项承诺取消没写原因", "%d {promise|promises} dropped without a reason"},
	"promise.now":        {"现：", "now: "},
	"promise.was-target": {"%s（目标值 %s）", "%s (target %s)"},

	"action.in-time":       {"按时 %d / %d 项（%s）", "%d of %d in time (%s)"},
	"action.late":          {"已完成，过了截止日", "Done, late"},
	"action.late-short":    {"过了截止日", "late"},
	"action.dangling":      {"未交代", "Unanswered"},
	"action.dangling-late": {"未交代，%s", "Unanswered, %s"},
	"action.dangling-why":  {"下一份述职没有提到", "the next report is silent about it"},
	"action.due-n":         {"到期 %d 项：%s。", "%d due: %s. "},

	// Diagnostics.
	"dropped-without-reason": {"目标「%s」取消，没有写原因", "goal \"%s\" is dropped without a reason"},
	"hint-drop-reason":       {"写明原因：%s: {status: dropped, note: …}", "say why: %s: {status: dropped, note: …}"},
	"carried-not-set":        {"目标「%s」写的是顺延，本期 goals 里没有再立", "goal \"%s\" is carried over, and not set again in goals"},
	"hint-carry":             {"在 goals 里以同一 id 再写一次：- {id: %s, …}", "set it again in goals under its id: - {id: %s, …}"},
	"goal-dangling":          {"%[2]s 立的目标「%[1]s」到期了，没有交代", "goal \"%s\" of %s was due and is not answered"},
	"hint-answer":            {"在 outcomes 里写明：%s: {status: kept, note: …}", "answer it in outcomes: %s: {status: kept, note: …}"},
}
