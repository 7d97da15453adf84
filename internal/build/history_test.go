package build

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/history"
	"reviewfolio/internal/output"
)

// committed is a portfolio whose history is used.
const committed = `
-- content/site.yaml --
title: 试点
history: git
as_of: 2026-10-22
-- content/teams/hq.md --
---
name: 总部
lead: li-na
---
-- content/people/li-na.md --
---
name: 李娜
team: hq
cycle: none
---
-- content/people/zhang-wei.md --
---
name: 张伟
team: hq
manager: li-na
---
-- content/people/wang-fang.md --
---
name: 王芳
team: hq
manager: li-na
---
-- content/reviews/2026-Q3/zhang-wei/report.md --
` + firstText + `
-- content/reviews/2026-Q3/wang-fang/report.md --
---
status: submitted
date: 2026-10-08
metrics: {revenue: {target: 800万, actual: 900万}}
---
## 数据分析
没有改过的述职。
`

const (
	zhangWei  = "content/reviews/2026-Q3/zhang-wei/report.md"
	firstText = `---
status: draft
metrics: {revenue: {target: 1000万, actual: 1100万}}
---
## 数据分析
草稿里的气话。`
	submittedText = `---
status: submitted
date: 2026-10-09
metrics: {revenue: {target: 1000万, actual: 1200万}, orders: 31}
goals: [{id: revenue, statement: 四季度做到 1300 万, metric: revenue, target: 1300万}]
---
## 数据分析
三季度渠道出货平稳，5<7，没有退货。
## 客户
重点客户三家。
`
)

// The marks of whoever commits must not be found in any page.
const (
	markedName    = "Xn4meX"
	markedEmail   = "xm4ilx@example.com"
	markedSubject = "Xsubj3ctX"
)

// A checkout is a portfolio in a repository that a test commits to.
type checkout struct {
	t    *testing.T
	git  string
	top  string
	root string // of the portfolio
}

func newCheckout(t *testing.T, folder string) *checkout {
	t.Helper()
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	top := t.TempDir()
	c := &checkout{t, git, top, filepath.Join(top, folder)}
	c.run("2026-10-01", "init", "-q", "-b", "main")
	for _, f := range txtar.Parse([]byte(committed)).Files {
		c.write(f.Name, string(f.Data))
	}
	return c
}

func (c *checkout) run(day string, args ...string) {
	c.t.Helper()
	cmd := exec.Command(c.git, args...)
	cmd.Dir = c.top
	at := day + "T09:00:00+08:00"
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME="+markedName, "GIT_AUTHOR_EMAIL="+markedEmail,
		"GIT_COMMITTER_NAME="+markedName, "GIT_COMMITTER_EMAIL="+markedEmail, "GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	if out, err := cmd.CombinedOutput(); err != nil {
		c.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func (c *checkout) write(file, text string) {
	c.t.Helper()
	path := filepath.Join(c.root, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		c.t.Fatal(err)
	}
}

// commit writes what the report of zhang-wei says, and commits everything.
func (c *checkout) commit(day, text string) {
	c.t.Helper()
	c.write(zhangWei, text)
	c.run(day, "add", "-A")
	c.run(day, "commit", "-q", "-m", markedSubject)
}

func (c *checkout) repository() *history.Repository {
	return history.At(c.t.Context(), c.root, c.git, append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null"))
}

// built builds the site as it is on the disk.
func (c *checkout) built(r *history.Repository, drafts bool) (*output.Tree, diag.List) {
	c.t.Helper()
	root := os.DirFS(c.root)
	checked, err := Check(root, drafts)
	if err != nil {
		c.t.Fatal(err)
	}
	if checked, err = Recall(root, checked, r); err != nil {
		c.t.Fatal(err)
	}
	tree, err := Tree(root, checked)
	if err != nil {
		c.t.Fatal(err)
	}
	return tree, checked.Faults
}

func (c *checkout) page(tree *output.Tree, path string) string {
	c.t.Helper()
	var b bytes.Buffer
	if err := tree.Render(path, &b); err != nil {
		c.t.Fatal(err)
	}
	return b.String()
}

func (c *checkout) wants(page string, texts ...string) {
	c.t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			c.t.Errorf("%q is missing", text)
		}
	}
}

