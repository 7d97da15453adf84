package source

import (
	"slices"
	"strings"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// meant returns the id that a text was meant for, "" where none is: one that it
// writes otherwise, one whose name it is, or a misspelt one. names returns what
// the thing of an id is called.
func (l *lookup) meant(text string, ids []string, names func(i int) []string) string {
	want := squash(text)
	for i, id := range ids {
		if want == squash(id) {
			return id
		}
		for _, name := range names(i) {
			if want == squash(name) {
				return id
			}
		}
	}
	if l.isOpen {
		return ""
	}
	for _, s := range []string{text, foldKey(text, validTerm)} {
		if near, ok := diag.Nearest(s, ids); ok && s != "" {
			return near
		}
	}
	return ""
}

// squash folds what ids and names of one thing may differ in.
func squash(s string) string { return hyphens.Replace(foldText(s)) }

var hyphens = strings.NewReplacer("-", "", "_", "")

func (l *lookup) metricMeant(text string) string {
	return l.meant(text, l.metricNames(), func(i int) []string {
		m := &l.Metrics[i]
		return append(strings.Split(builtInMetricNames[m.ID], "|"), m.Label)
	})
}

func (l *lookup) breakdownMeant(text string) string {
	return l.meant(text, l.breakdownNames(), func(i int) []string {
		b := &l.Breakdowns[i]
		return append(strings.Split(builtInBreakdownNames[b.ID], "|"), b.Label)
	})
}

func (l *lookup) dimensionMeant(text string) string {
	return l.meant(text, l.dimensionNames(), func(i int) []string {
		d := &l.Dimensions[i]
		return append(slices.Clone(dimensionNames[d.ID]), d.Label)
	})
}

func (l *lookup) themeMeant(text string) string {
	if theme, ok := l.themeHeadings.find(text); ok {
		return string(theme)
	}
	ids := known(l.Themes, func(t *theme) model.ThemeID { return t.ID })
	return l.meant(text, ids, func(int) []string { return nil })
}

// builtInNames is what is named before site.yaml is read, which may add to it.
func builtInNames() *lookup {
	s := model.Settings{Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns()}
	s.Ratings.Dimensions = builtInDimensions
	for _, t := range builtInThemes {
		s.Themes = append(s.Themes, model.Theme{ID: t.id})
	}
	l := newLookup(termsOf(&s))
	l.isOpen = true
	return l
}

// builtInMetricNames and builtInBreakdownNames are what package words calls
// them, for those who write the name in place of the id.
var builtInMetricNames = map[model.MetricID]string{
	"revenue":          "销售额|Revenue",
	"gross_profit":     "毛利|Gross profit",
	"collections":      "回款|Collections",
	"receivable":       "应回款额|Receivable",
	"contract_amount":  "签约额|Contracts signed",
	"renewed":          "续签额|Renewed",
	"renewal_due":      "到期应续额|Due for renewal",
	"expense":          "销售费用|Selling expense",
	"market_spend":     "市场费用|Marketing spend",
	"market_size":      "市场容量|Market size",
	"orders":           "订单数|Orders",
	"units":            "销量|Units sold",
	"new_customers":    "新客户数|New customers",
	"lost_customers":   "流失客户数|Lost customers",
	"leads":            "新增线索数|New leads",
	"opportunities":    "新建商机数|New opportunities",
	"won":              "赢单数|Deals won",
	"lost":             "丢单数|Deals lost",
	"visits":           "客户拜访|Customer visits",
	"revisits":         "客户回访|Follow-up calls",
	"complaints":       "投诉|Complaints",
	"satisfied":        "满意评价数|Satisfied ratings",
	"responses":        "评价总数|Ratings received",
	"requests":         "服务请求|Service requests",
	"on_time":          "及时响应|Answered on time",
	"training_hours":   "培训学时|Training hours",
	"events":           "活动场次|Events",
	"event_leads":      "活动获客|Leads from events",
	"crm_due":          "应更新商机|CRM updates due",
	"crm_updated":      "已更新商机|CRM updates done",
	"active_customers": "期末活跃客户数|Active customers at period end",
	"pipeline":         "在手商机额|Open pipeline",
	"ar":               "应收账款余额|Accounts receivable",
	"overdue":          "逾期应收|Overdue receivables",
	"headcount":        "在岗人数|Headcount",
	"aov":              "平均订单价值|Average order value",
	"gross_margin":     "毛利率|Gross margin",
	"collection_rate":  "回款率|Collection rate",
	"win_rate":         "赢单率|Win rate",
	"csat":             "满意度|Customer satisfaction",
	"renewal_rate":     "续约率|Renewal rate",
	"expense_rate":     "费用率|Expense ratio",
	"overdue_rate":     "逾期率|Overdue ratio",
	"market_share":     "市场占有率|Market share",
	"response_rate":    "及时响应率|On-time response rate",
	"crm_rate":         "CRM更新率|CRM update rate",
	"revenue_per_head": "人均产出|Revenue per head",
	"nps":              "净推荐值|Net promoter score",
}

var builtInBreakdownNames = map[model.BreakdownID]string{
	"channel":       "渠道|Channel",
	"product":       "产品|Product",
	"region":        "区域|Region",
	"industry":      "行业|Industry",
	"customer":      "客户|Customer",
	"account":       "大客户/一般客户|Key and other accounts",
	"customer_type": "新老客户|New and existing customers",
	"competitor":    "丢单去向|Lost to competitor",
	"loss_reason":   "丢单原因|Loss reason",
}
