package words

// historyWords holds what is said of a report's earlier versions.
var historyWords = map[string]entry{
	// Under the headline of a review.
	"history.submitted":          {"仓库记录：%s 提交", "repository: submitted %s"},
	"history.changed":            {"%s 最后改动", "last changed %s"},
	"history.since-submitted":    {"提交后改过 %d 处", "%d {change|changes} since it was submitted"},
	"history.until-acknowledged": {"提交到确认之间改过 %d 处", "%d {change|changes} before it was acknowledged"},
	"history.since-acknowledged": {"本人确认后改过 %d 处", "%d {change|changes} after it was acknowledged"},
	"history.unkept":             {"有改动未提交到仓库", "changes not committed yet"},
	"history.cut":                {"仓库只有部分历史，更早的改动看不到", "the repository holds only part of the history"},
	"history.label":              {"改动记录", "History"},

	// The page of changes.
	"section.since-submitted":    {"提交以来的改动", "Changes since it was submitted"},
	"section.until-acknowledged": {"提交到确认之间的改动", "Changes until it was acknowledged"},
	"section.since-acknowledged": {"本人确认以来的改动", "Changes since it was acknowledged"},
	"history.crumb":              {"改动", "Changes"},
	"window.changes":             {"%s · %s述职改动", "%s · changes to review %s"},
	"history.back":               {"回到述职", "Back to the review"},
	"history.from":               {"对照 %s 的版本", "against the version of %s"},
	"history.from-unknown":       {"对照仓库里最早的版本", "against the oldest version in the repository"},
	"history.kinds":              {"数字 %d 处 · 目标 %d 处 · 文字 %d 处", "figures %d · goals %d · text %d"},
	"history.figures":            {"数字", "Figures"},
	"history.goals":              {"目标与兑现", "Goals and outcomes"},
	"history.text":               {"文字", "Text"},
	"history.intro":              {"开头", "Before the first section"},
	"history.same-lines":         {"未改动的 %d 段", "%d unchanged {paragraph|paragraphs}"},
	"history.gone":               {"删除", "Deleted"},
	"history.come":               {"新增", "Added"},
	"head.side":                  {"项目", "Side"},
	"head.was":                   {"原为", "Was"},
	"head.is":                    {"现为", "Is"},
	"history.promoters":          {"推荐者", "Promoters"},
	"history.passives":           {"中立者", "Passives"},
	"history.detractors":         {"贬损者", "Detractors"},
	"history.corrected":          {"更正%s", "Corrects %s"},
	"history.self-rating":        {"自评", "Self rating"},
	"history.goal-target":        {"目标 %s", "target %s"},
	"history.goal-baseline":      {"基数 %s", "baseline %s"},
	"history.goal-due":           {"截止 %s", "due %s"},
	"history.goal-period":        {"按%s判定", "judged by %s"},
	"history.goal-supports":      {"支撑%s", "supports %s"},
	"history.not-stated":         {"未填", "not stated"},

	// To do.
	"todo.changed": {"确认后改过述职，需重新确认：", "Changed after acknowledgement, to be acknowledged again: "},
	"todo.again":   {"确认后有改动，需重新确认", "acknowledge again what was changed"},

	// Why there is no history.
	"no-history.git":        {"设置了 history: git，但这台机器没有安装 git；网站不含改动记录", "history: git is set and git is not installed here; the site goes without history"},
	"no-history.repository": {"设置了 history: git，但这个文件夹不在 git 仓库里；网站不含改动记录", "history: git is set and the folder is in no git repository; the site goes without history"},
	"no-history.nothing":    {"设置了 history: git，但仓库里还没有提交过述职；网站不含改动记录", "history: git is set and no report has been committed; the site goes without history"},
	"no-history.refused":    {"设置了 history: git，但 git 读不了仓库：%s；网站不含改动记录", "history: git is set and git cannot read the repository: %s; the site goes without history"},
	"history-cut":           {"仓库是浅克隆，只有部分历史：更早的改动看不到", "the repository is a shallow clone: earlier changes are not known"},
	"hint-no-git":           {"安装 git，或去掉 history", "install git, or leave out history"},
	"hint-no-repository":    {"在仓库里运行，或去掉 history", "run it in the repository, or leave out history"},
	"hint-no-commits":       {"先提交（git add、git commit），或去掉 history", "commit the reports first, or leave out history"},
	"hint-history-cut":      {"用 git fetch --unshallow 取全历史；CI 里把检出深度设为 0（fetch-depth: 0）", "git fetch --unshallow gets all of it; in CI set fetch-depth: 0"},
}
