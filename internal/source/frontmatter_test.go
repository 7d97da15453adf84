package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/model"
)

const goodReport = `---
status: submitted
date: 2026-10-09
metrics:
  revenue: {target: 12000000, actual: 1345万}
---
## 数据分析

销售额 [1,345 万](metric:revenue)。
`

// portfolio returns a small portfolio with this report in it.
func portfolio(report string) fstest.MapFS {
	return fstest.MapFS{
		"content/teams/hq.md":                         {Data: []byte("---\nname: 总部\n---\n")},
		"content/people/zhang-wei.md":                 {Data: []byte("---\nname: 张伟\nteam: hq\n---\n")},
		"content/reviews/2026-Q3/zhang-wei/report.md": {Data: []byte(report)},
	}
}

func TestByteOrderMarkAndLineEndsMakeNoDifference(t *testing.T) {
	want, faults, err := Load(portfolio(goodReport))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	wantFigure := want.Reviews[0].Report.Body.Sections[0].Text.Refs[0].Figure
	for name, report := range map[string]string{
		"byte order mark": "\ufeff" + goodReport,
		"CRLF":            strings.ReplaceAll(goodReport, "\n", "\r\n"),
		"both":            "\ufeff" + strings.ReplaceAll(goodReport, "\n", "\r\n"),
	} {
		got, faults, err := Load(portfolio(report))
		if err != nil || len(faults) > 0 {
			t.Errorf("%s: %v %v", name, faults, err)
			continue
		}
		figure := got.Reviews[0].Report.Body.Sections[0].Text.Refs[0].Figure
		if text := report[figure.Start:figure.End]; text != "1,345 万" {
			t.Errorf("%s: the figure stands at %q", name, text)
		}
		figure.Start, figure.End = wantFigure.Start, wantFigure.End
		got.Reviews[0].Report.Sum = want.Reviews[0].Report.Sum // of other bytes
		if diff := cmp.Diff(want.Reviews, got.Reviews, cmp.AllowUnexported(model.Date{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	site := portfolio(goodReport)
	site["content/site.yaml"] = &fstest.MapFile{Data: []byte("\ufefftitle: 述职\r\ncycle: month\r\n")}
	if got, faults, _ := Load(site); len(faults) > 0 || got.Settings.Title != "述职" || got.Settings.Cycle != model.Month {
		t.Errorf("site.yaml: %+v %v", got.Settings, faults)
	}
}

func TestFilesAsAWhole(t *testing.T) {
	for name, tc := range map[string]struct{ report, want string }{
		"not UTF-8":           {"---\nstatus: \xb2\xdd\n---\n", "1:1 not-utf8"},
		"over 1 MiB":          {goodReport + strings.Repeat("字", 1<<20/3), "1:1 file-too-large"},
		"over 64 KiB":         {"---\n# " + strings.Repeat("x", 64<<10) + "\n---\n", "1:1 front-matter-too-large"},
		"blank lines":         {"\n\n---\nstatus: x\n---\n", "4:9 unknown-value"},
		"indented open":       {"  ---\nstatus: draft\n---\n", ""},
		"space behind fence":  {"--- \nstatus: draft\n--- \n", ""},
		"control character":   {"---\nstatus: \"\x01\"\n---\n", "2:10 control-character"},
		"carriage return":     {"---\nstatus: draft\rdate: 2026\n---\n", "2:14 control-character"},
		"line separator":      {"---\nstatus: draft\ntitle: 一\u2028二\n---\n", "3:9 control-character"},
		"carriage returns":    {"---\rstatus: draft\r---\r", "1:1 no-front-matter"},
		"byte order mark":     {"\ufeff", "1:1 empty-file"},
		"only the fence":      {"---", "1:1 unclosed-front-matter"},
		"three dots":          {"---\nstatus: draft\n...\n正文\n", "1:1 unclosed-front-matter"},
		"comment only":        {"---\n# nothing\n---\n", ""},
		"body with a rule":    {"---\nstatus: draft\n---\n一\n\n---\n\n二\n", ""},
		"literal with dashes": {"---\ngoals:\n  - id: a\n    statement: |\n      ----\n---\n", ""},
	} {
		_, faults, err := Load(portfolio(tc.report))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, d := range faults {
			got += fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Code())
		}
		if got != tc.want {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
}

// What is made to exhaust the reader is refused at once: within 100 ms on an
// idle machine. The bound here leaves room for a busy one, and still tells
// linear from quadratic.
func TestBombsAreRefusedQuickly(t *testing.T) {
	alias := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'j'; c++ {
		prev := string(c - 1)
		alias += string(c) + ": &" + string(c) + " [" + strings.TrimSuffix(strings.Repeat("*"+prev+",", 9), ",") + "]\n"
	}
	var keys strings.Builder
	for i := 0; keys.Len() < 63<<10; i++ {
		keys.WriteString(string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + ":\n")
	}
	for name, yaml := range map[string]string{
		"aliases":       alias,
		"keys":          keys.String(),
		"metric keys":   "metrics:\n" + strings.ReplaceAll("\n"+keys.String(), "\n", "\n ")[1:] + "x: 1\n",
		"flow depth":    "metrics: " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000),
		"open brackets": "metrics: " + strings.Repeat("[", 60_000),
		"open braces":   "metrics: " + strings.Repeat("{a: ", 15_000),
		"dashes":        "metrics: \n" + strings.Repeat("- ", 30_000),
		"quotes":        "title: " + strings.Repeat("'", 60_001),
		"colons":        "title: " + strings.Repeat("a: ", 20_000),
		"wide colons":   strings.Repeat("a：", 15_000),
		"one key":       strings.Repeat("status: x\n", 6_000),
		"anchors":       "metrics: {" + strings.Repeat("a: &a 1, ", 6_000) + "}",
	} {
		report := "---\n" + yaml + "\n---\n"
		start := time.Now()
		_, faults, err := Load(portfolio(report))
		if err != nil || !faults.HasErrors() {
			t.Errorf("%s: %v, %d faults", name, err, len(faults))
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: refused after %v", name, took)
		}
	}
}

func TestSymbolicLinksAreRefused(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.md", "---\nname: 外人\nteam: hq\n---\n")
	write("content/teams/hq.md", "---\nname: 总部\n---\n")
	write("content/people/li-na.md", "---\nname: 李娜\nteam: hq\n---\n![x](pic.png)\n")
	for _, link := range [][2]string{{"../../secret.md", "people/zhang-wei.md"}, {"../../secret.md", "people/pic.png"}, {"people", "reviews"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, "content", link[1])); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	p, faults, err := Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if p.Person("zhang-wei") != nil {
		t.Error("a person was read through a symbolic link")
	}
	want := `content/people/li-na.md:5:6: error: broken-image: there is no image pic.png
content/people/pic.png:1:1: error: irregular-file: symbolic links and special files are not read
content/people/zhang-wei.md:1:1: error: irregular-file: symbolic links and special files are not read
content/reviews:1:1: error: irregular-file: symbolic links and special files are not read
`
	if got := printed(faults); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever front matter holds, reading it does not panic, and every fault
// stands inside the file.
func FuzzFrontMatter(f *testing.F) {
	f.Add([]byte(goodReport))
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for part := range bytes.SplitSeq(text, []byte("\n-- ")) {
			_, file, _ := bytes.Cut(part, []byte("--\n"))
			f.Add(append(bytes.Clone(file), '\n'))
		}
	}
	look := newLookup(termsOf(&parseSite(nil).site.settings))
	paths := []string{"content/reviews/2026-Q3/zhang-wei/report.md", "content/reviews/2026-Q3/zhang-wei/li-na.md",
		"content/people/zhang-wei.md", "content/teams/east.md", "content/pages/guide.md"}
	f.Fuzz(func(t *testing.T, src []byte) {
		faults := parseSite(src).faults
		for _, path := range paths {
			p, ok := placeOf(path)
			if !ok {
				t.Fatal(path)
			}
			faults = append(faults, parseFile(p, src, look, newMemory()).faults...)
		}
		if !utf8.Valid(src) {
			return
		}
		lines := strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
		for _, d := range faults {
			if d.Pos.Line < 1 || d.Pos.Col < 1 || d.Pos.Line > len(lines) || d.Pos.Col > utf8.RuneCountInString(lines[d.Pos.Line-1])+1 {
				t.Errorf("%v lies outside the file: %v", d.Pos, d.Message)
			}
		}
	})
}
