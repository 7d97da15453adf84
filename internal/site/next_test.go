package site_test

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"reviewfolio/assets"
	"reviewfolio/internal/analysis"
	"reviewfolio/internal/audience"
	"reviewfolio/internal/build"
	"reviewfolio/internal/model"
	"reviewfolio/internal/site"
	"reviewfolio/layouts"
)

// A state is a portfolio after some edits, as a preview holds it.
type state struct {
	files     fstest.MapFS
	portfolio *model.Portfolio
	view      *audience.View
	src       site.Sources
	site      *site.Site
}

// started returns the state of these files.
func started(tb testing.TB, files fstest.MapFS) state {
	tb.Helper()
	c, err := build.Check(files, true)
	if err != nil || c.Faults.HasErrors() {
		tb.Fatal(err, c.Faults)
	}
	s := state{files: files, portfolio: c.Portfolio, view: audience.Everything(c.Portfolio, c.Result)}
	if s.src, err = site.ReadSources(files, layouts.FS, assets.FS); err != nil {
		tb.Fatal(err)
	}
	if s.site, err = site.New(s.view, s.src); err != nil {
		tb.Fatal(err)
	}
	return s
}

// edited returns the state after an edit, made from s; ok is false where the
// edit makes faults.
func (s state) edited(tb testing.TB, edit func(fstest.MapFS)) (next state, ok bool) {
	tb.Helper()
	next = state{files: maps.Clone(s.files), src: s.src}
	edit(next.files)
	c, err := build.Check(next.files, true)
	if err != nil {
		tb.Fatal(err)
	}
	if c.Faults.HasErrors() {
		return s, false
	}
	next.portfolio = keep(s.portfolio, c.Portfolio)
	result, _ := analysis.Run(next.portfolio)
	next.view = s.view.Next(next.portfolio, result)
	next.src.Portfolio = next.files
	if !sameUnder("layouts/", s.files, next.files) {
		if next.src.Layouts, err = site.ParseLayouts(layouts.FS, next.files); err != nil {
			tb.Fatal(err)
		}
	}
	if next.src.Assets, err = site.FindAssets(assets.FS, next.files); err != nil {
		tb.Fatal(err)
	}
	if next.site, err = s.site.Next(next.view, next.src); err != nil {
		tb.Fatal(err)
	}
	return next, true
}

func sameUnder(folder string, a, b fstest.MapFS) bool {
	in := func(files fstest.MapFS) map[string]string {
		texts := map[string]string{}
		for name, f := range files {
			if strings.HasPrefix(name, folder) {
				texts[name] = string(f.Data)
			}
		}
		return texts
	}
	return maps.Equal(in(a), in(b))
}

// keep returns the portfolio with all that it shares with the old one in its
// old place in memory, as a preview reads it again.
func keep(old, now *model.Portfolio) *model.Portfolio {
	reviews := slices.Clone(now.Reviews)
	for i, r := range reviews {
		before := old.Review(r.Period, r.Person)
		if before == nil {
			continue
		}
		if reflect.DeepEqual(before, r) {
			reviews[i] = before
			continue
		}
		if r.Report != nil && reflect.DeepEqual(before.Report, r.Report) {
			r.Report = before.Report
		}
		for j, c := range r.Comments {
			if k := slices.IndexFunc(before.Comments, func(x *model.Comment) bool { return reflect.DeepEqual(x, c) }); k >= 0 {
				r.Comments[j] = before.Comments[k]
			}
		}
	}
	return model.New(now.Settings, kept(old.Teams, now.Teams), kept(old.People, now.People), reviews, kept(old.Pages, now.Pages))
}

func kept[T any](old, now []*T) []*T {
	list := slices.Clone(now)
	for i, x := range list {
		if k := slices.IndexFunc(old, func(y *T) bool { return reflect.DeepEqual(x, y) }); k >= 0 {
			list[i] = old[k]
		}
	}
	return list
}

// fresh returns the pages of the same files, made from nothing.
func (s state) fresh(tb testing.TB) *site.Site { return started(tb, s.files).site }

