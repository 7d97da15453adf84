package source

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// outline writes what the reader looks at in a node and all below it.
func outline(b *strings.Builder, n *yaml.Node) {
	if isEmpty(n) {
		b.WriteString("()")
		return
	}
	fmt.Fprintf(b, "(%d %q %d %d:%d", n.Kind, n.Value, n.Style, n.Line, n.Column)
	for _, c := range n.Content {
		outline(b, c)
	}
	b.WriteByte(')')
}

// texts reads all of them, as in a load.
var texts plain

// checkPlain reports whether the text was read as plain, and fails where it was
// read otherwise than by the library.
func checkPlain(t *testing.T, text []byte) bool {
	t.Helper()
	root, ok := texts.read(text)
	if !ok {
		return false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatalf("read %q, which the library refuses: %v", text, err)
	}
	var got, want strings.Builder
	outline(&got, root)
	outline(&want, doc.Content[0])
	if got.String() != want.String() {
		t.Fatalf("%q\nis read %s\nby the library %s", text, &got, &want)
	}
	return true
}

var plainTexts = []string{
	"a: 1\n", "a:\nb: 2", "a: {x: 1, y: [1, 2], z: }\n", "a: []\nb: {}\n", "a: \"x: y, z\"\nb: 'c'\n",
	"a:\n  b: 1\n  c:\n    d: 2\n\n  e: 3\nf: 4\n", "a:\n- x\n- y\nb: 1\n", "a:\n  - x: 1\n    y: 2\n  - x: 3\n  - [1]\n",
	"a: 10:30\nb: http://x/y\n", "姓名: 张伟\n渠道: {直销: 600万, 经销: ¥4，（1）}\n", "a: -5\nb: x-y\nc: a b  c  \n",
	"a:   {  x:  1  }\n", "a: {x: {y: {z: 1}}, 2026-07: 3}\n", "a: [a b, c, -1]\n",
}

func TestPlainYAMLIsReadAsTheLibraryReadsIt(t *testing.T) {
	for _, text := range plainTexts {
		if !checkPlain(t, []byte(text)) {
			t.Errorf("%q was left to the library", text)
		}
	}
	read, all := 0, 0
	for _, pattern := range []string{"../../content/*/*.md", "../../content/*/*/*/*.md", "../../../shared/portfolios/*/content/reviews/*/*/*.md"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, rest, ok := bytes.Cut(text, []byte("---\n")); ok {
				front, _, _ := bytes.Cut(rest, []byte("\n---\n"))
				all++
				if checkPlain(t, append(front, '\n')) {
					read++
				}
			}
		}
	}
	if read < all*8/10 {
		t.Errorf("%d of %d files were left to the library", all-read, all)
	}
}

// What is not plain is left to the library.
func TestPlainYAMLDeclines(t *testing.T) {
	for _, text := range []string{
		"", "x", "a: b: c\n", "a: *b\n", "a: &b c\n", "a: !t b\n", "a: |\n  x\n", "a: 'it''s'\n", `a: "\n"`, "a: \"x\n", "a: {x: 1\n",
		"a: {x: 1}}\n", "a: {x:1}\n", "a: {x}\n", "a: {x: 1,}\n", "a: [1\n", "a: x\n  y\n", "a: 1\n b: 2\n", "a:\n  b: 1\n c: 2\n", "a: 1\n- b\n",
		"a:\n  - x\n - y\n", "a: # c\n", "a:\tb\n", "a: 1\r\nb: 2\n", "---\na: 1\n", "a: 1\n...\nb: 2\n", "<<: {a: 1}\n", "? a\n", "a: - b\n", "- - a\n",
		"a：1\n", "a\n", "a: @b\n", "a: %b\n", "a: `b`\n", "a: \u0085\n", "a: b\u2028c\n", "\ufeffa: 1\n", "a: " + strings.Repeat("[", 30) + strings.Repeat("]", 30),
	} {
		if checkPlain(t, []byte(text)) {
			t.Errorf("%q was not left to the library", text)
		}
	}
}

// Texts put together at random of what YAML is made of: nearly all are no YAML,
// and some are YAML that looks plain and is not.
func TestPlainYAMLOnRandomTexts(t *testing.T) {
	words := []string{"a", "b", "键", "-", "- ", ": ", ":", "\n", "\n", "\n  ", "\n    ", "\n - ", "\n  - ", " ", "  ", "{", "}", "[", "]", ", ", ",",
		"1", "-5", "2026-07", "\"", "'", "x: 1", "y: ", "?", "? ", "|", ">", "~", "null", "<<: ", "=", "，", "：", "%", "a b", "k: {p: 1, q: [2, 3]}", "\nz:\n- m: 1\n  n: 2\n"}
	r := rand.New(rand.NewPCG(20, 26))
	read := 0
	for range 200_000 {
		var text []byte
		for range 1 + r.IntN(12) {
			text = append(text, words[r.IntN(len(words))]...)
		}
		if checkPlain(t, text) {
			read++
		}
	}
	if read < 1000 {
		t.Errorf("only %d texts were read", read)
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, text := range plainTexts {
		f.Add([]byte(text))
	}
	f.Add(bytes.Trim(benchReport(1), "-"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if utf8.Valid(text) {
			checkPlain(t, text)
		}
	})
}
