package browsertest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"reviewfolio/internal/browser"
)

// payloads are texts that become code where a page takes one of them for
// markup, an address, a template or an option of a chart. Each calls alert or
// asks another host for something.
func payloads() map[string][]string {
	return map[string][]string{
		"elements": {
			`<script>alert(1)</script>`, `"><script>alert(1)</script>`, `'><img src=x onerror=alert(1)>`, `<img src=x onerror=alert(1)>`,
			`<svg onload=alert(1)>`, `<svg><script>alert(1)</script></svg>`, `<iframe srcdoc="<script>parent.alert(1)</script>">`,
			`<details open ontoggle=alert(1)>`, `<body onload=alert(1)>`, `<video><source onerror=alert(1)></video>`, `<input autofocus onfocus=alert(1)>`,
			`<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`, `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
			`<base href=//evil.example/>`, `<meta http-equiv=refresh content="0;url=javascript:alert(1)">`, `<link rel=stylesheet href=//evil.example/x.css>`,
			`<style>*{background:url(//evil.example/x)}</style>`, `<object data=//evil.example/x></object>`, `<embed src=//evil.example/x>`,
			`<form action=javascript:alert(1)><button>x</button></form>`, `<a href=javascript:alert(1)>x</a>`, `<img src=//evil.example/x.png>`,
		},
		"escapes": {
			`</title><script>alert(1)</script>`, `</script><script>alert(1)</script>`, `</textarea><script>alert(1)</script>`, `--><script>alert(1)</script><!-- -->`,
			`]]><script>alert(1)</script>`, `</svg><script>alert(1)</script>`, `</td></tr></table><script>alert(1)</script>`, `</style><script>alert(1)</script>`,
			`&lt;script&gt;alert(1)&lt;/script&gt;`, `&#60;img src=x onerror=alert(1)&#62;`, `&amp;lt;script&amp;gt;alert(1)`, `\u003cscript\u003ealert(1)\u003c/script\u003e`,
			`\x3cscript\x3ealert(1)\x3c/script\x3e`, `%3Cscript%3Ealert(1)%3C/script%3E`, `+ADw-script+AD4-alert(1)+ADw-/script+AD4-`, `＜script＞alert(1)＜/script＞`,
		},
		"code": {
			`" onmouseover="alert(1)`, `' onmouseover='alert(1)`, "` onmouseover=`alert(1)", `" autofocus onfocus=alert(1) x="`, `' autofocus onfocus=alert(1) x='`,
			`" style="position:fixed;inset:0;background:url(//evil.example/x)`, `" src=x onerror=alert(1) x="`, `x onclick=alert(1)`, `"/onload=alert(1)//`,
			`" formaction="javascript:alert(1)`, `{onclick=alert(1)}`, `{.x onmouseover="alert(1)"}`, `{style="position:fixed;inset:0"}`, `{#x" onclick="alert(1)}`,
			`{{.}}`, `{{printf "%s" .}}`, `{{define "main"}}alert(1){{end}}`, "{{`<script>alert(1)</script>`}}", `${alert(1)}`, "`${alert(1)}`", `#{alert(1)}`,
			`<%= alert(1) %>`, `{% alert(1) %}`, `{{constructor.constructor('alert(1)')()}}`, `";alert(1);//`, `';alert(1);//`, `\";alert(1);//`, `\';alert(1);//`,
			`*/alert(1)/*`, `"}]};alert(1);//`, `%s%d%v%!`, `\`, `%`,
		},
		"charts and addresses": {
			`__f__function(){alert(1)}__f__`, `__f__alert(1)__f__`, `function(){alert(1)}`, `() => alert(1)`, `{a|alert(1)}`, `{b}<br/>{c}`, `{@value}`, `{value}`,
			`{"$fn":"alert(1)"}`, `__proto__`, `constructor`, `toString`, `<b>bold</b>`, `image:////evil.example/x.png`, `path://M0 0`, `url(//evil.example/x)`, `var(--x);}*{}`,
			`javascript:alert(1)`, `JaVaScRiPt:alert(1)`, `javascript&colon;alert(1)`, `java&#115;cript:alert(1)`, `javascript://%0aalert(1)`, `data:text/html,<script>alert(1)</script>`,
			`data:image/svg+xml,<svg onload=alert(1)>`, `vbscript:alert(1)`, `//evil.example/x`, `\\evil.example\x`, `https:evil.example`, `blob:https://evil.example/x`, `view-source:javascript:alert(1)`,
		},
		"markdown": {
			`[a](javascript:alert(1))`, `[a](JAVASCRIPT:alert(1))`, `[a](javascript&colon;alert(1))`, `[a](java&#115;cript:alert(1))`, `[a](&#x6A;avascript:alert(1))`, `[a](<javascript:alert(1)>)`,
			`[a](<java	script:alert(1)>)`, `[a](data:text/html,<script>alert(1)</script>)`, `[a](vbscript:alert(1))`, `[a](file:///etc/passwd)`, `[a](//evil.example/x)`, `[a](\\\\evil.example\\x)`, `[a](blob:x)`, `[a](view-source:x)`,
			`![a](javascript:alert(1))`, `![a](//evil.example/x.png)`, `![a](https://evil.example/x.png)`, `![a](data:image/svg+xml,x)`,
			`<javascript:alert(1)>`, `<javascript&colon;alert(1)>`, `<https://evil.example/"onmouseover="alert(1)>`, `[a](x "t" onmouseover=alert(1))`, `[a](person:a"onclick="alert(1))`, `[1](metric:revenue"onclick="alert(1))`,
			"`<script>alert(1)</script>`", `**<img src=x onerror=alert(1)>**`, `[<img src=x onerror=alert(1)>](person:a)`, `# x {onclick=alert(1)}`, `[r]: javascript:alert(1)`, `[r]`, `[^javascript:alert(1)]`, "```\"onclick=\"alert(1)",
		},
	}
}

