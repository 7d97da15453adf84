package prose

import "testing"

func TestBlocks(t *testing.T) {
	for markdown, want := range map[string]string{
		"- 甲\n- 乙\n\n  丙\n":             "<ul>\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n<p>丙</p>\n</li>\n</ul>\n",
		"1. 甲\n   - 乙\n2. 丙\n":          "<ol>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ol>\n",
		"3. 甲\n":                        "<ol start=\"3\">\n<li>甲</li>\n</ol>\n",
		"> 甲\n> 乙\n":                    "<blockquote>\n<p>甲乙</p>\n</blockquote>\n",
		"---\n":                         "<hr>\n",
		"```go\na < \"b\"\n```\n":       "<pre tabindex=\"0\"><code>a &lt; &quot;b&quot;\n</code></pre>\n",
		"~~~ \"><b onclick=x\nc\n~~~\n": "<pre tabindex=\"0\"><code>c\n</code></pre>\n",
		"    甲\n\n    乙":                "<pre tabindex=\"0\"><code>甲\n\n乙\n</code></pre>\n",
		"甲  `a  b`\n":                   "<p>甲  <code>a  b</code></p>\n",
		"甲 &lt; &#x4e2d; &amp;amp; \\& &nosuch; &#0;": "<p>甲 &lt; 中 &amp;amp; &amp; &amp;nosuch; \ufffd</p>\n",
		"a\vb\x00c\x7fd\u0085e·":                      "<p>a b\ufffdc d e·</p>\n",
		"<!-- 甲 -->\n":                                "",
		"甲 <!-- 乙 --> 丙":                              "<p>甲  丙</p>\n",
		"甲\n<!-- 乙 -->\n丙":                            "<p>甲</p>\n<p>丙</p>\n",
		"<!-- 乙\n\n丙 --> 丁":                           "<p>丁</p>\n",
		"<!--> 甲":                                     "<p> 甲</p>\n",
		"| 甲 | 乙 |\n|--|--:|\n| 1 | 2 |\n| 3 |\n": `<div class="tw" tabindex="0" role="group" aria-label="甲, 乙"><table>
<thead>
<tr><th scope="col">甲</th><th scope="col" class="n">乙</th></tr>
</thead>
<tbody>
<tr><td>1</td><td class="n">2</td></tr>
<tr><td>3</td><td></td></tr>
</tbody>
</table></div>
`,
		"|  | \"乙\" **丙** |\n|--|:-:|\n": `<div class="tw" tabindex="0" role="group" aria-label="&quot;乙&quot; 丙"><table>
<thead>
<tr><td></td><th scope="col" class="c">&quot;乙&quot; <strong>丙</strong></th></tr>
</thead>
</table></div>
`,
		"|  |\n|--|\n| a\\|b `c\\|d` |": `<div class="tw" tabindex="0"><table>
<thead>
<tr><td></td></tr>
</thead>
<tbody>
<tr><td>a|b <code>c|d</code></td></tr>
</tbody>
</table></div>
`,
	} {
		if got := show(parse(t, markdown)); got != want {
			t.Errorf("%q:\n got %q\nwant %q", markdown, got, want)
		}
	}
}
