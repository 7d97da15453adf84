package preview

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"reviewfolio/internal/browser"
	"reviewfolio/internal/diag"
	"reviewfolio/internal/output"
)

var overlayShown = ui(".overlay") + ".hidden === false"
var overlayGone = ui(".overlay") + ".hidden === true"

// Errors come over the last good page by themselves, all of them, and go when
// they are mended; the page stays the one it was.
func TestErrorsShowAndVanish(t *testing.T) {
	s := serve(t, Options{})
	good := onePage(t, `<p>good</p>`)
	s.Show(good)
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, `(window.same = document.querySelector("p"), true)`)
	for i := range 30 {
		bad := good
		bad.Faults, bad.Source = faulty(60)
		s.Show(bad)
		w.Await(t, overlayShown)
		if i == 0 {
			faults := browser.Eval[[]string](t, w, `Array.from(document.querySelector("reviewfolio-preview").shadowRoot.querySelectorAll(".fault"), (e) => e.innerText)`)
			if len(faults) != 61 {
				t.Errorf("%d faults are shown", len(faults))
			}
			for _, want := range []string{"错误", "网址“https://”缺少主机名", "1:12", "销售额达成 [108%](metric:revenu)", "提示：是否想写 revenue？"} {
				if !strings.Contains(faults[0], want) {
					t.Errorf("the first fault says %q, without %q", faults[0], want)
				}
			}
			if code := browser.Eval[string](t, w, ui(".fault .hint code")+".textContent"); code != "revenue" {
				t.Errorf("shown as code is %q", code)
			}
			if mark := browser.Eval[string](t, w, ui(".fault mark")+".textContent"); mark != "]" { // the twelfth character
				t.Errorf("marked is %q", mark)
			}
		}
		s.Show(good)
		w.Await(t, overlayGone)
	}
	if !browser.Eval[bool](t, w, `window.same.isConnected`) {
		t.Error("the page was made anew")
	}
	w.Quiet(t)
}

// What the reader has closed stays closed until there are other faults. Warnings
// never cover the page.
func TestClosedErrorsStayClosed(t *testing.T) {
	s := serve(t, Options{})
	state := onePage(t, `<p>good</p>`)
	state.Faults, state.Source = faulty(0)
	s.Show(state)
	w := s.openOn(t, "")
	w.Await(t, ui(".count")+`.textContent === "1 个警告"`)
	if !browser.Eval[bool](t, w, overlayGone) {
		t.Error("a warning covers the page")
	}
	browser.Eval[bool](t, w, `(`+ui(".count")+`.click(), true)`)
	w.Await(t, overlayShown)
	browser.Eval[bool](t, w, `(document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })), true)`)
	w.Await(t, overlayGone)

	state.Faults, _ = faulty(2)
	s.Show(state)
	w.Await(t, overlayShown)
	if focus := browser.Eval[string](t, w, `document.activeElement.localName`); focus != "body" {
		t.Errorf("the focus went to %s", focus)
	}
	browser.Eval[bool](t, w, `(`+ui(".overlay .close")+`.click(), true)`)
	w.Await(t, overlayGone)
	state.Tree = treeOf(t, map[string]string{"index.html": page("<p>other</p>")})
	s.Show(state)
	w.Await(t, `document.querySelector("p").textContent === "other"`)
	if !browser.Eval[bool](t, w, overlayGone) {
		t.Error("the same faults cover the page again")
	}
	state.Faults, _ = faulty(3)
	s.Show(state)
	w.Await(t, overlayShown)
	w.Quiet(t)
}

// Nothing that people write becomes markup.
func TestFaultsAreText(t *testing.T) {
	s := serve(t, Options{Editor: "vscode://file/{path}:{line}:{col}", Root: "/home/me/my sales"})
	state := onePage(t, `<p>good</p>`)
	const hostile = `<img src=x onerror="document.title='run'">`
	state.Faults.Error(diag.Pos{File: "content/" + hostile + ".md", Line: 1, Col: 3}, "link-scheme", hostile)
	state.Source = func(string) ([]byte, error) { return []byte(hostile + "\u202egnp.exe"), nil }
	s.Show(state)
	w := s.openOn(t, "")
	w.Await(t, overlayShown)
	if n := browser.Eval[int](t, w, `document.querySelector("reviewfolio-preview").shadowRoot.querySelectorAll("img").length`); n != 0 {
		t.Errorf("%d elements were made of a text", n)
	}
	text := browser.Eval[string](t, w, ui(".fault")+`.textContent`)
	if !strings.Contains(text, hostile) || strings.Contains(text, "\u202e") {
		t.Errorf("the fault says %q", text)
	}
	if to := browser.Eval[string](t, w, ui(".fault a")+`.getAttribute("href")`); to != "vscode://file/home/me/my%20sales/content/%3Cimg%20src=x%20onerror=%22document.title=%27run%27%22%3E.md:1:3" {
		t.Errorf("the editor is asked for %s", to)
	}
	w.Quiet(t)
}

