package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reviewfolio/internal/model"
)

// tags are all that may stand in a text, with the attributes each may have.
var tags = map[string][]string{
	"p": nil, "br": nil, "hr": nil, "blockquote": nil, "ul": nil, "ol": {"start", "class"}, "li": {"class", "id"},
	"strong": nil, "em": nil, "del": nil, "code": nil, "pre": {"tabindex"}, "sup": {"id"}, "a": {"href"},
	"h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"div": {"class", "tabindex", "role", "aria-label"}, "table": nil, "thead": nil, "tbody": nil, "tr": nil,
	"th": {"scope", "class"}, "td": {"class"},
}

var (
	values = map[string]*regexp.Regexp{
		"start": regexp.MustCompile(`^\d+$`), "class": regexp.MustCompile(`^(n|c|tw|task|notes)$`),
		"id": regexp.MustCompile(`^p-(fn-\d+|fnref-\d+(-\d+)?|u-[\pL\pM\pN-]+|[a-z0-9-]+)$`), "href": regexp.MustCompile(`^#p-fn(ref)?-\d+(-\d+)?$`),
		"tabindex": regexp.MustCompile(`^0$`), "role": regexp.MustCompile(`^group$`), "scope": regexp.MustCompile(`^col$`),
		"aria-label": regexp.MustCompile(`^[^<>"]+$`),
	}
	tagSyntax       = regexp.MustCompile(`^<(/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>`)
	attributeSyntax = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
	entitySyntax    = regexp.MustCompile(`^&(amp|lt|gt|quot);`)
)

// check reads HTML strictly: nothing but the tags above, closed in order, and
// text that is escaped. It returns the first fault, "" where there is none.
// Links begin at references; their ends are in the HTML.
func check(html string, open []string) string {
	for i := 0; i < len(html); {
		switch html[i] {
		case '<':
			m := tagSyntax.FindStringSubmatch(html[i:])
			if m == nil {
				return "no tag of ours: " + html[i:min(len(html), i+40)]
			}
			i += len(m[0])
			allowed, known := tags[m[2]]
			switch {
			case !known:
				return "tag " + m[0]
			case m[1] == "/":
				if len(open) == 0 || open[len(open)-1] != m[2] {
					return fmt.Sprintf("%s closes %v", m[0], open)
				}
				open = open[:len(open)-1]
			case m[2] == "a" && slices.Contains(open, "a"):
				return "link in a link"
			case m[2] != "br" && m[2] != "hr":
				open = append(open, m[2])
			}
			for _, a := range attributeSyntax.FindAllStringSubmatch(m[3], -1) {
				if !slices.Contains(allowed, a[1]) || !values[a[1]].MatchString(a[2]) {
					return "attribute " + a[0] + " of " + m[2]
				}
			}
		case '&':
			m := entitySyntax.FindString(html[i:])
			if m == "" {
				return "bare & in " + html[i:min(len(html), i+40)]
			}
			i += len(m)
		default:
			if c := html[i]; c == '>' || c == '"' || c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return fmt.Sprintf("bare %q", c)
			}
			i++
		}
	}
	if len(open) > 0 {
		return fmt.Sprintf("left open: %v", open)
	}
	return ""
}

// checkText checks a text with its references: they are in order and inside
// the HTML, no link is in another, and every address is on the list.
func checkText(t model.Text) string {
	var html strings.Builder
	at := 0
	for _, r := range t.Refs {
		if r.At < at || r.At > len(t.HTML) {
			return fmt.Sprintf("reference at %d after %d of %d", r.At, at, len(t.HTML))
		}
		html.WriteString(t.HTML[at:r.At])
		at = r.At
		if r.Kind == model.LinkStart {
			html.WriteString("<a>")
			if fault := checkLink(r.Link); fault != "" {
				return fault
			}
		}
		if r.Kind == model.ImageRef && !isRelative(r.Image.Raw) {
			return "image " + r.Image.Raw
		}
	}
	html.WriteString(t.HTML[at:])
	return check(html.String(), nil)
}

var goodURL = regexp.MustCompile(`^(?i:https?://[^/\\?#]|mailto:)[!-~]*$`)

func checkLink(l *model.Link) string {
	switch l.Kind {
	case model.ToURL:
		if !goodURL.MatchString(l.URL) || strings.ContainsAny(l.URL, `"<>`) {
			return "link to " + l.URL
		}
	case 0:
		if !isRelative(l.Raw) {
			return "link to " + l.Raw
		}
	}
	return ""
}

func isRelative(address string) bool {
	i := strings.IndexAny(address, ":/?#")
	return (i <= 0 || address[i] != ':') && !strings.HasPrefix(address, "//") && !strings.ContainsAny(address, "\x00\t\n\r")
}