func archive(texts ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, text := range texts {
		for _, f := range txtar.Parse([]byte(text)).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return files
}

// demo returns the portfolio that the repository shows.
func demo(tb testing.TB) fstest.MapFS {
	tb.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// more is what the company is edited with.
const more = `
-- content/site.yaml --
format: 1
title: 试点
as_of: 2026-10-22
cycle: quarter
kpis: {revenue: 100}
themes: {safety: {label: 安全}}
-- content/pages/note.txt --
附件
-- content/pages/other.txt --
附件二
-- content/pages/form.md --
---
title: 表格
---
[表格](note.txt)
-- content/people/chen-mo.md --
---
name: 陈默
team: hq
---
-- content/people/an-jing.md --
---
name: 安静
team: hq
---
-- content/reviews/2025-Q4/zhang-wei/log.md --
## 2026-01-12 谈话
先谈了一次。
-- content/reviews/2026-Q1/chen-mo/report.md --
---
status: submitted
date: 2026-04-04
---
## 数据分析
没有数。
-- content/reviews/2026-Q2/chen-mo/report.md --
---
status: submitted
date: 2026-07-04
metrics:
  revenue: {target: 100万, actual: 90万}
---
## 数据分析
平。
## 安全
没有事故。
- [ ] 拜访客户 @chen-mo due:2026-09-01
-- content/reviews/2026-Q2/chen-mo/li-na.md --
---
role: manager
date: 2026-07-20
ratings: {performance: 4}
---
## 亮点
好。
`

// An edit changes some file, or adds or deletes one.
type edit func(files fstest.MapFS, at *rand.Rand)

// pick returns a file of the content whose name has the ending and in which
// the text stands, "" where there is none.
func pick(files fstest.MapFS, at *rand.Rand, end, text string) string {
	var names []string
	for name, f := range files {
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, end) && strings.Contains(string(f.Data), text) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return names[at.IntN(len(names))]
}

func set(files fstest.MapFS, name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }

// toggle deletes a file, or adds it where it is not there.
func toggle(name, text string) edit {
	return func(files fstest.MapFS, _ *rand.Rand) {
		if _, ok := files[name]; ok {
			delete(files, name)
			return
		}
		set(files, name, text)
	}
}

// replaced changes the first old text of a file.
func replaced(end, old, now string) edit {
	return func(files fstest.MapFS, at *rand.Rand) {
		if name := pick(files, at, end, old); name != "" {
			set(files, name, strings.Replace(string(files[name].Data), old, now, 1))
		}
	}
}

func appended(end, text string) edit {
	return func(files fstest.MapFS, at *rand.Rand) {
		if name := pick(files, at, end, ""); name != "" {
			set(files, name, string(files[name].Data)+text)
		}
	}
}

func both(one, two edit) edit {
	return func(files fstest.MapFS, at *rand.Rand) {
		one(files, at)
		two(files, at)
	}
}

func removed(end string) edit {
	return func(files fstest.MapFS, at *rand.Rand) { delete(files, pick(files, at, end, "")) }
}

var (
	newPerson = toggle("content/people/xin-ren.md", "---\nname: 新人\nteam: hq\n---\n[说明](../pages/note.txt)\n")
	newReport = "---\nstatus: submitted\ndate: 2026-07-04\nmetrics:\n  revenue: {target: 100万, actual: 90万}\n---\n## 数据分析\n平。\n"
	comment   = "---\nrole: manager\n---\n## 亮点\n好。\n"
)

// actions appends so many actions of each owner to a report.
func actions(each int, owners ...string) edit {
	var list strings.Builder
	for _, id := range owners {
		for i := range each {
			fmt.Fprintf(&list, "- [ ] 第 %d 件 @%s\n", i, id)
		}
	}
	return appended("2026-Q2/chen-mo/report.md", "\n"+list.String())
}

var edits = []edit{
	appended(".md", "\n又一段。\n"),
	appended("report.md", "\n## 品牌建设\n办了一场活动，[说明](../../../pages/note.txt)。\n"),
	appended("report.md", "\n## 案例分析\n"+strings.Repeat("### 成功案例：又一单\n赢了。\n\n", 101)),
	appended("report.md", "\n- [ ] 再拜访一次 due:2026-12-01\n"),
	actions(45, "chen-mo"),
	actions(35, "chen-mo", "zhang-wei", "li-na"),
	replaced("report.md", "actual: 9", "actual: 3"),
	replaced("report.md", "gross_profit: ", "gross_profit: 1"),
	replaced("report.md", "revenue: {", "orders: 12\n  revenue: {"),
	replaced("report.md", "goals:\n", "goals:\n  - {id: extra, statement: 再签一家, due: 2026-09-30}\n"),
	replaced("report.md", "status: shared", "status: open"),
	replaced("2026-Q2/chen-mo/report.md", "status: submitted", "status: draft"),
	replaced("2026-Q1/chen-mo/report.md", "date: 2026-04-04\n", "date: 2026-04-04\nmetrics: {revenue: 30万}\n"),
	replaced("report.md", "date: 2026-07-0", "date: 2026-07-2"),
	replaced(".md", "ratings: {performance: 4", "ratings: {performance: 3"),
	replaced(".md", "role: manager", "role: peer"),
	replaced("people/chen-mo.md", "team: hq\n", "team: hq\nleft: 2026-05-01\n"),
	replaced("people/chen-mo.md", "team: hq\n", "team: hq\ncycle: none\n"),
	replaced("people/zhang-wei.md", "1100万", "1150万"),
	replaced("teams/east.md", "lead: ", "# "),
	replaced("teams/hq.md", "lead: li-na", "lead: li-na\ntargets: {2026-Q3: {revenue: 2000万}}\nfigures: {2026-Q2: {revenue: 5万}}"),
	replaced("site.yaml", "as_of: 2026-10-22", "as_of: 2026-11-30"),
	replaced("site.yaml", "title: ", "title: 新"),
	replaced("site.yaml", "safety:", "security:"),
	replaced("site.yaml", "themes: {", "themes: {health: {label: 健康}, "),
	replaced("site.yaml", "themes: {safety: {label: 安全}}", ""),
	replaced("site.yaml", "kpis: {revenue: 100}", "kpis: {revenue: 50, gross_profit: 50}"),
	replaced("site.yaml", "format: 1", "format: 1\nlook: {accent: \"#0a5c36\"}"),
	removed("chen-mo/report.md"),
	removed("chen-mo/li-na.md"),
	removed("calibration.md"),
	newPerson,
	both(newPerson, toggle("content/reviews/2026-Q2/xin-ren/report.md", newReport)),
	both(toggle("content/people/an-ning.md", "---\nname: 安宁\nteam: hq\n---\n"), removed("people/an-jing.md")),
	toggle("content/reviews/2026-Q1/zhang-wei/report.md", newReport),
	toggle("content/reviews/2025-Q4/zhang-wei/li-na.md", comment),
	toggle("content/reviews/2026-Q2/chen-mo/wang-fang.md", strings.Replace(comment, "manager", "peer", 1)),
	toggle("content/reviews/2026-Q2/wang-fang/log.md", "## 2026-08-12 谈话\n- [ ] 补交 @wang-fang\n"),
	toggle("content/reviews/2026-Q2/zhang-wei/calibration.md", "---\ngrade: A\n---\n校准。\n"),
	toggle("content/pages/guide.md", "---\ntitle: 指南\n---\n写法。\n"),
	removed("pages/form.md"),
	replaced(".md", "(note.txt)", "(other.txt)"),
	replaced("note.txt", "附件", "改过的附件"),
	toggle("layouts/page.html", `{{define "main"}}<p>自己的</p>{{.Body}}{{end}}`),
	toggle("layouts/review.html", `{{define "main"}}{{template "head" .Head}}{{.Figures}}{{.Reading}}{{end}}`),
	toggle("assets/tokens.css", ":root{}"),
	toggle("assets/logo.svg", "<svg/>"),
	toggle("content/teams/south.md", "---\nname: 华南区\nparent: hq\nlead: wang-fang\n---\n"),
}

// An edit, and taking it back, makes the site that is made from nothing: the
// same paths, and the same bytes on every page.
func TestNextIsWhatNewReturnsAfterEachEdit(t *testing.T) {
	base := started(t, archive(company, more))
	for i, edit := range edits {
		at := rand.New(rand.NewPCG(3, uint64(i)))
		next, ok := base.edited(t, func(files fstest.MapFS) { edit(files, at) })
		if !ok || sameUnder("", next.files, base.files) {
			t.Errorf("edit %d makes faults or changes nothing", i)
			continue
		}
		back, _ := next.edited(t, func(files fstest.MapFS) {
			clear(files)
			maps.Copy(files, base.files)
		})
		sameSites(t, next.site, next.fresh(t), 0, 1)
		if sameSites(t, back.site, base.site, 0, 1); t.Failed() {
			t.Fatalf("edit %d", i)
		}
	}
}

// However a portfolio was edited before, the site made from the one before is
// the one made from nothing.
func TestNextIsWhatNewReturns(t *testing.T) {
	for _, tc := range []struct {
		name  string
		files func(testing.TB) fstest.MapFS
		steps int // edits that make no faults
		every int // of how many pages one is compared
	}{
		{"company", func(testing.TB) fstest.MapFS { return archive(company, more) }, 20, 1},
		{"demo", demo, 5, 16},
	} {
		t.Run(tc.name, func(t *testing.T) {
			at := rand.New(rand.NewPCG(7, 11))
			s := started(t, tc.files(t))
			for done, tries := 0, 0; done < tc.steps; tries++ {
				which := at.IntN(len(edits))
				next, ok := s.edited(t, func(files fstest.MapFS) { edits[which](files, at) })
				if !ok {
					if tries > 10*tc.steps {
						t.Fatalf("after %d tries only %d edits made no faults", tries, done)
					}
					continue
				}
				done++
				if sameSites(t, next.site, next.fresh(t), at.IntN(tc.every), tc.every); t.Failed() {
					t.Fatalf("after %d edits, by edit %d", done, which)
				}
				s = next
			}
		})
	}
}

// sameSites compares one of so many pages.
func sameSites(t *testing.T, got, want *site.Site, from, every int) {
	t.Helper()
	paths := want.Tree().Paths()
	if !slices.Equal(got.Tree().Paths(), paths) {
		t.Errorf("paths differ: %v and %v", missing(got.Tree().Paths(), paths), missing(paths, got.Tree().Paths()))
		return
	}
	for i := from; i < len(paths); i += every {
		// Workbooks cost as much as all pages; those that are drawn by chance do.
		if strings.HasSuffix(paths[i], "echarts.min.js") || strings.HasSuffix(paths[i], ".xlsx") && every == 1 {
			continue
		}
		a, aErr := render(got, paths[i])
		b, bErr := render(want, paths[i])
		if !bytes.Equal(a, b) || (aErr == nil) != (bErr == nil) {
			t.Errorf("%s differs (%v, %v)", paths[i], aErr, bErr)
		}
	}
}

// missing returns what of the paths the others lack.
func missing(paths, others []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return slices.Contains(others, p) })
}

