package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLimits(t *testing.T) {
	columns := func(n, rows int) string {
		return "甲\n\n" + strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n" + strings.Repeat("b\n", rows)
	}
	nested := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	var notes strings.Builder
	for i := range maxNotes + 1 {
		fmt.Fprintf(&notes, "[^%d]: a\n", i)
	}
	for name, tc := range map[string]struct {
		markdown string
		want     string
	}{
		"64 columns":          {columns(64, 1), ""},
		"65 columns":          {columns(65, 1), "3:1 table-too-wide"},
		"wide without pipes":  {strings.Repeat("a|", 65) + "a\n" + strings.Repeat("-|", 65) + "-\n", "1:1 table-too-wide"},
		"wide in a quote":     {"> " + strings.Repeat("|a", 65) + "\n> " + strings.Repeat("|-", 65) + "\n", "1:1 table-too-wide"},
		"cells":               {columns(50, 3999), ""},
		"too many cells":      {columns(50, 4000), "4004:1 table-too-long"},
		"too many in all":     {columns(50, 2500) + "\n" + columns(50, 2500), "4008:1 table-too-long"},
		"32 quotes":           {strings.Repeat("> ", 32) + "a", ""},
		"33 quotes":           {"a\n\n" + strings.Repeat(">", 33) + "a", "3:1 nesting"},
		"33 items":            {strings.Repeat("- ", 33) + "a", "1:1 nesting"},
		"a thematic break":    {strings.Repeat("- ", 100), ""},
		"32 lists":            {nested(32), ""},
		"33 lists":            {nested(33), "33:65 nesting"},
		"a long line":         {"a\n" + strings.Repeat("好", maxBlock/3+1), "2:1 line-too-long"},
		"a crowded line":      {strings.Repeat("[a](<b", 1000), "1:1 line-too-long"},
		"a full line":         {strings.Repeat("好", maxBlock/3), ""},
		"a long paragraph":    {"a\n\n" + strings.Repeat("好好好好好好\n", 1000), "3:1 paragraph-too-long"},
		"a crowded paragraph": {strings.Repeat("**好** abc\n", 300), "1:1 paragraph-too-long"},
		"a long list":         {strings.Repeat("- 好好好好好好\n", 1000), ""},
		"a long table":        {"|a|\n|-|\n" + strings.Repeat("|**好好好好好好**|\n", 1000), ""},
		"before a table":      {strings.Repeat("好好好好好好\n", 1000) + "|a|\n|-|\n", "1:1 paragraph-too-long"},
		"no table after all":  {"a|b|c\n|-|-|\n" + strings.Repeat("[a]\n", 4000), "1:1 paragraph-too-long"},
		"too many notes":      {notes.String(), "201:1 too-many-notes"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, faults := Parse("a.md", []byte(tc.markdown), 0, "p-", nil)
			if got := strings.Join(told(faults), ", "); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
			if fault := checkDoc(doc); fault != "" {
				t.Error(fault)
			}
		})
	}
}

// TestFilesAreGoneThroughAfterALimit holds that a table too wide hides no other
// fault and no section of its file.
func TestFilesAreGoneThroughAfterALimit(t *testing.T) {
	wide := "## 甲\n\n" + strings.Repeat("|a", 65) + "\n" + strings.Repeat("|-", 65) + "\n\n## 乙\n[a](ftp://b)\n"
	doc, faults := Parse("a.md", []byte(wide), 0, "", nil)
	if got, want := told(faults), []string{"3:1 table-too-wide", "7:5 link-scheme"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(doc.Sections) != 2 || strings.Contains(show(doc), "<table>") {
		t.Errorf("got %s", show(doc))
	}
}

// BenchmarkHostile parses 1 MiB of what takes CommonMark parsers longest: each
// is to take a second at most.
func BenchmarkHostile(b *testing.B) {
	const size = 1 << 20
	fill := func(s string) []byte { return []byte(strings.Repeat(s, size/len(s))) }
	blocks := func(s string) []byte { return fill(strings.Repeat(s, maxBlock/len(s)) + "\n\n") }
	for name, file := range map[string][]byte{
		"quotes": fill(">"), "items": fill("- "), "links": blocks("[a](<b"), "one-line": fill("[a](<b"), "images": blocks("![a]("),
		"emphasis": blocks("*a _b "), "closers": blocks("a* b_ "), "brackets": blocks("[[a]]"), "lines": fill("[a]\n"),
		"definitions": fill("[a]: b\n"), "notes": fill("[^1]: a\n\n"), "tags": blocks("<a b=c "), "comments": fill("a <!-- b\n\n"),
		"table": []byte(strings.Repeat("|a", 64) + "\n" + strings.Repeat("|-", 64) + "\n" + strings.Repeat("a\n", size/2)),
		"wide":  []byte(strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + strings.Repeat("a\n", size/2)),
		"lists": func() []byte {
			var s strings.Builder
			for i := 0; s.Len() < size; i++ {
				s.WriteString(strings.Repeat("  ", i*32) + strings.Repeat("- ", 32) + "a\n")
			}
			return []byte(s.String())
		}(),
		"figures": blocks("[1](metric:a?b=c&"), "headings": fill("a\n-\n"), "actions": fill("- [ ] a @b due:2026-01-01 {#c}\n"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			for b.Loop() {
				Parse("a.md", file, 0, "", nil)
			}
		})
	}
}
