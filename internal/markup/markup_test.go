package markup

import (
	"math"
	"testing"
)

func TestTextIsEscaped(t *testing.T) {
	for in, want := range map[string]string{
		"张伟":                          "张伟",
		`<script>alert("1")</script>`: "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;",
		"a & b 'c'":                   "a &amp; b &#39;c&#39;",
		"\x00":                        "\uFFFD",
		"":                            "",
	} {
		if got := new(HTML).Text(in).String(); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
	if got := new(HTML).Raw("<a").Attr("title", `"><b>`).Raw(">").String(); got != `<a title="&#34;&gt;&lt;b&gt;">` {
		t.Errorf("Attr let a quote out: %s", got)
	}
}

func TestCoord(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1.5: "1.5", 12.3456: "12.35", -0.001: "0", 100: "100", 10.10: "10.1", -3.5: "-3.5"} {
		if got := new(HTML).Coord(x).String(); got != want {
			t.Errorf("Coord(%v) = %s, want %s", x, got, want)
		}
	}
	if got := new(HTML).Coord(math.Copysign(0, -1)).String(); got != "0" {
		t.Errorf("Coord(-0) = %s", got)
	}
}

func BenchmarkText(b *testing.B) {
	b.ReportAllocs()
	h := &HTML{b: make([]byte, 0, 1<<10)}
	for b.Loop() {
		h.b = h.b[:0]
		h.Text("三季度销售额 1,345.0 万元,完成目标的 112.1% <b>")
	}
}