func render(s *site.Site, path string) ([]byte, error) {
	var b bytes.Buffer
	err := s.Tree().Render(path, &b)
	return b.Bytes(), err
}

// A list that grows over the end of a page goes on at the next.
func TestNextAddsTheSecondPageOfAList(t *testing.T) {
	files := archive(company)
	for i := range 99 {
		id, cycle := fmt.Sprintf("p%02d", i), ""
		if i == 98 {
			cycle = "cycle: none\n"
		}
		set(files, "content/people/"+id+".md", "---\nname: 员工\nteam: east\n"+cycle+"---\n")
		switch {
		case i < 49: // with 张伟 fifty
			set(files, "content/reviews/2026-Q2/"+id+"/report.md", newReport)
		case i == 49:
			set(files, "content/reviews/2026-Q2/"+id+"/report.md", strings.Replace(newReport, "## 数据分析", "## 别的", 1))
		}
	}
	at := rand.New(rand.NewPCG(1, 1))
	for _, tc := range []struct {
		second string
		edit   edit
	}{
		{"themes/data/2026-Q2/2/index.html", replaced("p49/report.md", "## 别的", "## 数据分析")},
		{"periods/2026-Q2/2/index.html", replaced("people/p98.md", "cycle: none\n", "")},
	} {
		s := started(t, files)
		if slices.Contains(s.site.Tree().Paths(), tc.second) {
			t.Fatalf("%s is there before", tc.second)
		}
		s, ok := s.edited(t, func(files fstest.MapFS) { tc.edit(files, at) })
		if !ok || !slices.Contains(s.site.Tree().Paths(), tc.second) {
			t.Errorf("no page %s", tc.second)
		}
		sameSites(t, s.site, s.fresh(t), 0, 7)
	}
}