// checkDoc checks all texts of a document.
func checkDoc(doc model.Doc) string {
	faults := []string{checkText(doc.Intro)}
	var walk func([]model.Section)
	walk = func(list []model.Section) {
		for _, s := range list {
			faults = append(faults, checkText(s.Heading), checkText(s.Text))
			walk(s.Sections)
		}
	}
	walk(doc.Sections)
	return strings.Join(slices.DeleteFunc(faults, func(s string) bool { return s == "" }), "; ")
}

// attacks are ways into a page through Markdown, of one kind a line.
var attacks = []string{
	`<script>alert(1)</script>`,
	`<SCRIPT SRC=//x.cn/a.js></SCRIPT>`,
	`甲 <img src=x onerror=alert(1)> 乙`,
	`<svg onload=alert(1)>`,
	`<iframe srcdoc="<script>alert(1)</script>">`,
	`<a href="javascript:alert(1)">x</a>`,
	`<style>*{display:none}</style>`,
	`<base href=//x.cn>`, `<meta http-equiv=refresh content=0;//x.cn>`, `<form action=//x.cn><button>`,
	"<div\nonclick=alert(1)\n>甲</div>", "<details open ontoggle=alert(1)>", "<?php alert(1) ?>", "<![CDATA[<script>]]>", "<!DOCTYPE html [<!ENTITY x 'y'>]>",
	"<!-- --><script>alert(1)</script>", "<!--><script>alert(1)</script>-->", "<!-- a --!><script>alert(1)</script> -->", "<scr<!-- -->ipt>alert(1)</script>",
	`[a](javascript:alert(1))`, `[a](JaVaScRiPt:alert(1))`, `[a](javascript&colon;alert(1))`, `[a](java&#115;cript:alert(1))`,
	`[a](&#x6A;avascript:alert(1))`, `[a](java&Tab;script:alert(1))`, `[a](java&NewLine;script:alert(1))`, "[a](<java\tscript:alert(1)>)",
	`[a](&#1;javascript:alert(1))`, `[a](&#32;javascript:alert(1))`, `[a](\javascript:alert(1))`, `[a](javascript\:alert(1))`, `[a](<javascript:alert(1)>)`,
	`[a](javascript%3Aalert(1))`, `[a](vbscript:msgbox)`, `[a](data:text/html;base64,PHNjcmlwdD4=)`, `[a](data:image/svg+xml,<svg>)`,
	`[a](file:///etc/passwd)`, `[a](blob:https://x.cn/1)`, `[a](view-source:https://x.cn)`, `[a](mhtml:https://x.cn)`, `[a](feed:javascript:alert(1))`,
	`[a](//x.cn)`, `[a](\\\\x.cn)`, `[a](/\x.cn)`, `[a](&#47;/x.cn)`, `[a](&sol;&sol;x.cn)`, `[a](https:x.cn)`, `[a](https:////x.cn)`,
	`<javascript:alert(1)>`, `<JAVASCRIPT:alert(1)>`, `<vbscript:x>`, `<data:text/html,x>`, `<x:y>`, `<javascript&colon;alert(1)>`,
	"[a][x]\n\n[x]: javascript:alert(1)", "[a]\n\n[a]: <java&#115;cript:alert(1)> 'x'", "![a][x]\n\n[x]: https://x.cn/p.gif",
	"[甲 <https://a.cn> https://b.cn c@d.cn [^1]](https://e.cn) [^1]\n\n[^1]: a", "[<metric:a>](https://b.cn)", "甲[^1]\n\n[^1]: [a](javascript:alert(1)) <script>x</script>", "甲[^\"><script>]\n\n[^\"><script>]: x",
	`![a](https://x.cn/p.gif)`, `![a](//x.cn/p.gif)`, `![a](data:image/svg+xml;base64,PHN2Zz4=)`, `![a](javascript:alert(1))`, `![a](&#104;ttps://x.cn/p.gif)`, `![a](blob:x)`,
	`![" onerror="alert(1)](a.png "\" onerror=\"alert(1)")`, `[a](b.md "\"><script>alert(1)</script>")`, `[a](https://x.cn/"onmouseover="alert(1))`, `[a](https://x.cn/<b>)`,
	`## 甲 {style="position:fixed"}`, `## 甲 {onclick=alert(1)}`, `## 甲 {.a #b onclick=x}`, `## 甲 {#location}`, `## 甲 {#"><script>}`, `## 甲 {#__proto__}`, "#### 甲 {#body}\n#### 甲 {data-x=y}",
	"#### <script>alert(1)</script>", "#### \"onclick=\"alert(1)", "> ## 甲 {#constructor}",
	"``` \"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
	"| \"onclick=alert(1) <b> | ` \\|<script>` |\n|:-:|--:|\n| <script> | </td><script> |", "| a |\n|---|\n| [x](javascript:alert(1)) |",
	`- [ ] <script>alert(1)</script> @a" due:2026-12-15 {#x}`, `- [x] [a](javascript:alert(1)) {#"><b>}`,
	`[<img src=x onerror=alert(1)>](metric:a)`, `[1](metric:"><script>)`, `[1](metric:a.gap?period="><b>)`, `[a](person:"><script>)`, `[a](team:x" onclick="y)`,
	`[![a](javascript:alert(1))](javascript:alert(2))`, `**[a](javascript:alert(1)) <b onclick=x>**`, `[a](<b>c)`, `[a]( <javascript:alert(1)> 'x' )`,
	`&lt;script&gt;alert(1)&lt;/script&gt;`, `&#60;script&#62;`, "甲 \x00<script\x00>", "<\x00script>alert(1)</script>", `\<script>alert(1)\</script>`, "<scr\nipt>", "＜script＞", "\u2028<script>\u2029",
	"https://x.cn/\"><script>alert(1)</script>", "https://x.cn/'onclick='x", "a@b.cn\"><script>", "www.x.cn/<script>",
}