// Without a page there is a page that says so, and shows the page when there is
// one: before the first site, at an address of nothing, and where it went.
func TestPagesComeAndGo(t *testing.T) {
	s := serve(t, Options{})
	list, source := faulty(1)
	s.Show(Snapshot{Faults: list, Source: source})
	home, nobody := s.openOn(t, ""), s.openOn(t, "people/ada/")
	home.Await(t, overlayShown)
	files := map[string]string{"index.html": page("<p>home</p>"), "assets/tokens.css": "", "assets/site.css": "h1 { color: rgb(1, 2, 3) }", "assets/theme.js": ""}
	s.Show(Snapshot{Tree: treeOf(t, files)})
	home.Await(t, `document.querySelector("p").textContent === "home"`)

	missing := s.openOn(t, "people/ada")
	if got := browser.Eval[string](t, missing, `getComputedStyle(document.querySelector("h1")).color + document.querySelector("a").href`); got != "rgb(1, 2, 3)"+s.address {
		t.Errorf("the page that says so is not the site's: %s", got)
	}
	files["people/ada/index.html"] = page("<p>ada</p>")
	s.Show(Snapshot{Tree: treeOf(t, files)})
	for _, w := range []*browser.Tab{nobody, missing} {
		w.Await(t, `document.querySelector("p").textContent === "ada"`)
		w.Await(t, live)
	}
	delete(files, "people/ada/index.html")
	s.Show(Snapshot{Tree: treeOf(t, files)})
	missing.Await(t, ui(".note")+`.hidden === false`)
	browser.Eval[bool](t, missing, `(window.same = document.querySelector("p"), true)`)
	files["people/ada/index.html"] = page("<p>ada again</p>")
	s.Show(Snapshot{Tree: treeOf(t, files)})
	missing.Await(t, `window.same.textContent === "ada again" && `+ui(".note")+`.hidden`)
}

// A page that cannot be rendered stays as it was, in tabs and when it is loaded
// again, and says why.
func TestPagesThatCannotBeRendered(t *testing.T) {
	s := serve(t, Options{})
	broken := func(render func(io.Writer) error) Snapshot {
		tree := output.NewTree()
		if err := tree.Add("index.html", render); err != nil {
			t.Fatal(err)
		}
		return Snapshot{Tree: tree}
	}
	s.Show(onePage(t, `<p>good</p>`))
	w := s.openOn(t, "")
	for _, state := range []Snapshot{
		broken(func(io.Writer) error { return errors.New("layouts/base.html:3: no such field") }),
		broken(func(io.Writer) error { panic("layouts/base.html:3: no such field") }),
	} {
		shown := s.Show(state)
		if len(shown.Broken) != 1 || shown.Broken[0].Page != "index.html" || shown.Patched != 0 {
			t.Errorf("told %+v", shown)
		}
		w.Await(t, overlayShown+` && `+ui(".broken")+`.textContent.includes("layouts/base.html:3: no such field")`)
		if strings.Contains(browser.Eval[string](t, w, ui(".broken")+`.textContent`), "goroutine") {
			t.Error("the stack of a panic is shown")
		}
		w.Do(t, chromedp.Navigate(s.address))
		w.Await(t, `document.querySelector("p").textContent === "good"`)
		w.Await(t, overlayShown)
		s.Show(onePage(t, `<p>good</p>`))
		w.Await(t, overlayGone)
	}
	s.Show(Snapshot{Tree: treeOf(t, map[string]string{"x/index.html": page("x")})})
	s.Show(broken(func(io.Writer) error { return errors.New("no such field") }))
	w.Do(t, chromedp.Navigate(s.address+"?again"))
	w.Await(t, `document.body.textContent.includes("no such field")`)
	s.Show(onePage(t, `<p>good</p>`))
	w.Await(t, `document.querySelector("p").textContent === "good"`)
}

