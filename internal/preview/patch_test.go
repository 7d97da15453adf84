package preview

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reviewfolio/internal/browser"
)

// reading is a page with all that a reader and scripts can make of one.
func reading(edit string) string {
	rows := strings.Repeat("<tr><td>a long cell that makes the table wider than the window, and then some more of it to be sure</td><td>x</td></tr>", 5)
	return page(`<main>
<h1 id="top">` + edit + `</h1>
<details id="d"><summary>more</summary><p>inside</p></details>
<p id="said">one two three ` + edit + ` four five six</p>
<p><a id="link" href="#top">a link</a> <input id="field"></p>
<div id="box" style-less tabindex="0"><table><tbody>` + rows + `</tbody></table></div>
<div id="scroll" class="tall">` + strings.Repeat("<p>line</p>\n", 200) + `</div>
<p id="end">` + edit + `</p>
</main>`)
}

// What did not change stays the very node it was, and what the reader has made of
// the page stays as it is.
func TestPatchKeepsWhatTheReaderHas(t *testing.T) {
	s := serve(t, Options{})
	show := func(edit string) Shown {
		text := strings.Replace(reading(edit), "</head>", "<link rel=\"stylesheet\" href=\"page.css\">\n</head>", 1)
		return s.Show(Snapshot{Tree: treeOf(t, map[string]string{"index.html": text, "page.css": "#box { width: 200px; overflow-x: auto; white-space: nowrap }"})})
	}
	show("first")
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, `(() => {
		document.documentElement.dataset.theme = "dark";
		document.getElementById("d").open = true;
		document.getElementById("box").scrollLeft = 77;
		document.getElementById("field").value = "typed";
		document.getElementById("link").style.position = "relative";
		const text = document.getElementById("said").firstChild;
		getSelection().setBaseAndExtent(text, 4, text, 7);
		document.getElementById("link").focus();
		scrollTo(0, 1234);
		window.kept = Array.from(document.querySelectorAll("main *"));
		return true;
	})()`)
	before := browser.Eval[float64](t, w, "scrollY")
	for i, edit := range []string{"second", "third and longer", "4"} {
		if shown := show(edit); shown.Patched != 1 {
			t.Fatalf("edit %d: %d tabs patched", i, shown.Patched)
		}
		w.Await(t, `document.getElementById("end").textContent === `+quote(edit))
		for what, is := range map[string]string{
			"the theme":          `document.documentElement.dataset.theme === "dark"`,
			"open details":       `document.getElementById("d").open`,
			"scroll of a table":  `document.getElementById("box").scrollLeft === 77`,
			"what was typed":     `document.getElementById("field").value === "typed"`,
			"a script's style":   `document.getElementById("link").style.position === "relative"`,
			"the selection":      `getSelection().toString() === "two"`,
			"the focus":          `document.activeElement.id === "link"`,
			"scroll of the page": fmt.Sprintf(`Math.abs(scrollY - %f) < 60`, before),
			"the nodes":          `window.kept.every((e) => e.isConnected) && window.kept.length === document.querySelectorAll("main *").length`,
			"the new text":       `document.getElementById("top").textContent === ` + quote(edit),
		} {
			if !browser.Eval[bool](t, w, is) {
				t.Errorf("edit %d: %s is not as it was", i, what)
			}
		}
	}
	w.Quiet(t)
}

// A page whose bytes are the same is not touched at all, and of one that changed
// only what changed.
func TestNothingElseIsTouched(t *testing.T) {
	s := serve(t, Options{})
	files := map[string]string{"index.html": page(`<ul><li>a</li><li>b</li></ul>`), "other/index.html": page("other")}
	s.Show(Snapshot{Tree: treeOf(t, files)})
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, `(() => {
		window.touched = [];
		const seen = new MutationObserver((list) => list.forEach((m) => window.touched.push(m.type + " " + m.target.nodeName + " " + m.target.textContent)));
		seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		return true;
	})()`)
	files["other/index.html"] = page("other text")
	list, source := faulty(0)
	if shown := s.Show(Snapshot{Tree: treeOf(t, files), Faults: list, Source: source}); shown.Patched != 0 {
		t.Errorf("%d tabs patched", shown.Patched)
	}
	w.Await(t, ui(".count")+`.hidden === false`) // what is told last has arrived
	if got := browser.Eval[[]string](t, w, "window.touched"); len(got) > 0 {
		t.Errorf("touched: %q", got)
	}
	files["index.html"] = page(`<ul><li>a</li><li>c</li></ul>`)
	s.Show(Snapshot{Tree: treeOf(t, files)})
	w.Await(t, `document.querySelectorAll("li")[1].textContent === "c"`)
	if got := browser.Eval[[]string](t, w, "window.touched"); len(got) != 1 || got[0] != "characterData #text c" {
		t.Errorf("touched: %q", got)
	}
}