func (c *checkout) lacks(page string, texts ...string) {
	c.t.Helper()
	for _, text := range texts {
		if strings.Contains(page, text) {
			c.t.Errorf("%q is there", text)
		}
	}
}

const (
	reviewPage  = "reviews/2026-Q3/zhang-wei/index.html"
	changesPage = "reviews/2026-Q3/zhang-wei/changes/index.html"
)

// What changed after a report was handed in shows, in figures and in text; what
// stood in it before does not.
func TestHistoryOfAReport(t *testing.T) {
	for _, folder := range []string{"", "销售 部"} {
		c := newCheckout(t, folder)
		c.commit("2026-10-01", firstText)
		c.commit("2026-10-09", submittedText)
		c.commit("2026-10-12", strings.NewReplacer("1200万", "1250万", "1300万", "1350万", "渠道出货平稳", "渠道出货偏慢", "重点客户三家。", "重点客户四家。\n\n新签一家。").Replace(submittedText))
		tree, faults := c.built(c.repository(), false)
		if faults = faults.WithoutNotes(); len(faults) > 0 {
			t.Errorf("faults: %v", faults)
		}
		// Figures: the actual. Goals: its target. Text: one line of each section, and in the
		// second the one that came next to it: 1 + 1 + 2 = 4.
		c.wants(c.page(tree, reviewPage), "仓库记录：10-09 提交", "10-12 最后改动", "提交后改过 4 处", `href="../../../reviews/2026-Q3/zhang-wei/changes/index.html#since-submitted"`)
		page := c.page(tree, changesPage)
		c.wants(page, "提交后改过 4 处", "对照 2026-10-09 的版本", "数字 1 处 · 目标 1 处 · 文字 2 处",
			`<td class="n">1,200.0 万</td><td class="n"><b>1,250.0 万</b></td><td class="n">+50.0 万</td>`, // 1250 − 1200
			"目标 13,000,000 元", "目标 13,500,000 元", "5&lt;7，没有", "平稳</del>", "偏慢</ins>", "新签一家。</ins>")
		c.lacks(page, "气话", "1,100", "5<7", "确认后")
		c.lacks(c.page(tree, "reviews/2026-Q3/wang-fang/index.html"), "提交后改过")
		if slices.Contains(tree.Paths(), "reviews/2026-Q3/wang-fang/changes/index.html") {
			t.Error("a report that did not change has a page of changes")
		}
	}
}

func TestChangedAfterItWasAcknowledged(t *testing.T) {
	c := newCheckout(t, "")
	acknowledged := strings.Replace(submittedText, "status: submitted", "status: acknowledged", 1)
	c.commit("2026-10-09", submittedText)
	c.commit("2026-10-12", strings.Replace(submittedText, "1200万", "1210万", 1))
	c.commit("2026-10-19", strings.Replace(acknowledged, "1200万", "1210万", 1))
	tree, _ := c.built(c.repository(), false)
	c.wants(c.page(tree, reviewPage), "提交后改过 1 处")
	c.lacks(c.page(tree, reviewPage), "确认后")
	c.lacks(c.page(tree, "index.html"), "需重新确认")
	c.commit("2026-10-20", strings.Replace(acknowledged, "1200万", "1220万", 1))
	tree, _ = c.built(c.repository(), false)
	c.wants(c.page(tree, reviewPage), "本人确认后改过 1 处", "提交到确认之间改过 1 处", "确认后有改动，需重新确认", "10-20 最后改动")
	c.wants(c.page(tree, "index.html"), "确认后改过述职，需重新确认")
	c.wants(c.page(tree, changesPage), "对照 2026-10-19 的版本", "1,210.0 万", "1,220.0 万", "对照 2026-10-09 的版本", "1,200.0 万")
	// Acknowledged anew, it is in order again.
	c.commit("2026-10-21", strings.Replace(submittedText, "1200万", "1220万", 1))
	c.commit("2026-10-22", strings.Replace(acknowledged, "1200万", "1220万", 1))
	tree, _ = c.built(c.repository(), false)
	c.lacks(c.page(tree, reviewPage), "确认后")
}