// A lost connection shows, and a server that comes back on its port finds the
// page and brings it up to date.
func TestReconnect(t *testing.T) {
	s := serve(t, Options{})
	s.Show(onePage(t, `<p>first</p>`))
	w := s.openOn(t, "")
	browser.Eval[bool](t, w, `(window.same = document.querySelector("p"), true)`)
	for _, text := range []string{"first", "second", "third"} {
		s.stop()
		w.Await(t, ui(".state.lost")+`.textContent === "已断开，正在重连…"`)
		l, err := net.Listen("tcp", strings.Trim(strings.TrimPrefix(s.address, "http:"), "/"))
		if err != nil {
			t.Fatal(err)
		}
		s = serveOn(t, l, Options{})
		s.Show(onePage(t, `<p>`+text+`</p>`))
		w.Await(t, live+` && window.same.textContent === `+quote(text)+` && window.same.isConnected`)
	}
}

// Alt and a click tell where something is written: a figure, a paragraph, and
// what is under a heading; with the switch a click is enough.
func TestPlaces(t *testing.T) {
	s := serve(t, Options{Editor: "vscode://file/{path}:{line}", Root: "/sales"})
	state := onePage(t, `<main><h2 id="market">Market</h2><h3>Without an id</h3><p id="below">text</p>
<p id="own">grew by <span class="has-tip"><span id="figure" aria-describedby="t1" tabindex="0">12%</span><span class="tip" role="tooltip" id="t1">why</span></span></p></main>
<footer id="foot"><a id="link" href="/elsewhere/">away</a></footer>`)
	state.Places = func(page string) map[string][]diag.Pos {
		if page != "index.html" {
			t.Errorf("asked for the places of %q", page)
		}
		return map[string][]diag.Pos{"": {{File: "content/site.yaml", Line: 1, Col: 1}}, "market": {{File: "report.md", Line: 20, Col: 1}}, "own": {{File: "report.md", Line: 30, Col: 1}},
			"t1": {{File: "report.md", Line: 6, Col: 12}, {File: "q2.md", Line: 6, Col: 12}}}
	}
	s.Show(state)
	w := s.openOn(t, "")
	click := func(id string, alt bool) {
		browser.Eval[bool](t, w, fmt.Sprintf(`(document.getElementById(%q).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, altKey: %v, clientX: 9, clientY: 9 })), true)`, id, alt))
	}
	told := func(want ...string) {
		t.Helper()
		w.Await(t, ui(".places")+`.hidden === false && JSON.stringify(Array.from(`+ui(".places")+`.querySelectorAll(".where"), (e) => e.textContent)) === JSON.stringify(`+quote(want)+`)`)
	}
	click("figure", true)
	told("report.md:6", "q2.md:6")
	if to := browser.Eval[string](t, w, ui(".places a")+`.getAttribute("href")`); to != "vscode://file/sales/report.md:6" {
		t.Errorf("the editor is asked for %s", to)
	}
	click("below", true)
	told("report.md:20")
	click("own", true)
	told("report.md:30")
	browser.Eval[bool](t, w, `(document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })), true)`)
	w.Await(t, ui(".places")+".hidden")
	click("foot", true)
	told("content/site.yaml:1")
	browser.Eval[bool](t, w, `(document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })), true)`)
	browser.Eval[bool](t, w, `(`+ui(".toggle:last-child")+`.click(), true)`)
	click("link", false)
	told("content/site.yaml:1")
	browser.Eval[bool](t, w, `(document.getElementById("figure").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })), true)`)
	told("report.md:6", "q2.md:6")
	w.Quiet(t)
}

// The preview's own part has no fault that axe-core finds, light and wide, dark
// and narrow, and never makes a page scroll sideways.
func TestPanelIsAccessible(t *testing.T) {
	s := serve(t, Options{Editor: "vscode://file/{path}:{line}", Follow: true})
	state := built(t, demo(t))
	state.Faults, state.Source = faulty(4)
	state.Places = func(string) map[string][]diag.Pos {
		return map[string][]diag.Pos{"": {{File: "content/site.yaml", Line: 1}}}
	}
	s.Show(state)
	w := s.openOn(t, "people/gu-yifan/")
	for _, c := range []struct {
		scheme string
		width  int64
	}{{"light", 1280}, {"dark", 320}} {
		w.Scheme(t, c.scheme)
		w.Size(t, c.width, 700)
		browser.Eval[bool](t, w, `(document.querySelector("h1").dispatchEvent(new MouseEvent("click", { bubbles: true, altKey: true })), true)`)
		w.Await(t, ui(".places")+`.hidden === false && !`+ui(".overlay")+`.hidden`)
		for _, f := range w.Axe(t, "reviewfolio-preview").Violations {
			t.Errorf("%s at %d px: %s", c.scheme, c.width, f)
		}
		if browser.Eval[bool](t, w, `document.scrollingElement.scrollWidth > innerWidth`) {
			t.Errorf("at %d px the page scrolls sideways", c.width)
		}
	}
}
