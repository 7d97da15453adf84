package scaffold_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"testing/quick"

	"go.yaml.in/yaml/v3"

	"reviewfolio/internal/analysis"
	"reviewfolio/internal/model"
	"reviewfolio/internal/scaffold"
	"reviewfolio/internal/source"
	"reviewfolio/internal/words"
)

// load reads a portfolio and fails the test where it has faults.
func load(t *testing.T, files fs.FS) scaffold.Known {
	t.Helper()
	p, list, err := source.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	result, more := analysis.Run(p)
	for _, d := range append(list, more...).WithoutNotes() {
		text := words.English.Text(d.Message.Key, d.Message.Args...)
		t.Errorf("%s:%d:%d: %s", d.Pos.File, d.Pos.Line, d.Pos.Col, text)
	}
	return scaffold.Known{Portfolio: p, Result: result}
}

func quarter(t *testing.T, s string) model.Period {
	t.Helper()
	p, ok := model.ParsePeriod(s)
	if !ok {
		t.Fatal(s)
	}
	return p
}

func TestPortfolioHasNoFault(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		k := load(t, scaffold.Portfolio(lang))
		if got := k.Settings.Language; got != lang.String() {
			t.Errorf("the content of %v is in %s", lang, got)
		}
		if fills := k.Result.Fills(); len(fills) > 0 {
			t.Errorf("%v: %d bound figures are empty", lang, len(fills))
		}
	}
}

// tricky is a portfolio whose writers used every sign that Markdown and YAML
// give a meaning.
var tricky = map[string]string{
	"content/site.yaml":   "kpis: {contract_amount: 60, win_rate: 40}\n",
	"content/teams/hq.md": "---\nname: 销售部\nlead: zhang-wei\n---\n",
	"content/people/zhang-wei.md": "---\nname: 张伟\nteam: hq\ntargets:\n" +
		"  2026-Q4: {contract_amount: 500万, gross_margin: 31%, visits: 120}\n---\n",
	"content/reviews/2026-Q3/zhang-wei/report.md": `---
date: 2026-10-09
metrics: {revenue: 1345万}
goals:
  - {id: signs, statement: "*签约* <b>A&B</b> [x](y) --> # 100% \"好\" 'y': a_b_c ~~z~~ | \\ end"}
  - {id: rate, metric: gross_margin, target: 31%}
  - {id: later, statement: 明年的事, metric: revenue, target: 9000万, period: 2027, due: 2027-12-31}
---
## 目标达成

- [ ] 跟进 \*重点\* 客户 \[A\&B\] \<总部\> 1\_2 \~3 ` + "\\`x\\`" + ` @zhang-wei due:2026-11-30
- [ ] 1. 先看 \# 应收 {#first}
- [x] 已做完 {#done}
`,
}

func TestReportTakesOverWhatIsOpenWordForWord(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range tricky {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	before := load(t, files)
	person := before.Person("zhang-wei")
	text := scaffold.Report(before, person, quarter(t, "2026-Q4"))
	files["content/reviews/2026-Q4/zhang-wei/report.md"] = &fstest.MapFile{Data: text}
	after := load(t, files) // without a fault

	want := before.Result.Actions()
	got := after.Result.Actions()
	if len(got) != len(want) {
		t.Fatalf("%d actions became %d:\n%s", len(want), len(got), text)
	}
	for i := range want {
		if got[i].Text != want[i].Text || got[i].Due != want[i].Due || got[i].ID != want[i].ID || got[i].Owner != want[i].Owner {
			t.Errorf("%+v became %+v", want[i], got[i])
		}
		if seen := got[i].Last.Period.String(); !want[i].Done && seen != "2026-Q4" {
			t.Errorf("%q was last seen in %s", want[i].Text, seen)
		}
	}
	for _, line := range []string{
		"  # 毛利率 下达目标 31.0%",
		"  # 赢单率",
		"  # signs: {status: , note: }  # *签约* <b>A&B</b> [x](y) --> # 100% \"好\" 'y': a_b_c ~~z~~ | \\ end",
		"  # - {id: rate, statement: 毛利率, metric: gross_margin, target: , due: }",
		"- 「毛利率」：实际 [](metric:gross_margin)，目标 31.0%。",
		"- 「明年的事」：<!-- 兑现情况 -->",
	} {
		if !strings.Contains(string(text), "\n"+line+"\n") {
			t.Errorf("there is no line %q in\n%s", line, text)
		}
	}
	for _, part := range []string{"  contract_amount: {actual: }", "# 签约额 下达目标 500.0 万", "[](metric:revenue?team=hq)"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("there is no %q in\n%s", part, text)
		}
	}
}

