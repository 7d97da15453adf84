package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// outline prints sections as "2 title #anchor line:col chars empty?".
func outline(list []model.Section, indent string) []string {
	var lines []string
	for _, s := range list {
		line := fmt.Sprintf("%s%d %s #%s %d:%d %d", indent, s.Level, s.Title, s.Anchor, s.Pos.Line, s.Pos.Col, s.Chars)
		if s.Empty {
			line += " empty"
		}
		lines = append(append(lines, line), outline(s.Sections, indent+" ")...)
	}
	return lines
}

func TestSections(t *testing.T) {
	for name, tc := range map[string]struct {
		markdown string
		want     []string
	}{
		"levels": {"前言\n\n## 一、数据分析\n正文\n### 渠道\n线上\n#### 细节\n好\n### 区域\n## 目标达成\n",
			[]string{"2 一、数据分析 #u-一-数据分析 3:1 5", " 3 渠道 #u-渠道 5:1 3", " 3 区域 #u-区域 9:1 0 empty", "2 目标达成 #u-目标达成 10:1 0 empty"}},
		"level 1 stands on level 2": {"# 述职\n## 甲\n乙\n", []string{"2 述职 #u-述职 1:1 0 empty", "2 甲 #u-甲 2:1 1"}},
		"level 3 before level 2":    {"### 业绩\n好\n### 团队\n## 总评\n### 业绩\n", []string{"3 业绩 #u-业绩 1:1 1", "3 团队 #u-团队 3:1 0 empty", "2 总评 #u-总评 4:1 0 empty", " 3 业绩 #u-业绩-2 5:1 0 empty"}},
		"setext":                    {"甲乙 {#a}\n====\n正文\n\n丙\n---\n", []string{"2 甲乙 #a 1:1 2", "2 丙 #u-丙 5:1 0 empty"}},
		"explicit ids":              {"## 数据 {#data}\n## 二 ##\n## {#x}\n##\n", []string{"2 数据 #data 1:1 0 empty", "2 二 #u-二 2:1 0 empty", "2  #x 3:1 0 empty", "2  #u-section 4:1 0 empty"}},
		"same titles": {"## 小结\n## 小结\n## 小结-2\n## 小结\n",
			[]string{"2 小结 #u-小结 1:1 0 empty", "2 小结 #u-小结-2 2:1 0 empty", "2 小结-2 #u-小结-2-2 3:1 0 empty", "2 小结 #u-小结-3 4:1 0 empty"}},
		"slugs are made of what is read": {"## [链接](person:a) 与 **粗** `x_y`、A&amp;B\n", []string{"2 链接 与 粗 x_y、A&B #u-链接-与-粗-x-y-a-b 1:1 0 empty"}},
		"notes to the writer":            {"## 甲\n<!-- 写这里 -->\n### 乙\n<!-- 多\n\n行 -->\n## 丙\n<!-- a --> <!-- b -->\n## 丁\n<!-- a --> 字\n## 戊\n<!-- a\nb --> 字句\n", []string{"2 甲 #u-甲 1:1 0 empty", " 3 乙 #u-乙 3:1 0 empty", "2 丙 #u-丙 7:1 0 empty", "2 丁 #u-丁 9:1 1", "2 戊 #u-戊 11:1 2"}},
		"a bound figure is something":    {"## 甲\n[](metric:revenue)\n", []string{"2 甲 #u-甲 1:1 0"}},
		"an image is something":          {"## 甲\n![](a.png)\n", []string{"2 甲 #u-甲 1:1 0"}},
		"footnotes fill no section":      {"## 甲\n字[^1]\n## 乙\n\n[^1]: 注释\n", []string{"2 甲 #u-甲 1:1 1", "2 乙 #u-乙 3:1 0 empty"}},
		"headings in quotes and lists":   {"## 甲\n> ## 乙\n\n- # 丙\n", []string{"2 甲 #u-甲 1:1 0"}},
		"indented":                       {"  ## 甲\n", []string{"2 甲 #u-甲 1:3 0 empty"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := outline(parse(t, tc.markdown).Sections, "")
			if !slices.Equal(got, tc.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
			}
		})
	}
}

