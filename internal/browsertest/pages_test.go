package browsertest

import (
	"io/fs"
	"strings"
	"testing"
)

// Every kind of page works wherever it lies: it says nothing on the console,
// asks nobody else for anything, and draws its charts, also where the server
// forbids all that a page can do without. On no screen has one to scroll
// sideways.
func TestPagesWorkAnywhere(t *testing.T) {
	ctx := browser(t)
	places := []struct {
		name   string
		at     func(*testing.T, fs.FS) string
		widths []int64
	}{
		{"disk", onDisk, []int64{1440, 320}},
		{"server", func(t *testing.T, files fs.FS) string { return serve(t, files, "") }, []int64{1440}},
		{"strict server", func(t *testing.T, files fs.FS) string { return serve(t, files, strict) }, []int64{1440}},
	}
	for _, s := range sites() {
		files := s.built(t)
		for _, place := range places {
			base := place.at(t, files)
			for _, p := range s.pages {
				t.Run(place.name+"/"+p.kind, func(t *testing.T) {
					t.Parallel()
					b := openTab(t, ctx, base)
					for _, width := range place.widths {
						b.show(t, p.folder, width)
						fits(t, b, width)
						b.unfold(t, width)
						fits(t, b, width)
					}
					for _, c := range b.complaints(t) {
						t.Error(c)
					}
				})
			}
		}
	}
}

// fits fails the test when the page is wider than the window, and names what
// sticks out.
func fits(t *testing.T, b *tab, width int64) {
	t.Helper()
	if over := evaluate[[]string](t, b, sticksOut); len(over) > 0 {
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