// After any edits the page is what it would be if it were loaded.
func TestPatchedPagesAreThoseThatAreLoaded(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	s := serve(t, Options{})
	blocks := []string{}
	for range 12 {
		blocks = append(blocks, randomBlock(random))
	}
	show := func() string {
		text := page("<main>\n" + numbered(strings.Join(blocks, "\n")) + "\n</main>")
		s.Show(Snapshot{Tree: treeOf(t, map[string]string{"index.html": text})})
		return text
	}
	show()
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, difference+`, true`)
	for i := range 100 {
		blocks = append(blocks, fmt.Sprintf("<p>edit %d</p>", i))
		for range 1 + random.IntN(3) {
			at := random.IntN(len(blocks))
			switch random.IntN(5) {
			case 0:
				blocks = append(blocks[:at:at], append([]string{randomBlock(random)}, blocks[at:]...)...)
			case 1:
				if len(blocks) > 3 {
					blocks = append(blocks[:at:at], blocks[at+1:]...)
				}
			case 2:
				to := random.IntN(len(blocks))
				blocks[at], blocks[to] = blocks[to], blocks[at]
			default:
				blocks[at] = randomBlock(random)
			}
		}
		text := show()
		w.Await(t, fmt.Sprintf("window.patches === %d", i+1))
		if diff := browser.Eval[string](t, w, `difference(document.body, new DOMParser().parseFromString(`+quote(text)+`, "text/html").body)`); diff != "" {
			t.Fatalf("edit %d: %s", i, diff)
		}
	}
	w.Quiet(t)
}

// difference leaves a function in a page that tells the first difference of two
// nodes, and counts patches.
const difference = `window.patches = 0, document.addEventListener("reviewfolio:patched", () => { window.patches++; }), window.difference = (a, b) => {
	if (a.isEqualNode(b)) return "";
	const kinds = (e) => Array.from(e.childNodes, (n) => n.nodeName).join(" ");
	for (let i = 0; i < Math.min(a.childNodes.length, b.childNodes.length); i++) {
		const found = difference(a.childNodes[i], b.childNodes[i]);
		if (found) return found;
	}
	return "in " + kinds(a.parentNode) + ", loaded " + kinds(b.parentNode) + ": is " + (a.outerHTML || a.data) + " of " + kinds(a) + ", loaded it is " + (b.outerHTML || b.data) + " of " + kinds(b);
}`

// randomBlock is a piece of a page: texts, nested elements, ids, attributes,
// rows, drawings, and figures with explanations, to be numbered.
func randomBlock(random *rand.Rand) string {
	n := func(most int) int { return random.IntN(most) }
	switch n(8) {
	case 0:
		return fmt.Sprintf("<p>text %d &amp; more</p>", n(5))
	case 1:
		return fmt.Sprintf("<p class=\"c%d\">some <b>bold %d</b> and <i>italic</i> %d</p>", n(3), n(3), n(3))
	case 2:
		return "<ul>\n" + strings.Repeat(fmt.Sprintf("<li>item %d</li>\n", n(3)), n(4)) + "</ul>"
	case 3:
		return fmt.Sprintf("<section><h2>%d</h2><p>text <span class=\"has-tip\"><span aria-describedby=\"t#\">%d</span><span role=\"tooltip\" id=\"t#\">why %d</span></span></p></section>", n(3), n(3), n(3))
	case 4:
		return "<table><tbody>" + strings.Repeat(fmt.Sprintf("<tr><td>%d</td><td></td></tr>", n(3)), 1+n(3)) + "</tbody></table>"
	case 5:
		return fmt.Sprintf("<svg viewBox=\"0 0 9 9\"><g><rect x=\"%d\" y=\"0\"/></g><linearGradient><stop offset=\"%d\"/></linearGradient></svg>", n(3), n(3))
	case 6:
		return fmt.Sprintf("text without an element %d", n(3))
	}
	return fmt.Sprintf("<details><summary>%d</summary><script type=\"application/json\">{\"v\":[%d]}</script></details>", n(3), n(3))
}