func TestAttacksLeaveNothingOnThePage(t *testing.T) {
	if len(attacks) < 33 {
		t.Fatal("fewer attacks than the reference has")
	}
	// Each alone, and inside of whatever holds text.
	frames := []string{"%s", "> %s", "- %s", "- [ ] %s", "## 甲 %s", "#### %s", "| a | %s |\n|---|---|\n| %[1]s | b |", "**%s**", "[%s](person:a)", "[%s](metric:a)", "[^n]\n\n[^n]: %s", "甲\n%s\n乙", "~~%s~~ `%[1]s`", "![%s](a.png)"}
	for _, attack := range attacks {
		for _, frame := range frames {
			markdown := fmt.Sprintf(frame, attack)
			doc, _ := Parse("a.md", []byte(markdown), 0, "p-", nil)
			if fault := checkDoc(doc); fault != "" {
				t.Errorf("%q: %s\n%s", markdown, fault, show(doc))
			}
		}
	}
}

func TestRefusedAddressesAreTold(t *testing.T) {
	for _, attack := range attacks {
		if !strings.HasPrefix(attack, "[a](") && !strings.HasPrefix(attack, "![a](") || strings.Contains(attack, "%3A") || strings.Contains(attack, "b.md") ||
			strings.HasPrefix(attack, "[a](https://") || strings.HasPrefix(attack, `[a](<b>`) {
			continue
		}
		if _, faults := Parse("a.md", []byte(attack), 0, "", nil); !faults.HasErrors() && !strings.Contains(attack, "person:") && !strings.Contains(attack, "team:") {
			t.Errorf("%s: nothing told", attack)
		}
	}
}

func TestRawHTMLIsToldWhereItStands(t *testing.T) {
	for markdown, want := range map[string]string{
		"甲 <b>乙</b> <i>丙</i>":          "1:3 raw-html, 1:12 raw-html",
		"甲 </b>":                       "1:3 raw-html",
		"甲\n\n  <div>\n乙\n</div>\n\n丙": "3:3 raw-html",
		"a<br>b":                       "1:2 raw-html",
		"<?x?>":                        "1:1 raw-html",
		"毛利<目标, a < b > c <- <3":       "",
		"<!-- a --> 甲 <!-- b -->":      "",
		"<!-- a\n\nb":                  "1:1 comment-open",
		"甲 <!-- a\n\nb -->":            "1:3 comment-open",
		"- <!-- a\n\n甲 -->":            "1:3 comment-open",
		"甲 \\<!-- a":                   "",
		"甲 `<!-- a`":                   "",
		"> <script>\n> 甲\n\n乙":         "1:3 raw-html",
	} {
		_, faults := Parse("a.md", []byte(markdown), 0, "", nil)
		if got := strings.Join(told(faults), ", "); got != want {
			t.Errorf("%q: got %s, want %s", markdown, got, want)
		}
	}
}

// TestCheck holds that the checker of this file sees what it is there for.
func TestCheck(t *testing.T) {
	for _, html := range []string{"<script>", "<p onclick=\"x\">", "<p", "a & b", "a > b", "<p></b>", "<p>", "<a href=\"javascript:x\"></a>", "<td style=\"x\"></td>", "<P>", "<h4 id=\"location\"></h4>", "a\x01"} {
		if check(html, nil) == "" {
			t.Errorf("%s passes", html)
		}
	}
}
