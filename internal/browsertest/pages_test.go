package browsertest

import (
	"strings"
	"testing"

	"reviewfolio/internal/browser"
)

// Every kind of page works wherever it lies: it says nothing on the console,
// asks nobody else for anything, and draws its charts, also where the server
// forbids all that a page can do without. On no screen has one to scroll
// sideways.
func TestPagesWorkAnywhere(t *testing.T) {
	for _, c := range []struct {
		place place
		width int64
	}{{disk, 1440}, {strictServer, 320}} {
		eachPage(t, c.place, func(t *testing.T, b *browser.Tab, p page) {
			show(t, b, p.folder, c.width)
			fits(t, b, c.width)
			unfold(t, b, c.width)
			fits(t, b, c.width)
			b.Quiet(t)
		})
	}
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