// Nothing that people wrote may end a note to the reviewer.
func TestCommentKeepsItsNotesToItself(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range tricky {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	files["content/people/li-na.md"] = &fstest.MapFile{Data: []byte("---\nname: 李娜 --> 总监\nteam: hq\n---\n")}
	files["content/reviews/2026-Q3/zhang-wei/li-na.md"] = &fstest.MapFile{
		Data: []byte("---\nrole: peer\n---\n## 建议\r\n\r\n第一条 <!-- 不说 --> 与 `-->`\r\n\r\n- 第二条\r\n## 改进计划\n无\n")}
	files["content/reviews/2026-Q4/zhang-wei/report.md"] = &fstest.MapFile{
		Data: []byte("---\nmetrics: {revenue: 1440万}\noutcomes: {signs: {status: dropped, note: \"客户 --> 说不\"}}\n---\n")}
	before := load(t, files)
	text, err := scaffold.Comment(files, before, scaffold.CommentFile{
		Period: quarter(t, "2026-Q4"), Person: before.Person("zhang-wei"), Reviewer: "li-na", Role: model.PeerRole,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"李娜  总监的建议：\n第一条", "\n- 第二条\n-->", "客户  说不", "张伟，2026 年四季度：\n销售额：实际 1,440.0 万\n-->"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	files["content/reviews/2026-Q4/zhang-wei/li-na.md"] = &fstest.MapFile{Data: text}
	after := load(t, files)
	comment := after.Review(quarter(t, "2026-Q4"), "zhang-wei").Comments[0]
	if comment.Status != model.Draft || comment.Body.Intro.HTML != "" || len(comment.Body.Sections) != 4 {
		t.Errorf("the notes are read as text: %+v", comment.Body)
	}
	for _, s := range comment.Body.Sections {
		if !s.Empty || s.Part == model.OtherPart {
			t.Errorf("the section %s is no empty part of a comment", s.Title)
		}
	}
}

// What people call themselves and their teams is read as it was given.
func TestFrontMatterKeepsNames(t *testing.T) {
	read := func(name string) bool {
		name = strings.Map(func(r rune) rune {
			if r < ' ' || r >= 0x7f && r <= 0x9f || r == '\ufffd' {
				return -1
			}
			return r
		}, name)
		text, _ := strings.CutPrefix(string(scaffold.Person(scaffold.PersonFile{Name: name, Title: "a", Team: "hq"})), "---\n")
		var got map[string]string
		err := yaml.Unmarshal([]byte(strings.TrimSuffix(text, "---\n")), &got)
		return err == nil && got["name"] == name && got["team"] == "hq"
	}
	for _, name := range []string{"张伟", "张伟（华东）", "yes", "Null", "a: b", "# x", "- x", `"x"`, "x #y", "2026", "[x]", "x ", "~", "*", "O'Neil", "a\u2028b", "&x", "!x", "%x", "@x"} {
		if !read(name) {
			t.Errorf("%q is not read as it was given", name)
		}
	}
	if err := quick.Check(read, nil); err != nil {
		t.Error(err)
	}
}

// What was said to be carried over and then not set again, and what nobody
// answered, can be taken up again; what was settled is not asked for.
func TestReportOffersWhatFellOutOfSight(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/site.yaml":           "as_of: 2026-10-20\n",
		"content/teams/hq.md":         "---\nname: 销售部\n---\n",
		"content/people/zhang-wei.md": "---\nname: 张伟\nteam: hq\n---\n",
		"content/reviews/2026-Q2/zhang-wei/report.md": `---
date: 2026-07-09
goals:
  - {id: lab, statement: 建成样机室, due: 2026-09-30}
  - {id: hire, statement: 招到一名售前, due: 2026-09-30}
  - {id: crm, statement: 清理商机, due: 2026-09-30}
---
`,
		"content/reviews/2026-Q3/zhang-wei/report.md": `---
status: acknowledged
date: 2026-10-09
outcomes: {lab: {status: carried, note: 等装修}, crm: {status: kept}}
goals:
  - {id: q4, statement: 四季度一千五百万, due: 2026-12-31}
---
`,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	k := load(t, files)
	text := scaffold.Report(k, k.Person("zhang-wei"), quarter(t, "2026-Q4"))
	for _, line := range []string{
		"  # q4: {status: , note: }  # 四季度一千五百万",
		"  # - {id: q4, statement: 四季度一千五百万, due: }",
		"  # - {id: lab, statement: 建成样机室, due: }",
		"  # - {id: hire, statement: 招到一名售前, due: }",
	} {
		if !strings.Contains(string(text), "\n"+line+"\n") {
			t.Errorf("there is no line %q in\n%s", line, text)
		}
	}
	for _, part := range []string{"# lab: {status", "清理商机"} {
		if strings.Contains(string(text), part) {
			t.Errorf("there is %q in\n%s", part, text)
		}
	}
}
