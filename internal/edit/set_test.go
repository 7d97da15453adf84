package edit

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// sides puts targets before actuals, and the keys of a report in their order.
func sides(_ []string, a, b string) int {
	known := []string{"status", "date", "metrics", "breakdowns", "series", "goals", "target", "actual", "floor"}
	i, j := slices.Index(known, a), slices.Index(known, b)
	switch {
	case i >= 0 && j >= 0:
		return cmp.Compare(i, j)
	case strings.HasPrefix(a, "2026-") && strings.HasPrefix(b, "2026-"):
		return cmp.Compare(a, b)
	}
	return 0
}

// to reads settings such as metrics.revenue.actual=5. Below metrics, breakdowns
// and series a value alone is the actual.
func to(texts ...string) []Setting {
	var list []Setting
	for _, text := range texts {
		names, value, _ := strings.Cut(text, "=")
		s := Setting{Path: strings.Split(names, "."), Text: func(string) string { return value }}
		if last := s.Path[len(s.Path)-1]; last == "actual" || last == "target" {
			s.Bare = "actual"
		}
		list = append(list, s)
	}
	return list
}

func TestSet(t *testing.T) {
	for _, tc := range []struct {
		name     string
		src      string // of the front matter
		settings []Setting
		want     string
	}{
		{"a value alone", "metrics:\n  revenue: 100   # 含税\n", to("metrics.revenue.actual=5"), "metrics:\n  revenue: 5   # 含税\n"},
		{"keeps its quotes", "metrics: {revenue: \"10,360,000\", orders: '5'}\n", to("metrics.revenue.actual=10,361,000", "metrics.orders.actual=6"),
			"metrics: {revenue: \"10,361,000\", orders: '6'}\n"},
		{"a side of flow style", "metrics:\n  revenue: { target: 1 ,actual:  2 , floor: 0}\n", to("metrics.revenue.actual=5"), "metrics:\n  revenue: { target: 1 ,actual:  5 , floor: 0}\n"},
		{"a quoted key", "metrics:\n  \"revenue\": {'actual': 2}\n", to("metrics.revenue.actual=5"), "metrics:\n  \"revenue\": {'actual': 5}\n"},
		{"keys tight in brackets", "metrics: {\"revenue\":{\"actual\":2}}\n", to("metrics.revenue.actual=5"), "metrics: {\"revenue\":{\"actual\":5}}\n"},
		{"flow style over lines", "metrics: {\n  revenue: {target: 1,  # 下达\n    actual: 2  # 签约\n  }\n}\n", to("metrics.revenue.actual=5"),
			"metrics: {\n  revenue: {target: 1,  # 下达\n    actual: 5  # 签约\n  }\n}\n"},
		{"block style", "metrics:\n    revenue:\n        target: 1\n        actual: 2 # 签约\n", to("metrics.revenue.actual=5"), "metrics:\n    revenue:\n        target: 1\n        actual: 5 # 签约\n"},
		{"two columns to a character", "metrics: {a: 名称, 收入: 2}\n", to("metrics.收入=5"), "metrics: {a: 名称, 收入: 5}\n"},

		{"left empty in brackets", "metrics:\n  revenue: {actual: }        # 销售额\n", to("metrics.revenue.actual=5"), "metrics:\n  revenue: {actual: 5}        # 销售额\n"},
		{"left empty between", "metrics:\n  revenue: {actual: , floor: 1}\n", to("metrics.revenue.actual=5"), "metrics:\n  revenue: {actual: 5, floor: 1}\n"},
		{"a key alone in brackets", "metrics: {revenue, orders: 1}\n", to("metrics.revenue.actual=5"), "metrics: {revenue: 5, orders: 1}\n"},
		{"left empty", "metrics:\n  revenue:\n  orders: # 订单\n", to("metrics.revenue.actual=5", "metrics.orders.actual=6"), "metrics:\n  revenue: 5\n  orders: 6 # 订单\n"},
		{"left empty, with sides", "metrics:\n  revenue:   # 销售额\n", to("metrics.revenue.actual=5", "metrics.revenue.target=6"), "metrics:\n  revenue: {target: 6, actual: 5}  # 销售额\n"},
		{"null", "metrics:\n  revenue: ~\n  orders: null # 订单\n", to("metrics.revenue.actual=5", "metrics.orders.actual=6"), "metrics:\n  revenue: 5\n  orders: 6 # 订单\n"},
		{"empty brackets", "breakdowns:\n  channel: {}\n", to("breakdowns.channel.直销.actual=5", "breakdowns.channel.经 销.actual=6"), "breakdowns:\n  channel: {直销: 5, 经 销: 6}\n"},
		{"an empty mapping", "metrics:            # 只填本人业绩\nstatus: open\n", to("metrics.revenue.actual=5", "metrics.orders.actual=6"),
			"metrics:            # 只填本人业绩\n  revenue: 5\n  orders: 6\nstatus: open\n"},
		{"a mapping of null", "metrics:  null # 只填本人业绩\nstatus: open\n", to("metrics.revenue.actual=5"), "metrics: # 只填本人业绩\n  revenue: 5\nstatus: open\n"},
		{"nothing at all", "", to("targets.2026-Q3.revenue=5"), "targets:\n  2026-Q3: {revenue: 5}\n"},
		{"nothing but comments", "# 目标\n", to("targets.2026-Q3.revenue=5"), "# 目标\ntargets:\n  2026-Q3: {revenue: 5}\n"},

		{"one more value in a block", "metrics:\n   revenue: 1 # 含税\n\n# 拆分\nbreakdowns: {}\n", to("metrics.orders.actual=5"), "metrics:\n   revenue: 1 # 含税\n   orders: 5\n\n# 拆分\nbreakdowns: {}\n"},
		{"one more value in brackets", "metrics: {revenue: 1}\n", to("metrics.orders.actual=5"), "metrics: {revenue: 1, orders: 5}\n"},
		{"one more line in brackets", "metrics: {\n  revenue: 1, # 含税\n  orders: 2 # 张\n  }\n", to("metrics.won.actual=5", "metrics.lost.actual=6"),
			"metrics: {\n  revenue: 1, # 含税\n  orders: 2, # 张\n  won: 5,\n  lost: 6\n  }\n"},
		{"one more line behind a comma", "metrics: {\n  revenue: 1,\n  orders: 2, # 张\n}\n", to("metrics.won.actual=5"), "metrics: {\n  revenue: 1,\n  orders: 2, # 张\n  won: 5,\n}\n"},
		{"one more line, in order", "targets: {\n  2026-Q1: {a: 1}, # 一\n  2026-Q3: {a: 3}\n}\n", to("targets.2026-Q2.a=2"), "targets: {\n  2026-Q1: {a: 1}, # 一\n  2026-Q2: {a: 2},\n  2026-Q3: {a: 3}\n}\n"},
		{"before the first in brackets", "metrics: {revenue: {actual: 1}}\n", to("metrics.revenue.target=5"), "metrics: {revenue: {target: 5, actual: 1}}\n"},
		{"before the first, above its comment", "targets:\n  # 已调整\n  2026-Q3: {a: 3}\n", to("targets.2026-Q2.a=2"), "targets:\n  2026-Q2: {a: 2}\n  # 已调整\n  2026-Q3: {a: 3}\n"},
		{"between others", "series:\n  revenue: {2026-07: 1, 2026-09: 3}\n", to("series.revenue.2026-08.actual=2"), "series:\n  revenue: {2026-07: 1, 2026-08: 2, 2026-09: 3}\n"},
		{"a key on top in its place", "status: open\nmetrics:\n  a: 1\ngoals:\n  - x\n", to("series.a.2026-07.actual=1", "metrics.b.actual=2"),
			"status: open\nmetrics:\n  a: 1\n  b: 2\nseries:\n  a: {2026-07: 1}\ngoals:\n  - x\n"},
		{"behind a text of lines", "status: |\n  a\n\n   b: c\n\ngoals: [\n]\n", to("date=1"), "status: |\n  a\n\n   b: c\ndate: 1\n\ngoals: [\n]\n"},
		{"behind brackets of lines", "metrics: {a: 'it''s ]', b: \"\\\"}\",\n c: x # }\n}\ngoals: 1\n", to("series.a=1"), "metrics: {a: 'it''s ]', b: \"\\\"}\",\n c: x # }\n}\nseries:\n  a: 1\ngoals: 1\n"},
		{"behind a list", "metrics:\n- a\n- b:\n    c\n   \ngoals: 1\n", to("date=1", "series.a=1"), "date: 1\nmetrics:\n- a\n- b:\n    c\nseries:\n  a: 1\n   \ngoals: 1\n"},
		{"many parts, each in a line", "status: open\n", to("breakdowns.customer.华东医疗器械有限公司.actual=1", "breakdowns.customer.华南医疗器械有限公司.actual=2", "breakdowns.customer.华北医疗器械有限公司.actual=3", "breakdowns.customer.西南医疗器械有限公司.actual=4"),
			"status: open\nbreakdowns:\n  customer:\n    华东医疗器械有限公司: 1\n    华南医疗器械有限公司: 2\n    华北医疗器械有限公司: 3\n    西南医疗器械有限公司: 4\n"},
		{"odd names", "breakdowns: {channel: {a: 1}}\n", to("breakdowns.channel.x: y, z.actual=5", "breakdowns.channel.- a.actual=6", "breakdowns.channel.NO.actual=7"),
			"breakdowns: {channel: {a: 1, \"x: y, z\": 5, \"- a\": 6, \"NO\": 7}}\n"},

		{"sides of a value alone", "metrics:\n  revenue: 1,345 # 含税\n  orders: \"5\"\n  won: 6\n", to("metrics.revenue.target=5", "metrics.orders.target=6", "metrics.won.target=7", "metrics.won.actual=8"),
			"metrics:\n  revenue: {target: 5, actual: \"1,345\"} # 含税\n  orders: {target: 6, actual: \"5\"}\n  won: {target: 7, actual: 8}\n"},
		{"what is as it should be", "metrics: {revenue: 5,}\n", to("metrics.revenue.actual=5"), "metrics: {revenue: 5,}\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, in := range []struct{ before, behind string }{
				{"---\n", "---\n正文 metrics: {revenue: 1}\n"}, {"\ufeff\n  \n--- \n", "---"}, {"---\r\n", "---\r\n\r\n正文\r\n"},
			} {
				src, want := in.before+tc.src+in.behind, in.before+tc.want+in.behind
				if strings.Contains(in.before, "\r") {
					toCRLF := strings.NewReplacer("\r\n", "\r\n", "\n", "\r\n")
					src, want = toCRLF.Replace(src), toCRLF.Replace(want)
				}
				got, faults := Set("content/a.md", []byte(src), tc.settings, sides)
				if len(faults) > 0 || string(got) != want {
					t.Errorf("got\n%s\nwant\n%s\n%v", got, want, faults)
				}
				again, faults := Set("content/a.md", got, tc.settings, sides)
				if len(faults) > 0 || string(again) != string(got) {
					t.Errorf("the second time got\n%s\n%v", again, faults)
				}
			}
			// A file of YAML alone, whose last line is not ended.
			src, want := strings.TrimSuffix(tc.src, "\n"), strings.TrimSuffix(tc.want, "\n")
			if tc.src == "" {
				want = tc.want
			}
			if got, faults := Set("content/imports/a.yaml", []byte(src), tc.settings, sides); len(faults) > 0 || string(got) != want {
				t.Errorf("as a whole file got\n%s\nwant\n%s\n%v", got, want, faults)
			}
		})
	}
}

