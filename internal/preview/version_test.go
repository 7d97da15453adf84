package preview

import (
	"slices"
	"testing"
)

func TestLoadedBySheet(t *testing.T) {
	const sheet = `@charset "utf-8"; @import "a.css"; @import url(b.css) print; @IMPORT url('c d.css');
		body { background: url( "e.png" ) , URL(f.svg); content: "url"; src: url(data:font/woff2;base64,AA==) }
		/* @import url() and url("") load nothing */`
	want := []string{"a.css", "b.css", "c d.css", "e.png", "f.svg", "data:font/woff2;base64,AA=="}
	if got := loadedBySheet([]byte(sheet)); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// A sheet counts as changed with any of those that it loads, also where they
// load each other.
func TestSheetsThatLoadEachOther(t *testing.T) {
	files := map[string]string{
		"one.css": `@import "two.css";`, "two.css": `@import "one.css"; @import "lost.css"; p { background: url(dot.svg) }`,
		"dot.svg": "<svg/>", "apart.css": "p {}",
	}
	hashes := func() (one, apart string) {
		r := newRenderer(treeOf(t, files))
		return r.hash("one.css"), r.hash("apart.css")
	}
	one, apart := hashes()
	files["dot.svg"] = "<svg></svg>"
	if one2, apart2 := hashes(); one2 == one || apart2 != apart || one == "" {
		t.Errorf("from %q and %q to %q and %q", one, apart, one2, apart2)
	}
}
