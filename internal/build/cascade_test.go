package build

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A mistake is told where it is made and not where it is felt: in site.yaml
// not in the reports, in a path not in the figures.
func TestOneMistakeIsToldOnce(t *testing.T) {
	const (
		site = "site.yaml"
		q2   = "reviews/2026-Q2/a/report.md"
		q3   = "reviews/2026-Q3/a/report.md"
	)
	for _, tc := range []struct{ file, old, new, want string }{
		{site, "", "", ""},
		{site, "cycle: quarter", "cycle: quater", "unknown-value"},
		{site, "as_of: 2026-10-20", "as_of: 2026-13-20", "bad-date"},
		{site, "metrics:", "metrics：", "full-width-colon"},
		{site, "metrics:", "mtrics:", "unknown-key"},
		{site, "grade: A", "gade: A", "unknown-key"},
		{site, "returns: {", "Returns: {", "bad-id"},
		{site, "kind: ratio", "kind: rato", "unknown-value"},
		{site, "kind: ratio", "knd: ratio", "unknown-key"},
		{site, "kind: level", "kind: levl", "unknown-value"},
		{site, "unit: percent", "unit: precent", "unknown-value"},
		{site, "unit: money", "unit: mony", "unknown-value"},
		{site, "numerator: returns", "numerator: retuns", "unknown-metric"},
		{site, "numerator", "numertor", "unknown-key"},
		{site, "of: stock", "of: stok", "unknown-metric"},
		{site, "max: 10", "max: 1o", "bad-number"},
		{site, "max: 10", "mx: 10", "unknown-key"},
		{site, "weight: 60", "weight: 6o", "bad-number"},
		{site, "weight: 60", "weight: 50", "weights-total"},
		{site, "performance", "Performance", "bad-id"},
		{site, "panel-a", "Panel_A", "bad-id"},
		{"people/a.md", "team: east", "tem: east", "unknown-key"},
		{"teams/east.md", "parent: hq", "parnet: hq", "unknown-key"},
		{q2, "goals:", "gaols:", "unknown-key"},
		{q2, "statement", "statment", "unknown-key"},
		{q2, "id: g", "ID: g", "unknown-key"},
		{q2, "id: g", "id: G", "bad-id"},
		{q2, "---\nmetrics", "metrics", "no-front-matter"},
		{q3, "metrics:", "metrcs:", "unknown-key"},
		{q3, "orders: 50", "Orders: 50", "bad-id"},
		{q3, "series: {", "series: {{", "yaml-syntax"},
	} {
		t.Run(tc.old+" as "+tc.new, func(t *testing.T) {
			files := rich()
			text := string(files["content/"+tc.file].Data)
			if !strings.Contains(text, tc.old) {
				t.Fatalf("%s has no %q", tc.file, tc.old)
			}
			put(files, "content/"+tc.file, strings.Replace(text, tc.old, tc.new, 1))
			if got := codes(t, files); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
	for _, tc := range []struct{ file, as, want string }{
		{"people/a.md", "people/A.md", "bad-file-name"},
		{"teams/east.md", "teams/East.md", "bad-file-name"},
		{q2, "reviews/2026Q2/a/report.md", "bad-period"},
		{q2, "reviews/2026-Q2/aa/report.md", "unknown-person"},
		{q2, "reviews/2026-Q2/A/report.md", "bad-file-name"},
		{q2, "reviews/2026-Q2/a/Report.md", "bad-file-name"},
		{"reviews/2026-Q3/b/report.md", "reviews/2026-Q3/bb/report.md", "unknown-person"},
	} {
		t.Run(tc.as, func(t *testing.T) {
			files := rich()
			files["content/"+tc.as] = files["content/"+tc.file]
			delete(files, "content/"+tc.file)
			if got := codes(t, files); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// rich returns small with own metrics, breakdowns, ratings and goals, still
// without faults.
func rich() fstest.MapFS {
	files := small()
	put(files, "content/site.yaml", `as_of: 2026-10-20
cycle: quarter
metrics:
  returns: {label: 退货, kind: sum, unit: count, better: lower}
  return_rate: {label: 退货率, kind: ratio, numerator: returns, denominator: orders, unit: percent, better: lower}
  stock: {label: 库存, kind: level, unit: money}
breakdowns:
  depot: {label: 仓, of: stock}
reviewers: {panel-a: {name: 评委}}
ratings:
  scale: {min: 1, max: 10, step: 1}
  dimensions: {performance: {weight: 60}, team: {weight: 40}}
  grades: [{grade: A, min: 5}, {grade: B, min: 1}]
kpis: {revenue: 60, stock: 40}
`)
	put(files, "content/reviews/2026-Q2/a/report.md", `---
metrics: {revenue: 50}
goals: [{id: g, statement: 拿下一家新客户}]
---
`)
	put(files, "content/reviews/2026-Q3/a/report.md", `---
metrics: {revenue: 100, orders: 50, returns: 5, return_rate: {target: 10%}, stock: 20}
breakdowns: {depot: {甲: 10, 乙: 10}}
series: {revenue: {2026-07: 50, 2026-08: 30, 2026-09: 20}}
outcomes: {g: {status: kept}}
---
退货率 [10%](metric:return_rate)，销售额环比增长 [100.0%](metric:revenue.qoq)。
`)
	put(files, "content/reviews/2026-Q3/a/calibration.md", "---\ngrade: A\n---\n")
	put(files, "content/reviews/2026-Q3/a/panel-a.md", `---
role: panel
ratings: {performance: 8, team: 9}
---
`)
	return files
}
