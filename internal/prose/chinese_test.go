package prose

import (
	"strings"
	"testing"
)

// TestBoldBesideChinesePunctuation holds what CommonMark's flanking rule gets
// wrong for Chinese, and what it gets right.
func TestBoldBesideChinesePunctuation(t *testing.T) {
	for markdown, want := range map[string]string{
		"这是**重点。**后文":             "这是[重点。]后文",
		"客户**（重点）**已续约":           "客户[（重点）]已续约",
		"达成率**“112%”**同比":         "达成率[“112%”]同比",
		`达成率**"112%"**同比`:         "达成率[&quot;112%&quot;]同比",
		"增长**12.5%**，超额":          "增长[12.5%]，超额",
		"增长**12.5%**左右":           "增长[12.5%]左右",
		"**重点：**后文":               "[重点：]后文",
		"前文**：重点**":               "前文[：重点]",
		"**《合同》**已签":              "[《合同》]已签",
		"见**【附件】**与**（三）**":       "见[【附件】]与[（三）]",
		"**甲。**乙**丙。**丁":          "[甲。]乙[丙。]丁",
		"A**“B”**C":               "A[“B”]C",
		"他说**“好”**。**“不好”**也行":    "他说[“好”]。[“不好”]也行",
		"**$100**以上":              "[$100]以上",
		"完成**①回款**与**②签约**":       "完成[①回款]与[②签约]",
		"**一、**数据":                "[一、]数据",
		"单价**￥5**元":               "单价[￥5]元",
		"**重点**":                  "[重点]",
		"a **bold** word":         "a [bold] word",
		"**重点 **不是":               "**重点 **不是", // a space inside still stops it
		"** 不是**":                 "** 不是**",
		"2 ** 3 ** 4":             "2 ** 3 ** 4",
		`a**"b"**c`:               "a**&quot;b&quot;**c", // English keeps the rule
		"单价 100*20*3":             "单价 100*20*3",
		"字段 sales_won_count 不变":   "字段 sales_won_count 不变",
		`这是\*\*原样\*\*。`:           "这是**原样**。",
		"**[107.3%](metric:r)**，": "[‹r 0 107.3%›]，",
	} {
		got := paragraph(t, markdown)
		got = strings.NewReplacer("<strong>", "[", "</strong>", "]").Replace(got)
		if got != want {
			t.Errorf("%s: got %s, want %s", markdown, got, want)
		}
	}
	for markdown, want := range map[string]string{
		"**重点：*紧急*。**后文": "<strong>重点：<em>紧急</em>。</strong>后文",
		"这是*重点。*后文":      "这是<em>重点。</em>后文",
		"***重点。***后文":    "<em><strong>重点。</strong></em>后文",
		"**`代码`**之后":     "<strong><code>代码</code></strong>之后",
	} {
		if got := paragraph(t, markdown); got != want {
			t.Errorf("%s: got %s, want %s", markdown, got, want)
		}
	}
}

func TestTilde(t *testing.T) {
	for markdown, want := range map[string]string{
		"20~30 万，40~50 万": "20~30 万，40~50 万",
		"~单~ 与 ~~~三~~~ 个": "~单~ 与 ~~~三~~~ 个",
		"这是~~旧价。~~新价":     "这是<del>旧价。</del>新价",
		"~~a~~ b":         "<del>a</del> b",
		"~~20~30 万~~":     "<del>20~30 万</del>",
		"~~**取消。**~~改期":   "<del><strong>取消。</strong></del>改期",
		"约 3~~5 天，约 ~~ 5": "约 3~~5 天，约 ~~ 5",
	} {
		if got := paragraph(t, markdown); got != want {
			t.Errorf("%s: got %s, want %s", markdown, got, want)
		}
	}
}

