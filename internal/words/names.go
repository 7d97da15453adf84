package words

// namesOfThings holds the texts of built-in metrics, themes, dimensions and other things that have a name.
var namesOfThings = map[string]entry{
	// Metrics.
	"metric.revenue":          {"销售额", "Revenue"},
	"metric.gross_profit":     {"毛利", "Gross profit"},
	"metric.collections":      {"回款", "Collections"},
	"metric.receivable":       {"应回款额", "Receivable"},
	"metric.contract_amount":  {"签约额", "Contracts signed"},
	"metric.renewed":          {"续签额", "Renewed"},
	"metric.renewal_due":      {"到期应续额", "Due for renewal"},
	"metric.expense":          {"销售费用", "Selling expense"},
	"metric.market_spend":     {"市场费用", "Marketing spend"},
	"metric.market_size":      {"市场容量", "Market size"},
	"metric.orders":           {"订单数", "Orders"},
	"metric.units":            {"销量", "Units sold"},
	"metric.new_customers":    {"新客户数", "New customers"},
	"metric.lost_customers":   {"流失客户数", "Lost customers"},
	"metric.leads":            {"新增线索数", "New leads"},
	"metric.opportunities":    {"新建商机数", "New opportunities"},
	"metric.won":              {"赢单数", "Deals won"},
	"metric.lost":             {"丢单数", "Deals lost"},
	"metric.visits":           {"客户拜访", "Customer visits"},
	"metric.revisits":         {"客户回访", "Follow-up calls"},
	"metric.complaints":       {"投诉", "Complaints"},
	"metric.satisfied":        {"满意评价数", "Satisfied ratings"},
	"metric.responses":        {"评价总数", "Ratings received"},
	"metric.requests":         {"服务请求", "Service requests"},
	"metric.on_time":          {"及时响应", "Answered on time"},
	"metric.training_hours":   {"培训学时", "Training hours"},
	"metric.events":           {"活动场次", "Events"},
	"metric.event_leads":      {"活动获客", "Leads from events"},
	"metric.crm_due":          {"应更新商机", "CRM updates due"},
	"metric.crm_updated":      {"已更新商机", "CRM updates done"},
	"metric.active_customers": {"期末活跃客户数", "Active customers at period end"},
	"metric.pipeline":         {"在手商机额", "Open pipeline"},
	"metric.ar":               {"应收账款余额", "Accounts receivable"},
	"metric.overdue":          {"逾期应收", "Overdue receivables"},
	"metric.headcount":        {"在岗人数", "Headcount"},
	"metric.aov":              {"平均订单价值", "Average order value"},
	"metric.gross_margin":     {"毛利率", "Gross margin"},
	"metric.collection_rate":  {"回款率", "Collection rate"},
	"metric.win_rate":         {"赢单率", "Win rate"},
	"metric.csat":             {"满意度", "Customer satisfaction"},
	"metric.renewal_rate":     {"续约率", "Renewal rate"},
	"metric.expense_rate":     {"费用率", "Expense ratio"},
	"metric.overdue_rate":     {"逾期率", "Overdue ratio"},
	"metric.market_share":     {"市场占有率", "Market share"},
	"metric.response_rate":    {"及时响应率", "On-time response rate"},
	"metric.crm_rate":         {"CRM更新率", "CRM update rate"},
	"metric.revenue_per_head": {"人均产出", "Revenue per head"},
	"metric.nps":              {"净推荐值", "Net promoter score"},

	// Notes of built-in metrics whose name alone does not say what is counted.
	"note.receivable":  {"本期到期应回的款项", "amounts falling due in the period"},
	"note.renewal_due": {"本期到期、应当续签的合同额", "contract value that comes up for renewal in the period"},
	"note.win_rate":    {"只计本期已有结果的商机，未结的不进分母", "only deals closed in the period; open deals are not counted"},
	"note.nps":         {"推荐者占比减贬损者占比，按人数算；中立者计入分母", "share of promoters less share of detractors, from counts; passives count in the denominator"},

	// Breakdowns.
	"breakdown.channel":       {"渠道", "Channel"},
	"breakdown.product":       {"产品", "Product"},
	"breakdown.region":        {"区域", "Region"},
	"breakdown.industry":      {"行业", "Industry"},
	"breakdown.customer":      {"客户", "Customer"},
	"breakdown.account":       {"大客户/一般客户", "Key and other accounts"},
	"breakdown.customer_type": {"新老客户", "New and existing customers"},
	"breakdown.competitor":    {"丢单去向", "Lost to competitor"},
	"breakdown.loss_reason":   {"丢单原因", "Loss reason"},

	// Themes: name, a short name for heads of narrow columns, and what a
	// reviewer looks for.
	"theme.data":             {"数据分析", "Data analysis"},
	"theme.goals":            {"目标达成", "Goal attainment"},
	"theme.strategy":         {"销售策略", "Sales strategy"},
	"theme.team":             {"团队管理", "Team management"},
	"theme.customers":        {"客户关系管理", "Customer relationships"},
	"theme.cases":            {"案例分析", "Case studies"},
	"theme.market":           {"市场环境分析", "Market environment"},
	"theme.outlook":          {"总结与展望", "Summary and outlook"},
	"theme.tools":            {"工具与技术", "Tools and technology"},
	"theme.experience":       {"客户体验", "Customer experience"},
	"theme.channels":         {"销售渠道", "Sales channels"},
	"theme.brand":            {"品牌建设", "Brand building"},
	"theme-short.data":       {"数据", "Data"},
	"theme-short.goals":      {"目标", "Goals"},
	"theme-short.strategy":   {"策略", "Strategy"},
	"theme-short.team":       {"团队", "Team"},
	"theme-short.customers":  {"客户", "Customers"},
	"theme-short.cases":      {"案例", "Cases"},
	"theme-short.market":     {"市场", "Market"},
	"theme-short.outlook":    {"展望", "Outlook"},
	"theme-short.tools":      {"工具", "Tools"},
	"theme-short.experience": {"体验", "Service"},
	"theme-short.channels":   {"渠道", "Channels"},
	"theme-short.brand":      {"品牌", "Brand"},
	"looks-for.data":         {"数据收集与整理（销售额、客户数、订单数、平均订单价值）、分析工具", "how figures were collected (revenue, customers, orders, average order value) and the tools used"},
	"looks-for.goals":        {"SMART 目标、与实际对比、原因与措施", "SMART goals, actuals against them, causes and measures"},
	"looks-for.strategy":     {"市场定位、定价、促销；实施与优化", "positioning, pricing and promotion; how they were carried out and improved"},
	"looks-for.team":         {"建设与培训、考核与激励", "hiring and training, appraisal and incentives"},
	"looks-for.customers":    {"CRM 应用、维护与拓展", "use of the CRM, retention and new customers"},
	"looks-for.cases":        {"成功案例、失败案例反思", "a success case and a failure case with its lessons"},
	"looks-for.market":       {"变化与趋势、竞争对手", "changes and trends, competitors"},
	"looks-for.outlook":      {"总结过去、未来目标与计划", "a summing-up, goals and plans"},
	"looks-for.tools":        {"销售工具的使用、新技术与培训", "sales tools in use, new technology and training"},
	"looks-for.experience":   {"服务、反馈与改进", "service, feedback and what was improved"},
	"looks-for.channels":     {"多渠道、渠道管理", "the mix of channels and how they are managed"},
	"looks-for.brand":        {"定位与传播、活动与推广", "positioning and communication, events and promotion"},
	"theme-missing":          {"述职里没有「%s」。评审人要看：%s。", "The report has no section “%s”. A reviewer looks for %s."},
	"theme-missing.own":      {"述职里没有「%s」。", "The report has no section “%s”."},
	"theme-thin":             {"本节 %d 字，少于 %d 字。评审人要看：%s。", "This section has %d {character|characters}, fewer than %d. A reviewer looks for %s."},
	"theme-thin.own":         {"本节 %d 字，少于 %d 字。", "This section has %d {character|characters}, fewer than %d."},

	// Dimensions.
	"dimension.performance":   {"业绩表现", "Performance"},
	"dimension.strategy":      {"战略规划", "Strategy"},
	"dimension.team":          {"团队管理", "Team management"},
	"dimension.communication": {"沟通协调", "Communication"},
	"dimension.potential":     {"潜力", "Potential"},

	// Roles of reviewers.
	"role.manager": {"主管", "Manager"},
	"role.peer":    {"同级", "Peer"},
	"role.report":  {"下级", "Direct report"},
	"role.hr":      {"人力", "HR"},
	"role.panel":   {"评委", "Panel"},
	"role.self":    {"自评", "Self"},

	// How far a report or comment has come.
	"status.draft":             {"草稿", "Draft"},
	"status.open":              {"进行中", "In progress"},
	"status.submitted":         {"已提交", "Submitted"},
	"status.shared":            {"已共享", "Shared"},
	"status.acknowledged":      {"本人已确认", "Acknowledged"},
	"status-next.shared":       {"待共享", "To be shared"},
	"status-next.acknowledged": {"待本人确认", "To be acknowledged"},
	"status-next.submitted":    {"待提交", "To be submitted"},
	"status-note.open":         {"未定稿", "Not final"},

	// What became of a goal.
	"outcome.kept":     {"兑现", "Kept"},
	"outcome.missed":   {"未兑现", "Missed"},
	"outcome.dropped":  {"取消", "Dropped"},
	"outcome.carried":  {"顺延", "Carried over"},
	"outcome.open":     {"未到期", "Not yet due"},
	"outcome.dangling": {"未交代", "Unanswered"},

	// Parts of a comment.
	"part.strengths": {"亮点", "Strengths"},
	"part.problems":  {"问题", "Problems"},
	"part.advice":    {"建议", "Advice"},
	"part.plan":      {"改进计划", "Improvement plan"},
	"part.appeal":    {"申诉", "Appeal"},
	"part.other":     {"其他", "Other"},

	// Kinds of metrics and which way is better.
	"kind.sum":      {"累计", "Sum"},
	"kind.level":    {"时点", "Level"},
	"kind.ratio":    {"比率", "Ratio"},
	"kind.nps":      {"净推荐值", "NPS"},
	"better.higher": {"越高越好", "Higher is better"},
	"better.lower":  {"越低越好", "Lower is better"},

	// Currencies.
	"currency.CNY": {"元", "CNY"},
	"currency.USD": {"美元", "USD"},
	"currency.EUR": {"欧元", "EUR"},
	"currency.GBP": {"英镑", "GBP"},
	"currency.JPY": {"日元", "JPY"},
	"currency.KRW": {"韩元", "KRW"},
	"currency.HKD": {"港元", "HKD"},
	"currency.MOP": {"澳门元", "MOP"},
	"currency.TWD": {"新台币", "TWD"},
	"currency.SGD": {"新加坡元", "SGD"},
	"currency.AUD": {"澳元", "AUD"},
	"currency.CAD": {"加元", "CAD"},
	"currency.CHF": {"瑞士法郎", "CHF"},
	"currency.THB": {"泰铢", "THB"},
	"currency.MYR": {"林吉特", "MYR"},
	"currency.VND": {"越南盾", "VND"},
	"currency.INR": {"印度卢比", "INR"},
	"currency.RUB": {"卢布", "RUB"},
}

// countWords are the measure words of built-in counts. English needs none: the
// metric's name says what is counted.
var countWords = map[string]string{
	"orders": "单", "units": "件", "new_customers": "个", "lost_customers": "个", "leads": "条", "opportunities": "个",
	"won": "单", "lost": "单", "visits": "次", "revisits": "次", "complaints": "件", "satisfied": "份", "responses": "份",
	"requests": "次", "on_time": "次", "training_hours": "学时", "events": "场", "event_leads": "条",
	"crm_due": "个", "crm_updated": "个", "active_customers": "家", "headcount": "人",
}

// CountWord returns the measure word of a built-in count (订单数: 单), "" where
// there is none.
func (l Lang) CountWord(metric string) string {
	if l == English {
		return ""
	}
	return countWords[metric]
}

// Name returns the name of a thing of some kind (metric, breakdown, theme,
// dimension, role, …): its label where the portfolio gives one, else the
// built-in name, else the id itself.
func (l Lang) Name(kind, id, label string) string {
	key := kind + "." + id
	switch {
	case label != "":
		return label
	case Has(key):
		return l.Text(key)
	}
	return id
}
