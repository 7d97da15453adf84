package preview

import (
	"fmt"
	"strings"
	"testing"

	"reviewfolio/internal/browser"
	"reviewfolio/internal/words"
)

// longPages are two pages longer than the window, with headings.
func longPages(edit string) map[string]string {
	body := func(name string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "<h1>%s</h1>\n", name)
		for i := range 6 {
			fmt.Fprintf(&b, "<section id=\"s%d\"><h2>%d</h2>%s<p class=\"last\">%s%d</p></section>\n", i, i, strings.Repeat("<p>line</p>", 40), edit, i)
		}
		return page(b.String())
	}
	return map[string]string{"index.html": body("home"), "people/ada/index.html": body("ada")}
}

const inWindow = `((e) => e.getBoundingClientRect().top > -1 && e.getBoundingClientRect().bottom <= innerHeight)`

// The tab goes to what changed in the section that is edited, and it glows for a
// moment; on another page it goes there. Other tabs stay where they are.
func TestFollow(t *testing.T) {
	s := serve(t, Options{Lang: words.English, Follow: true})
	files := longPages("old ")
	s.Show(Snapshot{Tree: treeOf(t, files)})
	other := s.openOn(t, "")
	w := s.openOn(t, "")
	w.Await(t, "document.hasFocus()")
	files["index.html"] = strings.Replace(files["index.html"], "old 4", "new 4", 1)
	s.Show(Snapshot{Tree: treeOf(t, files), Edits: []Edit{{File: "content/a.md", Page: "index.html", Anchor: "s4"}}})
	const spot = `document.querySelector("#s4 .last")`
	w.Await(t, spot+`.textContent === "new 4" && `+inWindow+`(`+spot+`) && `+spot+`.getAnimations().length === 1`)
	if browser.Eval[int](t, w, `document.getAnimations().length`) != 1 {
		t.Error("more glows than what changed")
	}
	w.Await(t, `document.getAnimations().length === 0`)

	s.Show(Snapshot{Tree: treeOf(t, files), Edits: []Edit{{File: "content/ada.md", Page: "people/ada/index.html", Anchor: "s5"}}})
	w.Await(t, `location.pathname === "/people/ada/" && `+inWindow+`(document.querySelector("#s5 h2")) && `+live)
	if got := browser.Eval[string](t, other, `location.pathname + scrollY`); got != "/0" {
		t.Errorf("the other tab went to %s", got)
	}
	other.Quiet(t)
	w.Quiet(t)
}

// A reader who has switched following off, types, or has selected something is
// left in peace.
func TestFollowLeavesInPeace(t *testing.T) {
	s := serve(t, Options{Lang: words.English, Follow: true})
	files := longPages("old ")
	files["index.html"] = strings.Replace(files["index.html"], "<h1>", "<input id=\"field\"><h1>", 1)
	s.Show(Snapshot{Tree: treeOf(t, files)})
	w := s.openOn(t, "")
	for i, c := range []struct{ name, begin, end string }{
		{"types", `document.getElementById("field").focus()`, `document.getElementById("field").blur()`},
		{"has selected", `getSelection().selectAllChildren(document.querySelector("h1"))`, `getSelection().removeAllRanges()`},
		{"has switched off", ui(".toggle") + `.click()`, ui(".toggle") + `.click()`},
	} {
		browser.Eval[bool](t, w, "("+c.begin+", true)")
		text := fmt.Sprintf("new %d ", i)
		next := longPages(text)
		next["index.html"] = strings.Replace(next["index.html"], "<h1>", "<input id=\"field\"><h1>", 1)
		s.Show(Snapshot{Tree: treeOf(t, next), Edits: []Edit{{File: "content/a.md", Page: "index.html", Anchor: "s4"}}})
		w.Await(t, `document.querySelector("#s4 .last").textContent === `+quote(text+"4")+` && sessionStorage.getItem("reviewfolio-edit") === `+quote(fmt.Sprint(i+1)))
		if y := browser.Eval[float64](t, w, "scrollY"); y != 0 {
			t.Errorf("a reader who %s is taken to %v", c.name, y)
		}
		browser.Eval[bool](t, w, "("+c.end+", true)")
	}
	s.Show(Snapshot{Tree: treeOf(t, longPages("at last ")), Edits: []Edit{{File: "content/a.md", Page: "index.html", Anchor: "s4"}}})
	w.Await(t, "scrollY > 1000")
	w.Quiet(t)
}
