package preview

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func versionOf(t testing.TB, text string) *version {
	t.Helper()
	v, err := newRenderer(treeOf(t, map[string]string{"index.html": text})).page("index.html")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// at is the way to an element from the body: "div 0/2 p 1/3".
func at(way string) []any {
	path := []any{}
	words := strings.Fields(way)
	for i := 0; i < len(words); i += 2 {
		var index, of int
		fmt.Sscanf(words[i+1], "%d/%d", &index, &of)
		path = append(path, words[i], index, of)
	}
	return path
}

// What a tab is told is what differs, and no more.
func TestDelta(t *testing.T) {
	const tip = `<p><b aria-describedby="t%[1]d">x</b><i role="tooltip" id="t%[1]d">y</i></p>`
	tips := func(numbers ...any) string {
		var b strings.Builder
		for _, n := range numbers {
			fmt.Fprintf(&b, tip, n)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, old, next string
		want            []op
	}{
		{"nothing", `<p>a</p>`, `<p>a</p>`, []op{}},
		{"a text", `<div><p>a</p><p>b</p></div>`, `<div><p>a</p><p>c</p></div>`, []op{
			{Path: at("div 0/1 p 1/2"), HTML: "c", After: -1, Before: 0, Of: 0}}},
		{"a text beside an element", `<p>a <b>b</b> c</p>`, `<p>a <b>b</b> d</p>`, []op{
			{Path: at("p 0/1"), HTML: " d", After: 0, Before: 1, Of: 1}}},
		{"two texts", `<p>a</p><p>b</p>`, `<p>c</p><p>d</p>`, []op{
			{Path: at("p 0/2"), HTML: "c", After: -1}, {Path: at("p 1/2"), HTML: "d", After: -1}}},
		{"an attribute", `<p class="a">x</p>`, `<p class="b">x</p>`, []op{{Path: at("p 0/1"), Tag: `<p class="b">`}}},
		{"one more", `<ul><li>a</li><li>b</li></ul>`, `<ul><li>a</li><li>n</li><li>b</li></ul>`, []op{
			{Path: at("ul 0/1"), HTML: "<li>n</li>", After: 0, Before: 1, Of: 2}}},
		{"one more at the end", `<ul><li>a</li></ul>`, `<ul><li>a</li><li>b</li></ul>`, []op{
			{Path: at("ul 0/1"), HTML: "<li>b</li>", After: 0, Before: 1, Of: 1}}},
		{"one less", `<ul><li>a</li><li>b</li><li>c</li></ul>`, `<ul><li>a</li><li>c</li></ul>`, []op{
			{Path: at("ul 0/1"), After: 0, Before: 2, Of: 3}}},
		{"another id is another element", `<div><p id="a">x</p></div>`, `<div><p id="b">x</p></div>`, []op{
			{Path: at("div 0/1"), HTML: `<p id="b">x</p>`, After: -1, Before: 1, Of: 1}}},
		{"one gone and two come", `<ul><li>a</li><li>b</li></ul>`, `<ul><li>c</li><li>d</li><li>e</li></ul>`, []op{
			{Path: at("ul 0/1"), HTML: "<li>c</li><li>d</li><li>e</li>", After: -1, Before: 2, Of: 2}}},
		{"what follows a new figure is only numbered anew", `<div>` + tips(1, 2) + `</div>`,
			`<div><p>new <b aria-describedby="t1">x</b><i role="tooltip" id="t1">y</i></p>` + tips(2, 3) + `</div>`, []op{
				{Path: at("div 0/1"), HTML: `<p>new <b aria-describedby="t1">x</b><i role="tooltip" id="t1">y</i></p>`, After: -1, Before: 0, Of: 2},
				{Path: at("div 0/1 p 0/2 b 0/2"), Tag: `<b aria-describedby="t2">`}, {Path: at("div 0/1 p 0/2 i 1/2"), Tag: `<i role="tooltip" id="t2">`},
				{Path: at("div 0/1 p 1/2 b 0/2"), Tag: `<b aria-describedby="t3">`}, {Path: at("div 0/1 p 1/2 i 1/2"), Tag: `<i role="tooltip" id="t3">`}}},
		{"a drawing", `<svg viewBox="0 0 1 1"><rect x="1"/><rect x="2"/></svg>`, `<svg viewBox="0 0 1 1"><rect x="1"/><rect x="3"/></svg>`, []op{
			{Path: at("svg 0/1 rect 1/2"), Tag: `<rect x="3"/>`}}},
		{"data", `<script type="application/json">{"v":[1]}</script>`, `<script type="application/json">{"v":[2]}</script>`, []op{
			{Path: at("script 0/1"), HTML: `{"v":[2]}`, After: -1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := newDelta(versionOf(t, page(c.old)), versionOf(t, page(c.next)))
			if got == nil {
				t.Fatal("there is none")
			}
			if diff := cmp.Diff(c.want, got.Ops); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Where a browser may nest elements in another way than they are written, or the
// head loads something else, the tab is sent the page.
func TestWhatIsToldAsAWhole(t *testing.T) {
	plain := page(`<p>a</p>`)
	for name, text := range map[string]string{
		"an element left open":       page(`<p>a<p>b</p>`),
		"an end too many":            page(`<p>a</p></p>`),
		"crossed ends":               page(`<p><b>a</p></b>`),
		"rows without a body":        page(`<table><tr><td>a</td></tr></table>`),
		"a template":                 page(`<template><p>a</p></template>`),
		"single quotes":              page(`<p class='a>b'>a</p>`),
		"closed as only XML does":    page(`<div/><p>a</p>`),
		"no body":                    "<!doctype html><title>a page</title><p>a</p>",
		"no title":                   strings.Replace(plain, "<title>a page</title>", "", 1),
		"another style sheet":        strings.Replace(plain, "</head>", `<link rel="stylesheet" href="x.css"></head>`, 1),
		"another language":           strings.Replace(plain, `lang="en"`, `lang="zh-CN"`, 1),
		"cut off":                    plain[:len(plain)-20],
		"a tag that does not end":    page(`<p>a</p><p`),
		"a comment that never ends":  page(`<!-- <p>a</p>`),
		"a script that never ends":   page(`<script>`),
		"nothing":                    "",
		"two roots":                  plain + plain,
		"text with a bare less-than": page(`<p>1 < 2</p>`),
	} {
		if d := newDelta(versionOf(t, plain), versionOf(t, text)); d != nil {
			t.Errorf("%s: told as %v", name, d)
		}
		if d := newDelta(versionOf(t, text), versionOf(t, plain)); d != nil {
			t.Errorf("from %s: told as %v", name, d)
		}
	}
	if newDelta(&version{hash: "known"}, versionOf(t, plain)) != nil {
		t.Error("a version that is only a hash has a delta")
	}
}

// The title is told as text.
func TestDeltaOfTheTitle(t *testing.T) {
	d := newDelta(versionOf(t, page("x")), versionOf(t, strings.Replace(page("x"), "a page", "R&amp;D &lt;b&gt;", 1)))
	if d == nil || d.Title == nil || *d.Title != "R&D <b>" || len(d.Ops) != 0 {
		t.Errorf("got %v", d)
	}
}

// Any bytes have an outline that covers them, or none.
func FuzzOutline(f *testing.F) {
	f.Add([]byte(page(`<p class="a">x<br>y</p><svg><path d="M0"/></svg>`)))
	f.Add([]byte(`<a "`))
	f.Add([]byte(`<a></a`))
	f.Add([]byte(`<script></script`))
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := newOutline(text)
		if err != nil {
			if !errors.Is(err, errUntidy) {
				t.Fatal(err)
			}
			return
		}
		for i, e := range o.elements {
			if e.start >= e.open || e.open > e.close || e.close > e.end || e.end > len(text) || e.after <= i || e.after > len(o.elements) {
				t.Fatalf("element %d of %q is %+v", i, text, e)
			}
			at := e.open
			for _, c := range o.children(i) {
				if child := o.elements[c]; child.start < at || child.end > e.close {
					t.Fatalf("child %d of %d of %q is %+v", c, i, text, child)
				}
				at = o.elements[c].end
			}
		}
	})
}
