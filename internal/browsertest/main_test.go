package browsertest

import (
	"fmt"
	"io/fs"
	"testing"

	"reviewfolio/internal/browser"
)

func TestMain(m *testing.M) { browser.Main(m) }

// A place is where a site lies, and makes an address of its files there.
type place struct {
	name string
	at   func(*testing.T, fs.FS) string
}

var (
	disk         = place{"disk", onDisk}
	strictServer = place{"strict server", func(t *testing.T, files fs.FS) string { return serve(t, files, strict) }}
)

// eachPage calls test for every kind of page of sites that lie at a place, in
// two tabs a site: a tab costs more than a page.
func eachPage(t *testing.T, where place, test func(*testing.T, *browser.Tab, page)) {
	t.Helper()
	for _, s := range sites() {
		base := where.at(t, s.built(t))
		for i := range 2 {
			t.Run(fmt.Sprintf("%s/%s/tab %d", where.name, s.name, i+1), func(t *testing.T) {
				t.Parallel()
				b := browser.Open(t, base)
				for j := i; j < len(s.pages); j += 2 {
					t.Run(s.pages[j].kind, func(t *testing.T) { test(t, b, s.pages[j]) })
				}
			})
		}
	}
}

// show opens a page, by its folder, in a window of a width.
func show(t *testing.T, b *browser.Tab, folder string, width int64) {
	t.Helper()
	b.Show(t, folder+"index.html", width, 900)
}

// unfold opens everything that can be opened and makes the window as high as
// the page, so that every chart comes into view; it waits until they are drawn.
func unfold(t *testing.T, b *browser.Tab, width int64) {
	t.Helper()
	height := browser.Eval[float64](t, b, `document.querySelectorAll("details:not(.pick)").forEach((d) => { d.open = true; }), document.documentElement.scrollHeight`)
	b.Size(t, width, int64(height)+100)
	b.Await(t, drawn)
}

// drawn is true in a page when no chart waits.
const drawn = `document.querySelectorAll(".plot svg[viewBox]").length === document.querySelectorAll(".plot").length`
