package prose

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reviewfolio/internal/diag"
	"reviewfolio/internal/model"
)

// everything has one of each construct and a fault of each place.
const everything = `前言 <b>x</b>

## 一、数据 [1](metric:a.gap) <i>

销售额 [1,345 万](metric:revenue)，` + "`码`" + `
[坏](metric:a.nix) 😀 [b](ftp://c)

| 表 | [2](metric:b) |
|---|---:|
| <u> | 好 |

- [ ] 甲 @li-na due:坏 {#a}
  > 引 [3](metric:c)

` + "```" + `
代码
` + "```" + `

<div>

## 二 {#A}
字[^1]  
行 <!-- 注
注 --> 尾

[^1]: 注 [4](metric:d)
`

// TestLineEndsChangeOnlyOffsets parses one text with LF, CRLF, a byte order
// mark and front matter: HTML and places are the same but for the lines before.
func TestLineEndsChangeOnlyOffsets(t *testing.T) {
	want, wantFaults := Parse("a.md", []byte(everything), 0, "", nil)
	if len(told(wantFaults)) != 8 {
		t.Errorf("told %v", told(wantFaults))
	}
	crlf := strings.ReplaceAll(everything, "\n", "\r\n")
	const head = "---\ntitle: 述职\n---\n"
	for name, tc := range map[string]struct {
		file  string
		start int
		lines int
	}{
		"BOM":                      {"\ufeff" + everything, 0, 0},
		"CRLF":                     {crlf, 0, 0},
		"BOM CRLF":                 {"\ufeff" + crlf, 0, 0},
		"front matter":             {head + everything, len(head), 3},
		"all":                      {"\ufeff" + strings.ReplaceAll(head, "\n", "\r\n") + crlf, len("\ufeff") + len(head) + 3, 3},
		"front matter before CRLF": {head + crlf, len(head), 3},
	} {
		t.Run(name, func(t *testing.T) {
			got, faults := Parse("a.md", []byte(tc.file), tc.start, "", nil)
			if show(got) != show(want) {
				t.Errorf("got %s", show(got))
			}
			for i, f := range figures(got) {
				if tc.file[f.Start:f.End] != figures(want)[i].Text {
					t.Errorf("figure holds %q", tc.file[f.Start:f.End])
				}
			}
			for i := range faults {
				faults[i].Pos.Line -= tc.lines
			}
			if diff := cmp.Diff(told(wantFaults), told(faults)); diff != "" {
				t.Error(diff)
			}
			if got, want := outline(got.Sections, ""), outline(want.Sections, ""); len(got) != len(want) {
				t.Errorf("sections %v", got)
			}
		})
	}
}

func TestPlacesCountCharacters(t *testing.T) {
	for markdown, want := range map[string]diag.Pos{
		"甲 😀 <b>":              {Line: 1, Col: 5},
		"\t甲\n乙\t<b>":          {Line: 2, Col: 3},
		"甲\n  <div>":           {Line: 2, Col: 3},
		"> 甲\n> 乙 <b>":         {Line: 2, Col: 5},
		"| 甲 | <b> |\n|--|--|": {Line: 1, Col: 7},
		"é👨‍👩‍👧<b>":            {Line: 1, Col: 7},
	} {
		_, faults := Parse("", []byte(markdown), 0, "", nil)
		if len(faults) == 0 || faults[0].Pos != want {
			t.Errorf("%q: %v, want %v", markdown, faults, want)
		}
	}
}

func TestManyPlacesInOneLine(t *testing.T) {
	var markdown strings.Builder
	for range 100 {
		markdown.WriteString("好[1](metric:a)")
	}
	for i, f := range figures(parse(t, markdown.String())) {
		if want := i*14 + 3; f.Pos.Col != want {
			t.Fatalf("figure %d at column %d, want %d", i, f.Pos.Col, want)
		}
	}
}

func TestBodyOutOfPlace(t *testing.T) {
	for _, file := range []string{"", "\ufeff", "---\n---", "\r\n"} {
		doc, faults := Parse("a.md", []byte(file), len(file), "", nil)
		if show(doc) != "" || faults != nil {
			t.Errorf("%q: %v %v", file, show(doc), faults)
		}
	}
}

func TestParseLeavesTheFileAlone(t *testing.T) {
	backing := []byte("```\n代码" + "rest of somebody else's memory")
	file := backing[:len("```\n代码")]
	before := string(backing)
	Parse("a.md", file, 0, "", nil)
	wide := []byte(strings.Repeat("|a", 70) + "\n" + strings.Repeat("|-", 70) + "\n")
	wideBefore := string(wide)
	Parse("a.md", wide, 0, "", nil)
	if string(backing) != before || string(wide) != wideBefore {
		t.Error("Parse wrote into the file")
	}
}

func TestParseIsSafeForConcurrentUse(t *testing.T) {
	want := fmt.Sprint(show(parseAll()))
	done := make(chan string)
	for range 8 {
		go func() {
			var last string
			for range 50 {
				last = show(parseAll())
			}
			done <- last
		}()
	}
	for range 8 {
		if got := <-done; got != want {
			t.Error("results differ")
		}
	}
}

func parseAll() model.Doc {
	doc, _ := Parse("a.md", []byte(everything), 0, "", nil)
	return doc
}
