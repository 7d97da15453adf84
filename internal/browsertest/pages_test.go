package browsertest

import (
	"strings"
	"testing"

	"reviewfolio/internal/browser"
)

// Every kind of page works from the disk: it says nothing on the console, asks
// nobody else for anything, draws its charts, has one scroll sideways nowhere, is
// without a violation of what axe-core checks, and tells the same with scripts
// off. A visit costs more than a look, so that each page is visited twice.
func TestPagesFromTheDisk(t *testing.T) {
	eachPage(t, disk, func(t *testing.T, b *browser.Tab, p page) {
		b.Scripts(t, true)
		b.Scheme(t, "light")
		works(t, b, p, 1440)
		with := numbersOf(t, b)
		accessible(t, b)
		b.Scripts(t, false)
		show(t, b, p.folder, 1440)
		with.readWithoutScripts(t, b)
	})
}

// So does it under any prefix of a server that forbids all that a page can do
// without, and on the narrowest screen.
func TestPagesOnAStrictServer(t *testing.T) {
	eachPage(t, strictServer, func(t *testing.T, b *browser.Tab, p page) { works(t, b, p, 320) })
}

// works shows a page, unfolds it, and fails the test for what it complains of.
func works(t *testing.T, b *browser.Tab, p page, width int64) {
	t.Helper()
	show(t, b, p.folder, width)
	fits(t, b, width)
	unfold(t, b, width)
	fits(t, b, width)
	b.Quiet(t)
}

// fits fails the test when the page is wider than the window, and names what
// sticks out.
func fits(t *testing.T, b *browser.Tab, width int64) {
	t.Helper()
	if over := browser.Eval[[]string](t, b, sticksOut); len(over) > 0 {
		t.Errorf("at %d px the page scrolls sideways: %s", width, strings.Join(over, ", "))
	}
}

const sticksOut = `(() => {
	const page = document.scrollingElement;
	if (page.scrollWidth <= innerWidth) return [];
	const scrolls = (e) => e !== document.body && e !== page && getComputedStyle(e).overflowX !== "visible";
	const holder = (e) => getComputedStyle(e).position === "absolute" ? e.offsetParent : e.parentElement;
	const inside = (e) => e && (scrolls(e) || inside(holder(e)));
	const name = (e) => e.localName + (e.id && "#" + e.id) + (e.getAttribute("class") ? "." + e.getAttribute("class").replace(/ /g, ".") : "");
	return ["page " + page.scrollWidth].concat(Array.from(document.body.querySelectorAll("*"))
		.filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5 && !inside(holder(e)))
		.slice(0, 8).map((e) => name(e.closest("section, header, nav, footer") || page) + " … " + name(e.parentElement) + " > " + name(e) + " " + Math.round(e.getBoundingClientRect().right)));
})()`
