package prose

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// never is a parser of no block.
type never struct{ single }

func (never) Trigger() []byte             { return nil }
func (never) CanInterruptParagraph() bool { return true }

func (never) Open(ast.Node, text.Reader, parser.Context) (ast.Node, parser.State) {
	return nil, parser.NoChildren
}

// library reads every line in full.
var library = dialect(never{}, never{})

// checkPlain fails where plain lines are read otherwise than the library reads
// them.
func checkPlain(t *testing.T, markdown string) {
	t.Helper()
	got, faults := Parse("a.md", []byte(markdown), 0, "p-", nil)
	want, wantFaults := parseAs(library, "a.md", []byte(markdown), 0, "p-", nil)
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(faults, wantFaults) {
		t.Fatalf("%q is read\n%s\nby the library\n%s\nfaults %v, by the library %v", markdown, show(got), show(want), told(faults), told(wantFaults))
	}
}

// pieces are what lines are made of: what opens and continues blocks, and words.
var (
	openings = []string{"", "", "", "", "- ", "* ", "+ ", "1. ", "2) ", "12345. ", "> ", ">", "# ", "## ", "### ", "#### ", "####### ", "#", "  ", "   ", "    ", "\t", " \t", "  - ", "    - ", "     ", "[^1]: ", "-", "-  ", "-\t"}
	phrases  = []string{"", "", "回款", "华东客户。", "增长 12.5%，环比", "a", "**要点**：", "---", "- - -", "===", "| a | b |", "| --- | --- |", ":-", "-", "x | y", "- |", "[^1]", "[a]: /b", "[ ] 拜访 @li-na", "<!-- 注 -->", "<b>", "```", "~~~", "www.a.cn", "https://a.cn/b", "a@b.cn", "at: x", "\\", "&amp;", "{#id}", "#", "　", "  ", "!", "_", "\r", "\x01", "***"}
)

func TestPlainLinesAreReadAsTheLibraryReadsThem(t *testing.T) {
	checkPlain(t, everything)
	checkPlain(t, string(report()))
	checkPlain(t, "a[^1]\n\n[^1]: b\n")                  // leads back from inside its paragraph
	checkPlain(t, "a[^1]\n\n[^1]: [^1]: 12. - b\n\nc\n") // is lost by the library
	r := rand.New(rand.NewPCG(2026, 7))
	for range 30_000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			for range r.IntN(3) {
				b.WriteString(openings[r.IntN(len(openings))])
			}
			for range r.IntN(3) {
				b.WriteString(phrases[r.IntN(len(phrases))])
			}
			b.WriteString([]string{"\n", "\n", "\n", "\n\n", "\n\n", " \n", "  \n", "\n  \n", "\r\n", ""}[r.IntN(10)])
		}
		checkPlain(t, b.String())
	}
}

func FuzzPlainLines(f *testing.F) {
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Add(everything)
	f.Fuzz(func(t *testing.T, markdown string) {
		if utf8.ValidString(markdown) {
			checkPlain(t, markdown)
		}
	})
}