// numbered numbers the explanations through the page.
func numbered(text string) string {
	for i := 1; strings.Contains(text, "t#"); i++ {
		text = strings.Replace(strings.Replace(text, "t#", fmt.Sprintf("t%d", i), 1), "t#", fmt.Sprintf("t%d", i), 1)
	}
	return text
}

// A page that is not what the server takes it for, as after a script of its own,
// is told as a whole.
func TestPagesThatCannotBePatchedInPart(t *testing.T) {
	s := serve(t, Options{})
	s.Show(onePage(t, `<div><p>a</p></div>`))
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, `(document.querySelector("div").prepend(document.createElement("hr")), true)`)
	s.Show(onePage(t, `<div><p>b</p></div>`))
	w.Await(t, `document.querySelector("p").textContent === "b" && !document.querySelector("hr")`)
	s.Show(onePage(t, `<table><tr><td>untidy`))
	w.Await(t, `document.querySelector("td")?.textContent.startsWith("untidy")`)
	w.Quiet(t)
}

// Charts are the same drawings before and after, and move to the new figures.
func TestChartsMoveToNewFigures(t *testing.T) {
	files := demo(t)
	s := serve(t, Options{})
	s.Show(built(t, files))
	w := s.openOn(t, "people/gu-yifan/")
	const drawn = `document.querySelector(".plot svg[viewBox]")`
	w.Await(t, drawn)
	before := browser.Eval[[]string](t, w, `(window.drawing = `+drawn+`, window.shapes = new Set(), window.line = () => Array.from(window.drawing.querySelectorAll("path"), (p) => p.getAttribute("d") + p.getAttribute("transform")).join(),
		new MutationObserver(() => window.shapes.add(window.line())).observe(window.drawing, { subtree: true, childList: true, attributes: true }),
		Array.from(window.drawing.querySelectorAll("text"), (e) => e.textContent))`)
	replace(t, files, "content/reviews/2026-Q3/gu-yifan/report.md", `actual: "10,360,000"`, `actual: "7,360,000"`)
	s.Show(built(t, files))
	w.Await(t, `Array.from(window.drawing.querySelectorAll("text")).some((e) => e.textContent.includes("736"))`)
	w.Await(t, `window.shapes.size > 3`) // shapes between the two
	if !browser.Eval[bool](t, w, drawn+` === window.drawing`) {
		t.Error("the drawing was made anew")
	}
	after := browser.Eval[[]string](t, w, `Array.from(window.drawing.querySelectorAll("text"), (e) => e.textContent)`)
	if fmt.Sprint(before) == fmt.Sprint(after) {
		t.Errorf("the figures are still %q", after)
	}
	w.Quiet(t)
}

// A chart that goes takes nothing with it, and one that comes is drawn.
func TestChartsComeAndGo(t *testing.T) {
	s := serve(t, Options{})
	site := built(t, demo(t))
	var text strings.Builder
	if err := site.Tree.Render("people/gu-yifan/index.html", &text); err != nil {
		t.Fatal(err)
	}
	with := text.String()
	start := strings.Index(with, `<figure class="ch">`)
	end := start + strings.Index(with[start:], "</figure>") + len("</figure>")
	without := with[:start] + with[end:]
	files := map[string]string{}
	for _, name := range site.Tree.Paths() {
		if strings.HasPrefix(name, "assets/") && shapesPages(name) {
			var b strings.Builder
			if err := site.Tree.Render(name, &b); err != nil {
				t.Fatal(err)
			}
			files[name] = b.String()
		}
	}
	show := func(text string) {
		files["people/gu-yifan/index.html"] = text
		s.Show(Snapshot{Tree: treeOf(t, files)})
	}
	show(with)
	w := s.openOn(t, "people/gu-yifan/")
	charts := browser.Eval[int](t, w, `document.querySelectorAll(".plot").length`)
	w.Await(t, `document.querySelector(".plot svg[viewBox]")`)
	for range 3 {
		show(without)
		w.Await(t, fmt.Sprintf(`document.querySelectorAll(".plot").length === %d`, charts-1))
		show(with)
		w.Await(t, fmt.Sprintf(`document.querySelectorAll(".plot").length === %d && document.querySelector(".plot svg[viewBox]")`, charts))
	}
	w.Quiet(t)
}

