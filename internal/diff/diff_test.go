package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// written writes how one text became the other: [gone]{come}.
func written(spans []Span, was, is []string) string {
	var b strings.Builder
	for _, s := range spans {
		switch s.Op {
		case Same:
			b.WriteString(strings.Join(was[s.From:s.To], ""))
		case Gone:
			b.WriteString("[" + strings.Join(was[s.From:s.To], "") + "]")
		case Come:
			b.WriteString("{" + strings.Join(is[s.From:s.To], "") + "}")
		}
	}
	return b.String()
}

func TestOf(t *testing.T) {
	for _, x := range []struct{ was, is, want string }{
		{"", "", ""},
		{"abc", "abc", "abc"},
		{"", "ab", "{ab}"},
		{"ab", "", "[ab]"},
		{"abcd", "abXd", "ab[c]{X}d"},
		{"abcabba", "cbabac", "[abc]{c}b{a}ba[ba]{c}"},
		{"aab", "ab", "a[a]b"},
		{"xay", "zbw", "[xay]{zbw}"},
	} {
		was, is := strings.Split(x.was, ""), strings.Split(x.is, "")
		got := Of(was, is)
		if x.was == "abcabba" { // several ways are as short: five steps, as in Myers's paper
			if n := stepsIn(got); n != 5 {
				t.Errorf("%s to %s in %d steps", x.was, x.is, n)
			}
			continue
		}
		if s := written(got, was, is); s != x.want {
			t.Errorf("%q to %q is %q, want %q", x.was, x.is, s, x.want)
		}
	}
}

func stepsIn(spans []Span) (n int) {
	for _, s := range spans {
		if s.Op != Same {
			n += s.To - s.From
		}
	}
	return n
}

// Whatever there was, the spans lead from it to what there is, in the fewest
// steps: len(a)+len(b)-2·lcs, by the schoolbook table.
func TestOfIsRightAndShortest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		was, is := letters(rnd), letters(rnd)
		spans := Of(was, is)
		var back, forth []string
		for _, s := range spans {
			if s.Op != Come {
				back = append(back, was[s.From:s.To]...)
			}
			switch s.Op {
			case Same:
				forth = append(forth, was[s.From:s.To]...)
			case Come:
				forth = append(forth, is[s.From:s.To]...)
			}
		}
		if strings.Join(back, "") != strings.Join(was, "") || strings.Join(forth, "") != strings.Join(is, "") {
			t.Fatalf("%q to %q is %s", was, is, written(spans, was, is))
		}
		if got, want := stepsIn(spans), len(was)+len(is)-2*common(was, is); got != want {
			t.Fatalf("%q to %q takes %d steps, want %d", was, is, got, want)
		}
	}
}

func letters(rnd *rand.Rand) []string {
	list := make([]string, rnd.IntN(14))
	for i := range list {
		list[i] = string(rune('a' + rnd.IntN(4)))
	}
	return list
}

func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// What has nothing in common is told as replaced, however long it is.
func TestOfIsNotSlow(t *testing.T) {
	var was, is []string
	for i := range 20_000 {
		was, is = append(was, fmt.Sprint("was", i)), append(is, fmt.Sprint("is", i))
	}
	if got := Of(was, is); len(got) != 2 || got[0] != (Span{Gone, 0, 20_000}) || got[1] != (Span{Come, 0, 20_000}) {
		t.Errorf("the spans are %v", got)
	}
}

func show(was, is string) string {
	a, b := lines(was), lines(is)
	var out []string
	for _, r := range Lines(a, b) {
		switch {
		case r.Op == Gone:
			out = append(out, "- "+a[r.Was])
		case r.Op == Come:
			out = append(out, "+ "+b[r.Is])
		case r.Pieces == nil:
			out = append(out, "  "+b[r.Is])
		default:
			var line strings.Builder
			for _, p := range r.Pieces {
				line.WriteString([...]string{p.Text, "[" + p.Text + "]", "{" + p.Text + "}"}[p.Op])
			}
			out = append(out, "~ "+line.String())
		}
	}
	return strings.Join(out, "\n")
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func TestLines(t *testing.T) {
	for _, x := range []struct{ name, was, is, want string }{
		{"same", "a\nb", "a\nb", "  a\n  b"},
		{"came", "a\nb", "a\nnew line\nb", "  a\n+ new line\n  b"},
		{"a number is one word", "销售额 1,345.0 万元，完成目标。", "销售额 1,354.0 万元，完成目标。", "~ 销售额 [1,345.0]{1,354.0} 万元，完成目标。"},
		{"Chinese has no spaces", "三季度超额完成了目标任务", "三季度基本完成了目标任务", "~ 三季度[超额]{基本}完成了目标任务"},
		{"English has", "We met the target in full", "We missed the target in full", "~ We [met]{missed} the target in full"},
		{"another line", "渠道继续下沉", "We hired two", "- 渠道继续下沉\n+ We hired two"},
		{"one came before one that changed", "客户满意度提高到九十分", "新增一段没有先例的话\n客户满意度提高到九十五分", "+ 新增一段没有先例的话\n~ 客户满意度提高到九十{五}分"},
		{"one character in common is chance", "一甲二乙三，后面都一样不变的字", "四甲五乙六，后面都一样不变的字", "~ [一甲二乙三]{四甲五乙六}，后面都一样不变的字"},
		{"from nothing", "", "a", "+ a"},
	} {
		if got := show(x.was, x.is); got != x.want {
			t.Errorf("%s:\n%s\nwant\n%s", x.name, got, x.want)
		}
	}
}