func TestLineBreaks(t *testing.T) {
	for markdown, want := range map[string]string{
		"第一行\n第二行":             "第一行第二行",
		"第一行，\n第二行":            "第一行，第二行",
		"English\n中文":          "English中文",
		"中文\nEnglish":          "中文English",
		"one.\nTwo":            "one.\nTwo",
		"one\ntwo":             "one\ntwo",
		"foo\n<https://a.cn>，": "foo\n‹https://a.cn›https://a.cn</a>，",
		"foo\n**bar**":         "foo\n<strong>bar</strong>",
		"**重点**\n后文":           "<strong>重点</strong>后文",
		"中文\n**重点**":           "中文<strong>重点</strong>",
		"“甲”\n“乙”":             "“甲”“乙”",
		"한국어\n한국어":             "한국어\n한국어",
		"第一行  \n第二行":           "第一行<br>\n第二行",
		"第一行\\\n第二行":           "第一行<br>\n第二行",
		"ひらがな\nカタカナ":           "ひらがなカタカナ",
		"完成 `a`\n`b`":          "完成 <code>a</code>\n<code>b</code>",
		"-- ... \"a\" 'b'":     "-- ... &quot;a&quot; 'b'", // no typographer
		"12:30 完成 3：5 & a&b":   "12:30 完成 3：5 &amp; a&amp;b",
	} {
		if got := paragraph(t, markdown); got != want {
			t.Errorf("%q: got %q, want %q", markdown, got, want)
		}
	}
}

func TestBareAddresses(t *testing.T) {
	for markdown, want := range map[string]string{
		"见 https://a.com/x 。":                      "见 ‹https://a.com/x›https://a.com/x</a> 。",
		"官网https://a.com，欢迎":                       "官网‹https://a.com›https://a.com</a>，欢迎",
		"https://a.com/路径/报告.pdf，见附件":              "‹https://a.com/%E8%B7%AF%E5%BE%84/%E6%8A%A5%E5%91%8A.pdf›https://a.com/路径/报告.pdf</a>，见附件",
		"见https://a.com/x查看":                       "见‹https://a.com/x›https://a.com/x</a>查看",
		"https://a.com/?q=销售&b=1。":                 "‹https://a.com/?q=%E9%94%80%E5%94%AE&b=1›https://a.com/?q=销售&amp;b=1</a>。",
		"(https://a.com/x_(y))":                    "(‹https://a.com/x_(y)›https://a.com/x_(y)</a>)",
		"https://a.com.":                           "‹https://a.com›https://a.com</a>.",
		"**https://a.com/x**和":                     "<strong>‹https://a.com/x›https://a.com/x</a></strong>和",
		"http://crm:8080/a":                        "‹http://crm:8080/a›http://crm:8080/a</a>",
		"http://192.168.1.5/":                      "‹http://192.168.1.5/›http://192.168.1.5/</a>",
		"写信给zhang_wei@corp.com.cn。":                "写信给‹mailto:zhang_wei@corp.com.cn›zhang_wei@corp.com.cn</a>。",
		"a.b+c@d-e.cn":                             "‹mailto:a.b+c@d-e.cn›a.b+c@d-e.cn</a>",
		"www.a.cn/x.":                              "‹http://www.a.cn/x›www.a.cn/x</a>.",
		"<https://a.com/b>":                        "‹https://a.com/b›https://a.com/b</a>",
		"<a@b.cn>":                                 "‹mailto:a@b.cn›a@b.cn</a>",
		"xhttps://a.com":                           "xhttps://a.com",
		"https:// 与 http: 与 www. 与 @张伟 与 a@b":      "https:// 与 http: 与 www. 与 @张伟 与 a@b",
		"ftp://a.com javascript://a.com":           "ftp://a.com javascript://a.com",
		"`https://a.com`":                          "<code>https://a.com</code>",
		"[https://a.com](https://b.com)":           "‹https://b.com›https://a.com</a>",
		"[甲 https://a.com 乙](https://b.com)":       "‹https://b.com›甲 https://a.com 乙</a>",
		"单价 12.5 万, 3.2.1 版":                       "单价 12.5 万, 3.2.1 版",
		"见<https://a.com>\nhttps://b.com":          "见‹https://a.com›https://a.com</a>\n‹https://b.com›https://b.com</a>",
		"https://a.com/a*b":                        "‹https://a.com/a›https://a.com/a</a>*b",
		"[客户](https://a.com/b%20c \"题\") <b@c.cn>": "‹https://a.com/b%20c›客户</a> ‹mailto:b@c.cn›b@c.cn</a>",
	} {
		if got := paragraph(t, markdown); got != want {
			t.Errorf("%s:\n got %s\nwant %s", markdown, got, want)
		}
	}
}
