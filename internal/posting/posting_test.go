package posting_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/imports"
	"reviewfolio/internal/model"
	"reviewfolio/internal/posting"
	"reviewfolio/internal/scaffold"
	"reviewfolio/internal/source"
)

const (
	zhangQ3 = "content/reviews/2026-Q3/zhang-wei/report.md"
	liQ3    = "content/reviews/2026-Q3/li-na/report.md"
)

// base is a portfolio of two people; li-na has no report.
var base = map[string]string{
	"content/site.yaml":   "as_of: 2026-10-22\n",
	"content/teams/hq.md": "---\nname: 销售部\nlead: li-na\n---\n",
	"content/people/zhang-wei.md": "---\nname: 张伟 # 华东\nteam: hq\ntargets:\n  # 董事会批准\n" +
		"  2026-Q3: {revenue: 1200万}\n---\n简介\n",
	"content/people/li-na.md": "---\nname: 李娜\nteam: hq\n---\n",
	zhangQ3: `---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: 1200万, actual: 1345万}   # 含税
  orders: 312
breakdowns:
  channel: {直销: {target: 600万, actual: 620万}, 经销: 410万, 线上: 315万}
---
## 数据分析
销售额 [1,345.0 万元](metric:revenue)。
`,
}

func folder(files map[string]string, more ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := 0; i+1 < len(more); i += 2 {
		out[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	return out
}

func plan(t *testing.T, files fs.FS, figures []imports.Figure, o posting.Options) *posting.Plan {
	t.Helper()
	p, faults, err := source.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	result, more := analysis.Run(p)
	made, err := posting.Make(files, scaffold.Known{Portfolio: p, Result: result}, append(faults, more...), figures, o)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func period(s string) model.Period {
	p, _ := model.ParsePeriod(s)
	return p
}

func amount(s string) model.Amount {
	n, _ := model.ParseNumber(s)
	a, _ := n.Amount()
	return a
}

// figure reads "zhang-wei 2026-Q3 revenue 5", with more words for a target, a
// part or a step: "zhang-wei 2026-Q3 channel 直销 5", "… series revenue 2026-07 5",
// "… target revenue 5".
func figures(lines ...string) (list []imports.Figure) {
	for _, line := range lines {
		w := strings.Fields(line)
		f := imports.Figure{Scope: imports.Person, ID: w[0], Period: period(w[1]), Part: imports.Actual, Amount: amount(w[len(w)-1])}
		if w[0] == "hq" {
			f.Scope = imports.Team
		}
		switch f.Metric = model.MetricID(w[2]); {
		case w[2] == "target":
			f.Part, f.Metric = imports.Target, model.MetricID(w[3])
		case w[2] == "series":
			f.Part, f.Metric, f.Step = imports.Series, model.MetricID(w[3]), period(w[4])
		case len(w) == 5:
			f.Part, f.Metric, f.Breakdown, f.Name = imports.Breakdown, "revenue", model.BreakdownID(w[2]), w[3]
		}
		list = append(list, f)
	}
	return list
}

func fileOf(t *testing.T, p *posting.Plan, name string) posting.File {
	t.Helper()
	for _, f := range p.Files {
		if f.Path == name {
			return f
		}
	}
	t.Fatalf("the plan has no %s: %v", name, p.Faults)
	return posting.File{}
}

func codes(list diag.List) string {
	var names []string
	for _, d := range list {
		names = append(names, d.Severity.String()+" "+d.Message.Key)
	}
	return strings.Join(names, ", ")
}

func TestFiguresGoWhereTheyBelongAndNothingElseChanges(t *testing.T) {
	files := folder(base)
	list := figures("zhang-wei 2026-Q3 revenue 13512000", "zhang-wei 2026-Q3 orders 312", "zhang-wei 2026-Q3 won 41",
		"zhang-wei 2026-Q3 target revenue 12000000", "zhang-wei 2026-Q4 target revenue 15000000",
		"zhang-wei 2026-Q3 channel 直销 6512000", "zhang-wei 2026-Q3 channel 线上 7000000",
		"zhang-wei 2026-Q3 series revenue 2026-07 4100000", "zhang-wei 2026-Q3 series revenue 2026-08 9412000.5",
		"hq 2026-Q3 headcount 8", "hq 2026-Q3 target revenue 120000000")
	p := plan(t, files, list, posting.Options{})
	for name, want := range map[string]string{
		zhangQ3: strings.NewReplacer("1345万}", "1351.2万}", "620万", "651.2万", "410万", "0", "315万", "700万",
			"  orders: 312\n", "  orders: 312\n  won: 41\n", "---\n## 数据", "series:\n  revenue: {2026-07: 4100000, 2026-08: 9412000.5}\n---\n## 数据").Replace(base[zhangQ3]),
		"content/people/zhang-wei.md": strings.Replace(base["content/people/zhang-wei.md"], "1200万}\n", "1200万}\n  2026-Q4: {revenue: 15000000}\n", 1),
		"content/teams/hq.md":         "---\nname: 销售部\nlead: li-na\ntargets:\n  2026-Q3: {revenue: 120000000}\nfigures:\n  2026-Q3: {headcount: 8}\n---\n",
	} {
		if got := string(fileOf(t, p, name).New); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
		}
	}
	if len(p.Files) != 3 || len(p.Changes) != 10 || p.Equal != 2 || p.Drifted != 1 {
		t.Errorf("%d files, %d changes, %d equal, %d drifted", len(p.Files), len(p.Changes), p.Equal, p.Drifted)
	}
	// 8 + 15 = 23, not 120: the steps do not add up to the quarter, but two of
	// three need not. The target of the quarter is what it was.
	if got := codes(p.Faults); got != "" {
		t.Errorf("tells %s", got)
	}
	for _, f := range p.Files {
		files[f.Path] = &fstest.MapFile{Data: f.New}
	}
	again := plan(t, files, list, posting.Options{})
	if len(again.Files) > 0 || len(again.Changes) > 0 || again.Equal != len(list) {
		t.Errorf("the second time changes %v", again.Changes)
	}
}

func TestReportsAreBegunOnlyWhenAsked(t *testing.T) {
	list := figures("li-na 2026-Q2 revenue 5", "li-na 2026-Q3 revenue 5", "li-na 2026-Q3 units 7", "zhang-wei 2026-Q3 orders 313")
	p := plan(t, folder(base), list, posting.Options{})
	if got := codes(p.Faults); got != "error posting-no-report" {
		t.Fatalf("tells %s", got)
	}
	if args := p.Faults[0].Message.Args; args[0] != "李娜" || args[1] != "2026-Q2, 2026-Q3" {
		t.Errorf("tells of %v", args)
	}
	p = plan(t, folder(base), list, posting.Options{Create: true})
	f := fileOf(t, p, liQ3)
	text := string(f.New)
	if f.Old != nil || !strings.HasPrefix(text, "---\nstatus: open\n") || !strings.Contains(text, "\n  revenue: {actual: 5}") ||
		!strings.Contains(text, "\n  orders:\n  units: 7\n") || !strings.Contains(text, "## 一、数据分析") {
		t.Errorf("made\n%s", text)
	}
	if got := codes(p.Faults); got != "" || len(p.Files) != 3 {
		t.Errorf("tells %s, %d files", got, len(p.Files))
	}
}

func TestPlanTellsWhatStandsInTheWay(t *testing.T) {
	list := figures("zhang-wei 2026-Q3 revenue 5")
	report := base[zhangQ3]
	for _, tc := range []struct {
		name string
		more []string
		list []imports.Figure
		want string
	}{
		{"a fault in the front matter", []string{zhangQ3, strings.Replace(report, "312", "三百", 1)}, list, "error posting-faulty, error bad-number"},
		{"faulty settings", []string{"content/site.yaml", "metrics: {revenue: {kind: summe}}\n"}, list, "error posting-faulty, error unknown-value"},
		{"no YAML", []string{zhangQ3, strings.Replace(report, "312", "{", 1)}, list, "error posting-faulty, error yaml-syntax.bracket"},
		{"shared", []string{zhangQ3, strings.Replace(report, "submitted", "shared", 1)}, list, "warning posting-settled.shared, warning parts-differ"},
		{"acknowledged", []string{zhangQ3, strings.Replace(report, "submitted", "acknowledged", 1)}, list, "warning posting-settled, warning parts-differ"},
		{"in no team yet", []string{"content/people/li-na.md", "---\nname: 李娜\nteam: hq\njoined: 2026-10-01\n---\n"},
			figures("li-na 2026-Q3 revenue 5"), "error outside-stint"},
		{"what check would not take", nil, figures("zhang-wei 2026-Q3 aov 5"), "error ratio-actual"},
		{"a target that is not the report's", nil, figures("zhang-wei 2026-Q3 target revenue 11000000"), "warning target-changed"},
		{"a word against the figure", []string{zhangQ3, report + "超额 [](metric:revenue.gap)\n"}, figures("zhang-wei 2026-Q3 revenue 11000000"), "warning parts-differ, warning wrong-direction.below"},
	} {
		p := plan(t, folder(base, tc.more...), tc.list, posting.Options{Create: true})
		if got := codes(p.Faults); got != tc.want {
			t.Errorf("%s: tells %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestWhatAnImportHasNothingForIsKept(t *testing.T) {
	files := folder(base, liQ3, "---\nmetrics: {revenue: 7, orders: 8}\n---\n")
	p := plan(t, files, figures("zhang-wei 2026-Q3 revenue 13450000"), posting.Options{})
	want := posting.Kept{Period: period("2026-Q3"), Person: "li-na", Metric: "revenue"}
	if len(p.Kept) != 1 || p.Kept[0] != want || len(p.Changes) != 0 || len(p.Files) != 0 {
		t.Errorf("kept %v, changed %v", p.Kept, p.Changes)
	}
}

// A step that was never stated may lie ahead; a stated one that is gone is 0.
func TestStepsThatAreGone(t *testing.T) {
	report := "---\nmetrics: {revenue: 9}\nseries:\n  revenue: {2026-07: 4, 2026-08: 5, 2026-09: {target: 6}}\n---\n"
	p := plan(t, folder(base, liQ3, report), figures("li-na 2026-Q3 series revenue 2026-07 9"), posting.Options{})
	want := strings.Replace(report, "2026-07: 4, 2026-08: 5", "2026-07: 9, 2026-08: 0", 1)
	if got := string(fileOf(t, p, liQ3).New); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(p.Changes) != 2 || p.Changes[0].Gone || !p.Changes[1].Gone {
		t.Errorf("changes %+v", p.Changes)
	}
	if got := codes(p.Faults); got != "warning posting-steps-gone" {
		t.Errorf("tells %s", got)
	}
}

func TestAmountsKeepTheirStyle(t *testing.T) {
	for _, tc := range []struct{ old, amount, want string }{
		{"5", "13512000", "13512000"},
		{"1345万", "13512000", "1351.2万"},
		{"1345.00万元", "13500000", "1350.00万元"},
		{"1345万", "13512000.55", "13512000.55"}, // 1351.200055 in 万 nobody reads
		{"1.2亿", "120050000", "1.2005亿"},
		{"1.2亿", "120050001", "120050001"},
		{`"10,360,000"`, "10370000", `"10,370,000"`},
		{`"10,360,000"`, "999.5", `"999.5"`},
		{"¥1345000", "-1345.5", "-¥1345.5"},
		{"'1,345 万'", "15000", "'1.5 万'"},
		{"1e6", "2000000", "2000000"},
		{"1345万", "0", "0"},
	} {
		report := "---\nmetrics: {revenue: " + tc.old + "}\n---\n"
		p := plan(t, folder(base, liQ3, report), figures("li-na 2026-Q3 revenue "+tc.amount), posting.Options{})
		if got, want := string(fileOf(t, p, liQ3).New), "---\nmetrics: {revenue: "+tc.want+"}\n---\n"; got != want {
			t.Errorf("%s for %s: got %s, want %s", tc.amount, tc.old, got, want)
		}
	}
}
