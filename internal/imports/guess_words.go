package imports

import (
	"slices"
	"strings"
	"unicode"

	"reviewfolio/internal/model"
)

// Words of headers that speak for and against a column being something, folded.
type headerWords []struct {
	score int
	words []string
}

// score adds up what a header says: of each line once.
func (w headerWords) score(c *ExplainedColumn) int {
	total := 0
	for _, line := range w {
		if containsAny(c.header.name, line.words...) {
			total += line.score
		}
	}
	return total
}

// containsAny reports whether a folded text holds one of the words. Short Latin
// ones, such as tax, have to stand at an end of it.
func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		if word[0] < 0x80 && len(word) < 5 {
			return strings.HasPrefix(s, word) || strings.HasSuffix(s, word)
		}
		return strings.Contains(s, word)
	})
}

var (
	personWords = headerWords{
		{15, []string{"owner", "agent", "salesrep", "salesperson", "seller", "销售", "业务", "负责", "所有者", "姓名"}},
		{-120, []string{"create", "modif", "updat", "创建", "修改", "更新", "录入", "制单", "审批", "审核", "提交", "上级", "主管", "联系人", "contact", "manager", "经理", "客户名", "customer", "操作人"}},
	}
	dateWords = headerWords{
		{5, []string{"日期", "时间", "date", "time"}},
		{10, []string{"close", "closing", "order", "sale", "won", "成交", "下单", "订单", "单据", "签约", "签单", "结单", "销售日", "回款", "收款", "赢单"}},
		{-30, []string{"create", "creat", "engage", "modif", "updat", "ship", "deliver", "due", "last", "lost", "est.", "estimat", "expire", "birth", "创建", "修改", "更新", "发货", "交货", "到期", "跟进", "提交", "审批", "录入", "生日", "最后", "截止"}},
		{20, []string{"actual", "实际"}},
		{-5, []string{"预计", "expected"}},
	}
	createdWords = headerWords{
		{20, []string{"created", "createtime", "createdate", "creationdate", "engage", "opened", "创建", "新建", "录入"}},
	}
	amountWords = headerWords{
		{40, []string{"amount", "revenue", "sales", "value", "total", "金额", "销售额", "成交额", "总额", "总价", "价税合计", "收入", "业绩", "合同额", "签约额", "回款额"}},
		{20, []string{"price", "额", "价", "收款", "回款"}},
		{5, []string{"total", "总", "合计", "close", "order", "成交"}},
		{30, []string{"actual", "实际", "实收"}},
		{-30, []string{"est.", "estimat", "预估", "forecast"}},
		{-100, []string{"单价", "unitprice", "成本", "cost", "税额", "税率", "tax", "折扣", "discount", "利润", "profit", "毛利", "margin", "概率", "可能性", "probability", "数量", "quantity", "qty", "退", "refund", "return", "待回", "待收", "未回", "未收", "欠", "已回款", "已收", "运费", "freight", "shipping", "annual", "employees", "年龄", "expected", "预计", "率", "rate", "cycle", "duration", "score", "次数", "人数"}},
		{-10, []string{"目标", "target", "quota", "任务"}},
	}
	partWords = map[model.BreakdownID][]string{
		"channel": {"channel", "渠道"}, "product": {"product", "产品", "商品", "品名"}, "region": {"region", "territory", "地区", "区域", "大区"},
		"industry": {"industry", "sector", "行业"}, "customer": {"customer", "client", "account", "company", "客户", "公司"},
		"customer_type": {"customertype", "accounttype", "客户类型", "客户级别"}, "loss_reason": {"lossreason", "lostreason", "reasonforloss", "输单原因", "丢单原因"}, "competitor": {"competitor", "竞争对手"},
	}
	partLacks = []string{"owner", "manager", "date", "time", "type", "phone", "email", "mail", "经理", "负责", "电话", "来源", "类型", "级别", "联系", "日期", "阶段", "状态", "source", "industry", "sector", "行业", "地址", "address"}
)

func saysDate(name string) bool { return containsAny(name, "日期", "时间", "date", "time") }

// Words that stages have of deals that came to an end, folded. Some are those
// only by themselves: 签约 is in 待签约.
var (
	wonParts  = []string{"won", "赢", "成交", "成功", "已签约", "已中标", "成单"}
	lostParts = []string{"lost", "输", "丢", "失", "未成交", "未中标", "流标"}
	notWon    = []string{"lost", "输", "丢", "失", "未", "待", "预"}
	wonWhole  = []string{"签约", "中标", "win"}
)

