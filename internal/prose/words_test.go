package prose_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"reviewfolio/internal/prose"
	"reviewfolio/internal/words"
)

// TestFaultsHaveTheirWords holds that the catalogue has a text for every fault
// and hint of this package, and that those told have as many arguments as it
// asks for.
func TestFaultsHaveTheirWords(t *testing.T) {
	key := regexp.MustCompile(`(?:Error|Warn|WithHint|fault)\((?:[^"\n]*, )?"([a-z.-]+)"`)
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		src, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range key.FindAllSubmatch(src, -1) {
			if n++; !words.Has(string(m[1])) {
				t.Errorf("%s: no text for %s", f.Name(), m[1])
			}
		}
	}
	if n < 40 {
		t.Errorf("%d keys found, want all", n)
	}
	for _, markdown := range []string{
		"<b> [a](ftp://b) [a](//b) [a](person：b) [a](http:b) [](a.md) ![a](//b) <!--",
		"## a {#A}\n## a {#b}\n## a {#b}", "[1](metric:?a=b&a=c&period=x&person=X) [1](metric:a.x) [1](metric:a?person=b&team=c) <metric:a>",
		"- [ ] due:x @a a {#b} due:x due：2026-01-01 @A @b @c {#B} {#c} {#d}", strings.Repeat(">", 33), strings.Repeat("a|", 70) + "\n" + strings.Repeat("-|", 70),
		strings.Repeat("a", 20000), strings.Repeat("a\n", 20000),
	} {
		_, faults := prose.Parse("a.md", []byte(markdown), 0, "", nil)
		for _, d := range faults {
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				text := lang.Text(d.Message.Key, d.Message.Args...)
				if !d.Hint.IsZero() {
					text += lang.Text(d.Hint.Key, d.Hint.Args...)
				}
				if strings.Contains(text, "%!") || strings.ContainsAny(text, "{}") && !strings.Contains(text, "{#") {
					t.Errorf("%s: %s", d.Message.Key, text)
				}
			}
		}
	}
}
