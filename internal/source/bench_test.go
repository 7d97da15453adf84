package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// benchReport is of the size that people write: eleven metrics, a breakdown, a
// goal and the twelve themes, 6 KB.
func benchReport(i int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `---
title: 述职报告
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: %d, actual: %d}
  orders: {target: 300, actual: 312}
  new_customers: {target: 20, actual: %d}
  active_customers: 118
  lost_customers: 4
  gross_profit: 412万
  opportunities: 99
  won: 41
  pipeline: "21,345,000"
  nps: {promoters: 61, passives: 22, detractors: 9}
breakdowns:
  channel: {直销: %d, 经销: 300000, 线上: 200000}
goals:
  - id: revenue
    statement: 下季度销售额达到 1500 万元
    metric: revenue
    target: 15000000
    due: 2026-12-31
---
`, 12_000_000+i, 13_450_000+i, i%40, 12_950_000+i)
	for n, theme := range builtInThemes {
		heading, _, _ := strings.Cut(theme.headings, "|")
		fmt.Fprintf(&b, "## %d、%s\n\n%s\n\n- **要点**：%s\n- %s\n\n", n+1, heading,
			strings.Repeat("华东客户签约回款目标季度同比增长，", 4), strings.Repeat("渠道线索方案报价。", 2), strings.Repeat("市场品牌活动。", 2))
	}
	return []byte(b.String())
}

func BenchmarkParseReport(b *testing.B) {
	look := newLookup(termsOf(&parseSite(nil).site.settings))
	p, _ := placeOf("content/reviews/2026-Q3/zhang-wei/report.md")
	src, memory := benchReport(7), newMemory()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if out := parseFile(p, src, look, memory); len(out.faults) > 0 {
			b.Fatal(printed(out.faults))
		}
	}
}

// manyFiles writes 800 reports and 800 comments to a folder.
func manyFiles(b *testing.B) (dir string) {
	dir = b.TempDir()
	write := func(name string, text []byte) {
		name = filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o666); err != nil {
			b.Fatal(err)
		}
	}
	write("site.yaml", []byte("title: 述职\n"))
	write("teams/hq.md", []byte("---\nname: 总部\n---\n"))
	for i := range 200 {
		id := fmt.Sprintf("p%03d", i)
		write("people/"+id+".md", []byte("---\nname: 某人\nteam: hq\n---\n"))
		for q := 1; q <= 4; q++ {
			folder := fmt.Sprintf("reviews/2026-Q%d/%s/", q, id)
			write(folder+"report.md", benchReport(i))
			write(folder+fmt.Sprintf("p%03d.md", (i+1)%200), []byte("---\nrole: peer\nratings: {performance: 4, strategy: 3.5}\n---\n## 亮点\n\n好。\n"))
		}
	}
	return dir
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS(manyFiles(b))
	b.ReportAllocs()
	for b.Loop() {
		p, faults, err := Load(fsys)
		if err != nil || len(faults) > 0 || len(p.Reviews) != 800 {
			b.Fatal(err, printed(faults))
		}
	}
}

// BenchmarkReload reads one edit after the other, in the demo and among 1,600
// files.
func BenchmarkReload(b *testing.B) {
	demo := b.TempDir()
	if err := os.CopyFS(filepath.Join(demo, "content"), os.DirFS("../../content")); err != nil {
		b.Fatal(err)
	}
	for _, size := range []struct{ name, dir string }{{"demo", demo}, {"many", manyFiles(b)}} {
		root, err := os.OpenRoot(size.dir)
		if err != nil {
			b.Fatal(err)
		}
		defer root.Close()
		r := NewReader(root.FS())
		first, err := r.Load()
		if err != nil || len(first.Faults) > 0 {
			b.Fatal(err, printed(first.Faults))
		}
		report := first.Portfolio.Reviews[len(first.Portfolio.Reviews)/2].Report.File
		for _, edit := range []struct{ name, file, what, with string }{
			{"text", report, "\n## ", "\n改了第%d回。\n\n## "},
			{"metrics", report, "revenue: {target: ", "revenue: {target: %d"},
			{"title", sitePath, "title: ", "title: %d"},
			{"more", report[:len(report)-len("report.md")] + "log.md", "", "## 2026-08-12 %d\n\n好。\n"},
		} {
			b.Run(size.name+"/"+edit.name, func(b *testing.B) { benchReload(b, r, size.dir, edit.file, edit.what, edit.with) })
		}
	}
}

// benchReload measures edits of one file, which is then as before. In place of
// the first what it says with, each time another number.
func benchReload(b *testing.B, r *Reader, dir, file, what, with string) {
	full := filepath.Join(dir, filepath.FromSlash(file))
	text, err := os.ReadFile(full)
	isNew := os.IsNotExist(err)
	if err != nil && !isNew || !strings.Contains(string(text), what) {
		b.Fatal(err, file)
	}
	var last *model.Portfolio
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		if err := os.WriteFile(full, []byte(strings.Replace(string(text), what, fmt.Sprintf(with, n%10), 1)), 0o666); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		got, err := r.Reload([]string{file})
		if err != nil || got.Portfolio == last {
			b.Fatal(err, "nothing has changed")
		}
		last = got.Portfolio
		if isNew {
			b.StopTimer()
			os.Remove(full)
			b.StartTimer()
			if _, err := r.Reload([]string{file}); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(full, text, 0o666); err != nil {
		b.Fatal(err)
	}
	if isNew {
		os.Remove(full)
	}
	if _, err := r.Reload([]string{file}); err != nil {
		b.Fatal(err)
	}
}
