package edit

import (
	"os"
	"strings"
	"testing"
)

func FuzzSet(f *testing.F) {
	f.Add("---\nmetrics:\n  revenue: {target: 1, actual: 2} # a\n---\nx", "metrics.revenue.actual", "actual", "5")
	f.Add("---\nmetrics: {a: {b: 1,\n c: 2 # x\n}}\n---\n", "metrics.a.d", "", "x, y")
	f.Add("---\na: &x [1]\nb: |\n  c\n---\n", "b.c.d", "d", "")
	f.Add("---\r\na:\r\n  - b: \"\\\"\"\r\n---\r\n", "z", "", "名")
	f.Add("---\n? a\n: b\n\"x\":\n---\n", "x.y", "", "1")
	if text, err := os.ReadFile("../../content/reviews/2026-Q3/gu-yifan/report.md"); err == nil {
		f.Add(string(text), "breakdowns.channel.直销.actual", "actual", "5")
	}
	f.Fuzz(func(t *testing.T, src, path, bare, text string) {
		if len(src) > 4000 || strings.Count(src, "[")+strings.Count(src, "{") > 200 {
			t.Skip()
		}
		s := Setting{Path: strings.Split(path, "."), Bare: bare, Text: func(string) string { return text }}
		got, faults := Set("a.md", []byte(src), []Setting{s}, nil)
		if len(faults) > 0 {
			if string(got) != src {
				t.Fatalf("refused and changed %q to %q", src, got)
			}
			return
		}
		again, faults := Set("a.md", got, []Setting{s}, nil)
		if len(faults) > 0 || string(again) != string(got) {
			t.Fatalf("%q became %q, then %q %v", src, got, again, faults)
		}
	})
}