// hostileSites are a site for each sort of payload, with all its pages.
var hostileSites = sync.OnceValue(func() []site {
	all := payloads()
	var list []site
	for _, sort := range slices.Sorted(maps.Keys(all)) {
		list = append(list, site{name: sort, files: sync.OnceValues(hostile(all[sort])), pages: []page{
			{sort + " home", ""}, {sort + " team", "teams/north/"}, {sort + " team in a quarter", "teams/hq/2026-Q3/"}, {sort + " person", "people/a/"},
			{sort + " review", "reviews/2026-Q3/a/"}, {sort + " earlier review", "reviews/2026-Q2/a/"}, {sort + " period", "periods/2026-Q3/"},
			{sort + " theme", "themes/data/2026-Q3/"}, {sort + " cases", "cases/"}, {sort + " actions", "actions/"}, {sort + " metrics", "metrics/"}, {sort + " other page", "pages/page/"},
		}})
	}
	return list
})

// hostile returns the site of testdata/hostile.txtar with the payloads in it.
func hostile(payloads []string) func() (fstest.MapFS, error) {
	return func() (fstest.MapFS, error) {
		files, err := hostileFiles(payloads)
		if err != nil {
			return nil, err
		}
		return render(files, false)
	}
}

func hostileFiles(payloads []string) (fstest.MapFS, error) {
	files, err := unpack("testdata/hostile.txtar")
	if err != nil {
		return nil, err
	}
	for name, f := range files {
		f.Data = fill(name, f.Data, payloads)
	}
	files["content/reviews/2026-Q3/a/pixel.png"] = &fstest.MapFile{Data: []byte(pixel), Mode: 0o644}
	return files, nil
}

// pixel is an image of one grey pixel.
const pixel = "\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82"

// fill puts the payloads in their places in one file. Each place begins with a
// mark of its own, @a/report.md 7@, that tells which of them reached a page.
func fill(name string, data []byte, payloads []string) []byte {
	head, body := "", string(data)
	if strings.HasSuffix(name, ".yaml") {
		head, body = body, ""
	} else if i := strings.LastIndex(body, "\n---\n"); i >= 0 {
		head, body = body[:i], body[i:]
	}
	n := 0
	put := func(text, payload string) string {
		parts := strings.Split(text, "PAYLOAD")
		for i := range parts[1:] {
			n++
			parts[i] += fmt.Sprintf("@%s %d@ %s", strings.TrimPrefix(name, "content/"), n, payload)
		}
		return strings.Join(parts, "")
	}
	one := strings.Join(payloads, " ")
	head = put(head, strings.ReplaceAll(one, "'", "''"))
	body = strings.ReplaceAll(put(body, one), "LINES", strings.Join(payloads, "\n\n"))
	return []byte(head + body)
}

// Nothing of what people write becomes code, markup or an address, whatever
// the server allows and whatever the reader touches. What a server that allows
// all would let run calls attention to itself, what a strict one refuses the
// browser complains of: a page is seen at one of them, with another sort of
// payload at the other, and so is each sort of payload.
func TestContentStaysText(t *testing.T) {
	for i, s := range hostileSites() {
		files := s.built(t)
		for j, policy := range policies {
			base := serve(t, files, policy.header)
			t.Run(s.name+"/"+policy.name, func(t *testing.T) {
				t.Parallel()
				b := browser.Open(t, base)
				b.Before(t, betray)
				for k := (i + j) % 2; k < len(s.pages); k += 2 {
					staysText(t, b, s.pages[k])
				}
			})
		}
	}
}

// policies are what servers allow: all, and as little as a site needs.
var policies = []struct{ name, header string }{{"all allowed", ""}, {"strict", strict}}

func staysText(t *testing.T, b *browser.Tab, p page) {
	t.Helper()
	show(t, b, p.folder, 1440)
	unfold(t, b, 1440)
	touch(t, b)
	for _, fault := range append(browser.Eval[[]string](t, b, foreign), b.Complaints(t)...) {
		t.Errorf("%s: %s", p.kind, fault)
	}
}

