package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/model"
	"reviewfolio/internal/words"
)

// Who writes a name in place of an id is told the id, and nothing else.
func TestNamesInPlaceOfIDsHintTheID(t *testing.T) {
	const site = "metrics:\n  returns: {label: 退货单数}\n  orders: {label: 成交单}\nbreakdowns: {scene: {label: 场景}}\n" +
		"ratings: {dimensions: {spirit: {label: 精神面貌, weight: 60}, team: {weight: 40}}}\n"
	for _, tc := range []struct{ front, want string }{
		{"metrics: {销售额: 5}", "bad-id revenue"},
		{"metrics: {' 销售 额 ': 5}", "bad-id revenue"},
		{"metrics: {Gross profit: 5}", "bad-id gross_profit"},
		{"metrics: {grossProfit: 5}", "bad-id gross_profit"},
		{"metrics: {退货单数: 5}", "bad-id returns"},
		{"metrics: {成交单: 5}", "bad-id orders"},
		{"metrics: {订单数: 5}", "bad-id orders"},
		{"metrics: {Revenu: 5}", "bad-id revenue"},
		{"metrics: {Foo Bar: 5}", "bad-id "},
		{"metrics: {别的: 5}", "bad-id "},
		{"metrics: {gross-profit: 5}", "unknown-metric gross_profit"},
		{"series: {销售额: {2026-07: 5}}", "bad-id revenue"},
		{"restates: {2026-Q2: {销售额: 5}}", "bad-id revenue"},
		{"goals: [{id: g, metric: 销售额, target: 5}]", "unknown-metric revenue"},
		{"breakdowns: {渠道: {直销: 5}}", "bad-id channel"},
		{"breakdowns: {场景: {甲: 5}}", "bad-id scene"},
		{"self_ratings: {精神面貌: 4}", "bad-id spirit"},
		{"self_ratings: {团队管理: 4}", "bad-id team"},
		{"---\n[5](metric:销售额)\n", "unknown-metric revenue"},
	} {
		files := portfolio("---\n" + tc.front + "\n---\n")
		if body, ok := strings.CutPrefix(tc.front, "---\n"); ok {
			files = portfolio("---\nstatus: submitted\n---\n" + body)
		}
		files["content/site.yaml"] = &fstest.MapFile{Data: []byte(site)}
		if got := hints(t, files); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.front, got, tc.want)
		}
	}
}

func TestNamesInPlaceOfIDsInSettings(t *testing.T) {
	for site, want := range map[string]string{
		"kpis: {销售额: 100}":                                                 "bad-id revenue",
		"metrics: {毛利: {note: 不含税}}":                                       "bad-id gross_profit",
		"metrics: {Orderz: {label: 另一种}}":                                  "bad-id orderz",
		"metrics: {退货: {label: 退货}}":                                       "bad-id ",
		"metrics: {r: {kind: ratio, numerator: 毛利, denominator: revenue}}": "unknown-metric gross_profit",
		"breakdowns: {区域: {parts: [甲]}}":                                   "bad-id region",
		"breakdowns: {a: {by: 渠道}}":                                        "unknown-breakdown channel",
		"themes: {客户满意度: {expect: never}}":                                 "bad-id experience",
		"themes: {Team management: {expect: never}}":                       "bad-id team",
		"ratings: {dimensions: {业绩表现: {weight: 100}}}":                     "bad-id performance",
	} {
		files := portfolio("---\n---\n")
		files["content/site.yaml"] = &fstest.MapFile{Data: []byte(site)}
		if got := hints(t, files); got != want {
			t.Errorf("%s: got %q, want %q", site, got, want)
		}
	}
}

// hints returns the code and the hint's argument of every fault.
func hints(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	var got []string
	for _, d := range load(t, files) {
		hint := ""
		if d.Hint.Key != "" {
			hint = d.Hint.Args[0].(string)
		}
		got = append(got, d.Code()+" "+hint)
	}
	return strings.Join(got, ", ")
}

// The names are those that the pages show.
func TestBuiltInNamesAreThoseOfTheCatalogue(t *testing.T) {
	check := func(key, names string) {
		if want := words.Chinese.Text(key) + "|" + words.English.Text(key); names != want {
			t.Errorf("%s is named %q, want %q", key, names, want)
		}
	}
	for _, m := range model.BuiltInMetrics() {
		check("metric."+string(m.ID), builtInMetricNames[m.ID])
	}
	for _, b := range model.BuiltInBreakdowns() {
		check("breakdown."+string(b.ID), builtInBreakdownNames[b.ID])
	}
}