// A report that was taken back shows nothing of its history: neither what it
// said nor what it says.
func TestReportTakenBackHasNoHistory(t *testing.T) {
	for _, status := range []string{"open", "draft"} {
		c := newCheckout(t, "")
		c.commit("2026-10-09", submittedText)
		c.commit("2026-10-12", strings.NewReplacer("status: submitted", "status: "+status, "渠道出货平稳", "渠道出货偏慢").Replace(submittedText))
		for _, drafts := range []bool{false, true} {
			tree, _ := c.built(c.repository(), drafts)
			if slices.Contains(tree.Paths(), changesPage) {
				t.Errorf("%s has a page of changes", status)
			}
			for _, path := range tree.Paths() {
				if strings.Contains(c.page(tree, path), "平稳") {
					t.Errorf("%s: %s says what the report said", status, path)
				}
			}
		}
	}
}

// What is not committed is the newest state, and says so.
func TestUncommittedChanges(t *testing.T) {
	c := newCheckout(t, "")
	c.commit("2026-10-09", submittedText)
	tree, _ := c.built(c.repository(), false)
	c.lacks(c.page(tree, reviewPage), "有改动未提交")
	c.write(zhangWei, strings.Replace(submittedText, "1200万", "1200.5万", 1))
	tree, _ = c.built(c.repository(), false)
	c.wants(c.page(tree, reviewPage), "有改动未提交到仓库", "提交后改过 1 处")
	c.write(zhangWei, strings.Replace(submittedText, "1200万", "12000010", 1)) // 10 元, which 万 do not show
	tree, _ = c.built(c.repository(), false)
	c.wants(c.page(tree, changesPage), "12,000,000 元", "12,000,010 元", "+10 元")
	// Line ends and another way to write a figure change nothing.
	c.write(zhangWei, strings.ReplaceAll(strings.Replace(submittedText, "1200万", `"12,000,000"`, 1), "\n", "\r\n"))
	tree, _ = c.built(c.repository(), false)
	c.lacks(c.page(tree, reviewPage), "未提交", "改过")
}

// Nobody's name, e-mail or words in a commit get into the site or into what is
// told.
func TestNobodyWhoCommitsIsNamed(t *testing.T) {
	c := newCheckout(t, "")
	c.commit("2026-10-01", firstText)
	c.commit("2026-10-09", submittedText)
	c.commit("2026-10-12", strings.Replace(submittedText, "1200万", "1250万", 1))
	c.run("2026-10-12", "tag", "-a", "-m", markedSubject, "v1")
	tree, faults := c.built(c.repository(), true)
	for _, path := range tree.Paths() {
		page := c.page(tree, path)
		for _, mark := range []string{markedName, markedEmail, "xm4ilx", markedSubject} {
			if strings.Contains(page, mark) || strings.Contains(path, mark) {
				t.Errorf("%s has %s", path, mark)
			}
		}
	}
	if told := fmt.Sprint(faults); strings.Contains(told, markedName) || strings.Contains(told, "xm4ilx") {
		t.Errorf("the faults have them: %s", told)
	}
}

// Without a repository the site is the one without history, and a word says why.
func TestWithoutARepository(t *testing.T) {
	c := newCheckout(t, "")
	c.write(zhangWei, submittedText)
	plain, faults := c.built(c.repository(), false)
	expect := func(what, code string, faults diag.List, tree *output.Tree) {
		t.Helper()
		if faults = faults.WithoutNotes(); len(faults) != 1 || faults[0].Message.Key != code || faults.HasErrors() || faults[0].Pos.Line != 2 {
			t.Errorf("%s: %v", what, faults)
		}
		if !slices.Equal(tree.Paths(), plain.Paths()) || c.page(tree, reviewPage) != c.page(plain, reviewPage) {
			t.Errorf("%s: the site is another one", what)
		}
	}
	expect("nothing committed", "no-history.nothing", faults, plain)
	tree, faults := c.built(history.At(t.Context(), c.root, "", nil), false)
	expect("no git", "no-history.git", faults, tree)
	other := t.TempDir()
	if err := os.CopyFS(other+"/content", os.DirFS(c.root+"/content")); err != nil {
		t.Fatal(err)
	}
	c.root = other
	tree, faults = c.built(c.repository(), false)
	expect("no repository", "no-history.repository", faults, tree)
	checked, err := Check(os.DirFS(other), false)
	if err != nil {
		t.Fatal(err)
	}
	if checked, err = LookBack(checked, c.repository()); err != nil || !reflect.DeepEqual(checked.Faults, faults) {
		t.Errorf("check tells %v %v", checked.Faults, err)
	}
}

