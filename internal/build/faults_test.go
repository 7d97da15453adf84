package build

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"reviewfolio/internal/diag"
)

// The archive's faults are all told in one run, each at its place and with the
// word that was meant, and nothing else is.
func TestSeededFaults(t *testing.T) {
	files, want := seeded(t)
	checked, err := Check(files, false)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	lines := make([]string, len(checked.Faults))
	for i, d := range checked.Faults {
		lines[i] = told(d)
		got[lines[i]]++
	}
	for _, line := range want {
		t.Run(codeOf(line), func(t *testing.T) {
			if got[line] != 1 {
				t.Errorf("told %d times: %s", got[line], line)
			}
		})
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error("wanted (-), got (+)", diff)
	}
}

// The archive keeps what it promises: enough faults, spread over enough files.
func TestSeededFaultsAreMany(t *testing.T) {
	_, want := seeded(t)
	files := map[string]int{}
	for _, line := range want {
		file, _, _ := strings.Cut(line, ":")
		files[file]++
	}
	if len(want) < 60 || len(files) < 30 {
		t.Errorf("%d faults in %d files, want at least 60 in 30", len(want), len(files))
	}
	for file, n := range files {
		if n > 3 {
			t.Errorf("%s has %d faults, want at most 3", file, n)
		}
	}
}

// seeded returns the portfolio of faults and the lines of its file want.
func seeded(t *testing.T) (files fstest.MapFS, want []string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/sixty_faults.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files = fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			continue
		}
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	const windows = "content/reviews/2026-Q3/zhang-wei/report.md"
	text := strings.ReplaceAll(string(files[windows].Data), "\n", "\r\n")
	put(files, windows, "\ufeff"+text)
	put(files, "content/pages/policy.md", "# \xb9\xe6\xb6\xa8\n") // GBK
	put(files, "content/pages/archive.md", strings.Repeat("旧制度\n", 1<<20/len("旧制度\n")+1))
	put(files, "content/pages/long-head.md", "---\ntitle: "+strings.Repeat("长", 64<<10/len("长")+1)+"\n---\n")
	put(files, "content/pages/wide.md", "宽表如下。\n\n"+strings.Repeat("|甲", 65)+"|\n"+strings.Repeat("|-", 65)+"|\n")
	return files, want
}

func put(files fstest.MapFS, name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }

// told writes a fault as the file want does: its place, its code and the word
// of its hint, where the hint is one.
func told(d diag.Diagnostic) string {
	line := fmt.Sprintf("%s:%d:%d: %s: %s", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity, d.Code())
	switch d.Hint.Key {
	case "hint-did-you-mean", "hint-write", "hint-rename":
		line += fmt.Sprint(" hint: ", d.Hint.Args[0])
	}
	return line
}

// codeOf returns the code in a line of the file want.
func codeOf(line string) string {
	code, _, _ := strings.Cut(strings.SplitN(line, ": ", 3)[2], " ")
	return code
}

// What a fault in one file does to the figures of a team is not told again:
// the bound figure holds once the fault is mended.
func TestNoDriftFromAnotherFilesFault(t *testing.T) {
	for _, tc := range []struct{ name, file, old, new, want string }{
		{"nothing", "pages/guide.md", "", "", ""},
		{"a figure that drifted", "pages/guide.md", "300", "301", "figure-drift"},
		{"two roots", "teams/suzhou.md", "parent: east\n", "", "second-root"},
		{"a parent who is not there", "teams/suzhou.md", "parent: east", "parent: esat", "unknown-team"},
		{"a cycle", "teams/suzhou.md", "parent: east", "parent: wuxi", "team-cycle team-cycle"},
		{"a team that cannot be read", "teams/wuxi.md", "name: 无锡", "name: [", "yaml-syntax"},
		{"a person's team", "people/a.md", "team: east", "team: esat", "unknown-team"},
		{"one of a person's teams", "people/b.md", "team: wuxi", "team: wuix", "unknown-team"},
		{"a report", "reviews/2026-Q3/b/report.md", "200}", "2..0}", "bad-number"},
		{"a target set before", "people/b.md", "revenue: 100", "revenue: 1..0", "bad-number"},
		{"a team's own figure", "teams/wuxi.md", "headcount: 2", "headcount: 2..0", "bad-number"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files := small()
			text := string(files["content/"+tc.file].Data)
			put(files, "content/"+tc.file, strings.Replace(text, tc.old, tc.new, 1))
			if got := codes(t, files); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// Whatever team of the tree another belongs below, the root has it.
func TestRootIsSureOfTeamsThatMove(t *testing.T) {
	files := small()
	put(files, "content/teams/suzhou.md", "---\nname: 苏州\n---\n")
	put(files, "content/pages/guide.md", "[301](metric:revenue?team=hq&period=2026-Q3)\n")
	if got, want := codes(t, files), "figure-drift second-root"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// small returns a portfolio without faults, whose bound figures rest on files
// that a test then spoils.
func small() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":                   "as_of: 2026-10-20\n",
		"teams/hq.md":                 "---\nname: 总部\n---\n",
		"teams/east.md":               "---\nname: 华东\nparent: hq\n---\n[300](metric:revenue?period=2026-Q3)\n",
		"teams/suzhou.md":             "---\nname: 苏州\nparent: east\n---\n",
		"teams/wuxi.md":               "---\nname: 无锡\nparent: suzhou\nfigures: {2026-Q3: {headcount: 2}}\n---\n[200](metric:revenue?period=2026-Q3) [2](metric:headcount?period=2026-Q3)\n",
		"people/a.md":                 "---\nname: 甲\nteam: east\n---\n",
		"people/b.md":                 "---\nname: 乙\nteams: [{team: suzhou}, {team: wuxi, from: 2026-07-01}]\ntargets: {2026-Q3: {revenue: 100}}\n---\n",
		"reviews/2026-Q3/a/report.md": "---\nmetrics: {revenue: 100}\n---\n",
		"reviews/2026-Q3/b/report.md": "---\nmetrics: {revenue: 200}\n---\n[200%](metric:revenue.attainment)\n",
		"reviews/2026-Q3/b/a.md":      "---\nrole: peer\n---\n",
		"reviews/2026-Q3/a/log.md":    "## 2026-08-12 沟通\n",
		"reviews/2026-Q2/b/report.md": "---\nmetrics: {revenue: 100}\n---\n",
		"reviews/2026-Q2/a/report.md": "---\nmetrics: {revenue: 50}\n---\n",
		"pages/guide.md":              "[300](metric:revenue?team=hq&period=2026-Q3)\n",
	} {
		put(files, "content/"+name, text)
	}
	return files
}

// codes returns the codes of a portfolio's faults, in order.
func codes(t *testing.T, files fs.FS) string {
	t.Helper()
	checked, err := Check(files, false)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, d := range checked.Faults {
		list = append(list, d.Code())
	}
	return strings.Join(list, " ")
}