// isWon reports whether a stage is that of a deal won.
func isWon(value string) bool {
	s := foldText(value)
	holds := func(part string) bool { return strings.Contains(s, part) }
	return slices.Contains(wonWhole, s) || slices.ContainsFunc(wonParts, holds) && !slices.ContainsFunc(notWon, holds)
}

// isLost reports whether a stage is that of a deal lost.
func isLost(value string) bool {
	s := foldText(value)
	return !isWon(value) && slices.ContainsFunc(lostParts, func(part string) bool { return strings.Contains(s, part) })
}

// stageScore says how likely a column holds stages of deals, some of them won
// or lost.
func stageScore(c *ExplainedColumn) int {
	if c.Kind != TextColumn || c.Distinct > maxValues {
		return 0
	}
	ended := 0
	isOfDeals := containsAny(c.header.name, "stage", "阶段", "商机", "deal", "opportunit")
	for _, v := range c.values {
		if len(v) < 60 && (isWon(v) || isLost(v)) && (isOfDeals || !strings.Contains(v, "成功")) {
			ended++
		}
	}
	isNamed := containsAny(c.header.name, "stage", "阶段", "status", "状态", "outcome", "result", "结果")
	switch {
	case ended == 0 || c.Distinct < 2 && !isNamed:
		return 0
	case isNamed:
		return 100 + ended
	case 2*ended >= c.Distinct:
		return ended
	}
	return 0
}

// endedCondition writes the condition of the values that is says true of: the
// words that are in them, else the values themselves.
func endedCondition(c *ExplainedColumn, is func(string) bool, parts, lacks []string) string {
	var found, values []string
	for _, v := range c.values {
		if is(v) {
			values = append(values, plainOrQuoted(cleaned(v)))
		}
	}
	for _, part := range parts {
		if slices.ContainsFunc(c.values, func(v string) bool { return is(v) && strings.Contains(foldText(v), part) }) {
			found = append(found, part)
		}
	}
	for _, v := range c.values {
		s := foldText(v)
		holds := func(part string) bool { return strings.Contains(s, part) }
		if (slices.ContainsFunc(found, holds) && !slices.ContainsFunc(lacks, holds)) != is(v) {
			return "[" + strings.Join(values, ", ") + "]"
		}
	}
	if len(found) == 0 {
		found = parts[:3]
	}
	if !slices.ContainsFunc(c.values, func(v string) bool {
		return strings.ContainsFunc(v, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}) {
		lacks = nil
	}
	text := "contains: [" + strings.Join(found, ", ") + "]"
	if len(lacks) > 0 {
		text += ", lacks: [" + strings.Join(lacks, ", ") + "]"
	}
	return "{" + text + "}"
}

// voidParts are in states of records that do not count, folded.
var voidParts = []string{"作废", "无效", "取消", "草稿", "驳回", "拒绝", "撤销", "撤回", "未通过", "不通过", "退回", "交易关闭", "退款成功", "未生效", "已删除", "测试", "报价", "void", "cancel", "draft", "quot", "reject", "invalid", "deleted"}

// voidCondition returns the condition that leaves out void rows, "" where a
// column does not tell of any.
func voidCondition(c *ExplainedColumn) string {
	if c.Kind != TextColumn || c.Distinct > maxValues {
		return ""
	}
	yes := []string{"是", "true", "yes", "y", "已作废", "已取消"}
	if containsAny(c.header.name, "作废", "取消", "删除", "测试", "voided", "deleted", "cancelled", "canceled") {
		var not []string
		for _, v := range c.values {
			if slices.Contains(yes, foldText(v)) {
				not = append(not, quoted(v))
			}
		}
		if len(not) > 0 {
			return "{not: [" + strings.Join(not, ", ") + "]}"
		}
	}
	if !containsAny(c.header.name, "状态", "status", "state", "生命") {
		return ""
	}
	var lacks []string
	for _, part := range voidParts {
		if slices.ContainsFunc(c.values, func(v string) bool { return strings.Contains(foldText(v), part) }) {
			lacks = append(lacks, part)
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	return "{lacks: [" + strings.Join(lacks, ", ") + "]}"
}

func quoted(s string) string { return "'" + strings.ReplaceAll(cleaned(s), "'", "''") + "'" }

// shortList names the first values of a column, in the portfolio's language.
func shortList(p *model.Portfolio, values []string) string {
	if len(values) > maxTold {
		values = append(slices.Clone(values[:maxTold]), "…")
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, cleaned(strings.Join(values, language(p).Text("list-comma"))))
}