// The test above would see a script of the content and what it looks for.
func TestHarmIsSeen(t *testing.T) {
	harm := []struct{ html, seen, refused string }{
		{`<img src="x" onerror="alert(1)">`, "console", refused},
		{`<p onmouseover="alert(1)">x</p>`, "console", refused},
		{`<script>alert(1)</script>`, "console", refused},
		{`<a href="javascript:alert(1)">x</a>`, "address", "address"},
		{`<p style="position:fixed">x</p>`, "style", refused},
		{`<iframe></iframe>`, "iframe", "iframe"},
		{`<img src="http://evil.invalid/x.png">`, "request to", refused},
	}
	files := fstest.MapFS{}
	for i, h := range harm {
		files[fmt.Sprintf("%d/index.html", i)] = &fstest.MapFile{Data: []byte(`<!doctype html><link rel="icon" href="data:,"><main>` + h.html)}
	}
	for _, policy := range policies {
		b := browser.Open(t, serve(t, files, policy.header))
		b.Before(t, betray)
		for i, h := range harm {
			want := h.seen
			if policy.header != "" {
				want = h.refused
			}
			show(t, b, fmt.Sprintf("%d/", i), 1440)
			touch(t, b)
			found := append(browser.Eval[[]string](t, b, foreign), b.Complaints(t)...)
			if !slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, want) }) {
				t.Errorf("%s: of %s found is %q, want one with %q", policy.name, h.html, found, want)
			}
		}
	}
}

// refused is in what the browser says of what a policy does not allow.
const refused = "Content Security Policy"

// Every field of the hostile portfolio reaches a page, whatever the payloads,
// so the tests mean something. The exceptions are the other names of a person,
// which only imports read, and what a writer adds to the name of a theme.
func TestHostileFieldsAreShown(t *testing.T) {
	unshown := []string{"@people/a.md 3@", "@people/a.md 4@", "@reviews/2026-Q3/a/report.md 10@"}
	source, err := hostileFiles([]string{"x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range hostileSites() {
		shown := marks(s.built(t), ".html")
		for m := range marks(source, "") {
			if !shown[m] && !slices.Contains(unshown, m) {
				t.Errorf("%s: %s is on no page", s.name, m)
			}
		}
	}
}

var mark = regexp.MustCompile(`@[a-z0-9][^@]* [0-9]+@`)

// marks returns the marks of fields in the files whose names end so.
func marks(files fstest.MapFS, suffix string) map[string]bool {
	found := map[string]bool{}
	for name, f := range files {
		if strings.HasSuffix(name, suffix) {
			for _, m := range mark.FindAllString(string(f.Data), -1) {
				found[m] = true
			}
		}
	}
	return found
}

// betray makes scripts of the content give themselves away on the console.
const betray = `for (const name of ["alert", "confirm", "prompt"]) window[name] = () => console.error("content ran as a script");`

// touch does to every element what a reader may do, and rests on every chart.
func touch(t *testing.T, b *browser.Tab) {
	t.Helper()
	browser.Eval[chromedp.Void](t, b, touchAll)
	for _, at := range browser.Eval[[][2]float64](t, b, chartCentres) {
		b.Do(t, chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
	}
}

const touchAll = `(() => {
	addEventListener("click", (e) => e.preventDefault(), true);
	for (const e of document.querySelectorAll("*")) {
		for (const kind of ["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "click", "focus", "toggle", "load", "error"]) {
			e.dispatchEvent(new MouseEvent(kind, {bubbles: kind.startsWith("mouse") || kind === "click", cancelable: true}));
		}
	}
})()`

const chartCentres = `Array.from(document.querySelectorAll(".plot"), (e) => {
	const r = e.getBoundingClientRect();
	return [r.x + r.width / 2, r.y + r.height / 2];
})`

// foreign lists what in a page can only come of content that became markup.
const foreign = `(() => {
	const found = [];
	const elements = "iframe, frame, object, embed, applet, form, base, template, style, audio, video, math, noscript, meta[http-equiv], link:not([rel=stylesheet], [rel=icon]), script:not([src], [type='application/json'])";
	for (const e of document.querySelectorAll(elements)) found.push("element " + e.outerHTML.slice(0, 200));
	for (const e of document.querySelectorAll("*")) {
		for (const a of e.attributes) {
			const drawn = e.closest(".plot, .tip") && a.name === "style";
			if (/^on|^(style|srcdoc|formaction|ping|background|target)$/.test(a.name) && !drawn) found.push("attribute " + a.name + "=" + a.value.slice(0, 200));
			if (!/^(href|src|xlink:href|action|poster|data|cite)$/.test(a.name)) continue;
			const to = new URL(a.value, location);
			const leads = e.localName === "a" && ["http:", "https:", "mailto:"].includes(to.protocol);
			if (a.value !== "data:," && !leads && to.origin !== location.origin) found.push("address " + a.value.slice(0, 200));
		}
	}
	return found;
})()`