func TestShallowCloneSaysSo(t *testing.T) {
	c := newCheckout(t, "")
	c.commit("2026-10-09", submittedText)
	c.commit("2026-10-12", strings.Replace(submittedText, "1200万", "1250万", 1))
	c.commit("2026-10-13", strings.Replace(submittedText, "1200万", "1260万", 1))
	clone := filepath.Join(t.TempDir(), "clone")
	c.run("2026-10-14", "clone", "-q", "--depth", "2", "file://"+c.top, clone)
	c.root = clone
	tree, faults := c.built(c.repository(), false)
	if faults = faults.WithoutNotes(); len(faults) != 1 || faults[0].Message.Key != "history-cut" {
		t.Errorf("the faults are %v", faults)
	}
	c.wants(c.page(tree, reviewPage), "10-13 最后改动", "提交后改过 1 处", "仓库只有部分历史")
	c.lacks(c.page(tree, reviewPage), "仓库记录：10-12")
	c.wants(c.page(tree, changesPage), "对照仓库里最早的版本", "1,250.0 万")
}

// Whatever is written and committed while a session looks, it shows what a
// build shows.
func TestSessionIsABuildWithHistory(t *testing.T) {
	c := newCheckout(t, "")
	root := os.DirFS(c.root)
	s := NewSession(root).Remembering(c.repository())
	acknowledged := strings.Replace(submittedText, "status: submitted", "status: acknowledged", 1)
	settings := "content/site.yaml"
	for i, step := range []struct {
		what string
		do   func()
		of   string
	}{
		{"begin", func() {}, ""},
		{"first commit", func() { c.commit("2026-10-01", firstText) }, zhangWei},
		{"handed in", func() { c.write(zhangWei, submittedText) }, zhangWei},
		{"committed", func() { c.run("2026-10-09", "commit", "-q", "-a", "-m", "x") }, zhangWei},
		{"edited", func() { c.write(zhangWei, submittedText+"\n又一行。\n") }, zhangWei},
		{"undone", func() { c.write(zhangWei, submittedText) }, zhangWei},
		{"acknowledged", func() { c.commit("2026-10-19", acknowledged) }, zhangWei},
		{"edited after", func() { c.write(zhangWei, strings.Replace(acknowledged, "orders: 31", "orders: 32", 1)) }, zhangWei},
		{"a line in the settings", func() { c.write(settings, "# a note\ntitle: 试点\nhistory: git\nas_of: 2026-10-22\n") }, settings},
		{"another unit", func() {
			c.write(settings, "title: 试点\nhistory: git\nas_of: 2026-10-22\nmetrics: {orders: {label: 单量, kind: sum, unit: money}}\n")
		}, settings},
		{"committed after", func() { c.run("2026-10-20", "commit", "-q", "-a", "-m", "x") }, zhangWei},
		{"a draft again", func() { c.write(zhangWei, firstText) }, zhangWei},
		{"back in time", func() { c.run("2026-10-21", "reset", "-q", "--hard", "HEAD~2") }, "content"},
		{"gone", func() {
			if err := os.Remove(filepath.Join(c.root, filepath.FromSlash(zhangWei))); err != nil {
				t.Fatal(err)
			}
		}, zhangWei},
		{"without history", func() { c.write(settings, "title: 试点\nas_of: 2026-10-22\n") }, settings},
		{"with it", func() {
			c.write(settings, "title: 试点\nhistory: git\nas_of: 2026-10-22\n")
			c.write(zhangWei, acknowledged)
		}, "content"},
	} {
		step.do()
		state, err := s.Update([]string{step.of})
		if err != nil {
			t.Fatal(err)
		}
		tree, faults := c.built(c.repository(), true)
		if got, want := toldOf(state), toldOf(State{Faults: faults}); !slices.Equal(got, want) {
			t.Errorf("%d %s: the faults are %q, a build has %q", i, step.what, got, want)
		}
		if !slices.Equal(state.Tree.Paths(), tree.Paths()) {
			t.Errorf("%d %s: the pages are %q, a build has %q", i, step.what, state.Tree.Paths(), tree.Paths())
			continue
		}
		for _, path := range tree.Paths() {
			if got, want := c.page(state.Tree, path), c.page(tree, path); got != want {
				t.Errorf("%d %s: %s differs: %s", i, step.what, path, firstDifference(got, want))
			}
		}
	}
}