func TestSetRefuses(t *testing.T) {
	const path = "metrics.revenue.actual=5"
	for _, tc := range []struct {
		name, src, settings, want string
		line, col                 int
	}{
		{"a list", "---\nmetrics:\n  - revenue\n---\n", path, "wrong-type.mapping", 3, 3},
		{"a list for a value", "---\nmetrics:\n  revenue: [1]\n---\n", path, "wrong-type.mapping", 3, 12},
		{"a mapping for a value", "---\nmetrics: {revenue: {actual: {a: 1}}}\n---\n", path, "wrong-type.text", 2, 29},
		{"a value for a mapping", "---\nmetrics: 5\n---\n", path, "wrong-type.mapping", 2, 10},
		{"a list on top", "---\n- a\n---\n", path, "wrong-type.mapping", 2, 1},
		{"an anchor", "---\nmetrics: &m {revenue: 1}\n---\n", path, "yaml-feature.anchor", 2, 10},
		{"an anchor of a key", "---\n&m metrics: {revenue: 1}\n---\n", path, "yaml-feature.anchor", 2, 1},
		{"an alias", "---\na: &m {revenue: 1}\nmetrics: *m\n---\n", path, "yaml-feature.alias", 3, 10},
		{"a tag", "---\nmetrics: {revenue: !!int 1}\n---\n", path, "yaml-feature.tag", 2, 20},
		{"a merge", "---\na: &m {revenue: 1}\nmetrics: {<<: *m}\n---\n", path, "yaml-feature.merge", 3, 11},
		{"a key that stands twice", "---\nmetrics: {revenue: 1,\n  revenue: 2}\n---\n", path, "duplicate-key", 3, 3},
		{"a value over lines", "---\nmetrics:\n  revenue: 1\n    2\n---\n", path, "not-editable", 3, 12},
		{"a text of lines", "---\nmetrics:\n  revenue: |\n    2\n---\n", path, "not-editable", 3, 12},
		{"a key apart from its value", "---\n? metrics\n: {revenue: 1}\n---\n", "metrics.orders.actual=1", "", 0, 0},
		{"a key without its value", "---\n? metrics\n---\n", path, "not-editable.whole", 1, 1},
		{"a second document", "---\na: 1\n...\nb: 1\n---\n", path, "yaml-syntax", 1, 1},
		{"no YAML", "---\na: {b\n---\n", path, "yaml-syntax", 1, 1},
		{"no front matter", "# a\n---\n---\n", path, "no-front-matter", 1, 1},
		{"an empty file", "", path, "no-front-matter", 1, 1},
		{"front matter that is not closed", "---\na: 1\n", path, "unclosed-front-matter", 1, 1},
		{"an indented fence", "---\na: |\n  x\n  ---\n---\n", path, "indented-fence", 1, 1},
		{"an odd end of line", "---\na: 1\u2028\n---\n", path, "control-character", 1, 1},
		{"an old end of line", "---\na: 1\rb: 2\n---\n", path, "control-character", 1, 1},
	} {
		got, faults := Set("a.md", []byte(tc.src), to(tc.settings), sides)
		if tc.want == "" {
			if len(faults) > 0 {
				t.Errorf("%s: %v", tc.name, faults)
			}
			continue
		}
		if string(got) != tc.src {
			t.Errorf("%s: changed to %q", tc.name, got)
		}
		if len(faults) != 1 || faults[0].Message.Key != tc.want || faults[0].Pos.Line != tc.line || faults[0].Pos.Col != tc.col {
			t.Errorf("%s: got %v, want %s at %d:%d", tc.name, faults, tc.want, tc.line, tc.col)
		}
	}
}