// A page of a person's second forty goals stays theirs when others come and go.
func TestNextKeepsWhoseHistoryIsLong(t *testing.T) {
	var goals strings.Builder
	for i := range 41 {
		fmt.Fprintf(&goals, "  - {id: g%d, statement: 第 %d 个, due: 2026-09-30}\n", i, i)
	}
	files := archive(company, more)
	at := rand.New(rand.NewPCG(1, 1))
	replaced("2026-Q2/chen-mo/report.md", "status: submitted\n", "status: submitted\ngoals:\n"+goals.String())(files, at)
	s := started(t, files)
	next, ok := s.edited(t, func(files fstest.MapFS) { removed("people/an-jing.md")(files, at) })
	if !ok || !slices.Contains(next.site.Tree().Paths(), "people/chen-mo/2/index.html") {
		t.Error("no second page")
	}
	sameSites(t, next.site, next.fresh(t), 0, 1)
}

// Pages of a site and of the one made from it are written side by side, and
// the old ones stay what they were.
func TestOldAndNewSitesAreReadSideBySide(t *testing.T) {
	old := started(t, archive(company, more))
	before := map[string][]byte{}
	for _, path := range old.site.Tree().Paths() {
		before[path], _ = render(old.site, path)
	}
	next, ok := old.edited(t, func(files fstest.MapFS) {
		replaced("2026-Q3/zhang-wei/report.md", "gross_profit: 486万", "gross_profit: 487万")(files, rand.New(rand.NewPCG(1, 1)))
	})
	if !ok {
		t.Fatal("the edit makes faults")
	}
	fresh := next.fresh(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for path, want := range before {
				if got, err := render(old.site, path); err != nil || !bytes.Equal(got, want) {
					t.Errorf("old %s changed (%v)", path, err)
				}
			}
		})
		wg.Go(func() { sameSites(t, next.site, fresh, 0, 1) })
	}
	wg.Wait()
}

// BenchmarkNext makes the site after an edit of one report ready and writes a
// page of it.
func BenchmarkNext(b *testing.B) {
	s := started(b, demo(b))
	now, ok := s.edited(b, func(files fstest.MapFS) {
		appended("2026-Q3/tang-wenjing/report.md", "\n再补一句。\n")(files, rand.New(rand.NewPCG(1, 1)))
	})
	if !ok {
		b.Fatal("the edit makes faults")
	}
	for _, page := range []struct{ name, path string }{
		{"none", ""}, {"review", "reviews/2026-Q3/tang-wenjing/index.html"}, {"home", "index.html"},
		{"team", "teams/east/index.html"}, {"period", "periods/2026-Q3/index.html"},
	} {
		b.Run(page.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				next, err := s.site.Next(now.view, now.src)
				if err != nil {
					b.Fatal(err)
				}
				if page.path == "" {
					continue
				}
				if err := next.Tree().Render(page.path, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