func TestTextsOfSections(t *testing.T) {
	doc := parse(t, "前言 [甲](person:a)。\n\n## 数据 [1](metric:m)\n[2](metric:m) 与 [乙](team:b)\n\n#### 深 [](metric:n)\n### 子\n尾\n")
	s := doc.Sections[0]
	for _, tc := range []struct{ got, want string }{
		{showText(doc.Intro), "<p>前言 ‹a›甲</a>。</p>\n"},
		{showText(s.Heading), "数据 ‹m 0 1›"},
		{showText(s.Text), "<p>‹m 0 2› 与 ‹b›乙</a></p>\n<h4 id=\"u-深\">深 ‹n 0 ›</h4>\n"},
		{showText(s.Sections[0].Text), "<p>尾</p>\n"},
		{s.Title, "数据 1"},
		{strings.Join(doc.Deeper, " "), "u-深"},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}

func TestPrefixStandsBeforeEveryID(t *testing.T) {
	doc, _ := Parse("a.md", []byte("## 甲\n字[^a]\n#### 深\n\n[^a]: 注\n"), 0, "li-na-", nil)
	if got := doc.Sections[0].Anchor; got != "li-na-u-甲" || doc.Prefix != "li-na-" {
		t.Errorf("anchor %q, prefix %q", got, doc.Prefix)
	}
	want := `<p>字<sup id="li-na-fnref-1"><a href="#li-na-fn-1">1</a></sup></p>
<h4 id="li-na-u-深">深</h4>
<ol class="notes">
<li id="li-na-fn-1"><p>注 <a href="#li-na-fnref-1">↩1</a></p>
</li>
</ol>
`
	text := doc.Sections[0].Text
	if text.HTML != want {
		t.Errorf("got %s", text.HTML)
	}
	// A page with several documents sets their ids apart at these places.
	for _, r := range text.Refs {
		if r.Kind == model.IDPrefix && !strings.HasPrefix(text.HTML[r.At:], "li-na-") {
			t.Errorf("no id at %d", r.At)
		}
	}
	if len(text.Refs) != 5 {
		t.Errorf("%d places, want 5", len(text.Refs))
	}
}

func TestFootnotes(t *testing.T) {
	doc := parse(t, "甲[^b] 乙[^a] 丙[^b] 丁[^c]\n\n[^a]: 一\n[^b]: 二\n\n    - 项\n")
	want := `<p>甲<sup id="fnref-1"><a href="#fn-1">1</a></sup> 乙<sup id="fnref-2"><a href="#fn-2">2</a></sup> 丙<sup id="fnref-1-2"><a href="#fn-1">1</a></sup> 丁[^c]</p>
<ol class="notes">
<li id="fn-1"><p>二</p>
<ul>
<li>项</li>
</ul>
 <a href="#fnref-1">↩1</a> <a href="#fnref-1-2">↩1-2</a></li>
<li id="fn-2"><p>一 <a href="#fnref-2">↩2</a></p>
</li>
</ol>
`
	if got := showText(doc.Intro); got != want || !doc.Notes {
		t.Errorf("notes %v, got %s", doc.Notes, got)
	}
}

func TestFaultsOfHeadings(t *testing.T) {
	for markdown, want := range map[string]string{
		"## 数据 {#Data}":               "1:9 bad-anchor",
		"## 数据 {#数据}":                 "1:9 bad-anchor",
		"## 数据 {#}":                   "1:9 bad-anchor",
		"## 甲 {#a}\n## 乙 {#a}":        "2:8 duplicate-anchor",
		"## a\n## 乙 {#u-a}":           "2:8 duplicate-anchor",
		"## 甲 {.big}\n## 乙 {style=x}": "",
	} {
		_, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		if got := strings.Join(told(faults), ", "); got != want {
			t.Errorf("%q: got %s, want %s", markdown, got, want)
		}
	}
	if got := show(parse(t, "## 乙 {style=x}")); got != "<h2 id=\"u-乙-style-x\">乙 {style=x}</h2>\n" {
		t.Errorf("attributes other than an id are text: %s", got)
	}
}

// Sections of one theme are joined, also those whose headings carry its id; the
// id stays with the first.
func TestHeadingsShareTheIDOfATheme(t *testing.T) {
	themes := map[string]model.ThemeID{"data": "data"}
	for _, tc := range []struct{ markdown, anchors, faults string }{
		{"## 甲 {#data}\n## 乙 {#data}\n", "data=data u-乙=data", ""},
		{"## 乙\n## 甲 {#data}\n## 乙 {#data}\n## 乙 {#data}\n", "u-乙= data=data u-乙-2=data u-乙-3=data", ""},
		{"## 数据分析\n## 甲 {#data}\n", "u-数据分析= data=data", ""},
		{"### 深 {#data}\n## 甲 {#data}\n", "data= u-甲=data", ""},
		{"## 甲 {#data}\n### 深 {#data}\n", "data=data", "2:9 duplicate-anchor"},
		{"## 甲 {#data}\n#### 深 {#data}\n", "data=data", "2:10 duplicate-anchor"},
		{"## 甲 {#x}\n## 乙 {#x}\n", "x= u-乙=", "2:8 duplicate-anchor"},
	} {
		doc, faults := Parse("a.md", []byte(tc.markdown), 0, "", themes)
		var anchors []string
		for _, s := range doc.Sections {
			anchors = append(anchors, s.Anchor+"="+string(s.Theme))
		}
		if got := strings.Join(anchors, " "); got != tc.anchors {
			t.Errorf("%q: got %s, want %s", tc.markdown, got, tc.anchors)
		}
		if got := strings.Join(told(faults), ", "); got != tc.faults {
			t.Errorf("%q: got faults %q, want %q", tc.markdown, got, tc.faults)
		}
	}
}
