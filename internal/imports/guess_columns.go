package imports

import (
	"strings"

	"reviewfolio/internal/model"
)

// isUnique reports whether each row has another value.
func isUnique(c *ExplainedColumn) bool {
	return c.Kind != DateColumn && c.Filled > 0 && c.Distinct == min(c.Filled, maxDistinct)
}

// isIdentifier reports whether a header says that a column holds ids of the
// records themselves.
func isIdentifier(c *ExplainedColumn) bool {
	name := c.header.name
	if containsAny(name, "客户", "产品", "商品", "物料", "员工", "customer", "account", "product", "owner", "contact", "user", "item", "商机所有者", "负责人") && !containsAny(name, "订单", "商机编号", "order") {
		return false
	}
	return saysID(name) && !strings.HasSuffix(name, ".id")
}

// saysID reports whether a header is one of ids, of whatever.
func saysID(name string) bool {
	for _, tail := range []string{"id", "编号", "编码", "单号", "号码", "工号", "流水号", "合同号", "订单号", "no", "no.", "number", "#", "key", "code"} {
		if strings.HasSuffix(name, tail) {
			return true
		}
	}
	return false
}

// orderHeaders returns the headers of the built-in profile of an order list,
// by its names for columns.
func orderHeaders() map[string][]string {
	return headersOfBuiltIn("orders")
}

// metricHeaders returns the headers of the column of a target sheet that names
// the metric.
func metricHeaders() []string { return headersOfBuiltIn("targets")["metric"] }

func headersOfBuiltIn(name string) map[string][]string {
	headers := map[string][]string{}
	s := model.Settings{Metrics: model.BuiltInMetrics(), Breakdowns: model.BuiltInBreakdowns()}
	if p, _, _ := Load(builtIn, name, &s); p != nil {
		for _, c := range p.Columns {
			headers[c.Name] = c.Headers
		}
	}
	return headers
}

func named(c *ExplainedColumn, headers []string, score int) int {
	for i, h := range headers {
		if h != "" && readHeader(h).name == c.header.name {
			return score + len(headers) - i
		}
	}
	return 0
}

func ofKind(c *ExplainedColumn, k ColumnKind, score int) int {
	if c.Kind == k {
		return score
	}
	return 0
}