// Eight tabs, on one page and on others, are all patched.
func TestEightTabs(t *testing.T) {
	s := serve(t, Options{})
	show := func(text string) Shown {
		return s.Show(Snapshot{Tree: treeOf(t, map[string]string{"index.html": page("<p>" + text + "</p>"), "a/index.html": page("<p>" + text + "</p>")})})
	}
	show("first")
	var windows []*browser.Tab
	for i := range 8 {
		windows = append(windows, s.openOn(t, []string{"", "a/"}[i%2]))
	}
	for _, text := range []string{"second", "third"} {
		if shown := show(text); shown.Patched != 8 {
			t.Errorf("%d tabs patched", shown.Patched)
		}
		for _, w := range windows {
			w.Await(t, `document.querySelector("p").textContent === `+quote(text))
		}
	}
	for _, w := range windows {
		w.Quiet(t)
	}
}

// A style sheet is swapped under the page: it is never without one, and nothing
// of it is lost. An image is shown anew. A script brings the page anew, where the
// reader was.
func TestFilesOfAPage(t *testing.T) {
	s := serve(t, Options{})
	files := map[string]string{
		"a/index.html": strings.Replace(page(`<p>x</p><img src="../dot.svg" alt="">`+strings.Repeat("<p>line</p>", 300)+`<script src="../site.js" defer></script>`),
			"</head>", `<link rel="stylesheet" href="../page.css"></head>`, 1),
		"page.css": "@import 'more/own.css'; p { color: rgb(1, 2, 3) }", "more/own.css": "p { top: 1px }", "site.js": "window.made = 1",
		"dot.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>`,
	}
	show := func() Shown { return s.Show(Snapshot{Tree: treeOf(t, files)}) }
	show()
	w := s.openOn(t, "a/")
	browser.Eval[bool](t, w, `(window.same = true, window.colours = new Set(), (function look() {
		window.colours.add(getComputedStyle(document.querySelector("p")).color); requestAnimationFrame(look); })(), scrollTo(0, 900), true)`)
	for i := range 3 {
		files["page.css"] = fmt.Sprintf("@import url(more/own.css); p { color: rgb(9, %d, 9) }", i)
		show()
		w.Await(t, fmt.Sprintf(`getComputedStyle(document.querySelector("p")).color === "rgb(9, %d, 9)" && document.querySelectorAll("link[rel=stylesheet]").length === 1`, i))
	}
	if got := browser.Eval[[]string](t, w, `Array.from(window.colours)`); strings.Contains(strings.Join(got, " "), "rgb(0, 0, 0)") {
		t.Errorf("the page was without style for a while: %q", got)
	}
	files["more/own.css"] = "p { top: 2px }"
	show()
	w.Await(t, `getComputedStyle(document.querySelector("p")).top === "2px"`)
	files["dot.svg"] = `<svg xmlns="http://www.w3.org/2000/svg" width="33" height="33"><rect width="33" height="33"/></svg>`
	show()
	w.Await(t, `document.querySelector("img").naturalWidth === 33`)
	files["a/index.html"] = strings.Replace(files["a/index.html"], "<p>x</p>", "<p>y</p>", 1)
	show()
	w.Await(t, `document.querySelector("p").textContent === "y" && document.querySelector("img").naturalWidth === 33`)
	if !browser.Eval[bool](t, w, `window.same && window.made === 1`) {
		t.Error("the page was loaded for what can be swapped")
	}
	before := browser.Eval[float64](t, w, "scrollY")
	files["site.js"] = "window.made = 2"
	show()
	w.Await(t, fmt.Sprintf("window.made === 2 && scrollY === %f", before))
	w.Quiet(t)
}

// The light or dark that the reader chose, a contents list that follows the
// reading, and the period list go on working on a patched page of the site.
func TestTheSitesScriptsGoOn(t *testing.T) {
	files := demo(t)
	s := serve(t, Options{})
	s.Show(built(t, files))
	w := s.openOn(t, "reviews/2026-Q3/gu-yifan/")
	report := "content/reviews/2026-Q3/gu-yifan/report.md"
	heading := browser.Eval[string](t, w, `Array.from(document.querySelectorAll(".theme[id] .prose p"), (p) => p.textContent)[3].slice(0, 8)`)
	replace(t, files, report, heading, "改过的句子。"+heading)
	s.Show(built(t, files))
	w.Await(t, `document.body.textContent.includes("改过的句子")`)
	browser.Eval[bool](t, w, `(document.querySelector("[data-theme-switch]").click(), true)`)
	w.Await(t, `document.documentElement.dataset.theme === "dark"`)
	browser.Eval[bool](t, w, `(Array.from(document.querySelectorAll(".toc a")).pop().click(), true)`)
	w.Await(t, `document.querySelector(".toc a[aria-current]")`)
	w.Quiet(t)
}
