package analysis

import "testing"

func TestStatementsAreRead(t *testing.T) {
	for want, statements := range map[statementKind][]string{
		measured: {
			"前 20 大客户每家两个人认识", "耗材订阅 140 家", "流失不超过三成", "教会一名应用工程师独立做方法验证", "全部商机更新",
			"线上业绩归属规则落地", "拿出应对低价的价格方案", "苏州公共检测平台二期拿下", "与林书怡定出线上毛利底线", "京津部补一人到岗",
			"CRM 里没动的商机清掉", "给个了断", "A payment plan for every invoice", "Sign the framework contract", "Hire an engineer", "Win two groups",
		},
		intentionOnly: {
			"加强客户关系", "进一步提升客户满意度", "全面优化流程", "逐步改善回款", "四季度继续推进渠道建设", "2026 年做好大客户维护", "10 月前加快推进",
			"Improve customer relations", "Continue to grow in Q4", "Increase revenue in 2026",
		},
		unmeasured: {"团队", "客户关系", "Customer relations"},
	} {
		for _, s := range statements {
			if got := readStatement(s); got != want {
				t.Errorf("%q reads as %v, want %v", s, got, want)
			}
		}
	}
}
